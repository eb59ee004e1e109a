//! Lengths of time, promises and their strength.

use super::{impossible, unexpected};
use crate::diagnostic::{Diagnostic, registry};
use crate::source::Spanned;
use crate::syntax::grammar::{Builder, Built, Pair, R, first};
use crate::syntax::slips::two_readings;
use crate::value::{
    BusinessWord, Clock, Day, Decimal, Duration, Figure, Promise, ReleaseStep, Strength, Unit, Which,
};

/// A whole number that a count can be.
pub(in crate::syntax) fn count(b: &Builder, pair: &Pair<'_>) -> Built<u32> {
    let digits: String = pair.as_str().chars().filter(char::is_ascii_digit).collect();
    match digits.parse::<u32>() {
        Ok(number) if number <= 1_000_000_000 => Ok(number),
        _ => impossible(
            b.span(pair),
            format!("`{}` is too large", pair.as_str()),
            "more than 1_000_000_000",
            "",
        ),
    }
}

/// A number with or without a fraction.
pub(in crate::syntax) fn number(b: &Builder, pair: &Pair<'_>) -> Built<Decimal> {
    match Decimal::parse(pair.as_str()) {
        Some(number) if number <= Decimal::whole(1_000_000_000) => Ok(number),
        _ => impossible(
            b.span(pair),
            format!("`{}` is not a number that can be kept", pair.as_str()),
            "at most 1_000_000_000, with at most nine digits after the point",
            "",
        ),
    }
}

/// A number that stands for a count or an amount: `1.200` is refused, since many people mean 1200 by it.
pub(in crate::syntax) fn plain_number(b: &Builder, pair: &Pair<'_>) -> Built<Decimal> {
    let written = pair.as_str();
    if let Some((whole, fraction)) = written.split_once('.')
        && (1..=3).contains(&whole.len())
        && whole != "0"
        && fraction.len() == 3
    {
        let [grouped, decimal] = two_readings(whole, fraction);
        let span = b.span(pair);
        return Err(Box::new(
            Diagnostic::new(
                &registry::SLIP,
                span,
                format!("`{written}` can be read as `{grouped}` or as `{decimal}`"),
            )
            .label("which one is meant?")
            .fix(format!("change it to `{grouped}`"), false, span, grouped)
            .fix(format!("change it to `{decimal}`"), false, span, decimal),
        ));
    }
    number(b, pair)
}

/// A share in per cent.
pub(in crate::syntax) fn share(b: &Builder, pair: Pair<'_>) -> Built<Decimal> {
    let span = b.span(&pair);
    let Some(inner) = pair.clone().into_inner().next() else { return unexpected(span, &pair) };
    match Decimal::parse(inner.as_str()) {
        Some(share) if share <= Decimal::whole(10_000) => Ok(share),
        _ => impossible(span, format!("`{}` is not a share", pair.as_str()), "too large", ""),
    }
}

/// A unit of time.
pub(in crate::syntax) fn unit(b: &Builder, pair: &Pair<'_>) -> Built<Unit> {
    Unit::from_word(pair.as_str()).map_or_else(|| unexpected(b.span(pair), pair), Ok)
}

fn clock(b: &Builder, pair: &Pair<'_>) -> Clock {
    match pair.as_str() {
        "business" => Clock::Business(BusinessWord::Business),
        "working" => Clock::Business(BusinessWord::Working),
        _ => Clock::of(b.name(pair)),
    }
}

/// `4 business hours`.
pub(in crate::syntax) fn duration(b: &Builder, pair: Pair<'_>) -> Built<Duration> {
    let span = b.span(&pair);
    let mut amount = 1;
    let mut on = Clock::Elapsed;
    let mut of = Unit::Day;
    for part in pair.into_inner() {
        match part.as_rule() {
            R::integer => amount = count(b, &part)?,
            R::clock => on = clock(b, &part),
            R::unit => of = unit(b, &part)?,
            _ => return unexpected(b.span(&part), &part),
        }
    }
    Ok(Duration { amount, unit: of, clock: on, span })
}

/// `24 to 48 hours` or a plain duration.
pub(in crate::syntax) fn lapse(b: &Builder, pair: Pair<'_>) -> Built<Promise> {
    let span = b.span(&pair);
    let Some(inner) = pair.clone().into_inner().next() else { return unexpected(span, &pair) };
    match inner.as_rule() {
        R::duration => Ok(Promise::Within { from: None, to: duration(b, inner)? }),
        R::unfilled => Ok(Promise::Unfilled),
        R::range => {
            let mut parts = inner.into_inner();
            let (Some(near), Some(far)) = (parts.next(), parts.next()) else {
                return unexpected(span, &pair);
            };
            let near_span = b.span(&near);
            let near = count(b, &near)?;
            let to = duration(b, far)?;
            if near >= to.amount {
                return impossible(
                    span,
                    format!("the range `{}` does not go up", pair.as_str()),
                    "the first figure is the lower one",
                    "",
                );
            }
            let from = Duration { amount: near, span: near_span, ..to.clone() };
            Ok(Promise::Within { from: Some(Box::new(from)), to })
        }
        _ => unexpected(span, &pair),
    }
}

