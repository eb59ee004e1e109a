//! From the slots of a matched pattern to the fields of a typed statement.

use crate::source::{Span, Spanned};
use crate::time::{ClockTime, Date, DateTime, Weekday, Zone};
use crate::value::{
    Amount, ClockSpan, Condition, DateRule, DateSpan, Decimal, Duration, Instants, Measure, Name, Operand,
    Path, Promise, Quantity, Stated, Strength, Text, Unit, WeekdaySpan,
};
use smol_str::SmolStr;
use std::sync::Arc;

/// What one slot of a pattern was filled with.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "each variant holds the value type of its name")]
pub enum Capture {
    Name(Name),
    Text(Text),
    Word(Spanned<SmolStr>),
    Number(Spanned<Decimal>),
    Count(Spanned<u32>),
    Share(Spanned<Decimal>),
    Duration(Duration),
    Promise(Spanned<Promise>),
    Strength(Spanned<Strength>),
    Amount(Amount),
    Quantity(Quantity),
    Measure(Measure),
    Unit(Spanned<Unit>),
    Date(Spanned<Date>),
    Time(Spanned<ClockTime>),
    Weekday(Spanned<Weekday>),
    Weekdays(Spanned<WeekdaySpan>),
    Hours(Spanned<ClockSpan>),
    Dates(Spanned<DateSpan>),
    Instant(Spanned<DateTime>),
    Instants(Spanned<Instants>),
    Zone(Spanned<Zone>),
    Code(Spanned<SmolStr>),
    DateRule(Spanned<DateRule>),
    Condition(Condition),
    Operand(Operand),
    Path(Path),
    LanguageChoice(super::LanguageChoice),
    Expected(super::Expected),
    Unfilled(Span),
}

/// The slots of one matched pattern, by name, as they were written.
#[derive(Clone, Debug, Default)]
pub struct Captures {
    /// The slot that each value is for; no value for an optional part without slots, and no name once it was taken.
    slots: Vec<(&'static str, Option<Capture>)>,
}

impl Captures {
    /// Adds a value to a slot.
    pub fn push(&mut self, slot: &'static str, capture: Capture) {
        self.slots.push((slot, Some(capture)));
    }

    /// Marks that an optional part without slots was written.
    pub fn flag(&mut self, name: &'static str) {
        self.slots.push((name, None));
    }

    /// How many values there are, to go back to after a failed try.
    pub fn mark(&self) -> usize {
        self.slots.len()
    }

    /// Drops the values that came after a mark.
    pub fn back_to(&mut self, mark: usize) {
        self.slots.truncate(mark);
    }

    /// Leaves out what is not known yet; says whether there was any.
    pub fn leave_out_unfilled(&mut self) -> bool {
        let before = self.slots.len();
        self.slots.retain(|(_, value)| !matches!(value, Some(Capture::Unfilled(_))));
        self.slots.len() < before
    }

    /// Takes a slot out as the type of a field; hyphens in slot names are low lines in field names.
    pub fn take<T: Take>(&mut self, slot: &str) -> Option<T> {
        // A field that is called like a word of Rust has a mark before it.
        let field = slot.strip_prefix("r#").unwrap_or(slot);
        T::take(Values { slots: self.slots.iter_mut(), field })
    }

    /// Takes the last value out if it is of this slot.
    pub fn pop(&mut self, slot: &str) -> Option<Capture> {
        self.slots.pop_if(|(name, _)| *name == slot).and_then(|(_, value)| value)
    }

    /// The names of slots that no field took; empty after a right lowering, which a test sees to.
    pub fn left_over(&self) -> Vec<&'static str> {
        self.slots.iter().map(|(name, _)| *name).filter(|name| !name.is_empty()).collect()
    }
}

/// The values of one slot, taken out one by one.
#[derive(Debug)]
pub struct Values<'c> {
    slots: std::slice::IterMut<'c, (&'static str, Option<Capture>)>,
    field: &'c str,
}

impl Iterator for Values<'_> {
    type Item = Option<Capture>;

    fn next(&mut self) -> Option<Option<Capture>> {
        let field = self.field;
        let (name, value) = self.slots.find(|(name, _)| same_name(name, field))?;
        *name = "";
        Some(value.take())
    }
}

fn same_name(slot: &str, field: &str) -> bool {
    slot == field
        || slot.len() == field.len()
            && slot.contains('-')
            && slot.bytes().zip(field.bytes()).all(|(a, b)| a == b || (a == b'-' && b == b'_'))
}

