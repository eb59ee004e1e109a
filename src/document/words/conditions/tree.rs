//! A condition in the form in which it is put into words.
//!
//! In: a condition as written. Out: a tree in which only tests are negated, tests of one fact are merged, and no level
//! repeats the one above it; where that takes few alternatives, an "or" never stands within an "or" of an "and".

use crate::value::{Condition, Name, Operand, Operator, Test};

/// A condition. An empty `All` always holds.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Tree {
    All(Vec<Tree>),
    Any(Vec<Tree>),
    Test(Claim),
}

/// What is said of one fact.
#[derive(Clone, Debug)]
pub(super) struct Claim {
    pub(super) fact: Name,
    pub(super) says: Says,
}

/// What a claim says.
#[derive(Clone, Debug)]
pub(super) enum Says {
    /// A yes/no fact holds, or does not.
    Holds(bool),
    /// The fact has one of these values, or has none of them.
    OneOf { not: bool, values: Vec<Operand> },
    /// The fact lies on one side of a value.
    Compare(Compare, Operand),
    /// The fact lies between two values, of which the first is the lower.
    Between((Compare, Operand), (Compare, Operand)),
    /// Cases that take too many words.
    Unsaid,
}

/// The side of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Compare {
    AtLeast,
    AtMost,
    MoreThan,
    LessThan,
}

/// The most alternatives that are spelt out instead of being put into brackets.
const MOST_ALTERNATIVES: usize = 3;

impl Compare {
    fn opposite(self) -> Self {
        match self {
            Self::AtLeast => Self::LessThan,
            Self::AtMost => Self::MoreThan,
            Self::MoreThan => Self::AtMost,
            Self::LessThan => Self::AtLeast,
        }
    }
}

impl Tree {
    /// The condition that always holds.
    pub(super) fn always() -> Self {
        Self::All(Vec::new())
    }

    /// Whether it always holds.
    pub(super) fn is_always(&self) -> bool {
        matches!(self, Self::All(parts) if parts.is_empty())
    }

    /// A written condition, or its opposite, with the negation brought down to the tests.
    pub(super) fn written(condition: &Condition, opposite: bool) -> Self {
        match condition {
            Condition::All(parts, _) | Condition::Any(parts, _) => {
                let parts = parts.iter().map(|part| Self::written(part, opposite)).collect();
                let all = matches!(condition, Condition::All(..)) != opposite;
                if all { Self::All(parts) } else { Self::Any(parts) }
            }
            Condition::Not(inner, _) => Self::written(inner, !opposite),
            Condition::Test(test) => {
                Self::Test(Claim { fact: test.fact.clone(), says: says(test, opposite) })
            }
        }
    }

    /// The same condition with fewer words.
    pub(super) fn simplified(self) -> Self {
        match self {
            Self::Test(_) => self,
            Self::All(parts) => Self::level(parts, true).spread(),
            Self::Any(parts) => Self::level(parts, false),
        }
    }

    /// One level, with the same kind of level inside it taken up and the tests of one fact merged.
    fn level(parts: Vec<Self>, all: bool) -> Self {
        let mut kept: Vec<Self> = Vec::new();
        for part in parts {
            let inner = match (part.simplified(), all) {
                (Self::All(inner), true) | (Self::Any(inner), false) => inner,
                (other, _) => vec![other],
            };
            for part in inner {
                if !kept.iter_mut().any(|known| known.take_in(&part, all)) {
                    kept.push(part);
                }
            }
        }
        match (kept.len(), all) {
            (1, _) => kept.remove(0),
            (_, true) => Self::All(kept),
            (_, false) => Self::Any(kept),
        }
    }

