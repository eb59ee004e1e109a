//! Tables: from cells of text to keys, columns and rows over the facts.
//!
//! In: a table as it was written, and what its columns may set. Out: a [`Grid`], in which every row and column has the
//! cases that it stands for, and findings about headers and labels. What the cells say is read by whoever asked.

use super::context::Context;
use super::facts::{FactInfo, Values};
use super::grid::{Grid, Head, Key, Tag};
use super::labels::{every_or_rest, fill_other};
use super::lookup::suggested;
use super::measure::operand;
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::Ref;
use crate::resolve::Resolved;
use crate::source::Span;
use crate::syntax::ast;
use crate::syntax::cell::{self, LabelWord, Read};
use crate::value::Name;
use rustc_hash::FxHashMap;
use std::borrow::Cow;
use std::sync::Arc;

/// What the columns behind the keys may set.
#[derive(Clone, Copy, Debug)]
pub enum Sets<'n> {
    /// One thing: a commitment, a price, the value of a fact. A single column may have its name, or this word.
    One(&'static str, &'n str, &'n str),
    /// Whatever the columns or the rows name.
    Many,
}

impl<'a> Context<'a> {
    /// Understands the header and the labels of a table.
    pub fn grid(&mut self, table: &'a ast::Table, sets: Sets<'_>) -> Option<Grid<'a>> {
        let read = self.headers.get(&table.span).map_or_else(|| header_of(table), Arc::clone);
        read.iter().flat_map(|read| &read.findings).for_each(|finding| self.report(finding.clone()));
        let headers: Vec<&cell::Header> =
            read.iter().map(|read| read.value.as_ref()).collect::<Option<_>>()?;
        let mut keys: Vec<Key<'a>> = Vec::new();
        let mut by = None;
        for (at, header) in headers.iter().enumerate() {
            let span = table.header.get(at).map_or(table.span, |cell| cell.span);
            let name = match header.words.as_slice() {
                [LabelWord::Name(name)] => Some(name),
                _ => None,
            };
            let matrix = header.by.is_some();
            // Once a column names what is set, `channel` is the fact of this name again.
            let named = keys.iter().any(|key| matches!(key, Key::Things(_)));
            let Some(key) = name.and_then(|name| self.key(name, sets, matrix && !named)) else {
                if let (true, Some(name)) = (matrix, name) {
                    let _ = self.fact(name);
                    return None;
                }
                break;
            };
            if let Key::Fact(fact) = &key {
                let name = name.unwrap_or(&fact.name).clone();
                let _ = self.fact(&name);
                let again =
                    keys.iter().any(|known| matches!(known, Key::Fact(known) if known.dim == fact.dim));
                if again {
                    self.error(
                        &registry::UNREADABLE_TABLE,
                        span,
                        format!("two columns of this table are about `{name}`"),
                        "again",
                    );
                    return None;
                }
            }
            keys.push(key);
            if let Some(fact) = &header.by {
                by = Some(self.fact(fact)?);
                break;
            }
        }
        if keys.is_empty() || headers.len() == keys.len() {
            self.no_keys(table, keys.is_empty());
            return None;
        }
        let mut grid = Grid {
            keys,
            by,
            columns: Vec::new(),
            rows: Vec::new(),
            broken: false,
            lost: Vec::new(),
            sets: match sets {
                Sets::One(keyword, ..) => keyword,
                Sets::Many => "",
            },
            span: table.span,
        };
        let rest = headers.get(grid.keys.len()..).unwrap_or_default();
        if grid.by.is_none() && !self.sets(table, rest, sets, &mut grid) {
            grid.by = Some(self.infer(table, rest, sets, &grid)?);
        }
        if let Some(fact) = grid.by.clone() {
            self.matrix(table, rest, &fact, &mut grid);
        }
        self.rows(table, &mut grid);
        grid.facts().for_each(|fact| fact.ask(self.pricing));
        Some(grid)
    }

    /// What a leading cell means, if it is a key.
    fn key(&self, name: &Name, sets: Sets<'_>, matrix: bool) -> Option<Key<'a>> {
        let thing =
            ["entitlement", "channel", "commitment", "price"].into_iter().find(|kind| *name == **kind);
        match sets {
            Sets::One(_, own, _) if *name == *own => None,
            Sets::One(..) => self.facts.get(&name.text).map(|fact| Key::Fact(Arc::clone(fact))),
            Sets::Many => match (thing, self.facts.get(&name.text)) {
                (Some(kind), None) => Some(Key::Things(kind)),
                (Some(kind), Some(_)) if matrix => Some(Key::Things(kind)),
                (_, Some(fact)) => Some(Key::Fact(Arc::clone(fact))),
                (None, None) => None,
            },
        }
    }

    fn no_keys(&mut self, table: &ast::Table, none: bool) {
        let first = table.header.first();
        let span = first.map_or(table.span, |cell| cell.span);
        let finding = if none {
            let name = Name::new(first.map_or("", |cell| cell.text.as_str()), span);
            self.no_fact_heads(table, &name)
        } else {
            Diagnostic::new(
                &registry::UNREADABLE_TABLE,
                table.span,
                "this table has no column that sets something",
            )
            .label("only keys")
            .help("add a column with the values")
        };
        self.report(finding);
    }

    /// Takes the columns as names of what is set; `false` when they are values of a fact.
    fn sets(
        &mut self,
        table: &ast::Table,
        rest: &[&cell::Header],
        sets: Sets<'_>,
        grid: &mut Grid<'a>,
    ) -> bool {
        let things: Vec<Option<&Name>> = rest
            .iter()
            .map(|header| match header.words.as_slice() {
                [LabelWord::Name(name)] => Some(name),
                _ => None,
            })
            .collect();
        match sets {
            Sets::One(keyword, own, word) => match things.as_slice() {
                [Some(name)] if **name == *own || **name == *word => {
                    let thing = Ref { keyword, name: Name::new(own, name.span) };
                    grid.columns.push((grid.keys.len(), Head::Sets(thing)));
                    true
                }
                _ => false,
            },
            Sets::Many => {
                let kinds = ["commitment", "price", "entitlement"];
                let found: Vec<Option<Ref>> = things
                    .iter()
                    .map(|name| {
                        let name = (*name)?;
                        if *name == "primary" || *name == "secondary" {
                            return Some(Ref { keyword: "routing", name: name.clone() });
                        }
                        let kind =
                            kinds.iter().find(|kind| self.symbols().get(kind, name.as_str()).is_some())?;
                        Some(Ref { keyword: kind, name: name.clone() })
                    })
                    .collect();
                let in_rows = grid.keys.iter().any(|key| matches!(key, Key::Things(_)));
                if in_rows || found.iter().all(Option::is_none) {
                    return false;
                }
                for (at, (thing, name)) in found.into_iter().zip(things).enumerate() {
                    let place = grid.keys.len() + at;
                    let span = table.header.get(place).map_or(table.span, |cell| cell.span);
                    match (thing, name) {
                        (Some(thing), _) => {
                            if thing.keyword != "routing" {
                                self.known(&kinds, &thing.name);
                            }
                            let same = |(_, head): &(usize, Head)| matches!(head, Head::Sets(known) if *known == thing);
                            if grid.columns.iter().any(same) {
                                self.error(
                                    &registry::OVERLAPPING_LABELS,
                                    span,
                                    format!("two columns of this table set `{}`", thing.name),
                                    "again",
                                );
                                grid.broken = true;
                            } else {
                                grid.columns.push((place, Head::Sets(thing)));
                            }
                        }
                        (None, Some(name)) => {
                            self.known(&kinds, name);
                            grid.broken = true;
                        }
                        (None, None) => {
                            self.error(
                                &registry::UNREADABLE_TABLE,
                                span,
                                "the other columns name what they set, and this one does not",
                                "the name of a commitment, an entitlement or a price belongs here",
                            );
                            grid.broken = true;
                        }
                    }
                }
                true
            }
        }
    }

    /// The one fact that has all the columns as values.
    fn infer(
        &mut self,
        table: &ast::Table,
        rest: &[&cell::Header],
        sets: Sets<'_>,
        grid: &Grid<'a>,
    ) -> Option<Arc<FactInfo<'a>>> {
        let words: Vec<&LabelWord> = rest
            .iter()
            .flat_map(|header| &header.words)
            .filter(|word| !matches!(word, LabelWord::Any(_) | LabelWord::Other(_)))
            .collect();
        let used = |fact: &FactInfo<'a>| {
            grid.keys.iter().any(|key| matches!(key, Key::Fact(known) if known.dim == fact.dim))
        };
        let mut best: Vec<(usize, &Arc<FactInfo<'a>>)> = Vec::new();
        for fact in self.facts.values().filter(|fact| !used(fact)) {
            let fitting = words.iter().filter(|word| fits(fact, word)).count();
            if fitting > 0 {
                best.push((fitting, fact));
            }
        }
        let most = best.iter().map(|(fitting, _)| *fitting).max();
        let candidates: Vec<_> = best
            .iter()
            .filter(|(fitting, _)| Some(*fitting) == most)
            .map(|(_, fact)| Arc::clone(fact))
            .collect();
        let at = table.header.get(grid.keys.len());
        let span = at.map_or(table.span, |cell| cell.span);
        match candidates.as_slice() {
            [one] => Some(Arc::clone(one)),
            [] => {
                let text = at.map_or("", |cell| cell.text.as_str());
                let name = Name::new(text, span);
                let finding = Diagnostic::new(
                    &registry::UNKNOWN_VALUE,
                    span,
                    format!("`{name}` is not a fact, nor a value of one, nor something that a table sets"),
                );
                // A single column can only be what the declaration sets.
                if let (Sets::One(keyword, own, _), [_]) = (sets, rest) {
                    self.report(
                        finding
                            .label(format!("this column holds the {keyword}"))
                            .help(format!("head it `{own}`"))
                            .fix(format!("change it to `{own}`"), false, span, own),
                    );
                    return None;
                }
                let values: Vec<String> = self
                    .facts
                    .values()
                    .flat_map(|fact| match &fact.values {
                        Values::Named(values) => values.iter().map(|value| value.name.to_string()).collect(),
                        Values::YesNo | Values::Cut(..) => Vec::new(),
                    })
                    .collect();
                let finding = suggested(finding, &name, values.iter().map(String::as_str));
                self.report(finding);
                None
            }
            [one, two, ..] => {
                let key =
                    table.header.get(grid.keys.len().saturating_sub(1)).map_or("", |cell| cell.text.as_str());
                let finding = Diagnostic::new(
                    &registry::UNREADABLE_TABLE,
                    span,
                    format!("these columns are values of `{}` and of `{}`", one.name, two.name),
                )
                .label("of which?")
                .help(format!("say it in the cell before: `{key} by {}`", one.name));
                self.report(finding);
                None
            }
        }
    }

    fn matrix(
        &mut self,
        table: &ast::Table,
        rest: &[&cell::Header],
        fact: &Arc<FactInfo<'a>>,
        grid: &mut Grid<'a>,
    ) {
        let mut tags: Vec<(usize, Span, Option<Tag>, bool)> = Vec::new();
        for (at, header) in rest.iter().enumerate() {
            let place = grid.keys.len() + at;
            let span = table.header.get(place).map_or(table.span, |cell| cell.span);
            let mut words = Cow::Borrowed(&header.words);
            if let [word @ LabelWord::Name(name)] = header.words.as_slice()
                && !fits(fact, word)
                && self.symbols().named(name.as_str()).is_empty()
                && let Some(finding) = every_or_rest(words.to_mut())
            {
                self.report(finding);
            }
            let other = words.iter().any(|word| matches!(word, LabelWord::Other(_)));
            let tag = self.tag(fact, &words, span);
            tags.push((place, span, tag, other));
        }
        fill_other(fact, tags.iter_mut().map(|(_, _, tag, other)| (tag, *other)));
        for (place, span, tag, _) in tags {
            let Some(tag) = tag else {
                grid.broken = true;
                continue;
            };
            let twin = grid.columns.iter().find_map(|(_, head)| match head {
                Head::Values(known) if known.classes.overlaps(&tag.classes) => Some(known.span),
                Head::Values(_) | Head::Sets(_) => None,
            });
            if let Some(first) = twin {
                let finding = Diagnostic::new(
                    &registry::OVERLAPPING_LABELS,
                    span,
                    "two columns of this table are for the same values",
                )
                .label("again")
                .related(first, "the first one");
                self.report(finding);
                grid.broken = true;
                continue;
            }
            grid.columns.push((place, Head::Values(tag)));
        }
    }
}

