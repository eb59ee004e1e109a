//! A way of complaint by channels of which some of its customers have none.

use super::Context;
use crate::cases::CaseSet;
use crate::diagnostic::{Diagnostic, registry};
use crate::lint::reach;

/// Looks at who can ask for every escalation, and how.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let program = context.program;
    let raised = program.escalations.values().any(|escalation| !escalation.raised.is_empty());
    if program.channels.is_empty() || !raised {
        return;
    }
    let always = CaseSet::everything();
    // Whoever has no channel to people at all has no request that could go wrong.
    let people = program.channels.values().filter(|channel| !channel.self_service);
    let answered = people.fold(CaseSet::nothing(), |all, channel| all.or(&reach::exists(program, channel)));
    for (name, escalation) in &program.escalations {
        let of_all = escalation.clause.when.as_ref().map_or(&always, |when| &when.cases);
        let mut left = of_all.and(&answered).and(program.space.possible());
        let Some((_, channels, _)) = escalation.raised.first() else { continue };
        let Some(first) = channels.first() else { continue };
        for (_, channels, clause) in &escalation.raised {
            let here = clause.when.as_ref().map_or(&always, |when| &when.cases);
            if channels.is_empty() {
                left = left.minus(here);
            }
            for channel in channels.iter().filter_map(|channel| program.channels.get(channel)) {
                left = left.minus(&reach::exists(program, channel).and(here));
            }
        }
        let left = reach::without_channel(program, &left);
        let Some(case) = left.witness(&program.space) else { continue };
        let (names, words) = context.legend().case(&program.space, &case, &left);
        let (kinds, words) = context.legend().summary(&program.space, &left).unwrap_or((1, words));
        let mut finding = Diagnostic::new(
            &registry::UNREACHABLE_ESCALATION,
            first.span,
            format!("some customers have no channel by which they can ask for `{name}`"),
        )
        .label("not for all of them")
        .case(names, words)
        .help("name a channel that they have, or say with `only when` for whom it is");
        finding.several_cases = kinds > 1;
        findings.push(finding);
    }
}
