//! A promise that is slower for a graver request than for a lighter one.
//!
//! A graver request without a figure is left alone: many are worked on at once, and nobody says how soon that is.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::lint::{ladders, slower};

/// Looks at every commitment, for each severity and the lighter ones.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let pairs = ladders::severities(context.program);
    slower::look(context, &pairs, false, &mut |found, grave, light| {
        let finding = found.finding(
            &registry::SLOWER_ON_GRAVER_SEVERITY,
            &format!("for `{grave}`"),
            &format!("for `{light}`"),
        );
        findings.push(
            finding
                .label(format!("`{grave}` is graver than `{light}`"))
                .help("exchange the two figures, or the order in which the severities are declared"),
        );
    });
}
