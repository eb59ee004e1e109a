//! Slips in dates, spans of dates and instants.
//!
//! In: a text that begins where one of them belongs. Out: how long the slip is and what is meant; both readings where two
//! can be meant. Months are known in the languages that people mix in.

use super::clock::one_time;
use super::dated::behind_weekday;
use super::months::{SHORT, is_month, month, month_index, whole_month};
use super::{Slip, after_word, afternoon, through, token};

/// `24-12-2026`, `24.12.2026`, `24/12/2026`, `24 December 2026`.
pub(super) fn date(rest: &str) -> Option<Slip> {
    if let Some((tail, length)) = after_word(rest, &BEFORE) {
        let start = length + tail.len() - tail.trim_start().len();
        let day = point_by(date_alone, tail.trim_start())?;
        return match day.meant.as_slice() {
            [one] => Slip::new("a date", start + day.length, rest, one.clone()),
            _ => Some(Slip::doubtful(&rest[..start + day.length], day.meant)),
        };
    }
    let with_year = |tail: &str| {
        let day = point(tail)?;
        let [one] = day.meant.as_slice() else { return None };
        Some((one.clone(), day.length, day.safe))
    };
    date_alone(rest).or_else(|| behind_weekday(rest, with_year))
}

/// A date with nothing before it.
fn date_alone(rest: &str) -> Option<Slip> {
    if let Some((meant, length)) = month_day(rest) {
        let (tail, gap) = after_word(&rest[length..], &[",", "de", "del"]).unwrap_or((&rest[length..], 0));
        let year = token(tail.trim_start());
        if year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit()) {
            let (name, day) = meant.split_once(' ')?;
            let month = month_index(name)? + 1;
            let length = length + gap + (tail.len() - tail.trim_start().len()) + 4;
            return Slip::new("a date", length, rest, format!("{year}-{month:02}-{day:0>2}"));
        }
        return None;
    }
    together(rest).or_else(|| numeric(rest)).or_else(|| {
        let (year, month, day, length) = japanese(rest)?;
        Slip::new("a date", length, rest, format!("{}-{month:02}-{day:02}", year?))
    })
}

/// What people write before a date, in any language that they mix in.
const BEFORE: [&str; 20] = [
    "from",
    "on the",
    "on",
    "as of",
    "since",
    "the",
    "le",
    "à partir du",
    "à compter du",
    "dès le",
    "el",
    "desde el",
    "desde",
    "a partir del",
    "den",
    "am",
    "ab dem",
    "ab",
    "vanaf",
    "op",
];

/// `2026年1月1日`, `令和8年1月1日`, `1月1日`: the year if it is said, the month, the day, and how long it is.
fn japanese(rest: &str) -> Option<(Option<u16>, u16, u16, usize)> {
    /// The year before the first of the era that began in 2019.
    const REIWA: u16 = 2018;
    let part = |text: &mut &str, sign: char| {
        let (figures, tail) = text.split_once(sign)?;
        let number: u16 = figures.trim().parse().ok()?;
        *text = tail;
        Some(number)
    };
    let era = rest.strip_prefix("令和");
    let mut text = era.unwrap_or(rest);
    let year =
        part(&mut text, '年').map(|year| if era.is_some() { REIWA.saturating_add(year) } else { year });
    let month = part(&mut text, '月').filter(|month| (1..=12).contains(month))?;
    let day = part(&mut text, '日').filter(|day| (1..=31).contains(day))?;
    (era.is_none() || year.is_some()).then_some((year, month, day, rest.len() - text.len()))
}

/// `20261224`.
fn together(rest: &str) -> Option<Slip> {
    let word = token(rest);
    let figures = word.len() == 8 && word.bytes().all(|byte| byte.is_ascii_digit());
    let (year, day) =
        word.split_at_checked(4).filter(|(year, _)| figures && (*year > "1900") && *year < "2200")?;
    Slip::new("a date", 8, rest, format!("{year}-{}-{}", &day[..2], &day[2..]))
}

