//! A set of cases, exact and in one form only.
//!
//! In: single conditions and other sets. Out: their combinations, and answers about them. A set built in two ways is the
//! same data in the end, so `==` is equality of sets. Cloning a set is cheap. What takes a [`Space`] looks only at the
//! cases that can exist in it; all else treats every combination alike.

use std::sync::Arc;

use smallvec::SmallVec;

use super::apart;
use super::diagram::{self, Combine, EVERYTHING, Edge, NOTHING, Node, Ref};
use super::limits::Budget;
use super::plain::only_way;
use super::walk;
use super::{Case, ClassSet, Condition, Dim, MOST_CONDITIONS, Space, TooComplex};

/// A set of cases.
///
/// `and`, `or`, `minus` and `forget` have no limit: their time grows with the product of the two operands' sizes, which
/// is small for what people write. Where the operands come straight from an author, use the `try_` form.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct CaseSet {
    nodes: Arc<[Node]>,
    root: Ref,
}

/// Classes by dimension, of few dimensions.
type Sides = SmallVec<[(Dim, ClassSet); 6]>;

impl CaseSet {
    /// Every case.
    pub fn everything() -> Self {
        Self { nodes: Arc::default(), root: EVERYTHING }
    }

    /// No case.
    pub fn nothing() -> Self {
        Self { nodes: Arc::default(), root: NOTHING }
    }

    /// The cases whose class in this dimension is one of `classes`.
    pub fn is(dim: Dim, classes: ClassSet) -> Self {
        Self::of_sides(&[(dim, classes)])
    }

    /// The cases that are in the classes of each dimension named, which come in order.
    pub(super) fn of_sides(sides: &[(Dim, ClassSet)]) -> Self {
        if sides.iter().any(|(_, classes)| classes.is_empty()) {
            return Self::nothing();
        }
        let asked: SmallVec<[&(Dim, ClassSet); 8]> =
            sides.iter().filter(|(_, classes)| !classes.is_all()).collect();
        let mut root = EVERYTHING;
        let nodes = asked.iter().rev().map(|(dim, classes)| {
            let inside = Edge { classes: classes.clone(), to: root };
            let outside = Edge { classes: classes.not(), to: NOTHING };
            // The lowest class comes first.
            let edges = if classes.contains(0) { [inside, outside] } else { [outside, inside] };
            // One node after the other, so the next number follows; the first comes after the two known answers.
            root += 1;
            Node { dim: *dim, edges: edges.into() }
        });
        Self { nodes: nodes.collect(), root }
    }

    /// The classes of each dimension that the set asks for, in order, where it is one box, as most sets that people write are;
    /// `None` for any other set.
    fn sides(&self) -> Option<Sides> {
        let (mut sides, mut at) = (Sides::new(), self.root);
        while let Some(node) = diagram::node(&self.nodes, at) {
            let edge = only_way(node)?;
            sides.push((node.dim, edge.classes.clone()));
            at = edge.to;
        }
        (at == EVERYTHING).then_some(sides)
    }

    /// The cases in both of two boxes. It takes as many steps from the budget as the general way, so that what is within the
    /// limits of the room does not depend on how it is worked out.
    fn of_both(
        one: &[(Dim, ClassSet)],
        two: &[(Dim, ClassSet)],
        budget: &mut Budget,
    ) -> Result<Self, TooComplex> {
        let mut both = Sides::from(one);
        for (dim, classes) in two {
            match both.binary_search_by_key(dim, |(dim, _)| *dim) {
                Ok(at) => both[at].1 = both[at].1.and(classes),
                Err(at) => both.insert(at, (*dim, classes.clone())),
            }
        }
        let end = both.iter().position(|(_, classes)| classes.is_empty());
        budget.spend(end.map_or(both.len(), |end| end + 1))?;
        Ok(Self::of_sides(&both))
    }

    /// The cases in both sets.
    #[must_use]
    pub fn and(&self, other: &Self) -> Self {
        self.unlimited(Combine::And, other)
    }

    /// The cases in either set.
    #[must_use]
    pub fn or(&self, other: &Self) -> Self {
        self.unlimited(Combine::Or, other)
    }

    /// The cases in this set and not in the other.
    #[must_use]
    pub fn minus(&self, other: &Self) -> Self {
        self.unlimited(Combine::Minus, other)
    }

    /// The cases that are not in this set.
    #[must_use]
    pub fn not(&self) -> Self {
        let (nodes, root) = diagram::invert(&self.nodes, self.root);
        Self { nodes: nodes.into(), root }
    }

    /// [`and`](Self::and) within the limits of the room.
    pub fn try_and(&self, other: &Self) -> Result<Self, TooComplex> {
        self.combined(Combine::And, other, &mut Budget::limited())
    }

    /// [`or`](Self::or) within the limits of the room.
    pub fn try_or(&self, other: &Self) -> Result<Self, TooComplex> {
        self.combined(Combine::Or, other, &mut Budget::limited())
    }

