//! A way from state to state that waits for nothing: a request leaves the state in the moment in which it reaches it.
//!
//! What goes on to an end at once is left alone: a request that is decided may be closed with the decision. So is the state
//! that the checks are made in, which hold a request there.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::value::Name;
use std::collections::BTreeSet;

/// Looks at the ways of each process.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    for process in context.program.processes.values() {
        let left: BTreeSet<&Name> = process.transitions.iter().map(|way| &way.from).collect();
        let first = process.states.first().map(|state| &state.clause.name);
        for way in &process.transitions {
            let waits =
                way.on.is_some() || way.after.is_some() || way.within.is_some() || way.clause.when.is_some();
            let starts = first == Some(&way.from);
            let checked = starts && !process.checks.is_empty();
            let ends = !starts && !left.contains(&way.to);
            if waits || way.clause.unfilled || checked || ends {
                continue;
            }
            let (from, to) = (&way.from, &way.to);
            findings.push(
                Diagnostic::new(
                    &registry::STATE_LEFT_AT_ONCE,
                    way.span,
                    format!("a request that is `{from}` becomes `{to}` in the same moment"),
                )
                .label(format!("this waits for nothing, so that no request stays `{from}`"))
                .help(format!(
                    "say what it waits for: an event, as `{from} becomes {to} on acknowledged`, a time, as `after 3 days`, or a condition, `when …`"
                )),
            );
        }
    }
}
