//! When the phases of a release begin and end, as far as it follows from what a policy says.
//!
//! In: a product with its table of releases and its rules for the ends of phases. Out: days, and where a release stands on one.
//! What the table says of a phase of a release counts before a rule for all of them. A phase that only a rule speaks of begins when the
//! one before it ends.

use super::{Fact, PhaseEnd, Product, Program, Release};
use crate::cases::CaseSet;
use crate::time::Date;
use crate::value::{Clock, DatePoint, DateRule, Duration, Name, PhaseDates, ReleaseStep, Unit};

/// How deep dates may depend on dates.
const DEEPEST: usize = 16;

/// Where a release stands on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stand {
    /// In this phase of its life.
    In(Name),
    /// Behind its last phase, which ended on that day.
    Over(Name, Date),
    /// Nobody knows yet, since a `?` stands where it is said.
    Unfilled,
    /// That does not follow from what is said.
    Unsaid,
}

/// A release of a product, with the rules that speak of it.
struct Life<'a> {
    product: &'a Product,
    /// The place of the release in the table.
    at: usize,
    /// The rules for the ends of phases of which the table says nothing.
    ends: Vec<&'a PhaseEnd>,
}

/// The first and the last day of a phase of a release, by its place in the table; none where they do not follow from it. The last
/// day of one without an end is the last of the years that are kept.
pub fn days(product: &Product, at: usize, phase: &Name) -> Option<(Date, Date)> {
    let life = Life::always(product, at);
    Some((life.start(phase, 0)?, life.end(phase, 0)?))
}

/// The last day of a phase of a release, by its place in the table, as far as it is known; none of one without an end.
pub fn ends(product: &Product, at: usize, phase: &Name) -> Option<Date> {
    Life::always(product, at).end(phase, 0).filter(|end| *end < Date::MAX)
}

/// The rules for the ends of phases of which the table says nothing of a release, in the order in which they follow one another.
pub fn ruled(product: &Product, at: usize) -> Vec<&PhaseEnd> {
    Life::new(product, at, |_| true).ends
}

/// The last day of a release, by its place in the table, where all of its phases end on a day that is known in every case.
pub fn last_day(product: &Product, at: usize) -> Option<Date> {
    let life = Life::new(product, at, |_| true);
    if life.ends.iter().any(|end| end.clause.when.is_some()) {
        return None;
    }
    let in_table = life.release()?.phases.iter().filter(|(_, dates)| !matches!(dates, PhaseDates::No(_)));
    let phases = in_table.map(|(phase, _)| phase).chain(life.ends.iter().map(|end| &end.phase));
    let ends: Option<Vec<Date>> =
        phases.map(|phase| life.end(phase, 0).filter(|end| *end < Date::MAX)).collect();
    ends?.into_iter().max()
}

/// The day to which a rule leads for a release, by its place in the table.
pub fn day(product: &Product, at: usize, rule: &DateRule) -> Option<Date> {
    Life::always(product, at).date(rule, 0)
}

/// The phases in which a release is surely not on a day, once one of them is over: those that have ended in all of the cases, those
/// still to come, and those that it never has.
pub fn not_in(product: &Product, at: usize, day: Date, cases: &CaseSet) -> Vec<Name> {
    let Some(release) = product.releases.get(at) else { return Vec::new() };
    let life = Life::new(product, at, |end| is_sure(end, cases));
    let ruled = life.ends.iter().map(|end| &end.phase);
    let phases: Vec<&Name> = release.phases.iter().map(|(phase, _)| phase).chain(ruled).collect();
    let is_over = |phase: &Name| life.end(phase, 0).is_some_and(|end| end < day);
    if !phases.iter().any(|phase| is_over(phase)) {
        return Vec::new();
    }
    let never = |phase: &Name| matches!(life.said(phase), Some((_, PhaseDates::No(_))));
    let to_come = |phase: &Name| life.start(phase, 0).is_some_and(|start| day < start);
    phases.into_iter().filter(|phase| is_over(phase) || never(phase) || to_come(phase)).cloned().collect()
}

/// The day a release came out: that on which its first phase begins.
pub fn out(release: &Release) -> Option<Date> {
    match release.phases.iter().map(|(_, dates)| dates).find(|dates| !matches!(dates, PhaseDates::No(_)))? {
        PhaseDates::Span(dates, _) => full(dates.from),
        PhaseDates::From(from, _) => *from,
        PhaseDates::Until(..) | PhaseDates::No(_) | PhaseDates::Unfilled(_) => None,
    }
}

