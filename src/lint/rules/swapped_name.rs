//! A name whose title is the name of something else of its kind: `severity high "Normal"` beside `severity normal`.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::Clause;
use std::cell::OnceCell;
use std::collections::BTreeMap;

/// Looks at the values of every fact, and at the commitments.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    for fact in context.program.facts.values() {
        look(fact.values().iter().map(|value| &value.clause), findings);
    }
    look(context.program.commitments.values().map(|commitment| &commitment.clause), findings);
}

fn look<'a>(clauses: impl Iterator<Item = &'a Clause> + Clone, findings: &mut Vec<Diagnostic>) {
    let names: OnceCell<BTreeMap<&str, &Clause>> = OnceCell::new();
    for clause in clauses.clone() {
        let Some(title) = &clause.title else { continue };
        if is_written_as(title.original.content.as_str(), clause.name.as_str()) {
            continue;
        }
        let as_name = title.original.content.trim().to_lowercase().replace(' ', "-");
        if as_name == clause.name.as_str() {
            continue;
        }
        let names =
            names.get_or_init(|| clauses.clone().map(|clause| (clause.name.as_str(), clause)).collect());
        let Some(other) = names.get(as_name.as_str()) else { continue };
        let name = &clause.name;
        findings.push(
            Diagnostic::new(
                &registry::SWAPPED_NAME,
                title.original.span,
                format!("`{name}` is published under the name of `{}`", other.name),
            )
            .label("another one is called this")
            .related(other.name.span, "here")
            .help("give each the title that fits its name"),
        );
    }
}

/// Whether it is seen at once that a title is a name with capitals and blanks, as most are.
fn is_written_as(title: &str, name: &str) -> bool {
    let same = |(of_title, of_name): (u8, u8)| match of_title {
        b' ' => of_name == b'-',
        letter => letter.is_ascii() && letter.to_ascii_lowercase() == of_name,
    };
    title.len() == name.len() && title.bytes().zip(name.bytes()).all(same)
}
