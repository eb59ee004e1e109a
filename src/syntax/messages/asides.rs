//! What people say beside the lines of a body, and no line of it can say: that something costs extra, a discount, what holds for all
//! the rest.
//!
//! In: a line that fits nothing. Out: one finding about the whole of it, with the place where it is said; none where that is not
//! known.

use super::{duties, home, scope};
use crate::diagnostic::{Diagnostic, registry};
use crate::syntax::head::Head;
use crate::syntax::schema::{self, Schema};
use crate::syntax::slips;

/// Words for all that is left.
const REST: [&str; 8] =
    ["others", "other", "otherwise", "else", "rest", "everything", "anything", "remaining"];

/// Words for what is charged beside the price.
const EXTRA: [&str; 9] = [
    "extra",
    "extras",
    "surcharge",
    "surcharges",
    "supplement",
    "supplements",
    "additionally",
    "separately",
    "meerkosten",
];

/// Words for what is taken off a price.
const LESS: [&str; 11] = [
    "discount",
    "discounts",
    "discounted",
    "rebate",
    "rabatt",
    "korting",
    "descuento",
    "remise",
    "réduction",
    "nachlass",
    "割引",
];

/// What a line without a text is meant to say beside the lines of its body.
pub(super) fn of(head: Head<'_>, schema: &'static Schema) -> Option<Diagnostic> {
    let text = head.text.trim_end();
    if text.contains(['"', '“', '„', '{', '|', '\n', '#']) || schema::knows(schema, None, head.word(0)) {
        return None;
    }
    let words: Vec<String> =
        text.split_whitespace().map(|word| word.trim_matches([',', ':', '.']).to_lowercase()).collect();
    let says = |known: &[&str]| words.iter().any(|word| known.contains(&word.as_str()));
    if schema.keyword != "section" && duties::is_duty(&words) {
        let finding =
            whole_line(head, schema).label("what somebody must, may or will do is a line of a section");
        return Some(finding.help("put it between the braces of a `section`, as `customer must \"…\"`, `customer may not \"…\"` or `we will \"…\"`"));
    }
    let (label, help) = if words.len() > 1 && REST.contains(&words.first()?.as_str()) {
        rest(schema.keyword, text)?
    } else if says(&EXTRA) && words.len() > 1 {
        let name = slips::short_name(head.word(0)).unwrap_or_else(|| "work".to_owned());
        let title = scope::capitalised(&name.replace('-', " "));
        let help = match schema.keyword {
            "offer" => "write what it costs behind `rate`, as `rate EUR 100 per hour`".to_owned(),
            _ => format!("declare it, as `offer {name} \"{title}\" {{ rate EUR 100 per hour }}`"),
        };
        ("what costs extra is an offer with a rate", help)
    } else if says(&LESS) {
        let help =
            "write the lower amount with its condition in a `price`, as `except EUR 90 per month when …`";
        ("no line takes something off a price", help.to_owned())
    } else {
        return None;
    };
    Some(
        whole_line(head, schema)
            .label(label)
            .help(format!("{help}; or say it in words: {}", in_words(schema, text))),
    )
}

/// What holds for all that no other line names.
fn rest(keyword: &str, text: &str) -> Option<(&'static str, String)> {
    let condition =
        ["when ", "if ", "unless "].iter().find_map(|word| text.split_once(word).map(|(_, said)| said));
    let condition = condition.filter(|condition| condition.contains(" is ")).unwrap_or("…");
    match keyword {
        "scope" => Some((
            "a line of a scope says what it covers or excludes",
            format!("write `covers rest \"Everything else\" when {condition}`, or `excludes rest …`"),
        )),
        "commitment" => Some((
            "a figure comes first, then what it is for",
            format!(
                "write `within 8 hours when {condition}`, with your figure; in a table, the row `other` is for all values that no row names"
            ),
        )),
        _ => None,
    }
}

/// Whether a line of a section, of which the first word may be the name of a party, is a phrase without quotes.
pub(super) fn is_aside(head: Head<'_>, schema: &Schema) -> bool {
    let text = head.text.trim_end();
    let plain =
        text.chars().all(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '%' | ',' | '.' | '\'' | '’'));
    schema.keyword == "section" && plain && text.split_whitespace().count() > 2
}

/// What to do with it.
pub(super) fn between_quotes(head: Head<'_>, schema: &Schema) -> Diagnostic {
    let words = in_words(schema, head.text.trim_end());
    whole_line(head, schema)
        .label("words for readers stand between quotes")
        .help(format!("write {words}; what somebody must do is written as `customer must \"…\"`"))
}

/// The finding about all of a line.
pub(super) fn whole_line(head: Head<'_>, schema: &Schema) -> Diagnostic {
    let text = head.text.trim_end();
    let message = format!("`{}` is no line of {}", super::shown(text), home(schema.keyword));
    Diagnostic::new(&registry::UNKNOWN_WORD, head.span(0, text.len()), message)
}

/// A line as a text for readers.
pub(super) fn in_words(schema: &Schema, text: &str) -> String {
    let text = format!("\"{}.\"", scope::capitalised(text.trim_end_matches('.')));
    if schema.keyword == "section" { format!("`{text}`") } else { format!("`note {text}`") }
}
