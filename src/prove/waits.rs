//! Whether an `ensure` speaks of something that is not filled in yet.
//!
//! In: a sentence, and the program. Out: whether a `?` is left in what it is about, in the condition of a line, or in a line of the
//! hours or the steps that it is about, so that nobody can say whether it will hold. What it does not touch holds nothing back.

use super::prover::Prover;
use crate::hir::{Audience, Channel, EnsureForm, Opening, Program, Scope};
use crate::value::{Clock, Name};

/// Whether what the sentence is about has a `?` left in the place of a figure, so that it may hold once that is known.
pub(super) fn for_figures(program: &Program, form: &EnsureForm) -> bool {
    let open = |name: &Name| program.unfilled.iter().any(|(_, of)| *name == **of);
    !program.unfilled.is_empty() && about(program, form, open)
}

/// Whether a line that it is about waits for its condition, or hours of it are not known yet: whatever the rest says, it may hold
/// then or not.
pub(super) fn for_conditions(program: &Program, form: &EnsureForm) -> bool {
    let open = |name: &Name| {
        program.commitments.get(name).is_some_and(|of| !of.rules.waiting.is_empty())
            || program.prices.get(name).is_some_and(|of| !of.rules.waiting.is_empty())
            || program.plans.get(name).is_some_and(|of| !of.price.waiting.is_empty())
            || program.entitlements.get(name).is_some_and(|of| !of.rules.waiting.is_empty())
            || program.offers.get(name).is_some_and(|of| of.waits)
            || program.channels.get(name).is_some_and(|of| !of.hours.waiting.is_empty())
            || program.escalations.get(name).is_some_and(|of| of.clause.unfilled)
            || program.calendars.get(name).is_some_and(|of| of.clause.unfilled)
            || program.maintenances.get(name).is_some_and(|of| of.clause.unfilled)
    };
    about(program, form, open)
        || promises(program, form)
            .into_iter()
            .any(|name| clocks(program, name).any(|clock| program.hours_unsaid(clock)))
}

/// Whether the sentence that was looked at last is about what is covered, and the scope waits in this way.
pub(super) fn for_scope(prover: &Prover<'_>, waits: impl Fn(&Scope) -> bool) -> bool {
    prover.is_of_covered() && prover.program.scope.as_ref().is_some_and(waits)
}

/// The commitments whose deadlines a sentence is about.
fn promises<'a>(program: &'a Program, form: &'a EnsureForm) -> Vec<&'a Name> {
    match form {
        EnsureForm::NeverSlower(name, _)
        | EnsureForm::Within(name, _)
        | EnsureForm::DueWhileOpen(name, _) => vec![name],
        EnsureForm::DueBefore(name, other) => vec![name, other],
        EnsureForm::NotifiesBeforeBreach(escalation, _, name) => {
            let rungs = program.escalations.get(escalation).into_iter().flat_map(|of| &of.rungs);
            rungs.filter_map(|rung| rung.moment.guards()).chain([name]).collect()
        }
        EnsureForm::PromisesHaveOpenChannels => {
            let public =
                program.commitments.iter().filter(|(_, of)| of.clause.audience == Audience::Everybody);
            public.map(|(name, _)| name).collect()
        }
        EnsureForm::NeverLess(..)
        | EnsureForm::NeverDearer(..)
        | EnsureForm::EveryCoveredCaseHas(_)
        | EnsureForm::OpenAtLeast(..)
        | EnsureForm::NoCase(_)
        | EnsureForm::NothingCostsMore(..)
        | EnsureForm::SomeChannelOpen
        | EnsureForm::NeverOverlaps(..)
        | EnsureForm::LiesWithin(..) => Vec::new(),
    }
}

/// The clocks that the deadlines of a commitment run on.
fn clocks<'a>(program: &'a Program, name: &Name) -> impl Iterator<Item = &'a Clock> {
    let rules = program.commitments.get(name).into_iter().flat_map(|of| &of.rules.rules);
    rules.filter_map(|rule| rule.value.promise.clock())
}

/// The calendars in which a channel is open.
fn doors(channel: &Channel) -> impl Iterator<Item = &Name> {
    channel.hours.lines.iter().flat_map(|line| match &line.value {
        Opening::Calendars(names) => names.as_slice(),
        Opening::AsDecided(_) | Opening::No => &[],
    })
}

/// Whether something is true of one of the things that a sentence is about.
fn about(program: &Program, form: &EnsureForm, open: impl Fn(&Name) -> bool) -> bool {
    let open = &open;
    let hours = |name: &Name| program.hours_of(name).into_iter().any(open);
    let runs = |clock: &Clock| program.policy.calendar_of(clock).is_some_and(hours);
    let due = |name: &Name| open(name) || clocks(program, name).any(runs);
    let channels = || {
        let attended = program.channels.iter().filter(|(_, channel)| !channel.self_service);
        attended.into_iter().any(|(name, channel)| open(name) || doors(channel).any(hours))
    };
    if promises(program, form).into_iter().any(due) {
        return true;
    }
    match form {
        EnsureForm::NeverSlower(..) | EnsureForm::Within(..) | EnsureForm::DueBefore(..) => false,
        EnsureForm::NeverLess(name, _) | EnsureForm::NeverDearer(name, _) => {
            open(name) || program.plans.keys().any(open)
        }
        EnsureForm::EveryCoveredCaseHas(name) => open(name),
        EnsureForm::OpenAtLeast(name, _, _) | EnsureForm::DueWhileOpen(_, name) => hours(name),
        EnsureForm::NoCase(_) => program.facts.keys().any(open),
        EnsureForm::NothingCostsMore(Some(of), _) => open(&of.name),
        EnsureForm::NothingCostsMore(None, _) => {
            let paid = program.prices.keys().chain(program.plans.keys()).chain(program.offers.keys());
            paid.into_iter().any(open)
        }
        EnsureForm::PromisesHaveOpenChannels | EnsureForm::SomeChannelOpen => channels(),
        EnsureForm::NeverOverlaps(name, other) | EnsureForm::LiesWithin(name, other) => {
            hours(name) || hours(other)
        }
        EnsureForm::NotifiesBeforeBreach(escalation, ..) => open(escalation),
    }
}
