//! The header of a policy.
//!
//! In: the `policy` declaration. Out: its fields, with the languages of the document and the clock of the policy.

use super::context::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::{Business, DocumentLanguage, Policy};
use crate::source::Span;
use crate::syntax::ast::{self, Decl};
use crate::value::BusinessWord;
use smol_str::SmolStr;

/// What the header says; each field at most once.
pub fn header<'a>(context: &mut Context<'a>, decl: &'a Decl<ast::Policy>) -> Policy {
    let clause = context.declaration(decl);
    whole(context, decl, &clause);
    let mut policy = Policy::new(clause);
    let mut seen: [Option<Span>; 7] = [None; 7];
    for statement in decl.body.own() {
        context.bare(statement, "a line of the header");
        let Some(kind) = &statement.kind else {
            policy.unfilled.push(statement.tag);
            continue;
        };
        let span = statement.span;
        match kind {
            ast::Policy::Edition { number } => {
                context.once(&mut policy.edition, number.value, &mut seen[0], span, "the edition");
            }
            ast::Policy::Version { text } => {
                context.once(&mut policy.version, text.clone(), &mut seen[1], span, "the version");
            }
            ast::Policy::Effective { date } => {
                context.once(&mut policy.effective, date.value, &mut seen[2], span, "the first day");
            }
            ast::Policy::Publisher { text } => {
                context.once(&mut policy.publisher, text.clone(), &mut seen[3], span, "the publisher");
            }
            ast::Policy::Written { language } => {
                let mut languages = None;
                let choices = languages_of(context, language);
                context.once(&mut languages, choices, &mut seen[4], span, "the language");
                policy.languages = languages.unwrap_or(policy.languages);
            }
            ast::Policy::Timezone { zone } => {
                context.once(&mut policy.zone, zone.value.clone(), &mut seen[5], span, "the zone");
            }
            ast::Policy::Hours { word, calendar } => {
                let meant =
                    if word.value == "working" { BusinessWord::Working } else { BusinessWord::Business };
                // The clock counts as said even when its calendar does not exist, which is its own finding.
                context.business = true;
                context.business_word.get_or_insert((meant, word.span));
                if let Some(calendar) = context.name(&["calendar"], calendar) {
                    let business = Business { word: word.clone().map(|_| meant), calendar };
                    context.once(
                        &mut policy.business,
                        business,
                        &mut seen[6],
                        span,
                        "the calendar of business hours",
                    );
                }
            }
        }
    }
    // Words that wait have no field.
    if decl.body.common().any(|statement| statement.kind.is_none()) {
        policy.unfilled.push("words");
    }
    context.office = policy.business_calendar().cloned();
    // What is not known yet is not missed as well.
    context.zone = policy.zone.is_some() || policy.unfilled.contains(&"timezone");
    context.business |= policy.unfilled.contains(&"hours");
    if policy.languages.is_empty() {
        let empty = decl.span.after();
        policy.languages.push(DocumentLanguage {
            tag: SmolStr::new_static("en"),
            informal: false,
            span: empty,
        });
    }
    policy
}

/// A policy is for everybody and speaks of all cases; its clauses say for whom and when they are.
fn whole<'a>(context: &mut Context<'a>, decl: &'a Decl<ast::Policy>, clause: &crate::hir::Clause) {
    if let Some(audience) = &decl.audience {
        let message = "a policy has all readers, and its clauses say which of them they are for";
        context.error(&registry::NOT_USED_HERE, audience.span, message, "not used");
    }
    let only = decl.body.common().find(|statement| matches!(&statement.kind, Some(ast::Common::Only {})));
    if let (Some(only), true) = (only, clause.when.is_some()) {
        let message = "a policy speaks of all cases, and its declarations say which of them they are about";
        context.error(&registry::NOT_USED_HERE, only.span, message, "not used");
    }
}

fn languages_of(context: &mut Context<'_>, choices: &[ast::LanguageChoice]) -> Vec<DocumentLanguage> {
    let mut languages: Vec<DocumentLanguage> = Vec::new();
    for choice in choices {
        if let Some(first) = languages.iter().find(|known| known.tag == choice.tag.value) {
            let finding = Diagnostic::new(
                &registry::DUPLICATE_NAME,
                choice.tag.span,
                format!("the language `{}` is named twice", choice.tag.value),
            )
            .label("named again")
            .related(first.span, "first named here");
            context.report(finding);
            continue;
        }
        languages.push(DocumentLanguage {
            tag: choice.tag.value.clone(),
            informal: choice.informal,
            span: choice.tag.span,
        });
    }
    languages
}
