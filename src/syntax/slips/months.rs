//! Months: their names in the languages that people mix in, and a whole month for its days.
//!
//! In: a text that begins where days belong. Out: the days from the first of the month to its last, of several months from
//! the first of the first to the last of the last.

use super::{Slip, after_word, one_day, through, token};
use crate::syntax::grammar::{R, whole};
use crate::time::{Date, MONTHS};

/// `July`: all of it, in every year or in one; `March 2026..June 2028`: from the first day to the last.
pub(super) fn whole_month(rest: &str) -> Option<Slip> {
    let (from, last, first) = one_month(rest)?;
    let more = &rest[first..];
    let Some((tail, gap)) = through(more) else {
        let joined = after_word(more, &[",", "and", "&", "und", "en", "et"]).map_or(more, |(tail, _)| tail);
        let next = joined.trim_start();
        let figures = next.split(|c: char| !c.is_ascii_digit()).next().unwrap_or("");
        // Before a year, or with another month, it is not the month alone that is meant.
        let year = next.starts_with(['\'', '’']) || figures.len() == 4;
        let other = joined.len() < more.len() && month(token(next)).is_some();
        return (!year && !other)
            .then(|| Slip::new("a whole month", first, rest, format!("{from}..{last}")))
            .flatten();
    };
    let (start, end, second) = one_month(tail)?;
    let dated = |day: &str| day.starts_with(|c: char| c.is_ascii_digit());
    // A year behind one of them alone may be meant for both; a year runs backwards for nobody.
    if dated(&from) != dated(&start) || dated(&from) && from > end {
        return None;
    }
    let slip = Slip::many("dates", first + gap + second, rest, format!("{from}..{end}"))?;
    // `until June` may leave June out.
    let until = after_word(more, &["till", "until", "tot", "bis"]).is_some();
    Some(if until && after_word(more, &["tot en met"]).is_none() { slip.unsafely() } else { slip })
}

/// The first and the last day of `July` or `July 2026`, in our form, and how long that is.
fn one_month(rest: &str) -> Option<(String, String, usize)> {
    if let Some((first, last, length)) = month_of_year(rest) {
        return Some((first.to_string(), last.to_string(), length));
    }
    let word = before_span(token(rest));
    let month = month(word)?;
    let last = match month {
        "Feb" => 29,
        "Apr" | "Jun" | "Sep" | "Nov" => 30,
        _ => 31,
    };
    Some((format!("{month} 1"), format!("{month} {last}"), word.len()))
}

/// A word up to the mark of a span that touches it: `March` of `March..June`.
fn before_span(word: &str) -> &str {
    let end = word.find("..").or_else(|| word.find(['-', '–', '—', '~'])).unwrap_or(word.len());
    &word[..end]
}

/// The first and the last day of `July 2026`, and how long that is.
fn month_of_year(rest: &str) -> Option<(Date, Date, usize)> {
    let word = token(rest);
    let number = u8::try_from(month_index(month(word)?)? + 1).ok()?;
    let tail = rest[word.len()..].trim_start();
    let year = before_span(token(tail));
    let digits = year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
    let year: i16 = year.parse().ok().filter(|_| digits)?;
    let first = Date::new(year, number, 1)?;
    let last = Date::from_number(first.plus_months(1)?.number() - 1)?;
    Some((first, last, rest.len() - tail.len() + 4))
}

/// `June 2026` behind `until`: its last day.
pub(super) fn until_month(rest: &str) -> Option<Slip> {
    let (_, last, length) = month_of_year(rest)?;
    // Up to its first day, for some.
    Slip::new("the end of a month", length, rest, last.to_string()).map(Slip::unsafely)
}

