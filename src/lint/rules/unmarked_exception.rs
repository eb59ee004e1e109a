//! A line that wins over a wider one only because it is narrower. Readers look for exceptions at the word `except`.
//!
//! Cells are left alone: a table shows by itself which row is the narrow one.

use super::{Context, Plain};
use crate::cases::{CaseSet, Near};
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::{Layer, Origin};
use crate::source::Span;
use std::collections::BTreeMap;

/// Of more rules than this those that may share a case are looked up.
const MANY: usize = 48;

/// Looks at every line of a base.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let program = context.program;
    let possible = program.space.possible();
    for set in context.rules() {
        let is_line = |rule: &Plain<'_>| rule.origin == Origin::Line && rule.layer == Layer::Base;
        if set.all.len() < 2 || !set.all.iter().any(is_line) {
            continue;
        }
        let regions: BTreeMap<usize, &CaseSet> =
            set.regions.iter().map(|region| (region.rule, &region.cases)).collect();
        let field = set.domain.and(possible);
        let inside: Vec<CaseSet> = set.all.iter().map(|rule| rule.cases.and(&field)).collect();
        // What is wider has more cases; counting once spares most comparisons of two sets.
        let counts: Vec<u128> = inside.iter().map(|cases| cases.count(&program.space)).collect();
        let may_be_wider = |other: usize, at: usize| match (counts.get(other), counts.get(at)) {
            (Some(large), Some(small)) => large > small || *large == u128::MAX,
            (None, _) | (_, None) => false,
        };
        // Of many only those that may share a case are looked at.
        let near = (set.all.len() > MANY).then(|| Near::new(inside.iter().cloned()));
        for (at, rule) in set.all.iter().enumerate() {
            let (Some(small), true) = (inside.get(at), is_line(rule)) else { continue };
            let others = near.as_ref().map_or_else(|| (0..set.all.len()).collect(), |near| near.to(small));
            let wider = others.into_iter().find_map(|other| {
                let wide = set.all.get(other).filter(|wide| other != at && wide.layer == Layer::Base)?;
                let large =
                    inside.get(other).filter(|_| may_be_wider(other, at) && !(set.same)(other, at))?;
                (small != large && small.is_subset_of(large)).then_some(wide)
            });
            let Some(wider) = wider else { continue };
            let decides = regions.get(&at).copied();
            let Some(case) = decides.and_then(|cases| cases.witness(&program.space)) else { continue };
            let (names, words) = context.legend().case(&program.space, &case, small);
            let finding = Diagnostic::new(
                &registry::UNMARKED_EXCEPTION,
                rule.span,
                format!("{} wins over a wider rule without saying so", rule.called("line")),
            )
            .label("narrower, so it wins")
            .related(wider.span, "the wider rule")
            .case(names, words)
            .help("begin it with `except`, so that readers see that it is one");
            findings.push(match rule.words {
                // An audience stands before every other word.
                Some(words) if !words.audience => {
                    let start = Span { end: words.span.start, ..words.span };
                    finding.fix("put `except` before it", false, start, "except ")
                }
                Some(_) | None => finding,
            });
        }
    }
}
