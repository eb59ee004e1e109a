//! Several lines in one: statements that a comma joins, days off that `and` joins, a meaning behind its title.
//!
//! In: a line that fits nothing. Out: the finding with a fix that gives each part its line; none where a part of it would not
//! fit on its own.

use super::habits::Around;
use super::unknown::Known;
use crate::diagnostic::{Diagnostic, Edit, Fix, registry};
use crate::source::Span;
use crate::syntax::grammar::{Builder, R, whole};
use crate::syntax::head::Head;
use crate::syntax::matcher::{self, Filled};
use crate::syntax::schema::{self, Pattern, Schema, SlotType};
use crate::syntax::slips;

/// `extends free, price EUR 400 per month`: statements with commas between them.
pub(super) fn run_together(
    head: Head<'_>,
    around: Around<'_>,
    known: &Known,
    patterns: &[&'static Pattern],
) -> Option<Diagnostic> {
    let begins = |at: &usize| known.words.contains(&head.word(head.skip(at + 1)));
    let in_text = |at: usize| head.text[..at].matches('"').count() % 2 == 1;
    let commas: Vec<usize> = head.text.match_indices(',').map(|(at, _)| at).filter(begins).collect();
    if commas.is_empty() || commas.iter().any(|at| in_text(*at)) {
        return None;
    }
    let mut filled = Filled::default();
    let mut start = 0;
    let mut plain = !around.body && around.before.is_empty();
    for end in commas.iter().copied().chain([head.text.len()]) {
        let text = head.text[start..end].trim();
        matcher::find(Head { text, ..head }, patterns, &mut filled).ok()?;
        // What stands behind the last one may be meant for all of them.
        plain &= filled.tail.when.is_none() && filled.tail.because.is_none();
        start = head.skip(end + 1).min(head.text.len());
    }
    let edits: Vec<Edit> = commas
        .iter()
        .map(|at| Edit { span: head.span(*at, head.skip(at + 1)), text: "\n  ".to_owned() })
        .collect();
    let first = commas.first().map(|at| head.span(*at, at + 1))?;
    let message = "each statement has a line of its own, and a comma joins none";
    let finding = Diagnostic::new(&registry::SYNTAX, first, message).label("a new line begins here");
    if !plain {
        return Some(finding.help("put each statement on a line of its own, with all that is said of it"));
    }
    let title = "put each statement on a line of its own".to_owned();
    Some(Diagnostic { fixes: vec![Fix { title, safe: true, edits }], ..finding })
}

/// `is one of red, green`, `red or green`: the values of a fact, which have a line for each.
pub(super) fn values_of_fact(
    head: Head<'_>,
    around: Around<'_>,
    schema: &'static Schema,
) -> Option<Diagnostic> {
    const BEFORE: [&str; 9] = [
        "is one of ",
        "one of ",
        "is either ",
        "either ",
        "can be ",
        "values: ",
        "values ",
        "value: ",
        "is ",
    ];
    let text = head.text.trim_end();
    let list = BEFORE.iter().find_map(|before| text.strip_prefix(before)).unwrap_or(text);
    let values: Vec<&str> = list
        .split([',', '/'])
        .flat_map(|part| part.split(" or "))
        .flat_map(|part| part.split(" and "))
        .map(str::trim)
        .map(|value| value.strip_prefix("or ").unwrap_or(value))
        .collect();
    // A text may hold such words itself.
    if values.len() < 2 || values.iter().any(|value| value.matches('"').count() == 1) {
        return None;
    }
    let patterns: Vec<_> = schema.statements.iter().filter(|known| known.tag == "value").collect();
    for value in &values {
        matcher::find(Head { text: value, ..head }, &patterns, &mut Filled::default()).ok()?;
    }
    let place = head.span(0, text.len());
    let finding =
        Diagnostic::new(&registry::SYNTAX, place, "each value of a fact stands on a line of its own");
    let finding = finding.label(format!("{} values", values.len()));
    if around.body || !around.before.is_empty() {
        return Some(finding.help("put each of them on a line of its own, with all that is said of it"));
    }
    let written: Vec<String> = values.iter().map(|value| format!("`{value}`")).collect();
    Some(finding.fix(format!("write {}", written.join(", ")), true, place, values.join("\n  ")))
}

/// More days than anybody writes on one line.
const MOST_DAYS: usize = 40;

/// `closed 24 and 31 December`, `closed Dec 24, Dec 31`: days of which each has a line, with what stands before all of them.
pub(super) fn days_off(head: Head<'_>, around: Around<'_>, schema: &'static Schema) -> Option<Diagnostic> {
    let text = head.text.trim_end();
    let list = text.strip_prefix("closed ").filter(|_| schema.keyword == "calendar")?;
    let list = list.strip_prefix("on ").unwrap_or(list);
    let start = text.len() - list.len();
    // Hours and a name behind the days are said of each of them.
    let (list, behind) = list.split_at(behind_days(list));
    let list = list.trim_end();
    let pieces: Vec<&str> = list
        .split([',', '&'])
        .flat_map(|piece| piece.split(" and "))
        .map(str::trim)
        .filter(|piece| !piece.is_empty())
        .collect();
    if !(2..=MOST_DAYS).contains(&pieces.len()) {
        return None;
    }
    let place = head.span(start, start + list.len());
    let (days, sure) = each_day(&pieces)?;
    let finding =
        Diagnostic::new(&registry::SYNTAX, place, "each day off has a line of its own").label("several days");
    // A day that there is not is left for whoever knows which one was meant.
    if let Some(missing) = days.iter().find(|day| !exists(day, place)) {
        return Some(finding.help(format!("put each of them on a line of its own; there is no `{missing}`")));
    }
    if around.body {
        return Some(finding.help("put each of them on a line of its own, with what the braces say of it"));
    }
    let before = if around.before.is_empty() { String::new() } else { format!("{} ", around.before) };
    let behind = if behind.is_empty() { String::new() } else { format!(" {behind}") };
    let lines: Vec<String> = days.iter().map(|day| format!("closed {day}{behind}")).collect();
    let patterns = schema::tried(schema, None);
    for line in &lines {
        matcher::find(Head { text: line, ..head }, patterns, &mut Filled::default()).ok()?;
    }
    let written: Vec<String> = lines.iter().map(|line| format!("`{before}{line}`")).collect();
    let title = format!("write {}", written.join(", "));
    Some(finding.fix(title, sure, head.span(0, text.len()), lines.join(&format!("\n  {before}"))))
}

/// The day that each piece of a list means, and whether none of them can mean another. A number without its month has that of
/// the day before it where the months stand first, and of the next one where they stand last.
fn each_day(pieces: &[&str]) -> Option<(Vec<String>, bool)> {
    let day = |piece: &str| {
        let right = whole(R::dates, piece).map(|_| piece.to_owned());
        right.or_else(|| slips::one_day(piece)).filter(|day| !day.contains(".."))
    };
    let number = |piece: &&str| piece.len() < 3 && piece.bytes().all(|byte| byte.is_ascii_digit());
    let month_first = |piece: &&str| piece.starts_with(char::is_alphabetic);
    let named = || pieces.iter().filter(|piece| !number(piece));
    let (first, last) = (named().all(month_first), !named().any(month_first));
    let (mut days, mut sure) = (Vec::new(), true);
    for (at, piece) in pieces.iter().enumerate() {
        if !number(piece) {
            days.push(day(piece)?);
            continue;
        }
        let before = || pieces[..at].iter().rev().find_map(|other| day(other));
        let behind = || pieces[at..].iter().find_map(|other| day(other));
        let near = if first { before() } else { behind().filter(|_| last) };
        sure &= near.is_some();
        let near = near.or_else(behind).or_else(before)?;
        days.push(match near.split_once(' ') {
            Some((month, _)) => day(&format!("{month} {piece}"))?,
            // `24 and 31 December 2026`
            None => format!("{}-{piece:0>2}", near.get(..7)?),
        });
    }
    // A year that stands behind one of them only may be meant for all, or not.
    let dated = days.iter().filter(|day| !day.contains(' ')).count();
    (dated == 0 || dated == days.len()).then_some((days, sure))
}

/// Where the hours or the name begin that stand behind days.
fn behind_days(list: &str) -> usize {
    let quote = list.find('"').unwrap_or(list.len());
    let hours = list[..quote]
        .find(':')
        .map(|colon| list[..colon].trim_end_matches(|c: char| c.is_ascii_digit()).len());
    hours.unwrap_or(quote)
}

/// Whether a day in our form is one of the calendar.
fn exists(day: &str, place: Span) -> bool {
    whole(R::dates, day).is_some_and(|pair| SlotType::Dates.build(&mut Builder::at(place), pair).is_ok())
}

/// `severity low "Low" - questions and wishes`: what it means, behind the title.
pub(super) fn meaning_behind(
    head: Head<'_>,
    at: usize,
    schema: &'static Schema,
    body: bool,
) -> Option<Diagnostic> {
    let signs = [":", "-", "–", "—", "="];
    let rest = head.text[at..].trim_end();
    // A second text has no sign before it.
    let sign = signs.into_iter().find(|sign| rest.starts_with(sign)).or_else(|| {
        let second = rest.len() > 2 && rest.starts_with('"') && rest[1..].find('"') == Some(rest.len() - 2);
        second.then_some("")
    })?;
    let behind = rest[sign.len()..].trim();
    let plain = behind.trim_matches('"');
    let before = head.text[..at].trim_end();
    if schema.keyword == "use"
        || plain.is_empty()
        || plain.contains(['"', '{', '\n'])
        || !before.ends_with('"')
    {
        return None;
    }
    let place = head.span(at, at + rest.len());
    let own = own_statement(head, plain, schema);
    let (what, label) = match own {
        Some(_) => ("says", "it belongs between its braces"),
        None if matches!(schema.keyword, "section" | "policy" | "question") => {
            ("says", "it belongs between its braces")
        }
        None => ("means", "it belongs behind `means`"),
    };
    let message = format!("what {} {what} stands between braces", super::this(schema.keyword));
    let finding = Diagnostic::new(&registry::SYNTAX, place, message).label(label);
    // What is not known yet is no text, which would be published.
    let words = || match schema.keyword {
        _ if slips::is_open(plain) => "means ?".to_owned(),
        "section" | "policy" => format!("\"{plain}\""),
        "question" => format!("answer \"{plain}\""),
        _ => format!("means \"{plain}\""),
    };
    let meant = own.unwrap_or_else(words);
    if body {
        return Some(finding.help(format!("put `{meant}` between its braces")));
    }
    let place = head.span(before.len(), at + rest.len());
    Some(finding.fix(format!("write `{meant}` between braces"), false, place, format!(" {{ {meant} }}")))
}

/// The statement that a declaration has for what stands behind its title: `EUR 10` of an offer is `rate EUR 10`. Prose of it
/// would be published and count for nothing.
fn own_statement(head: Head<'_>, text: &str, schema: &'static Schema) -> Option<String> {
    let figures = text.contains(|c: char| c.is_ascii_digit());
    let address = text.contains('@') || text.contains("://") || text.starts_with(['+', '(', '0']);
    let meant = match schema.keyword {
        "price" if figures => text.to_owned(),
        "offer" if figures => format!("rate {text}"),
        "plan" if figures => format!("price {text}"),
        "calendar" if figures => format!("open {text}"),
        "channel" if address => format!("address \"{text}\""),
        _ => return None,
    };
    let line = Head { text: &meant, ..head };
    matcher::find(line, schema::tried(schema, None), &mut Filled::default()).ok()?;
    Some(meant)
}
