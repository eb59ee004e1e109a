//! Money, rates, prices that are worked out from others, and limits. Decimals are texts, so that none is ever rounded.

use super::value::{True, Unit};
use schemars::JsonSchema;
use serde::Serialize;

/// Money.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Money {
    /// The ISO 4217 code.
    pub currency: String,
    /// How much, in whole units of the currency, as a decimal.
    pub amount: String,
}

/// For how many of what: `{"every": 500, "thing": "nodes"}`, `{"every": 1, "unit": "year"}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(untagged)]
pub enum Measure {
    /// A stretch of time.
    Time {
        /// How many at a time; a begun one counts as whole.
        every: u32,
        /// Of what.
        unit: Unit,
    },
    /// A thing that is counted.
    Thing {
        /// How many at a time; a begun one counts as whole.
        every: u32,
        /// A fact that is a number, or a plain word such as `request`.
        thing: String,
    },
}

/// A price, as an expression.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(untagged)]
pub enum Amount {
    /// Plain money, or a rate.
    Money {
        /// How much.
        money: Money,
        /// For each of what; in all when nothing is said.
        #[serde(skip_serializing_if = "Option::is_none")]
        per: Option<Measure>,
    },
    /// A share of another price.
    Share {
        /// Per cent, as a decimal.
        percent: String,
        /// The price.
        of: String,
        /// For each of what.
        #[serde(skip_serializing_if = "Option::is_none")]
        per: Option<Measure>,
    },
    /// A multiple of the wider rate, which comes later in the same list.
    Times {
        /// How many times, as a decimal.
        times: String,
    },
    /// One amount made of several.
    Pick {
        /// How.
        pick: Pick,
        /// The amounts.
        of: Vec<Amount>,
    },
    /// Another price by its id, or the amount in the row of this name in the same table.
    Named {
        /// The price or the row.
        price: String,
    },
    /// The amount in the row of this term in the same table.
    Term {
        /// The term, ISO 8601.
        term: String,
    },
    /// Nothing to pay.
    None {
        /// Nothing is to be paid.
        none: True,
    },
    /// Not to be had.
    No {
        /// It is not to be had.
        no: True,
    },
    /// Nothing by itself: it is part of something else that is had.
    Included {
        /// The document, plan, price, offer, product or entitlement.
        included: String,
    },
    /// What a document says.
    Agreed {
        /// The document.
        agreed: String,
    },
    /// What somebody decides.
    Decided {
        /// By whom: `us`, `customer`, a role or a party.
        decided: String,
    },
    /// Not known yet.
    Unfilled {
        /// It is not known yet.
        unfilled: True,
    },
}

/// How several amounts become one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Pick {
    Higher,
    Lower,
    Average,
    Sum,
    /// The first less all others.
    Difference,
}

/// An amount as the value of a rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Priced {
    /// How much.
    pub amount: Amount,
}

/// How much of something: `up to 10 per year`, `5 per 500 nodes, at most 15`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Limit {
    /// How many, as a decimal; absent when there is no limit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub count: Option<String>,
    /// There is no limit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unlimited: Option<True>,
    /// The unit, where time is granted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<Unit>,
    /// For each of what.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub per: Option<Measure>,
    /// At a time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at_a_time: Option<True>,
    /// But no more than this in all, as a decimal.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at_most: Option<String>,
}
