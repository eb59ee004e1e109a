//! Many sets as one where no two of them share a case, as the cells of a table.
//!
//! In: the diagrams of some sets. Out: the one diagram of all their cases, or nothing where two of them share a case. All are
//! walked side by side, and each class of a dimension is looked at with the few sets that have it, so that this costs little
//! more than to read them. Whatever shares cases is left to the general ways of combining sets.

use smallvec::SmallVec;

use super::ClassSet;
use super::diagram::{EVERYTHING, Edge, NOTHING, Node, Ref, Table, node};
use super::limits::Budget;

/// The number of a set, and a place in its diagram that is not nothing.
type Way = (usize, Ref);

/// The sets that still have cases where the walk stands, seldom more than a few.
type Ways = SmallVec<[Way; 4]>;

/// The diagram of the cases of all sets; none where two sets share a case, or where there is too much to walk.
pub(super) fn union(sets: &[(&[Node], Ref)], budget: &mut Budget) -> Option<(Vec<Node>, Ref)> {
    let roots = sets.iter().enumerate().map(|(set, (_, root))| (set, *root));
    let ways: Ways = roots.filter(|(_, root)| *root != NOTHING).collect();
    let mut table = Table::default();
    let root = visit(sets, &ways, &mut table, budget)?;
    Some((table.nodes, root))
}

fn visit(sets: &[(&[Node], Ref)], ways: &[Way], table: &mut Table, budget: &mut Budget) -> Option<Ref> {
    let here = |(set, at): &Way| node(sets[*set].0, *at);
    let Some(dim) = ways.iter().filter_map(here).map(|node| node.dim).min() else {
        return match ways {
            [] => Some(NOTHING),
            [_] => Some(EVERYTHING),
            [_, _, ..] => None,
        };
    };
    // Each way leads to some case, so whatever stands beside everything shares it.
    if ways.iter().any(|(_, at)| *at == EVERYTHING) {
        return None;
    }
    let asked = ways.iter().filter_map(here).find(|node| node.dim == dim);
    let size = asked.and_then(|node| node.edges.first()).map_or(0, |edge| edge.classes.size());
    let mut of_class: Vec<Ways> = vec![Ways::new(); size];
    for way in ways {
        match here(way).filter(|node| node.dim == dim) {
            Some(node) => {
                for edge in node.edges.iter().filter(|edge| edge.to != NOTHING) {
                    edge.classes.iter().for_each(|class| of_class[class].push((way.0, edge.to)));
                }
            }
            None => of_class.iter_mut().for_each(|ways| ways.push(*way)),
        }
    }
    budget.spend(size + of_class.iter().map(SmallVec::len).sum::<usize>()).ok()?;
    // Where the classes lead, in the order of the lowest class that leads there.
    let mut ends: SmallVec<[(Ref, SmallVec<[usize; 8]>); 4]> = SmallVec::new();
    let mut before: Option<(&Ways, Ref)> = None;
    for (class, ways) in of_class.iter().enumerate() {
        let to = match before {
            Some((same, to)) if same == ways => to,
            Some(_) | None => visit(sets, ways, table, budget)?,
        };
        before = Some((ways, to));
        match ends.iter_mut().find(|(end, _)| *end == to) {
            Some((_, classes)) => classes.push(class),
            None => ends.push((to, SmallVec::from_slice(&[class]))),
        }
    }
    let edges = ends.into_iter().map(|(to, classes)| Edge { classes: ClassSet::of(size, classes), to });
    table.place(dim, edges.collect(), budget).ok()
}
