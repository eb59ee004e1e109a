//! Two sentences that let the same requests wait for the next business day, from two times on.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::Audience;
use crate::lint::prose::{Passage, Tag, Token};
use crate::source::Span;
use std::collections::BTreeMap;
use std::ops::Range;

/// Of which requests a sentence speaks, for whom, and what it says of them: all its words but for the time.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct About<'a> {
    owner: Option<Span>,
    audience: &'a Audience,
    words: Vec<&'a str>,
}

/// Looks at the sentences that say from when on something counts for another business day.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let mut known: BTreeMap<About<'_>, (u32, Span, &str)> = BTreeMap::new();
    // Fewer texts speak of business days than of what comes in.
    for passage in context.prose().with(Tag::BusinessDay).filter(|passage| passage.has(Tag::Receive)) {
        let last = passage.tokens().all.last().map_or(0, Token::sentence);
        for sentence in 0..=last {
            let Some((about, minutes, tokens)) = cut_off(passage, sentence) else { continue };
            let (span, written) = (passage.span(tokens.clone()), passage.written(tokens));
            let (first, there, other) = *known.entry(about).or_insert((minutes, span, written));
            if first == minutes {
                continue;
            }
            findings.push(
                Diagnostic::new(
                    &registry::TWO_CUT_OFFS,
                    span,
                    format!("the day is cut off at `{written}` here, and at `{other}` elsewhere"),
                )
                .label("which of the two counts?")
                .related(there, "another time")
                .help("say it once, or say which requests each of them is for"),
            );
        }
    }
}

/// What a sentence says that names one time of day, a business day, and that something comes in.
fn cut_off<'a>(passage: &'a Passage<'_>, sentence: usize) -> Option<(About<'a>, u32, Range<usize>)> {
    let (tokens, place) = (passage.tokens(), &passage.place);
    if !tokens.says(sentence, &[Tag::Receive]) || !tokens.says(sentence, &[Tag::BusinessDay]) {
        return None;
    }
    let [(minutes, time)] = &passage.times(sentence)[..] else { return None };
    let of = tokens.sentence(sentence);
    let others = of.filter(|at| !time.contains(at)).map(|at| tokens.all[at].text.as_str());
    // What is said of a channel or a calendar is said of it alone.
    let owner = (!matches!(place.keyword, "policy" | "section")).then_some(place.owner.span);
    let words = others.filter(|word| !FILLING.contains(word)).collect();
    Some((About { owner, audience: place.audience, words }, *minutes, time.clone()))
}

/// Words in which two sentences may differ and say the same.
const FILLING: [&str; 8] = ["that", "which", "are", "is", "have", "has", "been", "the"];
