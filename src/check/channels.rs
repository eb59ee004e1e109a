//! Channels: where they are, when they are open, and for whom.
//!
//! In: a `channel` declaration and the lines that tables give it. Out: the channel, with its cases cut by which lines
//! count where. Lines of hours add up, so there is nothing to win and no exception.

use super::composed::days_in_place_of_calendars;
use super::context::Context;
use super::tables::TableRules;
use super::values::PEOPLE;
use crate::cases::{self, CaseSet};
use crate::diagnostic::registry;
use crate::hir::{Channel, ChannelHours, Clause, Cond, Effect, Opening, SetLine};
use crate::source::Span;
use crate::syntax::ast::{self, Decl, Statement};
use crate::value::Name;

/// A channel.
pub fn channel<'a>(
    context: &mut Context<'a>,
    decl: &'a Decl<ast::Channel>,
    tables: &mut TableRules,
) -> Option<Channel> {
    let name = decl.name.clone()?;
    let clause = context.declaration(decl);
    let mut channel = Channel {
        clause,
        addresses: Vec::new(),
        hours: ChannelHours {
            lines: tables.openings.remove(&name).unwrap_or_default(),
            regions: Vec::new(),
            waiting: tables.unopened.remove(&name).unwrap_or_else(CaseSet::nothing),
        },
        after: Vec::new(),
        alternatives: Vec::new(),
        self_service: false,
    };
    let mut service: Option<Span> = None;
    let mut number = 0;
    for statement in decl.body.own() {
        context.inside(statement.audience.as_ref(), |context| {
            line(context, &name, statement, &mut channel, &mut service, &mut number);
        });
    }
    if decl.body.waits_for_domain().is_some() {
        channel.hours.waiting = CaseSet::everything();
    }
    channel.hours.lines.sort_by_key(|line| line.span);
    let domain = channel.clause.when.as_ref().map_or_else(CaseSet::everything, |cond| cond.cases.clone());
    let sets: Vec<CaseSet> = channel.hours.lines.iter().map(|line| line.when.cases.clone()).collect();
    let parts = cases::partition(&context.space, &domain, &sets);
    if let Some(parts) = context.decided(parts, name.span) {
        channel.hours.regions = parts.into_iter().map(|part| (part.cases, part.sets)).collect();
    }
    Some(channel)
}

fn line<'a>(
    context: &mut Context<'a>,
    name: &Name,
    statement: &'a Statement<ast::Channel>,
    channel: &mut Channel,
    service: &mut Option<Span>,
    number: &mut usize,
) {
    let Some(kind) = &statement.kind else {
        if matches!(statement.tag, "open" | "open-decided") {
            let when = if statement.waits { Ok(None) } else { context.when(statement.when.as_deref()) };
            let cases = when.ok().flatten().map_or_else(CaseSet::everything, |when| when.cases);
            channel.hours.waiting = channel.hours.waiting.or(&cases);
        }
        return;
    };
    match kind {
        ast::Channel::Address { text } => {
            if let Ok(when) = context.limited(statement, "an address") {
                channel.addresses.push((text.clone(), when));
            }
        }
        ast::Channel::Open { calendar } => {
            let nobody = |name: &Name| context.symbols().named(name.as_str()).is_empty();
            let days =
                calendar.iter().all(nobody).then(|| days_in_place_of_calendars(Effect::Open, calendar));
            if let Some(finding) = days.flatten() {
                let help =
                    "declare a `calendar` with these days and their hours, and name it here, as `open desk`";
                context.report(finding.label("hours belong to a calendar").help(help));
                return;
            }
            let calendars = context.names(&["calendar"], calendar);
            let clause = open(context, name, statement, number);
            if let (false, Some(clause)) = (calendars.is_empty(), clause) {
                let when = clause.when.clone().unwrap_or_else(Cond::always);
                let span = statement.span;
                channel.hours.lines.push(SetLine {
                    value: Opening::Calendars(calendars),
                    clause,
                    when,
                    span,
                });
            }
        }
        ast::Channel::OpenDecided { party } => {
            let party = context.name(&PEOPLE, party);
            let clause = open(context, name, statement, number);
            if let (Some(party), Some(clause)) = (party, clause) {
                let when = clause.when.clone().unwrap_or_else(Cond::always);
                let span = statement.span;
                channel.hours.lines.push(SetLine { value: Opening::AsDecided(party), clause, when, span });
            }
        }
        ast::Channel::After { channel: before } => {
            let names = others(context, name, before);
            if let Ok(when) = context.limited(statement, "what comes before a channel") {
                channel.after.extend(names.into_iter().map(|name| (name, when.clone())));
            }
        }
        ast::Channel::Alternative { channel: other } => {
            let names = others(context, name, other);
            if let Ok(when) = context.limited(statement, "another way") {
                channel.alternatives.extend(names.into_iter().map(|name| (name, when.clone())));
            }
        }
        ast::Channel::SelfService {} => {
            context.bare(statement, "`self-service`");
            let mut slot = None;
            context.once(&mut slot, (), service, statement.span, "`self-service`");
            channel.self_service = true;
        }
    }
}

/// The clause of an opening, with its own readers, which the caller is inside of already.
fn open<'a>(
    context: &mut Context<'a>,
    name: &Name,
    statement: &'a Statement<ast::Channel>,
    number: &mut usize,
) -> Option<Clause> {
    let own = statement.name.clone().unwrap_or_else(|| {
        *number += 1;
        Name::new(number.to_string(), statement.span)
    });
    let path = [name.as_str(), "-open-", own.as_str()].concat();
    context.statement("rule", own, &path, statement)
}

fn others(context: &mut Context<'_>, name: &Name, channels: &[Name]) -> Vec<Name> {
    let mut found = context.names(&["channel"], channels);
    if let Some(itself) = channels.iter().find(|channel| *channel == name) {
        context.error(
            &registry::OUT_OF_RANGE,
            itself.span,
            format!("the channel `{name}` names itself"),
            "another channel belongs here",
        );
        found.retain(|channel| channel != name);
    }
    found
}
