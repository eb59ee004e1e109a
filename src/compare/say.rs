//! Changes in the words of findings: one line that says what changed, and lines that prove it.
//!
//! In: a change and the space of its cases. Out: plain text in English. Readers of a notice get theirs in their own language.

use super::change::{Area, Change, Direction, Reach, Said, Witness};
use super::common::Common;
use super::kinds;
use super::lengths::Lengths;
use crate::time::{DateTime, Instant, ZoneClock};
use std::fmt::Write as _;

/// The longest text that is shown whole.
const LONGEST: usize = 70;

/// The cases of a change in words; nothing where it is for all.
pub fn cases(common: &Common<'_>, change: &Change) -> String {
    if change.value().is_some() {
        // What came or went is said behind it.
        return String::new();
    }
    if common.shared().is_subset_of(&change.cases) {
        return String::new();
    }
    if let Some(conditions) = common.conditions(&change.cases) {
        return common.legend.conditions(&conditions);
    }
    let around = common.around(&change.cases);
    if around.sides.is_empty() {
        return "in some cases".to_owned();
    }
    format!("{}, in some of these cases", common.legend.conditions(&[around]))
}

/// One line that says what changed.
pub fn headline(common: &Common<'_>, change: &Change) -> String {
    let mut line = change.subject.title.clone();
    let mut cases = cases(common, change);
    // A plan is named already.
    if change.subject.keyword == "plan" && cases == format!("plan {}", change.subject.title) {
        cases.clear();
    }
    let what = [part(change), cases].into_iter().filter(|part| !part.is_empty());
    for part in what {
        let _ = write!(line, ", {part}");
    }
    let (before, after) = change.sides();
    // The line of the header is named already.
    let header = change.kind.id == kinds::HEADER.id;
    let duty = matches!(change.before, Some(Said::Duty(_)));
    let said = match (before, after) {
        (Some(before), Some(after)) if before != after => {
            let (before, after) = parting(&before, &after);
            let is_text =
                [&change.before, &change.after].iter().any(|said| matches!(said, Some(Said::Text(_))));
            let firm = |kind: &kinds::Kind| kind.id == change.kind.id;
            match () {
                () if is_text => format!("“{before}” becomes “{after}”"),
                () if firm(&kinds::FIRMNESS.back) => {
                    format!("{before} becomes {after}, which is meant less firmly")
                }
                () if firm(&kinds::FIRMNESS.forth) => {
                    format!("{before} becomes {after}, which is meant more firmly")
                }
                () => format!("{before} becomes {after}"),
            }
        }
        (None, Some(after)) if change.kind.id.ends_with("-added") || (change.part_is_said() && !header) => {
            format!("{} ({})", summary(change), short(&after))
        }
        (Some(before), None) if (change.part_is_said() && !header) || duty => {
            format!("{} ({})", summary(change), short(&before))
        }
        (None, Some(after)) => format!("now {}", granted(change, short(&after))),
        (Some(before), None) => format!("no longer {}", granted(change, short(&before))),
        (Some(before), Some(_)) if change.lengths.is_some() => match change.lengths {
            Some(Lengths::Longer) => format!("{before} as before, but longer"),
            Some(Lengths::Shorter) => format!("{before} as before, but shorter"),
            _ => format!("{before} as before, but longer at times and shorter at others"),
        },
        (Some(before), Some(_)) => match change.direction {
            Direction::Weaker => format!("{before} as before, but due later"),
            Direction::Stronger => format!("{before} as before, but due earlier"),
            Direction::Mixed if change.kind.area == Area::Price => {
                format!("{before} as before, but at other hours")
            }
            Direction::Mixed => format!("{before} as before, but due earlier at times and later at others"),
            Direction::Neutral => summary(change),
        },
        (None, None) => summary(change),
    };
    format!("{}: {said}", line.replace('\n', " "))
}

/// A grant that is no more than a yes, as what it is.
fn granted(change: &Change, said: String) -> String {
    let grant = [&change.before, &change.after].iter().any(|said| matches!(said, Some(Said::Grant(_))));
    if grant && said == "yes" { "granted".to_owned() } else { said }
}

/// What of its subject a change is about, where its values alone could be taken for something else of it.
fn part(change: &Change) -> String {
    let part = change.shown_part();
    if !part.is_empty() {
        return part;
    }
    let (id, valued) = (change.kind.id, change.before.is_some() || change.after.is_some());
    let of = |prefix: &str| id.starts_with(prefix) && valued;
    let aspect = match () {
        () if change.is_at_some_hours() => "at some hours",
        () if change.subject.keyword == "plan" && of("price-") => "price",
        () if of("claim-") => "claimed within",
        () if of("review-") => "review every",
        () if of("releases-") => "latest releases",
        () if of("version-") || of("open-requests-") => "open requests",
        () if of("invoicing-") => "invoiced",
        () if ["met-lowered", "met-raised", "met-changed"].contains(&id) => "met for",
        () if ["credit-lowered", "credit-raised"].contains(&id) => "credit",
        () => "",
    };
    aspect.to_owned()
}

