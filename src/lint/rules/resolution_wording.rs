//! A sentence that speaks of a solution by a deadline, where the policy promises only a response by one.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::{Commitment, Program, spoken};
use crate::lint::prose::{Tag, speaks};
use crate::value::Promise;

/// Looks at every sentence that states a deadline and speaks of a solution.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let program = context.program;
    let Some(response) = only_response(program) else { return };
    for tag in [Tag::Resolve, Tag::WeResolve, Tag::Resolution] {
        for passage in context.prose().with(tag) {
            for mark in passage.marks(tag) {
                let tokens = passage.tokens();
                let silent = [Tag::Not, Tag::Hedge, Tag::Limit, Tag::BestEffort, Tag::Respond, Tag::Response];
                if tokens.says(mark.sentence(), &silent)
                    || !speaks(passage, mark.sentence(), Tag::Resolve, &[Tag::WeResolve, Tag::Resolution])
                {
                    continue;
                }
                let lengths = passage.lengths();
                let stated = lengths.iter().find(|one| one.sentence == mark.sentence() && one.deadline);
                let Some(stated) = stated else { continue };
                let clause = &response.clause;
                let title = spoken(clause.title.as_deref(), &clause.name);
                findings.push(
                    Diagnostic::new(
                        &registry::RESOLUTION_WORDING,
                        passage.span(mark.tokens()),
                        format!(
                            "`{}` by a deadline, where the policy promises only `{title}`",
                            passage.written(mark.tokens())
                        ),
                    )
                    .label("this promises a solution")
                    .related(passage.span(stated.tokens.clone()), "by then")
                    .related(clause.span, "what is promised")
                    .help(
                        "speak of the response, or promise the solution with a commitment `until resolved`",
                    ),
                );
            }
        }
    }
}

/// The commitment that promises a response by a deadline, where none promises a solution by one.
fn only_response(program: &Program) -> Option<&Commitment> {
    let until = |it: &Commitment, event: &str| it.until.as_ref().is_some_and(|until| *until == event);
    let figure = |it: &Commitment| {
        it.rules.rules.iter().any(|rule| match rule.value.promise {
            Promise::Within { .. }
            | Promise::By(_)
            | Promise::Release(_)
            | Promise::AsAgreed(_)
            | Promise::AsDecided(_)
            | Promise::Unfilled => true,
            Promise::Every(_) | Promise::BestEffort | Promise::None | Promise::No => false,
        })
    };
    // Where something is said of a solution, a figure for it is held against that.
    let others = program
        .commitments
        .values()
        .all(|it| until(it, "responded") || !figure(it) && !until(it, "resolved"));
    let response = program.commitments.values().find(|it| until(it, "responded") && figure(it));
    response.filter(|_| others)
}
