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

/// A length of time, or that it is not known yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(untagged)]
pub enum Stated {
    /// It is said.
    Known(Length),
    /// Not known yet.
    Unfilled {
        /// It is not known yet.
        unfilled: True,
    },
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
