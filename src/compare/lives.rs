//! How long releases are supported: what a phase is on each day, and when the rules for its end lead there.
//!
//! In: a product of both versions. Out: changes. Dates are worked out before they are compared, so that it does not matter in
//! which words a table says them; a rule is held against the other for every day on which a release could come out.

use super::change::{Change, Direction, Readers, Said, Subject};
use super::finder::{Finder, order, subject};
use super::kinds::{self, Kind};
use super::products::{dates, rules_words};
use crate::cases::{CaseSet, TooComplex};
use crate::hir::{PhaseEnd, Product, Release, RuleSet, life};
use crate::time::Date;
use crate::value::{DatePoint, DateRule, DateSpan, Name, PhaseDates};

/// Compares when the phases of a release run.
pub fn phases(
    finder: &mut Finder<'_>,
    (product, was): (&Product, &Release),
    (of, is): (&Product, &Release),
) -> Result<(), TooComplex> {
    let names = finder.common.names.clone();
    let mut all: Vec<(Name, Name)> =
        is.phases.iter().map(|(name, _)| (names.old_of("phase", name), name.clone())).collect();
    for (name, _) in &was.phases {
        let now = names.new_of("phase", name);
        if !all.iter().any(|(_, known)| *known == now) {
            all.push((name.clone(), now));
        }
    }
    for (old, new) in all {
        let (before, after) = (written(was, &old), written(is, &new));
        let known = |side: &Option<PhaseDates>| !matches!(side, Some(PhaseDates::Unfilled(_)));
        if !known(&before) || !known(&after) {
            continue;
        }
        let days = (at(product, was, &old), at(of, is, &new));
        let Some(kind) = changed((before.as_ref(), days.0), (after.as_ref(), days.1)) else { continue };
        // Where the same words lead to other days, only the days tell what changed.
        let same = before.as_ref().map(dates) == after.as_ref().map(dates);
        let said = |side: Option<PhaseDates>, days: Option<(Date, Date)>| match (side, days) {
            (Some(side), Some((from, _))) if same && side.is_endless() => {
                Some(Said::Dates(PhaseDates::From(Some(from), side.span())))
            }
            (Some(side), Some((from, to))) if same => {
                let span = DateSpan { from: DatePoint::Full(from), to: DatePoint::Full(to) };
                Some(Said::Dates(PhaseDates::Span(span, side.span())))
            }
            (side, _) => side.map(Said::Dates),
        };
        let part = format!("{} {new}", is.clause.name);
        let change = Change::new(kind, Subject { part, ..subject(&of.clause) });
        let change = change.from_to(said(before, days.0), said(after, days.1));
        let change = change.at(Some(was.clause.span), Some(is.clause.span));
        let narrower = |product: &Product, release: &Release| {
            product.clause.audience.clone().max(release.clause.audience.clone())
        };
        let readers = Readers::between(&narrower(product, was), &narrower(of, is));
        finder.add(Change { readers, ..change })?;
    }
    Ok(())
}

/// What a table says of a phase; nothing where the release does not have it.
fn written(release: &Release, name: &Name) -> Option<PhaseDates> {
    let found = release.phases.iter().find(|(known, _)| known == name);
    found.map(|(_, dates)| dates.clone()).filter(|dates| !matches!(dates, PhaseDates::No(_)))
}

/// The first and the last day of a phase.
fn at(product: &Product, release: &Release, phase: &Name) -> Option<(Date, Date)> {
    let at = product.releases.iter().position(|known| known.clause.name == release.clause.name)?;
    life::days(product, at, phase)
}

/// What of a phase changed: what is written, with its days.
fn changed(
    (before, then): (Option<&PhaseDates>, Option<(Date, Date)>),
    (after, now): (Option<&PhaseDates>, Option<(Date, Date)>),
) -> Option<&'static Kind> {
    let (before, after) = match (before, after) {
        (None, None) => return None,
        (Some(_), None) => return Some(&kinds::PHASE.back),
        (None, Some(_)) => return Some(&kinds::PHASE.forth),
        (Some(before), Some(after)) => (before, after),
    };
    let words = dates(before) == dates(after);
    let (Some((first, last)), Some((begin, end))) = (then, now) else {
        return (!words).then_some(&kinds::PHASE_MOVED);
    };
    // A phase that follows another begins when that one ends, which is told there.
    let follows = [before, after]
        .iter()
        .all(|dates| matches!(dates, PhaseDates::Until(..) | PhaseDates::From(None, _)));
    if follows || first == begin {
        return match order(&last, &end) {
            Some(direction) => Some(Finder::way(&kinds::PHASE_LENGTH, direction)),
            None => (!words).then_some(&kinds::LIFE_RULE_RESTATED),
        };
    }
    // A phase that begins earlier and ends later is longer, whatever else.
    if begin <= first && end >= last {
        return Some(&kinds::PHASE_LENGTH.forth);
    }
    if begin >= first && end <= last {
        return Some(&kinds::PHASE_LENGTH.back);
    }
    Some(&kinds::PHASE_MOVED)
}

