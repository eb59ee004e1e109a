//! `?` as a part of a value: `EUR ? per hour`, `every ? hours`, `plan is ?`.
//!
//! In: a rule of the grammar and a text that begins with a value of it. Out: how far the value goes, read as if something
//! stood in the place of each `?`, and where those stand. What would stand there is not guessed: such a value is not known.

use super::grammar::{R, prefix};
use std::ops::Range;

/// What may stand in the place of a `?`: one of each kind of things that values are made of.
const PIECES: [&str; 12] =
    ["1", "xx", "2026-01-01", "10:00", "Mon", "Jan 1", "Jan", "EUR", "EUR 1", "1%", "hours", "\"x\""];

/// What the others are taken for while the right one for the first of them is looked for.
const OTHERS: [&str; 3] = ["?", "1", "xx"];

/// As many in one value are looked at.
const MOST: usize = 8;

/// A value with `?` in it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Holed {
    /// How long it is.
    pub(super) length: usize,
    /// Where each `?` stands.
    pub(super) holes: Vec<usize>,
}

/// A value at the beginning of a text that has a `?` in it.
pub(super) fn value(rule: R, text: &str) -> Option<Holed> {
    let places: Vec<usize> = open(text).take(MOST).collect();
    let mut filled: Vec<&str> = Vec::new();
    let mut length = 0;
    for (index, at) in places.iter().enumerate() {
        let extent = |piece: &'static str, other: &'static str| {
            let rest = std::iter::repeat_n(other, places.len() - index - 1);
            let all: Vec<&str> = filled.iter().copied().chain([piece]).chain(rest).collect();
            extent(rule, text, &places, &all).filter(|end| end > at).map(|end| (end, piece))
        };
        let tried = PIECES.iter().flat_map(|piece| OTHERS.iter().filter_map(|other| extent(piece, other)));
        // Of equals the first counts, which is the plainest.
        let best = tried.reduce(|best, other| if other.0 > best.0 { other } else { best });
        let Some((end, piece)) = best else { break };
        filled.push(piece);
        length = end;
    }
    let holes: Vec<usize> = places.into_iter().take(filled.len()).collect();
    (!holes.is_empty()).then_some(Holed { length, holes })
}

/// How much of a text lies before the first word behind a `?` with which something else begins.
pub(super) fn before(text: &str, begins: impl Fn(&str) -> bool) -> usize {
    let hole = open(text).next().unwrap_or(text.len());
    let quotes = quoted(text);
    let mut ends = text[hole..].match_indices(char::is_whitespace).map(|(at, _)| hole + at + 1);
    let word = |at: &usize| text[*at..].split(|c: char| c.is_whitespace() || ",;()".contains(c)).next();
    let stop =
        ends.find(|at| word(at).is_some_and(&begins) && !quotes.iter().any(|quote| quote.contains(at)));
    stop.unwrap_or(text.len())
}

/// Whether a whole text is a value with a `?` in it.
pub(super) fn is_whole(rule: R, text: &str) -> bool {
    value(rule, text).is_some_and(|found| found.length == text.len())
}

/// How far a value goes in a text with these words in the places of its marks.
fn extent(rule: R, text: &str, places: &[usize], words: &[&str]) -> Option<usize> {
    let mut made = String::with_capacity(text.len() + 10 * words.len());
    let mut from = 0;
    for (at, word) in places.iter().zip(words) {
        made.push_str(&text[from..*at]);
        made.push_str(word);
        from = at + 1;
    }
    made.push_str(&text[from..]);
    let mut end = prefix(rule, &made)?.as_span().end();
    // Back to the text as it was written.
    for (at, word) in places.iter().zip(words) {
        if end <= *at {
            return Some(end);
        }
        end = end.checked_sub(word.len() - 1).filter(|end| end > at)?;
    }
    Some(end)
}

/// Where each `?` stands that is a word of its own, outside of quotes and comments.
pub(super) fn open(text: &str) -> impl Iterator<Item = usize> + '_ {
    let quotes = quoted(text);
    memchr::memchr_iter(b'?', text.as_bytes()).filter(move |at| {
        let alone = begins_alone(&text[..*at]) && ends_alone(&text[at + 1..]);
        alone && !quotes.iter().any(|quote| quote.contains(at))
    })
}

/// Whether a word of its own can begin behind this.
pub(super) fn begins_alone(before: &str) -> bool {
    before.is_empty() || before.ends_with([' ', '\t', '\n', '(', ',', ';']) || before.ends_with("..")
}

/// Whether a word of its own can end before this.
pub(super) fn ends_alone(after: &str) -> bool {
    after.is_empty()
        || after.starts_with([' ', '\t', '\n', '\r', ')', ',', ';', '%'])
        || after.starts_with("..")
}

/// The texts in quotes and the comments of a stretch.
pub(super) fn quoted(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find(['"', '#']).map(|start| at + start) {
        let comment = text[start..].starts_with('#');
        let fence = if text[start..].starts_with("\"\"\"") { "\"\"\"" } else { "\"" };
        if comment && !(start == 0 || text[..start].ends_with(char::is_whitespace)) {
            at = start + 1;
            continue;
        }
        let (from, end) = if comment { (start + 1, "\n") } else { (start + fence.len(), fence) };
        at = text[from..].find(end).map_or(text.len(), |length| from + length + end.len());
        found.push(start..at);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(rule: R, text: &str) -> Option<(&str, usize)> {
        value(rule, text).map(|found| (&text[..found.length], found.holes.len()))
    }

    #[test]
    fn a_value_goes_on_behind_what_is_not_known() {
        assert_eq!(read(R::amount, "EUR ? per hour during office"), Some(("EUR ? per hour", 1)));
        assert_eq!(read(R::amount, "? per ?"), Some(("? per ?", 2)));
        assert_eq!(read(R::cadence, "? hours after breach"), Some(("? hours", 1)));
        assert_eq!(
            read(R::condition, "plan is ? and (severity is ?)"),
            Some(("plan is ? and (severity is ?)", 2))
        );
        assert_eq!(read(R::hours, "09:00..?, 13:00..17:00"), Some(("09:00..?", 1)));
        assert_eq!(read(R::amount, "EUR 1 per hour when plan is ?"), None);
        assert_eq!(read(R::condition, "plan is gold, because \"why?\""), None);
    }

    #[test]
    fn a_question_mark_in_a_text_or_a_comment_is_none() {
        let places = |text: &str| open(text).collect::<Vec<_>>();
        assert_eq!(places("notes \"Why ? And\" ? # what ?\n?"), [18, 29]);
        assert_eq!(places("?? a?b c? ?%"), [10]);
        assert_eq!(places("because \"\"\"a \" ? \"\"\", see ?"), [26]);
    }
}
