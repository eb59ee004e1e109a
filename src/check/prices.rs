//! Prices: what things cost, in all or depending on the case.
//!
//! In: a `price` declaration and the rules that tables give it. Out: the price with its rules resolved. Amounts that are
//! worked out of others stay as they were written; that they lead to an end is checked here.

use super::commitments::title;
use super::context::Context;
use super::grid::Tag;
use super::say;
use super::table::Sets;
use super::tables::TableRules;
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::{CellValue, Label, Origin, Price, RuleSet};
use crate::source::Span;
use crate::syntax::ast::{self, Decl};
use crate::syntax::cell;
use crate::value::{Amount, Clock, Duration, Name, Unit};
use indexmap::IndexMap;

/// A price.
pub fn price<'a>(
    context: &mut Context<'a>,
    decl: &'a Decl<ast::Price>,
    tables: &mut TableRules,
) -> Option<Price> {
    let name = decl.name.clone()?;
    let clause = context.declaration(decl);
    let mut price = Price { clause, rules: RuleSet::default(), tables: Vec::new() };
    let mut draft = tables.amounts(&name);
    let mut grids = Vec::new();
    let mut labels: Vec<Name> = Vec::new();
    for (at, table) in decl.body.tables().enumerate() {
        let Some(grid) = context.grid(table, Sets::One("price", name.as_str(), "price")) else {
            draft.broken = true;
            continue;
        };
        labels.extend(grid.rows.iter().flat_map(|row| &row.tags).flat_map(names).cloned());
        grids.push((at, table, grid));
    }
    let is_row = |amount: &Amount| {
        row_of(amount).is_some_and(|row| labels.iter().any(|label| alike(label.as_str(), row.as_str())))
    };
    let mut number = 0;
    for statement in decl.body.own() {
        context.inside(statement.audience.as_ref(), |context| {
            let amount = match &statement.kind {
                Some(ast::Price::Amount { amount }) => amount.clone(),
                None => Amount::Unfilled(statement.span),
            };
            context.unhedged(statement, "a price");
            // What the parser reported as not filled in is not reported again.
            let good = statement.kind.is_none() || context.amount(&amount, name.as_str(), &is_row).is_some();
            let rule = context.line(name.as_str(), statement, &mut number, amount);
            draft.add(rule.filter(|_| good));
        });
    }
    for (at, table, grid) in grids {
        draft.broken |= grid.broken;
        let lone = grid.all_set().then(|| name.clone());
        let anchor = format!("{name}-row");
        let written = context.matrix_cells(table, &grid, &anchor, lone.as_ref(), |context, place| {
            let amount = context.take(cell::amount(place.cell));
            let good =
                amount.and_then(|amount| context.amount(&amount, name.as_str(), &is_row).map(|()| amount));
            let Some(amount) = good else {
                draft.broken = true;
                return None;
            };
            let origin = Origin::Cell { table: at, row: place.at.0, column: place.at.1 };
            let rule = context.cell_rule(
                place.path.clone(),
                amount.clone(),
                place.cases.clone(),
                origin,
                place.cell.span,
            );
            draft.rules.push(rule);
            Some(CellValue::Amount(amount))
        });
        price.tables.push(written);
    }
    draft.rules.sort_by_key(|rule| rule.span);
    let what = title(decl.title.as_ref(), &name);
    let domain = price.clause.when.clone();
    price.rules = context.resolve(&what, domain.as_ref(), draft, Amount::same_as, say::amount, name.span);
    Some(price)
}

fn names(tag: &Tag) -> &[Name] {
    match &tag.label {
        Label::Values(names) => names,
        Label::Other(_) | Label::Any => &[],
    }
}

/// The name of the row that an amount refers to, if it can be one.
fn row_of(amount: &Amount) -> Option<Name> {
    match amount {
        Amount::Named(name) => Some(name.clone()),
        Amount::Term(term) => Some(Name::new(super::measure::written(term), term.span)),
        Amount::Rate(..)
        | Amount::Share { .. }
        | Amount::Times(..)
        | Amount::Pick { .. }
        | Amount::None(_)
        | Amount::No(_)
        | Amount::AsAgreed(..)
        | Amount::AsDecided(..)
        | Amount::Unfilled(_) => None,
    }
}

