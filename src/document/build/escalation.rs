//! Who is told when a promise is about to be missed, and whom a customer can turn to.
//!
//! In: an escalation. Out: a part with numbered steps, each with its moment and its people.

use super::clause;
use super::context::Context;
use super::line::{Line, capitalised, sentence, spaced};
use super::{channel, role, values};
use crate::document::model::{Anchor, Block, Item, Section, Step, plain_text};
use crate::hir::{Escalation, Moment, Rung};
use crate::value::{Decimal, Name, Stated};

/// The part of an escalation.
pub fn section(cx: &Context<'_>, name: &Name) -> Option<Section> {
    let escalation = cx.program.escalations.get(name)?;
    let mut section = Section::new(&escalation.clause.anchor, "");
    section.title = capitalised(cx.title(&escalation.clause));
    section.blocks = blocks(cx, escalation);
    Some(section)
}

fn blocks(cx: &Context<'_>, escalation: &Escalation) -> Vec<Block> {
    let shown: Vec<&Rung> = escalation.rungs.iter().filter(|rung| cx.shows(&rung.clause)).collect();
    let (turns, steps): (Vec<&Rung>, Vec<&Rung>) =
        shown.into_iter().partition(|rung| matches!(rung.moment, Moment::Turn(_)));
    let mut blocks: Vec<Block> =
        clause::opening(cx, &escalation.clause, raised(cx, escalation)).into_iter().collect();
    if !steps.is_empty() {
        blocks.push(Block::Steps(steps.iter().map(|rung| step(cx, rung)).collect()));
        if steps.iter().any(|rung| runs_on_clock(&rung.moment)) {
            blocks.push(Block::paragraph(cx.say("escalation-clock", &[])));
        }
    }
    if !turns.is_empty() {
        let count = turns.len();
        // Where nobody can raise it, nobody is told whom to turn to: it passes from one of us to the next.
        let phrase = if escalation.raised.is_empty() { "escalation-pass" } else { "escalation-turn" };
        let items = turns.iter().enumerate().map(|(at, rung)| turn(cx, rung, phrase, at, count));
        blocks.push(if count == 1 {
            Block::bullets(items.collect())
        } else {
            Block::numbered(items.collect())
        });
    }
    blocks.extend(clause::closing(cx, &escalation.clause));
    blocks
}

/// Whether a step is counted on the clock of a promise: neither when it is missed, nor when something happens.
fn runs_on_clock(moment: &Moment) -> bool {
    match moment {
        Moment::Share(share, _) => *share != Decimal::whole(100),
        Moment::Before(..) | Moment::After(..) | Moment::Again(..) => true,
        Moment::Event(_) | Moment::Turn(_) => false,
    }
}

/// Who can ask for it, and by which channels; lines with the same channels are one sentence.
fn raised(cx: &Context<'_>, escalation: &Escalation) -> Vec<Line> {
    let mut groups: Vec<(Vec<&Name>, &Vec<Name>, &crate::hir::Clause)> = Vec::new();
    for (by, via, clause) in escalation.raised.iter().filter(|(_, _, clause)| cx.shows(clause)) {
        let plain = clause.when.is_none() && clause.because.is_empty() && clause.notes.is_empty();
        match groups.iter_mut().find(|(_, known, first)| *known == via && plain && first.when.is_none()) {
            Some((people, _, _)) => people.push(by),
            None => groups.push((vec![by], via, clause)),
        }
    }
    groups
        .into_iter()
        .map(|(people, via, clause)| {
            let customer = people.len() == 1 && people[0] == "customer";
            let people = cx.or(people.into_iter().map(|name| role::the(cx, name)).collect());
            let channels = cx.or(via.iter().map(|name| super::channel::the(cx, name)).collect());
            let args = [
                ("who", if customer { "customer" } else { "other" }.into()),
                ("people", people.into()),
                ("via", if via.is_empty() { "no" } else { "yes" }.into()),
                ("channels", channels.into()),
            ];
            clause::statement(cx, clause, cx.say("escalation-raised", &args))
        })
        .collect()
}

