//! What a line of a channel or of a calendar is meant to be that says when something is open, in words of the author's own.
//!
//! In: a line that fits nothing. Out: the finding with the line that works, where that can be said.

use super::habits::{Around, stranger};
use super::titles;
use super::{agreed, asides, days};
use crate::diagnostic::{Diagnostic, registry};
use crate::syntax::grammar::{R, prefix, whole};
use crate::syntax::head::{Head, is_reserved};
use crate::syntax::matcher::{self, Filled};
use crate::syntax::schema::{self, Pattern, Schema, SlotType};
use crate::syntax::slips;

/// What people write for `open`.
const HOURS: [&str; 4] = ["hours", "opens", "times", "opening"];

/// What people write behind `open` that says how they answer, and not when.
const NO_HOURS: [&str; 18] = [
    "best effort",
    "best efforts",
    "best-effort basis",
    "on a best effort",
    "on a best-effort",
    "on best effort",
    "as available",
    "as time permits",
    "subject to availability",
    "when available",
    "if available",
    "when possible",
    "if possible",
    "where possible",
    "by appointment",
    "on appointment",
    "on request",
    "upon request",
];

/// Whether words begin with what says how somebody answers, and not when.
pub(in crate::syntax) fn says_no_hours(words: &str) -> bool {
    NO_HOURS.iter().any(|known| words.starts_with(*known)) || agreed::is_saying(words)
}

/// What people write where the name of a calendar belongs.
const SAID: [&str; 3] = ["business hours", "working hours", "office hours"];

/// What a file calls its business hours.
#[derive(Clone, Copy, Default)]
pub(in crate::syntax) struct NamedHours<'t> {
    /// The calendar behind `business hours` in its header.
    calendar: Option<&'t str>,
    /// Which of these words are the name of a calendar, as `business-hours`.
    declared: [bool; SAID.len()],
}

impl<'t> NamedHours<'t> {
    /// Those of a file, which is looked through once.
    pub(in crate::syntax) fn of(file: &'t str) -> Self {
        let calendar = file.match_indices("business hours ").find_map(|(at, said)| {
            let before = file[..at].trim_end_matches([' ', '\t']);
            let begins = before.is_empty() || before.ends_with(['\n', '{', ';']);
            let name = file[at + said.len()..]
                .trim_start_matches(' ')
                .split([' ', ';', '#', '}', '\n', '\r'])
                .next();
            name.filter(|name| begins && whole(R::name, name).is_some())
        });
        let declared = SAID.map(|said| file.contains(&format!("calendar {}", said.replace(' ', "-"))));
        Self { calendar, declared }
    }
}

