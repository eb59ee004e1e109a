//! Slips in what stands behind a comma of a statement: its words in another form, with or without the comma.

use super::after_word;

/// The words behind a comma, with what people write for them and whether they can mean nothing else.
const OTHERS: &[(&str, &[&str], bool)] = &[
    (
        "at least",
        &[
            "with a minimum of",
            "a minimum of",
            "minimum of",
            "minimum charge",
            "minimum",
            "min.",
            "min",
            "no less than",
            "not less than",
        ],
        true,
    ),
    (
        "in steps of",
        &[
            "billed in units of",
            "billed in steps of",
            "in units of",
            "in increments of",
            "in blocks of",
            "billed per",
            "per begun",
            "rounded up to",
        ],
        true,
    ),
    (
        "at most",
        &[
            "with a maximum of",
            "a maximum of",
            "maximum of",
            "maximum",
            "max.",
            "max",
            "no more than",
            "not more than",
            "up to",
        ],
        true,
    ),
    (
        "answers within",
        &[
            "who answers within",
            "who answer within",
            "replies within",
            "responds within",
            "answer within",
            "answering within",
            "to answer within",
        ],
        true,
    ),
    ("notice", &["with a notice of", "notice period", "notice of", "with notice of"], true),
];

/// How long the words behind a comma are, in this form or another, and whether they can mean nothing else.
pub(in crate::syntax) fn qualifier(rest: &str, right: &str) -> Option<(usize, bool)> {
    if let Some((_, length)) = after_word(rest, &[right]) {
        return Some((length, true));
    }
    let (_, others, safe) = OTHERS.iter().find(|(known, ..)| *known == right)?;
    after_word(rest, others).map(|(_, length)| (length, *safe))
}
