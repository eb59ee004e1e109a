//! A calendar that can be asked: whether it is open, when it opens and closes, and what lies between.
//!
//! In: a definition. Out: a schedule, which works out a year when it is first asked about it, from any thread, and keeps it.
//! Openings and closings are looked up; nothing is walked through but years.

use super::civil::Weekday;
use super::clock::ZoneClock;
use super::definition::{Definition, Effect, Hours, Line, What};
use super::error::CountError;
use super::instant::{DAY, Instant, Stretch};
use super::pieces::{Piece, level, pieces};
use super::year::{Days, YEARS, Year, begins, first_day, year_of};
use super::zone::Zone;
use smol_str::SmolStr;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU8, Ordering};

/// A calendar, ready to be asked.
#[derive(Debug)]
pub struct Schedule {
    definition: Definition,
    clock: ZoneClock,
    others: Vec<ZoneClock>,
    known: Vec<Known>,
    always: bool,
    years: OnceLock<ByYear<Year>>,
    days: OnceLock<ByYear<Days>>,
    /// How many short looks were taken before a year was worked out.
    looks: AtomicU8,
}

/// What is worked out for each year when it is asked for.
type ByYear<T> = Box<[OnceLock<T>]>;

/// No year is worked out yet.
fn no_years<T>() -> ByYear<T> {
    (0..YEARS).map(|_| OnceLock::new()).collect()
}

/// From when to when a list of holidays says something.
#[derive(Clone, Debug)]
struct Known {
    list: SmolStr,
    years: (i16, i16),
    from: i64,
    to: i64,
}

impl Schedule {
    /// The schedule of a definition. Nothing is worked out yet.
    pub fn new(mut definition: Definition) -> Self {
        let clock = ZoneClock::new(&definition.zone);
        definition.lines.sort_by_key(level);
        let mut others: Vec<ZoneClock> = Vec::new();
        let mut known = Vec::new();
        for line in &definition.lines {
            match &line.what {
                What::WeekSpan { from, to } => {
                    for zone in [&from.zone, &to.zone].into_iter().flatten() {
                        if others.iter().all(|other| other.zone() != zone) {
                            others.push(ZoneClock::new(zone));
                        }
                    }
                }
                What::Calendars(parts) => {
                    known.extend(parts.iter().flat_map(|part| part.known.iter().cloned()));
                }
                What::Within(part) => known.extend(part.known.iter().cloned()),
                What::Weekly { .. } | What::Monthly { .. } | What::Dates { .. } | What::Instants { .. } => {}
            }
        }
        for list in &mut definition.holidays {
            list.days.sort_by_key(|day| day.date);
            let midnight = |year: i16| begin_of(&clock, year);
            let (from, to) = (midnight(list.years.0), midnight(list.years.1.saturating_add(1)));
            known.push(Known { list: list.name.clone(), years: list.years, from, to });
        }
        for area in &definition.areas {
            let years = area.years();
            let (from, to) = (begin_of(&clock, years.0), begin_of(&clock, years.1.saturating_add(1)));
            known.push(Known { list: area.name(), years, from, to });
        }
        // Calendars are often made of the same parts, and each list counts once.
        known.sort_by(|one, other| (&one.list, one.from, one.to).cmp(&(&other.list, other.from, other.to)));
        known.dedup_by(|one, other| (&one.list, one.from, one.to) == (&other.list, other.from, other.to));
        let always = is_always(&definition);
        if always {
            // No list can close what another part keeps open.
            known.clear();
        }
        let (years, days) = (OnceLock::new(), OnceLock::new());
        Self { definition, clock, others, known, always, years, days, looks: AtomicU8::new(0) }
    }

    /// A schedule that is always open.
    pub fn always(zone: &Zone) -> Self {
        Self::new(Definition::new("always", zone.clone()).open(&Weekday::ALL, &[Hours::DAY]))
    }

    /// What it was made of; its lines are in the order in which they count.
    pub fn definition(&self) -> &Definition {
        &self.definition
    }

    /// The clocks of its zone.
    pub fn clock(&self) -> &ZoneClock {
        &self.clock
    }

    pub(super) fn lines(&self) -> &[Line] {
        &self.definition.lines
    }

