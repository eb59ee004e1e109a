//! Promises in a sentence of another language, with a length of time in another form, or behind what they are for: `antwoord binnen 4
//! uur`, `critical: 4 hours`.
//!
//! In: a line of a commitment that fits nothing. Out: the finding with the line that works; none where the line says something
//! else as well that would be lost.

use super::habits::{Around, HEDGES, PROMISED, denies, stranger};
use crate::diagnostic::{Diagnostic, registry};
use crate::syntax::grammar::{R, prefix, whole};
use crate::syntax::head::{Head, is_reserved};
use crate::syntax::schema::SlotType;
use crate::syntax::slips;

/// Words that stand before a length of time within which something is done.
const LIMITS: &[&str] = &[
    "binnen",
    "innerhalb von",
    "innerhalb",
    "innert",
    "binnen von",
    "spätestens nach",
    "sous",
    "en moins de",
    "dans un délai de",
    "dans les",
    "dentro de",
    "en un plazo de",
    "en menos de",
    " en",
    "within",
];

/// Words that say what is so as a rule, which `usually` says.
const USUAL: &[&str] = &[
    "doorgaans",
    "généralement",
    "generalmente",
    "gewöhnlich",
    "gewoonlijk",
    "habitualmente",
    "meestal",
    "meist",
    "meistens",
    "normaal",
    "normalement",
    "normalerweise",
    "normalmente",
    "usually",
    "通常",
];

/// `antworten innerhalb von 4 Stunden`, `we answer within 4 hrs`, `4時間以内`.
pub(super) fn in_other_words(head: Head<'_>) -> Option<Diagnostic> {
    if let Some(finding) = of_day(head) {
        return Some(finding);
    }
    let text = head.text.trim_end();
    let at = text.find(|c: char| c.is_ascii_digit())?;
    let before = &text[..at];
    let mut words = before.split_whitespace().map(|word| word.trim_matches([',', ':']).to_lowercase());
    let denied = words.clone().any(|word| denies(&word));
    if denied || before.contains(['"', '{', ';', '|']) {
        return None;
    }
    let english = before.trim_end().ends_with("within");
    // A line that begins as a promise does is wrong behind its figure, and what limits no time promises none.
    let begins = ["within", "usually within"].contains(&before.trim());
    let limits = english
        || before.trim() == "en"
        || LIMITS.iter().any(|limit| before.trim_end().to_lowercase().ends_with(limit));
    if begins || !(limits || text[at..].contains("以内")) {
        return None;
    }
    let (length, meant) = slips::length_in_words(&text[at..], english)?;
    let rest = text[at + length..].trim_start_matches("以内");
    let lower = before.to_lowercase();
    let phrased = ["in der regel", "en general", "en règle générale", "in de regel", "通常"];
    let usual = words.any(|word| USUAL.contains(&word.as_str()))
        || phrased.iter().any(|phrase| lower.contains(phrase));
    let usually = if usual { "usually " } else { "" };
    let promise = format!("{usually}within {meant}");
    let finding = stranger(head, "commitment").label(if english {
        "a deadline begins with `within`"
    } else {
        "the words of a policy are English in every language"
    });
    // What stands behind the figure may be a condition.
    let alone = rest.trim_matches([' ', '.', ',', '。']).is_empty() || rest.starts_with('に');
    Some(if alone {
        finding.fix(format!("write `{promise}`"), false, head.span(0, text.len()), promise)
    } else {
        finding.help(format!(
            "write `{promise}`, and behind it which requests it is for, as `when severity is critical`"
        ))
    })
}

/// `within next business day`, `within NBD`: a day has a word of its own before it, and so has a length of time.
fn of_day(head: Head<'_>) -> Option<Diagnostic> {
    let within = head.has(0, "within");
    let at = head.skip(within.or_else(|| head.has(0, "by"))?);
    let kind = if within.is_some() { SlotType::Day } else { SlotType::Lapse };
    let rest = &head.text[at..];
    let right = prefix(kind.rule(), rest).map(|found| (found.as_str().trim_end().to_owned(), true));
    let (value, length, safe) = match right {
        Some((value, safe)) => (value.clone(), value.len(), safe),
        None => slips::value_called(kind, rest)?,
    };
    // What it begins may be another word.
    let ends = |rest: &str| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '-');
    if !ends(&rest[length..]) || value.starts_with(|c: char| !c.is_ascii_digit()) && within.is_none() {
        return None;
    }
    let (word, message) = if within.is_some() {
        ("by", "`within` stands before a length of time, and `by` before a day")
    } else {
        ("within", "`by` stands before a day, and `within` before a length of time")
    };
    let meant = format!("{word} {value}");
    let place = head.span(0, at + length);
    let first = head.span(0, head.word(0).len());
    let finding = Diagnostic::new(&registry::SYNTAX, first, message).label(format!("`{word}`"));
    Some(finding.fix(format!("write `{meant}`"), safe && within.is_some(), place, meant))
}

