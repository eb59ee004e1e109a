//! Slips in the cells of tables: what the whole cell means, so that its column is read on as if it had been written right.

use super::open::{in_marks, not_known};
use super::words::as_name;
use super::{Slip, after_word, choice, english, fixed, holed, months, numbers, slip, strength, token};
use crate::diagnostic::{Diagnostic, registry};
use crate::source::Span;
use crate::syntax::grammar::{R, whole};
use crate::syntax::head::{Head, is_reserved};
use crate::syntax::holes;
use crate::syntax::messages::is_usual;
use crate::syntax::schema::SlotType;

/// A cell with its slip mended, if only one thing is meant, and the finding about it. What is left over behind the slip may be
/// wrong in its own right.
pub(in crate::syntax) struct Mended {
    pub(in crate::syntax) meant: Option<String>,
    pub(in crate::syntax) finding: Box<Diagnostic>,
}

/// What is meant by a cell that could not be read as this rule.
pub(in crate::syntax) fn of_cell(rule: R, text: &str, place: Span) -> Option<Mended> {
    let head = Head { file: place.file, text, offset: place.start as usize };
    if not_known(text) == Some(text.len()) {
        let slip = Slip::new("what is not known yet", text.len(), text, "?".to_owned())?;
        return Some(mended(text, 0, slip, place));
    }
    if let Some((meant, slips)) = in_marks(head)
        && holes::is_whole(rule, &meant)
        && let [finding] = slips.as_slice()
    {
        return Some(Mended { meant: Some(meant), finding: Box::new(finding.clone()) });
    }
    if rule == R::figure
        && let Some(slip) = holed::slip(SlotType::Lapse, text).filter(|slip| slip.length == text.len())
    {
        return Some(mended(text, 0, slip, place));
    }
    if rule == R::figure
        && let Some((meant, finding)) = strength::of_cell(text, head)
    {
        return Some(Mended { meant, finding: Box::new(finding) });
    }
    if rule == R::figure
        && let Some(slip) = abroad(text)
    {
        return Some(mended(text, 0, slip, place));
    }
    if let Some(slip) = whole_cell(rule, text) {
        return Some(mended(text, 0, slip, place));
    }
    let kinds: &[SlotType] = match rule {
        R::figure => &[SlotType::Lapse, SlotType::Day, SlotType::NoFigure],
        R::amount => &[SlotType::Amount],
        R::grant => &[SlotType::Limit],
        R::share => &[SlotType::Share],
        R::phase_dates => &[SlotType::Dates],
        R::names => &[SlotType::Ref("calendar")],
        _ => &[],
    };
    let mut at = 0;
    while ["usually", "within", "every", "by", "until"].contains(&head.word(at)) {
        at = head.skip(at + head.word(at).len());
    }
    if rule == R::phase_dates
        && text[..at].trim_end().ends_with("until")
        && let Some(slip) = months::until_month(&text[at..])
    {
        return Some(mended(text, at, slip, head.span(at, text.len())));
    }
    if rule == R::phase_dates
        && let Some(slip) = months::without_end(text).or_else(|| months::with_open_end(text))
    {
        return Some(mended(text, 0, slip, place));
    }
    let found = kinds.iter().find_map(|kind| slip(*kind, &text[at..]));
    // `since 1 May 2026` says when something begins, which is not that it lasts one day, or a month.
    let begins = after_word(text, &["since", "from", "as of", "starting"]).filter(|_| rule == R::phase_dates);
    let fits = |slip: &Slip| {
        let one_month = |start: usize| {
            let named = text.get(start..slip.length).map_or("", str::trim);
            months::is_month(named).is_some()
        };
        let span = slip.meant.iter().all(|meant| meant.contains(".."));
        let goes_on = rule == R::phase_dates && after_word(&text[at + slip.length..], &["on"]).is_some();
        !goes_on && begins.is_none_or(|(_, start)| span && !one_month(start))
    };
    found.filter(fits).map(|slip| mended(text, at, slip, head.span(at, text.len())))
}

/// `elke 4 uur`: a promise with the word before its length in another language.
fn abroad(text: &str) -> Option<Slip> {
    let (word, length) = english(text).filter(|(word, _)| matches!(*word, "every" | "within"))?;
    let rest = text[length..].trim_start();
    let meant = match whole(R::lapse, rest) {
        Some(_) => rest.to_owned(),
        None => {
            slip(SlotType::Lapse, rest).filter(|slip| slip.length == rest.len() && slip.safe)?.meant.concat()
        }
    };
    let meant = if word == "every" { format!("every {meant}") } else { meant };
    Slip::new("this promise", text.len(), text, meant)
}

