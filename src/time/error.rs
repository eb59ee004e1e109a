//! Why time cannot be counted.

use smol_str::SmolStr;
use std::fmt;

/// Why there is no answer. Nothing is guessed: where a calendar ends, so does what can be said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CountError {
    /// It would lie before 1970 or after 2100.
    OutOfRange,
    /// The calendar is never open again before the years end, or was never open before.
    NeverOpen,
    /// It would run past the years for which holidays are known.
    HolidaysUnknown {
        /// The list of holidays.
        list: SmolStr,
        /// The first and the last year that it covers.
        years: (i16, i16),
    },
    /// The clock is paused, and nothing says until when.
    Paused,
}

impl fmt::Display for CountError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OutOfRange => f.write_str("not between 1970 and 2100"),
            Self::NeverOpen => f.write_str("the calendar is not open for so long"),
            Self::HolidaysUnknown { list, years } => {
                write!(f, "the holidays of {list} are known from {} to {} only", years.0, years.1)
            }
            Self::Paused => f.write_str("the clock is paused"),
        }
    }
}

impl std::error::Error for CountError {}
