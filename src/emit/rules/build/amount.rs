//! Money, prices as expressions, limits.

use super::value::{decimal, unit};
use crate::emit::rules::types as out;
use crate::value::{Amount, Measure, Period, Pick, Quantity};

/// A price.
pub fn amount(amount: &Amount) -> out::Amount {
    match amount {
        Amount::Rate(rate, _) => out::Amount::Money {
            money: out::Money {
                currency: rate.money.currency.to_string(),
                amount: decimal(rate.money.amount),
            },
            per: rate.per.as_ref().map(measure),
        },
        Amount::Share { share, of, per, .. } => out::Amount::Share {
            percent: decimal(*share),
            of: of.to_string(),
            per: per.as_ref().map(measure),
        },
        Amount::Times(times, _) => out::Amount::Times { times: decimal(*times) },
        Amount::Pick { pick, of, .. } => out::Amount::Pick {
            pick: match pick {
                Pick::Higher => out::Pick::Higher,
                Pick::Lower => out::Pick::Lower,
                Pick::Average => out::Pick::Average,
                Pick::Sum => out::Pick::Sum,
                Pick::Difference => out::Pick::Difference,
            },
            of: of.iter().map(self::amount).collect(),
        },
        Amount::Named(name) => out::Amount::Named { price: name.to_string() },
        Amount::Term(term) => out::Amount::Term { term: term.iso() },
        Amount::None(_) => out::Amount::None { none: out::True },
        Amount::No(_) => out::Amount::No { no: out::True },
        Amount::Included(name, _) => out::Amount::Included { included: name.to_string() },
        Amount::AsAgreed(name, _) => out::Amount::Agreed { agreed: name.to_string() },
        Amount::AsDecided(name, _) => out::Amount::Decided { decided: name.to_string() },
        Amount::Unfilled(_) => out::Amount::Unfilled { unfilled: out::True },
    }
}

/// A price as the value of a rule.
pub fn priced(said: &Amount) -> out::Priced {
    out::Priced { amount: amount(said) }
}

/// For how many of what.
pub fn measure(measure: &Measure) -> out::Measure {
    let every = measure.every;
    match &measure.what {
        Period::Time(of) => out::Measure::Time { every, unit: unit(*of) },
        Period::Thing(name) => out::Measure::Thing { every, thing: name.to_string() },
    }
}

/// How much of something.
pub fn limit(quantity: &Quantity) -> out::Limit {
    out::Limit {
        count: quantity.count.map(decimal),
        unlimited: quantity.count.is_none().then_some(out::True),
        unit: quantity.unit.map(unit),
        per: quantity.per.as_ref().map(measure),
        at_a_time: quantity.at_a_time.then_some(out::True),
        at_most: quantity.at_most.map(decimal),
    }
}
