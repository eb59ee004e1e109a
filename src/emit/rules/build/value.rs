//! Lengths of time, clocks, promises.

use super::context::Context;
use crate::emit::rules::types as out;
use crate::hir::Program;
use crate::value::{Clock, Decimal, Duration, Figure, Promise, ReleaseStep, Stated, Strength, Unit, Which};

/// A decimal without zeros at its end.
pub fn decimal(number: Decimal) -> String {
    number.shortest().to_string()
}

/// A unit of time.
pub fn unit(unit: Unit) -> out::Unit {
    match unit {
        Unit::Second => out::Unit::Second,
        Unit::Minute => out::Unit::Minute,
        Unit::Hour => out::Unit::Hour,
        Unit::Day => out::Unit::Day,
        Unit::Week => out::Unit::Week,
        Unit::Month => out::Unit::Month,
        Unit::Quarter => out::Unit::Quarter,
        Unit::Year => out::Unit::Year,
    }
}

/// A clock with the calendar that it runs with.
pub fn clock(program: &Program, clock: &Clock) -> out::ClockOf {
    match clock {
        Clock::Elapsed => out::ClockOf { clock: out::Clock::Elapsed, calendar: None },
        Clock::Business(_) => out::ClockOf {
            clock: out::Clock::Business,
            calendar: program.policy.business_calendar().map(ToString::to_string),
        },
        Clock::Calendar(name) => {
            out::ClockOf { clock: out::Clock::Calendar, calendar: Some(name.to_string()) }
        }
    }
}

/// A length of time with its clock.
pub fn length(cx: &Context<'_>, duration: &Duration) -> out::Length {
    out::Length { duration: duration.iso(), clock: clock(cx.program, &duration.clock) }
}

/// The same, where there is one.
pub fn maybe(cx: &Context<'_>, duration: Option<&Duration>) -> Option<out::Length> {
    duration.map(|duration| length(cx, duration))
}

/// A length of time that may not be known yet.
pub fn stated(cx: &Context<'_>, stated: &Stated) -> out::Stated {
    match stated {
        Stated::Known(duration) => out::Stated::Known(length(cx, duration)),
        Stated::Unfilled(_) => out::Stated::Unfilled { unfilled: out::True },
    }
}

/// The same, where there is one.
pub fn maybe_stated(cx: &Context<'_>, said: Option<&Stated>) -> Option<out::Stated> {
    said.map(|said| stated(cx, said))
}

/// A promise with its strength; a figure without one is a target.
pub fn figure(cx: &Context<'_>, figure: &Figure) -> out::Figure {
    let strength = figure.firmness().map(|strength| match strength {
        Strength::Usual => out::Strength::Usual,
        Strength::Target => out::Strength::Target,
        Strength::Guaranteed => out::Strength::Guaranteed,
    });
    out::Figure { promise: promise(cx, &figure.promise), strength }
}

/// What is promised.
pub fn promise(cx: &Context<'_>, promise: &Promise) -> out::Promise {
    match promise {
        Promise::Within { from, to } => out::Promise::Within {
            within: to.iso(),
            from: from.as_deref().map(Duration::iso),
            clock: clock(cx.program, &to.clock),
        },
        Promise::By(day) => out::Promise::By {
            by: out::Day {
                day: match day.which {
                    Which::Same => out::Which::Same,
                    Which::Next => out::Which::Next,
                },
                clock: clock(cx.program, &day.clock),
                time: day.time.map(|time| time.to_string()),
            },
        },
        Promise::Release(step) => out::Promise::Release {
            release: match step {
                ReleaseStep::Next => out::ReleaseStep::Next,
                ReleaseStep::SecondNext => out::ReleaseStep::SecondNext,
            },
        },
        Promise::Every(duration) => {
            out::Promise::Every { every: duration.iso(), clock: clock(cx.program, &duration.clock) }
        }
        Promise::BestEffort => out::Promise::Effort { effort: out::Effort::Best },
        Promise::None => out::Promise::None { none: out::True },
        Promise::No => out::Promise::No { no: out::True },
        Promise::AsAgreed(name) => out::Promise::Agreed { agreed: name.to_string() },
        Promise::AsDecided(name) => out::Promise::Decided { decided: name.to_string() },
        Promise::Unfilled => out::Promise::Unfilled { unfilled: out::True },
    }
}
