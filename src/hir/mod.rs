//! The resolved, typed program: everything that a policy says, with every name looked up, every rule in one form.
//!
//! In: what `check` made of the trees of a policy and of the files that it uses. Out: plain data for the readers: lints,
//! the document, the rule set, and later evaluation and comparison. Nothing here looks at source text or at the grammar.

mod calendar;
mod clause;
mod commitment;
mod cover;
mod example;
mod facts;
mod layout;
mod legend;
pub mod life;
mod named;
mod process;
mod rules;
pub mod say;
mod service;
mod table;
mod waits;

pub use calendar::{BusinessDays, Calendar, CalendarLine, Effect, Holidays, Hours, Line, Nth};
pub use clause::{Audience, Clause, Note, Ref};
pub use commitment::{Claim, Commitment, Credit, Escalation, Met, Moment, Rung};
pub use cover::{
    Channel, ChannelHours, Duty, DutyItem, Entitlement, Exclusion, Grant, Offer, Opening, Plan, Rate, Runs,
    Scope, Subject, Verb,
};
pub use example::{Case, Ensure, EnsureForm, Expectation, Given, Happening, Ladder, Outcome};
pub use facts::{Cond, Decided, Derived, Fact, FactKind, FactValue, Interval, billionths, spoken};
pub use layout::{Published, Quote, Section, SectionItem, Standard};
pub use legend::{Ends, FactWords, Legend, Told, join};
pub use named::{Catalogue, Event, Group, Party, PolicyDocument, Precedence, Question, Role};
pub use process::{Check, End, Order, Process, Queue, Sending, State, Transition};
pub use rules::{Idle, IdleWhy, Layer, LineWords, Origin, Region, Rule, RuleSet, SetLine};
pub use service::{
    Availability, Changes, KeptOut, Maintenance, MaintenanceLine, Notice, PhaseEnd, Price, Product, Release,
};
pub use table::{CellValue, Column, Label, Row, Table, TableCell, TableDecl};

use crate::cases::Space;
use crate::source::{Span, Spanned};
use crate::time::{Date, Zone};
use crate::value::{BusinessWord, Clock, Decimal, Name, Named, Text};
use indexmap::IndexMap;
use smol_str::SmolStr;
use std::collections::BTreeMap;

/// A policy, whole.
#[derive(Clone, Debug)]
pub struct Program {
    /// The header.
    pub policy: Policy,
    /// The facts that decide, in the order of the space: built-in ones whose values are declared, declared and derived
    /// ones, processes with their states, checks and named duties as yes/no facts.
    pub facts: Named<Fact>,
    /// The space of all cases; its dimensions are the facts, in the same order.
    pub space: Space,
    /// The calendars, `always` among them when it is used.
    pub calendars: Named<Calendar>,
    /// The plans, in the order of their declaration.
    pub plans: Named<Plan>,
    /// The entitlements with what each plan grants of them.
    pub entitlements: Named<Entitlement>,
    /// The channels.
    pub channels: Named<Channel>,
    /// What is covered; `None` when the policy does not say, and then everything is.
    pub scope: Option<Scope>,
    /// What can be had at a price.
    pub offers: Named<Offer>,
    /// The promises of time.
    pub commitments: Named<Commitment>,
    /// The tables that set several things.
    pub tables: Named<TableDecl>,
    /// Who is told first and second, from the columns `primary` and `secondary`: the role list of each case.
    pub routing: IndexMap<SmolStr, RuleSet<Vec<Name>>>,
    /// The escalations.
    pub escalations: Named<Escalation>,
    /// The processes.
    pub processes: Named<Process>,
    /// The order of work.
    pub queue: Option<Queue>,
    /// The prices.
    pub prices: Named<Price>,
    /// The products with their releases.
    pub products: Named<Product>,
    /// Planned maintenance.
    pub maintenances: Named<Maintenance>,
    /// Availability promises.
    pub availabilities: Named<Availability>,
    /// How the policy changes.
    pub changes: Option<Changes>,
    /// Events that the policy declares.
    pub events: Named<Event>,
    /// Our people, by what they do.
    pub roles: Named<Role>,
    /// Everybody else.
    pub parties: Named<Party>,
    /// Other documents.
    pub documents: Named<PolicyDocument>,
    /// Words and what they mean.
    pub definitions: Named<Clause>,
    /// Questions and answers.
    pub questions: Named<Question>,
    /// Lists of policies.
    pub catalogues: Named<Catalogue>,
    /// Published cases.
    pub examples: Vec<Case>,
    /// Cases that are only checked.
    pub tests: Vec<Case>,
    /// What must hold for all cases.
    pub ensures: Vec<Ensure>,
    /// The sections of the document, in the order of the file.
    pub layout: Vec<Section>,
    /// The anchors that clauses had under earlier names, by the anchors that they have.
    pub former: BTreeMap<String, Vec<String>>,
    /// What each quotation in a text stands for, by the place where it was written.
    pub quotations: BTreeMap<Span, Quote>,
    /// Where a figure is not known yet (`?`), and of which clause.
    pub unfilled: Vec<(Span, String)>,
    /// Whether nothing in it is wrong, so that what is absent was left out by its author.
    pub complete: bool,
}

