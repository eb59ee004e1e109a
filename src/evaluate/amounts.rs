//! What things cost in a case, as far as it can be worked out.
//!
//! In: amounts as they were written, and what is known. Out: money, or why there is none: a document or somebody else says
//! how much it is. All sums are exact decimals; a division that does not end is rounded half up at nine places.

use super::context::Context;
use super::known::Known;
use super::look::{Look, look_up};
use super::{answer, shapes};
use crate::cases::Dim;
use crate::hir::{FactKind, Price, say};
use crate::value::{Amount, Decimal, Measure, Name, Pick};
use serde_json::{Value, json};

/// How deep prices may refer to prices.
const DEEPEST: usize = 64;
/// How many parts a price may be worked out from.
const MOST: u32 = 100_000;

/// What an amount comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Worth {
    /// So much money, in all or for each of something.
    Money {
        /// The ISO 4217 code.
        currency: String,
        /// How much.
        amount: Decimal,
        /// For each of what.
        per: Option<Measure>,
    },
    /// Nothing to pay.
    None,
    /// Not to be had.
    No,
    /// Part of something else.
    Included(Name),
    /// What a document says.
    Agreed(Name),
    /// What somebody decides.
    Decided(Name),
    /// Not known yet, or made of what is not known.
    Open,
}

impl Worth {
    /// In the shape of the machine format; none for what is not known.
    pub fn shape(&self) -> Option<Value> {
        Some(match self {
            Self::Money { currency, amount, per } => {
                let mut value =
                    json!({ "money": { "currency": currency, "amount": shapes::decimal(*amount) } });
                if let (Some(per), Some(fields)) = (per, value.as_object_mut()) {
                    fields.insert("per".to_owned(), shapes::measure(per));
                }
                value
            }
            Self::None => json!({ "none": true }),
            Self::No => json!({ "no": true }),
            Self::Included(name) => json!({ "included": name.as_str() }),
            Self::Agreed(name) => json!({ "agreed": name.as_str() }),
            Self::Decided(name) => json!({ "decided": name.as_str() }),
            Self::Open => return None,
        })
    }

    /// In words, as an author writes it.
    pub fn words(&self) -> String {
        match self {
            Self::Money { currency, amount, per } => {
                let per = say::measure(per.as_ref());
                format!("{currency} {}{per}", amount.shortest())
            }
            Self::None => "none".to_owned(),
            Self::No => "no".to_owned(),
            Self::Included(name) => format!("included in {name}"),
            Self::Agreed(name) => format!("as agreed in {name}"),
            Self::Decided(name) => format!("as decided by {name}"),
            Self::Open => "not known".to_owned(),
        }
    }
}

/// The answer about one price; none where it speaks of none of the cases.
pub fn price(context: &Context<'_>, price: &Price, known: &Known) -> Option<answer::Price> {
    let mut said = answer::Price {
        id: price.clause.name.to_string(),
        amount: None,
        rule: None,
        unfilled: false,
        depends_on: Vec::new(),
        source: None,
        anchor: price.clause.anchor.to_string(),
    };
    match look_up(context.program, &price.rules, known, Amount::same_as) {
        Look::Outside | Look::Gap => return None,
        Look::Depends(facts) => said.depends_on = context.names(&facts),
        Look::Waits(_) => said.unfilled = true,
        Look::Decided(rules) => {
            let rule = rules.first()?;
            said.rule = Some(rule.path.to_string());
            said.source = Some(context.place(rule.span));
            said.amount = worth(context, &rule.value, price, known, 0).shape();
            said.unfilled = matches!(rule.value, Amount::Unfilled(_));
        }
    }
    Some(said)
}

/// What the plan of the case costs, if the case has one and its price is said.
pub fn of_plan(context: &Context<'_>, known: &Known) -> Option<answer::Price> {
    let program = context.program;
    let cases = known.left(program);
    let dim = program.space.dim("plan")?;
    let mut plans = program.plans.values().filter(|plan| {
        let class = program.space.class(dim, plan.clause.name.as_str());
        cases.overlaps(&program.space.is(dim, class))
    });
    let (plan, None) = (plans.next()?, plans.next()) else { return None };
    let own = Price { clause: plan.clause.clone(), rules: plan.price.clone(), tables: Vec::new() };
    price(context, &own, known)
}

