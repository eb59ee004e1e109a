//! In which phase of its life a release is on a day.
//!
//! In: the product and its release, where they are known, and the day of the request. Out: the phase, where the policy's own
//! table gives it. A phase that the table does not name, if there is one, is what comes after the last that it names.

use super::known::Known;
use crate::cases::Dim;
use crate::hir::{Product, Program, Release};
use crate::time::Date;
use crate::value::{DatePoint, DateRule, Duration, Name, PhaseDates, ReleaseStep, Unit};

/// How deep dates may depend on dates.
const DEEPEST: usize = 16;

/// The dimension of the phase and its class, where it follows from product, release and day.
pub fn phase(program: &Program, known: &Known, day: Date) -> Option<(Dim, usize, Name)> {
    let space = &program.space;
    let dim = space.dim("phase")?;
    if known.is_said(program, dim) {
        return None;
    }
    let product = program.products.get(&only(program, known, "product")?)?;
    let name = only(program, known, "release")?;
    let at = product.releases.iter().position(|release| release.clause.name == name)?;
    let found = on(program, product, at, day)?;
    let class = space.class(dim, found.as_str())?;
    known.left(program).overlaps(&space.is(dim, [class])).then_some((dim, class, found))
}

/// The release of the product that comes out next after a day, or the one after it, with its day.
pub fn coming(program: &Program, known: &Known, day: Date, step: ReleaseStep) -> Option<(Name, Name, Date)> {
    let name = only(program, known, "product").or_else(|| match program.products.len() {
        1 => program.products.keys().next().cloned(),
        _ => None,
    })?;
    let product = program.products.get(&name)?;
    let mut coming: Vec<(Date, &Name)> = product
        .releases
        .iter()
        .filter_map(|release| Some((out(release)?, &release.clause.name)))
        .filter(|(out, _)| *out > day)
        .collect();
    coming.sort_by_key(|(out, _)| *out);
    let ahead = match step {
        ReleaseStep::Next => 0,
        ReleaseStep::SecondNext => 1,
    };
    coming.get(ahead).map(|(out, release)| (name.clone(), (*release).clone(), *out))
}

/// The only value that a fact has left.
fn only(program: &Program, known: &Known, fact: &str) -> Option<Name> {
    let dim = program.space.dim(fact)?;
    let left = known.left(program);
    let mut classes =
        (0..program.space.size(dim)).filter(|class| left.overlaps(&program.space.is(dim, [*class])));
    let (class, None) = (classes.next()?, classes.next()) else { return None };
    program.facts.get(fact)?.values().get(class).map(|value| value.clause.name.clone())
}

/// The first and the last day of a phase of a release, by its place in the table; none where they do not follow from it. The last
/// day of one without an end is the last of the years that are kept.
pub fn days(product: &Product, at: usize, phase: &Name) -> Option<(Date, Date)> {
    span(product, at, phase, 0)
}

/// The day to which a rule leads for a release, by its place in the table.
pub fn day(product: &Product, at: usize, rule: &DateRule) -> Option<Date> {
    date(product, at, rule, 0)
}

/// The phase of a release on a day.
fn on(program: &Program, product: &Product, at: usize, day: Date) -> Option<Name> {
    let release = product.releases.get(at)?;
    let mut last_end = None;
    for (phase, dates) in &release.phases {
        if matches!(dates, PhaseDates::No(_)) {
            continue;
        }
        let (start, end) = span(product, at, phase, 0)?;
        if start <= day && day <= end {
            return Some(phase.clone());
        }
        last_end = Some(last_end.map_or(end, |last: Date| last.max(end)));
    }
    let after = last_end.is_some_and(|end| day > end);
    let named = |name: &Name| release.phases.iter().any(|(phase, _)| phase == name);
    let values = program.facts.get("phase")?.values();
    let mut others = values.iter().map(|value| &value.clause.name).filter(|name| !named(name));
    let (other, None) = (others.next()?, others.next()) else { return None };
    after.then(|| other.clone())
}

/// The first and the last day of a phase.
fn span(product: &Product, at: usize, phase: &Name, depth: usize) -> Option<(Date, Date)> {
    let release = product.releases.get(at)?;
    let place = release.phases.iter().position(|(name, _)| name == phase)?;
    match &release.phases.get(place)?.1 {
        PhaseDates::Span(dates, _) => match (dates.from, dates.to) {
            (DatePoint::Full(from), DatePoint::Full(to)) => Some((from, to)),
            (DatePoint::Yearly(_), _) | (_, DatePoint::Yearly(_)) => None,
        },
        PhaseDates::Until(rule, _) => {
            Some((behind(product, at, place, depth)?, date(product, at, rule, depth + 1)?))
        }
        PhaseDates::From(from, _) => Some((from.or_else(|| behind(product, at, place, depth))?, Date::MAX)),
        PhaseDates::No(_) | PhaseDates::Unfilled(_) => None,
    }
}

/// The day after the last one of the phases before one of a release.
fn behind(product: &Product, at: usize, place: usize, depth: usize) -> Option<Date> {
    let mut before = product.releases.get(at)?.phases.get(..place)?.iter().rev();
    let before = before.find(|(_, dates)| !matches!(dates, PhaseDates::No(_) | PhaseDates::Unfilled(_)))?;
    let (_, end) = span(product, at, &before.0, depth + 1).filter(|_| !before.1.is_endless())?;
    Date::from_number(end.number() + 1)
}

/// The day a release came out: that on which its first phase begins.
fn out(release: &Release) -> Option<Date> {
    release.phases.iter().find_map(|(_, dates)| match dates {
        PhaseDates::Span(dates, _) => match dates.from {
            DatePoint::Full(from) => Some(from),
            DatePoint::Yearly(_) => None,
        },
        PhaseDates::From(from, _) => *from,
        PhaseDates::Until(..) | PhaseDates::No(_) | PhaseDates::Unfilled(_) => None,
    })
}

/// Whether a phase of a release has no end.
fn is_endless(product: &Product, at: usize, phase: &Name) -> bool {
    let phases = product.releases.get(at).map(|release| &release.phases);
    phases.into_iter().flatten().any(|(name, dates)| name == phase && dates.is_endless())
}

fn date(product: &Product, at: usize, rule: &DateRule, depth: usize) -> Option<Date> {
    if depth > DEEPEST {
        return None;
    }
    let of = |rule: &DateRule| date(product, at, rule, depth + 1);
    match rule {
        DateRule::On(date) => Some(*date),
        DateRule::Release => out(product.releases.get(at)?),
        DateRule::Later(step) => {
            let ahead = match step {
                ReleaseStep::Next => 1,
                ReleaseStep::SecondNext => 2,
            };
            out(product.releases.get(at + ahead)?)
        }
        DateRule::StartOf(phase) => Some(span(product, at, phase, depth + 1)?.0),
        // What has no end leads nowhere.
        DateRule::EndOf(phase) if is_endless(product, at, phase) => None,
        DateRule::EndOf(phase) => Some(span(product, at, phase, depth + 1)?.1),
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

fn later(date: Date, length: &Duration) -> Option<Date> {
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
