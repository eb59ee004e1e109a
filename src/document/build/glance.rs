//! At a glance: the main promises by plan, with links to where they stand.
//!
//! In: the resolved program. Out: a short section with one table, or nothing when there are no plans to compare. It holds what
//! plain rules say; exceptions stand in the sections that it links to.

use super::context::Context;
use super::line::{Line, capitalised, joined};
use super::plan::{in_plan, plainest, push_joined};
use super::{calendar, condition, entitlement, plan, values};
use crate::cases::CaseSet;
use crate::document::model::{Block, Cell, Inline, Paragraph, Row, Section, Table, TableStyle};
use crate::hir::{Channel, Commitment, Effect, Layer, Opening, Plan, RuleSet};
use crate::value::{Figure, Name};

/// The most rows; a longer summary is none.
const MOST_ROWS: usize = 10;

/// The summary; `None` when there is nothing to compare.
pub fn section(cx: &Context<'_>) -> Option<Section> {
    let plans: Vec<&Name> = plan::shown(cx).into_iter().map(|(name, _)| name).collect();
    if plans.len() < 2 {
        return None;
    }
    let mut rows = promises(cx, &plans);
    rows.extend(channels(cx, &plans));
    rows.extend(grants(cx, &plans));
    let promising = !rows.is_empty();
    rows.extend(price(cx, &plans));
    rows.truncate(MOST_ROWS);
    if rows.is_empty() {
        return None;
    }
    let (promise, caption) = if promising {
        (cx.say("glance-promise", &[]), cx.say("glance-table", &[]))
    } else {
        let what = [("what", "price".into())];
        (cx.say("plan-included", &what), cx.say("plan-caption", &what))
    };
    let mut columns = vec![promise];
    columns.extend(plan::shown(cx).iter().map(|(_, plan)| capitalised(cx.title(&plan.clause))));
    let mut section = Section::new("glance", "");
    section.title = cx.say("glance", &[]);
    section.blocks.push(Block::Table(Table {
        anchor: None,
        caption,
        style: TableStyle::Matrix,
        columns,
        rows,
    }));
    section.blocks.push(Block::Paragraph(Paragraph::small(cx.say("glance-remark", &[]))));
    Some(section)
}

/// A row for each severity of the first commitment whose figures depend on plan and severity, or one row when they only
/// depend on the plan.
fn promises(cx: &Context<'_>, plans: &[&Name]) -> Vec<Row> {
    let space = &cx.program.space;
    let Some(plan) = space.dim("plan") else { return Vec::new() };
    let depends = |commitment: &&Commitment, dim| {
        commitment.rules.rules.iter().any(|rule| rule.when.cases.dims().contains(&dim))
    };
    let mut shown = cx.program.commitments.values().filter(|commitment| cx.shows(&commitment.clause));
    let Some(commitment) = shown.find(|commitment| depends(commitment, plan)) else { return Vec::new() };
    let title = cx.title(&commitment.clause);
    let keys = ["severity", "priority"];
    let key = keys.into_iter().find(|key| space.dim(key).is_some_and(|dim| depends(&commitment, dim)));
    let mut rows = Vec::new();
    if let Some((fact, dim)) = key.and_then(|key| Some((cx.fact(key)?, space.dim(key)?))) {
        for (class, value) in fact.values().iter().enumerate() {
            let cases = space.is(dim, [class]);
            let first = capitalised(cx.title(&value.clause));
            let args = [("first", first.into()), ("second", uncapitalised_title(cx, commitment).into())];
            let head = cx.link_words(&commitment.clause, cx.say("glance-row", &args));
            rows.extend(promise_row(cx, commitment, head, &cases, plans));
        }
    } else {
        let head = cx.link_words(&commitment.clause, capitalised(title));
        rows.extend(promise_row(cx, commitment, head, &CaseSet::everything(), plans));
    }
    rows
}

fn uncapitalised_title(cx: &Context<'_>, commitment: &Commitment) -> Line {
    let within = cx.title_behind_colon(&commitment.clause);
    if within == cx.title(&commitment.clause) { within } else { cx.small(within) }
}

fn promise_row(
    cx: &Context<'_>,
    commitment: &Commitment,
    head: Line,
    cases: &CaseSet,
    plans: &[&Name],
) -> Option<Row> {
    let mut cells = vec![Cell::header(head)];
    for plan in plans {
        let figures = base_figures(cx, &commitment.rules, &in_plan(cx, cases, plan)?, plan);
        let line = match figures.as_slice() {
            [] => cx.say("glance-nothing", &[]),
            several if several.len() <= 2 => {
                capitalised(cx.or(several.iter().map(|figure| values::figure(cx, figure)).collect()))
            }
            _ => cx.say("glance-depends", &[]),
        };
        push_joined(&mut cells, line, Line::new());
    }
    Some(Row::new(cells))
}

/// The different figures of the base within some cases of a plan; those of exceptions where nothing else is left.
fn base_figures<'c>(
    cx: &Context<'_>,
    rules: &'c RuleSet<Figure>,
    cases: &CaseSet,
    plan: &Name,
) -> Vec<&'c Figure> {
    let (mut base, mut exceptions): (Vec<&Figure>, Vec<&Figure>) = (Vec::new(), Vec::new());
    for region in &rules.regions {
        let Some(rule) = rules.rules.get(region.rule).filter(|rule| cx.shows(&rule.clause)) else { continue };
        let found = if rule.layer == Layer::Except { &mut exceptions } else { &mut base };
        // Most regions lie elsewhere, whatever the plan.
        let here = !region.cases.plainly_apart(cases, None)
            && region.cases.overlaps(cases)
            && in_plan(cx, &region.cases, plan).is_some_and(|region| region.overlaps(cases));
        if here && !found.contains(&&rule.value) {
            found.push(&rule.value);
        }
    }
    if base.is_empty() { exceptions } else { base }
}