/// What a price comes to in cases that leave no doubt about it; none where it says nothing of them.
pub fn worth_in(context: &Context<'_>, price: &Price, cases: &crate::cases::CaseSet) -> Option<Worth> {
    let known = Known::cases(context.program, cases);
    match look_up(context.program, &price.rules, &known, Amount::same_as) {
        Look::Decided(rules) => rules.first().map(|rule| worth(context, &rule.value, price, &known, 0)),
        Look::Depends(_) | Look::Waits(_) => Some(Worth::Open),
        Look::Outside | Look::Gap => None,
    }
}

/// What a price comes to, and the paths of the rules that may decide it.
pub fn worth_of(context: &Context<'_>, price: &Price, known: &Known) -> (Option<Worth>, Vec<String>) {
    match look_up(context.program, &price.rules, known, Amount::same_as) {
        Look::Outside | Look::Gap => (Some(Worth::No), Vec::new()),
        Look::Waits(_) => (Some(Worth::Open), Vec::new()),
        Look::Depends(_) => (None, Vec::new()),
        Look::Decided(rules) => {
            let paths = rules.iter().map(|rule| rule.path.to_string()).collect();
            (rules.first().map(|rule| worth(context, &rule.value, price, known, 0)), paths)
        }
    }
}

/// What an amount comes to where it stands in this price.
pub fn worth(context: &Context<'_>, amount: &Amount, price: &Price, known: &Known, depth: usize) -> Worth {
    // Prices can be made of each other so that the parts double at each step.
    let spent = if depth == 0 { 0 } else { context.spent.get() + 1 };
    context.spent.set(spent);
    if depth > DEEPEST || spent > MOST {
        return Worth::Open;
    }
    let of_price =
        |price: &Price, known: &Known| match look_up(context.program, &price.rules, known, Amount::same_as) {
            Look::Decided(rules) => {
                rules.first().map_or(Worth::Open, |rule| worth(context, &rule.value, price, known, depth + 1))
            }
            Look::Outside | Look::Gap | Look::Depends(_) | Look::Waits(_) => Worth::Open,
        };
    match amount {
        Amount::Rate(rate, _) => Worth::Money {
            currency: rate.money.currency.to_string(),
            amount: rate.money.amount,
            per: rate.per.clone(),
        },
        Amount::Share { share, of, per, .. } => {
            let whole = context.program.prices.get(of).map_or(Worth::Open, |price| of_price(price, known));
            match whole {
                Worth::Money { currency, amount, per: own } => {
                    let hundred = Decimal::whole(100);
                    match times(amount, *share).and_then(|product| divide(product, hundred)) {
                        Some(amount) => Worth::Money { currency, amount, per: per.clone().or(own) },
                        None => Worth::Open,
                    }
                }
                Worth::None => Worth::None,
                Worth::No | Worth::Included(_) | Worth::Agreed(_) | Worth::Decided(_) | Worth::Open => {
                    Worth::Open
                }
            }
        }
        Amount::Times(..) | Amount::Unfilled(_) => Worth::Open,
        Amount::Pick { pick, of, .. } => {
            let parts: Vec<Worth> =
                of.iter().map(|part| worth(context, part, price, known, depth + 1)).collect();
            picked(*pick, &parts)
        }
        Amount::Named(name) => match context.program.prices.get(name) {
            Some(other) => of_price(other, known),
            None => match row(context, name, known) {
                Some(there) => of_price(price, &there),
                None => Worth::Open,
            },
        },
        Amount::Term(term) => {
            let place = term.seconds();
            let dim = context.program.space.dim("term");
            match dim.zip(place).and_then(|(dim, place)| context.measured(dim, place)) {
                Some((dim, class, place)) => {
                    let mut there = known.clone();
                    there.set(dim, &context.program.space.classes(dim, [class]), Some(place));
                    of_price(price, &there)
                }
                None => Worth::Open,
            }
        }
        Amount::None(_) => Worth::None,
        Amount::No(_) => Worth::No,
        Amount::Included(name, _) => Worth::Included(name.clone()),
        Amount::AsAgreed(name, _) => Worth::Agreed(name.clone()),
        Amount::AsDecided(name, _) => Worth::Decided(name.clone()),
    }
}

