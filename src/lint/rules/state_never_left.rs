//! A state in which a clock stands still and out of which no way leads: the clock never runs again.
//!
//! Other states without a way out are where requests end.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::value::Name;
use std::collections::BTreeSet;

/// Looks at the states in which a clock is paused.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let program = context.program;
    for process in program.processes.values().filter(|process| !process.transitions.is_empty()) {
        let left: BTreeSet<&Name> = process.transitions.iter().map(|way| &way.from).collect();
        for (at, state) in process.states.iter().enumerate() {
            let name = &state.clause.name;
            let checked = at == 0 && !process.checks.is_empty();
            if checked || left.contains(name) {
                continue;
            }
            let paused = program
                .commitments
                .values()
                .find_map(|commitment| commitment.paused.iter().find(|(state, _)| state == name));
            let Some((pause, _)) = paused else { continue };
            findings.push(
                Diagnostic::new(
                    &registry::STATE_NEVER_LEFT,
                    name.span,
                    format!("no way leads out of `{name}`, and a clock stands still there"),
                )
                .label("how does a request go on?")
                .related(pause.span, "this clock never runs again")
                .help(format!("say how it is left, as in `{name} becomes … on replied`")),
            );
        }
    }
}
