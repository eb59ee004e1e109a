//! Questions that one walk over a diagram answers.
//!
//! In: the table and root of one diagram. Out: counts, a first case, boxes, membership. Nodes come after those they lead
//! to, so most walks are one loop over the table. Nothing here builds a diagram.

use super::diagram::{EVERYTHING, NOTHING, Node, Ref, node};
use super::{Case, ClassSet, Condition, Dim, Space, TooComplex};

/// The dimensions that some node asks for, in order.
pub(super) fn dims(nodes: &[Node]) -> Vec<Dim> {
    let mut dims: Vec<Dim> = nodes.iter().map(|node| node.dim).collect();
    dims.sort_unstable();
    dims.dedup();
    dims
}

/// Classes of a dimension among which is one of each sort that the diagram tells apart; none where it does not ask for it.
pub(super) fn one_of_each(nodes: &[Node], dim: Dim) -> Vec<usize> {
    let asked = nodes.iter().filter(|node| node.dim == dim).flat_map(|node| &node.edges);
    // Two classes that no stretch begins between lead the same way everywhere.
    let mut begins: Vec<usize> = asked.flat_map(|edge| edge.classes.begins()).collect();
    begins.sort_unstable();
    begins.dedup();
    begins
}

pub(super) fn contains(nodes: &[Node], root: Ref, case: &Case) -> bool {
    let mut at = root;
    while let Some(here) = node(nodes, at) {
        let Some(class) = case.class(here.dim) else { return false };
        let Some(edge) = here.edges.iter().find(|edge| edge.classes.contains(class)) else { return false };
        at = edge.to;
    }
    at == EVERYTHING
}

/// The number of cases, over all dimensions of the space; it stays at the largest number once reached.
pub(super) fn count(nodes: &[Node], root: Ref, space: &Space) -> u128 {
    let dims = space.dimensions().len();
    let sizes = |from: usize, to: usize| {
        let skipped = space.dims().skip(from).take(to.saturating_sub(from));
        skipped.fold(1u128, |all, dim| all.saturating_mul(space.size(dim) as u128))
    };
    let asks = |at: Ref| node(nodes, at).map_or(dims, |node| node.dim.index());
    let mut counts: Vec<u128> = vec![0, 1];
    for here in nodes {
        let below = here.edges.iter().map(|edge| {
            let skipped = sizes(here.dim.index() + 1, asks(edge.to));
            let each = counts[edge.to as usize].saturating_mul(skipped);
            each.saturating_mul(edge.classes.count() as u128)
        });
        counts.push(below.fold(0, u128::saturating_add));
    }
    counts[root as usize].saturating_mul(sizes(0, asks(root)))
}

/// The first case: every node leads to some case, so the lowest class that does not end in nothing is taken each time.
pub(super) fn first(nodes: &[Node], root: Ref, space: &Space) -> Option<Case> {
    let mut classes = vec![0; space.dimensions().len()];
    let mut at = root;
    while let Some(here) = node(nodes, at) {
        // Edges come with their lowest class first.
        let edge = here.edges.iter().find(|edge| edge.to != NOTHING)?;
        *classes.get_mut(here.dim.index())? = edge.classes.first()?;
        at = edge.to;
    }
    (at == EVERYTHING).then_some(Case { classes })
}

/// Every way to the end as a box, in the order of the classes.
pub(super) fn boxes(nodes: &[Node], root: Ref, most: usize) -> Result<Vec<Condition>, TooComplex> {
    fn visit(
        nodes: &[Node],
        at: Ref,
        sides: &mut Vec<(Dim, ClassSet)>,
        found: &mut Vec<Condition>,
        most: usize,
    ) -> Result<(), TooComplex> {
        if at == EVERYTHING {
            if found.len() == most {
                return Err(TooComplex);
            }
            found.push(Condition { sides: sides.clone() });
        }
        let Some(here) = node(nodes, at) else { return Ok(()) };
        for edge in here.edges.iter().filter(|edge| edge.to != NOTHING) {
            sides.push((here.dim, edge.classes.clone()));
            visit(nodes, edge.to, sides, found, most)?;
            sides.pop();
        }
        Ok(())
    }
    let mut found = Vec::new();
    visit(nodes, root, &mut Vec::new(), &mut found, most)?;
    Ok(found)
}

