//! Facts and conditions.

use super::{Audience, Clause, Table};
use crate::cases::CaseSet;
use crate::value::{Condition, Decimal, Name, Text};
use std::sync::Arc;

/// Something that is known of a request.
#[derive(Clone, Debug)]
pub struct Fact {
    /// Name, title, words about it. The title of a built-in fact is absent and comes from the language of the document.
    pub clause: Clause,
    /// Whether the policy declares it with `fact`; otherwise it is built in, a process, a check or a duty.
    pub declared: bool,
    /// What its values are.
    pub kind: FactKind,
    /// Who says so.
    pub decided: Vec<Decided>,
    /// From what it follows, if it is derived.
    pub derived: Option<Derived>,
    /// Whether its values have an order, from least to most along `FactKind::Values` reversed for severities.
    pub ordered: bool,
    /// Whether all that it decides is what something costs.
    pub only_prices: bool,
}

/// What the values of a fact are. Each has the classes of the fact's dimension in the same order.
#[derive(Clone, Debug)]
pub enum FactKind {
    /// Named values.
    Values(Vec<FactValue>),
    /// Yes or no; the classes are `yes`, `no`.
    YesNo,
    /// A date, cut at the dates that the policy names.
    Date(Vec<Interval>),
    /// A number, cut at the numbers that the policy names.
    Number(Vec<Interval>),
    /// A length of time, cut at those that the policy names; the bounds are in the order of length.
    Duration(Vec<Interval>),
}

impl Fact {
    /// Whether everybody may read of it and of each of its values.
    pub fn is_for_everybody(&self) -> bool {
        let values = match &self.kind {
            FactKind::Values(values) => values.as_slice(),
            FactKind::YesNo | FactKind::Date(_) | FactKind::Number(_) | FactKind::Duration(_) => &[],
        };
        let values = values.iter().map(|value| &value.clause.audience);
        std::iter::once(&self.clause.audience).chain(values).all(|audience| *audience == Audience::Everybody)
    }
}

/// A named value of a fact.
#[derive(Clone, Debug)]
pub struct FactValue {
    /// Name, title, words about it; `when` is where the value exists.
    pub clause: Clause,
}

/// A class of a cut fact, both bounds included where there are any.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Interval {
    /// The label of the class.
    pub label: String,
    /// The least, in days since 1970 for dates, in billionths for numbers, in seconds for durations.
    pub low: Option<i64>,
    /// The most.
    pub high: Option<i64>,
}

/// `proposed by customer`, `confirmed by us`.
#[derive(Clone, Debug)]
pub struct Decided {
    /// Whether it is the last word.
    pub confirmed: bool,
    /// By whom; `us`, `customer`, a role or a party.
    pub by: Name,
}

/// How a fact follows from others.
#[derive(Clone, Debug)]
pub struct Derived {
    /// The table.
    pub table: Table,
    /// For each value of the fact (by class), the cases in which it holds.
    pub values: Vec<(usize, CaseSet)>,
}

/// A condition: as written, and the cases that it holds for.
#[derive(Clone, Debug)]
pub struct Cond {
    /// As written; `None` for what a table's labels say.
    pub written: Option<Arc<Condition>>,
    /// Exactly the cases.
    pub cases: CaseSet,
}

impl Cond {
    /// The condition that always holds.
    pub fn always() -> Self {
        Self { written: None, cases: CaseSet::everything() }
    }
}

/// A number that a fact is compared with, in billionths.
pub fn billionths(number: Decimal) -> i64 {
    let power = 10_i64.pow(9 - u32::from(number.scale.min(9)));
    number.units.saturating_mul(power)
}

/// The title of a value for messages: its title in the first language, or its name.
pub fn spoken<'a>(title: Option<&'a Text>, name: &'a Name) -> &'a str {
    title.map_or(name.as_str(), |title| title.original.content.as_str())
}

impl Fact {
    /// For whom the fact is.
    pub fn audience(&self) -> &Audience {
        &self.clause.audience
    }

    /// The named values; none for other kinds.
    pub fn values(&self) -> &[FactValue] {
        match &self.kind {
            FactKind::Values(values) => values,
            FactKind::YesNo | FactKind::Date(_) | FactKind::Number(_) | FactKind::Duration(_) => &[],
        }
    }
}
