//! What rows with the same facts share: which promises apply, by which rule, and how their time is counted.
//!
//! In: the facts of a row, looked up. Out: for each commitment a way to its due instant that needs only the instant at which
//! its clock starts. It is found by asking about one such case, so that it cannot differ from what `ask` says.

use super::super::commitments::{Applied, Hole, Said, applied};
use super::super::context::Context;
use super::super::coverage::covered;
use super::super::known::Known;
use super::super::note::Note;
use super::super::problem::Problem;
use super::super::process::course;
use super::super::question::Question;
use super::super::ticks::{Ticks, whole};
use super::mapping::Mapping;
use super::simple::is_simple;
use crate::cases::Dim;
use crate::hir::Commitment;
use crate::time::{CountError, Horizon, Instant, Pauses};
use crate::value::{Day, Duration, Promise};
use smol_str::SmolStr;
use std::rc::Rc;

/// What some rows share.
#[derive(Debug)]
pub struct Profile {
    /// Whether the cases are covered, if that is known.
    pub covered: Option<bool>,
    /// For each commitment what it promises; none where it says nothing.
    pub promises: Vec<Option<Promised>>,
    /// For each commitment, the lines about how often it is met that speak of these cases.
    pub met: Vec<Vec<usize>>,
    /// What is not known yet of which the answer does without, or has none.
    pub unknown: Vec<String>,
    /// Whether nothing but the ends of the clocks bears on any promise, whatever a row tells.
    pub simple: bool,
    /// The same for a row that tells of the receipt and nothing else.
    pub simple_at_first: bool,
}

/// A promise to cases with the same facts.
#[derive(Debug)]
pub struct Promised {
    /// The path of the rule that decides.
    pub rule: SmolStr,
    /// Whether the rule says that nothing is promised.
    pub is_none: bool,
    /// How its due instant is found.
    pub due: Due,
    /// Why there is no due instant, where nobody knows yet what is promised.
    pub note: Option<String>,
    /// The clock that waits for its next opening, with the promise; none where it begins to run with its event.
    waits: Option<(Ticks, Promise)>,
}

impl Promised {
    /// When a clock begins to run that is started here.
    pub fn begins(&self, start: Instant) -> Instant {
        self.waits.as_ref().map_or(start, |(ticks, promise)| ticks.begins(start, promise))
    }
}

/// A way from the start of a clock to its due instant.
#[derive(Debug)]
pub enum Due {
    /// There is no figure.
    Never,
    /// So many seconds later.
    Seconds(i64),
    /// So many seconds of open time later.
    Open {
        /// The years around the first row, in one table.
        table: Option<Rc<Horizon>>,
        /// The clock, for all other years.
        ticks: Ticks,
        /// How many.
        seconds: i64,
    },
    /// A length that has no fixed number of seconds.
    Length(Ticks, Duration),
    /// A named day.
    Day(Ticks, Day),
}

/// How many years around the first row are put into a table.
const YEARS: i16 = 6;

impl Due {
    fn of(promise: &Promise, ticks: Option<Ticks>, near: i16) -> Self {
        let Some(ticks) = ticks else { return Self::Never };
        match promise {
            Promise::Within { to, .. } | Promise::Every(to) => match whole(to) {
                Some(seconds) if ticks.wall => Self::Seconds(seconds),
                Some(seconds) if seconds > 0 => {
                    let table = ticks.schedule.horizon(near - YEARS, near + YEARS).ok().map(Rc::new);
                    Self::Open { table, ticks, seconds }
                }
                Some(_) | None => Self::Length(ticks, to.clone()),
            },
            Promise::By(day) => Self::Day(ticks, day.clone()),
            Promise::Release(_)
            | Promise::BestEffort
            | Promise::None
            | Promise::No
            | Promise::AsAgreed(_)
            | Promise::AsDecided(_)
            | Promise::Unfilled => Self::Never,
        }
    }

    /// The due instant of a clock that starts here; none where there is no figure.
    pub fn after(&self, start: Instant) -> Option<Result<Instant, CountError>> {
        Some(match self {
            Self::Never => return None,
            Self::Seconds(seconds) => start.plus(*seconds).ok_or(CountError::OutOfRange),
            Self::Open { table, ticks, seconds } => {
                let quick = table.as_ref().map(|table| table.add(start.seconds(), *seconds));
                match quick.filter(|due| *due != Horizon::UNKNOWN).and_then(Instant::new) {
                    Some(due) => Ok(due),
                    None => ticks.plus(start, *seconds, &Pauses::NONE),
                }
            }
            Self::Length(ticks, length) => ticks.after(start, length, 1, &Pauses::NONE),
            Self::Day(ticks, day) => ticks.by(start, day, &Pauses::NONE),
        })
    }
}

