//! Something that is covered, promised or open only for releases whose last phase is over, or in phases that have ended.

use super::Context;
use crate::cases::CaseSet;
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::spoken;
use crate::lint::phases::{self, Over};
use crate::source::Span;
use crate::value::Name;

/// Looks at what names a release or a phase, if the day is known.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let program = context.program;
    let Some(today) = context.today else { return };
    let over = phases::over(program, today);
    if over.is_empty() {
        return;
    }
    let all = Over::cases(program, &over);
    let releases = Over::cases(program, over.iter().filter(|one| one.phase.is_none()));
    let mut look = |cases: &CaseSet, span: Span, what: &str| {
        if cases.is_empty() || cases.is_everything() || !cases.is_subset_of(&all) {
            return;
        }
        let mut met = over.iter().filter(|one| cases.overlaps(&Over::cases(program, [*one])));
        if cases.is_subset_of(&releases) {
            findings.extend(met.next().map(|one| of_release(one, span, what)));
        } else {
            let last = met.filter(|one| one.phase.is_some()).max_by_key(|one| one.on);
            findings.extend(last.map(|one| of_phase(context, one, span, what)));
        }
    };
    for rule in program.commitments.values().flat_map(|commitment| &commitment.rules.rules) {
        look(&rule.when.cases, rule.span, "promise");
    }
    for line in program.scope.iter().flat_map(|scope| &scope.covers) {
        look(&line.when.cases, line.span, "line of the scope");
    }
    for line in program.channels.values().flat_map(|channel| &channel.hours.lines) {
        look(&line.when.cases, line.span, "line of a channel");
    }
    for line in program.calendars.values().flat_map(|calendar| &calendar.lines) {
        look(&line.when.cases, line.span, "line of a calendar");
    }
}

fn of_release(one: &Over<'_>, span: Span, what: &str) -> Diagnostic {
    let message = format!("this {what} is only for a release whose support ended on {}", one.on);
    Diagnostic::new(&registry::PROMISE_PAST_END, span, message)
        .label("no request meets it any more")
        .related(one.span, format!("ended on {}", one.on))
        .help("leave it out, or say how long the release is still supported")
}

fn of_phase(context: &Context<'_>, one: &Over<'_>, span: Span, what: &str) -> Diagnostic {
    let titles = context.program.facts.get("phase").map(crate::hir::Fact::values).unwrap_or_default();
    let named = |phase: &Name| titles.iter().map(|value| &value.clause).find(|clause| clause.name == *phase);
    let title = one
        .phase
        .and_then(|(_, phase)| named(phase))
        .map_or_else(String::new, |clause| format!(" `{}`", spoken(clause.title.as_deref(), &clause.name)));
    let message = format!("this {what} is only for the phase{title}, which ended on {}", one.on);
    Diagnostic::new(&registry::PROMISE_PAST_END, span, message)
        .label("no request meets it any more")
        .related(one.span, format!("ended on {}", one.on))
        .help("leave it out, or say how long the phase still lasts")
}
