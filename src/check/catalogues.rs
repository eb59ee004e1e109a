//! Catalogues: lists of policies and documents, in groups.
//!
//! In: a `catalogue` declaration. Out: its groups.
//!
//! **What a group may list.** A document that is declared, or a policy. Which other policies a workspace keeps cannot be
//! known from one of them, and a group that says how many it `holds` speaks of a collection that may lie elsewhere. So a
//! name that is near to that of a declared document is taken for a slip, and any other for a policy of its own.

use super::context::Context;
use super::lookup::suggested;
use crate::diagnostic::{Diagnostic, nearest, registry};
use crate::hir::{Catalogue, Group};
use crate::resolve::twice;
use crate::source::Span;
use crate::syntax::ast::{self, Decl, Inner, Statement};
use crate::value::Name;
use std::sync::Arc;

/// A catalogue.
pub fn catalogue<'a>(context: &mut Context<'a>, decl: &'a Decl<ast::Catalogue>) -> Option<Catalogue> {
    let name = decl.name.clone()?;
    let mut catalogue = Catalogue { clause: context.declaration(decl), groups: Vec::new() };
    for statement in decl.body.own() {
        context.inside(statement.audience.as_ref(), |context| {
            group(context, &name, statement, &mut catalogue);
        });
    }
    Some(catalogue)
}

fn group<'a>(
    context: &mut Context<'a>,
    owner: &Name,
    statement: &'a Statement<ast::Catalogue>,
    catalogue: &mut Catalogue,
) {
    let Some(ast::Catalogue::Group { name, text }) = &statement.kind else {
        return;
    };
    context.unconditional(statement, "a group of policies");
    if let Some(first) = catalogue.groups.iter().find(|group| group.clause.name == *name) {
        let finding = twice("group", name, &first.clause.name);
        context.report(finding);
        return;
    }
    let mut listed: Vec<&Name> = Vec::new();
    let mut holds: Option<(u32, Span)> = None;
    let mut seen = None;
    context.inner(statement.body.as_deref(), |context, inner, kind| match kind {
        Inner::Lists { policy } => {
            context.bare(inner, "a list of policies");
            listed.extend(policy);
        }
        Inner::Holds { number } => {
            context.bare(inner, "how many policies a group holds");
            if let Some(count) = context.whole(*number, 1) {
                let said = (count, number.span);
                context.once(&mut holds, said, &mut seen, inner.span, "how many policies the group holds");
            }
        }
        Inner::Instead { .. } | Inner::Item { .. } => super::scope::misplaced(context, inner),
    });
    if let (Some((count, span)), Some(last)) = (holds, listed.last())
        && usize::try_from(count).is_ok_and(|count| count < listed.len())
    {
        let finding = Diagnostic::new(
            &registry::HOLDS_TOO_FEW,
            span,
            format!("this group holds {count} and lists {}", listed.len()),
        )
        .label(format!("{count} in all"))
        .related(last.span, format!("number {} of the list", listed.len()))
        .help("correct the number, or take the policies that do not belong here out of the list");
        context.report(finding);
    }
    let mut lists: Vec<Name> = Vec::new();
    for policy in listed {
        let elsewhere = catalogue.groups.iter().flat_map(|group| &group.lists);
        if let Some(first) = elsewhere.chain(&lists).find(|known| *known == policy) {
            let finding = Diagnostic::new(
                &registry::DUPLICATE_NAME,
                policy.span,
                format!("this catalogue lists `{policy}` already"),
            )
            .label("listed again")
            .related(first.span, "listed first here")
            .help("keep it in one group");
            context.report(finding);
            continue;
        }
        if exists(context, policy) {
            lists.push(policy.clone());
        }
    }
    let clause = context.statement("group", name.clone(), &format!("{owner}-{name}"), statement);
    if let Some(mut clause) = clause {
        clause.title = Some(Arc::new(text.clone()));
        catalogue.groups.push(Group { clause, lists, holds: holds.map(|(count, _)| count) });
    }
}

/// Whether a document or this policy has this name, or another policy may have it; reports a slip.
fn exists(context: &mut Context<'_>, name: &Name) -> bool {
    let symbols = context.symbols();
    let kinds = ["document", "policy"];
    if let Some(kind) = kinds.into_iter().find(|kind| symbols.get(kind, name.as_str()).is_some()) {
        return context.known(&[kind], name);
    }
    let there: Vec<&str> = symbols.of("document").map(|symbol| symbol.name.as_str()).collect();
    if nearest(name.as_str(), there.iter().copied()).is_none() {
        return true;
    }
    let finding =
        Diagnostic::new(&registry::UNKNOWN_NAME, name.span, format!("there is no document called `{name}`"));
    let finding = suggested(finding, name, there);
    context.report(finding);
    false
}

#[cfg(test)]
mod tests {
    use crate::check::trial::{BASE, codes};

    fn text(group: &str) -> String {
        format!(
            "{BASE}document closing \"Closing\"\ncatalogue all \"All\" {{ group rest \"Rest\" {{ {group} }} }}\n"
        )
    }

    #[test]
    fn a_group_lists_documents_and_policies_elsewhere() {
        assert_eq!(codes(&text("lists closing, opening-hours")), Vec::<String>::new());
    }

    #[test]
    fn a_slip_in_the_name_of_a_document_is_found() {
        assert_eq!(codes(&text("lists closng; holds 4 policies")), ["unknown-name closng"]);
    }

    #[test]
    fn a_group_cannot_hold_fewer_than_it_lists() {
        assert_eq!(codes(&text("lists closing, opening-hours; holds 1 policies")), ["holds-too-few 1"]);
    }

    #[test]
    fn nothing_is_listed_twice() {
        assert_eq!(codes(&text("lists closing, closing")), ["duplicate-name closing"]);
    }
}
