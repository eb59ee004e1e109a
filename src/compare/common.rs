//! One space of cases for two programs.
//!
//! In: two programs. Out: a space in which the cases of both can be told, made of the facts of both (`merged.rs`), and the sets
//! of each program carried there. A fact on one side only leaves the other as it is; a value on one side only is in cases that
//! the other does not know.

mod merged;

use super::names::Names;
use crate::cases::{Case, CaseSet, ClassSet, Condition, Dim, Dimension, Space, TooComplex};
use crate::evaluate::Context;
use crate::hir::{self, Fact, Legend, Program};
use crate::value::{Name, Named};
use merged::{Merged, merged};
use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

/// Both programs and the space of their cases.
pub struct Common<'a> {
    /// The older version.
    pub old: Side<'a>,
    /// The newer version.
    pub new: Side<'a>,
    /// The facts of both, in the order of the dimensions.
    pub facts: Named<Fact>,
    /// The cases that both versions know.
    pub space: Space,
    /// All cases of values that both versions know, whether they can occur or not.
    whole: Space,
    /// The words for its dimensions.
    pub legend: Legend,
    /// What is called otherwise in the newer version.
    pub names: Names,
    /// Derived facts that follow in another way, by their names.
    pub rederived: Vec<Name>,
    /// Sets that were put into few conditions so far; none for those that no few conditions describe.
    told: RefCell<HashMap<CaseSet, Option<Rc<[Condition]>>>>,
}

/// A program and its place in the common space.
pub struct Side<'a> {
    /// The program with its clocks and calendars.
    pub context: &'a Context<'a>,
    /// Where each of its dimensions is found.
    places: Vec<Place>,
    /// The cases that it knows, in the common space.
    pub exists: CaseSet,
    /// Derived facts that are left out, because they follow in another way on the other side.
    left_out: Vec<Dim>,
}

/// Where a dimension of a program is found.
#[derive(Clone, Debug)]
struct Place {
    dim: Dim,
    /// For each of its classes the common ones that it is made of.
    classes: Vec<ClassSet>,
    /// Whether its classes are the common ones, in the same order.
    same: bool,
}

impl<'a> Common<'a> {
    /// The common space of two programs.
    pub fn new(old: &'a Context<'a>, new: &'a Context<'a>, names: Names) -> Result<Self, TooComplex> {
        let merged = merged(old.program, new.program, &names);
        let dimensions = merged.iter().map(|merged| Dimension {
            name: merged.fact.clause.name.text.clone(),
            classes: merged.labels.clone(),
        });
        let whole = Space::new(dimensions.collect())?;
        let mut facts = Named::default();
        for merged in &merged {
            // Two facts that cannot be matched may share a name; the order of the dimensions must hold all the same.
            let mut name = merged.fact.clause.name.clone();
            while facts.contains_key(&name) {
                name.text = format!("{}-before", name.text).into();
            }
            facts.insert(name, merged.fact.clone());
        }
        let mut old = Side::new(old, &whole, &merged, |merged| (merged.old, &merged.old_classes));
        let mut new = Side::new(new, &whole, &merged, |merged| (merged.new, &merged.new_classes));
        let rederived = rederived(&mut old, &mut new, &merged, &whole)?;
        let known = old.exists.try_and(&new.exists)?;
        old.exists = old.carried(&old.context.program.space.possible().clone())?.try_and(&old.exists)?;
        new.exists = new.carried(&new.context.program.space.possible().clone())?.try_and(&new.exists)?;
        let space = whole.narrowed(&old.exists.try_and(&new.exists)?)?;
        let whole = whole.narrowed(&known)?;
        let legend = Legend::of(&facts);
        let told = RefCell::default();
        Ok(Self { old, new, facts, space, whole, legend, names, rederived, told })
    }

    /// The cases that both versions know.
    pub fn shared(&self) -> &CaseSet {
        self.space.possible()
    }

    /// All cases of values that both versions know.
    pub fn known(&self) -> &CaseSet {
        self.whole.possible()
    }

    /// The space in which a set is told: that of both versions, or a wider one where the set has cases that only one of them has.
    pub fn space_of(&self, cases: &CaseSet) -> &Space {
        if cases.is_subset_of(self.shared()) { &self.space } else { &self.whole }
    }

    /// A set in the fewest conditions; one without sides where it holds every case. None where few conditions do not describe it.
    pub fn conditions(&self, cases: &CaseSet) -> Option<Rc<[Condition]>> {
        if let Some(known) = self.told.borrow().get(cases) {
            return known.clone();
        }
        let found = cases.brief(self.space_of(cases)).ok().map(Rc::from);
        self.told.borrow_mut().insert(cases.clone(), found.clone());
        found
    }

    /// The smallest box around a set, which is worth telling where few conditions do not describe it.
    pub fn around(&self, cases: &CaseSet) -> Condition {
        cases.around()
    }

    /// A condition by the names of facts and values.
    pub fn named(&self, condition: &Condition) -> BTreeMap<String, Vec<String>> {
        let labels = |(dim, classes): &(Dim, ClassSet)| {
            let name = self.space.dimensions().get(dim.index())?.name.to_string();
            let labels = classes.iter().filter_map(|class| self.space.label(*dim, class));
            Some((name, labels.map(ToString::to_string).collect()))
        };
        condition.sides.iter().filter_map(labels).collect()
    }
}

