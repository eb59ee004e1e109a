//! Sections: what stands where, in the order of the source.
//!
//! In: a section of the program's layout. Out: a section of the document. Things of one kind that stand together become one
//! list or table; what has a title of its own becomes a part with a heading, below the text of the section itself.

use super::context::Context;
use super::line::{Line, capitalised};
use super::runs::{Run, alone, only_duties, runs, singleton, title};
use super::{
    availability, calendar, catalogue, changes, channel, clause, commitment, counting, definition, duty,
    escalation, example, fact, kind, maintenance, offer, plan, price, process, product, question, queue,
    role, scope, table, text,
};
use crate::document::model::{Anchor, Block, Inline, Section, Target, Term};
use crate::hir::{self, Ref, SectionItem};
use crate::value::Name;

/// What a section becomes while it is built.
#[derive(Default)]
struct Parts<'a> {
    blocks: Vec<Block>,
    sections: Vec<Section>,
    /// What comes behind the rest: examples, roles, things that are only named.
    tail: Vec<Block>,
    roles: Vec<&'a Name>,
}

/// A section, with its number; `None` when nothing in it is for the reader.
pub fn build(cx: &Context<'_>, section: &hir::Section, number: Option<String>) -> Option<Section> {
    if !cx.shows(&section.clause) {
        return None;
    }
    let runs = runs(cx, &section.items);
    let mut built = Section::new(&section.clause.anchor, "");
    built.number = number;
    built.title = title(cx, section, &runs);
    let mut parts = Parts::default();
    parts.blocks.extend(clause::opening(cx, &section.clause, Vec::new()));
    parts.blocks.extend(clause::closing(cx, &section.clause));
    if let Some((duties, before)) = only_duties(&runs) {
        for item in before {
            other(cx, item, &mut parts);
        }
        let (sections, arrangement) = duty::parts(cx, &duties, &section.clause.anchor);
        built.arrangement = arrangement;
        parts.sections = sections;
    } else {
        let alone = alone(section, &runs);
        for run in &runs {
            match run {
                Run::Declarations(family, refs) => {
                    declarations(cx, section, family, refs, alone, &mut parts);
                }
                Run::Duties(duties) => parts.blocks.extend(duty::blocks(cx, duties)),
                Run::Other(item) => other(cx, item, &mut parts),
            }
        }
    }
    if counts_time(cx, section)
        && let Some(mut counting) = counting::section(cx, "counting")
    {
        let is_example = |block: &Block| matches!(block, Block::Example(_));
        let (examples, rest) = parts.tail.drain(..).partition(is_example);
        parts.tail = rest;
        counting.blocks.extend::<Vec<Block>>(examples);
        parts.sections.push(counting);
    }
    same_title(cx, section, &built.title, &mut parts);
    parts.blocks.append(&mut parts.tail);
    roles(cx, &std::mem::take(&mut parts.roles), &mut parts);
    built.blocks = parts.blocks;
    built.subsections = parts.sections;
    (!built.blocks.is_empty() || !built.subsections.is_empty()).then_some(built)
}

/// A reference to a section: by its number, or by its title when it has none.
pub fn link(cx: &Context<'_>, name: &str) -> Option<Line> {
    let clause = cx.find("section", name)?;
    let words = match cx.number_of(name) {
        Some(number) => cx.say("page-see-section", &[("number", number.into())]),
        None => cx.say("quoted", &[("text", cx.title(clause).into())]),
    };
    Some(vec![Inline::Link { target: Target::anchor(&clause.anchor), content: words }])
}

