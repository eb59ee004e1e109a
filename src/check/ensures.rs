//! What must hold for all cases, with every name looked up. Whether it does is proved elsewhere.

use super::clause::both;
use super::context::Context;
use super::values::PEOPLE;
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::{Cond, Ensure, EnsureForm, Ladder, Ref};
use crate::syntax::ast::{self, Decl};
use crate::value::{Amount, Clock, Condition, Duration, Name, Rate, Unit};
use std::sync::Arc;

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
        let when = context.when(statement.when.as_deref());
        if let (Some(form), Ok(when)) = (form, when) {
            ensure.sentences.push((form, both(domain.clone(), when), statement.span));
        }
    }
    if decl.body.own().next().is_none() {
        let finding = Diagnostic::new(
            &registry::NOTHING_EXPECTED,
            ensure.clause.name.span,
            "this ensure says nothing, so it always holds",
        )
        .label("no sentence")
        .help("say what must hold for every case: `first-response within 24 hours`");
        context.report(finding);
    }
    ensure
}

/// Reports something that is compared with itself.
fn different(context: &mut Context<'_>, first: &Name, other: &Name) -> bool {
    if first == other {
        let message = format!("`{other}` is compared with itself");
        context.error(&registry::OUT_OF_RANGE, other.span, message, "another one belongs here");
    }
    first != other
}

/// Whether the policy uses this one of the words `severity` and `priority`; reported when it uses the other.
fn own_word(context: &mut Context<'_>, word: &ast::Word) -> bool {
    let other = if word.value == "severity" { "priority" } else { "severity" };
    let own = context.symbols().of(&word.value).next().is_some();
    let others = context.symbols().of(other).next().map(|first| first.name.span);
    if let (false, Some(first)) = (own, others) {
        let message = format!("this policy says `{other}`, not `{}`", word.value);
        let finding = Diagnostic::new(&registry::SEVERITY_AND_PRIORITY, word.span, message)
            .label("the other word")
            .related(first, format!("`{other}` here"))
            .help(format!("write `{other}`"));
        context.report(finding);
    }
    own || others.is_none()
}

/// Two names of one kind that are not one thing.
fn two(
    context: &mut Context<'_>,
    kind: &'static [&'static str],
    name: &Name,
    other: &Name,
) -> Option<(Name, Name)> {
    let name = context.name(kind, name);
    let other = context.name(kind, other);
    let (name, other) = (name?, other?);
    different(context, &name, &other).then_some((name, other))
}

/// A name where the graver is said in the word of the policy.
fn graver(
    context: &mut Context<'_>,
    kind: &'static [&'static str],
    name: &Name,
    word: &ast::Word,
) -> Option<Name> {
    let name = context.name(kind, name);
    let own = own_word(context, word);
    name.filter(|_| own)
}

/// Whether a length is a good one on the clock on the wall; reported otherwise.
fn elapsed(context: &mut Context<'_>, duration: &Duration) -> bool {
    if matches!(duration.clock, Clock::Elapsed) {
        return context.duration(duration);
    }
    let message = "what holds at worst is said in elapsed time";
    context.error(&registry::WRONG_TYPE, duration.span, message, "time on a calendar");
    false
}

/// Conditions that are joined by `and`, with the cases that meet all of them.
fn both_of(context: &mut Context<'_>, condition: &Condition) -> Option<Cond> {
    if !matches!(condition, Condition::All(..)) {
        let finding = Diagnostic::new(
            &registry::WRONG_TYPE,
            condition.span(),
            "`both` asks for two conditions that are joined by `and`",
        )
        .label("not joined by `and`")
        .help("write two, as in `no case is both covered and advisory`; for one, leave its cases out");
        context.report(finding);
        return None;
    }
    let cases = context.cases(condition)?;
    Some(Cond { cases, written: Some(Arc::new(condition.clone())) })
}

