//! A set of one space as a set of another.
//!
//! In: a set, and where each dimension's classes are found in the other space. Out: the same cases told by the dimensions
//! there. What the dimensions are, and whether two of them are the same thing, is for whoever asks.

use super::diagram::{self, EVERYTHING, Edge, Edges, NOTHING, Node, Ref};
use super::limits::Budget;
use super::table::Table;
use super::{CaseSet, ClassSet, Dim, TooComplex};

impl CaseSet {
    /// The set with every condition on a dimension put into the terms of another space. Dimensions that do not matter here do
    /// not matter there; those without a place there are taken not to matter. Whether a case is in it whose classes there nothing
    /// here leads to is not said: cut such cases off.
    pub fn carried(
        &self,
        place: impl Fn(Dim, &ClassSet) -> Option<(Dim, ClassSet)>,
    ) -> Result<Self, TooComplex> {
        let (nodes, root) = self.diagram();
        if let Some(moved) = moved(nodes, &place) {
            let mut carrying =
                Carrying { nodes: &moved, table: Table::default(), done: vec![None; nodes.len()] };
            let root = carrying.visit(root, &mut Budget::limited())?;
            return Ok(Self::of_diagram(carrying.table.nodes, root));
        }
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
                let here = place(node.dim, &edge.classes);
                let here = here.map_or_else(Self::everything, |(dim, classes)| Self::is(dim, classes));
                cases = cases.try_or(&here.try_and(&known(&carried, edge.to))?)?;
            }
            carried.push(cases);
        }
        Ok(known(&carried, root))
    }
}

/// The nodes with their dimensions and classes in the terms of the other space. None where dimensions come there in another order
/// or classes lie over one another: then it takes more than to name them anew.
fn moved(nodes: &[Node], place: impl Fn(Dim, &ClassSet) -> Option<(Dim, ClassSet)>) -> Option<Vec<Node>> {
    let mut moved: Vec<Node> = Vec::with_capacity(nodes.len());
    for node in nodes {
        let mut dim = None;
        let mut edges = Edges::with_capacity(node.edges.len() + 1);
        let mut rest: Option<ClassSet> = None;
        for edge in &node.edges {
            let (there, classes) = place(node.dim, &edge.classes)?;
            let below = diagram::node(&moved, edge.to);
            let taken = rest.get_or_insert_with(|| ClassSet::none(classes.size()));
            if below.is_some_and(|below| below.dim <= there) || taken.overlaps(&classes) {
                return None;
            }
            *taken = taken.or(&classes);
            dim = Some(there);
            if !classes.is_empty() {
                edges.push(Edge { classes, to: edge.to });
            }
        }
        let rest = rest?.not();
        if !rest.is_empty() {
            edges.push(Edge { classes: rest, to: NOTHING });
        }
        // One form for each set: the lowest class comes first.
        edges.sort_unstable_by_key(|edge| edge.classes.first());
        moved.push(Node { dim: dim?, edges });
    }
    Some(moved)
}

/// Nodes that are put into a table, each once.
struct Carrying<'a> {
    nodes: &'a [Node],
    table: Table,
    done: Vec<Option<Ref>>,
}

impl Carrying<'_> {
    fn visit(&mut self, at: Ref, budget: &mut Budget) -> Result<Ref, TooComplex> {
        let nodes = self.nodes;
        let Some(node) = diagram::node(nodes, at) else { return Ok(at) };
        let place = at as usize - 2;
        if let Some(done) = self.done[place] {
            return Ok(done);
        }
        budget.spend(1)?;
        let mut edges = Edges::with_capacity(node.edges.len());
        for edge in &node.edges {
            edges.push(Edge { classes: edge.classes.clone(), to: self.visit(edge.to, budget)? });
        }
        let found = self.table.place(node.dim, edges, budget)?;
        self.done[place] = Some(found);
        Ok(found)
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
            Dim(0) => Some((Dim(5), ClassSet::of(4, classes.iter().map(|class| class + 2)))),
            _ => Some((Dim(3), ClassSet::of(3, classes.iter()))),
        };
        let known = is(5, 4, &[2, 3]);
        let there = is(5, 4, &[2]).and(&is(3, 3, &[1, 2])).or(&is(3, 3, &[0])).and(&known);
        assert_eq!(here.carried(place).map(|carried| carried.and(&known)), Ok(there));
        assert_eq!(CaseSet::everything().carried(place), Ok(CaseSet::everything()));
        assert_eq!(CaseSet::nothing().carried(place), Ok(CaseSet::nothing()));
    }
    #[test]
    fn a_set_that_is_only_named_anew_has_the_form_that_it_would_have_had_there() {
        let is = |dim: u16, size: usize, classes: &[usize]| {
            CaseSet::is(Dim(dim), ClassSet::of(size, classes.iter().copied()))
        };
        let here = is(0, 3, &[0]).and(&is(1, 2, &[1])).or(&is(0, 3, &[2]).and(&is(2, 2, &[0])));
        // The first dimension has another class in front, and its classes in another order; what it had not leads nowhere.
        let turned = |class: usize| 3 - class;
        let place = |dim: Dim, classes: &ClassSet| match dim {
            Dim(0) => Some((Dim(1), ClassSet::of(4, classes.iter().map(turned)))),
            Dim(1) => Some((Dim(4), classes.clone())),
            _ => Some((Dim(6), classes.clone())),
        };
        let there = is(1, 4, &[3]).and(&is(4, 2, &[1])).or(&is(1, 4, &[1]).and(&is(6, 2, &[0])));
        assert_eq!(here.carried(place), Ok(there));
        // Two classes that become one are in the set if either of them was.
        let joined = |dim: Dim, classes: &ClassSet| match dim {
            Dim(0) => Some((Dim(0), ClassSet::of(2, classes.iter().map(|class| class / 2)))),
            _ => Some((dim, classes.clone())),
        };
        let known = is(0, 3, &[0]).and(&is(1, 2, &[0])).or(&is(0, 3, &[1]));
        assert_eq!(known.carried(joined), Ok(is(0, 2, &[0])));
    }
}
