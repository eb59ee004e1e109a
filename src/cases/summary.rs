//! The fewest conditions that describe a set, for people to read.
//!
//! In: a set and its space. Out: conditions that together hold exactly the possible cases of the set. They may overlap, each is
//! as wide as it can be but for classes that others hold, and none can be left out. Finding the very fewest is out of reach in
//! general, so two greedy searches are made and the shorter answer is taken; the answer depends on the set and the space only.

use super::diagram::Combine;
use super::hull::Hull;
use super::limits::Budget;
use super::{CaseSet, ClassSet, Condition, Dim, MOST_CONDITIONS, Space, TooComplex, walk, within};

impl CaseSet {
    /// The set as few conditions, the one with the first case first: no condition for the empty set, and one without
    /// sides where every possible case is in the set.
    ///
    /// Cases that cannot exist are counted in or out as suits, so the conditions hold exactly the same cases within
    /// [`Space::possible`] only. At most [`MOST_CONDITIONS`], and within
    /// [`MOST_SUMMARY_STEPS`](super::MOST_SUMMARY_STEPS); this is the slowest question about a single set, so ask it
    /// for what is printed.
    pub fn summary(&self, space: &Space) -> Result<Vec<Condition>, TooComplex> {
        self.described(space, &mut Budget::of_summary())
    }

    /// The same where many sets are described, each for one line: at most within [`MOST_BRIEF_STEPS`](super::MOST_BRIEF_STEPS).
    pub fn brief(&self, space: &Space) -> Result<Vec<Condition>, TooComplex> {
        self.described(space, &mut Budget::of_brief())
    }

    /// The smallest box that holds the set.
    pub fn around(&self) -> Condition {
        Hull::of(self).condition()
    }

    fn described(&self, space: &Space, budget: &mut Budget) -> Result<Vec<Condition>, TooComplex> {
        let target = self.combined(Combine::And, space.possible(), budget)?;
        let wide = target.combined(Combine::Or, &space.possible().not(), budget)?;
        let search = Search { space, wide: &wide, dims: wide.dims() };
        let mut best = search.case_by_case(&target, budget)?;
        // The boxes of a set whose diagram is wide can be too many to list, while few conditions describe it.
        if let Ok(boxes) = walk::boxes(target.diagram().0, target.diagram().1, best.len().saturating_sub(1)) {
            let other = search.box_by_box(boxes, &target, budget)?;
            if other.len() < best.len() {
                best = other;
            }
        }
        for condition in &mut best {
            search.trim(condition, budget)?;
        }
        for at in 0..best.len() {
            // Without it the conditions are as true, only longer to read.
            if search.narrow(&mut best, at, budget).is_err() {
                break;
            }
        }
        best.sort_by_cached_key(|condition| search.order(condition));
        Ok(best)
    }
}

struct Search<'a> {
    space: &'a Space,
    /// The set and all that cannot exist: what a condition may hold.
    wide: &'a CaseSet,
    /// The dimensions that matter for it.
    dims: Vec<Dim>,
}

