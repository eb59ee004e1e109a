//! What texts have that documents do not carry: HTML, addresses that a page may not have, pictures from elsewhere.
//!
//! In: every text that is published. Out: findings at its place, so that nothing is left out in silence. What the printers
//! do with such things is theirs to say; here it is only named.

use super::context::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::value::Piece;
use pulldown_cmark::{Event, LinkType, Options, Parser, Tag};
use std::ops::Range;

/// Looks at every text that readers see.
pub fn left_out(context: &mut Context<'_>) {
    let resolved = context.resolved;
    for said in resolved.parts.texts.iter().filter(|said| said.published) {
        for piece in said.text.pieces() {
            of_piece(context, piece);
        }
    }
}

fn of_piece(context: &mut Context<'_>, piece: &Piece) {
    // Each of these has a mark without which a text has nothing to look for.
    if memchr::memchr2(b'<', b'[', piece.content.as_bytes()).is_none() {
        return;
    }
    let mut end = 0;
    for (event, range) in Parser::new_ext(&piece.content, Options::ENABLE_TABLES).into_offset_iter() {
        let (what, why) = match event {
            Event::Start(Tag::HtmlBlock) => {
                ("HTML and what stands in it is left out of documents", "none of this is published")
            }
            Event::InlineHtml(_) => ("HTML is left out of documents", "this is not published"),
            Event::Start(Tag::Link { link_type, dest_url, .. })
                if link_type != LinkType::Email && !is_allowed(&dest_url) =>
            {
                ("only the words of this link are published", "a page may not have this address")
            }
            Event::Start(Tag::Image { dest_url, .. }) if has_scheme(&dest_url) => {
                ("only the words of this picture are published", "a picture stands beside the policy")
            }
            _ => continue,
        };
        // One finding for all that stands within another, and for a pair of tags.
        if range.start < end {
            continue;
        }
        end = closing(&piece.content, &range);
        let finding = Diagnostic::new(&registry::LEFT_OUT, piece.place(range), what);
        context.report(finding.label(why).help("say it in words, or in Markdown"));
    }
}

/// Where the closing tag of a tag in a line ends; where the range ends for all others.
fn closing(content: &str, range: &Range<usize>) -> usize {
    let tag = content.get(range.clone()).unwrap_or("");
    let name: String = tag.chars().skip(1).take_while(char::is_ascii_alphanumeric).collect();
    let rest = content.get(range.end..).unwrap_or("");
    let closes = format!("</{name}>");
    match rest.find(&closes) {
        Some(at) if !name.is_empty() && !rest[..at].contains("\n\n") => range.end + at + closes.len(),
        Some(_) | None => range.end,
    }
}

fn has_scheme(address: &str) -> bool {
    scheme(address).is_some() || address.trim_start().starts_with("//")
}

/// Whether a page may have a link of this address.
fn is_allowed(address: &str) -> bool {
    let address = address.trim();
    !address.is_empty()
        && !address.chars().any(char::is_control)
        && scheme(address).is_none_or(|scheme| ["http", "https", "mailto", "tel"].contains(&scheme.as_str()))
}

/// The scheme of an address, in small letters.
fn scheme(address: &str) -> Option<String> {
    let (scheme, _) = address.trim_start().split_once(':')?;
    (!scheme.contains(['/', '?', '#'])).then(|| scheme.to_ascii_lowercase())
}
