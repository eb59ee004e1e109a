//! Conditions as they were written: tests of facts, joined by `and`, `or`, `not`.

use super::{Decimal, Duration, Name};
use crate::source::Span;
use crate::time::{Date, DateTime};

/// A condition, as a tree in the order of its words.
#[derive(Clone, Debug)]
pub enum Condition {
    /// Every one of them holds.
    All(Vec<Condition>, Span),
    /// One of them holds.
    Any(Vec<Condition>, Span),
    /// It does not hold.
    Not(Box<Condition>, Span),
    /// A test of one fact.
    Test(Test),
}

/// A test of one fact: `severity is at least high`, or `covered` alone.
#[derive(Clone, Debug)]
pub struct Test {
    /// The fact.
    pub fact: Name,
    /// How it is tested.
    pub operator: Operator,
    /// What it is held against; none for [`Operator::Holds`].
    pub operands: Vec<Operand>,
    /// Where it was written.
    pub span: Span,
}

/// How a fact is tested.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Operator {
    /// A yes/no fact by its name alone.
    Holds,
    /// `is`, `is one of`.
    Is,
    /// `is not`, `is not one of`.
    IsNot,
    /// `is at least`.
    AtLeast,
    /// `is at most`.
    AtMost,
    /// `is more than`.
    MoreThan,
    /// `is less than`.
    LessThan,
    /// `is before`, the day itself not included.
    Before,
    /// `is after`, the day itself not included.
    After,
}

/// What a fact is held against.
#[derive(Clone, Debug)]
pub enum Operand {
    /// A value by its name.
    Name(Name),
    /// A release or another value that is written as a text: `"7.0"`.
    Text(String, Span),
    /// A number.
    Number(Decimal, Span),
    /// A length of time, as of a contract's term.
    Duration(Duration),
    /// A date.
    Date(Date, Span),
    /// A date and time.
    Instant(DateTime, Span),
    /// `yes` or `no`.
    Bool(bool, Span),
}

impl Condition {
    /// Where it was written.
    pub fn span(&self) -> Span {
        match self {
            Self::All(_, span) | Self::Any(_, span) | Self::Not(_, span) => *span,
            Self::Test(test) => test.span,
        }
    }

    /// All tests in it, in the order of the words.
    pub fn tests(&self) -> Vec<&Test> {
        match self {
            Self::All(parts, _) | Self::Any(parts, _) => parts.iter().flat_map(Self::tests).collect(),
            Self::Not(inner, _) => inner.tests(),
            Self::Test(test) => vec![test],
        }
    }
}

impl Operand {
    /// Where it was written.
    pub fn span(&self) -> Span {
        match self {
            Self::Name(name) => name.span,
            Self::Duration(duration) => duration.span,
            Self::Text(_, span)
            | Self::Number(_, span)
            | Self::Date(_, span)
            | Self::Instant(_, span)
            | Self::Bool(_, span) => *span,
        }
    }
}
