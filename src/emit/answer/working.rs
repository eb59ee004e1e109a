//! The working of a deadline in words: what was counted, and what was passed over and why.
//!
//! In: the stretches of a commitment. Out: a line for each that a reader wants to know of: every counted one, every closure
//! with a name, every pause, and what is closed for a day or longer. That an office is closed at night goes without saying.

use super::Speaker;
use super::column::{Sheet, aligned};
use crate::evaluate::Commitment;
use crate::time::{ClockTime, Instant};
use crate::value::Unit;

/// How many lines are shown.
const MOST: usize = 12;
/// A closure without a name is shown from this many seconds on.
const LONG: i64 = 86_400;

/// Adds the lines.
pub fn lines(speaker: &Speaker<'_>, said: &Commitment, sheet: &mut Sheet) {
    let mut rows: Vec<(Instant, Vec<String>)> = Vec::new();
    for part in &said.counted {
        if let (Some(from), Some(to)) = (Speaker::instant(&part.from), Speaker::instant(&part.to)) {
            rows.push((from, vec![stretch(speaker, from, to), amount(speaker, &part.amount), String::new()]));
        }
    }
    for part in &said.passed {
        let (Some(from), Some(to)) = (Speaker::instant(&part.from), Speaker::instant(&part.to)) else {
            continue;
        };
        let why = match (part.why, &part.name) {
            ("paused", name) => {
                let paused = speaker.word("answer-paused");
                match name {
                    Some(name) => speaker.with_aside(&paused, &state(speaker, name)),
                    None => paused,
                }
            }
            (_, Some(name)) => occasion(speaker, name),
            (_, None) if to.seconds() - from.seconds() < LONG => continue,
            ("not-counted", None) => speaker.word("answer-uncounted"),
            (_, None) => speaker.word("answer-closed"),
        };
        rows.push((from, vec![stretch(speaker, from, to), "–".to_owned(), why]));
    }
    rows.sort_by_key(|(at, _)| *at);
    // One stretch that is the whole promise says nothing that was not said.
    if rows.len() < 2 {
        return;
    }
    let hidden = rows.len().saturating_sub(MOST);
    let shown: Vec<Vec<String>> = rows.into_iter().take(MOST).map(|(_, row)| row).collect();
    for row in aligned(&shown) {
        sheet.more(&[row.join("   ")]);
    }
    if hidden > 0 {
        sheet.more(&[format!("… {hidden}")]);
    }
}

/// The reason of a closure in the language of the answer, where the policy says it in that language.
fn occasion(speaker: &Speaker<'_>, name: &str) -> String {
    let lines = speaker.program.calendars.values().flat_map(|calendar| &calendar.lines);
    let mut said = lines.filter_map(|line| line.occasion.as_ref());
    let found = said.find(|text| *text.original.content == *name);
    found.map_or_else(|| name.to_owned(), |text| speaker.plain(speaker.wording.text(text)))
}

fn state(speaker: &Speaker<'_>, name: &str) -> String {
    let states = speaker.program.processes.values().flat_map(|process| &process.states);
    let found = states.into_iter().find(|state| state.clause.name == *name);
    speaker.title(found.map(|state| &state.clause), name)
}

/// A stretch with its days: hours of one day, whole days, or from an instant to another.
fn stretch(speaker: &Speaker<'_>, from: Instant, to: Instant) -> String {
    let (begin, end) = (speaker.clock.local(from), speaker.clock.local(to));
    let words = speaker.words;
    let day = |date| speaker.plain(&words.short_full_date(date));
    let last = to.plus(-1).map_or(end, |last| speaker.clock.local(last));
    if begin.time == ClockTime::MIDNIGHT && end.time == ClockTime::MIDNIGHT {
        return if begin.date == last.date {
            day(begin.date)
        } else {
            format!("{} – {}", day(begin.date), day(last.date))
        };
    }
    let time = |time| speaker.plain(&words.clock_time(time));
    // Of a time that comes twice it is said which one is meant.
    let (first, second) = (speaker.which(from), speaker.which(to));
    if begin.date == last.date {
        let end = if end.date == begin.date { end.time } else { ClockTime::DAY_END };
        return format!("{}  {}{first} – {}{second}", day(begin.date), time(begin.time), time(end));
    }
    let instant = |at| speaker.plain(&words.short_instant(at));
    format!("{}{first} – {}{second}", instant(begin), instant(end))
}

/// A length in ISO 8601 in words: `PT3H30M` is 3:30, `P1D` one day.
pub fn amount(speaker: &Speaker<'_>, iso: &str) -> String {
    let letter = iso.chars().next_back();
    let number = |text: &str| text.parse::<u32>().ok();
    let Some(time) = iso.strip_prefix("PT") else {
        let unit = match letter {
            Some('D') => Unit::Day,
            Some('W') => Unit::Week,
            Some('M') => Unit::Month,
            _ => Unit::Year,
        };
        let count = iso.get(1..iso.len().saturating_sub(1)).and_then(number);
        return count
            .map_or_else(|| iso.to_owned(), |count| speaker.plain(&speaker.words.elapsed(count, unit)));
    };
    let (mut parts, mut digits) = ([0_u32; 3], String::new());
    for letter in time.chars() {
        let place = match letter {
            'H' => 0,
            'M' => 1,
            'S' => 2,
            digit => {
                digits.push(digit);
                continue;
            }
        };
        parts[place] = number(&digits).unwrap_or(0);
        digits.clear();
    }
    seconds(i64::from(parts[0]) * 3600 + i64::from(parts[1]) * 60 + i64::from(parts[2]))
}

/// `3:30`, or `3:30:15` where there are seconds.
pub fn seconds(count: i64) -> String {
    let (hours, minutes, rest) = (count / 3600, count / 60 % 60, count % 60);
    if rest == 0 { format!("{hours}:{minutes:02}") } else { format!("{hours}:{minutes:02}:{rest:02}") }
}

/// A stretch between two times as they are written.
pub fn open(speaker: &Speaker<'_>, from: &str, to: &str) -> Option<Vec<String>> {
    let (from, to) = (Speaker::instant(from)?, Speaker::instant(to)?);
    Some(vec![stretch(speaker, from, to), seconds(to.seconds() - from.seconds())])
}
