//! What every clause has besides its own statements: what it is, why, what else to read, notes, free text.
//!
//! In: a clause. Out: sentences around the sentence of a statement, or blocks under a declaration.

use super::context::Context;
use super::line::{Line, push_all, sentence, spaced, unstopped};
use super::{condition, named, text};
use crate::document::model::{Anchor, Block, Inline, Paragraph, Tone, plain_text};
use crate::hir::{Clause, Note};
use crate::value::Text;
use std::sync::Arc;

/// What a declaration is, as sentences in one line; a draft says that some of it waits.
pub fn means(cx: &Context<'_>, clause: &Clause) -> Line {
    spaced(clause.means.iter().map(|means| sentence(text::inline(cx, means))).chain([waits(cx, clause)]))
}

/// What of a clause is not known yet, as sentences: the address, the hours, or something that has no word of its own.
fn waits(cx: &Context<'_>, clause: &Clause) -> Line {
    if !clause.unfilled {
        return Line::new();
    }
    let mut whats: Vec<&str> = Vec::new();
    for tag in &clause.waiting {
        let what = match (clause.keyword, *tag) {
            (_, "address") => "address",
            ("channel", "open")
            | ("calendar", "open-weekly" | "open-dates" | "open-monthly" | "calendars") => "hours",
            ("calendar", "holidays" | "holidays-from") => "holidays",
            ("maintenance", "weekly" | "monthly" | "dates" | "outside") => "times",
            ("policy", "publisher") => "publisher",
            _ => "other",
        };
        if !whats.contains(&what) {
            whats.push(what);
        }
    }
    if whats.is_empty() {
        whats.push("other");
    }
    spaced(whats.into_iter().map(|what| cx.say("clause-unfilled", &[("what", what.into())])))
}

/// The marks of its notes.
pub fn marks(cx: &Context<'_>, notes: &[Note]) -> Line {
    let seen = notes.iter().filter(|note| cx.options.published.shows(&note.audience));
    seen.map(|note| cx.note(&note.text)).collect()
}

/// Where a declaration holds, in the words of its kind: `You have this plan if …`.
pub fn domain(cx: &Context<'_>, clause: &Clause) -> Line {
    let Some(cond) = &clause.when else { return Line::new() };
    if clause.keyword != "plan"
        && let Some(plans) = condition::only_plans(cx, cond)
        && named::beside_title(cx, &plain_text(&cx.title(clause)), cond).is_some()
    {
        let count = plans.len().into();
        return cx.say("clause-plans", &[("count", count), ("plans", cx.and(plans).into())]);
    }
    let left = if clause.title.is_some() {
        named::beside_title(cx, &plain_text(&cx.title(clause)), cond)
    } else {
        Some(cond.clone())
    };
    let Some(when) = left.and_then(|left| condition::when(cx, &left)) else { return Line::new() };
    let when = [("when", when.into())];
    match clause.keyword {
        "plan" => cx.say("plan-domain", &when),
        "channel" => cx.say("channel-domain", &when),
        _ => cx.say("clause-holds", &when),
    }
}

/// `See …`, or nothing.
pub fn see(cx: &Context<'_>, clause: &Clause) -> Line {
    let seen = clause.see.iter().filter_map(|to| cx.refers(to)).filter(|clause| cx.shows(clause));
    let things: Vec<Line> = seen
        .map(|clause| match clause.keyword {
            "document" => cx.wording().title_with_article("document", &clause.name).into(),
            _ => cx.link(clause),
        })
        .collect();
    if things.is_empty() { Line::new() } else { cx.say("page-see", &[("things", cx.and(things).into())]) }
}

/// The statement with its reasons, as one sentence; a reason of several sentences follows as it is.
pub fn with_because(cx: &Context<'_>, because: &[Arc<Text>], statement: Line) -> Line {
    let mut line = unstopped(statement);
    let mut after = Vec::new();
    for reason in because {
        let words = text::inline(cx, reason);
        if reason.in_language(cx.language).block || super::line::ends_sentence(&words) {
            after.push(sentence(words));
        } else {
            line = cx.say("clause-because", &[("statement", line.into()), ("reason", words.into())]);
        }
    }
    after.insert(0, sentence(line));
    spaced(after)
}

/// A statement as a sentence with all that its clause says: condition, reasons, what it is, what else to read, notes.
pub fn statement(cx: &Context<'_>, clause: &Clause, statement: Line) -> Line {
    let conditioned = conditioned(cx, clause, unstopped(statement));
    around(cx, clause, conditioned)
}

/// The same without the condition.
pub fn around(cx: &Context<'_>, clause: &Clause, statement: Line) -> Line {
    let mut line = spaced([
        with_because(cx, &clause.because, statement),
        means(cx, clause),
        spaced(shown(cx, &clause.prose).map(|note| sentence(text::inline(cx, &note.text)))),
        see(cx, clause),
    ]);
    push_all(&mut line, marks(cx, &clause.notes));
    line
}

/// Whether a clause says nothing about itself but its condition.
pub fn is_silent(clause: &Clause) -> bool {
    !clause.unfilled
        && clause.because.is_empty()
        && clause.means.is_empty()
        && clause.prose.is_empty()
        && clause.see.is_empty()
        && clause.notes.is_empty()
}

/// A phrase with the condition of its clause behind it.
pub fn conditioned(cx: &Context<'_>, clause: &Clause, phrase: Line) -> Line {
    condition::behind(cx, phrase, clause.when.as_ref())
}

