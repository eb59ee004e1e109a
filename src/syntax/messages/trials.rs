//! Lines of an example or a test that people write in their own words: a case without `given`, a weekday in place of a date,
//! a moment behind what is expected.
//!
//! In: a line that fits nothing. Out: the finding with what to write instead; none where that is not known.

use crate::diagnostic::{Diagnostic, registry};
use crate::syntax::head::Head;

/// `kind is billing`, `received Sunday 10am`, `expect closed 2026-11-12 10:00`, `expect ticket is solved after 3 days`.
pub(super) fn line_of_test(head: Head<'_>) -> Option<Diagnostic> {
    let words: Vec<&str> = head.text.split_whitespace().collect();
    let finding = |place, message: &str| Diagnostic::new(&registry::SYNTAX, place, message);
    let end = head.text.trim_end().len();
    match words.as_slice() {
        ["given", event, date, ..] if is_date(date) => {
            let place = head.span(0, head.skip("given".len()));
            let finding = finding(place, "what happens at a time stands on a line without `given`");
            let label = format!("`given` is for the facts of the case, and `{event}` is an event");
            Some(finding.label(label).fix("take `given` out", false, place, ""))
        }
        ["expect", name, "on" | "at", date, rest @ ..] | ["expect", name, date, rest @ ..]
            if is_date(date) =>
        {
            let place = head.span(head.text.find(date)?, end);
            let finding = finding(place, "what happens at a time stands on a line without `expect`");
            let line = [&[*name, *date], rest].concat().join(" ");
            Some(finding.label("`expect` asks what holds then").help(format!(
                "write `{line}` if it happens then; that a request is in this state is expected as `expect … is {name}`, with the name of the process"
            )))
        }
        ["expect", _, "is", .., "after", figure, _] if figure.starts_with(|c: char| c.is_ascii_digit()) => {
            let place = head.span(head.text.rfind("after ")?, end);
            let finding = finding(place, "`expect` asks about the moment of the last line with a date");
            Some(finding.label("leave it out").help(
                "write something that happens at the later time, as `updated 2026-11-19 10:00`, before this line",
            ))
        }
        [event, date] if is_date(date) && !matches!(*event, "expect" | "given") => {
            let finding =
                finding(head.span(head.text.find(date)?, end), "when something happens is a date and a time");
            let help = format!("write a time behind the date, as `{event} {date} 10:00`");
            Some(finding.label("at what time?").help(help))
        }
        [event, day, rest @ ..] if is_weekday(day) && rest.iter().any(|word| is_year(word)) => {
            let start = head.text[event.len()..].find(day)? + event.len();
            let place = head.span(start, head.skip(start + day.len()));
            let finding = finding(head.span(start, start + day.len()), "a date stands without its weekday");
            Some(finding.label("it follows from the date").fix(format!("take `{day}` out"), false, place, ""))
        }
        [event, day, ..] if is_weekday(day) && event.chars().all(|c| c.is_lowercase() || c == '-') => {
            let place = head.span(head.text.find(day)?, end);
            let finding = finding(place, "when something happens is a date and a time");
            let help = format!("write a date of your choice, as `{event} 2026-11-15 10:00`");
            Some(finding.label("in which week?").help(help))
        }
        [fact @ ("severity" | "priority" | "plan" | "channel" | "kind" | "product" | "region"), value]
            if value.chars().all(|c| c.is_alphanumeric() || c == '-') =>
        {
            let meant = format!("given {fact} is {value}");
            let finding = finding(head.span(0, fact.len()), "what the case is stands behind `given`");
            let place = head.span(0, end);
            Some(finding.label("`given` belongs before this").fix(
                format!("write `{meant}`"),
                false,
                place,
                meant,
            ))
        }
        [fact, "is", rest @ ..]
            if !matches!(*fact, "expect" | "given") && !rest.iter().any(|word| is_date(word)) =>
        {
            let place = head.span(0, end);
            let meant = format!("given {}", &head.text[..end]);
            let finding = finding(head.span(0, fact.len()), "what the case is stands behind `given`");
            Some(finding.label("`given` belongs before this").fix(
                format!("write `{meant}`"),
                false,
                place,
                meant,
            ))
        }
        _ => None,
    }
}

/// `2026-11-12`.
fn is_date(word: &str) -> bool {
    word.len() == "2026-11-12".len() && word.chars().all(|c| c.is_ascii_digit() || c == '-')
}

/// `2026`, or a date with its year.
fn is_year(word: &str) -> bool {
    let word = word.trim_end_matches(',');
    is_date(word) || (word.len() == 4 && word.chars().all(|c| c.is_ascii_digit()))
}

/// `Sunday`, `Sun`.
fn is_weekday(word: &str) -> bool {
    const DAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    let word = word.trim_end_matches(',').to_lowercase();
    DAYS.iter().any(|day| *day == word || day[..3] == word)
}
