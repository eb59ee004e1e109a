//! What is kept while a diagram is made.
//!
//! In: nodes and the places that they lead to, one after the other. Out: the table of the diagram, in which equal nodes are one,
//! and what was found for places that were seen before. Most diagrams have a few nodes, which are looked through; tables of hashes
//! are made for larger ones only.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hash, Hasher};

use smallvec::SmallVec;

use super::diagram::{Edges, Node, Ref};
use super::limits::Budget;
use super::{Dim, TooComplex};

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
pub(super) struct Done<K> {
    few: SmallVec<[(K, Ref); FEW]>,
    many: Map<K, Ref>,
}

impl<K: Copy + Eq + Hash> Done<K> {
    /// Nothing.
    pub(super) fn new() -> Self {
        Self { few: SmallVec::new(), many: Map::default() }
    }

    /// What was found for a place, or for a pair of places.
    pub(super) fn get(&self, key: K) -> Option<Ref> {
        if self.many.is_empty() {
            return self.few.iter().find(|(known, _)| *known == key).map(|(_, place)| *place);
        }
        self.many.get(&key).copied()
    }

    /// Keeps what was found.
    pub(super) fn insert(&mut self, key: K, place: Ref) {
        if self.many.is_empty() && self.few.len() < FEW {
            self.few.push((key, place));
        } else {
            self.many.extend(self.few.drain(..));
            self.many.insert(key, place);
        }
    }
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
