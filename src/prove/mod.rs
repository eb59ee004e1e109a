//! Whether what a policy says must hold does hold: every `ensure`, for all cases and all instants of a horizon.
//!
//! In: a resolved program with its calendars. Out: for each `ensure` either what was covered, or a finding with a case and an
//! instant against each sentence that does not hold. Sets of cases are decided as diagrams and deadlines as laws, so nothing
//! is sampled. What cannot be shown counts against the sentence, and the finding says so: a promise that is agreed elsewhere,
//! say, or conditions that are too entangled. An `ensure` about something that has a `?` left waits until that is filled in.
//!
//! Clocks are looked at without pauses, and for a customer on the clocks of the policy without holidays of their own; where a
//! policy has them, what was proved says so. This room knows no syntax and counts no time itself.

mod against;
mod cases;
mod doors;
mod dues;
mod horizon;
mod hours;
mod order;
mod promises;
mod prover;
mod told;
mod waits;
mod worths;

use crate::diagnostic::Diagnostic;
use crate::evaluate::Context;
use crate::hir::{Cond, EnsureForm};
use crate::source::Span;
use against::Against;
pub use horizon::Horizon;
use prover::Prover;
use std::cell::OnceCell;

/// What proving the ensures of a policy came to.
#[derive(Clone, Debug, Default)]
pub struct Proofs {
    /// Those that hold, in the order of the policy.
    pub proved: Vec<Proved>,
    /// How many do not hold.
    pub refuted: usize,
    /// What stands against these.
    pub findings: Vec<Diagnostic>,
}

/// An `ensure` that holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proved {
    /// Its title.
    pub title: String,
    /// Where it stands.
    pub span: Span,
    /// What was covered, in words: so many cases, and from when to when where time matters.
    pub extent: String,
}

/// Proves or refutes every `ensure` of a policy.
pub fn run(context: &Context<'_>) -> Proofs {
    if context.program.ensures.is_empty() {
        return Proofs::default();
    }
    prove(&Prover::new(context, OnceCell::new()))
}

/// The same over another stretch of time than that of the policy.
pub fn run_over(context: &Context<'_>, horizon: Horizon) -> Proofs {
    prove(&Prover::new(context, OnceCell::from(horizon)))
}

fn prove(prover: &Prover<'_>) -> Proofs {
    let mut proofs = Proofs::default();
    for ensure in &prover.program.ensures {
        let before = proofs.findings.len();
        let mut extents: Vec<String> = Vec::new();
        let mut waiting = false;
        for (form, when, span) in &ensure.sentences {
            prover.begin();
            if waits::for_conditions(prover.program, form) {
                waiting = true;
                continue;
            }
            match sentence(prover, form, when.as_ref()) {
                // What is covered may turn out to be more, of which nothing was looked at, or less.
                Ok(_) if waits::for_scope(prover, |scope| scope.may_cover) => waiting = true,
                Err(_) if waits::for_scope(prover, |scope| scope.may_exclude) => waiting = true,
                Ok(extent) => {
                    let extent = extent.words(prover);
                    if !extents.contains(&extent) {
                        extents.push(extent);
                    }
                }
                // What is not filled in yet is reported as that.
                Err(_) if waits::for_figures(prover.program, form) => waiting = true,
                Err(against) => proofs.findings.push(against.finding(prover, *span)),
            }
        }
        if proofs.findings.len() > before {
            proofs.refuted += 1;
        } else if !waiting {
            proofs.proved.push(Proved {
                title: ensure.clause.name.to_string(),
                span: ensure.clause.name.span,
                extent: extents.join("; "),
            });
        }
    }
    proofs
}

/// What a proof covered.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Extent {
    /// How many cases.
    cases: u128,
    /// What there are so many of: `cases`, or `pairs of cases`.
    what: &'static str,
    /// Whether the instants of the horizon were looked at.
    timed: bool,
}

impl Extent {
    fn of(cases: u128) -> Self {
        Self { cases, what: "case", timed: false }
    }

    fn timed(cases: u128) -> Self {
        Self { timed: true, ..Self::of(cases) }
    }

    fn words(&self, prover: &Prover<'_>) -> String {
        let count = match self.cases {
            0 => format!("no {} to look at", self.what),
            1 => format!("1 {}", self.what),
            u128::MAX => format!("more {}s than can be counted", self.what),
            many => format!("{many} {}s", self.what),
        };
        if self.timed && self.cases > 0 {
            let instants = prover.horizon().words(prover.context, prover.shortest());
            format!("{count}, {instants}{}", prover.aside().words(prover.context.clock.zone().name()))
        } else {
            count
        }
    }
}

/// What a sentence comes to.
type Outcome = Result<Extent, Against>;

fn sentence(prover: &Prover<'_>, form: &EnsureForm, when: Option<&Cond>) -> Outcome {
    match form {
        EnsureForm::NeverSlower(name, ladder) => order::never_slower(prover, name, *ladder, when),
        EnsureForm::NeverLess(name, ladder) => order::never_less(prover, name, *ladder, when),
        EnsureForm::NeverDearer(name, ladder) => worths::never_dearer(prover, name, *ladder, when),
        EnsureForm::Within(name, length) => dues::within(prover, name, length, when),
        EnsureForm::DueBefore(name, other) => dues::before(prover, name, other, when),
        EnsureForm::DueWhileOpen(name, calendar) => dues::while_open(prover, name, calendar, when),
        EnsureForm::EveryCoveredCaseHas(name) => cases::every_case_has(prover, name, when),
        EnsureForm::NoCase(both) => cases::no_case(prover, both, when),
        EnsureForm::NothingCostsMore(of, limit) => {
            worths::nothing_costs_more(prover, of.as_ref(), limit, when)
        }
        EnsureForm::PromisesHaveOpenChannels => doors::promises(prover, when),
        EnsureForm::SomeChannelOpen => doors::always(prover, when),
        EnsureForm::NeverOverlaps(name, other) => hours::never_overlaps(prover, name, other, when),
        EnsureForm::LiesWithin(name, other) => hours::lies_within(prover, name, other, when),
        EnsureForm::OpenAtLeast(name, seconds, each) => {
            hours::open_at_least(prover, name, (*seconds, *each), when)
        }
        EnsureForm::NotifiesBeforeBreach(escalation, people, name) => {
            told::before_breach(prover, escalation, people, name, when)
        }
    }
}
