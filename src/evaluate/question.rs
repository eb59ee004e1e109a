//! A question about one case: what is known of it at the beginning, and what happened in it.
//!
//! In: typed words, or an example or test of the policy. Out: the question, its happenings in the order of time. What is
//! impossible is refused here, so that everything behind it can rely on cases that exist.

use super::context::Context;
use super::known::{Known, Without};
use super::life::{self, Phase};
use super::limits::{self, Used};
use super::note::Note;
use super::problem::Problem;
use super::read;
use crate::cases::Dim;
use crate::hir::{self, FactKind};
use crate::time::{Date, DateTime, Instant};
use crate::value::{Condition, Name, Operand, Operator};

/// A question about one case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// What is known at the beginning.
    pub known: Known,
    /// When the request was received.
    pub received: Option<Instant>,
    /// What happened, in the order of time, the receipt among it.
    pub happenings: Vec<Happening>,
    /// The instant that states are asked for; the last one of all if nothing else is said.
    pub at: Option<Instant>,
    /// What was used of entitlements so far.
    pub used: Vec<Used>,
    /// The first day of the contract, if it is known.
    pub since: Option<Date>,
    /// Facts that are left open on purpose.
    pub any: Vec<String>,
    /// What the reader should know.
    pub notes: Vec<Note>,
}

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Happening {
    /// When.
    pub at: Instant,
    /// What.
    pub what: What,
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// An event, or a state was entered.
    Event(Name),
    /// A fact got another value.
    Becomes {
        /// The fact.
        dim: Dim,
        /// The class of the value.
        class: usize,
        /// Where it stands, if it is measured.
        place: Option<i64>,
        /// The value by name.
        said: String,
    },
}

/// What was typed.
#[derive(Clone, Copy, Debug, Default)]
pub struct Typed<'a> {
    /// `severity=critical`.
    pub facts: &'a [String],
    /// When the request was received.
    pub received: Option<&'a str>,
    /// `responded=2026-12-24T17:00`.
    pub events: &'a [String],
    /// The instant that states are asked for.
    pub at: Option<&'a str>,
    /// `advice=3 hours`: what was used of an entitlement.
    pub used: &'a [String],
    /// The first day of the contract, from which periods of limits are counted.
    pub since: Option<&'a str>,
    /// Facts that are left open on purpose: what depends on them is said to.
    pub any: &'a [String],
}

impl Question {
    /// A question from typed words.
    pub fn typed(context: &Context<'_>, typed: Typed<'_>) -> Result<Self, Problem> {
        let mut known = Known::nothing();
        let mut notes = Vec::new();
        for words in typed.facts {
            read::fact(context, &mut known, words)?;
        }
        let mut received = typed.received.map(|text| read::instant(context, text, &mut notes)).transpose()?;
        let mut happenings = Vec::new();
        for text in typed.events {
            let happening = read::happening(context, text, &mut notes)?;
            match (&happening.what, received) {
                (What::Event(name), Some(_)) if name.as_str() == "received" => {
                    return Err(Problem::new("a request is received once, and this is the second time")
                        .help("leave out `--event received=…` or `--received`"));
                }
                (What::Event(name), None) if name.as_str() == "received" => received = Some(happening.at),
                (What::Event(_) | What::Becomes { .. }, _) => happenings.push(happening),
            }
        }
        effective(context, received)?;
        let at = typed.at.map(|text| read::instant(context, text, &mut notes)).transpose()?;
        let mut question = Self::new(context, known, received, happenings, at, notes)?;
        for words in typed.used {
            let used = limits::used(context, words)?;
            if question.used.iter().any(|known| known.of == used.of) {
                return Err(Problem::new(format!("what was used of `{}` is given twice", used.of))
                    .help("give the sum of both"));
            }
            question.used.push(used);
        }
        question.any = typed.any.to_vec();
        question.since = typed.since.map(|text| since(context, text, question.received)).transpose()?;
        Ok(question)
    }

