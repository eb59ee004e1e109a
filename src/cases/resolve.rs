//! Which rule decides which case, and everything that is wrong with a set of rules.
//!
//! In: a space, a domain and rules with their layers. Out: a [`Resolution`]. An exception stands above all base rules;
//! within a layer a rule whose cases are a strict part of another's stands above it; rules that still stand in one case
//! and promise different things conflict. What is compared are the cases within the domain that can exist.

use super::diagram::Combine;
use super::hull::{Hulled, Neighbours};
use super::limits::Budget;
use super::rules::{Conflict, Layer, Redundant, Region, Resolution, Rule, RulePart};
use super::{CaseSet, Space, TooComplex, walk};

/// With how many later rules a rule is listed that it conflicts with: who mends these sees the others.
pub const MOST_CONFLICTS: usize = 16;

/// Resolves layered rules over the possible cases of `domain`.
///
/// The work is bounded by [`MOST_STEPS`](super::MOST_STEPS) and [`MOST_NODES`](super::MOST_NODES): rules that are
/// entangled beyond that give [`TooComplex`].
pub fn resolve(space: &Space, domain: &CaseSet, rules: &[Rule]) -> Result<Resolution, TooComplex> {
    let budget = &mut Budget::limited();
    let field = domain.combined(Combine::And, space.possible(), budget)?;
    let (mut impossible, mut outside_domain) = (Vec::new(), Vec::new());
    let mut active = Vec::with_capacity(rules.len());
    for (at, rule) in rules.iter().enumerate() {
        let here = rule.when.combined(Combine::And, &field, budget)?;
        if here.is_empty() {
            let known = rule.when.meets(space.possible(), false, budget)?;
            if known { outside_domain.push(at) } else { impossible.push(at) }
        }
        active.push(Hulled::new(here));
    }
    let layers = Layers::new(rules, active, budget)?;
    let covered = layers.base.combined(Combine::Or, &layers.exceptions, budget)?;
    Ok(Resolution {
        regions: layers.regions(budget)?,
        conflicts: layers.conflicts(space, budget)?,
        gaps: field.combined(Combine::Minus, &covered, budget)?,
        unreachable: layers.unreachable(budget)?,
        repeated: layers.repeated(budget)?,
        impossible,
        outside_domain,
        exceptions_outside_base: layers.exceptions_outside_base(budget)?,
        exceptions_without_effect: layers.exceptions_without_effect(budget)?,
        adds_nothing: layers.adds_nothing(budget)?,
    })
}

/// The rules as sets, and how they rank.
struct Layers<'a> {
    rules: &'a [Rule],
    /// The cases in which each rule is active.
    active: Vec<Hulled>,
    /// Which rules may be active in one case.
    neighbours: Neighbours,
    /// The rules of the same layer whose cases are a strict part of each rule's.
    narrower: Vec<Vec<usize>>,
    /// The rules of the same layer of whose cases each rule's are a strict part.
    wider: Vec<Vec<usize>>,
    /// All cases of the base.
    base: CaseSet,
    /// All cases of the exceptions.
    exceptions: CaseSet,
    /// The cases in which each rule stands.
    standing: Vec<Hulled>,
    /// The rules that stand in some case in which each rule stands.
    beside: Vec<Vec<usize>>,
}

impl<'a> Layers<'a> {
    fn new(rules: &'a [Rule], active: Vec<Hulled>, budget: &mut Budget) -> Result<Self, TooComplex> {
        let count = rules.len();
        let of = |layer: Layer| (0..count).filter(move |at| rules[*at].layer == layer);
        let base = CaseSet::union(of(Layer::Base).map(|at| &active[at].set), budget)?;
        let exceptions = CaseSet::union(of(Layer::Except).map(|at| &active[at].set), budget)?;
        let nobody = vec![Vec::new(); count];
        let mut layers = Self {
            rules,
            neighbours: Neighbours::of(&active),
            active,
            narrower: nobody.clone(),
            wider: nobody.clone(),
            base,
            exceptions,
            standing: Vec::new(),
            beside: nobody,
        };
        layers.rank(budget)?;
        for at in 0..count {
            let stands = layers.standing_of(at, budget)?;
            layers.standing.push(Hulled::new(stands));
        }
        for one in 0..count {
            for two in layers.near(one).into_iter().filter(|two| *two > one) {
                if layers.standing[one].overlaps(&layers.standing[two], budget)? {
                    layers.beside[one].push(two);
                    layers.beside[two].push(one);
                }
            }
        }
        Ok(layers)
    }

    /// The rules that may be active in a case in which this one is, in order.
    fn near(&self, rule: usize) -> Vec<usize> {
        self.neighbours.near(&self.active[rule])
    }

