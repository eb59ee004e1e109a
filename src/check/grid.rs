//! What a table is once its header and labels are understood: keys, columns and rows over the facts.
//!
//! Plain data with the cases of each row and the parts of the paths of its rules. The table is understood in `table`.

use super::facts::{FactInfo, Values};
use super::measure::intervals;
use crate::cases::{CaseSet, ClassSet, Condition, Dim};
use crate::hir::{Column, Label, Ref};
use crate::source::Span;
use crate::syntax::ast;
use crate::value::Name;
use rustc_hash::FxHashMap;
use smallvec::{SmallVec, smallvec};
use std::sync::Arc;

/// What a leading column holds.
#[derive(Clone, Debug)]
pub enum Key<'a> {
    /// Values of a fact.
    Fact(Arc<FactInfo<'a>>),
    /// Names of what is set, of this kind.
    Things(&'static str),
}

/// A label of a row or column.
#[derive(Clone, Debug)]
pub struct Tag {
    /// As it will be published.
    pub label: Label,
    /// The classes of its fact.
    pub classes: ClassSet,
    /// Its part of a path.
    pub part: String,
    /// Where it stands.
    pub span: Span,
}

/// What a column is.
#[derive(Clone, Debug)]
pub enum Head {
    /// Values of the fact that the matrix runs over.
    Values(Tag),
    /// A thing that it sets.
    Sets(Ref),
}

/// A row of a grid.
#[derive(Clone, Debug)]
pub struct GridRow {
    /// Its place among the rows as written.
    pub at: usize,
    /// One label for each key.
    pub tags: Vec<Tag>,
    /// Where it stands.
    pub span: Span,
}

/// A table whose header and labels are understood.
#[derive(Clone, Debug)]
pub struct Grid<'a> {
    /// The leading columns.
    pub keys: Vec<Key<'a>>,
    /// The fact whose values the other columns are.
    pub by: Option<Arc<FactInfo<'a>>>,
    /// The other columns, with their place among the cells.
    pub columns: Vec<(usize, Head)>,
    /// The rows.
    pub rows: Vec<GridRow>,
    /// Whether a row or column was left out because something in it is wrong.
    pub broken: bool,
    /// The rows that were left out, by their place among the rows as written.
    pub lost: Vec<usize>,
    /// What a table without names sets: a commitment, a price, a fact.
    pub sets: &'static str,
    /// The whole table.
    pub span: Span,
}

/// A cell of a grid with what is known of it.
#[derive(Debug)]
pub struct Place<'c> {
    /// The cell.
    pub cell: &'c ast::Cell,
    /// What it sets.
    pub thing: Ref,
    /// Its cases.
    pub cases: CaseSet,
    /// The path of its rule.
    pub path: &'c str,
    /// The path with hyphens, of which its anchor is made.
    pub hyphened: &'c str,
}

/// So many sets of cases are made room for at once.
const FEW: usize = 28;

/// Sets of cases by what they are the cases of. Thousands of cells have the same few, and share them.
#[derive(Debug, Default)]
pub struct Boxes(FxHashMap<Condition, CaseSet>);

impl Boxes {
    /// The cases that meet a condition.
    fn of(&mut self, condition: &Condition) -> CaseSet {
        if let Some(known) = self.0.get(condition) {
            return known.clone();
        }
        let cases = condition.cases();
        if self.0.is_empty() {
            // A policy with one table has a dozen.
            self.0.reserve(FEW);
        }
        self.0.insert(condition.clone(), cases.clone());
        cases
    }
}

impl<'a> Grid<'a> {
    /// The cases of a row.
    pub fn row_cases(&self, row: &GridRow) -> CaseSet {
        Condition { sides: self.sides(row) }.cases()
    }

    /// The cases of a row in a column, of what the labels of the row say.
    pub fn cell_cases(&self, row: &mut Condition, head: &Head, known: &mut Boxes) -> CaseSet {
        let column = match head {
            Head::Values(tag) => self.by.as_ref().map(|fact| (fact.dim, &tag.classes)),
            Head::Sets(_) => None,
        };
        match column {
            Some((dim, classes)) if row.side(dim).is_some() => row.cases().restrict(dim, classes),
            Some((dim, classes)) if !classes.is_all() => {
                let place = row.sides.partition_point(|(known, _)| *known < dim);
                row.sides.insert(place, (dim, classes.clone()));
                let cases = known.of(row);
                row.sides.remove(place);
                cases
            }
            Some(_) | None => known.of(row),
        }
    }

