//! What is seen of a set at once, at next to no cost.
//!
//! In: a set, or two. Out: answers of which one is certain and the other says nothing, for readers that ask the exact question
//! where they get no answer here.

use smallvec::{SmallVec, smallvec};

use super::diagram::{Edge, NOTHING, Node, Ref, node};
use super::{CaseSet, ClassSet, Dim};

impl CaseSet {
    /// Whether it is seen at once that no case of this class is in the set: true is certain, and false says nothing. Only the
    /// first dimension that matters is looked at, so this costs next to nothing.
    pub fn plainly_lacks(&self, dim: Dim, class: usize) -> bool {
        let (nodes, root) = self.diagram();
        match node(nodes, root) {
            None => root == NOTHING,
            Some(first) => {
                first.dim == dim
                    && !first.edges.iter().any(|edge| edge.to != NOTHING && edge.classes.contains(class))
            }
        }
    }

    /// The classes of a dimension that cases of the set have, as far as that is seen at once: a class that is not among them is
    /// in no case. `None` where all may be.
    pub fn plain_classes(&self, dim: Dim) -> Option<ClassSet> {
        const MOST: usize = 24;
        let (nodes, root) = self.diagram();
        let mut found: Option<ClassSet> = None;
        let mut ways: SmallVec<[Ref; 8]> = smallvec![root];
        for _ in 0..MOST {
            let Some(at) = ways.pop() else { break };
            let node = node(nodes, at).filter(|node| node.dim <= dim)?;
            for edge in node.edges.iter().filter(|edge| edge.to != NOTHING) {
                if node.dim < dim {
                    ways.push(edge.to);
                } else {
                    found = Some(found.map_or_else(|| edge.classes.clone(), |known| known.or(&edge.classes)));
                }
            }
        }
        found.filter(|_| ways.is_empty())
    }

    /// Whether it is seen at once that the two share no case, even where their classes in the dimension `but` may be any: both
    /// are boxes that are apart in another dimension. True is certain, and false says nothing.
    pub fn plainly_apart(&self, other: &Self, but: Option<Dim>) -> bool {
        let ((one, mut at), (other, mut beside)) = (self.diagram(), other.diagram());
        while let (Some(here), Some(there)) = (node(one, at), node(other, beside)) {
            let (Some(own), Some(others)) = (only_way(here), only_way(there)) else { return false };
            if here.dim == there.dim && Some(here.dim) != but && !own.classes.overlaps(&others.classes) {
                return true;
            }
            if here.dim <= there.dim {
                at = own.to;
            }
            if there.dim <= here.dim {
                beside = others.to;
            }
        }
        false
    }
}

/// The only edge of a node that leads to some case.
pub(super) fn only_way(node: &Node) -> Option<&Edge> {
    let mut ways = node.edges.iter().filter(|edge| edge.to != NOTHING);
    let (only, None) = (ways.next()?, ways.next()) else { return None };
    Some(only)
}
