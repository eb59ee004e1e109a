//! What each commitment says of a row: worked out from its instants alone, or by following its course.
//!
//! In: the profile of a row, or its facts, with its instants. Out: `covered`, `outcomes` and `notes` of the worker, and what is
//! counted of promises that were kept.

use super::Worker;
use super::fields::Value;
use crate::evaluate::answer::State;
use crate::evaluate::bulk::attainment::period;
use crate::evaluate::bulk::profile::{Profile, not_filled_in, promises_nothing};
use crate::evaluate::bulk::simple::{Ends, From};
use crate::evaluate::commitments::{Said, applied};
use crate::evaluate::coverage::covered;
use crate::evaluate::known::Known;
use crate::evaluate::problem::Problem;
use crate::evaluate::process::course;
use crate::evaluate::question::{Happening, Question};
use crate::time::{CountError, Instant};
use smol_str::SmolStr;
use std::rc::Rc;

/// What a commitment says of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// When its clock begins to run.
    pub starts: Option<Instant>,
    /// When it is due.
    pub due: Option<Instant>,
    /// How far it is; none where the rule says that nothing is promised.
    pub state: Option<State>,
    /// The path of the rule that decides.
    pub rule: SmolStr,
    /// Why there is no due instant, where there could be one.
    pub note: Option<String>,
}

impl Outcome {
    /// That nothing is promised, by a rule that says so.
    fn none(rule: SmolStr) -> Self {
        Self { starts: None, due: None, state: None, rule, note: None }
    }
}

impl Worker<'_, '_> {
    /// Works out a row from its instants alone.
    pub(super) fn plainly(
        &mut self,
        profile: &Rc<Profile>,
        received: Option<Instant>,
        at: Option<Instant>,
    ) -> Result<(), Problem> {
        let mut last = received;
        let mut ordered = true;
        for (column, _) in &self.events {
            if let Some(at) = self.instants[*column] {
                ordered &= received.is_none_or(|received| received <= at);
                last = last.max(Some(at));
            }
        }
        let early = self.effective(received);
        if !ordered || early || at.is_some_and(|at| Some(at) < last) {
            // The words for what is wrong with a question are found where questions are made.
            self.question(Known::nothing(), received, at)?;
        }
        let at = at.or(last);
        self.covered = profile.covered;
        self.notes.extend(profile.unknown.iter().cloned());
        self.outcomes.clear();
        for (index, promised) in profile.promises.iter().enumerate() {
            // To what is not covered nothing is promised, so that nobody counts it as kept or missed.
            let Some(promised) = promised.as_ref().filter(|_| self.covered != Some(false)) else {
                self.outcomes.push(None);
                continue;
            };
            if promised.is_none {
                self.outcomes.push(Some(Outcome::none(promised.rule.clone())));
                continue;
            }
            let Some(ends) = self.ends.get(index).copied() else { continue };
            let (starts, stopped) = self.run(ends, received);
            let due = starts.and_then(|starts| promised.due.after(starts));
            let (due, note) = match due {
                None => (None, promised.note.clone()),
                Some(Ok(due)) => (Some(due), None),
                Some(Err(error)) => (None, Some(error.to_string())),
            };
            let state = State::of(starts, stopped, due, at, |_| false);
            let starts = starts.map(|starts| promised.begins(starts));
            let (state, rule) = (Some(state), promised.rule.clone());
            self.outcomes.push(Some(Outcome { starts, due, state, rule, note }));
        }
        self.count(profile);
        Ok(())
    }

    fn run(&self, ends: Ends, received: Option<Instant>) -> (Option<Instant>, Option<Instant>) {
        let instant = |from: From| match from {
            From::Received => received,
            From::Column(column) => self.instants[column],
            From::Nowhere => None,
        };
        let Some(starts) = instant(ends.from) else { return (None, None) };
        let stopped = instant(ends.until).filter(|at| {
            // Of two things at the same instant, that of the first column happened first.
            let behind = match (ends.from, ends.until) {
                (From::Column(from), From::Column(until)) => from < until,
                (From::Received | From::Nowhere, _) | (_, From::Received | From::Nowhere) => true,
            };
            *at > starts || (*at == starts && behind)
        });
        (Some(starts), stopped)
    }

    /// Follows the course of one request, as `ask` does.
    pub(super) fn slowly(
        &mut self,
        values: &[Option<Value>],
        received: Option<Instant>,
        at: Option<Instant>,
    ) -> Result<(), Problem> {
        let question = self.question(self.known(values), received, at)?;
        let course = course(self.context, &question);
        self.covered = covered(self.context, course.known(question.at));
        self.outcomes.clear();
        for said in self.context.program.commitments.values() {
            let outcome = match applied(self.context, said, &course, &question) {
                _ if self.covered == Some(false) => None,
                Said::Applies(applied) if promises_nothing(&applied) => {
                    applied.rules.first().map(|rule| Outcome::none(rule.path.clone()))
                }
                Said::Applies(applied) => {
                    let (state, starts) = (Some(applied.state(question.at)), applied.begins());
                    let unfilled = not_filled_in(&applied);
                    let (due, note) = match applied.due {
                        None => (None, unfilled),
                        Some(Err(CountError::Paused)) => (None, None),
                        Some(Ok(due)) => (Some(due), None),
                        Some(Err(error)) => (None, Some(error.to_string())),
                    };
                    let rule = applied.rules.first().map(|rule| rule.path.clone()).unwrap_or_default();
                    Some(Outcome { starts, due, state, rule, note })
                }
                // Of what waits, the profile has a note.
                Said::Nothing | Said::Waits(_) => None,
                Said::Depends(facts) => {
                    return Err(self.context.missing(&facts, &format!("`{}`", said.clause.name)));
                }
            };
            self.outcomes.push(outcome);
        }
        let profile = Profile::of(self.context, self.mapping, question.known, received)?;
        self.notes.extend(profile.unknown.iter().cloned());
        self.count(&profile);
        Ok(())
    }

    fn count(&mut self, profile: &Profile) {
        let commitments = self.context.program.commitments.values();
        for (index, (said, lines)) in commitments.zip(&profile.met).enumerate() {
            let Some(Some(outcome)) = self.outcomes.get(index) else { continue };
            let (Some(starts), Some(state)) = (outcome.starts, outcome.state) else { continue };
            let day = self.context.clock.local(starts).date;
            for line in lines {
                let Some(met) = said.met.get(*line) else { continue };
                self.attainment.count(index, *line, period(day, met.period), state);
            }
        }
    }

    fn question(
        &self,
        known: Known,
        received: Option<Instant>,
        at: Option<Instant>,
    ) -> Result<Question, Problem> {
        let happenings = self
            .events
            .iter()
            .filter_map(|(column, what)| Some(Happening { at: self.instants[*column]?, what: what.clone() }));
        Question::of_row(self.context, known, received, happenings.collect(), at)
    }

    /// Whether the policy does not count yet.
    fn effective(&self, received: Option<Instant>) -> bool {
        let effective = self.context.program.policy.effective;
        let (Some(received), Some(effective)) = (received, effective) else { return false };
        self.context.clock.local(received).date < effective
    }
}
