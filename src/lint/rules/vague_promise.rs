//! A promise of ours that says "soon", where the policy has a figure or needs one.
//!
//! A duty of ours without a time, words of a commitment that has a figure, and sentences about our answer or a solution
//! where a commitment gives one. A commitment that promises no figure may say so in any words.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::{Commitment, Program, Subject, spoken};
use crate::lint::prose::{Passage, Role, Tag, speaks};

/// Looks at every "as soon as possible" and its like.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    for passage in context.prose().with(Tag::Soon) {
        for mark in passage.marks(Tag::Soon) {
            let tokens = passage.tokens();
            let stated = passage.lengths().iter().any(|length| length.sentence == mark.sentence());
            if stated || tokens.says(mark.sentence(), &[Tag::Not, Tag::BestEffort]) {
                continue;
            }
            let span = passage.span(mark.tokens());
            let written = passage.written(mark.tokens());
            let finding =
                Diagnostic::new(&registry::VAGUE_PROMISE, span, format!("`{written}` promises nothing"));
            if is_duty_without_time(passage) {
                findings.push(
                    finding
                        .label("when is that?")
                        .help("say by when, as in `within 2 business days of received`, or leave it out"),
                );
            } else if let Some(commitment) = commitment(context.program, passage, mark.sentence()) {
                let clause = &commitment.clause;
                let title = spoken(clause.title.as_deref(), &clause.name);
                findings.push(
                    finding
                        .label(format!("`{title}` says how soon"))
                        .related(clause.span, "the figures are here")
                        .help(format!(
                            "quote the figure, as in `{{{} when …}}`, or leave it out",
                            clause.name
                        )),
                );
            }
        }
    }
}

fn is_duty_without_time(passage: &Passage<'_>) -> bool {
    passage.place.role == Role::Duty
        && passage.place.duty.is_some_and(|duty| {
            duty.subject == Subject::Us
                && !duty.not
                && duty.within.is_none()
                && duty.by.is_none()
                && duty.every.is_none()
        })
}

/// The commitment that a sentence speaks of, if it promises figures and nothing else.
fn commitment<'a>(program: &'a Program, passage: &Passage<'_>, sentence: usize) -> Option<&'a Commitment> {
    let event = if speaks(passage, sentence, Tag::Respond, &[Tag::WeRespond]) {
        "responded"
    } else if speaks(passage, sentence, Tag::Resolve, &[Tag::WeResolve]) {
        "resolved"
    } else {
        return None;
    };
    let mut with = program
        .commitments
        .values()
        .filter(|it| it.until.as_ref().is_some_and(|until| *until == event) && !it.rules.rules.is_empty());
    let commitment = with.next()?;
    let figures = commitment.rules.rules.iter().all(|rule| rule.value.promise.is_due_once());
    (with.next().is_none() && figures).then_some(commitment)
}
