//! How often something is done, in words of the author's own: `daily`, `om de dag`, `toutes les heures`, `4時間ごと`.
//!
//! In: a line of a commitment that fits nothing. Out: the finding with the line that works; none where that is not known.

use super::habits::stranger;
use crate::diagnostic::{Diagnostic, registry};
use crate::syntax::head::Head;
use crate::syntax::slips;

/// `daily` alone in a commitment, or `weekly until responded`.
pub(super) fn rhythm(head: Head<'_>) -> Option<Diagnostic> {
    let text = head.text.trim_end();
    if let Some(unit) = every_other(text) {
        let (place, meant) = (head.span(0, text.len()), format!("every 2 {unit}s"));
        let message = if text.starts_with("every") {
            format!("this rhythm is written `{meant}`")
        } else {
            format!("{}: `{meant}`, not `{text}`", slips::IN_ENGLISH)
        };
        let finding = Diagnostic::new(&registry::UNKNOWN_WORD, place, message).label(format!("`{meant}`"));
        return Some(finding.fix(format!("change `{text}` to `{meant}`"), true, place, meant));
    }
    if let Some(unit) = each(&text.to_lowercase()) {
        let (place, meant) = (head.span(0, text.len()), format!("every {unit}"));
        let message = format!("{}: `{meant}`, not `{text}`", slips::IN_ENGLISH);
        let finding = Diagnostic::new(&registry::UNKNOWN_WORD, place, message).label(format!("`{meant}`"));
        return Some(finding.fix(format!("change `{text}` to `{meant}`"), true, place, meant));
    }
    let (often, rest) = text.split_once(' ').unwrap_or((text, ""));
    let unit = match often {
        "hourly" | "stündlich" => "hour",
        "daily" | "dagelijks" | "täglich" | "diariamente" | "quotidiennement" | "毎日" => "day",
        "weekly" | "wekelijks" | "wöchentlich" | "semanalmente" | "毎週" => "week",
        "monthly" | "maandelijks" | "monatlich" | "mensualmente" | "毎月" => "month",
        _ => return every_in_japanese(head),
    };
    if matches!(rest.split_whitespace().next(), Some("until" | "from")) {
        let finding = stranger(head, "commitment").label(format!("`every {unit}`"));
        return Some(finding.help(format!("write `every {unit}`, and `{rest}` on a line of its own")));
    }
    if !rest.is_empty() {
        return None;
    }
    let (place, meant) = (head.span(0, text.len()), format!("every {unit}"));
    let finding = stranger(head, "commitment").label(format!("`{meant}`"));
    Some(finding.fix(format!("change `{text}` to `{meant}`"), true, place, meant))
}

/// `toutes les heures`: each one, told by many.
fn each(text: &str) -> Option<&'static str> {
    match text {
        "toutes les heures" | "todas las horas" => Some("hour"),
        "tous les jours" | "todos los días" | "todos los dias" | "alle dagen" => Some("day"),
        "toutes les semaines" | "todas las semanas" => Some("week"),
        "tous les mois" | "todos los meses" => Some("month"),
        "tous les jours ouvrés"
        | "todos los días hábiles"
        | "todos los días laborables"
        | "alle werkdagen" => Some("business day"),
        _ => None,
    }
}

/// `om de dag`: one is left out between two.
fn every_other(text: &str) -> Option<&'static str> {
    match text.to_lowercase().as_str() {
        "om de dag"
        | "om de twee dagen"
        | "om de andere dag"
        | "jeden zweiten tag"
        | "un jour sur deux"
        | "un día sí y otro no" => Some("day"),
        "om de week" | "om de twee weken" | "jede zweite woche" | "une semaine sur deux" => Some("week"),
        "om de maand" => Some("month"),
        "every other business day" | "every second business day" => Some("business day"),
        "every other working day" | "every second working day" => Some("working day"),
        "om de twee uur" => Some("hour"),
        _ => None,
    }
}

/// `4時間ごと`: the length of time comes first.
fn every_in_japanese(head: Head<'_>) -> Option<Diagnostic> {
    let text = head.text.trim_end();
    let length = ["ごと", "ごとに", "毎", "毎に"].iter().find_map(|every| text.strip_suffix(every))?;
    let (_, meant) = slips::length_in_words(length, true).filter(|(end, _)| *end == length.len())?;
    let (place, meant) = (head.span(0, text.len()), format!("every {meant}"));
    let finding = stranger(head, "commitment").label(format!("`{meant}`"));
    Some(finding.fix(format!("change `{text}` to `{meant}`"), true, place, meant))
}
