//! Promises in a sentence of another language, with a length of time in another form, or behind what they are for: `antwoord binnen 4
//! uur`, `critical: 4 hours`.
//!
//! In: a line of a commitment that fits nothing. Out: the finding with the line that works; none where the line says something
//! else as well that would be lost.

use super::habits::{denies, stranger};
use crate::diagnostic::Diagnostic;
use crate::syntax::grammar::{R, prefix, whole};
use crate::syntax::head::{Head, is_reserved};
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
