//! An availability that is promised as a ceiling: "up to 99.9%".

use super::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::lint::prose::{Kind, Little, Tag};

/// Shares from here on are only ever meant as a floor.
const HIGH: f64 = 95.0;

/// What stands behind a share, word by word.
const PERCENT: [&[&str]; 8] = [
    &["%"],
    &["percent"],
    &["prozent"],
    &["procent"],
    &["per", "cent"],
    &["pour", "cent"],
    &["por", "cien"],
    &["por", "ciento"],
];

/// Looks at every "up to" before a high share.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    for passage in context.prose().with(Tag::Ceiling) {
        for mark in passage.marks(Tag::Ceiling) {
            let tokens = passage.tokens();
            let about =
                passage.place.keyword == "availability" || tokens.says(mark.sentence(), &[Tag::Availability]);
            let at = mark.tokens().end;
            let Some((number, behind)) = tokens.all.get(at..).and_then(<[_]>::split_first) else { continue };
            let stands = |words: &&&[&str]| {
                behind.len() >= words.len()
                    && behind.iter().zip(**words).all(|(token, word)| token.text == *word)
            };
            let Some(sign) = PERCENT.iter().find(stands) else { continue };
            let share: f64 = number.text.replace(',', ".").parse().unwrap_or(0.0);
            // How it was is no promise.
            let was = || passage.says_little(mark.sentence(), &[Little::Past]);
            if !about || number.kind != Kind::Number || !(HIGH..100.0).contains(&share) || was() {
                continue;
            }
            let written = passage.written(mark.tokens().start..at + 1 + sign.len());
            findings.push(
                Diagnostic::new(
                    &registry::FLOOR_AS_CEILING,
                    passage.span(mark.tokens()),
                    format!("`{written}` promises that it is never better"),
                )
                .label("this is the most, not the least")
                .help("say `at least`"),
            );
        }
    }
}
