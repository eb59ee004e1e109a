//! The country in which clocks go by a time zone.
//!
//! In: a time zone. Out: the country whose holidays its people keep most likely; none for zones of no country, and of countries
//! whose holidays are not known here.

use super::Area;
use crate::time::Zone;

/// The zones of each country, with what their names begin with where the country has many.
const ZONES: &[(&str, &[&str])] = &[
    ("AE", &["Asia/Dubai"]),
    ("AR", &["America/Argentina/"]),
    ("AT", &["Europe/Vienna"]),
    ("AU", &["Australia/"]),
    ("BE", &["Europe/Brussels"]),
    ("BG", &["Europe/Sofia"]),
    (
        "BR",
        &[
            "America/Noronha",
            "America/Belem",
            "America/Fortaleza",
            "America/Recife",
            "America/Araguaina",
            "America/Maceio",
            "America/Bahia",
            "America/Sao_Paulo",
            "America/Campo_Grande",
            "America/Cuiaba",
            "America/Santarem",
            "America/Porto_Velho",
            "America/Boa_Vista",
            "America/Manaus",
            "America/Eirunepe",
            "America/Rio_Branco",
        ],
    ),
    (
        "CA",
        &[
            "America/St_Johns",
            "America/Halifax",
            "America/Glace_Bay",
            "America/Moncton",
            "America/Goose_Bay",
            "America/Blanc-Sablon",
            "America/Toronto",
            "America/Iqaluit",
            "America/Atikokan",
            "America/Winnipeg",
            "America/Resolute",
            "America/Rankin_Inlet",
            "America/Regina",
            "America/Swift_Current",
            "America/Edmonton",
            "America/Cambridge_Bay",
            "America/Inuvik",
            "America/Creston",
            "America/Dawson_Creek",
            "America/Fort_Nelson",
            "America/Whitehorse",
            "America/Dawson",
            "America/Vancouver",
        ],
    ),
    ("CH", &["Europe/Zurich"]),
    ("CL", &["America/Santiago", "America/Coyhaique", "America/Punta_Arenas", "Pacific/Easter"]),
    ("CN", &["Asia/Shanghai", "Asia/Urumqi"]),
    ("CO", &["America/Bogota"]),
    ("CR", &["America/Costa_Rica"]),
    ("CY", &["Asia/Nicosia", "Asia/Famagusta"]),
    ("CZ", &["Europe/Prague"]),
    ("DE", &["Europe/Berlin", "Europe/Busingen"]),
    ("DK", &["Europe/Copenhagen"]),
    ("DO", &["America/Santo_Domingo"]),
    ("EE", &["Europe/Tallinn"]),
    ("ES", &["Europe/Madrid", "Africa/Ceuta", "Atlantic/Canary"]),
    ("FI", &["Europe/Helsinki"]),
    ("FR", &["Europe/Paris"]),
    ("GB", &["Europe/London"]),
    ("GE", &["Asia/Tbilisi"]),
    ("GR", &["Europe/Athens"]),
    ("HK", &["Asia/Hong_Kong"]),
    ("HR", &["Europe/Zagreb"]),
    ("HU", &["Europe/Budapest"]),
    ("ID", &["Asia/Jakarta", "Asia/Pontianak", "Asia/Makassar", "Asia/Jayapura"]),
    ("IE", &["Europe/Dublin"]),
    ("IL", &["Asia/Jerusalem"]),
    ("IN", &["Asia/Kolkata"]),
    ("IS", &["Atlantic/Reykjavik"]),
    ("IT", &["Europe/Rome"]),
    ("JP", &["Asia/Tokyo"]),
    ("KE", &["Africa/Nairobi"]),
    ("KR", &["Asia/Seoul"]),
    ("LI", &["Europe/Vaduz"]),
    ("LT", &["Europe/Vilnius"]),
    ("LU", &["Europe/Luxembourg"]),
    ("LV", &["Europe/Riga"]),
    ("MC", &["Europe/Monaco"]),
    ("MT", &["Europe/Malta"]),
    (
        "MX",
        &[
            "America/Mexico_City",
            "America/Cancun",
            "America/Merida",
            "America/Monterrey",
            "America/Matamoros",
            "America/Chihuahua",
            "America/Ciudad_Juarez",
            "America/Ojinaga",
            "America/Mazatlan",
            "America/Bahia_Banderas",
            "America/Hermosillo",
            "America/Tijuana",
        ],
    ),
    ("NL", &["Europe/Amsterdam"]),
    ("NO", &["Europe/Oslo"]),
    ("NZ", &["Pacific/Auckland", "Pacific/Chatham"]),
    ("PA", &["America/Panama"]),
    ("PE", &["America/Lima"]),
    ("PH", &["Asia/Manila"]),
    ("PL", &["Europe/Warsaw"]),
    ("PT", &["Europe/Lisbon", "Atlantic/Madeira", "Atlantic/Azores"]),
    ("RO", &["Europe/Bucharest"]),
    ("RS", &["Europe/Belgrade"]),
    ("SE", &["Europe/Stockholm"]),
    ("SG", &["Asia/Singapore"]),
    ("SI", &["Europe/Ljubljana"]),
    ("SK", &["Europe/Bratislava"]),
    ("TH", &["Asia/Bangkok"]),
    ("TR", &["Europe/Istanbul"]),
    ("TW", &["Asia/Taipei"]),
    (
        "US",
        &[
            "America/New_York",
            "America/Detroit",
            "America/Kentucky/",
            "America/Indiana/",
            "America/Chicago",
            "America/Menominee",
            "America/North_Dakota/",
            "America/Denver",
            "America/Boise",
            "America/Phoenix",
            "America/Los_Angeles",
            "America/Anchorage",
            "America/Juneau",
            "America/Sitka",
            "America/Metlakatla",
            "America/Yakutat",
            "America/Nome",
            "America/Adak",
            "Pacific/Honolulu",
        ],
    ),
    ("UY", &["America/Montevideo"]),
    ("VN", &["Asia/Ho_Chi_Minh"]),
    ("ZA", &["Africa/Johannesburg"]),
];

