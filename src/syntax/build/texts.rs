//! Texts: quotes taken off, shared indentation dropped, translations and quotations found.

use super::unexpected;
use crate::diagnostic::{Diagnostic, registry};
use crate::source::Span;
use crate::syntax::grammar::{Builder, Built, Pair, R, whole};
use crate::syntax::head::is_reserved;
use crate::syntax::{messages, scan};
use crate::value::{Piece, Quotation, Quoted, Text, Translation};
use smallvec::{SmallVec, smallvec};
use smol_str::SmolStr;
use thin_vec::ThinVec;

/// A text with its translations.
pub(in crate::syntax) fn text(b: &mut Builder, pair: Pair<'_>) -> Built<Text> {
    let span = b.span(&pair);
    let (mut original, mut translations, mut everywhere) = (None, Vec::<Translation>::new(), false);
    for part in pair.clone().into_inner() {
        match part.as_rule() {
            R::comment => {}
            R::everywhere => everywhere = true,
            R::translation => {
                let part_span = b.span(&part);
                let mut halves = part.clone().into_inner();
                let (Some(tag), Some(quoted)) = (halves.next(), halves.next()) else {
                    return unexpected(part_span, &part);
                };
                let tag_span = b.span(&tag);
                if let Some(first) = translations.iter().find(|known| known.language == tag.as_str()) {
                    b.findings.push(
                        Diagnostic::new(
                            &registry::REPEATED_TRANSLATION,
                            tag_span,
                            format!("this text is translated into `{}` twice", tag.as_str()),
                        )
                        .label("the second translation")
                        .related(first.span, "the first one is here"),
                    );
                    continue;
                }
                let piece = piece(b, &quoted)?;
                translations.push(Translation { language: tag.as_str().into(), span: tag_span, piece });
            }
            _ => original = Some(piece(b, &part)?),
        }
    }
    let Some(original) = original else { return unexpected(span, &pair) };
    Ok(Text { original, translations: translations.into(), everywhere, span })
}

/// One quoted text.
pub(in crate::syntax) fn piece(b: &mut Builder, pair: &Pair<'_>) -> Built<Piece> {
    let span = b.span(pair);
    let inner = quoted(b, pair)?;
    let block = pair.as_str().starts_with("\"\"\"");
    let quote = if block { 3 } else { pair.as_str().chars().next().map_or(1, char::len_utf8) };
    Ok(put_together(b, inner, block, quote, span))
}

/// The same of what stands between straight quotes that were read already.
pub(in crate::syntax) fn piece_of(
    b: &mut Builder,
    inner: &str,
    block: bool,
    start: usize,
    end: usize,
) -> Piece {
    let span = b.stretch(start, end);
    put_together(b, inner, block, if block { 3 } else { 1 }, span)
}

fn put_together(b: &mut Builder, inner: &str, block: bool, quote: usize, span: Span) -> Piece {
    let start = span.start as usize + quote;
    let (content, origins) =
        if block { dedent(inner, start) } else { (SmolStr::new(inner), smallvec![(0, narrow(start))]) };
    let mut piece = Piece { content, block, quotations: ThinVec::new(), origins, span };
    piece.quotations = quotations(b, &piece, inner, start);
    piece
}

/// What stands between the quotes, which are straight and a pair, or else reported.
fn quoted<'t>(b: &mut Builder, pair: &Pair<'t>) -> Built<&'t str> {
    let span = b.span(pair);
    let written = pair.as_str();
    if is_open(written) {
        return Err(Box::new(messages::unclosed_text(span, written)));
    }
    let block = written.starts_with("\"\"\"");
    let quote = if block { 3 } else { written.chars().next().map_or(1, char::len_utf8) };
    let closing = if block { 3 } else { written.chars().next_back().map_or(1, char::len_utf8) };
    if !written.starts_with('"') {
        let inside = &written[quote..written.len() - closing];
        let finding =
            Diagnostic::new(&registry::SLIP, span, "a text stands between straight quotes, `\"…\"`")
                .label("other quotes");
        // A straight quote inside would end the text, so there is no way to write this one.
        b.findings.push(if inside.contains('"') {
            finding.help("write the quotes inside the text in another way")
        } else {
            finding.fix("put straight quotes around it", true, span, format!("\"{inside}\""))
        });
    }
    let inner = &written[quote..written.len() - closing];
    if !block && inner.trim().is_empty() {
        return Err(Box::new(
            Diagnostic::new(&registry::EMPTY_TEXT, span, "this text is empty")
                .label("nothing stands between the quotes"),
        ));
    }
    Ok(inner)
}

