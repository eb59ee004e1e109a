//! Lists of policies.
//!
//! In: a catalogue. Out: a part with its groups, each with how many policies it holds and links to those that it lists.

use super::channel;
use super::clause;
use super::context::Context;
use super::line::{Line, capitalised, push_all, push_words, spaced};
use crate::document::model::{Block, Inline, Item, Section, plain_text};
use crate::hir::Group;
use crate::value::Name;

/// The part of a catalogue.
pub fn section(cx: &Context<'_>, name: &Name) -> Option<Section> {
    let catalogue = cx.program.catalogues.get(name)?;
    let mut section = Section::new(&catalogue.clause.anchor, "");
    section.title = capitalised(cx.title(&catalogue.clause));
    section.blocks.extend(clause::opening(cx, &catalogue.clause, Vec::new()));
    section.blocks.extend(clause::closing(cx, &catalogue.clause));
    let groups = catalogue.groups.iter().filter(|group| cx.shows(&group.clause));
    let items: Vec<Item> = groups.map(|group| item(cx, group)).collect();
    if !items.is_empty() {
        section.blocks.push(Block::bullets(items));
    }
    Some(section)
}

fn item(cx: &Context<'_>, group: &Group) -> Item {
    let title = capitalised(cx.title(&group.clause));
    let name = plain_text(&title);
    let mut line = vec![clause::strong(title)];
    push_all(&mut line, clause::marks(cx, &group.clause.notes));
    let listed = u32::try_from(group.lists.len()).unwrap_or(u32::MAX);
    let holds = group.holds.unwrap_or(listed);
    push_words(&mut line, ": ");
    let key =
        if group.lists.is_empty() || holds == listed { "catalogue-holds" } else { "catalogue-holds-some" };
    push_all(&mut line, cx.say(key, &[("count", holds.into())]));
    let mut item = Item::clause(&group.clause.anchor, name, line);
    let words = clause::descriptions_without_notes(cx, &group.clause);
    let words = spaced(words);
    if !words.is_empty() {
        item.content.push(Block::paragraph(words));
    }
    if !group.lists.is_empty() {
        item.content.push(Block::bullets(
            group.lists.iter().map(|name| Item::plain(listed_line(cx, name))).collect(),
        ));
    }
    item
}

/// A policy or document of a group, with a link to where it is.
fn listed_line(cx: &Context<'_>, name: &Name) -> Line {
    let Some(document) = cx.program.documents.get(name) else {
        return vec![Inline::text(name.as_str())];
    };
    let title = capitalised(cx.title(&document.clause));
    let address = document
        .addresses
        .first()
        .and_then(|address| channel::address_target(address.in_language(cx.language).content.trim()));
    match address {
        Some(target) => vec![Inline::Link { target, content: title }],
        None => cx.link_words(&document.clause, title),
    }
}
