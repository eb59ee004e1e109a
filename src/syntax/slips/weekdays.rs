//! Slips in weekdays: whole or short names, spans in words, and the days that are worked, in the languages that people mix in.
//!
//! In: a text that begins where weekdays belong. Out: how long the slip is, and the days that are meant.

use super::{FOREIGN_DASHES, Slip, after_word, joined_by, through};
use crate::time::Weekday;

/// `Mon-Fri`, `Monday to Friday`, `mon..fri`.
pub(super) fn weekdays(rest: &str) -> Option<Slip> {
    // Before hours only: a calendar may be called `weekdays`.
    let groups: [(&[&str], &str); 3] =
        [(&WORKING_DAYS, "Mon..Fri"), (&WEEKENDS, "Sat..Sun"), (&["every day", "daily"], "Mon..Sun")];
    for (words, meant) in groups {
        if let Some((tail, length)) = after_word(rest, words)
            && tail.trim_start_matches([' ', ':']).starts_with(|c: char| c.is_ascii_digit())
        {
            return Slip::many("days", length, rest, meant.to_owned());
        }
    }
    if let Some((_, length)) = after_word(rest, &["M-F", "M–F", "L-V", "L–V"]) {
        return Slip::many("weekdays", length, rest, "Mon..Fri".to_owned());
    }
    // `von Montag bis Freitag`, `de lunes a viernes`.
    let (tail, _) = after_word(rest, &["de", "del", "du", "von", "vom", "van"]).unwrap_or((rest, 0));
    let before = rest.len() - tail.trim_start().len();
    let (from, first) = weekday(&rest[before..])?;
    let first = before + first;
    let behind = &rest[first..];
    let to = through(behind)
        .or_else(|| joined_by(behind, &FOREIGN_DASHES))
        .or_else(|| Some((behind.strip_prefix("から")?, "から".len())))
        .and_then(|(tail, gap)| weekday(tail).map(|(to, length)| (to, gap + length)));
    match to {
        Some((to, more)) => Slip::many("weekdays", first + more, rest, format!("{from}..{to}")),
        None if before > 0 => None,
        // Tuesday in French and Spanish, and a month in English.
        None if rest[..first].eq_ignore_ascii_case("mar") => {
            Slip::new("a weekday", first, rest, from.to_owned()).map(Slip::unsafely)
        }
        None => Slip::new("a weekday", first, rest, from.to_owned()),
    }
}

/// A weekday by its name or the beginning of it, and how long that is.
pub(super) fn weekday(rest: &str) -> Option<(&'static str, usize)> {
    if let Some(found) = japanese_weekday(rest) {
        return Some(found);
    }
    let end = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
    let lower = rest[..end].to_lowercase();
    let english = DAYS.iter().position(|day| {
        let plain = lower.strip_suffix('s').filter(|_| lower.len() > 4).unwrap_or(&lower);
        plain.len() >= 3 && day.get(..plain.len()) == Some(plain)
    });
    let index = english
        .or_else(|| FOREIGN_DAYS.iter().find_map(|(_, names)| names.iter().position(|name| *name == lower)))
        .or_else(|| {
            let one = lower.strip_suffix('s').filter(|one| one.len() > 4)?;
            FOREIGN_DAYS.iter().find_map(|(_, names)| names.iter().position(|name| *name == one))
        })?;
    let stop = usize::from(rest[end..].starts_with(". ") || rest[end..].starts_with(".-"));
    Some((Weekday::ALL[index].code(), end + stop))
}

/// `月曜日`, `月曜`, or `月` before a dash: its words have no blanks between them.
fn japanese_weekday(rest: &str) -> Option<(&'static str, usize)> {
    let first = rest.chars().next()?;
    let index = "月火水木金土日".chars().position(|day| day == first)?;
    let tail = &rest[first.len_utf8()..];
    let more = ["曜日", "曜"].into_iter().find(|word| tail.starts_with(word)).map_or(0, str::len);
    let dash = tail.starts_with(['-', '–', '〜', '～', '~', ' ', '.']) || tail.is_empty();
    (more > 0 || dash).then(|| (Weekday::ALL[index].code(), first.len_utf8() + more))
}

/// The days that are worked, in words.
pub(super) const WORKING_DAYS: [&str; 6] =
    ["weekdays", "week days", "working days", "workdays", "work days", "business days"];

/// The others.
pub(super) const WEEKENDS: [&str; 2] = ["weekends", "the weekend"];

pub(super) const DAYS: [&str; 7] =
    ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// The days in Dutch, German, French and Spanish, whole and short, some as they are typed without accents, by the language.
pub(super) const FOREIGN_DAYS: [(&str, [&str; 7]); 11] = [
    ("nl", ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"]),
    ("nl", ["ma", "di", "wo", "do", "vr", "za", "zo"]),
    ("de", ["montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag"]),
    ("de", ["mo", "di", "mi", "do", "fr", "sa", "so"]),
    ("fr", ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]),
    ("fr", ["lun", "mar", "mer", "jeu", "ven", "sam", "dim"]),
    ("es", ["lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"]),
    ("es", ["lunes", "martes", "miercoles", "jueves", "viernes", "sabado", "domingo"]),
    ("es", ["lun", "mar", "mié", "jue", "vie", "sáb", "dom"]),
    ("es", ["lun", "mar", "mie", "jue", "vie", "sab", "dom"]),
    ("en", ["mo", "tu", "we", "th", "fr", "sa", "su"]),
];
