//! What tells one finding from all others and stays when lines move: for baselines, and for tools that follow findings over time.
//!
//! It is made of the rule, the file, the words of the line and the message, so that the same finding in a file that grew or
//! was laid out anew is the same, and one of which the figures changed is another. The days of an example that the tool has
//! chosen itself move with the day of the check, so they do not count.

use std::borrow::Cow;
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
        let message = match finding.instant {
            // What the days were worked out of stands in the label.
            Some(_) => Cow::Owned(without_instants(&format!("{} {}", finding.message, finding.label))),
            None => Cow::Borrowed(finding.message.as_str()),
        };
        for part in [finding.code.name, &path(*found), &words.join(" "), &message] {
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

/// A message without its weekdays, dates and times of day.
fn without_instants(message: &str) -> String {
    const DAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    let when = |word: &str| {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        let day = bare.get(..3).is_some_and(|begin| DAYS.contains(&begin));
        let figures =
            bare.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'-' | b':' | b'T' | b'+'));
        (day && (bare.len() == 3 || bare.ends_with("day"))) || (figures && bare.contains(['-', ':']))
    };
    message.split(' ').filter(|word| !when(word)).collect::<Vec<_>>().join(" ")
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
    fn the_days_of_an_example_do_not_count_and_its_figures_do() {
        let said = without_instants;
        let one = "received Friday 2026-11-27 13:00:01, `a` is due Mon 2026-11-30 09:00, 4 hours later";
        assert_eq!(said(one), "received `a` is due 4 hours later");
        assert_eq!(said(one), said(&one.replace("11-", "12-").replace("Friday", "Sunday")));
        assert_ne!(said(one), said(&one.replace("4 hours", "5 hours")));
        let at = |message: &str, instant: Option<&str>| {
            let mut sources = Sources::default();
            let file = sources.add(Source::new("a", "x"));
            let mut finding = Diagnostic::new(&registry::UNFILLED, Span::new(file, 0, 1), message);
            finding.instant = instant.map(str::to_owned);
            fingerprints(&[Found { sources: &sources, finding: &finding }], |_| "a".to_owned())
        };
        let [first, second] = ["from 2026-11-27 on", "from 2026-11-28 on"];
        assert_eq!(at(first, Some("2026-11-27T00:00:00Z")), at(second, Some("2026-11-28T00:00:00Z")));
        assert_ne!(at(first, None), at(second, None), "a day that the author wrote counts");
    }

    #[test]
    fn what_is_alike_is_told_apart_by_its_order() {
        let all = of("a", "x\nx\nx", "m");
        assert_eq!(all.len(), 3);
        assert!(all[0] != all[1] && all[1] != all[2] && all[0] != all[2]);
        assert_eq!(all[..2], of("a", "x\nx", "m"));
    }
}
