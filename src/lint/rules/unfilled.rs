//! A figure that is not known yet: `?` in a cell or in the place of a value.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::source::Span;

/// Looks at every `?` that was read as a value.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    for (span, name) in &context.program.unfilled {
        let (what, help) = asked(context, *span, name);
        findings.push(
            Diagnostic::new(&registry::UNFILLED, *span, format!("a {what} of `{name}` is not filled in yet"))
                .label("`?` stands for something that is not known")
                .help(help),
        );
    }
}

/// What is not known of something, and what to do about it; `none` and `no` are named where they can be written.
fn asked(context: &Context<'_>, span: Span, name: &str) -> (&'static str, &'static str) {
    let program = context.program;
    let alone = stands_alone(context, span);
    if program.facts.contains_key(name) {
        ("value", "write it once it is known")
    } else if alone && program.commitments.contains_key(name) {
        ("figure", "write the figure, or `none` if nothing is promised")
    } else if alone && program.entitlements.contains_key(name) {
        ("figure", "write the limit, `yes`, or `no` if it is not granted")
    } else if alone && program.prices.contains_key(name) {
        ("figure", "write the price, or `none` if nothing is to be paid")
    } else if alone && program.products.contains_key(name) {
        ("date", "write the dates, or `no` if the release never has this phase")
    } else {
        ("figure", "write it once it is known")
    }
}

/// Whether a `?` is all that a cell or a statement says, so that a word may stand in its place.
fn stands_alone(context: &Context<'_>, span: Span) -> bool {
    let text = context.sources.get(span.file).text();
    let (before, after) = (&text[..span.start as usize], &text[span.end as usize..]);
    let before = before.trim_end_matches([' ', '\t']);
    let begins = before.ends_with(['|', '{', ';', '\n', '\r']) || before.ends_with("except");
    begins && !after.trim_start_matches([' ', '\t']).starts_with(',')
}
