//! The labels of rows and columns: which values of a fact, or which things, they name.
//!
//! In: the words of a label and the fact that its column is about. Out: its classes and its part of a path; findings about
//! values that do not exist and about rows for one case.

use super::context::Context;
use super::facts::{FactInfo, Values};
use super::grid::{Grid, GridRow, Key, Tag};
use super::lookup::suggested;
use super::measure::{label_name, operand};
use super::ranges::range;
use crate::cases::ClassSet;
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::Label;
use crate::source::Span;
use crate::syntax::ast;
use crate::syntax::ast::Cell;
use crate::syntax::cell::{self, LabelWord, Read};
use crate::value::{Name, Operator, Test};
use smol_str::SmolStr;
use std::collections::BTreeMap;
use std::sync::Arc;

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
                let mut read = cell::labels(cell);
                if let Key::Fact(fact) = key {
                    as_meant(fact, cell, &mut read);
                }
                let Some(words) = self.take(read) else {
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
                columns.iter_mut().map(|tags| tags.get_mut(at).and_then(|(tag, _)| tag.take())).collect();
            let Some(tags) = tags else {
                grid.broken = true;
                grid.lost.push(at);
                continue;
            };
            let first = cells.first().map_or(table.span, |cell| cell.span);
            let span = cells.last().map_or(first, |cell| first.to(cell.span));
            let row = GridRow { at, tags, span };
            if self.repeats(&row, grid, &mut before) {
                grid.broken = true;
                grid.lost.push(at);
                continue;
            }
            before.add(&row);
            grid.rows.push(row);
        }
    }

    /// The finding about a first column whose head is no fact: the fact of its rows, or else the nearest one.
    pub(super) fn no_fact_heads(&self, table: &ast::Table, name: &Name) -> Diagnostic {
        let message = format!("the first column of a table is about a fact, and `{name}` is none");
        let finding = Diagnostic::new(&registry::UNKNOWN_FACT, name.span, message);
        if let Some(fact) = self.fact_of_rows(table) {
            let finding = finding.label(format!("its rows are values of `{fact}`"));
            return finding.fix(format!("change it to `{fact}`"), false, name.span, fact);
        }
        let finding = suggested(finding, name, self.facts.keys().map(smol_str::SmolStr::as_str));
        if finding.help.is_some() || !finding.fixes.is_empty() {
            return finding;
        }
        finding
            .help("begin it with what its rows are values of, as `severity`, `plan` or a `fact` of your own")
    }

    /// The fact of which the first cells of all rows are values, by their names or as people write these.
    fn fact_of_rows(&self, table: &ast::Table) -> Option<String> {
        let mut fact = None;
        for row in &table.rows {
            let name = row.first()?.text.to_lowercase().replace(' ', "-");
            let of = self.symbols().values(&name).first()?.0.to_owned();
            if fact.as_ref().is_some_and(|before| *before != of) {
                return None;
            }
            fact = Some(of);
        }
        fact
    }

    /// Whether a row is for cases that a row before it is for; reports it.
    fn repeats(&mut self, row: &GridRow, grid: &Grid<'a>, before: &mut RowsBefore) -> bool {
        for known in before.near(row, &grid.rows).into_iter().filter_map(|at| grid.rows.get(at)) {
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
    pub(super) fn tag(&mut self, fact: &Arc<FactInfo<'a>>, words: &[LabelWord], span: Span) -> Option<Tag> {
        let size = fact.size();
        if words.iter().any(|word| matches!(word, LabelWord::Any(_))) {
            let label = Label::Any;
            return Some(Tag { label, classes: ClassSet::all(size), part: "any".to_owned(), span });
        }
        if words.iter().any(|word| matches!(word, LabelWord::Other(_))) {
            let label = Label::Other(Vec::new());
            return Some(Tag { label, classes: ClassSet::none(size), part: "other".to_owned(), span });
        }
        let operands = words.iter().filter_map(operand);
        let classes = if let Values::Named(values) = &fact.values {
            ClassSet::of(size, self.chosen(fact, values, operands)?)
        } else {
            let fact_here = Name::new(fact.name.as_str(), span);
            let operands = operands.collect();
            self.classes(fact, &Test { fact: fact_here, operator: Operator::Is, operands, span })?
        };
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
    /// The classes that the rows so far are for, in each column.
    seen: Vec<ClassSet>,
    columns: Vec<Labels>,
    /// How many rows are found by their labels: none until a row may meet one.
    listed: usize,
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
    fn add(&mut self, row: &GridRow) {
        if self.seen.is_empty() {
            self.seen = row.tags.iter().map(|tag| tag.classes.clone()).collect();
            return;
        }
        for (tag, seen) in row.tags.iter().zip(&mut self.seen) {
            *seen = seen.or(&tag.classes);
        }
    }

    /// Whether a column has values that no row before has, so that there is nothing to compare.
    fn is_new(&self, row: &GridRow) -> bool {
        let new = |(tag, seen): (&Tag, &ClassSet)| tag.classes.size() > 0 && !tag.classes.overlaps(seen);
        self.seen.is_empty() || row.tags.iter().zip(&self.seen).any(new)
    }

    /// Makes the rows found by their labels.
    fn list(&mut self, rows: &[GridRow]) {
        for (at, row) in rows.iter().enumerate().skip(self.listed) {
            self.columns.resize_with(row.tags.len(), Labels::default);
            for (tag, labels) in row.tags.iter().zip(&mut self.columns) {
                match words(tag) {
                    Some(words) => {
                        for word in words {
                            labels.of.entry(word).or_default().push(at);
                        }
                    }
                    None => labels.wide.push(at),
                }
            }
        }
        self.listed = rows.len();
    }

    /// The rows that may be for a case that this one is for, in order.
    fn near(&mut self, row: &GridRow, rows: &[GridRow]) -> Vec<usize> {
        if self.is_new(row) {
            return Vec::new();
        }
        self.list(rows);
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

/// A label that no value is called by: `all` and `rest` are other words for `any` and `other`, and what reads as several
/// words joined to a name is reported once, as it was written.
fn as_meant(fact: &FactInfo<'_>, cell: &Cell, read: &mut Read<Vec<LabelWord>>) {
    if !read.findings.is_empty()
        && let Some(finding) = range(fact, cell)
    {
        (read.value, read.findings) = (None, vec![finding]);
    }
    let Some(words) = &mut read.value else { return };
    let unknown = |word: &LabelWord| matches!(word, LabelWord::Name(name) if !has_value(fact, name));
    if !words.iter().any(unknown) {
        return;
    }
    read.findings.extend(every_or_rest(words));
    if words.iter().any(unknown) {
        once_as_written(fact, cell, read);
    }
}

/// Whether a value of a fact has this name, if its values have names.
pub(super) fn has_value(fact: &FactInfo<'_>, name: &Name) -> bool {
    match &fact.values {
        Values::Named(values) => values.place(name.as_str()).is_some(),
        Values::YesNo | Values::Cut(..) => true,
    }
}

/// What was mended to a name that no value has is reported once, as it was written.
pub(super) fn once_as_written<T>(fact: &FactInfo<'_>, cell: &Cell, read: &mut Read<T>) {
    if let (Values::Named(values), false) = (&fact.values, read.findings.is_empty()) {
        let names: Vec<String> = values.iter().take(8).map(|value| format!("`{}`", value.name)).collect();
        let message = format!("`{}` is not a value of `{}`", cell.text, fact.name);
        let finding = Diagnostic::new(&registry::UNKNOWN_VALUE, cell.span, message).label("not declared");
        read.findings = vec![if names.is_empty() {
            finding
        } else {
            finding.help(format!("it can be {}", crate::hir::join(&names)))
        }];
        read.value = None;
    }
}

/// A label that is one other word for `any` or `other` becomes what it means; the finding about it.
pub(super) fn every_or_rest(words: &mut [LabelWord]) -> Option<Diagnostic> {
    let [word @ LabelWord::Name(_)] = words else { return None };
    let LabelWord::Name(name) = &*word else { return None };
    let (written, span) = (name.to_string(), name.span);
    let meant = cell::every_or_rest(&written)?;
    *word = if meant == "any" { LabelWord::Any(span) } else { LabelWord::Other(span) };
    let message = format!("this is written `{meant}`, not `{written}`");
    let finding = Diagnostic::new(&registry::SLIP, span, message).label(format!("`{meant}`"));
    Some(finding.fix(format!("change `{written}` to `{meant}`"), true, span, meant))
}

/// The part of a path that a label gives.
pub(super) fn part(names: &[Name]) -> String {
    let mut part = String::new();
    for (at, name) in names.iter().enumerate() {
        if at > 0 {
            part.push_str("-and-");
        }
        if name.as_str().bytes().any(|byte| matches!(byte, b' ' | b'/')) {
            part.push_str(&name.as_str().replace([' ', '/'], "-"));
        } else {
            part.push_str(name.as_str());
        }
    }
    part
}

#[cfg(test)]
mod tests {
    use crate::check::trial::{BASE, codes};

    #[test]
    fn words_that_no_value_is_called_by_are_one_finding_wherever_they_stand() {
        let fact = |label: &str, value: &str| {
            format!(
                "{BASE}fact grade \"Grade\" {{\n  first \"First\"\n  second \"Second\"\n  | severity | grade |\n  |---|---|\n  \
                 | {label} | {value} |\n  | other | first |\n}}\n"
            )
        };
        assert_eq!(codes(&fact("high", "second")), Vec::<String>::new());
        assert_eq!(codes(&fact("high", "as decided by us")), ["unknown-value as decided by us"]);
        assert_eq!(codes(&fact("High up", "second")), ["unknown-value High up"]);
        assert_eq!(codes(&fact("High", "second")), ["slip High"]);
    }

    #[test]
    fn all_and_rest_are_mended_where_nothing_is_called_so() {
        let rows = |first: &str, second: &str| {
            format!(
                "{BASE}commitment reply \"Reply\" {{\n  from received\n  until responded\n  | severity | reply |\n  |---|---|\n  \
                 | {first} | 4 hours |\n  | {second} | 2 hours |\n}}\n"
            )
        };
        assert_eq!(codes(&rows("high", "rest")), ["slip rest"]);
        let named = format!("{}severity rest \"Rest\"\n", rows("high, low", "rest"));
        assert_eq!(codes(&named), Vec::<String>::new());
    }
}
