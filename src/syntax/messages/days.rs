//! What a line of a calendar is meant to be that speaks of days that differ: holidays, seasons, half days and days off, in words
//! of the author's own.
//!
//! In: a line that fits nothing. Out: the finding with the line that works, where that can be said.

use super::habits::stranger;
use super::meant;
use crate::diagnostic::{Diagnostic, registry};
use crate::syntax::head::Head;
use crate::syntax::matcher::{self, Filled};
use crate::syntax::schema::{self, Schema};
use crate::syntax::slips;

/// `from 1 June to 31 August`: a season, which stands behind the hours that it is for.
pub(super) fn season_alone(head: Head<'_>) -> Option<Diagnostic> {
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
    let finding = stranger(head, "calendar").label("a season stands behind its hours");
    Some(finding.help("write both in one line, as `open Mon..Fri 09:00..14:00 in Jun 1..Aug 31 \"Summer\"`"))
}

/// `closed 24 December at 1pm`: from when, and not until when, or the other way round.
pub(super) fn half_day(head: Head<'_>) -> Option<Diagnostic> {
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

/// `closed public holidays`, `closed on New Year's Day` in a calendar: days off by their names.
pub(super) fn feast(head: Head<'_>) -> Option<Diagnostic> {
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

/// `open Mon..Fri 09:00..17:00, except holidays`: days off have a line of their own.
pub(super) fn but_days_off(head: Head<'_>, schema: &'static Schema) -> Option<Diagnostic> {
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

/// `no public holidays in Germany` in a calendar.
pub(super) fn no_holidays(head: Head<'_>) -> Option<Diagnostic> {
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

/// `cerrado festivos España`, `closed Feiertage in Berlin`: public holidays in the words of another language.
pub(super) fn holidays_abroad(head: Head<'_>) -> Option<Diagnostic> {
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
