//! Something that is covered or promised only for releases whose last phase is over.

use super::Context;
use crate::cases::{CaseSet, ClassSet};
use crate::diagnostic::{Diagnostic, registry};
use crate::lint::phases;
use crate::source::Span;
use crate::time::Date;

/// Looks at what names a release, if the day is known.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let program = context.program;
    let (Some(today), Some(dim)) = (context.today, program.space.dim("release")) else { return };
    let mut ended: Vec<(usize, Date, Span)> = Vec::new();
    for release in program.products.values().flat_map(|product| &product.releases) {
        let class = program.space.class(dim, release.clause.name.as_str());
        if let (Some(class), Some(end)) = (class, phases::end(release).filter(|end| *end < today)) {
            ended.push((class, end, release.clause.span));
        }
    }
    // A name that two products share is over when all of its releases are.
    let going_on: Vec<usize> = program
        .products
        .values()
        .flat_map(|product| &product.releases)
        .filter(|release| phases::end(release).is_none_or(|end| end >= today))
        .filter_map(|release| program.space.class(dim, release.clause.name.as_str()))
        .collect();
    ended.retain(|(class, _, _)| !going_on.contains(class));
    if ended.is_empty() {
        return;
    }
    let over = ClassSet::of(program.space.size(dim), ended.iter().map(|(class, _, _)| *class));
    let over = CaseSet::is(dim, over);
    let mut look = |cases: &CaseSet, span: Span, what: &str| {
        if cases.is_empty() || cases.is_everything() || !cases.is_subset_of(&over) {
            return;
        }
        let named = ended.iter().find(|(class, _, _)| cases.overlaps(&program.space.is(dim, [*class])));
        let Some((_, end, place)) = named else { return };
        findings.push(
            Diagnostic::new(
                &registry::PROMISE_PAST_END,
                span,
                format!("this {what} is only for a release whose support ended on {end}"),
            )
            .label("no request meets it any more")
            .related(*place, format!("ended on {end}"))
            .help("leave it out, or say how long the release is still supported"),
        );
    };
    for rule in program.commitments.values().flat_map(|commitment| &commitment.rules.rules) {
        look(&rule.when.cases, rule.span, "promise");
    }
    for line in program.scope.iter().flat_map(|scope| &scope.covers) {
        look(&line.when.cases, line.span, "line of the scope");
    }
}
