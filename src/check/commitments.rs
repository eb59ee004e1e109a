//! Commitments: promises of time with their clocks, figures and credits.
//!
//! In: a `commitment` declaration and the rules that tables give it. Out: the commitment with its rules resolved.

use super::context::Context;
use super::rules::{Draft, unfilled_domain};
use super::table::Sets;
use super::tables::TableRules;
use crate::diagnostic::registry;
use crate::hir::say;
use crate::hir::{CellValue, Claim, Commitment, Credit, Met, Origin, Table};
use crate::source::Span;
use crate::syntax::ast::{self, Decl, Statement};
use crate::syntax::cell;
use crate::value::{Duration, Figure, Name, Promise, Strength};
use thin_vec::ThinVec;

/// The kinds of things that happen.
pub const EVENTS: [&str; 2] = ["event", "state"];

/// A commitment.
pub fn commitment<'a>(
    context: &mut Context<'a>,
    decl: &'a Decl<ast::Commitment>,
    tables: &mut TableRules,
) -> Option<Commitment> {
    let name = decl.name.clone()?;
    let clause = context.declaration(decl);
    let mut commitment = Commitment {
        clause,
        from: None,
        until: None,
        paused: ThinVec::new(),
        pauses_wait: false,
        restarts: ThinVec::new(),
        rules: crate::hir::RuleSet::default(),
        tables: Vec::new(),
        met: ThinVec::new(),
        credits: ThinVec::new(),
        claimed: None,
    };
    let mut draft = tables.figures(&name);
    let mut seen: [Option<Span>; 3] = [None; 3];
    let mut number = 0;
    for statement in decl.body.own() {
        context.inside(statement.audience.as_ref(), |context| {
            line(context, &name, statement, &mut commitment, &mut draft, &mut seen, &mut number);
        });
    }
    let figure = Figure { promise: Promise::Unfilled, strength: None, span: name.span };
    unfilled_domain((name.as_str(), &commitment.clause), &decl.body, figure, &mut draft);
    for table in decl.body.tables() {
        if let Some(table) = own_table(context, &name, table, &mut draft) {
            commitment.tables.push(table);
        } else {
            draft.broken = true;
        }
    }
    draft.rules.sort_by_key(|rule| rule.span);
    let what = || title(decl.title.as_deref(), &name);
    let domain = commitment.clause.when.clone();
    let office = context.office.clone();
    let same = |a: &Figure, b: &Figure| a.same_as(b, office.as_ref());
    commitment.rules = context.resolve(&what, domain.as_ref(), draft, same, say::figure, name.span);
    Some(commitment)
}

/// What something is called in a finding.
pub fn title(title: Option<&crate::value::Text>, name: &Name) -> String {
    format!("`{}`", crate::hir::spoken(title, name))
}

