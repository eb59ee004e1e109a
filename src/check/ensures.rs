//! What must hold for all cases, with every name looked up. Whether it does is proved elsewhere.

use super::clause::both;
use super::context::Context;
use super::values::PEOPLE;
use crate::diagnostic::registry;
use crate::hir::{Ensure, EnsureForm};
use crate::syntax::ast::{self, Decl};
use crate::value::{Clock, Name};

/// An `ensure`.
pub fn ensure<'a>(context: &mut Context<'a>, decl: &'a Decl<ast::Ensure>) -> Ensure {
    let mut clause = context.declaration(decl);
    if let Some(title) = &decl.title {
        clause.name = Name::new(title.original.content.as_str(), title.span);
    }
    let domain = clause.when.clone();
    let mut ensure = Ensure { clause, sentences: Vec::new() };
    for statement in decl.body.own() {
        let form = statement.kind.as_ref().and_then(|kind| form(context, kind));
        let when = context.when(statement.when.as_ref());
        if let (Some(form), Ok(when)) = (form, when) {
            ensure.sentences.push((form, both(domain.clone(), when), statement.span));
        }
    }
    ensure
}

fn form(context: &mut Context<'_>, kind: &ast::Ensure) -> Option<EnsureForm> {
    let commitment = &["commitment"];
    let calendar = &["calendar"];
    Some(match kind {
        ast::Ensure::SlowerPlan { commitment: name } => {
            EnsureForm::NeverSlowerOnHigherPlan(context.name(commitment, name)?)
        }
        ast::Ensure::SlowerSeverity { commitment: name } => {
            EnsureForm::NeverSlowerOnGraverSeverity(context.name(commitment, name)?)
        }
        ast::Ensure::LessPlan { entitlement } => {
            EnsureForm::NeverLessOnHigherPlan(context.name(&["entitlement"], entitlement)?)
        }
        ast::Ensure::Within { commitment: name, duration } => {
            let name = context.name(commitment, name);
            if !matches!(duration.clock, Clock::Elapsed) {
                context.error(
                    &registry::WRONG_TYPE,
                    duration.span,
                    "what holds at worst is said in elapsed time",
                    "time on a calendar",
                );
                return None;
            }
            let good = context.duration(duration);
            EnsureForm::Within(name.filter(|_| good)?, duration.clone())
        }
        ast::Ensure::DueBefore { commitment: name, other } => {
            let name = context.name(commitment, name);
            let other = context.name(commitment, other);
            EnsureForm::DueBefore(name?, other?)
        }
        ast::Ensure::DueWhile { commitment: name, calendar: when } => {
            let name = context.name(commitment, name);
            let when = context.name(calendar, when);
            EnsureForm::DueWhileOpen(name?, when?)
        }
        ast::Ensure::EveryCase { commitment: name } => {
            EnsureForm::EveryCoveredCaseHas(context.name(commitment, name)?)
        }
        ast::Ensure::SomeChannel {} => EnsureForm::SomeChannelOpen,
        ast::Ensure::Overlaps { calendar: name, other } => {
            let name = context.name(calendar, name);
            let other = context.name(calendar, other);
            EnsureForm::NeverOverlaps(name?, other?)
        }
        ast::Ensure::Notifies { escalation, role, commitment: name } => {
            let escalation = context.name(&["escalation"], escalation);
            let people = context.names(&PEOPLE, role);
            let name = context.name(commitment, name);
            let whole = people.len() == role.len();
            EnsureForm::NotifiesBeforeBreach(escalation.filter(|_| whole)?, people, name?)
        }
    })
}
