//! The smallest box around a set, to answer most questions about two sets without walking them.
//!
//! In: a set. Out: its [`Hull`]. Rules are many and their sets mostly boxes far apart, so comparing all pairs would
//! otherwise be the slowest thing that this room does.

use super::diagram::{EVERYTHING, NOTHING, Ref, node};
use super::limits::Budget;
use super::{CaseSet, ClassSet, Dim, TooComplex};

/// For each dimension that matters, the classes that occur in the set.
#[derive(Clone, Debug)]
pub(super) struct Hull {
    /// Sides that are not whole, in the order of their dimensions; `None` for the empty set.
    sides: Option<Vec<(Dim, ClassSet)>>,
    /// Whether the set is the whole box.
    exact: bool,
}

impl Hull {
    pub(super) fn of(set: &CaseSet) -> Self {
        let (nodes, root) = set.diagram();
        if root == NOTHING {
            return Self { sides: None, exact: true };
        }
        let dims = set.dims();
        let mut sides: Vec<Option<ClassSet>> = vec![None; dims.len()];
        let at_dim = |at: Ref| match node(nodes, at) {
            Some(node) => dims.partition_point(|dim| *dim < node.dim),
            None => dims.len(),
        };
        // Dimensions that a way leaps over are whole in the hull.
        let mut whole = vec![false; dims.len()];
        whole[..at_dim(root)].fill(true);
        for here in nodes {
            let own = dims.partition_point(|dim| *dim < here.dim);
            for edge in here.edges.iter().filter(|edge| edge.to != NOTHING) {
                let side = &mut sides[own];
                *side =
                    Some(side.as_ref().map_or_else(|| edge.classes.clone(), |known| known.or(&edge.classes)));
                whole[own + 1..at_dim(edge.to)].fill(true);
            }
        }
        let kept = dims
            .into_iter()
            .zip(sides)
            .zip(whole)
            .filter_map(|((dim, side), whole)| Some((dim, side?, whole)));
        let kept = kept.filter(|(_, side, whole)| !whole && !side.is_all()).map(|(dim, side, _)| (dim, side));
        let exact = root == EVERYTHING
            || nodes.iter().all(|node| node.edges.iter().filter(|edge| edge.to != NOTHING).count() == 1);
        Self { sides: Some(kept.collect()), exact }
    }

    fn overlaps(&self, other: &Self) -> bool {
        let (Some(one), Some(two)) = (&self.sides, &other.sides) else { return false };
        let (mut one, mut two) = (one.iter().peekable(), two.iter().peekable());
        while let (Some((a, here)), Some((b, there))) = (one.peek(), two.peek()) {
            if a == b && !here.overlaps(there) {
                return false;
            }
            let (left, right) = (a <= b, b <= a);
            if left {
                one.next();
            }
            if right {
                two.next();
            }
        }
        true
    }

    fn is_within(&self, other: &Self) -> bool {
        let (Some(inner), Some(outer)) = (&self.sides, &other.sides) else { return self.sides.is_none() };
        outer.iter().all(|(dim, classes)| {
            let side = inner.binary_search_by_key(dim, |(dim, _)| *dim);
            side.is_ok_and(|at| inner[at].1.is_subset_of(classes))
        })
    }
}

/// A set with its hull.
#[derive(Clone, Debug)]
pub(super) struct Hulled {
    pub(super) set: CaseSet,
    hull: Hull,
}

impl Hulled {
    pub(super) fn new(set: CaseSet) -> Self {
        let hull = Hull::of(&set);
        Self { set, hull }
    }

    /// Whether some case is in both.
    pub(super) fn overlaps(&self, other: &Self, budget: &mut Budget) -> Result<bool, TooComplex> {
        budget.spend(1)?;
        if !self.hull.overlaps(&other.hull) {
            return Ok(false);
        }
        if self.hull.exact && other.hull.exact {
            return Ok(true);
        }
        self.set.meets(&other.set, false, budget)
    }

    /// Whether all of its cases are in the other.
    pub(super) fn is_within(&self, other: &Self, budget: &mut Budget) -> Result<bool, TooComplex> {
        budget.spend(1)?;
        if !self.hull.is_within(&other.hull) {
            return Ok(false);
        }
        if other.hull.exact {
            return Ok(true);
        }
        Ok(!self.set.meets(&other.set, true, budget)?)
    }
}