/// A set of statements that can be made from matched patterns.
pub trait Lower: Sized {
    /// The tags of the schema, one for each variant.
    const TAGS: &'static [&'static str];

    /// The statement of this tag with its fields taken from the slots; `None` when the schema and the fields disagree.
    fn lower(tag: &str, captures: &mut Captures) -> Option<Self>;
}

/// A type that a field can have: one value, perhaps a value, many values, or whether something was written.
pub trait Take: Sized {
    /// From the values of the slot, none if it was not filled; `None` out when they will not do.
    fn take(values: Values<'_>) -> Option<Self>;
}

/// One value of a slot.
pub trait Scalar: Sized {
    /// The value, when the capture is of this type.
    fn from_capture(capture: Capture) -> Option<Self>;
}

impl<T: Scalar> Take for T {
    fn take(mut values: Values<'_>) -> Option<Self> {
        values.next()?.and_then(T::from_capture)
    }
}

impl<T: Scalar> Take for Option<T> {
    fn take(mut values: Values<'_>) -> Option<Self> {
        match values.next() {
            None => Some(None),
            Some(value) => value.and_then(T::from_capture).map(Some),
        }
    }
}

impl<T: Scalar> Take for Vec<T> {
    fn take(values: Values<'_>) -> Option<Self> {
        let mut found = Self::new();
        for value in values {
            found.push(value.and_then(T::from_capture)?);
        }
        Some(found)
    }
}

impl Take for bool {
    fn take(values: Values<'_>) -> Option<Self> {
        Some(values.count() > 0)
    }
}

macro_rules! scalars {
    ($($variant:ident => $type:ty),* $(,)?) => {
        $(impl Scalar for $type {
            fn from_capture(capture: Capture) -> Option<Self> {
                if let Capture::$variant(value) = capture { Some(value) } else { None }
            }
        })*
    };
}

scalars! {
    Name => Name,
    Text => Text,
    Word => Spanned<SmolStr>,
    Number => Spanned<Decimal>,
    Count => Spanned<u32>,
    Duration => Duration,
    Promise => Spanned<Promise>,
    Strength => Spanned<Strength>,
    Amount => Amount,
    Quantity => Quantity,
    Measure => Measure,
    Unit => Spanned<Unit>,
    Date => Spanned<Date>,
    Time => Spanned<ClockTime>,
    Weekday => Spanned<Weekday>,
    Weekdays => Spanned<WeekdaySpan>,
    Hours => Spanned<ClockSpan>,
    Dates => Spanned<DateSpan>,
    Instant => Spanned<DateTime>,
    Instants => Spanned<Instants>,
    Zone => Spanned<Zone>,
    DateRule => Spanned<DateRule>,
    Condition => Condition,
    Operand => Operand,
    Path => Path,
    LanguageChoice => super::LanguageChoice,
    Expected => super::Expected,
}

/// A field that is rarely filled, or large beside others, lies elsewhere.
impl<T: Scalar> Scalar for Box<T> {
    fn from_capture(capture: Capture) -> Option<Self> {
        T::from_capture(capture).map(Self::new)
    }
}

/// A field that what it means shares.
impl<T: Scalar> Scalar for Arc<T> {
    fn from_capture(capture: Capture) -> Option<Self> {
        T::from_capture(capture).map(Self::new)
    }
}

impl Scalar for Stated {
    fn from_capture(capture: Capture) -> Option<Self> {
        if let Capture::Unfilled(span) = capture {
            return Some(Self::Unfilled(span));
        }
        Duration::from_capture(capture).map(Self::Known)
    }
}

/// A value in whose place a `?` may stand.
#[derive(Clone, Debug)]
pub enum Open<T> {
    /// It is said.
    Known(T),
    /// It is not known yet.
    Unfilled,
}

impl<T> Open<T> {
    /// The value, if it is known.
    pub fn known(&self) -> Option<&T> {
        match self {
            Self::Known(value) => Some(value),
            Self::Unfilled => None,
        }
    }
}

impl<T: Scalar> Scalar for Open<T> {
    fn from_capture(capture: Capture) -> Option<Self> {
        match capture {
            Capture::Unfilled(_) => Some(Self::Unfilled),
            capture => T::from_capture(capture).map(Self::Known),
        }
    }
}

/// A share, as `95%`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share(pub Spanned<Decimal>);

impl Scalar for Share {
    fn from_capture(capture: Capture) -> Option<Self> {
        if let Capture::Share(value) = capture { Some(Self(value)) } else { None }
    }
}

/// A code of the outside world: a language tag, an area, or a path of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Code(pub Spanned<SmolStr>);

impl Scalar for Code {
    fn from_capture(capture: Capture) -> Option<Self> {
        if let Capture::Code(value) = capture { Some(Self(value)) } else { None }
    }
}
