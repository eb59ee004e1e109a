//! What must hold for all cases, with every name looked up. Whether it does is proved elsewhere.

use super::clause::both;
use super::context::Context;
use super::values::PEOPLE;
use crate::diagnostic::{Diagnostic, registry};
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

fn form(context: &mut Context<'_>, kind: &ast::Ensure) -> Option<EnsureForm> {
    let commitment = &["commitment"];
    let calendar = &["calendar"];
    Some(match kind {
        ast::Ensure::SlowerPlan { commitment: name } => {
            EnsureForm::NeverSlowerOnHigherPlan(context.name(commitment, name)?)
        }
        ast::Ensure::SlowerSeverity { commitment: name, word } => {
            let name = context.name(commitment, name);
            let own = own_word(context, word);
            EnsureForm::NeverSlowerOnGraverSeverity(name.filter(|_| own)?)
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
            let (name, other) = (name?, other?);
            different(context, &name, &other).then_some(EnsureForm::DueBefore(name, other))?
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
            let (name, other) = (name?, other?);
            different(context, &name, &other).then_some(EnsureForm::NeverOverlaps(name, other))?
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
