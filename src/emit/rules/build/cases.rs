//! Sets of cases as lists of disjoint entries, in terms of what the audience can tell apart.
//!
//! In: exact sets of cases from the program. Out: entries that name values, dates, numbers and lengths. A fact that the
//! audience does not see is taken out of every set, so that only what holds whatever that fact is remains; a value that it
//! does not see cannot occur in its cases. What cannot occur is used to name fewer facts, never to say more.

use super::super::RulesError;
use crate::cases::{CaseSet, ClassSet, Condition, Dim, Space, TooComplex};
use crate::emit::rules::types::{Allowed, Cases, SortedMap, Stretch, When};
use crate::hir::{Cond, Fact, FactKind, Interval, Program, Published};
use crate::time::Date;
use crate::value::Decimal;
use smol_str::SmolStr;
use std::collections::BTreeSet;

/// The cases as one audience can tell them apart.
pub struct View<'a> {
    program: &'a Program,
    /// The facts that the audience does not see.
    hidden: Vec<Dim>,
    /// For each fact, the classes that the audience sees.
    shown: Vec<ClassSet>,
    /// What can occur in cases of these classes.
    occurring: CaseSet,
    /// The same without the hidden facts.
    possible: CaseSet,
}

impl<'a> View<'a> {
    pub fn new(program: &'a Program, published: &Published) -> Result<Self, RulesError> {
        let space = &program.space;
        let mut occurring = space.possible().clone();
        let (mut hidden, mut shown) = (Vec::new(), Vec::new());
        for dim in space.dims() {
            let size = space.size(dim);
            let fact = fact(program, dim);
            if fact.is_some_and(|fact| !published.shows(&fact.clause.audience)) {
                hidden.push(dim);
            }
            let values = fact.map_or(&[][..], Fact::values);
            let seen = |class: &usize| {
                values.get(*class).is_none_or(|value| published.shows(&value.clause.audience))
            };
            let classes = ClassSet::of(size, (0..size).filter(seen));
            if !classes.is_all() && !hidden.contains(&dim) {
                occurring = occurring.try_and(&space.is(dim, classes.iter()))?;
            }
            shown.push(classes);
        }
        let possible = without(&occurring, &hidden);
        Ok(Self { program, hidden, shown, occurring, possible })
    }

    /// The space of the program.
    pub fn space(&self) -> &Space {
        &self.program.space
    }

    /// The classes of a fact that the audience sees.
    pub fn shows_class(&self, dim: Dim, class: usize) -> bool {
        self.shown.get(dim.index()).is_some_and(|classes| classes.contains(class))
    }

    /// The cases of a condition, or `None` if it always holds.
    pub fn cond(&self, cond: Option<&Cond>) -> Result<Option<Vec<Cases>>, RulesError> {
        cond.map_or(Ok(None), |cond| self.unless_all(&cond.cases, &named([cond])))
    }

    /// The cases of a set, or `None` if they are all that can occur.
    pub fn unless_all(&self, set: &CaseSet, named: &BTreeSet<Dim>) -> Result<Option<Vec<Cases>>, RulesError> {
        let all = self.possible.is_subset_of(&self.projected(set)?);
        if all { Ok(None) } else { self.list(set, named).map(Some) }
    }

    /// The cases of one set.
    pub fn list(&self, set: &CaseSet, named: &BTreeSet<Dim>) -> Result<Vec<Cases>, RulesError> {
        let mut lists = self.lists(std::slice::from_ref(set), named)?;
        Ok(lists.pop().unwrap_or_default().into_iter().map(|when| Cases { when }).collect())
    }

    /// Disjoint sets as lists of entries, disjoint within a list and between the lists. The facts in `named` are preferred
    /// where several describe the same cases.
    pub fn lists(&self, sets: &[CaseSet], named: &BTreeSet<Dim>) -> Result<Vec<Vec<When>>, RulesError> {
        let mut taken = CaseSet::nothing();
        let mut lists = Vec::with_capacity(sets.len());
        for set in sets {
            let set = self.projected(set)?;
            if self.possible.is_everything() {
                lists.push(self.entries(&set)?);
                continue;
            }
            // Two sets may be widened over the same cases that cannot occur; the first one keeps them.
            let wide = self.widened(&set, named)?.try_minus(&taken)?;
            taken = taken.try_or(&wide)?;
            lists.push(self.entries(&wide)?);
        }
        Ok(lists)
    }

    /// Whether some case that can occur is in the set whatever the hidden facts are.
    pub fn occurs(&self, set: &CaseSet) -> Result<bool, RulesError> {
        Ok(!self.projected(set)?.is_empty())
    }

    /// The cases that are in the set whatever the hidden facts are.
    fn projected(&self, set: &CaseSet) -> Result<CaseSet, TooComplex> {
        let inside = set.try_and(&self.occurring)?;
        if self.hidden.is_empty() {
            return Ok(inside);
        }
        let outside = self.occurring.try_minus(set)?;
        without(&inside, &self.hidden).try_minus(&without(&outside, &self.hidden))
    }

    /// The set with as few facts as tell it apart from the other cases that can occur: those that the author did not name
    /// are left out first, and of each kind the last first.
    fn widened(&self, set: &CaseSet, named: &BTreeSet<Dim>) -> Result<CaseSet, TooComplex> {
        let dims = set.dims();
        let (said, unsaid): (Vec<Dim>, Vec<Dim>) = dims.into_iter().partition(|dim| named.contains(dim));
        let mut wide = set.clone();
        for dim in unsaid.into_iter().rev().chain(said.into_iter().rev()) {
            let wider = wide.forget(dim);
            if wider.try_and(&self.possible)? == *set {
                wide = wider;
            }
        }
        Ok(wide)
    }

