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
mod life;
mod look;
mod offers;
mod problem;
mod process;
mod question;
mod read;
mod say;
mod shapes;
mod states;
mod ticks;
pub mod tried;
mod working;

pub use amounts::{Worth, worth_in};
pub use answer::{
    Answer, Channel, Commitment, Counted, Coverage, Entitlement, Escalation, Offer, Passed, Place,
    PolicyName, Price, Process, Reference, State, Step, Timer,
};
pub use calendars::schedule;
pub use context::{Context, Customer, Lists};
pub use problem::{Missing, Problem};
pub use question::{Question, Typed};
pub use read::{area, zone};
pub use shapes::iso_seconds;
pub use ticks::Ticks;

use crate::hir::FactKind;
use commitments::{Applied, Said, applied, commitment};
use known::Known;
use process::Course;
use serde_json::{Map, Value, json};

/// The version of the shape of answers.
const VERSION: u32 = 1;

/// Everything that applies to a case.
pub fn answer(context: &Context<'_>, question: &Question) -> Result<Answer, Problem> {
    let program = context.program;
    let course = process::course(context, question);
    let known = course.known(question.at);
    let cases = known.left(program);
    let applied = promises(context, &course, question)?;
    let mut commitments = Vec::new();
    for one in &applied {
        commitments.push(commitment(context, one, &course, question)?);
    }
    let policy = &program.policy;
    let entitlements = program.entitlements.values();
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
        received: question.received.map(|at| context.rfc(at)),
        at: question.at.map(|at| context.rfc(at)),
        timezone: Some(context.clock.zone().name().to_owned()),
        coverage: coverage::coverage(context, &cases),
        channels: channels::channels(context, known, question.at),
        commitments,
        escalations: escalations::escalations(context, question, &course, &applied),
        entitlements: entitlements.filter_map(|of| grants::entitlement(context, of, known)).collect(),
        prices: amounts::of_plan(context, known)
            .into_iter()
            .chain(prices.filter_map(|price| amounts::price(context, price, known)))
            .collect(),
        offers: offers::offers(context, known, question.at),
        processes: states::processes(context, &course, question.at),
        derived: derived(context, known),
        notes: notes(context, question),
    })
}

/// The promises that apply, in the order of the policy.
fn promises<'a>(
    context: &Context<'a>,
    course: &Course,
    question: &Question,
) -> Result<Vec<Applied<'a>>, Problem> {
    let mut found = Vec::new();
    for said in context.program.commitments.values() {
        match applied(context, said, course, question) {
            Said::Applies(one) => found.push(*one),
            Said::Nothing => {}
            Said::Depends(facts) => {
                return Err(context.missing(&facts, &format!("`{}`", said.clause.name)));
            }
        }
    }
    Ok(found)
}

/// The facts that were said, each with its value or those that are left.
fn said(known: &Known) -> Map<String, Value> {
    let value = |values: &Vec<String>| match values.as_slice() {
        [one] => json!(one),
        several => json!(several),
    };
    known.said().iter().map(|(fact, values)| (fact.clone(), value(values))).collect()
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

/// What the reader should know about the answer.
fn notes(context: &Context<'_>, question: &Question) -> Vec<String> {
    let mut notes = question.notes.clone();
    if question.received.is_none() {
        notes.push("no time of receipt was given, so no clock runs".to_owned());
    }
    if context.program.policy.zone.is_none() {
        notes.push(format!(
            "the policy names no time zone; times are those of {}",
            context.clock.zone().name()
        ));
    }
    let of_customer = |calendar: &crate::hir::Calendar| calendar.zone_of_customer;
    if context.customer.is_none() && context.program.calendars.values().any(of_customer) {
        notes.push(format!(
            "the zone of the customer was not given, and {} is taken for it",
            context.clock.zone().name()
        ));
    }
    let holidays = |calendar: &crate::hir::Calendar| {
        matches!(calendar.holidays, Some(crate::hir::Holidays::OfCustomer(_)))
    };
    if context.area.is_none() && context.program.calendars.values().any(holidays) {
        notes.push("the holidays of the customer were not given, and none are taken off".to_owned());
    }
    notes
}
