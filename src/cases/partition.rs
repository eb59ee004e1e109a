//! The parts into which sets cut a domain, for rules that add up instead of winning over one another.
//!
//! In: a domain and sets that may overlap. Out: disjoint [`Part`]s with exactly the sets that hold there.

use super::diagram::Combine;
use super::hull::Hulled;
use super::limits::Budget;
use super::{Case, CaseSet, MOST_CONDITIONS, Space, TooComplex, walk};

/// Cases in which the same sets hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The cases, never none.
    pub cases: CaseSet,
    /// The positions of the sets that hold in all of these cases, in order; no other set holds in any of them.
    pub sets: Vec<usize>,
}

/// Cuts the possible cases of `domain` by the sets. The parts are disjoint, no two have the same sets, together they are
/// the domain (one of them may have no set at all), and they come in the order of their first cases.
///
/// The work is bounded, and so is the number of parts where sets overlap, by [`MOST_CONDITIONS`].
pub fn partition(space: &Space, domain: &CaseSet, sets: &[CaseSet]) -> Result<Vec<Part>, TooComplex> {
    let budget = &mut Budget::limited();
    let field = domain.combined(Combine::And, space.possible(), budget)?;
    let parts = match apart(&field, sets, budget)? {
        Some(parts) => parts,
        None => crossing(field, sets, budget)?,
    };
    let mut ordered: Vec<(Option<Case>, Part)> = Vec::with_capacity(parts.len());
    for part in parts {
        let (nodes, root) = part.cases.diagram();
        ordered.push((walk::first(nodes, root, space), part));
    }
    ordered.sort_by(|one, two| one.0.cmp(&two.0));
    Ok(ordered.into_iter().map(|(_, part)| part).collect())
}

/// The parts where no two sets share a case, as with a line for each of thousands of products: each set is a part, and so is
/// what they leave. None where two sets share a case.
fn apart(field: &CaseSet, sets: &[CaseSet], budget: &mut Budget) -> Result<Option<Vec<Part>>, TooComplex> {
    let Some(all) = CaseSet::union_of_apart(sets) else { return Ok(None) };
    let rest = field.combined(Combine::Minus, &all, budget)?;
    let mut parts = vec![Part { cases: rest, sets: Vec::new() }];
    for (at, set) in sets.iter().enumerate() {
        parts.push(Part { cases: field.combined(Combine::And, set, budget)?, sets: vec![at] });
    }
    parts.retain(|part| !part.cases.is_empty());
    Ok(Some(parts))
}

/// The parts whatever the sets share: each set cuts those that there are.
fn crossing(field: CaseSet, sets: &[CaseSet], budget: &mut Budget) -> Result<Vec<Part>, TooComplex> {
    let mut parts: Vec<(Hulled, Vec<usize>)> = Vec::new();
    if !field.is_empty() {
        parts.push((Hulled::new(field), Vec::new()));
    }
    for (at, set) in sets.iter().enumerate() {
        let set = Hulled::new(set.clone());
        let mut cut = Vec::with_capacity(parts.len());
        for (part, mut held) in parts {
            if !part.overlaps(&set, budget)? {
                cut.push((part, held));
                continue;
            }
            let outside = part.set.combined(Combine::Minus, &set.set, budget)?;
            if outside.is_empty() {
                held.push(at);
                cut.push((part, held));
                continue;
            }
            let inside = part.set.combined(Combine::And, &set.set, budget)?;
            cut.push((Hulled::new(outside), held.clone()));
            held.push(at);
            cut.push((Hulled::new(inside), held));
        }
        if cut.len() > MOST_CONDITIONS {
            return Err(TooComplex);
        }
        parts = cut;
    }
    Ok(parts.into_iter().map(|(part, sets)| Part { cases: part.set, sets }).collect())
}