    /// Finds which rules are strictly narrower than which.
    fn rank(&mut self, budget: &mut Budget) -> Result<(), TooComplex> {
        for (inner, small) in self.active.iter().enumerate().filter(|(_, small)| !small.set.is_empty()) {
            for outer in self.near(inner) {
                let large = &self.active[outer];
                if self.rules[inner].layer == self.rules[outer].layer
                    && small.is_within(large, budget)?
                    && small.set != large.set
                {
                    self.narrower[outer].push(inner);
                    self.wider[inner].push(outer);
                }
            }
        }
        Ok(())
    }

    fn standing_of(&self, at: usize, budget: &mut Budget) -> Result<CaseSet, TooComplex> {
        let narrower = CaseSet::union(self.narrower[at].iter().map(|at| &self.active[*at].set), budget)?;
        let mut stands = self.active[at].set.combined(Combine::Minus, &narrower, budget)?;
        match self.rules[at].layer {
            Layer::Base => stands = stands.combined(Combine::Minus, &self.exceptions, budget)?,
            Layer::Except => {}
        }
        Ok(stands)
    }

    fn same_value(&self, one: usize, two: usize) -> bool {
        self.rules[one].value == self.rules[two].value
    }

    /// Rules of one layer that stand somewhere, with the cases in which they do.
    fn that_stand(&self, layer: Layer) -> impl Iterator<Item = (usize, &Hulled)> {
        let all = self.standing.iter().enumerate();
        all.filter(move |(at, stands)| self.rules[*at].layer == layer && !stands.set.is_empty())
    }

    fn regions(&self, budget: &mut Budget) -> Result<Vec<Region>, TooComplex> {
        let mut regions = Vec::new();
        for (rule, stands) in self.standing.iter().enumerate() {
            // Where a different promise stands too there is a conflict; where an earlier rule says the same, it decides.
            let others =
                self.beside[rule].iter().filter(|other| **other < rule || !self.same_value(rule, **other));
            // Only what they share with this rule is gathered: many rules that each share little stay cheap.
            let mut shared = Vec::new();
            for other in others {
                let part = stands.set.combined(Combine::And, &self.standing[*other].set, budget)?;
                let whole = part == stands.set;
                shared.push(part);
                if whole {
                    break;
                }
            }
            let cases = stands.set.combined(Combine::Minus, &CaseSet::union(&shared, budget)?, budget)?;
            if !cases.is_empty() {
                regions.push(Region { cases, rule });
            }
        }
        Ok(regions)
    }

    fn conflicts(&self, space: &Space, budget: &mut Budget) -> Result<Vec<Conflict>, TooComplex> {
        let mut conflicts = Vec::new();
        for (first, beside) in self.beside.iter().enumerate() {
            for second in beside
                .iter()
                .copied()
                .filter(|second| first < *second && !self.same_value(first, *second))
                .take(MOST_CONFLICTS)
            {
                let cases =
                    self.standing[first].set.combined(Combine::And, &self.standing[second].set, budget)?;
                let (nodes, root) = cases.diagram();
                if let Some(witness) = walk::first(nodes, root, space) {
                    conflicts.push(Conflict { first, second, cases, witness });
                }
            }
        }
        Ok(conflicts)
    }

    fn unreachable(&self, budget: &mut Budget) -> Result<Vec<Redundant>, TooComplex> {
        let mut found = Vec::new();
        for (rule, active) in self.active.iter().enumerate() {
            if active.set.is_empty() || !self.standing[rule].set.is_empty() {
                continue;
            }
            let above = self.near(rule).into_iter().filter(|other| {
                match (self.rules[rule].layer, self.rules[*other].layer) {
                    (Layer::Base, Layer::Except) => true,
                    (Layer::Base, Layer::Base) | (Layer::Except, Layer::Except) => {
                        self.narrower[rule].binary_search(other).is_ok()
                    }
                    (Layer::Except, Layer::Base) => false,
                }
            });
            let (by, _) = cover(&active.set, above, &self.active, budget)?;
            found.push(Redundant { rule, by });
        }
        Ok(found)
    }

    fn repeated(&self, budget: &mut Budget) -> Result<Vec<Redundant>, TooComplex> {
        let mut found = Vec::new();
        for (rule, stands) in self.standing.iter().enumerate().filter(|(_, stands)| !stands.set.is_empty()) {
            let earlier = self.beside[rule].iter().copied();
            let earlier = earlier.filter(|other| *other < rule && self.same_value(*other, rule));
            let (by, rest) = cover(&stands.set, earlier, &self.standing, budget)?;
            if rest.is_empty() {
                found.push(Redundant { rule, by });
            }
        }
        Ok(found)
    }

