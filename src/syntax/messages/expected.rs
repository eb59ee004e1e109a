//! What would have fitted, said as people say it: words, values, names, and forms of lines.
//!
//! In: what was expected at a place, and what stands there. Out: words for a message.

use crate::syntax::ast::Declaration;
use crate::syntax::failure::Expected;
use crate::syntax::head::{Head, is_reserved};
use crate::syntax::schema::SlotType;
use crate::syntax::slips;

/// What stands behind the last text of a long line, if that is short enough to be named.
pub(super) fn last_words(before: &str) -> Option<&str> {
    let (_, last) = before.rsplit_once('"')?;
    Some(last.trim()).filter(|last| !last.is_empty() && last.chars().count() <= 40)
}

/// What could stand in a place, in so few words that the sentence can still be read: examples only where there is little
/// to choose from, and that a line may also end or go on only where nothing else is wanted.
pub(super) fn alternatives(expected: &[Expected]) -> Vec<String> {
    let wanted =
        |what: &&Expected| matches!(what, Expected::Word(_) | Expected::Value(_) | Expected::Within(_));
    let few = match expected.iter().filter(wanted).count() {
        0 => return expected.iter().take(4).map(|what| what.spoken()).collect(),
        count => count <= 2,
    };
    let brief = |spoken: String| {
        spoken
            .split([','])
            .next()
            .unwrap_or_default()
            .split(" such as ")
            .next()
            .unwrap_or_default()
            .to_owned()
    };
    let mut named: Vec<String> = Vec::new();
    for what in expected.iter().filter(wanted).take(5) {
        let spoken = what.spoken();
        let spoken = if few { spoken } else { brief(spoken) };
        if !named.contains(&spoken) {
            named.push(spoken);
        }
    }
    if expected.contains(&Expected::End) && named.len() < 5 {
        named.push(Expected::End.spoken());
    }
    named
}

/// The verb before what could stand in a place, of which the first counts.
pub(super) fn comes(named: &[String]) -> &'static str {
    const MANY: [&str; 4] = ["dates", "hours", "two", "weekdays"];
    let first = named.first().and_then(|first| first.split(' ').next());
    if first.is_some_and(|first| MANY.contains(&first)) { "come" } else { "comes" }
}

/// What a sign stands for in a condition.
pub(super) fn symbol(word: &str) -> Option<&'static str> {
    Some(match word {
        "=" | "==" | "equals" | "are" => "is",
        "!=" | "<>" | "≠" => "is not",
        ">=" | "=>" | "≥" => "is at least",
        "<=" | "=<" | "≤" => "is at most",
        ">" => "is more than",
        "<" => "is less than",
        "in" => "is one of",
        "&" | "&&" => "and",
        "|" | "||" => "or",
        _ => return None,
    })
}

/// A name that begins with the kind of what it names, as `severity-1`.
pub(super) fn another_name(head: Head<'_>, expected: &[Expected], word: &str) -> String {
    let kind = expected.iter().find_map(|what| match what {
        Expected::Value(SlotType::Ref(kind)) if *kind != "name" => Some(*kind),
        _ => None,
    });
    let first = Some(head.word(0)).filter(|word| Declaration::KEYWORDS.contains(word));
    let name = kind.or(first).map_or_else(|| word.to_owned(), |kind| format!("{kind}-{word}"));
    let name = slips::short_name(&name);
    name.map_or_else(|| "write another name".to_owned(), |name| format!("write a name such as `{name}`"))
}

/// Why a word is no name, and the name that it could be.
pub(super) fn why_no_name(word: &str) -> Option<(String, Option<String>)> {
    if is_reserved(word) {
        return Some((format!("`{word}` is a word of the language and cannot be a name"), None));
    }
    if word.starts_with(['"', '“', '„', '«']) {
        // Of a text in other quotes only the first word is here.
        let whole = word.starts_with('"');
        let name = slips::short_name(word).filter(|_| whole).map(|name| format!("{name} {word}"));
        return Some(("the name comes first, then the title in quotes".to_owned(), name));
    }
    let label = if word.starts_with(char::is_uppercase) {
        "a name begins with a small letter"
    } else if word.starts_with(|c: char| c.is_ascii_digit()) {
        "a name begins with a letter"
    } else if word.contains(['_', '-']) && word.starts_with(char::is_alphabetic) {
        "the words of a name are joined by single hyphens"
    } else {
        return None;
    };
    Some((label.to_owned(), slips::short_name(word)))
}

/// A pattern without the names of its slots: `notice <duration> [via <channel>]`.
pub(super) fn readable(written: &str) -> String {
    let mut text = String::new();
    let mut rest = written;
    while let Some(start) = rest.find('<') {
        let Some(end) = rest[start..].find('>') else { break };
        text.push_str(&rest[..start]);
        let slot = &rest[start + 1..start + end];
        let kind = slot.split_once(':').map_or(slot, |(_, kind)| kind);
        let shown = match kind.trim_end_matches('+') {
            kind if kind.contains('/') => kind.to_owned(),
            "lapse" | "duration" => "<length of time>".to_owned(),
            "cadence" => "<rhythm>".to_owned(),
            "no-figure" => "<best effort, none or no>".to_owned(),
            "date-rule" => "<date, or so long after another>".to_owned(),
            "instant" => "<date and time>".to_owned(),
            "rule-path" => "<path of a rule>".to_owned(),
            "strength" => "target or guaranteed".to_owned(),
            "measure" => "<month, or what is counted>".to_owned(),
            "limit" => "<number>".to_owned(),
            "path" => "<file>".to_owned(),
            "priced" => "<price>".to_owned(),
            "frequency" => "<how often>".to_owned(),
            "area" => "<country or region>".to_owned(),
            "operand" | "expected" => "<value>".to_owned(),
            kind => format!("<{kind}>"),
        };
        text.push_str(&shown);
        rest = &rest[start + end + 1..];
    }
    text.push_str(rest);
    text
}

impl Expected {
    /// What a message calls it.
    pub(super) fn spoken(self) -> String {
        match self {
            Self::Word(word) => format!("`{word}`"),
            Self::Value(kind) => kind.spoken(),
            Self::Within(what) => what.to_owned(),
            Self::Another => "a comma and one more".to_owned(),
            Self::Qualifier(word) => format!("`, {word} …`"),
            Self::Condition => "a condition (`when …`)".to_owned(),
            Self::End => "nothing more".to_owned(),
        }
    }
}
