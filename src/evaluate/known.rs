//! What is known of a case: facts with their values, exact where they are measured.
//!
//! In: facts and values that were looked up already. Out: the set of cases that they leave, and the exact dates, numbers and
//! lengths behind the classes. What can exist together is the program's knowledge and is applied when a set is asked for.

use crate::cases::{CaseSet, ClassSet, Dim};
use crate::hir::{Fact, FactKind, Program};
use indexmap::IndexMap;
use rustc_hash::FxBuildHasher;
use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

/// The values that were said of facts, by their names.
pub type Words = IndexMap<String, Vec<String>, FxBuildHasher>;

/// Why a fact has no value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Without {
    /// It has none any more: every phase of the release is over.
    Over,
    /// Nobody knows it yet: a `?` stands where it would be said.
    Unfilled,
}

/// What follows where some facts decide that have more than one value left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unsettled {
    /// These can be asked for.
    Asked(Vec<Dim>),
    /// Nobody knows these yet.
    Waits(Vec<Dim>),
    /// Every phase of the release is over, and so is all that is said for one.
    Over,
}

/// The known facts of a case. Copies are many and changes few, so that what was said is shared between them.
#[derive(Clone, Debug)]
pub struct Known {
    /// The cases that the facts leave, whatever can exist.
    given: CaseSet,
    /// Where a measured fact stands: days since 1970, billionths, or seconds.
    places: BTreeMap<Dim, i64>,
    /// What was said, by the name of the fact, in the order in which it was said.
    said: Arc<Words>,
    /// What follows from it by the life of a product.
    derived: IndexMap<String, String>,
    /// What follows for the phase of the release, where that has no value.
    without: Option<Without>,
    /// The fact of the phase, and its classes without those in which the release is surely not, where that is known of some.
    still: Option<(Dim, ClassSet)>,
    /// Those of the cases that can exist, once they were asked for.
    left: OnceLock<CaseSet>,
}

impl PartialEq for Known {
    fn eq(&self, other: &Self) -> bool {
        // What was worked out already follows from the rest.
        self.given == other.given
            && self.places == other.places
            && self.said == other.said
            && self.derived == other.derived
            && self.without == other.without
            && self.still == other.still
    }
}

impl Eq for Known {}

impl Known {
    /// Nothing is known.
    pub fn nothing() -> Self {
        Self {
            given: CaseSet::everything(),
            places: BTreeMap::new(),
            said: Arc::default(),
            derived: IndexMap::new(),
            without: None,
            still: None,
            left: OnceLock::new(),
        }
    }

    /// A case of which only these cases are left; a class of a measured fact that is one value is that value.
    pub fn cases(program: &Program, cases: &CaseSet) -> Self {
        let mut known = Self { given: cases.clone(), ..Self::nothing() };
        let mut said = Words::default();
        let around = cases.around();
        for (dim, fact) in program.space.dims().zip(program.facts.values()) {
            let left = match around.side(dim) {
                Some(classes) => classes.clone(),
                None if cases.is_empty() => ClassSet::none(program.space.size(dim)),
                None => ClassSet::all(program.space.size(dim)),
            };
            if !left.is_all() {
                let names = left.iter().filter_map(|class| program.space.label(dim, class));
                let names = names.map(|name| name.as_str().to_owned()).collect();
                said.insert(fact.clause.name.as_str().to_owned(), names);
            }
            if let Some(class) = left.first().filter(|_| left.count() == 1)
                && let Some(place) = exact(fact, class)
            {
                known.places.insert(dim, place);
            }
        }
        known.said = Arc::new(said);
        known
    }

    /// Says that a fact has one of these classes, and where exactly it stands if it is measured. What was known of it
    /// before is forgotten.
    pub fn set(&mut self, dim: Dim, classes: &ClassSet, place: Option<i64>) {
        self.still = self.still.take().filter(|(phase, _)| *phase != dim);
        self.given = self.given.forget(dim).restrict(dim, classes);
        self.left = OnceLock::new();
        match place {
            Some(place) => self.places.insert(dim, place),
            None => self.places.remove(&dim),
        };
    }

    /// Leaves only the cases that are in a set too.
    pub fn narrow(&mut self, set: &CaseSet) {
        self.given = self.given.and(set);
        self.left = OnceLock::new();
    }

    /// Notes what was said, to be repeated in the answer.
    pub fn say(&mut self, fact: &str, value: String) {
        Arc::make_mut(&mut self.said).insert(fact.to_owned(), vec![value]);
    }

    /// Notes what follows from what was said.
    pub fn derive(&mut self, fact: &str, value: String) {
        self.derived.insert(fact.to_owned(), value);
    }

