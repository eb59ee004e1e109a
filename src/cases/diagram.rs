//! The form in which a set of cases is kept: a reduced, ordered decision diagram in one flat table.
//!
//! In: one or two diagrams and what to do with them. Out: the one diagram of the result. A node asks for the class in
//! one dimension, and each of its edges holds the classes that lead to the same place; a dimension that does not matter
//! has no node. Nodes are numbered in the order in which a walk from the root completes them, edges by their lowest
//! class first, so that equal sets are equal tables. This must stay true of everything that builds one.

use smallvec::SmallVec;

use super::limits::Budget;
use super::table::{Done, Table};
use super::{ClassSet, Dim, TooComplex};

/// A place in a diagram: no case, every case, or a node (its number in the table and 2).
pub(super) type Ref = u32;
pub(super) const NOTHING: Ref = 0;
pub(super) const EVERYTHING: Ref = 1;

/// A question for the class in one dimension. Its edges hold each class of the dimension exactly once.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Node {
    pub(super) dim: Dim,
    pub(super) edges: Edges,
}

/// The edges of a node, nearly always two: in the set and out of it.
pub(super) type Edges = SmallVec<[Edge; 2]>;

/// The classes that lead to one place.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Edge {
    pub(super) classes: ClassSet,
    pub(super) to: Ref,
}

/// The node at a place, or `None` where the answer is known.
pub(super) fn node(nodes: &[Node], at: Ref) -> Option<&Node> {
    nodes.get((at as usize).checked_sub(2)?)
}

/// What two sets are combined to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Combine {
    And,
    Or,
    Minus,
}

impl Combine {
    /// The answer where one or both sides are known, if that settles it.
    fn settled(self, left: Ref, right: Ref) -> Option<Ref> {
        match self {
            Self::And if left == NOTHING || right == NOTHING => Some(NOTHING),
            Self::And if left == EVERYTHING && right == EVERYTHING => Some(EVERYTHING),
            Self::Or if left == EVERYTHING || right == EVERYTHING => Some(EVERYTHING),
            Self::Or if left == NOTHING && right == NOTHING => Some(NOTHING),
            Self::Minus if left == NOTHING || right == EVERYTHING => Some(NOTHING),
            Self::Minus if left == EVERYTHING && right == NOTHING => Some(EVERYTHING),
            Self::And | Self::Or | Self::Minus => None,
        }
    }
}

/// The combination of two diagrams.
pub(super) fn combine(
    how: Combine,
    left: (&[Node], Ref),
    right: (&[Node], Ref),
    budget: &mut Budget,
) -> Result<(Vec<Node>, Ref), TooComplex> {
    let mut pairs =
        Pairs { how, left: left.0, right: right.0, table: Table::default(), done: Done::new(), budget };
    let root = pairs.visit(left.1, right.1)?;
    Ok((pairs.table.nodes, root))
}

struct Pairs<'a> {
    how: Combine,
    left: &'a [Node],
    right: &'a [Node],
    table: Table,
    done: Done<(Ref, Ref)>,
    budget: &'a mut Budget,
}

impl Pairs<'_> {
    fn visit(&mut self, left: Ref, right: Ref) -> Result<Ref, TooComplex> {
        if let Some(answer) = self.how.settled(left, right) {
            return Ok(answer);
        }
        if let Some(known) = self.done.get((left, right)) {
            return Ok(known);
        }
        self.budget.spend(1)?;
        let Some((dim, branches)) = branches(self.left, left, self.right, right) else {
            // Both are known, and every operation settles that.
            return Ok(NOTHING);
        };
        let mut edges = Edges::with_capacity(branches.len());
        for (classes, left, right) in branches {
            edges.push(Edge { classes, to: self.visit(left, right)? });
        }
        let place = self.table.place(dim, edges, self.budget)?;
        self.done.insert((left, right), place);
        Ok(place)
    }
}

/// Classes, and where they lead in two diagrams.
type Branch = (ClassSet, Ref, Ref);

/// The branches of two nodes, seldom more than four.
type Branches = SmallVec<[Branch; 4]>;

/// The first dimension that two places ask for, and where each group of its classes leads in both, the lowest class first.
fn branches(left: &[Node], a: Ref, right: &[Node], b: Ref) -> Option<(Dim, Branches)> {
    let (left, right) = match (node(left, a), node(right, b)) {
        (None, None) => return None,
        (Some(left), None) => (Some(left), None),
        (None, Some(right)) => (None, Some(right)),
        (Some(left), Some(right)) => {
            ((left.dim <= right.dim).then_some(left), (right.dim <= left.dim).then_some(right))
        }
    };
    match (left, right) {
        (Some(left), Some(right)) => {
            let mut all = Branches::with_capacity(left.edges.len() + right.edges.len());
            for one in &left.edges {
                for two in right.edges.iter().filter(|two| two.classes.overlaps(&one.classes)) {
                    all.push((one.classes.and(&two.classes), one.to, two.to));
                }
            }
            all.sort_unstable_by_key(|(classes, _, _)| classes.first());
            Some((left.dim, all))
        }
        (Some(left), None) => {
            Some((left.dim, left.edges.iter().map(|edge| (edge.classes.clone(), edge.to, b)).collect()))
        }
        (None, Some(right)) => {
            Some((right.dim, right.edges.iter().map(|edge| (edge.classes.clone(), a, edge.to)).collect()))
        }
        (None, None) => None,
    }
}

