//! Prices: tables, plain amounts, and amounts that follow from others.
//!
//! In: the prices that stand together in a section. Out: a table for each that has one, terms for the others. An amount
//! that follows from figures alone is worked out, exactly or not at all.

use super::clause;
use super::context::Context;
use super::line::{Line, capitalised, joined};
use super::{table, values};
use crate::document::model::{Anchor, Block, CellRole, Description, Inline, Term, Tone};
use crate::hir::{self, CellValue, Column, Label, Layer, Origin, Price, Rule};
use crate::value::{Amount, Decimal, Duration, Money, Name, Pick, Rate};

/// Prices as blocks.
pub fn blocks(cx: &Context<'_>, names: &[&Name]) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut terms = Vec::new();
    for name in names {
        let Some(price) = cx.program.prices.get(*name) else { continue };
        if price.tables.is_empty() {
            terms.extend(term(cx, price));
        } else {
            blocks.extend(tables(cx, price));
        }
    }
    if !terms.is_empty() {
        blocks.push(Block::Terms(terms));
    }
    blocks
}

/// A price with tables: those, then what else is said of it.
fn tables(cx: &Context<'_>, price: &Price) -> Vec<Block> {
    let mut blocks = Vec::new();
    for (index, own) in price.tables.iter().enumerate() {
        let anchor = (index == 0).then_some(price.clause.anchor.as_str());
        let Block::Table(mut built) = table::block(cx, own, capitalised(cx.title(&price.clause)), anchor)
        else {
            continue;
        };
        if let ([Column::Sets(_)], Some(last)) = (own.columns.as_slice(), built.columns.last_mut()) {
            *last = cx.say("table-price", &[]);
        }
        for (row, built_row) in own.rows.iter().zip(&mut built.rows) {
            let values: Vec<&CellValue> = row.cells.iter().map(|cell| &cell.value).collect();
            let data = built_row.cells.iter_mut().filter(|cell| cell.role == CellRole::Data);
            if data.count() != values.len() {
                continue;
            }
            let data = built_row.cells.iter_mut().filter(|cell| cell.role == CellRole::Data);
            for (cell, value) in data.zip(values) {
                let CellValue::Amount(amount) = value else { continue };
                if matches!(**amount, Amount::Rate(..)) {
                    continue;
                }
                if let Some(rate) = worked_out(cx, price, amount) {
                    cell.small = cx.small(std::mem::replace(&mut cell.content, values::rate(cx, &rate)));
                }
            }
        }
        blocks.push(Block::Table(built));
    }
    blocks.extend(clause::opening(cx, &price.clause, lines(cx, price)));
    blocks.extend(clause::closing(cx, &price.clause));
    blocks
}

/// The lines of a price that are not cells, as sentences.
fn lines(cx: &Context<'_>, price: &Price) -> Vec<Line> {
    let rules = price.rules.rules.iter().filter(|rule| cx.shows(&rule.clause) && rule.origin == Origin::Line);
    rules.map(|rule| rule_line(cx, price, rule)).collect()
}

fn rule_line(cx: &Context<'_>, price: &Price, rule: &Rule<Amount>) -> Line {
    let words = values::amount(cx, &rule.value);
    let words = match worked_out(cx, price, &rule.value) {
        Some(rate) if !matches!(rule.value, Amount::Rate(..)) => {
            joined([values::rate(cx, &rate), cx.say("price-from", &[("amount", words.into())])], ", ")
        }
        _ => words,
    };
    let words =
        if rule.layer == Layer::Except { cx.say("price-except", &[("amount", words.into())]) } else { words };
    clause::statement(cx, &rule.clause, capitalised(words))
}

/// A price without a table, as a term.
fn term(cx: &Context<'_>, price: &Price) -> Option<Term> {
    let mut all: Vec<(Tone, Line)> = lines(cx, price).into_iter().map(|line| (Tone::Plain, line)).collect();
    all.extend(clause::descriptions(cx, &price.clause));
    if all.is_empty() {
        return None;
    }
    let descriptions = all.into_iter().map(|(tone, content)| Description { tone, content }).collect();
    let anchor = Some(Anchor::new(&price.clause.anchor));
    Some(Term { anchor, name: capitalised(cx.title(&price.clause)), descriptions })
}

/// A term of a contract as the label of a row: its name is as written, `2 years`.
pub fn term_label(cx: &Context<'_>, name: &Name) -> Line {
    match parse_term(name.as_str()) {
        Some(duration) => values::duration(cx, &duration),
        None => vec![Inline::text(name.as_str())],
    }
}

fn parse_term(name: &str) -> Option<Duration> {
    let (amount, unit) = name.split_once([' ', '-'])?;
    let unit = crate::value::Unit::from_word(unit)?;
    let amount = amount.parse().ok()?;
    Some(Duration { amount, unit, clock: crate::value::Clock::Elapsed, span: crate::source::Span::default() })
}

/// The figure that an amount comes to, when everything that it is made of is a figure.
pub fn worked_out(cx: &Context<'_>, price: &Price, amount: &Amount) -> Option<Rate> {
    evaluate(cx, price, amount, 8)
}

