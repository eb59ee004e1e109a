//! Words that were true when the text was written: "currently", "next year".

use super::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::Duty;
use crate::lint::prose::Tag;
use crate::value::DatePoint;

/// Looks at every such word.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    for passage in context.prose().with(Tag::Nowadays) {
        for mark in passage.marks(Tag::Nowadays) {
            let written = passage.written(mark.tokens());
            if names_a_year(written) && passage.place.duty.is_some_and(comes_back) {
                continue;
            }
            findings.push(
                Diagnostic::new(
                    &registry::DATED_WORDING,
                    passage.span(mark.tokens()),
                    format!("`{written}` is only right for a while"),
                )
                .label("when is that?")
                .help("name the date, or leave it out"),
            );
        }
    }
}

/// Whether a duty is done again and again: "next year" is then the year after each time.
fn comes_back(duty: &Duty) -> bool {
    duty.every.is_some() || duty.by.is_some_and(|day| matches!(day, DatePoint::Yearly(_)))
}

/// Whether the word is about years, in one of the languages that there are lists for.
fn names_a_year(written: &str) -> bool {
    let written = written.to_lowercase().replace('’', "'");
    ["year", "jaar", "jahr", "l'an", "année", "año", "年"].iter().any(|year| written.contains(year))
}
