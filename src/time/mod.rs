//! Civil time: dates, times of day, weekdays and zones, as people write and read them.
//!
//! In: numbers and names. Out: checked civil values in order and in their ISO forms. This room knows nothing of policies,
//! and keeps the time library's own types inside.

mod civil;
pub mod holidays;
mod zone;

pub use civil::{ClockTime, Date, DateTime, MonthDay, Weekday};
pub use zone::Zone;
