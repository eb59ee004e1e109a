//! Facts, events and calendars that are declared and that nothing depends on.
//!
//! In: the facts, events and calendars, and which of them some clause names. Out: advice for each that none does: a fact, an event,
//! a calendar, or the kinds or regions that requests are told apart by. A file that is used lends its declarations, so only the file that was asked for is
//! looked at.

use super::context::Context;
use super::facts::{FactInfo, Values};
use crate::diagnostic::{Diagnostic, Level, registry};
use crate::syntax::ast::Declaration;
use crate::value::Name;

/// Built-in facts whose values serve for nothing else than to tell requests apart.
const TELLING_APART: [&str; 2] = ["kind", "region"];

/// What goes by the hours of calendars.
const KEEPING_HOURS: [&str; 6] = ["channel", "commitment", "availability", "maintenance", "offer", "price"];

/// Reports the facts, events and calendars that nothing depends on. Where something is wrong, that may be where one was to be used.
pub fn unused(context: &mut Context<'_>) {
    if context.findings.iter().any(|finding| finding.code.level == Level::Error) {
        return;
    }
    for name in idle_calendars(context) {
        let finding = Diagnostic::new(
            &registry::UNUSED_DECLARATION,
            name.span,
            format!("nobody keeps the hours of the calendar `{name}`"),
        );
        let help = format!(
            "name it where somebody does, as `open {name}` in a channel, or leave it out; until then no page shows its hours"
        );
        context.report(finding.label("no channel, no clock and no price goes by it").help(help));
    }
    for placed in context.resolved.declarations.iter().filter(|placed| placed.entry) {
        if let Declaration::Event(decl) = placed.declaration {
            // One of which something is said is published, and may be a word for readers.
            let silent = decl.body.entries.is_empty();
            let unnamed = decl.name.as_ref().filter(|name| silent && !context.is_named("event", name));
            if let Some(name) = unnamed {
                let finding = Diagnostic::new(
                    &registry::UNUSED_DECLARATION,
                    name.span,
                    format!("nothing begins or ends with the event `{name}`"),
                );
                context.report(
                    finding
                        .label("no clock and no step names it")
                        .help(format!("name it, as in `until {name}`, or leave it out")),
                );
            }
        }
        let Declaration::Fact(decl) = placed.declaration else { continue };
        let Some(name) = &decl.name else { continue };
        // A table that says how a fact follows from others is a statement of its own.
        if decl.body.tables().next().is_some() {
            continue;
        }
        if let Some(fact) = context.facts.get(&name.text).filter(|fact| !is_used(context, fact)) {
            let finding = Diagnostic::new(
                &registry::UNUSED_DECLARATION,
                name.span,
                format!("nothing depends on the fact `{}`", fact.name),
            );
            context.report(
                finding
                    .label("no condition and no table asks for it")
                    .help(format!("ask for it, as in `when {}`, or leave it out", asked(fact))),
            );
        }
    }
    for keyword in TELLING_APART {
        let Some(fact) = context.facts.get(keyword).filter(|fact| !is_used(context, fact)) else { continue };
        let own = |name: &&Name| {
            context
                .resolved
                .declarations
                .iter()
                .any(|placed| placed.entry && placed.declaration.name() == Some(*name))
        };
        let Some(first) = values(fact).into_iter().find(own).cloned() else { continue };
        let finding = Diagnostic::new(
            &registry::UNUSED_DECLARATION,
            first.span,
            format!("nothing depends on the {keyword} of a request"),
        );
        context.report(
            finding
                .label(format!("no condition and no table asks for a {keyword}"))
                .help(format!("ask for it, as in `when {keyword} is {first}`, or leave it out")),
        );
    }
}

/// The calendars of the file that was asked for that nothing names, beside things that keep hours. A policy without any such thing is
/// about the hours themselves.
pub fn idle_calendars<'a>(context: &Context<'a>) -> Vec<&'a Name> {
    if !keeps_hours(context) {
        return Vec::new();
    }
    let declared = &context.resolved.declarations;
    let own = declared.iter().filter(|placed| placed.entry && placed.declaration.keyword() == "calendar");
    let names = own.filter_map(|placed| placed.declaration.name());
    names.filter(|name| !context.is_named("calendar", name)).collect()
}

/// Whether the policy is about more than the hours themselves.
pub fn keeps_hours(context: &Context<'_>) -> bool {
    let mut declared = context.resolved.declarations.iter();
    declared.any(|placed| KEEPING_HOURS.contains(&placed.declaration.keyword()))
}