    /// What the labels of a row say of its facts, in the order of the facts.
    pub(super) fn sides(&self, row: &GridRow) -> Vec<(Dim, ClassSet)> {
        let said = self.keys.iter().zip(&row.tags).filter_map(|(key, tag)| match key {
            Key::Fact(fact) if !tag.classes.is_all() => Some((fact.dim, tag.classes.clone())),
            Key::Fact(_) | Key::Things(_) => None,
        });
        let mut sides: Vec<_> = said.collect();
        sides.sort_by_key(|(dim, _)| *dim);
        sides
    }

    /// What the cells of a row and column set.
    pub(super) fn things(&self, row: &GridRow, head: &Head, lone: Option<&Name>) -> SmallVec<[Ref; 1]> {
        match (head, lone) {
            (Head::Sets(thing), _) => smallvec![thing.clone()],
            (Head::Values(_), Some(lone)) => smallvec![Ref { keyword: "rule", name: lone.clone() }],
            (Head::Values(_), None) => {
                let things =
                    self.keys.iter().zip(&row.tags).filter_map(|(key, tag)| match (key, &tag.label) {
                        (Key::Things(kind), Label::Values(names)) => {
                            Some(names.iter().map(|name| Ref { keyword: kind, name: name.clone() }))
                        }
                        (Key::Things(_), Label::Any | Label::Other(_)) | (Key::Fact(_), _) => None,
                    });
                things.flatten().collect()
            }
        }
    }

    /// The parts of a path that the labels of a row give, with a separator before each.
    pub(super) fn row_path(&self, row: &GridRow, separator: char) -> String {
        let mut path = String::with_capacity(32);
        for (key, tag) in self.keys.iter().zip(&row.tags) {
            if matches!(key, Key::Fact(_)) {
                path.push(separator);
                path.push_str(&tag.part);
            }
        }
        path
    }

    /// Writes the path of the rule of a cell: what it sets, and the parts that the labels of its row and column give.
    pub(super) fn write_path(
        &self,
        path: &mut String,
        separator: char,
        (thing, row, head): (&Ref, &str, &Head),
    ) {
        path.clear();
        path.push_str(thing.name.as_str());
        path.push_str(row);
        if let (Head::Values(tag), Some(_)) = (head, &self.by) {
            path.push(separator);
            path.push_str(&tag.part);
        }
    }

    /// Gives a matrix without names the thing that all of its cells set.
    pub fn all_set(&self) -> bool {
        self.keys.iter().all(|key| matches!(key, Key::Fact(_)))
            && self.columns.iter().all(|(_, head)| matches!(head, Head::Values(_)))
    }

    pub(super) fn key_refs(&self) -> Vec<Ref> {
        let keys = self.keys.iter().map(|key| match key {
            Key::Fact(fact) => Ref { keyword: "fact", name: fact.name.clone() },
            Key::Things(kind) => Ref { keyword: kind, name: Name::new(*kind, self.span) },
        });
        keys.collect()
    }

    pub(super) fn by_ref(&self) -> Option<Ref> {
        self.by.as_ref().map(|fact| Ref { keyword: "fact", name: fact.name.clone() })
    }

    pub(super) fn heads(&self) -> Vec<Column> {
        let heads = self.columns.iter().map(|(_, head)| match head {
            Head::Values(tag) => Column::Values(tag.label.clone()),
            Head::Sets(thing) => Column::Sets(thing.clone()),
        });
        heads.collect()
    }

    /// The facts that the keys and columns are about.
    pub fn facts(&self) -> impl Iterator<Item = &Arc<FactInfo<'a>>> {
        let keys = self.keys.iter().filter_map(|key| match key {
            Key::Fact(fact) => Some(fact),
            Key::Things(_) => None,
        });
        keys.chain(&self.by)
    }
}

impl FactInfo<'_> {
    /// How many classes its dimension has.
    pub fn size(&self) -> usize {
        match &self.values {
            Values::Named(values) => values.len(),
            Values::YesNo => 2,
            Values::Cut(_, cuts, _) => cuts.classes().len(),
        }
    }

    /// The name of a class, for a label.
    pub fn class_name(&self, class: usize) -> Option<Name> {
        match &self.values {
            Values::Named(values) => values.get(class).map(|value| value.name.clone()),
            Values::YesNo => Some(Name::new(if class == 0 { "yes" } else { "no" }, Span::default())),
            Values::Cut(measure, cuts, words) => {
                let label = intervals(*measure, cuts, words).into_iter().nth(class)?.label;
                Some(Name::new(label, Span::default()))
            }
        }
    }
}
