//! What support does not cover and can still be had, at a price.
//!
//! In: an offer. Out: a part with who does it, how it is agreed, and a list of its rates; or a term when there is little
//! to say.

use super::clause;
use super::context::Context;
use super::line::{Line, capitalised, spaced};
use super::{price, values};
use crate::document::model::{Anchor, Block, Description, Item, Section, Term, Tone, plain_text};
use crate::hir::{Offer, Rate};
use crate::value::{Amount, Name};

/// Whether an offer has rates or terms, and so a part of its own.
pub fn is_large(cx: &Context<'_>, name: &Name) -> bool {
    cx.program.offers.get(name).is_some_and(|offer| {
        !offer.rates.is_empty()
            || offer.proposal.is_some()
            || offer.invoiced.is_some()
            || !offer.by.is_empty()
    })
}

/// An offer with rates, as a part of a section.
pub fn section(cx: &Context<'_>, name: &Name) -> Option<Section> {
    let offer = cx.program.offers.get(name)?;
    let mut section = Section::new(&offer.clause.anchor, "");
    section.title = capitalised(cx.title(&offer.clause));
    section.blocks = blocks(cx, offer);
    Some(section)
}

fn blocks(cx: &Context<'_>, offer: &Offer) -> Vec<Block> {
    let mut more = Vec::new();
    if !offer.by.is_empty() {
        let people = offer.by.iter().map(|name| super::role::the(cx, name)).collect();
        more.push(cx.say("offer-by", &[("people", cx.and(people).into())]));
    }
    if let Some(proposal) = offer.proposal.as_ref().filter(|proposal| cx.shows(proposal)) {
        more.push(clause::statement(cx, proposal, cx.say("offer-proposal", &[])));
    }
    if let Some(invoiced) = &offer.invoiced {
        more.push(cx.say("offer-invoiced", &[("period", values::frequency(cx, invoiced).into())]));
    }
    let mut blocks = clause::closing(cx, &offer.clause);
    let opening = clause::opening(cx, &offer.clause, more);
    // Words about the offer come before its terms, as an author would put them.
    let at = usize::from(!offer.clause.prose.is_empty() && !blocks.is_empty());
    if let Some(opening) = opening {
        blocks.insert(at.min(blocks.len()), opening);
    }
    let rates: Vec<&Rate> = offer.rates.iter().filter(|rate| cx.shows(&rate.clause)).collect();
    if !rates.is_empty() {
        let mut items = Vec::new();
        for rate in &rates {
            let line = clause::statement(cx, &rate.clause, rate_line(cx, rate, &rates));
            let line = capitalised(line);
            items.push(Item::clause(&rate.clause.anchor, plain_text(&line), line));
        }
        blocks.push(Block::bullets(items));
    }
    blocks
}

/// The rates in a line, for texts that quote them.
pub fn rates_line(cx: &Context<'_>, offer: &Offer) -> Line {
    let rates: Vec<&Rate> = offer.rates.iter().filter(|rate| cx.shows(&rate.clause)).collect();
    let lines = rates.iter().map(|rate| clause::conditioned(cx, &rate.clause, rate_line(cx, rate, &rates)));
    super::line::joined(lines, "; ")
}

/// `EUR 150 per hour during office hours, in steps of 15 minutes`.
fn rate_line(cx: &Context<'_>, rate: &Rate, all: &[&Rate]) -> Line {
    let mut line = match &rate.amount {
        Amount::Times(times, _) => match price::multiplied(*times, all) {
            Some(found) => {
                let remark = cx.say("offer-times", &[("times", cx.words.number(*times).into())]);
                let rate = values::rate(cx, &found);
                cx.say("offer-multiplied", &[("rate", rate.into()), ("remark", remark.into())])
            }
            None => values::amount(cx, &rate.amount),
        },
        amount => values::amount(cx, amount),
    };
    if let Some(during) = &rate.during {
        let calendar = super::calendar::reference(cx, during);
        line = cx.say("offer-during", &[("rate", line.into()), ("calendar", calendar.into())]);
    }
    if let Some(outside) = &rate.outside {
        let calendar = super::calendar::reference(cx, outside);
        line = cx.say("offer-outside", &[("rate", line.into()), ("calendar", calendar.into())]);
    }
    let mut parts = vec![line];
    if let Some(least) = &rate.least {
        parts.push(cx.say("offer-least", &[("duration", values::duration(cx, least).into())]));
    }
    if let Some(steps) = &rate.steps {
        parts.push(cx.say("offer-steps", &values::duration_args(cx, steps)));
    }
    cx.words.commas(parts).into()
}

/// An offer of which there is little to say, as a term.
pub fn term(cx: &Context<'_>, name: &Name) -> Option<Term> {
    let offer = cx.program.offers.get(name)?;
    let mut lines = clause::descriptions(cx, &offer.clause);
    if lines.is_empty() {
        let uses = excluded_for(cx, name);
        if uses.is_empty() {
            return None;
        }
        lines.push((Tone::Plain, cx.say("offer-instead-of", &[("things", cx.and(uses).into())])));
    }
    let descriptions = lines.into_iter().map(|(tone, content)| Description { tone, content }).collect();
    let anchor = Some(Anchor::new(&offer.clause.anchor));
    Some(Term { anchor, name: capitalised(spaced([cx.title(&offer.clause)])), descriptions })
}

/// What the offer is there for: the exclusions that name it.
fn excluded_for(cx: &Context<'_>, name: &Name) -> Vec<Line> {
    let lines = cx.program.scope.iter().flat_map(|scope| &scope.excludes);
    lines
        .filter(|line| {
            cx.shows(&line.clause)
                && line.value.instead.iter().any(|(to, _)| to.keyword == "offer" && to.name == *name)
        })
        .map(|line| {
            let title = cx.say("quoted", &[("text", cx.title(&line.clause).into())]);
            cx.link_words(&line.clause, title)
        })
        .collect()
}
