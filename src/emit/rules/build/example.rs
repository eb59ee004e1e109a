//! Published examples.

use super::super::RulesError;
use super::amount::{amount, limit};
use super::clause::{clause, reference};
use super::context::Context;
use super::cover::grant;
use super::value::{decimal, length, promise};
use crate::emit::rules::types::{Example, Expectation, Happening, Outcome};
use crate::hir;
use crate::value::Operand;
use std::collections::BTreeSet;

/// The examples that the audience sees.
pub fn examples(cx: &Context<'_>) -> Result<Vec<Example>, RulesError> {
    cx.each(
        &cx.program.examples,
        |example| &example.clause,
        |said| {
            let facts = said.given.conditions.iter().flat_map(|condition| condition.tests());
            let named: BTreeSet<_> =
                facts.filter_map(|test| cx.view.space().dim(test.fact.as_str())).collect();
            Ok(Example {
                clause: clause(cx, &said.clause)?,
                given: cx.view.list(&said.given.cases, &named)?,
                happenings: said.happenings.iter().map(happening).collect(),
                expectations: cx.each(
                    &said.expectations,
                    |expectation| &expectation.clause,
                    |expectation| {
                        Ok(Expectation {
                            outcome: outcome(cx, &expectation.outcome)?,
                            under: expectation.under.clone().filter(|path| !cx.hidden.path(path)),
                            clause: clause(cx, &expectation.clause)?,
                        })
                    },
                )?,
            })
        },
    )
}

fn happening(happening: &hir::Happening) -> Happening {
    match happening {
        hir::Happening::Event(event, at) => {
            Happening::Event { event: event.to_string(), at: at.value.to_string() }
        }
        hir::Happening::Becomes(fact, value, at) => {
            Happening::Becomes { fact: fact.to_string(), becomes: operand(value), at: at.value.to_string() }
        }
    }
}

fn operand(operand: &Operand) -> String {
    match operand {
        Operand::Name(name) => name.to_string(),
        Operand::Text(text, _) => text.clone(),
        Operand::Number(number, _) => decimal(*number),
        Operand::Duration(duration) => duration.iso(),
        Operand::Date(date, _) => date.to_string(),
        Operand::Instant(instant, _) => instant.to_string(),
        Operand::Bool(holds, _) => if *holds { "yes" } else { "no" }.to_owned(),
    }
}

fn outcome(cx: &Context<'_>, outcome: &hir::Outcome) -> Result<Outcome, RulesError> {
    Ok(match outcome {
        hir::Outcome::Holds(conds, instead) => {
            let mut holds = Vec::new();
            for cond in conds {
                holds.push(cx.view.list(&cond.cases, &super::cases::named([cond]))?);
            }
            let instead = instead.as_ref().filter(|to| !cx.hidden.reference(to)).map(reference);
            Outcome::Holds { holds, instead }
        }
        hir::Outcome::By(name, due) => {
            Outcome::Due { commitment: name.to_string(), due: due.value.to_string() }
        }
        hir::Outcome::Notifies(name, people, at) => Outcome::Notifies {
            escalation: name.to_string(),
            notify: cx.people(people),
            at: at.value.to_string(),
        },
        hir::Outcome::Open(name, open) => Outcome::Open { channel: name.to_string(), open: *open },
        hir::Outcome::Promise(name, said) => {
            Outcome::Promise { commitment: name.to_string(), promise: promise(cx, said) }
        }
        hir::Outcome::Grant(name, said) => {
            Outcome::Grant { entitlement: name.to_string(), grant: grant(said) }
        }
        hir::Outcome::Limit(name, said) => {
            Outcome::Limit { entitlement: name.to_string(), limit: limit(said) }
        }
        hir::Outcome::Cost(name, said, work) => {
            Outcome::Cost { offer: name.to_string(), amount: amount(said), work: length(cx, work) }
        }
        hir::Outcome::Amount(name, said) => Outcome::Amount { price: name.to_string(), amount: amount(said) },
    })
}
