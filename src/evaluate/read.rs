//! Facts, events and times as they are typed: `severity=critical`, `not call`, `responded=2026-12-24T17:00`.
//!
//! In: words of a command line. Out: what is known of the case, and what happened in it, in the order of time; or the one
//! thing that is wrong with the words. Values are found by name, or by title where that is written instead.

use super::context::Context;
use super::known::Known;
use super::note::Note;
use super::problem::{Problem, listed};
use super::question::{Happening, What};
use crate::cases::Dim;
use crate::diagnostic::nearest;
use crate::hir::{Fact, FactKind, billionths};
use crate::source::Span;
use crate::time::holidays::{Area, areas};
use crate::time::{Date, Instant, Moment, MomentError, Reading, Zone, ZoneClock, worded};
use crate::value::{Decimal, Name};

/// Events that every policy has.
pub const EVENTS: [&str; 8] =
    ["received", "acknowledged", "responded", "updated", "replied", "accepted", "resolved", "closed"];

/// Adds a fact that was typed.
pub fn fact(context: &Context<'_>, known: &mut Known, words: &str) -> Result<(), Problem> {
    let (name, value) = match words.split_once('=') {
        Some((name, value)) => (name.trim(), value.trim()),
        None => match words.trim().strip_prefix("not ") {
            Some(name) => (name.trim(), "no"),
            None => (words.trim(), "yes"),
        },
    };
    let (dim, fact) = named(context, name)?;
    // It may have been said by its title.
    let name = fact.clause.name.as_str();
    if !words.contains('=') && !matches!(fact.kind, FactKind::YesNo) {
        return Err(Problem::new(format!("`{name}` alone says nothing, since it is not a yes/no fact"))
            .near(name, [])
            .help(context.missing(&[dim], "").help.unwrap_or_default()));
    }
    if known.said().contains_key(name) {
        return Err(Problem::new(format!("`{name}` is given twice")).help("give each fact once"));
    }
    let (classes, place, said) = value_of(context, dim, fact, value)?;
    known.set(dim, &context.program.space.classes(dim, [classes]), place);
    known.say(name, said);
    if known.left(context.program).is_empty() {
        return Err(impossible(context, known, name, &said_again(known, name)));
    }
    Ok(())
}

fn said_again(known: &Known, name: &str) -> String {
    known.said().get(name).map(|values| values.join(", ")).unwrap_or_default()
}

/// The problem that no case like this exists.
fn impossible(context: &Context<'_>, known: &Known, name: &str, value: &str) -> Problem {
    let others: Vec<String> = known
        .said()
        .iter()
        .filter(|(other, _)| *other != name)
        .map(|(other, values)| format!("{other} is {}", values.join(" or ")))
        .collect();
    let problem = if others.is_empty() {
        Problem::new(format!("no case has {name} {value}"))
    } else {
        Problem::new(format!(
            "a case like this cannot exist: {name} {value} together with {}",
            others.join(", ")
        ))
    };
    let clause = context.program.facts.get(name).and_then(|fact| {
        fact.values().iter().find(|of| of.clause.name == *value).and_then(|of| of.clause.when.clone())
    });
    match clause {
        Some(_) => problem.help(format!("`{value}` exists only in other cases; give another value")),
        None => problem.help("change one of these facts"),
    }
}

/// The one fact with this title, in any of its languages, or with this name in capitals.
fn titled<'a>(context: &Context<'a>, written: &str) -> Option<&'a Fact> {
    let lower = written.trim_matches('"').to_lowercase();
    let mut called = context.program.facts.values().filter(|fact| {
        let title = fact.clause.title.as_deref();
        title.is_some_and(|title| title.pieces().any(|piece| piece.content.to_lowercase() == lower))
            || fact.clause.name.as_str().to_lowercase() == lower
    });
    called.next().filter(|_| called.next().is_none())
}

/// The fact of this name.
fn named<'a>(context: &Context<'a>, name: &str) -> Result<(Dim, &'a Fact), Problem> {
    let facts = &context.program.facts;
    if let (Some(fact), Some(dim)) = (facts.get(name), context.program.space.dim(name)) {
        return Ok((dim, fact));
    }
    if let Some(fact) = titled(context, name)
        && let Some(dim) = context.program.space.dim(fact.clause.name.as_str())
    {
        return Ok((dim, fact));
    }
    if name == "covered" {
        return Err(Problem::new("whether a case is covered is part of the answer, not of the question")
            .help("say what the case is: its kind, its product"));
    }
    if name == "received" {
        return Err(Problem::new("when the request was received is no fact like the others")
            .help("write `--received 2026-12-24T16:45`"));
    }
    if name == "not" {
        return Err(Problem::new("`not` belongs together with the fact behind it")
            .help("put both in quotes, as `\"not FACT\"`, or write `FACT=no`"));
    }
    if date(name).is_some() {
        return Err(Problem::new(format!("`{name}` is a day and no fact"))
            .help(format!("a time stands behind an option, as `--at {name}T09:00`; `--help` lists them")));
    }
    let problem = Problem::new(format!("this policy has no fact `{name}`"));
    if let Some(near) = nearest(name, facts.keys().map(Name::as_str)) {
        return Err(problem.help(format!("did you mean `{near}`?")));
    }
    let owner = facts.iter().find(|(_, fact)| fact.values().iter().any(|value| value.clause.name == *name));
    if let Some((owner, _)) = owner {
        return Err(problem.help(format!("did you mean `{owner}={name}`?")));
    }
    let names: Vec<&str> = facts.keys().map(Name::as_str).collect();
    Err(match listed(&names) {
        Some(list) => problem.help(format!("it can be {list}")),
        None => problem.help("nothing in it depends on facts"),
    })
}

