//! Worked cases that the policy publishes.

use super::amount::{Amount, Limit};
use super::clause::{Clause, Reference};
use super::cover::Grant;
use super::rules::Cases;
use super::value::{Length, Promise};
use schemars::JsonSchema;
use serde::Serialize;

/// A published example: a case, what happens, and what then holds. All times are local to the policy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Example {
    /// Title, words about it.
    #[serde(flatten)]
    pub clause: Clause,
    /// What is known of the case; anything left open may be anything.
    pub given: Vec<Cases>,
    /// What happens, in order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub happenings: Vec<Happening>,
    /// What holds then.
    pub expectations: Vec<Expectation>,
}

/// Something that happens.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(untagged)]
pub enum Happening {
    /// An event.
    Event {
        /// The event.
        event: String,
        /// When.
        at: String,
    },
    /// A fact changes.
    Becomes {
        /// The fact.
        fact: String,
        /// What it becomes.
        becomes: String,
        /// When.
        at: String,
    },
}

/// Something that holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Expectation {
    /// What.
    #[serde(flatten)]
    pub outcome: Outcome,
    /// The id of the rule that decides.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub under: Option<String>,
    /// Source, words about it.
    #[serde(flatten)]
    pub clause: Clause,
}

/// What holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(untagged)]
pub enum Outcome {
    /// The case is one of these.
    Holds {
        /// Lists of cases; the case matches an entry of each of them.
        holds: Vec<Vec<Cases>>,
        /// The offer, party or document to turn to instead.
        #[serde(skip_serializing_if = "Option::is_none")]
        instead: Option<Reference>,
    },
    /// A commitment is due.
    Due {
        /// The commitment.
        commitment: String,
        /// When.
        due: String,
    },
    /// An escalation tells somebody.
    Notifies {
        /// The escalation.
        escalation: String,
        /// Whom: roles or parties.
        notify: Vec<String>,
        /// When.
        at: String,
    },
    /// A channel is open or closed.
    Open {
        /// The channel.
        channel: String,
        /// Whether it is open.
        open: bool,
    },
    /// A commitment promises something.
    Promise {
        /// The commitment.
        commitment: String,
        /// What it promises.
        promise: Promise,
    },
    /// An entitlement is granted, or not.
    Grant {
        /// The entitlement.
        entitlement: String,
        /// What is granted.
        #[serde(flatten)]
        grant: Grant,
    },
    /// So long a piece of work under an offer costs this.
    Cost {
        /// The offer.
        offer: String,
        /// What it costs.
        amount: Amount,
        /// How long the work is.
        work: Length,
    },
    /// An entitlement has a limit.
    Limit {
        /// The entitlement.
        entitlement: String,
        /// How much.
        limit: Limit,
    },
    /// Something has a price.
    Amount {
        /// The price.
        price: String,
        /// How much.
        amount: Amount,
    },
}