impl Area {
    /// The country in which clocks go by a zone.
    pub fn of_zone(zone: &Zone) -> Option<Self> {
        let name = zone.name();
        let is_of =
            |begin: &&str| if begin.ends_with('/') { name.starts_with(*begin) } else { name == *begin };
        let (code, _) = ZONES.iter().find(|(_, zones)| zones.iter().any(is_of))?;
        Self::new(code)
    }

    /// The first of its regions that keeps days of its own, where it has any.
    pub fn first_region(self) -> Option<Self> {
        super::areas().find(|area| *area != self && area.is_within(self))
    }

    /// What the time zone of an author suggests who has named no area: this one, with one of its regions.
    pub fn suggested(self) -> String {
        let named = |area: Self| format!("`{}` ({})", area.code(), area.english());
        match self.first_region() {
            Some(region) => {
                format!("the time zone suggests {}, or one of its regions, as {}", named(self), named(region))
            }
            None => format!("the time zone suggests {}", named(self)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn suggested(zone: &str) -> Option<String> {
        Area::of_zone(&Zone::new(zone)?).map(Area::suggested)
    }

    #[test]
    fn a_zone_suggests_its_country_and_a_region_of_it() {
        let german = "the time zone suggests `DE` (Germany), or one of its regions, as `DE-BB` (Brandenburg)";
        assert_eq!(suggested("Europe/Berlin").as_deref(), Some(german));
        assert_eq!(
            suggested("Europe/Amsterdam").as_deref(),
            Some("the time zone suggests `NL` (Netherlands)")
        );
        assert!(suggested("America/Argentina/Salta").is_some_and(|words| words.contains(" `AR`")));
        assert_eq!(suggested("UTC"), None);
    }

    #[test]
    fn every_zone_of_the_list_is_known_and_belongs_to_one_country() {
        let mut seen = std::collections::BTreeSet::new();
        for (code, zones) in ZONES {
            assert!(Area::new(code).is_some(), "{code}");
            for zone in *zones {
                assert!(seen.insert(zone), "{zone}");
                assert!(
                    zone.ends_with('/') || Zone::new(zone).is_some_and(|known| known.name() == *zone),
                    "{zone}"
                );
            }
        }
        let countries = super::super::areas().filter(|area| area.code().len() == 2).count();
        assert_eq!(countries, ZONES.len());
    }
}
