//! A placeholder that was left in a published text: `[company]`, `TBD`, `lorem ipsum`.
//!
//! Brackets that Markdown reads as a link or a box are none, and neither are brackets with figures or single letters. Addresses
//! at `example.com`, which belongs to nobody, were to be filled in as well.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::lint::prose::{Kind, Little, Mark, Passage, Signs, Tag};
use crate::source::Span;
use crate::value::Text;
use std::ops::Range;

/// Looks at every text.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let blanks = addresses(context, findings);
    for passage in context.prose().with(Tag::Placeholder) {
        for mark in passage.marks(Tag::Placeholder).filter(|mark| stands_for_something(passage, mark)) {
            findings.push(finding(passage, passage.tokens().range(mark.tokens())));
        }
    }
    for passage in &context.prose().passages {
        if passage.signs.has(Signs::BRACKET) && !blanks.contains(&passage.piece.span) {
            for range in brackets(&passage.piece.content).into_iter().filter(|range| is_blank(passage, range))
            {
                if passage.speaks_at(range.start) {
                    findings.push(finding(passage, range));
                }
            }
        }
    }
}

/// Looks at the addresses of channels, roles, parties and documents; gives the places of those that are left to be written.
fn addresses(context: &Context<'_>, findings: &mut Vec<Diagnostic>) -> Vec<Span> {
    let mut found = Vec::new();
    for piece in context.program.addresses().flat_map(Text::pieces) {
        let written = piece.content.trim();
        let pointed = written.starts_with('<')
            && written.ends_with('>')
            && !written.contains("://")
            && !written.contains('@');
        if pointed || nobodys(written) || is_no_address(written) {
            findings.push(told(written, piece.span));
            found.push(piece.span);
        }
    }
    found
}

/// Whether nothing stands where an address belongs but a word in brackets, `[portal]`, or marks: `...`, `???`, `___`.
fn is_no_address(written: &str) -> bool {
    let inside = written.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
    let asked = inside.is_some_and(|inside| {
        inside.chars().any(char::is_alphabetic) && !inside.contains(['[', ']', '(', ':', '/', '@'])
    });
    asked || (!written.is_empty() && !written.contains(char::is_alphanumeric))
}

/// The domains that are kept free for examples, and those that stand for the reader's own.
const NOBODYS: [&str; 7] = [
    "example.com",
    "example.org",
    "example.net",
    "yourcompany.com",
    "your-company.com",
    "yourdomain.com",
    "your-domain.com",
];

/// Whether an address is at one of these domains.
fn nobodys(address: &str) -> bool {
    if address.contains(char::is_whitespace) {
        return false;
    }
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#', ':']).next().unwrap_or("");
    let host = host.rsplit('@').next().unwrap_or(host);
    NOBODYS.iter().any(|free| {
        let before = host.len().checked_sub(free.len());
        before.is_some_and(|before| {
            let ends = host.get(before..).is_some_and(|end| end.eq_ignore_ascii_case(free));
            ends && (before == 0 || host.get(..before).is_some_and(|start| start.ends_with('.')))
        })
    })
}

fn finding(passage: &Passage<'_>, range: Range<usize>) -> Diagnostic {
    let written = passage.piece.content.get(range.clone()).unwrap_or("");
    told(written, passage.piece.place(range))
}

fn told(written: &str, span: Span) -> Diagnostic {
    Diagnostic::new(&registry::PLACEHOLDER, span, format!("`{written}` was to be filled in"))
        .label("readers will see this")
        .help("write what belongs here; a figure that is not known yet is written `?` outside the text")
}

/// Words that are names of their own as well: of a list, of what is hidden, of a size.
const NAMES: [&str; 4] = ["todo", "fixme", "xxx", "xxxx"];

