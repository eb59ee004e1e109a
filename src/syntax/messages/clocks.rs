//! When the clock of a promise starts and stops, in words of the author's own: `from ticket created`, `ends when resolved`.
//!
//! In: a line of a commitment that fits nothing. Out: the finding with the event that is meant, or with how one is declared.

use crate::diagnostic::{Diagnostic, registry};
use crate::syntax::head::Head;
use crate::syntax::slips;

/// The events that every policy has, with what people call them.
const EVENTS: [(&str, &[&str]); 5] = [
    (
        "received",
        &[
            "arrival",
            "arrived",
            "arrives",
            "created",
            "creation",
            "logged",
            "opened",
            "raised",
            "receipt",
            "received",
            "registered",
            "reported",
            "submission",
            "submitted",
        ],
    ),
    ("acknowledged", &["acknowledged", "acknowledgement"]),
    ("responded", &["answer", "answered", "respond", "responded", "response"]),
    ("resolved", &["fixed", "resolution", "resolve", "resolved", "solution", "solved"]),
    ("closed", &["closed", "closure"]),
];

/// Words around them that say nothing more.
const AROUND: [&str; 26] = [
    "a", "at", "been", "by", "case", "first", "has", "incident", "initial", "is", "issue", "it", "of", "on",
    "once", "our", "request", "the", "ticket", "time", "upon", "us", "was", "we", "when", "your",
];

/// Words that begin such a line, and what is written for them.
const BEGIN: [(&str, &[&str]); 2] = [
    ("from", &["from", "on", "upon", "after", "starts", "start", "begins", "begin", "starting"]),
    ("until", &["until", "ends", "end", "stops", "stop", "ending"]),
];

/// The line of the clock that is meant.
pub(super) fn in_words(head: Head<'_>) -> Option<Diagnostic> {
    let first = head.word(0);
    let (keyword, _) = BEGIN.iter().find(|(_, words)| words.contains(&first))?;
    let text = head.text.trim_end();
    let rest = text[first.len()..].trim_start();
    if rest.is_empty() || !rest.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '-')) {
        return None;
    }
    let words: Vec<String> =
        rest.split([' ', '-']).filter(|word| !word.is_empty()).map(str::to_lowercase).collect();
    let telling: Vec<&str> = words.iter().map(String::as_str).filter(|word| !AROUND.contains(word)).collect();
    let known = match telling.as_slice() {
        [one] => EVENTS.iter().find(|(_, others)| others.contains(one)).map(|(event, _)| *event),
        _ => None,
    };
    let place = head.span(text.len() - rest.len(), text.len());
    let what = if *keyword == "from" { "starts" } else { "stops" };
    let finding = |place| {
        let message = format!("the event that {what} the clock stands behind `{keyword}`, by its name");
        Diagnostic::new(&registry::SYNTAX, place, message)
    };
    if let Some(event) = known {
        let meant = format!("{keyword} {event}");
        let place = if first == *keyword { place } else { head.span(0, text.len()) };
        let text = if first == *keyword { event.to_owned() } else { meant.clone() };
        return Some(finding(place).label(format!("`{meant}`")).fix(
            format!("write `{meant}`"),
            false,
            place,
            text,
        ));
    }
    // Behind its own word it may be a name of several words; `reply` may be ours or theirs.
    if first == *keyword || matches!(telling.as_slice(), [] | ["reply" | "replied"]) {
        return None;
    }
    let name = slips::short_name(&telling.join(" "))?;
    let help = format!(
        "write `{keyword} {name}`, and declare the event: `event {name} \"…\"`; every policy knows `received`, `acknowledged`, `responded`, `resolved` and `closed`"
    );
    Some(finding(place).label("which event?").help(help))
}