/// Whether some case is in the left diagram and in the right one (or, `inverted`, not in the right one).
pub(super) fn meet(
    left: (&[Node], Ref),
    right: (&[Node], Ref),
    inverted: bool,
    budget: &mut Budget,
) -> Result<bool, TooComplex> {
    fn visit(
        sides: (&[Node], &[Node]),
        pair: (Ref, Ref),
        never: Ref,
        apart: &mut Done<(Ref, Ref)>,
        budget: &mut Budget,
    ) -> Result<bool, TooComplex> {
        if pair.0 == NOTHING || pair.1 == never {
            return Ok(false);
        }
        // A diagram that is not `NOTHING` (or, inverted, not `EVERYTHING`) has a case, so one known side is enough.
        if pair.0 == EVERYTHING || pair.1 == EVERYTHING - never {
            return Ok(true);
        }
        if apart.get(pair).is_some() {
            return Ok(false);
        }
        budget.spend(1)?;
        let (left, right) = (node(sides.0, pair.0), node(sides.1, pair.1));
        match (left, right) {
            (Some(one), Some(two)) if one.dim == two.dim => {
                for one in &one.edges {
                    for two in two.edges.iter().filter(|two| two.classes.overlaps(&one.classes)) {
                        if visit(sides, (one.to, two.to), never, apart, budget)? {
                            return Ok(true);
                        }
                    }
                }
            }
            (Some(one), two) if two.is_none_or(|two| one.dim < two.dim) => {
                for edge in &one.edges {
                    if visit(sides, (edge.to, pair.1), never, apart, budget)? {
                        return Ok(true);
                    }
                }
            }
            (_, Some(two)) => {
                for edge in &two.edges {
                    if visit(sides, (pair.0, edge.to), never, apart, budget)? {
                        return Ok(true);
                    }
                }
            }
            (_, None) => {}
        }
        apart.insert(pair, NOTHING);
        Ok(false)
    }
    let never = if inverted { EVERYTHING } else { NOTHING };
    visit((left.0, right.0), (left.1, right.1), never, &mut Done::new(), budget)
}

/// The diagram in which one dimension is known to have this class, so that it no longer matters.
pub(super) fn given(
    nodes: &[Node],
    root: Ref,
    dim: Dim,
    class: usize,
    budget: &mut Budget,
) -> Result<(Vec<Node>, Ref), TooComplex> {
    fn visit(
        nodes: &[Node],
        at: Ref,
        known: (Dim, usize),
        table: &mut Table,
        done: &mut Done<Ref>,
        budget: &mut Budget,
    ) -> Result<Ref, TooComplex> {
        let Some(here) = node(nodes, at) else { return Ok(at) };
        if let Some(place) = done.get(at) {
            return Ok(place);
        }
        budget.spend(1)?;
        let place = if here.dim == known.0 {
            match here.edges.iter().find(|edge| edge.classes.contains(known.1)) {
                Some(edge) => visit(nodes, edge.to, known, table, done, budget)?,
                None => NOTHING,
            }
        } else {
            let mut edges = Edges::with_capacity(here.edges.len());
            for edge in &here.edges {
                let to = visit(nodes, edge.to, known, table, done, budget)?;
                edges.push(Edge { classes: edge.classes.clone(), to });
            }
            table.place(here.dim, edges, budget)?
        };
        done.insert(at, place);
        Ok(place)
    }
    let mut table = Table::default();
    let place = visit(nodes, root, (dim, class), &mut table, &mut Done::new(), budget)?;
    Ok((table.nodes, place))
}

/// The diagram of all cases that are not in this one. The numbering stays, since it does not depend on the ends.
pub(super) fn invert(nodes: &[Node], root: Ref) -> (Vec<Node>, Ref) {
    let flip = |at: Ref| if at <= EVERYTHING { EVERYTHING - at } else { at };
    let turn = |edge: &Edge| Edge { classes: edge.classes.clone(), to: flip(edge.to) };
    let nodes = nodes
        .iter()
        .map(|node| Node { dim: node.dim, edges: node.edges.iter().map(turn).collect() })
        .collect();
    (nodes, flip(root))
}
