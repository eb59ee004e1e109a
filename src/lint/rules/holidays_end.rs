//! Holidays that end while the policy still counts: a deadline that would run past them has no answer.
//!
//! A policy counts for at least the year after it takes effect, the years of its examples, and where it is known which day it
//! is, a few months from then on. Whoever keeps a list adds a year in autumn; a warning before that would be noise.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::{Happening, Holidays, Program};
use crate::source::Span;
use crate::time::holidays::Area;
use crate::time::{Date, DateTime};

/// How many days ahead of the day on which a policy is looked at holidays must be known.
const AHEAD: i64 = 92;

/// Looks at the areas and the lists of every calendar.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let listed = |holidays: &Holidays| matches!(holidays, Holidays::Areas(_) | Holidays::From(_));
    if !context.program.calendars.values().filter_map(|calendar| calendar.holidays.as_ref()).any(listed) {
        return;
    }
    let Some((horizon, why)) = horizon(context) else { return };
    for (name, calendar) in &context.program.calendars {
        match &calendar.holidays {
            Some(Holidays::Areas(areas)) => {
                for code in areas {
                    let Some(area) = Area::new(&code.value) else { continue };
                    let last = *area.years().end();
                    if last < horizon {
                        let days = format!("the holidays of {} are known until {last}", area.code());
                        findings.push(ends(code.span, &days, why, horizon).help(
                            "keep a list of the days that come: `closed on holidays from \"days.txt\"`",
                        ));
                    }
                }
            }
            Some(Holidays::From(path)) => {
                let Ok(list) = context.time().list(name, path) else { continue };
                let last = *list.years().end();
                if last < horizon {
                    let days = format!("the holidays of `{}` are known until {last}", path.value);
                    let help = format!("add the days of {} to `{}`", last + 1, path.value);
                    findings.push(ends(path.span, &days, why, horizon).help(help));
                }
            }
            Some(Holidays::OfCustomer(_) | Holidays::Ignored(_)) | None => {}
        }
    }
}

/// Why the holidays of a year must be known.
#[derive(Clone, Copy)]
enum Why {
    /// The policy counts in it.
    Counts,
    /// It is in a case.
    Tried,
    /// It begins soon.
    Near,
}

fn ends(span: Span, days: &str, why: Why, year: i16) -> Diagnostic {
    let why = match why {
        Why::Counts => format!("this policy counts in {year} too"),
        Why::Tried => format!("an example or test is about {year}"),
        Why::Near => format!("{year} is near"),
    };
    Diagnostic::new(&registry::HOLIDAYS_END, span, format!("{days}, and {why}"))
        .label("a deadline that runs past them has no answer")
}

/// The last year whose holidays must be known, and why.
fn horizon(context: &Context<'_>) -> Option<(i16, Why)> {
    let program = context.program;
    let effective = program.policy.effective.map(|day| (day.year() + 1, Why::Counts));
    let tried = cases(program).map(|at| at.date.year()).max().map(|year| (year, Why::Tried));
    let soon = context.today.and_then(|today| Date::from_number(today.number() + AHEAD));
    let soon = soon.map(|day| (day.year(), Why::Near));
    // Of equal years the first reason is told.
    [soon, tried, effective].into_iter().flatten().max_by_key(|(year, _)| *year)
}

/// The instants of all examples and tests.
fn cases(program: &Program) -> impl Iterator<Item = DateTime> {
    let cases = program.examples.iter().chain(&program.tests);
    cases.flat_map(|case| &case.happenings).map(|happening| match happening {
        Happening::Event(_, at) | Happening::Becomes(_, _, at) => at.value,
    })
}
