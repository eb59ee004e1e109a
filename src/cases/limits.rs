//! How much work one question may take, as numbers that depend on the input only.
//!
//! In: steps as they are taken. Out: [`TooComplex`] once there were too many. Nothing here reads a clock, so that the
//! same policy gives the same answer on every machine.

use std::fmt;

/// The most dimensions that a space may have; the diagrams are walked to this depth.
pub const MOST_DIMENSIONS: usize = 500;
/// The most nodes that the diagram of one set may have where a limit applies.
pub const MOST_NODES: usize = 1 << 17;
/// The most steps (pairs of nodes visited) that one question over many sets may take.
pub const MOST_STEPS: u64 = 6_000_000;
/// The most steps that describing one set may take: a set that takes more has no description that people would read.
pub const MOST_SUMMARY_STEPS: u64 = 250_000;
/// The same where many sets are described at once, each for one line of a report.
pub const MOST_BRIEF_STEPS: u64 = 50_000;
/// The most conditions, boxes or parts in which sets are listed.
pub const MOST_CONDITIONS: usize = 10_000;

/// The conditions are too entangled to be decided within the limits of this room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooComplex;

impl fmt::Display for TooComplex {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the conditions depend on too many facts at once to be decided")
    }
}

impl std::error::Error for TooComplex {}

/// The steps that are left, and the size that a result may reach.
#[derive(Clone, Debug)]
pub(super) struct Budget {
    steps: u64,
    nodes: usize,
}

impl Budget {
    /// The budget of one question, as documented for the room.
    pub(super) fn limited() -> Self {
        Self { steps: MOST_STEPS, nodes: MOST_NODES }
    }

    /// The budget of describing one set.
    pub(super) fn of_summary() -> Self {
        Self { steps: MOST_SUMMARY_STEPS, nodes: MOST_NODES }
    }

    /// The budget of describing one set of many.
    pub(super) fn of_brief() -> Self {
        Self { steps: MOST_BRIEF_STEPS, nodes: MOST_NODES }
    }

    /// No limit, for operations whose operands are known to be small.
    pub(super) fn unlimited() -> Self {
        Self { steps: u64::MAX, nodes: usize::MAX }
    }

    /// Takes `steps` from what is left.
    pub(super) fn spend(&mut self, steps: usize) -> Result<(), TooComplex> {
        let steps = u64::try_from(steps).map_err(|_| TooComplex)?;
        self.steps = self.steps.checked_sub(steps).ok_or(TooComplex)?;
        Ok(())
    }

    /// Whether a diagram of this many nodes may still be built.
    pub(super) fn allow(&self, nodes: usize) -> Result<(), TooComplex> {
        if nodes > self.nodes { Err(TooComplex) } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_budget_ends_exactly_when_its_steps_are_spent() {
        let mut budget = Budget { steps: 3, nodes: 1 };
        assert_eq!(budget.spend(3), Ok(()));
        assert_eq!(budget.spend(1), Err(TooComplex));
        assert_eq!(budget.allow(1), Ok(()));
        assert_eq!(budget.allow(2), Err(TooComplex));
    }
}
