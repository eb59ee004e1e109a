//! What can be had at a rate: what a case pays for it, at every time of the week, however the rates are written.
//!
//! In: the offers of both versions. Out: changes. The cases are cut so that the same rates and hours hold within each part; in
//! every combination of open and closed calendars that occurs, the rates that decide are held against each other for work of
//! every length.

mod shift;
mod unknown;

use super::change::{Change, Direction, Readers, Said, Subject, Terms, Witness, Worked};
use super::finder::{Finder, order, subject};
use super::kinds::{self, Kind};
use super::paid::Paid;
use super::prices::costs;
use super::week::{Open, elsewhere, gather, states};
use super::wording;
use crate::cases::{Case, CaseSet, TooComplex};
use crate::evaluate::{Applies, Theirs, Worth, applies, seconds_of_work};
use crate::hir::{Offer, Rate, say};
use crate::time::Instant;
use crate::value::{Amount, Duration, Measure, Money, Name, Period, Stated, Unit};

/// How the part of an offer ends of which only the steps changed in which time is charged.
pub const STEPS: &str = "in steps of";

/// How it ends where only the least that is charged changed.
pub const LEAST: &str = "at least";

/// Compares all offers.
pub fn compare(finder: &mut Finder<'_>) -> Result<(), TooComplex> {
    let (old, new) = (finder.common.old.program(), finder.common.new.program());
    let pairs = finder.common.names.pairs("offer", &old.offers, &new.offers);
    for gone in pairs.gone {
        let change = Change::new(&kinds::OFFER.back, subject(&gone.clause)).at(Some(gone.clause.span), None);
        finder.add(Change { readers: Readers::of(&gone.clause.audience), ..change })?;
    }
    for fresh in pairs.fresh {
        let change =
            Change::new(&kinds::OFFER.forth, subject(&fresh.clause)).at(None, Some(fresh.clause.span));
        finder.add(Change { readers: Readers::of(&fresh.clause.audience), ..change })?;
    }
    for (was, is) in pairs.both {
        wording::clauses(finder, &was.clause, &is.clause)?;
        let found = finder.changes.len();
        rates(finder, was, is)?;
        if finder.changes.len() == found {
            restated(finder, was, is)?;
        }
        terms(finder, was, is)?;
    }
    Ok(())
}

/// What there is beside the rates.
fn terms(finder: &mut Finder<'_>, was: &Offer, is: &Offer) -> Result<(), TooComplex> {
    let of = subject(&is.clause);
    let names = finder.common.names.clone();
    let readers = Readers::between(&was.clause.audience, &is.clause.audience);
    let span = (Some(was.clause.span), Some(is.clause.span));
    if was.proposal.is_some() != is.proposal.is_some() {
        let kind = if is.proposal.is_some() { &kinds::PROPOSAL.forth } else { &kinds::PROPOSAL.back };
        let change = Change::new(kind, of.clone()).at(span.0, span.1);
        finder.add(Change { readers: readers.clone(), ..change })?;
    }
    if was.invoiced != is.invoiced {
        let said =
            |measure: Option<&Measure>| measure.map(|_| Said::Plain(say::measure(measure).trim().to_owned()));
        let change = Change::new(&kinds::INVOICE, of.clone());
        let change = change.from_to(said(was.invoiced.as_ref()), said(is.invoiced.as_ref()));
        finder.add(Change { readers: readers.clone(), ..change.at(span.0, span.1) })?;
    }
    let people: Vec<Name> = was.by.iter().map(|name| names.person(name)).collect();
    if people != is.by {
        let change = Change::new(&kinds::PROSE, Subject { part: "by".to_owned(), ..of });
        let change = change.from_to(Said::Names("role", was.by.clone()), Said::Names("role", is.by.clone()));
        finder.add(Change { readers, ..change.at(span.0, span.1) })?;
    }
    Ok(())
}

/// The hours of a rate, as they are written.
fn key(rate: &Rate, now: impl Fn(&Name) -> Name) -> String {
    let during = rate.during.as_ref().map(|name| format!("during {}", now(name)));
    let outside = rate.outside.as_ref().map(|name| format!("outside {}", now(name)));
    let both: Vec<String> = during.into_iter().chain(outside).collect();
    both.join(" and ")
}

/// What a rate says, whatever it is called.
fn written(rate: &Rate, now: impl Fn(&Name) -> Name) -> String {
    let length = |length: &Option<Duration>| length.as_ref().map_or(String::new(), say::duration);
    let (steps, least) = (length(&rate.steps), length(&rate.least));
    format!("{} {} {steps}/{least}", say::amount(&rate.amount), key(rate, now))
}

fn cases(finder: &Finder<'_>, rate: &Rate, newer: bool) -> Result<CaseSet, TooComplex> {
    let side = if newer { &finder.common.new } else { &finder.common.old };
    match &rate.clause.when {
        Some(when) => side.carry(&when.cases)?.try_and(finder.common.shared()),
        None => Ok(finder.common.shared().clone()),
    }
}

