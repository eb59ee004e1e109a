//! Time as people keep it: dates and zones, calendars that are open and closed, and when something is due.
//!
//! In: numbers, names of zones, calendars as plain data. Out: checked civil values, instants to the second, and exact answers
//! about open time in any zone of the tz database from 1970 to 2100. This room knows nothing of policies, and keeps the time
//! library's own types inside. Stretches are half-open; what fills the open time exactly is due at the closing; nothing is
//! guessed beyond the years, or beyond what is known of holidays.
//!
//! ```
//! use avouch::time::{Definition, Hours, ClockTime, Moment, Pauses, Schedule, Weekday, Zone};
//!
//! let zone = Zone::new("Europe/Amsterdam").unwrap();
//! let hours = Hours { from: ClockTime::new(9, 0, 0).unwrap(), to: ClockTime::new(17, 0, 0).unwrap() };
//! let office = Schedule::new(Definition::new("office", zone).open(&Weekday::ALL[..5], &[hours]));
//!
//! // Thursday 15:00, and four hours of open time.
//! let Ok(Moment::Instant(received)) = Moment::parse("2026-03-26T15:00:00+01:00") else { panic!() };
//! let due = office.add(received, 4 * 3600).unwrap();
//! assert_eq!(office.clock().rfc3339(due), "2026-03-27T11:00:00+01:00");
//!
//! // Two business days, which end when the second one closes; on Sunday the clocks are put forward.
//! let pauses = Pauses::NONE;
//! let due = office.paused(&pauses).add_days(received, 2).unwrap();
//! assert_eq!(office.clock().rfc3339(due), "2026-03-30T17:00:00+02:00");
//! ```

mod area_days;
mod breaks;
mod business_days;
mod civil;
mod clock;
mod count;
mod days;
mod definition;
mod elapsed;
mod error;
mod extremes;
pub mod holidays;
mod horizon;
mod instant;
mod laws;
mod length;
mod named;
mod pauses;
mod pieces;
mod schedule;
mod stretches;
#[cfg(test)]
mod tests;
mod window;
mod worded;
mod working;
mod year;
mod zone;

pub use area_days::{AreaDays, closure};
pub use civil::{ClockTime, Date, DateTime, MonthDay, Weekday, parts as civil_parts};
pub use clock::{Reading, ZoneClock};
pub use count::Running;
pub use definition::{
    BusinessDays, Dates, Definition, Effect, Holiday, HolidayList, Hours, Line, Nth, WeekMoment, What,
};
pub use elapsed::Elapsed;
pub use error::CountError;
pub use extremes::{Apart, Deadlines, Extreme, Wait};
pub use horizon::Horizon;
pub use instant::{Instant, Moment, MomentError, Stretch};
pub use laws::{Law, Receipts};
pub use length::Length;
pub use pauses::Pauses;
pub use schedule::Schedule;
pub use worded::{MONTHS, Worded, worded};
pub use working::{Cause, Closure};
pub use zone::Zone;