/// The path of a file, which is a text without quotations.
pub(in crate::syntax) fn path(b: &mut Builder, pair: &Pair<'_>) -> Built<SmolStr> {
    Ok(quoted(b, pair)?.into())
}

/// Whether a text lacks its closing quote; only texts in straight quotes can, since other quotes are read in pairs.
pub(in crate::syntax) fn is_open(written: &str) -> bool {
    let quotes = if written.starts_with("\"\"\"") { "\"\"\"" } else { "\"" };
    written.starts_with('"') && (written.len() < 2 * quotes.len() || !written.ends_with(quotes))
}

fn narrow(offset: usize) -> u32 {
    u32::try_from(offset).unwrap_or(u32::MAX)
}

/// Drops the indentation that all lines share, and blank first and last lines; says where each line came from.
fn dedent(inner: &str, start: usize) -> (SmolStr, SmallVec<[(u32, u32); 1]>) {
    let mut at = start;
    let mut lines: Vec<(&str, usize)> = Vec::new();
    for line in inner.split('\n') {
        lines.push((line.strip_suffix('\r').unwrap_or(line), at));
        at += line.len() + 1;
    }
    let indent_of = |line: &str| line.len() - line.trim_start_matches([' ', '\t']).len();
    // The first line begins behind the quotes, so its indentation says nothing.
    let shared = lines
        .iter()
        .skip(1)
        .filter(|(line, _)| !line.trim().is_empty())
        .map(|(line, _)| indent_of(line))
        .min()
        .unwrap_or(0);
    let last = lines.iter().rposition(|(line, _)| !line.trim().is_empty()).unwrap_or(0);
    let first = lines.iter().position(|(line, _)| !line.trim().is_empty()).unwrap_or(0);
    let mut content = String::with_capacity(inner.len());
    let mut origins = SmallVec::new();
    for (index, (line, at)) in lines.iter().enumerate().take(last + 1).skip(first) {
        let cut = if index == 0 { indent_of(line) } else { indent_of(line).min(shared) };
        origins.push((narrow(content.len()), narrow(at + cut)));
        content.push_str(line[cut..].trim_end());
        if index < last {
            content.push('\n');
        }
    }
    (content.into(), origins)
}

/// Finds `{…}` outside code; `\{` is a plain brace. `inner` is what was written between the quotes, from `start`.
fn quotations(b: &mut Builder, piece: &Piece, inner: &str, start: usize) -> ThinVec<Quotation> {
    let mut found = ThinVec::new();
    let bytes = piece.content.as_bytes();
    if memchr::memchr(b'{', bytes).is_none() {
        return found;
    }
    let mut at = 0;
    while at < bytes.len() {
        match bytes[at] {
            b'\\' => at += 2,
            b'`' | b'~' => at = after_code(bytes, at),
            b'{' => {
                let Some(length) = piece.content[at..].find('}') else {
                    b.findings.push(bad(piece.place(at..at + 1), "no `}` follows"));
                    break;
                };
                let end = at + length + 1;
                let span = piece.place(at..end);
                let inside = &piece.content[at + 1..end - 1];
                match quotation(b, as_written(inside, inner, start, span), span) {
                    Some((kind, target, what)) => {
                        found.push(Quotation { range: at..end, span, kind, target, what });
                    }
                    None => b
                        .findings
                        .push(bad(span, "not a name, a name and a field, or a name and a condition")),
                }
                at = end;
            }
            _ => at += 1,
        }
    }
    found
}

