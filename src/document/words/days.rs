//! Weekdays, hours, seasons, and the lines of a calendar.
//!
//! In: spans as they were written. Out: `Monday to Friday`, `09:00 to 17:30`, `1 July to 31 August`. Days include both
//! ends and hours do not include the second, which languages that tell the two apart say.

use super::{Arg, Phrase, Wording, Words};
use crate::hir::{BusinessDays, Line, Nth};
use crate::time::{ClockTime, Date, MonthDay, Weekday, Zone};
use crate::value::{BusinessWord, ClockSpan, DatePoint, DateSpan, Instants, WeekdaySpan};

impl Words {
    /// `Monday to Thursday and Saturday`; all seven are `every day`.
    pub fn weekdays(self, spans: &[WeekdaySpan]) -> String {
        self.weekday_list(spans, Self::weekday, "weekday-span")
    }

    /// `Mon to Thu and Sat`.
    pub fn short_weekdays(self, spans: &[WeekdaySpan]) -> String {
        self.weekday_list(spans, Self::short_weekday, "weekday-span-short")
    }

    fn weekday_list(self, spans: &[WeekdaySpan], name: fn(Self, Weekday) -> String, key: &str) -> String {
        let parts = spans.iter().map(|span| match span.days()[..] {
            [_, _, _, _, _, _, _] => self.word("weekday-every"),
            [day] => name(self, day),
            [first, second] => self.and([name(self, first), name(self, second)]).text(),
            _ => self.say(key, &[("from", name(self, span.from).into()), ("to", name(self, span.to).into())]),
        });
        self.and(parts.collect::<Vec<_>>()).text()
    }

    /// `09:00 to 17:30`, `22:00 to 06:00 the next day`, `all day`, `from 13:00`, `until 12:00`.
    pub fn clock_span(self, span: ClockSpan) -> String {
        self.say("clock-span", &self.clock_args(span))
    }

    /// `from 09:00 to 17:30`.
    pub fn clock_span_in_sentence(self, span: ClockSpan) -> String {
        self.say("clock-span-sentence", &self.clock_args(span))
    }

