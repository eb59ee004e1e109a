//! What applies to a row.
//!
//! In: the fields of a row, in the order of the columns. Out: whether the case is covered, and for each commitment its
//! instants, its state and its rule; or what is wrong with the row. A worker belongs to one thread and keeps what it found.

use super::super::answer::State;
use super::super::commitments::{Said, applied};
use super::super::context::Context;
use super::super::coverage::covered;
use super::super::known::Known;
use super::super::life;
use super::super::problem::Problem;
use super::super::process::course;
use super::super::question::{Happening, Question, What};
use super::super::read;
use super::attainment::{Attainment, period};
use super::mapping::{Mapping, Role};
use super::object::Object;
use super::phases::Phases;
use super::profile::{Profile, not_filled_in, promises_nothing};
use super::simple::{self, Ends, From};
use crate::cases::Dim;
use crate::hir::FactKind;
use crate::time::{Instant, Moment, Reading, ZoneClock};
use rustc_hash::FxHashMap;
use smallvec::SmallVec;
use smol_str::SmolStr;
use std::rc::Rc;

/// What a commitment says of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// When its clock begins to run.
    pub starts: Option<Instant>,
    /// When it is due.
    pub due: Option<Instant>,
    /// How far it is; none where the rule says that nothing is promised.
    pub state: Option<State>,
    /// The path of the rule that decides.
    pub rule: SmolStr,
    /// Why there is no due instant, where there could be one.
    pub note: Option<String>,
}

impl Outcome {
    /// That nothing is promised, by a rule that says so.
    fn none(rule: SmolStr) -> Self {
        Self { starts: None, due: None, state: None, rule, note: None }
    }
}

/// A fact of a row: the class of its value, and where it stands if it is measured.
type Value = (usize, Option<i64>);

/// The facts of a row, in the order of their columns.
type Values = SmallVec<[Option<Value>; 12]>;

