//! Slips in times of day and in hours from one time to another.
//!
//! In: a text that begins where one of them belongs. Out: how long the slip is and what is meant; nothing where it is none.

use super::{FOREIGN_DASHES, Slip, after_word, afternoon, joined_by, through};

/// `9am`, `9:00`, `3 pm`, `17.30`, `15h`, `1500`, `noon`; midnight begins a day and ends one.
pub(super) fn time(rest: &str) -> Option<Slip> {
    if let Some((_, length)) = after_word(rest, &["midnight"]) {
        return Some(Slip::doubtful(&rest[..length], vec!["24:00".to_owned(), "00:00".to_owned()]));
    }
    let (meant, length) = one_time(rest).or_else(|| four_figures(rest))?;
    if let Some(later) = afternoon::of_time(&meant, &rest[..length]) {
        return Some(Slip::doubtful(rest[..length].trim_end(), vec![later, meant]));
    }
    Slip::new("a time of day", length, rest, meant)
}

/// `0900`, which is a time only where a time belongs.
fn four_figures(rest: &str) -> Option<(String, usize)> {
    let digits = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    let (hour, minute) = rest.get(..4).filter(|_| digits == 4)?.split_at(2);
    let fits = hour.parse::<u32>().ok()? <= 24 && minute.parse::<u32>().ok()? < 60;
    let ends = rest[4..].chars().next().is_none_or(|c| !c.is_alphanumeric() && c != ':');
    (fits && ends).then(|| (format!("{hour}:{minute}"), 4))
}

/// `9am..17:00`, `9:00-17:30`, `09:00 – 17:30`, `9 to 5pm`, `9..17`, `from 9:00 to 17:00`, `0900-1700`, `noon to midnight`.
pub(super) fn hours(rest: &str) -> Option<Slip> {
    if let Some(slip) = whole_day(rest) {
        return Some(slip);
    }
    let (tail, before) = after_word(rest, &["from", "between", "de", "von", "van"]).unwrap_or((rest, 0));
    let before = before + tail.len() - tail.trim_start().len();
    let rest_of = &rest[before..];
    let midnight =
        |text: &str, hour: &str| after_word(text, &["midnight"]).map(|(_, length)| (hour.to_owned(), length));
    let any = |text: &str, hour: &str| {
        midnight(text, hour)
            .or_else(|| one_time(text))
            .or_else(|| four_figures(text))
            .or_else(|| bare_hour(text))
    };
    let (from, first) = any(rest_of, "00:00")?;
    let joined = if before > 0 { after_word(&rest_of[first..], &["and"]) } else { None };
    let between = joined.map(|(tail, length)| {
        let trimmed = tail.trim_start();
        (trimmed, length + tail.len() - trimmed.len())
    });
    let Some((tail, gap)) =
        through(&rest_of[first..]).or(between).or_else(|| joined_by(&rest_of[first..], &FOREIGN_DASHES))
    else {
        // `from 13:00`: until the day ends, probably.
        let open = before > 0 && rest.trim_start().to_lowercase().starts_with("from");
        return Slip::many("hours", before + first, rest, format!("{from}..24:00"))
            .filter(|_| open)
            .map(Slip::unsafely);
    };
    let (to, second) = any(tail, "24:00")?;
    let mut length = before + first + gap + second;
    if let Some((_, more)) = after_word(&rest[length..], &["h", "hrs", "hours", "uur", "Uhr", "o'clock"]) {
        length += more;
    }
    // `9-5` means five in the afternoon, or a night.
    let readings = afternoon::of_hours(&from, &rest_of[..first], &to, &tail[..second]);
    if readings.len() > 1 {
        return Some(Slip::doubtful(rest[..length].trim_end(), readings));
    }
    Slip::many("hours", length, rest, format!("{from}..{to}"))
}

/// `24h`, `24 hours`, `all day`: the hours of a day from its beginning to its end.
fn whole_day(rest: &str) -> Option<Slip> {
    let words = [
        "24 hours a day",
        "24 hours per day",
        "24 hours",
        "24hours",
        "24 hrs",
        "24hrs",
        "24 h",
        "24h",
        "24 uur",
        "24 Stunden",
        "24 heures",
        "24 horas",
        "around the clock",
        "round the clock",
    ];
    // The whole day may be that of the office.
    let doubtful = after_word(rest, &["all day", "the whole day"]);
    let (tail, length) = after_word(rest, &words).or(doubtful)?;
    // `24h - 6h` ends elsewhere.
    let ends = tail.is_empty() || tail.starts_with([' ', ',', ';']) && through(tail).is_none();
    let slip = Slip::many("hours", length, rest, "00:00..24:00".to_owned()).filter(|_| ends)?;
    Some(if doubtful.is_some() { slip.unsafely() } else { slip })
}

/// The right form of the time that a text begins with, and how long it is there.
pub(super) fn one_time(rest: &str) -> Option<(String, usize)> {
    if let Some((_, length)) = after_word(rest, &["12 noon", "12:00 noon", "noon", "midday"]) {
        return Some(("12:00".to_owned(), length));
    }
    let digits = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    if digits == 0 || digits > 2 {
        return None;
    }
    let mut length = digits;
    let mut minute = 0;
    let behind = &rest[digits..];
    let minutes =
        behind.strip_prefix([':', '.', 'h']).filter(|tail| tail.starts_with(|c: char| c.is_ascii_digit()));
    if let Some(tail) = minutes {
        let figures = tail.find(|c: char| !c.is_ascii_digit()).unwrap_or(tail.len());
        if figures != 2 {
            return None;
        }
        minute = tail[..2].parse().ok()?;
        length += 3;
    }
    let mut hour: u32 = rest[..digits].parse().ok()?;
    let half = [(&["am", "a.m.", "a.m"], 0), (&["pm", "p.m.", "p.m"], 12)]
        .into_iter()
        .find_map(|(words, add)| after_word(&rest[length..], words).map(|(_, more)| (add, more)));
    if let Some((add, more)) = half {
        if !(1..=12).contains(&hour) {
            return None;
        }
        hour = hour % 12 + add;
        length += more;
    } else if minutes.is_none() {
        let (_, more) = after_word(&rest[length..], &["h", "uur", "Uhr", "o'clock", "o’clock"])?;
        length += more;
    } else if let Some((_, more)) = after_word(&rest[length..], &["h", "hrs", "uur", "Uhr"]) {
        length += more;
    }
    let ends = rest[length..].chars().next().is_none_or(|c| !c.is_alphanumeric() && c != ':');
    (ends && hour <= 24 && minute < 60).then(|| (format!("{hour:02}:{minute:02}"), length))
}

/// A whole hour without minutes, which is one only beside another time.
fn bare_hour(rest: &str) -> Option<(String, usize)> {
    let digits = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    let hour: u32 = rest[..digits].parse().ok()?;
    let ends = rest[digits..].chars().next().is_none_or(|c| !c.is_alphanumeric() && c != ':');
    let known = ends && digits <= 2 && hour <= 24;
    known.then(|| (format!("{hour:02}:00"), digits))
}
