//! What happens to a request: its states, the checks, the ways from state to state, and what is sent.
//!
//! In: a process. Out: a part with the states, the checks as steps, and a numbered list of transitions and messages.

use super::clause;
use super::context::Context;
use super::line::{Line, capitalised, joined, push_all, push_words, sentence, spaced, unlinked};
use super::{condition, role, text, values};
use crate::document::model::{Anchor, Block, Item, Section, Step, plain_text};
use crate::hir::{Check, End, Process, Sending, State, Transition};
use crate::value::Name;

/// The part of a process.
pub fn section(cx: &Context<'_>, name: &Name) -> Option<Section> {
    let process = cx.program.processes.get(name)?;
    let mut section = Section::new(&process.clause.anchor, "");
    section.title = capitalised(cx.title(&process.clause));
    section.blocks = blocks(cx, process);
    Some(section)
}

fn blocks(cx: &Context<'_>, process: &Process) -> Vec<Block> {
    let mut blocks: Vec<Block> = clause::opening(cx, &process.clause, Vec::new()).into_iter().collect();
    let states: Vec<&State> = process.states.iter().filter(|state| cx.shows(&state.clause)).collect();
    if !states.is_empty() {
        blocks.push(Block::paragraph(cx.say("process-states", &[("count", states.len().into())])));
        blocks.push(Block::bullets(states.iter().map(|state| state_item(cx, state)).collect()));
        blocks.extend(ends(cx, process).map(Block::paragraph));
    }
    let checks: Vec<&Check> = process.checks.iter().filter(|check| cx.shows(&check.clause)).collect();
    if !checks.is_empty() {
        blocks.push(Block::paragraph(cx.say("process-checks", &[("count", checks.len().into())])));
        blocks.push(Block::Steps(checks.iter().map(|check| step(cx, check)).collect()));
    }
    let mut ways: Vec<Item> = Vec::new();
    let shown = process.transitions.iter().filter(|transition| cx.shows(&transition.clause));
    for transition in shown {
        let first = process.states.first().is_some_and(|first| first.clause.name == transition.from);
        let asked = first && !process.checks.is_empty();
        ways.push(item(&transition.clause.anchor, transition_line(cx, transition, asked)));
    }
    let mut sent: Vec<Item> = Vec::new();
    for sending in process.sendings.iter().filter(|sending| cx.shows(&sending.clause)) {
        sent.push(item(&sending.clause.anchor, sending_line(cx, sending)));
    }
    if !ways.is_empty() {
        blocks.push(Block::paragraph(cx.say("process-ways", &[])));
        blocks.push(Block::numbered(ways));
    }
    if !sent.is_empty() {
        blocks.push(Block::paragraph(cx.say("process-sendings", &[])));
        blocks.push(Block::bullets(sent));
    }
    blocks.extend(clause::closing(cx, &process.clause));
    blocks
}

/// Where a request begins, and where it ends since no line leads on, or none after a time. A line that the reader does not see
/// leads on too, and is not told of: of where one does, nothing is said.
fn ends(cx: &Context<'_>, process: &Process) -> Option<Line> {
    let (first, others) = process.states.split_first()?;
    let moves = process.states.iter().any(|state| process.end(state) != End::Always);
    if others.is_empty() || !moves || !cx.shows(&first.clause) {
        return None;
    }
    let hidden = |state: &State| {
        let mut ways = process.transitions.iter().filter(|way| way.from == state.clause.name);
        ways.any(|way| !cx.shows(&way.clause))
    };
    let last = |end: End| -> Vec<Line> {
        let those = others.iter().filter(|state| !process.waits() && process.end(state) == end);
        those
            .filter(|state| !hidden(state))
            .filter(|state| cx.shows(&state.clause))
            .map(|state| quoted(cx, &state.clause.name))
            .collect()
    };
    let (always, in_time) = (last(End::Always), last(End::InTime));
    let yes_no = |yes: bool| if yes { "yes" } else { "no" }.into();
    let late = [("also", yes_no(!always.is_empty())), ("last", cx.or(in_time.clone()).into())];
    let late = (!in_time.is_empty()).then(|| cx.say("process-ends-in-time", &late));
    let args = [
        ("first", quoted(cx, &first.clause.name).into()),
        ("ends", yes_no(!always.is_empty())),
        ("last", cx.or(always).into()),
    ];
    Some(spaced([cx.say("process-ends", &args)].into_iter().chain(late)))
}

fn item(anchor: &str, line: Line) -> Item {
    Item::clause(anchor, plain_text(&line), line)
}