/// `next business day 12:00`, `next release`.
pub(in crate::syntax) fn day(b: &Builder, pair: Pair<'_>) -> Built<Promise> {
    let span = b.span(&pair);
    let Some(inner) = pair.clone().into_inner().next() else { return unexpected(span, &pair) };
    match inner.as_rule() {
        R::unfilled => Ok(Promise::Unfilled),
        R::release_step => Ok(Promise::Release(release_step(&inner))),
        R::named_day => {
            let mut which = Which::Next;
            let mut on = Clock::Elapsed;
            let mut until = None;
            for part in inner.into_inner() {
                match part.as_rule() {
                    R::which => which = if part.as_str() == "same" { Which::Same } else { Which::Next },
                    R::clock => on = clock(b, &part),
                    R::time => until = Some(super::dates::time(b, &part)?),
                    _ => return unexpected(b.span(&part), &part),
                }
            }
            Ok(Promise::By(Day { which, clock: on, time: until }))
        }
        _ => unexpected(span, &pair),
    }
}

/// `next release` or `second next release`.
pub(in crate::syntax) fn release_step(pair: &Pair<'_>) -> ReleaseStep {
    if pair.as_str().starts_with("second") { ReleaseStep::SecondNext } else { ReleaseStep::Next }
}

/// What stands behind `every`.
pub(in crate::syntax) fn cadence(b: &Builder, pair: Pair<'_>) -> Built<Promise> {
    let span = b.span(&pair);
    let Some(inner) = pair.clone().into_inner().next() else { return unexpected(span, &pair) };
    match inner.as_rule() {
        R::unfilled => Ok(Promise::Unfilled),
        // `every business day` has no number, which `duration` reads as one.
        R::duration | R::every_one => Ok(Promise::Every(duration(b, inner)?)),
        _ => unexpected(span, &pair),
    }
}

/// `best effort`, `none`, `no`, `as agreed in …`, `as decided by …`, `?`.
pub(in crate::syntax) fn no_figure(b: &Builder, pair: Pair<'_>) -> Built<Promise> {
    let span = b.span(&pair);
    let Some(inner) = pair.clone().into_inner().next() else { return unexpected(span, &pair) };
    match inner.as_rule() {
        R::best_effort => Ok(Promise::BestEffort),
        R::none => Ok(Promise::None),
        R::no => Ok(Promise::No),
        R::unfilled => Ok(Promise::Unfilled),
        R::agreed => {
            first(inner).map_or_else(|| unexpected(span, &pair), |of| Ok(Promise::AsAgreed(b.name(&of))))
        }
        R::decided => {
            first(inner).map_or_else(|| unexpected(span, &pair), |by| Ok(Promise::AsDecided(b.name(&by))))
        }
        _ => unexpected(span, &pair),
    }
}

/// Any promise by its own rule.
pub(in crate::syntax) fn promise(b: &Builder, pair: Pair<'_>) -> Built<Promise> {
    match pair.as_rule() {
        R::lapse => lapse(b, pair),
        R::day => day(b, pair),
        R::cadence => cadence(b, pair),
        R::no_figure => no_figure(b, pair),
        _ => unexpected(b.span(&pair), &pair),
    }
}

/// `guaranteed` or `target`.
pub(in crate::syntax) fn strength(pair: &Pair<'_>) -> Strength {
    if pair.as_str() == "guaranteed" { Strength::Guaranteed } else { Strength::Target }
}

/// What a cell of a commitment promises.
pub(in crate::syntax) fn figure(b: &Builder, pair: Pair<'_>) -> Built<Figure> {
    let span = b.span(&pair);
    let mut said: Option<Spanned<Strength>> = None;
    let mut what = Promise::Unfilled;
    for part in pair.into_inner() {
        match part.as_rule() {
            R::usually => said = Some(Spanned::new(Strength::Usual, b.span(&part))),
            R::every => {}
            R::strength => {
                if said.is_some() {
                    return impossible(
                        b.span(&part),
                        format!("`usually` and `{}` cannot both be meant", part.as_str()),
                        "a hedge is not a target or a guarantee",
                        "leave one of them out",
                    );
                }
                said = Some(Spanned::new(strength(&part), b.span(&part)));
            }
            _ => what = promise(b, part)?,
        }
    }
    Ok(Figure { promise: what, strength: said.map(|strength| strength.value), span })
}
