//! A price, an entitlement of a table or a routing that leaves out a case that the policy covers.
//!
//! Entitlements that only plans grant have no gaps: what a plan does not grant, it does not grant.

use super::Context;
use crate::cases::CaseSet;
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::{FactKind, Origin, Program, spoken};
use crate::source::Span;

/// Looks at prices, entitlements and routing.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let program = context.program;
    let named_terms = named_terms(program);
    let mut look = |what: String, gaps: &CaseSet, span: Span| {
        let covered = program.scope.as_ref().map_or_else(CaseSet::everything, |scope| scope.covered.clone());
        let gaps = gaps.and(&covered).and(&named_terms);
        let Some(case) = gaps.witness(&program.space) else { return };
        let (names, words) = context.legend().case(&program.space, &case, &gaps);
        let (kinds, words) = context.legend().summary(&program.space, &gaps).unwrap_or((1, words));
        let mut finding = Diagnostic::new(
            &registry::MISSING_CASE,
            span,
            format!("{what} leaves out cases that the policy covers"),
        )
        .label("nothing here fits them")
        .case(names, words)
        .help("add them, write `no` where there is nothing, or say with `only when` for whom it is");
        finding.several_cases = kinds > 1;
        findings.push(finding);
    };
    for (name, price) in &program.prices {
        if !price.rules.rules.is_empty() && !price.clause.unfilled {
            let title = spoken(price.clause.title.as_deref(), name);
            look(format!("the price `{title}`"), &price.rules.gaps, name.span);
        }
    }
    for (name, entitlement) in &program.entitlements {
        let of_table =
            entitlement.rules.rules.iter().find(|rule| matches!(rule.origin, Origin::Table { .. }));
        if let Some(rule) = of_table {
            let title = spoken(entitlement.clause.title.as_deref(), name);
            look(format!("the table of `{title}`"), &entitlement.rules.gaps, rule.span);
        }
    }
    for (column, routing) in &program.routing {
        if let Some(rule) = routing.rules.first() {
            look(format!("the column `{column}`"), &routing.gaps, rule.span);
        }
    }
}

/// The cases in which every length of time, as of a contract, is one that the policy names: nobody sells the others.
fn named_terms(program: &Program) -> CaseSet {
    let mut named = CaseSet::everything();
    for (dim, fact) in program.space.dims().zip(program.facts.values()) {
        if let FactKind::Duration(stretches) = &fact.kind {
            let points = stretches
                .iter()
                .enumerate()
                .filter(|(_, stretch)| stretch.low.is_some() && stretch.low == stretch.high);
            named = named.and(&program.space.is(dim, points.map(|(class, _)| class)));
        }
    }
    named
}
