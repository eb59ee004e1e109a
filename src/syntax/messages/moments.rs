//! Conditions that ask at what hour something happens: `when outside business hours`, `when received after 17:00`.
//!
//! In: a line whose condition could be read up to some word. Out: the finding with the fact that such a condition needs, since
//! conditions speak of what is known of a request, and the time of day is not among it.

use crate::diagnostic::{Diagnostic, registry};
use crate::syntax::head::Head;

/// Words that are always about the hour.
const AROUND: [&str; 6] = ["outside", "during", "inside", "out", "within", "between"];

/// Words that are about the hour before some others.
const BEFORE: [&str; 7] = ["after", "before", "at", "in", "on", "from", "until"];

/// What people call hours and days.
const HOURS: [&str; 24] = [
    "night",
    "nights",
    "evening",
    "evenings",
    "morning",
    "weekend",
    "weekends",
    "weekday",
    "weekdays",
    "holiday",
    "holidays",
    "hours",
    "business",
    "working",
    "office",
    "noon",
    "midnight",
    "monday",
    "friday",
    "saturday",
    "saturdays",
    "sunday",
    "sundays",
    "daytime",
];

/// What may stand before such words: who or what comes at that hour.
const SUBJECTS: [&str; 18] = [
    "it",
    "is",
    "the",
    "a",
    "request",
    "ticket",
    "case",
    "received",
    "comes",
    "comes-in",
    "arrives",
    "reported",
    "raised",
    "submitted",
    "made",
    "call",
    "they",
    "you",
];

/// The finding about a condition of a line that goes on at `at` with what no condition has.
pub(super) fn of_the_clock(head: Head<'_>, at: usize) -> Option<Diagnostic> {
    let text = head.text;
    let before = text.get(..at)?;
    let begins = [" when ", " unless ", " and ", " or ", "("];
    let start = begins.iter().filter_map(|word| before.rfind(word).map(|at| at + word.len())).max()?;
    if !before.contains(" when ") && !before.contains(" unless ") {
        return None;
    }
    let ends = [" and ", " or ", ")", ",", ";", "{"];
    let rest = &text[start..];
    let end = ends.iter().filter_map(|word| rest.find(word)).min().unwrap_or(rest.len());
    let part = rest[..end].trim_end();
    let words: Vec<String> = part.split_whitespace().map(str::to_lowercase).collect();
    let mut words =
        words.iter().map(String::as_str).skip_while(|word| SUBJECTS.contains(word) || *word == "not");
    let first = words.next()?;
    let hour = |word: &str| HOURS.contains(&word) || word.starts_with(|c: char| c.is_ascii_digit());
    if !(AROUND.contains(&first) || BEFORE.contains(&first) && words.any(hour)) {
        return None;
    }
    let place = head.span(start, start + part.len());
    let message = "a condition speaks of what is known of a request, and not of the hour at which it comes";
    let finding = Diagnostic::new(&registry::SYNTAX, place, message).label("this is about the clock");
    Some(finding.help(if head.word(0) == "rate" {
        "a rate of its own hours has no `when`: write `rate 1.5 times outside office`, with the name of the calendar"
    } else {
        "declare a fact, as `fact out-of-hours \"It comes outside business hours\" { yes or no }`, and write `when out-of-hours`; \
         a channel says its hours itself, as `open office`, and a promise its clock, as `4 business hours`"
    }))
}
