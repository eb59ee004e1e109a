//! What tells one finding from all others and stays when lines move: for baselines, and for tools that follow findings over time.
//!
//! It is made of the rule, the file, the words of the line and the message, so that the same finding in a file that grew or
//! was laid out anew is the same, and one of which the figures changed is another.

use std::collections::BTreeMap;

use sha2::{Digest as _, Sha256};

use super::render::Found;

/// The fingerprints of findings, in their order; `path` is the name of the file by which they are to be known.
pub fn fingerprints<'a>(found: &[Found<'a>], path: impl Fn(Found<'a>) -> String) -> Vec<String> {
    // Two findings can be alike in all this; they are told apart by their order.
    let mut alike: BTreeMap<[u8; 32], usize> = BTreeMap::new();
    let mut fingerprint = |found: &Found<'a>| {
        let Found { sources, finding } = *found;
        let source = sources.get(finding.span.file);
        let line = source.lines().line_range(source.lines().line_of(finding.span.start as usize));
        let words: Vec<&str> = source.text().get(line).unwrap_or("").split_whitespace().collect();
        let mut hash = Sha256::new();
        for part in [finding.code.name, &path(*found), &words.join(" "), &finding.message] {
            hash.update(part.as_bytes());
            hash.update([0]);
        }
        let number = alike.entry(hash.clone().finalize().into()).or_default();
        hash.update(number.to_string());
        *number += 1;
        hash.finalize()[..16].iter().map(|byte| format!("{byte:02x}")).collect()
    };
    found.iter().map(&mut fingerprint).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Diagnostic, registry};
    use crate::source::{Source, Sources, Span};

    /// The fingerprints of a finding at each `x` of a text.
    fn of(path: &str, text: &str, message: &str) -> Vec<String> {
        let mut sources = Sources::default();
        let file = sources.add(Source::new(path, text));
        let at = text.match_indices('x').map(|(at, _)| Span::new(file, at, at + 1));
        let findings: Vec<Diagnostic> =
            at.map(|span| Diagnostic::new(&registry::UNFILLED, span, message)).collect();
        let found: Vec<Found<'_>> =
            findings.iter().map(|finding| Found { sources: &sources, finding }).collect();
        fingerprints(&found, |_| path.to_owned())
    }

    #[test]
    fn lines_can_move_and_be_laid_out_anew() {
        assert_eq!(of("a", "  one x\n", "m"), of("a", "before\n\n one   x\r\nbehind", "m"));
    }

    #[test]
    fn other_words_another_file_or_another_message_make_another() {
        let first = of("a", "one x", "m");
        for other in [of("b", "one x", "m"), of("a", "two x", "m"), of("a", "one x", "n")] {
            assert_ne!(first, other);
        }
    }

    #[test]
    fn what_is_alike_is_told_apart_by_its_order() {
        let all = of("a", "x\nx\nx", "m");
        assert_eq!(all.len(), 3);
        assert!(all[0] != all[1] && all[1] != all[2] && all[0] != all[2]);
        assert_eq!(all[..2], of("a", "x\nx", "m"));
    }
}
