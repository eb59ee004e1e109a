//! An example or a test with deadlines on a day on which the policy does not count yet.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::{Happening, Outcome};

/// Looks at every example and test.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let program = context.program;
    let Some(effective) = program.policy.effective else { return };
    for case in program.examples.iter().chain(&program.tests) {
        // What is said of the life of a release, or of what is covered, may well be shown by a day of the past.
        let timed = |outcome: &Outcome| matches!(outcome, Outcome::By(..) | Outcome::Notifies(..));
        if !case.expectations.iter().any(|expectation| timed(&expectation.outcome)) {
            continue;
        }
        let early = case.happenings.iter().find_map(|happening| match happening {
            Happening::Event(_, at) | Happening::Becomes(_, _, at) => {
                (at.value.date < effective).then_some(at)
            }
        });
        let Some(at) = early else { continue };
        findings.push(
            Diagnostic::new(
                &registry::CASE_BEFORE_POLICY,
                at.span,
                format!("the policy counts from {effective} on, and this is before"),
            )
            .label("another version held on that day")
            .help("choose a day on which this version counts"),
        );
    }
}
