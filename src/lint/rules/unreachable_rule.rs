//! A rule that decides no case: others stand above it everywhere, or its declaration does not speak of its cases.
//!
//! Where one rule hides many, that rule is the finding, since it was probably meant for fewer cases.

use super::{Context, Rules};
use crate::cases::CaseSet;
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::{FactKind, FactValue, Idle, IdleWhy, Program};

/// More hidden rules than this are one finding about what hides them.
const MANY: usize = 2;

/// Looks at every rule.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let program = context.program;
    for set in context.rules() {
        let mut told: Vec<&[usize]> = Vec::new();
        for idle in set.idle {
            match idle.why {
                IdleWhy::Hidden => {
                    let alike =
                        set.idle.iter().filter(|other| other.why == IdleWhy::Hidden && other.by == idle.by);
                    let alike: Vec<&Idle> = alike.collect();
                    if alike.len() <= MANY {
                        findings.extend(one(
                            set,
                            idle,
                            "others win everywhere",
                            "leave it out, or narrow the others",
                        ));
                    } else if !told.contains(&idle.by.as_slice()) {
                        told.push(&idle.by);
                        findings.extend(many(set, &alike));
                    }
                }
                IdleWhy::OutsideDomain => {
                    let cases = set.all.get(idle.rule).map(|rule| rule.cases.and(set.domain));
                    let lacking = cases.and_then(|cases| without_value(program, &cases));
                    findings.extend(if let Some(fact) = lacking {
                        let label = format!("here no {fact} exists, so no case is left");
                        let help = format!("let one {fact} exist here, or leave the line out");
                        one(set, idle, &label, &help)
                    } else {
                        let help = "leave it out, or let `only when` hold for its cases";
                        one(set, idle, "outside of `only when`", help)
                    });
                }
                IdleWhy::Repeated | IdleWhy::ExceptionWithoutEffect | IdleWhy::AddsNothing => {}
            }
        }
    }
}

/// The first fact of which no value exists in these cases.
fn without_value<'p>(program: &'p Program, cases: &CaseSet) -> Option<&'p str> {
    let absent =
        |value: &FactValue| value.clause.when.as_ref().is_some_and(|when| when.cases.and(cases).is_empty());
    program.facts.values().find_map(|fact| match &fact.kind {
        FactKind::Values(values) if !values.is_empty() && values.iter().all(absent) => {
            Some(fact.clause.name.as_str())
        }
        FactKind::Values(_)
        | FactKind::YesNo
        | FactKind::Date(_)
        | FactKind::Number(_)
        | FactKind::Duration(_) => None,
    })
}

fn one(set: &Rules<'_>, idle: &Idle, label: &str, help: &str) -> Option<Diagnostic> {
    let rule = set.all.get(idle.rule)?;
    let message = format!("{} decides no case", rule.called("line"));
    let mut finding =
        Diagnostic::new(&registry::UNREACHABLE_RULE, rule.span, message).label(label).help(help);
    for above in idle.by.iter().filter_map(|by| set.all.get(*by)).take(3) {
        finding = finding.related(above.span, "this one wins");
    }
    Some(rule.taken_out(finding))
}

fn many(set: &Rules<'_>, hidden: &[&Idle]) -> Option<Diagnostic> {
    let winner = hidden.first()?.by.first().and_then(|by| set.all.get(*by))?;
    let message =
        format!("{} wins so often that {} rules decide no case", winner.called("line"), hidden.len());
    let mut finding = Diagnostic::new(&registry::UNREACHABLE_RULE, winner.span, message)
        .label("is this meant for all of these cases?")
        .help("give it a condition, or leave the others out");
    for rule in hidden.iter().filter_map(|idle| set.all.get(idle.rule)).take(3) {
        finding = finding.related(rule.span, "never counts");
    }
    Some(finding)
}
