//! What texts have that documents do not carry: HTML, addresses that a page may not have, pictures from elsewhere.
//!
//! In: every text that is published. Out: findings at its place, so that nothing is left out in silence. What the printers
//! do with such things is theirs to say; here it is only named.

use crate::diagnostic::{Diagnostic, registry};
use crate::resolve::Resolved;
use crate::value::Piece;
use pulldown_cmark::{Event, LinkType, Options, Parser, Tag};
use std::ops::Range;

/// Looks at every text that readers see.
pub fn left_out(resolved: &Resolved<'_>) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for said in resolved.parts.texts.iter().filter(|said| said.published) {
        said.text.pieces().for_each(|piece| of_piece(piece, &mut findings));
    }
    findings
}

fn of_piece(piece: &Piece, findings: &mut Vec<Diagnostic>) {
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
        let written = piece.content.get(range.clone()).unwrap_or("");
        let finding = if is_hint(written) {
            let what = format!("`{written}` is taken for HTML, and left out of documents");
            let finding = Diagnostic::new(&registry::LEFT_OUT, piece.place(range), what);
            finding.label(why).help("write what was to be filled in here")
        } else {
            let finding = Diagnostic::new(&registry::LEFT_OUT, piece.place(range), what);
            finding.label(why).help("say it in words, or in Markdown")
        };
        findings.push(finding);
    }
}

/// Whether what looks like a tag tells what was to be written there: `<Company name>`.
fn is_hint(written: &str) -> bool {
    let inside = written.strip_prefix('<').and_then(|rest| rest.strip_suffix('>'));
    let Some(inside) = inside else { return false };
    let plain = inside.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '-' | '_'));
    let first = inside.split(' ').next().unwrap_or("").to_ascii_lowercase();
    let element = ELEMENTS.split_whitespace().any(|name| name == first) || first.len() < 3;
    plain && !element
}

/// The names of elements of HTML that have three letters or more and no figure.
const ELEMENTS: &str = "abbr address article aside audio bdi bdo big blockquote body button canvas caption center cite code col colgroup\n\
    data datalist del details dfn dialog div embed fieldset figcaption figure font footer form frame head header html\n\
    iframe img input ins kbd label legend link main map mark math menu meta meter nav noscript object\n\
    optgroup option output picture pre progress ruby samp script search section select slot small source span strike strong\n\
    style sub summary sup svg table tbody template textarea tfoot thead time title track var video wbr";

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

#[cfg(test)]
mod tests {
    use super::is_hint;

    #[test]
    fn what_tells_what_to_write_is_no_element() {
        for hint in ["<Company name>", "<city>", "<phone_number>", "<your-product>"] {
            assert!(is_hint(hint), "{hint}");
        }
        for html in
            ["<br>", "<b>", "<details open>", "<BR/>", "</div>", "<h1>", "<span class=\"a\">", "<!-- a -->"]
        {
            assert!(!is_hint(html), "{html}");
        }
    }
}
