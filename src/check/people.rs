//! People, documents, words and questions: declarations that mostly carry text.
//!
//! In: `role`, `party`, `document`, `event`, `definition` and `question` declarations. Out: the same with every name
//! looked up.

use super::context::Context;
use crate::diagnostic::registry;
use crate::hir::{Clause, Event, Note, Party, PolicyDocument, Precedence, Question, Role};
use crate::source::Span;
use crate::syntax::ast::{self, Decl};
use std::sync::Arc;

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
                context.bare(statement, "what a question is about");
                question.about.extend(context.any(name));
            }
            Some(ast::Question::Answer { text }) => {
                context.unconditional(statement, "an answer");
                context.wordless(statement, "an answer");
                question
                    .answers
                    .push(Note { audience: context.audience.clone(), text: Arc::new(text.clone()) });
            }
            None => {}
        });
    }
    question
}

#[cfg(test)]
mod tests {
    use crate::check::trial::{BASE, codes};

    fn found(text: &str) -> Vec<String> {
        codes(&format!("{BASE}{text}\n"))
    }

    #[test]
    fn a_question_may_be_about_anything_that_has_a_name() {
        let about = "{ about email; about high; about office; answer \"Yes.\" }";
        assert_eq!(found(&format!("question why \"Why?\" {about}")), Vec::<String>::new());
        assert_eq!(found("question why \"Why?\" { about offce; answer \"Yes.\" }"), ["unknown-name offce"]);
    }

    #[test]
    fn a_public_question_may_not_be_about_something_internal() {
        let text = "internal role night \"Night shift\"\nquestion who \"Who?\" { about night; answer \"Somebody.\" }";
        assert_eq!(found(text), ["leak night"]);
        let text = "internal role night \"Night shift\"\ninternal question who \"Who?\" { about night; answer \"Somebody.\" }";
        assert_eq!(found(text), Vec::<String>::new());
    }

    #[test]
    fn a_document_prevails_or_yields() {
        let text = "document eula \"Licence\" { prevails over this policy; yields to this policy }";
        assert_eq!(found(text), ["repeated-statement yields to this policy"]);
    }

    #[test]
    fn an_address_has_no_condition() {
        let text = "role night \"Night shift\" { address \"+31 20 555 0100\" when severity is high }";
        assert_eq!(found(text), ["not-used-here severity is high"]);
    }
}