/// Compares the rules for the ends of phases, in every part of the cases in which the same ones hold.
pub fn rules(finder: &mut Finder<'_>, was: &Product, is: &Product) -> Result<(), TooComplex> {
    let names = finder.common.names.clone();
    let mut phases: Vec<Name> = is.ends.iter().map(|end| end.phase.clone()).collect();
    phases.extend(was.ends.iter().map(|end| names.new_of("phase", &end.phase)));
    phases.sort();
    phases.dedup();
    let when = |product: &'_ Product| -> Vec<CaseSet> {
        product.ends.iter().filter_map(|end| Some(end.clause.when.as_ref()?.cases.clone())).collect()
    };
    let (first, second) = (when(was), when(is));
    let (first, second): (Vec<&CaseSet>, Vec<&CaseSet>) = (first.iter().collect(), second.iter().collect());
    let shared = finder.common.shared().clone();
    for part in finder.parts(&shared, &first, &second)? {
        let Some(case) = part.witness(&finder.common.space) else { continue };
        let (mine, yours) = (finder.common.old.own(&case), finder.common.new.own(&case));
        let holds = |end: &&PhaseEnd, cases: &CaseSet| {
            end.clause.when.as_ref().is_none_or(|when| cases.is_subset_of(&when.cases))
        };
        for phase in &phases {
            let old = was.ends.iter().filter(|end| names.new_of("phase", &end.phase) == *phase);
            let old: Vec<DateRule> =
                old.filter(|end| holds(end, &mine)).map(|end| end.rule.clone()).collect();
            let new = is.ends.iter().filter(|end| end.phase == *phase);
            let new: Vec<DateRule> =
                new.filter(|end| holds(end, &yours)).map(|end| end.rule.clone()).collect();
            let kind = match (old.as_slice(), new.as_slice()) {
                ([], []) => continue,
                (_, []) => &kinds::LIFE_RULE.back,
                ([], _) => &kinds::LIFE_RULE.forth,
                (one, other) if rules_words(one) == rules_words(other) => continue,
                ([one], [other]) => match direction(finder, (was, one), (is, other)) {
                    Some(Direction::Neutral) => &kinds::LIFE_RULE_RESTATED,
                    Some(direction @ (Direction::Weaker | Direction::Stronger)) => {
                        Finder::way(&kinds::PHASE_LENGTH, direction)
                    }
                    Some(Direction::Mixed) | None => &kinds::LIFE_RULE_CHANGED,
                },
                _ => &kinds::LIFE_RULE_CHANGED,
            };
            let said = |rules: Vec<DateRule>| (!rules.is_empty()).then_some(Said::Rules(rules));
            let of = Subject { part: phase.to_string(), ..subject(&is.clause) };
            let change = Change::new(kind, of).within(part.clone()).from_to(said(old), said(new));
            let change = change.at(Some(was.clause.span), Some(is.clause.span));
            let readers = Readers::between(&was.clause.audience, &is.clause.audience);
            finder.add(Change { readers, ..change })?;
        }
    }
    Ok(())
}

/// Which way the end of a phase goes by two rules: for a release that comes out on any day of the horizon, and for those that are
/// listed where the days of other releases or phases matter. None where a rule leads nowhere.
fn direction(
    finder: &Finder<'_>,
    (was, old): (&Product, &DateRule),
    (is, new): (&Product, &DateRule),
) -> Option<Direction> {
    let mut ways: Vec<Option<Direction>> = Vec::new();
    if stands_alone(old) && stands_alone(new) {
        let (from, to) = finder.clocks.horizon;
        let clock = &finder.common.new.context.clock;
        let (from, to) = (clock.local(from).date.number(), clock.local(to).date.number());
        let (mut one, mut other) = (alone(was)?, alone(is)?);
        for day in from..to {
            let date = Date::from_number(day)?;
            come_out(&mut one, date);
            come_out(&mut other, date);
            ways.push(order(&life::day(&one, 0, old)?, &life::day(&other, 0, new)?));
        }
    } else {
        for (at, release) in was.releases.iter().enumerate() {
            let same = |known: &Release| known.clause.name == release.clause.name;
            let Some(place) = is.releases.iter().position(same) else { continue };
            let (Some(one), Some(other)) = (life::day(was, at, old), life::day(is, place, new)) else {
                continue;
            };
            ways.push(order(&one, &other));
        }
    }
    if ways.is_empty() {
        return None;
    }
    let (worse, better) =
        [Direction::Weaker, Direction::Stronger].map(|way| ways.contains(&Some(way))).into();
    Some(match (worse, better) {
        (true, false) => Direction::Weaker,
        (false, true) => Direction::Stronger,
        // Listed releases alone do not show that two rules are the same for all.
        (false, false) if stands_alone(old) && stands_alone(new) => Direction::Neutral,
        (true, true) | (false, false) => Direction::Mixed,
    })
}

/// Whether a rule needs nothing but the day on which a release comes out.
fn stands_alone(rule: &DateRule) -> bool {
    match rule {
        DateRule::On(_) | DateRule::Release => true,
        DateRule::After(_, rule) | DateRule::FirstAfter(_, rule) => stands_alone(rule),
        DateRule::Earlier(one, other) | DateRule::LaterOf(one, other) => {
            stands_alone(one) && stands_alone(other)
        }
        DateRule::Later(_) | DateRule::StartOf(_) | DateRule::EndOf(_) | DateRule::Unfilled => false,
    }
}

/// A product with one release; none where no release is listed that could stand for others.
fn alone(product: &Product) -> Option<Product> {
    let mut release = product.releases.first()?.clone();
    release.phases.truncate(1);
    Some(Product {
        releases: vec![release],
        ends: Vec::new(),
        supports: None,
        clause: product.clause.clone(),
        notices: RuleSet::default(),
    })
}

/// Lets the only release of a product come out on a day.
fn come_out(product: &mut Product, day: Date) {
    for (_, dates) in product.releases.iter_mut().flat_map(|release| &mut release.phases) {
        let span = DateSpan { from: DatePoint::Full(day), to: DatePoint::Full(day) };
        *dates = PhaseDates::Span(span, dates.span());
    }
}
