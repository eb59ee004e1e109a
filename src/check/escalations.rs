//! Escalations: who is told when a promise is about to be missed, and whom a customer can turn to.
//!
//! In: an `escalation` declaration. Out: its steps in the order of the file, with the commitments and the people that
//! they name looked up. Whether a step can ever come is found out by others.

use super::commitments::{EVENTS, title};
use super::context::Context;
use super::values::PEOPLE;
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::{Clause, Cond, Escalation, Moment, Rung};
use crate::source::{Span, Spanned};
use crate::syntax::ast::{self, Decl, Statement, Word};
use crate::value::{Decimal, Duration, Name, Promise};

/// The steps of the kind that a customer asks for, as far as they were read.
#[derive(Default)]
struct Turns {
    /// The `to` lines before the first `then`, with their conditions.
    first: Vec<(Option<Cond>, Span)>,
    /// Whether there was a `then`.
    later: bool,
    /// Whether a step is not filled in, so that it is not known how it begins.
    unread: bool,
}

/// An escalation.
pub fn escalation<'a>(context: &mut Context<'a>, decl: &'a Decl<ast::Escalation>) -> Option<Escalation> {
    let name = decl.name.clone()?;
    let clause = context.declaration(decl);
    let waits = decl.body.waits_for_domain().is_some();
    let mut escalation = Escalation { clause, waits, rungs: Vec::new(), raised: Vec::new() };
    let mut turns = Turns::default();
    let mut number = 0;
    for statement in decl.body.own() {
        context.inside(statement.audience.as_ref(), |context| {
            line(context, &name, statement, &mut escalation, &mut turns, &mut number);
        });
    }
    if escalation.rungs.is_empty() && decl.body.own().next().is_none() {
        let finding = Diagnostic::new(
            &registry::EMPTY_ESCALATION,
            name.span,
            format!("the escalation {} leads to nobody", title(decl.title.as_deref(), &name)),
        )
        .label("no step")
        .help("say who is told, `on breach of … notify …`, or who can be asked, `to …`");
        context.report(finding);
    }
    Some(escalation)
}

fn line<'a>(
    context: &mut Context<'a>,
    owner: &Name,
    statement: &'a Statement<ast::Escalation>,
    escalation: &mut Escalation,
    turns: &mut Turns,
    number: &mut usize,
) {
    let Some(kind) = &statement.kind else {
        turns.unread |= statement.tag == "step";
        return;
    };
    match kind {
        ast::Escalation::Event { event, role } => {
            let moment = context.name(&EVENTS, event).map(Moment::Event);
            rung(context, owner, statement, moment, role, escalation, number);
        }
        ast::Escalation::At { share, commitment, role } => {
            let share = context.share(share.0.value, share.0.span);
            let commitment = context.name(&["commitment"], commitment);
            let moment = share.zip(commitment).map(|(share, commitment)| Moment::Share(share, commitment));
            rung(context, owner, statement, moment, role, escalation, number);
        }
        ast::Escalation::Breach { commitment, role } => {
            let commitment = context.name(&["commitment"], commitment);
            let moment = commitment.map(|commitment| Moment::Share(Decimal::whole(100), commitment));
            rung(context, owner, statement, moment, role, escalation, number);
        }
        ast::Escalation::Offset { offset, side, commitment, role } => {
            let good = context.duration(offset);
            let commitment = context.name(&["commitment"], commitment).filter(|_| good);
            let moment = commitment.map(|commitment| match side.value.as_str() {
                "before" => Moment::Before(offset.clone(), commitment),
                _ => Moment::After(offset.clone(), commitment),
            });
            rung(context, owner, statement, moment, role, escalation, number);
        }
        ast::Escalation::Again { every, commitment, role, times } => {
            // As of a line that says nothing yet, readers hear that something is to come.
            if every.value == Promise::Unfilled && statement.audience.is_none() {
                escalation.clause.unfilled = true;
            }
            let every = rhythm(context, owner, every);
            let most = times.map(|times| context.whole(times, 2));
            let commitment = context.name(&["commitment"], commitment);
            let moment = match (every, commitment, most) {
                (Some(every), Some(commitment), None) => Some(Moment::Again(every, commitment, None)),
                (Some(every), Some(commitment), Some(Some(most))) => {
                    Some(Moment::Again(every, commitment, Some(most)))
                }
                _ => None,
            };
            rung(context, owner, statement, moment, role, escalation, number);
        }
        ast::Escalation::Raised { party, channel } => {
            let party = context.name(&PEOPLE, party);
            let channels = context.names(&["channel"], channel);
            let clause = clause(context, owner, statement, number);
            if let (Some(party), Some(clause)) = (party, clause) {
                escalation.raised.push((party, channels, clause));
            }
        }
        ast::Escalation::Step { order, role, answers } => {
            let good = answers.as_ref().is_none_or(|answers| context.stated(answers));
            let moment = good.then(|| Moment::Turn(answers.clone()));
            let when = rung(context, owner, statement, moment, role, escalation, number);
            turn(context, order, when, turns);
        }
    }
}

/// How far apart a step comes again; one that is not known yet is reported where it stands.
fn rhythm(context: &mut Context<'_>, owner: &Name, every: &Spanned<Promise>) -> Option<Duration> {
    let good = context.promise(&every.value, every.span, owner.as_str()).is_some();
    every.value.length().filter(|_| good).cloned()
}

