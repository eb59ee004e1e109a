//! Dates, days, times of day and zones.
//!
//! In: civil values. Out: their forms in sentences and in narrow tables, and dates with their value for machines.

use super::{Arg, Phrase, Words};
use crate::document::model::Inline;
use crate::time::holidays::Area;
use crate::time::{ClockTime, Date, DateTime, MonthDay, Weekday, Zone};

/// The first sign behind the letters of Latin script and those with marks.
const LATIN: char = '\u{250}';

impl Words {
    /// `1 March 2026`.
    pub fn date(self, date: Date) -> String {
        self.say("date", &date_args(date))
    }

    /// `1 Mar 2026`.
    pub fn short_date(self, date: Date) -> String {
        self.say("date-short", &date_args(date))
    }

    /// `Sunday 1 March 2026`.
    pub fn full_date(self, date: Date) -> String {
        self.say("date-full", &date_args(date))
    }

    /// `Sun 1 Mar 2026`.
    pub fn short_full_date(self, date: Date) -> String {
        self.say("date-short-full", &date_args(date))
    }

    /// [`date`](Self::date) with its value for machines.
    pub fn marked_date(self, date: Date) -> Inline {
        Inline::time(date.to_string(), self.date(date))
    }

    /// `31 May`, of every year.
    pub fn yearly_day(self, day: MonthDay) -> String {
        self.say(
            "date-yearly",
            &[("day", Arg::from(u32::from(day.day))), ("month", u32::from(day.month).into())],
        )
    }

    /// `March`, from 1.
    pub fn month(self, month: u8) -> String {
        self.say("month", &[("month", u32::from(month).into())])
    }

    /// `Mar`, from 1.
    pub fn short_month(self, month: u8) -> String {
        self.say("month-short", &[("month", u32::from(month).into())])
    }

    /// `Monday`.
    pub fn weekday(self, day: Weekday) -> String {
        self.say("weekday", &[("weekday", day.code().into())])
    }

    /// `Mon`.
    pub fn short_weekday(self, day: Weekday) -> String {
        self.say("weekday-short", &[("weekday", day.code().into())])
    }

    /// `09:00`. Languages that count the hours in words get them without a leading zero as well.
    pub fn clock_time(self, time: ClockTime) -> String {
        let written = time.to_string();
        let (hour, minute) = written.split_once(':').unwrap_or((&written, "00"));
        let bare = hour.strip_prefix('0').unwrap_or(hour);
        let whole = if minute == "00" { "yes" } else { "no" };
        let (minutes, seconds) = minute.split_once(':').unwrap_or((minute, "none"));
        let args = [
            ("hour", hour.to_owned().into()),
            ("bare", bare.to_owned().into()),
            ("minute", minute.to_owned().into()),
            ("minutes", minutes.to_owned().into()),
            ("seconds", seconds.to_owned().into()),
            ("whole", whole.into()),
        ];
        self.say("clock-time", &args)
    }

    /// A time of day as the arguments of a text; before some hours a language has another article.
    pub fn time_args(self, time: ClockTime) -> [(&'static str, Arg); 2] {
        let first = time.to_string().starts_with("01:");
        let hour = if first { "one" } else { "other" };
        [("time", self.clock_time(time).into()), ("hour", hour.into())]
    }

    /// `Thursday 24 December 2026 at 16:45`.
    pub fn instant(self, instant: DateTime) -> String {
        self.say("instant", &self.instant_args(instant))
    }

    /// `Thu 24 Dec 2026, 16:45`.
    pub fn short_instant(self, instant: DateTime) -> String {
        self.say("instant-short", &self.instant_args(instant))
    }

    /// [`instant`](Self::instant) with its value for machines.
    pub fn marked_instant(self, instant: DateTime) -> Inline {
        let machine = format!("{}T{}", instant.date, instant.time);
        Inline::time(machine, self.instant(instant))
    }

    fn instant_args(self, instant: DateTime) -> Vec<(&'static str, Arg)> {
        let mut args = date_args(instant.date).to_vec();
        args.push(("time", self.clock_time(instant.time).into()));
        args
    }

    /// The city that people know a zone by: `Amsterdam`.
    pub fn zone(self, zone: &Zone) -> String {
        let key = format!("zone-{}", zone.name().replace(['/', '_'], "-"));
        self.known(&key).unwrap_or_else(|| zone.city())
    }

    /// An area by its code, as it stands behind `in`: `the Netherlands`. A region without a name in this language has its own, or
    /// its English one where letters of another script would stand on the page; a code that nobody knows is shown as it is.
    pub fn area(self, code: &str) -> String {
        let own = || {
            let area = Area::new(code)?;
            let latin = area.name().chars().all(|letter| letter < LATIN);
            Some(if self.tag() == "en" || !latin { area.english() } else { area.name() }.to_owned())
        };
        self.known(&format!("area-{code}")).or_else(own).unwrap_or_else(|| code.to_owned())
    }

    /// `public holidays in the Netherlands and Bavaria`.
    pub fn holidays<'a>(self, codes: impl IntoIterator<Item = &'a str>) -> Phrase {
        let areas = self.and(codes.into_iter().map(|code| self.area(code)));
        self.phrase("holidays-in", &[("areas", areas.into())])
    }

    /// A language by its tag, `Dutch`, or the tag itself.
    pub fn language(self, tag: &str) -> String {
        self.known(&format!("language-{tag}")).unwrap_or_else(|| tag.to_owned())
    }
}

fn date_args(date: Date) -> [(&'static str, Arg); 4] {
    [
        ("day", Arg::from(u32::from(date.day()))),
        ("month", Arg::from(u32::from(date.month()))),
        ("year", Arg::from(date.year().to_string())),
        ("weekday", Arg::from(date.weekday().code())),
    ]
}
