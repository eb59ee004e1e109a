//! An escalation all of whose steps come when the promise that it guards is broken already.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::Moment;
use crate::value::Decimal;

/// Looks at every escalation that runs on the clock of a commitment.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    for (name, escalation) in &context.program.escalations {
        let late = |moment: &Moment| match moment {
            Moment::Share(share, _) => *share >= Decimal::whole(100),
            Moment::After(..) | Moment::Again(..) => true,
            Moment::Event(_) | Moment::Before(..) | Moment::Turn(_) => false,
        };
        // A single step at the breach tells that it happened; several are meant to keep it from happening.
        let several = escalation.rungs.len() > 1;
        let Some(first) = escalation.rungs.first().filter(|_| several) else { continue };
        if escalation.rungs.iter().all(|rung| late(&rung.moment)) {
            let guarded = first.moment.guards().map_or("first-response", |name| name.as_str());
            let told = first.people.first().map_or("team-lead", |name| name.as_str());
            findings.push(
                Diagnostic::new(
                    &registry::LATE_ESCALATION,
                    first.span,
                    format!("`{name}` tells nobody before the promise is broken"),
                )
                .label("the first step, and it is too late")
                .help(format!("begin earlier, as in `at 50% of {guarded} notify {told}`")),
            );
        }
    }
}