/// A row for each channel that not all plans have, or that is open longer on some.
fn channels(cx: &Context<'_>, plans: &[&Name]) -> Vec<Row> {
    let mut rows = Vec::new();
    for channel in cx.program.channels.values().filter(|channel| cx.shows(&channel.clause)) {
        let lines: Vec<Line> = plans.iter().map(|plan| channel_line(cx, channel, plan)).collect();
        if lines.windows(2).all(|pair| pair[0] == pair[1]) {
            continue;
        }
        let title = capitalised(cx.title(&channel.clause));
        let mut cells = vec![Cell::header(cx.link_words(&channel.clause, title))];
        for line in lines {
            push_joined(&mut cells, line, Line::new());
        }
        rows.push(Row::new(cells));
    }
    rows
}

fn channel_line(cx: &Context<'_>, channel: &Channel, plan: &Name) -> Line {
    let no = vec![super::table::mark(cx, false)];
    let domain = channel.clause.when.as_ref().map_or_else(CaseSet::everything, |cond| cond.cases.clone());
    let Some(domain) = in_plan(cx, &domain, plan) else { return no };
    let mut parts: Vec<Line> = Vec::new();
    for line in channel.hours.lines.iter().filter(|line| cx.shows(&line.clause)) {
        let Some(cases) = in_plan(cx, &line.when.cases, plan) else { continue };
        let Opening::Calendars(names) = &line.value else { continue };
        if names.is_empty() || !cases.overlaps(&domain) {
            continue;
        }
        let always = names.iter().any(|name| name == "always");
        let words = if always {
            calendar::during(cx, Effect::Open, names)
        } else {
            cx.and(names.iter().map(|name| plain(&calendar::reference(cx, name))).collect())
        };
        let open = names.iter().map(|name| calendar::open_cases(cx, name));
        let open = open.fold(CaseSet::nothing(), |all, one| all.or(&one));
        let open = if open.is_everything() { None } else { in_plan(cx, &open, plan) };
        let cases = open.map_or(cases.clone(), |open| cases.and(&open));
        let is_limited = !domain.is_subset_of(&cases);
        if always && !is_limited {
            // Other hours add nothing to all hours.
            return capitalised(words);
        }
        let cases = plainest(cx, cases, plan);
        parts.push(if is_limited { plain(&condition::remarked_cases(cx, words, &cases)) } else { words });
    }
    if parts.is_empty() {
        return vec![super::table::mark(cx, true)];
    }
    capitalised(joined(parts, "; "))
}

fn plain(line: &[Inline]) -> Line {
    if line.is_empty() { Line::new() } else { vec![Inline::text(crate::document::model::plain_text(line))] }
}

/// The first entitlements that are limited differently by plan.
fn grants(cx: &Context<'_>, plans: &[&Name]) -> Vec<Row> {
    let mut rows = Vec::new();
    for (_, entitlement) in entitlement::granted(cx) {
        let cells: Vec<(Line, Line)> =
            plans.iter().map(|plan| plan::grant_cell(cx, &entitlement.rules, plan)).collect();
        if cells.windows(2).all(|pair| pair[0] == pair[1]) {
            continue;
        }
        let title = capitalised(cx.title(&entitlement.clause));
        let mut row = vec![Cell::header(cx.link_words(&entitlement.clause, title))];
        for (content, small) in cells {
            push_joined(&mut row, content, small);
        }
        rows.push(Row::new(row));
    }
    rows.truncate(3);
    rows
}

/// What each plan costs, where the plans say so.
fn price(cx: &Context<'_>, plans: &[&Name]) -> Option<Row> {
    let plans = plans.iter().filter_map(|name| cx.program.plans.get(*name));
    let lines: Vec<Line> = plans.map(|plan| price_of(cx, plan)).collect();
    if lines.iter().all(Vec::is_empty) {
        return None;
    }
    let mut cells = vec![Cell::header(cx.say("plan-price", &[]))];
    for line in lines {
        let line = if line.is_empty() { cx.say("plan-unsaid", &[]) } else { capitalised(line) };
        push_joined(&mut cells, line, Line::new());
    }
    Some(Row::new(cells))
}

/// The price of the plan itself, or a link to the prices that hold for it alone.
pub fn price_of(cx: &Context<'_>, found: &Plan) -> Line {
    let name = &found.clause.name;
    let own = plan::price_line(cx, found);
    if !own.is_empty() {
        return own;
    }
    let everything = CaseSet::everything();
    let prices = cx.program.prices.values().filter(|price| cx.shows(&price.clause)).filter(|price| {
        let domain = price.clause.when.as_ref().map_or(&everything, |cond| &cond.cases);
        let others = cx.program.plans.keys().filter(|other| *other != name);
        in_plan(cx, domain, name).is_some()
            && others.into_iter().all(|other| in_plan(cx, domain, other).is_none())
    });
    let links: Vec<Line> =
        prices.map(|price| cx.link_words(&price.clause, cx.title(&price.clause))).collect();
    cx.and(links)
}
