//! A table by plan in which every row has one value for all plans, though the plans are a ladder.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::{CellValue, Column, Commitment, Label, Table, say};
use crate::value::{Figure, Name, Promise};

/// Looks at the matrices over plans.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let program = context.program;
    if program.plans.values().all(|plan| plan.extends.is_empty()) {
        return;
    }
    let of_commitments = program.commitments.values().flat_map(|commitment: &Commitment| &commitment.tables);
    let declared = program.tables.values().flat_map(|table| &table.tables);
    for table in of_commitments.chain(declared).filter(|table| is_ladder(context, table)) {
        let office = program.policy.business_calendar();
        let rows: Option<Vec<&Figure>> =
            table.rows.iter().map(|row| one_figure(&row.cells, office)).collect();
        let Some([first, ..]) = rows.as_deref() else { continue };
        let Some(row) = table.rows.first() else { continue };
        findings.push(
            Diagnostic::new(
                &registry::FLAT_LADDER,
                row.span,
                format!(
                    "every plan has the same figure in every row of this table, as {} here",
                    say::figure(first)
                ),
            )
            .label("a higher plan brings nothing here")
            .help("leave the plans out of the table, or give the higher plans better figures"),
        );
    }
}

/// Whether the columns are plans of which one extends another.
fn is_ladder(context: &Context<'_>, table: &Table) -> bool {
    if table.by.as_ref().is_none_or(|by| by.name != "plan") {
        return false;
    }
    let mut plans: Vec<&Name> = Vec::new();
    for column in &table.columns {
        match column {
            Column::Values(Label::Values(names) | Label::Other(names)) => plans.extend(names),
            Column::Values(Label::Any) | Column::Sets(_) => {}
        }
    }
    let below = |plan: &&Name| {
        context.program.plans.get(*plan).is_some_and(|plan| plan.below.iter().any(|low| plans.contains(&low)))
    };
    table.columns.len() > 1 && !table.rows.is_empty() && plans.iter().any(below)
}

/// The figure that all cells of a row have.
fn one_figure<'t>(cells: &'t [crate::hir::TableCell], office: Option<&Name>) -> Option<&'t Figure> {
    let mut figures = cells.iter().map(|cell| match &cell.value {
        CellValue::Figure(figure) => Some(figure).filter(|figure| figure.promise != Promise::Unfilled),
        CellValue::Amount(_)
        | CellValue::Grant(_)
        | CellValue::Calendars(_)
        | CellValue::Value(_)
        | CellValue::People(_)
        | CellValue::Share(_)
        | CellValue::Unfilled => None,
    });
    let first = figures.next()??;
    figures.all(|figure| figure.is_some_and(|figure| figure.same_as(first, office))).then_some(first)
}