/// Whether something names the fact or one of its values.
fn is_used(context: &Context<'_>, fact: &FactInfo<'_>) -> bool {
    let named = |keyword: &str, name: &Name| context.is_named(keyword, name);
    let by_value = |value: &Name| named(fact.name.as_str(), value);
    fact.asked.get() || named("fact", &fact.name) || values(fact).into_iter().any(by_value)
}

fn values<'f>(fact: &'f FactInfo<'_>) -> Vec<&'f Name> {
    match &fact.values {
        Values::Named(values) => values.iter().map(|value| &value.name).collect(),
        Values::YesNo | Values::Cut(..) => Vec::new(),
    }
}

/// A condition that asks for a fact.
fn asked(fact: &FactInfo<'_>) -> String {
    match &fact.values {
        Values::Named(values) => match values.first() {
            Some(value) => format!("{} is {}", fact.name, value.name),
            None => fact.name.to_string(),
        },
        Values::YesNo => fact.name.to_string(),
        Values::Cut(..) => format!("{} is …", fact.name),
    }
}

#[cfg(test)]
mod tests {
    use crate::check::trial::{BASE, check};

    fn unused(text: &str) -> Vec<String> {
        let text = format!("{BASE}{text}");
        let findings = check(&text).findings;
        let unused = findings.iter().filter(|finding| finding.code.name == "unused-declaration");
        unused.map(|finding| text[finding.span.range()].to_owned()).collect()
    }

    #[test]
    fn a_fact_that_no_condition_and_no_table_asks_for_is_named() {
        let facts = "fact nodes \"Nodes\" { is a number }\nfact urgent \"Urgent\" { yes or no }\nfact tier \"Tier\" { one \"One\"; two \"Two\" }\n";
        assert_eq!(unused(facts), ["nodes", "urgent", "tier"]);
        let used = "scope { covers help \"Help\" when nodes is more than 3 }\ncommitment reply \"Reply\" {\n  from received\n  until responded\n  \
                    | urgent | one | two |\n  |---|---|---|\n  | yes | 1 hour | 2 hours |\n  | no | 2 hours | 3 hours |\n}\n";
        assert_eq!(unused(&format!("{facts}{used}")), Vec::<String>::new());
    }

    #[test]
    fn an_event_that_no_clock_waits_for_is_named() {
        let events = "event patched \"A patch is there\"\nevent stuck \"Nobody answers\"\n";
        let used = "commitment patch \"Patch\" { from received; until patched; within 2 days }\n";
        assert_eq!(unused(&format!("{events}{used}")), ["stuck"]);
    }

    #[test]
    fn a_calendar_by_which_nobody_goes_is_named() {
        let calendars = "calendar spare \"Spare\" { open Sat 10:00..12:00; open on holidays }\n";
        let post = "channel post \"Post\" { address \"Street 1\"; open }\n";
        let (idle, kept) = (post.replace("; open }", " }"), post.replace("open }", "open spare }"));
        assert_eq!(unused(&format!("{calendars}{idle}")), ["spare"]);
        assert_eq!(unused(&format!("{calendars}{kept}")), Vec::<String>::new());
        let joined = "calendar night \"Night\" { closed spare; open always; open on holidays }\n";
        let kept = post.replace("open }", "open night }");
        assert_eq!(unused(&format!("{calendars}{joined}{kept}")), Vec::<String>::new());
        let clock = "commitment reply \"Reply\" { from received; until responded; within 2 spare hours }\n";
        assert_eq!(unused(&format!("{calendars}{clock}")), Vec::<String>::new());
        let said = "question spare-time \"When?\" { answer \"During {spare}.\" }\n";
        assert_eq!(unused(&format!("{calendars}{idle}{said}")), Vec::<String>::new());
    }

    #[test]
    fn a_policy_about_hours_alone_has_no_idle_calendar() {
        let calendars = "calendar spare \"Spare\" { open Sat 10:00..12:00; open on holidays }\n";
        let text = format!("policy p \"P\" {{ timezone Europe/Amsterdam }}\n{calendars}");
        let findings = check(&text).findings;
        assert!(findings.iter().all(|finding| finding.code.name != "unused-declaration"), "{findings:?}");
    }

    #[test]
    fn kinds_that_nothing_asks_for_are_named_once() {
        let kinds = "kind incident \"Incident\"\nkind question \"Question\"\n";
        assert_eq!(unused(kinds), ["incident"]);
        assert_eq!(
            unused(&format!("{kinds}scope {{ covers help \"Help\" when kind is question }}\n")),
            Vec::<String>::new()
        );
        assert_eq!(
            unused(&format!("{kinds}question what \"What?\" {{ about incident; answer \"That.\" }}\n")),
            Vec::<String>::new()
        );
    }
}
