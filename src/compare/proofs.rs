//! What the policy shows of itself: examples, tests, and sentences that are proved.
//!
//! In: the `example`, `test` and `ensure` declarations of both versions. Out: neutral changes, for those who review the change:
//! none of them changes what anybody is promised, but a promise of which less is proved is easier to break later.

use std::collections::BTreeMap;

use super::change::{Change, Direction, Said, Subject};
use super::common::Side;
use super::finder::{Finder, subject, subject_as, words};
use super::kinds::{self, Kind, Twin};
use super::lengths::Lengths;
use crate::cases::{CaseSet, Space, TooComplex};
use crate::hir::{Case, Cond, Ensure, EnsureForm, Ladder, Legend, Outcome, say};
use crate::source::Span;
use crate::value::{Name, Rate};

/// How a sentence begins that rules cases out.
const NO_CASE: &str = "no case is both";

/// Compares all of them; tests for those who ask for them.
pub fn compare(finder: &mut Finder<'_>, tests: bool) -> Result<(), TooComplex> {
    let (old, new) = (finder.common.old.program(), finder.common.new.program());
    cases(finder, "example", (&kinds::EXAMPLE, &kinds::EXAMPLE_CHANGED), &old.examples, &new.examples)?;
    if tests {
        cases(finder, "test", (&kinds::TEST, &kinds::TEST_CHANGED), &old.tests, &new.tests)?;
    }
    ensures(finder, &old.ensures, &new.ensures)
}

/// Examples or tests, found again by their titles.
fn cases(
    finder: &mut Finder<'_>,
    keyword: &'static str,
    (twin, changed): (&'static Twin, &'static Kind),
    old: &[Case],
    new: &[Case],
) -> Result<(), TooComplex> {
    let title = |case: &Case| case.clause.title.as_deref().map(words).unwrap_or_default();
    let of = |case: &Case| Subject {
        name: Name::new(title(case), case.clause.span),
        ..subject_as(keyword, &case.clause)
    };
    // As written: the sets that conditions stand for have other numbers as soon as a value comes or goes.
    let said = |case: &Case| {
        let expected = case.expectations.iter().map(|one| {
            let when = one.clause.when.as_ref().map(|when| &when.written);
            let outcome = match &one.outcome {
                Outcome::Holds(conditions, instead) => {
                    let written: Vec<_> = conditions.iter().map(|one| &one.written).collect();
                    format!("{written:-?} {instead:-?}")
                }
                other => format!("{other:-?}"),
            };
            format!("{outcome} {:?} {when:-?}", one.under)
        });
        let expected: Vec<String> = expected.collect();
        format!("{:-?} {:-?} {expected:?}", case.given.conditions, case.happenings)
    };
    // A title that stands twice is its first one.
    let titled = |all: &'_ [Case]| -> BTreeMap<String, usize> {
        all.iter().enumerate().rev().map(|(at, case)| (title(case), at)).collect()
    };
    let (before, after) = (titled(old), titled(new));
    for case in old.iter().filter(|case| !after.contains_key(&title(case))) {
        finder.add(Change::new(&twin.back, of(case)).at(Some(case.clause.span), None))?;
    }
    for case in new {
        let Some(before) = before.get(&title(case)).and_then(|at| old.get(*at)) else {
            finder.add(Change::new(&twin.forth, of(case)).at(None, Some(case.clause.span)))?;
            continue;
        };
        if said(before) != said(case) {
            let change = Change::new(changed, of(case));
            finder.add(change.at(Some(before.clause.span), Some(case.clause.span)))?;
        }
    }
    Ok(())
}

/// One sentence that is proved, in the terms of both versions.
struct Sentence<'a> {
    of: &'a Ensure,
    form: &'a EnsureForm,
    /// What it speaks of, in the names of the newer version.
    key: String,
    /// For which cases.
    cases: CaseSet,
    /// In the words of an author.
    words: String,
    span: Span,
}

