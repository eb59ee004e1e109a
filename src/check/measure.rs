//! Dates, numbers and lengths of time as facts: where they are cut, and what the stretches are called.
//!
//! In: values as written, in conditions, labels and examples. Out: their places on a line, and the classes that the named
//! places make.

use super::facts::{ByName, FactInfo, Values};
use super::table::Headers;
use crate::cases::Cuts;
use crate::hir::say::written;
use crate::hir::{Interval, billionths};
use crate::resolve::Resolved;
use crate::syntax::cell::{self, LabelWord};
use crate::value::{Duration, Name, Operand};
use smol_str::SmolStr;
use std::collections::BTreeMap;

/// What a fact that is cut is measured in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    Date,
    Number,
    Duration,
}

impl Measure {
    /// What such a value is called.
    pub fn word(self) -> &'static str {
        match self {
            Self::Date => "a date",
            Self::Number => "a number",
            Self::Duration => "a length of time",
        }
    }

    /// The place of a value on the line of all such values.
    pub fn place(self, operand: &Operand) -> Option<i64> {
        match (self, operand) {
            (Self::Date, Operand::Date(date, _)) => Some(date.number()),
            (Self::Number, Operand::Number(number, _)) => Some(billionths(*number)),
            (Self::Duration, Operand::Duration(duration)) => seconds(duration),
            (Self::Date | Self::Number | Self::Duration, _) => None,
        }
    }

    fn say(self, operand: &Operand) -> String {
        match (self, operand) {
            (Self::Date, Operand::Date(date, _)) => date.to_string(),
            (Self::Number, Operand::Number(number, _)) => number.shortest().to_string(),
            (Self::Duration, Operand::Duration(duration)) => written(duration),
            (Self::Date | Self::Number | Self::Duration, _) => String::new(),
        }
    }
}

/// Seconds of a length of time on the clock on the wall.
pub fn seconds(duration: &Duration) -> Option<i64> {
    duration.seconds()
}

/// The operand that a label stands for; none for `any` and `other`.
pub fn operand(word: &LabelWord) -> Option<Operand> {
    Some(match word {
        LabelWord::Name(name) => Operand::Name(name.clone()),
        LabelWord::Text(text, span) => Operand::Text(text.clone(), *span),
        LabelWord::Duration(duration) => Operand::Duration(duration.clone()),
        LabelWord::Number(number, span) => Operand::Number(*number, *span),
        LabelWord::Bool(value, span) => Operand::Bool(*value, *span),
        LabelWord::Any(_) | LabelWord::Other(_) => return None,
    })
}

/// A label as a name: the text of a text, a number or length of time as written.
pub fn label_name(word: &LabelWord) -> Option<Name> {
    match word {
        LabelWord::Name(name) => Some(name.clone()),
        LabelWord::Text(text, span) => Some(Name::new(text.as_str(), *span)),
        LabelWord::Number(number, span) => Some(Name::new(number.to_string(), *span)),
        LabelWord::Duration(duration) => Some(Name::new(written(duration), duration.span)),
        LabelWord::Bool(value, span) => Some(Name::new(if *value { "yes" } else { "no" }, *span)),
        LabelWord::Any(_) | LabelWord::Other(_) => None,
    }
}

/// Cuts dates, numbers and lengths of time wherever the policy names one.
pub fn thresholds(resolved: &Resolved<'_>, headers: &Headers, facts: &mut ByName<FactInfo<'_>>) {
    let mut named: BTreeMap<SmolStr, BTreeMap<i64, String>> = BTreeMap::new();
    let measures: BTreeMap<SmolStr, Measure> = facts
        .iter()
        .filter_map(|(name, fact)| match &fact.values {
            Values::Cut(measure, ..) => Some((name.clone(), *measure)),
            Values::Named(_) | Values::YesNo => None,
        })
        .collect();
    // Where nothing is measured, nothing is cut, and no cell need be read for it.
    if measures.is_empty() {
        return;
    }
    let mut add = |fact: &SmolStr, operand: &Operand| {
        let Some(measure) = measures.get(fact) else { return };
        if let Some(place) = measure.place(operand) {
            named.entry(fact.clone()).or_default().entry(place).or_insert_with(|| measure.say(operand));
        }
    };
    for test in resolved.parts.conditions.iter().flat_map(|condition| condition.tests()) {
        for operand in &test.operands {
            add(&test.fact.text, operand);
        }
    }
    for (fact, operand) in &resolved.parts.becomes {
        add(&fact.text, operand);
    }
    for table in &resolved.parts.tables {
        let header = headers.get(&table.span).into_iter().flat_map(|cells| cells.iter());
        for (column, header) in header.enumerate() {
            let Some(header) = &header.value else { continue };
            for word in &header.words {
                let cells = table.rows.iter().filter_map(|row| row.get(column));
                let labels = cells.flat_map(|cell| cell::labels(cell).value.unwrap_or_default());
                match word {
                    LabelWord::Name(name) => {
                        if !measures.contains_key(&name.text) {
                            continue;
                        }
                        for operand in labels.filter_map(|word| operand(&word)) {
                            add(&name.text, &operand);
                        }
                    }
                    // A column of a matrix, whose fact may be any that is measured so.
                    LabelWord::Text(..)
                    | LabelWord::Duration(_)
                    | LabelWord::Number(..)
                    | LabelWord::Any(_)
                    | LabelWord::Other(_)
                    | LabelWord::Bool(..) => {
                        if let Some(operand) = operand(word) {
                            for fact in measures.keys() {
                                add(fact, &operand);
                            }
                        }
                    }
                }
            }
        }
    }
    for (name, fact) in facts.iter_mut() {
        if let (Values::Cut(measure, cuts, words), Some(places)) = (&mut fact.values, named.remove(name)) {
            let low = matches!(measure, Measure::Duration).then_some(0);
            *cuts = Cuts::within(low, None, places.keys().copied());
            *words = places;
        }
    }
}

/// The classes of a fact that is cut, with words for them.
pub fn intervals(measure: Measure, cuts: &Cuts, words: &BTreeMap<i64, String>) -> Vec<Interval> {
    let (below, above) = match measure {
        Measure::Date => ("before", "after"),
        Measure::Number | Measure::Duration => ("less than", "more than"),
    };
    let mut intervals = Vec::with_capacity(cuts.classes().len());
    for class in cuts.classes() {
        let exact = class.low.filter(|low| class.high == Some(*low)).and_then(|low| words.get(&low));
        let under = class.high.and_then(|high| words.get(&(high + 1)));
        let over = class.low.and_then(|low| words.get(&(low - 1)));
        let label = match (exact, over, under) {
            (Some(exact), _, _) => exact.clone(),
            (None, Some(over), Some(under)) => format!("between {over} and {under}"),
            (None, None, Some(under)) => format!("{below} {under}"),
            (None, Some(over), None) => format!("{above} {over}"),
            (None, None, None) => "any".to_owned(),
        };
        intervals.push(Interval { label, low: class.low, high: class.high });
    }
    intervals
}
