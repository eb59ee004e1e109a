//! A word that comes again and again on one line: it is answered like any other mistake, however often it comes.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop where the tool may not")]

use avouch::analysis::{Memory, analyse};
use avouch::config::Settings;

/// So often that a reading that goes one call deeper for each word comes to the end of a thread's stack.
const OFTEN: usize = 6_000;

/// Lines with a place for a word, and in which declaration they stand.
const LINES: [(&str, &str); 16] = [
    ("policy p \"P\"", "effective ~ 1 January 2026"),
    ("policy p \"P\"", "timezone ~ Paris"),
    ("calendar o \"O\"", "open ~ Mon 9-17"),
    ("calendar o \"O\"", "closed ~ 1 January"),
    ("calendar o \"O\"", "open Mon ~ 9-17"),
    ("commitment c \"C\"", "within ~ 4 hours"),
    ("commitment c \"C\"", "within 4 hours ~"),
    ("commitment c \"C\"", "within 4 hours when ~ severity is high"),
    ("commitment c \"C\"", "every ~ day"),
    ("commitment c \"C\"", "by ~ friday"),
    ("plan p \"P\"", "price ~ EUR 5"),
    ("plan p \"P\"", "grants ~ fixes"),
    ("example \"E\"", "received ~ 2026-01-05 10:00"),
    ("section s \"S\"", "customer must ~ \"call\""),
    ("scope", "covers ~ faults"),
    ("process t \"T\"", "open becomes closed on ~ responded"),
];

/// Words that are understood before a value, between two, or as signs around them.
const WORDS: [&str; 24] = [
    "on",
    "from",
    "since",
    "le",
    "à partir du",
    "about",
    "up to",
    "max.",
    "<",
    "~",
    "+/-",
    "not",
    "(",
    "not (",
    "and",
    "1 and",
    "a,",
    "24/7",
    "every",
    "-",
    "Mon -",
    "EUR",
    "é",
    "1h",
];

#[test]
fn a_word_may_come_as_often_as_it_likes() {
    let mut answered = 0;
    for (head, line) in LINES {
        for word in WORDS {
            let again = [word, " "].concat().repeat(OFTEN);
            let text = format!("{head} {{\n  {}\n}}\n", line.replacen('~', &again, 1));
            let length = text.len();
            let mut files = Memory::default();
            files.insert("a.policy", text);
            let analysis = analyse("a.policy", &files, &Settings::default());
            let outside = analysis.findings.iter().find(|finding| finding.span.end as usize > length);
            assert!(outside.is_none(), "`{line}` with `{word}`: {outside:?}");
            answered += usize::from(!analysis.findings.is_empty());
        }
    }
    // Hardly any of these is a policy.
    assert!(answered > LINES.len() * WORDS.len() * 9 / 10, "{answered}");
}
