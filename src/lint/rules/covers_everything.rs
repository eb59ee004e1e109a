//! A line of the scope that covers every request, beside others that name what is covered.
//!
//! It has no condition, so that its words and all the other lines decide nothing. Alone, or beside what is excluded, such a line
//! says what it does; one that waits for its condition, `?`, is left alone.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::{FactKind, Program, SetLine};

/// Looks at the lines that cover something; one finding is enough, however many of them have no condition.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let program = context.program;
    let Some(scope) = program.scope.as_ref().filter(|scope| scope.covers.len() > 1) else { return };
    let every = |line: &SetLine<()>| line.clause.when.is_none() && !line.clause.unfilled;
    let Some(at) = scope.covers.iter().position(every) else { return };
    let line = &scope.covers[at];
    let finding = Diagnostic::new(&registry::COVERS_EVERYTHING, line.span, "this line covers every request");
    let finding = finding.label("it has no condition").help(help(program, line));
    let other = scope.covers.iter().enumerate().find(|(index, _)| *index != at);
    findings.push(match other {
        Some((_, other)) if every(other) => finding.related(other.span, "covers every request as well"),
        Some((_, other)) => finding.related(other.span, "decides nothing beside it"),
        None => finding,
    });
}

/// What to write, with the kind of request that has the name of the line if there is one.
fn help(program: &Program, line: &SetLine<()>) -> String {
    if line.clause.title.is_none() {
        return "leave the other lines out, or give this one a condition, as `when kind is …`".to_owned();
    }
    let name = line.clause.name.as_str();
    let kinds = program.facts.get("kind").map(|fact| &fact.kind);
    let kinds = if let Some(FactKind::Values(values)) = kinds { values.as_slice() } else { &[] };
    let condition = if kinds.iter().any(|kind| kind.clause.name.as_str() == name) {
        format!("give it a condition, as `when kind is {name}`")
    } else if kinds.is_empty() {
        format!("declare what it is about, as `kind {name} \"…\"`, and say `when kind is {name}`")
    } else {
        "give it a condition, as `when kind is …`".to_owned()
    };
    format!("{condition}; if every request is covered, write `covers` alone in the place of these lines")
}