fn form(context: &mut Context<'_>, kind: &ast::Ensure) -> Option<EnsureForm> {
    let commitment = &["commitment"];
    let calendar = &["calendar"];
    Some(match kind {
        ast::Ensure::SlowerPlan { commitment: name } => {
            EnsureForm::NeverSlower(context.name(commitment, name)?, Ladder::Plan)
        }
        ast::Ensure::SlowerSeverity { commitment: name, word } => {
            EnsureForm::NeverSlower(graver(context, commitment, name, word)?, Ladder::Severity)
        }
        ast::Ensure::LessPlan { entitlement } => {
            EnsureForm::NeverLess(context.name(&["entitlement"], entitlement)?, Ladder::Plan)
        }
        ast::Ensure::LessSeverity { entitlement, word } => {
            EnsureForm::NeverLess(graver(context, &["entitlement"], entitlement, word)?, Ladder::Severity)
        }
        ast::Ensure::DearerPlan { price } => {
            EnsureForm::NeverDearer(context.name(&["price"], price)?, Ladder::Plan)
        }
        ast::Ensure::DearerSeverity { price, word } => {
            EnsureForm::NeverDearer(graver(context, &["price"], price, word)?, Ladder::Severity)
        }
        ast::Ensure::Within { commitment: name, duration } => {
            let name = context.name(commitment, name);
            let good = elapsed(context, duration);
            EnsureForm::Within(name.filter(|_| good)?, duration.clone())
        }
        ast::Ensure::DueBefore { commitment: name, other } => {
            let (name, other) = two(context, commitment, name, other)?;
            EnsureForm::DueBefore(name, other)
        }
        ast::Ensure::DueWhile { commitment: name, calendar: when } => {
            let name = context.name(commitment, name);
            let when = context.name(calendar, when);
            EnsureForm::DueWhileOpen(name?, when?)
        }
        ast::Ensure::EveryCase { commitment: name } => {
            EnsureForm::EveryCoveredCaseHas(context.name(commitment, name)?)
        }
        ast::Ensure::NoCase { condition } => EnsureForm::NoCase(both_of(context, condition)?),
        ast::Ensure::Costs { amount } => EnsureForm::NothingCostsMore(None, limit(context, amount)?),
        ast::Ensure::CostsOf { price, amount } => {
            let keyword = context.find(&["price", "offer", "plan"], price);
            let limit = limit(context, amount)?;
            EnsureForm::NothingCostsMore(Some(Ref { keyword: keyword?, name: price.clone() }), limit)
        }
        ast::Ensure::OpenPromise {} => EnsureForm::PromisesHaveOpenChannels,
        ast::Ensure::SomeChannel {} => EnsureForm::SomeChannelOpen,
        ast::Ensure::Overlaps { calendar: name, other } => {
            let (name, other) = two(context, calendar, name, other)?;
            EnsureForm::NeverOverlaps(name, other)
        }
        ast::Ensure::LiesWithin { calendar: name, other } => {
            let (name, other) = two(context, calendar, name, other)?;
            EnsureForm::LiesWithin(name, other)
        }
        ast::Ensure::OpenAtLeast { calendar: name, duration, period } => {
            let name = context.name(calendar, name);
            let good = elapsed(context, duration);
            let seconds = match duration.unit {
                Unit::Second | Unit::Minute | Unit::Hour => duration.seconds(),
                Unit::Day | Unit::Week | Unit::Month | Unit::Quarter | Unit::Year => None,
            };
            if seconds.is_none() && good {
                let message = "how long a calendar is open is said in hours or minutes";
                context.error(&registry::WRONG_TYPE, duration.span, message, "not as long every time");
            }
            if matches!(period.value, Unit::Second | Unit::Minute | Unit::Hour) {
                let message = "a calendar is open for so long each day, week, month, quarter or year";
                context.error(&registry::WRONG_TYPE, period.span, message, "too short");
                return None;
            }
            EnsureForm::OpenAtLeast(name.filter(|_| good)?, seconds?, period.value)
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

/// The most that something may cost.
fn limit(context: &mut Context<'_>, amount: &Amount) -> Option<Rate> {
    context.amount(amount, "the limit", &|_| false)?;
    if let Amount::Rate(rate, _) = amount {
        return Some(rate.clone());
    }
    if let Amount::Unfilled(_) = amount {
        return None;
    }
    let message = "a limit for prices is an amount of money";
    context.error(&registry::WRONG_TYPE, amount.span(), message, "no amount of money");
    None
}

#[cfg(test)]
mod tests {
    use crate::check::trial::{BASE, codes};

    fn found(sentence: &str) -> Vec<String> {
        codes(&format!(
            "{BASE}commitment answer \"Answer\" {{ from received; until responded; within 4 hours }}\n\
             ensure \"E\" {{\n{sentence}\n}}\n"
        ))
    }

    #[test]
    fn sentences_about_what_exists_are_right() {
        let lines = "answer within 24 hours when severity is high\nevery covered case has answer\n\
                     some channel is open at all times\nanswer due while office is open";
        assert_eq!(found(lines), Vec::<String>::new());
    }

    #[test]
    fn names_must_exist() {
        assert_eq!(found("every covered case has anwser"), ["unknown-name anwser"]);
    }

    #[test]
    fn time_is_elapsed() {
        assert_eq!(found("answer within 4 business hours"), ["wrong-type 4 business hours"]);
    }

    #[test]
    fn nothing_is_compared_with_itself() {
        assert_eq!(found("answer due before answer"), ["out-of-range answer"]);
        assert_eq!(found("office never overlaps office"), ["out-of-range office"]);
    }

    #[test]
    fn the_graver_is_said_in_the_word_of_the_policy() {
        assert_eq!(found("answer never slower on a graver severity"), Vec::<String>::new());
        assert_eq!(found("answer never slower on a graver priority"), ["severity-and-priority priority"]);
    }

    #[test]
    fn an_ensure_says_something() {
        assert_eq!(codes(&format!("{BASE}ensure \"E\"\n")), ["nothing-expected \"E\""]);
    }
}
