//! A plan on which no channel can be used: its customers are promised something and cannot ask for it.
//!
//! Channels that each say when they exist leave such cases out too, which `check` reports; here tables take them away.

use super::Context;
use crate::cases::CaseSet;
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::{self, Opening, spoken};

/// Looks at every plan of a policy that has channels.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let program = context.program;
    let Some(dim) = program.space.dim("plan").filter(|_| !program.channels.is_empty()) else { return };
    let is_no = |opening: &Opening| *opening == Opening::No;
    let never_no = |channel: &hir::Channel| !channel.hours.lines.iter().any(|line| is_no(&line.value));
    // What is open to everybody is open to each plan.
    if program.channels.values().any(never_no) {
        return;
    }
    let mut taken: Option<CaseSet> = None;
    for channel in program.channels.values() {
        let lines = channel.hours.lines.iter().filter(|line| is_no(&line.value));
        let here = lines.fold(CaseSet::nothing(), |all, line| all.or(&line.when.cases));
        let none = program.space.dim("channel").map_or_else(|| here.clone(), |dim| here.forget(dim));
        taken = Some(taken.map_or_else(|| none.clone(), |taken| taken.and(&none)));
    }
    let Some(taken) = taken.filter(|taken| !taken.is_empty()) else { return };
    for (name, plan) in &program.plans {
        let here = program.space.is(dim, program.space.class(dim, name.as_str()));
        if !here.is_subset_of(&taken) {
            continue;
        }
        let title = spoken(plan.clause.title.as_deref(), name);
        let cell = program
            .channels
            .values()
            .flat_map(|channel| &channel.hours.lines)
            .find(|line| is_no(&line.value) && line.when.cases.overlaps(&here));
        let mut finding = Diagnostic::new(
            &registry::PLAN_WITHOUT_CHANNEL,
            name.span,
            format!("no channel can be used on the plan `{title}`"),
        )
        .label("how do its customers reach you?")
        .case(vec![("plan".to_owned(), name.to_string())], format!("plan {title}"))
        .help("open a channel for it in the table");
        if let Some(cell) = cell {
            finding = finding.related(cell.span, "no channel");
        }
        findings.push(finding);
    }
}
