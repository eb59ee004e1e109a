//! An entitlement that no plan grants and no table sets, so that nobody has it.
//!
//! One that a `?` may still grant is left alone, and so is one that is sold: a price that is counted by it, or included in it. A
//! table of `no` for everybody says so on purpose, and a file that is used may serve other policies.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::Program;
use crate::value::{Amount, Measure, Name, Period};

/// Looks at every entitlement.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let program = context.program;
    if program.plans.values().any(|plan| plan.clause.unfilled) {
        return;
    }
    let own = |name: &Name| name.span.file == program.policy.clause.name.span.file;
    for (name, entitlement) in program.entitlements.iter().filter(|(name, _)| own(name)) {
        let rules = &entitlement.rules;
        let waits = !rules.waiting.is_empty() || entitlement.clause.unfilled;
        if waits || !rules.rules.is_empty() || is_sold(program, name) {
            continue;
        }
        let help = if program.plans.is_empty() {
            "say in a `table` who has it, or in plans that grant it; or leave it out".to_owned()
        } else {
            format!(
                "write `grants {name}` in each plan that has it, or give it a row in a `table`; or leave it out"
            )
        };
        findings.push(
            Diagnostic::new(&registry::ENTITLEMENT_FOR_NOBODY, name.span, format!("nothing grants `{name}`"))
                .label("who has it?")
                .help(help),
        );
    }
}

/// Whether something is paid by it, or with it.
fn is_sold(program: &Program, name: &Name) -> bool {
    let prices = program.prices.values().flat_map(|price| &price.rules.rules);
    let plans = program.plans.values().flat_map(|plan| &plan.price.rules);
    let rates = program.offers.values().flat_map(|offer| &offer.rates);
    let mut amounts = prices.chain(plans).map(|rule| &rule.value).chain(rates.map(|rate| &rate.amount));
    amounts.any(|amount| speaks_of(amount, name))
}

fn speaks_of(amount: &Amount, name: &Name) -> bool {
    let counts = |per: Option<&Measure>| {
        per.is_some_and(|per| matches!(&per.what, Period::Thing(thing) if thing == name))
    };
    match amount {
        Amount::Rate(rate, _) => counts(rate.per.as_ref()),
        Amount::Share { per, .. } => counts(per.as_ref()),
        Amount::Included(of, _) => of == name,
        Amount::Pick { of, .. } => of.iter().any(|part| speaks_of(part, name)),
        Amount::Times(..)
        | Amount::Named(_)
        | Amount::Term(_)
        | Amount::None(_)
        | Amount::No(_)
        | Amount::AsAgreed(..)
        | Amount::AsDecided(..)
        | Amount::Unfilled(_) => false,
    }
}