/// Adds a step if all of it is right; gives the condition of the line.
fn rung<'a>(
    context: &mut Context<'a>,
    owner: &Name,
    statement: &'a Statement<ast::Escalation>,
    moment: Option<Moment>,
    people: &[Name],
    escalation: &mut Escalation,
    number: &mut usize,
) -> Option<Cond> {
    let found = context.names(&PEOPLE, people);
    let clause = clause(context, owner, statement, number)?;
    let when = clause.when.clone();
    if let (Some(moment), false) = (moment, found.is_empty()) {
        escalation.rungs.push(Rung { moment, people: found, clause, span: statement.span });
    }
    when
}

/// The clause of a line, whose path can be named by an example.
fn clause<'a>(
    context: &mut Context<'a>,
    owner: &Name,
    statement: &'a Statement<ast::Escalation>,
    number: &mut usize,
) -> Option<Clause> {
    context.line(owner.as_str(), statement, number, ()).map(|rule| rule.clause)
}

/// The first step is begun with `to`, every later one with `then`; several first steps are for different cases.
fn turn(context: &mut Context<'_>, order: &Word, when: Option<Cond>, turns: &mut Turns) {
    if order.value == "then" {
        if turns.first.is_empty() && !turns.later && !turns.unread {
            misplaced(context, order, "to", "the first step begins with `to`", None);
        }
        turns.later = true;
        return;
    }
    let before = turns.first.iter().find(|(other, _)| {
        let cases = |cond: &Option<Cond>| cond.clone().unwrap_or_else(Cond::always).cases;
        cases(other).and(&cases(&when)).overlaps(context.space.possible())
    });
    let before = before.map(|(_, span)| *span);
    if turns.later || before.is_some() {
        misplaced(context, order, "then", "a step after the first begins with `then`", before);
    }
    turns.first.push((when, order.span));
}

fn misplaced(context: &mut Context<'_>, order: &Word, right: &str, message: &str, first: Option<Span>) {
    let title = format!("change it to `{right}`");
    let mut finding = Diagnostic::new(&registry::MISPLACED_STEP, order.span, message)
        .label(format!("`{right}`"))
        .help(title.clone());
    if let Some(first) = first {
        finding =
            finding.related(first, "the first step for these cases").fix(title, false, order.span, right);
    }
    context.report(finding);
}

#[cfg(test)]
mod tests {
    use crate::check::trial::BASE;
    use crate::check::trial::codes;

    fn found(lines: &str) -> Vec<String> {
        codes(&format!(
            "{BASE}commitment answer \"Answer\" {{ from received; until responded; within 4 hours }}\n\
             escalation path \"Path\" {{\n{lines}\n}}\n"
        ))
    }

    #[test]
    fn steps_on_the_clock_of_a_commitment_are_right() {
        let lines = "at 50% of answer notify lead\non breach of answer notify lead, boss\n\
                     1 hour after breach of answer notify boss";
        assert_eq!(found(lines), Vec::<String>::new());
    }

    #[test]
    fn a_step_may_come_as_soon_as_something_happens() {
        assert_eq!(found("on received notify lead\non severity changed notify boss"), Vec::<String>::new());
        assert_eq!(found("on recieved notify lead"), ["unknown-name recieved"]);
    }

    #[test]
    fn a_step_in_turn_may_name_several_of_whom_one_answers() {
        assert_eq!(found("to lead\nthen lead, boss, answers within 2 days"), Vec::<String>::new());
    }

    #[test]
    fn a_commitment_or_person_that_does_not_exist_is_named() {
        assert_eq!(found("at 50% of anwser notify lead"), ["unknown-name anwser"]);
        assert_eq!(found("on breach of answer notify lad"), ["unknown-name lad"]);
        assert_eq!(found("raised by customer via fax\nto boss"), ["unknown-name fax"]);
    }

    #[test]
    fn a_step_may_come_again_until_the_promise_is_kept() {
        let good = "every hour after breach of answer notify lead\n\
                    every 2 days after breach of answer notify boss, at most 3 times";
        assert_eq!(found(good), Vec::<String>::new());
        let once = "every hour after breach of answer notify lead, at most 1 times";
        assert_eq!(found(once), ["out-of-range 1"]);
        assert_eq!(found("every 0 hours after breach of answer notify lead"), ["zero-duration 0 hours"]);
    }

    #[test]
    fn a_share_above_the_whole_is_out_of_range() {
        assert_eq!(found("at 150% of answer notify lead"), ["out-of-range 150%"]);
    }

    #[test]
    fn the_first_step_is_to_and_the_next_is_then() {
        assert_eq!(found("to lead\nthen boss, answers within 2 days"), Vec::<String>::new());
        assert_eq!(found("then lead\nthen boss"), ["misplaced-step then"]);
        assert_eq!(found("to lead\nto boss"), ["misplaced-step to"]);
    }

    #[test]
    fn two_first_steps_may_be_for_different_cases() {
        assert_eq!(
            found("to lead when severity is high\nto boss when severity is low"),
            Vec::<String>::new()
        );
    }

    #[test]
    fn an_escalation_leads_to_somebody() {
        assert_eq!(codes(&format!("{BASE}escalation path \"Path\"\n")), ["empty-escalation path"]);
    }
}
