//! Which fixes are carried out together, and the text that they lead to.
//!
//! In: findings with fixes, and edits of texts. Out: the fix of a finding that may be carried out without asking, fixes
//! that do not touch each other, and the new text. A fix is carried out whole or not at all. No file is read or written.

use super::{Diagnostic, Fix, registry};
use crate::source::Span;
use std::collections::BTreeMap;
use std::ops::Range;

/// One piece of a text and what to put in its place; `file` is whatever names the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change<K> {
    /// The text that is changed.
    pub file: K,
    /// The bytes to take out.
    pub range: Range<usize>,
    /// What to put in.
    pub text: String,
}

/// The fix of a finding that is carried out when all are: the first safe one; of the others only one that stands alone,
/// since of several the author has to choose.
pub fn of(finding: &Diagnostic, unsafe_too: bool) -> Option<&Fix> {
    let safe = finding.fixes.iter().find(|fix| fix.safe);
    safe.or(match finding.fixes.as_slice() {
        [only] if unsafe_too => Some(only),
        _ => None,
    })
}

/// Takes back fixes of other findings where a slip is mended. What they say is of the text as it was meant, so their places
/// are not exact until the slip is gone.
pub fn after_slips(findings: &mut [Diagnostic]) {
    let mut mended: Vec<Span> = findings
        .iter()
        .filter(|finding| finding.code == &registry::SLIP)
        .flat_map(|finding| finding.fixes.iter().flat_map(|fix| &fix.edits))
        .map(|edit| edit.span)
        .collect();
    if mended.is_empty() {
        return;
    }
    mended.sort_unstable();
    let overlaps = |span: Span| {
        // Edits of slips are short and few in one line, so a look at the neighbours is enough.
        let after = mended.partition_point(|known| (known.file, known.start) < (span.file, span.end));
        mended[..after].iter().rev().take(8).any(|known| known.file == span.file && span.start < known.end)
    };
    for finding in findings.iter_mut().filter(|finding| finding.code != &registry::SLIP) {
        finding.fixes.retain(|fix| !fix.edits.iter().any(|edit| overlaps(edit.span)));
    }
}

/// Those of the fixes that can be carried out at once, in their order; one that touches an earlier one is left for later.
pub fn together<K: Clone + Ord>(fixes: impl IntoIterator<Item = Vec<Change<K>>>) -> Vec<Vec<Change<K>>> {
    let mut taken: BTreeMap<(K, usize), usize> = BTreeMap::new();
    let mut chosen = Vec::new();
    for fix in fixes {
        if fix.is_empty() || overlaps_itself(&fix) || fix.iter().any(|change| touches(&taken, change)) {
            continue;
        }
        for change in &fix {
            taken.insert((change.file.clone(), change.range.start), change.range.end);
        }
        chosen.push(fix);
    }
    chosen
}

/// Whether two changes of one fix are for the same text, or begin at one place, so that it could not be carried out whole.
fn overlaps_itself<K: Ord>(fix: &[Change<K>]) -> bool {
    let overlap = |one: &Change<K>, other: &Change<K>| {
        let crosses = one.range.start < other.range.end && other.range.start < one.range.end;
        one.file == other.file && (crosses || one.range.start == other.range.start)
    };
    fix.iter().enumerate().any(|(at, one)| fix[at + 1..].iter().any(|other| overlap(one, other)))
}

/// Whether a change lies over one that is taken, or meets it where the order of the two would matter.
fn touches<K: Clone + Ord>(taken: &BTreeMap<(K, usize), usize>, change: &Change<K>) -> bool {
    let Range { start, end } = change.range;
    let first = (change.file.clone(), 0);
    // Taken pieces do not overlap, so of those that begin before the end only the last can reach the change, or the one before
    // it where the last begins at the end.
    taken.range(first..=(change.file.clone(), end)).rev().take(2).any(|((_, from), to)| {
        let empty = start == end || from == to;
        if empty { start <= *to && *from <= end } else { start < *to && *from < end }
    })
}

