//! What applies to one case, and when it is due.
//!
//! In: a resolved program, and a question: facts, the instant of receipt, events with their instants, facts that change on
//! the way. Out: an [`Answer`] as plain data, with the rule, the line and the anchor behind each part of it; or a
//! [`Problem`] with the question. Examples and tests of a policy are asked in the same way, and so are calendars alone.
//!
//! A fact that was not said may have any value. As long as every value leads to the same answer it does not matter; a
//! promise that depends on it is a problem, and everything else is `null` with the facts that it depends on.
//!
//! This room judges no policy and knows no language but that of findings; the answer is put into words in `emit`.

mod amounts;
mod answer;
pub mod bulk;
mod calendars;
mod channels;
mod commitments;
mod context;
mod coverage;
mod escalations;
pub mod examples;
mod expected;
mod grants;
pub mod hours;
mod known;
mod lengths;
mod life;
mod limits;
mod look;
mod note;
mod offers;
mod problem;
mod process;
mod question;
mod read;
mod say;
mod shapes;
mod states;
mod theirs;
mod ticks;
pub mod tried;
mod working;

pub use amounts::{Worth, worth, worth_in};
pub use answer::{
    Answer, Change, Channel, Commitment, Counted, Coverage, Earlier, Entitlement, Escalation, Offer, Passed,
    Place, PolicyName, Price, Process, Reference, Release, State, Step, Timer, Undecided,
};
pub use calendars::{conditions, known_years, schedule};
pub use channels::{calendars as calendars_of, union};
pub use context::{Context, Customer, Lists};
pub use known::Known;
pub use note::{Note, Unused};
pub use offers::{Applies, applies, seconds as seconds_of_work};
pub use problem::{Missing, Problem};
pub use question::{Question, Typed};
pub use read::{area, zone};
pub use say::instant as said_instant;
pub use shapes::iso_seconds;
pub use theirs::Theirs;
pub use ticks::Ticks;

use crate::cases::Dim;
use crate::hir::{Commitment as Promising, FactKind};
use commitments::{Applied, Said, applied, commitment};
use process::Course;
use serde_json::{Map, Value, json};

/// The version of the shape of answers.
const VERSION: u32 = 1;

/// Everything that applies to a case.
pub fn answer(context: &Context<'_>, question: &Question) -> Result<Answer, Problem> {
    let program = context.program;
    let course = process::course(context, question);
    let known = course.known(question.at);
    let coverage = coverage::coverage(context, known);
    let (applied, undecided) = promises(context, &course, question, coverage.covered != Some(false))?;
    let mut commitments = Vec::new();
    for one in &applied {
        let applies = coverage.covered != Some(false);
        commitments.push(Commitment { applies, ..commitment(context, one, &course, question)? });
    }
    let policy = &program.policy;
    let entitlements = grants::entitlements(context, known, question)?;
    let prices = program.prices.values();
    Ok(Answer {
        format: "avouch/answer",
        format_version: VERSION,
        policy: PolicyName {
            id: policy.clause.name.to_string(),
            version: policy.version.as_ref().map(|version| version.original.content.to_string()),
            effective: policy.effective.map(|date| date.to_string()),
        },
        case: said(&question.known),
        changes: changes(context, question),
        received: question.received.map(|at| context.rfc(at)),
        at: question.at.map(|at| context.rfc(at)),
        timezone: Some(context.clock.zone().name().to_owned()),
        coverage,
        channels: channels::channels(context, known, question.at),
        commitments,
        undecided,
        escalations: escalations::escalations(context, question, &course, &applied),
        notes: notes(context, question, &entitlements),
        entitlements,
        prices: amounts::of_plan(context, known)
            .into_iter()
            .chain(prices.filter_map(|price| amounts::price(context, price, known)))
            .collect(),
        offers: offers::offers(context, known, question.at),
        processes: states::processes(context, &course, question.at),
        derived: derived(context, known),
    })
}

/// The promises that apply, in the order of the policy, and those that depend on facts that were left open on purpose, or that
/// need not be asked for since the case is not covered.
fn promises<'a>(
    context: &Context<'a>,
    course: &Course,
    question: &Question,
    covered: bool,
) -> Result<(Vec<Applied<'a>>, Vec<Undecided>), Problem> {
    let (mut found, mut undecided) = (Vec::new(), Vec::new());
    for said in context.program.commitments.values() {
        match applied(context, said, course, question) {
            Said::Applies(one) => found.push(*one),
            Said::Nothing => {}
            Said::Depends(facts) => {
                let open = |dim: &Dim| {
                    context.names(&[*dim]).first().is_some_and(|name| question.any.contains(name))
                };
                let asked: Vec<Dim> = facts.iter().copied().filter(|dim| !open(dim)).collect();
                if covered && !asked.is_empty() {
                    return Err(context.missing(&asked, &format!("`{}`", said.clause.name)));
                }
                undecided.push(open_for(context, said, &facts, false));
            }
            Said::Waits(facts) => undecided.push(open_for(context, said, &facts, true)),
        }
    }
    Ok((found, undecided))
}