/// The mended cell: what stands before and behind the slip stays as it is.
fn mended(text: &str, at: usize, slip: Slip, place: Span) -> Mended {
    let span = Span::new(place.file, place.start as usize, place.start as usize + slip.length);
    let finding = Diagnostic::new(&registry::SLIP, span, slip.message);
    let [one] = slip.meant.as_slice() else {
        return Mended { meant: None, finding: Box::new(choice(finding, &slip.meant, span)) };
    };
    let meant = format!("{}{one}{}", &text[..at], &text[at + slip.length..]);
    let written = &text[at..at + slip.length];
    let finding = Box::new(fixed(finding, span, written, one, slip.safe));
    Mended { meant: Some(meant), finding }
}

/// Slips that are the whole of a cell.
fn whole_cell(rule: R, text: &str) -> Option<Slip> {
    let plain = text.trim_end_matches('\u{fe0f}').trim_end_matches('.').to_lowercase();
    if let Some(slip) = usual(text).filter(|_| rule == R::figure) {
        return Some(slip);
    }
    match rule {
        R::figure if is_usual(token(text)) => {
            Slip::new("what is only usual", token(text).len(), text, "usually".to_owned()).map(Slip::unsafely)
        }
        R::grant => hedged(text, &plain).or_else(|| granted(text, &plain)),
        R::labels | R::header => label(rule, text),
        R::names => names(text),
        R::figure if is_business(&plain) => {
            let hours_or_days = ["hours", "days"].map(|unit| format!("{plain} {unit}"));
            Some(Slip::doubtful(text, hours_or_days.to_vec()))
        }
        R::figure if plain == "every day" || plain == "daily" => {
            Slip::new("this rhythm", text.len(), text, "every day".to_owned())
        }
        R::figure if matches!(plain.as_str(), "hourly" | "weekly" | "monthly") => {
            let unit = plain.strip_suffix("ly")?;
            Slip::new("this rhythm", text.len(), text, format!("every {unit}"))
        }
        _ => None,
    }
}

/// What people write for `usually`, in the languages of the document.
const USUAL: [&str; 24] = [
    "as a rule",
    "in general",
    "in most cases",
    "in der Regel",
    "i.d.R.",
    "i. d. R.",
    "normalerweise",
    "meistens",
    "üblicherweise",
    "en général",
    "en règle générale",
    "généralement",
    "normalement",
    "habituellement",
    "por lo general",
    "en general",
    "normalmente",
    "generalmente",
    "habitualmente",
    "in de regel",
    "meestal",
    "doorgaans",
    "gewoonlijk",
    "normaal gesproken",
];

/// `in der Regel 3 Stunden`, `3 hours as a rule`: what is only usual, in words before or behind a figure.
fn usual(text: &str) -> Option<Slip> {
    let what = "what is only usual";
    if let Some((tail, length)) = after_word(text, &USUAL) {
        let figure = !tail.trim().is_empty();
        return figure
            .then(|| Slip::new(what, length, text, "usually".to_owned()).map(Slip::unsafely))
            .flatten();
    }
    let lower = text.to_lowercase();
    let word = USUAL.iter().find(|word| lower.ends_with(&format!(" {}", word.to_lowercase())))?;
    // In small letters a text may be longer or shorter.
    let figure = text.get(..text.len().checked_sub(word.len())?)?.trim_end_matches([' ', ',']);
    let begins = figure.starts_with(|c: char| c.is_ascii_digit());
    begins
        .then(|| Slip::new(what, text.len(), text, format!("usually {figure}")).map(Slip::unsafely))
        .flatten()
}

/// `8 business`, without its unit.
fn is_business(plain: &str) -> bool {
    let number = plain.strip_suffix(" business").or_else(|| plain.strip_suffix(" working"));
    number.is_some_and(|number| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()))
}

/// `usually yes`: what a plan has, it has; how firm a promise is, only a figure says.
fn hedged(text: &str, plain: &str) -> Option<Slip> {
    let (hedge, granted) = plain.split_once(' ')?;
    let answer = matches!(granted.trim(), "yes" | "no");
    if !answer || !(hedge == "usually" || is_usual(hedge)) {
        return None;
    }
    let mut slip = Slip::doubtful(text, vec!["yes".to_owned(), "no".to_owned()]);
    slip.message = format!("`{hedge}` belongs before a figure, and here it is only `yes` or `no`");
    Some(slip)
}

fn granted(text: &str, plain: &str) -> Option<Slip> {
    let yes = [
        "yes", "y", "x", "×", "☒", "✓", "✔", "☑", "✅", "true", "included", "incl", "ja", "oui", "sí", "si",
        "j", "✕?", "●", "•",
    ];
    let no = [
        "no",
        "n",
        "✗",
        "✘",
        "❌",
        "✖",
        "false",
        "not included",
        "nee",
        "nein",
        "non",
        "-",
        "–",
        "—",
        "none",
        "n/a",
        "○",
        "0",
    ];
    if yes.contains(&plain) {
        let slip = Slip::new("this", text.len(), text, "yes".to_owned())?;
        // A cross can mean both, also in a box.
        return Some(if matches!(plain, "x" | "×" | "☒") {
            Slip::doubtful(text, vec!["yes".to_owned(), "no".to_owned()])
        } else {
            slip
        });
    }
    if no.contains(&plain) {
        let slip = Slip::new("this", text.len(), text, "no".to_owned())?;
        let sure = !matches!(plain, "-" | "–" | "—" | "n/a" | "0" | "○");
        return Some(if sure { slip } else { slip.unsafely() });
    }
    numbers::granted(text)
}