/// The classes of the facts of a row, in the order of the columns, and of the day of receipt; zero is unsaid.
pub(super) type Key = SmallVec<[u32; 12]>;

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

    /// Works out a row from its instants alone.
    fn plainly(
        &mut self,
        profile: &Rc<Profile>,
        received: Option<Instant>,
        at: Option<Instant>,
    ) -> Result<(), Problem> {
        let mut last = received;
        let mut ordered = true;
        for (column, _) in &self.events {
            if let Some(at) = self.instants[*column] {
                ordered &= received.is_none_or(|received| received <= at);
                last = last.max(Some(at));
            }
        }
        let early = self.effective(received);
        if !ordered || early || at.is_some_and(|at| Some(at) < last) {
            // The words for what is wrong with a question are found where questions are made.
            self.question(Known::nothing(), received, at)?;
        }
        let at = at.or(last);
        self.covered = profile.covered;
        self.notes.extend(profile.unknown.iter().cloned());
        self.outcomes.clear();
        for (index, promised) in profile.promises.iter().enumerate() {
            // To what is not covered nothing is promised, so that nobody counts it as kept or missed.
            let Some(promised) = promised.as_ref().filter(|_| self.covered != Some(false)) else {
                self.outcomes.push(None);
                continue;
            };
            if promised.is_none {
                self.outcomes.push(Some(Outcome::none(promised.rule.clone())));
                continue;
            }
            let Some(ends) = self.ends.get(index).copied() else { continue };
            let (starts, stopped) = self.run(ends, received);
            let due = starts.and_then(|starts| promised.due.after(starts));
            let (due, note) = match due {
                None => (None, promised.note.clone()),
                Some(Ok(due)) => (Some(due), None),
                Some(Err(error)) => (None, Some(error.to_string())),
            };
            let state = State::of(starts, stopped, due, at, |_| false);
            let starts = starts.map(|starts| promised.begins(starts));
            let (state, rule) = (Some(state), promised.rule.clone());
            self.outcomes.push(Some(Outcome { starts, due, state, rule, note }));
        }
        self.count(profile);
        Ok(())
    }

    fn run(&self, ends: Ends, received: Option<Instant>) -> (Option<Instant>, Option<Instant>) {
        let instant = |from: From| match from {
            From::Received => received,
            From::Column(column) => self.instants[column],
            From::Nowhere => None,
        };
        let Some(starts) = instant(ends.from) else { return (None, None) };
        let stopped = instant(ends.until).filter(|at| {
            // Of two things at the same instant, that of the first column happened first.
            let behind = match (ends.from, ends.until) {
                (From::Column(from), From::Column(until)) => from < until,
                (From::Received | From::Nowhere, _) | (_, From::Received | From::Nowhere) => true,
            };
            *at > starts || (*at == starts && behind)
        });
        (Some(starts), stopped)
    }

    /// Follows the course of one request, as `ask` does.
    fn slowly(
        &mut self,
        values: &[Option<Value>],
        received: Option<Instant>,
        at: Option<Instant>,
    ) -> Result<(), Problem> {
        let question = self.question(self.known(values), received, at)?;
        let course = course(self.context, &question);
        self.covered = covered(self.context, course.known(question.at));
        self.outcomes.clear();
        for said in self.context.program.commitments.values() {
            let outcome = match applied(self.context, said, &course, &question) {
                _ if self.covered == Some(false) => None,
                Said::Applies(applied) if promises_nothing(&applied) => {
                    applied.rules.first().map(|rule| Outcome::none(rule.path.clone()))
                }
                Said::Applies(applied) => {
                    let (state, starts) = (Some(applied.state(question.at)), applied.begins());
                    let unfilled = not_filled_in(&applied);
                    let (due, note) = match applied.due {
                        None => (None, unfilled),
                        Some(Err(crate::time::CountError::Paused)) => (None, None),
                        Some(Ok(due)) => (Some(due), None),
                        Some(Err(error)) => (None, Some(error.to_string())),
                    };
                    let rule = applied.rules.first().map(|rule| rule.path.clone()).unwrap_or_default();
                    Some(Outcome { starts, due, state, rule, note })
                }
                // Of what waits, the profile has a note.
                Said::Nothing | Said::Waits(_) => None,
                Said::Depends(facts) => {
                    return Err(self.context.missing(&facts, &format!("`{}`", said.clause.name)));
                }
            };
            self.outcomes.push(outcome);
        }
        let profile = Profile::of(self.context, self.mapping, question.known, received)?;
        self.notes.extend(profile.unknown.iter().cloned());
        self.count(&profile);
        Ok(())
    }

    fn count(&mut self, profile: &Profile) {
        let commitments = self.context.program.commitments.values();
        for (index, (said, lines)) in commitments.zip(&profile.met).enumerate() {
            let Some(Some(outcome)) = self.outcomes.get(index) else { continue };
            let (Some(starts), Some(state)) = (outcome.starts, outcome.state) else { continue };
            let day = self.context.clock.local(starts).date;
            for line in lines {
                let Some(met) = said.met.get(*line) else { continue };
                self.attainment.count(index, *line, period(day, met.period), state);
            }
        }
    }

    fn question(
        &self,
        known: Known,
        received: Option<Instant>,
        at: Option<Instant>,
    ) -> Result<Question, Problem> {
        let happenings = self
            .events
            .iter()
            .filter_map(|(column, what)| Some(Happening { at: self.instants[*column]?, what: what.clone() }));
        Question::of_row(self.context, known, received, happenings.collect(), at)
    }

    /// Whether the policy does not count yet.
    fn effective(&self, received: Option<Instant>) -> bool {
        let effective = self.context.program.policy.effective;
        let (Some(received), Some(effective)) = (received, effective) else { return false };
        self.context.clock.local(received).date < effective
    }

    fn known(&self, values: &[Option<Value>]) -> Known {
        let mut known = Known::nothing();
        let space = &self.context.program.space;
        for ((_, dim, _), value) in self.facts.iter().zip(values) {
            let Some((class, place)) = value else { continue };
            known.set(*dim, &space.classes(*dim, [*class]), *place);
            if let (Some(fact), Some(label)) = (self.context.fact(*dim), space.label(*dim, *class)) {
                known.say(fact.clause.name.as_str(), label.to_string());
            }
        }
        known
    }

    /// The facts of a row, and what it shares with others.
    fn key(&mut self, fields: &[&[u8]], received: Option<Instant>) -> Result<(Key, Values), Problem> {
        let mut key = Key::new();
        let mut values = SmallVec::new();
        for (column, dim, known) in &mut self.facts {
            let field = fields[*column].trim_ascii();
            if field.is_empty() {
                key.push(0);
                values.push(None);
                continue;
            }
            let value = if let Some(value) = known.get(field) {
                *value
            } else {
                let Some(fact) = self.context.fact(*dim) else { continue };
                let (class, place, _) = read::value_of(self.context, *dim, fact, text(field)?)?;
                let few = matches!(fact.kind, FactKind::Values(_) | FactKind::YesNo);
                if few && known.len() < MOST_VALUES {
                    known.insert(field.to_vec(), (class, place));
                }
                (class, place)
            };
            key.push(u32::try_from(value.0 + 1).unwrap_or(u32::MAX));
            values.push(Some(value));
        }
        let day = match (self.day, received) {
            (Some(dim), Some(received)) => {
                let number = self.context.clock.local(received).date.number();
                self.context.measured(dim, number).map_or(1, |(_, class, _)| class + 2)
            }
            (None, Some(_)) => 1,
            (_, None) => 0,
        };
        key.push(u32::try_from(day).unwrap_or(u32::MAX));
        if let (true, Some(received)) = (self.has_phases, received) {
            let phase = self.phase(&key, &values, received);
            key.push(phase);
        }
        Ok((key, values))
    }

    /// The phase of the release of a row, as in a key; it follows from the very day.
    fn phase(&mut self, key: &Key, values: &Values, received: Instant) -> u32 {
        let day = self.context.clock.local(received).date;
        let place = (key.clone(), day.number());
        if let Some(known) = self.phases.known(&place) {
            return known;
        }
        let phase = life::phase(self.context.program, &self.known(values), day);
        self.phases.add(place, phase)
    }

    /// An instant of a row; none where the field is empty.
    fn instant(&mut self, fields: &[&[u8]], column: usize) -> Result<Option<Instant>, Problem> {
        let field = fields[column].trim_ascii();
        if field.is_empty() {
            return Ok(None);
        }
        let words = text(field)?;
        match Moment::parse(words) {
            Ok(Moment::Instant(at)) => Ok(Some(at)),
            Ok(Moment::Local(local)) => match self.context.clock.reading(local) {
                Reading::Once(at) if Instant::new(at).is_some() => Ok(Instant::new(at)),
                Reading::Once(_) | Reading::Twice(..) | Reading::Never { .. } => self.typed(words, column),
            },
            Err(_) => self.typed(words, column),
        }
    }

    /// The same as it is read for people, for its words.
    fn typed(&mut self, words: &str, column: usize) -> Result<Option<Instant>, Problem> {
        let mut notes = Vec::new();
        let at = read::instant(self.context, words, &mut notes);
        self.notes.extend(notes.iter().map(ToString::to_string));
        at.map(Some).map_err(|problem| Problem {
            message: format!("`{}`: {}", self.mapping.columns()[column], problem.message),
            ..problem
        })
    }
}

/// Whether the release of a row, and with it the phase of its life, can be known.
fn has_phases(context: &Context<'_>, mapping: &Mapping) -> bool {
    let Some(release) = context.program.space.dim("release") else { return false };
    let said = mapping.roles().contains(&Role::Fact(release));
    !context.program.products.is_empty() && (said || context.program.space.size(release) == 1)
}

/// A field as text.
pub(super) fn text(field: &[u8]) -> Result<&str, Problem> {
    std::str::from_utf8(field).map_err(|_| {
        Problem::new("a field is not text in UTF-8").help("save the table as UTF-8 and try again")
    })
}
