//! What the examples and tests of a policy try: rules and cells that decide what they expect, special days that their
//! clocks pass over, steps of escalations that they wait for.
//!
//! In: a policy. Out: everything of these kinds, each tried or not, in the order of the policy.

use super::commitments::{Said, applied};
use super::context::Context;
use super::escalations::steps;
use super::look::{Look, look_up};
use super::process::{Course, course};
use super::question::Question;
use crate::hir::{Expectation, Line, Origin, Outcome, RuleSet};
use crate::source::Span;
use crate::time::Cause;
use crate::value::Amount;
use std::collections::BTreeSet;

/// A kind of thing that can be tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Kind {
    Rule,
    Cell,
    SpecialDay,
    Step,
}

impl Kind {
    /// All kinds, with what several and what one of them are called.
    pub const ALL: [(Self, &'static str, &'static str); 4] = [
        (Self::Rule, "rules", "rule"),
        (Self::Cell, "cells", "cell"),
        (Self::SpecialDay, "special days", "special day"),
        (Self::Step, "steps of escalations", "step"),
    ];

    /// What one is called.
    pub fn one(self) -> &'static str {
        Self::ALL.iter().find(|(kind, ..)| *kind == self).map_or("", |(.., one)| one)
    }
}

/// Something that can be tried.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Thing {
    /// What it is.
    pub kind: Kind,
    /// Its path, or its calendar and occasion.
    pub name: String,
    /// Where it stands.
    pub span: Span,
    /// The anchor of its clause.
    pub anchor: String,
    /// Whether some example or test tries it.
    pub tried: bool,
}

/// Everything that can be tried.
#[derive(Clone, Debug, Default)]
pub struct Tried {
    /// In the order of the policy.
    pub things: Vec<Thing>,
}

impl Tried {
    /// How many there are of each kind, and how many of them are not tried.
    pub fn sums(&self) -> Vec<(&'static str, usize, usize)> {
        let count = |kind: Kind, missed: bool| {
            self.things.iter().filter(|thing| thing.kind == kind && !(missed && thing.tried)).count()
        };
        Kind::ALL.iter().map(|(kind, many, _)| (*many, count(*kind, false), count(*kind, true))).collect()
    }

    /// What is not tried.
    pub fn missed(&self) -> impl Iterator<Item = &Thing> {
        self.things.iter().filter(|thing| !thing.tried)
    }
}

/// What the examples and tests try.
pub fn tried(context: &Context<'_>) -> Tried {
    let program = context.program;
    let mut touched = BTreeSet::new();
    for case in program.examples.iter().chain(&program.tests) {
        let Ok(question) = Question::of_case(context, case) else { continue };
        let course = course(context, &question);
        for expectation in &case.expectations {
            touch(context, &question, &course, expectation, &mut touched);
        }
    }
    let mut things = Vec::new();
    for commitment in program.commitments.values() {
        rules(&commitment.rules, &touched, &mut things);
    }
    for entitlement in program.entitlements.values() {
        rules(&entitlement.rules, &touched, &mut things);
    }
    for price in program.prices.values() {
        rules(&price.rules, &touched, &mut things);
    }
    for (name, calendar) in &program.calendars {
        for (tag, line) in calendar.lines.iter().enumerate() {
            let day = match &line.line {
                Line::Dates { .. } | Line::Instants { .. } => true,
                Line::Weekly { season, .. } => season.is_some(),
                Line::Monthly { .. } | Line::WeekSpan { .. } | Line::Calendars { .. } | Line::Within(_) => {
                    false
                }
            };
            if day {
                let occasion = line.occasion.as_ref().map(|text| format!(" {}", text.original.content));
                let tried = touched.contains(&format!("{name}#{tag}"));
                let name = format!("{name}{}", occasion.unwrap_or_default());
                let anchor = line.clause.anchor.to_string();
                things.push(Thing { kind: Kind::SpecialDay, name, span: line.span, anchor, tried });
            }
        }
    }
    for (name, escalation) in &program.escalations {
        for rung in &escalation.rungs {
            let name = format!("{name}/{}", rung.clause.name);
            let tried = touched.contains(&name);
            let anchor = rung.clause.anchor.to_string();
            things.push(Thing { kind: Kind::Step, name, span: rung.span, anchor, tried });
        }
    }
    things.sort_by_key(|thing| thing.span);
    Tried { things }
}

fn rules<V>(set: &RuleSet<V>, touched: &BTreeSet<String>, things: &mut Vec<Thing>) {
    for rule in &set.rules {
        let kind = match rule.origin {
            Origin::Line => Kind::Rule,
            Origin::Cell | Origin::Table { .. } => Kind::Cell,
            // What a plan inherits is written, and tried, where it is granted first.
            Origin::Inherited => continue,
        };
        let tried = touched.contains(rule.path.as_str());
        let anchor = rule.clause.anchor.to_string();
        things.push(Thing { kind, name: rule.path.to_string(), span: rule.span, anchor, tried });
    }
}

/// Notes what an expectation depends on.
fn touch(
    context: &Context<'_>,
    question: &Question,
    course: &Course,
    expectation: &Expectation,
    touched: &mut BTreeSet<String>,
) {
    let program = context.program;
    let known = course.known(question.at);
    let cases = known.left(program);
    touched.extend(expectation.under.clone());
    match &expectation.outcome {
        Outcome::By(name, _) | Outcome::Promise(name, _) => {
            let Some(said) = program.commitments.get(name) else { return };
            if let Said::Applies(one) = applied(context, said, course, question) {
                touched.extend(one.rules.iter().map(|rule| rule.path.to_string()));
                if let (Some(ticks), Some(start), Some(Ok(due))) = (&one.ticks, one.start, &one.due) {
                    let closures = ticks.schedule.closures(start, *due).unwrap_or_default();
                    touched.extend(closures.iter().filter_map(|closure| match closure.cause {
                        Cause::Line(tag) => Some(format!("{}#{tag}", closure.calendar)),
                        Cause::Holiday => None,
                    }));
                }
            }
        }
        Outcome::Notifies(name, people, _) => {
            let Some(escalation) = program.escalations.get(name) else { return };
            let all: Vec<_> = program
                .commitments
                .values()
                .filter_map(|said| match applied(context, said, course, question) {
                    Said::Applies(one) => Some(*one),
                    Said::Nothing | Said::Depends(_) | Said::Waits(_) => None,
                })
                .collect();
            let steps = steps(context, escalation, course, &cases, &all, None);
            let named = steps.iter().filter(|step| people.iter().all(|one| step.rung.people.contains(one)));
            touched.extend(named.map(|step| format!("{name}/{}", step.rung.clause.name)));
        }
        Outcome::Grant(name, _) | Outcome::Limit(name, _) => {
            let Some(said) = program.entitlements.get(name) else { return };
            if let Look::Decided(rules) = look_up(program, &said.rules, known, |one, two| one == two) {
                touched.extend(rules.iter().map(|rule| rule.path.to_string()));
            }
        }
        Outcome::Amount(name, _) => {
            let Some(said) = program.prices.get(name) else { return };
            if let Look::Decided(rules) = look_up(program, &said.rules, known, Amount::same_as) {
                touched.extend(rules.iter().map(|rule| rule.path.to_string()));
            }
        }
        Outcome::Holds(..) | Outcome::Open(..) | Outcome::Cost(..) => {}
    }
}
