//! Weekly hours that a text states in words: "Monday to Friday, 9 am to 5 pm".
//!
//! In: a passage. Out: [`Weekly`] hours with their places. Only whole statements count: two weekdays, then two times.

use super::tags::{Kinds, Little};
use super::{Kind, Mark, Passage, Tag};
use crate::time::Weekday;
use std::ops::Range;

/// Weekly hours as a text states them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Weekly {
    /// The first day and the last.
    pub days: (Weekday, Weekday),
    /// Opening and closing, in minutes since midnight.
    pub hours: (u32, u32),
    /// From the first day to the last time.
    pub tokens: Range<usize>,
    /// The number of the sentence.
    pub sentence: usize,
}

/// A weekday with a time of day: "Friday at 16:00".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moment {
    /// The day.
    pub day: Weekday,
    /// Minutes since midnight.
    pub minutes: u32,
    /// Both of them, and what stands between.
    pub tokens: Range<usize>,
    /// The number of the sentence.
    pub sentence: usize,
}

const DAYS: [(Tag, Weekday); 7] = [
    (Tag::Monday, Weekday::Monday),
    (Tag::Tuesday, Weekday::Tuesday),
    (Tag::Wednesday, Weekday::Wednesday),
    (Tag::Thursday, Weekday::Thursday),
    (Tag::Friday, Weekday::Friday),
    (Tag::Saturday, Weekday::Saturday),
    (Tag::Sunday, Weekday::Sunday),
];

const ANY_DAY: Kinds = Tag::bits(&[
    Tag::Monday,
    Tag::Tuesday,
    Tag::Wednesday,
    Tag::Thursday,
    Tag::Friday,
    Tag::Saturday,
    Tag::Sunday,
]);

