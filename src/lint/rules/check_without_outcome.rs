//! A check of a process that says nothing of the requests that do not pass it.

use super::Context;
use crate::cases::CaseSet;
use crate::diagnostic::{Diagnostic, registry};

/// Looks at the checks of every process that says how requests move on.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let program = context.program;
    for process in program
        .processes
        .values()
        .filter(|process| !process.transitions.is_empty() && !process.clause.unfilled)
    {
        for asked in process.checks.iter().filter(|asked| asked.otherwise.is_none() && !asked.clause.unfilled)
        {
            let name = &asked.clause.name;
            let Some(dim) = program.space.dim(name.as_str()) else { continue };
            // The classes of a yes/no fact are `yes` and `no`.
            let fails = program.space.is(dim, [1]);
            // A check on which no way depends only tells something.
            let asking: Vec<&CaseSet> = process
                .transitions
                .iter()
                .filter_map(|way| way.clause.when.as_ref().map(|when| &when.cases))
                .filter(|cases| cases.dims().contains(&dim))
                .collect();
            let handled = asking.iter().any(|cases| cases.overlaps(&fails));
            if asking.is_empty() || handled || crate::lint::clauses::is_explained(&asked.clause) {
                continue;
            }
            findings.push(
                Diagnostic::new(
                    &registry::CHECK_WITHOUT_OUTCOME,
                    name.span,
                    format!("nothing says what happens to a request that fails the check `{name}`"),
                )
                .label("and if not?")
                .help("write `, otherwise becomes …` behind it"),
            );
        }
    }
}
