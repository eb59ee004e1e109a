//! A figure that is not known yet: `?` in a cell or in the place of a value.

use crate::diagnostic::{Diagnostic, registry};
use crate::hir::Program;

/// Looks at every `?` that was read as a value.
pub fn check(program: &Program, findings: &mut Vec<Diagnostic>) {
    for (span, name) in &program.unfilled {
        findings.push(
            Diagnostic::new(&registry::UNFILLED, *span, format!("a figure of `{name}` is not filled in yet"))
                .label("`?` stands for something that is not known")
                .help("write the figure, or `none` if nothing is promised"),
        );
    }
}
