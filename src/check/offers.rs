//! Offers: what is not covered and can be had at a price.
//!
//! In: an `offer` declaration. Out: the offer with its rates; a rate that is so many times a wider one is worked out.

use super::context::{Context, repeated};
use super::values::PEOPLE;
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::{Cond, Offer, Rate};
use crate::source::Span;
use crate::syntax::ast::{self, Decl, Statement};
use crate::value::{Amount, Decimal, Money, Name};

/// An offer.
pub fn offer<'a>(context: &mut Context<'a>, decl: &'a Decl<ast::Offer>) -> Option<Offer> {
    let name = decl.name.clone()?;
    let clause = context.declaration(decl);
    let mut offer =
        Offer { clause, rates: Vec::new(), waits: false, proposal: None, invoiced: None, by: Vec::new() };
    let mut seen: Option<Span> = None;
    let mut number = 0;
    for statement in decl.body.own() {
        context.inside(statement.audience.as_ref(), |context| {
            line(context, &name, statement, &mut offer, &mut seen, &mut number);
        });
    }
    offer.waits |= decl.body.waits_for_domain().is_some();
    conflicts(context, &offer.rates);
    multiply(context, &mut offer.rates);
    Some(offer)
}

fn line<'a>(
    context: &mut Context<'a>,
    name: &Name,
    statement: &'a Statement<ast::Offer>,
    offer: &mut Offer,
    seen: &mut Option<Span>,
    number: &mut usize,
) {
    let Some(kind) = &statement.kind else {
        offer.waits |= statement.tag == "rate";
        return;
    };
    match kind {
        ast::Offer::Rate { amount, during, outside, steps, least } => {
            if let Some(span) = statement.except {
                context.error(
                    &registry::NOT_USED_HERE,
                    span,
                    "a narrower rate wins by itself, so `except` has no meaning on it",
                    "not used",
                );
            }
            let times = matches!(**amount, Amount::Times(..));
            let priced = times || context.amount(amount, name.as_str(), &|_| false).is_some();
            let calendars = [during, outside].into_iter().flatten();
            let known: Vec<bool> = calendars.map(|calendar| context.known(&["calendar"], calendar)).collect();
            let lengths: Vec<bool> =
                [steps, least].into_iter().flatten().map(|duration| context.duration(duration)).collect();
            let (own, path) = context.line_path(name.as_str(), statement, number);
            let clause = context.statement("rule", own, &path, statement);
            let good = priced && known.into_iter().chain(lengths).all(|good| good);
            if let (true, Some(clause)) = (good, clause) {
                offer.rates.push(Rate {
                    amount: Amount::clone(amount),
                    during: during.clone(),
                    outside: outside.clone(),
                    steps: steps.as_deref().cloned(),
                    least: least.as_deref().cloned(),
                    clause,
                    span: amount.span(),
                });
            }
        }
        ast::Offer::Proposal {} => {
            let clause = context.statement("proposal", name.clone(), &format!("{name}-proposal"), statement);
            match (&offer.proposal, clause) {
                (Some(first), Some(_)) => {
                    let finding = repeated("`proposal first`", statement.span, first.span);
                    context.report(finding);
                }
                (None, clause) => offer.proposal = clause,
                (Some(_), None) => {}
            }
        }
        ast::Offer::Invoiced { frequency } => {
            context.bare(statement, "how often something is invoiced");
            context.once(
                &mut offer.invoiced,
                frequency.clone(),
                seen,
                statement.span,
                "how often it is invoiced",
            );
        }
        ast::Offer::By { role } => {
            context.bare(statement, "who does the work");
            offer.by.extend(context.name(&PEOPLE, role));
        }
    }
}

/// How narrow a rate is by the calendar that it names.
fn clock(rate: &Rate) -> Option<(&Name, bool)> {
    rate.during.as_ref().map(|name| (name, true)).or(rate.outside.as_ref().map(|name| (name, false)))
}

fn cases(rate: &Rate) -> Cond {
    rate.clause.when.clone().unwrap_or_else(Cond::always)
}

