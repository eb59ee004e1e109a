//! The shape of a rule set: plain data, written out as JSON or YAML in the order of the fields here.
//!
//! One file for each area, named as in the resolved program. These types are the published format: a field is added, never
//! given another meaning and never taken away. Their comments are the descriptions of the JSON Schema. Numbers are whole;
//! decimals are texts; nothing here is a binary fraction.

mod amount;
mod calendar;
mod clause;
mod commitment;
mod cover;
mod example;
mod facts;
mod layout;
mod map;
mod product;
mod rules;
mod scope;
mod service;
mod value;

pub use amount::{Amount, Limit, Measure, Money, Pick, Priced};
pub use calendar::{
    BusinessDays, Calendar, CalendarLine, Dates, Effect, Holidays, Hours, Layer, Line, Nth, Reading,
    WeekMoment, Weekday,
};
pub use clause::{Audience, Clause, Note, Reference, Source, Texts};
pub use commitment::{Commitment, Credit, Escalation, Met, Moment, Raised, Step};
pub use cover::{
    Address, Channel, Duty, DutyItem, Entitlement, Grant, OpenInCase, Plan, Runs, Verb, WithinOf,
};
pub use example::{Example, Expectation, Happening, Outcome};
pub use facts::{Decided, Fact, FactKind, FactValue, Follows, NamedStretch, ValueOrder};
pub use layout::{Quotation, Section, SectionItem};
pub use map::SortedMap;
pub use product::{DateRule, Latest, PhaseEnd, PhaseOfRelease, PhaseRuns, Product, Release, ReleaseOf};
pub use rules::{Allowed, Cases, Conditional, Entry, Rules, Stretch, When};
pub use scope::{Coverage, Exclusion, Instead, Offer, Rate, RatesInCase, Scope};
pub use service::{
    Availability, AvailabilityCredit, Catalogue, Changes, Check, Group, KeptOut, Maintenance,
    MaintenanceLine, Notice, Order, Person, PolicyDocument, Precedence, Price, Process, Question, Queue,
    Sending, Share, Transition,
};
pub use value::{
    Clock, ClockOf, Day, Effort, Figure, Length, Promise, ReleaseStep, Stated, Strength, True, Unit, Which,
};

use schemars::JsonSchema;
use serde::Serialize;

/// Everything typed that one support policy says to one audience, in a form that needs no knowledge of how policies are
/// written: every condition is a list of entries, of which at most one matches a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct RuleSetDocument {
    /// Always `avouch/rules`.
    pub format: String,
    /// The version of this format; it goes up when an old reader could misread a new document.
    pub format_version: u32,
    /// The tool that wrote it. Not part of the digest.
    pub generator: Generator,
    /// `sha256:` and the SHA-256 of the document without `digest` and `generator`, as JSON in the canonical form of
    /// RFC 8785, in hexadecimal.
    pub digest: String,
    /// The files that it was made from, as far as this audience may know of them.
    pub sources: Vec<SourceFile>,
    /// For whom it is: it holds what is for everybody and what is for this audience.
    pub audience: Audience,
    /// The header of the policy.
    pub policy: Policy,
    /// The facts that describe a case.
    pub facts: Vec<Fact>,
    /// The calendars.
    pub calendars: Vec<Calendar>,
    /// The plans.
    pub plans: Vec<Plan>,
    /// What a plan can grant.
    pub entitlements: Vec<Entitlement>,
    /// The ways to reach support.
    pub channels: Vec<Channel>,
    /// What is covered; without a scope everything is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scope: Option<Scope>,
    /// What is not covered and can still be had.
    pub offers: Vec<Offer>,
    /// The promises of time.
    pub commitments: Vec<Commitment>,
    /// The tables that set several things; what they set stands with each of these.
    pub tables: Vec<Clause>,
    /// Who is told, case by case.
    pub routing: Vec<Routing>,
    /// Who is told when a promise is about to be missed, or whom a customer can turn to.
    pub escalations: Vec<Escalation>,
    /// The states that a request passes through.
    pub processes: Vec<Process>,
    /// The order of work.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub queue: Option<Queue>,
    /// The prices.
    pub prices: Vec<Price>,
    /// The products.
    pub products: Vec<Product>,
    /// Planned maintenance.
    pub maintenances: Vec<Maintenance>,
    /// How much of the time services work.
    pub availabilities: Vec<Availability>,
    /// How the policy changes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub changes: Option<Changes>,
    /// Events that the policy declares.
    pub events: Vec<Clause>,
    /// Our people, by what they do.
    pub roles: Vec<Person>,
    /// Everybody else.
    pub parties: Vec<Person>,
    /// Other documents.
    pub documents: Vec<PolicyDocument>,
    /// Words and what they mean.
    pub definitions: Vec<Clause>,
    /// What both sides will, must and may do.
    pub duties: Vec<Duty>,
    /// Questions and answers.
    pub questions: Vec<Question>,
    /// Lists of policies.
    pub catalogues: Vec<Catalogue>,
    /// Worked cases.
    pub examples: Vec<Example>,
    /// The sections of the document, in its order.
    pub sections: Vec<Section>,
    /// What the quotations in the texts stand for.
    pub quotations: Vec<Quotation>,
}

/// The tool that wrote a rule set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Generator {
    /// Its name.
    pub name: String,
    /// Its version.
    pub version: String,
}

/// A file that a rule set was made from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SourceFile {
    /// Its path.
    pub file: String,
    /// `sha256:` and the SHA-256 of its bytes, in hexadecimal.
    pub digest: String,
}

/// The header of a policy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Policy {
    /// Name, title, words about it.
    #[serde(flatten)]
    pub clause: Clause,
    /// The edition of the language, as a decimal.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub edition: Option<String>,
    /// The version.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub version: Option<Texts>,
    /// The first day on which it counts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub effective: Option<String>,
    /// Who makes the promises.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub publisher: Option<Texts>,
    /// The languages of the document, the first one first.
    pub languages: Vec<Language>,
    /// The zone of its local times (tz database).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub zone: Option<String>,
    /// The clock of business hours and days.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub business: Option<Business>,
}

/// A language of the document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Language {
    /// The language tag.
    pub language: String,
    /// Readers are addressed informally.
    pub informal: bool,
}

/// The clock of business hours and days.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Business {
    /// The word that the policy uses: `business` or `working`.
    pub word: String,
    /// The calendar.
    pub calendar: String,
}

/// Who is told, case by case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Routing {
    /// `primary` or `secondary`.
    pub id: String,
    /// Whom.
    #[serde(flatten)]
    pub rules: Rules<People>,
}

/// Roles or parties.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct People {
    /// Their ids.
    pub people: Vec<String>,
}
