//! What is covered, by which channels, on which plan, at which price, and what both sides do.

use super::amount::{Amount, Limit, Measure, Priced};
use super::clause::{Clause, Texts};
use super::rules::When;
use super::rules::{Cases, Conditional, Rules};
use super::value::{Length, True};
use schemars::JsonSchema;
use serde::Serialize;

/// What is covered. Where a policy has no scope, everything is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Scope {
    /// Title, words about it.
    #[serde(flatten)]
    pub clause: Clause,
    /// The answer, case by case: exactly one entry matches a case that can exist.
    pub entries: Vec<Coverage>,
    /// The lines that cover, as they were written; they add up.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub covers: Vec<Clause>,
    /// The lines that exclude, as they were written; they take away.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub excludes: Vec<Exclusion>,
}

/// Whether some cases are covered, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Coverage {
    /// The cases.
    pub when: When,
    /// Whether they are covered.
    pub covered: bool,
    /// The lines that cover them; all lines of `covers` that hold there.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub covered_by: Vec<String>,
    /// The lines that exclude them; all lines of `excludes` that hold there.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub excluded_by: Vec<String>,
}

/// A line that excludes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Exclusion {
    /// Name, title (the reason), words about it.
    #[serde(flatten)]
    pub clause: Clause,
    /// The offers that can be had instead.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub instead: Vec<Conditional>,
}

/// What is not covered and can still be had.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Offer {
    /// Name, title, words about it.
    #[serde(flatten)]
    pub clause: Clause,
    /// Which rates hold, case by case.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub entries: Vec<RatesInCase>,
    /// The rates, as they were written.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub rates: Vec<Rate>,
    /// A proposal comes first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub proposal_first: Option<Clause>,
    /// How often it is invoiced.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub invoiced: Option<Measure>,
    /// Who does it: roles or parties.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub by: Vec<String>,
}

/// The rates of some cases.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RatesInCase {
    /// The cases.
    pub when: When,
    /// The ids of the rates, narrower ones first: at an instant the first one whose `during` and `outside` allow it counts.
    pub rates: Vec<String>,
}

/// A rate of an offer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Rate {
    /// How much.
    pub amount: Amount,
    /// Only while this calendar is open.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub during: Option<String>,
    /// Only while this calendar is closed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outside: Option<String>,
    /// In steps of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub in_steps_of: Option<Length>,
    /// At least.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at_least: Option<Length>,
    /// Id, source, words about it.
    #[serde(flatten)]
    pub clause: Clause,
}

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
    pub length: Length,
    /// Whether it goes on by itself.
    pub renews: bool,
    /// How long before the end it must be ended.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub notice: Option<Length>,
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
    /// Within which time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub within: Option<WithinOf>,
    /// Except for what.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub except: Option<Texts>,
    /// A list of things.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<Clause>,
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
    pub length: Length,
    /// After which event.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub of: Option<String>,
}
