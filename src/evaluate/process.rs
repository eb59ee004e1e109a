//! Where a request stands, from one happening to the next: states entered by events, by checks and by time.
//!
//! In: a question. Out: what happened with what follows from it: each state with its instant, and the facts at each instant.
//! A check that was not answered stops a request in its state; a way whose condition is not known is not taken.

use super::context::Context;
use super::coverage::covered;
use super::known::Known;
use super::question::{Question, What};
use crate::hir::{Check, Process, Transition};
use crate::source::Span;
use crate::time::Instant;
use crate::value::{Name, Stated};
use std::rc::Rc;

/// A state that was entered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entered {
    /// The state.
    pub state: Name,
    /// When; none for where a request stands before it was received.
    pub at: Option<Instant>,
    /// The line of the process that led there; none where the case itself says so, and for where a request begins.
    pub line: Option<Span>,
}

/// What became of a request.
#[derive(Clone, Debug)]
pub struct Course {
    /// The events with their instants, in the order of time; states that were entered are events too.
    pub events: Vec<(Name, Instant)>,
    /// For each process, in the order of the policy, the states with their instants.
    pub states: Vec<Vec<Entered>>,
    /// The facts from an instant on, in the order of time; the first counts from the beginning.
    pub facts: Vec<(Option<Instant>, Known)>,
}

impl Course {
    /// The facts at an instant, or at the end.
    pub fn known(&self, at: Option<Instant>) -> &Known {
        let held = |from: &Option<Instant>| from.is_none_or(|from| at.is_none_or(|at| from <= at));
        let last = self.facts.iter().rev().find(|(from, _)| held(from)).or(self.facts.first());
        // There is always the beginning.
        &last.unwrap_or(&self.facts[0]).1
    }

    /// The instants of an event, in order.
    pub fn times<'a>(&'a self, event: &'a str) -> impl Iterator<Item = Instant> + 'a {
        self.events.iter().filter(move |(name, _)| *name == *event).map(|(_, at)| *at)
    }
}

struct Run<'a, 'b> {
    context: &'b Context<'a>,
    course: Course,
    known: Known,
}

/// Follows a question through its happenings up to the instant that it is asked for.
pub fn course(context: &Context<'_>, question: &Question) -> Course {
    let processes = &context.program.processes;
    let course = Course {
        events: Vec::new(),
        states: vec![Vec::new(); processes.len()],
        facts: vec![(None, question.known.clone())],
    };
    let mut run = Run { context, course, known: question.known.clone() };
    run.begin(question);
    for happening in &question.happenings {
        run.timers(happening.at);
        match &happening.what {
            What::Event(name) => run.event(name, happening.at),
            What::Becomes { dim, class, place, said } => {
                let Some(fact) = context.fact(*dim) else { continue };
                let classes = context.program.space.classes(*dim, [*class]);
                let was_open = !run.known.is_said(context.program, *dim);
                let before = run.known.left(context.program);
                run.known.set(*dim, &classes, *place);
                run.known.say(fact.clause.name.as_str(), said.clone());
                run.course.facts.push((Some(happening.at), run.known.clone()));
                let name = &fact.clause.name;
                if let Some(at) = processes.get_index_of(name) {
                    run.enter(at, &Name::new(said.as_str(), name.span), Some(happening.at), None);
                }
                let changed = !before.is_subset_of(&context.program.space.is(*dim, [*class]));
                for (word, holds) in [("set", was_open), ("changed", changed)] {
                    if holds {
                        let event = Name::new(format!("{name} {word}"), name.span);
                        run.course.events.push((event, happening.at));
                    }
                }
                run.settle(Some(happening.at));
            }
        }
    }
    if let Some(at) = question.at {
        run.timers(at);
    }
    run.course
}

/// The course of a question that may have been followed just now: the expectations of an example share one.
pub fn recent_course(context: &Context<'_>, question: &Question) -> Rc<Course> {
    if let Some((known, course)) = &*context.recent.borrow()
        && known == question
    {
        return Rc::clone(course);
    }
    let course = Rc::new(course(context, question));
    *context.recent.borrow_mut() = Some((question.clone(), Rc::clone(&course)));
    course
}