/// Figures with two marks between them. Between full stops the day comes first; between slashes and hyphens both orders
/// are in use, so nothing is guessed below 13.
fn numeric(rest: &str) -> Option<Slip> {
    let word = token(rest);
    let word = word.split("..").next().unwrap_or(word).trim_end_matches('.');
    let mark = ['-', '.', '/'].into_iter().find(|mark| word.matches(*mark).count() == 2)?;
    let parts: Vec<&str> = word.split(mark).collect();
    let [one, two, three] = parts[..] else { return None };
    let figures = |part: &str| part.parse::<u32>().ok().filter(|_| part.len() <= 2);
    if one.len() == 4 {
        let (year, month, day) = (one.parse::<u32>().ok()?, figures(two)?, figures(three)?);
        return Slip::new("a date", word.len(), rest, format!("{year:04}-{month:02}-{day:02}"));
    }
    let (first, second) = (figures(one)?, figures(two)?);
    let year: u32 = match three.len() {
        4 => three.parse().ok()?,
        2 => 2000 + three.parse::<u32>().ok()?,
        _ => return None,
    };
    let day_first = format!("{year:04}-{second:02}-{first:02}");
    let month_first = format!("{year:04}-{first:02}-{second:02}");
    if mark != '.' && first < 13 && second < 13 && first != second {
        return Some(Slip::doubtful(word, vec![day_first, month_first]));
    }
    let american = mark != '.' && second > 12;
    let slip = Slip::new("a date", word.len(), rest, if american { month_first } else { day_first })?;
    Some(if mark == '/' || american || three.len() == 2 { slip.unsafely() } else { slip })
}

/// Dates, days of every year, and spans of both: `24 December`, `1 July - 31 Aug`.
pub(super) fn dates(rest: &str) -> Option<Slip> {
    if let Some((tail, length)) = after_word(rest, &["on the", "on", "from"]) {
        let start = length + tail.len() - tail.trim_start().len();
        let tail = tail.trim_start();
        // What follows may be right as it stands.
        let (meant, more, safe) = match (dates_alone(tail), point(tail)) {
            (Some(slip), _) => (slip.meant, slip.length, slip.safe),
            (None, Some(day)) => (day.meant, day.length, day.safe),
            (None, None) => return None,
        };
        return match meant.as_slice() {
            [] => dates_alone(tail).map(|slip| Slip { length: start + more, ..slip }),
            [one] => {
                let slip = Slip::new("this", start + more, rest, one.clone())?;
                // From one day or month on is more than what is named.
                let on_from =
                    rest.trim_start().get(..4).is_some_and(|word| word.eq_ignore_ascii_case("from"));
                let one_only = !one.contains("..") || is_month(&tail[..more]).is_some();
                Some(if safe && !(on_from && one_only) { slip } else { slip.unsafely() })
            }
            _ => Some(Slip::doubtful(&rest[..start + more], meant)),
        };
    }
    dates_alone(rest)
}

/// Days or a span of them with nothing before them.
fn dates_alone(rest: &str) -> Option<Slip> {
    if let Some((meant, length)) = days_of_month(rest) {
        return Slip::many("dates", length, rest, meant);
    }
    let Some(from) = point(rest) else { return yearly(rest).or_else(|| whole_month(rest)) };
    if let Some((tail, _)) = after_word(&rest[from.length..], &["and", "&", "und", "en", "et"])
        && let Some(second) = point(tail.trim_start())
    {
        let length = rest.len() - tail.trim_start().len() + second.length;
        let message = "two days are two lines, or one span with `..`".to_owned();
        return Some(Slip { length, meant: Vec::new(), message, safe: false });
    }
    let Some((tail, gap)) = through(&rest[from.length..]) else {
        return match date(rest) {
            Some(slip) => Some(slip),
            None => Slip::new("a day of every year", from.length, rest, from.meant.concat()),
        };
    };
    let to = point(tail)?;
    let length = from.length + gap + to.length;
    let ends = from.meant.iter().zip(to.meant.iter().cycle()).map(|(from, to)| format!("{from}..{to}"));
    let readings: Vec<String> = ends.collect();
    match readings.as_slice() {
        [one] => {
            let slip = Slip::many("dates", length, rest, one.clone())?;
            Some(if from.safe && to.safe { slip } else { slip.unsafely() })
        }
        _ => Some(Slip::doubtful(&rest[..length], readings)),
    }
}

