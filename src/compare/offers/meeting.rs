//! Rates that meet: what a case paid at some time, and what it pays there now.
//!
//! In: an offer of both versions, a case, and the calendars that its rates name. Out: one meeting for every two rates that ever
//! decide at once, each with the change that it is. Which way it goes for what is paid, `paying.rs` says.

use super::paying::{Paying, by_length, by_words, seconds};
use super::{LEAST, STEPS, key, unknown};
use crate::cases::{Case, CaseSet, TooComplex};
use crate::compare::change::{Change, Direction, Readers, Said, Subject, Witness, Worked};
use crate::compare::finder::{Finder, subject};
use crate::compare::hours::{Open, elsewhere, states};
use crate::compare::kinds::{self, Kind};
use crate::evaluate::{Theirs, Worth, applies};
use crate::hir::{Offer, Rate};
use crate::time::Instant;
use crate::value::{Amount, Duration, Name, Stated};

/// The rates that decide at some time, before and after.
#[derive(Clone)]
pub(super) struct Meet<'a> {
    /// When, in the words of an author; empty where it is told otherwise.
    part: String,
    /// Whether each side is told with its hours.
    pub(super) timed: bool,
    /// The first instant at which it is so.
    pub(super) at: Instant,
    pub(super) old: Option<Paying<'a>>,
    pub(super) new: Option<Paying<'a>>,
}

/// What is paid in a case at all times: one meeting for every two rates that ever decide at once; none where nobody can tell.
pub(super) fn meets<'a>(
    finder: &Finder<'_>,
    (was, before): (&'a Offer, &[Name]),
    (is, after): (&'a Offer, &[Name]),
    case: &Case,
) -> Vec<Meet<'a>> {
    let names = &finder.common.names;
    let now = |name: &Name| names.new_of("calendar", name);
    let (mine, yours) = (finder.common.old.own(case), finder.common.new.own(case));
    let (old, new) = (finder.common.old.context, finder.common.new.context);
    let horizon = finder.clocks.horizon;
    let open = |context, names: &[Name], cases| -> Result<Vec<Open>, _> {
        names.iter().map(|name| Open::of(context, std::slice::from_ref(name), cases, horizon)).collect()
    };
    // A case has a value for each fact, so that it is known of every line of a calendar whether it counts.
    let (Ok(first), Ok(second)) = (open(old, before, &mine), open(new, after, &yours)) else {
        return Vec::new();
    };
    let theirs = |open: &[Open]| open.iter().fold(Theirs::default(), |all, one: &Open| one.theirs().or(all));
    let all: Vec<(Vec<bool>, Instant)> = if elsewhere(theirs(&first), theirs(&second)).is_some() {
        // For customers elsewhere everything may meet everything.
        let (first, second) = (states(&first, horizon), states(&second, horizon));
        let both = first.iter().flat_map(|one| second.iter().map(move |other| (one, other)));
        both.map(|(one, other)| ([one.0.clone(), other.0.clone()].concat(), one.1.max(other.1))).collect()
    } else {
        states(&first.into_iter().chain(second).collect::<Vec<Open>>(), horizon)
    };
    let all = unknown::possible(finder, (before, after), all);
    let held = |offer: &'a Offer, calendars: &[Name], state: &[bool], cases: &CaseSet| {
        let open = |name: &Name| {
            let at = calendars.iter().position(|known| known == name);
            at.and_then(|at| state.get(at)).copied().unwrap_or(false)
        };
        let holds = |rate: &&Rate| {
            rate.clause.when.as_ref().is_none_or(|when| cases.is_subset_of(&when.cases))
                && rate.during.as_ref().is_none_or(open)
                && rate.outside.as_ref().is_none_or(|name| !open(name))
        };
        applies(offer.rates.iter().filter(holds).collect()).map(Paying::of)
    };
    let hours = |offer: &'a Offer, newer: bool| -> Vec<String> {
        offer.rates.iter().map(|rate| if newer { key(rate, Name::clone) } else { key(rate, now) }).collect()
    };
    let (had, have) = (hours(was, false), hours(is, true));
    let mut found: Vec<Meet<'a>> = Vec::new();
    for (state, at) in all {
        let (first, second) = state.split_at(before.len().min(state.len()));
        let (one, other) = (held(was, before, first, &mine), held(is, after, second, &yours));
        let then = one.as_ref().map(|one| key(one.by, now)).unwrap_or_default();
        let here = other.as_ref().map(|other| key(other.by, Name::clone)).unwrap_or_default();
        let (part, timed) = match (then.is_empty(), here.is_empty()) {
            _ if then == here => (here, false),
            (true, false) if !had.contains(&here) => (here, false),
            (false, true) if !have.contains(&then) => (then, false),
            _ => (String::new(), true),
        };
        found.push(Meet { part, timed, at, old: one, new: other });
    }
    // The hours of one version say when it is so only where the same is paid in all of them.
    let at_some = |meet: &Meet<'_>| {
        let within = |paying: &Option<Paying<'_>>, name: &dyn Fn(&Name) -> Name| {
            paying.as_ref().is_some_and(|paying| key(paying.by, name) == meet.part)
        };
        let there = |other: &&Meet<'_>| within(&other.old, &now) || within(&other.new, &Name::clone);
        !meet.part.is_empty() && found.iter().filter(there).any(|other| !other.is_like(meet))
    };
    let some: Vec<bool> = found.iter().map(at_some).collect();
    for (meet, _) in found.iter_mut().zip(some).filter(|(_, some)| *some) {
        (meet.part, meet.timed) = (String::new(), true);
    }
    found
}