/// The text with all changes made. Changes that do not lie in the text, between characters, are left out.
pub fn apply<K>(text: &str, changes: &[Change<K>]) -> String {
    let mut sorted: Vec<&Change<K>> = changes.iter().collect();
    sorted.sort_by_key(|change| (change.range.start, change.range.end));
    let mut out = String::with_capacity(text.len() + 64);
    let mut at = 0;
    for change in sorted {
        let range =
            if change.text.is_empty() { whole_line(text, &change.range) } else { change.range.clone() };
        let (Some(kept), Some(_)) = (text.get(at..range.start), text.get(range.clone())) else {
            continue;
        };
        out.push_str(kept);
        out.push_str(&change.text);
        at = range.end;
    }
    out.push_str(text.get(at..).unwrap_or(""));
    out
}

/// What is taken out: with nothing but blanks around it, the lines that it stands in.
fn whole_line(text: &str, range: &Range<usize>) -> Range<usize> {
    let (Some(before), Some(behind), false) =
        (text.get(..range.start), text.get(range.end..), range.is_empty())
    else {
        return range.clone();
    };
    let start = before.rfind('\n').map_or(0, |end| end + 1);
    let end = behind.find('\n').map_or(text.len(), |length| range.end + length + 1);
    let alone =
        [&text[start..range.start], &text[range.end..end]].iter().all(|blank| blank.trim().is_empty());
    if alone { start..end } else { range.clone() }
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn what_is_made_at_once_does_not_overlap_and_is_what_each_says(
            fixes in vec(vec((0..20_usize, 0..5_usize, "[a-z]{0,3}"), 1..3), 0..8)
        ) {
            let text = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
            let fixes: Vec<Vec<Change<()>>> = fixes
                .into_iter()
                .map(|fix| {
                    let change = |(at, length, text)| Change { file: (), range: at..at + length, text };
                    fix.into_iter().map(change).collect()
                })
                .collect();
            let chosen = together(fixes.clone());
            prop_assert!(chosen.iter().all(|fix| fixes.contains(fix)), "each is made whole");
            let mut all: Vec<Change<()>> = chosen.into_iter().flatten().collect();
            all.sort_by_key(|change| (change.range.start, change.range.end));
            prop_assert!(all.windows(2).all(|pair| pair[0].range.end <= pair[1].range.start));
            let mut expected = text.to_owned();
            for change in all.iter().rev() {
                expected.replace_range(change.range.clone(), &change.text);
            }
            prop_assert_eq!(apply(text, &all), expected);
        }
    }

    fn change(range: Range<usize>, text: &str) -> Change<&'static str> {
        Change { file: "a", range, text: text.to_owned() }
    }

    #[test]
    fn changes_are_made_in_the_order_of_the_text() {
        assert_eq!(
            apply("one two", &[change(4..7, "drei"), change(0..0, "> "), change(3..4, "_")]),
            "> one_drei"
        );
    }

    #[test]
    fn a_line_of_which_nothing_is_left_goes_whole() {
        assert_eq!(apply("a\n  b\nc\n", &[change(4..5, "")]), "a\nc\n");
        assert_eq!(apply("a\n  b; c\n", &[change(4..6, "")]), "a\n   c\n");
    }

    #[test]
    fn a_change_outside_of_the_text_or_within_a_character_is_left_out() {
        assert_eq!(apply("é", &[change(1..2, "x"), change(5..6, "y")]), "é");
    }

    #[test]
    fn a_fix_that_touches_an_earlier_one_waits() {
        let fixes = vec![
            vec![change(0..3, "x")],
            vec![change(2..5, "y")],
            vec![change(3..6, "z")],
            vec![change(3..3, "in")],
            vec![change(8..9, "w"), change(5..6, "v")],
            vec![change(8..9, "w")],
        ];
        let chosen: Vec<usize> = together(fixes).iter().map(|fix| fix[0].range.start).collect();
        assert_eq!(chosen, [0, 3, 8]);
        let other = Change { file: "b", range: 0..3, text: String::new() };
        assert_eq!(together([vec![change(0..3, "x")], vec![other]]).len(), 2);
        let between = [vec![change(12..13, "")], vec![change(6..10, "")], vec![change(9..12, "")]];
        assert_eq!(together(between).len(), 2);
    }

    #[test]
    fn two_insertions_in_one_place_are_made_one_after_the_other() {
        assert_eq!(
            together([vec![change(3..3, "a")], vec![change(3..3, "b")], vec![change(4..4, "c")]]).len(),
            2
        );
    }
}