fn sentences<'a>(
    finder: &Finder<'_>,
    all: &'a [Ensure],
    newer: bool,
) -> Result<Vec<Sentence<'a>>, TooComplex> {
    let side = if newer { &finder.common.new } else { &finder.common.old };
    let mut found = Vec::new();
    for of in all {
        for (form, when, span) in &of.sentences {
            let now = |keyword: &str, name: &Name| {
                if newer { name.clone() } else { finder.common.names.new_of(keyword, name) }
            };
            let (words, cases) = match form {
                EnsureForm::NoCase(cond) => no_case(side, cond, when.as_ref())?,
                EnsureForm::NeverSlower(..)
                | EnsureForm::NeverLess(..)
                | EnsureForm::NeverDearer(..)
                | EnsureForm::Within(..)
                | EnsureForm::DueBefore(..)
                | EnsureForm::DueWhileOpen(..)
                | EnsureForm::EveryCoveredCaseHas(_)
                | EnsureForm::NothingCostsMore(..)
                | EnsureForm::PromisesHaveOpenChannels
                | EnsureForm::SomeChannelOpen
                | EnsureForm::NeverOverlaps(..)
                | EnsureForm::LiesWithin(..)
                | EnsureForm::OpenAtLeast(..)
                | EnsureForm::NotifiesBeforeBreach(..) => {
                    let space = &side.program().space;
                    let said = when.as_ref().and_then(|when| {
                        let conditions = space.possible().try_and(&when.cases).ok()?;
                        Some(Legend::of(&side.program().facts).summary(space, &conditions)?.1)
                    });
                    let plain = in_words(form, |_, name| name.clone()).whole();
                    let words = said.map_or_else(|| plain.clone(), |cases| format!("{plain}, {cases}"));
                    let cases = match when {
                        Some(cond) => side.carry(&cond.cases)?.try_and(finder.common.shared())?,
                        None => finder.common.shared().clone(),
                    };
                    (words, cases)
                }
            };
            found.push(Sentence { of, form, key: in_words(form, now).key, cases, words, span: *span });
        }
    }
    Ok(found)
}

/// What no case may be, in words and as a set: of all cases, since those of a sentence that is proved cannot occur.
fn no_case(side: &Side<'_>, both: &Cond, when: Option<&Cond>) -> Result<(String, CaseSet), TooComplex> {
    let set = when.map_or_else(|| Ok(both.cases.clone()), |when| both.cases.try_and(&when.cases))?;
    let space = Space::new(side.program().space.dimensions().to_vec())?;
    let said = Legend::of(&side.program().facts).summary(&space, &set);
    let words = said.map_or_else(|| NO_CASE.to_owned(), |(_, cases)| format!("{NO_CASE} {cases}"));
    Ok((words, side.placed(&set)?))
}

/// A sentence in two parts: what it speaks of, and how much it asks for.
struct Parts {
    key: String,
    much: String,
}

impl Parts {
    fn whole(&self) -> String {
        format!("{} {}", self.key, self.much).trim().to_owned()
    }
}

/// A sentence as an author writes it.
fn in_words(form: &EnsureForm, now: impl Fn(&str, &Name) -> Name) -> Parts {
    let ladder = |ladder: &Ladder| match ladder {
        Ladder::Plan => "on a higher plan",
        Ladder::Severity => "on a graver severity",
    };
    let parts = |key: String, much: String| Parts { key, much };
    let only = |key: String| parts(key, String::new());
    let commitment = |name: &Name| now("commitment", name);
    let calendar = |name: &Name| now("calendar", name);
    match form {
        EnsureForm::NeverSlower(name, on) => {
            only(format!("{} never slower {}", commitment(name), ladder(on)))
        }
        EnsureForm::NeverLess(name, on) => {
            only(format!("{} never less {}", now("entitlement", name), ladder(on)))
        }
        EnsureForm::NeverDearer(name, on) => {
            only(format!("{} never dearer {}", now("price", name), ladder(on)))
        }
        EnsureForm::Within(name, length) => {
            parts(commitment(name).to_string(), format!("within {}", say::duration(length)))
        }
        EnsureForm::DueBefore(name, other) => {
            only(format!("{} due before {}", commitment(name), commitment(other)))
        }
        EnsureForm::DueWhileOpen(name, hours) => {
            only(format!("{} due while {} is open", commitment(name), calendar(hours)))
        }
        EnsureForm::EveryCoveredCaseHas(name) => only(format!("every covered case has {}", commitment(name))),
        EnsureForm::NoCase(_) => only(NO_CASE.to_owned()),
        EnsureForm::NothingCostsMore(of, rate) => {
            let Rate { money, per } = rate;
            let per = say::measure(per.as_ref());
            let key = match of {
                Some(of) => format!("{} never costs more than", now(of.keyword, &of.name)),
                None => "nothing costs more than".to_owned(),
            };
            parts(key, format!("{} {}{per}", money.currency, money.amount))
        }
        EnsureForm::PromisesHaveOpenChannels => only("every public promise has an open channel".to_owned()),
        EnsureForm::SomeChannelOpen => only("some channel open at all times".to_owned()),
        EnsureForm::NeverOverlaps(name, other) => {
            only(format!("{} never overlaps {}", calendar(name), calendar(other)))
        }
        EnsureForm::LiesWithin(name, other) => {
            only(format!("{} lies within {}", calendar(name), calendar(other)))
        }
        EnsureForm::OpenAtLeast(name, seconds, unit) => {
            let hours = super::say::span(*seconds);
            parts(format!("{} open at least", calendar(name)), format!("{hours} each {}", unit.word()))
        }
        EnsureForm::NotifiesBeforeBreach(escalation, people, name) => {
            let people = people.iter().map(ToString::to_string).collect::<Vec<String>>().join(", ");
            let key =
                format!("{} notifies before breach of {}", now("escalation", escalation), commitment(name));
            parts(key, people)
        }
    }
}

