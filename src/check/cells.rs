//! The cells of tables: for each the cases that it is for, its path and its anchor, and what it says.
//!
//! In: a table as it was written, its grid, and who reads what a cell says. Out: the table as it will be published. Cells of
//! rows that are left out are looked at too, so that a wrong label hides nothing beside it.

use super::context::Context;
use super::grid::{Grid, Head, Key, Place};
use crate::cases::Condition;
use crate::hir::{CellValue, Row, Table, TableCell};
use crate::syntax::ast;
use crate::syntax::cell;
use crate::value::Name;

impl<'a> Context<'a> {
    /// Reads the cells of a grid that says itself what it sets.
    pub fn cells(
        &mut self,
        table: &'a ast::Table,
        grid: &Grid<'a>,
        anchor: &str,
        read: impl FnMut(&mut Self, Place<'_>) -> Option<CellValue>,
    ) -> Table {
        self.matrix_cells(table, grid, anchor, None, read)
    }

    /// Reads the cells of a grid; those of a matrix without names all set `lone`. What cannot be read is left unfilled,
    /// and was reported.
    pub fn matrix_cells(
        &mut self,
        table: &'a ast::Table,
        grid: &Grid<'a>,
        anchor: &str,
        lone: Option<&Name>,
        mut read: impl FnMut(&mut Self, Place<'_>) -> Option<CellValue>,
    ) -> Table {
        let mut rows = Vec::with_capacity(grid.rows.len());
        // One room for the paths of all cells.
        let (mut path, mut hyphened) = (String::with_capacity(64), String::with_capacity(64));
        for row in &grid.rows {
            hyphened.clear();
            hyphened.push_str(anchor);
            for tag in &row.tags {
                hyphened.push('-');
                hyphened.push_str(&tag.part);
            }
            let row_anchor = self.anchor(&hyphened);
            let (row_path, row_hyphened) = (grid.row_path(row, '/'), grid.row_path(row, '-'));
            let mut of_row = Condition { sides: grid.sides(row) };
            let mut cells = Vec::with_capacity(grid.columns.len());
            for (place, head) in &grid.columns {
                let Some(cell) = table.rows.get(row.at).and_then(|cells| cells.get(*place)) else { continue };
                let cases = grid.cell_cases(&mut of_row, head, &mut self.boxes);
                let (mut value, mut anchor) = (None, None);
                for thing in grid.things(row, head, lone) {
                    grid.write_path(&mut path, '/', (&thing, &row_path, head));
                    grid.write_path(&mut hyphened, '-', (&thing, &row_hyphened, head));
                    let (path, hyphened) = (path.as_str(), hyphened.as_str());
                    let place = Place { cell, thing, cases: cases.clone(), path, hyphened };
                    value = read(self, place);
                    anchor = Some(hyphened);
                }
                let anchor = anchor.map_or_else(|| row_anchor.clone(), |anchor| self.known_anchor(anchor));
                let value = value.unwrap_or(CellValue::Unfilled);
                cells.push(TableCell { value, anchor, span: cell.span });
            }
            let labels = row.tags.iter().map(|tag| tag.label.clone()).collect();
            rows.push(Row { labels, cells, anchor: row_anchor, span: row.span });
        }
        self.lost_rows(table, grid);
        Table {
            keys: grid.key_refs(),
            by: grid.by_ref().map(Box::new),
            columns: grid.heads(),
            rows,
            span: grid.span,
        }
    }
}

impl Context<'_> {
    /// Looks at the form of the cells of rows that are left out, so that a wrong label hides nothing beside it.
    fn lost_rows(&mut self, table: &ast::Table, grid: &Grid<'_>) {
        for cells in grid.lost.iter().filter_map(|at| table.rows.get(*at)) {
            for (place, head) in &grid.columns {
                let Some(cell) = cells.get(*place) else { continue };
                let things = grid.keys.iter().find_map(|key| match key {
                    Key::Things(kind) => Some(*kind),
                    Key::Fact(_) => None,
                });
                match (head, things) {
                    (Head::Sets(thing), _) => self.form_of(thing.keyword, cell),
                    (Head::Values(_), Some(kind)) => self.form_of(kind, cell),
                    (Head::Values(_), None) => self.form_of(grid.sets, cell),
                }
            }
        }
    }

    /// Reports a cell that cannot be read as what this sets.
    fn form_of(&mut self, sets: &str, cell: &ast::Cell) {
        match sets {
            "commitment" => drop(self.take(cell::figure(cell))),
            "price" => drop(self.take(cell::amount(cell))),
            "entitlement" => drop(self.take(cell::grant(cell))),
            "channel" | "routing" if !["no", "?"].contains(&cell.text.as_str()) => {
                drop(self.take(cell::names(cell)));
            }
            _ => {}
        }
    }
}
