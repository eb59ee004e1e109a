//! What of each entitlement a case has, with what is counted worked out.

use super::answer::Entitlement;
use super::context::Context;
use super::known::Known;
use super::look::{Look, look};
use super::shapes;
use crate::hir::{self, Grant, Rule};
use crate::value::{Decimal, Period, Quantity};

/// The answer about one entitlement; none where it speaks of none of the cases.
pub fn entitlement(
    context: &Context<'_>,
    entitlement: &hir::Entitlement,
    known: &Known,
) -> Option<Entitlement> {
    let cases = known.left(context.program);
    let mut answer = Entitlement {
        id: entitlement.clause.name.to_string(),
        granted: None,
        limit: None,
        unused_lapse: false,
        rule: None,
        depends_on: Vec::new(),
        source: None,
        anchor: entitlement.clause.anchor.to_string(),
    };
    match look(context.program, &entitlement.rules, &cases, |one, two| one == two) {
        Look::Outside => return None,
        Look::Gap => answer.granted = Some(false),
        Look::Depends(facts) => answer.depends_on = context.names(&facts),
        Look::Decided(rules) => {
            let rule: &Rule<Grant> = rules.first()?;
            answer.rule = Some(rule.path.to_string());
            answer.source = Some(context.place(rule.span));
            match &rule.value {
                Grant::Yes => answer.granted = Some(true),
                Grant::No => answer.granted = Some(false),
                Grant::Limit { quantity, unused_lapse } => {
                    answer.granted = Some(true);
                    answer.limit = Some(shapes::limit(&counted(context, quantity, known)));
                    answer.unused_lapse = *unused_lapse;
                }
                Grant::Unfilled => {}
            }
        }
    }
    Some(answer)
}

/// A limit with what it is counted for worked out, where that is known: 5 per 500 nodes is 10 for 600 nodes.
pub fn counted(context: &Context<'_>, quantity: &Quantity, known: &Known) -> Quantity {
    let mut worked = quantity.clone();
    let (Some(count), Some(per)) = (quantity.count, &quantity.per) else { return worked };
    let Period::Thing(thing) = &per.what else { return worked };
    let dim = context.program.space.dim(thing.as_str());
    let Some(place) = dim.and_then(|dim| known.place(dim)) else { return worked };
    // What has begun counts as whole.
    let step = i128::from(per.every.max(1)) * 1_000_000_000;
    let times = (i128::from(place).max(0) + step - 1) / step;
    let Ok(units) = i64::try_from(i128::from(count.units) * times) else { return worked };
    let total = Decimal { units, scale: count.scale };
    worked.count = Some(quantity.at_most.map_or(total, |most| total.min(most)));
    worked.per = None;
    worked.at_most = None;
    worked
}