/// A commitment of which nothing can be said, since these facts decide.
fn open_for(context: &Context<'_>, said: &Promising, facts: &[Dim], unfilled: bool) -> Undecided {
    Undecided {
        id: said.clause.name.to_string(),
        depends_on: context.names(facts),
        unfilled,
        anchor: said.clause.anchor.to_string(),
    }
}

/// The facts that were said, each with its value or those that are left.
fn said(known: &Known) -> Map<String, Value> {
    let value = |values: &Vec<String>| match values.as_slice() {
        [one] => json!(one),
        several => json!(several),
    };
    known.said().iter().map(|(fact, values)| (fact.clone(), value(values))).collect()
}

/// The facts that got another value on the way.
fn changes(context: &Context<'_>, question: &Question) -> Vec<Change> {
    let changed = |happening: &question::Happening| match &happening.what {
        question::What::Event(_) => None,
        question::What::Becomes { dim, said, .. } => Some(Change {
            fact: context.fact(*dim)?.clause.name.to_string(),
            value: said.clone(),
            at: context.rfc(happening.at),
        }),
    };
    question.happenings.iter().filter_map(changed).collect()
}

/// Facts that follow from what was said.
fn derived(context: &Context<'_>, known: &Known) -> Map<String, Value> {
    let program = context.program;
    let left = known.left(program);
    let mut found: Map<String, Value> =
        known.derived().iter().map(|(fact, value)| (fact.clone(), json!(value))).collect();
    for (dim, fact) in program.space.dims().zip(program.facts.values()) {
        let name = fact.clause.name.as_str();
        if known.said().contains_key(name) || fact.derived.is_none() {
            continue;
        }
        let mut classes =
            (0..program.space.size(dim)).filter(|class| left.overlaps(&program.space.is(dim, [*class])));
        if let (Some(class), None) = (classes.next(), classes.next())
            && let Some(label) = program.space.label(dim, class)
        {
            let value = match &fact.kind {
                FactKind::Values(_) | FactKind::YesNo => json!(label.as_str()),
                FactKind::Date(_) | FactKind::Number(_) | FactKind::Duration(_) => continue,
            };
            found.insert(name.to_owned(), value);
        }
    }
    found
}

/// Whether something that happened starts the clock of a commitment, as the receipt does for most.
fn starts_a_clock(context: &Context<'_>, question: &Question) -> bool {
    let starts = |event: &crate::value::Name| {
        context.program.commitments.values().any(|commitment| commitment.from.as_ref() == Some(event))
    };
    question
        .happenings
        .iter()
        .any(|happening| matches!(&happening.what, question::What::Event(event) if starts(event)))
}

/// What the reader should know about the answer.
fn notes(context: &Context<'_>, question: &Question, entitlements: &[Entitlement]) -> Vec<Note> {
    let mut notes = question.notes.clone();
    for used in &question.used {
        let of = entitlements.iter().find(|of| used.of == *of.id.as_str());
        notes.extend(grants::nothing_left(of).map(|why| Note::Unused(used.of.to_string(), why)));
    }
    let zone = || context.clock.zone().name().to_owned();
    let calendars = || context.program.calendars.values();
    if question.received.is_none() && !starts_a_clock(context, question) {
        notes.push(Note::NoClock);
    }
    if context.program.policy.zone.is_none() {
        notes.push(Note::NoZone(zone()));
    }
    if context.customer.is_none() && calendars().any(|calendar| calendar.zone_of_customer) {
        notes.push(Note::NoCustomer(zone()));
    }
    let holidays = |calendar: &crate::hir::Calendar| {
        matches!(calendar.holidays, Some(crate::hir::Holidays::OfCustomer(_)))
    };
    if context.area.is_none() && calendars().any(holidays) {
        notes.push(Note::NoHolidays);
    }
    // What follows from these stands in many places of an answer, and none of them says that it may be otherwise.
    let program = context.program;
    let hours = calendars().map(|calendar| &calendar.clause);
    let steps = program.escalations.values().map(|escalation| &escalation.clause);
    let courses = program.processes.values().filter(|process| process.waits()).map(|process| &process.clause);
    let waiting = hours.chain(steps).filter(|clause| clause.unfilled).chain(courses);
    notes.extend(waiting.map(|clause| Note::Waits(clause.name.to_string())));
    notes
}
