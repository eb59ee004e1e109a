//! What is read by hand is what the grammar reads: on samples, on every stretch of the fixtures and examples, and on
//! texts put together at random from the pieces that values are made of.

use super::{Miss, Scan, figure, header, labels, slot};
use crate::source::FileId;
use crate::syntax::ast::Cell;
use crate::syntax::cell::{self, Read};
use crate::syntax::grammar::{Builder, prefix};
use crate::syntax::schema::SlotType;
use proptest::prelude::*;
use std::fmt::Debug;

fn builder() -> Builder {
    Builder::new(FileId(0), 7)
}

/// Says how the two readings of a text differ, if they do.
fn difference(kind: SlotType, text: &str) -> Option<String> {
    let (mut hand, mut grammar) = (builder(), builder());
    let mut kept = None;
    let found = slot(kind, &mut hand, text, &mut |capture| kept = Some(capture));
    let pair = prefix(kind.rule(), text);
    match (found, pair) {
        (Err(Miss::Ask), _) | (Err(Miss::Not), None) => None,
        (Ok(end), Some(pair)) => {
            let length = pair.as_str().len();
            let built = match kind.build(&mut grammar, pair) {
                Ok(built) => format!("{built:?} {length} {:?}", grammar.findings),
                Err(finding) => format!("refused: {finding:?}"),
            };
            let capture = kept.expect("a value");
            let read = format!("{capture:?} {end} {:?}", hand.findings);
            (read != built).then(|| format!("{kind:?} {text:?}\nby hand    {read}\nby grammar {built}"))
        }
        (found, pair) => {
            Some(format!("{kind:?} {text:?}: {found:?}, {:?}", pair.map(|pair| pair.as_str().to_owned())))
        }
    }
}

/// The same for a cell of a table.
fn cell_difference(text: &str) -> Option<String> {
    fn one<T: Debug>(text: &str, found: Scan<T>, grammar: Read<T>) -> Option<String> {
        let (read, end) = found.ok()?;
        let (read, built) = (
            format!("{:?} {end}", (Some(read), 0)),
            format!("{:?} {}", (grammar.value, grammar.findings.len()), text.len()),
        );
        (read != built).then(|| format!("{text:?}\nby hand    {read}\nby grammar {built}"))
    }
    let b = builder();
    let cell = Cell { text: text.into(), span: b.stretch(0, text.len()) };
    one(text, figure(&b, text), cell::figure_by_grammar(&cell))
        .or_else(|| one(text, labels(&b, text), cell::labels_by_grammar(&cell)))
        .or_else(|| one(text, header(&b, text), cell::header_by_grammar(&cell)))
}

#[test]
fn samples_are_read_by_hand_as_by_the_grammar() {
    let mut by_hand = 0;
    for kind in SlotType::all() {
        for sample in SlotType::all().flat_map(|kind| kind.samples().iter()) {
            for text in [(*sample).to_owned(), format!("{sample}, and"), format!("{sample} when x is y")] {
                assert_eq!(difference(kind, &text), None);
                assert_eq!(cell_difference(&text), None);
                by_hand += usize::from(slot(kind, &mut builder(), &text, &mut |_| {}).is_ok());
            }
        }
    }
    assert!(by_hand > 1_000, "only {by_hand} samples are read by hand");
}

#[test]
fn every_stretch_of_the_examples_is_read_as_by_the_grammar() {
    let (mut stretches, mut by_hand) = (0_usize, 0_usize);
    for text in [
        include_str!("../../../examples/northwind.policy"),
        include_str!("../../../tests/syntax/conditions.policy"),
        include_str!("../../../tests/syntax/impossible-values.policy"),
        include_str!("../../../tests/syntax/slips-of-time.policy"),
        include_str!("../../../tests/syntax/texts.policy"),
    ] {
        let mut before = ' ';
        for (at, c) in text.char_indices() {
            let begins = !c.is_whitespace() && (before.is_whitespace() || "(|,".contains(before));
            before = c;
            if !begins {
                continue;
            }
            let line = text[at..].char_indices().nth(160).map_or(&text[at..], |(end, _)| &text[at..at + end]);
            for kind in SlotType::all()
                .filter(|kind| !matches!(kind, SlotType::Ref(name) if !["name", "event"].contains(name)))
            {
                assert_eq!(difference(kind, line), None);
                stretches += 1;
                by_hand += usize::from(slot(kind, &mut builder(), line, &mut |_| {}).is_ok());
            }
        }
        for cell in text.lines().filter(|line| line.trim().starts_with('|')).flat_map(|line| line.split('|'))
        {
            assert_eq!(cell_difference(cell.trim()), None);
        }
    }
    assert!(by_hand * 100 > stretches, "{by_hand} of {stretches} are read by hand");
}

/// The pieces that values are made of, and what stands between and against them.
#[rustfmt::skip]
const PIECES: &[&str] = &[
    "3", "12", "0", "4_500", "1.5", "09:00", "24:00", "17:30:15", "25:00", "2026-12-24", "2026-02-30", "..", "-", "–", ",",
    " ", " ", " ", "  ", "\t", "\n", "\r\n", "\u{a0}", "#", " # note\n", "%", "?", "'", "(", ")", "_", ":", "/", ".", "é", "ß",
    "hours", "hour", "days", "business", "working", "to", "up", "within", "every", "usually", "none", "no", "yes", "best",
    "effort", "as", "agreed", "in", "eula", "target", "guaranteed", "EUR", "USD", "XQQ", "per", "month", "monthly", "annum",
    "of", "Mon", "Fri", "Sat", "Dec", "24", "until", "next", "same", "release", "unlimited", "severity", "is", "not", "one",
    "at", "least", "most", "more", "than", "less", "before", "after", "and", "or", "when", "unless", "because", "see", "critical",
    "a-b", "a-", "any", "other", "by", "plan", "always", "\"", "\"a text\"", "\"a {b}\"", "\"a {b c}\"", "\"a {b", "\"\"",
    "\"\"\"", "\"\"\"x\n  y\"\"\"", "\"\"\"x\nplan y {\n\"\"\"", "nl:", "pt-BR:", "nl: \"x\"", "all", "languages", "“x”",
    "Europe/Amsterdam", "NL", "{", "}", ";", "|",
];

fn soup() -> impl Strategy<Value = String> {
    let piece = (proptest::sample::select(PIECES), proptest::bool::weighted(0.7));
    let spaced = piece.prop_map(|(piece, space)| if space { format!("{piece} ") } else { piece.to_owned() });
    proptest::collection::vec(spaced, 1..14).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read_as_by_the_grammar(text in soup()) {
        for kind in SlotType::all().filter(|kind| !matches!(kind, SlotType::Ref(name) if !["name", "event"].contains(name))) {
            prop_assert_eq!(difference(kind, &text), None);
        }
        prop_assert_eq!(cell_difference(text.trim()), None);
    }
}
