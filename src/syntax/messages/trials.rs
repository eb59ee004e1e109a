//! Lines of an example or a test that people write in their own words: a case without `given`, a weekday in place of a date,
//! a moment behind what is expected.
//!
//! In: a line that fits nothing. Out: the finding with what to write instead; none where that is not known.

use crate::diagnostic::{Diagnostic, registry};
use crate::syntax::grammar::{R, whole};
use crate::syntax::head::Head;
use crate::syntax::schema::SlotType;
use crate::syntax::slips;

/// `kind is billing`, `received Sunday 10am`, `expect closed 2026-11-12 10:00`, `expect ticket is solved after 3 days`.
pub(super) fn line_of_test(head: Head<'_>) -> Option<Diagnostic> {
    let words: Vec<&str> = head.text.split_whitespace().collect();
    let finding = |place, message: &str| Diagnostic::new(&registry::SYNTAX, place, message);
    let end = head.text.trim_end().len();
    if let Some(finding) = event_in_given(head) {
        return Some(finding);
    }
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
            let place = head.span(head.text[event.len()..].find(day)? + event.len(), end);
            let finding = finding(place, "when something happens is a date and a time");
            let help = format!(
                "write the date without its weekday, and a time behind it, as `{event} 2026-11-15 10:00`"
            );
            Some(finding.label("at what time?").help(help))
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

/// `given plan is gold, received 2026-12-05 10:00`: something that happens, among the facts.
fn event_in_given(head: Head<'_>) -> Option<Diagnostic> {
    let text = head.text.trim_end();
    let (mut facts, mut events) = (text, Vec::new());
    while let Some((before, gap)) = [", and ", ", ", " and "]
        .into_iter()
        .filter_map(|gap| Some((facts.rfind(gap)?, gap.len())))
        .max_by_key(|(at, gap)| at + gap)
    {
        let Some(meant) = event(&facts[before + gap..]) else { break };
        events.insert(0, (before + gap, meant));
        facts = &facts[..before];
    }
    let (start, line) = events.first()?;
    if !facts.starts_with("given ") || facts.contains('"') {
        return None;
    }
    let place = head.span(*start, text.len());
    let finding =
        Diagnostic::new(&registry::SYNTAX, place, "what happens at a time stands on a line of its own");
    let finding = finding.label(format!("write `{line}` on the next line"));
    let lines: Vec<&str> = events.iter().map(|(_, line)| line.as_str()).collect();
    let title = "put it on a line of its own";
    let gap = head.span(facts.len(), text.len());
    Some(finding.fix(title, true, gap, format!("\n  {}", lines.join("\n  "))))
}

/// The line for something that happens at a time, if a text is one; a weekday stays where it is not that of the date.
fn event(text: &str) -> Option<String> {
    let (name, time) = text.trim().split_once(' ')?;
    whole(R::name, name)?;
    let time = time.trim_start();
    if whole(R::instant, time).is_some() {
        return Some(format!("{name} {time}"));
    }
    let (meant, length, safe) = slips::value_called(SlotType::Instant, time)?;
    let meant = if safe { meant.as_str() } else { time };
    (length == time.len()).then(|| format!("{name} {meant}"))
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
