//! A state of a process to which no way leads.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::Process;
use crate::value::Name;
use std::collections::BTreeSet;

/// Looks at every process that says how requests move on.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let program = context.program;
    for process in program
        .processes
        .values()
        .filter(|process| !process.transitions.is_empty() && !process.clause.unfilled)
    {
        let entered = entered(process);
        for state in process.states.iter().skip(1).filter(|state| !entered.contains(&state.clause.name)) {
            let name = &state.clause.name;
            let mut finding = Diagnostic::new(
                &registry::STATE_NEVER_ENTERED,
                name.span,
                format!("no request ever becomes `{name}`"),
            )
            .label("nothing leads here")
            .help(format!(
                "say how it is reached, as in `… becomes {name} on …`; if the policy does not say when, leave the state out, or excuse it: `# avouch: allow(state-never-entered) reason: …`"
            ));
            let waiting = program.commitments.values().flat_map(|commitment| {
                let ends = [&commitment.from, &commitment.until].into_iter().flatten();
                ends.chain(commitment.paused.iter().map(|(state, _)| state))
            });
            if let Some(event) = waiting.into_iter().find(|event| *event == name) {
                finding = finding.related(event.span, "this clock waits for it");
            }
            findings.push(finding);
        }
    }
}

/// The states to which something leads.
fn entered(process: &Process) -> BTreeSet<&Name> {
    let otherwise = process.checks.iter().filter_map(|check| check.otherwise.as_ref());
    process.transitions.iter().map(|way| &way.to).chain(otherwise).collect()
}