/// The headers of tables by the place of each table, with what is wrong with them.
pub type Headers = FxHashMap<Span, Arc<[Read<cell::Header>]>>;

/// Reads the headers of all tables, for which several passes ask.
pub fn headers(resolved: &Resolved<'_>) -> Headers {
    resolved.parts.tables.iter().map(|table| (table.span, header_of(table))).collect()
}

fn header_of(table: &ast::Table) -> Arc<[Read<cell::Header>]> {
    table.header.iter().map(cell::header).collect()
}

/// Whether a word is a value of a fact.
fn fits(fact: &FactInfo<'_>, word: &LabelWord) -> bool {
    match (&fact.values, word) {
        (Values::Named(values), LabelWord::Name(name)) => values.place(name.as_str()).is_some(),
        (Values::Named(values), LabelWord::Text(text, _)) => values.place(text.as_str()).is_some(),
        (Values::YesNo, LabelWord::Bool(..)) => true,
        (Values::Cut(measure, ..), _) => {
            operand(word).is_some_and(|operand| measure.place(&operand).is_some())
        }
        (Values::Named(_) | Values::YesNo, _) => false,
    }
}

#[cfg(test)]
mod tests {
    use crate::check::trial::{BASE, codes};

    #[test]
    fn beside_entitlements_channel_is_the_fact() {
        let table = "entitlement fixes \"Fixes\"\n\
            table granted \"Granted\" {\n  | entitlement | channel by severity | high | low |\n  |---|---|---|---|\n  \
            | fixes | email | up to 3 | no |\n}\n";
        assert_eq!(codes(&format!("{BASE}{table}")), Vec::<String>::new());
    }
}
