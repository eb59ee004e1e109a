//! A promise that is slower, or no promise at all, on a plan above one that promises more.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::lint::{ladders, slower};

/// Looks at every commitment, for each plan and those below it.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let pairs = ladders::plans(context.program);
    slower::look(context, &pairs, true, &mut |found, high, low| {
        let finding =
            found.finding(&registry::SLOWER_ON_HIGHER_PLAN, &format!("on `{high}`"), &format!("on `{low}`"));
        let help = if found.is_of_two_clocks() {
            format!("let both run on one clock, or shorten the time on `{high}`")
        } else {
            "exchange the two figures, or say in the higher plan what it brings instead".to_owned()
        };
        findings.push(finding.label(format!("`{high}` is above `{low}`")).help(help));
    });
}