/// Whether both offers have the same rates for the same cases, in any order.
fn same_words(finder: &Finder<'_>, was: &Offer, is: &Offer) -> Result<bool, TooComplex> {
    let names = &finder.common.names;
    let mut left = Vec::new();
    for rate in &was.rates {
        left.push((written(rate, |name| names.new_of("calendar", name)), cases(finder, rate, false)?));
    }
    for rate in &is.rates {
        let one = (written(rate, Name::clone), cases(finder, rate, true)?);
        let Some(at) = left.iter().position(|known| *known == one) else { return Ok(false) };
        left.swap_remove(at);
    }
    Ok(left.is_empty())
}

fn restated(finder: &mut Finder<'_>, was: &Offer, is: &Offer) -> Result<(), TooComplex> {
    if same_words(finder, was, is)? {
        return Ok(());
    }
    let change = Change::new(&kinds::RATE_RESTATED, subject(&is.clause));
    let readers = Readers::between(&was.clause.audience, &is.clause.audience);
    finder.add(Change { readers, ..change.at(Some(was.clause.span), Some(is.clause.span)) })
}

/// The calendars that rates name, each once.
fn calendars(offer: &Offer) -> Vec<Name> {
    let mut found: Vec<Name> = Vec::new();
    for name in offer.rates.iter().flat_map(|rate| rate.during.iter().chain(&rate.outside)) {
        if !found.contains(name) {
            found.push(name.clone());
        }
    }
    found
}

/// Compares what is paid in every part of the cases and at every time.
fn rates(finder: &mut Finder<'_>, was: &Offer, is: &Offer) -> Result<(), TooComplex> {
    let (before, after) = (calendars(was), calendars(is));
    let names = finder.common.names.clone();
    let same = |(name, other): (&Name, &Name)| finder.same_calendar(name, other);
    let unmoved = before.iter().map(|name| (name.clone(), names.new_of("calendar", name)));
    if same_words(finder, was, is)? && unmoved.into_iter().all(|(was, is)| same((&was, &is))) {
        return Ok(());
    }
    let (mut first, mut second): (Vec<&CaseSet>, Vec<&CaseSet>) = (Vec::new(), Vec::new());
    for (side, offer, names, sets) in
        [(&finder.common.old, was, &before, &mut first), (&finder.common.new, is, &after, &mut second)]
    {
        sets.extend(offer.rates.iter().filter_map(|rate| Some(&rate.clause.when.as_ref()?.cases)));
        for name in names {
            gather(side.program(), name, &mut Vec::new(), sets);
        }
    }
    let shared = finder.common.shared().clone();
    for part in finder.parts(&shared, &first, &second)? {
        let Some(case) = part.witness(&finder.common.space) else { continue };
        let met = meets(finder, (was, &before), (is, &after), &case);
        let Some(first) = met.first() else { continue };
        let whole = met.iter().all(|one| one.is_like(first));
        let pair = (was, is);
        let moved = if whole { Vec::new() } else { shift::tell(finder, &met, (&part, &case), &is.clause)? };
        for (at, one) in met.iter().enumerate().filter(|(at, _)| !moved.contains(at)) {
            if whole && at > 0 {
                break;
            }
            let told = if whole { one.always() } else { one.clone() };
            told.tell(finder, &part, &case, pair)?;
        }
    }
    Ok(())
}

/// The rates that decide at some time, before and after.
#[derive(Clone)]
struct Meet<'a> {
    /// When, in the words of an author; empty where it is told otherwise.
    part: String,
    /// Whether each side is told with its hours.
    timed: bool,
    /// The first instant at which it is so.
    at: Instant,
    old: Option<Paying<'a>>,
    new: Option<Paying<'a>>,
}

/// A rate as it applies, with what is paid.
#[derive(Clone)]
struct Paying<'a> {
    by: &'a Rate,
    worth: Worth,
    steps: Option<Duration>,
    least: Option<Duration>,
    /// Whether its hours belong to what is told.
    hours: bool,
}

impl<'a> Paying<'a> {
    fn of(applies: Applies<'a>) -> Self {
        let Applies { by, worth, steps, least } = applies;
        Self { by, worth, steps, least, hours: true }
    }

    fn amount(&self) -> Amount {
        match (&self.by.amount, &self.worth) {
            (Amount::Times(_, span), Worth::Money { currency, amount, per }) => {
                let money = Money { currency: currency.as_str().into(), amount: *amount };
                Amount::Rate(crate::value::Rate { money, per: per.clone() }, *span)
            }
            (amount, _) => amount.clone(),
        }
    }

    fn said(&self, timed: bool, terms: bool) -> Said {
        // With more terms the hours stand among them.
        let hours = |name: &Option<Name>| name.clone().filter(|_| self.hours && (timed || terms));
        let (during, outside) = (hours(&self.by.during), hours(&self.by.outside));
        if during.is_none() && outside.is_none() && !terms {
            return Said::Amount(self.amount());
        }
        let length = |length: &Option<Duration>| length.clone().filter(|_| terms);
        let (least, steps) = (length(&self.least), length(&self.steps));
        Said::Terms(Box::new(Terms { amount: self.amount(), during, outside, week: None, least, steps }))
    }

