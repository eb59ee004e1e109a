//! A policy that was to be looked at again by now.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::time::Date;
use crate::value::{Duration, Unit};

/// Looks at the review that the policy promises.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let (Some(today), Some(effective)) = (context.today, context.program.policy.effective) else { return };
    let Some(every) = context.program.changes.as_ref().and_then(|changes| changes.review.as_ref()) else {
        return;
    };
    let Some(due) = later(effective, every).filter(|due| *due < today) else { return };
    findings.push(
        Diagnostic::new(&registry::REVIEW_OVERDUE, every.span, format!("a review was due on {due}"))
            .label(format!("counted from {effective}, when this version took effect"))
            .help("look the policy through, and give it a new version with its date"),
    );
}

/// The day so much later.
fn later(date: Date, length: &Duration) -> Option<Date> {
    let amount = i32::try_from(length.amount).ok()?;
    let days = |each: i64| Date::from_number(date.number() + i64::from(amount) * each);
    match length.unit {
        Unit::Second | Unit::Minute | Unit::Hour => None,
        Unit::Day => days(1),
        Unit::Week => days(7),
        Unit::Month => date.plus_months(amount),
        Unit::Quarter => date.plus_months(amount.checked_mul(3)?),
        Unit::Year => date.plus_months(amount.checked_mul(12)?),
    }
}
