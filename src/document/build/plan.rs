//! Plans and what they include.
//!
//! In: the plans and entitlements that stand together in a section. Out: what each plan is, and one table of entitlements by
//! plan, built from what was resolved: with inheritance followed, limits in words, and remaining conditions below a cell.

use super::clause;
use super::context::Context;
use super::line::{Line, capitalised, spaced, uncapitalised};
use super::{condition, entitlement, values};
use crate::cases::{CaseSet, Dim};
use crate::document::model::{
    Anchor, Block, Cell, Description, Inline, Row, Table, TableStyle, Term, Tone, plain_text,
};
use crate::hir::{Clause, Grant, Origin, Plan, RuleSet};
use crate::value::{Name, Stated};

/// Plans and entitlements as blocks.
pub fn blocks(cx: &Context<'_>, plans: &[&Name], entitlements: &[&Name], first: bool) -> Vec<Block> {
    let mut blocks = Vec::new();
    let terms: Vec<Term> = plans.iter().filter_map(|name| term(cx, name)).collect();
    let included = if first { included(cx) } else { Vec::new() };
    // A list of some of the plans would hide the others, of which there is no more to say than that they exist.
    if included.is_empty() && (1..plans.len()).contains(&terms.len()) {
        let all =
            plans.iter().filter_map(|name| cx.program.plans.get(*name)).map(|plan| cx.title(&plan.clause));
        let line = cx.say("plan-all", &[("plans", cx.and(all.collect()).into())]);
        blocks.push(Block::paragraph(line));
    }
    if !terms.is_empty() {
        blocks.push(Block::Terms(terms));
    }
    blocks.extend(included);
    blocks.extend(entitlement::loose(cx, entitlements));
    blocks
}

/// The plans that the reader may see, in order.
pub fn shown<'a>(cx: &Context<'a>) -> Vec<(&'a Name, &'a Plan)> {
    cx.program.plans.iter().filter(|(_, plan)| cx.shows(&plan.clause)).collect()
}

/// A plan as a term; `None` when there is nothing to say of it that the table does not say.
fn term(cx: &Context<'_>, name: &Name) -> Option<Term> {
    let plan = cx.program.plans.get(name)?;
    let mut lines = clause::descriptions(cx, &plan.clause);
    if !plan.extends.is_empty() {
        let below = cx.named_and("plan", &plan.extends);
        lines.insert(0, (Tone::Plain, cx.say("plan-extends", &[("plans", below.into())])));
    }
    if shown(cx).len() == 1 {
        let more = [price_line(cx, plan), runs_line(cx, plan)];
        lines.extend(
            more.into_iter()
                .filter(|line| !line.is_empty())
                .map(|line| (Tone::Plain, super::line::sentence(line))),
        );
    }
    if lines.is_empty() {
        return None;
    }
    let descriptions = lines.into_iter().map(|(tone, content)| Description { tone, content }).collect();
    let anchor = Some(Anchor::new(&plan.clause.anchor));
    Some(Term { anchor, name: capitalised(cx.title(&plan.clause)), descriptions })
}

/// What the plans include: a table when there are several, a list when there is one.
fn included(cx: &Context<'_>) -> Vec<Block> {
    let plans = shown(cx);
    let rows: Vec<_> = entitlement::granted(cx);
    match plans.as_slice() {
        [] => Vec::new(),
        [_] if rows.is_empty() => Vec::new(),
        [(name, plan)] => {
            cx.stand_in(&plan.clause.anchor, "plan-includes");
            let items = rows.iter().map(|(_, entitlement)| {
                entitlement::item(cx, entitlement, grant_cell(cx, &entitlement.rules, name))
            });
            let lead = cx.say("plan-includes", &[("plan", cx.title(&plan.clause).into())]);
            vec![clause::paragraph("plan-includes", lead), Block::bullets(items.collect())]
        }
        several => table(cx, several, &rows).into_iter().collect(),
    }
}

