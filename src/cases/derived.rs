//! Facts that follow from other facts.
//!
//! In: the dimension that follows, and rows that say for which cases which class follows. Out: the combinations that
//! can then exist, and where the rows leave a case out, overlap, or give a class that cannot be.

use super::diagram::Combine;
use super::hull::Hulled;
use super::limits::Budget;
use super::{CaseSet, Dim, Space, TooComplex};

/// One row: for these cases this class of the derived dimension follows.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Row {
    /// The cases, told by other dimensions; what they say of the derived one itself does not count.
    pub when: CaseSet,
    /// The class that follows.
    pub class: usize,
}

/// What the rows of a derived dimension mean. The sets, but for `constraint`, do not depend on that dimension, and hold
/// only what can exist for some class of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Derived {
    /// The combinations that can exist as far as the rows are concerned. Where no row holds every class can be, and where
    /// several do each of theirs: one mistake in the rows is not to cause findings elsewhere.
    pub constraint: CaseSet,
    /// The cases for which no row holds.
    pub gaps: CaseSet,
    /// Pairs of rows that hold for the same cases, whether or not their classes differ, with the cases.
    pub overlaps: Vec<Overlap>,
    /// Rows whose class cannot exist in some of their cases, with those cases.
    pub refused: Vec<(usize, CaseSet)>,
    /// Rows that no possible case meets.
    pub unmet: Vec<usize>,
}

/// Two rows that hold for the same cases.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overlap {
    /// The row that comes first.
    pub first: usize,
    /// The other row.
    pub second: usize,
    /// The cases, never none.
    pub cases: CaseSet,
}

/// Works out what the rows of the derived dimension `target` mean.
pub fn derived(space: &Space, target: Dim, rows: &[Row]) -> Result<Derived, TooComplex> {
    let budget = &mut Budget::limited();
    let inputs = space.possible().try_forget(target, budget)?;
    let mut whens = Vec::with_capacity(rows.len());
    let mut holding = Vec::with_capacity(rows.len());
    let mut allowed = Vec::with_capacity(rows.len());
    let (mut refused, mut unmet) = (Vec::new(), Vec::new());
    for (at, row) in rows.iter().enumerate() {
        let when = row.when.try_forget(target, budget)?;
        let class = space.is(target, [row.class]);
        let here = when.combined(Combine::And, &inputs, budget)?;
        let fits = space.possible().combined(Combine::And, &class, budget)?.try_forget(target, budget)?;
        let misfits = here.combined(Combine::Minus, &fits, budget)?;
        if here.is_empty() {
            unmet.push(at);
        }
        if !misfits.is_empty() {
            refused.push((at, misfits));
        }
        allowed.push(when.combined(Combine::And, &class, budget)?);
        whens.push(when);
        holding.push(Hulled::new(here));
    }
    let covered = CaseSet::union(&whens, budget)?;
    allowed.push(covered.not());
    let mut overlaps = Vec::new();
    for first in 0..rows.len() {
        for second in first + 1..rows.len() {
            if holding[first].overlaps(&holding[second], budget)? {
                let cases = holding[first].set.combined(Combine::And, &holding[second].set, budget)?;
                overlaps.push(Overlap { first, second, cases });
            }
        }
    }
    Ok(Derived {
        constraint: CaseSet::union(&allowed, budget)?,
        gaps: inputs.combined(Combine::Minus, &covered, budget)?,
        overlaps,
        refused,
        unmet,
    })
}