/// Whether one rate is wider than another: it names no calendar, and holds for at least the same cases.
fn wider(wide: &Rate, narrow: &Rate) -> bool {
    let (large, small) = (cases(wide).cases, cases(narrow).cases);
    let over_time = clock(wide).is_none() && clock(narrow).is_some();
    let over_cases = clock(wide) == clock(narrow) && large != small;
    (over_time || over_cases) && small.is_subset_of(&large)
}

/// Works out `1.5 times`.
fn multiply(context: &mut Context<'_>, rates: &mut Vec<Rate>) {
    let mut worked = Vec::with_capacity(rates.len());
    for rate in rates.iter() {
        let Amount::Times(times, span) = &rate.amount else {
            worked.push(rate.clone());
            continue;
        };
        let bases: Vec<&Rate> = rates
            .iter()
            .filter(|base| !matches!(base.amount, Amount::Times(..)) && wider(base, rate))
            .collect();
        let base = if let [base] = bases.as_slice() { Some(&base.amount) } else { None };
        let amount = base.and_then(|base| {
            let Amount::Rate(of, _) = base else { return None };
            let amount = product(of.money.amount, *times)?;
            let money = Money { currency: of.money.currency.clone(), amount };
            Some(Amount::Rate(crate::value::Rate { money, per: of.per.clone() }, *span))
        });
        if let Some(amount) = amount {
            worked.push(Rate { amount, ..rate.clone() });
            continue;
        }
        // So many times what is not known yet is not known either.
        if matches!(base, Some(Amount::Unfilled(_))) {
            continue;
        }
        let mut finding = Diagnostic::new(
            &registry::RATE_WITHOUT_BASE,
            *span,
            "`times` needs another rate of this offer, in money, to multiply",
        )
        .label("times what?")
        .help("give the offer a rate without `during`, `outside` and `when`");
        for base in bases {
            finding = finding.related(base.span, "this one?");
        }
        context.report(finding);
    }
    *rates = worked;
}

fn product(one: Decimal, two: Decimal) -> Option<Decimal> {
    let (one, two) = (one.shortest(), two.shortest());
    let product =
        Decimal { units: one.units.checked_mul(two.units)?, scale: one.scale + two.scale }.shortest();
    (product.scale <= 9).then_some(product)
}

/// Two rates for the same calendar and cases.
fn conflicts(context: &mut Context<'_>, rates: &[Rate]) {
    for (at, first) in rates.iter().enumerate() {
        for second in rates.iter().skip(at + 1) {
            let unknown = [first, second].iter().any(|rate| matches!(rate.amount, Amount::Times(..)));
            if unknown || clock(first) != clock(second) || wider(first, second) || wider(second, first) {
                continue;
            }
            let both = cases(first).cases.and(&cases(second).cases).and(context.space.possible());
            let Some(case) = both.witness(&context.space) else { continue };
            if first.amount.same_as(&second.amount) {
                continue;
            }
            let (names, words) = context.legend.case(&context.space, &case, &both);
            let finding = Diagnostic::new(
                &registry::CONFLICTING_RULES,
                second.span,
                "two rates of this offer differ for the same case and time",
            )
            .label(crate::hir::say::amount(&second.amount))
            .related(first.span, crate::hir::say::amount(&first.amount))
            .case(names, words)
            .help("say when each of them counts: `during`, `outside` or `when`");
            context.report(finding);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::trial::{BASE, codes};

    #[test]
    fn two_rates_of_an_offer_have_two_names() {
        let found = |other: &str| {
            codes(&format!(
                "{BASE}calendar shop \"Shop\" {{ open Sat 09:00..17:00; open on holidays }}\n\
                 offer advice \"Advice\" {{\n\
                 rate EUR 100 per hour outside shop as week\n\
                 rate EUR 200 per hour during shop as {other}\n}}\n"
            ))
        };
        assert_eq!(found("weekend"), Vec::<String>::new());
        assert_eq!(found("week"), ["duplicate-name week"]);
    }
}