    fn entries(&self, set: &CaseSet) -> Result<Vec<When>, RulesError> {
        Ok(set.boxes()?.iter().filter_map(|condition| self.when(condition)).collect())
    }

    /// A box in words of the format; `None` if it needs a value that the audience does not see.
    fn when(&self, condition: &Condition) -> Option<When> {
        let mut when = SortedMap::default();
        for (dim, classes) in &condition.sides {
            let shown = self.shown.get(dim.index())?;
            let classes = classes.and(shown);
            if classes.is_empty() {
                return None;
            }
            if classes != *shown {
                let name = &self.space().dimensions().get(dim.index())?.name;
                when.insert(SmolStr::new(name), self.allowed(*dim, &classes));
            }
        }
        Some(When(when))
    }

    fn allowed(&self, dim: Dim, classes: &ClassSet) -> Vec<Allowed> {
        let labels = || {
            let label =
                |class| self.space().label(dim, class).map(|label| Allowed::Value(SmolStr::new(label)));
            classes.iter().filter_map(label).collect()
        };
        match fact(self.program, dim).map(|fact| &fact.kind) {
            Some(FactKind::Values(values)) => {
                let named = |class: usize| values.get(class).map(|value| value.clause.name.text.clone());
                classes.iter().filter_map(named).map(Allowed::Value).collect()
            }
            Some(FactKind::Date(intervals)) => stretches(intervals, classes, &date),
            Some(FactKind::Number(intervals)) => stretches(intervals, classes, &number),
            Some(FactKind::Duration(intervals)) => stretches(intervals, classes, &seconds),
            Some(FactKind::YesNo) | None => labels(),
        }
    }
}

/// The facts that conditions name.
pub fn named<'c>(conds: impl IntoIterator<Item = &'c Cond>) -> BTreeSet<Dim> {
    conds.into_iter().flat_map(|cond| cond.cases.dims()).collect()
}

fn fact(program: &Program, dim: Dim) -> Option<&Fact> {
    program.facts.get_index(dim.index()).map(|(_, fact)| fact)
}

fn without(set: &CaseSet, dims: &[Dim]) -> CaseSet {
    dims.iter().fold(set.clone(), |set, dim| set.forget(*dim))
}

/// How one end of a stretch is written: itself included or not.
enum End {
    Included(String),
    Excluded(String),
}

/// How the bounds of a kind of fact are written: the number, the next number outward, and whether it is named exactly.
type Bound = dyn Fn(i64, i64, bool) -> End;

/// Days are counted one by one, so the day itself can be named; beyond the years that are kept the day before it is.
fn date(day: i64, outward: i64, _: bool) -> End {
    let name = |day| Date::from_number(day).map(|date| date.to_string());
    name(day).map_or_else(|| End::Excluded(name(outward).unwrap_or_default()), End::Included)
}

/// Between two thresholds there are more numbers than can be listed, so an end is a threshold, included or not.
fn number(billionths: i64, outward: i64, exact: bool) -> End {
    let decimal = |units| Decimal { units, scale: 9 }.shortest().to_string();
    if exact { End::Included(decimal(billionths)) } else { End::Excluded(decimal(outward)) }
}

fn seconds(length: i64, outward: i64, exact: bool) -> End {
    if exact { End::Included(format!("PT{length}S")) } else { End::Excluded(format!("PT{outward}S")) }
}

/// The stretch of the classes from `first` to `last`.
fn stretch(intervals: &[Interval], first: usize, last: usize, bound: &Bound) -> Stretch {
    let mut stretch = Stretch::default();
    let exact = |interval: &Interval| interval.low == interval.high;
    if let Some((interval, low)) = intervals.get(first).and_then(|found| Some((found, found.low?))) {
        // The first class has a low end only where the fact itself has a least value.
        match bound(low, low.saturating_sub(1), first == 0 || exact(interval)) {
            End::Included(bound) => stretch.min = Some(bound),
            End::Excluded(bound) => stretch.above = Some(bound),
        }
    }
    if let Some((interval, high)) = intervals.get(last).and_then(|found| Some((found, found.high?))) {
        match bound(high, high.saturating_add(1), last + 1 == intervals.len() || exact(interval)) {
            End::Included(bound) => stretch.max = Some(bound),
            End::Excluded(bound) => stretch.below = Some(bound),
        }
    }
    stretch
}

/// Classes of a cut fact as stretches, neighbours joined.
fn stretches(intervals: &[Interval], classes: &ClassSet, bound: &Bound) -> Vec<Allowed> {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for class in classes.iter() {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == class => *last = class,
            Some(_) | None => runs.push((class, class)),
        }
    }
    let written = |(first, last)| Allowed::Stretch(stretch(intervals, first, last, bound));
    runs.into_iter().map(written).collect()
}

/// Every class of a cut fact with its label; none for other kinds.
pub fn named_stretches(kind: &FactKind) -> Vec<(String, Stretch)> {
    let (intervals, bound): (&[Interval], &Bound) = match kind {
        FactKind::Date(intervals) => (intervals, &date),
        FactKind::Number(intervals) => (intervals, &number),
        FactKind::Duration(intervals) => (intervals, &seconds),
        FactKind::Values(_) | FactKind::YesNo => (&[], &date),
    };
    let each =
        |(at, interval): (usize, &Interval)| (interval.label.clone(), stretch(intervals, at, at, bound));
    intervals.iter().enumerate().map(each).collect()
}