impl<'a> Side<'a> {
    fn new(
        context: &'a Context<'a>,
        space: &Space,
        merged: &[Merged],
        of: impl Fn(&Merged) -> (Option<usize>, &Vec<Vec<usize>>),
    ) -> Self {
        let mut places: Vec<Option<Place>> = vec![None; context.program.facts.len()];
        let mut exists = CaseSet::everything();
        for (dim, merged) in space.dims().zip(merged) {
            let (Some(own), classes) = of(merged) else { continue };
            let classes: Vec<ClassSet> =
                classes.iter().map(|classes| space.classes(dim, classes.iter().copied())).collect();
            let known = classes.iter().fold(space.classes(dim, []), |all, one| all.or(one));
            exists = exists.restrict(dim, &known);
            let itself = |(at, class): (usize, &ClassSet)| class.count() == 1 && class.contains(at);
            let same = classes.len() == space.size(dim) && classes.iter().enumerate().all(itself);
            places[own] = Some(Place { dim, classes, same });
        }
        let places = places.into_iter().flatten().collect();
        Self { context, places, exists, left_out: Vec::new() }
    }

    /// The program.
    pub fn program(&self) -> &'a Program {
        self.context.program
    }

    /// A set of the program's cases in the common space, as far as the program knows them.
    pub fn carry(&self, cases: &CaseSet) -> Result<CaseSet, TooComplex> {
        self.carried(cases)?.try_and(&self.exists)
    }

    fn carried(&self, cases: &CaseSet) -> Result<CaseSet, TooComplex> {
        if self.left_out.is_empty() {
            return self.placed(cases);
        }
        // What follows from other facts is known where those are, so nothing is lost by leaving it out.
        let mut cases = cases.try_and(self.context.program.space.possible())?;
        for dim in &self.left_out {
            cases = cases.forget(*dim);
        }
        self.placed(&cases)
    }

    /// A set of the program's cases in the common space, whether they can occur or not.
    pub fn placed(&self, cases: &CaseSet) -> Result<CaseSet, TooComplex> {
        cases.carried(|dim, classes| {
            let place = self.places.get(dim.index())?;
            if place.same {
                return Some((place.dim, classes.clone()));
            }
            let size = place.classes.first().map_or(0, ClassSet::size);
            let parts = classes.iter().filter_map(|class| place.classes.get(class));
            Some((place.dim, ClassSet::of(size, parts.flat_map(ClassSet::iter))))
        })
    }

    /// The cases of the program that a common case is.
    pub fn own(&self, case: &Case) -> CaseSet {
        let space = &self.context.program.space;
        let mut cases = space.possible().clone();
        for (dim, place) in space.dims().zip(&self.places) {
            if self.left_out.contains(&dim) {
                continue;
            }
            let class = case.class(place.dim);
            let own =
                place.classes.iter().position(|classes| class.is_some_and(|class| classes.contains(class)));
            cases = cases.restrict(dim, &space.classes(dim, own));
        }
        cases
    }
}

/// Leaves out derived facts that follow differently, so that their cases are told by what they follow from; and with them those
/// that follow from such facts.
fn rederived(
    old: &mut Side<'_>,
    new: &mut Side<'_>,
    merged: &[Merged],
    space: &Space,
) -> Result<Vec<Name>, TooComplex> {
    fn derived<'p>(side: &Side<'p>, at: Option<usize>) -> Option<&'p hir::Derived> {
        side.program().facts.get_index(at?)?.1.derived.as_ref()
    }
    let shared = old.exists.try_and(&new.exists)?;
    let mut found: Vec<Name> = Vec::new();
    let mut again = true;
    while again {
        again = false;
        for (dim, merged) in space.dims().zip(merged) {
            let name = &merged.fact.clause.name;
            if found.contains(name) {
                continue;
            }
            let changed = match (derived(old, merged.old), derived(new, merged.new)) {
                (None, None) => false,
                (Some(before), Some(after)) => {
                    follows(before, old) || follows(after, new) || {
                        let was = told(before, old, merged.old, dim, space)?;
                        let is = told(after, new, merged.new, dim, space)?;
                        was.try_and(&shared)? != is.try_and(&shared)?
                    }
                }
                (Some(_), None) | (None, Some(_)) => merged.old.is_some() && merged.new.is_some(),
            };
            if !changed {
                continue;
            }
            again = true;
            found.push(name.clone());
            if derived(old, merged.old).is_some() && derived(new, merged.new).is_some() {
                let own = |at: Option<usize>| at.and_then(|at| u16::try_from(at).ok()).map(Dim);
                old.left_out.extend(own(merged.old));
                new.left_out.extend(own(merged.new));
            }
        }
    }
    Ok(found)
}

/// Whether a derived fact follows from one that is left out.
fn follows(derived: &hir::Derived, side: &Side<'_>) -> bool {
    derived.values.iter().flat_map(|(_, cases)| cases.dims()).any(|dim| side.left_out.contains(&dim))
}

/// What a derived fact says, as the cases that can be.
fn told(
    derived: &hir::Derived,
    side: &Side<'_>,
    own: Option<usize>,
    dim: Dim,
    space: &Space,
) -> Result<CaseSet, TooComplex> {
    let mut all = CaseSet::nothing();
    let place = own.and_then(|own| side.places.get(own));
    for (class, cases) in &derived.values {
        let Some(classes) = place.and_then(|place| place.classes.get(*class)) else { continue };
        let is = space.is(dim, classes.iter());
        all = all.try_or(&side.placed(cases)?.try_and(&is)?)?;
    }
    Ok(all)
}