/// Whether something is left to be written here: at the end of what is said, or as an amount. Elsewhere these words may be names.
fn stands_for_something(passage: &Passage<'_>, mark: &Mark) -> bool {
    let tokens = passage.tokens();
    let text = |at: usize| tokens.all.get(at).map_or("", |token| token.text.as_str());
    if !NAMES.contains(&text(mark.tokens().start)) || mark.tokens().len() > 1 {
        return true;
    }
    let sentence = tokens.sentence(mark.sentence());
    let ends = mark.tokens().end >= sentence.end
        || tokens
            .all
            .get(mark.tokens().end)
            .is_some_and(|token| token.kind == Kind::Mark && token.text != "-");
    let before = mark.tokens().start.checked_sub(1).filter(|before| sentence.contains(before));
    let amount = before.is_some_and(|before| {
        let written = passage.written(before..before + 1);
        matches!(written, "€" | "$" | "£" | "¥")
            || written.len() == 3 && written.chars().all(|c| c.is_ascii_uppercase())
    });
    ends || amount
}

/// Whether brackets ask for something, and are no key, no part of a menu and no remark of an editor.
fn is_blank(passage: &Passage<'_>, brackets: &Range<usize>) -> bool {
    let content = &passage.piece.content;
    let says = |text: &str, kind| passage.lexicon.is_some_and(|lexicon| lexicon.says(text, &[kind]));
    let asked = content.get(brackets.clone()).unwrap_or("");
    // Nobody calls a key or writes to a menu, whatever else is pressed.
    if is_reached(passage, brackets.start) {
        return says(&asked.replace('-', ""), Little::Blank);
    }
    says(asked, Little::Blank) && !says(content, Little::Press)
}

/// Whether "call" or its like stands right before a place in the content.
fn is_reached(passage: &Passage<'_>, at: usize) -> bool {
    let before = passage.piece.content.get(..at).unwrap_or("").trim_end().to_lowercase();
    let mut phrases = passage.lexicon.into_iter().flat_map(|lexicon| lexicon.littles(&[Little::Contact]));
    phrases.any(|phrase| {
        let rest = before.strip_suffix(phrase);
        rest.is_some_and(|rest| !rest.ends_with(|c: char| c.is_alphanumeric() || c == '-'))
    })
}

/// Words that may tell what is to be written, in brackets that are no link.
fn brackets(content: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for (start, _) in content.match_indices('[') {
        let Some(length) = content[start + 1..].find(['[', ']']) else { break };
        let inside = &content[start + 1..start + 1 + length];
        let end = start + length + 2;
        // Brackets within brackets are looked at on their own.
        if content[..end].ends_with('[') {
            continue;
        }
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
    use super::{brackets, is_no_address, nobodys};

    #[test]
    fn marks_and_words_in_brackets_are_no_addresses() {
        for blank in ["[portal]", "[Portal URL]", "...", "…", "???", "___", "-"] {
            assert!(is_no_address(blank), "{blank}");
        }
        for good in
            ["a@b.org", "[our page](https://a.test)", "[2001:db8::1]", "#support", "Postbus 1", "窓口"]
        {
            assert!(!is_no_address(good), "{good}");
        }
    }

    #[test]
    fn addresses_that_belong_to_nobody_are_known_by_their_host() {
        for free in [
            "help@example.com",
            "https://www.example.org/help",
            "desk.example.net",
            "HELP@Example.com",
            "support@yourcompany.com",
        ] {
            assert!(nobodys(free), "{free}");
        }
        for good in [
            "help@northwind.example",
            "https://counterexample.com",
            "https://a.test/example.com",
            "see example.com",
        ] {
            assert!(!nobodys(good), "{good}");
        }
    }

    #[test]
    fn links_and_figures_in_brackets_are_no_placeholders() {
        for good in
            ["[our page](https://a.example)", "[x] done", "[1]", "![logo](a.png)", "[ref]: https://a.example"]
        {
            assert!(brackets(good).is_empty(), "{good}");
        }
        let found = brackets("Write to [company name].");
        assert_eq!(found.iter().map(|range| (range.start, range.end)).collect::<Vec<_>>(), [(9, 23)]);
        let found = brackets("[[our name] and [our address");
        assert_eq!(found.iter().map(|range| (range.start, range.end)).collect::<Vec<_>>(), [(1, 11)]);
    }
}
