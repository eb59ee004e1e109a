//! So many open hours that no day has them: `24 business hours` are three days, and most readers take them for one.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::{Rule, say};
use crate::lint::deadlines;
use crate::time::Instant;
use crate::value::{Clock, Duration, Figure, Unit};
use std::collections::BTreeSet;

/// Looks at the promises in hours of open time.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let program = context.program;
    let mut told = BTreeSet::new();
    for commitment in program.commitments.values() {
        for region in &commitment.rules.regions {
            let Some(rule) = commitment.rules.rules.get(region.rule) else { continue };
            let Some(length) = hours(rule).filter(|length| length.amount >= 12) else { continue };
            let Some(case) = region.cases.witness(&program.space) else { continue };
            let alone = deadlines::alone(&program.space, &case);
            let Some(open) = deadlines::schedule(context, &length.clock, &alone) else { continue };
            let Some((from, _)) = deadlines::weeks(context) else { continue };
            let Some(week) = from.plus(7 * 86_400) else { continue };
            let Ok(stretches) = open.stretches(from, week) else { continue };
            let longest = stretches.iter().map(|stretch| stretch.seconds()).max().unwrap_or(0);
            // Where a day is as long as the promise readers are right to take the one for the other.
            if longest == 0 || i64::from(length.amount) * 3600 <= longest || !told.insert(length.span) {
                continue;
            }
            let Some(opens) = stretches.iter().map(|stretch| stretch.from).find(|opens| *opens > from) else {
                continue;
            };
            let due = deadlines::of(context, &rule.value.promise, &alone);
            let due = due.and_then(|due| {
                let row = due.receipts().iter().find(|row| row.from <= opens && opens < row.to)?;
                Some(row.law.due(opens))
            });
            let Some(due) = due else { continue };
            findings.push(finding(context, length, (opens, due), open.definition().name.as_str()));
        }
    }
}

fn finding(
    context: &Context<'_>,
    length: &Duration,
    (opens, due): (Instant, Instant),
    name: &str,
) -> Diagnostic {
    Diagnostic::new(
        &registry::LONGER_THAN_OPENING,
        length.span,
        format!(
            "`{}` are more than one day of `{name}`: received {}, it is due {}",
            say::duration(length),
            deadlines::told(context, opens),
            deadlines::told(context, due)
        ),
    )
    .label("longer than any opening")
    .help("write it in business days, so that nobody takes it for the clock on the wall")
    .instant(context.time().rfc(opens))
}

/// A promise in hours of open time.
fn hours(rule: &Rule<Figure>) -> Option<&Duration> {
    let length = rule.value.promise.length()?;
    (length.unit == Unit::Hour && length.clock != Clock::Elapsed).then_some(length)
}