/// That nobody knows yet what a promise is that applies.
pub fn not_filled_in(applied: &Applied<'_>) -> Option<String> {
    let name = &applied.said.clause.name;
    match applied.hole() {
        Some(Hole::Pauses) => {
            return Some(format!("when the clock of `{name}` stands still is not filled in yet"));
        }
        Some(Hole::Hours(calendar)) => {
            return Some(format!(
                "when `{calendar}` is open is not filled in yet, which `{name}` depends on"
            ));
        }
        None => {}
    }
    applied.is_unfilled().then(|| format!("what `{name}` promises here is not filled in yet"))
}

/// Whether the rule that decides says `none`.
pub fn promises_nothing(applied: &Applied<'_>) -> bool {
    applied.rules.first().is_some_and(|rule| matches!(rule.value.promise, Promise::None))
}

/// That a line of some hours says nothing yet, on which what is due may depend.
fn hours_wait(context: &Context<'_>) -> impl Iterator<Item = String> {
    let waiting = context.calendars().values().filter(|calendar| calendar.clause.unfilled);
    waiting.map(|calendar| Note::Waits(calendar.clause.name.to_string()).to_string())
}

/// That nobody knows yet what a commitment promises, since these facts decide.
fn not_known(context: &Context<'_>, said: &Commitment, facts: &[Dim]) -> String {
    let facts = context.names(facts).join("`, `");
    format!("`{}` depends on `{facts}`, which is not filled in yet", said.clause.name)
}

impl Profile {
    /// What cases like this one share.
    pub fn of(
        context: &Context<'_>,
        mapping: &Mapping,
        known: Known,
        received: Option<Instant>,
    ) -> Result<Self, Problem> {
        let question = Question::of_row(context, known, received, Vec::new(), None)?;
        let course = course(context, &question);
        let cases = course.known(question.at).left(context.program);
        let near = received.map_or(2000, |at| context.clock.local(at).date.year());
        let mut profile = Self {
            covered: covered(context, course.known(question.at)),
            promises: Vec::new(),
            met: Vec::new(),
            unknown: hours_wait(context).collect(),
            simple: is_simple(context.program, mapping, &course, false),
            simple_at_first: is_simple(context.program, mapping, &course, true),
        };
        for said in context.program.commitments.values() {
            let promised = match applied(context, said, &course, &question) {
                Said::Applies(applied) => {
                    profile.simple &= applied.pauses.is_empty();
                    profile.simple_at_first &= applied.pauses.is_empty();
                    let rule = applied.rules.first();
                    // When a release comes out depends on more than the instant at which the clock starts.
                    if rule.is_some_and(|rule| matches!(rule.value.promise, Promise::Release(_))) {
                        let known = context.program.products.is_empty();
                        profile.simple &= known;
                        profile.simple_at_first &= known;
                    }
                    rule.map(|rule| Promised {
                        note: not_filled_in(&applied),
                        is_none: promises_nothing(&applied),
                        rule: rule.path.clone(),
                        waits: applied
                            .ticks
                            .clone()
                            .filter(|ticks| !ticks.wall)
                            .map(|ticks| (ticks, rule.value.promise.clone())),
                        due: Due::of(
                            &rule.value.promise,
                            applied.ticks.clone().filter(|_| applied.hole().is_none()),
                            near,
                        ),
                    })
                }
                Said::Nothing => None,
                Said::Waits(facts) => {
                    profile.unknown.push(not_known(context, said, &facts));
                    None
                }
                // To what is not covered nothing is promised, whatever else would decide.
                Said::Depends(_) if profile.covered == Some(false) => None,
                Said::Depends(facts) => {
                    return Err(context.missing(&facts, &format!("`{}`", said.clause.name)));
                }
            };
            profile.promises.push(promised);
            let holds = |clause: &crate::hir::Clause| {
                clause.when.as_ref().is_none_or(|when| cases.is_subset_of(&when.cases))
            };
            let lines = said.met.iter().enumerate().filter(|(_, met)| holds(&met.clause));
            profile.met.push(lines.map(|(line, _)| line).collect());
        }
        Ok(profile)
    }
}
