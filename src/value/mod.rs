//! What an author can write in the place of a value: names, texts, durations, promises, money, limits, dates,
//! conditions. One type for each, used by the tree of the syntax and by the resolved program alike.
//!
//! In: nothing; these are plain data with the places where they were written. This room gives no meaning to names: that a
//! plan exists, or what a condition covers, is found out later.

mod amount;
mod condition;
mod days;
mod duration;
mod name;
mod number;
mod promise;
mod quantity;
mod text;

pub use amount::{Amount, Money, Pick, Rate};
pub use condition::{Condition, Operand, Operator, Test};
pub use days::{ClockSpan, DatePoint, DateRule, DateSpan, Instants, PhaseDates, WeekdaySpan};
pub use duration::{BusinessWord, Clock, Duration, Stated, Unit};
pub use name::{Name, Named, Path};
pub use number::Decimal;
pub use promise::{Day, Figure, Promise, ReleaseStep, Strength, Which};
pub use quantity::{Measure, Period, Quantity};
pub use text::{Piece, Quotation, Quoted, Text, Translation};
