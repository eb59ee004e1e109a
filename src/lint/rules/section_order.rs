//! Sections in another order than readers of support policies expect.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::Section;

/// Looks at the standard sections that the author wrote.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let mut latest: Option<&Section> = None;
    for section in &context.program.layout {
        let (Some(standard), Some(_)) = (section.standard, &section.clause.title) else { continue };
        match latest {
            Some(before) if before.standard > Some(standard) => {
                let earlier = before.standard.map_or("", |it| it.name());
                findings.push(
                    Diagnostic::new(
                        &registry::SECTION_ORDER,
                        section.clause.span,
                        format!("readers expect `{}` before `{earlier}`", standard.name()),
                    )
                    .label("comes late")
                    .related(before.clause.span, "they look for it before this")
                    .help("move the section up"),
                );
            }
            Some(_) | None => latest = Some(section),
        }
    }
}
