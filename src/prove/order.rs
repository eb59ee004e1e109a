//! What must not get worse on a higher plan or a graver severity: promises and grants.
//!
//! In: parts of the cases with one value each, and the ladder. Out: the first two cases that differ in nothing else, of which
//! the higher one is worse off.

use super::against::Against;
use super::promises::{Part, Said, parts};
use super::prover::Prover;
use super::{Extent, Outcome};
use crate::cases::{CaseSet, Dim};
use crate::evaluate::said_instant;
use crate::hir::{Cond, Grant, Ladder, Rule, say};
use crate::value::{Decimal, Measure, Name, Period, Quantity, Unit};

/// Two steps of a ladder by name, the higher one first.
pub struct Steps {
    /// The higher plan, or the graver severity.
    pub high: String,
    /// The other.
    pub low: String,
}

/// Holds each part against every part of a lower step whose cases differ in nothing but that.
pub fn climb<P>(
    prover: &Prover<'_>,
    ladder: Ladder,
    parts: &[P],
    cases: impl Fn(&P) -> &CaseSet,
    worse: impl Fn(&Steps, &P, &P) -> Result<Option<Against>, Against>,
) -> Result<bool, Against> {
    let Some((dim, pairs)) = prover.ladder(ladder) else { return Ok(false) };
    let space = &prover.program.space;
    let moving: Vec<Dim> = prover.moving_with(dim).into_iter().filter(|other| *other != dim).collect();
    // Parts have no case in common, so that two of them for which the step does not matter never meet.
    let fixed: Vec<bool> =
        parts.iter().map(|part| moving.is_empty() && !cases(part).dims().contains(&dim)).collect();
    // The parts of each step, without what may differ.
    let steps: Vec<Vec<(usize, CaseSet)>> = (0..space.size(dim))
        .map(|class| {
            let here = parts.iter().enumerate().filter(|(_, part)| !cases(part).plainly_lacks(dim, class));
            let given = here.map(|(at, part)| (at, cases(part).given(dim, class)));
            let rest = given.map(|(at, rest)| (at, moving.iter().fold(rest, |set, dim| set.forget(*dim))));
            rest.filter(|(_, rest)| !rest.is_empty()).collect()
        })
        .collect();
    let label = |class: usize| space.label(dim, class).map_or_else(String::new, ToString::to_string);
    let mut compared = false;
    for (high, low) in pairs {
        let names = Steps { high: label(high), low: label(low) };
        let (Some(higher), Some(lower)) = (steps.get(high), steps.get(low)) else { continue };
        for (at, here) in higher {
            for (below, there) in lower {
                if (at != below && fixed[*at] && fixed[*below]) || !here.overlaps(there) {
                    continue;
                }
                compared = true;
                let (one, other) = (&parts[*at], &parts[*below]);
                if let Some(against) = worse(&names, one, other)? {
                    let both = here.and(there).and(&space.is(dim, [high])).and(cases(one));
                    return Err(against.in_cases(both));
                }
            }
        }
    }
    Ok(compared)
}

/// The extent of a comparison.
pub fn compared(prover: &Prover<'_>, about: &CaseSet, compared: bool, timed: bool) -> Extent {
    let cases = if compared { about.count(&prover.program.space) } else { 0 };
    Extent { cases, what: if compared { "case" } else { "pair of cases" }, timed }
}

/// A commitment is never slower.
pub fn never_slower(prover: &Prover<'_>, name: &Name, ladder: Ladder, when: Option<&Cond>) -> Outcome {
    let about = prover.about(when)?;
    let Some(commitment) = prover.program.commitments.get(name) else { return Ok(Extent::of(0)) };
    prover.stretch()?;
    prover.runs_on(commitment);
    let parts = parts(prover, commitment, &about)?;
    let found = climb(
        prover,
        ladder,
        &parts,
        |part| &part.cases,
        |steps, high, low| slower(prover, name, steps, high, low),
    )?;
    Ok(compared(prover, &about, found, true))
}