impl Passage<'_> {
    /// The weekdays of sentences that say nothing but that we are open on them, with their places.
    pub fn open_days(&self) -> Vec<(Weekday, Range<usize>)> {
        const BESIDE: [Tag; 5] = [Tag::We, Tag::And, Tag::To, Tag::Every, Tag::PlaceOf];
        const OTHER: [Tag; 5] = [Tag::Not, Tag::Hedge, Tag::Limit, Tag::LocalTime, Tag::Change];
        const LITTLE: [Little; 4] = [Little::Opening, Little::Helping, Little::Joining, Little::Trailing];
        if self.scanned.maybe & ANY_DAY == 0 {
            return Vec::new();
        }
        let tokens = self.tokens();
        let day = |tag: Tag| DAYS.iter().find(|(known, _)| *known == tag).map(|(_, day)| *day);
        let says_open = |sentence: usize| {
            let marks = tokens.marks_in(sentence);
            let known = marks.filter(|mark| BESIDE.contains(&mark.tag) || day(mark.tag).is_some());
            let known: Vec<Range<usize>> = known.map(Mark::tokens).collect();
            self.says_little(sentence, &[Little::Opening])
                && !self.says_little(sentence, &[Little::Past])
                && !tokens.says(sentence, &OTHER)
                && self.says_only(sentence, &LITTLE, &known)
        };
        let days = tokens.marks.iter().filter(|mark| day(mark.tag).is_some() && says_open(mark.sentence()));
        days.filter_map(|mark| Some((day(mark.tag)?, mark.tokens()))).collect()
    }

    /// The weekly hours that it states.
    pub fn weekly_hours(&self) -> Vec<Weekly> {
        if self.scanned.maybe & ANY_DAY == 0 {
            return Vec::new();
        }
        let days: Vec<(Weekday, Range<usize>, usize)> = self
            .tokens()
            .marks
            .iter()
            .filter_map(|mark| {
                let (_, day) = DAYS.iter().find(|(tag, _)| *tag == mark.tag)?;
                Some((*day, mark.tokens(), mark.sentence()))
            })
            .collect();
        let found = days.windows(2).filter_map(|pair| {
            let [(from, first, sentence), (to, last, of)] = pair else { return None };
            (sentence == of && self.joined(first.end, last.start)).then_some(())?;
            let (hours, end) = self.hours_after(last.end, *sentence)?;
            Some(Weekly { days: (*from, *to), hours, tokens: first.start..end, sentence: *sentence })
        });
        found.collect()
    }

    /// The weekdays that stand beside one time of day, before it or behind it.
    pub fn moments(&self) -> Vec<Moment> {
        const NEAR: usize = 3;
        let tokens = self.tokens();
        let day = |mark: &super::Mark| DAYS.iter().find(|(tag, _)| *tag == mark.tag).map(|(_, day)| *day);
        let mut found: Vec<Moment> = Vec::new();
        for mark in &tokens.marks {
            let Some(day) = day(mark) else { continue };
            let sentence = tokens.sentence(mark.sentence());
            let behind =
                (mark.tokens().end..sentence.end.min(mark.tokens().end + NEAR)).find_map(|at| self.time(at));
            let first = found.last().map_or(sentence.start, |before| before.tokens.end.max(sentence.start));
            let before = || {
                let from = mark.tokens().start.saturating_sub(NEAR + 2).max(first);
                (from..mark.tokens().start)
                    .find_map(|at| self.time(at))
                    .filter(|(_, it)| it.end <= mark.tokens().start)
            };
            let Some((minutes, time)) = behind.or_else(before) else { continue };
            let tokens = time.start.min(mark.tokens().start)..time.end.max(mark.tokens().end);
            found.push(Moment { day, minutes, tokens, sentence: mark.sentence() });
        }
        found
    }

    /// The times of day that a sentence names, in minutes since midnight, with their places.
    pub fn times(&self, sentence: usize) -> Vec<(u32, Range<usize>)> {
        let mut found: Vec<(u32, Range<usize>)> = Vec::new();
        for at in self.tokens().sentence(sentence) {
            let end = found.last().map_or(0, |(_, before)| before.end);
            found.extend(self.time(at).filter(|_| at >= end));
        }
        found
    }

    /// A time of day that is surely one: "16:00", "4 pm", "16 Uhr".
    fn time(&self, at: usize) -> Option<(u32, Range<usize>)> {
        let (minutes, half, end) = self.clock(at)?;
        let sure = half.is_some() || end > at + 1 || self.tokens().all[at].text.contains(':');
        (sure && minutes < 1440).then(|| (half_of(minutes, half), at..end))
    }

    /// Whether only "to" or a dash stands between two tokens.
    fn joined(&self, from: usize, to: usize) -> bool {
        // Between words a hyphen only divides, so that two days next to each other are a span too.
        let phrase = |mark: &super::Mark| mark.tag == Tag::To && mark.tokens() == (from..to) && to > from + 1;
        to == from || to == from + 1 && self.is_to(from) || self.tokens().marks.iter().any(phrase)
    }

    fn is_to(&self, at: usize) -> bool {
        let tokens = self.tokens();
        let text = tokens.all[at].text.as_str();
        let and = ["and", "or", "en", "of", "und", "oder", "et", "ou", "y", "o", "または"].contains(&text);
        let to = tokens.marks.iter().any(|mark| mark.tag == Tag::To && mark.tokens() == (at..at + 1));
        (to && !and) || matches!(text, "-" | "–" | "—" | "～" | "〜")
    }

    /// Two times that stand behind a token, with at most three words before them.
    fn hours_after(&self, from: usize, sentence: usize) -> Option<((u32, u32), usize)> {
        let tokens = self.tokens();
        let end = tokens.sentence(sentence).end;
        let start = (from..end.min(from + 4)).find(|at| tokens.all[*at].kind == Kind::Number)?;
        let (first, half, next) = self.clock(start)?;
        let next = self.between(next, end)?;
        let (second, other_half, behind) = self.clock(next)?;
        let first = half_of(first, half.or(other_half.filter(|_| first >= second)));
        let mut second = half_of(second, other_half);
        // "9 to 5" is never in the night.
        if half.is_none() && other_half.is_none() && second <= first && second < 720 {
            second += 720;
        }
        (first < second).then_some(((first, second), behind))
    }

    /// The token behind "to", from here.
    fn between(&self, at: usize, end: usize) -> Option<usize> {
        (at + 1 < end && self.is_to(at)).then_some(at + 1)
    }

    /// A time of day: minutes, which half of the day, and the token behind it.
    fn clock(&self, at: usize) -> Option<(u32, Option<bool>, usize)> {
        let tokens = self.tokens();
        let token = tokens.all.get(at).filter(|token| token.kind == Kind::Number)?;
        let (hour, minute) = match token.text.split_once([':', '.']) {
            Some((hour, minute)) if minute.len() == 2 => (hour.parse().ok()?, minute.parse().ok()?),
            Some(_) => return None,
            None => (token.text.parse::<u32>().ok()?, 0),
        };
        if hour > 24 || minute > 59 {
            return None;
        }
        let mut behind = at + 1;
        let word = |at: usize| tokens.all.get(at).map_or("", |token| token.text.as_str());
        let mut half = None;
        match word(behind) {
            "am" | "pm" => {
                half = Some(word(behind) == "pm");
                behind += 1;
            }
            "a" | "p" if word(behind + 1) == "." && word(behind + 2) == "m" => {
                half = Some(word(behind) == "p");
                behind += if word(behind + 3) == "." { 4 } else { 3 };
            }
            _ if tokens.marks.iter().any(|mark| mark.tag == Tag::OClock && mark.tokens().start == behind) => {
                behind += 1;
                // "9 h 30".
                if word(behind - 1) == "h" && tokens.all.get(behind).is_some_and(|it| it.kind == Kind::Number)
                {
                    let minute: u32 = word(behind).parse().ok()?;
                    return (minute < 60).then_some((hour * 60 + minute, None, behind + 1));
                }
            }
            _ => {}
        }
        Some((hour * 60 + minute, half, behind))
    }
}

/// A time with its half of the day, `true` for the second.
fn half_of(minutes: u32, half: Option<bool>) -> u32 {
    match half {
        Some(true) if minutes < 720 => minutes + 720,
        Some(false) if minutes >= 720 => minutes - 720,
        Some(_) | None => minutes,
    }
}
