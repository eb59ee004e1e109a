//! Facts, their values, and what follows from what.

use super::super::RulesError;
use super::cases::named_stretches;
use super::clause::clause;
use super::context::Context;
use crate::cases::{CaseSet, Dim};
use crate::emit::rules::types::{Decided, Fact, FactKind, FactValue, Follows, NamedStretch, ValueOrder};
use crate::hir;

/// The facts that the audience sees.
pub fn facts(cx: &Context<'_>) -> Result<Vec<Fact>, RulesError> {
    let mut facts = Vec::new();
    for (dim, said) in cx.view.space().dims().zip(cx.program.facts.values()) {
        if cx.shows(&said.clause) {
            facts.push(fact(cx, dim, said)?);
        }
    }
    Ok(facts)
}

fn fact(cx: &Context<'_>, dim: Dim, said: &hir::Fact) -> Result<Fact, RulesError> {
    let stretches = named_stretches(&said.kind);
    let decided = said.decided.iter().filter_map(|decided| {
        let by = cx.name(&["role", "party"], &decided.by)?;
        Some(Decided { by, confirmed: decided.confirmed })
    });
    Ok(Fact {
        clause: clause(cx, &said.clause)?,
        declared: said.declared,
        kind: match said.kind {
            hir::FactKind::Values(_) => FactKind::Values,
            hir::FactKind::YesNo => FactKind::YesNo,
            hir::FactKind::Date(_) => FactKind::Date,
            hir::FactKind::Number(_) => FactKind::Number,
            hir::FactKind::Duration(_) => FactKind::Duration,
        },
        values: cx.each(
            said.values(),
            |value| &value.clause,
            |value| Ok(FactValue { clause: clause(cx, &value.clause)? }),
        )?,
        order: said.ordered.then(|| order(said)),
        stretches: stretches.into_iter().map(|(label, stretch)| NamedStretch { label, stretch }).collect(),
        decided: decided.collect(),
        derived: said.derived.as_ref().map(|derived| follows(cx, dim, said, derived)).transpose()?,
    })
}

fn order(fact: &hir::Fact) -> ValueOrder {
    match fact.clause.name.as_str() {
        "plan" => ValueOrder::Plans,
        "severity" | "priority" => ValueOrder::Descending,
        _ => ValueOrder::Ascending,
    }
}

/// Which value follows in which cases, told by the other facts.
fn follows(
    cx: &Context<'_>,
    dim: Dim,
    fact: &hir::Fact,
    derived: &hir::Derived,
) -> Result<Vec<Follows>, RulesError> {
    let shown: Vec<&(usize, CaseSet)> =
        derived.values.iter().filter(|(class, _)| cx.view.shows_class(dim, *class)).collect();
    let sets: Vec<CaseSet> = shown.iter().map(|(_, cases)| cases.forget(dim)).collect();
    let named = sets.iter().flat_map(CaseSet::dims).collect();
    let mut follows = Vec::new();
    for ((class, _), whens) in shown.into_iter().zip(cx.view.lists(&sets, &named)?) {
        let value = match fact.values().get(*class) {
            Some(value) => value.clause.name.to_string(),
            None => cx.view.space().label(dim, *class).map(ToString::to_string).unwrap_or_default(),
        };
        follows.extend(whens.into_iter().map(|when| Follows { when, value: value.clone() }));
    }
    Ok(follows)
}