    /// The clocks of a zone that a line names.
    pub(super) fn clock_of(&self, zone: &Zone) -> &ZoneClock {
        self.others.iter().find(|clock| clock.zone() == zone).unwrap_or(&self.clock)
    }

    /// Whether it is open at an instant.
    pub fn is_open(&self, at: Instant) -> Result<bool, CountError> {
        self.check(at.seconds(), at.seconds() + 1)?;
        if self.always {
            return Ok(true);
        }
        let at = at.seconds();
        Ok(match self.glance(at, at + 1) {
            Some(pieces) => !pieces.is_empty(),
            None => self.stretch_at(at).is_some(),
        })
    }

    /// Whether it is open at all times, in all years.
    pub fn is_always_open(&self) -> bool {
        self.always
    }

    /// Whether it is never open, in any year.
    pub fn is_never_open(&self) -> bool {
        // Nearly every calendar opens in the first week that comes to mind.
        const MARCH_2026: i64 = 1_772_409_600;
        pieces(self, (MARCH_2026, MARCH_2026 + 7 * DAY), None).is_empty()
            && (0..YEARS).all(|year| self.year(year).total() == 0)
    }

    /// The first opening after an instant, if there is one; a calendar that is always open has none.
    pub fn next_opening(&self, at: Instant) -> Result<Option<Instant>, CountError> {
        self.after(at, |at| match self.soon(at).or_else(|| self.stretch_from(at)) {
            Some((opens, _)) if opens > at => Some(opens),
            Some((_, closes)) => {
                self.soon(closes).or_else(|| self.stretch_from(closes)).map(|(opens, _)| opens)
            }
            None => None,
        })
    }

    /// The first closing after an instant, if there is one.
    pub fn next_closing(&self, at: Instant) -> Result<Option<Instant>, CountError> {
        self.after(at, |at| self.soon(at).or_else(|| self.stretch_from(at)).map(|(_, closes)| closes))
    }

    /// The last opening at or before an instant, if there is one.
    pub fn previous_opening(&self, at: Instant) -> Result<Option<Instant>, CountError> {
        self.before(at, |at| self.stretch_until(at + 1).map(|(opens, _)| opens))
    }

    /// The last closing at or before an instant, if there is one.
    pub fn previous_closing(&self, at: Instant) -> Result<Option<Instant>, CountError> {
        self.before(at, |at| match self.stretch_until(at + 1) {
            Some((_, closes)) if closes <= at => Some(closes),
            Some((opens, _)) => self.stretch_until(opens).map(|(_, closes)| closes),
            None => None,
        })
    }

    fn after(
        &self,
        at: Instant,
        find: impl FnOnce(i64) -> Option<i64>,
    ) -> Result<Option<Instant>, CountError> {
        let end = Instant::LAST.seconds();
        let found = if self.always { None } else { find(at.seconds()).filter(|found| *found < end) };
        if !self.always {
            self.check(at.seconds(), found.unwrap_or(end))?;
        }
        Ok(found.and_then(Instant::new))
    }

    fn before(
        &self,
        at: Instant,
        find: impl FnOnce(i64) -> Option<i64>,
    ) -> Result<Option<Instant>, CountError> {
        // The years do not begin with an opening, they only begin.
        let found = if self.always { None } else { find(at.seconds()).filter(|found| *found > 0) };
        if !self.always {
            self.check(found.unwrap_or(0), at.seconds())?;
        }
        Ok(found.and_then(Instant::new))
    }

    /// Whether everything is known from one instant to another.
    pub(super) fn check(&self, from: i64, to: i64) -> Result<(), CountError> {
        match self.known.iter().find(|known| from < known.from || to > known.to) {
            Some(known) => Err(CountError::HolidaysUnknown { list: known.list.clone(), years: known.years }),
            None => Ok(()),
        }
    }

    /// The years that all lists of holidays cover, or `None` if there is no list.
    pub fn known_years(&self) -> Option<(i16, i16)> {
        let years = self.known.iter().map(|known| known.years);
        years.reduce(|one, other| (one.0.max(other.0), one.1.min(other.1)))
    }

