//! Where the quotations in braces are.
//!
//! Markdown does not know braces, and a condition within them may hold what Markdown reads as its own: `<`, `*`, `|`.
//! So the quotations are found first, and the text is read with harmless letters in their places, of the same number
//! of bytes, so that all other places stay where they are.

use std::ops::Range;

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use super::{Problem, ProblemKind, options};

/// What stands for each byte of a quotation while Markdown is read.
const FILLER: u8 = b'x';

/// The quotations of a text, braces included, and the braces that do not close.
pub(super) fn find(text: &str) -> (Vec<Range<usize>>, Vec<Problem>) {
    let mut quotations: Vec<Range<usize>> = Vec::new();
    let mut problems = Vec::new();
    if !text.contains('{') {
        return (quotations, problems);
    }
    for prose in prose_ranges(text) {
        for open in text[prose.clone()].match_indices('{').map(|(index, _)| prose.start + index) {
            let taken = quotations.last().is_some_and(|last| open < last.end);
            if taken || is_escaped(text, open) {
                continue;
            }
            match closing_brace(text, open) {
                Some(end) => quotations.push(open..end),
                None => problems.push(Problem { kind: ProblemKind::UnclosedBrace, range: open..open + 1 }),
            }
        }
    }
    (quotations, problems)
}

/// The text with letters in place of its quotations. Line ends within them stay, since they belong to the lines.
pub(super) fn mask(text: &str, quotations: &[Range<usize>]) -> String {
    let mut masked = String::with_capacity(text.len());
    let mut place = 0;
    for quotation in quotations {
        masked.push_str(&text[place..quotation.start]);
        for byte in text[quotation.clone()].bytes() {
            masked.push(char::from(if byte == b'\n' { byte } else { FILLER }));
        }
        place = quotation.end;
    }
    masked.push_str(&text[place..]);
    masked
}

/// The stretches that are neither code, nor HTML, nor addresses, in order.
fn prose_ranges(text: &str) -> Vec<Range<usize>> {
    let mut ranges = Vec::new();
    let mut code_blocks = 0_usize;
    for (event, range) in Parser::new_ext(text, options()).into_offset_iter() {
        match event {
            Event::Start(Tag::CodeBlock(_)) => code_blocks += 1,
            Event::End(TagEnd::CodeBlock) => code_blocks = code_blocks.saturating_sub(1),
            Event::Text(_) if code_blocks == 0 => ranges.push(range),
            _ => {}
        }
    }
    ranges
}

/// Whether an odd number of backslashes stands before a place.
fn is_escaped(text: &str, place: usize) -> bool {
    text[..place].bytes().rev().take_while(|byte| *byte == b'\\').count() % 2 == 1
}

/// The place after the brace that closes the one at `open`, if that happens before another opens or the paragraph ends.
fn closing_brace(text: &str, open: usize) -> Option<usize> {
    let mut blank = false;
    for (index, byte) in text.bytes().enumerate().skip(open + 1) {
        match byte {
            b'}' => return Some(index + 1),
            b'{' => return None,
            b'\n' if blank => return None,
            b'\n' => blank = true,
            b' ' | b'\t' | b'\r' => {}
            _ => blank = false,
        }
    }
    None
}
