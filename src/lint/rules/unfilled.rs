//! A figure that is not known yet: `?` in a cell or in the place of a value.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};

/// Looks at every `?` that was read as a value.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let program = context.program;
    for (span, name) in &program.unfilled {
        let is_fact = program.facts.contains_key(name.as_str());
        let (what, help) = if is_fact {
            ("value", "write it once it is known")
        } else {
            ("figure", "write the figure, or `none` if nothing is promised")
        };
        findings.push(
            Diagnostic::new(&registry::UNFILLED, *span, format!("a {what} of `{name}` is not filled in yet"))
                .label("`?` stands for something that is not known")
                .help(help),
        );
    }
}