impl<'a> Run<'a, '_> {
    fn processes(&self) -> impl Iterator<Item = (usize, &'a Process)> + use<'a> {
        self.context.program.processes.values().enumerate()
    }

    /// The request is received: the first state of each process, unless another one is given.
    fn begin(&mut self, question: &Question) {
        if let Some(received) = question.received {
            self.course.events.push((Name::new("received", Span::default()), received));
            for fact in question.known.said().keys() {
                let event = Name::new([fact.as_str(), " set"].concat(), Span::default());
                self.course.events.push((event, received));
            }
        }
        for (at, process) in self.processes() {
            let given = self.given_state(process);
            let first = given.or_else(|| process.states.first().map(|state| state.clause.name.clone()));
            if let Some(state) = first {
                self.enter(at, &state, question.received, None);
            }
        }
        self.settle(question.received);
    }

    /// The state that was said of a process.
    fn given_state(&self, process: &Process) -> Option<Name> {
        let space = &self.context.program.space;
        let dim = space.dim(process.clause.name.as_str())?;
        let left = self.known.left(self.context.program);
        let mut states = process.states.iter().filter(|state| {
            let class = space.class(dim, state.clause.name.as_str());
            left.overlaps(&space.is(dim, class))
        });
        let first = states.next()?;
        states.next().is_none().then(|| first.clause.name.clone())
    }

    fn state(&self, process: usize) -> Option<&Entered> {
        self.course.states.get(process).and_then(|states| states.last())
    }

    fn enter(&mut self, process: usize, state: &Name, at: Option<Instant>, line: Option<Span>) {
        let space = &self.context.program.space;
        let Some((name, _)) = self.context.program.processes.get_index(process) else { return };
        if let Some(dim) = space.dim(name.as_str())
            && let Some(class) = space.class(dim, state.as_str())
        {
            self.known.set(dim, &space.classes(dim, [class]), None);
            self.course.facts.push((at, self.known.clone()));
        }
        if let Some(states) = self.course.states.get_mut(process) {
            states.push(Entered { state: state.clone(), at, line });
        }
        if let Some(at) = at
            && self.course.events.last() != Some(&(state.clone(), at))
        {
            self.course.events.push((state.clone(), at));
        }
    }

    fn event(&mut self, name: &Name, at: Instant) {
        self.course.events.push((name.clone(), at));
        for (process, said) in self.processes() {
            let Some(now) = self.state(process).cloned() else { continue };
            if said.states.iter().any(|state| state.clause.name == *name) {
                if now.state != *name {
                    self.enter(process, name, Some(at), None);
                }
                continue;
            }
            let way = said.transitions.iter().find(|way| {
                way.from == now.state
                    && way.on.as_ref() == Some(name)
                    && self.holds(way)
                    && self.in_time(way, &now, at)
            });
            if let Some(way) = way {
                self.enter(process, &way.to, Some(at), Some(way.span));
            }
        }
        self.settle(Some(at));
    }

    /// Whether an event comes neither too early nor too late to open a way.
    fn in_time(&self, way: &Transition, now: &Entered, at: Instant) -> bool {
        let Some(entered) = now.at else { return true };
        let left = self.known.left(self.context.program);
        let due = |length: &Stated| self.context.after(entered, length.known()?, &left);
        let passed = |length| due(length).is_some_and(|due| due <= at);
        let late = way.within.as_ref().and_then(due).is_some_and(|due| due < at);
        way.after.as_ref().is_none_or(passed) && !late
    }

    /// Whether the condition of a way is known to hold.
    fn holds(&self, way: &Transition) -> bool {
        let left = self.known.left(self.context.program);
        way.clause.when.as_ref().is_none_or(|when| left.is_subset_of(&when.cases))
    }

    /// Ways that are open at once: checks that were answered, and ways without event and time.
    fn settle(&mut self, at: Option<Instant>) {
        for (process, said) in self.processes() {
            // A request passes through a state at most once without anything happening.
            for _ in 0..said.states.len() {
                let Some(now) = self.state(process).cloned() else { break };
                let Some((to, line)) = self.next(said, &now) else { break };
                self.enter(process, &to, at, Some(line));
            }
        }
    }

    fn next(&self, process: &Process, now: &Entered) -> Option<(Name, Span)> {
        if process.states.first().is_some_and(|first| first.clause.name == now.state) {
            for check in &process.checks {
                // Where nobody has answered a question yet, none behind it is asked.
                let answer = answer(self.context, &self.known, check)?;
                if let (false, Some(otherwise)) = (answer, &check.otherwise) {
                    return Some((otherwise.clone(), check.clause.span));
                }
            }
        }
        let open = |way: &&Transition| {
            way.from == now.state && way.on.is_none() && way.after.is_none() && self.holds(way)
        };
        process.transitions.iter().find(open).map(|way| (way.to.clone(), way.span))
    }

    /// Ways that time opens before an instant.
    fn timers(&mut self, until: Instant) {
        /// A circle of timers is cut here.
        const MOST: usize = 100;
        for _ in 0..MOST {
            let left = self.known.left(self.context.program);
            let mut next: Option<(Instant, usize, &Transition)> = None;
            for (process, said) in self.processes() {
                let Some(now) = self.state(process) else { continue };
                let Some(entered) = now.at else { continue };
                for way in &said.transitions {
                    let (Some(after), None) = (&way.after, &way.on) else { continue };
                    if way.from != now.state || !self.holds(way) {
                        continue;
                    }
                    let due = after.known().and_then(|after| self.context.after(entered, after, &left));
                    if let Some(due) = due.filter(|due| *due <= until)
                        && next.as_ref().is_none_or(|(known, ..)| due < *known)
                    {
                        next = Some((due, process, way));
                    }
                }
            }
            let Some((at, process, way)) = next else { return };
            self.enter(process, &way.to, Some(at), Some(way.span));
            self.settle(Some(at));
        }
    }
}

/// The answer to a check; none where nobody has given one.
pub fn answer(context: &Context<'_>, known: &Known, check: &Check) -> Option<bool> {
    let program = context.program;
    if check.clause.name.as_str() == "covered" {
        return covered(context, known);
    }
    let left = known.left(program);
    let yes = program.space.is(program.space.dim(check.clause.name.as_str())?, [0]);
    match (left.is_subset_of(&yes), left.overlaps(&yes)) {
        (true, _) => Some(true),
        (false, true) => None,
        (false, false) => Some(false),
    }
}
