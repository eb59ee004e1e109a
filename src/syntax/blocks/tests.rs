//! The outline that is found by hand is the one that the grammar gives: of every example and fixture, of what is left of
//! them when they are cut and mixed, and of lines put together at random.

use super::{by_grammar, by_hand};
use proptest::prelude::*;

const TEXTS: &[&str] = &[
    include_str!("../../../examples/northwind.policy"),
    include_str!("../../../examples/outline.policy"),
    include_str!("../../../examples/service-standards.policy"),
    include_str!("../../../tests/syntax/lines.policy"),
    include_str!("../../../tests/syntax/texts.policy"),
    include_str!("../../../tests/syntax/tables.policy"),
    include_str!("../../../tests/syntax/conditions.policy"),
    include_str!("../../../tests/syntax/unknown-words.policy"),
];

fn same(text: &str) -> Result<(), TestCaseError> {
    prop_assert_eq!(by_hand::file(text), by_grammar::file(text), "{:?}", text);
    Ok(())
}

#[test]
fn examples_and_fixtures_have_one_outline() {
    for text in TEXTS {
        same(text).unwrap();
        same(&text.replace('\n', "\r\n")).unwrap();
        same(&text.replace("  ", "\t")).unwrap();
        same(&text.replace("\n  ", "\n")).unwrap();
    }
}

/// What stands in files, whole lines and what breaks them.
#[rustfmt::skip]
const PIECES: &[&str] = &[
    "plan", "plan premium \"Premium\"", "calendar office", "internal role lead \"Lead\"", "use \"a.policy\"", "scope", "été",
    "severity", "within 4 hours", "when", "if", "unless", "and", "or", "x is y", "not", "nl: \"Tekst\"", "pt-BR:", "de: „Text“",
    "\"text\"", "\"text", "\"\"\"text\"\"\"", "\"\"\"\n  text\n  \"\"\"", "\"\"\"\nplan x {\n", "\"\"\"", "“text”", "“text", "«a»",
    "{", "}", " {\n", "\n}\n", "(", ")", "(a or b)", "(a\n  or b)", "(x is \"7.0\")", "(plan x", ",", ",\n", ", # note\n",
    ";", "#", " # note", " # note\n", "# note\n", "#x", "| a | b |", "| a | b |\n", "|---|---|\n", "| \"a | b\" | c }", "|", "\n",
    "\n", "\n\n", "\r\n", "\r", " ", "  ", "\n  ", "\t", "\u{a0}", "\u{3000}", "\u{2009}", "é", "–", "\u{feff}", "a-b", "1.5", ":",
];

fn soup() -> impl Strategy<Value = String> {
    let piece = (proptest::sample::select(PIECES), proptest::bool::weighted(0.5));
    let spaced = piece.prop_map(|(piece, space)| if space { format!("{piece} ") } else { piece.to_owned() });
    proptest::collection::vec(spaced, 0..24).prop_map(|pieces| pieces.concat())
}

/// A stretch of a real text with pieces put into it.
fn broken() -> impl Strategy<Value = String> {
    let cuts = proptest::collection::vec((0.0..1.0_f64, proptest::sample::select(PIECES), 0..12_usize), 1..6);
    (proptest::sample::select(TEXTS), 0.0..1.0_f64, 20..1500_usize, cuts).prop_map(
        |(text, from, length, cuts)| {
            let chars: Vec<char> = text.chars().collect();
            let place = |share: f64, count: usize| {
                #[expect(
                    clippy::cast_possible_truncation,
                    clippy::cast_sign_loss,
                    clippy::cast_precision_loss,
                    reason = "a share of a length"
                )]
                let at = (share * count as f64) as usize;
                at.min(count)
            };
            let start = place(from, chars.len());
            let mut chars: Vec<char> = chars.into_iter().skip(start).take(length).collect();
            for (at, piece, removed) in cuts {
                let at = place(at, chars.len());
                let end = (at + removed).min(chars.len());
                chars.splice(at..end, piece.chars());
            }
            chars.into_iter().collect()
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_lines_have_one_outline(text in soup()) {
        same(&text)?;
    }

    #[test]
    fn broken_policies_have_one_outline(text in broken()) {
        same(&text)?;
    }
}
