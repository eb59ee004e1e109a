//! Requests are worked on as they come in, though graver ones are promised an answer sooner.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::Commitment;
use crate::lint::clauses::{gravity, is_explained};
use crate::value::Figure;

/// Looks at the order of work beside the promises.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let program = context.program;
    let (Some(queue), Some((dim, fact))) = (&program.queue, gravity(program)) else { return };
    if is_explained(&queue.clause) {
        return;
    }
    let graver_first = |commitment: &&Commitment| {
        let figures: Vec<&Figure> = commitment
            .rules
            .regions
            .iter()
            .filter(|region| region.cases.dims().contains(&dim))
            .filter_map(|region| commitment.rules.rules.get(region.rule))
            .map(|rule| &rule.value)
            .filter(|figure| figure.promise.is_due_once())
            .collect();
        figures.windows(2).any(|pair| matches!(pair, [one, other] if one != other))
    };
    let Some(commitment) = program.commitments.values().find(graver_first) else { return };
    for rule in &queue.orders.rules {
        let order = &rule.value;
        let by_receipt = order.facts.first().is_some_and(|fact| *fact == "received");
        let named = order.facts.contains(&fact.clause.name);
        let plain = order.except.is_none() && !order.usually && !is_explained(&rule.clause);
        // A line for some severities only has told them apart.
        if !by_receipt || named || !plain || rule.when.cases.dims().contains(&dim) {
            continue;
        }
        findings.push(
            Diagnostic::new(
                &registry::QUEUE_IGNORES_SEVERITY,
                rule.span,
                format!(
                    "first come, first served, though `{}` depends on the {}",
                    commitment.clause.name, fact.clause.name
                ),
            )
            .label("a grave request waits behind all that came before it")
            .related(commitment.clause.name.span, format!("promised by {}", fact.clause.name))
            .help(format!("write `order {}, received`", fact.clause.name)),
        );
    }
}