fn slower(
    prover: &Prover<'_>,
    name: &Name,
    steps: &Steps,
    high: &Part<'_>,
    low: &Part<'_>,
) -> Result<Option<Against>, Against> {
    let Steps { high: higher, low: lower } = steps;
    let against = |against: Against| {
        against.rule(high.shown(format!("for `{higher}`"))).rule(low.shown(format!("for `{lower}`")))
    };
    let values = format!("{} for `{higher}`, {} for `{lower}`", high.words(), low.words());
    let message = || format!("`{name}` is slower for `{higher}` than for `{lower}`");
    match (&high.said, &low.said) {
        (Said::Absent, _) | (_, Said::Absent | Said::Nothing) => Ok(None),
        (one, other) if one == other => Ok(None),
        (Said::Due(one), Said::Due(other)) => {
            let Some(apart) = prover.latest_after(*one, *other)?.filter(|apart| apart.seconds() > 0) else {
                return Ok(None);
            };
            let said = |at| said_instant(prover.context, at);
            let note = format!(
                "what comes {} is due {} for `{higher}` ({}), and {} for `{lower}` ({})",
                said(apart.received),
                said(apart.one),
                high.words(),
                said(apart.other),
                low.words()
            );
            Ok(Some(against(Against::new(message()).at(apart.received).note(note))))
        }
        (Said::Due(_) | Said::Effort, Said::Effort) => Ok(None),
        (Said::Effort, Said::Due(_)) | (Said::Nothing, Said::Due(_) | Said::Effort) => {
            Ok(Some(against(Against::new(message()).note(values))))
        }
        (Said::Unknown(_), Said::Due(_) | Said::Effort | Said::Unknown(_))
        | (Said::Due(_) | Said::Effort | Said::Nothing, Said::Unknown(_)) => {
            let message = format!(
                "nobody can tell from the policy whether `{name}` is slower for `{higher}` than for `{lower}`"
            );
            Ok(Some(against(Against::unknown(message).note(values))))
        }
    }
}

/// An entitlement is never less.
pub fn never_less(prover: &Prover<'_>, name: &Name, ladder: Ladder, when: Option<&Cond>) -> Outcome {
    let about = prover.possible(when)?;
    let Some(entitlement) = prover.program.entitlements.get(name) else { return Ok(Extent::of(0)) };
    let rules = &entitlement.rules;
    let mut parts: Vec<(CaseSet, Option<&Rule<Grant>>)> = Vec::new();
    for region in &rules.regions {
        parts.push((region.cases.try_and(&about)?, rules.rules.get(region.rule)));
    }
    // What nothing grants is not granted.
    parts.push((rules.gaps.try_and(&about)?, None));
    parts.retain(|(cases, _)| !cases.is_empty());
    let found = climb(
        prover,
        ladder,
        &parts,
        |part| &part.0,
        |steps, (_, high), (_, low)| {
            let grant = |rule: Option<&Rule<Grant>>| rule.map_or(Grant::No, |rule| rule.value.clone());
            let (one, other) = (grant(*high), grant(*low));
            let Steps { high: higher, low: lower } = steps;
            let values = format!("{} for `{higher}`, {} for `{lower}`", say::grant(&one), say::grant(&other));
            let against = match at_least(&one, &other) {
                Some(true) => return Ok(None),
                Some(false) => Against::new(format!("`{name}` is less for `{higher}` than for `{lower}`")),
                None => Against::unknown(format!(
                    "nobody can tell from the policy whether `{name}` is less for `{higher}` than for `{lower}`"
                )),
            };
            let shown = |rule: Option<&Rule<Grant>>, step: &str| {
                rule.map(|rule| (rule.span, format!("for `{step}`")))
            };
            Ok(Some(against.note(values).rule(shown(*high, higher)).rule(shown(*low, lower))))
        },
    )?;
    Ok(compared(prover, &about, found, false))
}

/// Whether one grant is at least as much as another, whatever is counted; none where that cannot be said.
fn at_least(one: &Grant, other: &Grant) -> Option<bool> {
    match (one, other) {
        _ if one == other => Some(!matches!(one, Grant::Unfilled)),
        // What is granted with no more said has no limit.
        (_, Grant::No) | (Grant::Yes, Grant::Yes | Grant::Limit { .. }) => Some(true),
        (Grant::Unfilled, _) | (_, Grant::Unfilled) => None,
        (Grant::No, Grant::Yes | Grant::Limit { .. }) => Some(false),
        (Grant::Limit { quantity, .. }, Grant::Yes) => Some(quantity.count.is_none()),
        (Grant::Limit { quantity: one, .. }, Grant::Limit { quantity: other, .. }) => more(one, other),
    }
}

