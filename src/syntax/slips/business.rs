//! Slips in lengths of business time: `1 BD`, `4 bus. hrs`, `2 w/days`.

use super::figures::figure;
use super::{Slip, after_word, token};

/// What people write for a unit of business time, and what it is.
const SHORT: &[(&str, &[&str])] = &[
    ("business day", &["bd", "bds", "b/d", "bday", "bdays", "b-day", "b-days", "bizday", "bizdays"]),
    ("business hour", &["bh", "bhs", "b/h", "bhr", "bhrs", "bhour", "bhours"]),
    ("working day", &["wd", "wds", "w/d", "wday", "wdays", "workday", "workdays"]),
    ("working hour", &["wh", "w/h", "whr", "whrs", "workhour", "workhours"]),
];

/// Short forms of the word before the unit.
const WORDS: &[(&str, &[&str])] =
    &[("business", &["bus.", "bus", "busi.", "biz", "biz."]), ("working", &["work.", "wkg.", "wkg", "wrk."])];

/// A number before a short form of a unit of business time.
pub(super) fn duration(rest: &str) -> Option<Slip> {
    let (number, first) = figure(rest)?;
    let tail = rest[first..].trim_start();
    let start = rest.len() - tail.len();
    let word = token(tail);
    let plain = word.trim_end_matches('.').to_lowercase();
    let plural = if number == "1" { "" } else { "s" };
    if let Some((unit, _)) = SHORT.iter().find(|(_, forms)| forms.contains(&plain.as_str())) {
        return Slip::new("a length of time", start + word.len(), rest, format!("{number} {unit}{plural}"));
    }
    let (clock, (tail, length)) =
        WORDS.iter().find_map(|(clock, forms)| Some((clock, after_word(tail, forms)?)))?;
    let word = token(tail.trim_start());
    let unit = match word.trim_end_matches('.').to_lowercase().as_str() {
        "day" | "days" | "d" => "day",
        "hour" | "hours" | "hr" | "hrs" | "h" => "hour",
        _ => return None,
    };
    let end = start + length + (tail.len() - tail.trim_start().len()) + word.len();
    Slip::new("a length of time", end, rest, format!("{number} {clock} {unit}{plural}"))
}
