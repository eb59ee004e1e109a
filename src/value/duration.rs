//! Lengths of time and the clocks they run on.

use super::Name;
use crate::source::Span;
use std::sync::Arc;

/// A unit of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Month,
    Quarter,
    Year,
}

impl Unit {
    /// All units with the word for one of them.
    pub const ALL: [(Self, &'static str); 8] = [
        (Self::Second, "second"),
        (Self::Minute, "minute"),
        (Self::Hour, "hour"),
        (Self::Day, "day"),
        (Self::Week, "week"),
        (Self::Month, "month"),
        (Self::Quarter, "quarter"),
        (Self::Year, "year"),
    ];

    /// The unit for its word, of one or of many.
    pub fn from_word(word: &str) -> Option<Self> {
        let one = word.strip_suffix('s').unwrap_or(word);
        Self::ALL.into_iter().find(|(_, name)| *name == one).map(|(unit, _)| unit)
    }

    /// The word for one.
    pub fn word(self) -> &'static str {
        Self::ALL.into_iter().find(|(unit, _)| *unit == self).map_or("", |(_, word)| word)
    }
}

/// The word that a policy uses for the time on its own clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum BusinessWord {
    Business,
    Working,
}

impl BusinessWord {
    /// The word itself.
    pub fn word(self) -> &'static str {
        match self {
            Self::Business => "business",
            Self::Working => "working",
        }
    }
}

/// Which clock a duration runs on.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Clock {
    /// The clock on the wall.
    Elapsed,
    /// The hours that the header of the policy names.
    Business(BusinessWord),
    /// While the calendar of this name is open. It lies elsewhere, since most clocks have none.
    Calendar(Arc<Name>),
}

impl Clock {
    /// The clock that runs while the calendar of this name is open.
    pub fn of(calendar: Name) -> Self {
        Self::Calendar(Arc::new(calendar))
    }

    /// Whether both are one clock where the header's hours are those of this calendar.
    pub fn same_as(&self, other: &Self, business: Option<&Name>) -> bool {
        let header = |clock: &Self| match clock {
            Self::Elapsed => false,
            Self::Business(_) => true,
            Self::Calendar(name) => Some(&**name) == business,
        };
        self == other || (header(self) && header(other))
    }
}

/// A length of time, or `?` in its place.
#[derive(Clone, Debug)]
pub enum Stated {
    /// It is said.
    Known(Duration),
    /// It is not known yet; the rest of the statement holds all the same.
    Unfilled(Span),
}

impl Stated {
    /// The length, where it is said.
    pub fn known(&self) -> Option<&Duration> {
        match self {
            Self::Known(duration) => Some(duration),
            Self::Unfilled(_) => None,
        }
    }

    /// Where it stands.
    pub fn span(&self) -> Span {
        match self {
            Self::Known(duration) => duration.span,
            Self::Unfilled(span) => *span,
        }
    }
}

impl PartialEq for Stated {
    fn eq(&self, other: &Self) -> bool {
        self.known() == other.known()
    }
}

impl Eq for Stated {}

/// A length of time: `4 business hours`.
#[derive(Clone, Debug)]
pub struct Duration {
    /// How many; never 0 units of a promise, which the checker sees to.
    pub amount: u32,
    /// Of what.
    pub unit: Unit,
    /// On which clock.
    pub clock: Clock,
    /// Where it was written.
    pub span: Span,
}

impl Duration {
    /// The length in ISO 8601, as machine formats have it; a quarter is three months.
    pub fn iso(&self) -> String {
        let amount = self.amount;
        match self.unit {
            Unit::Second => format!("PT{amount}S"),
            Unit::Minute => format!("PT{amount}M"),
            Unit::Hour => format!("PT{amount}H"),
            Unit::Day => format!("P{amount}D"),
            Unit::Week => format!("P{amount}W"),
            Unit::Month => format!("P{amount}M"),
            Unit::Quarter => format!("P{}M", u64::from(amount) * 3),
            Unit::Year => format!("P{amount}Y"),
        }
    }

    /// Seconds of a length of time on the clock on the wall, with a month as the twelfth part of a year of 365.25 days, so
    /// that 12 months are a year; for comparing lengths, never for finding an instant.
    pub fn seconds(&self) -> Option<i64> {
        let unit = match self.unit {
            Unit::Second => 1,
            Unit::Minute => 60,
            Unit::Hour => 3600,
            Unit::Day => 86_400,
            Unit::Week => 604_800,
            Unit::Month => 2_629_800,
            Unit::Quarter => 7_889_400,
            Unit::Year => 31_557_600,
        };
        matches!(self.clock, Clock::Elapsed).then(|| i64::from(self.amount) * unit)
    }

    /// Whether both are as long on one clock, where the header's hours are those of this calendar.
    pub fn same_as(&self, other: &Self, business: Option<&Name>) -> bool {
        self.amount == other.amount && self.unit == other.unit && self.clock.same_as(&other.clock, business)
    }
}

impl PartialEq for Duration {
    fn eq(&self, other: &Self) -> bool {
        self.amount == other.amount && self.unit == other.unit && self.clock == other.clock
    }
}

impl Eq for Duration {}
