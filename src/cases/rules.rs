//! What layered rules are, and what resolving them finds.
//!
//! Plain data only; [`resolve`](super::resolve()) fills it in. In the words used here a rule is *active* in a case that
//! its set holds, and *stands* there if nothing that ranks above it is active there too.

use super::{Case, CaseSet};

/// Whether a rule belongs to the base or is an exception from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Layer {
    /// What holds in general.
    Base,
    /// What stands above all base rules.
    Except,
}

/// A rule: the cases it is for, and a number for what it promises.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Rule {
    /// The cases that it is written for; they may reach outside the domain.
    pub when: CaseSet,
    /// Its layer.
    pub layer: Layer,
    /// Equal numbers are the same promise.
    pub value: usize,
}

/// What layered rules mean. Rules are given by their position; every list is in the order of the rules, and every set
/// lies within the domain and the possible cases.
///
/// The domain is split without rest into the cases of `regions`, those of `conflicts`, and `gaps`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resolution {
    /// Where which rule decides: disjoint, no set empty, each rule once. Of rules that stand together and promise the
    /// same, the first decides.
    pub regions: Vec<Region>,
    /// Pairs of rules that stand in one case and promise different things, by first and second rule; each first rule with
    /// [`MOST_CONFLICTS`](super::MOST_CONFLICTS) others at most.
    pub conflicts: Vec<Conflict>,
    /// The cases in which no rule is active.
    pub gaps: CaseSet,
    /// Rules that are active somewhere and stand nowhere, with rules that together hide them.
    pub unreachable: Vec<Redundant>,
    /// Rules that stand, but only where earlier rules with the same promise stand too; with such rules.
    pub repeated: Vec<Redundant>,
    /// Rules that no possible case can meet.
    pub impossible: Vec<usize>,
    /// Rules that some possible case meets, but none within the domain.
    pub outside_domain: Vec<usize>,
    /// Exceptions that are active where no base rule is, with those cases.
    pub exceptions_outside_base: Vec<RulePart>,
    /// Exceptions that stand somewhere and without which every case would have the same promises.
    pub exceptions_without_effect: Vec<usize>,
    /// Base rules that stand somewhere, without which every case would have the same promises, since wider base rules
    /// (those given) would make the same promise.
    pub adds_nothing: Vec<Redundant>,
}

/// The cases that one rule decides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Region {
    /// The cases, never none.
    pub cases: CaseSet,
    /// The rule that decides them.
    pub rule: usize,
}

/// Two rules that stand in the same cases and promise different things.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// The rule that comes first.
    pub first: usize,
    /// The other rule.
    pub second: usize,
    /// The cases in which both stand, never none.
    pub cases: CaseSet,
    /// The first of these cases.
    pub witness: Case,
}

/// A rule that could go, and the rules because of which it could.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Redundant {
    /// The rule.
    pub rule: usize,
    /// The others, in order.
    pub by: Vec<usize>,
}

/// Some of the cases of a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RulePart {
    /// The rule.
    pub rule: usize,
    /// The cases, never none.
    pub cases: CaseSet,
}