/// `open business hours`, `outside business hours`: the calendar that the header names so, by its own name.
pub(super) fn business_hours(
    head: Head<'_>,
    hours: NamedHours<'_>,
    patterns: &[&'static Pattern],
) -> Option<Diagnostic> {
    let (index, said) = SAID.into_iter().enumerate().find(|(_, said)| head.text.contains(said))?;
    let at = head.text.find(&format!(" {said}"))? + 1;
    let end = at + said.len();
    let whole_words = !head.text[end..].starts_with(|c: char| c.is_alphanumeric() || c == '-');
    let calendar = hours.calendar;
    // `office hours` may be a calendar of this name, which is not declared yet.
    let own = hours.declared.get(index) == Some(&true) || said == "office hours" && calendar.is_none();
    if !whole_words || own || head.text[..at].contains('"') {
        return None;
    }
    let text = format!("{}{}{}", &head.text[..at], calendar.unwrap_or("office"), &head.text[end..]);
    let mut filled = Filled::default();
    matcher::find(Head { text: &text, ..head }, patterns, &mut filled)
        .ok()
        .filter(|_| filled.findings.is_empty())?;
    let message = format!("`{said}` is no name of a calendar");
    let place = head.span(at, end);
    let finding = Diagnostic::new(&registry::SYNTAX, place, message);
    Some(match calendar {
        // Others than those of the header may be meant by other words.
        Some(name) => finding
            .label(format!("the calendar of the business hours is called `{name}`"))
            .fix(format!("change it to `{name}`"), said == "business hours", place, name),
        None => finding.label("hours are those of a calendar").help(
            "write the name of the calendar that has these hours, which the header of the policy names as `business hours office`",
        ),
    })
}

/// A line of a channel.
pub(super) fn of_channel(head: Head<'_>, around: Around<'_>) -> Option<Diagnostic> {
    let named = || hours_of_calendar(head).or_else(|| titled_hours(head, around));
    let calendar = || named().or_else(|| hours_behind_name(head)).or_else(|| no_hours(head));
    opening_hours(head).or_else(|| open_always(head, "channel")).or_else(calendar)
}

/// `open support hours`: a calendar with a word behind its name, or one whose name is both.
fn hours_behind_name(head: Head<'_>) -> Option<Diagnostic> {
    let text = head.text.trim_end();
    let name = text.strip_prefix("open ")?.strip_suffix(" hours")?.trim();
    let said = SAID.iter().any(|said| said.strip_suffix(" hours") == Some(name));
    if said || whole(R::name, name).is_none() || is_reserved(name) {
        return None;
    }
    let at = head.skip("open".len());
    let place = head.span(at, text.len());
    let finding =
        Diagnostic::new(&registry::SYNTAX, place, "behind `open` comes the name of a calendar, in one word");
    let both = format!("{name}-hours");
    Some(finding.label("which calendar?").fix(format!("change it to `{name}`"), false, place, name).fix(
        format!("change it to `{both}`"),
        false,
        place,
        both.clone(),
    ))
}

/// A line of a calendar.
pub(super) fn of_calendar(head: Head<'_>, schema: &'static Schema) -> Option<Diagnostic> {
    let open =
        || always_alone(head).or_else(|| open_always(head, "calendar")).or_else(|| other_word(head, schema));
    let days = || {
        days_around_the_clock(head)
            .or_else(|| hours_by_days(head))
            .or_else(|| days::but_days_off(head, schema))
    };
    hours_alone(head, schema)
        .or_else(|| days::season_alone(head))
        .or_else(|| days::half_day(head))
        .or_else(|| days::feast(head))
        .or_else(days)
        .or_else(open)
        .or_else(|| days::no_holidays(head))
        .or_else(|| days::holidays_abroad(head))
}

/// `24x7` alone in a calendar.
fn always_alone(head: Head<'_>) -> Option<Diagnostic> {
    let text = head.text.trim_end();
    let said = text.starts_with(|c: char| c.is_ascii_digit()) && slips::is_always(text);
    (said || text == "always open" || text == "always").then(|| {
        let place = head.span(0, text.len());
        let finding = stranger(head, "calendar").label("when a calendar is open stands behind `open`");
        finding.fix("change it to `open always`", true, place, "open always")
    })
}

/// `24x5`, `open 24/6`: so many days of the week around the clock.
fn days_around_the_clock(head: Head<'_>) -> Option<Diagnostic> {
    let text = head.text.trim_end();
    let said = text.strip_prefix("open ").unwrap_or(text).trim();
    let days = ["x", "/", "*", "×", " x ", " / "].into_iter().find_map(|sign| {
        said.strip_prefix("24").and_then(|rest| rest.strip_prefix(sign)).filter(|days| days.len() == 1)
    })?;
    let last = match days {
        "5" => "Fri",
        "6" => "Sat",
        _ => return None,
    };
    let meant = format!("open Mon..{last} 00:00..24:00");
    let place = head.span(0, text.len());
    let message = "hours around the clock are those from `00:00` to `24:00` of their days";
    let finding = Diagnostic::new(&registry::SYNTAX, place, message).label("on which days?");
    Some(finding.fix(format!("change it to `{meant}`"), false, place, meant))
}

/// `open 9x5 08:00-17:00`: so many hours on so many days of the week, of which the days count.
fn hours_by_days(head: Head<'_>) -> Option<Diagnostic> {
    let at = head.skip(head.has(0, "open").unwrap_or(0));
    let word = head.word(at);
    let (hours, days) = word.split_once(['x', '×', '/'])?;
    let figures: u8 = hours.parse().ok().filter(|hours| (1..24).contains(hours))?;
    let last = match days {
        "5" => "Fri",
        "6" => "Sat",
        "7" => "Sun",
        _ => return None,
    };
    let meant = format!("Mon..{last}");
    let place = head.span(at, at + word.len());
    let message = format!("`{word}` does not say which {figures} hours these are");
    let finding = Diagnostic::new(&registry::SYNTAX, place, message).label("on which days?");
    let behind = head.text[at + word.len()..].trim();
    Some(if behind.starts_with(|c: char| c.is_ascii_digit()) && at > 0 {
        finding.fix(format!("change it to `{meant}`"), false, place, meant)
    } else {
        finding.help(format!("write days and hours, as `open {meant} 09:00..17:00`"))
    })
}

/// `hours office` in a channel.
fn hours_of_calendar(head: Head<'_>) -> Option<Diagnostic> {
    let name = head.text.strip_prefix("hours ")?.trim();
    whole(R::name, name).filter(|pair| pair.as_str() == name && name != "always")?;
    let (place, meant) = (head.span(0, "hours".len()), format!("open {name}"));
    let finding = stranger(head, "channel").label("when a channel is open stands behind `open`");
    // These are words for the hours of a calendar that has another name.
    if matches!(name, "business" | "working" | "normal" | "regular" | "usual") {
        let help = "write `open` and the name of the calendar with these hours, which the header may name behind `business hours`";
        return Some(finding.help(help));
    }
    Some(finding.fix(format!("change it to `{meant}`"), true, place, "open"))
}

/// `hours "Office hours"` in a channel.
fn titled_hours(head: Head<'_>, around: Around<'_>) -> Option<Diagnostic> {
    let at = head.skip(head.has(0, "hours")?);
    let title = titles::title_at(head, at)?;
    let end = at + title.len() + 2;
    let name = around.titles.and_then(|titles| titles.name("calendar", title));
    let place = head.span(0, end);
    head.text[end..]
        .trim()
        .is_empty()
        .then(|| titles::named(place, "calendar", (title, name), |name| format!("open {name}")))
}

/// `open best effort` in a channel.
fn no_hours(head: Head<'_>) -> Option<Diagnostic> {
    let at = head.skip(head.has(0, "open")?);
    let said = head.text[at..].trim_end();
    Some(said.to_lowercase()).filter(|words| says_no_hours(words))?;
    let schema = schema::of("channel")?;
    let message = "a channel is open at the hours of a calendar";
    let finding = Diagnostic::new(&registry::SYNTAX, head.span(at, at + said.len()), message);
    Some(finding.label("these are no hours").help(format!(
        "write `open` and the name of a calendar, or say it in words: {}",
        asides::in_words(schema, said)
    )))
}

/// `hours Mon..Fri 09:00..17:30` in a calendar.
fn other_word(head: Head<'_>, schema: &'static Schema) -> Option<Diagnostic> {
    let word = HOURS.into_iter().find(|word| *word == head.word(0).trim_end_matches(':'))?;
    let rest = head.text[word.len()..].trim_start();
    let behind = ["hours", "times"].iter().find_map(|more| rest.strip_prefix(more)).unwrap_or(rest);
    let behind = behind.trim_start_matches([':', ' ']);
    let place = head.span(0, head.text.len() - behind.len());
    let finding = stranger(head, "calendar").label("when a calendar is open stands behind `open`");
    let text = format!("open {behind}");
    let fits =
        matcher::find(Head { text: &text, ..head }, schema::tried(schema, None), &mut Filled::default());
    Some(match fits {
        Ok(_) => finding.fix(format!("change it to `{}`", text.trim_end()), true, place, "open "),
        Err(_) => finding.help("write `open Mon..Fri 09:00..17:30`, or `open always`"),
    })
}

/// `hours 24/7` in a channel.
fn open_always(head: Head<'_>, keyword: &'static str) -> Option<Diagnostic> {
    let word = head.word(0).trim_end_matches(':');
    let known = HOURS.contains(&word) || matches!(word, "available" | "availability" | "staffed" | "answers");
    let end = head.text.trim_end().len();
    if !known || !slips::is_always(head.text[word.len()..end].trim_start_matches([':', ' '])) {
        return None;
    }
    let place = head.span(0, end);
    let finding = stranger(head, keyword).label(format!("when a {keyword} is open stands behind `open`"));
    Some(finding.fix("change it to `open always`", true, place, "open always"))
}

/// `open Mon..Fri 09:00..17:00` in a channel.
fn opening_hours(head: Head<'_>) -> Option<Diagnostic> {
    let at = head.skip(head.has(0, "open")?);
    let hours =
        ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"].iter().any(|day| head.text[at..].starts_with(day))
            || head.text[at..].starts_with(|c: char| c.is_ascii_digit());
    let place = head.span(at, head.text.len());
    hours.then(|| {
        Diagnostic::new(
            &registry::SYNTAX,
            place,
            "a channel names its calendar, and the calendar has the hours",
        )
        .label("these belong to a calendar")
        .help("declare `calendar office \"Office hours\" { … }`, and write `open office` here")
    })
}

/// `Mon-Fri 09:00-17:00`, `Sun closed`, `not Mon..Fri` in a calendar: days without the word that stands before them, or with
/// another one.
fn hours_alone(head: Head<'_>, schema: &'static Schema) -> Option<Diagnostic> {
    let text = head.text.trim_end();
    let days = text.strip_prefix("not ").map_or(text, str::trim_start);
    let open_end = || slips::holed(SlotType::Weekdays, head, text.len() - days.len()).is_some();
    if prefix(R::weekdays, days).is_none() && !slips::begins_with_days(days) && !open_end() {
        return None;
    }
    let message = "hours stand behind `open`, and days off behind `closed`";
    let finding = Diagnostic::new(&registry::SYNTAX, head.span(0, head.word(0).len()), message);
    let fits = |line: &str| {
        let line = Head { text: line, ..head };
        matcher::find(line, schema::tried(schema, None), &mut Filled::default()).is_ok()
    };
    let place = head.span(0, text.len());
    let off = ["closed", "off", "shut"].iter().find_map(|word| days.strip_suffix(word));
    let off = off.map(|days| days.trim_end_matches([' ', ':', '-', '–', '—', '=', ',']));
    if let Some(days) = off.or_else(|| Some(days).filter(|days| days.len() < text.len())) {
        let (finding, meant) = (finding.label("days off stand behind `closed`"), format!("closed {days}"));
        // What is not closed is open.
        let denied = off.is_some() && text.starts_with("not ");
        return Some(if fits(&meant) && !denied {
            finding.fix(format!("change it to `{meant}`"), false, place, meant)
        } else {
            finding.help("write the days off behind `closed`, as `closed Sun`")
        });
    }
    let finding = finding.label("`open` belongs before this");
    Some(if fits(&format!("open {text}")) {
        finding.fix("put `open` before it", false, head.span(0, 0), "open ")
    } else {
        finding.help(
            "write the days and the hours, as `open Mon..Fri 09:00..17:30`, or days off as `closed Sun`",
        )
    })
}
