//! Examples and tests: asks each of them, and holds the answer against what it expects.
//!
//! In: the examples and tests of a policy. Out: how many gave the answer that they state, and a finding for each expectation
//! that did not hold, with what came instead and the working. A fact that a test does not give may have any value, and the
//! expectation must hold for all of them.

use super::context::Context;
use super::expected::{Verdict, verdict};
use super::problem::Problem;
use super::question::Question;
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::{Case, Expectation, Outcome};
use crate::source::Span;

/// What running the cases of a policy came to.
#[derive(Clone, Debug, Default)]
pub struct Trial {
    /// Cases whose expectations all held.
    pub passed: usize,
    /// Cases of which one did not.
    pub failed: usize,
    /// What did not hold.
    pub findings: Vec<Diagnostic>,
}

/// Runs all examples and tests.
pub fn run(context: &Context<'_>) -> Trial {
    let mut trial = Trial::default();
    let all = context.program.examples.iter().chain(&context.program.tests);
    // A case of which something is not known yet asks nothing.
    for case in all.filter(|case| !case.clause.unfilled) {
        let before = trial.findings.len();
        let unknown = one(context, case, &mut trial.findings);
        if trial.findings.len() > before {
            trial.failed += 1;
        } else if !unknown {
            trial.passed += 1;
        }
    }
    trial
}

/// Asks one case; says whether nobody knows yet whether an expectation holds.
fn one(context: &Context<'_>, case: &Case, findings: &mut Vec<Diagnostic>) -> bool {
    let mut unknown = false;
    let question = match Question::of_case(context, case) {
        Ok(question) => question,
        Err(problem) => {
            findings.push(unasked(case.clause.name.span, &problem));
            return false;
        }
    };
    for expectation in &case.expectations {
        match verdict(context, &question, expectation) {
            Ok(()) => {}
            Err(verdict) if verdict.unknown => unknown = true,
            Err(verdict) => findings.push(failed(case, expectation, *verdict)),
        }
    }
    unknown
}

/// A case that cannot be asked.
fn unasked(span: Span, problem: &Problem) -> Diagnostic {
    let finding = Diagnostic::new(&registry::FAILED_EXPECTATION, span, problem.message.clone());
    let finding = finding.label("this case has no answer");
    match &problem.help {
        Some(help) => finding.help(help.clone()),
        None => finding,
    }
}

/// The place of what is expected, without the words before it.
fn place(expectation: &Expectation) -> Span {
    match &expectation.outcome {
        Outcome::By(name, at) | Outcome::Notifies(name, _, at) => name.span.to(at.span),
        Outcome::Holds(..)
        | Outcome::Open(..)
        | Outcome::Promise(..)
        | Outcome::Grant(..)
        | Outcome::Limit(..)
        | Outcome::Amount(..)
        | Outcome::Cost(..) => expectation.clause.span,
    }
}

fn failed(case: &Case, expectation: &Expectation, verdict: Verdict) -> Diagnostic {
    let kind = case.clause.keyword;
    let message = format!("this {kind} expects {}, and {}", verdict.expected, verdict.got);
    let mut finding = Diagnostic::new(&registry::FAILED_EXPECTATION, place(expectation), message)
        .label(verdict.label)
        .help("change what is expected, or the rule if that is what is wrong");
    if let Some((names, words)) = verdict.case {
        finding = finding.case(names, words);
    }
    if let Some((span, words)) = verdict.rule {
        finding = finding.related(span, words);
    }
    if !verdict.working.is_empty() {
        finding = finding.note(verdict.working);
    }
    finding
}
