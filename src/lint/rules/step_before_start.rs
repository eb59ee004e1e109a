//! A step that comes so long before a breach that the clock has not begun to run: half an hour before the breach of a promise of
//! half an hour.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::{Cond, Moment, say};
use crate::lint::lengths;
use crate::value::Promise;

/// Looks at the steps before a breach.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let program = context.program;
    let always = Cond::always();
    for escalation in program.escalations.values() {
        let of_all = escalation.clause.when.as_ref().unwrap_or(&always);
        for rung in &escalation.rungs {
            let Moment::Before(lead, name) = &rung.moment else { continue };
            let Some(commitment) = program.commitments.get(name) else { continue };
            let here = rung.clause.when.as_ref().unwrap_or(&always);
            let cases = of_all.cases.and(&here.cases);
            let short = commitment.rules.regions.iter().find_map(|region| {
                let rule = commitment.rules.rules.get(region.rule)?;
                let (Promise::Within { to: length, .. } | Promise::Every(length)) = &rule.value.promise
                else {
                    return None;
                };
                // The lead runs on the clock of the commitment, whichever that is.
                lengths::amounts(lead, length).filter(|order| order.is_ge())?;
                let both = region.cases.and(&cases);
                Some((rule, both.witness(&program.space)?, both))
            });
            let Some((rule, case, both)) = short else { continue };
            let (names, words) = context.legend().case(&program.space, &case, &both);
            findings.push(
                Diagnostic::new(
                    &registry::STEP_BEFORE_START,
                    lead.span,
                    format!(
                        "{} before the breach the clock of `{name}` has not run yet: it has {}",
                        say::written(lead),
                        say::promise(&rule.value.promise)
                    ),
                )
                .label("this step would come before the request")
                .related(rule.span, "the promise")
                .case(names, words)
                .help(format!("take a share, as in `at 50% of {name}`, or leave these cases out")),
            );
        }
    }
}
