//! Facts: what is known of a request and decides what applies to it, or what something costs.
//!
//! In: a declared fact. Out: what it is, who says so, its values, and the table that it follows from.

use super::clause;
use super::context::Context;
use super::line::{Line, capitalised, push_all, push_words, spaced};
use super::{kind, role, table};
use crate::document::model::{Block, Item, Section, plain_text};
use crate::hir::{Clause, Fact, FactKind};
use crate::value::Name;

/// The part about how severe a request is: the fact, and its values.
pub fn severity_section(
    cx: &Context<'_>,
    fact: Option<&Name>,
    keyword: &'static str,
    values: &[&Name],
) -> Section {
    let found = fact.and_then(|name| cx.program.facts.get(name));
    let anchor = found.map_or(keyword, |fact| fact.clause.anchor.as_str());
    let mut section = Section::new(anchor, "");
    section.title = match found.filter(|fact| fact.clause.title.is_some()) {
        Some(fact) => capitalised(table::title_of(cx, fact)),
        None => cx.say("fact-severity-heading", &[("keyword", keyword.into())]),
    };
    if let Some(fact) = found {
        section.blocks.extend(blocks(cx, fact));
    }
    let mut clauses: Vec<&Clause> =
        values.iter().filter_map(|name| cx.find(keyword, name.as_str())).collect();
    if let Some(fact) = found {
        clauses.extend(own(cx, fact));
    }
    if !clauses.is_empty() {
        section.blocks.push(kind::list(cx, &clauses));
    }
    section
}

/// Facts that stand together, as a list; those that follow from others have their table below it.
pub fn list(cx: &Context<'_>, names: &[&Name]) -> Vec<Block> {
    let facts: Vec<&Fact> = names.iter().filter_map(|name| cx.program.facts.get(*name)).collect();
    let mut blocks = Vec::new();
    for (key, prices) in [("fact-lead", false), ("fact-lead-prices", true)] {
        let plain = facts.iter().filter(|fact| fact.derived.is_none() && fact.only_prices == prices);
        let items: Vec<Item> = plain.map(|fact| item(cx, fact)).collect();
        if !items.is_empty() {
            blocks.push(Block::paragraph(cx.say(key, &[("count", items.len().into())])));
            blocks.push(Block::bullets(items));
        }
    }
    blocks
}

/// Whether a fact has a part of its own.
pub fn is_large(cx: &Context<'_>, name: &Name) -> bool {
    cx.program.facts.get(name).is_some_and(|fact| fact.derived.is_some())
}

/// The part of a fact that follows from others.
pub fn section(cx: &Context<'_>, name: &Name) -> Option<Section> {
    let fact = cx.program.facts.get(name)?;
    let mut section = Section::new(&fact.clause.anchor, "");
    section.title = capitalised(table::title_of(cx, fact));
    section.blocks = blocks(cx, fact);
    Some(section)
}

fn blocks(cx: &Context<'_>, fact: &Fact) -> Vec<Block> {
    let mut blocks: Vec<Block> = clause::opening(cx, &fact.clause, decided(cx, fact)).into_iter().collect();
    blocks.extend(clause::closing(cx, &fact.clause));
    if let Some(derived) = &fact.derived {
        let name = fact.clause.name.as_str();
        let title = capitalised(table::title_of(cx, fact));
        blocks.push(table::derived(cx, &derived.table, title, name));
        let own: Vec<&Clause> =
            fact.values().iter().map(|value| &value.clause).filter(|value| says_more(value)).collect();
        if !own.is_empty() && fact.declared && !matches!(name, "severity" | "priority") {
            blocks.push(kind::list(cx, &own));
        }
    }
    blocks
}

/// The values that a fact names itself, where others of its name are declared outside of it.
fn own<'p>(cx: &Context<'p>, fact: &'p Fact) -> impl Iterator<Item = &'p Clause> {
    fact.values()
        .iter()
        .map(|value| &value.clause)
        .filter(|value| value.keyword == "value" && cx.shows(value))
}

fn says_more(value: &Clause) -> bool {
    !clause::is_silent(value) || value.when.is_some()
}

/// A fact as an item: what it is, its values, who says so.
fn item(cx: &Context<'_>, fact: &Fact) -> Item {
    let title = capitalised(table::title_of(cx, fact));
    let name = plain_text(&title);
    let asks = name.ends_with(['?', '\u{FF1F}', '.', '…']);
    let mut line = vec![clause::strong(title)];
    push_all(&mut line, clause::marks(cx, &fact.clause.notes));
    push_words(&mut line, if asks { " " } else { ": " });
    let mut parts = vec![values(cx, fact)];
    parts.extend(clause::descriptions_without_notes(cx, &fact.clause));
    parts.extend(decided(cx, fact));
    push_all(&mut line, spaced(parts));
    let mut item = Item::clause(&fact.clause.anchor, name, line);
    let described: Vec<&Clause> = fact
        .values()
        .iter()
        .map(|value| &value.clause)
        .filter(|value| cx.shows(value) && says_more(value))
        .collect();
    if !described.is_empty() {
        item.content.push(kind::list(cx, &described));
    }
    for value in fact.values() {
        cx.stand_in(&value.clause.anchor, &fact.clause.anchor);
    }
    item
}

/// Which values it has, as a sentence.
fn values(cx: &Context<'_>, fact: &Fact) -> Line {
    match &fact.kind {
        FactKind::Values(values) => {
            let shown = values.iter().filter(|value| cx.shows(&value.clause));
            let titles: Vec<Line> = shown.map(|value| cx.title_within(&value.clause)).collect();
            capitalised(cx.say("fact-values", &[("values", cx.or(titles).into())]))
        }
        FactKind::YesNo => cx.say("fact-yes-no", &[]),
        FactKind::Date(_) => cx.say("fact-date", &[]),
        FactKind::Number(_) => cx.say("fact-number", &[]),
        FactKind::Duration(_) => cx.say("fact-duration", &[]),
    }
}

/// Who proposes it, and who has the last word.
fn decided(cx: &Context<'_>, fact: &Fact) -> Vec<Line> {
    fact.decided
        .iter()
        .map(|decided| {
            let who = match decided.by.as_str() {
                "us" => "us",
                "customer" => "customer",
                _ => "other",
            };
            let person = capitalised(role::person(cx, &decided.by));
            let key = if decided.confirmed { "fact-confirmed" } else { "fact-proposed" };
            let name = cx.wording().name_for_words(&fact.clause.name);
            cx.say(key, &[("who", who.into()), ("name", name.into()), ("person", person.into())])
        })
        .collect()
}
