//! What every part of an answer has at hand: the program, where its lines stand, and the clocks that times are told by.

use super::answer::Place;
use super::problem::{Missing, Problem};
use super::process::Course;
use super::question::Question;
use super::ticks::Ticks;
use crate::cases::{CaseSet, Dim};
use crate::hir::{Calendar, Fact, FactKind, Holidays, Program, spoken};
use crate::source::{Sources, Span, Spanned};
use crate::time::holidays::List;
use crate::time::{Instant, Pauses, Schedule, Zone, ZoneClock};
use crate::value::{Duration, Name, Named};
use smol_str::SmolStr;
use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

/// The program and what was worked out about it so far.
pub struct Context<'a> {
    /// The policy.
    pub program: &'a Program,
    sources: &'a Sources,
    /// The clocks by which times are read and told.
    pub clock: Rc<ZoneClock>,
    /// The zone of the customer, if it is known.
    pub customer: Option<Zone>,
    /// The area whose holidays the customer keeps, if it is known.
    pub area: Option<String>,
    /// Gives the text of a list of holidays that a line names.
    pub(super) lists: &'a Lists<'a>,
    wall: OnceCell<Arc<Schedule>>,
    /// How many parts of prices were looked at for the price in hand.
    pub(super) spent: Cell<u32>,
    pub(super) cache: RefCell<super::calendars::Cache>,
    /// The question that was followed last, with its course.
    pub(super) recent: RefCell<Option<(Question, Rc<Course>)>>,
}

/// A way to read a list of holidays: the line that names it, and its path as written.
pub type Lists<'a> = dyn Fn(Span, &str) -> Result<String, String> + 'a;

/// What is known of the customer beyond the facts of the case.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Customer {
    /// The zone of their clocks.
    pub zone: Option<Zone>,
    /// The area whose holidays they keep.
    pub area: Option<String>,
}

impl<'a> Context<'a> {
    /// Around a policy. A policy without a zone is told in that of the customer, and without either in UTC.
    pub fn new(program: &'a Program, sources: &'a Sources, customer: Customer, lists: &'a Lists<'a>) -> Self {
        let zone = program.policy.zone.clone().or_else(|| customer.zone.clone());
        let clock = ZoneClock::new(&zone.unwrap_or_else(Zone::utc));
        Self {
            program,
            sources,
            clock: Rc::new(clock),
            customer: customer.zone,
            area: customer.area,
            lists,
            wall: OnceCell::new(),
            spent: Cell::new(0),
            cache: RefCell::default(),
            recent: RefCell::default(),
        }
    }

    /// The clock on the wall, as a calendar that is always open.
    pub fn wall(&self) -> Arc<Schedule> {
        Arc::clone(self.wall.get_or_init(|| Arc::new(Schedule::always(self.clock.zone()))))
    }

    /// The instant so much later, in the cases that are left; none where that cannot be said.
    pub fn after(&self, from: Instant, length: &Duration, cases: &CaseSet) -> Option<Instant> {
        let ticks = Ticks::of(self, &length.clock, cases).ok()?;
        ticks.after(from, length, 1, &Pauses::NONE).ok()
    }

    /// Where a line stands.
    pub fn place(&self, span: Span) -> Place {
        let source = self.sources.get(span.file);
        Place { file: source.path().to_owned(), line: source.line_column(span.start).line }
    }

    /// The names of facts.
    pub fn names(&self, facts: &[Dim]) -> Vec<String> {
        facts.iter().filter_map(|dim| self.fact(*dim)).map(|fact| fact.clause.name.to_string()).collect()
    }