    /// What follows from what was said by other means than the facts themselves.
    pub fn derived(&self) -> &IndexMap<String, String> {
        &self.derived
    }

    /// Notes why the phase of the release has no value.
    pub fn has_no_phase(&mut self, why: Without) {
        self.without = Some(why);
    }

    /// Notes the classes of the phase in one of which the release is surely not.
    pub fn is_in_no_phase(&mut self, program: &Program, classes: &[usize]) {
        let dim = program.space.dim("phase").filter(|_| !classes.is_empty());
        self.still = dim.map(|dim| (dim, program.space.classes(dim, classes.iter().copied()).not()));
    }

    /// Those of some cases that are of a phase in which the release may be, where it is known of some phases that it is in none of
    /// them.
    pub fn still(&self, cases: &CaseSet) -> Option<CaseSet> {
        let (dim, classes) = self.still.as_ref()?;
        Some(cases.restrict(*dim, classes))
    }

    /// Why a fact that was not said has no value in the cases that are left, if it has none.
    pub fn without(&self, program: &Program, dim: Dim) -> Option<Without> {
        why_without(program, self.without, &self.left(program), dim)
    }

    /// What follows where these facts decide: those that have no value yet, or none any more, cannot be asked for.
    pub fn unsettled(&self, program: &Program, facts: Vec<Dim>) -> Unsettled {
        let without: Vec<(Dim, Option<Without>)> =
            facts.into_iter().map(|dim| (dim, self.without(program, dim))).collect();
        let those = |why: Option<Without>| -> Vec<Dim> {
            without.iter().filter(|(_, known)| *known == why).map(|(dim, _)| *dim).collect()
        };
        let (asked, waits) = (those(None), those(Some(Without::Unfilled)));
        match (asked.is_empty(), waits.is_empty()) {
            (true, false) => Unsettled::Waits(waits),
            (true, true) if !without.is_empty() => Unsettled::Over,
            (true | false, _) => Unsettled::Asked(asked),
        }
    }

    /// Some cases, regardless of the facts that have no value.
    pub fn regardless(&self, program: &Program, cases: &CaseSet) -> CaseSet {
        let without = cases.dims().into_iter().filter(|dim| self.without(program, *dim).is_some());
        without.fold(cases.clone(), |cases, dim| cases.forget(dim))
    }

    /// What was said.
    pub fn said(&self) -> &Words {
        &self.said
    }

    /// The cases that are left and can exist in the program, which is always the same one.
    pub fn left(&self, program: &Program) -> CaseSet {
        self.left.get_or_init(|| self.given.and(program.space.possible())).clone()
    }

    /// The cases that are left when this fact is not looked at.
    pub fn besides(&self, dim: Dim) -> CaseSet {
        self.given.forget(dim)
    }

    /// Where a measured fact stands, if that is known.
    pub fn place(&self, dim: Dim) -> Option<i64> {
        self.places.get(&dim).copied()
    }

    /// Whether the fact has one value only.
    pub fn is_said(&self, program: &Program, dim: Dim) -> bool {
        let left = (0..program.space.size(dim)).filter(|class| {
            let is = program.space.is(dim, [*class]);
            self.given.overlaps(&is)
        });
        left.count() == 1
    }
}

/// Why a fact has no value in some cases: it follows from what is not filled in, or from a fact that has none.
fn why_without(program: &Program, phase: Option<Without>, cases: &CaseSet, dim: Dim) -> Option<Without> {
    let space = &program.space;
    let is_open = |dim: Dim| {
        let mut left = (0..space.size(dim)).filter(|class| cases.overlaps(&space.is(dim, [*class])));
        left.nth(1).is_some()
    };
    if !is_open(dim) {
        return None;
    }
    if space.dim("phase") == Some(dim) && phase.is_some() {
        return phase;
    }
    let (_, fact) = program.facts.get_index(dim.index())?;
    let sets = || fact.derived.iter().flat_map(|derived| &derived.values).map(|(_, cases)| cases);
    let decided = fact.derived.is_none() || sets().any(|set| cases.overlaps(set));
    if !decided {
        return Some(Without::Unfilled);
    }
    let mut from = sets().flat_map(CaseSet::dims).filter(|from| *from != dim);
    from.find_map(|from| why_without(program, phase, cases, from))
}

/// The one value that a class of a measured fact stands for.
fn exact(fact: &Fact, class: usize) -> Option<i64> {
    match &fact.kind {
        FactKind::Date(stretches) | FactKind::Number(stretches) | FactKind::Duration(stretches) => {
            let stretch = stretches.get(class)?;
            stretch.low.filter(|low| stretch.high == Some(*low))
        }
        FactKind::Values(_) | FactKind::YesNo => None,
    }
}
