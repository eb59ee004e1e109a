//! A way of complaint that comes back to somebody who was asked before.

use super::Context;
use crate::cases::CaseSet;
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::{Moment, Rung};

/// Looks at the steps that are taken in turn.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let program = context.program;
    let cases =
        |rung: &Rung| rung.clause.when.as_ref().map_or_else(CaseSet::everything, |when| when.cases.clone());
    for (name, escalation) in &program.escalations {
        let turns: Vec<&Rung> =
            escalation.rungs.iter().filter(|rung| matches!(rung.moment, Moment::Turn(_))).collect();
        for (at, later) in turns.iter().enumerate() {
            let again = later.people.iter().find_map(|person| {
                let before = turns.iter().take(at).find(|before| {
                    before.people.contains(person)
                        && cases(before).and(&cases(later)).overlaps(program.space.possible())
                });
                before.map(|before| (person, before))
            });
            let Some((person, before)) = again else { continue };
            findings.push(
                Diagnostic::new(
                    &registry::CIRCULAR_ESCALATION,
                    person.span,
                    format!("`{name}` comes back to `{person}`, who was asked before"),
                )
                .label("again")
                .related(before.span, "asked here")
                .help("end with somebody who has not decided yet, or leave the step out"),
            );
        }
    }
}