/// What labels are about, as people count it behind `all`.
const THINGS: &[&str] = &[
    "cases",
    "categories",
    "channels",
    "customers",
    "issues",
    "kinds",
    "languages",
    "levels",
    "phases",
    "plan",
    "plans",
    "priorities",
    "priority",
    "products",
    "regions",
    "releases",
    "requests",
    "severities",
    "severity",
    "tickets",
    "types",
    "versions",
];

/// Other words for `any` and `other`, in small letters.
pub(in crate::syntax) fn every_or_rest(word: &str) -> Option<&'static str> {
    match word {
        "all" | "every" | "each" | "*" | "everything" | "everyone" | "alle" | "tous" | "todos" => Some("any"),
        "others" | "the rest" | "rest" | "else" | "all others" | "all other" | "any other"
        | "everything else" | "default" | "otherwise" | "remaining" => Some("other"),
        _ => None,
    }
}

/// A label with capitals, other joiners, or another word for all and for the rest.
fn label(rule: R, text: &str) -> Option<Slip> {
    let lower = text.to_lowercase();
    // These are no two values: `24/7`, `n/a`.
    let figures = text.contains('/') && text.chars().all(|c| matches!(c, '/' | '0'..='9'));
    // What holds under a condition is no value.
    let condition = [" when ", " if ", " unless "].iter().any(|word| lower.contains(word));
    if figures || condition || lower == "n/a" {
        return None;
    }
    if let Some(what) = ["all ", "any ", "every "].iter().find_map(|every| lower.strip_prefix(every))
        && THINGS.contains(&what)
    {
        return Slip::new("this", text.len(), text, "any".to_owned());
    }
    let meant = if let Some(meant) = every_or_rest(&lower) {
        meant.to_owned()
    } else {
        let (values, by) = match lower.rfind(" by ").filter(|_| rule == R::header) {
            Some(at) if text.is_char_boundary(at) => (&text[..at], text.get(at + 4..)),
            _ => (text, None),
        };
        let mut parts = Vec::new();
        for part in values
            .split([',', '/', '&', '+', ';'])
            .flat_map(|part| part.split(" and "))
            .flat_map(|part| part.split(" or "))
        {
            parts.push(value(part.trim())?);
        }
        let by = match by {
            Some(by) => format!(" by {}", value(by.trim())?),
            None => String::new(),
        };
        format!("{}{by}", parts.join(", "))
    };
    whole(rule, &meant)?;
    let slip = Slip::new("this", text.len(), text, meant)?;
    // `R&D` is one name.
    let one = text
        .split_once('&')
        .is_some_and(|(before, behind)| !before.ends_with(' ') && !behind.starts_with(' '));
    Some(if one { slip.unsafely() } else { slip })
}

/// A value in a label: as it stands if it can be read, else as a name or as a length of time.
fn value(part: &str) -> Option<String> {
    if whole(R::label, part).is_some() {
        return Some(part.to_owned());
    }
    if let Some(slip) = slip(SlotType::Duration, part)
        && let [one] = slip.meant.as_slice()
        && slip.length == part.len()
    {
        return Some(one.clone());
    }
    let lower = part.to_lowercase();
    if matches!(lower.as_str(), "yes" | "no") {
        return Some(lower);
    }
    let words = part.split_whitespace().count();
    as_name(part).filter(|name| words <= 3 && !is_reserved(name.as_str()))
}

/// Names in a cell with capitals or other joiners; a whole day without end is `always`.
fn names(text: &str) -> Option<Slip> {
    if let Some(slip) = slip(SlotType::Ref("calendar"), text).filter(|slip| slip.length == text.len()) {
        return Some(slip);
    }
    if let answer @ ("yes" | "no") = text.to_lowercase().as_str() {
        return Slip::new("this", text.len(), text, answer.to_owned());
    }
    if matches!(text.to_lowercase().as_str(), "✗" | "none" | "n/a" | "-" | "–" | "—") {
        let slip = Slip::new("this", text.len(), text, "no".to_owned())?;
        return Some(slip.unsafely());
    }
    let mut parts = Vec::new();
    for part in text.split([',', '/', '&', '+']).flat_map(|part| part.split(" and ")) {
        parts.push(as_name(part.trim())?);
    }
    Slip::new("this", text.len(), text, parts.join(", "))
}
