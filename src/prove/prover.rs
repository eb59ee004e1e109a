//! What every proof has at hand: the covered cases, the horizon, calendars by case, and deadlines that were worked out once.
//!
//! In: a program and its calendars. Out: parts of the cases in which a calendar, or a promise, is one and the same.

use super::against::Against;
use super::horizon::Horizon;
use crate::cases::{CaseSet, Dim, TooComplex, partition};
use crate::evaluate::{Context, Theirs, conditions, schedule};
use crate::hir::{Commitment, Cond, Ladder, Program};
use crate::time::{Apart, CountError, Deadlines, Instant, Schedule, Stretch, Wait};
use crate::value::Name;
use std::cell::{Cell, OnceCell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;

/// Cases, with the hours that a calendar has in them.
pub type Hours = Vec<(CaseSet, Arc<Schedule>)>;

/// The number of deadlines among those that were worked out.
pub type DueId = usize;

/// A promise on a clock, and its deadlines.
struct Known {
    schedule: Arc<Schedule>,
    wait: Wait,
    window: Option<(Instant, Instant)>,
    deadlines: Rc<Result<Deadlines, CountError>>,
}

/// What a proof does not look at, where the policy has it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Aside {
    /// Clocks that stand still.
    pub pauses: bool,
    /// Clocks that begin again.
    pub restarts: bool,
    /// Customers on other clocks, or with holidays of their own.
    pub theirs: Theirs,
}

impl Aside {
    /// In words behind what was looked at; nothing where nothing was left aside.
    pub fn words(self, zone: &str) -> String {
        let clocks = match (self.pauses, self.restarts) {
            (false, false) => "",
            (true, false) => ", without pauses",
            (false, true) => ", without restarts",
            (true, true) => ", without pauses and restarts",
        };
        let customers = match (self.theirs.zone, self.theirs.holidays) {
            (false, false) => String::new(),
            (true, false) => format!(", for customers in {zone}"),
            (false, true) => ", for customers without holidays of their own".to_owned(),
            (true, true) => format!(", for customers in {zone} without holidays of their own"),
        };
        format!("{clocks}{customers}")
    }
}

/// A policy, and what was worked out about it so far.
pub struct Prover<'a> {
    /// The calendars and clocks.
    pub context: &'a Context<'a>,
    /// The policy.
    pub program: &'a Program,
    /// When it is looked at, once that matters.
    horizon: OnceCell<Horizon>,
    /// The cases that are covered and can exist.
    pub covered: CaseSet,
    calendars: RefCell<BTreeMap<Name, Rc<Hours>>>,
    known: RefCell<Vec<Known>>,
    /// What the sentence in hand leaves aside.
    aside: Cell<Aside>,
    /// Whether the sentence in hand is about the covered cases only.
    of_covered: Cell<bool>,
    /// Of pairs of deadlines, by how much the first comes after the other at most.
    apart: RefCell<BTreeMap<(DueId, DueId), Option<Apart>>>,
}

impl<'a> Prover<'a> {
    /// Around a policy that is looked at over a stretch of time, which follows from the policy where it is not given.
    pub fn new(context: &'a Context<'a>, horizon: OnceCell<Horizon>) -> Self {
        let program = context.program;
        let possible = program.space.possible();
        let covered =
            program.scope.as_ref().map_or_else(|| possible.clone(), |scope| scope.covered.and(possible));
        Self {
            context,
            program,
            horizon,
            covered,
            calendars: RefCell::default(),
            known: RefCell::default(),
            apart: RefCell::default(),
            aside: Cell::default(),
            of_covered: Cell::default(),
        }
    }

    /// Begins a sentence, for which nothing is left aside yet.
    pub fn begin(&self) {
        self.aside.set(Aside::default());
        self.of_covered.set(false);
    }

    /// Whether the sentence that was looked at last is about the covered cases only.
    pub fn is_of_covered(&self) -> bool {
        self.of_covered.get()
    }

    /// What the sentence left aside that was looked at last.
    pub fn aside(&self) -> Aside {
        self.aside.get()
    }

    /// Notes that the clock of a commitment was looked at as if it ran on.
    pub fn runs_on(&self, commitment: &Commitment) {
        let Aside { pauses, restarts, theirs } = self.aside.get();
        let pauses = pauses || !commitment.paused.is_empty();
        self.aside.set(Aside { pauses, restarts: restarts || !commitment.restarts.is_empty(), theirs });
    }

    /// The covered cases that a sentence is about.
    pub fn about(&self, when: Option<&Cond>) -> Result<CaseSet, TooComplex> {
        self.of_covered.set(true);
        when.map_or_else(|| Ok(self.covered.clone()), |when| self.covered.try_and(&when.cases))
    }

    /// All cases that a sentence is about, covered or not.
    pub fn possible(&self, when: Option<&Cond>) -> Result<CaseSet, TooComplex> {
        let possible = self.program.space.possible();
        when.map_or_else(|| Ok(possible.clone()), |when| possible.try_and(&when.cases))
    }

    /// When the policy is looked at.
    pub fn horizon(&self) -> &Horizon {
        self.horizon.get_or_init(|| Horizon::of(self.context))
    }

    /// The whole horizon; an error where nothing is known of it.
    pub fn stretch(&self) -> Result<Stretch, Against> {
        self.horizon().stretch().ok_or_else(|| {
            Against::unknown("this cannot be decided: the holidays of that time are not known")
        })
    }