/// `critical: 4 hours`: a figure behind the value of a fact that it is for.
pub(super) fn of_value(head: Head<'_>) -> Option<Diagnostic> {
    let (value, behind) = head.text.split_once(':')?;
    let figure = behind.trim_start();
    let strict = prefix(R::lapse, figure).map(|found| (found.as_str().len(), found.as_str().to_owned()));
    let (length, meant) = strict.or_else(|| slips::length_in_words(figure, true))?;
    let ends = figure[length..].trim().is_empty();
    let value = value.trim_end();
    let name = value.to_lowercase();
    whole(R::name, &name).filter(|_| ends && !is_reserved(name.as_str()))?;
    let help = format!(
        "write `within {meant} when severity is {name}` if it is a severity, or a table with a row for each"
    );
    Some(stranger(head, "commitment").label("which requests a figure is for stands behind it").help(help))
}

/// `we aim to respond within 4 hours`: the figure is what counts; what stands before it is taken out, or said in its place.
pub(super) fn in_prose(head: Head<'_>) -> Option<Diagnostic> {
    let begins =
        |at: &usize| head.text[..*at].ends_with(|c: char| !c.is_alphanumeric() && c != '-' && c != '_');
    let at = head.text.match_indices("within ").map(|(at, _)| at).find(begins)?;
    let before = &head.text[..at];
    // What is denied is no promise.
    if before.split_whitespace().any(denies)
        || before.contains(|c: char| c.is_ascii_digit() || matches!(c, '"' | '{' | ';' | '|' | '\n'))
    {
        return None;
    }
    let figure = &head.text[at + "within ".len()..];
    let end = at + "within ".len() + prefix(R::lapse, figure)?.as_str().len();
    let mut words = before.split_whitespace().map(|word| word.trim_end_matches([',', ':']));
    let hedge = words.find_map(|word| HEDGES.iter().find(|(known, _)| known.eq_ignore_ascii_case(word)));
    let promise = &head.text[at..end];
    let (label, meant) = match hedge {
        Some((_, true)) => ("what is only aimed at is a target", format!("{promise} target")),
        Some((_, false)) => ("what is only usual stands behind `usually`", format!("usually {promise}")),
        None => ("a deadline begins with `within`", promise.to_owned()),
    };
    let finding = stranger(head, "commitment").label(label);
    Some(finding.fix(format!("write `{meant}`"), false, head.span(0, end), meant))
}

/// `response time: 4 hours`, `about 4 hours`: a figure behind nothing but what it is of, or how firm it is.
pub(super) fn without_within(head: Head<'_>, around: Around<'_>) -> Option<Diagnostic> {
    let at = head.text.find(|c: char| c.is_ascii_digit()).filter(|at| *at > 0)?;
    let plain = |word: &str| word.trim_end_matches([',', ':', '=']).to_lowercase();
    let usual = |word: &str| HEDGES.iter().any(|(known, target)| *known == word && !target);
    let mut words = head.text[..at].split_whitespace().map(plain);
    if !words.clone().all(|word| usual(&word) || word == "time" || PROMISED.contains(&word.as_str())) {
        return None;
    }
    let figure = &head.text[at..];
    let end = at + prefix(R::lapse, figure)?.as_str().trim_end().len();
    let hedged = words.any(|word| usual(&word)) && !around.before.ends_with("usually");
    let (label, usually) = if hedged {
        ("what is only usual stands behind `usually`", "usually ")
    } else {
        ("a deadline begins with `within`", "")
    };
    let meant = format!("{usually}within {}", &head.text[at..end]);
    let finding = stranger(head, "commitment").label(label);
    Some(finding.fix(format!("write `{meant}`"), false, head.span(0, end), meant))
}