    /// The question of an example or a test; none of its facts is left open by what can exist.
    pub fn of_case(context: &Context<'_>, case: &hir::Case) -> Result<Self, Problem> {
        let program = context.program;
        let mut known = Known::cases(program, &case.given.cases);
        for condition in &case.given.conditions {
            exact(context, condition, &mut known);
        }
        let mut received = None;
        let mut happenings = Vec::new();
        for happening in &case.happenings {
            match happening {
                hir::Happening::Event(name, at) => {
                    let at = local(context, at.value)?;
                    if name.as_str() == "received" && received.is_none() {
                        received = Some(at);
                    } else {
                        happenings.push(Happening { at, what: What::Event(name.clone()) });
                    }
                }
                hir::Happening::Becomes(fact, value, at) => {
                    let at = local(context, at.value)?;
                    if let Some(what) = becomes(context, fact, value) {
                        happenings.push(Happening { at, what });
                    }
                }
            }
        }
        // The order of the text is not the order of time, and an example may tell both.
        happenings.sort_by_key(|happening| happening.at);
        Self::new(context, known, received, happenings, None, Vec::new())
    }

    /// The question of a row of a table.
    pub fn of_row(
        context: &Context<'_>,
        known: Known,
        received: Option<Instant>,
        happenings: Vec<Happening>,
        at: Option<Instant>,
    ) -> Result<Self, Problem> {
        effective(context, received)?;
        Self::new(context, known, received, happenings, at, Vec::new())
    }

    fn new(
        context: &Context<'_>,
        mut known: Known,
        received: Option<Instant>,
        mut happenings: Vec<Happening>,
        at: Option<Instant>,
        mut notes: Vec<Note>,
    ) -> Result<Self, Problem> {
        let program = context.program;
        if let Some(received) = received {
            known = dated(context, known, received);
            let day = context.clock.local(received).date;
            match life::phase(program, &known, day) {
                Phase::Is(dim, class, phase) => {
                    known.set(dim, &program.space.classes(dim, [class]), None);
                    known.derive("phase", phase.to_string());
                }
                Phase::Over(over) => {
                    known.has_no_phase(Without::Over);
                    notes.push(Note::Over(over));
                }
                Phase::Unfilled(not_in) => {
                    known.has_no_phase(Without::Unfilled);
                    known.is_in_no_phase(program, &not_in);
                }
                Phase::Unsaid(not_in) => known.is_in_no_phase(program, &not_in),
            }
            let early = |happening: &&Happening| happening.at < received && follows(context, &happening.what);
            if let Some(early) = happenings.iter().find(early) {
                return Err(Problem::new(format!(
                    "{} comes before the request was received, at {}",
                    described(context, early),
                    context.rfc(received)
                ))
                .help("a request is received first; change one of the two times"));
            }
        } else if let Some(first) = happenings.first()
            && let What::Event(_) = first.what
            && asks_for_receipt(program)
        {
            notes.push(Note::NotReceived);
        }
        if happenings.windows(2).any(|pair| pair[0].at > pair[1].at) {
            notes.push(Note::Order);
        }
        happenings.sort_by_key(|happening| happening.at);
        if known.left(program).is_empty() {
            return Err(Problem::new("a case like this cannot exist").help("change one of its facts"));
        }
        let last = happenings.last().map(|happening| happening.at).or(received);
        if let (Some(at), Some(last)) = (at, last)
            && at < last
        {
            return Err(Problem::new(format!(
                "the question is asked at {}, before something in it happened, at {}",
                context.rfc(at),
                context.rfc(last)
            ))
            .help("give a later time with `--at`, or leave out what comes after it"));
        }
        let mut facts = known.clone();
        for happening in &happenings {
            if let What::Becomes { dim, class, place, said } = &happening.what {
                facts.set(*dim, &program.space.classes(*dim, [*class]), *place);
                if facts.left(program).is_empty() {
                    let name = context.names(&[*dim]).join("");
                    return Err(Problem::new(format!(
                        "from {} on the case would be one that cannot exist: {name} {said}",
                        context.rfc(happening.at)
                    ))
                    .help("give another value"));
                }
            }
        }
        let at = at.or(last);
        Ok(Self { known, received, happenings, at, used: Vec::new(), since: None, any: Vec::new(), notes })
    }
}

/// Whether some promise runs from the receipt; where each waits for an event of its own, nobody asks when that was.
fn asks_for_receipt(program: &hir::Program) -> bool {
    let mut starts =
        program.commitments.values().filter_map(|commitment| commitment.from.as_ref()).peekable();
    starts.peek().is_none() || starts.any(|event| *event == *"received")
}

