//! A covered case of which no commitment speaks: not even that nothing is promised is said.
//!
//! Where one commitment speaks of a case and has no figure for it, that is another finding.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};

/// Looks at what the scope covers beside what all commitments speak of.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let program = context.program;
    let Some(scope) = program.scope.as_ref().filter(|_| !program.commitments.is_empty()) else { return };
    let mut left = scope.covered.and(program.space.possible());
    for commitment in program.commitments.values() {
        left = left.minus(&commitment.rules.domain);
    }
    if let Some(dim) = program.space.dim("channel") {
        for channel in program.channels.values().filter(|channel| channel.self_service) {
            let class = program.space.class(dim, channel.clause.name.as_str());
            left = left.minus(&program.space.is(dim, class));
        }
    }
    let Some(case) = left.witness(&program.space) else { return };
    // The line that covers the case, or the scope itself.
    let line = scope.covers.iter().find(|line| line.when.cases.contains(&case));
    let span = line.map_or(scope.clause.span, |line| line.span);
    let legend = context.legend();
    let (names, words) = legend.case(&program.space, &case, &left);
    let (kinds, words) = legend.summary(&program.space, &left).unwrap_or((1, words));
    let related = program.commitments.values().next().and_then(|commitment| commitment.clause.when.as_ref());
    let mut finding = Diagnostic::new(
        &registry::NO_PROMISE_SAID,
        span,
        "some of what is covered here has no promise, and nothing says that it has none",
    )
    .label("how soon do these customers hear from you?")
    .case(names, words)
    .help("widen an `only when` of a commitment, or say `none` for these cases");
    finding.several_cases = kinds > 1;
    if let Some(written) = related.and_then(|when| when.written.as_ref()) {
        finding = finding.related(written.span(), "speaks of other cases only");
    }
    findings.push(finding);
}