fn declarations<'a>(
    cx: &Context<'_>,
    section: &hir::Section,
    family: &'static str,
    refs: &[&'a Ref],
    alone: Option<&Ref>,
    parts: &mut Parts<'a>,
) {
    let names: Vec<&'a Name> = refs.iter().map(|of| &of.name).collect();
    let of_kind = |keyword: &str| -> Vec<&Name> {
        refs.iter().filter(|of| of.keyword == keyword).map(|of| &of.name).collect()
    };
    let each = |parts: &mut Parts<'a>, build: &dyn Fn(&Context<'_>, &Name) -> Option<Section>| {
        for (of, name) in refs.iter().zip(&names) {
            let Some(part) = build(cx, name) else { continue };
            if alone == Some(*of) && part.subsections.is_empty() {
                inlined(cx, section, part, parts);
            } else {
                parts.sections.push(part);
            }
        }
    };
    match family {
        "terms" => parts.blocks.extend(definition::blocks(cx, refs)),
        "plans" => {
            let first = first_plans(cx, section) && !parts.blocks.iter().any(is_plans_table);
            parts.blocks.extend(plan::blocks(cx, &of_kind("plan"), &of_kind("entitlement"), first));
        }
        "severity" => {
            let fact = of_kind("fact").first().copied();
            let keyword = if refs.iter().any(|of| of.keyword == "priority" || of.name == "priority") {
                "priority"
            } else {
                "severity"
            };
            parts.sections.push(fact::severity_section(cx, fact, keyword, &of_kind(keyword)));
        }
        "kind" | "region" | "language" | "phase" => parts.blocks.extend(kind::blocks(cx, family, &names)),
        "channel" => channels(cx, &names, parts),
        "calendar" => {
            let anchor = format!("{}-hours", section.clause.anchor);
            parts.sections.extend(calendar::section(cx, &names, &anchor));
        }
        "scope" => single(cx, refs[0], alone, scope::blocks(cx), section, parts),
        "queue" => single(cx, refs[0], alone, queue::blocks(cx), section, parts),
        "changes" => single(cx, refs[0], alone, changes::blocks(cx), section, parts),
        "commitment" => each(parts, &commitment::section),
        "table" => each(parts, &table::section),
        "escalation" => each(parts, &escalation::section),
        "process" => each(parts, &process::section),
        "maintenance" => each(parts, &maintenance::section),
        "availability" => each(parts, &availability::section),
        "catalogue" => each(parts, &catalogue::section),
        "question" => each(parts, &question::section),
        "fact" => {
            let (large, small): (Vec<&Name>, Vec<&Name>) =
                names.iter().copied().partition(|name| fact::is_large(cx, name));
            parts.blocks.extend(fact::list(cx, &small));
            parts.sections.extend(large.iter().filter_map(|name| fact::section(cx, name)));
        }
        "offer" => {
            let (large, small): (Vec<&Name>, Vec<&Name>) =
                names.iter().copied().partition(|name| offer::is_large(cx, name));
            terms(small.iter().filter_map(|name| offer::term(cx, name)).collect(), parts);
            parts.sections.extend(large.iter().filter_map(|name| offer::section(cx, name)));
        }
        "price" => parts.blocks.extend(price::blocks(cx, &names)),
        "product" => {
            let blocks = product::blocks(cx, &names);
            parts.tail.extend(product::named(cx, &names, !blocks.is_empty()));
            parts.blocks.extend(blocks);
        }
        "role" => parts.roles.extend(names),
        "example" => {
            let examples =
                cx.program.examples.iter().filter(|case| refs.iter().any(|of| of.name == case.clause.name));
            parts.tail.extend(examples.map(|case| example::block(cx, case)));
        }
        _ => {}
    }
}

fn terms(terms: Vec<Term>, parts: &mut Parts<'_>) {
    if !terms.is_empty() {
        parts.blocks.push(Block::Terms(terms));
    }
}

/// Channels as one list of terms, broken where the author says more of one than fits into it.
fn channels(cx: &Context<'_>, names: &[&Name], parts: &mut Parts<'_>) {
    let mut list = Vec::new();
    for name in names {
        list.extend(channel::term(cx, name));
        let more = channel::blocks(cx, name);
        if !more.is_empty() {
            terms(std::mem::take(&mut list), parts);
            parts.blocks.extend(more);
        }
    }
    terms(list, parts);
}

/// Roles with addresses or words as terms. One of whom nothing is said but the title is no news for anybody, and no place to go to.
fn roles(cx: &Context<'_>, names: &[&Name], parts: &mut Parts<'_>) {
    terms(names.iter().filter_map(|name| role::term(cx, name)).collect(), parts);
}

/// A declaration that there is once: in place when it has no title or gives the section its own, else as a part.
fn single(
    cx: &Context<'_>,
    of: &Ref,
    alone: Option<&Ref>,
    blocks: Vec<Block>,
    section: &hir::Section,
    parts: &mut Parts<'_>,
) {
    let Some(found) = singleton(cx, of) else { return };
    let mut part = Section::new(&found.anchor, "");
    part.title = capitalised(cx.title(found));
    part.blocks = blocks;
    let same_title = found.title.is_some()
        && section.clause.title.is_some()
        && capitalised(cx.title(&section.clause)) == part.title;
    if found.title.is_none() || same_title || alone == Some(of) {
        inlined(cx, section, part, parts);
    } else {
        parts.sections.push(part);
    }
}