/// The class of a value, where it stands if it is measured, and how the answer repeats it.
pub fn value_of(
    context: &Context<'_>,
    dim: Dim,
    fact: &Fact,
    value: &str,
) -> Result<(usize, Option<i64>, String), Problem> {
    let name = &fact.clause.name;
    let measured = |place: Option<i64>, form: &str| {
        place
            .and_then(|place| context.measured(dim, place))
            .map(|(_, class, place)| (class, Some(place), value.to_owned()))
            .ok_or_else(|| {
                let problem = Problem::new(format!("`{name}` is {form}, not `{value}`"));
                match worded(value).as_slice() {
                    [day] if matches!(fact.kind, FactKind::Date(_)) => {
                        problem.help(format!("write `{name}={}`", day.date))
                    }
                    _ => problem,
                }
            })
    };
    match &fact.kind {
        FactKind::Values(values) => {
            let wanted = value.trim_matches('"');
            let by_name = values.iter().position(|known| known.clause.name == *wanted);
            let by_title = || {
                let lower = wanted.to_lowercase();
                values.iter().position(|known| {
                    let title = known.clause.title.as_deref();
                    title.is_some_and(|title| {
                        title.pieces().any(|piece| piece.content.to_lowercase() == lower)
                    }) || known.clause.name.as_str().to_lowercase() == lower
                })
            };
            let class = by_name.or_else(by_title).ok_or_else(|| {
                Problem::new(format!("`{value}` is no value of `{name}`"))
                    .near(value, values.iter().map(|known| known.clause.name.as_str()))
            })?;
            Ok((class, None, values.get(class).map_or_else(String::new, |of| of.clause.name.to_string())))
        }
        FactKind::YesNo => match value {
            "yes" | "true" => Ok((0, None, "yes".to_owned())),
            "no" | "false" => Ok((1, None, "no".to_owned())),
            _ => Err(Problem::new(format!("`{name}` is yes or no, not `{value}`"))),
        },
        FactKind::Date(_) => measured(date(value).map(Date::number), "a date such as 2026-12-24"),
        FactKind::Number(_) => measured(Decimal::parse(value).map(billionths), "a number such as 1200"),
        FactKind::Duration(_) => measured(
            super::lengths::duration(value, &|_| None).and_then(|length| length.seconds()),
            "a length of time such as `2 years`",
        ),
    }
}

/// `2026-12-24`.
pub fn date(text: &str) -> Option<Date> {
    let mut parts = text.splitn(3, '-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    (year.len() == 4 && month.len() == 2 && day.len() == 2)
        .then(|| Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?))
        .flatten()
}

/// A time as it was typed; without an offset it is local to the policy.
pub fn instant(context: &Context<'_>, text: &str, notes: &mut Vec<Note>) -> Result<Instant, Problem> {
    on_clock(&context.clock, text, notes)
}

/// A time as it was typed; without an offset it is what these clocks show.
pub fn on_clock(clock: &ZoneClock, text: &str, notes: &mut Vec<Note>) -> Result<Instant, Problem> {
    let parts = text.split_once('.').map_or("", |(_, parts)| parts);
    if parts.chars().take_while(char::is_ascii_digit).any(|digit| digit != '0') {
        notes.push(Note::Parts(text.trim().to_owned()));
    }
    let local = match Moment::parse(text.trim()) {
        Ok(Moment::Instant(at)) => return Ok(at),
        Ok(Moment::Local(local)) => local,
        Err(MomentError::Form) if date(text.trim()).is_some() => {
            return Err(Problem::new(format!("`{text}` is a day without a time"))
                .help(format!("write the time too: `{}T09:00`", text.trim())));
        }
        Err(error @ (MomentError::Form | MomentError::NoSuchTime | MomentError::OutOfRange)) => {
            let problem = match error {
                MomentError::NoSuchTime => Problem::new(format!("there is no such day or time as `{text}`")),
                MomentError::Form | MomentError::OutOfRange => Problem::new(format!("`{text}` is {error}")),
            };
            return Err(problem.help(right_time(text)));
        }
    };
    let zone = clock.zone();
    let out = || Problem::new(format!("`{text}` is {}", MomentError::OutOfRange));
    match clock.reading(local) {
        Reading::Once(at) => Instant::new(at).ok_or_else(out),
        Reading::Twice(first, second) => {
            let first = Instant::new(first).ok_or_else(out)?;
            let second = Instant::new(second).ok_or_else(out)?;
            notes.push(Note::Twice {
                time: local.time.to_string(),
                zone: zone.clone(),
                first: clock.rfc3339(first),
                second: clock.rfc3339(second),
            });
            Ok(first)
        }
        Reading::Never { moved, .. } => {
            let problem = Problem::new(format!(
                "there is no {} on {} in {}: the clocks are put forward over it",
                local.time,
                local.date,
                zone.city()
            ));
            Err(match Instant::new(moved) {
                Some(moved) => problem
                    .help(format!("it may be {}; write the time with its offset", clock.rfc3339(moved))),
                None => problem,
            })
        }
    }
}

