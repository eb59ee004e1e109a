//! A commitment that is a rhythm in some cases and a deadline in others: what is due once beside what is due again and again.
//!
//! What `until` names ends a rhythm, and is what a deadline is about, so that one of the two is probably another word than was
//! meant. The rarer one is taken for the mistake, and of as many the later one.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::{Commitment, Rule, say};
use crate::source::Span;
use crate::value::{Figure, Promise};
use std::cmp::Ordering;

/// Looks at every commitment.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    findings.extend(context.program.commitments.values().filter_map(|said| of_one(context, said)));
}

fn of_one(context: &Context<'_>, said: &Commitment) -> Option<Diagnostic> {
    let timed =
        said.rules.rules.iter().filter_map(|rule| is_rhythm(&rule.value.promise).map(|is| (rule, is)));
    let (rhythms, deadlines): (Vec<_>, Vec<_>) = timed.partition(|(_, rhythm)| *rhythm);
    let (first, due) = (rhythms.first()?.0, deadlines.first()?.0);
    let odd_rhythm = match rhythms.len().cmp(&deadlines.len()) {
        Ordering::Less => true,
        Ordering::Equal => first.span > due.span,
        Ordering::Greater => false,
    };
    let (odd, other) = if odd_rhythm { (first, due) } else { (due, first) };
    let kind = |rhythm: bool| if rhythm { "a rhythm" } else { "a deadline" };
    let finding = Diagnostic::new(
        &registry::RHYTHM_BESIDE_DEADLINE,
        odd.span,
        format!(
            "`{}` is {} here, `{}`, and {} elsewhere, `{}`",
            said.clause.name,
            kind(odd_rhythm),
            say::promise(&odd.value.promise),
            kind(!odd_rhythm),
            say::promise(&other.value.promise)
        ),
    )
    .label(if odd_rhythm { "due again and again" } else { "due once" })
    .related(other.span, if odd_rhythm { "due once" } else { "due again and again" });
    if odd_rhythm {
        return Some(finding.help("promise a deadline here too, or make two commitments of them"));
    }
    let alone = deadlines.len() == 1;
    Some(match as_rhythm(context, due).filter(|_| alone) {
        Some((place, meant)) => finding.fix(format!("change it to `{meant}`"), false, place, meant),
        None => {
            finding.help("promise a rhythm in each case, as `every 4 hours`, or make two commitments of them")
        }
    })
}

/// Whether something is due again and again; none for what is not due at any time.
fn is_rhythm(promise: &Promise) -> Option<bool> {
    match promise {
        Promise::Every(_) => Some(true),
        Promise::Within { .. } | Promise::By(_) | Promise::Release(_) => Some(false),
        Promise::BestEffort
        | Promise::None
        | Promise::No
        | Promise::AsAgreed(_)
        | Promise::AsDecided(_)
        | Promise::Unfilled => None,
    }
}

/// A deadline as a rhythm, and the place where it is written, with the word before it.
fn as_rhythm(context: &Context<'_>, rule: &Rule<Figure>) -> Option<(Span, String)> {
    let Promise::Within { from: None, to } = &rule.value.promise else { return None };
    let text = context.sources.get(rule.span.file).text();
    let before = &text[..rule.span.start as usize];
    let start = before.trim_end_matches([' ', '\t']).strip_suffix("within").map_or(before.len(), str::len);
    let length = say::duration(to);
    let end = before.len() + length.len();
    // How firm it is stands behind it, and how usual before it.
    (text.get(before.len()..end) == Some(length.as_str()))
        .then(|| (Span::new(rule.span.file, start, end), format!("every {length}")))
}