/// Sentences that say the same of the same cases belong together first, then those that speak of the same thing.
fn ensures(finder: &mut Finder<'_>, old: &[Ensure], new: &[Ensure]) -> Result<(), TooComplex> {
    let mut left = sentences(finder, old, false)?;
    let mut fresh = Vec::new();
    for after in sentences(finder, new, true)? {
        let mut found = None;
        for (at, before) in left.iter().enumerate() {
            if before.key == after.key
                && before.cases == after.cases
                && strength(finder, before.form, after.form)?.is_none()
            {
                found = Some(at);
                break;
            }
        }
        match found {
            Some(at) => _ = left.remove(at),
            None => fresh.push(after),
        }
    }
    for after in fresh {
        let Some(at) = left.iter().position(|before| before.key == after.key) else {
            let change = Change::new(&kinds::ENSURE.forth, subject(&after.of.clause));
            finder.add(change.from_to(None, Said::Words(after.words)).at(None, Some(after.span)))?;
            continue;
        };
        let before = left.remove(at);
        let kind = match judged(finder, &before, &after)? {
            Some(Direction::Weaker) => &kinds::ENSURE_STRENGTH.back,
            Some(Direction::Stronger) => &kinds::ENSURE_STRENGTH.forth,
            Some(Direction::Mixed | Direction::Neutral) => &kinds::ENSURE_CHANGED,
            None => continue,
        };
        let change = Change::new(kind, subject(&after.of.clause));
        let change = change.from_to(Said::Words(before.words), Said::Words(after.words));
        finder.add(change.at(Some(before.span), Some(after.span)))?;
    }
    for before in left {
        let change = Change::new(&kinds::ENSURE.back, subject(&before.of.clause));
        finder.add(change.from_to(Said::Words(before.words), None).at(Some(before.span), None))?;
    }
    Ok(())
}

/// Whether a sentence says less or more than it did, by its cases and by what it asks for.
fn judged(
    finder: &Finder<'_>,
    before: &Sentence<'_>,
    after: &Sentence<'_>,
) -> Result<Option<Direction>, TooComplex> {
    let fewer = !before.cases.try_minus(&after.cases)?.is_empty();
    let more = !after.cases.try_minus(&before.cases)?.is_empty();
    let mut ways: Vec<Direction> = strength(finder, before.form, after.form)?.into_iter().collect();
    ways.extend(fewer.then_some(Direction::Weaker));
    ways.extend(more.then_some(Direction::Stronger));
    let Some(first) = ways.first().copied() else { return Ok(None) };
    Ok(Some(if ways.iter().all(|way| *way == first) { first } else { Direction::Mixed }))
}

/// Which way it goes with how much a sentence asks for; none where it asks for as much.
fn strength(
    finder: &Finder<'_>,
    old: &EnsureForm,
    new: &EnsureForm,
) -> Result<Option<Direction>, TooComplex> {
    let by = |less: bool, more: bool| match (less, more) {
        (true, true) => Some(Direction::Mixed),
        (true, false) => Some(Direction::Weaker),
        (false, true) => Some(Direction::Stronger),
        (false, false) => None,
    };
    Ok(match old {
        EnsureForm::Within(_, was) => {
            let EnsureForm::Within(_, is) = new else { return Ok(None) };
            let lengths = finder.lengths(was, is)?;
            by(
                matches!(lengths, Lengths::Longer | Lengths::Either),
                matches!(lengths, Lengths::Shorter | Lengths::Either),
            )
        }
        EnsureForm::NothingCostsMore(_, was) => {
            let EnsureForm::NothingCostsMore(_, is) = new else { return Ok(None) };
            let alike = was.money.currency == is.money.currency && was.per == is.per;
            let (was, is) = (was.money.amount, is.money.amount);
            by(!alike || is > was, !alike || is < was)
        }
        EnsureForm::OpenAtLeast(_, was, unit) => {
            let EnsureForm::OpenAtLeast(_, is, other) = new else { return Ok(None) };
            by(unit != other || is < was, unit != other || is > was)
        }
        EnsureForm::NotifiesBeforeBreach(_, was, _) => {
            let EnsureForm::NotifiesBeforeBreach(_, is, _) = new else { return Ok(None) };
            let was: Vec<Name> = was.iter().map(|name| finder.common.names.person(name)).collect();
            by(was.iter().any(|name| !is.contains(name)), is.iter().any(|name| !was.contains(name)))
        }
        EnsureForm::NeverSlower(..)
        | EnsureForm::NeverLess(..)
        | EnsureForm::NeverDearer(..)
        | EnsureForm::DueBefore(..)
        | EnsureForm::DueWhileOpen(..)
        | EnsureForm::EveryCoveredCaseHas(_)
        | EnsureForm::NoCase(_)
        | EnsureForm::PromisesHaveOpenChannels
        | EnsureForm::SomeChannelOpen
        | EnsureForm::NeverOverlaps(..)
        | EnsureForm::LiesWithin(..) => None,
    })
}