    /// The hours of a calendar, in parts of all cases.
    pub fn hours(&self, name: &Name) -> Result<Rc<Hours>, TooComplex> {
        let aside = self.aside.get();
        self.aside.set(Aside { theirs: aside.theirs.or(Theirs::of(self.program, name)), ..aside });
        if let Some(known) = self.calendars.borrow().get(name) {
            return Ok(Rc::clone(known));
        }
        let sets = conditions(self.context, name);
        let mut hours: Hours = Vec::new();
        for part in partition(&self.program.space, &CaseSet::everything(), &sets)? {
            let here = schedule(self.context, name, &part.cases).map_err(|_| TooComplex)?;
            match hours.iter_mut().find(|(_, known)| Arc::ptr_eq(known, &here)) {
                Some((cases, _)) => *cases = cases.try_or(&part.cases)?,
                None => hours.push((part.cases, here)),
            }
        }
        let hours = Rc::new(hours);
        self.calendars.borrow_mut().insert(name.clone(), Rc::clone(&hours));
        Ok(hours)
    }

    /// The deadlines of a promise for receipts of the horizon, or of a part of it.
    pub fn deadlines(
        &self,
        schedule: &Arc<Schedule>,
        wait: Wait,
        window: Option<(Instant, Instant)>,
    ) -> DueId {
        let same = |known: &Known| {
            known.wait == wait && known.window == window && Arc::ptr_eq(&known.schedule, schedule)
        };
        if let Some(id) = self.known.borrow().iter().position(same) {
            return id;
        }
        let (mut from, mut to) = (self.horizon().from, self.horizon().to);
        if let Some((first, last)) = window {
            (from, to) = (from.max(first), to.min(last));
        }
        let deadlines = Rc::new(Deadlines::new(schedule, &wait, from, to));
        let mut known = self.known.borrow_mut();
        known.push(Known { schedule: Arc::clone(schedule), wait, window, deadlines });
        known.len() - 1
    }

    /// Deadlines that were worked out before.
    pub fn of(&self, id: DueId) -> Rc<Result<Deadlines, CountError>> {
        Rc::clone(&self.known.borrow()[id].deadlines)
    }

    /// The calendar of these deadlines.
    pub fn clock_of(&self, id: DueId) -> Arc<Schedule> {
        Arc::clone(&self.known.borrow()[id].schedule)
    }

    /// The receipt for which the first deadline comes latest after the other, or least early before it.
    pub fn latest_after(&self, one: DueId, other: DueId) -> Result<Option<Apart>, CountError> {
        if let Some(known) = self.apart.borrow().get(&(one, other)) {
            return Ok(*known);
        }
        let (here, there) = (self.of(one), self.of(other));
        let here = here.as_ref().as_ref().map_err(Clone::clone)?;
        let there = there.as_ref().as_ref().map_err(Clone::clone)?;
        let apart = here.latest_after(there).map(|apart| here.at_a_round_time(there, apart));
        self.apart.borrow_mut().insert((one, other), apart);
        Ok(apart)
    }

    /// Up to when all deadlines are known that were asked for.
    pub fn shortest(&self) -> Option<Instant> {
        let known = self.known.borrow();
        let ended = known.iter().filter_map(|known| {
            let deadlines = known.deadlines.as_ref().as_ref().ok()?;
            deadlines.ended().map(|_| deadlines.until())
        });
        ended.min()
    }

    /// What is climbed: the fact, and pairs of its classes, the higher or graver one first.
    pub fn ladder(&self, ladder: Ladder) -> Option<(Dim, Vec<(usize, usize)>)> {
        let space = &self.program.space;
        match ladder {
            Ladder::Plan => {
                let dim = space.dim("plan")?;
                let class = |name: &Name| space.class(dim, name.as_str());
                let below = self.program.plans.values().flat_map(|plan| {
                    plan.below.iter().filter_map(|below| Some((class(&plan.clause.name)?, class(below)?)))
                });
                Some((dim, below.collect()))
            }
            Ladder::Severity => {
                let dim = space.dim("severity").or_else(|| space.dim("priority"))?;
                let size = space.size(dim);
                Some((dim, (0..size).flat_map(|high| (high + 1..size).map(move |low| (high, low))).collect()))
            }
        }
    }

    /// The facts that may differ where this one does: from which it follows, and that follow from any of these.
    pub fn moving_with(&self, dim: Dim) -> Vec<Dim> {
        let program = self.program;
        let follows: Vec<(Dim, Vec<Dim>)> = program
            .space
            .dims()
            .zip(program.facts.values())
            .filter_map(|(dim, fact)| {
                let sets = fact.derived.as_ref()?.values.iter();
                let mut from: Vec<Dim> = sets.flat_map(|(_, cases)| cases.dims()).collect();
                from.sort_unstable();
                from.dedup();
                Some((dim, from))
            })
            .collect();
        let mut found = vec![dim];
        // Back to what it follows from, then forward to all that follows.
        let mut next = 0;
        while let Some(dim) = found.get(next).copied() {
            let from = follows.iter().find(|(fact, _)| *fact == dim).map(|(_, from)| from.clone());
            found.extend(from.into_iter().flatten().filter(|dim| !found.contains(dim)).collect::<Vec<_>>());
            next += 1;
        }
        let mut more = true;
        while more {
            more = false;
            for (fact, from) in &follows {
                if !found.contains(fact) && from.iter().any(|dim| found.contains(dim)) {
                    found.push(*fact);
                    more = true;
                }
            }
        }
        found
    }
}
