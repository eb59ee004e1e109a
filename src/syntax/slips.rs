//! What people type by habit or paste from a word processor: understood, reported with the right form, never misread.
//!
//! In: a slot that nothing fitted and the text there. Out: the value that is meant, and the finding that says how it is
//! written. Each slip is a stretch of text and what to write instead, which is then read as any other value.

use super::ast::Capture;
use super::grammar::{Builder, whole};
use super::matcher::Head;
use super::schema::SlotType;
use crate::diagnostic::{Diagnostic, registry};

/// A slip: how long it is, what is meant, and the message.
struct Slip {
    length: usize,
    meant: String,
    message: String,
    /// Whether what is meant is beyond doubt.
    safe: bool,
}

/// The value that a slip stands for, the position behind it, and its finding.
pub(super) fn understand(kind: SlotType, head: Head<'_>, at: usize) -> Option<(usize, Capture, Diagnostic)> {
    let rest = &head.text[at..];
    let slip = match kind {
        SlotType::Time | SlotType::Hours => clock(rest, kind),
        SlotType::Date | SlotType::Dates => date(rest),
        SlotType::Duration | SlotType::Lapse | SlotType::Cadence => duration(rest),
        SlotType::Amount => money(rest),
        SlotType::Ref("calendar") => always(rest),
        SlotType::Weekdays | SlotType::Weekday => weekdays(rest),
        _ => None,
    }?;
    let end = at + slip.length;
    let span = head.span(at, end);
    let pair = whole(kind.rule(), &slip.meant)?;
    let mut builder = Builder::at(span);
    let capture = kind.build(&mut builder, pair).ok()?;
    let written = &rest[..slip.length];
    let finding = Diagnostic::new(&registry::SLIP, span, slip.message)
        .label(format!("`{}`", slip.meant))
        .fix(format!("change `{written}` to `{}`", slip.meant), slip.safe, span, slip.meant);
    Some((end, capture, finding))
}

fn token(rest: &str) -> &str {
    let end = rest.find(|c: char| c.is_whitespace() || ",;{}()|\"".contains(c)).unwrap_or(rest.len());
    &rest[..end]
}

/// `9am..17:00`, `9:00-17:30`, `09.00–17.30`.
fn clock(rest: &str, kind: SlotType) -> Option<Slip> {
    let word = token(rest);
    if kind == SlotType::Time {
        let meant = one_time(word)?;
        let message = format!("a time of day is written `{meant}`, not `{word}`");
        return Some(Slip { length: word.len(), meant, message, safe: true });
    }
    let dash = ["..", "–", "—", "-"].into_iter().find(|dash| word.contains(dash))?;
    let (from, to) = word.split_once(dash)?;
    let meant = format!("{}..{}", one_time(from)?, one_time(to)?);
    let message = format!("hours are written `{meant}`, not `{word}`");
    Some(Slip { length: word.len(), meant, message, safe: true })
}

/// The right form of one time: `9am`, `9:00`, `17.30`, `5:30pm`.
fn one_time(written: &str) -> Option<String> {
    let lower = written.to_lowercase();
    let (digits, add) = match (lower.strip_suffix("am"), lower.strip_suffix("pm")) {
        (Some(digits), _) => (digits.trim_end().to_owned(), Some(0)),
        (_, Some(digits)) => (digits.trim_end().to_owned(), Some(12)),
        _ => (lower.clone(), None),
    };
    let (hour, minute) =
        digits.split_once([':', '.']).unwrap_or((&digits, if add.is_some() { "00" } else { "" }));
    if minute.len() != 2 || hour.is_empty() || hour.len() > 2 {
        return None;
    }
    let (mut hour, minute): (u32, u32) = (hour.parse().ok()?, minute.parse().ok()?);
    if let Some(add) = add {
        if !(1..=12).contains(&hour) {
            return None;
        }
        hour = hour % 12 + add;
    }
    (hour <= 24 && minute < 60).then(|| format!("{hour:02}:{minute:02}"))
}

/// `24-12-2026`, `24.12.2026`, `24/12/2026`: the day comes first wherever the year comes last, but for slashes, where
/// both orders are in use and nothing is guessed below 13.
fn date(rest: &str) -> Option<Slip> {
    let word = token(rest);
    let mark = ['-', '.', '/'].into_iter().find(|mark| word.matches(*mark).count() == 2)?;
    let parts: Vec<&str> = word.split(mark).collect();
    let [day, month, year] = parts[..] else { return None };
    if year.len() != 4 || day.len() > 2 || month.len() > 2 {
        return None;
    }
    let (day, month, year): (u32, u32, u32) = (day.parse().ok()?, month.parse().ok()?, year.parse().ok()?);
    if mark == '/' && day < 13 {
        return None;
    }
    let meant = format!("{year:04}-{month:02}-{day:02}");
    let message = format!("a date is written `{meant}`, not `{word}`");
    Some(Slip { length: word.len(), meant, message, safe: mark != '/' })
}

/// `4 hrs`, `30 mins`, `30min`, `24-48 hours`.
fn duration(rest: &str) -> Option<Slip> {
    let digits = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    if digits == 0 {
        return None;
    }
    let after = &rest[digits..];
    for dash in ["-", "–", "—"] {
        if let Some(second) = after.strip_prefix(dash) {
            let more = second.find(|c: char| !c.is_ascii_digit()).unwrap_or(second.len());
            if more == 0 {
                return None;
            }
            let (words, unit) = unit_words(&second[more..])?;
            let meant = format!("{} to {}{unit}", &rest[..digits], &second[..more]);
            let length = digits + dash.len() + more + words;
            let message = format!("a range is written `{meant}`, not `{}`", &rest[..length]);
            return Some(Slip { length, meant, message, safe: true });
        }
    }
    let (words, unit) = unit_words(after)?;
    let length = digits + words;
    let meant = format!("{}{unit}", &rest[..digits]);
    if meant == rest[..length] {
        return None;
    }
    let message = format!("a length of time is written `{meant}`, not `{}`", &rest[..length]);
    Some(Slip { length, meant, message, safe: true })
}

