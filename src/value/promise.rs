//! What a commitment can promise: a length of time, a named day, a rhythm, or no figure at all, and how firmly.

use super::{Clock, Duration, Name};
use crate::source::Span;
use crate::time::ClockTime;

/// A promise with its strength, as it stands in a cell or behind `within`.
#[derive(Clone, Debug)]
pub struct Figure {
    /// What is promised.
    pub promise: Promise,
    /// How firmly; `None` where nothing is said, which means a target.
    pub strength: Option<Strength>,
    /// Where it was written.
    pub span: Span,
}

/// What is promised.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Promise {
    /// Done within this length of time; of a range the second is the deadline.
    Within {
        /// The near end of a range.
        from: Option<Box<Duration>>,
        /// The deadline.
        to: Duration,
    },
    /// Done on a named day, until it closes or until a time of day.
    By(Day),
    /// Done at a coming release.
    Release(ReleaseStep),
    /// Again and again, at most this far apart.
    Every(Duration),
    /// We try, without a figure.
    BestEffort,
    /// Covered, and nothing is promised.
    None,
    /// The case does not exist here.
    No,
    /// What a document says.
    AsAgreed(Name),
    /// What somebody decides in the case.
    AsDecided(Name),
    /// Not known yet.
    Unfilled,
}

/// A day that a promise names: `next business day 12:00`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Day {
    /// Which day.
    pub which: Which,
    /// The calendar whose days count.
    pub clock: super::Clock,
    /// The time on that day; `None` means until it closes.
    pub time: Option<ClockTime>,
}

/// Which day a promise names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Which {
    Same,
    Next,
}

/// Which coming release.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum ReleaseStep {
    Next,
    SecondNext,
}

/// How firmly a figure is meant, from weak to strong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Strength {
    /// `usually`: timed like a target, and hedged.
    Usual,
    /// What is aimed at; meant when nothing is said.
    Target,
    /// `guaranteed`.
    Guaranteed,
}

impl Promise {
    /// The length of time that it names: until the deadline, or from one time to the next.
    pub fn length(&self) -> Option<&Duration> {
        match self {
            Self::Within { to, .. } | Self::Every(to) => Some(to),
            Self::By(_)
            | Self::Release(_)
            | Self::BestEffort
            | Self::None
            | Self::No
            | Self::AsAgreed(_)
            | Self::AsDecided(_)
            | Self::Unfilled => None,
        }
    }

    /// Whether it falls due once, at a time that a clock gives.
    pub fn is_due_once(&self) -> bool {
        matches!(self, Self::Within { .. } | Self::By(_))
    }

    /// The clock that it is counted on; none where it names no time.
    pub fn clock(&self) -> Option<&Clock> {
        let day = if let Self::By(day) = self { Some(&day.clock) } else { None };
        day.or_else(|| self.length().map(|length| &length.clock))
    }
}

impl Figure {
    /// How firmly it is meant: a time that says nothing else is a target.
    pub fn firmness(&self) -> Option<Strength> {
        match self.promise {
            Promise::Within { .. } | Promise::By(_) | Promise::Release(_) | Promise::Every(_) => {
                Some(self.strength.unwrap_or(Strength::Target))
            }
            Promise::BestEffort
            | Promise::None
            | Promise::No
            | Promise::AsAgreed(_)
            | Promise::AsDecided(_)
            | Promise::Unfilled => self.strength,
        }
    }
}

impl Figure {
    /// Whether both promise the same where the header's hours are those of this calendar: then `4 business hours` and
    /// `4 office hours` are one promise.
    pub fn same_as(&self, other: &Self, business: Option<&Name>) -> bool {
        let clock = |one: &Clock, two: &Clock| one.same_as(two, business);
        let lapse = |one: &Duration, two: &Duration| one.same_as(two, business);
        let promise = match (&self.promise, &other.promise) {
            (Promise::Within { from, to }, Promise::Within { from: near, to: far }) => {
                let from = match (from, near) {
                    (Some(from), Some(near)) => lapse(from, near),
                    (None, None) => true,
                    (Some(_), None) | (None, Some(_)) => false,
                };
                from && lapse(to, far)
            }
            (Promise::Every(one), Promise::Every(two)) => lapse(one, two),
            (Promise::By(one), Promise::By(two)) => {
                one.which == two.which && one.time == two.time && clock(&one.clock, &two.clock)
            }
            (
                Promise::Within { .. }
                | Promise::By(_)
                | Promise::Release(_)
                | Promise::Every(_)
                | Promise::BestEffort
                | Promise::None
                | Promise::No
                | Promise::AsAgreed(_)
                | Promise::AsDecided(_)
                | Promise::Unfilled,
                other,
            ) => self.promise == *other,
        };
        promise && self.firmness() == other.firmness()
    }
}

impl PartialEq for Figure {
    fn eq(&self, other: &Self) -> bool {
        self.promise == other.promise && self.firmness() == other.firmness()
    }
}

impl Eq for Figure {}

#[cfg(test)]
mod tests {
    use super::super::BusinessWord;
    use super::*;

    #[test]
    fn a_time_without_a_strength_is_the_same_promise_as_a_target() {
        let figure = |promise, strength| Figure { promise, strength, span: Span::default() };
        let by = || Promise::Release(ReleaseStep::Next);
        assert_eq!(figure(by(), None), figure(by(), Some(Strength::Target)));
        assert_ne!(figure(by(), None), figure(by(), Some(Strength::Usual)));
        assert_ne!(figure(Promise::None, None), figure(Promise::None, Some(Strength::Usual)));
    }

    #[test]
    fn hours_of_the_calendar_of_business_hours_are_business_hours() {
        let name = |text: &str| Name::new(text, Span::default());
        let within = |clock| Figure {
            promise: Promise::Within {
                from: None,
                to: Duration { amount: 4, unit: super::super::Unit::Hour, clock, span: Span::default() },
            },
            strength: None,
            span: Span::default(),
        };
        let business = within(Clock::Business(BusinessWord::Business));
        let office = within(Clock::of(name("office")));
        assert!(business.same_as(&office, Some(&name("office"))));
        assert!(!business.same_as(&office, Some(&name("desk"))));
        assert!(!business.same_as(&office, None));
        assert!(!office.same_as(&within(Clock::Elapsed), Some(&name("office"))));
    }
}