fn more(one: &Quantity, other: &Quantity) -> Option<bool> {
    let Some(count) = one.count else { return Some(true) };
    let Some(than) = other.count else { return Some(false) };
    if one.unit != other.unit || one.at_a_time != other.at_a_time {
        return None;
    }
    match (&one.per, &other.per) {
        (None, None) => Some(count >= than),
        (Some(here), Some(there)) => match (months(here), months(there)) {
            // So many in each of these periods, counted over the same time.
            (Some(here), Some(there)) => Some(per(count, there) >= per(than, here)),
            (None, None) if here == there => Some(capped(count, one.at_most, than, other.at_most)),
            _ => None,
        },
        (None, Some(_)) | (Some(_), None) => None,
    }
}

/// A period in months, if it has a number of them.
pub fn months(measure: &Measure) -> Option<i64> {
    let Period::Time(unit) = measure.what else { return None };
    let each = match unit {
        Unit::Month => 1,
        Unit::Quarter => 3,
        Unit::Year => 12,
        Unit::Second | Unit::Minute | Unit::Hour | Unit::Day | Unit::Week => return None,
    };
    Some(i64::from(measure.every) * each)
}

/// A number times another, in billionths.
pub fn per(count: Decimal, times: i64) -> i128 {
    let power = 10_i128.pow(9 - u32::from(count.scale.min(9)));
    i128::from(count.units) * power * i128::from(times)
}

/// Whether so many for each of something, with a limit in all, are at least as many as others, however many there are of it.
fn capped(count: Decimal, most: Option<Decimal>, than: Decimal, limit: Option<Decimal>) -> bool {
    let at = |count: Decimal, most: Option<Decimal>, things: i64| {
        let all = per(count, things);
        most.map_or(all, |most| all.min(per(most, 1)))
    };
    // Both grow evenly up to their limit, so that only the first, the things at a limit, and very many tell.
    let limits = [(count, most), (than, limit)];
    let ends = limits.into_iter().filter_map(|(count, most)| {
        let things = per(most?, 1).checked_div(per(count, 1))?;
        i64::try_from(things).ok()
    });
    let mut tried: Vec<i64> = ends.flat_map(|things| [things.max(1), things.saturating_add(1)]).collect();
    tried.extend([1, 1_000_000_000]);
    tried.into_iter().all(|things| at(count, most, things) >= at(than, limit, things))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_are_compared_over_the_same_time() {
        let quantity = |count: i64, per: Option<(u32, Unit)>| Quantity {
            count: Some(Decimal::whole(count)),
            unit: None,
            per: per.map(|(every, unit)| Measure { every, what: Period::Time(unit) }),
            at_a_time: false,
            at_most: None,
            span: crate::source::Span::default(),
        };
        let year = |count| quantity(count, Some((1, Unit::Year)));
        let month = |count| quantity(count, Some((1, Unit::Month)));
        assert_eq!(more(&month(1), &year(12)), Some(true));
        assert_eq!(more(&year(11), &month(1)), Some(false));
        assert_eq!(more(&quantity(3, None), &quantity(3, None)), Some(true));
        assert_eq!(more(&quantity(3, None), &year(3)), None);
        let unlimited = Quantity { count: None, ..year(1) };
        assert_eq!(more(&unlimited, &year(99)), Some(true));
        assert_eq!(more(&year(99), &unlimited), Some(false));
    }

    #[test]
    fn limits_in_all_are_compared_for_every_number_of_things() {
        let whole = Decimal::whole;
        assert!(capped(whole(5), None, whole(5), Some(whole(15))));
        assert!(!capped(whole(5), Some(whole(15)), whole(5), None));
        assert!(!capped(whole(5), Some(whole(15)), whole(4), Some(whole(16))));
        assert!(capped(whole(5), Some(whole(16)), whole(4), Some(whole(16))));
    }
}