/// The words behind a number up to a unit, with the unit spelt out: ` business hrs` gives its length and ` business hours`.
fn unit_words(after: &str) -> Option<(usize, String)> {
    let trimmed = after.trim_start();
    let blank = after.len() - trimmed.len();
    let first = token(trimmed);
    if let Some(unit) = spelt_out(first) {
        return Some((blank + first.len(), format!(" {unit}")));
    }
    let tail = &trimmed[first.len()..];
    let second_at = tail.len() - tail.trim_start().len();
    let second = token(&tail[second_at..]);
    let unit = spelt_out(second)?;
    let plain =
        first.chars().all(|c| c.is_alphanumeric() || c == '-') && first.starts_with(char::is_lowercase);
    plain.then(|| (blank + first.len() + second_at + second.len(), format!(" {first} {unit}")))
}

fn spelt_out(word: &str) -> Option<&'static str> {
    Some(match word.trim_end_matches('.').to_lowercase().as_str() {
        "s" | "sec" | "secs" | "seconds" => "seconds",
        "m" | "min" | "mins" | "minutes" => "minutes",
        "h" | "hr" | "hrs" | "hours" => "hours",
        "d" | "days" => "days",
        "wk" | "wks" | "weeks" => "weeks",
        "mo" | "mos" | "months" => "months",
        "yr" | "yrs" | "years" => "years",
        _ => return None,
    })
}

/// `€ 150`, `€150`, `$ 20`, `EUR 4.500,00`, `EUR 1,200`.
fn money(rest: &str) -> Option<Slip> {
    let signs = [("€", "EUR"), ("$", "USD"), ("£", "GBP"), ("¥", "JPY")];
    let sign = signs.into_iter().find_map(|(sign, code)| {
        rest.strip_prefix(sign).map(|tail| (code, tail, sign == "€" || sign == "£"))
    });
    let (code, tail, safe) = match sign {
        Some(found) => found,
        None => {
            let code = rest.get(..3).filter(|code| code.bytes().all(|byte| byte.is_ascii_uppercase()))?;
            (code, &rest[3..], true)
        }
    };
    let figures = tail.trim_start();
    let end = figures
        .find(|c: char| !(c.is_ascii_digit() || c == '.' || c == ',' || c == '_'))
        .unwrap_or(figures.len());
    let written = figures[..end].trim_end_matches([',', '.']);
    let meant_number = plain_number(written)?;
    let length = rest.len() - figures.len() + written.len();
    let meant = format!("{code} {meant_number}");
    let message = format!("this amount is written `{meant}`, not `{}`", &rest[..length]);
    (meant != rest[..length]).then_some(Slip { length, meant, message, safe })
}

/// `4.500,00`, `4,500.00` and `1,200` in our form; what could be read in two ways is left alone.
fn plain_number(written: &str) -> Option<String> {
    let last = written.rfind([',', '.']);
    let Some(last) = last else { return (!written.is_empty()).then(|| written.to_owned()) };
    let (whole, fraction) = (&written[..last], &written[last + 1..]);
    let group: String = whole.chars().filter(char::is_ascii_digit).collect();
    match fraction.len() {
        3 if written.matches([',', '.']).count() == 1 && written.contains(',') => {
            Some(format!("{group}_{fraction}"))
        }
        2 => {
            let grouped: Vec<&str> = whole.split([',', '.']).collect();
            Some(format!("{}.{fraction}", grouped.join("_")))
        }
        _ => None,
    }
}

/// `24x7`, `24/7`, `7x24`.
fn always(rest: &str) -> Option<Slip> {
    let word = token(rest);
    let known =
        matches!(word.to_lowercase().as_str(), "24x7" | "24/7" | "7x24" | "24x7x365" | "24×7" | "24h");
    known.then(|| Slip {
        length: word.len(),
        meant: "always".to_owned(),
        message: format!("open at all times is written `always`, not `{word}`"),
        safe: true,
    })
}

/// `Mon-Fri`, `Monday to Friday`, `mon..fri`.
fn weekdays(rest: &str) -> Option<Slip> {
    let word = token(rest);
    for dash in ["..", "-", "–", "—"] {
        if let Some((from, to)) = word.split_once(dash) {
            let meant = format!("{}..{}", weekday(from)?, weekday(to)?);
            let message = format!("weekdays are written `{meant}`, not `{word}`");
            return Some(Slip { length: word.len(), meant, message, safe: true });
        }
    }
    let first = weekday(word)?;
    let tail = &rest[word.len()..];
    let through = ["to", "till", "through"].into_iter().find_map(|to| {
        let behind = tail.trim_start().strip_prefix(to)?;
        let last = token(behind.trim_start());
        weekday(last).map(|day| (day, rest.len() - behind.trim_start().len() + last.len()))
    });
    let (meant, length) =
        through.map_or_else(|| (first.to_owned(), word.len()), |(day, end)| (format!("{first}..{day}"), end));
    let message = format!("weekdays are written `{meant}`, not `{}`", &rest[..length]);
    Some(Slip { length, meant, message, safe: true })
}

fn weekday(word: &str) -> Option<&'static str> {
    let lower = word.to_lowercase();
    let days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    let index = days
        .iter()
        .position(|day| lower.len() >= 3 && (*day == lower || day.get(..lower.len()) == Some(&lower)))?;
    Some(crate::time::Weekday::ALL[index].code())
}
