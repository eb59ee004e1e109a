//! Two rows of a table, one under the other, that say the same of two values.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::{Label, Row, Table};

/// Looks at every table of promises and prices.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let program = context.program;
    let own = program.commitments.values().flat_map(|commitment| &commitment.tables);
    let priced = program.prices.values().flat_map(|price| &price.tables);
    let declared = program.tables.values().flat_map(|table| &table.tables);
    for table in own.chain(priced).chain(declared) {
        look(context, table, findings);
    }
}

fn look(context: &Context<'_>, table: &Table, findings: &mut Vec<Diagnostic>) {
    for pair in table.rows.windows(2) {
        let [first, second] = pair else { continue };
        if first.cells.is_empty() || !same_cells(context, first, second) {
            continue;
        }
        let Some((one, two)) = one_difference(first, second) else { continue };
        findings.push(
            Diagnostic::new(
                &registry::MERGEABLE_ROWS,
                second.span,
                format!("the rows of `{one}` and `{two}` say the same"),
            )
            .label("could be one row")
            .related(first.span, "with this one")
            .help(format!("write one row for `{one}, {two}`")),
        );
    }
}

fn same_cells(context: &Context<'_>, first: &Row, second: &Row) -> bool {
    first.cells.len() == second.cells.len()
        && first.cells.iter().zip(&second.cells).all(|(one, two)| {
            context.sources.slice(one.span).trim() == context.sources.slice(two.span).trim()
        })
}

/// The names in the only place in which the labels differ.
fn one_difference(first: &Row, second: &Row) -> Option<(String, String)> {
    let mut different = None;
    for (one, two) in first.labels.iter().zip(&second.labels) {
        match (one, two) {
            (Label::Values(one), Label::Values(two)) if one == two => {}
            (Label::Any, Label::Any) => {}
            (Label::Values(one), Label::Values(two)) if different.is_none() => {
                let names = |names: &[crate::value::Name]| {
                    names.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
                };
                different = Some((names(one), names(two)));
            }
            (Label::Values(_) | Label::Other(_) | Label::Any, _) => return None,
        }
    }
    different
}
