//! A figure in a table for a case that cannot exist, as for a channel that the plan does not have.
//!
//! A line whose condition no case can meet is an error; a cell has no condition, and says `no` there.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::{Origin, say};
use crate::value::Promise;

/// Looks at the cells of every commitment.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let program = context.program;
    for rule in program.commitments.values().flat_map(|commitment| &commitment.rules.rules) {
        let timed = matches!(rule.value.promise, Promise::Within { .. } | Promise::By(_) | Promise::Every(_));
        let cell = matches!(rule.origin, Origin::Cell | Origin::Table { .. });
        if !timed || !cell || rule.when.cases.overlaps(program.space.possible()) {
            continue;
        }
        let legend = context.legend();
        let Some((_, words)) =
            legend.summary(&program.space, &rule.when.cases).filter(|(kinds, _)| *kinds > 0)
        else {
            findings.push(finding(rule.span, &say::figure(&rule.value)));
            continue;
        };
        findings.push(finding(rule.span, &say::figure(&rule.value)).case(Vec::new(), words));
    }
}

fn finding(span: crate::source::Span, figure: &str) -> Diagnostic {
    Diagnostic::new(
        &registry::PROMISE_FOR_NO_CASE,
        span,
        format!("`{figure}` is promised for a case that cannot exist"),
    )
    .label("nobody can be in this row and this column")
    .help("write `no`, or let what the row and the column name exist together")
}
