//! Whether an `ensure` speaks of something that is not filled in yet.
//!
//! In: a sentence, and the program. Out: whether a `?` is left in what it is about, in the condition of a line, or in a line of its
//! hours or its steps, so that nobody can say whether it will hold.

use crate::hir::{EnsureForm, Program};
use crate::value::Name;

/// Whether what the sentence is about has a `?` left in the place of a figure, so that it may hold once that is known.
pub(super) fn for_figures(program: &Program, form: &EnsureForm) -> bool {
    let open = |name: &Name| program.unfilled.iter().any(|(_, of)| *name == **of);
    !program.unfilled.is_empty() && about(program, form, open)
}

/// Whether a line that it is about waits for its condition: whatever the rest says, it may hold then or not.
pub(super) fn for_conditions(program: &Program, form: &EnsureForm) -> bool {
    about(program, form, |name| {
        program.commitments.get(name).is_some_and(|of| !of.rules.waiting.is_empty())
            || program.prices.get(name).is_some_and(|of| !of.rules.waiting.is_empty())
            || program.plans.get(name).is_some_and(|of| !of.price.waiting.is_empty())
            || program.entitlements.get(name).is_some_and(|of| !of.rules.waiting.is_empty())
            || program.offers.get(name).is_some_and(|of| of.waits)
            || program.channels.get(name).is_some_and(|of| !of.hours.waiting.is_empty())
            || program.escalations.get(name).is_some_and(|of| of.clause.unfilled)
            || calendar(program, name, 0)
    })
}

/// How deep calendars may be made of calendars; circles are found when a policy is checked.
const DEEPEST: usize = 64;

/// Whether a line of a calendar, or of one that it is made of, says nothing yet.
fn calendar(program: &Program, name: &Name, depth: usize) -> bool {
    if program.maintenances.get(name).is_some_and(|of| of.clause.unfilled) {
        return true;
    }
    let Some(calendar) = program.calendars.get(name).filter(|_| depth < DEEPEST) else { return false };
    let mut parts = calendar.lines.iter().flat_map(|line| line.line.parts());
    calendar.clause.unfilled || parts.any(|name| self::calendar(program, name, depth + 1))
}

/// Whether something is true of one of the things that a sentence is about.
fn about(program: &Program, form: &EnsureForm, open: impl Fn(&Name) -> bool) -> bool {
    let open = &open;
    let hours = || program.calendars.keys().chain(program.channels.keys()).any(open);
    let promises = || program.commitments.keys().any(open);
    match form {
        EnsureForm::NeverSlower(name, _) | EnsureForm::Within(name, _) => open(name) || hours(),
        EnsureForm::NeverLess(name, _) | EnsureForm::NeverDearer(name, _) => {
            open(name) || program.plans.keys().any(open)
        }
        EnsureForm::DueBefore(name, other) => open(name) || open(other) || hours(),
        EnsureForm::DueWhileOpen(name, calendar) => open(name) || open(calendar) || hours(),
        EnsureForm::EveryCoveredCaseHas(name) | EnsureForm::OpenAtLeast(name, _, _) => open(name),
        EnsureForm::NoCase(_) => program.facts.keys().any(open),
        EnsureForm::NothingCostsMore(Some(of), _) => open(&of.name),
        EnsureForm::NothingCostsMore(None, _) => {
            let paid = program.prices.keys().chain(program.plans.keys()).chain(program.offers.keys());
            paid.into_iter().any(open)
        }
        EnsureForm::PromisesHaveOpenChannels => promises() || hours(),
        EnsureForm::SomeChannelOpen => hours(),
        EnsureForm::NeverOverlaps(name, other) | EnsureForm::LiesWithin(name, other) => {
            open(name) || open(other)
        }
        EnsureForm::NotifiesBeforeBreach(escalation, _, name) => open(escalation) || open(name) || hours(),
    }
}