/// A statement with its condition, which is a second sentence of one that is long or has a comma of its own.
pub fn loosely(cx: &Context<'_>, clause: &Clause, phrase: Line) -> (Line, Line) {
    let words = crate::document::model::plain_text(&phrase);
    if words.contains([',', ';', ':']) && clause.when.is_some() {
        (phrase, condition::holds(cx, clause.when.as_ref()))
    } else {
        (conditioned(cx, clause, phrase), Line::new())
    }
}

/// Words with a second sentence, if there is one.
pub fn followed(phrase: Line, second: Line) -> Line {
    if second.is_empty() { phrase } else { spaced([sentence(phrase), second]) }
}

/// What stands at the head of a declaration, as one paragraph: what it is, some sentences of its own, where it holds.
pub fn opening(cx: &Context<'_>, clause: &Clause, more: Vec<Line>) -> Option<Block> {
    let mut parts = vec![means(cx, clause), domain(cx, clause)];
    parts.extend(more);
    let mut line = spaced(parts);
    push_all(&mut line, marks(cx, &clause.notes));
    (!line.is_empty()).then(|| Block::paragraph(line))
}

/// What stands at the foot of a declaration: reasons, free text, what else to read.
pub fn closing(cx: &Context<'_>, clause: &Clause) -> Vec<Block> {
    let mut blocks = Vec::new();
    for reason in &clause.because {
        if reason.in_language(cx.language).block {
            blocks.extend(text::blocks(cx, reason));
        } else {
            let reason = text::inline(cx, reason);
            blocks.push(Block::paragraph(sentence(cx.say("page-because", &[("reason", reason.into())]))));
        }
    }
    blocks.extend(text::notes_as_blocks(cx, &clause.prose));
    let see = see(cx, clause);
    if !see.is_empty() {
        blocks.push(Block::paragraph(see));
    }
    blocks
}

/// All that a clause without statements says, in one line: for lists of words, people and values.
pub fn descriptions(cx: &Context<'_>, clause: &Clause) -> Vec<(Tone, Line)> {
    let mut first = spaced([means(cx, clause), domain(cx, clause)]);
    let mut rest = remarks(cx, clause);
    if first.is_empty() && !rest.is_empty() {
        first = rest.remove(0);
    }
    if first.is_empty() {
        // A note to nothing but a name is said at once.
        rest.extend(shown(cx, &clause.notes).map(|note| text::inline(cx, &note.text)));
    } else {
        push_all(&mut first, marks(cx, &clause.notes));
    }
    let lines = std::iter::once(first).chain(rest).filter(|line| !line.is_empty());
    lines.map(|line| (Tone::Plain, line)).collect()
}

/// The same without the marks of notes, for small print.
pub fn descriptions_without_notes(cx: &Context<'_>, clause: &Clause) -> Vec<Line> {
    let mut lines = vec![means(cx, clause), domain(cx, clause)];
    lines.extend(remarks(cx, clause));
    lines
}

/// What is said of a clause in words of its own: reasons, free text, what else to read.
pub fn remarks(cx: &Context<'_>, clause: &Clause) -> Vec<Line> {
    let mut lines: Vec<Line> = clause
        .because
        .iter()
        .map(|reason| sentence(cx.say("page-because", &[("reason", text::inline(cx, reason).into())])))
        .collect();
    lines.extend(shown(cx, &clause.prose).map(|note| text::inline(cx, &note.text)));
    lines.push(see(cx, clause));
    lines.retain(|line| !line.is_empty());
    lines
}

/// Everything that a clause says of itself but its condition, in one line: for what stands in a cell.
pub fn aside(cx: &Context<'_>, clause: &Clause) -> Line {
    let mut line = spaced(std::iter::once(means(cx, clause)).chain(remarks(cx, clause)));
    push_all(&mut line, marks(cx, &clause.notes));
    line
}

/// The notes among these that the reader may see.
pub fn shown<'n>(cx: &Context<'_>, notes: &'n [Note]) -> impl Iterator<Item = &'n Note> {
    let published = cx.options.published.clone();
    notes.iter().filter(move |note| published.shows(&note.audience))
}

/// Gives the first of some blocks a permanent name, if it can have one and has none yet.
pub fn anchor_first(blocks: &mut [Block], anchor: &str) -> bool {
    let anchor = Anchor::new(anchor);
    let Some(first) = blocks.first_mut() else { return false };
    let place = match first {
        Block::Paragraph(paragraph) => &mut paragraph.anchor,
        Block::Heading(heading) => &mut heading.anchor,
        Block::Table(table) => &mut table.anchor,
        Block::Figure(figure) => &mut figure.anchor,
        Block::List(list) => match list.items.first_mut() {
            Some(item) => &mut item.anchor,
            None => return false,
        },
        Block::Steps(steps) => match steps.first_mut() {
            Some(step) => &mut step.anchor,
            None => return false,
        },
        Block::Terms(terms) => match terms.first_mut() {
            Some(term) => &mut term.anchor,
            None => return false,
        },
        Block::Note(_)
        | Block::Quote(_)
        | Block::Code(_)
        | Block::Example(_)
        | Block::Beside(_)
        | Block::Separator => return false,
    };
    if place.is_some() {
        return false;
    }
    *place = Some(anchor);
    true
}

/// A paragraph that is a clause.
pub fn paragraph(anchor: &str, content: Line) -> Block {
    Block::Paragraph(Paragraph { anchor: Some(Anchor::new(anchor)), tone: Tone::Plain, content })
}

/// Words in bold.
pub fn strong(line: Line) -> Inline {
    Inline::Strong(line)
}
