//! A value that gathers several others and has the name of one of them: `waiting` for what is waiting, on hold or pending.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::{CellValue, Label};

/// Looks at the tables of derived facts.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    for fact in context.program.facts.values() {
        let Some(derived) = &fact.derived else { continue };
        for row in &derived.table.rows {
            let [label] = row.labels.as_slice() else { continue };
            let (Label::Values(names) | Label::Other(names)) = label else { continue };
            for cell in &row.cells {
                let CellValue::Value(value) = &cell.value else { continue };
                if names.len() < 2 || !names.contains(value) {
                    continue;
                }
                let others: Vec<String> = names
                    .iter()
                    .filter(|name| *name != value)
                    .take(3)
                    .map(|name| format!("`{name}`"))
                    .collect();
                findings.push(
                    Diagnostic::new(
                        &registry::CATCH_ALL_NAME,
                        cell.span,
                        format!("`{value}` also stands for {}", crate::hir::join(&others)),
                    )
                    .label("the name of only one of them")
                    .help("give the whole a name of its own"),
                );
            }
        }
    }
}
