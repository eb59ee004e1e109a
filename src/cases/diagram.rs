//! The form in which a set of cases is kept: a reduced, ordered decision diagram in one flat table.
//!
//! In: one or two diagrams and what to do with them. Out: the one diagram of the result. A node asks for the class in
//! one dimension, and each of its edges holds the classes that lead to the same place; a dimension that does not matter
//! has no node. Nodes are numbered in the order in which a walk from the root completes them, edges by their lowest
//! class first, so that equal sets are equal tables. This must stay true of everything that builds one.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hash, Hasher};

use smallvec::SmallVec;

use super::limits::Budget;
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

/// So many entries are looked through sooner than a table of them is made.
const FEW: usize = 12;

/// The nodes of a result while it is built; equal nodes are one.
#[derive(Default)]
pub(super) struct Table {
    pub(super) nodes: Vec<Node>,
    /// The places of all nodes, once they are more than a few.
    known: Places,
}

/// Where nodes are found again, without a second copy of them: numbers of a table by what their nodes are mixed to.
#[derive(Default)]
struct Places {
    /// As many as a power of two, at most half of them taken.
    slots: Vec<Option<(u64, Ref)>>,
    taken: usize,
}

impl Places {
    /// The place of a node that was put in, if it is the one that is looked for.
    fn find(&self, mixed: u64, is: impl Fn(Ref) -> bool) -> Option<Ref> {
        let mut at = self.first(mixed)?;
        while let Some((known, place)) = self.slots[at] {
            if known == mixed && is(place) {
                return Some(place);
            }
            at = (at + 1) % self.slots.len();
        }
        None
    }

    /// Where a node stands that no other one is in the way of.
    fn first(&self, mixed: u64) -> Option<usize> {
        let mask = (self.slots.len() as u64).checked_sub(1)?;
        usize::try_from(mixed & mask).ok()
    }

    fn put(&mut self, mixed: u64, place: Ref) {
        if self.taken * 2 >= self.slots.len() {
            let more = (self.slots.len() * 2).max(FEW * 4).next_power_of_two();
            let known = std::mem::replace(&mut self.slots, vec![None; more]);
            known.into_iter().flatten().for_each(|(mixed, place)| self.settle(mixed, place));
        }
        self.taken += 1;
        self.settle(mixed, place);
    }

    fn settle(&mut self, mixed: u64, place: Ref) {
        let Some(mut at) = self.first(mixed) else { return };
        while self.slots[at].is_some() {
            at = (at + 1) % self.slots.len();
        }
        self.slots[at] = Some((mixed, place));
    }
}

impl Table {
    /// The place that a question with these answers is; no node where all answers are the same.
    ///
    /// The edges come with their lowest class first and may lead to the same place.
    pub(super) fn place(
        &mut self,
        dim: Dim,
        mut edges: Edges,
        budget: &mut Budget,
    ) -> Result<Ref, TooComplex> {
        let mut kept = 0;
        for at in 0..edges.len() {
            if let Some(known) = (0..kept).find(|known| edges[*known].to == edges[at].to) {
                edges[known].classes = edges[known].classes.or(&edges[at].classes);
            } else {
                edges.swap(kept, at);
                kept += 1;
            }
        }
        edges.truncate(kept);
        if let [only] = edges.as_slice() {
            return Ok(only.to);
        }
        let node = Node { dim, edges };
        let next = self.nodes.len();
        let mixed = if next < FEW { 0 } else { mixed(&node) };
        let known = if next <= FEW {
            self.nodes.iter().position(|known| *known == node).map(place_of).transpose()?
        } else {
            self.known.find(mixed, |place| self.nodes.get(place as usize - 2) == Some(&node))
        };
        if let Some(known) = known {
            return Ok(known);
        }
        budget.allow(next + 1)?;
        let place = place_of(next)?;
        if next == FEW {
            for (at, node) in self.nodes.iter().enumerate() {
                self.known.put(self::mixed(node), place_of(at)?);
            }
        }
        if next >= FEW {
            self.known.put(mixed, place);
        }
        self.nodes.push(node);
        Ok(place)
    }
}

/// The place of the node with this number: the two known answers come first.
fn place_of(number: usize) -> Result<Ref, TooComplex> {
    Ref::try_from(number + 2).map_err(|_| TooComplex)
}

/// What was found for places so far: a list while it is short.
struct Done<K> {
    few: SmallVec<[(K, Ref); FEW]>,
    many: Map<K, Ref>,
}

impl<K: Copy + Eq + Hash> Done<K> {
    fn new() -> Self {
        Self { few: SmallVec::new(), many: Map::default() }
    }

    fn get(&self, key: K) -> Option<Ref> {
        if self.many.is_empty() {
            return self.few.iter().find(|(known, _)| *known == key).map(|(_, place)| *place);
        }
        self.many.get(&key).copied()
    }

    fn insert(&mut self, key: K, place: Ref) {
        if self.many.is_empty() && self.few.len() < FEW {
            self.few.push((key, place));
        } else {
            self.many.extend(self.few.drain(..));
            self.many.insert(key, place);
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

/// A number by which a node is found again.
fn mixed(node: &Node) -> u64 {
    let mut mixer = Mixer::default();
    node.hash(&mut mixer);
    mixer.finish()
}

/// A map for keys of our own making, whose order is never read.
type Map<K, V> = HashMap<K, V, BuildHasherDefault<Mixer>>;

/// A plain multiplicative hash: the keys are small numbers, and no order depends on it.
#[derive(Default)]
struct Mixer(u64);

impl Hasher for Mixer {
    fn finish(&self) -> u64 {
        self.0 ^ (self.0 >> 32)
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.write_u64(u64::from(*byte));
        }
    }

    fn write_u16(&mut self, number: u16) {
        self.write_u64(u64::from(number));
    }

    fn write_u32(&mut self, number: u32) {
        self.write_u64(u64::from(number));
    }

    fn write_u64(&mut self, number: u64) {
        self.0 = (self.0.rotate_left(5) ^ number).wrapping_mul(0x517c_c1b7_2722_0a95);
    }

    fn write_usize(&mut self, number: usize) {
        self.write_u64(number as u64);
    }
}
