//! Two things of one kind that readers see under one title.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::{Audience, Clause, FactValue};
use crate::lint::prose::{hashed, lower};
use rustc_hash::FxHashMap;
use smallvec::SmallVec;
use smol_str::SmolStr;

/// Looks at the titles of what stands side by side in a document.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let program = context.program;
    for fact in program.facts.values() {
        look(fact.values().iter().map(|value: &FactValue| &value.clause), findings);
    }
    look(program.calendars.values().map(|calendar| &calendar.clause), findings);
    look(program.entitlements.values().map(|entitlement| &entitlement.clause), findings);
    look(program.roles.values().map(|role| &role.clause), findings);
    look(program.parties.values().map(|party| &party.clause), findings);
    look(program.offers.values().map(|offer| &offer.clause), findings);
    look(program.definitions.values(), findings);
    // What one audience reads has a place of its own in each document, so that its title may be there twice.
    let everybody = |clause: &&Clause| clause.audience == Audience::Everybody;
    look(program.layout.iter().map(|section| &section.clause).filter(everybody), findings);
    look(program.commitments.values().map(|commitment| &commitment.clause).filter(everybody), findings);
}

/// Whether it is seen at once that all titles differ, as they nearly always do.
fn all_differ<'p>(clauses: impl Iterator<Item = &'p Clause>) -> bool {
    let mut hashes: SmallVec<[u64; 16]> = SmallVec::new();
    for title in clauses.filter_map(|clause| clause.title.as_ref()) {
        let shown = title.original.content.trim();
        // Of other letters the great and the small ones do not always stand one to one.
        if !shown.is_ascii() {
            return false;
        }
        hashes.push(hashed(shown));
    }
    hashes.sort_unstable();
    hashes.windows(2).all(|pair| pair[0] != pair[1])
}

fn look<'p>(clauses: impl Iterator<Item = &'p Clause> + Clone, findings: &mut Vec<Diagnostic>) {
    if all_differ(clauses.clone()) {
        return;
    }
    let mut seen: FxHashMap<SmolStr, &Clause> = FxHashMap::default();
    for clause in clauses {
        let Some(title) = &clause.title else { continue };
        let shown = title.original.content.trim();
        let Some(first) = seen.insert(lower(shown), clause) else { continue };
        // That a name is there twice is told as such.
        if first.name == clause.name {
            continue;
        }
        let mut finding = Diagnostic::new(
            &registry::SHARED_TITLE,
            title.original.span,
            format!("`{}` and `{}` have one title, `{shown}`", first.name, clause.name),
        )
        .label("which of the two is meant?")
        .help("give each a title of its own");
        if let Some(other) = &first.title {
            finding = finding.related(other.original.span, "the other one");
        }
        findings.push(finding);
    }
}
