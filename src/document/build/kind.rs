//! Named values of facts: severities, kinds of request, regions, languages, phases.
//!
//! In: the values that stand together in a section. Out: a list of terms, with a sentence before it that says what they are.

use super::clause;
use super::context::Context;
use super::line::{Line, capitalised, push_all, spaced};
use crate::document::model::{Anchor, Block, Description, Item, Term, Tone, plain_text};
use crate::hir::Clause;
use crate::value::Name;

/// Values of one kind as blocks.
pub fn blocks(cx: &Context<'_>, keyword: &'static str, names: &[&Name]) -> Vec<Block> {
    let clauses: Vec<&Clause> = names.iter().filter_map(|name| cx.find(keyword, name.as_str())).collect();
    if keyword == "language" {
        return languages(cx, &clauses);
    }
    let mut blocks = vec![Block::paragraph(cx.say("kind-lead", &[("keyword", keyword.into())]))];
    blocks.push(list(cx, &clauses));
    blocks
}

/// Terms when each of them is described, else a list of names with what is said of some.
pub fn list(cx: &Context<'_>, clauses: &[&Clause]) -> Block {
    let described: Vec<(&Clause, Vec<(Tone, Line)>)> =
        clauses.iter().map(|clause| (*clause, clause::descriptions(cx, clause))).collect();
    if described.iter().all(|(_, lines)| !lines.is_empty()) {
        return Block::Terms(described.into_iter().map(|(clause, lines)| term(cx, clause, lines)).collect());
    }
    let items = described.into_iter().map(|(clause, lines)| {
        let title = capitalised(cx.title(clause));
        let name = plain_text(&title);
        let mut line = vec![clause::strong(title)];
        if !lines.is_empty() {
            super::line::push_words(&mut line, ": ");
            push_all(&mut line, spaced(lines.into_iter().map(|(_, line)| line)));
        }
        Item::clause(&clause.anchor, name, line)
    });
    Block::bullets(items.collect())
}

fn term(cx: &Context<'_>, clause: &Clause, lines: Vec<(Tone, Line)>) -> Term {
    // What a value means comes first; examples of it are small print.
    let has_meaning = !clause.means.is_empty();
    let descriptions = lines.into_iter().enumerate().map(|(at, (tone, content))| Description {
        tone: if at > 0 && has_meaning { Tone::Small } else { tone },
        content,
    });
    Term {
        anchor: Some(Anchor::new(&clause.anchor)),
        name: capitalised(cx.title(clause)),
        descriptions: descriptions.collect(),
    }
}

/// `We answer in Dutch and English.`, with what is said of each.
fn languages(cx: &Context<'_>, clauses: &[&Clause]) -> Vec<Block> {
    let titles = clauses.iter().map(|clause| cx.title_within(clause)).collect();
    let mut parts = vec![
        cx.say("kind-languages", &[("count", clauses.len().into()), ("languages", cx.and(titles).into())]),
    ];
    for clause in clauses {
        cx.stand_in(&clause.anchor, "languages");
        let lines = clause::descriptions(cx, clause);
        parts.push(spaced(lines.into_iter().map(|(_, line)| line)));
    }
    vec![clause::paragraph("languages", spaced(parts))]
}
