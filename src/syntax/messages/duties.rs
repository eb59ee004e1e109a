//! Duties that people write in other words: `we aim to "…"`, `el cliente debe "…"`.
//!
//! In: a line of a section that fits nothing. Out: the duty as it is written; none where more than one thing can be meant.

use super::habits;
use crate::diagnostic::{Diagnostic, registry};
use crate::syntax::grammar::{R, whole};
use crate::syntax::head::{Head, is_reserved};

/// Words that promise to try.
const TRIES: [&str; 12] = [
    "aim",
    "attempt",
    "endeavour",
    "endeavor",
    "hope",
    "intend",
    "plan",
    "seek",
    "strive",
    "try",
    "want",
    "work",
];

/// Who has a duty, in the languages of the document.
const PARTIES: [(&str, &[&str]); 2] = [
    (
        "customer",
        &[
            "cliente",
            "clientes",
            "kunde",
            "kunden",
            "kundin",
            "client",
            "clients",
            "klant",
            "klanten",
            "customers",
            "usted",
            "sie",
            "vous",
            "u",
        ],
    ),
    ("we", &["nosotros", "wir", "nous", "wij", "we"]),
];

/// What makes a line a duty, in the languages of the document.
const VERBS: [(&str, &[&str]); 3] = [
    (
        "must",
        &[
            "debe", "deben", "debemos", "tiene", "tienen", "tenemos", "muss", "muß", "müssen", "doit",
            "doivent", "devez", "devons", "moet", "moeten",
        ],
    ),
    ("will", &["werden", "zullen", "zal"]),
    (
        "may",
        &[
            "puede", "pueden", "podemos", "darf", "dürfen", "peut", "peuvent", "pouvez", "pouvons", "mag",
            "mogen",
        ],
    ),
];

/// Words that stand before a name in a sentence.
const ARTICLES: [&str; 16] = [
    "the", "our", "your", "a", "el", "la", "los", "las", "der", "die", "das", "le", "les", "de", "het", "un",
];

/// Whether words say what somebody must, may or will do; such a line belongs into a section.
pub(super) fn is_duty(words: &[String]) -> bool {
    let is = |table: &[(&str, &[&str])], word: &String| {
        table.iter().any(|(english, others)| *english == word || others.contains(&word.as_str()))
    };
    let at = usize::from(words.first().is_some_and(|word| ARTICLES.contains(&word.as_str())));
    let Some([who, rest @ ..]) = words.get(at..) else { return false };
    is(&PARTIES, who) && rest.iter().take(2).any(|word| is(&VERBS, word)) && rest.len() > 1
}

/// What a line of a section is meant to promise or to ask.
pub(super) fn in_other_words(head: Head<'_>, body: bool) -> Option<Diagnostic> {
    only_tried(head, body).or_else(|| never(head)).or_else(|| in_other_language(head))
}

/// `customer must never "…"`: what nobody may ever do, they must not.
fn never(head: Head<'_>) -> Option<Diagnostic> {
    let quote = head.text.find('"')?;
    let before = head.text[..quote].trim_end();
    let at = before.strip_suffix("never")?.len();
    if !matches!(before[..at].split_whitespace().last(), Some("must" | "will" | "may")) {
        return None;
    }
    let place = head.span(at, before.len());
    let finding =
        Diagnostic::new(&registry::SYNTAX, place, "a duty is denied with `not`, and not with `never`");
    Some(finding.label("`not`").fix("change `never` to `not`", true, place, "not"))
}

