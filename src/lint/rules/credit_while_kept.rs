//! A credit that is due although the promised availability was reached.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};

/// Looks at the credits of every availability.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    for (name, availability) in &context.program.availabilities {
        let promised = availability.shares.rules.iter().max_by_key(|rule| rule.value.0);
        let Some(promised) = promised else { continue };
        let above = availability.credits.iter().find(|(below, ..)| *below > promised.value.0);
        let Some((below, _, _, span)) = above else { continue };
        let share = promised.value.0.shortest();
        findings.push(
            Diagnostic::new(
                &registry::CREDIT_WHILE_KEPT,
                *span,
                format!(
                    "`{name}` promises {share}%, and a credit is due below {}% already",
                    below.shortest()
                ),
            )
            .label("due while the promise is kept")
            .related(promised.span, "the promise")
            .help(format!("begin the credits at {share}%, or promise more")),
        );
    }
}
