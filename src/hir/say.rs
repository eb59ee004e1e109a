//! Values in the words in which authors write them, for findings.
//!
//! In: typed values. Out: short texts such as `4 business hours`. Readers of the document get theirs elsewhere, in their
//! own language.

use super::{Grant, Notice};
use crate::value::{
    Amount, Clock, Day, Decimal, Duration, Figure, Measure, Name, Period, Pick, Promise, Quantity, Rate,
    ReleaseStep, Stated, Strength, Which,
};
use std::fmt::Write;

/// A length of time in words, without its clock.
pub fn written(duration: &Duration) -> String {
    let plural = if duration.amount == 1 { "" } else { "s" };
    format!("{} {}{plural}", duration.amount, duration.unit.word())
}

/// A length of time with its clock.
pub fn duration(duration: &Duration) -> String {
    let clock = match &duration.clock {
        Clock::Elapsed => return written(duration),
        Clock::Business(word) => word.word().to_owned(),
        Clock::Calendar(name) => name.to_string(),
    };
    let plural = if duration.amount == 1 { "" } else { "s" };
    format!("{} {clock} {}{plural}", duration.amount, duration.unit.word())
}

/// How often something comes: `every hour`, `every 2 business days`.
pub fn every(length: &Duration) -> String {
    let said = duration(length);
    format!("every {}", said.strip_prefix("1 ").unwrap_or(&said))
}

/// A length of time, or the `?` in its place.
pub fn stated(stated: &Stated) -> String {
    stated.known().map_or_else(|| "?".to_owned(), duration)
}

/// What is promised.
pub fn promise(promise: &Promise) -> String {
    match promise {
        Promise::Within { from: Some(from), to } => format!("{} to {}", from.amount, duration(to)),
        Promise::Within { from: None, to } => duration(to),
        Promise::By(day) => self::day(day),
        Promise::Release(ReleaseStep::Next) => "next release".to_owned(),
        Promise::Release(ReleaseStep::SecondNext) => "second next release".to_owned(),
        Promise::Every(every) => self::every(every),
        Promise::BestEffort => "best effort".to_owned(),
        Promise::None => "none".to_owned(),
        Promise::No => "no".to_owned(),
        Promise::AsAgreed(name) => format!("as agreed in {name}"),
        Promise::AsDecided(name) => format!("as decided by {name}"),
        Promise::Unfilled => "?".to_owned(),
    }
}

fn day(day: &Day) -> String {
    let which = match day.which {
        Which::Same => "same",
        Which::Next => "next",
    };
    let clock = match &day.clock {
        Clock::Elapsed => String::new(),
        Clock::Business(word) => format!("{} ", word.word()),
        Clock::Calendar(name) => format!("{name} "),
    };
    let time = day.time.map_or_else(String::new, |time| format!(" {time}"));
    format!("{which} {clock}day{time}")
}

/// A promise with its strength.
pub fn figure(figure: &Figure) -> String {
    let text = promise(&figure.promise);
    match figure.strength {
        Some(Strength::Usual) => format!("usually {text}"),
        Some(Strength::Guaranteed) => format!("{text} guaranteed"),
        Some(Strength::Target) | None => text,
    }
}

/// A price.
pub fn amount(amount: &Amount) -> String {
    match amount {
        Amount::Rate(rate, _) => self::rate(rate),
        Amount::Share { share, of, per, .. } => {
            format!("{}% of {of}{}", share.shortest(), measure(per.as_ref()))
        }
        Amount::Times(times, _) => format!("{} times", times.shortest()),
        Amount::Pick { pick, of, .. } => {
            let word = match pick {
                Pick::Higher => "higher",
                Pick::Lower => "lower",
                Pick::Average => "average",
                Pick::Sum => "sum",
                Pick::Difference => "difference",
            };
            let parts: Vec<String> = of.iter().map(self::amount).collect();
            format!("{word} of {}", parts.join(" and "))
        }
        Amount::Named(name) => name.to_string(),
        Amount::Term(term) => duration(term),
        Amount::None(_) => "none".to_owned(),
        Amount::No(_) => "no".to_owned(),
        Amount::Included(name, _) => format!("included in {name}"),
        Amount::AsAgreed(name, _) => format!("as agreed in {name}"),
        Amount::AsDecided(name, _) => format!("as decided by {name}"),
        Amount::Unfilled(_) => "?".to_owned(),
    }
}

fn rate(rate: &Rate) -> String {
    format!("{} {}{}", rate.money.currency, rate.money.amount, measure(rate.per.as_ref()))
}

/// For each of what, with a blank before it; nothing for what is in all.
pub fn measure(measure: Option<&Measure>) -> String {
    let Some(measure) = measure else { return String::new() };
    let what = match &measure.what {
        Period::Time(unit) => unit.word().to_owned(),
        Period::Thing(name) => name.to_string(),
    };
    if measure.every == 1 { format!(" per {what}") } else { format!(" per {} {what}", measure.every) }
}

/// A limit.
pub fn quantity(quantity: &Quantity) -> String {
    let mut text =
        quantity.count.map_or_else(|| "unlimited".to_owned(), |count| count.shortest().to_string());
    if let Some(unit) = quantity.unit {
        let s = if quantity.count == Some(Decimal::whole(1)) { "" } else { "s" };
        let _ = write!(text, " {}{s}", unit.word());
    }
    text.push_str(&measure(quantity.per.as_ref()));
    if quantity.at_a_time {
        text.push_str(" at a time");
    }
    if let Some(most) = quantity.at_most {
        let _ = write!(text, ", at most {}", most.shortest());
    }
    text
}

/// A grant.
pub fn grant(grant: &Grant) -> String {
    match grant {
        Grant::Yes => "yes".to_owned(),
        Grant::No => "no".to_owned(),
        Grant::Limit { quantity, unused_lapse } => {
            let lapse = if *unused_lapse { ", unused lapse" } else { "" };
            format!("{}{lapse}", self::quantity(quantity))
        }
        Grant::Unfilled => "?".to_owned(),
    }
}

/// A notice.
pub fn notice(notice: &Notice) -> String {
    match notice {
        Notice::Ahead(ahead, channels) if channels.is_empty() => format!("notice {}", stated(ahead)),
        Notice::Ahead(ahead, channels) => format!("notice {} via {}", stated(ahead), names(channels)),
        Notice::None => "notice none".to_owned(),
    }
}

/// Names with commas.
pub fn names(names: &[Name]) -> String {
    names.iter().map(Name::as_str).collect::<Vec<_>>().join(", ")
}
