//! A text that is in another language than it says.
//!
//! Told by the commonest words of each language, and only for texts of some length in which nearly all of those are of one
//! other language.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::lint::prose::{LANGUAGES, Passage};

/// A text with fewer such words can be in any language.
const ENOUGH: u16 = 4;

/// Looks at every text.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    for passage in &context.prose().passages {
        let common = passage.scanned.common;
        if common.iter().all(|count| *count < ENOUGH) {
            continue;
        }
        let own = passage.language.split('-').next().unwrap_or(passage.language);
        let Some(own_at) = LANGUAGES.iter().position(|known| *known == own) else { continue };
        let Some((at, most)) = (0..LANGUAGES.len())
            .filter(|at| *at != own_at)
            .map(|at| (at, common[at]))
            .max_by_key(|(_, count)| *count)
        else {
            continue;
        };
        let same_as_original = !std::ptr::eq(passage.piece, &raw const passage.text.original)
            && passage.piece.content == passage.text.original.content;
        if most < ENOUGH || common[own_at] * 4 > most || passage.text.everywhere || same_as_original {
            continue;
        }
        // Few of the words of a sentence of one's own language are of another.
        if u32::from(most) * 6 < passage.scanned.words || in_japanese(passage) != (LANGUAGES[at] == "ja") {
            continue;
        }
        findings.push(
            Diagnostic::new(
                &registry::OTHER_LANGUAGE,
                passage.piece.span,
                format!("this text seems to be in `{}`, not in `{}`", LANGUAGES[at], passage.language),
            )
            .label(format!("given as `{}`", passage.language))
            .help("translate it, or correct the language"),
        );
    }
}

/// Whether a text has Japanese letters, by which it is told better than by its words.
fn in_japanese(passage: &Passage<'_>) -> bool {
    let letters = passage.piece.content.chars().filter(|c| c.is_alphabetic());
    let (kana, all) = letters
        .fold((0, 0), |(kana, all), c| (kana + usize::from(('\u{3040}'..='\u{30FF}').contains(&c)), all + 1));
    kana * 4 > all
}
