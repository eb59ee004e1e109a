//! The smallest box around a set, to answer most questions about two sets without walking them.
//!
//! In: a set. Out: its [`Hull`]. Rules are many and their sets mostly boxes far apart, so comparing all pairs would
//! otherwise be the slowest thing that this room does.

use super::diagram::{EVERYTHING, NOTHING, Ref, node};
use super::limits::Budget;
use super::{CaseSet, ClassSet, Condition, Dim, TooComplex};
use std::collections::BTreeMap;

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

    /// The box as a condition; without sides for the empty set as well.
    pub(super) fn condition(self) -> Condition {
        Condition { sides: self.sides.unwrap_or_default() }
    }

    /// The sides with few classes.
    fn narrow_sides(&self) -> impl Iterator<Item = (Dim, &ClassSet)> {
        let sides = self.sides.iter().flatten().map(|(dim, side)| (*dim, side));
        sides.filter(|(_, side)| side.iter().nth(NARROW).is_none())
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

/// How many classes a side may have for its set to be found by them.
const NARROW: usize = 64;

/// Sets by their classes in the one dimension that tells most of them apart, so that not every pair has to be looked at.
#[derive(Debug)]
pub(super) struct Neighbours {
    dim: Option<Dim>,
    /// The sets of each class, of those whose side is narrow.
    of_class: BTreeMap<usize, Vec<usize>>,
    /// All other sets.
    wide: Vec<usize>,
    count: usize,
}

impl Neighbours {
    pub(super) fn of(sets: &[Hulled]) -> Self {
        let mut dims: BTreeMap<Dim, BTreeMap<usize, usize>> = BTreeMap::new();
        let mut narrow: BTreeMap<Dim, usize> = BTreeMap::new();
        for (dim, side) in sets.iter().flat_map(|set| set.hull.narrow_sides()) {
            *narrow.entry(dim).or_default() += 1;
            for class in side.iter() {
                *dims.entry(dim).or_default().entry(class).or_default() += 1;
            }
        }
        // What looking at the pairs of each dimension would cost.
        let cost = |(dim, classes): &(&Dim, &BTreeMap<usize, usize>)| {
            let wide = sets.len() - narrow.get(dim).copied().unwrap_or(0);
            classes.values().map(|count| count * (count + wide)).sum::<usize>() + wide * sets.len()
        };
        let dim = dims.iter().min_by_key(cost).map(|(dim, _)| *dim);
        let mut neighbours = Self { dim, of_class: BTreeMap::new(), wide: Vec::new(), count: sets.len() };
        for (at, set) in sets.iter().enumerate() {
            match neighbours.narrow_side(set) {
                Some(side) => {
                    for class in side.iter() {
                        neighbours.of_class.entry(class).or_default().push(at);
                    }
                }
                None => neighbours.wide.push(at),
            }
        }
        neighbours
    }

    fn narrow_side<'s>(&self, set: &'s Hulled) -> Option<&'s ClassSet> {
        set.hull.narrow_sides().find(|(dim, _)| Some(*dim) == self.dim).map(|(_, side)| side)
    }

    /// The sets that may have a case in common with this one, in order; it may be among them itself.
    pub(super) fn near(&self, set: &Hulled) -> Vec<usize> {
        let Some(side) = self.narrow_side(set) else { return (0..self.count).collect() };
        let mut near = self.wide.clone();
        near.extend(side.iter().filter_map(|class| self.of_class.get(&class)).flatten());
        near.sort_unstable();
        near.dedup();
        near
    }
}

/// Many sets, of which those that may share a case with another one are found without looking at each.
#[derive(Debug)]
pub struct Near {
    sets: Vec<Hulled>,
    neighbours: Neighbours,
}

impl Near {
    /// Around some sets.
    pub fn new(sets: impl IntoIterator<Item = CaseSet>) -> Self {
        let sets: Vec<Hulled> = sets.into_iter().map(Hulled::new).collect();
        let neighbours = Neighbours::of(&sets);
        Self { sets, neighbours }
    }

    /// The places of the sets that may have a case in common with this one, in order: all that have are among them.
    pub fn to(&self, set: &CaseSet) -> Vec<usize> {
        let set = Hulled::new(set.clone());
        let mut near = self.neighbours.near(&set);
        near.retain(|at| self.sets[*at].hull.overlaps(&set.hull));
        near
    }
}