/// `12-24`, `24/12`, `24.12.`, and spans of them: days of every year in figures.
fn yearly(rest: &str) -> Option<Slip> {
    let (from, length) = day_in_figures(rest)?;
    let to = through(&rest[length..]).and_then(|(tail, gap)| {
        let (to, end) = day_in_figures(tail)?;
        Some((to, gap + end, &tail[..end]))
    });
    let Some((to, more, last)) = to else {
        let mut readings: Vec<String> = from.into_iter().flatten().collect();
        readings.dedup();
        return match readings.as_slice() {
            [one] => match time_of_day(&rest[..length]).or_else(|| hours_of_day(&rest[..length])) {
                Some(hours) => Some(Slip {
                    message: format!(
                        "`{}` can be read as `{one}` or as {} `{hours}`",
                        &rest[..length],
                        if hours.contains("..") { "the hours" } else { "the time" }
                    ),
                    ..Slip::new("a day of every year", length, rest, one.clone())?.unsafely()
                }),
                None => Slip::new("a day of every year", length, rest, one.clone()),
            },
            _ => Some(Slip::doubtful(&rest[..length], readings)),
        };
    };
    // Both ends are written in one order.
    let ends = from.into_iter().zip(to).filter_map(|(from, to)| Some(format!("{}..{}", from?, to?)));
    let mut readings: Vec<String> = ends.collect();
    readings.dedup();
    match readings.as_slice() {
        [] => None,
        [one] => {
            let slip = Slip::many("days of every year", length + more, rest, one.clone())?;
            // `12.10 - 13.10` are days in October, or an hour.
            let times = [&rest[..length], last].iter().all(|end| time_of_day(end).is_some());
            Some(if times { slip.unsafely() } else { slip })
        }
        _ => Some(Slip::doubtful(&rest[..length + more], readings)),
    }
}

/// What a day and a month in figures may mean, with the day first and with the month first, and how long they are. Between
/// full stops the day comes first; figures of one place with a hyphen are more likely hours.
fn day_in_figures(rest: &str) -> Option<([Option<String>; 2], usize)> {
    let word = token(rest);
    let word = word.split("..").next().filter(|word| *word != "24/7")?;
    let mark = word.find(['-', '/', '.'])?;
    let (one, two) = (&word[..mark], word[mark + 1..].trim_end_matches('.'));
    let sign = &word[mark..=mark];
    let places = if sign == "-" { 2..=2 } else { 1..=2 };
    let figures = |part: &str| part.parse::<usize>().ok().filter(|_| places.contains(&part.len()));
    let (first, second) = (figures(one)?, figures(two)?);
    let named = |day: usize, month: usize| {
        let name = SHORT.get(month.checked_sub(1)?)?;
        (1..=31).contains(&day).then(|| format!("{name} {day}"))
    };
    let readings = [named(first, second), named(second, first).filter(|_| sign != ".")];
    readings.iter().any(Option::is_some).then_some((readings, word.len()))
}

/// `Dec 24-31`, `24-31 December`.
fn days_of_month(rest: &str) -> Option<(String, usize)> {
    let digits = |text: &str| {
        text.find(|c: char| !c.is_ascii_digit()).filter(|length| (1..3).contains(length)).or_else(|| {
            (1..3)
                .contains(&text.len())
                .then_some(text.len())
                .filter(|_| text.bytes().all(|byte| byte.is_ascii_digit()))
        })
    };
    if let Some(first) = digits(rest) {
        let (tail, gap) = through(&rest[first..])?;
        let second = digits(tail)?;
        let behind = &tail[second..];
        let blank = behind.len() - behind.trim_start().len();
        let word = token(behind.trim_start());
        let name = month(word)?;
        let length = first + gap + second + blank + word.len();
        let year = token(rest[length..].trim_start());
        // With a year it is a span of dates, which is read elsewhere.
        let dated = year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
        return (!dated).then(|| (format!("{name} {}..{name} {}", &rest[..first], &tail[..second]), length));
    }
    let (from, first) = month_day(rest)?;
    let (tail, gap) = through(&rest[first..])?;
    let second = digits(tail)?;
    let ends = tail[second..].chars().next().is_none_or(|c| c.is_whitespace() || matches!(c, ',' | ';'));
    let (name, _) = from.split_once(' ')?;
    let month_follows = month(token(tail[second..].trim_start())).is_some();
    (ends && !month_follows).then(|| (format!("{from}..{name} {}", &tail[..second]), first + gap + second))
}

/// A time in figures that were read as a day: `12.10`.
fn time_of_day(written: &str) -> Option<String> {
    let (time, length) = one_time(written)?;
    (length == written.len() && time.as_str() <= "24:00").then_some(time)
}

/// Two figures with a hyphen that may also be hours of a day: `12-14`.
fn hours_of_day(written: &str) -> Option<String> {
    let (from, to) = written.split_once('-')?;
    let hour = |text: &str| text.parse::<u8>().ok().filter(|hour| *hour <= 24);
    let (from, to) = (hour(from).filter(|hour| *hour < 24)?, hour(to)?);
    Some(format!("{from:02}:00..{to:02}:00"))
}