fn line<'a>(
    context: &mut Context<'a>,
    name: &Name,
    statement: &'a Statement<ast::Commitment>,
    commitment: &mut Commitment,
    draft: &mut Draft<Figure>,
    seen: &mut [Option<Span>; 3],
    number: &mut usize,
) {
    let span = statement.span;
    let Some(kind) = &statement.kind else {
        commitment.pauses_wait |= statement.tag == "paused";
        // The parser said that a figure is missing; the line still stands for its cases.
        if matches!(statement.tag, "within" | "by" | "every" | "no-figure") {
            let figure = Figure { promise: Promise::Unfilled, strength: None, span };
            let owner = (name.as_str(), &commitment.clause);
            context.unfilled_line(owner, statement, number, figure, draft);
        }
        return;
    };
    match kind {
        ast::Commitment::From { event } => {
            context.bare(statement, "the start of a clock");
            if let Some(event) = context.name(&EVENTS, event) {
                context.once(&mut commitment.from, event, &mut seen[0], span, "the start of the clock");
            }
        }
        ast::Commitment::Until { event } => {
            context.bare(statement, "the end of a clock");
            if let Some(event) = context.name(&EVENTS, event) {
                context.once(&mut commitment.until, event, &mut seen[1], span, "the end of the clock");
            }
        }
        ast::Commitment::Paused { state } => {
            let states = context.names(&["state"], state);
            if let Ok(when) = context.limited(statement, "a pause") {
                commitment.paused.extend(states.into_iter().map(|state| (state, when.clone())));
            }
        }
        ast::Commitment::Restarts { fact } => {
            context.bare(statement, "the restart of a clock");
            if context.fact(fact).is_some() {
                commitment.restarts.push(fact.clone());
            }
        }
        ast::Commitment::Within { lapse: promise, strength }
        | ast::Commitment::By { day: promise, strength }
        | ast::Commitment::Every { lapse: promise, strength } => {
            let strength = hedged(context, statement, strength.as_ref().map(|strength| strength.value));
            let figure = Figure { promise: promise.value.clone(), strength, span: promise.span };
            figure_line(context, name, statement, figure, draft, number);
        }
        ast::Commitment::NoFigure { lapse } => {
            let figure = Figure { promise: lapse.value.clone(), strength: None, span: lapse.span };
            figure_line(context, name, statement, figure, draft, number);
        }
        ast::Commitment::Met { share, period } => {
            let share = context.share(share.0.value, share.0.span);
            let clause = context.statement("met", name.clone(), &format!("{name}-met"), statement);
            if let (Some(share), Some(clause)) = (share, clause) {
                commitment.met.push(Met { share, period: period.value, clause });
            }
        }
        ast::Commitment::Credit { amount, breaches, period } => {
            let good = context.amount(amount, name.as_str(), &|_| false);
            let breaches = context.whole(*breaches, 1);
            let clause = context.statement("credit", name.clone(), &format!("{name}-credit"), statement);
            if let (Some(()), Some(breaches), Some(clause)) = (good, breaches, clause) {
                commitment.credits.push(Credit {
                    amount: amount.clone(),
                    breaches,
                    period: period.value,
                    clause,
                });
            }
        }
        ast::Commitment::Claimed { duration, event } => {
            context.bare(statement, "the time for a claim");
            if let Some(claim) = claim(context, duration, event.as_ref()) {
                context.once(
                    &mut commitment.claimed,
                    Box::new(claim),
                    &mut seen[2],
                    span,
                    "the time for a claim",
                );
            }
        }
    }
}

/// How soon the customer must ask, and counted from what.
pub fn claim(context: &mut Context<'_>, within: &Duration, of: Option<&Name>) -> Option<Claim> {
    let good = context.duration(within);
    let known = of.map(|event| context.name(&EVENTS, event));
    (good && known != Some(None)).then(|| Claim { within: within.clone(), of: known.flatten() })
}

fn hedged(
    context: &mut Context<'_>,
    statement: &Statement<ast::Commitment>,
    strength: Option<Strength>,
) -> Option<Strength> {
    match (statement.usually, strength) {
        (None, strength) => strength,
        (Some(_), None) => Some(Strength::Usual),
        (Some(span), Some(strength)) => {
            context.error(
                &registry::WRONG_TYPE,
                span,
                "a promise is hedged with `usually`, or has a strength, not both",
                "choose one",
            );
            Some(strength)
        }
    }
}

fn figure_line<'a>(
    context: &mut Context<'a>,
    name: &Name,
    statement: &'a Statement<ast::Commitment>,
    figure: Figure,
    draft: &mut Draft<Figure>,
    number: &mut usize,
) {
    let good = context.figure(&figure, name.as_str());
    let place = figure.span;
    let rule = context.line(name.as_str(), statement, number, figure);
    draft.add(good.and(rule).map(|mut rule| {
        rule.span = statement.name.as_ref().map_or(place, |_| statement.span);
        rule
    }));
}

fn own_table<'a>(
    context: &mut Context<'a>,
    name: &Name,
    table: &'a ast::Table,
    draft: &mut Draft<Figure>,
) -> Option<Table> {
    let grid = context.grid(table, Sets::One("commitment", name.as_str(), name.as_str()))?;
    draft.broken |= grid.broken;
    draft.rules.reserve_exact(grid.rows.len() * grid.columns.len());
    let lone = grid.all_set().then_some(name);
    let anchor = [name.as_str(), "-row"].concat();
    Some(context.matrix_cells(table, &grid, &anchor, lone, |context, place| {
        let figure = context.take(cell::figure(place.cell));
        let good = figure.and_then(|figure| context.figure(&figure, name.as_str()).map(|()| figure));
        let Some(figure) = good else {
            draft.broken = true;
            return None;
        };
        draft.rules.push(context.cell_rule(place, figure.clone(), Origin::Cell));
        Some(CellValue::Figure(figure))
    }))
}
