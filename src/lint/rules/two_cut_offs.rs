//! Two sentences that let the same requests wait for the next business day, from two times on.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::lint::prose::{Passage, Tag};
use crate::source::Span;
use std::collections::BTreeMap;

/// Words that may stand behind the first one without saying which of these requests are meant: "that have been".
const NEAR: usize = 4;

/// Of which requests a sentence speaks, and before or after what: its first word, and that before the time.
type About<'a> = (&'a str, &'a str, &'a str);

/// Looks at the sentences that say from when on something counts for another business day.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let mut known: BTreeMap<About<'_>, (u32, Span, &str)> = BTreeMap::new();
    for passage in context.prose().with(Tag::Receive).filter(|passage| passage.has(Tag::BusinessDay)) {
        let last = passage.tokens().all.last().map_or(0, |token| token.sentence);
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
fn cut_off<'a>(
    passage: &'a Passage<'_>,
    sentence: usize,
) -> Option<(About<'a>, u32, std::ops::Range<usize>)> {
    let tokens = passage.tokens();
    let of = tokens.sentence(sentence);
    if !tokens.says(sentence, &[Tag::Receive]) || !tokens.says(sentence, &[Tag::BusinessDay]) {
        return None;
    }
    let [(minutes, time)] = &passage.times(sentence)[..] else { return None };
    let before = time.start.checked_sub(1).filter(|at| *at > of.start)?;
    let comes_in = tokens.marks_in(sentence).find(|mark| mark.tag == Tag::Receive)?.tokens.start;
    // What stands between tells some of these requests from others.
    if before.min(comes_in) > of.start + NEAR {
        return None;
    }
    let about = (passage.language, tokens.all[of.start].text.as_str(), tokens.all[before].text.as_str());
    Some((about, *minutes, time.clone()))
}
