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
            "debe", "deben", "debemos", "muss", "muß", "müssen", "doit", "doivent", "devez", "devons",
            "moet", "moeten",
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

/// What a line of a section is meant to promise or to ask.
pub(super) fn in_other_words(head: Head<'_>, body: bool) -> Option<Diagnostic> {
    only_tried(head, body).or_else(|| in_other_language(head))
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

/// `el cliente debe "…"`, `customer moet "…"`.
fn in_other_language(head: Head<'_>) -> Option<Diagnostic> {
    let quote = head.text.find('"')?;
    let words: Vec<&str> = head.text[..quote].split_whitespace().collect();
    let (who, verb) = match words.as_slice() {
        [who, verb] => (*who, *verb),
        [article, who, verb] if ARTICLES.contains(&article.to_lowercase().as_str()) => (*who, *verb),
        _ => return None,
    };
    let meant = |table: &[(&'static str, &[&str])], word: &str| {
        let word = word.to_lowercase();
        table.iter().find(|(_, others)| others.contains(&word.as_str())).map(|(english, _)| *english)
    };
    let is_name = || whole(R::name, who).is_some_and(|name| name.as_str() == who) && !is_reserved(who);
    let who = meant(&PARTIES, who).or_else(|| is_name().then_some(who))?;
    let verb = meant(&VERBS, verb)?;
    let meant = format!("{who} {verb}");
    let end = head.text[..quote].trim_end().len();
    let place = head.span(0, end);
    let written = &head.text[..end];
    let message = format!("the words of a policy are English in every language: `{meant}`, not `{written}`");
    let finding = Diagnostic::new(&registry::SYNTAX, place, message).label(format!("`{meant}`"));
    Some(finding.fix(format!("change it to `{meant}`"), false, place, meant))
}
