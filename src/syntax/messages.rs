//! What the findings about the form of a policy say.
//!
//! In: where matching failed and what would have fitted. Out: one finding, with the near word or the declaration that does
//! know it.

use super::ast::Declaration;
use super::matcher::{Failure, Head, RESERVED};
use super::schema::{self, Schema};
use crate::diagnostic::{Diagnostic, nearest, registry};
use crate::source::Span;

/// "a calendar", "an offer".
pub(super) fn article(keyword: &str) -> String {
    let an = keyword.starts_with(['a', 'e', 'i', 'o', 'u']);
    format!("{} {keyword}", if an { "an" } else { "a" })
}

/// What the body of a schema is called in a message.
fn spoken(schema: &Schema) -> String {
    match schema.keyword {
        "policy" => "the header of a policy".to_owned(),
        "changes" | "scope" | "queue" => format!("`{}`", schema.keyword),
        keyword => article(keyword),
    }
}

/// A list with "or" before the last.
fn or_list(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [all @ .., last] => format!("{} or {last}", all.join(", ")),
    }
}

fn shown(word: &str) -> String {
    if word.chars().count() > 40 {
        format!("{}…", word.chars().take(40).collect::<String>())
    } else {
        word.to_owned()
    }
}

/// A clause that no pattern of its declaration fits.
pub(super) fn no_fit(head: Head<'_>, schema: &'static Schema, failure: &Failure, least: usize) -> Diagnostic {
    if let Some((at, finding)) = &failure.bad
        && *at >= failure.at.max(least)
    {
        return (**finding).clone();
    }
    let at = failure.at;
    let first = head.word(0);
    if at == 0 && least == 0 {
        return unknown_word(head, schema);
    }
    let before: Vec<&str> = head.text[..at].split_whitespace().collect();
    let before = before.join(" ");
    let mut expected = failure.expected.clone();
    expected.dedup();
    // The end of the line comes last, since it is what people do not look for.
    if let Some(end) = expected.iter().position(|what| what == "the end of the line") {
        let end = expected.remove(end);
        expected.push(end);
    }
    if expected.len() > 5 {
        expected.truncate(5);
    }
    let found = head.word(at);
    let (span, found_text) = if found.is_empty() {
        (head.span(0, head.text.len()).after(), "the line ends".to_owned())
    } else {
        (head.span(at, at + found.len()), format!("found `{}`", shown(found)))
    };
    let expected = or_list(&expected);
    let after = if before.chars().count() > 60 { format!("`{first} …`") } else { format!("`{before}`") };
    let mut finding = Diagnostic::new(
        &registry::SYNTAX,
        span,
        format!("after {after} expected {expected}, but {found_text}"),
    );
    finding = if RESERVED.contains(&found) && failure.expected.iter().any(|what| what.contains("name")) {
        finding.label(format!("`{found}` is a word of the language and cannot be a name"))
    } else if found.is_empty() {
        finding.label("something is missing here")
    } else {
        finding.label("this does not fit here")
    };
    let forms: Vec<String> = schema
        .statements
        .iter()
        .filter(|pattern| pattern.first_words().contains(&first))
        .map(|pattern| format!("`{}`", readable(pattern.written)))
        .collect();
    if forms.is_empty() || forms.len() > 4 {
        finding
    } else {
        finding.help(format!("the form is {}", or_list(&forms)))
    }
}

/// A pattern without the names of its slots: `notice <duration> [via <channel>]`.
fn readable(written: &str) -> String {
    let mut text = String::new();
    let mut rest = written;
    while let Some(start) = rest.find('<') {
        let Some(end) = rest[start..].find('>') else { break };
        text.push_str(&rest[..start]);
        let slot = &rest[start + 1..start + end];
        let kind = slot.split_once(':').map_or(slot, |(_, kind)| kind);
        text.push_str(&if kind.contains('/') {
            kind.to_owned()
        } else {
            format!("<{}>", kind.trim_end_matches('+'))
        });
        rest = &rest[start + end + 1..];
    }
    text.push_str(rest);
    text
}