/// The case that a row of the same table is for, whose label is this value of some fact.
fn row(context: &Context<'_>, name: &Name, known: &Known) -> Option<Known> {
    let facts = context.program.space.dims().zip(context.program.facts.values());
    let mut found = facts.filter_map(|(dim, fact)| match fact.kind {
        FactKind::Values(_) => Some((dim, context.program.space.class(dim, name.as_str())?)),
        FactKind::YesNo | FactKind::Date(_) | FactKind::Number(_) | FactKind::Duration(_) => None,
    });
    let (dim, class): (Dim, usize) = found.next()?;
    let mut there = known.clone();
    there.set(dim, &context.program.space.classes(dim, [class]), None);
    Some(there)
}

/// One amount made of several; open unless all are money of one currency for one measure.
fn picked(pick: Pick, parts: &[Worth]) -> Worth {
    let mut amounts = Vec::with_capacity(parts.len());
    let mut kind: Option<(&String, &Option<Measure>)> = None;
    for part in parts {
        let Worth::Money { currency, amount, per } = part else { return Worth::Open };
        if kind.is_some_and(|kind| kind != (currency, per)) {
            return Worth::Open;
        }
        kind = Some((currency, per));
        amounts.push(*amount);
    }
    let Some((currency, per)) = kind else { return Worth::Open };
    let sum =
        |amounts: &[Decimal]| amounts.iter().try_fold(Decimal::whole(0), |sum, amount| add(sum, *amount));
    let amount = match pick {
        Pick::Higher => amounts.iter().max().copied(),
        Pick::Lower => amounts.iter().min().copied(),
        Pick::Sum => sum(&amounts),
        Pick::Average => {
            let count = i64::try_from(amounts.len()).ok().map(Decimal::whole);
            sum(&amounts).zip(count).and_then(|(sum, count)| divide(sum, count))
        }
        Pick::Difference => amounts.split_first().and_then(|(first, others)| {
            let less = sum(others)?;
            add(*first, Decimal { units: less.units.checked_neg()?, scale: less.scale })
        }),
    };
    amount.map_or(Worth::Open, |amount| Worth::Money { currency: currency.clone(), amount, per: per.clone() })
}

const PLACES: u8 = 9;

fn widened(number: Decimal) -> i128 {
    i128::from(number.units) * 10_i128.pow(u32::from(PLACES - number.scale.min(PLACES)))
}

fn narrowed(billionths: i128) -> Option<Decimal> {
    let (mut units, mut scale) = (billionths, PLACES);
    while scale > 0 && units % 10 == 0 {
        units /= 10;
        scale -= 1;
    }
    Some(Decimal { units: i64::try_from(units).ok()?, scale })
}

/// A sum.
pub fn add(one: Decimal, two: Decimal) -> Option<Decimal> {
    narrowed(widened(one).checked_add(widened(two))?)
}

/// A product, rounded half up at nine places.
pub fn times(one: Decimal, two: Decimal) -> Option<Decimal> {
    let product = widened(one).checked_mul(widened(two))?;
    narrowed(rounded(product, 1_000_000_000))
}

/// A quotient, rounded half up at nine places; none where there is nothing to divide by.
pub fn divide(one: Decimal, two: Decimal) -> Option<Decimal> {
    let by = widened(two);
    if by <= 0 {
        return None;
    }
    narrowed(rounded(widened(one).checked_mul(1_000_000_000)?, by))
}

fn rounded(number: i128, by: i128) -> i128 {
    (number + by / 2).div_euclid(by)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_are_exact_and_endless_quotients_are_rounded() {
        let tenth = Decimal { units: 1, scale: 1 };
        let two_tenths = Decimal { units: 2, scale: 1 };
        assert_eq!(add(tenth, two_tenths), Some(Decimal { units: 3, scale: 1 }));
        assert_eq!(
            divide(Decimal::whole(2), Decimal::whole(3)).map(|third| third.to_string()).as_deref(),
            Some("0.666666667")
        );
        assert_eq!(times(Decimal::whole(150), Decimal { units: 15, scale: 1 }), Some(Decimal::whole(225)));
        assert_eq!(divide(Decimal::whole(1), Decimal::whole(0)), None);
    }
}