/// `2026-12-24T13:00..2026-12-27T09:00`, `24-12-2026 13:00 - 27-12-2026 9:00`.
pub(super) fn instants(rest: &str) -> Option<Slip> {
    let (from, first, begins) = one_instant(rest)?;
    let (tail, gap) = through(&rest[first..])?;
    let (to, second, ends) = one_instant(tail)?;
    let slip = Slip::many("dates with times", first + gap + second, rest, format!("{from}..{to}"))?;
    Some(if begins && ends { slip } else { slip.unsafely() })
}

/// One end of a span of dates, in the right form or not.
fn point(rest: &str) -> Option<Slip> {
    point_by(date, rest)
}

fn point_by(date: impl Fn(&str) -> Option<Slip>, rest: &str) -> Option<Slip> {
    if let Some(slip) = date(rest) {
        return Some(slip);
    }
    let iso = rest.get(..10).filter(|start| {
        start
            .bytes()
            .enumerate()
            .all(|(at, byte)| if at == 4 || at == 7 { byte == b'-' } else { byte.is_ascii_digit() })
    });
    let (meant, length) = iso.map(|start| (start.to_owned(), 10)).or_else(|| month_day(rest))?;
    Some(Slip { length, meant: vec![meant], message: String::new(), safe: true })
}

/// `2026-12-24T16:45`, `2026-12-24, 16:45`, `24-12-2026 9am`.
pub(super) fn instant(rest: &str) -> Option<Slip> {
    if let Some(slip) = behind_weekday(rest, one_instant) {
        return Some(slip);
    }
    let (meant, length, safe) = one_instant(rest)?;
    let slip = Slip::new("a date and time", length, rest, meant)?;
    Some(if safe { slip } else { slip.unsafely() })
}

/// A day with a time, how long it is, and whether neither can be another one.
fn one_instant(rest: &str) -> Option<(String, usize, bool)> {
    let day = point(rest)?;
    // In doubt about the day, nothing is guessed.
    let [date] = day.meant.as_slice() else { return None };
    let mark = rest[day.length..].chars().next().filter(|c| matches!(c, 'T' | ','));
    let start = day.length + mark.map_or(0, char::len_utf8);
    let tail = after_word(&rest[start..], &["at"]).map_or(&rest[start..], |(tail, _)| tail).trim_start();
    let (clock, length) = one_time(tail)?;
    let safe = day.safe && afternoon::of_time(&clock, &tail[..length]).is_none();
    Some((format!("{date} {clock}"), rest.len() - tail.len() + length, safe))
}

/// `24 December`, `December 24`, `24th of Dec.`, `1er janvier`, `24 de diciembre`, in our form, and how long it is there.
fn month_day(rest: &str) -> Option<(String, usize)> {
    if let Some((None, month, day, length)) = japanese(rest) {
        return Some((format!("{} {day}", SHORT.get(usize::from(month) - 1)?), length));
    }
    let ordinal = |word: &str| {
        let end = word.find(|c: char| !c.is_ascii_digit()).unwrap_or(word.len());
        let day = word[..end].parse::<u32>().ok().filter(|day| (1..=31).contains(day))?;
        ORDINALS.contains(&&word[end..]).then_some(day)
    };
    let word = |text: &str| {
        let text = text.trim_start();
        let end = text.find(|c: char| !(c.is_alphanumeric() || c == '.')).unwrap_or(text.len());
        text[..end].find("..").unwrap_or(end)
    };
    let first = word(rest);
    let behind = &rest[first..];
    let blank = behind.len() - behind.trim_start().len();
    let second = word(behind);
    let (one, two) = (&rest[..first], &behind[blank..blank + second]);
    let length = first + blank + second;
    if let (Some(day), Some(month)) = (ordinal(one), month(two)) {
        return Some((format!("{month} {day}"), length));
    }
    if let (Some(day), Some((tail, of))) = (ordinal(one), after_word(behind, &["of", "de", "d'", "d’"])) {
        let blank = tail.len() - tail.trim_start().len();
        let last = word(tail);
        let month = month(&tail[blank..blank + last])?;
        return Some((format!("{month} {day}"), first + of + blank + last));
    }
    let (month, day) = (month(one)?, ordinal(two)?);
    Some((format!("{month} {day}"), length))
}

/// What stands behind the figures of a day in English, French, Dutch, Spanish and German, as in `1st`, `1er` and `1.`.
const ORDINALS: [&str; 14] =
    ["", ".", "st", "nd", "rd", "th", "er", "e", "ste", "de", "º", ".º", "ro", "ère"];

/// Whether a text is a day without its year, as `1 March`.
pub(super) fn is_yearly(text: &str) -> bool {
    month_day(text).is_some_and(|(_, length)| length == text.len())
}
