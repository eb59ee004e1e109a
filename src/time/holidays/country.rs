//! Which countries there are, and their data, read once and only when asked for.
//!
//! In: the code of an area. Out: the area, its names, its years and its days.

use super::rule::{Country, Place};
use super::{Holiday, expand, read};
use std::fmt;
use std::ops::RangeInclusive;
use std::sync::OnceLock;

/// The data of a country: its code, its text, and what the text says once it has been read.
struct Data {
    code: &'static str,
    text: &'static str,
    country: OnceLock<Country>,
}

macro_rules! countries {
    ($($code:literal)*) => {
        [$(Data {
            code: $code,
            text: include_str!(concat!("data/", $code, ".txt")),
            country: OnceLock::new(),
        }),*]
    };
}

static COUNTRIES: [Data; 65] = countries! {
    "AE" "AR" "AT" "AU" "BE" "BG" "BR" "CA" "CH" "CL" "CN" "CO" "CR" "CY" "CZ" "DE"
    "DK" "DO" "EE" "ES" "FI" "FR" "GB" "GE" "GR" "HK" "HR" "HU" "ID" "IE" "IL" "IN"
    "IS" "IT" "JP" "KE" "KR" "LI" "LT" "LU" "LV" "MC" "MT" "MX" "NL" "NO" "NZ" "PA"
    "PE" "PH" "PL" "PT" "RO" "RS" "SE" "SG" "SI" "SK" "TH" "TR" "TW" "US" "UY" "VN"
    "ZA"
};

impl Data {
    fn country(&self) -> &Country {
        // That the data can be read is a test; a country whose data cannot would have no areas.
        self.country.get_or_init(|| read::country(self.text).unwrap_or_default())
    }
}

/// A country or region whose public holidays are known.
#[derive(Clone, Copy)]
pub struct Area {
    country: &'static Country,
    place: &'static Place,
}

impl Area {
    /// The area with this code, in capitals or not: `NL`, `DE-BY`.
    pub fn new(code: &str) -> Option<Self> {
        let of: [u8; 2] = code.as_bytes().get(..2)?.try_into().ok()?;
        let of = of.map(|letter| letter.to_ascii_uppercase());
        let data = COUNTRIES.iter().find(|data| data.code.as_bytes() == of)?;
        let country = data.country();
        let place = country.places.iter().find(|place| place.code.eq_ignore_ascii_case(code))?;
        Some(Self { country, place })
    }

    /// Its code in capitals.
    pub fn code(self) -> &'static str {
        &self.place.code
    }

    /// Its name in its own language.
    pub fn name(self) -> &'static str {
        &self.place.name
    }

    /// Its name in English.
    pub fn english(self) -> &'static str {
        &self.place.english
    }

    /// Whether it is this country or a region of it.
    pub fn is_within(self, country: Self) -> bool {
        self.code().split('-').next() == Some(country.code())
    }

    /// The years whose holidays are known.
    pub fn years(self) -> RangeInclusive<i16> {
        self.place.years.0..=self.place.years.1
    }

    /// The holidays of a year in order, one for each day; none where the year is not known.
    pub fn days(self, year: i16) -> Option<Vec<Holiday>> {
        Some(self.year(year)?.to_vec())
    }

    /// The same without a copy; each year is worked out once for the whole program.
    pub fn year(self, year: i16) -> Option<&'static [Holiday]> {
        let place = usize::try_from(year.checked_sub(self.place.years.0)?).ok()?;
        let years = || self.years().map(|_| OnceLock::new()).collect();
        let days = self.place.days.get_or_init(years).get(place)?;
        Some(days.get_or_init(|| expand::days(self.country, self.place, year..=year)))
    }

    /// The holidays of all years that are known, which takes less work than one year after the other.
    pub fn all_days(self) -> Vec<Holiday> {
        expand::days(self.country, self.place, self.years())
    }
}

impl fmt::Debug for Area {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Area").field(&self.code()).finish()
    }
}

impl PartialEq for Area {
    fn eq(&self, other: &Self) -> bool {
        self.code() == other.code()
    }
}

impl Eq for Area {}

/// All areas: each country, followed by its regions.
pub fn areas() -> impl Iterator<Item = Area> {
    COUNTRIES.iter().flat_map(|data| {
        let country = data.country();
        country.places.iter().map(|place| Area { country, place })
    })
}

/// The code and the text of each country.
#[cfg(test)]
pub fn texts() -> impl Iterator<Item = (&'static str, &'static str)> {
    COUNTRIES.iter().map(|data| (data.code, data.text))
}
