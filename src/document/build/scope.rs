//! What is covered, and what is not.
//!
//! In: the scope. Out: a list of what is covered, and a list of what is not, or a table with what can be done instead.

use super::clause;
use super::condition;
use super::context::Context;
use super::line::{Line, capitalised, ends_sentence, push_all, sentence, spaced};
use super::named;
use crate::cases::CaseSet;
use crate::document::model::{Block, Cell, Item, Row, Table, TableStyle, plain_text};
use crate::hir::{Clause, Cond, Exclusion, Ref, Scope, SetLine};
use crate::source::Span;
use crate::value::Name;

/// The scope as blocks.
pub fn blocks(cx: &Context<'_>) -> Vec<Block> {
    let Some(scope) = &cx.program.scope else { return Vec::new() };
    let mut blocks: Vec<Block> = clause::opening(cx, &scope.clause, Vec::new()).into_iter().collect();
    blocks.extend(covered(cx, scope));
    blocks.extend(excluded(cx, scope));
    blocks.extend(clause::closing(cx, &scope.clause));
    blocks
}

/// Whether the titles of some lines are names for kinds of request, as one of them shows plainly: then no line says its kind, rather
/// than some of them.
fn names_kinds<'c>(cx: &Context<'_>, lines: impl IntoIterator<Item = &'c Clause>) -> bool {
    lines.into_iter().filter(|line| line.title.is_some()).any(|line| {
        let when = line.when.as_ref().filter(|when| named::is_of_kind(when));
        when.is_some_and(|when| named::beside_text(cx, &plain_text(&cx.title(line)), when).is_none())
    })
}

/// Whether a line is one of a list of kinds, of which its title says enough.
fn is_named_kind(line: &Clause, kinds: bool) -> bool {
    kinds && line.title.is_some() && line.when.as_ref().is_some_and(named::is_of_kind)
}

fn covered(cx: &Context<'_>, scope: &Scope) -> Vec<Block> {
    let lines: Vec<&SetLine<()>> = scope.covers.iter().filter(|line| cx.shows(&line.clause)).collect();
    let kinds = names_kinds(cx, lines.iter().map(|line| &line.clause));
    let excluded = all_excluded(cx, scope);
    let everything = lines.iter().any(|line| line.clause.title.is_none() && line.clause.when.is_none());
    match lines.as_slice() {
        [] => Vec::new(),
        _ if everything => vec![Block::paragraph(cx.say("scope-covers-all", &[]))],
        [only] if only.clause.title.is_none() => {
            let line = clause::around(cx, &only.clause, covers_line(cx, &excluded, &only.clause, kinds));
            vec![clause::paragraph(&only.clause.anchor, line)]
        }
        several => {
            let items = several.iter().flat_map(|line| {
                if let Some(items) = kinds_alone(cx, &line.clause) {
                    return items;
                }
                let words = clause::around(cx, &line.clause, covers_line(cx, &excluded, &line.clause, kinds));
                vec![Item::clause(&line.clause.anchor, plain_text(&words), words)]
            });
            vec![Block::paragraph(cx.say("scope-covers", &[])), Block::bullets(items.collect())]
        }
    }
}

/// A line without a title that covers kinds of request: their titles, each for itself where nothing is said of all of them.
fn kinds_alone(cx: &Context<'_>, line: &Clause) -> Option<Vec<Item>> {
    let when = line.when.as_ref().filter(|_| line.title.is_none())?;
    let titles: Vec<Line> = named::kinds(cx, when)?.into_iter().map(|kind| cx.title(kind)).collect();
    let parts = if clause::is_silent(line) { titles } else { vec![cx.and(titles)] };
    let items = parts.into_iter().enumerate().map(|(index, part)| {
        let words = clause::around(cx, line, sentence(capitalised(part)));
        match index {
            0 => Item::clause(&line.anchor, plain_text(&words), words),
            _ => Item::plain(words),
        }
    });
    Some(items.collect())
}

/// The kinds of request of a condition that asks for several of them and for nothing else, which say more in fewer words than
/// a sentence with "if".
fn kinds_named(cx: &Context<'_>, when: &Cond) -> Option<Line> {
    let kinds = named::kinds(cx, when).filter(|kinds| kinds.len() > 1)?;
    let fact = Name::new("kind", Span::default());
    let within = |kind: &Clause| cx.wording().value_within(&fact, &kind.name).into();
    Some(cx.and(kinds.into_iter().map(within).collect()))
}

/// All cases that the lines which the audience sees take away.
fn all_excluded(cx: &Context<'_>, scope: &Scope) -> CaseSet {
    let excluded = scope.excludes.iter().filter(|line| cx.shows(&line.clause));
    let sets = excluded.filter_map(|line| line.clause.when.as_ref()).map(|when| &when.cases);
    CaseSet::union_of_apart(sets.clone())
        .unwrap_or_else(|| sets.fold(CaseSet::nothing(), |whole, cases| whole.or(cases)))
}