/// Where a release stands on a day, in the cases that are left. A phase of which nothing is said, if there is one, is what comes
/// after the last of which something is.
pub fn stand(program: &Program, product: &Product, at: usize, day: Date, cases: &CaseSet) -> Stand {
    let Some(release) = product.releases.get(at) else { return Stand::Unsaid };
    let holds = |end: &&PhaseEnd| end.clause.when.as_ref().is_none_or(|when| cases.overlaps(&when.cases));
    let life = Life::new(product, at, holds);
    let unknown = if life.waits(release) { Stand::Unfilled } else { Stand::Unsaid };
    let (mut last, mut open): (Option<(Date, &Name)>, bool) = (None, false);
    for (phase, dates) in &release.phases {
        if matches!(dates, PhaseDates::No(_)) {
            continue;
        }
        match (life.start(phase, 0), life.end(phase, 0)) {
            (Some(start), Some(end)) if start <= day && day <= end => return Stand::In(phase.clone()),
            // What is over, and what is still to come, need not be known to both sides.
            (_, Some(end)) if end < day => last = last.max(Some((end, phase))),
            (Some(start), end) if day < start => last = last.max(Some((end.unwrap_or(start), phase))),
            (None, None) if last.is_some_and(|(last, _)| day <= last) => {}
            (Some(_) | None, _) => open = true,
        }
    }
    // Before the first phase, and between two of them, it stands nowhere.
    let behind = last.is_some_and(|(end, _)| day > end);
    if open || !behind {
        return if open { unknown } else { Stand::Unsaid };
    }
    let mut ruled: Vec<(Date, &Name)> = Vec::new();
    for end in &life.ends {
        match life.date(&end.rule, 0).filter(|_| is_sure(end, cases)) {
            Some(date) => ruled.push((date, &end.phase)),
            None => return unknown,
        }
    }
    ruled.sort();
    if let Some((_, phase)) = ruled.iter().find(|(end, _)| day <= *end) {
        return Stand::In((*phase).clone());
    }
    if product.clause.unfilled {
        return Stand::Unfilled;
    }
    let named = |name: &Name| {
        release.phases.iter().any(|(phase, _)| phase == name) || ruled.iter().any(|(_, phase)| *phase == name)
    };
    let values = program.facts.get("phase").map(Fact::values).unwrap_or_default();
    let mut others = values.iter().map(|value| &value.clause.name).filter(|name| !named(name));
    match (others.next(), others.next(), ruled.last().copied().max(last)) {
        (Some(other), None, _) => Stand::In(other.clone()),
        (None, _, Some((end, phase))) => Stand::Over(phase.clone(), end),
        (None | Some(_), ..) => Stand::Unsaid,
    }
}

impl<'a> Life<'a> {
    fn new(product: &'a Product, at: usize, holds: impl Fn(&&PhaseEnd) -> bool) -> Self {
        let said = |phase: &Name| {
            product
                .releases
                .get(at)
                .is_some_and(|release| release.phases.iter().any(|(name, _)| name == phase))
        };
        let ends = product.ends.iter().filter(|end| !said(&end.phase) && holds(end)).collect();
        Self { product, at, ends }
    }

    /// With the rules that count in every case.
    fn always(product: &'a Product, at: usize) -> Self {
        Self::new(product, at, |end| end.clause.when.is_none())
    }

