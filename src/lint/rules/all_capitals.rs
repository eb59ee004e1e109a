//! Several words in a row in capitals.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::lint::prose::{Kind, Role};

/// Fewer words may be names and abbreviations.
const SEVERAL: usize = 4;

/// Looks at every text.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    for passage in &context.prose().passages {
        if (passage.scanned.words as usize) < SEVERAL || passage.place.role == Role::Address {
            continue;
        }
        let content = passage.piece.content.as_str();
        // Where no two capitals stand side by side, no word is in capitals.
        if !content.as_bytes().windows(2).any(|pair| pair.iter().all(u8::is_ascii_uppercase)) {
            continue;
        }
        let tokens = &passage.tokens().all;
        let capital = |at: usize| {
            let written = &content[tokens[at].range()];
            tokens[at].kind == Kind::Word && written.chars().all(char::is_uppercase)
        };
        let mut at = 0;
        while at < tokens.len() {
            let start = at;
            while at < tokens.len() && capital(at) && tokens[at].sentence() == tokens[start].sentence() {
                at += 1;
            }
            let letters: usize = tokens[start..at].iter().map(|token| token.range().len()).sum();
            if at - start >= SEVERAL && letters > 3 * (at - start) {
                findings.push(
                    Diagnostic::new(
                        &registry::ALL_CAPITALS,
                        passage.span(start..at),
                        "words in capitals are hard to read",
                    )
                    .label("all in capitals")
                    .help("write them in small letters; `**…**` makes strong what matters most"),
                );
            }
            at = at.max(start + 1);
        }
    }
}