/// What a change is about, without its cases.
pub fn name(change: &Change) -> String {
    let part = part(change);
    let gap = if part.is_empty() { "" } else { ", " };
    format!("{}{gap}{part}", change.subject.title)
}

/// What shows a change, with what it is about, where it stands among others.
pub fn proof_alone(common: &Common<'_>, change: &Change, witness: &Witness) -> Option<String> {
    // One that stands alone does not say which of two ways it shows.
    let alone = Change { direction: witness.direction, ..change.clone() };
    let proof = proof(&common.new.context.clock, &alone, witness)?;
    let what = [name(change), cases(common, change)];
    let what: Vec<String> = what.into_iter().filter(|part| !part.is_empty()).collect();
    Some(format!("{}: {proof}", what.join(", ").replace('\n', " ")))
}

fn summary(change: &Change) -> String {
    let text = change.kind.summary.trim_end_matches('.');
    let mut letters = text.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

/// A text that is short enough for a line.
fn short(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let text = words.join(" ");
    if text.chars().count() <= LONGEST {
        return text;
    }
    let cut: String = text.chars().take(LONGEST - 1).collect();
    format!("{}…", cut.trim_end())
}

/// Two texts, cut to where they differ if they are long.
fn parting(before: &str, after: &str) -> (String, String) {
    let (one, other) = (short(before), short(after));
    if one != other {
        return (one, other);
    }
    let same = before.chars().zip(after.chars()).take_while(|(one, other)| one == other).count();
    let from = |text: &str| {
        let skipped: String = text.chars().skip(same.saturating_sub(15)).collect();
        format!("…{}", short(&skipped))
    };
    (from(before), from(after))
}

/// The lines that prove a change.
pub fn details(common: &Common<'_>, change: &Change) -> Vec<String> {
    let mut lines = Vec::new();
    let clock = &common.new.context.clock;
    if let (Some(before), Some(after)) = (change.waits.before, change.waits.after) {
        lines.extend(waits(before, after));
    }
    for (how, said) in ["no longer", "now"].into_iter().zip(&change.beside) {
        lines.extend(said.iter().map(|said| format!("{how} {}", said.words())));
    }
    for witness in &change.witnesses {
        lines.extend(proof(clock, change, witness));
    }
    for worked in &change.worked {
        let [before, after] =
            worked.costs.each_ref().map(|money| format!("{} {}", money.currency, money.amount));
        let piece = span(worked.seconds);
        lines.push(format!("{piece} of work cost {before}, now {after}"));
    }
    lines
}

fn waits(before: Reach, after: Reach) -> Vec<String> {
    let mut lines = Vec::new();
    // All of them in one unit, so that they can be compared at a glance.
    let all = [before.worst.0, after.worst.0, before.best.0, after.best.0];
    let days = all.iter().any(|seconds| is_long(*seconds)) && all.iter().all(|seconds| *seconds >= 2 * DAY);
    let said = |seconds: i64| if days { in_days(seconds) } else { in_hours(seconds) };
    let pair = |one: i64, other: i64| {
        if one == other {
            format!("{} as before", said(one))
        } else {
            format!("{} becomes {}", said(one), said(other))
        }
    };
    let (worst, best) = (pair(before.worst.0, after.worst.0), pair(before.best.0, after.best.0));
    if before.worst.0 == before.best.0 && after.worst.0 == after.best.0 {
        // A figure that always takes as long says so itself.
        return lines;
    }
    lines.push(format!("at worst {worst}, at best {best}"));
    lines
}

fn proof(clock: &ZoneClock, change: &Change, witness: &Witness) -> Option<String> {
    let received = witness.received?;
    let (Some(before), Some(after)) = (witness.before, witness.after) else {
        if change.kind.area == Area::Price {
            let how = match (change.direction, witness.direction) {
                (Direction::Mixed, Direction::Weaker) => "first dearer",
                (Direction::Mixed, Direction::Stronger) => "first cheaper",
                _ => "first so",
            };
            return Some(format!("{how}: {}", day(clock, received)));
        }
        let what = match witness.direction {
            Direction::Weaker => "first closed where it was open",
            Direction::Stronger => "first open where it was closed",
            Direction::Mixed | Direction::Neutral => return None,
        };
        return Some(format!("{what}: {}", day(clock, received)));
    };
    if change.lengths.is_some() {
        let apart = span((after.seconds() - before.seconds()).abs());
        let how = if after > before { "longer" } else { "shorter" };
        let (from, old, new) =
            (day(clock, received), on(clock, received, before), on(clock, received, after));
        return Some(format!("counted from {from}: ended {old}, now {new}, {apart} {how}"));
    }
    let way = match (change.direction, witness.direction) {
        (Direction::Mixed, Direction::Weaker) => "later: ",
        (Direction::Mixed, Direction::Stronger) => "sooner: ",
        _ => "",
    };
    let by = (after.seconds() - before.seconds()).abs();
    let (old, new) = (on(clock, received, before), on(clock, received, after));
    let how = if after > before { "later" } else { "sooner" };
    Some(format!("{way}received {}: was due {old}, now {new}, {} {how}", day(clock, received), span(by)))
}

/// A day with its time: `Fri 2026-12-24 15:30`.
fn day(clock: &ZoneClock, at: Instant) -> String {
    let DateTime { date, time } = clock.local(at);
    format!("{} {date} {time}", date.weekday().code())
}

/// The same without the date where it is near another.
fn on(clock: &ZoneClock, near: Instant, at: Instant) -> String {
    let (first, local) = (clock.local(near), clock.local(at));
    if first.date == local.date {
        return local.time.to_string();
    }
    if local.date.number() - first.date.number() < 7 {
        return format!("{} {}", local.date.weekday().code(), local.time);
    }
    day(clock, at)
}

/// From when to when: `Thu 2026-12-24 09:00..17:00`.
pub fn stretch(from: DateTime, to: DateTime) -> String {
    let day = if from.date == to.date { String::new() } else { format!("{} ", to.date) };
    format!("{} {} {}..{day}{}", from.date.weekday().code(), from.date, from.time, to.time)
}

/// The seconds of a day.
const DAY: i64 = 86_400;

/// Whether a number of seconds is said in days.
fn is_long(seconds: i64) -> bool {
    seconds >= 10 * DAY
}

/// A number of seconds: `67 h 30`, `20 days 2 h`.
pub fn span(seconds: i64) -> String {
    if is_long(seconds) { in_days(seconds) } else { in_hours(seconds) }
}

fn in_days(seconds: i64) -> String {
    let rest = if seconds % DAY == 0 { String::new() } else { format!(" {}", in_hours(seconds % DAY)) };
    let days = seconds / DAY;
    format!("{days} day{}{rest}", if days == 1 { "" } else { "s" })
}

fn in_hours(seconds: i64) -> String {
    let (hours, minutes, rest) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if rest != 0 {
        return format!("{hours} h {minutes:02} min {rest:02} s");
    }
    match (hours, minutes) {
        (0, minutes) => format!("{minutes} min"),
        (hours, 0) => format!("{hours} h"),
        (hours, minutes) => format!("{hours} h {minutes:02}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_are_said_in_hours_and_minutes() {
        assert_eq!(span(1800), "30 min");
        assert_eq!(span(67 * 3600 + 1800), "67 h 30");
        assert_eq!(span(96 * 3600), "96 h");
        assert_eq!(span(20 * 86_400), "20 days");
        assert_eq!(span(20 * 86_400 + 9000), "20 days 2 h 30");
        assert_eq!(span(3601), "1 h 00 min 01 s");
    }

    #[test]
    fn waits_are_compared_in_one_unit() {
        let at = Instant::new(1_800_000_000).unwrap();
        let reach = |worst: i64, best: i64| Reach { worst: (worst, at), best: (best, at) };
        let said = |before: [i64; 2], after: [i64; 2]| {
            waits(reach(before[0] * 3600, before[1] * 3600), reach(after[0] * 3600, after[1] * 3600)).join("")
        };
        assert_eq!(said([67, 4], [269, 4]), "at worst 67 h becomes 269 h, at best 4 h as before");
        assert_eq!(
            said([67, 48], [269, 50]),
            "at worst 2 days 19 h becomes 11 days 5 h, at best 2 days becomes 2 days 2 h"
        );
    }

    #[test]
    fn long_texts_are_cut_to_where_they_differ() {
        let long = "x".repeat(100);
        let (one, other) = parting(&format!("{long} one"), &format!("{long} two"));
        assert_eq!((one.as_str(), other.as_str()), ("…xxxxxxxxxxxxxx one", "…xxxxxxxxxxxxxx two"));
        assert_eq!(parting("a", "b"), ("a".to_owned(), "b".to_owned()));
    }
}