/// The first word of a statement that its declaration does not know.
fn unknown_word(head: Head<'_>, schema: &'static Schema) -> Diagnostic {
    let word = head.word(0);
    let span = head.span(0, word.len());
    let finding = Diagnostic::new(
        &registry::UNKNOWN_WORD,
        span,
        format!("`{}` is not a word of {}", shown(word), spoken(schema)),
    );
    let common = schema::of("body").map_or(&[][..], |body| &body.statements);
    let mut known: Vec<&'static str> =
        schema.statements.iter().chain(common).flat_map(schema::Pattern::first_words).collect();
    known.sort_unstable();
    known.dedup();
    if let Some(near) = nearest(word, known.iter().copied()) {
        return finding.label(format!("did you mean `{near}`?")).fix(
            format!("change it to `{near}`"),
            false,
            span,
            near,
        );
    }
    let homes = schema::that_know(word);
    let homes: Vec<String> = homes
        .into_iter()
        .filter(|home| *home != schema.keyword && *home != "body" && *home != "inner")
        .map(article)
        .collect();
    let finding = if homes.is_empty() {
        finding.label("no statement begins with this")
    } else {
        finding.label(format!("this is a word of {}", or_list(&homes)))
    };
    if Declaration::KEYWORDS.contains(&word) {
        return finding.help(format!("{} is declared outside this body, or inside a section", article(word)));
    }
    let words: Vec<String> = known.iter().take(14).map(|word| format!("`{word}`")).collect();
    finding.help(format!("its words are {}", words.join(", ")))
}

/// A word at the top of a file that begins no declaration.
pub(super) fn not_a_declaration(head: Head<'_>) -> Diagnostic {
    let word = head.word(0);
    let span = head.span(0, word.len().max(1));
    let finding = Diagnostic::new(
        &registry::UNKNOWN_WORD,
        span,
        format!("`{}` does not begin a declaration", shown(word)),
    );
    let keywords = Declaration::KEYWORDS.iter().copied().chain(["use"]);
    if let Some(near) = nearest(word, keywords) {
        return finding.label(format!("did you mean `{near}`?")).fix(
            format!("change it to `{near}`"),
            false,
            span,
            near,
        );
    }
    let homes: Vec<String> = schema::that_know(word)
        .into_iter()
        .filter(|home| *home != "inner")
        .map(|home| match home {
            "body" => "any body".to_owned(),
            home => article(home),
        })
        .collect();
    if homes.is_empty() {
        finding
            .label("no declaration is called so")
            .help("a file declares things such as `calendar`, `plan`, `commitment` or `section`; free text stands in a `section`")
    } else {
        finding
            .label(format!("this is a word of {}", or_list(&homes[..homes.len().min(3)])))
            .help("put it between the braces of the declaration that it belongs to")
    }
}

/// A table where none belongs.
pub(super) fn stray_table(span: Span, keyword: Option<&str>) -> Diagnostic {
    let first = Span { end: span.start + 1, ..span };
    let message = keyword.map_or_else(
        || "a table stands outside any declaration".to_owned(),
        |keyword| format!("{} has no table", article(keyword)),
    );
    Diagnostic::new(&registry::SYNTAX, first, message)
        .label("the table begins here")
        .help("tables belong into a commitment, price, product, availability or derived fact, or into a `table` of their own")
}

/// Braces without words before them.
pub(super) fn orphan_body(span: Span) -> Diagnostic {
    Diagnostic::new(&registry::SYNTAX, span, "this brace opens a body that belongs to nothing")
        .label("no words stand before it")
        .help("say what it is the body of, as in `plan premium \"Premium\" { … }`")
}

/// A closing brace too many.
pub(super) fn stray_close(span: Span) -> Diagnostic {
    Diagnostic::new(&registry::SYNTAX, span, "this brace closes nothing")
        .label("no open brace belongs to it")
        .fix("take it out", false, span, "")
}

/// An opening brace without its end.
pub(super) fn unclosed(span: Span, keyword: &str) -> Diagnostic {
    Diagnostic::new(&registry::UNCLOSED_BODY, span, format!("the body of this {keyword} does not end"))
        .label("no `}` belongs to this brace")
        .help("close it with `}` before the next declaration")
}

/// A body behind something that has none.
pub(super) fn needless_body(span: Span, keyword: &str) -> Diagnostic {
    Diagnostic::new(
        &registry::SYNTAX,
        Span { end: span.start + 1, ..span },
        format!("`{keyword}` has no body"),
    )
    .label("this body belongs to nothing")
}

/// `except` or `usually` before something that it cannot change.
pub(super) fn misplaced_mark(span: Span, word: &str, before: &str) -> Diagnostic {
    Diagnostic::new(&registry::SYNTAX, span, format!("`{word}` belongs before {before}"))
        .label("this line gives none")
        .fix(format!("take `{word}` out"), false, span, "")
}

/// A figure that is not known yet.
pub(super) fn unfilled(span: Span) -> Diagnostic {
    Diagnostic::new(&registry::UNFILLED, span, "a figure is not filled in yet")
        .label("`?` stands for something that is not known")
        .help("write the figure, or `none` if nothing is promised")
}
