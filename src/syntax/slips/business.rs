//! Slips in lengths of business time: `1 BD`, `4 bus. hrs`, `2 w/days`, `4 horas hábiles`, `3 Werktage`.
//!
//! In: a text that begins where a length of time belongs, or its unit. Out: the unit that is meant, always in full: half of
//! it would be a promise around the clock.

use super::figures::{figure, spelt_out};
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

/// Units of business time in one word of another language, and whether they can be counted in no other way: a `Werktag` may be
/// a Saturday.
const ONE_WORD: &[(&str, &[&str], bool)] = &[
    (
        "business hours",
        &[
            "werkuur",
            "werkuren",
            "kantooruren",
            "arbeitsstunde",
            "arbeitsstunden",
            "geschäftsstunden",
            "営業時間",
        ],
        true,
    ),
    ("business days", &["werkdag", "werkdagen", "arbeitstag", "arbeitstage", "arbeitstagen", "営業日"], true),
    ("business days", &["werktag", "werktage", "werktagen"], false),
];

/// What stands behind `horas`, `jours` or `hours` where they are those of a calendar.
const BEHIND: &[(&[&str], bool)] = &[
    (
        &[
            "hábil",
            "hábiles",
            "habil",
            "habiles",
            "laborable",
            "laborables",
            "laboral",
            "laborales",
            "de oficina",
            "de trabajo",
            "ouvré",
            "ouvrés",
            "ouvrée",
            "ouvrées",
            "de bureau",
            "de travail",
            "(business)",
            "(business hours)",
            "(business days)",
            "(working hours)",
            "(working days)",
            "(office hours)",
            "(working)",
        ],
        true,
    ),
    // Saturdays are among these.
    (&["ouvrable", "ouvrables"], false),
];

/// A unit of business time that a text begins with in other words: how long they are, what they mean, and whether that is
/// beyond doubt.
pub(super) fn unit(text: &str) -> Option<(usize, &'static str, bool)> {
    let word = token(text);
    let plain = word.to_lowercase();
    let plain = plain.trim_end_matches('.');
    let plain = plain.strip_suffix("以内").unwrap_or(plain);
    if let Some((unit, _, safe)) = ONE_WORD.iter().find(|(_, words, _)| words.contains(&plain)) {
        return Some((word.len(), *unit, *safe));
    }
    let unit = match spelt_out(word)? {
        "hours" => "business hours",
        "days" => "business days",
        _ => return None,
    };
    let tail = &text[word.len()..];
    BEHIND.iter().find_map(|(words, safe)| {
        let (rest, length) = after_word(tail, words)?;
        let (said, ends) = (&tail[..length], !rest.starts_with(|c: char| c.is_alphanumeric()));
        // `4 days (business hours)` says two things.
        let other = if unit == "business hours" { " days" } else { " hours" };
        (ends && !said.to_lowercase().contains(other)).then_some((word.len() + length, unit, *safe))
    })
}

/// A number before a unit of business time in other words, the whole of which is read before a part of it is.
pub(super) fn length(rest: &str) -> Option<Slip> {
    let (number, first) = figure(rest)?;
    let tail = rest[first..].trim_start();
    let (length, unit, safe) = unit(tail)?;
    let unit = if number == "1" { unit.trim_end_matches('s') } else { unit };
    let slip =
        Slip::new("a length of time", rest.len() - tail.len() + length, rest, format!("{number} {unit}"))?;
    Some(if safe { slip } else { slip.unsafely() })
}

/// `werkdag`, where a number belongs before the unit, as in `elke werkdag`.
pub(super) fn one(rest: &str) -> Option<Slip> {
    let meant = match token(rest).to_lowercase().as_str() {
        "werkdag" | "arbeitstag" => "1 business day",
        "werkuur" | "arbeitsstunde" => "1 business hour",
        _ => return None,
    };
    Slip::new("a length of time", token(rest).len(), rest, meant.to_owned())
}

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
