//! Values in words, with links to what they name.
//!
//! In: values as the program holds them. Out: lines. The words are those of the catalogues; this file says which form
//! stands in which place.

use super::context::Context;
use super::line::{Line, capitalised};
use crate::document::model::Inline;
use crate::document::words::Arg;
use crate::hir::Grant;
use crate::time::Date;
use crate::value::{
    Amount, DatePoint, DateRule, DateSpan, Duration, Figure, Measure, Promise, Quantity, Rate, Stated,
};

/// A length of time: `4 business hours`.
pub fn duration(cx: &Context<'_>, duration: &Duration) -> Line {
    cx.wording().duration(duration).into()
}

/// A length of time as the arguments of a text.
pub fn duration_args(cx: &Context<'_>, duration: &Duration) -> [(&'static str, Arg); 2] {
    cx.wording().duration_args(duration)
}

/// A length of time that may not be known yet.
pub fn stated(cx: &Context<'_>, stated: &Stated) -> Line {
    cx.wording().stated(stated).into()
}

/// The same as the arguments of a text.
pub fn stated_args(cx: &Context<'_>, stated: &Stated) -> [(&'static str, Arg); 2] {
    cx.wording().stated_args(stated)
}

/// A rhythm: `every 12 months`.
pub fn every(cx: &Context<'_>, duration: &Duration) -> Line {
    cx.wording().every(duration).into()
}

/// A figure for a cell.
pub fn figure(cx: &Context<'_>, figure: &Figure) -> Line {
    cx.figure(figure)
}

/// A figure for a sentence: `within 4 business hours`.
pub fn figure_in_sentence(cx: &Context<'_>, figure: &Figure) -> Line {
    cx.wording().figure_in_sentence(figure).into()
}

/// A promise for a sentence.
pub fn promise_in_sentence(cx: &Context<'_>, promise: &Promise) -> Line {
    cx.wording().promise_in_sentence(promise).into()
}

/// An amount.
pub fn amount(cx: &Context<'_>, amount: &Amount) -> Line {
    cx.wording().amount(amount).into()
}

/// A rate that was worked out.
pub fn rate(cx: &Context<'_>, rate: &Rate) -> Line {
    cx.wording().rate(rate).into()
}

/// How often something is invoiced.
pub fn frequency(cx: &Context<'_>, measure: &Measure) -> Line {
    cx.wording().frequency(measure).into()
}

/// A limit.
pub fn quantity(cx: &Context<'_>, quantity: &Quantity) -> Line {
    cx.wording().quantity(quantity).into()
}

/// A grant, for a text.
pub fn grant(cx: &Context<'_>, grant: &Grant) -> Line {
    cx.wording().grant(grant).into()
}

/// A grant as a cell: its limit, and in small print what becomes of the rest.
pub fn grant_cell(cx: &Context<'_>, grant: &Grant) -> (Line, Line) {
    match grant {
        Grant::Limit { quantity, unused_lapse: true } => {
            let unit = quantity.unit.map_or("none", crate::value::Unit::word);
            let small = cx.say("plan-unused-lapse", &[("unit", unit.into()), ("case", "nominative".into())]);
            (capitalised(self::quantity(cx, quantity)), small)
        }
        Grant::Yes | Grant::No | Grant::Limit { .. } | Grant::Unfilled => {
            (capitalised(self::grant(cx, grant)), Line::new())
        }
    }
}

/// A rule that leads to a date.
pub fn date_rule(cx: &Context<'_>, rule: &DateRule) -> Line {
    cx.wording().date_rule(rule).into()
}

/// A day or some days in the first column of a table: `Thu 24 Dec 2026`.
pub fn day_cell(cx: &Context<'_>, span: DateSpan) -> Line {
    let day = |date: Date| Inline::time(date.to_string(), cx.words.short_full_date(date));
    match (span.from, span.to) {
        (DatePoint::Full(from), DatePoint::Full(to)) if from == to => vec![day(from)],
        (DatePoint::Full(from), DatePoint::Full(to)) => {
            cx.say("calendar-day-span", &[("from", day(from).into()), ("to", day(to).into())])
        }
        _ => vec![Inline::text(cx.words.date_span(span))],
    }
}
