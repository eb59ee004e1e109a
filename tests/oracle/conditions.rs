//! Conditions at random.
//!
//! In: choices and the facts. Out: conditions, most of which hold in some cases and not in others.

use super::choices::Choices;
use super::judge::compares_unrelated;
use super::model::{Cond, Fact, Kind, Op, Policy, When};

/// A condition over some of the facts.
pub fn condition(choices: &mut Choices, policy: &Policy, facts: &[usize], depth: usize) -> Cond {
    if depth > 0 {
        let parts = |choices: &mut Choices| {
            (0..2 + choices.below(2)).map(|_| condition(choices, policy, facts, depth - 1)).collect()
        };
        match choices.below(12) {
            8 | 9 => return Cond::All(parts(choices)),
            10 => return Cond::Any(parts(choices)),
            11 => return Cond::Not(Box::new(condition(choices, policy, facts, depth - 1))),
            _ => {}
        }
    }
    let fact = *choices.one(facts);
    let Fact { kind, values, .. } = &policy.facts[fact];
    let named: Vec<usize> = (0..values.len()).filter(|at| values[*at].text.is_some()).collect();
    let mut one = *choices.one(&named);
    let op = match kind {
        Kind::YesNo => *choices.one(&[Op::Holds, Op::Holds, Op::Is, Op::IsNot]),
        Kind::Request | Kind::Channel | Kind::Named => *choices.one(&[Op::Is, Op::Is, Op::IsNot]),
        Kind::Date => *choices.one(&[Op::Less, Op::More, Op::Is]),
        Kind::Severity | Kind::Plan | Kind::Number => {
            *choices.one(&[Op::Is, Op::Is, Op::IsNot, Op::AtLeast, Op::AtMost, Op::More, Op::Less])
        }
    };
    let several = matches!(op, Op::Is | Op::IsNot) && !matches!(kind, Kind::YesNo) && choices.chance(30);
    let values = if several {
        (0..2).map(|_| *choices.one(&named)).collect()
    } else {
        let ordered = !matches!(op, Op::Is | Op::IsNot | Op::Holds);
        if *kind == Kind::Plan && ordered && !policy.comparable(fact, one) && !choices.chance(2) {
            one = named.iter().copied().find(|plan| policy.comparable(fact, *plan)).unwrap_or(one);
            if !policy.comparable(fact, one) {
                return Cond::Test { fact, op: Op::Is, values: vec![one] };
            }
        }
        vec![one]
    };
    Cond::Test { fact, op, values }
}

/// A condition over any facts, or over what is covered.
pub fn any(choices: &mut Choices, policy: &Policy) -> Cond {
    let facts: Vec<usize> = (0..policy.facts.len()).collect();
    if policy.scope.is_some() && choices.chance(5) {
        return if choices.chance(50) { Cond::Not(Box::new(Cond::Covered)) } else { Cond::Covered };
    }
    let mut cond = condition(choices, policy, &facts, 2);
    for _ in 0..4 {
        let met = policy.cases.iter().filter(|case| policy.holds(&cond, case)).count();
        if met > 0 && met < policy.cases.len() || choices.chance(4) || compares_unrelated(policy, &cond) {
            break;
        }
        cond = condition(choices, policy, &facts, 2);
    }
    cond
}

/// `when` or `unless` with such a condition.
pub fn when(choices: &mut Choices, policy: &Policy) -> When {
    When { unless: choices.chance(12), cond: any(choices, policy) }
}

/// The same in so many of a hundred draws.
pub fn maybe(choices: &mut Choices, percent: usize, policy: &Policy) -> Option<When> {
    choices.chance(percent).then(|| when(choices, policy))
}
