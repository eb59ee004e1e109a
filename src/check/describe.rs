//! The facts as readers of the program see them: with the clauses of the fact and of each of its values.
//!
//! In: the facts of the space, and the clauses of plans, channels and products. Out: one fact for each dimension, in the
//! order of the space.

use super::context::Context;
use super::derived::Tables;
use super::facts::{FactInfo, Origin, Values};
use super::measure::{Measure, intervals};
use super::people::plain;
use super::space::readers;
use super::values::PEOPLE;
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::{Audience, Clause, Decided, Fact, FactKind, FactValue, Program};
use crate::resolve::narrower;
use crate::source::Span;
use crate::syntax::ast::{self, Declaration, Statement};
use crate::value::{Name, Named};
use rustc_hash::{FxBuildHasher, FxHashMap};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The clauses of values that are declarations with words only, by kind and name.
pub type ValueClauses = FxHashMap<(&'static str, Name), Clause>;

/// The clauses of values that are declarations with words only.
pub fn value_clauses(context: &mut Context<'_>) -> ValueClauses {
    let mut clauses = ValueClauses::default();
    for placed in &context.resolved.declarations {
        if let Declaration::Severity(decl)
        | Declaration::Priority(decl)
        | Declaration::Kind(decl)
        | Declaration::Region(decl)
        | Declaration::Language(decl)
        | Declaration::Phase(decl) = placed.declaration
        {
            let clause = context.reading(readers(placed), |context| plain(context, decl));
            clauses.entry((decl.keyword.value, clause.name.clone())).or_insert(clause);
        }
    }
    clauses
}

/// The clause of a value that is declared on its own. Those of plans, channels and products are theirs; the others are only
/// here, and each is asked for once.
fn declared(
    program: &Program,
    clauses: &mut ValueClauses,
    keyword: &'static str,
    value: &Name,
) -> Option<Clause> {
    let clause = match keyword {
        "plan" => &program.plans.get(value)?.clause,
        "channel" => &program.channels.get(value)?.clause,
        "product" => &program.products.get(value)?.clause,
        _ => return clauses.remove(&(keyword, value.clone())),
    };
    Some(clause.clone())
}

/// All facts.
pub fn facts(
    context: &mut Context<'_>,
    program: &Program,
    mut clauses: ValueClauses,
    mut derived: Tables,
) -> Named<Fact> {
    let infos: Vec<_> = context.facts.values().cloned().collect();
    let mut facts = Named::with_capacity_and_hasher(infos.len(), FxBuildHasher);
    for info in infos {
        let (clause, decided, mut own) = head(context, &info);
        let keyword = keyword(&info);
        let kind = match &info.values {
            Values::Named(values) => FactKind::Values(
                values
                    .iter()
                    .map(|value| {
                        let known =
                            keyword.and_then(|keyword| declared(program, &mut clauses, keyword, &value.name));
                        let clause = known.or_else(|| own.remove(&value.name)).unwrap_or_else(|| {
                            let anchor = [clause.anchor.as_str(), "-", value.name.as_str()].concat();
                            let mut clause = Clause::silent(
                                "value",
                                value.name.clone(),
                                anchor.into(),
                                value.audience.clone(),
                                value.name.span,
                            );
                            clause.title = value.title.cloned().map(Arc::new);
                            clause
                        });
                        FactValue { clause }
                    })
                    .collect(),
            ),
            Values::YesNo => FactKind::YesNo,
            Values::Cut(measure, cuts, words) => {
                let stretches = intervals(*measure, cuts, words);
                match measure {
                    Measure::Date => FactKind::Date(stretches),
                    Measure::Number => FactKind::Number(stretches),
                    Measure::Duration => FactKind::Duration(stretches),
                }
            }
        };
        let named_order = ["severity", "priority", "release", "plan"].contains(&info.name.as_str());
        let ordered = named_order || matches!(info.values, Values::Cut(..));
        let derived = derived.swap_remove(&info.name.text);
        let declared = info.declared.is_some();
        facts.insert(
            info.name.clone(),
            Fact { clause, declared, kind, decided, derived, ordered, only_prices: false },
        );
    }
    facts
}

/// The keyword of the declarations that are a fact's values.
fn keyword(info: &FactInfo<'_>) -> Option<&'static str> {
    crate::resolve::VALUED.into_iter().find(|keyword| info.name == **keyword)
}

type Head = (Clause, Vec<Decided>, BTreeMap<Name, Clause>);

/// The clause of a fact, who says it, and the clauses of the values that it names itself.
fn head<'a>(context: &mut Context<'a>, info: &FactInfo<'a>) -> Head {
    let mut decided = Vec::new();
    let mut own = BTreeMap::new();
    let Some((decl, audience)) = info.declared.clone() else {
        return (undeclared(info), decided, own);
    };
    let clause = context.reading(audience.clone(), |context| {
        let clause = context.declaration(decl);
        if let Some(domain) = &clause.when {
            let span = domain.written.as_deref().map_or(clause.span, crate::value::Condition::span);
            let what = "a fact has a value in every case, so `only when` has no meaning in it";
            context.error(&registry::NOT_USED_HERE, span, what, "say it of one of its values");
        }
        for statement in decl.body.own() {
            context.inside(statement.audience.as_ref(), |context| match &statement.kind {
                Some(ast::Fact::Decided { step, party }) => {
                    context.bare(statement, "who says what a fact is");
                    if let Some(by) = context.name(&PEOPLE, party) {
                        decided.push(Decided { confirmed: step.value == "confirmed", by });
                    }
                }
                Some(ast::Fact::Value { name, text }) => {
                    given(context, info, name, statement);
                    let path = ["fact-", info.name.as_str(), "-", name.as_str()].concat();
                    if let Some(mut clause) = context.statement("value", name.clone(), &path, statement) {
                        clause.title = text.clone().map(Arc::new);
                        own.entry(name.clone()).or_insert(clause);
                    }
                }
                Some(ast::Fact::YesOrNo {} | ast::Fact::Type { .. }) => {
                    context.bare(statement, "what the values of a fact are");
                }
                None => {}
            });
        }
        clause
    });
    (clause, decided, own)
}

/// Reports a condition behind a value. It could say when the fact has the value, or when the value exists at all; each of the
/// two has a form of its own.
fn given<'a>(
    context: &mut Context<'a>,
    info: &FactInfo<'_>,
    value: &Name,
    statement: &'a Statement<ast::Fact>,
) {
    let Some(when) = &statement.when else { return };
    let fact = &info.name;
    let mut columns: Vec<&str> = Vec::new();
    for test in when.tests() {
        if !columns.contains(&test.fact.as_str()) {
            columns.push(test.fact.as_str());
        }
    }
    let finding = Diagnostic::new(
        &registry::NOT_USED_HERE,
        when.span(),
        format!("a value of `{fact}` has no condition of its own"),
    )
    .label("not used")
    .help(format!(
        "a table says what `{fact}` follows from, `| {} | {fact} |`; `{value} {{ only when … }}` says where the value exists \
         at all",
        columns.join(" | "),
    ));
    context.report(finding);
}

