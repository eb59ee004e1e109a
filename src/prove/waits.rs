//! Whether an `ensure` speaks of something that is not filled in yet.
//!
//! In: a sentence that does not hold as things stand. Out: whether a `?` is left in what it is about, so that nobody can say
//! whether it will hold.

use crate::hir::{EnsureForm, Program};
use crate::value::Name;

/// Whether what the sentence is about has a `?` left.
pub(super) fn for_figures(program: &Program, form: &EnsureForm) -> bool {
    if program.unfilled.is_empty() {
        return false;
    }
    let open = |name: &Name| program.unfilled.iter().any(|(_, of)| *name == **of);
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