fn table(
    cx: &Context<'_>,
    plans: &[(&Name, &Plan)],
    rows: &[(&Name, &crate::hir::Entitlement)],
) -> Option<Block> {
    let mut lines: Vec<Row> = Vec::new();
    for (_, entitlement) in rows {
        let mut cells = vec![entitlement::head(cx, entitlement)];
        for (plan, _) in plans {
            let (content, small) = grant_cell(cx, &entitlement.rules, plan);
            push_joined(&mut cells, content, small);
        }
        lines.push(Row::named(&entitlement.clause.anchor, cells));
    }
    let mut more = |key: &str, of: &dyn Fn(&Context<'_>, &Plan) -> Line| {
        let cells: Vec<Line> = plans.iter().map(|(_, plan)| of(cx, plan)).collect();
        if cells.iter().all(Vec::is_empty) {
            return;
        }
        let mut row = vec![Cell::header(cx.say(key, &[]))];
        for line in cells {
            let line = if line.is_empty() { cx.say("plan-unsaid", &[]) } else { capitalised(line) };
            push_joined(&mut row, line, Line::new());
        }
        lines.push(Row::new(row));
    };
    more("plan-price", &super::glance::price_of);
    more("plan-runs", &runs_line);
    if lines.is_empty() {
        return None;
    }
    // Without anything that is granted the table is about what the plans cost, or about that and how long they run.
    let priced = plans.iter().any(|(_, plan)| !super::glance::price_of(cx, plan).is_empty());
    let what = match rows {
        [] if priced && lines.len() == 1 => "price",
        [] => "terms",
        _ => "grants",
    };
    for (_, plan) in plans {
        cx.stand_in(&plan.clause.anchor, "plans-table");
    }
    let mut columns = vec![cx.say("plan-included", &[("what", what.into())])];
    columns.extend(plans.iter().map(|(_, plan)| capitalised(cx.title(&plan.clause))));
    Some(Block::Table(Table {
        anchor: Some(Anchor::new("plans-table")),
        caption: cx.say("plan-caption", &[("what", what.into())]),
        style: TableStyle::Matrix,
        columns,
        rows: lines,
    }))
}

/// The most letters of a cell that is said again rather than drawn across columns, where it could be taken for the
/// first of them alone.
const MOST_REPEATED: usize = 24;

/// Whether a cell is long enough to be drawn across the columns in which it is the same.
pub fn is_wide(content: &[Inline], small: &[Inline]) -> bool {
    plain_text(content).chars().count() + plain_text(small).chars().count() > MOST_REPEATED
}

/// Adds a cell, or widens the last one when it says the same at length.
pub fn push_joined(cells: &mut Vec<Cell>, content: Line, small: Line) {
    match cells.last_mut() {
        Some(last)
            if last.role == crate::document::model::CellRole::Data
                && last.content == content
                && last.small == small
                && is_wide(&content, &small) =>
        {
            last.columns += 1;
        }
        _ => cells.push(Cell::data(content).with_small(small)),
    }
}

/// What one plan grants: the value, and in small print where it holds or what else holds elsewhere.
pub fn grant_cell(cx: &Context<'_>, rules: &RuleSet<Grant>, plan: &Name) -> (Line, Line) {
    let mut found: Vec<(&Grant, CaseSet)> = Vec::new();
    let mut hidden = false;
    let class = class_of(cx, plan);
    for region in &rules.regions {
        let Some(rule) = rules.rules.get(region.rule) else { continue };
        let Some(cases) = class.and_then(|class| in_class(cx, &region.cases, class)) else { continue };
        if !cx.shows(&rule.clause) {
            hidden |= rule.value != Grant::No;
            continue;
        }
        match found.iter_mut().find(|(grant, _)| **grant == rule.value) {
            Some((_, known)) => *known = known.or(&cases),
            None => found.push((&rule.value, cases)),
        }
    }
    found.retain(|(grant, _)| **grant != Grant::No);
    let whole = in_plan(cx, cx.program.space.possible(), plan).unwrap_or_else(CaseSet::everything);
    let mut parts: Vec<(Line, Line, Option<CaseSet>)> = Vec::new();
    for (grant, cases) in found {
        let (content, small) = values::grant_cell(cx, grant);
        let limit = (!whole.is_subset_of(&cases)).then(|| plainest(cx, cases, plan));
        parts.push((content, small, limit));
    }
    let remarked = |(content, small, limit): (Line, Line, Option<CaseSet>)| {
        let line: Line = cx.words.commas([content, small].into_iter().filter(|line| !line.is_empty())).into();
        limit.map_or_else(|| line.clone(), |cases| condition::remarked_cases(cx, line.clone(), &cases))
    };
    // Several values of which each has its own cases stand side by side; small print would hide all but one.
    if parts.len() > 1 && parts.iter().all(|(.., limit)| limit.is_some()) {
        let lines = parts.into_iter().map(remarked).enumerate();
        let lines = lines.map(|(at, line)| if at == 0 { line } else { uncapitalised(line) });
        return (super::line::joined(lines, "; "), asides(cx, rules, plan));
    }
    let mut parts = parts.into_iter();
    let Some((content, small, limit)) = parts.next() else {
        // What only others are told is neither granted here nor denied.
        if hidden {
            return (cx.say("plan-unsaid", &[]), Line::new());
        }
        return (vec![super::table::mark(cx, false)], Line::new());
    };
    let limit = limit.and_then(|cases| condition::on_cases(cx, &cases)).unwrap_or_default();
    let below: Line = cx.words.commas([small, limit].into_iter().filter(|line| !line.is_empty())).into();
    let more = parts.map(remarked).map(uncapitalised);
    let below = super::line::joined([below].into_iter().chain(more), "; ");
    (content, spaced([below, asides(cx, rules, plan)]))
}

