//! Many sets as one where no two of them share a case, as the cells of a table.
//!
//! In: the diagrams of some sets. Out: the one diagram of all their cases, or nothing where two of them share a case. All are
//! walked side by side, and each class of a dimension is looked at with the few sets that have it, so that this costs little
//! more than to read them. Whatever shares cases is left to the general ways of combining sets.

use smallvec::SmallVec;

use super::diagram::{EVERYTHING, Edge, Edges, NOTHING, Node, Ref, node};
use super::limits::Budget;
use super::table::Table;
use super::{ClassSet, Dim};

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
    let here = |way: &Way| asked(sets, *way);
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
    let first = ways.iter().filter_map(here).find(|node| node.dim == dim);
    let size = first.and_then(|node| node.edges.first()).map_or(0, |edge| edge.classes.size());
    let edges = match ClassSet::all(size).word() {
        Some(all) => few(sets, ways, dim, (size, all), table, budget)?,
        None => many(sets, ways, dim, size, table, budget)?,
    };
    table.place(dim, edges, budget).ok()
}

/// The question that a way asks next.
fn asked<'s>(sets: &[(&'s [Node], Ref)], (set, at): Way) -> Option<&'s Node> {
    node(sets[set].0, at)
}

/// Where the classes of a dimension lead of which there are no more than bits in a word: all that go on in the same ways are
/// looked at together.
fn few(
    sets: &[(&[Node], Ref)],
    ways: &[Way],
    dim: Dim,
    (size, all): (usize, u64),
    table: &mut Table,
    budget: &mut Budget,
) -> Option<Edges> {
    let mut going_on: SmallVec<[(u64, Way); 16]> = SmallVec::new();
    for way in ways {
        match asked(sets, *way).filter(|node| node.dim == dim) {
            Some(node) => {
                for edge in node.edges.iter().filter(|edge| edge.to != NOTHING) {
                    going_on.push((edge.classes.word()?, (way.0, edge.to)));
                }
            }
            None => going_on.push((all, *way)),
        }
    }
    let steps = going_on.iter().map(|(classes, _)| classes.count_ones() as usize).sum::<usize>();
    budget.spend(size + steps).ok()?;
    let mut edges = Edges::new();
    let mut left = all;
    while left != 0 {
        let lowest = left & left.wrapping_neg();
        let mut alike = left;
        let mut here = Ways::new();
        for (classes, way) in &going_on {
            if classes & lowest == 0 {
                alike &= !classes;
            } else {
                alike &= classes;
                here.push(*way);
            }
        }
        left &= !alike;
        edges.push(Edge { classes: ClassSet::of_word(size, alike), to: visit(sets, &here, table, budget)? });
    }
    Some(edges)
}

/// Where the classes of any dimension lead, one class after the other.
fn many(
    sets: &[(&[Node], Ref)],
    ways: &[Way],
    dim: Dim,
    size: usize,
    table: &mut Table,
    budget: &mut Budget,
) -> Option<Edges> {
    let mut of_class: Vec<Ways> = vec![Ways::new(); size];
    for way in ways {
        match asked(sets, *way).filter(|node| node.dim == dim) {
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
    Some(edges.collect())
}