    /// In terms that can be compared, with the currency; nothing to pay has none.
    fn paid(&self) -> Option<(Option<&str>, Paid)> {
        let (currency, amount, per) = match &self.worth {
            Worth::Money { currency, amount, per } => (currency.as_str(), amount.widened(), per),
            Worth::None | Worth::Included(_) => return Some((None, Paid::Flat(0))),
            Worth::No | Worth::Agreed(_) | Worth::Decided(_) | Worth::Open | Worth::Unfilled => return None,
        };
        let unit = match per {
            None => return Some((Some(currency), Paid::Flat(amount))),
            Some(Measure { every, what: Period::Time(unit) }) => {
                let one = match unit {
                    Unit::Second => 1,
                    Unit::Minute => 60,
                    Unit::Hour => 3600,
                    // Nobody works for a whole day, so that a day is no number of hours.
                    Unit::Day | Unit::Week | Unit::Month | Unit::Quarter | Unit::Year => return None,
                };
                one * i64::from((*every).max(1))
            }
            Some(Measure { what: Period::Thing(_), .. }) => return None,
        };
        let length = |length: &Option<Duration>| match length {
            Some(length) if length.unit != Unit::Day => seconds_of_work(length),
            Some(_) => None,
            None => Some(0),
        };
        let (least, step) = (length(&self.least)?, length(&self.steps)?);
        Some((Some(currency), Paid::By { each: amount, unit, least, step }))
    }
}

/// What is paid in a case at all times: one meeting for every two rates that ever decide at once; none where nobody can tell.
fn meets<'a>(
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
    fn always(&self) -> Self {
        let untimed =
            |paying: &Option<Paying<'a>>| paying.clone().map(|paying| Paying { hours: false, ..paying });
        let (old, new) = (untimed(&self.old), untimed(&self.new));
        Self { part: String::new(), timed: false, at: self.at, old, new }
    }

    /// Whether another meeting says the same, whenever it is.
    fn is_like(&self, other: &Self) -> bool {
        let said = |paying: &Option<Paying<'_>>| {
            paying.as_ref().map(|paying| {
                (paying.worth.clone(), seconds(paying.steps.as_ref()), seconds(paying.least.as_ref()))
            })
        };
        said(&self.old) == said(&other.old) && said(&self.new) == said(&other.new)
    }

    fn tell(
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
    fn judged(&self, finder: &Finder<'_>) -> Option<(&'static Kind, Direction, Vec<Worked>)> {
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

fn seconds(length: Option<&Duration>) -> Option<i64> {
    length.map_or(Some(0), seconds_of_work)
}

/// Which way it goes for work of every length, neutral where nothing differs; none where it cannot be compared so.
fn by_length(one: &Paying<'_>, other: &Paying<'_>) -> Option<(Direction, Vec<Worked>)> {
    let ((first, was), (second, is)) = (one.paid()?, other.paid()?);
    if first.zip(second).is_some_and(|(first, second)| first != second) {
        return None;
    }
    let pieces = was.against(&is)?;
    let currency = first.or(second).unwrap_or_default().into();
    let mut worked = Vec::new();
    for (direction, seconds) in [(Direction::Weaker, pieces.dearer), (Direction::Stronger, pieces.cheaper)] {
        let Some(seconds) = seconds else { continue };
        if let (Some(before), Some(after)) = (was.money(seconds, &currency), is.money(seconds, &currency)) {
            worked.push(Worked { direction, seconds, costs: [before, after] });
        }
    }
    let direction = match (pieces.dearer, pieces.cheaper) {
        (Some(_), Some(_)) => Direction::Mixed,
        (Some(_), None) => Direction::Weaker,
        (None, Some(_)) => Direction::Stronger,
        (None, None) => Direction::Neutral,
    };
    // A dearer rate says so itself; only what goes both ways, or hides in steps, needs a piece of work.
    let plain = direction != Direction::Mixed && one.worth != other.worth;
    Some((direction, if plain { Vec::new() } else { worked }))
}

/// Which way it goes where the length of the work does not matter, or is not known to: by the amount and the terms.
fn by_words(finder: &Finder<'_>, one: &Paying<'_>, other: &Paying<'_>) -> Option<Direction> {
    let amount = match (&one.worth, &other.worth) {
        (Worth::Open | Worth::Unfilled, Worth::Open | Worth::Unfilled) => {
            (!one.by.amount.same_as(&other.by.amount)).then_some(Direction::Mixed)
        }
        (one, other) => costs(finder, one, other),
    };
    let mut ways: Vec<Direction> = amount.into_iter().collect();
    for (was, is) in [(&one.steps, &other.steps), (&one.least, &other.least)] {
        match (seconds(was.as_ref()), seconds(is.as_ref())) {
            (Some(was), Some(is)) => ways.extend(order(&is, &was)),
            _ if was != is => ways.push(Direction::Mixed),
            _ => {}
        }
    }
    let first = ways.first().copied()?;
    Some(if ways.iter().all(|way| *way == first) { first } else { Direction::Mixed })
}
