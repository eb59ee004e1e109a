//! The labels of rows and columns: which values of a fact, or which things, they name.
//!
//! In: the words of a label and the fact that its column is about. Out: its classes and its part of a path; findings about
//! values that do not exist and about rows for one case.

use super::context::Context;
use super::facts::FactInfo;
use super::grid::{Grid, GridRow, Key, Tag};
use super::measure::{label_name, operand};
use crate::cases::ClassSet;
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::Label;
use crate::source::Span;
use crate::syntax::ast;
use crate::syntax::cell::{self, LabelWord};
use crate::value::{Name, Operator, Test};
use smol_str::SmolStr;
use std::collections::BTreeMap;
use std::rc::Rc;

impl<'a> Context<'a> {
    pub(super) fn rows(&mut self, table: &'a ast::Table, grid: &mut Grid<'a>) {
        let mut columns: Vec<Vec<(Option<Tag>, bool)>> = Vec::new();
        for (column, key) in grid.keys.iter().enumerate() {
            let mut tags = Vec::with_capacity(table.rows.len());
            for row in &table.rows {
                let Some(cell) = row.get(column) else {
                    tags.push((None, false));
                    continue;
                };
                let Some(words) = self.take(cell::labels(cell)) else {
                    tags.push((None, false));
                    continue;
                };
                let other = words.iter().any(|word| matches!(word, LabelWord::Other(_)));
                let tag = match key {
                    Key::Fact(fact) => self.tag(fact, &words, cell.span),
                    Key::Things(kind) => self.things(kind, &words, cell.span),
                };
                tags.push((tag, other));
            }
            if let Key::Fact(fact) = key {
                fill_other(fact, tags.iter_mut().map(|(tag, other)| (tag, *other)));
            }
            columns.push(tags);
        }
        let mut before = RowsBefore::default();
        for (at, cells) in table.rows.iter().enumerate() {
            let tags: Option<Vec<Tag>> =
                columns.iter().map(|tags| tags.get(at).and_then(|(tag, _)| tag.clone())).collect();
            let Some(tags) = tags else {
                grid.broken = true;
                grid.lost.push(at);
                continue;
            };
            let first = cells.first().map_or(table.span, |cell| cell.span);
            let span = cells.last().map_or(first, |cell| first.to(cell.span));
            let row = GridRow { at, tags, span };
            if self.repeats(&row, grid, &before) {
                grid.broken = true;
                grid.lost.push(at);
                continue;
            }
            before.add(&row, grid.rows.len());
            grid.rows.push(row);
        }
    }

    /// Whether a row is for cases that a row before it is for; reports it.
    fn repeats(&mut self, row: &GridRow, grid: &Grid<'a>, before: &RowsBefore) -> bool {
        for known in before.near(row).into_iter().filter_map(|at| grid.rows.get(at)) {
            let apart = row.tags.iter().zip(&known.tags).any(|(one, two)| match (&one.label, &two.label) {
                (Label::Values(a), Label::Values(b)) if one.classes.size() == 0 => {
                    !a.iter().any(|name| b.contains(name))
                }
                _ => !one.classes.overlaps(&two.classes),
            });
            if apart {
                continue;
            }
            let both = grid.row_cases(row).and(&grid.row_cases(known));
            let possible = both.and(self.space.possible());
            let Some(case) = possible.witness(&self.space) else { continue };
            let (names, words) = self.legend.case(&self.space, &case, &possible);
            let finding = Diagnostic::new(
                &registry::OVERLAPPING_LABELS,
                row.span,
                "two rows of this table are for the same case",
            )
            .label("again")
            .related(known.span, "the first one")
            .case(names, words)
            .help("let each case have one row; `other` is every value that the column does not name");
            self.report(finding);
            return true;
        }
        false
    }

    /// A label whose words are values of a fact; for `other` the classes come later.
    pub(super) fn tag(&mut self, fact: &Rc<FactInfo<'a>>, words: &[LabelWord], span: Span) -> Option<Tag> {
        let size = fact.size();
        if words.iter().any(|word| matches!(word, LabelWord::Any(_))) {
            let label = Label::Any;
            return Some(Tag { label, classes: ClassSet::all(size), part: "any".to_owned(), span });
        }
        if words.iter().any(|word| matches!(word, LabelWord::Other(_))) {
            let label = Label::Other(Vec::new());
            return Some(Tag { label, classes: ClassSet::none(size), part: "other".to_owned(), span });
        }
        let operands: Vec<_> = words.iter().filter_map(operand).collect();
        let test = Test { fact: Name::new(fact.name.as_str(), span), operator: Operator::Is, operands, span };
        let classes = self.classes(fact, &test)?;
        let names: Vec<Name> = words.iter().filter_map(label_name).collect();
        let path = part(&names);
        Some(Tag { label: Label::Values(names), classes, part: path, span })
    }

