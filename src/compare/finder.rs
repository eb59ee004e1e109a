//! What the comparison of every area uses: both programs, the clocks, and the changes found so far.
//!
//! In: what an area saw. Out: changes with their cases cut to those that both versions know, and with equal changes of several
//! groups of cases made one.

use super::calendars::{is_same, is_unfilled};
use super::change::{Change, Direction, Readers, Said, Subject};
use super::clocks::Clocks;
use super::common::Common;
use super::kinds::{Kind, Twin};
use crate::cases::{CaseSet, TooComplex, partition};
use crate::hir::{Audience, Clause, spoken};
use crate::source::Span;
use crate::value::{Clock, Name, Text};
use std::cell::{LazyCell, RefCell};
use std::cmp::Ordering;
use std::collections::BTreeMap;

/// Both programs and what was found.
pub struct Finder<'a> {
    /// The space of both.
    pub common: Common<'a>,
    /// The clocks of promises.
    pub clocks: Clocks,
    /// What was found.
    pub changes: Vec<Change>,
    /// Calendars that were held against each other, as they were and are called.
    same: RefCell<BTreeMap<(Name, Name), bool>>,
}

/// Something that a declaration has in some cases.
pub struct Item<'a> {
    /// By what it is found again in the other version.
    pub key: String,
    /// What it is.
    pub said: Said,
    /// The cases; none where it has it in all.
    pub when: Option<&'a CaseSet>,
    /// For whom.
    pub audience: &'a Audience,
    /// Where.
    pub span: Span,
}

impl<'a> Finder<'a> {
    /// Nothing found yet.
    pub fn new(common: Common<'a>, clocks: Clocks) -> Self {
        Self { common, clocks, changes: Vec::new(), same: RefCell::default() }
    }
}