    /// The fact of a dimension.
    pub fn fact(&self, dim: Dim) -> Option<&'a Fact> {
        self.program.facts.get_index(dim.index()).map(|(_, fact)| fact)
    }

    /// Whether all lists of holidays that calendars name can be read; days off that nobody can see would be worked.
    pub fn lists_are_there(&self) -> Result<(), Problem> {
        for calendar in self.program.calendars.values() {
            let Some(Holidays::From(path)) = &calendar.holidays else { continue };
            self.list(&calendar.clause.name, path)?;
        }
        Ok(())
    }

    /// The list of holidays that a calendar names, or why it cannot be used.
    pub fn list(&self, calendar: &Name, path: &Spanned<SmolStr>) -> Result<List, Problem> {
        let of = format!("the holidays of `{calendar}`, `{}`,", path.value);
        let text = (self.lists)(path.span, &path.value).map_err(|error| {
            Problem::new(format!("{of} cannot be read: {error}"))
                .help("put the list beside the policy, or name an area: `closed on holidays NL`")
        })?;
        List::read(&text).map_err(|problems| {
            let first = problems
                .first()
                .map_or_else(String::new, |first| format!(": line {}: {}", first.line, first.message));
            Problem::new(format!("{of} are no list of days{first}"))
                .help("a list is an `.ics` file, or a day on each line: `2026-12-25: Christmas`")
        })
    }

    /// A time as it was typed; without an offset it is local to the policy.
    pub fn instant(&self, text: &str) -> Result<Instant, Problem> {
        super::read::instant(self, text, &mut Vec::new())
    }

    /// An instant for machines, on the clocks of the policy.
    pub fn rfc(&self, at: Instant) -> String {
        self.clock.rfc3339(at)
    }

    /// The class of a measured fact in which a place lies.
    pub fn measured(&self, dim: Dim, place: i64) -> Option<(Dim, usize, i64)> {
        let (FactKind::Date(stretches) | FactKind::Number(stretches) | FactKind::Duration(stretches)) =
            &self.fact(dim)?.kind
        else {
            return None;
        };
        let class = stretches.iter().position(|stretch| {
            stretch.low.is_none_or(|low| low <= place) && stretch.high.is_none_or(|high| place <= high)
        });
        class.map(|class| (dim, class, place))
    }

    /// The problem that facts were not said on which so much depends.
    pub fn missing(&self, facts: &[Dim], what: &str) -> Problem {
        let Some(fact) = facts.first().and_then(|dim| self.fact(*dim)) else {
            return Problem::new(format!("{what} depends on facts that were not given"));
        };
        let name = fact.clause.name.to_string();
        let values: Vec<(String, String)> = match &fact.kind {
            FactKind::Values(values) => values
                .iter()
                .map(|value| {
                    let title = spoken(value.clause.title.as_deref(), &value.clause.name);
                    (value.clause.name.to_string(), title.to_owned())
                })
                .collect(),
            FactKind::YesNo => ["yes", "no"].map(|word| (word.to_owned(), word.to_owned())).into(),
            FactKind::Date(_) | FactKind::Number(_) | FactKind::Duration(_) => Vec::new(),
        };
        let form = match &fact.kind {
            FactKind::Values(_) | FactKind::YesNo => {
                let names: Vec<&str> = values.iter().map(|(name, _)| name.as_str()).collect();
                super::problem::listed(&names)
                    .map_or_else(String::new, |list| format!("say `{name}=…`: {list}"))
            }
            FactKind::Date(_) => format!("say `{name}=…` with a date such as 2026-12-24"),
            FactKind::Number(_) => format!("say `{name}=…` with a number"),
            FactKind::Duration(_) => format!("say `{name}=…` with a length of time such as 2 years"),
        };
        let title = spoken(fact.clause.title.as_deref(), &fact.clause.name).to_owned();
        let others: Vec<String> = self.names(facts).iter().skip(1).map(|name| format!("`{name}`")).collect();
        let also = match others.as_slice() {
            [] => String::new(),
            [one] => format!(", and on {one}"),
            [all @ .., last] => format!(", and on {} and {last}", all.join(", ")),
        };
        Problem {
            message: format!(
                "{what} depends on `{name}`{also}, which {} not given",
                if others.is_empty() { "was" } else { "were" }
            ),
            help: Some(form),
            missing: Some(Missing { fact: name, title, values }),
        }
    }

    /// The calendars of the policy.
    pub fn calendars(&self) -> &'a Named<Calendar> {
        &self.program.calendars
    }
}
