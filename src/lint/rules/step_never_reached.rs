//! A step of an escalation on the clock of a commitment that has no deadline in the cases of the step.

use super::Context;
use crate::cases::CaseSet;
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::Cond;
use crate::value::Promise;

/// Looks at the steps of every escalation.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let program = context.program;
    let always = Cond::always();
    for escalation in program.escalations.values() {
        let of_all = escalation.clause.when.as_ref().unwrap_or(&always);
        for rung in &escalation.rungs {
            let Some(name) = rung.moment.guards() else { continue };
            let Some(commitment) = program.commitments.get(name) else { continue };
            let here = rung.clause.when.as_ref().unwrap_or(&always);
            let cases = of_all.cases.and(&here.cases).and(program.space.possible());
            let timed = commitment.rules.regions.iter().any(|region| {
                let rule = commitment.rules.rules.get(region.rule);
                rule.is_some_and(|rule| may_be_due(&rule.value.promise)) && region.cases.overlaps(&cases)
            });
            if timed || commitment.rules.rules.is_empty() {
                continue;
            }
            let Some(case) = cases.witness(&program.space) else { continue };
            let (names, words) = context.legend().case(&program.space, &case, &cases);
            let said = commitment.rules.rules.iter().find(|rule| rule.when.cases.overlaps(&cases));
            let mut finding = Diagnostic::new(
                &registry::STEP_NEVER_REACHED,
                rung.span,
                format!("this step never comes: `{name}` has no deadline in its cases"),
            )
            .label("nobody is told")
            .help("tie it to a commitment with a figure, or promise one");
            if let Some(rule) = said {
                finding = finding.related(rule.span, "no figure here");
            }
            let every = cases == *program.space.possible() || cases == CaseSet::everything();
            findings.push(if every { finding } else { finding.case(names, words) });
        }
    }
}

/// Whether something can be due: what is agreed elsewhere or not known yet may have a figure.
fn may_be_due(promise: &Promise) -> bool {
    match promise {
        Promise::Within { .. }
        | Promise::By(_)
        | Promise::Release(_)
        | Promise::Every(_)
        | Promise::AsAgreed(_)
        | Promise::AsDecided(_)
        | Promise::Unfilled => true,
        Promise::BestEffort | Promise::None | Promise::No => false,
    }
}
