//! Words and what they mean, parties, events, and other documents: one list of terms.
//!
//! In: the declarations of these kinds that stand together. Out: terms, each with its address as a link where it has one.

use super::context::Context;
use super::line::Line;
use super::{channel, clause, event, role};
use crate::document::model::{Block, Term};
use crate::hir::{Precedence, Ref};
use crate::value::Name;

/// Terms as a block; declarations of which nothing is said but their title have none.
pub fn blocks(cx: &Context<'_>, refs: &[&Ref]) -> Vec<Block> {
    let terms: Vec<Term> = refs.iter().filter_map(|of| term(cx, of)).collect();
    if terms.is_empty() { Vec::new() } else { vec![Block::Terms(terms)] }
}

fn term(cx: &Context<'_>, of: &Ref) -> Option<Term> {
    match of.keyword {
        "definition" => role::described(cx, cx.program.definitions.get(&of.name)?, Vec::new()),
        "party" => party(cx, &of.name),
        "event" => event::term(cx, &of.name),
        "document" => document(cx, &of.name),
        _ => None,
    }
}

fn party(cx: &Context<'_>, name: &Name) -> Option<Term> {
    let party = cx.program.parties.get(name)?;
    let mut before: Vec<Line> = party.addresses.iter().map(|address| channel::address(cx, address)).collect();
    // Of somebody of whom nothing else is said there is no more to read here than where the name stands.
    if party.third && !(before.is_empty() && clause::descriptions(cx, &party.clause).is_empty()) {
        before.push(cx.say("party-third", &[]));
    }
    let before: Line = cx.words.commas(before).into();
    role::described(cx, &party.clause, vec![super::line::capitalised_words(before)])
}

fn document(cx: &Context<'_>, name: &Name) -> Option<Term> {
    let document = cx.program.documents.get(name)?;
    let parts: Vec<Line> = document.addresses.iter().map(|address| channel::address(cx, address)).collect();
    if let Some(precedence) = document.precedence {
        let which = match precedence {
            Precedence::Prevails => "prevails",
            Precedence::Yields => "yields",
        };
        let remark = cx.say("document-precedence", &[("which", which.into())]);
        let address: Line = cx.words.commas(parts).into();
        return role::described(cx, &document.clause, vec![address, remark]);
    }
    let address: Line = cx.words.commas(parts).into();
    role::described(cx, &document.clause, vec![address])
}