    fn release(&self) -> Option<&'a Release> {
        self.product.releases.get(self.at)
    }

    /// Whether a `?` stands in what is said of its phases.
    fn waits(&self, release: &Release) -> bool {
        let written = release.phases.iter().any(|(_, dates)| match dates {
            PhaseDates::Unfilled(_) => true,
            PhaseDates::Until(rule, _) => is_unfilled(rule),
            PhaseDates::Span(..) | PhaseDates::From(..) | PhaseDates::No(_) => false,
        });
        written || self.ends.iter().any(|end| is_unfilled(&end.rule))
    }

    /// What the table says of a phase, and at which place.
    fn said(&self, phase: &Name) -> Option<(usize, &'a PhaseDates)> {
        let mut phases = self.release()?.phases.iter().enumerate();
        phases.find(|(_, (name, _))| name == phase).map(|(place, (_, dates))| (place, dates))
    }

    /// The first day of a phase.
    fn start(&self, phase: &Name, depth: usize) -> Option<Date> {
        let Some((place, dates)) = self.said(phase) else { return self.ruled_start(phase, depth) };
        match dates {
            PhaseDates::Span(dates, _) => full(dates.from),
            PhaseDates::Until(..) => self.behind(place, depth),
            PhaseDates::From(from, _) => from.or_else(|| self.behind(place, depth)),
            PhaseDates::No(_) | PhaseDates::Unfilled(_) => None,
        }
    }

    /// The last day of a phase; of one without an end, the last of the years that are kept.
    fn end(&self, phase: &Name, depth: usize) -> Option<Date> {
        let Some((_, dates)) = self.said(phase) else { return self.ruled_end(phase, depth) };
        match dates {
            PhaseDates::Span(dates, _) => full(dates.to),
            PhaseDates::Until(rule, _) => self.date(rule, depth + 1),
            PhaseDates::From(..) => Some(Date::MAX),
            PhaseDates::No(_) | PhaseDates::Unfilled(_) => None,
        }
    }

    /// The day after the last one of the phases in the table before a place in it.
    fn behind(&self, place: usize, depth: usize) -> Option<Date> {
        let mut before = self.release()?.phases.get(..place)?.iter().rev();
        let before = before.find(|(_, dates)| !matches!(dates, PhaseDates::No(_)))?;
        let end = self.end(&before.0, depth + 1).filter(|_| !before.1.is_endless())?;
        Date::from_number(end.number() + 1)
    }

    /// The last day of a phase of which only a rule speaks.
    fn ruled_end(&self, phase: &Name, depth: usize) -> Option<Date> {
        self.date(&self.ends.iter().find(|end| end.phase == *phase)?.rule, depth + 1)
    }

    /// The first day of a phase of which only a rule speaks: that after the phase before it, in the table or among the rules.
    fn ruled_start(&self, phase: &Name, depth: usize) -> Option<Date> {
        let place = self.ends.iter().position(|end| end.phase == *phase)?;
        match place.checked_sub(1).and_then(|before| self.ends.get(before)) {
            Some(before) => Date::from_number(self.date(&before.rule, depth + 1)?.number() + 1),
            None => self.behind(self.release()?.phases.len(), depth),
        }
    }

    /// Whether a phase has no end.
    fn is_endless(&self, phase: &Name) -> bool {
        let phases = self.release().map(|release| &release.phases);
        phases.into_iter().flatten().any(|(name, dates)| name == phase && dates.is_endless())
    }

    /// The day to which a rule leads.
    fn date(&self, rule: &DateRule, depth: usize) -> Option<Date> {
        if depth > DEEPEST {
            return None;
        }
        let of = |rule: &DateRule| self.date(rule, depth + 1);
        match rule {
            DateRule::On(date) => Some(*date),
            DateRule::Release => out(self.release()?),
            DateRule::Later(step) => {
                // By their days, since some tables begin with the newest.
                let own = out(self.release()?)?;
                let mut later: Vec<Date> =
                    self.product.releases.iter().filter_map(out).filter(|date| *date > own).collect();
                later.sort_unstable();
                later.get(usize::from(*step == ReleaseStep::SecondNext)).copied()
            }
            DateRule::StartOf(phase) => self.start(phase, depth + 1),
            // What has no end leads nowhere.
            DateRule::EndOf(phase) if self.is_endless(phase) => None,
            DateRule::EndOf(phase) => self.end(phase, depth + 1),
            DateRule::After(length, rule) => later(of(rule)?, length),
            DateRule::FirstAfter(day, rule) => {
                let after = of(rule)?;
                let of_year = |year: i16| Date::new(year, day.month, day.day).filter(|date| *date > after);
                // The last day of February is found within eight years, over the end of a century as well.
                (after.year()..=after.year() + 8).find_map(of_year)
            }
            DateRule::Earlier(one, two) => Some(of(one)?.min(of(two)?)),
            DateRule::LaterOf(one, two) => Some(of(one)?.max(of(two)?)),
            DateRule::Unfilled => None,
        }
    }
}

/// Whether a rule counts in all of the cases.
fn is_sure(end: &PhaseEnd, cases: &CaseSet) -> bool {
    end.clause.when.as_ref().is_none_or(|when| cases.is_subset_of(&when.cases))
}

/// Whether a `?` stands in a rule.
fn is_unfilled(rule: &DateRule) -> bool {
    match rule {
        DateRule::Unfilled => true,
        DateRule::After(_, rule) | DateRule::FirstAfter(_, rule) => is_unfilled(rule),
        DateRule::Earlier(one, two) | DateRule::LaterOf(one, two) => is_unfilled(one) || is_unfilled(two),
        DateRule::On(_)
        | DateRule::Release
        | DateRule::Later(_)
        | DateRule::StartOf(_)
        | DateRule::EndOf(_) => false,
    }
}

fn full(point: DatePoint) -> Option<Date> {
    match point {
        DatePoint::Full(date) => Some(date),
        DatePoint::Yearly(_) => None,
    }
}

/// So long after a date; none for working time, which depends on a calendar, and for what is shorter than a day.
pub fn later(date: Date, length: &Duration) -> Option<Date> {
    if length.clock != Clock::Elapsed {
        return None;
    }
    let amount = i64::from(length.amount);
    let days = |count: i64| Date::from_number(date.number() + count);
    let months = |count: i64| date.plus_months(i32::try_from(count).ok()?);
    match length.unit {
        Unit::Second | Unit::Minute | Unit::Hour => None,
        Unit::Day => days(amount),
        Unit::Week => days(amount * 7),
        Unit::Month => months(amount),
        Unit::Quarter => months(amount * 3),
        Unit::Year => months(amount * 12),
    }
}