/// A line of what is covered: its title, and the condition in words when that says more.
fn covers_line(cx: &Context<'_>, excluded: &CaseSet, line: &Clause, kinds: bool) -> Line {
    let left = line.when.as_ref().and_then(|when| match &line.title {
        Some(_) => named::beside_exclusions(cx, &plain_text(&cx.title(line)), when, excluded),
        None => Some(when.clone()),
    });
    let left = left.filter(|_| !is_named_kind(line, kinds));
    if line.title.is_some()
        && let Some(kinds) = left.as_ref().and_then(|left| kinds_named(cx, left))
    {
        let args = [("what", cx.title(line).into()), ("kinds", kinds.into())];
        return sentence(cx.say("scope-kinds", &args));
    }
    let when = left.and_then(|when| condition::when(cx, &when));
    match (&line.title, when) {
        (Some(_), Some(when)) => {
            spaced([sentence(cx.title(line)), sentence(cx.say("clause-holds", &[("when", when.into())]))])
        }
        (Some(_), None) => sentence(cx.title(line)),
        (None, Some(when)) => cx.say("scope-covers-when", &[("when", when.into())]),
        (None, None) => cx.say("scope-covers-all", &[]),
    }
}

/// What is not covered: a table where some of it leads on to something else, and a list where nothing does.
fn excluded(cx: &Context<'_>, scope: &Scope) -> Vec<Block> {
    let lines: Vec<&SetLine<Exclusion>> =
        scope.excludes.iter().filter(|line| cx.shows(&line.clause)).collect();
    if lines.is_empty() {
        return Vec::new();
    }
    let kinds = names_kinds(cx, lines.iter().map(|line| &line.clause));
    if lines.iter().all(|line| line.value.instead.is_empty()) {
        let items = lines.iter().map(|line| {
            let (head, left, more) = excluded_line(cx, line, kinds);
            let name = plain_text(&head);
            let kinds = left.as_ref().filter(|_| !ends_sentence(&head));
            let kinds = kinds.and_then(|left| kinds_named(cx, left));
            let whole = match (left, kinds) {
                (_, Some(kinds)) => {
                    sentence(cx.say("scope-kinds", &[("what", head.into()), ("kinds", kinds.into())]))
                }
                // Behind a sentence its condition is one of its own.
                (Some(left), None) if ends_sentence(&head) => {
                    spaced([head, condition::holds(cx, Some(&left))])
                }
                (Some(left), None) => sentence(condition::remarked(cx, head, &left)),
                (None, None) => sentence(head),
            };
            Item::clause(&line.clause.anchor, name, spaced([whole, more]))
        });
        return vec![Block::paragraph(cx.say("scope-excludes", &[])), Block::bullets(items.collect())];
    }
    let rows = lines.iter().map(|line| {
        let (head, left, more) = excluded_line(cx, line, kinds);
        let when = left
            .and_then(|left| kinds_named(cx, &left).map(capitalised).or_else(|| condition::on(cx, &left)));
        let when = when.unwrap_or_default();
        let small = if more.is_empty() { when } else { spaced([sentence(when), more]) };
        let instead = Cell::data(instead_line(cx, &line.value.instead));
        Row::named(&line.clause.anchor, vec![Cell::header(head).with_small(small), instead])
    });
    let rows = rows.collect();
    let columns = vec![cx.say("scope-not-covered", &[]), cx.say("scope-instead", &[])];
    let caption = cx.say("scope-caption-instead", &[]);
    vec![Block::Table(Table { anchor: None, caption, style: TableStyle::Pair, columns, rows })]
}

/// What a line excludes, what of its condition the title leaves open, and what else is said of it.
fn excluded_line(cx: &Context<'_>, line: &SetLine<Exclusion>, kinds: bool) -> (Line, Option<Cond>, Line) {
    let mut head = capitalised(cx.title(&line.clause));
    push_all(&mut head, clause::marks(cx, &line.clause.notes));
    let left = line.clause.when.as_ref();
    let left = left.and_then(|when| named::beside_text(cx, &plain_text(&cx.title(&line.clause)), when));
    let left = left.filter(|_| !is_named_kind(&line.clause, kinds));
    let mut more = vec![clause::means(cx, &line.clause)];
    more.extend(clause::remarks(cx, &line.clause));
    (head, left, spaced(more))
}

/// What can be had instead, each perhaps in some cases only.
fn instead_line(cx: &Context<'_>, instead: &[(Ref, Option<Cond>)]) -> Line {
    if instead.is_empty() {
        return cx.say("scope-nothing-instead", &[]);
    }
    let ways = instead.iter().map(|(to, cond)| condition::behind(cx, cx.to(to), cond.as_ref()));
    capitalised(cx.or(ways.collect()))
}