impl Finder<'_> {
    /// Whether two calendars are seen to be the same, so that nothing that is counted by them can differ. Hours that are filled in
    /// are no others than those that were left open.
    pub fn same_calendar(&self, was: &Name, is: &Name) -> bool {
        let key = (was.clone(), is.clone());
        if let Some(known) = self.same.borrow().get(&key) {
            return *known;
        }
        let (old, new) = (self.common.old.program(), self.common.new.program());
        let unfilled = is_unfilled(old, was) || is_unfilled(new, is);
        let same = if unfilled { self.is_called_so(was, is) } else { is_same(old, new, was, is) };
        self.same.borrow_mut().insert(key, same);
        same
    }

    /// Whether hours of the older version are those of this name in the newer one.
    fn is_called_so(&self, was: &Name, is: &Name) -> bool {
        ["calendar", "maintenance"].iter().any(|keyword| self.common.names.new_of(keyword, was) == *is)
    }

    /// The same for the calendars of clocks; that on the wall has the zone of the policy.
    pub fn same_clock(&self, was: &Clock, is: &Clock) -> bool {
        let (old, new) = (self.common.old.program(), self.common.new.program());
        match (old.policy.calendar_of(was), new.policy.calendar_of(is)) {
            (Some(was), Some(is)) => self.same_calendar(was, is),
            (None, None) => old.policy.zone == new.policy.zone,
            (Some(_), None) | (None, Some(_)) => false,
        }
    }

    /// Adds a change for those of its cases that both versions know, if there are any.
    pub fn add(&mut self, change: Change) -> Result<(), TooComplex> {
        let shared = self.common.shared();
        // What exists in one version only was carried there as far as it is known; all else is for every case.
        let cases = change.cases.try_and(shared)?;
        if cases.is_empty() && !shared.is_empty() {
            return Ok(());
        }
        self.put(Change { cases, ..change })
    }

    /// Adds a change of cases that only one version knows.
    pub fn put(&mut self, change: Change) -> Result<(), TooComplex> {
        let sides = LazyCell::new(|| change.sides());
        let same = |known: &&mut Change| {
            known.kind == change.kind
                && known.direction == change.direction
                && known.subject == change.subject
                // What some readers see is not hidden behind what others do.
                && known.readers == change.readers
                && lengths(known) == lengths(&change)
                // Words take longest to compare.
                && known.sides() == *sides
        };
        if let Some(known) = self.changes.iter_mut().find(same) {
            known.cases = known.cases.try_or(&change.cases)?;
            known.old = known.old.or(change.old);
            known.new = known.new.or(change.new);
            return Ok(());
        }
        self.changes.push(change);
        Ok(())
    }

    /// One of two mirrored kinds, by whether the customer has less or more.
    pub fn way(twin: &'static Twin, direction: Direction) -> &'static Kind {
        if Some(direction) == twin.forth.direction { &twin.forth } else { &twin.back }
    }

    /// Holds things that a declaration has in some cases against each other. It is said whether they are good for the customer,
    /// so that the first kind of the twins is the one that is worse.
    pub fn held(
        &mut self,
        twin: &'static Twin,
        good: bool,
        subject: &Subject,
        old: &[Item<'_>],
        new: &[Item<'_>],
    ) -> Result<(), TooComplex> {
        self.held_in(&CaseSet::everything(), twin, good, subject, (old, new))
    }

    /// The same for some cases only.
    pub fn held_in(
        &mut self,
        cases: &CaseSet,
        twin: &'static Twin,
        good: bool,
        subject: &Subject,
        (old, new): (&[Item<'_>], &[Item<'_>]),
    ) -> Result<(), TooComplex> {
        let mut keys: Vec<&str> = Vec::new();
        for item in old.iter().chain(new) {
            if !keys.contains(&item.key.as_str()) {
                keys.push(&item.key);
            }
        }
        for key in keys {
            let (before, first) = self.in_all(old, key, false)?;
            let (after, last) = self.in_all(new, key, true)?;
            let subject = Subject { part: key.to_owned(), ..subject.clone() };
            let (lost, gained) = (before.try_minus(&after)?, after.try_minus(&before)?);
            let (lost, gained) = (lost.try_and(cases)?, gained.try_and(cases)?);
            if let (Some(item), false) = (first, lost.is_empty()) {
                let kind = if good { &twin.back } else { &twin.forth };
                let change = Change::new(kind, subject.clone()).within(lost).from_to(item.said.clone(), None);
                let readers = Readers::of(item.audience);
                self.add(Change { readers, ..change.at(Some(item.span), last.map(|item| item.span)) })?;
            }
            if let (Some(item), false) = (last, gained.is_empty()) {
                let kind = if good { &twin.forth } else { &twin.back };
                let change = Change::new(kind, subject).within(gained).from_to(None, item.said.clone());
                let readers = Readers::of(item.audience);
                self.add(Change { readers, ..change.at(first.map(|item| item.span), Some(item.span)) })?;
            }
        }
        Ok(())
    }

    fn in_all<'i, 'c>(
        &self,
        items: &'i [Item<'c>],
        key: &str,
        newer: bool,
    ) -> Result<(CaseSet, Option<&'i Item<'c>>), TooComplex> {
        let side = if newer { &self.common.new } else { &self.common.old };
        let mut all = CaseSet::nothing();
        let mut first = None;
        for item in items.iter().filter(|item| item.key == key) {
            let cases = match item.when {
                Some(cases) => side.carry(cases)?.try_and(self.common.shared())?,
                None => self.common.shared().clone(),
            };
            all = all.try_or(&cases)?;
            first = first.or(Some(item));
        }
        Ok((all, first))
    }

    /// Cuts cases so that within each part a set of either version holds wholly or not at all.
    pub fn parts(
        &self,
        cases: &CaseSet,
        old: &[&CaseSet],
        new: &[&CaseSet],
    ) -> Result<Vec<CaseSet>, TooComplex> {
        let mut sets = Vec::with_capacity(old.len() + new.len());
        for (side, of) in [(&self.common.old, old), (&self.common.new, new)] {
            for set in of.iter().filter(|set| !set.is_everything()) {
                let set = side.carry(set)?;
                if !sets.contains(&set) {
                    sets.push(set);
                }
            }
        }
        if sets.is_empty() {
            return Ok(vec![cases.clone()]);
        }
        Ok(partition(&self.common.space, cases, &sets)?.into_iter().map(|part| part.cases).collect())
    }
}

/// The longest and the shortest wait.
type Wait = Option<(i64, i64)>;

fn lengths(change: &Change) -> (Wait, Wait) {
    let reach = |reach: super::change::Reach| (reach.worst.0, reach.best.0);
    (change.waits.before.map(reach), change.waits.after.map(reach))
}

/// What a clause is called.
pub fn subject(clause: &Clause) -> Subject {
    subject_as(clause.keyword, clause)
}

/// The same under another keyword.
pub fn subject_as(keyword: &'static str, clause: &Clause) -> Subject {
    Subject {
        keyword,
        name: clause.name.clone(),
        title: spoken(clause.title.as_deref(), &clause.name).to_owned(),
        part: String::new(),
    }
}

/// The original words of a text.
pub fn words(text: &Text) -> String {
    text.original.content.to_string()
}

/// Which way a share goes.
pub fn order<T: Ord>(old: &T, new: &T) -> Option<Direction> {
    match old.cmp(new) {
        Ordering::Less => Some(Direction::Stronger),
        Ordering::Equal => None,
        Ordering::Greater => Some(Direction::Weaker),
    }
}

/// The names as items that are held in all cases.
pub fn named<'n>(
    keyword: &'static str,
    names: impl IntoIterator<Item = &'n Name>,
    now: impl Fn(&Name) -> Name,
    span: Span,
) -> Vec<Item<'static>> {
    let item = |name: &Name| Item {
        key: now(name).to_string(),
        said: Said::Names(keyword, vec![name.clone()]),
        when: None,
        audience: &Audience::Everybody,
        span,
    };
    names.into_iter().map(item).collect()
}
