//! Holidays by their names, which the language knows by their dates only.
//!
//! In: words where days or a calendar belong. Out: whether they name a holiday, and its day where that is the same in every
//! year and in every country.

/// Holidays that keep their day.
const FIXED: [(&str, &str); 9] = [
    ("christmas eve", "Dec 24"),
    ("christmas", "Dec 25"),
    ("christmas day", "Dec 25"),
    ("xmas", "Dec 25"),
    ("boxing day", "Dec 26"),
    ("new year's eve", "Dec 31"),
    ("new year", "Jan 1"),
    ("new year's", "Jan 1"),
    ("new year's day", "Jan 1"),
];

/// Holidays that move, or that are not the same in every country.
const OTHERS: [&str; 10] = [
    "easter",
    "easter monday",
    "easter sunday",
    "good friday",
    "ascension",
    "ascension day",
    "whitsun",
    "whit monday",
    "pentecost",
    "thanksgiving",
];

/// Whether words in small letters name a holiday.
pub(in crate::syntax) fn is_feast(words: &str) -> bool {
    OTHERS.contains(&words) || day_of_feast(words).is_some()
}

/// The day of a holiday that keeps it.
pub(in crate::syntax) fn day_of_feast(words: &str) -> Option<&'static str> {
    FIXED.iter().find(|(name, _)| *name == words).map(|(_, day)| *day)
}
