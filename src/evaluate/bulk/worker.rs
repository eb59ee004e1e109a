//! What applies to a row.
//!
//! In: the fields of a row, in the order of the columns. Out: whether the case is covered, and for each commitment its
//! instants, its state and its rule; or what is wrong with the row. A worker belongs to one thread and keeps what it found.
//! `fields.rs` reads a row, and `outcomes.rs` works it out.

mod fields;
mod outcomes;

pub(super) use fields::{Key, text};
pub use outcomes::Outcome;

use super::super::context::Context;
use super::super::problem::Problem;
use super::super::question::What;
use super::super::read;
use super::attainment::Attainment;
use super::mapping::{Mapping, Role};
use super::object::Object;
use super::phases::Phases;
use super::profile::Profile;
use super::simple::{self, Ends};
use crate::cases::Dim;
use crate::hir::FactKind;
use crate::time::{Instant, ZoneClock};
use fields::Value;
use rustc_hash::FxHashMap;
use std::rc::Rc;

/// Works out rows.
pub struct Worker<'c, 'a> {
    context: &'c Context<'a>,
    mapping: &'c Mapping,
    /// The columns of facts, each with the values that were looked up.
    facts: Vec<(usize, Dim, FxHashMap<Vec<u8>, Value>)>,
    /// The columns with instants.
    events: Vec<(usize, What)>,
    received: Option<usize>,
    at: Option<usize>,
    /// The instant that states are asked for in rows that tell of nothing later and name none.
    now: Option<Instant>,
    /// The columns that start and stop the clock of each commitment.
    ends: Vec<Ends>,
    /// The dimension of the day of receipt, where the policy looks at it.
    day: Option<Dim>,
    /// Whether the day of receipt decides in which phase of its life a release is.
    has_phases: bool,
    /// The phases that were looked up, each as in a key.
    phases: Phases,
    /// Whether facts that were not said may come about on the way.
    facts_may_come: bool,
    profiles: FxHashMap<Key, Result<Rc<Profile>, Problem>>,
    /// The members of objects that were seen, and whether each may be there.
    members: FxHashMap<String, bool>,
    /// How often promises were kept.
    pub attainment: Attainment,
    /// Whether the case of the last row is covered.
    pub covered: Option<bool>,
    /// What is to be said of the last row as a whole.
    pub notes: Vec<String>,
    /// What each commitment says of the last row; none where it says nothing, or the case is not covered.
    pub outcomes: Vec<Option<Outcome>>,
    instants: Vec<Option<Instant>>,
}

/// More values of one column than this are not kept.
const MOST_VALUES: usize = 4096;
/// More kinds of cases than this are not kept.
pub(super) const MOST_PROFILES: usize = 100_000;

impl<'c, 'a> Worker<'c, 'a> {
    /// A worker that found nothing yet.
    pub fn new(
        context: &'c Context<'a>,
        mapping: &'c Mapping,
        now: Option<Instant>,
    ) -> Result<Self, Problem> {
        let roles = || mapping.roles().iter().enumerate();
        let facts = roles().filter_map(|(column, role)| match role {
            Role::Fact(dim) => Some((column, *dim, FxHashMap::default())),
            Role::Received | Role::Event(_) | Role::Becomes { .. } | Role::At | Role::Kept => None,
        });
        let mut events = Vec::new();
        for (column, role) in roles() {
            match role {
                Role::Event(name) => events.push((column, What::Event(name.clone()))),
                Role::Becomes { dim, value } => {
                    let Some(fact) = context.fact(*dim) else { continue };
                    let (class, place, said) = read::value_of(context, *dim, fact, value)?;
                    events.push((column, What::Becomes { dim: *dim, class, place, said }));
                }
                Role::Fact(_) | Role::Received | Role::At | Role::Kept => {}
            }
        }
        let column = |wanted: &Role| mapping.roles().iter().position(|role| role == wanted);
        Ok(Self {
            context,
            mapping,
            facts: facts.collect(),
            events,
            received: column(&Role::Received),
            at: column(&Role::At),
            now,
            ends: simple::ends(context.program, mapping),
            day: context.program.space.dim("received"),
            has_phases: has_phases(context, mapping),
            phases: Phases::default(),
            facts_may_come: simple::facts_may_come(context.program, mapping),
            profiles: FxHashMap::default(),
            members: mapping.columns().iter().map(|name| (name.clone(), true)).collect(),
            attainment: Attainment::default(),
            notes: Vec::new(),
            covered: None,
            outcomes: Vec::new(),
            instants: vec![None; mapping.columns().len()],
        })
    }

