//! What the clocks of a zone show: from instants to local times and back.
//!
//! In: a zone. Out: its changes from 1970 to 2100 as a plain table, and exact conversions over it. The time library is asked
//! once, when the table is made; its types do not leave this file.

use super::civil::{ClockTime, Date, DateTime, parts};
use super::instant::{DAY, Instant};
use super::zone::Zone;
use jiff::Timestamp;
use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError, RwLock};

/// The clocks of a zone.
#[derive(Clone, Debug)]
pub struct ZoneClock {
    zone: Zone,
    periods: Arc<[Period]>,
}

/// A time in which the clocks of a zone are not changed.
#[derive(Clone, Copy, Debug)]
struct Period {
    /// Its first instant.
    from: i64,
    /// Seconds east of UTC.
    offset: i64,
    /// The local time at which it ends, in seconds as if it were UTC.
    local_end: i64,
}

/// What a local time is on a zone's clocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// The clocks show it once.
    Once(i64),
    /// The clocks show it twice, since they are put back.
    Twice(i64, i64),
    /// The clocks never show it, since they are put forward.
    Never {
        /// When they are put forward.
        gap: i64,
        /// As much later as the clocks are put forward.
        moved: i64,
    },
}

impl ZoneClock {
    /// The clocks of a zone. The table of each zone is made once for the whole program.
    pub fn new(zone: &Zone) -> Self {
        static TABLES: RwLock<BTreeMap<String, Arc<[Period]>>> = RwLock::new(BTreeMap::new());
        let kept = TABLES.read().unwrap_or_else(PoisonError::into_inner).get(zone.name()).cloned();
        let periods = kept.unwrap_or_else(|| {
            let made = Self::periods(zone);
            let mut tables = TABLES.write().unwrap_or_else(PoisonError::into_inner);
            Arc::clone(tables.entry(zone.name().to_owned()).or_insert(made))
        });
        Self { zone: zone.clone(), periods }
    }

    fn periods(zone: &Zone) -> Arc<[Period]> {
        // Every `Zone` was looked up when it was made, so the database has it.
        let clocks = jiff::tz::db().get(zone.name()).unwrap_or(jiff::tz::TimeZone::UTC);
        let (first, end) = (-3 * DAY, Instant::LAST.seconds() + 3 * DAY);
        let start = Timestamp::from_second(first).unwrap_or(Timestamp::UNIX_EPOCH);
        let offset = i64::from(clocks.to_offset(start).seconds());
        let mut periods = vec![Period { from: i64::MIN, offset, local_end: i64::MAX }];
        for change in clocks.following(start) {
            let at = change.timestamp().as_second();
            if at > end {
                break;
            }
            let offset = i64::from(change.offset().seconds());
            let Some(last) = periods.last_mut().filter(|last| last.offset != offset) else { continue };
            last.local_end = at + last.offset;
            periods.push(Period { from: at, offset, local_end: i64::MAX });
        }
        periods.into()
    }

    /// What its clocks are called in January and in July of a year, as `CET` and `CEST`, where the two differ and are names.
    pub fn seasons(&self, year: i16) -> Option<[String; 2]> {
        let clocks = jiff::tz::db().get(self.zone.name()).ok()?;
        let name = |month| {
            let noon = jiff::civil::Date::new(year, month, 15).ok()?.at(12, 0, 0, 0);
            let at = noon.to_zoned(jiff::tz::TimeZone::UTC).ok()?.timestamp();
            let name = clocks.to_offset_info(at).abbreviation().to_owned();
            name.chars().all(|letter| letter.is_ascii_uppercase()).then_some(name)
        };
        let seasons = [name(1)?, name(7)?];
        (seasons[0] != seasons[1]).then_some(seasons)
    }

    /// The zone.
    pub fn zone(&self) -> &Zone {
        &self.zone
    }

    /// Seconds by which its clocks are ahead of UTC.
    pub fn offset(&self, at: Instant) -> i64 {
        self.offset_at(at.seconds())
    }

    pub(super) fn offset_at(&self, at: i64) -> i64 {
        let after = self.periods.partition_point(|period| period.from <= at);
        self.periods[after.saturating_sub(1)].offset
    }

    /// The seconds that the clocks show, counted as if they were UTC.
    pub(super) fn shown(&self, at: i64) -> i64 {
        at + self.offset_at(at)
    }

    /// What its clocks show.
    pub fn local(&self, at: Instant) -> DateTime {
        let shown = self.shown(at.seconds());
        let date = Date::from_number(shown.div_euclid(DAY)).unwrap_or(Date::LAST);
        DateTime { date, time: ClockTime::from_seconds(shown.rem_euclid(DAY)) }
    }

    /// When its clocks show a local time.
    pub fn reading(&self, local: DateTime) -> Reading {
        self.reading_of(local.date.number() * DAY + i64::from(local.time.seconds()))
    }

    fn reading_of(&self, local: i64) -> Reading {
        let index = self.periods.partition_point(|period| period.local_end <= local);
        let period = self.periods[index];
        if period.from > i64::MIN && local < period.from + period.offset {
            let before = self.periods[index - 1].offset;
            return Reading::Never { gap: period.from, moved: local - before };
        }
        let at = local - period.offset;
        match self.periods.get(index + 1) {
            Some(next) if local >= next.from + next.offset => Reading::Twice(at, local - next.offset),
            Some(_) | None => Reading::Once(at),
        }
    }

    /// The instant of a local time: the first of two, and as much later as the clocks are put forward if they never show it.
    pub fn instant(&self, local: DateTime) -> Option<Instant> {
        Instant::new(self.civil(local.date.number() * DAY + i64::from(local.time.seconds())))
    }