    /// The part of a stretch about which all lists of holidays say something.
    pub(super) fn known_within(&self, from: i64, to: i64) -> (i64, i64) {
        let cut = |(from, to): (i64, i64), known: &Known| (from.max(known.from), to.min(known.to));
        self.known.iter().fold((from, to), cut)
    }

    /// The open pieces of a short time, as long as its year was not worked out and few such looks were taken: a year costs as
    /// much as some dozens of them, and most calendars are asked only once.
    pub(super) fn glance(&self, from: i64, to: i64) -> Option<Vec<Piece>> {
        const MOST: u8 = 8;
        const LONGEST: i64 = 40 * DAY;
        let year = year_of(from.max(0));
        let inside = from >= 0 && from < to && to <= begins(year + 1) && to - from <= LONGEST;
        let worked_out = |years: &ByYear<Year>| years[year].get().is_some();
        if !inside || self.years.get().is_some_and(worked_out) || self.looks.load(Ordering::Relaxed) >= MOST {
            return None;
        }
        self.looks.fetch_add(1, Ordering::Relaxed);
        Some(pieces(self, (from, to), None))
    }

    pub(super) fn year(&self, year: usize) -> &Year {
        self.years.get_or_init(no_years)[year].get_or_init(|| {
            let (start, end) = (begins(year), begins(year + 1));
            Year::new(year, pieces(self, (start, end), None))
        })
    }

    /// The business days of a year on the clocks of the calendar.
    pub(super) fn days(&self, year: usize) -> &Days {
        self.days.get_or_init(no_years)[year].get_or_init(|| {
            let (from, to) = (first_day(year), first_day(year + 1));
            let years = year.saturating_sub(1)..=(year + 1).min(YEARS - 1);
            let near = |piece: &Piece| (from * DAY - 4 * DAY..to * DAY + 4 * DAY).contains(&piece.from);
            let pieces = years.flat_map(|year| self.year(year).pieces.iter().copied());
            Days::new(pieces.filter(near), from, to)
        })
    }

    /// The open stretches between two instants, cut to these.
    pub fn stretches(&self, from: Instant, to: Instant) -> Result<Vec<Stretch>, CountError> {
        self.check(from.seconds(), to.seconds())?;
        let stretches = self.stretches_between(from.seconds(), to.seconds()).into_iter();
        Ok(stretches.filter_map(|(from, to)| stretch(from, to)).collect())
    }
}

/// A stretch of two instants within the years.
pub(super) fn stretch(from: i64, to: i64) -> Option<Stretch> {
    Some(Stretch { from: Instant::new(from)?, to: Instant::new(to)? })
}

/// When a year begins on these clocks; the years that are not kept begin far away.
fn begin_of(clock: &ZoneClock, year: i16) -> i64 {
    match usize::try_from(year - 1970) {
        Ok(0) | Err(_) => i64::MIN,
        Ok(number) if number < YEARS => clock.reached(begins(number)),
        Ok(_) => i64::MAX,
    }
}

/// Whether a definition is seen to be open at all times without working it out.
fn is_always(definition: &Definition) -> bool {
    let plain = |line: &Line| match &line.what {
        What::Weekly { season: None, .. } | What::Calendars(_) => line.effect == Effect::Open,
        What::Within(part) => part.always,
        What::Weekly { season: Some(_), .. }
        | What::Monthly { .. }
        | What::Dates { .. }
        | What::Instants { .. }
        | What::WeekSpan { .. } => false,
    };
    let full = |line: &Line| match &line.what {
        What::Weekly { days, hours, .. } => {
            let whole = |hours: &Hours| hours.seconds() == (0, DAY);
            Weekday::ALL.iter().all(|day| days.contains(day)) && (hours.is_empty() || hours.iter().any(whole))
        }
        What::Calendars(parts) => parts.iter().any(|part| part.always),
        What::Monthly { .. }
        | What::Dates { .. }
        | What::Instants { .. }
        | What::WeekSpan { .. }
        | What::Within(_) => false,
    };
    let never = definition.holidays.is_empty() && definition.areas.is_empty();
    never && definition.lines.iter().all(plain) && definition.lines.iter().any(full)
}
