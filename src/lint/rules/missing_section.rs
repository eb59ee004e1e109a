//! A part that readers of a support policy look for and do not find.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::{Section, SectionItem, Standard, join};

/// What readers look for, with the words for it.
const EXPECTED: [(Standard, &str); 4] = [
    (Standard::Scope, "what is covered (`scope`)"),
    (Standard::Channels, "how to reach you (`channel`)"),
    (Standard::Response, "how soon you answer (`commitment`)"),
    (Standard::Responsibilities, "what you need from customers (`section responsibilities`)"),
];

/// Looks at the sections of the document.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let program = context.program;
    // A catalogue lists other policies, and a header alone is only begun.
    let begun = program.layout.iter().any(|section| section.clause.title.is_some());
    let bare = program.commitments.is_empty() && program.scope.is_none() && !begun;
    if !program.catalogues.is_empty() || bare {
        return;
    }
    let duties = has(&program.layout, &|section| {
        section.items.iter().any(|item| matches!(item, SectionItem::Duty(_)))
    });
    let missing: Vec<String> = EXPECTED
        .iter()
        .filter(|(standard, _)| match standard {
            Standard::Scope => program.scope.is_none(),
            Standard::Channels => program.channels.is_empty(),
            Standard::Response => program.commitments.is_empty(),
            _ => !duties,
        })
        .filter(|(standard, _)| !has(&program.layout, &|section| section.standard == Some(*standard)))
        .map(|(_, words)| (*words).to_owned())
        .collect();
    if missing.is_empty() {
        return;
    }
    findings.push(
        Diagnostic::new(
            &registry::MISSING_SECTION,
            program.policy.clause.name.span,
            format!("readers will look for {}", join(&missing).replace(" or ", " and ")),
        )
        .label("not in this policy")
        .help("add what you can say about it, if only that you promise nothing"),
    );
}

/// Whether a section, or one inside it, is of some sort.
fn has(sections: &[Section], is: &dyn Fn(&Section) -> bool) -> bool {
    sections.iter().any(|section| {
        is(section)
            || section.items.iter().any(|item| match item {
                SectionItem::Section(inner) => has(std::slice::from_ref(&**inner), is),
                SectionItem::Declaration(_)
                | SectionItem::Duty(_)
                | SectionItem::Prose(..)
                | SectionItem::Note(..) => false,
            })
    })
}