/// The amounts that an amount is worked out of, down to names.
fn parts(amount: &Amount) -> Vec<Amount> {
    match amount {
        Amount::Share { of, .. } => vec![Amount::Named(of.clone())],
        Amount::Named(_) | Amount::Term(_) => vec![amount.clone()],
        Amount::Pick { of, .. } => of.iter().flat_map(parts).collect(),
        Amount::Rate(..)
        | Amount::Times(..)
        | Amount::None(_)
        | Amount::No(_)
        | Amount::AsAgreed(..)
        | Amount::AsDecided(..)
        | Amount::Unfilled(_) => Vec::new(),
    }
}

/// Prices that are worked out of themselves. A rule leads to the rows of its own price that it names, and to every rule of
/// another price.
pub fn circles(context: &mut Context<'_>, prices: &IndexMap<Name, Price>) {
    let rules: Vec<(&Name, &str, &Amount)> = prices
        .iter()
        .flat_map(|(name, price)| {
            price.rules.rules.iter().map(move |rule| (name, rule.path.as_str(), &rule.value))
        })
        .collect();
    let leads = |from: usize| -> Vec<usize> {
        let Some((price, path, amount)) = rules.get(from) else { return Vec::new() };
        let mut to = Vec::new();
        for part in parts(amount) {
            let Some(row) = row_of(&part) else { continue };
            let step = row.as_str().replace([' ', '/'], "-");
            let own = rules.iter().enumerate().filter(|(_, (other, other_path, _))| {
                other == price && one_step_apart(path, other_path, &step)
            });
            let own: Vec<usize> = own.map(|(at, _)| at).collect();
            if own.is_empty() {
                let others = rules.iter().enumerate().filter(|(_, (other, ..))| **other == row);
                to.extend(others.map(|(at, _)| at));
            }
            to.extend(own);
        }
        to
    };
    let mut told: Vec<usize> = Vec::new();
    for start in 0..rules.len() {
        let mut reached: Vec<usize> = Vec::new();
        let mut waiting = leads(start);
        while let Some(next) = waiting.pop() {
            if !reached.contains(&next) {
                waiting.extend(leads(next));
                reached.push(next);
            }
        }
        if reached.contains(&start) && !told.contains(&start) {
            let Some((price, _, amount)) = rules.get(start) else { continue };
            let finding = Diagnostic::new(
                &registry::CIRCULAR_PRICE,
                amount.span(),
                format!("the price `{price}` is worked out of itself in the end"),
            )
            .label("part of a circle")
            .help("let one of the prices be a sum of money");
            context.report(finding);
            told.extend(reached);
        }
    }
}

/// Whether two labels are the same row: the same name, or the same length of time (`12 months`, `1 year`).
fn alike(one: &str, two: &str) -> bool {
    one == two || length(one).is_some_and(|length| self::length(two) == Some(length))
}

/// The length of a label such as `1 year` or `1-year`.
fn length(label: &str) -> Option<i64> {
    let (amount, unit) = label.split_once([' ', '-'])?;
    let (amount, unit) = (amount.parse().ok()?, Unit::from_word(unit)?);
    super::measure::seconds(&Duration { amount, unit, clock: Clock::Elapsed, span: Span::default() })
}

/// Whether a path is another one with one part in which the label `step` stands.
fn one_step_apart(path: &str, other: &str, step: &str) -> bool {
    let (own, other): (Vec<&str>, Vec<&str>) = (path.split('/').collect(), other.split('/').collect());
    let named = |part: &str| part.split("-and-").any(|label| alike(label, step));
    let mut changed = own.iter().zip(&other).filter(|(a, b)| a != b);
    own.len() == other.len()
        && match (changed.next(), changed.next()) {
            (Some((_, part)), None) => named(part),
            (None, None) => own.iter().skip(1).any(|part| named(part)),
            _ => false,
        }
}
