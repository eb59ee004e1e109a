//! Escalations: who is told when a promise is about to be missed, and whom a customer can turn to.
//!
//! In: an `escalation` declaration. Out: its steps and who can ask for it, with every name looked up.

use super::context::Context;
use super::values::PEOPLE;
use crate::diagnostic::registry;
use crate::hir::{Clause, Escalation, Moment, Rung};
use crate::syntax::ast::{self, Decl, Statement};
use crate::value::{Decimal, Name};

/// An escalation.
pub fn escalation<'a>(context: &mut Context<'a>, decl: &'a Decl<ast::Escalation>) -> Option<Escalation> {
    let name = decl.name.clone()?;
    let clause = context.declaration(decl);
    let mut escalation = Escalation { clause, rungs: Vec::new(), raised: Vec::new() };
    let mut number = 0;
    let mut begun = false;
    for statement in decl.body.own() {
        context.inside(statement.audience.as_ref(), |context| {
            line(context, &name, statement, &mut escalation, &mut number, &mut begun);
        });
    }
    Some(escalation)
}

fn line<'a>(
    context: &mut Context<'a>,
    name: &Name,
    statement: &'a Statement<ast::Escalation>,
    escalation: &mut Escalation,
    number: &mut usize,
    begun: &mut bool,
) {
    let Some(kind) = &statement.kind else { return };
    let rung = match kind {
        ast::Escalation::At { share, commitment, role } => {
            let share = context.share(share.0.value, share.0.span);
            let commitment = context.name(&["commitment"], commitment);
            let people = context.names(&PEOPLE, role);
            share.zip(commitment).map(|(share, commitment)| (Moment::Share(share, commitment), people))
        }
        ast::Escalation::Breach { commitment, role } => {
            let people = context.names(&PEOPLE, role);
            let commitment = context.name(&["commitment"], commitment);
            commitment.map(|commitment| (Moment::Share(Decimal::whole(100), commitment), people))
        }
        ast::Escalation::Offset { offset, side, commitment, role } => {
            let good = context.duration(offset);
            let people = context.names(&PEOPLE, role);
            let commitment = context.name(&["commitment"], commitment);
            commitment.filter(|_| good).map(|commitment| {
                let moment = if side.value == "before" {
                    Moment::Before(offset.clone(), commitment)
                } else {
                    Moment::After(offset.clone(), commitment)
                };
                (moment, people)
            })
        }
        ast::Escalation::Raised { party, channel } => {
            let party = context.name(&PEOPLE, party);
            let channels = context.names(&["channel"], channel);
            if let (Some(party), Some(clause)) = (party, clause(context, name, statement, number)) {
                escalation.raised.push((party, channels, clause));
            }
            return;
        }
        ast::Escalation::Step { order, role, answers } => {
            let good = answers.as_ref().is_none_or(|answers| context.duration(answers));
            let first = order.value == "to";
            if !first && !*begun {
                context.error(
                    &registry::OUT_OF_RANGE,
                    order.span,
                    "the first step of an escalation begins with `to`",
                    "then, after what?",
                );
            }
            *begun = true;
            let role = context.name(&PEOPLE, role);
            role.filter(|_| good).map(|role| (Moment::Turn(answers.clone()), vec![role]))
        }
    };
    let clause = clause(context, name, statement, number);
    if let (Some((moment, people)), Some(clause)) = (rung, clause)
        && !people.is_empty()
    {
        escalation.rungs.push(Rung { moment, people, clause, span: statement.span });
    }
}

fn clause<'a>(
    context: &mut Context<'a>,
    name: &Name,
    statement: &'a Statement<ast::Escalation>,
    number: &mut usize,
) -> Option<Clause> {
    let own = statement.name.clone().unwrap_or_else(|| {
        *number += 1;
        Name::new(number.to_string(), statement.span)
    });
    let path = context.path(format!("{name}/{own}"));
    context.statement("rule", own, &path, statement)
}