/// A state with what is said of it.
fn state_item(cx: &Context<'_>, state: &State) -> Item {
    let title = capitalised(cx.title(&state.clause));
    let name = plain_text(&title);
    let mut line = vec![clause::strong(title)];
    push_all(&mut line, clause::marks(cx, &state.clause.notes));
    let words = spaced(clause::descriptions_without_notes(cx, &state.clause));
    if !words.is_empty() {
        push_words(&mut line, ": ");
        push_all(&mut line, words);
    }
    Item::clause(&state.clause.anchor, name, line)
}

/// A state within a sentence: its title, quoted as a name.
pub fn state(cx: &Context<'_>, name: &Name) -> Line {
    match cx.find("state", name.as_str()) {
        Some(clause) => cx.link_words(clause, quoted(cx, name)),
        None => cx.named("state", name),
    }
}

/// A state among the others of its process, without a link.
fn quoted(cx: &Context<'_>, name: &Name) -> Line {
    let title =
        cx.find("state", name.as_str()).map_or_else(|| cx.named("state", name), |clause| cx.title(clause));
    cx.say("quoted", &[("text", title.into())])
}

/// A check: the question, who answers it, and what a "no" leads to.
fn step(cx: &Context<'_>, check: &Check) -> Step {
    let mut parts = Vec::new();
    if let Some(by) = &check.by {
        let who = if matches!(by.as_str(), "us" | "customer") { by.as_str() } else { "other" };
        let args = [("who", who.to_owned().into()), ("person", role::the(cx, by).into())];
        parts.push(sentence(cx.say("process-check-by", &args)));
    }
    if let Some(otherwise) = &check.otherwise {
        parts.push(cx.say("process-check-otherwise", &[("state", quoted(cx, otherwise).into())]));
    }
    parts.extend(clause::descriptions_without_notes(cx, &check.clause));
    let mut content = spaced(parts);
    push_all(&mut content, clause::marks(cx, &check.clause.notes));
    Step {
        anchor: Some(Anchor::new(&check.clause.anchor)),
        title: capitalised(cx.title(&check.clause)),
        content,
    }
}

/// `From “New” to “Accepted”: as soon as …`; a way that waits for nothing is open at once, unless checks are `asked` before.
fn transition_line(cx: &Context<'_>, transition: &Transition, asked: bool) -> Line {
    let args = [("from", quoted(cx, &transition.from).into()), ("to", quoted(cx, &transition.to).into())];
    let mut line = cx.say("process-way", &args);
    let mut reasons: Vec<Line> = Vec::new();
    if let Some(on) = &transition.on {
        reasons.push(cx.wording().at_event(on).into());
    }
    if let Some(within) = &transition.within {
        reasons.push(cx.wording().within_stated(within).into());
    }
    if let Some(after) = &transition.after {
        reasons.push(cx.say("process-after", &values::stated_args(cx, after)));
    }
    if let Some(when) = &transition.clause.when {
        if reasons.is_empty() {
            let words = cx.wording().condition(when).unwrap_or_default();
            let start = ("start", words.start().into());
            reasons.push(cx.say("process-when", &[start, ("condition", words.into())]));
        } else {
            push_words(&mut line, ": ");
            push_all(&mut line, joined(std::mem::take(&mut reasons), ", "));
            push_words(&mut line, ", ");
            push_all(&mut line, condition::when(cx, when).unwrap_or_default());
        }
    }
    let waits = [transition.on.is_some(), transition.within.is_some(), transition.after.is_some()];
    if !waits.contains(&true) && transition.clause.when.is_none() && !transition.clause.unfilled && !asked {
        reasons.push(cx.say("answer-at-once", &[]));
    }
    if !reasons.is_empty() {
        push_words(&mut line, ": ");
        push_all(&mut line, joined(reasons, ", "));
    }
    // The checks stand just above; a link to them in every line would say nothing.
    clause::around(cx, &transition.clause, unlinked(line))
}

/// `While it is “Waiting for you”, after 7 days: a reminder.`
fn sending_line(cx: &Context<'_>, sending: &Sending) -> Line {
    let what = text::inline(cx, &sending.text);
    let what = if sending.usually {
        cx.say("duty-usually", &[("kind", "will".into()), ("what", what.into())])
    } else {
        what
    };
    let state = quoted(cx, &sending.state);
    let line = match &sending.after {
        Some(after) => {
            let mut args = vec![("state", state.into()), ("what", what.into())];
            args.extend(values::stated_args(cx, after));
            cx.say("process-sends-after", &args)
        }
        None => cx.say("process-sends", &[("state", state.into()), ("what", what.into())]),
    };
    clause::statement(cx, &sending.clause, line)
}