/// `since 1 May 2026`, `June 2026 onwards`: from a day on; `ongoing`: from the end of the phase before, which may not be meant.
pub(super) fn without_end(text: &str) -> Option<Slip> {
    const WHAT: &str = "a phase without an end";
    const ENDLESS: [&str; 12] = [
        "onwards",
        "onward",
        "ongoing",
        "until further notice",
        "indefinite",
        "indefinitely",
        "no end",
        "no end date",
        "open-ended",
        "open ended",
        "unlimited",
        "forever",
    ];
    let lower = text.to_lowercase();
    if ENDLESS.contains(&lower.as_str()) {
        return Slip::new(WHAT, text.len(), text, "from then on".to_owned()).map(Slip::unsafely);
    }
    if matches!(lower.as_str(), "from then on" | "from then onwards" | "from then onward") {
        return Slip::new(WHAT, text.len(), text, "from then on".to_owned());
    }
    let begins = after_word(text, &["since", "from", "as of", "as from", "starting"]);
    let day = begins.map_or(text, |(tail, _)| tail).trim();
    let ends = [" onwards", " onward", " on", "..", " -", " –", " —"];
    let cut = ends.iter().find_map(|end| day.strip_suffix(end));
    let endless =
        || ENDLESS.iter().find_map(|end| day.strip_suffix(end)).filter(|day| day.ends_with([' ', ',']));
    let cut = cut.or_else(endless);
    if begins.is_none() && cut.is_none() {
        return None;
    }
    let day = first_day(cut.unwrap_or(day).trim_end_matches([' ', ',']))?;
    Slip::new(WHAT, text.len(), text, format!("from {day} on"))
}

/// `2027-06-01 to ?`: a span of which the end is not known yet.
pub(super) fn with_open_end(text: &str) -> Option<Slip> {
    const JOINERS: [&str; 7] = [" to", " till", " until", " through", " -", " –", " —"];
    let before = text.strip_suffix('?')?.trim_end();
    let day = JOINERS.iter().find_map(|joiner| before.strip_suffix(joiner))?.trim_end();
    let day = after_word(day, &["from"]).map_or(day, |(tail, _)| tail.trim_start());
    Slip::new("a span of days", text.len(), text, format!("{}..?", first_day(day)?))
}

/// The day that a text is, or the first one of its month.
fn first_day(text: &str) -> Option<String> {
    let right = whole(R::date, text).filter(|pair| pair.as_str() == text).map(|_| text.to_owned());
    let month = || {
        let (first, _, length) = month_of_year(text)?;
        (length == text.len()).then(|| first.to_string())
    };
    right.or_else(month).or_else(|| one_day(text)).filter(|day| whole(R::date, day).is_some())
}

/// `June` or `June 2026` behind `by`: its last day, unless its first is meant.
pub(super) fn by_month(rest: &str) -> Option<Slip> {
    let (_, last, length) = one_month(rest)?;
    whole_month(rest).filter(|slip| slip.length == length)?;
    Slip::new("the end of a month", length, rest, last).map(Slip::unsafely)
}

/// Whether a text is a month alone, and whether its year is said with it.
pub(super) fn is_month(text: &str) -> Option<bool> {
    let (first, _, length) = one_month(text)?;
    (length == text.len()).then(|| first.starts_with(|c: char| c.is_ascii_digit()))
}

/// The months as we write them.
pub(super) const SHORT: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// Their names in Dutch, German, French and Spanish.
const FOREIGN_MONTHS: [[&str; 12]; 4] = [
    [
        "januari",
        "februari",
        "maart",
        "april",
        "mei",
        "juni",
        "juli",
        "augustus",
        "september",
        "oktober",
        "november",
        "december",
    ],
    [
        "januar",
        "februar",
        "märz",
        "april",
        "mai",
        "juni",
        "juli",
        "august",
        "september",
        "oktober",
        "november",
        "dezember",
    ],
    [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ],
    [
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "septiembre",
        "octubre",
        "noviembre",
        "diciembre",
    ],
];

/// Which month a word means, from 0.
pub(super) fn month_index(word: &str) -> Option<usize> {
    let lower = word.trim_end_matches('.').to_lowercase();
    let short = |known: &str| {
        lower.len() >= 3
            && (known.get(..lower.len()) == Some(lower.as_str()) || lower == "sept" && known == "september")
    };
    let english = MONTHS.iter().position(|known| short(known));
    let foreign = || {
        FOREIGN_MONTHS.iter().find_map(|names| {
            names.iter().position(|name| {
                *name == lower || lower == "okt" && *name == "oktober" || lower == "mrt" && *name == "maart"
            })
        })
    };
    english.or_else(foreign)
}

/// A month as we write it.
pub(super) fn month(word: &str) -> Option<&'static str> {
    SHORT.get(month_index(word)?).copied()
}