/// What the grants of a plan say of themselves, where the plan itself has them.
fn asides(cx: &Context<'_>, rules: &RuleSet<Grant>, plan: &Name) -> Line {
    let class = class_of(cx, plan);
    let own = rules.regions.iter().filter_map(|region| {
        let rule = rules.rules.get(region.rule)?;
        let here = rule.origin == Origin::Line && in_class(cx, &region.cases, class?).is_some();
        (here && cx.shows(&rule.clause)).then(|| clause::aside(cx, &rule.clause))
    });
    spaced(own.filter(|line| !line.is_empty()))
}

/// The cases of a set in a plan, in which the plan no longer matters; `None` when there are none.
pub fn in_plan(cx: &Context<'_>, cases: &CaseSet, plan: &Name) -> Option<CaseSet> {
    in_class(cx, cases, class_of(cx, plan)?)
}

fn class_of(cx: &Context<'_>, plan: &Name) -> Option<(Dim, usize)> {
    let space = &cx.program.space;
    let dim = space.dim("plan")?;
    Some((dim, space.class(dim, plan.as_str())?))
}

fn in_class(cx: &Context<'_>, cases: &CaseSet, (dim, class): (Dim, usize)) -> Option<CaseSet> {
    // Most sets are of other plans, which is seen without asking what can exist.
    if cases.plainly_lacks(dim, class) {
        return None;
    }
    let cases = cases.and(cx.program.space.possible()).given(dim, class);
    (!cases.is_empty()).then_some(cases)
}

/// Cases of a plan without what goes without saying on it, such as a severity that the plan does not have.
pub fn plainest(cx: &Context<'_>, cases: CaseSet, plan: &Name) -> CaseSet {
    let Some(all) = in_plan(cx, &CaseSet::everything(), plan) else { return cases };
    cases.dims().into_iter().fold(cases, |cases, dim| {
        let wider = cases.forget(dim);
        if wider.and(&all).same_as(&cases.and(&all)) { wider } else { cases }
    })
}

/// What the plan costs.
pub fn price_line(cx: &Context<'_>, plan: &Plan) -> Line {
    let rules = plan.price.rules.iter().filter(|rule| cx.shows(&rule.clause));
    let lines = rules.map(|rule| {
        let amount = clause::conditioned(cx, &rule.clause, values::amount(cx, &rule.value));
        said(cx, &rule.clause, amount)
    });
    super::line::joined(lines, "; ")
}

/// How long the plan runs, and how it ends.
fn runs_line(cx: &Context<'_>, plan: &Plan) -> Line {
    let lines = plan.runs.iter().filter(|runs| cx.shows(&runs.clause)).map(|runs| {
        let duration = values::stated(cx, &runs.duration);
        let noticed = match &runs.notice {
            Some(Stated::Known(_)) => "yes",
            Some(Stated::Unfilled(_)) => "unfilled",
            None => "no",
        };
        let notice = runs.notice.as_ref().map(|notice| values::stated(cx, notice));
        let args = [
            ("duration", duration.into()),
            ("renews", if runs.renews { "yes" } else { "no" }.into()),
            ("noticed", noticed.into()),
            ("notice", notice.unwrap_or_default().into()),
            ("via", if runs.via.is_empty() { "no" } else { "yes" }.into()),
            ("channels", cx.and(runs.via.iter().map(|name| super::channel::the(cx, name)).collect()).into()),
        ];
        said(cx, &runs.clause, clause::conditioned(cx, &runs.clause, cx.say("plan-runs-for", &args)))
    });
    super::line::joined(lines, "; ")
}

/// A few words, with what their clause says of itself as sentences behind them.
fn said(cx: &Context<'_>, clause: &Clause, words: Line) -> Line {
    if clause::is_silent(clause) { words } else { clause::around(cx, clause, words) }
}