/// Whether no way that meets the sides ends in nothing.
pub(super) fn holds_all_of(nodes: &[Node], root: Ref, sides: &[(Dim, ClassSet)]) -> bool {
    if sides.iter().any(|(_, classes)| classes.is_empty()) {
        return true;
    }
    if root <= EVERYTHING {
        return root == EVERYTHING;
    }
    let mut reached = vec![false; nodes.len()];
    if let Some(last) = reached.last_mut() {
        // The root is completed last.
        *last = true;
    }
    for at in (0..nodes.len()).rev() {
        if !reached[at] {
            continue;
        }
        let side =
            sides.binary_search_by_key(&nodes[at].dim, |(dim, _)| *dim).ok().map(|found| &sides[found].1);
        for edge in &nodes[at].edges {
            if side.is_some_and(|side| !side.overlaps(&edge.classes)) {
                continue;
            }
            match edge.to {
                NOTHING => return false,
                EVERYTHING => {}
                place => reached[place as usize - 2] = true,
            }
        }
    }
    true
}

/// The classes of `dim` with which every way that meets the other sides ends in the set.
pub(super) fn fitting(
    nodes: &[Node],
    root: Ref,
    sides: &[(Dim, ClassSet)],
    dim: Dim,
    size: usize,
) -> ClassSet {
    let all = ClassSet::all(size);
    if root <= EVERYTHING {
        return if root == EVERYTHING { all } else { ClassSet::none(size) };
    }
    let asked = asked(nodes, sides);
    if let Some(all) = all.word() {
        return ClassSet::of_word(size, all & !failing(nodes, &asked, dim, all));
    }
    // For each node the classes of `dim` with which it is reached.
    let mut reached: Vec<Option<ClassSet>> = vec![None; nodes.len()];
    let mut failing = ClassSet::none(size);
    if let Some(last) = reached.last_mut() {
        *last = Some(all);
    }
    for at in (0..nodes.len()).rev() {
        let Some(with) = reached[at].take() else { continue };
        let here = &nodes[at];
        let asked = asked[here.dim.index()];
        for edge in here.edges.iter().filter(|edge| asked.is_none_or(|asked| asked.overlaps(&edge.classes))) {
            let with = if here.dim == dim { with.and(&edge.classes) } else { with.clone() };
            if with.is_empty() {
                continue;
            }
            match edge.to {
                NOTHING => failing = failing.or(&with),
                EVERYTHING => {}
                place => {
                    let place = &mut reached[place as usize - 2];
                    *place = Some(place.as_ref().map_or_else(|| with.clone(), |known| known.or(&with)));
                }
            }
        }
        if failing.is_all() {
            break;
        }
    }
    failing.not()
}

/// The side of each dimension up to the last that matters, if it has one.
fn asked<'s>(nodes: &[Node], sides: &'s [(Dim, ClassSet)]) -> Vec<Option<&'s ClassSet>> {
    let last = nodes.iter().map(|node| node.dim.index()).max().unwrap_or(0);
    let mut asked = vec![None; last + 1];
    for (dim, classes) in sides.iter().filter(|(dim, _)| dim.index() <= last) {
        asked[dim.index()] = Some(classes);
    }
    asked
}

/// The classes of a dimension of at most 64, a bit for each, with which some way that meets the sides ends in nothing.
fn failing(nodes: &[Node], asked: &[Option<&ClassSet>], dim: Dim, all: u64) -> u64 {
    // For each node the classes of `dim` with which it is reached; the root is completed last.
    let mut reached = vec![0; nodes.len()];
    if let Some(last) = reached.last_mut() {
        *last = all;
    }
    let mut failing = 0;
    for at in (0..nodes.len()).rev() {
        // What fails already need not be followed.
        let with = reached[at] & !failing;
        if with == 0 {
            continue;
        }
        let here = &nodes[at];
        let asked = asked[here.dim.index()];
        for edge in here.edges.iter().filter(|edge| asked.is_none_or(|asked| asked.overlaps(&edge.classes))) {
            let with = if here.dim == dim { with & edge.classes.word().unwrap_or(0) } else { with };
            match edge.to {
                NOTHING => failing |= with,
                EVERYTHING => {}
                place => reached[place as usize - 2] |= with,
            }
        }
        if failing == all {
            break;
        }
    }
    failing
}
