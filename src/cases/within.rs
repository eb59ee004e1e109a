//! How many cases of a set lie in a box, without making the set of them.
//!
//! In: a set, a box and their space. Out: a number. It takes as many steps from the budget as making the set would, so that what
//! is within the limits of the room does not depend on how it is worked out.

use super::diagram::{EVERYTHING, NOTHING, Node, Ref, node};
use super::limits::Budget;
use super::{CaseSet, ClassSet, Condition, Dim, Space, TooComplex, walk};

/// The number of cases, over all dimensions of the space.
pub(super) fn count(
    set: &CaseSet,
    condition: &Condition,
    space: &Space,
    budget: &mut Budget,
) -> Result<u128, TooComplex> {
    budget.spend(1)?;
    let (nodes, root) = set.diagram();
    let sides = condition.sides.as_slice();
    if root == EVERYTHING || sides.is_empty() {
        // One of the two is the answer, which takes no more steps.
        let answer = if sides.is_empty() { set.clone() } else { condition.cases() };
        let (nodes, root) = answer.diagram();
        return Ok(walk::count(nodes, root, space));
    }
    let known = vec![None; (nodes.len() + 1) * (sides.len() + 1)];
    let mut within = Within { nodes, sides, space, known, budget };
    let below = within.visit(root, 0)?;
    Ok(below.saturating_mul(within.skipped(0, within.asks(root, 0))))
}

/// A set beside a box.
struct Within<'a> {
    nodes: &'a [Node],
    sides: &'a [(Dim, ClassSet)],
    space: &'a Space,
    /// For each node (all cases come last) and each side the number of cases below, from the first dimension that matters on.
    known: Vec<Option<u128>>,
    budget: &'a mut Budget,
}

impl Within<'_> {
    /// The first dimension that matters below.
    fn asks(&self, at: Ref, side: usize) -> usize {
        let none = self.space.dimensions().len();
        let own = node(self.nodes, at).map_or(none, |node| node.dim.index());
        self.sides.get(side).map_or(own, |(dim, _)| own.min(dim.index()))
    }

    /// In how many ways the dimensions between two can be chosen.
    fn skipped(&self, from: usize, to: usize) -> u128 {
        let between = self.space.dimensions().get(from..to).unwrap_or_default();
        between.iter().fold(1, |all: u128, dimension| all.saturating_mul(dimension.classes.len() as u128))
    }

    fn visit(&mut self, at: Ref, side: usize) -> Result<u128, TooComplex> {
        if at == NOTHING || (at == EVERYTHING && side == self.sides.len()) {
            return Ok(u128::from(at));
        }
        let row = (at as usize).checked_sub(2).unwrap_or(self.nodes.len());
        let place = row * (self.sides.len() + 1) + side;
        if let Some(known) = self.known[place] {
            return Ok(known);
        }
        self.budget.spend(1)?;
        let (nodes, dim) = (self.nodes, self.asks(at, side));
        let asked =
            self.sides.get(side).filter(|(asked, _)| asked.index() == dim).map(|(_, classes)| classes);
        let next = side + usize::from(asked.is_some());
        let mut all: u128 = 0;
        if let Some(node) = node(nodes, at).filter(|node| node.dim.index() == dim) {
            for edge in &node.edges {
                let classes =
                    asked.map_or_else(|| edge.classes.count(), |asked| asked.and(&edge.classes).count());
                if classes > 0 {
                    all = all.saturating_add(self.times(classes, dim, edge.to, next)?);
                }
            }
        } else {
            all = self.times(asked.map_or(0, ClassSet::count), dim, at, next)?;
        }
        self.known[place] = Some(all);
        Ok(all)
    }

    /// The number of cases below for so many classes of a dimension.
    fn times(&mut self, classes: usize, dim: usize, at: Ref, side: usize) -> Result<u128, TooComplex> {
        let below = self.visit(at, side)?;
        let skipped = self.skipped(dim + 1, self.asks(at, side));
        Ok(below.saturating_mul(skipped).saturating_mul(classes as u128))
    }
}

#[cfg(test)]
mod tests {
    use super::super::diagram::Combine;
    use super::super::{Dimension, walk};
    use super::*;

    /// Numbers that look random, the same in every run.
    struct Draw(u64);

    impl Draw {
        fn below(&mut self, end: u64) -> usize {
            self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            usize::try_from((self.0 >> 33) % end).unwrap()
        }

        fn condition(&mut self, space: &Space) -> Condition {
            let mut sides = Vec::new();
            for dim in space.dims() {
                let classes = space.classes(dim, (0..3).filter(|_| self.below(2) == 0));
                if self.below(2) == 0 && !classes.is_empty() && !classes.is_all() {
                    sides.push((dim, classes));
                }
            }
            Condition { sides }
        }
    }

    #[test]
    fn a_count_is_that_of_the_set_in_the_box_and_takes_as_many_steps() {
        let classes = || ["a", "b", "c"].map(Into::into).to_vec();
        let dimensions =
            ["f", "g", "h", "i", "j"].map(|name| Dimension { name: name.into(), classes: classes() });
        let space = Space::new(dimensions.to_vec()).unwrap();
        let mut draw = Draw(1);
        for _ in 0..500 {
            let mut set = CaseSet::nothing();
            for _ in 0..draw.below(9) {
                let next = draw.condition(&space).cases();
                set = if draw.below(4) == 0 { set.minus(&next) } else { set.or(&next) };
            }
            let condition = draw.condition(&space);
            let (mut one, mut other) = (Budget::limited(), Budget::limited());
            let within = count(&set, &condition, &space, &mut one);
            let both = set.combined(Combine::And, &condition.cases(), &mut other).unwrap();
            let (nodes, root) = both.diagram();
            assert_eq!(within, Ok(walk::count(nodes, root, &space)));
            assert_eq!(format!("{one:?}"), format!("{other:?}"));
        }
    }
}