    pub(super) fn things(&mut self, kind: &'static str, words: &[LabelWord], span: Span) -> Option<Tag> {
        let names: Vec<Name> = words.iter().filter_map(label_name).collect();
        let named = names.len() == words.len() && !names.is_empty();
        if !named {
            self.error(
                &registry::UNREADABLE_TABLE,
                span,
                format!("each row of this table names {}", crate::resolve::one(kind)),
                "not a name",
            );
            return None;
        }
        let known = self.names(&[kind], &names);
        if known.len() != names.len() {
            return None;
        }
        let path = part(&names);
        Some(Tag { label: Label::Values(names), classes: ClassSet::none(0), part: path, span })
    }
}

/// The rows of a table so far by the labels of each column, so that a row is compared only with those that it may meet.
#[derive(Default)]
struct RowsBefore {
    columns: Vec<Labels>,
}

#[derive(Default)]
struct Labels {
    of: BTreeMap<Word, Vec<usize>>,
    /// Rows whose label is `any`, `other` or a long list.
    wide: Vec<usize>,
}

/// What a label is found by.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Word {
    Class(usize),
    Thing(SmolStr),
}

/// How many words a label may have to be found by them.
const FEW: usize = 8;

impl RowsBefore {
    fn add(&mut self, row: &GridRow, at: usize) {
        self.columns.resize_with(row.tags.len(), Labels::default);
        for (tag, labels) in row.tags.iter().zip(&mut self.columns) {
            match words(tag) {
                Some(words) => words.into_iter().for_each(|word| labels.of.entry(word).or_default().push(at)),
                None => labels.wide.push(at),
            }
        }
    }

    /// The rows that may be for a case that this one is for, in order.
    fn near(&self, row: &GridRow) -> Vec<usize> {
        let in_column = |(tag, labels): (&Tag, &Labels)| {
            let of: Vec<usize> =
                words(tag)?.iter().filter_map(|word| labels.of.get(word)).flatten().copied().collect();
            Some(of.into_iter().chain(labels.wide.iter().copied()).collect::<Vec<_>>())
        };
        let fewest = row.tags.iter().zip(&self.columns).filter_map(in_column).min_by_key(Vec::len);
        let mut near = fewest.unwrap_or_else(|| {
            let all =
                self.columns.first().map(|labels| labels.of.values().flatten().chain(&labels.wide).copied());
            all.into_iter().flatten().collect()
        });
        near.sort_unstable();
        near.dedup();
        near
    }
}

fn words(tag: &Tag) -> Option<Vec<Word>> {
    if tag.classes.size() > 0 {
        let few = tag.classes.iter().nth(FEW).is_none();
        return few.then(|| tag.classes.iter().map(Word::Class).collect());
    }
    match &tag.label {
        Label::Values(names) => Some(names.iter().map(|name| Word::Thing(name.text.clone())).collect()),
        Label::Any | Label::Other(_) => None,
    }
}

/// Gives every `other` of one column the classes that the column does not name.
pub(super) fn fill_other<'t>(fact: &FactInfo<'_>, tags: impl Iterator<Item = (&'t mut Option<Tag>, bool)>) {
    let mut named = ClassSet::none(fact.size());
    let mut others = Vec::new();
    for (tag, other) in tags {
        let Some(tag) = tag else { continue };
        if other {
            others.push(tag);
        } else if !matches!(tag.label, Label::Any) {
            named = named.or(&tag.classes);
        }
    }
    let rest = named.not();
    for tag in others {
        tag.classes = rest.clone();
        tag.label = Label::Other(rest.iter().filter_map(|class| fact.class_name(class)).collect());
    }
}

/// The part of a path that a label gives.
pub(super) fn part(names: &[Name]) -> String {
    let parts: Vec<String> = names.iter().map(|name| name.as_str().replace([' ', '/'], "-")).collect();
    parts.join("-and-")
}
