//! The value that a text quotes: `{first-response when severity is critical}`.
//!
//! In: something that has rules, and the cases of the quotation. Out: the one rule whose value it is, or a finding that
//! shows the two values and a case. Of a commitment only covered cases count, since nothing is promised for others.

use super::context::Context;
use crate::cases::CaseSet;
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::say;
use crate::hir::{Program, Quote, Ref, Rule, RuleSet};
use crate::source::Span;
use crate::value::{Condition, Figure};

/// The value of a thing over the cases of a condition.
pub fn value(
    context: &mut Context<'_>,
    program: &Program,
    of: Ref,
    condition: &Condition,
    span: Span,
) -> Option<Quote> {
    let cond = context.cond(condition)?;
    let asked = cond.cases.and(context.space.possible());
    let name = of.name.as_str();
    // Where a rule is absent because something in it is wrong, the value may be too; one that waits is not known yet.
    let declared = context.symbols().get(of.keyword, name).map(|symbol| symbol.name.span);
    if declared.is_some_and(|place| context.broken.contains(&place)) {
        let path = waits(program, &of, &asked)?;
        return Some(Quote::Value { of, cases: cond.cases, path });
    }
    let path = match of.keyword {
        "commitment" => {
            let covered = asked.and(&context.covered);
            let asked = if covered.is_empty() { asked } else { covered };
            let office = context.office.clone();
            let same = |a: &Figure, b: &Figure| a.same_as(b, office.as_ref());
            one(context, &program.commitments.get(name)?.rules, &asked, &of, span, same, say::figure)
        }
        "entitlement" => {
            one(context, &program.entitlements.get(name)?.rules, &asked, &of, span, |a, b| a == b, say::grant)
        }
        "price" => one(
            context,
            &program.prices.get(name)?.rules,
            &asked,
            &of,
            span,
            crate::value::Amount::same_as,
            say::amount,
        ),
        "plan" => one(
            context,
            &program.plans.get(name)?.price,
            &asked,
            &of,
            span,
            crate::value::Amount::same_as,
            say::amount,
        ),
        _ => None,
    }?;
    Some(Quote::Value { of, cases: cond.cases, path })
}

/// The path of a rule that may decide there once it is known.
fn waits(program: &Program, of: &Ref, asked: &CaseSet) -> Option<String> {
    fn path<V>(set: &RuleSet<V>, asked: &CaseSet) -> Option<String> {
        let rule = set.waiting.iter().find(|rule| rule.when.cases.overlaps(asked))?;
        Some(rule.path.to_string())
    }
    let name = of.name.as_str();
    match of.keyword {
        "commitment" => path(&program.commitments.get(name)?.rules, asked),
        "entitlement" => path(&program.entitlements.get(name)?.rules, asked),
        "price" => path(&program.prices.get(name)?.rules, asked),
        "plan" => path(&program.plans.get(name)?.price, asked),
        _ => None,
    }
}

/// The path of a rule that decides there, when all that do say the same.
fn one<V>(
    context: &mut Context<'_>,
    set: &RuleSet<V>,
    asked: &CaseSet,
    of: &Ref,
    span: Span,
    same: impl Fn(&V, &V) -> bool,
    say: impl Fn(&V) -> String,
) -> Option<String> {
    let unsaid = asked.minus(&set.domain).or(&asked.and(&set.gaps));
    if let Some(case) = unsaid.witness(&context.space) {
        let (names, words) = context.legend.case(&context.space, &case, &unsaid);
        let finding = Diagnostic::new(
            &registry::AMBIGUOUS_QUOTATION,
            span,
            format!("`{}` says nothing for some of the cases of this quotation", of.name),
        )
        .label("no value there")
        .case(names, words)
        .help("narrow its condition to cases that have a value");
        context.report(finding);
        return None;
    }
    let mut deciding: Vec<(usize, &CaseSet)> = set
        .regions
        .iter()
        .filter(|region| region.cases.overlaps(asked))
        .map(|region| (region.rule, &region.cases))
        .collect();
    deciding.sort_by_key(|(rule, _)| *rule);
    let rules: Vec<(&Rule<V>, &CaseSet)> =
        deciding.iter().filter_map(|(rule, cases)| Some((set.rules.get(*rule)?, *cases))).collect();
    let (first, _) = *rules.first()?;
    if let Some((second, cases)) = rules.iter().find(|(rule, _)| !same(&rule.value, &first.value)) {
        let there = cases.and(asked);
        let case = there.witness(&context.space)?;
        let (names, words) = context.legend.case(&context.space, &case, &there);
        let (one, two) = (say(&first.value), say(&second.value));
        let finding = Diagnostic::new(
            &registry::AMBIGUOUS_QUOTATION,
            span,
            format!("this quotation stands for two values, {one} and {two}"),
        )
        .label("which of them?")
        .related(first.span, one)
        .related(second.span, two)
        .case(names, words)
        .help("narrow its condition until one value is left");
        context.report(finding);
        return None;
    }
    context.reach("rule", &of.name, &first.clause.audience, first.span);
    Some(first.path.to_string())
}