    /// Takes another test of the same fact into this one: "is a" or "is b" is "is a or b", and with "and" likewise
    /// "is not a" and "is not b".
    fn take_in(&mut self, other: &Self, all: bool) -> bool {
        if self == other {
            return true;
        }
        let (Self::Test(here), Self::Test(there)) = (self, other) else { return false };
        if here.fact != there.fact {
            return false;
        }
        if let (true, Says::Compare(one, low), Says::Compare(other, high)) = (all, &here.says, &there.says) {
            let up = |compare: &Compare| matches!(compare, Compare::AtLeast | Compare::MoreThan);
            let (one, other) = ((*one, low.clone()), (*other, high.clone()));
            match (up(&one.0), up(&other.0)) {
                (true, false) => here.says = Says::Between(one, other),
                (false, true) => here.says = Says::Between(other, one),
                (true, true) | (false, false) => return false,
            }
            return true;
        }
        match (&mut here.says, &there.says) {
            (Says::OneOf { not, values }, Says::OneOf { not: negated, values: more })
                if *not == all && *negated == all =>
            {
                for value in more {
                    if !values.iter().any(|known| same(known, value)) {
                        values.push(value.clone());
                    }
                }
                true
            }
            _ => false,
        }
    }

    /// An "and" that holds an "or" of "and"s, as alternatives, if they are few.
    fn spread(self) -> Self {
        let Self::All(parts) = &self else { return self };
        let deep = |part: &Self| matches!(part, Self::Any(inner) if inner.iter().any(|one| !matches!(one, Self::Test(_))));
        if !parts.iter().any(deep) {
            return self;
        }
        let mut alternatives: Vec<Vec<Self>> = vec![Vec::new()];
        for part in parts {
            let choices = match part {
                Self::Any(inner) => inner.as_slice(),
                Self::All(_) | Self::Test(_) => std::slice::from_ref(part),
            };
            let longer = alternatives.iter().flat_map(|before| {
                choices.iter().map(|choice| before.iter().cloned().chain([choice.clone()]).collect())
            });
            alternatives = longer.collect();
            if alternatives.len() > MOST_ALTERNATIVES {
                return self;
            }
        }
        Self::Any(alternatives.into_iter().map(|parts| Self::level(parts, true)).collect())
    }
}

fn says(test: &Test, opposite: bool) -> Says {
    if let (Operator::Is | Operator::IsNot, [Operand::Bool(yes, _)]) = (test.operator, &test.operands[..]) {
        return Says::Holds((*yes == (test.operator == Operator::Is)) != opposite);
    }
    let compare = |side: Compare| match test.operands.first() {
        Some(operand) => Says::Compare(if opposite { side.opposite() } else { side }, operand.clone()),
        None => Says::Unsaid,
    };
    match test.operator {
        Operator::Holds => Says::Holds(!opposite),
        Operator::Is => Says::OneOf { not: opposite, values: test.operands.clone() },
        Operator::IsNot => Says::OneOf { not: !opposite, values: test.operands.clone() },
        Operator::AtLeast => compare(Compare::AtLeast),
        Operator::AtMost => compare(Compare::AtMost),
        Operator::MoreThan | Operator::After => compare(Compare::MoreThan),
        Operator::LessThan | Operator::Before => compare(Compare::LessThan),
    }
}

impl PartialEq for Claim {
    fn eq(&self, other: &Self) -> bool {
        self.fact == other.fact
            && match (&self.says, &other.says) {
                (Says::Holds(a), Says::Holds(b)) => a == b,
                (Says::OneOf { not: a, values: x }, Says::OneOf { not: b, values: y }) => {
                    a == b && x.len() == y.len() && x.iter().zip(y).all(|(x, y)| same(x, y))
                }
                (Says::Compare(a, x), Says::Compare(b, y)) => a == b && same(x, y),
                (Says::Between(a, b), Says::Between(x, y)) => {
                    a.0 == x.0 && b.0 == y.0 && same(&a.1, &x.1) && same(&b.1, &y.1)
                }
                (Says::Unsaid, Says::Unsaid) => true,
                _ => false,
            }
    }
}

/// Whether two operands say the same, wherever they were written.
fn same(one: &Operand, other: &Operand) -> bool {
    match (one, other) {
        (Operand::Name(a), Operand::Name(b)) => a == b,
        (Operand::Text(a, _), Operand::Text(b, _)) => a == b,
        (Operand::Number(a, _), Operand::Number(b, _)) => a == b,
        (Operand::Duration(a), Operand::Duration(b)) => a == b,
        (Operand::Date(a, _), Operand::Date(b, _)) => a == b,
        (Operand::Instant(a, _), Operand::Instant(b, _)) => a == b,
        (Operand::Bool(a, _), Operand::Bool(b, _)) => a == b,
        _ => false,
    }
}