impl<'a> Meet<'a> {
    /// What is so at all times: it is told without its hours and without an instant.
    pub(super) fn always(&self) -> Self {
        let untimed =
            |paying: &Option<Paying<'a>>| paying.clone().map(|paying| Paying { hours: false, ..paying });
        let (old, new) = (untimed(&self.old), untimed(&self.new));
        Self { part: String::new(), timed: false, at: self.at, old, new }
    }

    /// Whether another meeting says the same, whenever it is.
    pub(super) fn is_like(&self, other: &Self) -> bool {
        let said = |paying: &Option<Paying<'_>>| {
            paying.as_ref().map(|paying| {
                (paying.worth.clone(), seconds(paying.steps.as_ref()), seconds(paying.least.as_ref()))
            })
        };
        said(&self.old) == said(&other.old) && said(&self.new) == said(&other.new)
    }

    pub(super) fn tell(
        &self,
        finder: &mut Finder<'_>,
        cases: &CaseSet,
        case: &Case,
        (was, is): (&Offer, &Offer),
    ) -> Result<(), TooComplex> {
        let Some((kind, direction, worked)) = self.judged(finder) else { return Ok(()) };
        let of = |part: String| Subject { part, ..subject(&is.clause) };
        let (one, other) = (self.old.as_ref(), self.new.as_ref());
        let apart = |of: for<'p> fn(&'p Paying<'_>) -> &'p Option<Duration>| {
            one.zip(other)
                .is_some_and(|(one, other)| seconds(of(one).as_ref()) != seconds(of(other).as_ref()))
        };
        let (steps, least) = (apart(|paying| &paying.steps), apart(|paying| &paying.least));
        let amounts = one.zip(other).is_none_or(|(one, other)| one.worth != other.worth);
        let (part, before, after) = if !self.timed && !amounts && steps != least {
            let key = if steps { STEPS } else { LEAST };
            let said = |paying: Option<&Paying<'_>>| {
                let length =
                    paying.and_then(|paying| if steps { paying.steps.clone() } else { paying.least.clone() });
                length.map(Stated::Known).map(Said::Length)
            };
            (format!("{} {key}", self.part).trim().to_owned(), said(one), said(other))
        } else {
            let said =
                |paying: Option<&Paying<'_>>| paying.map(|paying| paying.said(self.timed, steps || least));
            (self.part.clone(), said(one), said(other))
        };
        let place = |paying: Option<&Paying<'_>>| paying.map(|paying| paying.by.span);
        let clause = |paying: Option<&Paying<'_>>, offer: &Offer| {
            paying.map_or_else(|| offer.clause.audience.clone(), |paying| paying.by.clause.audience.clone())
        };
        let change = Change::new(kind, of(part)).within(cases.clone()).from_to(before, after);
        let readers = Readers::between(&clause(one, was), &clause(other, is));
        let mut change = Change { direction, worked, readers, ..change.at(place(one), place(other)) };
        if self.timed {
            let (case, received) = (case.clone(), Some(self.at));
            change.witnesses.push(Witness { direction, case, received, before: None, after: None });
        }
        finder.add(change)
    }

    /// What a change of what is paid is; none where nobody pays more or less.
    pub(super) fn judged(&self, finder: &Finder<'_>) -> Option<(&'static Kind, Direction, Vec<Worked>)> {
        let plain =
            |kind: &'static Kind| Some((kind, kind.direction.unwrap_or(Direction::Mixed), Vec::new()));
        let (one, other) = match (&self.old, &self.new) {
            (None, None) => return None,
            (Some(_), None) => return plain(&kinds::RATE_SAID.back),
            (None, Some(_)) => return plain(&kinds::RATE_SAID.forth),
            (Some(one), Some(other)) => (one, other),
        };
        let unfilled = |paying: &Paying<'_>| matches!(paying.by.amount, Amount::Unfilled(_));
        if unfilled(one) || unfilled(other) {
            return None;
        }
        match (&one.worth, &other.worth) {
            (Worth::No, Worth::No) => return None,
            (Worth::No, _) => return plain(&kinds::PRICE_HAD.forth),
            (_, Worth::No) => return plain(&kinds::PRICE_HAD.back),
            _ => {}
        }
        let (direction, worked) =
            by_length(one, other).or_else(|| by_words(finder, one, other).map(|way| (way, Vec::new())))?;
        let kind = match direction {
            Direction::Mixed | Direction::Neutral => &kinds::RATE_CHANGED,
            Direction::Weaker | Direction::Stronger if one.worth == other.worth => {
                Finder::way(&kinds::RATE_LEAST, direction)
            }
            Direction::Weaker | Direction::Stronger => Finder::way(&kinds::RATE, direction),
        };
        (direction != Direction::Neutral).then_some((kind, direction, worked))
    }
}
