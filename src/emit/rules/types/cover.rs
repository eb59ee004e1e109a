//! Plans, entitlements, channels and duties.

use super::amount::{Limit, Priced};
use super::clause::{Clause, Texts};
use super::rules::{Cases, Conditional, Rules, When};
use super::value::{Length, Stated, True};
use schemars::JsonSchema;
use serde::Serialize;

/// A plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Plan {
    /// Name, title, words about it.
    #[serde(flatten)]
    pub clause: Clause,
    /// The plans right below it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub extends: Vec<String>,
    /// All plans below it, nearest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub below: Vec<String>,
    /// What it costs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub price: Option<Rules<Priced>>,
    /// How long it runs.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub runs: Vec<Runs>,
    /// The entitlements of which it grants something in some case; how much is said there.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub grants: Vec<String>,
}

/// How long a plan runs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Runs {
    /// How long.
    #[serde(flatten)]
    pub length: Stated,
    /// Whether it goes on by itself.
    pub renews: bool,
    /// How long before the end it must be ended.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub notice: Option<Stated>,
    /// By which channels it can be ended; by any when none is listed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub via: Vec<String>,
    /// Anchor, source, words about it.
    #[serde(flatten)]
    pub clause: Clause,
}

/// Something that a plan can grant. Its entries say what is granted, inherited grants and tables included.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Entitlement {
    /// Name, title, words about it.
    #[serde(flatten)]
    pub clause: Clause,
    /// What is granted.
    #[serde(flatten)]
    pub rules: Rules<Grant>,
}

/// What is granted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(untagged)]
pub enum Grant {
    /// It is granted, or not, with no more said.
    Plain {
        /// Whether it is granted.
        granted: bool,
    },
    /// Up to a limit.
    #[serde(rename_all = "camelCase")]
    Limited {
        /// It is granted.
        granted: True,
        /// How much.
        limit: Limit,
        /// What is not used in a period lapses.
        #[serde(skip_serializing_if = "Option::is_none")]
        unused_lapse: Option<True>,
    },
    /// Not known yet.
    Unfilled {
        /// It is not known yet.
        unfilled: True,
    },
}

/// A way to reach support.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Channel {
    /// Name, title, words about it; its `cases` say where it exists.
    #[serde(flatten)]
    pub clause: Clause,
    /// Where it is.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub addresses: Vec<Address>,
    /// When it is open, case by case.
    pub entries: Vec<OpenInCase>,
    /// The lines about its hours, as they were written; they add up.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub lines: Vec<Clause>,
    /// Only after these channels have been tried.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub after: Vec<Conditional>,
    /// Other ways.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub alternatives: Vec<Conditional>,
    /// Customers help themselves there.
    pub self_service: bool,
}

/// An address.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Address {
    /// The address.
    pub address: Texts,
    /// The cases in which it is to be used, when these are not all.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cases: Option<Vec<Cases>>,
}

/// When a channel is open in some cases. With none of the fields but `when`, its hours are not said.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct OpenInCase {
    /// The cases.
    pub when: When,
    /// While one of these calendars is open.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub calendars: Vec<String>,
    /// When one of these decides so: `us`, a role or a party.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub decided: Vec<String>,
    /// The channel does not exist there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub no: Option<True>,
    /// The lines that say so.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub lines: Vec<String>,
}

/// What somebody will, must or may do, or not do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Duty {
    /// Its name, which is then also a yes/no fact, or its anchor when it has no name; words about it.
    #[serde(flatten)]
    pub clause: Clause,
    /// Who: `us`, `customer`, a role or a party.
    pub subject: String,
    /// How strong.
    pub verb: Verb,
    /// Not to do it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub not: Option<True>,
    /// Hedged.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub usually: Option<True>,
    /// What.
    pub what: Texts,
    /// On which event.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on: Option<String>,
    /// How often.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub every: Option<Length>,
    /// By which day: `2026-12-01`, or `Dec 1` of every year.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// Within which time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub within: Option<WithinOf>,
    /// Except for what.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub except: Option<Texts>,
    /// A list of things.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<DutyItem>,
}

/// One thing of a duty's list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct DutyItem {
    /// Name, title, words about it.
    #[serde(flatten)]
    pub clause: Clause,
    /// A list of its own.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<DutyItem>,
}

/// How strong a duty is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Verb {
    Will,
    Must,
    May,
}

/// A time after an event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct WithinOf {
    /// How long.
    #[serde(flatten)]
    pub length: Stated,
    /// After which event.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub of: Option<String>,
}