/// What stands between braces as it was written, so that places behind the end of a line count its indentation.
fn as_written<'t>(inside: &'t str, inner: &'t str, start: usize, span: Span) -> &'t str {
    if !inside.contains('\n') {
        return inside;
    }
    let offset = |at: usize| at.checked_sub(start);
    let range = offset(span.start as usize + 1).zip(offset((span.end as usize).saturating_sub(1)));
    let written = range.and_then(|(from, to)| inner.get(from..to));
    // Text that stands for what was written elsewhere has one place for everything.
    written.filter(|written| written.split_whitespace().eq(inside.split_whitespace())).unwrap_or(inside)
}

fn bad(span: Span, label: &str) -> Diagnostic {
    Diagnostic::new(&registry::UNKNOWN_QUOTATION, span, "this cannot be quoted").label(label).help(
        "quote a value as `{name}`, `{name field}` or `{name when …}`; a brace of its own is written `\\{`",
    )
}

/// The offset behind a code span or a fence, or behind the marks themselves when nothing closes them.
fn after_code(bytes: &[u8], at: usize) -> usize {
    let mark = bytes[at];
    let run = bytes[at..].iter().take_while(|byte| **byte == mark).count();
    let start = at + run;
    if mark == b'~' && run < 3 {
        return start;
    }
    let mut next = start;
    while next < bytes.len() {
        if bytes[next] == mark {
            let closing = bytes[next..].iter().take_while(|byte| **byte == mark).count();
            if closing == run || (run >= 3 && closing >= run) {
                return next + closing;
            }
            next += closing;
        } else {
            next += 1;
        }
    }
    // An unclosed fence is code to the end; an unclosed run of backticks is only that.
    if run >= 3 { bytes.len() } else { start }
}

/// The name that several words come to, as people write a title between braces.
fn words(inside: &str) -> Option<String> {
    let words: Vec<&str> = inside.split_whitespace().collect();
    let plain = |word: &&str| {
        word.starts_with(char::is_alphabetic)
            && word.chars().all(|c| c.is_alphanumeric() || c == '-')
            && !is_reserved(word)
    };
    let right = (2..=6).contains(&words.len()) && words.iter().all(plain);
    right.then(|| words.join("-").to_lowercase())
}

type Parts = (Option<crate::value::Name>, crate::value::Name, Quoted);

fn quotation(b: &mut Builder, inside: &str, span: Span) -> Option<Parts> {
    let inner = Builder::new(b.file, span.start as usize + 1);
    if scan::is_name(inside) == Some(true) {
        return Some((None, inner.name_at(inside, 0, inside.len()), Quoted::Title));
    }
    let Some(pair) = whole(R::quotation, inside) else {
        return words(inside).map(|name| (None, crate::syntax::grammar::name(&name, span), Quoted::Words));
    };
    let mut names = Vec::new();
    let mut when = None;
    for part in pair.into_inner() {
        match part.as_rule() {
            R::name => names.push(inner.name(&part)),
            R::condition => match super::conditions::condition(&inner, part) {
                Ok(condition) => when = Some(condition),
                Err(finding) => b.findings.push(*finding),
            },
            _ => {}
        }
    }
    let mut names = names.into_iter();
    let (first, second) = (names.next()?, names.next());
    Some(match (second, when) {
        (None, None) => (None, first, Quoted::Title),
        (None, Some(when)) => (None, first, Quoted::When(when)),
        (Some(second), Some(when)) => (Some(first), second, Quoted::When(when)),
        // `{section conduct}` names the kind, `{office open}` a field.
        (Some(second), None) if super::super::ast::Declaration::KEYWORDS.contains(&first.as_str()) => {
            (Some(first), second, Quoted::Title)
        }
        (Some(second), None) => (None, first, Quoted::Field(second)),
    })
}
