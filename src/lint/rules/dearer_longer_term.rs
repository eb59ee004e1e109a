//! A contract that costs more for each year the longer it runs.

use super::Context;
use crate::cases::{CaseSet, ClassSet, Dim};
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::{FactKind, Interval, Price, Program, say};
use crate::lint::clauses;
use crate::source::Span;
use crate::value::{Amount, Decimal, Period, Unit};

/// The price of one term.
struct Term<'p> {
    seconds: i64,
    label: &'p str,
    amount: Decimal,
    currency: &'p str,
    /// Whether the amount is for each year already.
    yearly: bool,
    cases: CaseSet,
    span: Span,
    said: String,
}

/// Looks at every price that depends on the term.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let program = context.program;
    let Some((dim, fact)) = clauses::fact(program, "term") else { return };
    let FactKind::Duration(stretches) = &fact.kind else { return };
    for price in program.prices.values() {
        let mut terms = priced(program, price, dim, stretches);
        terms.sort_by_key(|term| term.seconds);
        for (at, longer) in terms.iter().enumerate() {
            let cheaper = terms.iter().take(at).find(|shorter| {
                shorter.seconds < longer.seconds
                    && shorter.currency == longer.currency
                    && shorter.yearly == longer.yearly
                    && dearer(longer, shorter)
                    && shorter.cases.overlaps(&longer.cases)
            });
            let Some(shorter) = cheaper else { continue };
            findings.push(
                Diagnostic::new(
                    &registry::DEARER_LONGER_TERM,
                    longer.span,
                    format!(
                        "{} for {} is more for each year than {} for {}",
                        longer.said, longer.label, shorter.said, shorter.label
                    ),
                )
                .label("who binds themselves longer pays more")
                .related(shorter.span, "cheaper for each year")
                .help("check the two amounts; if a longer contract brings more, say what in a note"),
            );
        }
    }
}

/// What a price is for each term that has one.
fn priced<'p>(program: &'p Program, price: &'p Price, dim: Dim, stretches: &'p [Interval]) -> Vec<Term<'p>> {
    let mut found = Vec::new();
    for region in &price.rules.regions {
        let Some(rule) = price.rules.rules.get(region.rule) else { continue };
        let Amount::Rate(rate, _) = &rule.value else { continue };
        let yearly = match rate.per.as_ref().map(|per| (per.every, &per.what)) {
            None => false,
            Some((1, Period::Time(Unit::Year | Unit::Month | Unit::Quarter))) => true,
            Some((_, Period::Time(_) | Period::Thing(_))) => continue,
        };
        // What holds for every term says nothing about a longer one.
        if !region.cases.dims().contains(&dim) {
            continue;
        }
        let terms = region.cases.plain_classes(dim);
        let terms = terms.unwrap_or_else(|| ClassSet::all(stretches.len()));
        for (class, stretch) in terms.iter().filter_map(|class| Some((class, stretches.get(class)?))) {
            let alone = stretch.low.filter(|low| Some(*low) == stretch.high && *low > 0);
            let Some(seconds) = alone else { continue };
            let cases = region.cases.and(&program.space.is(dim, [class])).and(program.space.possible());
            let here = cases.forget(dim);
            if here.is_empty() {
                continue;
            }
            found.push(Term {
                seconds,
                label: &stretch.label,
                amount: rate.money.amount,
                currency: &rate.money.currency,
                yearly,
                cases: here,
                span: rule.span,
                said: say::amount(&rule.value),
            });
        }
    }
    found
}

/// Whether the longer term costs more for each year.
fn dearer(longer: &Term<'_>, shorter: &Term<'_>) -> bool {
    let units = |amount: Decimal| i128::from(crate::hir::billionths(amount));
    let (long, short) = (units(longer.amount), units(shorter.amount));
    if longer.yearly {
        return long > short;
    }
    long * i128::from(shorter.seconds) > short * i128::from(longer.seconds)
}