/// Whether something can happen to a request only after it was received. What the policy declares as an event of its own,
/// such as the start of an agreement, may come before.
fn follows(context: &Context<'_>, what: &What) -> bool {
    match what {
        What::Event(name) => !context.program.events.contains_key(name),
        What::Becomes { .. } => true,
    }
}

/// A request from before the policy counts is none of this policy. Examples may tell of earlier days.
fn effective(context: &Context<'_>, received: Option<Instant>) -> Result<(), Problem> {
    let (Some(received), Some(effective)) = (received, context.program.policy.effective) else {
        return Ok(());
    };
    if context.clock.local(received).date >= effective {
        return Ok(());
    }
    let version = context.program.policy.version.as_ref();
    let version = version.map_or_else(String::new, |text| format!(", version {}", text.original.content));
    Err(Problem::new(format!(
        "this policy{version} takes effect on {effective}, after the request was received, on {}",
        context.clock.local(received).date
    ))
    .help("ask the version that counted on that day"))
}

/// The first day of the contract.
fn since(context: &Context<'_>, text: &str, received: Option<Instant>) -> Result<Date, Problem> {
    let day = read::date(text).ok_or_else(|| {
        Problem::new(format!("`{text}` is no day")).help("write it as `--since 2026-03-01`")
    })?;
    match received.map(|at| context.clock.local(at).date) {
        Some(received) if received < day => Err(Problem::new(format!(
            "the contract began on {day}, after the request was received, on {received}"
        ))
        .help("give an earlier day with `--since`")),
        Some(_) | None => Ok(day),
    }
}

/// The day of receipt, where the policy looks at it.
fn dated(context: &Context<'_>, mut known: Known, received: Instant) -> Known {
    let day = context.clock.local(received).date.number();
    if let Some(dim) = context.program.space.dim("received")
        && let Some((dim, class, place)) = context.measured(dim, day)
    {
        known.set(dim, &context.program.space.classes(dim, [class]), Some(place));
    }
    known
}

/// What a happening is called.
pub fn described(context: &Context<'_>, happening: &Happening) -> String {
    let at = context.rfc(happening.at);
    match &happening.what {
        What::Event(name) => format!("`{name}`, at {at},"),
        What::Becomes { dim, said, .. } => {
            format!("`{} {said}`, at {at},", context.names(&[*dim]).join(""))
        }
    }
}

/// A local time of the policy; one that clocks skip is moved as much later as they are put forward.
pub fn local(context: &Context<'_>, at: DateTime) -> Result<Instant, Problem> {
    context.clock.instant(at).ok_or_else(|| Problem::new(format!("{at} is not between 1970 and 2100")))
}

/// What a fact becomes.
fn becomes(context: &Context<'_>, fact: &Name, value: &Operand) -> Option<What> {
    let dim = context.program.space.dim(fact.as_str())?;
    let said = match value {
        Operand::Name(name) => name.as_str().to_owned(),
        Operand::Text(text, _) => text.clone(),
        Operand::Number(number, _) => number.to_string(),
        Operand::Date(date, _) => date.to_string(),
        Operand::Bool(value, _) => if *value { "yes" } else { "no" }.to_owned(),
        Operand::Duration(length) => format!("{} {}", length.amount, length.unit.word()),
        Operand::Instant(..) => return None,
    };
    let (class, place, said) = read::value_of(context, dim, context.fact(dim)?, &said).ok()?;
    Some(What::Becomes { dim, class, place, said })
}

/// Measured facts of which a case says exactly where they stand.
fn exact(context: &Context<'_>, condition: &Condition, known: &mut Known) {
    for test in condition.tests() {
        let (Operator::Is, [operand]) = (test.operator, test.operands.as_slice()) else { continue };
        let kind = context.program.facts.get(&test.fact).map(|fact| &fact.kind);
        if matches!(kind, Some(FactKind::Values(_) | FactKind::YesNo)) {
            continue;
        }
        if let Some(What::Becomes { dim, class, place: Some(place), .. }) =
            becomes(context, &test.fact, operand)
        {
            let classes = context.program.space.classes(dim, [class]);
            if known.left(context.program).overlaps(&context.program.space.is(dim, [class])) {
                known.set(dim, &classes, Some(place));
            }
        }
    }
}
