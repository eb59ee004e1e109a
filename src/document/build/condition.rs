//! Conditions within sentences.
//!
//! In: a condition or a set of cases. Out: phrases of the catalogues; this file only says where they stand.

use super::context::Context;
use super::line::Line;
use crate::cases::CaseSet;
use crate::hir::Cond;

/// `if your plan is Premium`, `unless …`; `None` when it always holds.
pub fn when(cx: &Context<'_>, cond: &Cond) -> Option<Line> {
    cx.wording().when(cond).map(Into::into)
}

/// `on Premium`, or `if …` where there is no shorter form; `None` when it always holds.
pub fn on(cx: &Context<'_>, cond: &Cond) -> Option<Line> {
    cx.wording().on(cond).map(Into::into)
}

/// A statement with its condition, which the language puts behind it or before it.
pub fn behind(cx: &Context<'_>, statement: Line, cond: Option<&Cond>) -> Line {
    match cond {
        Some(cond) => cx.wording().conditioned(statement.into(), cond).into(),
        None => statement,
    }
}

/// A statement with its condition as a remark, where there is one: `EUR 150 per hour on Premium`.
pub fn remarked(cx: &Context<'_>, statement: Line, cond: &Cond) -> Line {
    cx.wording().remarked(statement.into(), cond).into()
}

/// The same for a set of cases.
pub fn remarked_cases(cx: &Context<'_>, statement: Line, cases: &CaseSet) -> Line {
    remarked(cx, statement, &Cond { written: None, cases: cases.clone() })
}

/// `This holds if …`, or nothing.
pub fn holds(cx: &Context<'_>, cond: Option<&Cond>) -> Line {
    let when = cond.and_then(|cond| when(cx, cond));
    when.map_or_else(Line::new, |when| cx.say("clause-holds", &[("when", when.into())]))
}

/// A set of cases with its conjunction or as a remark, whichever is shorter.
pub fn on_cases(cx: &Context<'_>, cases: &CaseSet) -> Option<Line> {
    on(cx, &Cond { written: None, cases: cases.clone() })
}

/// The plans that a condition is about, when it is about nothing else: `Standard`, `Premium`.
pub fn only_plans(cx: &Context<'_>, cond: &Cond) -> Option<Vec<Line>> {
    let dim = cx.program.space.dim("plan")?;
    if cond.cases.dims() != [dim] {
        return None;
    }
    let plans = cx.program.plans.iter();
    let held = plans.filter(|(name, _)| super::plan::in_plan(cx, &cond.cases, name).is_some());
    Some(held.map(|(_, plan)| cx.title(&plan.clause)).collect())
}