    fn exceptions_outside_base(&self, budget: &mut Budget) -> Result<Vec<RulePart>, TooComplex> {
        let mut found = Vec::new();
        for (rule, active) in self.active.iter().enumerate() {
            match self.rules[rule].layer {
                Layer::Base => {}
                Layer::Except => {
                    let cases = active.set.combined(Combine::Minus, &self.base, budget)?;
                    if !cases.is_empty() {
                        found.push(RulePart { rule, cases });
                    }
                }
            }
        }
        Ok(found)
    }

    fn exceptions_without_effect(&self, budget: &mut Budget) -> Result<Vec<usize>, TooComplex> {
        let mut found = Vec::new();
        for (rule, stands) in self.that_stand(Layer::Except) {
            let mut others = Vec::new();
            for base in self.near(rule) {
                let active = &self.active[base];
                let below = self.rules[base].layer == Layer::Base;
                if below && active.overlaps(stands, budget)? {
                    others.push(base);
                }
            }
            others.extend(&self.wider[rule]);
            if self.changes_nothing(rule, &others, budget)? {
                found.push(rule);
            }
        }
        Ok(found)
    }

    fn adds_nothing(&self, budget: &mut Budget) -> Result<Vec<Redundant>, TooComplex> {
        let mut found = Vec::new();
        for (rule, stands) in self.that_stand(Layer::Base) {
            let mut by = Vec::new();
            for wider in self.wider[rule].iter().copied().filter(|wider| self.same_value(*wider, rule)) {
                if !self.after(rule, wider, &stands.set, budget)?.is_empty() {
                    by.push(wider);
                }
            }
            if !by.is_empty() && self.changes_nothing(rule, &self.wider[rule], budget)? {
                found.push(Redundant { rule, by });
            }
        }
        Ok(found)
    }

    /// Whether every case would have the same promises without the rule, where `below` are the rules that it ranks above.
    ///
    /// Only the cases in which it stands have to be looked at: where it does not, what ranks above it stays, and
    /// outranks the same rules.
    fn changes_nothing(&self, rule: usize, below: &[usize], budget: &mut Budget) -> Result<bool, TooComplex> {
        let place = &self.standing[rule].set;
        let mut same = Vec::new();
        for other in below.iter().copied().filter(|other| self.same_value(*other, rule)) {
            same.push(self.after(rule, other, place, budget)?);
        }
        let beside = |value: usize| {
            let others = self.beside[rule].iter().filter(move |other| self.rules[**other].value == value);
            others.map(|other| &self.standing[*other].set)
        };
        let still = CaseSet::union(same.iter().chain(beside(self.rules[rule].value)), budget)?;
        if place.meets(&still, true, budget)? {
            return Ok(false);
        }
        for other in below.iter().copied().filter(|other| !self.same_value(*other, rule)) {
            let shown = self.after(rule, other, place, budget)?;
            let already = CaseSet::union(beside(self.rules[other].value), budget)?;
            if shown.meets(&already, true, budget)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Where in `place` the rule `other` would stand if `gone`, which stands there, were not there.
    fn after(
        &self,
        gone: usize,
        other: usize,
        place: &CaseSet,
        budget: &mut Budget,
    ) -> Result<CaseSet, TooComplex> {
        let mut stands = self.active[other].set.combined(Combine::And, place, budget)?;
        // What stands above is of interest only where `gone` stands, which is what `place` says.
        let near = self.near(gone).into_iter();
        let above = near.filter(|at| match (self.rules[other].layer, self.rules[*at].layer) {
            (Layer::Base, Layer::Except) => true,
            (Layer::Base, Layer::Base) | (Layer::Except, Layer::Except) => {
                self.wider[*at].binary_search(&other).is_ok()
            }
            (Layer::Except, Layer::Base) => false,
        });
        for at in above.filter(|at| *at != gone) {
            if stands.is_empty() {
                break;
            }
            stands = stands.combined(Combine::Minus, &self.active[at].set, budget)?;
        }
        Ok(stands)
    }
}

/// Of the candidates, in order, those that take something away from `target`, until nothing is left of it; and the rest.
fn cover(
    target: &CaseSet,
    candidates: impl Iterator<Item = usize>,
    sets: &[Hulled],
    budget: &mut Budget,
) -> Result<(Vec<usize>, CaseSet), TooComplex> {
    let mut rest = target.clone();
    let mut taken = Vec::new();
    for candidate in candidates {
        if rest.is_empty() {
            break;
        }
        if rest.meets(&sets[candidate].set, false, budget)? {
            taken.push(candidate);
            rest = rest.combined(Combine::Minus, &sets[candidate].set, budget)?;
        }
    }
    Ok((taken, rest))
}