/// `depth` ends what refers to itself, which the checker has reported.
fn evaluate(cx: &Context<'_>, price: &Price, amount: &Amount, depth: u8) -> Option<Rate> {
    let depth = depth.checked_sub(1)?;
    match amount {
        Amount::Rate(rate, _) => Some(rate.clone()),
        Amount::Term(term) => {
            let found = row_of(price, |name| parse_term(name.as_str()).is_some_and(|other| other == *term))?;
            evaluate(cx, price, found, depth)
        }
        Amount::Named(name) => {
            if let Some(found) = row_of(price, |label| label == name) {
                return evaluate(cx, price, found, depth);
            }
            let other = cx.program.prices.get(name)?;
            let [only] = other.rules.rules.as_slice() else { return None };
            evaluate(cx, other, &only.value, depth)
        }
        Amount::Share { share, of, per, .. } => {
            let other = cx.program.prices.get(of)?;
            let [only] = other.rules.rules.as_slice() else { return None };
            let base = evaluate(cx, other, &only.value, depth)?;
            let amount = divided(times(base.money.amount, *share)?, 100)?;
            let per = per.clone().or(base.per);
            Some(Rate { money: Money { currency: base.money.currency, amount }, per })
        }
        Amount::Pick { pick, of, .. } => {
            let parts: Option<Vec<Rate>> = of.iter().map(|part| evaluate(cx, price, part, depth)).collect();
            picked(*pick, &parts?)
        }
        Amount::Times(..)
        | Amount::None(_)
        | Amount::No(_)
        | Amount::Included(..)
        | Amount::AsAgreed(..)
        | Amount::AsDecided(..)
        | Amount::Unfilled(_) => None,
    }
}

fn picked(pick: Pick, parts: &[Rate]) -> Option<Rate> {
    let first = parts.first()?;
    if parts.iter().any(|part| part.money.currency != first.money.currency || part.per != first.per) {
        return None;
    }
    let amounts = || parts.iter().map(|part| part.money.amount);
    let amount = match pick {
        Pick::Higher => amounts().max()?,
        Pick::Lower => amounts().min()?,
        Pick::Sum => amounts().try_fold(Decimal::whole(0), plus)?,
        Pick::Difference => {
            let others = amounts().skip(1).try_fold(Decimal::whole(0), plus)?;
            plus(first.money.amount, Decimal { units: others.units.checked_neg()?, ..others })?
        }
        Pick::Average => {
            let sum = amounts().try_fold(Decimal::whole(0), plus)?;
            divided(sum, i64::try_from(parts.len()).ok()?)?
        }
    };
    Some(Rate { money: Money { currency: first.money.currency.clone(), amount }, per: first.per.clone() })
}

/// The amount in the row of the price's own tables whose only label is this.
fn row_of(price: &Price, is: impl Fn(&Name) -> bool) -> Option<&Amount> {
    let labelled = |row: &&hir::Row| match row.labels.as_slice() {
        [Label::Values(names)] => matches!(names.as_slice(), [name] if is(name)),
        _ => false,
    };
    let mut rows = price.tables.iter().filter(|table| sets_price(table)).flat_map(|table| &table.rows);
    let [cell] = rows.find(labelled)?.cells.as_slice() else { return None };
    if let CellValue::Amount(amount) = &cell.value { Some(amount) } else { None }
}

fn sets_price(table: &hir::Table) -> bool {
    matches!(table.columns.as_slice(), [Column::Sets(_)])
}

/// So many times the only wider rate of an offer that is a figure.
pub fn multiplied(by: Decimal, rates: &[&hir::Rate]) -> Option<Rate> {
    let figure = |rate: &&hir::Rate| {
        if let Amount::Rate(found, _) = &rate.amount { Some(found.clone()) } else { None }
    };
    let mut wider = rates.iter().filter_map(figure);
    let base = wider.next()?;
    if wider.next().is_some() {
        return None;
    }
    let amount = times(base.money.amount, by)?;
    Some(Rate { money: Money { currency: base.money.currency.clone(), amount }, per: base.per.clone() })
}

fn plus(a: Decimal, b: Decimal) -> Option<Decimal> {
    let scale = a.scale.max(b.scale);
    let widen = |n: Decimal| n.units.checked_mul(10_i64.checked_pow(u32::from(scale - n.scale))?);
    Some(Decimal { units: widen(a)?.checked_add(widen(b)?)?, scale })
}

fn times(a: Decimal, b: Decimal) -> Option<Decimal> {
    let (a, b) = (a.shortest(), b.shortest());
    let product =
        Decimal { units: a.units.checked_mul(b.units)?, scale: a.scale.checked_add(b.scale)? }.shortest();
    (product.scale <= 9).then_some(product)
}

/// The exact quotient, when it has at most two digits after the point.
fn divided(a: Decimal, by: i64) -> Option<Decimal> {
    let a = a.shortest();
    let scale = a.scale.max(2);
    let units = a.units.checked_mul(10_i64.checked_pow(u32::from(scale - a.scale))?)?;
    (by != 0 && units % by == 0).then(|| Decimal { units: units / by, scale }.shortest())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(text: &str) -> Decimal {
        Decimal::parse(text).unwrap()
    }

    #[test]
    fn quotients_are_exact_or_absent() {
        assert_eq!(divided(decimal("3700"), 2).unwrap().to_string(), "1850");
        assert_eq!(divided(decimal("100.25"), 5).unwrap().to_string(), "20.05");
        assert_eq!(divided(decimal("100"), 3), None);
    }

    #[test]
    fn products_keep_their_fraction() {
        assert_eq!(times(decimal("150"), decimal("1.5")).unwrap().to_string(), "225");
        assert_eq!(plus(decimal("0.5"), decimal("10.25")).unwrap().to_string(), "10.75");
    }
}
