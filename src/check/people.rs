//! People, documents, words, questions and catalogues: declarations that mostly carry text.
//!
//! In: `role`, `party`, `document`, `event`, `definition`, `question` and `catalogue` declarations. Out: the same with
//! every name looked up.

use super::context::{Context, repeated};
use super::scope::misplaced;
use crate::diagnostic::registry;
use crate::hir::{Catalogue, Clause, Event, Group, Note, Party, PolicyDocument, Precedence, Question, Role};
use crate::resolve::twice;
use crate::source::Span;
use crate::syntax::ast::{self, Decl, Inner};

/// One of us.
pub fn role<'a>(context: &mut Context<'a>, decl: &'a Decl<ast::Role>) -> Role {
    let clause = context.declaration(decl);
    let mut role = Role { clause, addresses: Vec::new() };
    for statement in decl.body.own() {
        context.bare(statement, "an address");
        match &statement.kind {
            Some(ast::Role::Address { text }) => role.addresses.push(text.clone()),
            None => {}
        }
    }
    role
}

/// Somebody else.
pub fn party<'a>(context: &mut Context<'a>, decl: &'a Decl<ast::Party>) -> Party {
    let clause = context.declaration(decl);
    let mut party = Party { clause, third: false, addresses: Vec::new() };
    for statement in decl.body.own() {
        context.bare(statement, "a party");
        match &statement.kind {
            Some(ast::Party::Third {}) => party.third = true,
            Some(ast::Party::Address { text }) => party.addresses.push(text.clone()),
            None => {}
        }
    }
    party
}

/// Another document.
pub fn document<'a>(context: &mut Context<'a>, decl: &'a Decl<ast::Document>) -> PolicyDocument {
    let clause = context.declaration(decl);
    let mut document = PolicyDocument { clause, addresses: Vec::new(), precedence: None };
    let mut seen: Option<Span> = None;
    for statement in decl.body.own() {
        context.bare(statement, "a document");
        let precedence = match &statement.kind {
            Some(ast::Document::Address { text }) => {
                document.addresses.push(text.clone());
                continue;
            }
            Some(ast::Document::Prevails {}) => Precedence::Prevails,
            Some(ast::Document::Yields {}) => Precedence::Yields,
            None => continue,
        };
        context.once(
            &mut document.precedence,
            precedence,
            &mut seen,
            statement.span,
            "which of the two counts",
        );
    }
    document
}

/// Something that happens.
pub fn event<'a>(context: &mut Context<'a>, decl: &'a Decl<ast::Plain>) -> Event {
    Event { clause: plain(context, decl) }
}

/// A declaration that has only words.
pub fn plain<'a>(context: &mut Context<'a>, decl: &'a Decl<ast::Plain>) -> Clause {
    for table in decl.body.tables() {
        context.error(
            &registry::UNREADABLE_TABLE,
            table.span,
            format!("a table has no meaning in `{}`", decl.keyword.value),
            "not used",
        );
    }
    context.declaration(decl)
}

/// A question and its answer.
pub fn question<'a>(context: &mut Context<'a>, decl: &'a Decl<ast::Question>) -> Question {
    let clause = context.declaration(decl);
    let mut question = Question { clause, about: Vec::new(), answers: Vec::new() };
    for statement in decl.body.own() {
        context.inside(statement.audience.as_ref(), |context| match &statement.kind {
            Some(ast::Question::About { name }) => {
                context.unconditional(statement, "what a question is about");
                question.about.extend(context.any(name));
            }
            Some(ast::Question::Answer { text }) => {
                context.unconditional(statement, "an answer");
                question.answers.push(Note { audience: context.audience.clone(), text: text.clone() });
            }
            None => {}
        });
    }
    question
}

/// A list of policies.
pub fn catalogue<'a>(context: &mut Context<'a>, decl: &'a Decl<ast::Catalogue>) -> Catalogue {
    let clause = context.declaration(decl);
    let name = clause.name.clone();
    let mut catalogue = Catalogue { clause, groups: Vec::new() };
    for statement in decl.body.own() {
        context.inside(statement.audience.as_ref(), |context| {
            let Some(ast::Catalogue::Group { name: of, text }) = &statement.kind else { return };
            if let Some(first) = catalogue.groups.iter().find(|group| group.clause.name == *of) {
                let finding = twice("group", of, &first.clause.name);
                context.report(finding);
                return;
            }
            let path = format!("{name}-{of}");
            let Some(mut clause) = context.statement("group", of.clone(), &path, statement) else { return };
            clause.title = Some(text.clone());
            let mut group = Group { clause, lists: Vec::new(), holds: None };
            let mut seen: Option<Span> = None;
            context.inner(statement.body.as_ref(), |context, inner, kind| match kind {
                Inner::Lists { policy } => {
                    context.bare(inner, "a list of policies");
                    group.lists.extend(context.names(&["document", "policy"], policy));
                }
                Inner::Holds { number } => {
                    context.bare(inner, "the number of policies");
                    if let Some(first) = seen {
                        context.report(repeated("the number of policies", inner.span, first));
                        return;
                    }
                    seen = Some(inner.span);
                    group.holds = context.whole(*number, 0);
                }
                Inner::Instead { .. } | Inner::Item { .. } => misplaced(context, inner),
            });
            if let (Some(holds), listed, Some(span)) = (group.holds, group.lists.len(), seen)
                && usize::try_from(holds).is_ok_and(|holds| holds < listed)
            {
                context.error(
                    &registry::OUT_OF_RANGE,
                    span,
                    format!("this group lists {listed} policies, and is said to hold {holds}"),
                    "fewer than it lists",
                );
            }
            catalogue.groups.push(group);
        });
    }
    catalogue
}
