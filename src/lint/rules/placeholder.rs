//! A placeholder that was left in a published text: `[company]`, `TBD`, `lorem ipsum`.
//!
//! Brackets that Markdown reads as a link or a box are none, and neither are brackets with figures or single letters.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::lint::prose::{Passage, Tag};
use std::ops::Range;

/// Looks at every text.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    for passage in context.prose().with(Tag::Placeholder) {
        for mark in passage.marks(Tag::Placeholder) {
            findings.push(finding(passage, passage.tokens().range(mark.tokens.clone())));
        }
    }
    for passage in &context.prose().passages {
        if passage.piece.content.contains('[') {
            for range in brackets(&passage.piece.content) {
                let spoken = passage
                    .spoken
                    .iter()
                    .any(|stretch| stretch.range.start <= range.start && range.start < stretch.range.end);
                if spoken {
                    findings.push(finding(passage, range));
                }
            }
        }
    }
}

fn finding(passage: &Passage<'_>, range: Range<usize>) -> Diagnostic {
    let written = passage.piece.content.get(range.clone()).unwrap_or("");
    Diagnostic::new(
        &registry::PLACEHOLDER,
        passage.piece.place(range),
        format!("`{written}` was to be filled in"),
    )
    .label("readers will see this")
    .help("write what belongs here; a figure that is not known yet is written `?` outside the text")
}

/// Words that tell what is to be written, in brackets that are no link.
fn brackets(content: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for (start, _) in content.match_indices('[') {
        let Some(length) = content[start..].find(']') else { break };
        let inside = &content[start + 1..start + length];
        let end = start + length + 1;
        let link =
            content[end..].starts_with(['(', '[', ':']) || content[..start].ends_with(['!', ']', '\\']);
        let words = inside.split_whitespace().count();
        let letters = inside.chars().filter(|c| c.is_alphabetic()).count();
        let plain = inside.chars().all(|c| c.is_alphabetic() || " -_/'’.".contains(c));
        if !link && plain && letters > 2 && (1..=6).contains(&words) {
            found.push(start..end);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::brackets;

    #[test]
    fn links_and_figures_in_brackets_are_no_placeholders() {
        for good in
            ["[our page](https://a.example)", "[x] done", "[1]", "![logo](a.png)", "[ref]: https://a.example"]
        {
            assert!(brackets(good).is_empty(), "{good}");
        }
        let found = brackets("Write to [company name].");
        assert_eq!(found.iter().map(|range| (range.start, range.end)).collect::<Vec<_>>(), [(9, 23)]);
    }
}