fn undeclared(info: &FactInfo<'_>) -> Clause {
    let name = info.name.clone();
    let (title, anchor) = match &info.origin {
        Origin::BuiltIn | Origin::Declared => (None, ["fact-", name.as_str()].concat()),
        Origin::Process(decl) => (decl.title.clone(), format!("process-{name}")),
        Origin::Check(statement) => {
            let title = match &statement.kind {
                Some(ast::Process::Check { text, .. }) => text.clone().map(Arc::new),
                Some(
                    ast::Process::State { .. } | ast::Process::Becomes { .. } | ast::Process::Sends { .. },
                )
                | None => None,
            };
            (title, format!("check-{name}"))
        }
        Origin::Duty(statement) => {
            let title = statement.kind.as_ref().map(|kind| match kind {
                ast::Section::DutyOfUs { text, .. } | ast::Section::Duty { text, .. } => Arc::clone(text),
            });
            (title, format!("duty-{name}"))
        }
    };
    let span = if matches!(info.origin, Origin::BuiltIn) { Span::default() } else { name.span };
    let audience: Audience = narrower(&info.audience, None);
    let mut clause = Clause::silent("fact", name, anchor.into(), audience, span);
    clause.title = title;
    clause
}

#[cfg(test)]
mod tests {
    use crate::check::trial::{BASE, codes, only};

    #[test]
    fn a_condition_on_a_value_is_refused_and_both_right_forms_are_named() {
        let fact = "fact users \"Users\" { one; several }\n\
            fact priority \"Priority\" { urgent \"Urgent\" when users is several; later \"Later\" }\n";
        let found =
            only(&format!("{BASE}{fact}").replace("severity high \"High\"\nseverity low \"Low\"\n", ""));
        assert_eq!(found.code.name, "not-used-here");
        let help = found.help.unwrap_or_default();
        assert!(help.contains("| users | priority |") && help.contains("`urgent { only when … }`"), "{help}");
    }

    #[test]
    fn a_value_may_exist_in_some_cases_only() {
        let fact = "fact users \"Users\" { one; several }\n\
            fact size \"Size\" { large \"Large\" { only when users is several }; small \"Small\" }\n";
        assert_eq!(codes(&format!("{BASE}{fact}")), Vec::<String>::new());
    }
}
