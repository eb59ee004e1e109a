//! What somebody will, must or may do, or not do.
//!
//! In: the duties of a section, in order. Out: a sentence for one that stands alone, else a list for each kind of duty:
//! what we will do, what we will not do, what we ask of the customer.

use super::clause;
use super::context::Context;
use super::line::{Line, capitalised, push_all, push_words, unstopped};
use super::text;
use crate::document::model::{Arrangement, Block, Inline, Item, Section, plain_text};
use crate::hir::{Duty, DutyItem, Subject, Verb};

/// Duties one after the other, as they stand among other things.
pub fn blocks(cx: &Context<'_>, duties: &[&Duty]) -> Vec<Block> {
    let mut blocks = Vec::new();
    for group in groups(duties) {
        match group.as_slice() {
            [one] => blocks.extend(alone(cx, one)),
            several => {
                let lead = cx.say("duty-lead", &[("who", lead_in(cx, several[0]).into())]);
                blocks.push(Block::paragraph(lead));
                blocks.push(Block::bullets(several.iter().map(|duty| item(cx, duty)).collect()));
            }
        }
    }
    blocks
}

/// Duties that fill a section: a part with a heading for each kind.
pub fn parts(cx: &Context<'_>, duties: &[&Duty], section: &str) -> (Vec<Section>, Arrangement) {
    let mut parts = Vec::new();
    for group in groups(duties) {
        let duty = group[0];
        let (kind, _) = kind(duty);
        let who = match &duty.subject {
            Subject::Party(name) => name.as_str(),
            Subject::Us => "we",
        };
        let anchor = format!("{section}-{who}-{kind}");
        let mut part = Section::new(anchor, "");
        part.title = heading(cx, duty);
        part.blocks.push(Block::bullets(group.iter().map(|duty| item(cx, duty)).collect()));
        parts.push(part);
    }
    let short = parts.len() > 1 && duties.iter().all(|duty| duty.items.len() <= 6);
    (parts, if short { Arrangement::Beside } else { Arrangement::Stacked })
}

/// Duties of one kind together, in the order of the first of each.
fn groups<'d>(duties: &[&'d Duty]) -> Vec<Vec<&'d Duty>> {
    let mut groups: Vec<Vec<&Duty>> = Vec::new();
    for duty in duties {
        let same = |group: &&mut Vec<&Duty>| kind(group[0]) == kind(duty) && group[0].subject == duty.subject;
        match groups.iter_mut().find(same) {
            Some(group) => group.push(duty),
            None => groups.push(vec![duty]),
        }
    }
    groups
}

/// The name of a kind of duty, and whether it is denied.
fn kind(duty: &Duty) -> (&'static str, bool) {
    match (duty.verb, duty.not) {
        (Verb::Will, false) => ("will", false),
        (Verb::Will, true) => ("will-not", true),
        (Verb::Must, false) => ("must", false),
        (Verb::Must, true) => ("must-not", true),
        (Verb::May, false) => ("may", false),
        (Verb::May, true) => ("may-not", true),
    }
}

/// Whether the customer or we have it, for the choice of words.
fn who(duty: &Duty) -> &'static str {
    match &duty.subject {
        Subject::Us => "us",
        Subject::Party(party) if party == "customer" => "customer",
        Subject::Party(_) => "other",
    }
}

fn other(cx: &Context<'_>, duty: &Duty) -> Line {
    match &duty.subject {
        Subject::Us => Line::new(),
        Subject::Party(party) => {
            let clause = cx.find("role", party.as_str()).or_else(|| cx.find("party", party.as_str()));
            clause.map_or_else(Line::new, |clause| cx.link(clause))
        }
    }
}

fn heading(cx: &Context<'_>, duty: &Duty) -> Line {
    let (kind, _) = kind(duty);
    let args = [("subject", who(duty).into()), ("kind", kind.into()), ("name", other(cx, duty).into())];
    capitalised(cx.say("duty-heading", &args))
}

/// `We will`, `You must not`.
fn lead_in(cx: &Context<'_>, duty: &Duty) -> Line {
    let (kind, _) = kind(duty);
    let args = [("subject", who(duty).into()), ("kind", kind.into()), ("name", other(cx, duty).into())];
    capitalised(cx.say("duty-subject", &args))
}