/// `we aim to "answer quickly"`: what is not firm is usual.
fn only_tried(head: Head<'_>, body: bool) -> Option<Diagnostic> {
    let at = head.skip(head.has(0, "we")?).min(head.text.len());
    let verb = head.word(at);
    if !TRIES.contains(&verb) {
        return None;
    }
    let rest = head.text[at + verb.len()..].trim();
    let rest = rest.strip_prefix("to ").unwrap_or(rest).trim_start();
    let place = head.span(at, at + verb.len());
    let finding = Diagnostic::new(&registry::SYNTAX, place, format!("a duty is not written with `{verb}`"))
        .label("how firm is it?");
    let quoted = rest.starts_with('"');
    // What is denied, or goes on in a body, is for its author to say.
    if body || rest.is_empty() || habits::denies(head.word(at)) || !quoted && rest.contains(['"', '\n', '{'])
    {
        return Some(finding.help("write `we will \"…\"`, or `usually we will \"…\"` where it is not firm"));
    }
    let text = if quoted { rest.to_owned() } else { format!("\"{}\"", rest.trim_end_matches('.')) };
    let all = head.span(0, head.text.trim_end().len());
    let title = |meant: &str| format!("write `{meant}`");
    let (usual, firm) = (format!("usually we will {text}"), format!("we will {text}"));
    Some(finding.fix(title(&usual), false, all, usual.clone()).fix(title(&firm), false, all, firm.clone()))
}

/// Words that deny a duty, around its verb.
const NOT: [&str; 8] = ["not", "niet", "geen", "nicht", "no", "ne", "pas", "nunca"];

/// `el cliente debe "…"`, `customer moet "…"`, `klant mag niet bellen`.
fn in_other_language(head: Head<'_>) -> Option<Diagnostic> {
    let text = head.text.trim_end();
    let quote = text.find('"').unwrap_or(text.len());
    let mut place = 0;
    let words = text[..quote].split(' ').map(|word| {
        place += word.len() + 1;
        (place - word.len() - 1, word)
    });
    let mut words = words.filter(|(_, word)| !word.is_empty()).peekable();
    words.next_if(|(_, word)| ARTICLES.contains(&word.to_lowercase().as_str()));
    let (_, who) = words.next()?;
    let meant = |table: &[(&'static str, &[&str])], word: &str| {
        let word = word.to_lowercase();
        table.iter().find(|(_, others)| others.contains(&word.as_str())).map(|(english, _)| *english)
    };
    let (mut verb, mut denied, mut end) = (None, false, quote);
    for (at, word) in words {
        if word == "que" && verb.is_some() {
            continue;
        }
        if NOT.contains(&word.to_lowercase().as_str()) {
            denied = true;
        } else if verb.is_some() {
            end = at;
            break;
        } else {
            // `muss nicht` is no duty, and forbids nothing.
            verb = Some(meant(&VERBS, word).filter(|_| !denied_need(text, word) && !only_has(text, word))?);
        }
    }
    let is_name = whole(R::name, who).is_some_and(|name| name.as_str() == who) && !is_reserved(who);
    let party = meant(&PARTIES, who);
    let rest = text[end..].trim_end_matches('.');
    let plain = quote == text.len();
    // Prose that is no duty may have such words too.
    if end != quote && !plain || plain && (party.is_none() || rest.is_empty() || rest.contains(['{', '\n'])) {
        return None;
    }
    let not = if denied { " not" } else { "" };
    let meant = format!("{} {}{not}", party.or_else(|| is_name.then_some(who))?, verb?);
    let (place, meant) = if plain {
        (head.span(0, text.len()), format!("{meant} \"{rest}\""))
    } else {
        (head.span(0, text[..end].trim_end().len()), meant)
    };
    let written = &text[..place.end as usize - head.offset];
    let message = format!("the words of a policy are English in every language: `{meant}`, not `{written}`");
    let finding = Diagnostic::new(&registry::SYNTAX, place, message).label(format!("`{meant}`"));
    Some(finding.fix(format!("change it to `{meant}`"), false, place, meant))
}

/// `tiene acceso`: without `que` behind it the word is no duty.
fn only_has(text: &str, verb: &str) -> bool {
    let has = ["tiene", "tienen", "tenemos"].contains(&verb.to_lowercase().as_str());
    has && !text.contains(&format!("{verb} que"))
}

/// `muss nicht`, which says that nobody need do it.
fn denied_need(text: &str, verb: &str) -> bool {
    matches!(verb.to_lowercase().as_str(), "muss" | "muß" | "müssen") && text.contains(" nicht")
}
