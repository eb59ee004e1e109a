//! Two rows of a table, one under the other, that say the same of two values, or of one value and of all others.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::{Label, Row, Table};
use crate::value::Name;

/// Looks at every table of promises, prices and facts.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let program = context.program;
    let own = program.commitments.values().flat_map(|commitment| &commitment.tables);
    let priced = program.prices.values().flat_map(|price| &price.tables);
    let declared = program.tables.values().flat_map(|table| &table.tables);
    let derived = program.facts.values().filter_map(|fact| Some(&fact.derived.as_ref()?.table));
    for table in own.chain(priced).chain(declared).chain(derived) {
        look(context, table, findings);
    }
}

fn look(context: &Context<'_>, table: &Table, findings: &mut Vec<Diagnostic>) {
    for pair in table.rows.windows(2) {
        let [first, second] = pair else { continue };
        if first.cells.is_empty() || !same_cells(context, first, second) {
            continue;
        }
        let Some((column, names, others)) = one_difference(first, second) else { continue };
        let one = listed(names);
        let (two, help) = match others.map(listed) {
            Some(two) => {
                let help = format!("write one row for `{one}, {two}`");
                (two, help)
            }
            None if is_named_elsewhere(table, first, column, names) => continue,
            None => {
                ("other".to_owned(), format!("leave the row of `{one}` out: that of `other` says the same"))
            }
        };
        findings.push(
            Diagnostic::new(
                &registry::MERGEABLE_ROWS,
                second.span,
                format!("the rows of `{one}` and `{two}` say the same"),
            )
            .label("could be one row")
            .related(first.span, "with this one")
            .help(help),
        );
    }
}

fn listed(names: &[Name]) -> String {
    names.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

fn same_cells(context: &Context<'_>, first: &Row, second: &Row) -> bool {
    first.cells.len() == second.cells.len()
        && first.cells.iter().zip(&second.cells).all(|(one, two)| {
            let (one, two) = (context.sources.slice(one.span).trim(), context.sources.slice(two.span).trim());
            // What is not known yet is not known to be the same.
            one == two && !one.contains('?')
        })
}

/// A column, and the values of two rows in it; the second are none where the row is for every other one.
type Difference<'r> = (usize, &'r [Name], Option<&'r [Name]>);

/// The only column in which the labels of two rows differ.
fn one_difference<'r>(first: &'r Row, second: &'r Row) -> Option<Difference<'r>> {
    let mut different = None;
    for (column, (one, two)) in first.labels.iter().zip(&second.labels).enumerate() {
        match (one, two) {
            (Label::Values(one), Label::Values(two)) if one == two => {}
            (Label::Any, Label::Any) | (Label::Other(_), Label::Other(_)) => {}
            (Label::Values(one), Label::Values(two)) if different.is_none() => {
                different = Some((column, one.as_slice(), Some(two.as_slice())));
            }
            (Label::Values(one), Label::Other(_)) if different.is_none() => {
                different = Some((column, one.as_slice(), None));
            }
            (Label::Values(_) | Label::Other(_) | Label::Any, _) => return None,
        }
    }
    different
}

/// Whether a row but this one names a value in a column, so that `other` is not for it.
fn is_named_elsewhere(table: &Table, row: &Row, column: usize, names: &[Name]) -> bool {
    table.rows.iter().filter(|other| other.span != row.span).any(|other| {
        matches!(other.labels.get(column), Some(Label::Values(values)) if values.iter().any(|value| names.contains(value)))
    })
}