/// A duty as a sentence of its own, with its list below it.
fn alone(cx: &Context<'_>, duty: &Duty) -> Vec<Block> {
    let (what, holds) = what(cx, duty);
    let args = [("who", lead_in(cx, duty).into()), ("kind", kind(duty).0.into()), ("what", what.into())];
    let line = clause::followed(cx.say("duty-sentence", &args), holds);
    if duty.items.is_empty() {
        return vec![clause::paragraph(&duty.clause.anchor, clause::around(cx, &duty.clause, line))];
    }
    let (lead, rest) = lead_of_list(cx, duty, line);
    let mut blocks = vec![clause::paragraph(&duty.clause.anchor, lead), list(cx, &duty.items)];
    if !rest.is_empty() {
        blocks.push(Block::paragraph(rest));
    }
    blocks
}

/// A duty as an item of a list.
fn item(cx: &Context<'_>, duty: &Duty) -> Item {
    let (what, holds) = what(cx, duty);
    let words = clause::followed(what, holds);
    let name = plain_text(&text::inline(cx, &duty.text));
    if duty.items.is_empty() {
        let line = clause::around(cx, &duty.clause, capitalised(words));
        return Item::clause(&duty.clause.anchor, name, line);
    }
    let (lead, rest) = lead_of_list(cx, duty, capitalised(words));
    let mut item = Item::clause(&duty.clause.anchor, name, lead);
    item.content.push(list(cx, &duty.items));
    if !rest.is_empty() {
        item.content.push(Block::paragraph(rest));
    }
    item
}

/// The words before the list of a duty, and what else is said of it; the marks of notes stand with the words.
fn lead_of_list(cx: &Context<'_>, duty: &Duty, words: Line) -> (Line, Line) {
    let mut lead = words;
    push_words(&mut lead, ":");
    let rest = clause::around(cx, &duty.clause, Line::new());
    if rest.iter().all(|inline| matches!(inline, Inline::NoteRef(_))) {
        push_all(&mut lead, rest);
        return (lead, Line::new());
    }
    (lead, rest)
}

/// The things of a duty.
fn list(cx: &Context<'_>, things: &[DutyItem]) -> Block {
    let shown = things.iter().filter(|item| cx.shows(&item.clause));
    let items = shown.map(|item| {
        let title = cx.title(&item.clause);
        let name = plain_text(&title);
        let line = clause::conditioned(cx, &item.clause, capitalised(title));
        let line =
            if clause::is_silent(&item.clause) { line } else { clause::around(cx, &item.clause, line) };
        if item.items.is_empty() {
            return Item::clause(&item.clause.anchor, name, line);
        }
        let mut lead = unstopped(line);
        push_words(&mut lead, ":");
        let mut whole = Item::clause(&item.clause.anchor, name, lead);
        whole.content.push(list(cx, &item.items));
        whole
    });
    Block::bullets(items.collect())
}

/// What is to be done, when, how soon, except what, and in which cases; of what is long these are a second sentence.
fn what(cx: &Context<'_>, duty: &Duty) -> (Line, Line) {
    let mut words = text::inline(cx, &duty.text);
    if duty.usually {
        words = cx.say("duty-usually", &[("kind", kind(duty).0.into()), ("what", words.into())]);
    }
    let mut times: Vec<Line> = Vec::new();
    if let Some(event) = &duty.on {
        times.push(cx.wording().at_event(event).into());
    }
    if let Some(rhythm) = &duty.every {
        times.push(cx.wording().every(rhythm).into());
    }
    if let Some(day) = duty.by {
        times.push(cx.say("duty-by", &[("day", cx.words.date_point(day).into())]));
    }
    if let Some((duration, of)) = duty.within.as_deref() {
        let within: Line = cx.wording().within_stated(duration).into();
        times.push(match of {
            Some(event) => {
                let args = [("within", within.into()), ("after", cx.wording().after_event(event).into())];
                cx.say("within-after", &args)
            }
            None => within,
        });
    }
    if !times.is_empty() {
        words = timed(cx, words, cx.words.commas(times).into());
    }
    if let Some(except) = &duty.except {
        let except = text::inline(cx, except);
        words = cx.say("duty-except", &[("what", words.into()), ("except", except.into())]);
    }
    clause::loosely(cx, &duty.clause, words)
}

/// What is to be done, with a time; some languages set it off when the words before it are many.
fn timed(cx: &Context<'_>, words: Line, time: Line) -> Line {
    let long = if plain_text(&words).split(' ').count() > 6 { "yes" } else { "no" };
    cx.say("duty-when", &[("what", words.into()), ("time", time.into()), ("long", long.into())])
}
