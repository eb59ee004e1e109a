//! What of each entitlement a case has, with what is counted worked out, and what is left of it.

use super::answer::Entitlement;
use super::context::Context;
use super::known::Known;
use super::limits::{self, Rest};
use super::look::{Look, look_up};
use super::note::Unused;
use super::problem::Problem;
use super::question::Question;
use super::shapes;
use crate::hir::{self, Grant, Rule};
use crate::value::{Decimal, Period, Quantity};

/// The answers about all entitlements that speak of the case.
pub fn entitlements(
    context: &Context<'_>,
    known: &Known,
    question: &Question,
) -> Result<Vec<Entitlement>, Problem> {
    let all = context.program.entitlements.values();
    all.filter_map(|of| entitlement(context, of, known, question).transpose()).collect()
}

/// The answer about one entitlement; none where it speaks of none of the cases.
fn entitlement(
    context: &Context<'_>,
    entitlement: &hir::Entitlement,
    known: &Known,
    question: &Question,
) -> Result<Option<Entitlement>, Problem> {
    let mut answer = Entitlement {
        id: entitlement.clause.name.to_string(),
        granted: None,
        limit: None,
        unused_lapse: false,
        period: None,
        used: None,
        left: None,
        over: None,
        rule: None,
        unfilled: false,
        depends_on: Vec::new(),
        source: None,
        anchor: entitlement.clause.anchor.to_string(),
    };
    match look_up(context.program, &entitlement.rules, known, |one, two| one == two) {
        Look::Outside => return Ok(None),
        Look::Gap => answer.granted = Some(false),
        Look::Depends(facts) => answer.depends_on = context.names(&facts),
        Look::Waits(_) => answer.unfilled = true,
        Look::Decided(rules) => {
            let Some(rule): Option<&&Rule<Grant>> = rules.first() else { return Ok(None) };
            answer.rule = Some(rule.path.to_string());
            answer.source = Some(context.place(rule.span));
            match &rule.value {
                Grant::Yes => answer.granted = Some(true),
                Grant::No => answer.granted = Some(false),
                Grant::Limit { quantity, unused_lapse } => {
                    answer.granted = Some(true);
                    let limit = counted(context, quantity, known);
                    answer.limit = Some(shapes::limit(&limit));
                    answer.unused_lapse = *unused_lapse;
                    counts_in(context, &limit, question, &mut answer);
                    let used = question.used.iter().find(|used| used.of == entitlement.clause.name);
                    if let Some(used) = used.filter(|_| !limits::is_open(context, &limit))
                        && let Some(Rest { used, left, over }) = limits::left(&limit, used)?
                    {
                        answer.used = Some(used);
                        answer.left = Some(left);
                        answer.over = over;
                    }
                }
                Grant::Unfilled => answer.unfilled = true,
            }
        }
    }
    Ok(Some(answer))
}

/// Says in which period a limit counts: the one into which the receipt falls, or the question if nothing was received.
fn counts_in(context: &Context<'_>, limit: &Quantity, question: &Question, answer: &mut Entitlement) {
    let day = question.received.or(question.at).map(|at| context.clock.local(at).date);
    let period = limit.per.as_ref().zip(day).and_then(|(per, day)| limits::period(per, day, question.since));
    answer.period = period.and_then(|period| limits::shape(context, period));
}

/// Why what was used of an entitlement leaves nothing to say; none where something is left or used up.
pub fn nothing_left(said: Option<&Entitlement>) -> Option<Unused> {
    let Some(said) = said else { return Some(Unused::Nobody) };
    match (said.granted, &said.limit, &said.left) {
        (_, _, Some(_)) => None,
        (Some(false), ..) => Some(Unused::NotGranted),
        (None, ..) => Some(Unused::Depends),
        (Some(true), Some(limit), None) if limit.get("per").is_some() => Some(Unused::Per),
        (Some(true), ..) => Some(Unused::Unlimited),
    }
}

/// A limit with what it is counted for worked out, where that is known: 5 per 500 nodes is 10 for 600 nodes.
pub fn counted(context: &Context<'_>, quantity: &Quantity, known: &Known) -> Quantity {
    let mut worked = quantity.clone();
    let (Some(count), Some(per)) = (quantity.count, &quantity.per) else { return worked };
    let Period::Thing(thing) = &per.what else { return worked };
    let dim = context.program.space.dim(thing.as_str());
    let Some(place) = dim.and_then(|dim| known.place(dim)) else { return worked };
    // What has begun counts as whole.
    let step = i128::from(per.every.max(1)) * 1_000_000_000;
    let times = (i128::from(place).max(0) + step - 1) / step;
    let Ok(units) = i64::try_from(i128::from(count.units) * times) else { return worked };
    let total = Decimal { units, scale: count.scale };
    worked.count = Some(quantity.at_most.map_or(total, |most| total.min(most)));
    worked.per = None;
    worked.at_most = None;
    worked
}
