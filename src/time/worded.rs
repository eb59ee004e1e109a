//! Days and times as people say them, where another form is asked for: `8 March 2027 10:00`, `March 8, 2027`, `08.03.2027`.
//!
//! In: a text. Out: the day and the time that it can mean, so that they can be offered in the right form. Nothing is read so.

use super::{ClockTime, Date};
use std::fmt;

/// A day, perhaps with a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Worded {
    /// The day.
    pub date: Date,
    /// The time, if one is said.
    pub time: Option<ClockTime>,
}

impl fmt::Display for Worded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.time {
            Some(time) => write!(f, "{}T{time}", self.date),
            None => write!(f, "{}", self.date),
        }
    }
}

/// The months, in small letters.
pub const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// What is told of a day until now.
#[derive(Default)]
struct Told {
    year: Option<i16>,
    month: Option<u8>,
    day: Option<u8>,
    /// A whole day in figures, and what else it can mean.
    figures: Vec<Date>,
    time: Option<(u8, u8, u8)>,
}

/// All that a text can mean: nothing, one day, or two of which day and month are exchanged.
pub fn worded(text: &str) -> Vec<Worded> {
    told(text).map_or_else(Vec::new, Told::days)
}

fn told(text: &str) -> Option<Told> {
    let text = text.to_lowercase().replace(',', " ");
    let mut words: Vec<&str> = text.split_whitespace().collect();
    words.retain(|word| !matches!(*word, "at" | "on" | "the" | "of") && !begins(&WEEKDAYS, word));
    let mut told = Told::default();
    let mut rest = words.as_slice();
    while let [word, behind @ ..] = rest {
        rest = behind;
        // `10 am` in two words.
        if let Some(half @ ("am" | "pm" | "a.m." | "p.m.")) = behind.first().copied()
            && let Some(time) = time(&format!("{word}{half}"))
        {
            told.time.is_none().then(|| told.time = Some(time))?;
            rest = &behind[1..];
        } else {
            told.word(word)?;
        }
    }
    Some(told)
}

impl Told {
    /// Takes one word in; none where it says nothing of a day or a time, or says it again.
    fn word(&mut self, word: &str) -> Option<()> {
        let plain = word.trim_end_matches('.');
        let day = ["st", "nd", "rd", "th"].iter().find_map(|end| plain.strip_suffix(end)).unwrap_or(plain);
        let number: Option<i16> = day.parse().ok().filter(|_| day.bytes().all(|byte| byte.is_ascii_digit()));
        if let Some(month) = MONTHS.iter().position(|month| begins(&[month], plain)) {
            self.month.replace(u8::try_from(month + 1).ok()?).is_none().then_some(())
        } else if let Some(number) = number {
            if day.len() == 4 {
                self.year.replace(number).is_none().then_some(())
            } else {
                self.day.replace(u8::try_from(number).ok()?).is_none().then_some(())
            }
        } else if let Some(time) = time(word) {
            self.time.replace(time).is_none().then_some(())
        } else {
            let days = figures(word);
            let first = self.figures.is_empty() && !days.is_empty();
            self.figures = days;
            first.then_some(())
        }
    }

    fn days(self) -> Vec<Worded> {
        let named = match (self.year, self.month, self.day) {
            (Some(year), Some(month), Some(day)) => Date::new(year, month, day),
            (None, None, None) => None,
            _ => return Vec::new(),
        };
        let days = if self.figures.is_empty() { named.into_iter().collect() } else { self.figures };
        let time = match self.time.map(|(hour, minute, second)| ClockTime::new(hour, minute, second)) {
            Some(None) => return Vec::new(),
            other => other.flatten(),
        };
        days.into_iter().map(|date| Worded { date, time }).collect()
    }
}

/// Whether a word is one of these, whole or shortened to three letters or more.
fn begins(names: &[&str], word: &str) -> bool {
    let word = word.trim_end_matches('.');
    word.len() > 2 && names.iter().any(|name| name.starts_with(word))
}

/// `08.03.2027`, `8-3-2027`, `03/08/2027`, `2027/3/8`.
fn figures(word: &str) -> Vec<Date> {
    let Some(sign) = word.chars().find(|c| matches!(c, '.' | '-' | '/')) else { return Vec::new() };
    let parts: Vec<Option<i16>> = word.split(sign).map(|part| part.parse().ok()).collect();
    let [Some(first), Some(second), Some(third)] = parts.as_slice() else { return Vec::new() };
    let small = |number: &i16| u8::try_from(*number).ok();
    let date = |year: &i16, month, day| Date::new(*year, small(month)?, small(day)?).filter(|_| *year > 1900);
    let (own, exchanged) = if *first > 99 {
        (date(first, second, third), None)
    } else {
        // With full stops the day stands first everywhere.
        (date(third, second, first), date(third, first, second).filter(|_| sign != '.'))
    };
    let mut days: Vec<Date> = own.into_iter().chain(exchanged).collect();
    days.dedup();
    days
}

/// `10:00`, `10:00:30`, `10am`, `10.30pm`, `noon`.
fn time(word: &str) -> Option<(u8, u8, u8)> {
    if word == "noon" {
        return Some((12, 0, 0));
    }
    let halves = [("am", 0), ("a.m.", 0), ("pm", 12), ("p.m.", 12)];
    let half = halves.iter().find_map(|(half, add)| Some((word.strip_suffix(half)?, *add)));
    let (clock, add) = half.map_or((word, None), |(clock, add)| (clock, Some(add)));
    let sign = if add.is_some() { [':', '.'] } else { [':', ':'] };
    let parts: Option<Vec<u8>> = clock.split(sign).map(|part| part.parse().ok()).collect();
    let (hour, minute, second) = match parts?.as_slice() {
        [hour] if add.is_some() => (*hour, 0, 0),
        [hour, minute] => (*hour, *minute, 0),
        [hour, minute, second] => (*hour, *minute, *second),
        _ => return None,
    };
    match add {
        Some(add) => (1..=12).contains(&hour).then_some((hour % 12 + add, minute, second)),
        None => Some((hour, minute, second)),
    }
}

#[cfg(test)]
mod tests {
    use super::worded;

    fn said(text: &str) -> String {
        let days: Vec<String> = worded(text).iter().map(ToString::to_string).collect();
        days.join(" or ")
    }

    #[test]
    fn days_in_words_and_figures_are_offered_in_the_right_form() {
        for (text, meant) in [
            ("8 March 2027", "2027-03-08"),
            ("March 8, 2027", "2027-03-08"),
            ("Monday, 8th of March 2027 at 10:00", "2027-03-08T10:00"),
            ("Mon 8 Mar 2027 3 pm", "2027-03-08T15:00"),
            ("8 march 2027 12am", "2027-03-08T00:00"),
            ("2027-03-08 10am", "2027-03-08T10:00"),
            ("2027/03/08", "2027-03-08"),
            ("08.03.2027 10:00:30", "2027-03-08T10:00:30"),
            ("03/08/2027", "2027-08-03 or 2027-03-08"),
            ("13/08/2027", "2027-08-13"),
            ("08/08/2027", "2027-08-08"),
            ("2027-03-08 noon", "2027-03-08T12:00"),
        ] {
            assert_eq!(said(text), meant, "{text}");
        }
    }

    #[test]
    fn what_is_no_whole_day_is_offered_nothing() {
        for text in [
            "",
            "today",
            "March 2027",
            "8 March",
            "31 February 2027",
            "10:00",
            "8 March 2027 25:00",
            "8.3.27",
            "8 9 March 2027",
            "next week",
        ] {
            assert_eq!(said(text), "", "{text}");
        }
    }
}
