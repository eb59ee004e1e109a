//! Questions and answers.
//!
//! In: a question. Out: a part with the question as its heading, and where to read more.

use super::context::Context;
use super::line::{Line, capitalised, push_all};
use super::{clause, text};
use crate::document::model::{Block, Inline, Section};
use crate::value::Name;

/// The part of a question.
pub fn section(cx: &Context<'_>, name: &Name) -> Option<Section> {
    let question = cx.program.questions.get(name)?;
    let mut section = Section::new(&question.clause.anchor, "");
    section.title = capitalised(cx.title(&question.clause));
    section.blocks.extend(clause::opening(cx, &question.clause, Vec::new()));
    let mut answers = text::notes_as_blocks(cx, &question.answers);
    let about = about(cx, question);
    if !about.is_empty() {
        match answers.last_mut() {
            Some(Block::Paragraph(last)) if !links_to_any(&last.content, &about) => {
                super::line::push_words(&mut last.content, " ");
                push_all(&mut last.content, about);
            }
            Some(Block::Paragraph(_)) => {}
            _ => answers.push(Block::paragraph(about)),
        }
    }
    section.blocks.extend(answers);
    section.blocks.extend(clause::closing(cx, &question.clause));
    Some(section)
}

/// `See …`, for what the question is about.
fn about(cx: &Context<'_>, question: &crate::hir::Question) -> Line {
    let clauses = question.about.iter().filter_map(|of| cx.refers(of)).filter(|clause| cx.shows(clause));
    let things: Vec<Line> = clauses.map(|clause| cx.link(clause)).collect();
    if things.is_empty() { Line::new() } else { cx.say("page-see", &[("things", cx.and(things).into())]) }
}

/// Whether some words already lead to one of the places that others lead to.
fn links_to_any(words: &[Inline], others: &[Inline]) -> bool {
    let targets = |line: &[Inline]| -> Vec<crate::document::model::Target> {
        let target = |inline: &Inline| {
            if let Inline::Link { target, .. } = inline { Some(target.clone()) } else { None }
        };
        line.iter().filter_map(target).collect()
    };
    let known = targets(words);
    let wanted = targets(others);
    !wanted.is_empty() && wanted.iter().all(|target| known.contains(target))
}