/// How a time is typed that was typed otherwise, with the very day that is meant if that is known.
fn right_time(text: &str) -> String {
    let right = worded(text).into_iter().map(|meant| match meant.time {
        Some(_) => format!("`{meant}`"),
        None => format!("`{meant}T09:00`"),
    });
    let right: Vec<String> = right.collect();
    match right.as_slice() {
        [] => "write it as `2026-12-24T16:45`, with `+01:00` behind it for another zone".to_owned(),
        [one] if worded(text).iter().any(|meant| meant.time.is_none()) => {
            format!("write the time too: {one}")
        }
        several => format!("write {}", several.join(" or ")),
    }
}

/// A zone as it was typed.
pub fn zone(text: &str) -> Result<Zone, Problem> {
    Zone::new(text).ok_or_else(|| {
        let problem = Problem::new(format!("there is no time zone `{text}`"));
        match nearest(text, Zone::all().iter().map(String::as_str)) {
            Some(near) => problem.help(format!("did you mean `{near}`?")),
            None => problem.help("zones are named as `Europe/Amsterdam`"),
        }
    })
}

/// An area whose holidays are known, as it was typed.
pub fn area(text: &str) -> Result<String, Problem> {
    if let Some(area) = Area::new(text) {
        return Ok(area.code().to_owned());
    }
    let problem = Problem::new(format!("the holidays of `{text}` are not known"));
    Err(match nearest(text, areas().map(Area::code)) {
        Some(near) => problem.help(format!("did you mean `{near}`?")),
        None => problem.help("areas are named as `NL` or `DE-BY`"),
    })
}

/// Something that happened: `responded=T`, or a fact that changed: `severity=critical@T`.
pub fn happening(context: &Context<'_>, text: &str, notes: &mut Vec<Note>) -> Result<Happening, Problem> {
    let Some((name, rest)) = text.split_once('=') else {
        return Err(Problem::new(format!("`{text}` does not say when it happened"))
            .help("write an event as `responded=2026-12-24T17:00`, a change as `severity=critical@2026-12-24T17:00`"));
    };
    let (name, rest) = (name.trim(), rest.trim());
    if let Some((value, at)) = rest.split_once('@') {
        let (dim, fact) = named(context, name)?;
        let at = instant(context, at, notes)?;
        let (class, place, said) = value_of(context, dim, fact, value.trim())?;
        return Ok(Happening { at, what: What::Becomes { dim, class, place, said } });
    }
    if context.program.facts.contains_key(name) && !is_event(context, name) {
        return Err(Problem::new(format!("`{name}` is a fact, and this does not say what it became"))
            .help(format!("write `--event {name}=…@{rest}`")));
    }
    let at = instant(context, rest, notes)?;
    Ok(Happening { at, what: What::Event(event(context, name)?) })
}

fn is_event(context: &Context<'_>, name: &str) -> bool {
    EVENTS.contains(&name)
        || context.program.events.contains_key(name)
        || states(context).any(|state| state.as_str() == name)
}

fn states<'a>(context: &Context<'a>) -> impl Iterator<Item = &'a Name> {
    context.program.processes.values().flat_map(|process| &process.states).map(|state| &state.clause.name)
}

/// The event of this name: one that every policy has, one that it declares, or a state that is entered.
fn event(context: &Context<'_>, name: &str) -> Result<Name, Problem> {
    if is_event(context, name) {
        return Ok(Name::new(name, Span::default()));
    }
    let known = || {
        let declared = context.program.events.keys().map(Name::as_str);
        EVENTS.into_iter().chain(declared).chain(states(context).map(Name::as_str))
    };
    Err(Problem::new(format!("this policy knows no event `{name}`")).near(name, known()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_has_all_of_its_digits() {
        assert!(date("2026-12-24").is_some());
        assert!(date("2026-12-4").is_none());
        assert!(date("2026-02-30").is_none());
    }
}
