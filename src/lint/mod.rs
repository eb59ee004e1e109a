//! Lints: what a policy means and probably should not.
//!
//! In: a resolved program with its surroundings. Out: findings. A lint reads its [`Context`] only, depends on no other lint,
//! and rather misses a case than raises a false alarm. One file each in `rules`, one line each in `registry`.

pub mod across;
mod clauses;
mod context;
mod deadlines;
mod ladders;
mod lengths;
mod persons;
mod phases;
mod prose;
mod reach;
mod registry;
mod rules;
mod sequence;
mod slower;

use crate::diagnostic::{Code, Diagnostic, registry as codes};

pub use context::Context;
pub use registry::{ALL, Lint};

/// What is found by counting the hours of calendars, and false where a line of one is lost.
pub const OF_HOURS: [&Code; 11] = [
    &codes::CONTRADICTED_HOURS,
    &codes::CROSSING_DEADLINES,
    &codes::DUE_WHILE_CLOSED,
    &codes::HOURS_WITHOUT_EFFECT,
    &codes::HOURS_WITHOUT_RATE,
    &codes::LONGER_THAN_OPENING,
    &codes::PAST_CLOSING,
    &codes::SHORTER_ON_HIGHER_PLAN,
    &codes::SLOWER_ON_GRAVER_SEVERITY,
    &codes::SLOWER_ON_HIGHER_PLAN,
    &codes::UNATTENDED_HOURS,
];

/// Runs all lints. Those that look for what is absent are left out of a program in which something is wrong, since what
/// they miss may be what could not be understood.
pub fn run(context: &Context<'_>) -> Vec<Diagnostic> {
    run_those(context, |_| true)
}

/// Runs the lints that are wanted.
pub fn run_those(context: &Context<'_>, wanted: impl Fn(&Lint) -> bool) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for lint in ALL {
        if (context.program.complete || !lint.looks_for_absence) && wanted(lint) {
            (lint.check)(context, &mut findings);
        }
    }
    crate::diagnostic::sort(&mut findings);
    findings
}
