//! What a line of a channel or of a calendar is meant to be that says when something is open, in words of the author's own.
//!
//! In: a line that fits nothing. Out: the finding with the line that works, where that can be said.

use super::habits::stranger;
use super::meant;
use crate::diagnostic::{Diagnostic, registry};
use crate::syntax::grammar::{R, prefix, whole};
use crate::syntax::head::{Head, is_reserved};
use crate::syntax::matcher::{self, Filled};
use crate::syntax::schema::{self, Pattern, Schema};
use crate::syntax::slips;

/// What people write for `open`.
const HOURS: [&str; 4] = ["hours", "opens", "times", "opening"];

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
pub(super) fn of_channel(head: Head<'_>) -> Option<Diagnostic> {
    let calendar = || hours_of_calendar(head).or_else(|| hours_behind_name(head));
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

/// `from 1 June to 31 August`: a season, which stands behind the hours that it is for.
fn season_alone(head: Head<'_>) -> Option<Diagnostic> {
    let first = head.word(0);
    let lower = head.text.to_lowercase();
    let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let dated = lower.split([' ', '.', '-']).any(|word| months.iter().any(|month| word.starts_with(month)));
    let begins = match first {
        "summer" | "winter" | "season" => true,
        "from" | "in" | "during" | "between" => dated,
        _ => false,
    };
    if !begins {
        return None;
    }
    let finding = super::habits::stranger(head, "calendar").label("a season stands behind its hours");
    Some(finding.help("write both in one line, as `open Mon..Fri 09:00..14:00 in Jun 1..Aug 31 \"Summer\"`"))
}

/// `closed 24 December at 1pm`: from when, and not until when, or the other way round.
fn half_day(head: Head<'_>) -> Option<Diagnostic> {
    let text = head.text.trim_end();
    let words: Vec<&str> = text.split(' ').collect();
    let (word, time) = match words.as_slice() {
        ["closed" | "open", .., word, time] => (*word, *time),
        _ => return None,
    };
    let clock = time.starts_with(|c: char| c.is_ascii_digit())
        && (time.contains(':') || time.ends_with("am") || time.ends_with("pm"))
        && !time.contains(['.', '-', '–']);
    if !clock || !matches!(word, "at" | "from" | "after" | "until" | "till" | "before") {
        return None;
    }
    let place = head.span(text.len() - time.len() - word.len() - 1, text.len());
    let message = "hours on a day are written from when to when";
    let finding = Diagnostic::new(&registry::SYNTAX, place, message);
    let until = matches!(word, "until" | "till" | "before");
    let label = if until { "from when?" } else { "until when?" };
    let example = if until { "00:00..13:00" } else { "13:00..24:00" };
    Some(
        finding
            .label(label)
            .help(format!("write both times, as `closed Dec 24 {example}`; `24:00` is the end of the day")),
    )
}

/// A line of a calendar.
pub(super) fn of_calendar(head: Head<'_>, schema: &'static Schema) -> Option<Diagnostic> {
    let open =
        || always_alone(head).or_else(|| open_always(head, "calendar")).or_else(|| other_word(head, schema));
    let days =
        || days_around_the_clock(head).or_else(|| hours_by_days(head)).or_else(|| but_days_off(head, schema));
    hours_alone(head, schema)
        .or_else(|| season_alone(head))
        .or_else(|| half_day(head))
        .or_else(|| feast(head))
        .or_else(days)
        .or_else(open)
        .or_else(|| no_holidays(head))
        .or_else(|| holidays_abroad(head))
}

/// `cerrado festivos España`, `closed Feiertage in Berlin`: public holidays in the words of another language.
fn holidays_abroad(head: Head<'_>) -> Option<Diagnostic> {
    let own = head.has(0, "closed");
    let closed =
        own.or_else(|| slips::english(head.text).filter(|(word, _)| *word == "closed").map(|(_, end)| end))?;
    let at = head.skip(closed);
    let rest = head.text[at..].trim_end();
    if !meant::speaks_of_holidays(rest) || rest.contains(['"', '{']) {
        return None;
    }
    let message = "public holidays are written `holidays`, with the code of their country or region";
    let finding = Diagnostic::new(&registry::SYNTAX, head.span(at, at + rest.len()), message);
    meant::public_holidays(head, at, finding.clone()).or_else(|| {
        let help = "write `closed on holidays NL`, with the code of the country or region";
        Some(finding.label("of which country or region?").help(help))
    })
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

/// `open Mon..Fri 09:00..17:00, except holidays`: days off have a line of their own.
fn but_days_off(head: Head<'_>, schema: &'static Schema) -> Option<Diagnostic> {
    let text = head.text.trim_end();
    let (open, off) =
        ["except on", "except for", "except", "excluding", "excl.", "not on", "but not on", "closed on"]
            .into_iter()
            .find_map(|word| {
                let (open, off) = text.split_once(&format!(" {word} "))?;
                Some((open.trim_end_matches([',', ' ']), off.trim()))
            })?;
    let fits = |line: &str| {
        let line = Head { text: line, ..head };
        matcher::find(line, schema::tried(schema, None), &mut Filled::default()).is_ok()
    };
    if !open.starts_with("open ") || !fits(open) {
        return None;
    }
    let place = head.span(open.len(), text.len());
    let finding = Diagnostic::new(
        &registry::SYNTAX,
        head.span(text.len() - off.len(), text.len()),
        "days off have a line of their own, behind `closed`",
    )
    .label("when is it closed?");
    let lower = off.to_lowercase();
    let all =
        ["holidays", "public holidays", "bank holidays", "national holidays", "the holidays", "all holidays"];
    let lines = [format!("closed {off}"), format!("closed on {off}")];
    let meant = if all.contains(&lower.as_str()) {
        "closed on holidays ?".to_owned()
    } else if let Some(area) = meant::area_named(off).filter(|_| lower.contains("holiday")) {
        format!("closed on holidays {}", area.code())
    } else {
        let Some(line) = lines.into_iter().find(|line| fits(line)) else {
            return Some(
                finding
                    .help("write them on a line of their own, as `closed Dec 24` or `closed on holidays NL`"),
            );
        };
        line
    };
    Some(finding.fix(format!("write `{meant}` on a line of its own"), false, place, format!("\n  {meant}")))
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
    if prefix(R::weekdays, days).is_none() && !slips::begins_with_days(days) {
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

/// `closed public holidays`, `closed on New Year's Day` in a calendar: days off by their names.
fn feast(head: Head<'_>) -> Option<Diagnostic> {
    let text = head.text.trim_end();
    let named = text.strip_prefix("closed ")?.trim_start();
    let named = ["on ", "at ", "for "].iter().find_map(|word| named.strip_prefix(word)).unwrap_or(named);
    let start = text.len() - named.len();
    let finding = Diagnostic::new(
        &registry::SYNTAX,
        head.span(start, text.len()),
        "days off are given by their dates, or as the holidays of a country or region",
    );
    if let Some(finding) = meant::public_holidays(head, start, finding.clone()) {
        return Some(finding);
    }
    let lower = named.to_lowercase().replace('’', "'");
    let plain = lower.strip_prefix("all ").unwrap_or(&lower);
    let plain = plain.strip_prefix("the ").unwrap_or(plain);
    let whose = [
        "public",
        "bank",
        "national",
        "official",
        "legal",
        "statutory",
        "observed",
        "federal",
        "regional",
        "local",
        "state",
    ];
    if plain == "holidays"
        || plain.strip_suffix(" holidays").is_some_and(|said| {
            said.split([' ', ',']).all(|word| whose.contains(&word) || matches!(word, "" | "and" | "or"))
        })
    {
        let meant = "closed on holidays ?";
        let finding = finding.label("of which country or region?");
        let title = format!("write `{meant}`, and the code of the country or region, as `NL`, for `?`");
        return Some(finding.fix(title, false, head.span(0, text.len()), meant));
    }
    if !slips::is_feast(&lower) {
        return None;
    }
    let finding = finding.label("on which day is this?");
    Some(match slips::day_of_feast(&lower) {
        Some(day) => {
            let meant = format!("closed {day}");
            finding.fix(format!("change it to `{meant}`"), false, head.span(0, text.len()), meant)
        }
        None => finding
            .help("write its dates, as `closed Dec 24`, or close on all holidays: `closed on holidays NL`"),
    })
}

/// `no public holidays in Germany` in a calendar.
fn no_holidays(head: Head<'_>) -> Option<Diagnostic> {
    let no = ["no", "not", "excluding", "without", "excl.", "excl"].contains(&head.word(0));
    let text = head.text.to_lowercase();
    if !no || !text.contains("holiday") {
        return None;
    }
    let finding = stranger(head, "calendar");
    // Who is not closed on holidays is open.
    if head.word(0) == "not" || text.contains("clos") {
        let help = "write `open on holidays` if they are like any other day, or `closed on holidays NL`";
        return Some(finding.label("is it open on holidays, or closed?").help(help));
    }
    meant::public_holidays(head, 0, finding.clone()).or_else(|| {
        let help = "write `closed on holidays NL`, with the code of the country or region";
        Some(finding.label("days on which nothing is open are closed").help(help))
    })
}
