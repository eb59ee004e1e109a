//! A set of one space as a set of another.
//!
//! In: a set, and where each dimension's classes are found in the other space. Out: the same cases told by the dimensions
//! there. What the dimensions are, and whether two of them are the same thing, is for whoever asks.

use super::diagram::{EVERYTHING, NOTHING, Ref};
use super::{CaseSet, ClassSet, Dim, TooComplex};

impl CaseSet {
    /// The set with every condition on a dimension put into the terms of another space. Dimensions that do not matter here do
    /// not matter there. Whether a case is in it whose classes there nothing here leads to is not said: cut such cases off.
    pub fn carried(&self, place: impl Fn(Dim, &ClassSet) -> CaseSet) -> Result<Self, TooComplex> {
        let (nodes, root) = self.diagram();
        let mut carried: Vec<Self> = Vec::with_capacity(nodes.len());
        let known = |carried: &[Self], at: Ref| match at {
            NOTHING => Self::nothing(),
            EVERYTHING => Self::everything(),
            at => carried.get(at as usize - 2).cloned().unwrap_or_else(Self::nothing),
        };
        // Nodes come after those they lead to, so that one pass is enough.
        for node in nodes {
            let mut cases = Self::nothing();
            for edge in node.edges.iter().filter(|edge| edge.to != NOTHING) {
                let here = place(node.dim, &edge.classes).try_and(&known(&carried, edge.to))?;
                cases = cases.try_or(&here)?;
            }
            carried.push(cases);
        }
        Ok(known(&carried, root))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_is_carried_to_dimensions_in_another_order_with_more_classes() {
        let is = |dim: u16, size: usize, classes: &[usize]| {
            CaseSet::is(Dim(dim), ClassSet::of(size, classes.iter().copied()))
        };
        let here = is(0, 2, &[0]).and(&is(1, 3, &[1, 2])).or(&is(1, 3, &[0]));
        let place = |dim: Dim, classes: &ClassSet| match dim {
            Dim(0) => CaseSet::is(Dim(5), ClassSet::of(4, classes.iter().map(|class| class + 2))),
            _ => CaseSet::is(Dim(3), ClassSet::of(3, classes.iter())),
        };
        let known = is(5, 4, &[2, 3]);
        let there = is(5, 4, &[2]).and(&is(3, 3, &[1, 2])).or(&is(3, 3, &[0])).and(&known);
        assert_eq!(here.carried(place).map(|carried| carried.and(&known)), Ok(there));
        assert_eq!(CaseSet::everything().carried(place), Ok(CaseSet::everything()));
        assert_eq!(CaseSet::nothing().carried(place), Ok(CaseSet::nothing()));
    }
}
