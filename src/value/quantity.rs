//! Limits and quantities: how many of something, for each of what, in which period.

use super::{Decimal, Duration, Name, Unit};
use crate::source::Span;

/// How much of an entitlement, as it stands in a cell or behind `grants`.
#[derive(Clone, Debug)]
pub struct Quantity {
    /// How many; `None` is unlimited.
    pub count: Option<Decimal>,
    /// The unit of time when hours or days are granted: `12 hours of advice`.
    pub unit: Option<Unit>,
    /// `per year`, `per 500 nodes`.
    pub per: Option<Measure>,
    /// `at a time`.
    pub at_a_time: bool,
    /// `, at most 15`.
    pub at_most: Option<Decimal>,
    /// Where it was written.
    pub span: Span,
}

impl PartialEq for Quantity {
    fn eq(&self, other: &Self) -> bool {
        (&self.count, self.unit, &self.per, self.at_a_time, &self.at_most)
            == (&other.count, other.unit, &other.per, other.at_a_time, &other.at_most)
    }
}

impl Eq for Quantity {}

/// What something is counted for: `per year`, `per 500 nodes`, `per request`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measure {
    /// Of how many at a time; 1 when nothing is said. A begun measure counts as whole.
    pub every: u32,
    /// Of what.
    pub what: Period,
}

/// A stretch of time, or a thing that is counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Period {
    /// `per year`.
    Time(Unit),
    /// `per 500 nodes`: a fact that is a number, or a plain word such as `request`.
    Thing(Name),
}

/// A frequency is a measure of time: `monthly` is every month.
impl From<Duration> for Measure {
    fn from(duration: Duration) -> Self {
        Self { every: duration.amount, what: Period::Time(duration.unit) }
    }
}
