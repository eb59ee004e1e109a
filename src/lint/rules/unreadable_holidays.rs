//! A list of holidays that is not there, or that is no list: every deadline would pass on days on which nobody works.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::Holidays;

/// Reads the list of every calendar that names one.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    for (name, calendar) in &context.program.calendars {
        let Some(Holidays::From(path)) = &calendar.holidays else { continue };
        let Err(problem) = context.time().list(name, path) else { continue };
        let finding = Diagnostic::new(&registry::UNREADABLE_HOLIDAYS, path.span, problem.message)
            .label("no days off are known from here");
        findings.push(match problem.help {
            Some(help) => finding.help(help),
            None => finding,
        });
    }
}