/// A step that comes by itself.
fn step(cx: &Context<'_>, rung: &Rung) -> Step {
    let moment = match &rung.moment {
        Moment::Event(event) => cx.wording().at_event(event).into(),
        Moment::Share(share, commitment) => {
            let kind = match share {
                share if *share == Decimal::whole(100) => "breach",
                share if *share == Decimal::whole(50) => "half",
                _ => "share",
            };
            let args = [
                ("kind", kind.into()),
                ("share", cx.words.share(*share).into()),
                ("commitment", cx.wording().title_with_article("commitment", commitment).into()),
            ];
            cx.say("escalation-at", &args)
        }
        Moment::Before(duration, commitment) => offset(cx, "before", duration, commitment),
        Moment::After(duration, commitment) => offset(cx, "after", duration, commitment),
        Moment::Again(every, commitment, most) => cx.wording().again(every, commitment, *most).into(),
        Moment::Turn(_) => Line::new(),
    };
    let people = cx.and(rung.people.iter().map(|name| role::the(cx, name)).collect());
    let notified = cx.say("escalation-notify", &[("people", people.into())]);
    let people = sentence(clause::conditioned(cx, &rung.clause, notified));
    let content = spaced([people, around(cx, rung)]);
    Step { anchor: Some(Anchor::new(&rung.clause.anchor)), title: capitalised(moment), content }
}

fn offset(
    cx: &Context<'_>,
    side: &'static str,
    duration: &crate::value::Duration,
    commitment: &Name,
) -> Line {
    let args = [
        ("side", side.into()),
        ("duration", values::duration(cx, duration).into()),
        ("commitment", cx.wording().title_with_article("commitment", commitment).into()),
    ];
    cx.say("escalation-offset", &args)
}

/// What the step says besides, without a statement of its own.
fn around(cx: &Context<'_>, rung: &Rung) -> Line {
    let mut line = spaced([clause::means(cx, &rung.clause), spaced(clause::remarks(cx, &rung.clause))]);
    super::line::push_all(&mut line, clause::marks(cx, &rung.clause.notes));
    line
}

/// A person whom the customer turns to, or to whom it passes, in their turn.
fn turn(cx: &Context<'_>, rung: &Rung, phrase: &str, at: usize, count: usize) -> Item {
    let people: Vec<Line> = rung.people.iter().map(|name| with_address(cx, name)).collect();
    let order = if at == 0 { "first" } else { "then" };
    let answer = match &rung.moment {
        Moment::Turn(Some(duration)) => Some(duration),
        Moment::Turn(None)
        | Moment::Event(_)
        | Moment::Share(..)
        | Moment::Before(..)
        | Moment::After(..)
        | Moment::Again(..) => None,
    };
    let answers = match answer {
        Some(Stated::Known(_)) => "yes",
        Some(Stated::Unfilled(_)) => "unfilled",
        None => "no",
    };
    let mut args = vec![
        ("order", order.into()),
        ("count", count.into()),
        ("people", cx.or(people).into()),
        ("answers", answers.into()),
    ];
    args.extend(answer.into_iter().flat_map(|duration| values::stated_args(cx, duration)));
    let line = clause::statement(cx, &rung.clause, cx.say(phrase, &args));
    let name = plain_text(&line);
    Item::clause(&rung.clause.anchor, name, line)
}

/// Somebody with the address to write to.
fn with_address(cx: &Context<'_>, name: &Name) -> Line {
    let person = role::the(cx, name);
    let role = cx.program.roles.get(name).map(|role| &role.addresses);
    let addresses = role.or_else(|| cx.program.parties.get(name).map(|party| &party.addresses));
    match addresses.and_then(|addresses| addresses.first()) {
        Some(address) => {
            let address = channel::address(cx, address);
            cx.say("escalation-address", &[("person", person.into()), ("place", address.into())])
        }
        // Of somebody without an address the reader should know at least that it is none of us.
        None if cx.program.parties.get(name).is_some_and(|party| party.third) => {
            let third = cx.say("party-third", &[]);
            cx.say("escalation-address", &[("person", person.into()), ("place", third.into())])
        }
        None => person,
    }
}