/// The header of a policy.
#[derive(Clone, Debug)]
pub struct Policy {
    /// Name, title, and what its body says about it.
    pub clause: Clause,
    /// The edition.
    pub edition: Option<Decimal>,
    /// The version.
    pub version: Option<Text>,
    /// The first day on which it counts.
    pub effective: Option<Date>,
    /// Who makes the promises.
    pub publisher: Option<Text>,
    /// The languages of the document; at least one.
    pub languages: Vec<DocumentLanguage>,
    /// The zone of all local times; `None` when the policy does not say.
    pub zone: Option<Zone>,
    /// The calendar of business hours and days, and the word for them.
    pub business: Option<Business>,
    /// The fields that are not known yet, by the tags of their patterns.
    pub unfilled: Vec<&'static str>,
}

impl Policy {
    /// A header that says nothing but its name.
    pub fn new(clause: Clause) -> Self {
        Self {
            clause,
            edition: None,
            version: None,
            effective: None,
            publisher: None,
            languages: Vec::new(),
            zone: None,
            business: None,
            unfilled: Vec::new(),
        }
    }

    /// The tag of the language in which texts are written first.
    pub fn first_language(&self) -> &str {
        self.languages.first().map_or("en", |language| language.tag.as_str())
    }
}

impl Program {
    /// A policy that says nothing but its header, over a space of cases.
    pub fn new(policy: Policy, space: Space) -> Self {
        Self {
            policy,
            facts: Named::default(),
            space,
            calendars: Named::default(),
            plans: Named::default(),
            entitlements: Named::default(),
            channels: Named::default(),
            scope: None,
            offers: Named::default(),
            commitments: Named::default(),
            tables: Named::default(),
            routing: IndexMap::new(),
            escalations: Named::default(),
            processes: Named::default(),
            queue: None,
            prices: Named::default(),
            products: Named::default(),
            maintenances: Named::default(),
            availabilities: Named::default(),
            changes: None,
            events: Named::default(),
            roles: Named::default(),
            parties: Named::default(),
            documents: Named::default(),
            definitions: Named::default(),
            questions: Named::default(),
            catalogues: Named::default(),
            examples: Vec::new(),
            tests: Vec::new(),
            ensures: Vec::new(),
            layout: Vec::new(),
            former: BTreeMap::new(),
            quotations: BTreeMap::new(),
            unfilled: Vec::new(),
            complete: false,
        }
    }

    /// All addresses of channels, roles, parties and documents, in this order.
    pub fn addresses(&self) -> impl Iterator<Item = &Text> {
        let channels =
            self.channels.values().flat_map(|channel| channel.addresses.iter().map(|(text, _)| text));
        let roles = self.roles.values().flat_map(|role| &role.addresses);
        let parties = self.parties.values().flat_map(|party| &party.addresses);
        let documents = self.documents.values().flat_map(|document| &document.addresses);
        channels.chain(roles).chain(parties).chain(documents)
    }
}

impl Policy {
    /// The calendar of business hours and days.
    pub fn business_calendar(&self) -> Option<&Name> {
        self.business.as_ref().map(|business| &business.calendar)
    }

    /// The calendar that a clock runs by; none for that on the wall.
    pub fn calendar_of<'a>(&'a self, clock: &'a Clock) -> Option<&'a Name> {
        match clock {
            Clock::Elapsed => None,
            Clock::Business(_) => self.business_calendar(),
            Clock::Calendar(name) => Some(name),
        }
    }
}

/// A language of the document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentLanguage {
    /// The language tag.
    pub tag: SmolStr,
    /// Whether readers are addressed informally.
    pub informal: bool,
    /// Where it was written; empty for the language that is meant when none is.
    pub span: Span,
}

/// The clock of the policy.
#[derive(Clone, Debug)]
pub struct Business {
    /// `business` or `working`.
    pub word: Spanned<BusinessWord>,
    /// The calendar.
    pub calendar: Name,
}
