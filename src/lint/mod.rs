//! Lints: what a policy means and probably should not.
//!
//! In: a resolved program. Out: findings. A lint reads the program only, depends on no other lint, and rather misses a case
//! than raises a false alarm. One file each in `rules`, one line each in `registry`.

mod registry;
mod rules;

use crate::diagnostic::Diagnostic;
use crate::hir::Program;

pub use registry::{ALL, Lint};

/// Runs all lints. Those that look for what is absent are left out of a program in which something is wrong, since what
/// they miss may be what could not be understood.
pub fn run(program: &Program) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for lint in ALL {
        if program.complete || !lint.looks_for_absence {
            (lint.check)(program, &mut findings);
        }
    }
    crate::diagnostic::sort(&mut findings);
    findings
}
