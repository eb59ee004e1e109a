//! Processes, prices, availability, changes, people, questions and catalogues.

use super::super::RulesError;
use super::amount::{amount, priced};
use super::calendar::line;
use super::clause::{clause, references};
use super::commitment::claimed;
use super::context::Context;
use super::rules::{rules, some_rules};
use super::value::{decimal, maybe, maybe_stated, stated, unit};
use crate::emit::rules::types as out;
use crate::hir;
use crate::value::{Amount, Decimal, Name, Unit};

/// The processes that the audience sees.
pub fn processes(cx: &Context<'_>) -> Result<Vec<out::Process>, RulesError> {
    cx.each(
        cx.program.processes.values(),
        |process| &process.clause,
        |said| {
            Ok(out::Process {
                clause: clause(cx, &said.clause)?,
                states: cx.each(&said.states, |state| &state.clause, |state| clause(cx, &state.clause))?,
                checks: cx.each(
                    &said.checks,
                    |check| &check.clause,
                    |check| {
                        Ok(out::Check {
                            clause: clause(cx, &check.clause)?,
                            by: check.by.as_ref().and_then(|by| cx.name(&["role", "party"], by)),
                            otherwise: check.otherwise.as_ref().and_then(|state| cx.name(&["state"], state)),
                        })
                    },
                )?,
                transitions: cx.each(&said.transitions, |way| &way.clause, |way| transition(cx, way))?,
                sendings: cx.each(
                    &said.sendings,
                    |sending| &sending.clause,
                    |sending| {
                        Ok(out::Sending {
                            state: sending.state.to_string(),
                            what: cx.texts(&sending.text),
                            after: maybe_stated(cx, sending.after.as_ref()),
                            usually: sending.usually.then_some(out::True),
                            clause: clause(cx, &sending.clause)?,
                        })
                    },
                )?,
            })
        },
    )
}

fn transition(cx: &Context<'_>, way: &hir::Transition) -> Result<out::Transition, RulesError> {
    Ok(out::Transition {
        from: way.from.to_string(),
        to: way.to.to_string(),
        on: way.on.as_ref().and_then(|event| cx.name(&["event", "state"], event)),
        after: maybe_stated(cx, way.after.as_ref()),
        within: maybe_stated(cx, way.within.as_ref()),
        clause: clause(cx, &way.clause)?,
    })
}

/// The order of work, if the audience sees it.
pub fn queue(cx: &Context<'_>) -> Result<Option<out::Queue>, RulesError> {
    let queues = cx.each(
        &cx.program.queue,
        |queue| &queue.clause,
        |said| {
            let order = |order: &hir::Order| out::Order {
                facts: cx.names(&["fact"], &order.facts),
                except: order.except.as_ref().map(|text| cx.texts(text)),
                usually: order.usually.then_some(out::True),
            };
            Ok(out::Queue {
                clause: clause(cx, &said.clause)?,
                rules: rules(cx, &said.orders, said.clause.when.as_ref(), hir::Order::same_as, order)?,
            })
        },
    )?;
    Ok(queues.into_iter().next())
}

/// The prices that the audience sees.
pub fn prices(cx: &Context<'_>) -> Result<Vec<out::Price>, RulesError> {
    cx.each(
        cx.program.prices.values(),
        |price| &price.clause,
        |said| {
            let only = said.clause.when.as_ref();
            Ok(out::Price {
                clause: clause(cx, &said.clause)?,
                rules: rules(cx, &said.rules, only, Amount::same_as, priced)?,
            })
        },
    )
}

/// The maintenances that the audience sees.
pub fn maintenances(cx: &Context<'_>) -> Result<Vec<out::Maintenance>, RulesError> {
    cx.each(
        cx.program.maintenances.values(),
        |maintenance| &maintenance.clause,
        |said| {
            let zone = said.zone.as_ref().or(cx.program.policy.zone.as_ref());
            Ok(out::Maintenance {
                clause: clause(cx, &said.clause)?,
                zone: zone.map(ToString::to_string),
                lines: cx.each(
                    &said.lines,
                    |line| &line.clause,
                    |said| {
                        Ok(out::MaintenanceLine {
                            line: line(cx, &said.line),
                            clause: clause(cx, &said.clause)?,
                        })
                    },
                )?,
                outside: cx.each(
                    &said.outside,
                    |kept| &kept.clause,
                    |kept| {
                        Ok(out::KeptOut {
                            calendars: cx.names(&["calendar"], &kept.calendars),
                            where_possible: kept.where_possible,
                            clause: clause(cx, &kept.clause)?,
                        })
                    },
                )?,
                notices: notices(cx, &said.notices, said.clause.when.as_ref())?,
            })
        },
    )
}

