//! Prices: what things cost, in all or depending on the case.
//!
//! In: a `price` declaration and the rules that tables give it. Out: the price with its rules resolved. Amounts that are
//! worked out of others stay as they were written; that they lead to an end is checked here.

use super::commitments::title;
use super::context::Context;
use super::grid::Tag;
use super::rules::unfilled_domain;
use super::table::Sets;
use super::tables::TableRules;
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::{CellValue, Label, Origin, Price, RuleSet};
use crate::source::Span;
use crate::syntax::ast::{self, Decl};
use crate::syntax::cell;
use crate::value::{Amount, Clock, Duration, Name, Named, Unit};
use std::collections::BTreeMap;

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
    for table in decl.body.tables() {
        let Some(grid) = context.grid(table, Sets::One("price", name.as_str(), "price")) else {
            draft.broken = true;
            continue;
        };
        labels.extend(grid.rows.iter().flat_map(|row| &row.tags).flat_map(names).cloned());
        grids.push((table, grid));
    }
    let is_row = |amount: &Amount| {
        row_of(amount).is_some_and(|row| {
            labels.iter().any(|label| row_label(label.as_str()) == row_label(row.as_str()))
        })
    };
    let mut number = 0;
    for statement in decl.body.own() {
        context.inside(statement.audience.as_ref(), |context| {
            let Some(ast::Price::Amount { amount }) = &statement.kind else {
                // What the parser reported as not filled in is not reported again.
                let (owner, unknown) = ((name.as_str(), &price.clause), Amount::Unfilled(statement.span));
                context.unfilled_line(owner, statement, &mut number, unknown, &mut draft);
                return;
            };
            let good = context.amount(amount, name.as_str(), &is_row);
            let rule = context.line(name.as_str(), statement, &mut number, amount.clone());
            draft.add(good.and(rule));
        });
    }
    let unknown = Amount::Unfilled(name.span);
    unfilled_domain((name.as_str(), &price.clause), &decl.body, unknown, &mut draft);
    for (table, grid) in grids {
        draft.broken |= grid.broken;
        let lone = grid.all_set().then(|| name.clone());
        let anchor = [name.as_str(), "-row"].concat();
        let written = context.matrix_cells(table, &grid, &anchor, lone.as_ref(), |context, place| {
            let amount = context.take(cell::amount(place.cell));
            let good =
                amount.and_then(|amount| context.amount(&amount, name.as_str(), &is_row).map(|()| amount));
            let Some(amount) = good else {
                draft.broken = true;
                return None;
            };
            draft.rules.push(context.cell_rule(place, amount.clone(), Origin::Cell));
            Some(CellValue::Amount(Box::new(amount)))
        });
        price.tables.push(written);
    }
    draft.rules.sort_by_key(|rule| rule.span);
    let what = || title(decl.title.as_deref(), &name);
    let domain = price.clause.when.clone();
    price.rules = context.resolve_amounts(&what, domain.as_ref(), draft, name.span);
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
        Amount::Term(term) => Some(Name::new(crate::hir::say::written(term), term.span)),
        Amount::Rate(..)
        | Amount::Share { .. }
        | Amount::Times(..)
        | Amount::Pick { .. }
        | Amount::None(_)
        | Amount::No(_)
        | Amount::Included(..)
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
        | Amount::Included(..)
        | Amount::AsAgreed(..)
        | Amount::AsDecided(..)
        | Amount::Unfilled(_) => Vec::new(),
    }
}

/// Prices that are worked out of themselves. A rule leads to the rows of its own price that it names, and to every rule of
/// another price.
pub fn circles(context: &mut Context<'_>, prices: &Named<Price>) {
    let rules: Vec<(&Name, &str, &Amount)> = prices
        .iter()
        .flat_map(|(name, price)| {
            price.rules.rules.iter().map(move |rule| (name, rule.path.as_str(), &rule.value))
        })
        .collect();
    let mut rows: BTreeMap<(&str, String, String), Vec<usize>> = BTreeMap::new();
    for (at, (price, path, _)) in rules.iter().enumerate() {
        for (around, part) in with_one_part_open(path) {
            for label in part.split("-and-") {
                rows.entry((price.as_str(), around.clone(), row_label(label))).or_default().push(at);
            }
        }
    }
    let leads = |(price, path, amount): &(&Name, &str, &Amount)| -> Vec<usize> {
        let mut to = Vec::new();
        for part in parts(amount) {
            let Some(row) = row_of(&part) else { continue };
            let step = row_label(&row.as_str().replace([' ', '/'], "-"));
            // A row of the same price is one step apart: its path has the label in one part, and is the same otherwise.
            let around = with_one_part_open(path).map(|(around, _)| around);
            let own = around.filter_map(|around| rows.get(&(price.as_str(), around, step.clone())));
            let own: Vec<usize> = own.flatten().copied().collect();
            if own.is_empty() {
                to.extend(prices.get_index_of(&row).map(|price| rules.len() + price));
            }
            to.extend(own);
        }
        to
    };
    // Behind the rules stand the prices, each of which leads to all of its rules.
    let mut leads: Vec<Vec<usize>> = rules.iter().map(leads).collect();
    let mut first = 0;
    for price in prices.values() {
        let next = first + price.rules.rules.len();
        leads.push((first..next).collect());
        first = next;
    }
    for (price, _, amount) in super::circles::circles(&leads).into_iter().filter_map(|at| rules.get(at)) {
        let finding = Diagnostic::new(
            &registry::CIRCULAR_PRICE,
            amount.span(),
            format!("the price `{price}` is worked out of itself in the end"),
        )
        .label("part of a circle")
        .help("let one of the prices be a sum of money");
        context.report(finding);
    }
}

/// The label of a row such that two labels of one row are the same: by name, or by length of time (`12 months`, `1 year`).
fn row_label(label: &str) -> String {
    length(label).map_or_else(|| label.to_owned(), |length| format!("{length} seconds"))
}

/// The length of a label such as `1 year` or `1-year`.
fn length(label: &str) -> Option<i64> {
    let (amount, unit) = label.split_once([' ', '-'])?;
    let (amount, unit) = (amount.parse().ok()?, Unit::from_word(unit)?);
    super::measure::seconds(&Duration { amount, unit, clock: Clock::Elapsed, span: Span::default() })
}

/// Each part of a path but the first, with the path around it.
fn with_one_part_open(path: &str) -> impl Iterator<Item = (String, &str)> {
    let bounds = path.match_indices('/').map(|(at, _)| at);
    bounds.map(|start| {
        let part = &path[start + 1..];
        let part = &part[..part.find('/').unwrap_or(part.len())];
        (format!("{}/{}", &path[..start], &path[start + 1 + part.len()..]), part)
    })
}

#[cfg(test)]
mod tests {
    use crate::check::trial::{BASE, codes, only};

    #[test]
    fn two_prices_for_one_case_may_be_parts_of_one_and_the_help_says_how() {
        let help = only(&format!("{BASE}price fee \"Fee\" {{ EUR 100 per month\nEUR 10 per user }}\n")).help;
        let sum = "sum of EUR 100 per month and EUR 10 per user";
        let ends = format!("if both are due, write them as one: `{sum}`");
        assert!(help.as_deref().is_some_and(|help| help.ends_with(&ends)), "{help:?}");
        assert_eq!(codes(&format!("{BASE}price fee \"Fee\" {{ {sum} }}\n")), Vec::<String>::new());
    }
}