    fn clock_args(self, span: ClockSpan) -> [(&'static str, Arg); 3] {
        let kind = match (span.from == ClockTime::MIDNIGHT, span.to) {
            (true, ClockTime::DAY_END | ClockTime::MIDNIGHT) => "day",
            (true, _) => "until",
            (false, ClockTime::DAY_END | ClockTime::MIDNIGHT) => "from",
            (false, to) if to <= span.from => "overnight",
            (false, _) => "plain",
        };
        [
            ("kind", kind.into()),
            ("from", self.clock_time(span.from).into()),
            ("to", self.clock_time(span.to).into()),
        ]
    }

    /// The hours of a day, `08:00 to 12:00 and 13:00 to 17:00`; none means all day.
    pub fn hours(self, hours: &[ClockSpan]) -> String {
        let whole = ClockSpan { from: ClockTime::MIDNIGHT, to: ClockTime::DAY_END };
        let hours = if hours.is_empty() { &[whole][..] } else { hours };
        self.and(hours.iter().map(|span| self.clock_span(*span))).text()
    }

    /// The hours of a day, `from 08:00 to 12:00 and from 13:00 to 17:00`; none means all day.
    pub fn hours_in_sentence(self, hours: &[ClockSpan]) -> String {
        let whole = ClockSpan { from: ClockTime::MIDNIGHT, to: ClockTime::DAY_END };
        let hours = if hours.is_empty() { &[whole][..] } else { hours };
        self.and(hours.iter().map(|span| self.clock_span_in_sentence(*span))).text()
    }

    /// `24 to 26 December 2026`, or one date.
    pub fn date_span(self, span: DateSpan) -> String {
        self.span_of_dates(span, "date-span")
    }

    /// `from 1 July to 31 August`, or `on 1 July`.
    pub fn date_span_in_sentence(self, span: DateSpan) -> String {
        self.span_of_dates(span, "date-span-sentence")
    }

    fn span_of_dates(self, span: DateSpan, key: &str) -> String {
        let (whole_from, whole_to) = (self.date_point(span.from), self.date_point(span.to));
        let (from, to) = match (span.from, span.to) {
            (DatePoint::Full(from), DatePoint::Full(to)) => {
                (self.date_beside(from, to), self.date_beside(to, from))
            }
            // A span that goes round the year says both months.
            (DatePoint::Yearly(from), DatePoint::Yearly(to))
                if from.month != to.month || from.day < to.day =>
            {
                (self.yearly_beside(from, to), self.yearly_beside(to, from))
            }
            _ => (whole_from.clone(), whole_to.clone()),
        };
        let days = if span.from == span.to { "one" } else { "many" };
        let args = [
            ("days", days.into()),
            ("from", from.into()),
            ("to", to.into()),
            ("from-whole", whole_from.into()),
            ("to-whole", whole_to.into()),
        ];
        self.say(key, &args)
    }

    /// `24 December 2026`, `24 December`.
    pub fn date_point(self, point: DatePoint) -> String {
        match point {
            DatePoint::Full(date) => self.date(date),
            DatePoint::Yearly(day) => self.yearly_day(day),
        }
    }

    /// One end of a span, without the year or month that it shares with the other end. Which end is shortened is for
    /// the language: the first where the year comes last, the last where it comes first.
    fn date_beside(self, date: Date, other: Date) -> String {
        let day = |date: Date| MonthDay { month: date.month(), day: date.day() };
        if date.year() == other.year() { self.yearly_beside(day(date), day(other)) } else { self.date(date) }
    }

    fn yearly_beside(self, day: MonthDay, other: MonthDay) -> String {
        if day.month == other.month {
            self.say("date-day", &[("day", u32::from(day.day).into())])
        } else {
            self.yearly_day(day)
        }
    }

    /// `from Thursday 24 December 2026 at 13:00 to Sunday 27 December 2026 at 09:00`.
    pub fn instants(self, span: Instants) -> String {
        self.say(
            "instant-span",
            &[("from", self.instant(span.from).into()), ("to", self.instant(span.to).into())],
        )
    }

    /// `local time in Amsterdam`.
    pub fn local_time(self, zone: &Zone) -> String {
        self.say("zone-local", &[("zone", self.zone(zone).into())])
    }

    /// How business days are counted, in one or two sentences.
    pub fn business_days(self, reading: BusinessDays, word: BusinessWord) -> String {
        let word = ("word", Arg::from(word.word()));
        match reading {
            BusinessDays::EndAtClose => self.say("count-days-end-at-close", &[word]),
            BusinessDays::KeepTime => self.say("count-days-keep-time", &[word]),
            BusinessDays::KeepTimeNextOpening => self.say("count-days-keep-time-next-opening", &[word]),
            BusinessDays::KeepTimeUntilClose => self.say("count-days-keep-time-until-close", &[word]),
            BusinessDays::RollToOpening => self.say("count-days-roll-to-opening", &[word]),
            BusinessDays::IncludeReceipt => self.say("count-days-include-receipt", &[word]),
            BusinessDays::Hours(hours) => {
                self.say("count-days-hours", &[word, ("hours", self.number(hours).into())])
            }
            BusinessDays::ScheduleDay => self.say("count-days-schedule-day", &[word]),
        }
    }
}

impl Wording<'_> {
    /// When a line of a calendar counts, without saying whether it opens or closes: `Monday to Friday, 09:00 to 17:30`.
    pub fn line(&self, line: &Line) -> Phrase {
        let words = self.words;
        match line {
            Line::Weekly { effect: _, days, hours, season } => {
                let mut parts = vec![words.weekdays(days)];
                if !hours.is_empty() {
                    parts.push(words.hours(hours));
                }
                parts.extend(season.map(|season| words.date_span_in_sentence(season)));
                words.commas(parts)
            }
            Line::Monthly { effect: _, which, day, hours } => {
                let args = [("which", nth(*which).into()), ("day", words.weekday(*day).into())];
                let mut parts = vec![words.say("day-of-month", &args)];
                if !hours.is_empty() {
                    parts.push(words.hours(hours));
                }
                words.commas(parts)
            }
            Line::Dates { effect: _, dates, hours } => {
                let mut parts = vec![words.date_span(*dates)];
                if !hours.is_empty() {
                    parts.push(words.hours(hours));
                }
                words.commas(parts)
            }
            Line::Instants { effect: _, from, to } => {
                words.instants(Instants { from: *from, to: *to }).into()
            }
            Line::WeekSpan { from, to } => {
                let end = |(day, time, zone): &(Weekday, ClockTime, Option<Zone>)| {
                    let args = [
                        ("day", Arg::from(words.weekday(*day))),
                        ("time", words.clock_time(*time).into()),
                        ("zone", zone.as_ref().map_or_else(String::new, |zone| words.zone(zone)).into()),
                        ("zoned", if zone.is_some() { "yes" } else { "no" }.into()),
                    ];
                    words.say("week-point", &args)
                };
                words.phrase("week-span", &[("from", end(from).into()), ("to", end(to).into())])
            }
            Line::Calendars { effect: _, names } => words.and(names.iter().map(|name| {
                let keyword =
                    if self.program.maintenances.contains_key(name) { "maintenance" } else { "calendar" };
                self.title(keyword, name)
            })),
            Line::Within(name) => {
                words.phrase("only-within", &[("calendar", self.title("calendar", name).into())])
            }
        }
    }
}

/// Which weekday of a month, for the choice of a word.
fn nth(which: Nth) -> &'static str {
    match which {
        Nth::First => "first",
        Nth::Second => "second",
        Nth::Third => "third",
        Nth::Fourth => "fourth",
        Nth::Last => "last",
    }
}
