//! In which stretches of a text the author speaks, and what else is in it: links, pictures, HTML.
//!
//! In: a text. Out: the stretches that are neither code, nor a quotation (in quotes, in a block quote, or of a typed value),
//! nor HTML, nor an address; and the features with their places. Markdown is read only where a text was written as a
//! block of it, and only when it holds a character that matters.

use super::{Signs, Stretch, Stretches};
use crate::value::Piece;
use pulldown_cmark::{Event, LinkType, Options, Parser, Tag, TagEnd};
use smallvec::smallvec;
use std::ops::Range;
use thin_vec::ThinVec;

/// Something in a text that is more than words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Feature {
    /// What it is.
    pub kind: FeatureKind,
    /// Where it stands, in bytes within the content.
    pub range: Range<usize>,
}

/// What is more than words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FeatureKind {
    /// A link with its address and its words.
    Link {
        /// The address.
        address: String,
        /// The words that are marked as the link.
        words: String,
    },
    /// A picture with its address and its description.
    Picture {
        /// The address.
        address: String,
        /// What stands for it where it cannot be seen.
        description: String,
    },
    /// HTML.
    Html,
}

/// The stretches in which the author speaks, and the features; `signs` are those of the content.
pub fn spoken(piece: &Piece, signs: Signs) -> (Stretches, ThinVec<Feature>) {
    let content = piece.content.as_str();
    let whole = || smallvec![Stretch { range: 0..content.len(), begins: true }];
    let more = signs.has(Signs::QUOTE) || piece.block && signs.has(Signs::MARKDOWN);
    if !more {
        return (whole(), ThinVec::new());
    }
    let (stretches, features) = if piece.block { blocks(piece) } else { (whole(), ThinVec::new()) };
    let mut kept = Stretches::with_capacity(stretches.len());
    for stretch in stretches {
        without(content, stretch, piece, &mut kept);
    }
    (kept, features)
}

/// The stretches of Markdown that are words.
fn blocks(piece: &Piece) -> (Stretches, ThinVec<Feature>) {
    let masked = masked(piece);
    let mut stretches = Stretches::new();
    let mut features = ThinVec::new();
    let (mut silent, mut begins) = (0_usize, true);
    let mut links: Vec<(String, Range<usize>, bool, String)> = Vec::new();
    for (event, range) in Parser::new_ext(&masked, Options::ENABLE_TABLES).into_offset_iter() {
        match event {
            Event::Start(Tag::Link { link_type, dest_url, .. }) => {
                let auto = matches!(link_type, LinkType::Autolink | LinkType::Email);
                silent += usize::from(auto);
                links.push((dest_url.into_string(), range, auto, String::new()));
            }
            Event::Start(Tag::Image { dest_url, .. }) => {
                links.push((dest_url.into_string(), range, false, String::new()));
            }
            Event::End(TagEnd::Link) => {
                if let Some((address, range, auto, words)) = links.pop() {
                    silent -= usize::from(auto);
                    features.push(Feature { kind: FeatureKind::Link { address, words }, range });
                }
            }
            Event::End(TagEnd::Image) => {
                if let Some((address, range, _, description)) = links.pop() {
                    features.push(Feature { kind: FeatureKind::Picture { address, description }, range });
                }
            }
            Event::Start(Tag::HtmlBlock) => {
                features.push(Feature { kind: FeatureKind::Html, range });
                silent += 1;
            }
            Event::Start(Tag::CodeBlock(_) | Tag::BlockQuote(_)) => silent += 1,
            Event::End(TagEnd::CodeBlock | TagEnd::HtmlBlock | TagEnd::BlockQuote(_)) => {
                silent = silent.saturating_sub(1);
                begins = true;
            }
            Event::InlineHtml(_) => features.push(Feature { kind: FeatureKind::Html, range }),
            Event::Text(words) => {
                if let Some(link) = links.last_mut() {
                    link.3.push_str(&words);
                }
                if silent == 0 {
                    stretches.push(Stretch { range, begins: std::mem::take(&mut begins) });
                }
            }
            Event::Code(words) => {
                if let Some(link) = links.last_mut() {
                    link.3.push_str(&words);
                }
            }
            Event::Start(tag) => begins |= is_block(&tag),
            Event::End(_)
            | Event::Html(_)
            | Event::SoftBreak
            | Event::HardBreak
            | Event::Rule
            | Event::InlineMath(_)
            | Event::DisplayMath(_)
            | Event::FootnoteReference(_)
            | Event::TaskListMarker(_) => {}
        }
    }
    (stretches, features)
}

fn is_block(tag: &Tag<'_>) -> bool {
    !matches!(tag, Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. })
}

/// The text with harmless letters in the places of its quotations, whose conditions may hold what Markdown reads as its own.
fn masked(piece: &Piece) -> std::borrow::Cow<'_, str> {
    if piece.quotations.is_empty() {
        return piece.content.as_str().into();
    }
    let mut masked = String::with_capacity(piece.content.len());
    let mut at = 0;
    for quotation in &piece.quotations {
        masked.push_str(&piece.content[at..quotation.range.start]);
        masked.extend(
            piece.content[quotation.range.clone()].bytes().map(|byte| if byte == b'\n' { '\n' } else { 'x' }),
        );
        at = quotation.range.end;
    }
    masked.push_str(&piece.content[at..]);
    masked.into()
}

/// What is left of a stretch without what is quoted in it, typed values included.
fn without(content: &str, stretch: Stretch, piece: &Piece, kept: &mut Stretches) {
    let Stretch { range, mut begins } = stretch;
    let mut at = range.start;
    let mut keep = |from: usize, to: usize| {
        if from < to {
            kept.push(Stretch { range: from..to, begins: std::mem::take(&mut begins) });
        }
    };
    let mut next = range.start;
    while let Some((open, end)) = quoted(content, next..range.end, piece) {
        keep(at, open);
        at = end;
        next = end;
    }
    keep(at, range.end);
}

/// The first thing quoted within a range.
fn quoted(content: &str, range: Range<usize>, piece: &Piece) -> Option<(usize, usize)> {
    let text = content.get(range.clone())?;
    let first = piece.quotations.partition_point(|it| it.range.end <= range.start);
    let typed = piece.quotations.get(first).filter(|it| it.range.start < range.end);
    // One that goes on past the end of the range takes up nothing of what is left behind the last one: an empty place would be
    // found again and again.
    let typed = typed
        .map(|it| (it.range.start.max(range.start), it.range.end.min(range.end)))
        .filter(|(start, end)| start < end);
    let before = typed.map_or(range.end, |(start, _)| start);
    let mut previous = ' ';
    for (at, c) in text.char_indices() {
        let place = range.start + at;
        if place >= before {
            break;
        }
        let close: &[char] = match c {
            '"' if !previous.is_alphanumeric() => &['"'],
            '“' | '„' | '”' => &['”', '“'],
            '«' => &['»'],
            '»' => &['«'],
            '‹' => &['›'],
            '「' => &['」'],
            '『' => &['』'],
            _ => {
                previous = c;
                continue;
            }
        };
        let inside = place + c.len_utf8();
        let found = content[inside..range.end].char_indices().find(|(_, c)| close.contains(c));
        if let Some((length, c)) = found {
            return Some((place, inside + length + c.len_utf8()));
        }
        previous = c;
    }
    typed
}