/// How long ahead customers are told.
pub fn notices(
    cx: &Context<'_>,
    set: &hir::RuleSet<hir::Notice>,
    only: Option<&hir::Cond>,
) -> Result<Option<out::Rules<out::Notice>>, RulesError> {
    some_rules(
        cx,
        set,
        only,
        |one, two| one == two,
        |notice| match notice {
            hir::Notice::Ahead(duration, via) => {
                out::Notice::Ahead { ahead: stated(cx, duration), via: cx.names(&["channel"], via) }
            }
            hir::Notice::None => out::Notice::None { none: out::True },
        },
    )
}

/// The availability promises that the audience sees.
pub fn availabilities(cx: &Context<'_>) -> Result<Vec<out::Availability>, RulesError> {
    let share = |(percent, period, outside): &(Decimal, Unit, Vec<Name>)| out::Share {
        percent: decimal(*percent),
        period: unit(*period),
        outside: cx.names(&["calendar", "maintenance"], outside),
    };
    cx.each(
        cx.program.availabilities.values(),
        |availability| &availability.clause,
        |said| {
            let only = said.clause.when.as_ref();
            let credits = said.credits.iter().map(|(below, credit, id, span)| out::AvailabilityCredit {
                id: id.clone(),
                below: decimal(*below),
                amount: amount(credit),
                source: cx.source(*span),
            });
            Ok(out::Availability {
                clause: clause(cx, &said.clause)?,
                rules: rules(cx, &said.shares, only, |one, two| one == two, share)?,
                credits: credits.collect(),
                claimed_within: said.claimed.as_ref().map(|claim| claimed(cx, claim)),
            })
        },
    )
}

/// How the policy changes, if the audience sees it.
pub fn changes(cx: &Context<'_>) -> Result<Option<out::Changes>, RulesError> {
    let changes = cx.each(
        &cx.program.changes,
        |changes| &changes.clause,
        |said| {
            Ok(out::Changes {
                clause: clause(cx, &said.clause)?,
                notices: notices(cx, &said.notices, said.clause.when.as_ref())?,
                review_every: maybe(cx, said.review.as_ref()),
                open_requests_keep_version: said.keep_version,
            })
        },
    )?;
    Ok(changes.into_iter().next())
}

/// The roles that the audience sees.
pub fn roles(cx: &Context<'_>) -> Result<Vec<out::Person>, RulesError> {
    cx.each(
        cx.program.roles.values(),
        |role| &role.clause,
        |said| {
            Ok(out::Person {
                clause: clause(cx, &said.clause)?,
                third_party: None,
                addresses: said.addresses.iter().map(|text| cx.texts(text)).collect(),
            })
        },
    )
}

/// The parties that the audience sees.
pub fn parties(cx: &Context<'_>) -> Result<Vec<out::Person>, RulesError> {
    cx.each(
        cx.program.parties.values(),
        |party| &party.clause,
        |said| {
            Ok(out::Person {
                clause: clause(cx, &said.clause)?,
                third_party: said.third.then_some(out::True),
                addresses: said.addresses.iter().map(|text| cx.texts(text)).collect(),
            })
        },
    )
}

/// The documents that the audience sees.
pub fn documents(cx: &Context<'_>) -> Result<Vec<out::PolicyDocument>, RulesError> {
    cx.each(
        cx.program.documents.values(),
        |document| &document.clause,
        |said| {
            Ok(out::PolicyDocument {
                clause: clause(cx, &said.clause)?,
                addresses: said.addresses.iter().map(|text| cx.texts(text)).collect(),
                precedence: said.precedence.map(|precedence| match precedence {
                    hir::Precedence::Prevails => out::Precedence::Document,
                    hir::Precedence::Yields => out::Precedence::Policy,
                }),
            })
        },
    )
}

/// The questions that the audience sees.
pub fn questions(cx: &Context<'_>) -> Result<Vec<out::Question>, RulesError> {
    cx.each(
        cx.program.questions.values(),
        |question| &question.clause,
        |said| {
            Ok(out::Question {
                clause: clause(cx, &said.clause)?,
                about: references(cx, &said.about),
                answers: cx.notes(&said.answers),
            })
        },
    )
}

/// The catalogues that the audience sees.
pub fn catalogues(cx: &Context<'_>) -> Result<Vec<out::Catalogue>, RulesError> {
    cx.each(
        cx.program.catalogues.values(),
        |catalogue| &catalogue.clause,
        |said| {
            Ok(out::Catalogue {
                clause: clause(cx, &said.clause)?,
                groups: cx.each(
                    &said.groups,
                    |group| &group.clause,
                    |group| {
                        Ok(out::Group {
                            clause: clause(cx, &group.clause)?,
                            lists: cx.names(&["document"], &group.lists),
                            holds: group.holds,
                        })
                    },
                )?,
            })
        },
    )
}
