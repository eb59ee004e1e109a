//! What a plan grants: several things in one line, a limit without its word, and the words of other languages.
//!
//! In: a line of a plan that fits nothing. Out: the finding with what to write instead; none where that is not known.

use super::habits::{Around, stranger};
use crate::diagnostic::{Diagnostic, Edit, Fix, registry};
use crate::syntax::head::Head;
use crate::syntax::matcher::{self, Filled};
use crate::syntax::schema::{self, Schema};
use crate::syntax::slips;

/// `grants unlimited cases, 1 visits`: a line for each, with what stands before all of them.
pub(super) fn several(head: Head<'_>, around: Around<'_>, schema: &'static Schema) -> Option<Diagnostic> {
    let list = head.text.strip_prefix("grants ")?;
    let parts: Vec<&str> = list.split(',').map(str::trim).collect();
    let patterns: Vec<_> = schema.statements.iter().filter(|known| known.tag.starts_with("grants")).collect();
    // A condition or a reason at the end may be meant for all of them, or for the last.
    let mut plain = !around.body && !head.text.contains('#') && !around.before.contains('#');
    let mut filled = Filled::default();
    for part in &parts {
        let text = format!("grants {part}");
        matcher::find(Head { text: &text, ..head }, &patterns, &mut filled).ok()?;
        let tail = &filled.tail;
        plain &= tail.name.is_none() && tail.because.is_none() && tail.see.is_empty() && tail.when.is_none();
    }
    if parts.len() < 2 {
        return None;
    }
    let before: Vec<&str> = around.before.split_whitespace().chain(["grants"]).collect();
    let before = format!("\n  {} ", before.join(" "));
    let mut edits = Vec::new();
    let mut at = "grants ".len();
    while let Some(comma) = head.text[at..].find(',') {
        let start = at + comma;
        at = head.skip(start + 1);
        edits.push(Edit { span: head.span(start, at), text: before.clone() });
    }
    let first = edits.first().map(|edit| edit.span)?;
    let finding = Diagnostic::new(
        &registry::SYNTAX,
        first,
        "each counted thing that a plan grants has a line of its own",
    )
    .label("a new line begins here");
    if !plain {
        return Some(finding.help("put each into a line of its own, with all that is said of it"));
    }
    // `2 cases, 3 visits per month` may speak of both.
    let rhythm = |part: &&str| part.contains(" per ") || part.contains(" at a time");
    let safe = parts.iter().all(rhythm) || !parts.iter().any(rhythm);
    let title = "put each into a line of its own".to_owned();
    Some(Diagnostic { fixes: vec![Fix { title, safe, edits }], ..finding })
}

/// `10 incidents` in a plan: a limit without its word.
pub(super) fn limit(head: Head<'_>, schema: &'static Schema) -> Option<Diagnostic> {
    let limit = matches!(head.word(0), "unlimited" | "up" | "maximum" | "max");
    if !limit && !head.text.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let meant = format!("grants {}", head.text.trim_end());
    let text = Head { text: &meant, ..head };
    let patterns = schema::tried(schema, None);
    let strict = matcher::find(text, patterns, &mut Filled::default()).ok();
    // What is in another form behind it is told once it is there.
    if strict.is_none() && matcher::find_softly(text, patterns, &mut Filled::default()).is_none() {
        return None;
    }
    let finding = stranger(head, schema.keyword).label("`grants` belongs before this");
    Some(finding.fix("put `grants` before it", true, head.span(0, 0), "grants "))
}

/// Words between what is granted and what it is counted for, and the stretches of time.
const EACH: [(&str, &[&str]); 5] = [
    ("day", &["al día", "por día", "pro Tag", "per dag", "par jour", "am Tag"]),
    ("week", &["a la semana", "por semana", "pro Woche", "per week", "par semaine"]),
    ("month", &["al mes", "por mes", "pro Monat", "per maand", "par mois", "im Monat"]),
    ("quarter", &["al trimestre", "por trimestre", "pro Quartal", "per kwartaal", "par trimestre"]),
    ("year", &["al año", "por año", "pro Jahr", "per jaar", "par an", "im Jahr"]),
];

/// `grants 2 horas de consultoría al mes`: a thing in the words of another language.
pub(super) fn in_other_language(head: Head<'_>) -> Option<Diagnostic> {
    let text = head.text.trim_end();
    let rest = text.strip_prefix("grants ")?;
    let each = EACH.iter().find_map(|(unit, words)| {
        let found = words.iter().find(|words| rest.ends_with(&format!(" {words}")))?;
        Some((*unit, rest.len() - found.len()))
    });
    let (per, end) = each.map_or((String::new(), rest.len()), |(unit, end)| (format!(" per {unit}"), end));
    let said = rest[..end].trim_end();
    let (limit, thing) = if let Some((length, limit)) = slips::length_in_words(said, false) {
        (format!("{limit} of"), said[length..].trim_start())
    } else {
        let (number, thing) = said.split_once(' ').filter(|_| each.is_some())?;
        (number.to_owned(), thing)
    };
    let thing = ["de ", "d'", "d’", "von ", "van ", "an "]
        .iter()
        .find_map(|of| thing.strip_prefix(of))
        .unwrap_or(thing);
    let brief = thing.split_whitespace().count() <= 3 && !thing.contains(['"', ',', '{', '?']);
    let meant = format!("grants {limit} {}{per}", slips::short_name(thing).filter(|_| brief)?);
    let place = head.span(0, text.len());
    let finding =
        Diagnostic::new(&registry::SYNTAX, place, "the words of a policy are English in every language");
    Some(finding.label("the name of the thing may be in any").fix(
        format!("write `{meant}`"),
        false,
        place,
        meant,
    ))
}
