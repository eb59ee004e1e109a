//! Commitments and escalations.

use super::super::RulesError;
use super::amount::amount;
use super::clause::clause;
use super::context::Context;
use super::rules::rules;
use super::value::{decimal, figure, length, maybe_stated, unit};
use crate::emit::rules::types::{
    Commitment, Conditional, Credit, Escalation, Met, Moment, Raised, Stated, Step, WithinOf,
};
use crate::hir;
use crate::hir::Cond;
use crate::value::Name;

/// The commitments that the audience sees.
pub fn commitments(cx: &Context<'_>) -> Result<Vec<Commitment>, RulesError> {
    cx.each(cx.program.commitments.values(), |commitment| &commitment.clause, |said| commitment(cx, said))
}

fn commitment(cx: &Context<'_>, said: &hir::Commitment) -> Result<Commitment, RulesError> {
    let event = |name: &Name| cx.name(&["event", "state"], name);
    let office = cx.program.policy.business_calendar();
    Ok(Commitment {
        clause: clause(cx, &said.clause)?,
        from: said.from.as_ref().and_then(event),
        until: said.until.as_ref().and_then(event),
        paused_while: conditionals(cx, &["state"], &said.paused)?,
        restarts_on: cx.names(&["fact"], &said.restarts),
        rules: rules(
            cx,
            &said.rules,
            said.clause.when.as_ref(),
            |one, two| one.same_as(two, office),
            |said| figure(cx, said),
        )?,
        met: cx.each(
            &said.met,
            |met| &met.clause,
            |met| {
                Ok(Met {
                    percent: decimal(met.share),
                    period: unit(met.period),
                    clause: clause(cx, &met.clause)?,
                })
            },
        )?,
        credits: cx.each(
            &said.credits,
            |credit| &credit.clause,
            |credit| {
                Ok(Credit {
                    amount: amount(&credit.amount),
                    breaches: credit.breaches,
                    period: unit(credit.period),
                    clause: clause(cx, &credit.clause)?,
                })
            },
        )?,
        claimed_within: said.claimed.as_ref().map(|claim| claimed(cx, claim)),
    })
}

/// How soon the customer must ask, and counted from which event.
pub fn claimed(cx: &Context<'_>, claim: &hir::Claim) -> WithinOf {
    let of = claim.of.as_ref().and_then(|event| cx.name(&["event", "state"], event));
    WithinOf { length: Stated::Known(length(cx, &claim.within)), of }
}

/// Names of these kinds, each perhaps in some cases only.
pub fn conditionals(
    cx: &Context<'_>,
    keywords: &[&'static str],
    names: &[(Name, Option<Cond>)],
) -> Result<Vec<Conditional>, RulesError> {
    let mut found = Vec::new();
    for (name, when) in names {
        if let Some(id) = cx.name(keywords, name) {
            found.push(Conditional { id, cases: cx.view.cond(when.as_ref())? });
        }
    }
    Ok(found)
}

/// The escalations that the audience sees.
pub fn escalations(cx: &Context<'_>) -> Result<Vec<Escalation>, RulesError> {
    cx.each(cx.program.escalations.values(), |escalation| &escalation.clause, |said| escalation(cx, said))
}

fn escalation(cx: &Context<'_>, said: &hir::Escalation) -> Result<Escalation, RulesError> {
    let mut turns = 0;
    let mut steps = Vec::new();
    for rung in &said.rungs {
        // Steps that the audience does not see leave no hole in the count of the others.
        if cx.shows(&rung.clause) {
            steps.push(Step {
                at: moment(cx, &rung.moment, &mut turns),
                notify: cx.people(&rung.people),
                clause: clause(cx, &rung.clause)?,
            });
        }
    }
    Ok(Escalation {
        clause: clause(cx, &said.clause)?,
        raised: cx.each(
            &said.raised,
            |(_, _, said)| said,
            |(by, via, said)| {
                Ok(Raised { by: by.to_string(), via: cx.names(&["channel"], via), clause: clause(cx, said)? })
            },
        )?,
        steps,
    })
}

fn moment(cx: &Context<'_>, moment: &hir::Moment, turns: &mut u32) -> Moment {
    match moment {
        hir::Moment::Event(event) => Moment::Event { on: event.to_string() },
        hir::Moment::Share(share, of) => Moment::Share { percent: decimal(*share), of: of.to_string() },
        hir::Moment::Before(before, of) => Moment::Before { before: length(cx, before), of: of.to_string() },
        hir::Moment::After(after, of) => Moment::After { after: length(cx, after), of: of.to_string() },
        hir::Moment::Again(every, of, most) => {
            Moment::Again { every: length(cx, every), of: of.to_string(), at_most: *most }
        }
        hir::Moment::Turn(answers) => {
            *turns += 1;
            Moment::Turn { turn: *turns, answers_within: maybe_stated(cx, answers.as_ref()) }
        }
    }
}