/// A first part that is called like its section stands in it without a heading of its own.
fn same_title(cx: &Context<'_>, section: &hir::Section, title: &Line, parts: &mut Parts<'_>) {
    let same = parts.sections.first().is_some_and(|part| part.title == *title && part.subsections.is_empty());
    if same {
        let part = parts.sections.remove(0);
        inlined(cx, section, part, parts);
    }
}

/// A part without its heading, with its permanent name kept.
fn inlined(cx: &Context<'_>, section: &hir::Section, mut part: Section, parts: &mut Parts<'_>) {
    let anchor = part.anchor.as_str().to_owned();
    let is_own = anchor == section.clause.anchor;
    if !is_own && !clause::anchor_first(&mut part.blocks, &anchor) {
        cx.stand_in(&anchor, &section.clause.anchor);
    }
    parts.blocks.append(&mut part.blocks);
}

/// Text, notes and sections within a section.
fn other(cx: &Context<'_>, item: &SectionItem, parts: &mut Parts<'_>) {
    match item {
        SectionItem::Prose(_, prose) => parts.blocks.extend(text::blocks(cx, prose)),
        SectionItem::Note(_, note) => parts.blocks.push(Block::Note(text::blocks(cx, note))),
        SectionItem::Section(inner) => parts.sections.extend(build(cx, inner, None)),
        SectionItem::Declaration(_) | SectionItem::Duty(_) => {}
    }
}

/// Whether how time is counted is explained in this section: the first one that promises some.
fn counts_time(cx: &Context<'_>, section: &hir::Section) -> bool {
    let first = || cx.program.layout.iter().find(|section| holds(cx, section, &["commitment"]));
    holds(cx, section, &["commitment"]) && first().is_some_and(|first| std::ptr::eq(first, section))
}

/// Whether the table of plans stands in this section: the first one that declares plans, or else entitlements.
fn first_plans(cx: &Context<'_>, section: &hir::Section) -> bool {
    let first = |keyword: &str| cx.program.layout.iter().find(|section| holds(cx, section, &[keyword]));
    holds(cx, section, &["plan", "entitlement"])
        && first("plan").or_else(|| first("entitlement")).is_some_and(|first| std::ptr::eq(first, section))
}

fn is_plans_table(block: &Block) -> bool {
    let is = |anchor: &Option<Anchor>, name| anchor.as_ref().is_some_and(|anchor| anchor.as_str() == name);
    matches!(block, Block::Table(table) if is(&table.anchor, "plans-table"))
        || matches!(block, Block::Paragraph(paragraph) if is(&paragraph.anchor, "plan-includes"))
}

/// Whether a section or one inside it holds a declaration of one of these kinds that the reader may see.
pub fn holds(cx: &Context<'_>, section: &hir::Section, keywords: &[&str]) -> bool {
    cx.shows(&section.clause)
        && section.items.iter().any(|item| match item {
            SectionItem::Declaration(of) => {
                keywords.contains(&of.keyword) && cx.refers(of).is_some_and(|clause| cx.shows(clause))
            }
            SectionItem::Section(inner) => holds(cx, inner, keywords),
            SectionItem::Duty(_) | SectionItem::Prose(..) | SectionItem::Note(..) => false,
        })
}

/// The anchor of the section that says how to get in touch, which others link to.
pub const CONTACT: &str = "contact";

/// The anchor of the first section that shows a channel with an address: where readers find how to get in touch if the author
/// wrote no section about it. Channels that stand there are not said again in one of our own.
pub fn of_channels(cx: &Context<'_>) -> Option<String> {
    let place = cx.program.layout.iter().find_map(|section| place_of_channels(cx, section));
    place.map(|section| section.clause.anchor.to_string())
}

fn place_of_channels<'s>(cx: &Context<'_>, section: &'s hir::Section) -> Option<&'s hir::Section> {
    let channels = &cx.program.channels;
    let is_door = |of: &Ref| {
        let channel = channels.get(&of.name).filter(|_| of.keyword == "channel");
        channel.is_some_and(|channel| cx.shows(&channel.clause) && !channel.addresses.is_empty())
    };
    section.items.iter().filter(|_| cx.shows(&section.clause)).find_map(|item| match item {
        SectionItem::Declaration(of) => is_door(of).then_some(section),
        SectionItem::Section(inner) => place_of_channels(cx, inner),
        SectionItem::Duty(_) | SectionItem::Prose(..) | SectionItem::Note(..) => None,
    })
}