    /// Whether a column holds days.
    pub fn is_day(&self, role: &Role) -> bool {
        let Role::Fact(dim) = role else { return false };
        self.context.fact(*dim).is_some_and(|fact| matches!(fact.kind, FactKind::Date(_)))
    }

    /// That an object says nothing of the case in a member that no column stands for: the first rows had none like it.
    pub fn has_only_known(&mut self, object: &Object) -> Result<(), Problem> {
        for name in object.0.keys() {
            let known = self.members.get(name).copied();
            let known = known.unwrap_or_else(|| !self.mapping.would_say(self.context, name));
            if !known {
                return Err(Problem::new(format!(
                    "`{name}` says something of the case, and no earlier row has it"
                ))
                .help("let one of the first rows have all members, with `null` where there is nothing"));
            }
            if self.members.len() < MOST_VALUES && !self.members.contains_key(name) {
                self.members.insert(name.clone(), known);
            }
        }
        Ok(())
    }

    /// The clocks that times are told by.
    pub fn clock(&self) -> &ZoneClock {
        &self.context.clock
    }

    /// The roles of the columns.
    pub fn mapping(&self) -> &'c Mapping {
        self.mapping
    }

    /// Works out a row, into `covered` and `outcomes`.
    pub fn row(&mut self, fields: &[&[u8]]) -> Result<(), Problem> {
        let columns = self.mapping.columns().len();
        if fields.len() != columns {
            return Err(Problem::new(format!(
                "the row has {} fields, and there are {columns} columns",
                fields.len()
            ))
            .help("put fields with a separator in them in quotes"));
        }
        self.notes.clear();
        let received = match self.received {
            Some(column) => self.instant(fields, column)?,
            None => None,
        };
        if let (Some(column), None) = (self.received, received) {
            let name = &self.mapping.columns()[column];
            self.notes.push(format!("`{name}` is empty, so that no clock runs from the receipt"));
        }
        let mut happened = false;
        for index in 0..self.events.len() {
            let column = self.events[index].0;
            let at = self.instant(fields, column)?;
            self.instants[column] = at;
            happened |= at.is_some();
        }
        let named = match self.at {
            Some(column) => self.instant(fields, column)?,
            None => None,
        };
        let last = self.events.iter().filter_map(|(column, _)| self.instants[*column]).max().max(received);
        let at = named.or(self.now.filter(|now| last.is_some_and(|last| last <= *now)));
        let (key, values) = self.key(fields, received)?;
        let profile = if let Some(known) = self.profiles.get(&key) {
            known.clone()
        } else {
            let found = Profile::of(self.context, self.mapping, self.known(&values), received).map(Rc::new);
            if self.profiles.len() < MOST_PROFILES {
                self.profiles.insert(key, found.clone());
            }
            found
        };
        // Where something in between bears on a promise, the request is followed step by step.
        let at_first = !happened && at.is_none();
        match profile {
            Ok(profile) if profile.simple || (at_first && profile.simple_at_first) => {
                self.plainly(&profile, received, at)
            }
            Ok(_) => self.slowly(&values, received, at),
            Err(_) if happened && self.facts_may_come => self.slowly(&values, received, at),
            Err(problem) => Err(problem),
        }
    }
}

/// Whether the release of a row, and with it the phase of its life, can be known.
fn has_phases(context: &Context<'_>, mapping: &Mapping) -> bool {
    let Some(release) = context.program.space.dim("release") else { return false };
    let said = mapping.roles().contains(&Role::Fact(release));
    !context.program.products.is_empty() && (said || context.program.space.size(release) == 1)
}
