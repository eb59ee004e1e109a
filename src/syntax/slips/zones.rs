//! Slips in time zones: their names in small letters or with blanks, and cities in place of them.

use super::{Slip, token};
use crate::syntax::build::dates::abbreviated;
use crate::time::Zone;

/// As many words has the name of a zone at most, as `America/North Dakota/New Salem`.
const MOST_WORDS: usize = 4;

/// Large cities that no zone is called by, and the one whose clocks they share.
const CITIES: &[(&str, &str)] = &[
    ("barcelona", "Europe/Madrid"),
    ("beijing", "Asia/Shanghai"),
    ("boston", "America/New_York"),
    ("frankfurt", "Europe/Berlin"),
    ("geneva", "Europe/Zurich"),
    ("hamburg", "Europe/Berlin"),
    ("milan", "Europe/Rome"),
    ("mumbai", "Asia/Kolkata"),
    ("munich", "Europe/Berlin"),
    ("nueva york", "America/New_York"),
    ("osaka", "Asia/Tokyo"),
    ("rio de janeiro", "America/Sao_Paulo"),
    ("rotterdam", "Europe/Amsterdam"),
    ("san francisco", "America/Los_Angeles"),
    ("san salvador", "America/El_Salvador"),
    ("seattle", "America/Los_Angeles"),
    ("washington", "America/New_York"),
];

/// `europe/amsterdam`, `America/New York`, `New York`: of several words as many as make a name.
pub(super) fn zone(rest: &str) -> Option<Slip> {
    let mut ends: Vec<usize> = Vec::new();
    let mut at = 0;
    while ends.len() < MOST_WORDS {
        let word = token(&rest[at..]);
        if word.is_empty() {
            break;
        }
        ends.push(at + word.len());
        at += word.len();
        at += rest[at..].len() - rest[at..].trim_start_matches(' ').len();
    }
    ends.into_iter().rev().find_map(|end| of_words(rest, &rest[..end]))
}

/// What some words mean, all of them together.
fn of_words(rest: &str, words: &str) -> Option<Slip> {
    let joined = words.split_whitespace().collect::<Vec<_>>().join("_");
    let slip = |name: &str| Slip::new("this time zone", words.len(), rest, name.to_owned());
    if let Some(name) = Zone::all().iter().find(|name| name.eq_ignore_ascii_case(&joined)) {
        return slip(name);
    }
    // One word with a capital has the form of a zone, of which the grammar's builder says what is near.
    if !joined.contains('_') && words.starts_with(|c: char| c.is_ascii_uppercase()) {
        return None;
    }
    let cities = Zone::all().iter().filter(|name| name.contains('/') && !name.starts_with("Etc/"));
    let is_city =
        |name: &&String| name.rsplit('/').next().is_some_and(|city| city.eq_ignore_ascii_case(&joined));
    let other = || {
        let words = joined.replace('_', " ").to_lowercase();
        CITIES.iter().find(|(city, _)| *city == words).map(|(_, zone)| *zone)
    };
    let named = cities.into_iter().find(is_city).map(String::as_str).or_else(other)?;
    // A city of this name may lie elsewhere as well.
    slip(named).map(Slip::unsafely)
}

/// Whether a text says a zone and nothing else: `Europe/London`, `CET`, `GMT+1`, `Eastern Time`.
pub(in crate::syntax) fn names_zone(text: &str) -> bool {
    let text = text.trim().trim_start_matches('(').trim_end_matches([')', '.', ',']).trim();
    let clock =
        ["local time", "time"].iter().find_map(|word| text.to_lowercase().strip_suffix(word).map(str::len));
    let letters = text.get(..clock.unwrap_or(text.len())).unwrap_or(text).trim_end();
    let universal = ["UTC", "GMT", "Z"].iter().find_map(|clock| letters.strip_prefix(clock));
    let distance = |rest: &str| {
        rest.is_empty()
            || rest.trim_start().starts_with(['+', '-', '−']) && rest.contains(|c: char| c.is_ascii_digit())
    };
    let american = ["eastern", "central", "mountain", "pacific"].contains(&letters.to_lowercase().as_str());
    universal.is_some_and(distance)
        || !abbreviated(letters).is_empty()
        || american && clock.is_some()
        || Zone::new(text).is_some()
}

/// Whether a text says that hours are those of somebody's own clock, and whether it is that of the customer: `local time`,
/// `in your time zone`.
pub(in crate::syntax) fn local_time(text: &str) -> Option<bool> {
    let lower = text.trim().to_lowercase();
    let plain = lower.trim_matches(['(', ')', '.', ',', ' ']).replace('’', "'");
    let plain = ["in ", "at ", "the "]
        .iter()
        .fold(plain.as_str(), |rest, word| rest.strip_prefix(word).unwrap_or(rest));
    let whose = ["time zone", "timezone", "time", "clock"].iter().find_map(|word| plain.strip_suffix(word));
    let other = ["lokale tijd", "ortszeit", "heure locale", "hora local", "現地時間"];
    let of = whose.map(|whose| whose.trim_end().trim_end_matches(" local"));
    match of {
        Some("customer" | "customer's" | "customers'" | "client" | "client's" | "your" | "their") => {
            Some(true)
        }
        Some("local" | "our" | "office" | "site") => Some(false),
        _ => other.contains(&plain).then_some(false),
    }
}
