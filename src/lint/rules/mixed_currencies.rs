//! One price, or the prices of the plans, in two currencies, though nothing says who pays in which.

use super::Context;
use crate::cases::CaseSet;
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::{Program, say};
use crate::value::Amount;

/// Looks at each price, at the prices of the plans together, and at the rates of each offer.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let program = context.program;
    let of_plans = program.plans.values().flat_map(|plan| &plan.price.rules);
    look(program, of_plans.map(|rule| (&rule.value, &rule.when.cases)), findings);
    for price in program.prices.values() {
        look(program, price.rules.rules.iter().map(|rule| (&rule.value, &rule.when.cases)), findings);
    }
    let everything = CaseSet::everything();
    for offer in program.offers.values() {
        let rates = offer
            .rates
            .iter()
            .map(|rate| (&rate.amount, rate.clause.when.as_ref().map_or(&everything, |when| &when.cases)));
        look(program, rates, findings);
    }
}

fn look<'p>(
    program: &Program,
    amounts: impl Iterator<Item = (&'p Amount, &'p CaseSet)>,
    findings: &mut Vec<Diagnostic>,
) {
    let mut first: Option<&Amount> = None;
    for (amount, cases) in amounts {
        let Amount::Rate(rate, span) = amount else { continue };
        if tells_who(program, cases) {
            return;
        }
        let Some(Amount::Rate(before, place)) = first else {
            first = Some(amount);
            continue;
        };
        if before.money.currency != rate.money.currency {
            findings.push(
                Diagnostic::new(
                    &registry::MIXED_CURRENCIES,
                    *span,
                    format!("`{}` stands beside prices in {}", say::amount(amount), before.money.currency),
                )
                .label(format!("in {}", rate.money.currency))
                .related(*place, format!("in {}", before.money.currency))
                .help("use one currency, or say with a condition, as `when region is …`, who pays in which"),
            );
            return;
        }
    }
}

/// Whether a condition says who pays: it asks for more than the plan, the term and what is wrong.
fn tells_who(program: &Program, cases: &CaseSet) -> bool {
    const WHAT: [&str; 8] = ["plan", "term", "severity", "priority", "kind", "product", "release", "phase"];
    let who = |name: &str| !WHAT.contains(&name);
    cases
        .dims()
        .iter()
        .any(|dim| program.space.dimensions().get(dim.index()).is_some_and(|dimension| who(&dimension.name)))
}