    /// The same for seconds counted as if they were UTC.
    pub(super) fn civil(&self, local: i64) -> i64 {
        match self.reading_of(local) {
            Reading::Once(at) | Reading::Twice(at, _) | Reading::Never { moved: at, .. } => at,
        }
    }

    /// The first instant at which the clocks show this local time or a later one, which never turns the order of two local
    /// times around.
    pub(super) fn reached(&self, local: i64) -> i64 {
        match self.reading_of(local) {
            Reading::Once(at) | Reading::Twice(at, _) | Reading::Never { gap: at, .. } => at,
        }
    }

    /// The changes of the clocks between two instants, each with the seconds east of UTC before and after it.
    pub(super) fn changes(&self, from: i64, to: i64) -> impl Iterator<Item = (i64, i64, i64)> + '_ {
        let first = self.periods.partition_point(|period| period.from < from).max(1);
        let both = self.periods[first - 1..].iter().zip(self.periods.iter().skip(first));
        both.take_while(move |(_, next)| next.from < to)
            .map(|(last, next)| (next.from, last.offset, next.offset))
    }

    /// All instants at which the clocks show a local time, in seconds; where they never do, when they are put forward.
    pub(super) fn shows(&self, local: i64) -> impl Iterator<Item = i64> {
        let (first, second) = match self.reading_of(local) {
            Reading::Once(at) => (at, None),
            Reading::Twice(at, again) => (at, Some(again)),
            Reading::Never { gap, moved } => (gap, Some(moved)),
        };
        std::iter::once(first).chain(second)
    }

    /// The instant in RFC 3339, as its clocks show it: `2026-12-24T16:45:00+01:00`.
    pub fn rfc3339(&self, at: Instant) -> String {
        self.rfc3339_bytes(at).into_iter().map(char::from).collect()
    }

    /// The same as bytes of ASCII, for texts of millions of instants.
    pub fn rfc3339_bytes(&self, at: Instant) -> [u8; 25] {
        let offset = self.offset(at);
        // RFC 3339 has no seconds in offsets, as a few zones had in the seventies.
        let offset = if offset % 60 == 0 { offset } else { 0 };
        let shown = at.seconds() + offset;
        let (year, month, day) = parts(shown.div_euclid(DAY));
        let (time, size) = (shown.rem_euclid(DAY), offset.abs());
        let mut bytes = *b"0000-00-00T00:00:00+00:00";
        if offset < 0 {
            bytes[19] = b'-';
        }
        for (place, value) in [
            (0, year / 100),
            (2, year % 100),
            (5, i64::from(month)),
            (8, i64::from(day)),
            (11, time / 3600),
            (14, time / 60 % 60),
            (17, time % 60),
            (20, size / 3600),
            (23, size / 60 % 60),
        ] {
            // Each value has two digits.
            bytes[place] += u8::try_from(value / 10).unwrap_or(0);
            bytes[place + 1] += u8::try_from(value % 10).unwrap_or(0);
        }
        bytes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_zone_shows_what_the_time_library_shows() {
        for name in Zone::all() {
            let clock = ZoneClock::new(&Zone::new(name).unwrap());
            let theirs = jiff::tz::db().get(name).unwrap();
            let ends: Vec<i64> = clock.periods.iter().map(|period| period.local_end).collect();
            assert!(ends.is_sorted(), "{name} has changes that overtake each other");
            let changes =
                clock.periods.iter().skip(1).step_by(7).flat_map(|period| [period.from - 1, period.from]);
            for at in changes.chain((0..Instant::LAST.seconds()).step_by(400_000_000)) {
                let offset = theirs.to_offset(Timestamp::from_second(at).unwrap()).seconds();
                assert_eq!(clock.offset_at(at), i64::from(offset), "{name} at {at}");
            }
        }
    }

    #[test]
    fn local_times_are_read_once_twice_or_never() {
        let clock = |name| ZoneClock::new(&Zone::new(name).unwrap());
        let read = |clock: &ZoneClock, (year, month, day), (hour, minute)| {
            let (date, time) =
                (Date::new(year, month, day).unwrap(), ClockTime::new(hour, minute, 0).unwrap());
            let shown = |at| clock.rfc3339(Instant::new(at).unwrap())[8..22].to_owned();
            match clock.reading(DateTime { date, time }) {
                Reading::Once(at) => vec![shown(at)],
                Reading::Twice(first, second) => vec![shown(first), shown(second)],
                Reading::Never { gap, moved } => vec!["never".to_owned(), shown(gap), shown(moved)],
            }
        };
        let amsterdam = clock("Europe/Amsterdam");
        assert_eq!(read(&amsterdam, (2026, 3, 29), (1, 59)), ["29T01:59:00+01"]);
        assert_eq!(read(&amsterdam, (2026, 3, 29), (2, 30)), ["never", "29T03:00:00+02", "29T03:30:00+02"]);
        assert_eq!(read(&amsterdam, (2026, 10, 25), (2, 30)), ["25T02:30:00+02", "25T02:30:00+01"]);
        // Half an hour at a time, at midnight, and a whole day.
        let lord_howe = clock("Australia/Lord_Howe");
        assert_eq!(read(&lord_howe, (2026, 10, 4), (2, 15)), ["never", "04T02:30:00+11", "04T02:45:00+11"]);
        assert_eq!(read(&lord_howe, (2026, 4, 5), (1, 45)), ["05T01:45:00+11", "05T01:45:00+10"]);
        let havana = clock("America/Havana");
        assert_eq!(read(&havana, (2026, 3, 8), (0, 0)), ["never", "08T01:00:00-04", "08T01:00:00-04"]);
        let apia = clock("Pacific/Apia");
        assert_eq!(read(&apia, (2011, 12, 30), (9, 0)), ["never", "31T00:00:00+14", "31T09:00:00+14"]);
    }
}