    /// [`minus`](Self::minus) within the limits of the room.
    pub fn try_minus(&self, other: &Self) -> Result<Self, TooComplex> {
        self.combined(Combine::Minus, other, &mut Budget::limited())
    }

    /// The cases in any of the sets, within the limits of the room.
    pub fn try_union<'a>(sets: impl IntoIterator<Item = &'a Self>) -> Result<Self, TooComplex> {
        Self::union(sets, &mut Budget::limited())
    }

    /// The cases of this set whose class in a dimension is one of `classes`.
    #[must_use]
    pub fn restrict(&self, dim: Dim, classes: &ClassSet) -> Self {
        self.and(&Self::is(dim, classes.clone()))
    }

    /// The cases that are in this set once their class in `dim` is taken to be `class`: the dimension no longer matters.
    #[must_use]
    pub fn given(&self, dim: Dim, class: usize) -> Self {
        // A limit cannot be met here: the result is never larger than the set.
        self.fixed(dim, class, &mut Budget::unlimited()).unwrap_or_else(|TooComplex| self.clone())
    }

    /// The cases for which *some* class of the dimension makes them part of this set: the dimension no longer matters.
    #[must_use]
    pub fn forget(&self, dim: Dim) -> Self {
        self.try_forget(dim, &mut Budget::unlimited()).unwrap_or_else(|TooComplex| self.clone())
    }

    /// Whether no combination at all is in the set.
    pub fn is_empty(&self) -> bool {
        self.root == NOTHING
    }

    /// Whether every combination is in the set.
    pub fn is_everything(&self) -> bool {
        self.root == EVERYTHING
    }

    /// Whether all of its cases are in the other set.
    pub fn is_subset_of(&self, other: &Self) -> bool {
        !self.meets(other, true, &mut Budget::unlimited()).unwrap_or(true)
    }

    /// Whether some case is in both sets.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.meets(other, false, &mut Budget::unlimited()).unwrap_or(true)
    }

    /// Whether both sets hold the same cases; the same as `==`.
    pub fn same_as(&self, other: &Self) -> bool {
        self == other
    }

    /// Whether the case is in the set. A case that lacks a dimension that matters is not.
    pub fn contains(&self, case: &Case) -> bool {
        walk::contains(&self.nodes, self.root, case)
    }

    /// The dimensions that matter for the set, in order.
    pub fn dims(&self) -> Vec<Dim> {
        walk::dims(&self.nodes)
    }

    /// How many cases that can exist are in the set; `u128::MAX` if there are more than that.
    pub fn count(&self, space: &Space) -> u128 {
        let here = self.normal(space);
        walk::count(&here.nodes, here.root, space)
    }

    /// The first case that can exist and is in the set, in the order of dimensions and their classes.
    pub fn witness(&self, space: &Space) -> Option<Case> {
        let here = self.normal(space);
        walk::first(&here.nodes, here.root, space)
    }

    /// The set without the cases that cannot exist. Two sets that differ only in such cases have the same normal form.
    #[must_use]
    pub fn normal(&self, space: &Space) -> Self {
        self.and(space.possible())
    }

    /// The set as disjoint boxes, always the same for the same set: split by the first dimension that matters, classes
    /// that lead to the same boxes together, and so on. At most [`MOST_CONDITIONS`].
    pub fn boxes(&self) -> Result<Vec<Condition>, TooComplex> {
        walk::boxes(&self.nodes, self.root, MOST_CONDITIONS)
    }

    /// Whether every combination that meets the condition is in the set.
    pub fn holds_all_of(&self, condition: &Condition) -> bool {
        walk::holds_all_of(&self.nodes, self.root, &condition.sides)
    }

    pub(super) fn of_diagram(nodes: Vec<Node>, root: Ref) -> Self {
        Self { nodes: nodes.into(), root }
    }

    pub(super) fn diagram(&self) -> (&[Node], Ref) {
        (&self.nodes, self.root)
    }

    /// The cases of all sets, if no two of them share a case and the limits of the room allow it; much sooner than by combining
    /// them one with another.
    pub fn union_of_apart<'a>(sets: impl IntoIterator<Item = &'a Self>) -> Option<Self> {
        let mut sets = sets.into_iter();
        let Some(first) = sets.next() else { return Some(Self::nothing()) };
        let Some(second) = sets.next() else { return Some(first.clone()) };
        let sets: Vec<_> = [first, second].into_iter().chain(sets).map(Self::diagram).collect();
        let (nodes, root) = apart::union(&sets, &mut Budget::limited())?;
        Some(Self { nodes: nodes.into(), root })
    }

    /// [`union`](Self::try_union), halves first, so that large sets are seldom combined.
    pub(super) fn union<'a>(
        sets: impl IntoIterator<Item = &'a Self>,
        budget: &mut Budget,
    ) -> Result<Self, TooComplex> {
        let mut sets: Vec<Self> = sets.into_iter().cloned().collect();
        while sets.len() > 1 {
            let mut halved = Vec::with_capacity(sets.len().div_ceil(2));
            for pair in sets.chunks(2) {
                halved.push(match pair {
                    [one, two] => one.combined(Combine::Or, two, budget)?,
                    rest => Self::union_of_rest(rest),
                });
            }
            sets = halved;
        }
        Ok(Self::union_of_rest(&sets))
    }

    fn union_of_rest(rest: &[Self]) -> Self {
        rest.first().cloned().unwrap_or_else(Self::nothing)
    }

    pub(super) fn combined(
        &self,
        how: Combine,
        other: &Self,
        budget: &mut Budget,
    ) -> Result<Self, TooComplex> {
        budget.spend(1)?;
        let same =
            self.root == other.root && (Arc::ptr_eq(&self.nodes, &other.nodes) || self.root <= EVERYTHING);
        match (how, self.root, other.root) {
            (Combine::And | Combine::Or, _, _) if same => return Ok(self.clone()),
            (Combine::Minus, _, _) if same => return Ok(Self::nothing()),
            (Combine::And, NOTHING, _) | (Combine::Or, EVERYTHING, _) => return Ok(self.clone()),
            (Combine::And, _, NOTHING)
            | (Combine::Or, _, EVERYTHING)
            | (Combine::And, EVERYTHING, _)
            | (Combine::Or, NOTHING, _) => return Ok(other.clone()),
            (Combine::And, _, EVERYTHING) | (Combine::Or | Combine::Minus, _, NOTHING) => {
                return Ok(self.clone());
            }
            (Combine::Minus, NOTHING, _) | (Combine::Minus, _, EVERYTHING) => return Ok(Self::nothing()),
            (Combine::Minus, EVERYTHING, _) => return Ok(other.not()),
            (Combine::And | Combine::Or | Combine::Minus, _, _) => {}
        }
        if let (Combine::And, Some(one), Some(two)) = (how, self.sides(), other.sides()) {
            return Self::of_both(&one, &two, budget);
        }
        let (nodes, root) = diagram::combine(how, self.diagram(), other.diagram(), budget)?;
        Ok(Self { nodes: nodes.into(), root })
    }

    pub(super) fn meets(
        &self,
        other: &Self,
        inverted: bool,
        budget: &mut Budget,
    ) -> Result<bool, TooComplex> {
        diagram::meet(self.diagram(), other.diagram(), inverted, budget)
    }

    pub(super) fn try_forget(&self, dim: Dim, budget: &mut Budget) -> Result<Self, TooComplex> {
        if let Some(mut sides) = self.sides() {
            let Some(place) = sides.iter().position(|(known, _)| *known == dim) else {
                return Ok(self.clone());
            };
            budget.spend(sides.len())?;
            sides.remove(place);
            return Ok(Self::of_sides(&sides));
        }
        let mut seen: Vec<Self> = Vec::new();
        for class in walk::one_of_each(&self.nodes, dim) {
            let given = self.fixed(dim, class, budget)?;
            if !seen.contains(&given) {
                seen.push(given);
            }
        }
        if seen.is_empty() { Ok(self.clone()) } else { Self::union(&seen, budget) }
    }

    fn fixed(&self, dim: Dim, class: usize, budget: &mut Budget) -> Result<Self, TooComplex> {
        let Some(first) = diagram::node(&self.nodes, self.root).filter(|first| first.dim <= dim) else {
            // Later dimensions alone matter, or none.
            return Ok(self.clone());
        };
        if first.dim == dim {
            let to =
                first.edges.iter().find(|edge| edge.classes.contains(class)).map_or(NOTHING, |edge| edge.to);
            if to <= EVERYTHING {
                return Ok(Self { nodes: Arc::default(), root: to });
            }
            // Where nothing else hangs on the first node, the diagram is that below it.
            if first.edges.iter().all(|edge| edge.to == to || edge.to <= EVERYTHING) {
                return Ok(Self { nodes: self.nodes[..self.nodes.len() - 1].into(), root: to });
            }
        }
        if let Some(mut sides) = self.sides() {
            let place = sides.iter().position(|(known, _)| *known == dim);
            let lacking = place.filter(|at| !sides[*at].1.contains(class));
            budget.spend(lacking.map_or(sides.len(), |at| at + 1))?;
            return Ok(match place {
                None => self.clone(),
                Some(_) if lacking.is_some() => Self::nothing(),
                Some(at) => {
                    sides.remove(at);
                    Self::of_sides(&sides)
                }
            });
        }
        let (nodes, root) = diagram::given(&self.nodes, self.root, dim, class, budget)?;
        Ok(Self { nodes: nodes.into(), root })
    }

    /// Combines without a limit; what the limit would have said cannot happen then.
    fn unlimited(&self, how: Combine, other: &Self) -> Self {
        self.combined(how, other, &mut Budget::unlimited()).unwrap_or_else(|TooComplex| Self::nothing())
    }
}
