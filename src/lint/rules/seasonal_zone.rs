//! `CET` in a text: what the clocks are called for a part of the year only, so that all times are an hour off for the rest.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::lint::prose::{Passage, Role};
use crate::time::ZoneClock;
use std::ops::Range;

/// Where neither the policy nor anybody else names a year; the names hardly ever change.
const SOME_YEAR: i16 = 2026;

/// Looks for the names of the policy's own clocks in every text.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let policy = &context.program.policy;
    let Some(zone) = &policy.zone else { return };
    let maybe =
        |passage: &&Passage<'_>| passage.place.role != Role::Address && may_name(&passage.piece.content);
    let mut passages = context.prose().passages.iter().filter(maybe).peekable();
    if passages.peek().is_none() {
        return;
    }
    let year = policy.effective.or(context.today).map_or(SOME_YEAR, crate::time::Date::year);
    let Some(seasons) = ZoneClock::new(zone).seasons(year) else { return };
    let passages: Vec<&Passage<'_>> = passages.collect();
    let [winter, summer] = [0, 1].map(|at: usize| {
        let found = passages.iter().filter_map(|passage| Some((*passage, place(passage, &seasons[at])?)));
        found.collect::<Vec<_>>()
    });
    // Who names both, wherever, knows of both.
    let (found, other) = match (winter.is_empty(), summer.is_empty()) {
        (false, true) => (winter, &seasons[1]),
        (true, false) => (summer, &seasons[0]),
        _ => return,
    };
    for (passage, range) in found {
        // Beside a date it is exact.
        if names_a_year(&passage.piece.content) {
            continue;
        }
        let written = &passage.piece.content[range.clone()];
        findings.push(
            Diagnostic::new(
                &registry::SEASONAL_ZONE,
                passage.piece.place(range.clone()),
                format!("the clocks of {} show `{written}` for a part of the year only", zone.city()),
            )
            .label(format!("`{other}` for the rest of it"))
            .help(format!(
                "write `local time in {}`, or both, as in `{}/{}`",
                zone.city(),
                seasons[0],
                seasons[1]
            )),
        );
    }
}

/// Whether a text may hold such a name: all end with a T for "time", behind two capitals at least. What the clocks of a zone show is
/// worked out only then.
fn may_name(content: &str) -> bool {
    let bytes = content.as_bytes();
    memchr::memchr_iter(b'T', bytes).any(|at| at >= 2 && bytes[at - 2..at].iter().all(u8::is_ascii_uppercase))
}

/// Whether four figures stand in a text, as they do in a date.
fn names_a_year(content: &str) -> bool {
    content.as_bytes().split(|byte| !byte.is_ascii_digit()).any(|figures| figures.len() == 4)
}

/// Where a name stands as a word of its own that the author says.
fn place(passage: &Passage<'_>, name: &str) -> Option<Range<usize>> {
    let content = passage.piece.content.as_str();
    let alone = |range: &Range<usize>| {
        let before = content[..range.start].chars().next_back();
        let behind = content[range.end..].chars().next();
        let joined = |sign: char| sign.is_alphanumeric() || matches!(sign, '+' | '-' | '−');
        ![before, behind].into_iter().flatten().any(joined)
    };
    let stretches = passage.spoken.iter().map(|stretch| stretch.range.clone());
    let mut found = stretches.flat_map(|stretch| {
        let start = stretch.start;
        content[stretch].match_indices(name).map(move |(at, name)| start + at..start + at + name.len())
    });
    found.find(alone)
}
