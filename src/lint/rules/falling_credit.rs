//! A service that fails for longer and brings a smaller credit.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::say;
use crate::value::Amount;
use std::cmp::Ordering;

/// Looks at the credits of every availability.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    for availability in context.program.availabilities.values() {
        for pair in availability.credits.windows(2) {
            let [(above, more, _, place), (below, less, _, span)] = pair else { continue };
            if compare(less, more) != Some(Ordering::Less) {
                continue;
            }
            findings.push(
                Diagnostic::new(
                    &registry::FALLING_CREDIT,
                    *span,
                    format!(
                        "below {}% the credit is {}, less than the {} below {}%",
                        below.shortest(),
                        say::amount(less),
                        say::amount(more),
                        above.shortest()
                    ),
                )
                .label("a worse month, and a smaller credit")
                .related(*place, "a better month, and a larger credit")
                .help("check the two rows; the credit grows as the availability falls"),
            );
        }
    }
}

fn compare(one: &Amount, other: &Amount) -> Option<Ordering> {
    match (one, other) {
        (Amount::Share { share: a, of: x, per: p, .. }, Amount::Share { share: b, of: y, per: q, .. })
            if x == y && p == q =>
        {
            Some(a.cmp(b))
        }
        (Amount::Rate(a, _), Amount::Rate(b, _))
            if a.money.currency == b.money.currency && a.per == b.per =>
        {
            Some(a.money.amount.cmp(&b.money.amount))
        }
        _ => None,
    }
}
