//! The word of the header for working time, in what findings offer: `3 working days` where it says `working hours`.
//!
//! In: findings with fixes in which working time is named, and the header of a policy. Out: the same, in its word. Nothing is
//! changed of what somebody wrote.

use crate::diagnostic::Diagnostic;

/// What the language calls working time in a fix, and in the other word.
const UNITS: [(&str, &str); 2] = [("business hour", "working hour"), ("business day", "working day")];

/// Puts the header's word into the fixes of findings.
pub(super) fn in_words_of_header(word: &str, findings: &mut [Diagnostic]) {
    if word != "working" {
        return;
    }
    for finding in findings.iter_mut().filter(|finding| !finding.fixes.is_empty()) {
        let mut changed: Vec<(String, String)> = Vec::new();
        for edit in finding.fixes.iter_mut().flat_map(|fix| &mut fix.edits) {
            if let Some(text) = working(&edit.text) {
                changed.push((format!("`{}`", edit.text.trim()), format!("`{}`", text.trim())));
                edit.text = text;
            }
        }
        for (old, new) in changed {
            let fixes = finding.fixes.iter_mut().map(|fix| &mut fix.title);
            let texts = fixes.chain([&mut finding.message, &mut finding.label]).chain(&mut finding.help);
            texts.for_each(|text| *text = text.replace(&old, &new));
        }
    }
}

/// A text with its lengths of working time in the other word; the next and the same business day have only one.
fn working(text: &str) -> Option<String> {
    let mut said = text.to_owned();
    for (business, working) in UNITS {
        let mut from = 0;
        while let Some(found) = said.get(from..).and_then(|rest| rest.find(business)) {
            let at = from + found;
            let before = said[..at].trim_end();
            let counted =
                before.ends_with(|c: char| c.is_ascii_digit() || c == '?') || before.ends_with("every");
            if counted {
                said.replace_range(at..at + business.len(), working);
            }
            from = at + working.len();
        }
    }
    (said != text).then_some(said)
}

#[cfg(test)]
mod tests {
    use super::working;

    #[test]
    fn lengths_alone_have_the_word_of_the_header() {
        for (business, meant) in [
            ("4 business hours", Some("4 working hours")),
            ("within 1 business day", Some("within 1 working day")),
            ("4 to 8 business days", Some("4 to 8 working days")),
            ("every business day", Some("every working day")),
            ("? business hours", Some("? working hours")),
            ("next business day", None),
            ("business hours office", None),
            ("4 hours", None),
        ] {
            assert_eq!(working(business).as_deref(), meant, "{business}");
        }
    }
}
