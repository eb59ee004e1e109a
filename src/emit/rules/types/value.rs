//! Values: lengths of time, promises, money, limits, rules for dates. Decimals are texts, so that none is ever rounded.

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Serialize, Serializer};
use std::borrow::Cow;

/// Always `true`: the field is there or it is not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct True;

impl Serialize for True {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bool(true)
    }
}

impl JsonSchema for True {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "True".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "const": true })
    }
}

/// A unit of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Month,
    Quarter,
    Year,
}

/// Which clock a length of time runs on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub enum Clock {
    /// The clock on the wall; days, weeks, months and years are civil.
    Elapsed,
    /// While the policy's own business hours run; `calendar` names them.
    Business,
    /// While the calendar that `calendar` names is open.
    Calendar,
}

/// A clock, and the calendar that it runs with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ClockOf {
    /// Which clock.
    pub clock: Clock,
    /// The calendar; none on the clock on the wall.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub calendar: Option<String>,
}

/// A length of time and the clock it runs on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Length {
    /// How long, ISO 8601. On a calendar's clock hours are open hours and days are its business days.
    pub duration: String,
    /// On which clock.
    #[serde(flatten)]
    pub clock: ClockOf,
}

/// What a commitment promises.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(untagged)]
pub enum Promise {
    /// Done within a length of time.
    Within {
        /// The deadline, ISO 8601.
        within: String,
        /// The near end of a range, on the same clock; `within` is its far end.
        #[serde(skip_serializing_if = "Option::is_none")]
        from: Option<String>,
        /// On which clock.
        #[serde(flatten)]
        clock: ClockOf,
    },
    /// Done on a named day.
    By {
        /// The day.
        by: Day,
    },
    /// Done at a coming release.
    Release {
        /// Which release.
        release: ReleaseStep,
    },
    /// Again and again.
    Every {
        /// The longest time in between, ISO 8601.
        every: String,
        /// On which clock.
        #[serde(flatten)]
        clock: ClockOf,
    },
    /// Tried, without a figure.
    Effort {
        /// How.
        effort: Effort,
    },
    /// Covered, and nothing is promised.
    None {
        /// Nothing is promised.
        none: True,
    },
    /// The case does not exist here.
    No {
        /// It does not exist.
        no: True,
    },
    /// What a document says.
    Agreed {
        /// The document.
        agreed: String,
    },
    /// What somebody decides in the case.
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

/// How something is tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub enum Effort {
    /// As well as we can.
    Best,
}

/// A day that a promise names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Day {
    /// Which business day, counted from the one of the start.
    pub day: Which,
    /// Whose days count.
    #[serde(flatten)]
    pub clock: ClockOf,
    /// Until which local time of that day; until it closes when nothing is said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub time: Option<String>,
}

/// Which day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Which {
    Same,
    Next,
}

/// Which coming release.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[expect(missing_docs, reason = "the names say it")]
pub enum ReleaseStep {
    Next,
    SecondNext,
}

/// How firmly a figure is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub enum Strength {
    /// Hedged, and timed like a target.
    Usual,
    /// Aimed at.
    Target,
    /// Guaranteed.
    Guaranteed,
}

/// A promise and its strength.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Figure {
    /// What is promised.
    pub promise: Promise,
    /// How firmly; where there is no figure only if it was said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub strength: Option<Strength>,
}

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

/// A rule that leads to a date in the life of a release.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(untagged)]
pub enum DateRule {
    /// A date.
    Date {
        /// The date.
        date: String,
    },
    /// The day on which this release or a later one comes out.
    Release {
        /// Which release.
        release: ReleaseOf,
    },
    /// The day a phase begins.
    #[serde(rename_all = "camelCase")]
    StartOf {
        /// The phase.
        start_of: String,
    },
    /// The last day of a phase.
    #[serde(rename_all = "camelCase")]
    EndOf {
        /// The phase.
        end_of: String,
    },
    /// So long after another date.
    Later {
        /// How long.
        #[serde(flatten)]
        length: Length,
        /// After what.
        after: Box<DateRule>,
    },
    /// The first such day of a year after another date.
    First {
        /// The day, as `--05-31`.
        first: String,
        /// After what.
        after: Box<DateRule>,
    },
    /// The earlier of two.
    Earlier {
        /// The two.
        earlier: Vec<DateRule>,
    },
    /// The later of two.
    LaterOf {
        /// The two.
        later: Vec<DateRule>,
    },
    /// Not known yet.
    Unfilled {
        /// It is not known yet.
        unfilled: True,
    },
}

/// Which release.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[expect(missing_docs, reason = "the names say it")]
pub enum ReleaseOf {
    This,
    Next,
    SecondNext,
}
