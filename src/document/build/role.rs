//! Roles and parties: who they are and where they can be reached.
//!
//! In: the name of a role or party. Out: a phrase for a sentence, or a term for a list of people.

use super::context::Context;
use super::line::{Line, capitalised, spaced};
use super::{channel, clause};
use crate::document::model::{Anchor, Description, Term, Tone};
use crate::value::Name;

/// Somebody within a sentence, with a link.
pub fn person(cx: &Context<'_>, name: &Name) -> Line {
    match name.as_str() {
        "us" | "customer" => cx.wording().object(name).into(),
        _ if cx.program.roles.contains_key(name) => cx.named("role", name),
        _ => cx.named("party", name),
    }
}

/// Somebody within a sentence, with the article that the language puts before what people do: `the support director`.
pub fn the(cx: &Context<'_>, name: &Name) -> Line {
    if cx.program.roles.contains_key(name) {
        cx.wording().title_with_article("role", name).into()
    } else {
        person(cx, name)
    }
}

/// A role as a term; `None` when the policy says nothing of it but its title.
pub fn term(cx: &Context<'_>, name: &Name) -> Option<Term> {
    let role = cx.program.roles.get(name)?;
    let addresses = role.addresses.iter().map(|address| channel::address(cx, address)).collect::<Vec<Line>>();
    described(cx, &role.clause, vec![cx.words.commas(addresses).into()])
}

/// A clause as a term with what is said of it and these lines before; `None` when there is nothing to say.
pub fn described(cx: &Context<'_>, clause: &crate::hir::Clause, before: Vec<Line>) -> Option<Term> {
    let mut lines: Vec<(Tone, Line)> = Vec::new();
    lines.extend(before.into_iter().filter(|line| !line.is_empty()).map(|line| (Tone::Plain, line)));
    lines.extend(clause::descriptions(cx, clause));
    if lines.is_empty() {
        return None;
    }
    let descriptions = lines.into_iter().map(|(tone, content)| Description { tone, content }).collect();
    let anchor = Some(Anchor::new(&clause.anchor));
    Some(Term { anchor, name: capitalised(spaced([cx.title(clause)])), descriptions })
}