impl Search<'_> {
    /// Takes the first case that is left, finds a widest condition around it, and goes on until none is left.
    fn case_by_case(&self, target: &CaseSet, budget: &mut Budget) -> Result<Vec<Condition>, TooComplex> {
        let mut rest = target.clone();
        let mut found = Vec::new();
        while let Some(case) = walk::first(rest.diagram().0, rest.diagram().1, self.space) {
            if found.len() == MOST_CONDITIONS {
                return Err(TooComplex);
            }
            let sides = self
                .dims
                .iter()
                .filter_map(|dim| Some((*dim, self.space.classes(*dim, [case.class(*dim)?]))));
            let start = Condition { sides: sides.collect() };
            let best = self.widest(&start, &rest, budget)?;
            rest = rest.combined(Combine::Minus, &best.cases(), budget)?;
            found.push(best);
        }
        needed(found, target, budget)
    }

    /// Widens each of the disjoint boxes, and drops those that are not needed then.
    fn box_by_box(
        &self,
        boxes: Vec<Condition>,
        target: &CaseSet,
        budget: &mut Budget,
    ) -> Result<Vec<Condition>, TooComplex> {
        let mut rest = target.clone();
        let mut found = Vec::new();
        for start in boxes {
            if !rest.meets(&start.cases(), false, budget)? {
                continue;
            }
            let best = self.widest(&start, &rest, budget)?;
            rest = rest.combined(Combine::Minus, &best.cases(), budget)?;
            found.push(best);
        }
        needed(found, target, budget)
    }

    /// Of the widest conditions around a box, the one that takes most of the rest; then that with the fewest sides; then
    /// that with the fewest classes; then the first found. Which are found depends on the dimension that is widened
    /// first, so each has its turn, with the others in order and in reverse.
    fn widest(
        &self,
        start: &Condition,
        rest: &CaseSet,
        budget: &mut Budget,
    ) -> Result<Condition, TooComplex> {
        let mut best: Option<((u128, usize, usize), Condition)> = None;
        let orders = self.dims.iter().flat_map(|first| {
            let others = self.dims.iter().copied().filter(move |dim| dim != first);
            let up: Vec<Dim> = std::iter::once(*first).chain(others.clone()).collect();
            let down: Vec<Dim> = std::iter::once(*first).chain(others.rev()).collect();
            [up, down]
        });
        for order in orders {
            let wide = self.widened(start, &order, budget)?;
            if best.as_ref().is_some_and(|(_, known)| *known == wide) {
                continue;
            }
            let taken = within::count(rest, &wide, self.space, budget)?;
            let classes = wide.sides.iter().map(|(_, classes)| classes.count()).sum::<usize>();
            let score = (taken, usize::MAX - wide.sides.len(), usize::MAX - classes);
            if best.as_ref().is_none_or(|(known, _)| score > *known) {
                best = Some((score, wide));
            }
        }
        Ok(best.map_or_else(|| start.clone(), |(_, wide)| wide))
    }

    /// A condition that cannot be wider in any dimension: each in turn gets every class with which the rest still fits.
    fn widened(
        &self,
        start: &Condition,
        order: &[Dim],
        budget: &mut Budget,
    ) -> Result<Condition, TooComplex> {
        let (nodes, root) = self.wide.diagram();
        let mut sides = start.sides.clone();
        for dim in order {
            let Ok(at) = sides.binary_search_by_key(dim, |(dim, _)| *dim) else { continue };
            // Visiting a node here is far cheaper than combining two.
            budget.spend(1 + nodes.len() / 16)?;
            sides.remove(at);
            let fitting = walk::fitting(nodes, root, &sides, *dim, self.space.size(*dim));
            if !fitting.is_all() {
                sides.insert(at, (*dim, fitting));
            }
        }
        Ok(Condition { sides })
    }

    /// Leaves out classes that no possible case of the condition has, so that nothing is said about them.
    fn trim(&self, condition: &mut Condition, budget: &mut Budget) -> Result<(), TooComplex> {
        for at in 0..condition.sides.len() {
            let (dim, classes) = condition.sides[at].clone();
            let here = condition.cases().combined(Combine::And, self.space.possible(), budget)?;
            let mut kept = Vec::new();
            for class in classes.iter() {
                if here.meets(&self.space.is(dim, [class]), false, budget)? {
                    kept.push(class);
                }
            }
            condition.sides[at].1 = self.space.classes(dim, kept);
        }
        Ok(())
    }

    /// Leaves out classes whose cases the other conditions hold as well, where a stretch of classes is left: "standard; or
    /// premium, normal" says as much as "standard; or standard or premium, normal".
    fn narrow(&self, all: &mut [Condition], at: usize, budget: &mut Budget) -> Result<(), TooComplex> {
        let mut held = self.space.possible().not();
        for (_, other) in all.iter().enumerate().filter(|(other, _)| *other != at) {
            held = held.combined(Combine::Or, &other.cases(), budget)?;
        }
        for side in 0..all[at].sides.len() {
            let (dim, classes) = all[at].sides[side].clone();
            let mut own = Vec::new();
            for class in classes.iter() {
                let mut part = all[at].clone();
                part.sides[side].1 = self.space.classes(dim, [class]);
                if part.cases().meets(&held, true, budget)? {
                    own.push(class);
                }
            }
            let stretch = own.windows(2).all(|pair| pair[0] + 1 == pair[1]);
            if stretch && !own.is_empty() && own.len() < classes.count() {
                all[at].sides[side].1 = self.space.classes(dim, own);
            }
        }
        // What is narrower in one dimension may need another one no longer.
        let (nodes, root) = self.wide.diagram();
        let mut left = 0;
        while let Some((dim, _)) = all[at].sides.get(left).cloned() {
            budget.spend(1 + nodes.len() / 16)?;
            let mut others = all[at].sides.clone();
            others.remove(left);
            if walk::fitting(nodes, root, &others, dim, self.space.size(dim)).is_all() {
                all[at].sides = others;
            } else {
                left += 1;
            }
        }
        self.trim(&mut all[at], budget)
    }

    /// The classes of every dimension, so that conditions sort by the first case that they hold.
    fn order(&self, condition: &Condition) -> Vec<Vec<usize>> {
        let classes = |dim: Dim| {
            let whole = ClassSet::all(self.space.size(dim));
            condition.side(dim).unwrap_or(&whole).iter().collect()
        };
        self.space.dims().map(classes).collect()
    }
}

/// The conditions without those that the others make unnecessary, later ones dropped first.
fn needed(
    mut conditions: Vec<Condition>,
    target: &CaseSet,
    budget: &mut Budget,
) -> Result<Vec<Condition>, TooComplex> {
    let sets: Vec<CaseSet> = conditions.iter().map(Condition::cases).collect();
    // What the conditions before each one hold, so that one pass from the end is enough.
    let mut before = vec![CaseSet::nothing()];
    for set in &sets {
        let last = before.last().cloned().unwrap_or_else(CaseSet::nothing);
        before.push(last.combined(Combine::Or, set, budget)?);
    }
    let mut after = CaseSet::nothing();
    for at in (0..conditions.len()).rev() {
        let others = before[at].combined(Combine::Or, &after, budget)?;
        if target.meets(&others, true, budget)? {
            after = after.combined(Combine::Or, &sets[at], budget)?;
        } else {
            conditions.remove(at);
        }
    }
    Ok(conditions)
}
