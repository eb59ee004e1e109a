//! What we and others will, must and may do.
//!
//! In: the duties of both versions, wherever they stand. Out: changes. A duty is found again by its name, or by its words;
//! what is left is held together where the words are alike, so that a reworded duty is not one that came and one that went.

use super::change::{Change, Readers, Said, Subject};
use super::finder::{Finder, words};
use super::kinds::{self, Kind, Twin};
use super::lengths::{DUTY, OBLIGATION};
use super::regions::{moved, of};
use super::wording;
use crate::cases::TooComplex;
use crate::hir::{Duty, DutyItem, Subject as Who, Verb};
use crate::value::{Name, Stated};

/// From this likeness on, of 1, words are the same words changed.
const ALIKE: f64 = 0.6;

/// Compares all duties.
pub fn compare(finder: &mut Finder<'_>) -> Result<(), TooComplex> {
    let (old, new) = (finder.common.old.program(), finder.common.new.program());
    let (mut left, mut fresh) = (old.duties().collect::<Vec<_>>(), new.duties().collect::<Vec<_>>());
    let names = finder.common.names.clone();
    let who = |duty: &Duty| match &duty.subject {
        Who::Us => "we".to_owned(),
        Who::Party(name) => names.person(name).to_string(),
    };
    let mut pairs: Vec<(&Duty, &Duty)> = Vec::new();
    let mut take = |same: &dyn Fn(&Duty, &Duty) -> bool| {
        fresh.retain(|after| match left.iter().position(|before| same(before, after)) {
            Some(at) => {
                pairs.push((left.remove(at), after));
                false
            }
            None => true,
        });
    };
    take(&|before, after| {
        let was = names.new_of("fact", &before.clause.name);
        before.named && after.named && was == after.clause.name
    });
    take(&|before, after| who(before) == who(after) && words(&before.text) == words(&after.text));
    // The likest first, whichever version comes first.
    let mut alike: Vec<(f64, String, usize, usize)> = Vec::new();
    for (at, before) in left.iter().enumerate() {
        for (index, after) in fresh.iter().enumerate() {
            let (one, other) = (words(&before.text), words(&after.text));
            let likeness = strsim::normalized_levenshtein(&one, &other);
            let may = |duty: &Duty| duty.verb == Verb::May;
            if likeness >= ALIKE && who(before) == who(after) && may(before) == may(after) {
                let key = if one < other { format!("{one}\n{other}") } else { format!("{other}\n{one}") };
                alike.push((likeness, key, at, index));
            }
        }
    }
    alike.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)));
    let (mut taken, mut found) = (vec![false; left.len()], vec![false; fresh.len()]);
    for (_, _, at, index) in alike {
        if !taken[at] && !found[index] {
            (taken[at], found[index]) = (true, true);
            pairs.push((left[at], fresh[index]));
        }
    }
    for (before, after) in pairs {
        pair(finder, before, after)?;
    }
    for (duty, _) in left.iter().zip(&taken).filter(|(_, taken)| !**taken) {
        come(finder, duty, false)?;
    }
    for (duty, _) in fresh.iter().zip(&found).filter(|(_, found)| !**found) {
        come(finder, duty, true)?;
    }
    Ok(())
}

/// Whose duty it is, as far as that matters for whom a change is good.
fn is_of_customer(duty: &Duty) -> bool {
    matches!(&duty.subject, Who::Party(name) if *name == "customer")
}

fn subject(duty: &Duty) -> Subject {
    Subject { keyword: "duty", name: duty.clause.name.clone(), title: words(&duty.text), part: String::new() }
}

/// A duty as an author writes it: `usually we will not share your data`.
pub fn sentence(duty: &Duty) -> String {
    let usually = if duty.usually { "usually " } else { "" };
    let who = match &duty.subject {
        Who::Us => "we",
        Who::Party(name) => name.as_str(),
    };
    let verb = match duty.verb {
        Verb::Will => "will",
        Verb::Must => "must",
        Verb::May => "may",
    };
    let not = if duty.not { " not" } else { "" };
    format!("{usually}{who} {verb}{not} {}", words(&duty.text))
}

/// The kinds that a duty is of when it comes or goes, and which of the two is that it comes.
fn twin(duty: &Duty) -> (&'static Twin, bool) {
    match (is_of_customer(duty), duty.verb, duty.not) {
        // That the customer may not do something binds as much as that something must be done.
        (true, Verb::Will | Verb::Must, _) | (true, Verb::May, true) => (&kinds::OBLIGATION, false),
        (true, Verb::May, false) => (&kinds::RIGHT, true),
        (false, Verb::Will | Verb::Must, _) | (false, Verb::May, true) => (&kinds::DUTY, true),
        (false, Verb::May, false) => (&kinds::PERMISSION, false),
    }
}

fn come(finder: &mut Finder<'_>, duty: &Duty, newer: bool) -> Result<(), TooComplex> {
    let (twin, good) = twin(duty);
    let kind = if newer == good { &twin.forth } else { &twin.back };
    let side = if newer { &finder.common.new } else { &finder.common.old };
    let cases = match &duty.clause.when {
        Some(when) => side.carry(&when.cases)?,
        None => finder.common.shared().clone(),
    };
    let said = Said::Duty(Box::new(duty.clone()));
    let change = Change::new(kind, subject(duty)).within(cases);
    let change = if newer {
        change.from_to(None, said).at(None, Some(duty.clause.span))
    } else {
        change.from_to(said, None).at(Some(duty.clause.span), None)
    };
    finder.add(Change { readers: Readers::of(&duty.clause.audience), ..change })
}

fn pair(finder: &mut Finder<'_>, was: &Duty, is: &Duty) -> Result<(), TooComplex> {
    let of_duty = subject(is);
    let readers = Readers::between(&was.clause.audience, &is.clause.audience);
    let span = (Some(was.clause.span), Some(is.clause.span));
    let (was_of, is_of) = (twin(was), twin(is));
    if !std::ptr::eq(was_of.0, is_of.0) || was.not != is.not {
        come(finder, was, false)?;
        return come(finder, is, true);
    }
    wording::clauses(finder, &was.clause, &is.clause)?;
    let place = |change: Change| Change { readers: readers.clone(), ..change.at(span.0, span.1) };
    let (lost, gained) = moved(&finder.common, of(was.clause.when.as_ref()), of(is.clause.when.as_ref()))?;
    let (twin, good) = is_of;
    let (gone, come) = if good { (&twin.back, &twin.forth) } else { (&twin.forth, &twin.back) };
    for (kind, cases) in [(gone, lost), (come, gained)] {
        finder.add(place(Change::new(kind, of_duty.clone()).within(cases)))?;
    }
    let firm = |duty: &Duty| (duty.verb != Verb::May, !duty.usually, duty.verb == Verb::Must);
    let customer = is_of_customer(is);
    if firm(was) != firm(is) {
        let firmer = firm(is) > firm(was);
        let kind: &Kind = match (customer, firmer) {
            (false, true) => &kinds::DUTY_STRENGTH.forth,
            (false, false) => &kinds::DUTY_STRENGTH.back,
            (true, true) => &kinds::OBLIGATION_STRENGTH.back,
            (true, false) => &kinds::OBLIGATION_STRENGTH.forth,
        };
        let said = |duty: &Duty| Said::Duty(Box::new(duty.clone()));
        finder.add(place(Change::new(kind, of_duty.clone()).from_to(said(was), said(is))))?;
    }
    let scale = if customer { &OBLIGATION } else { &DUTY };
    let shared = finder.common.shared().clone();
    let within = |duty: &Duty| duty.within.as_ref().map(|within| within.0.clone());
    let every = |duty: &Duty| duty.every.clone().map(Stated::Known);
    for (part, before, after) in [("within", within(was), within(is)), ("every", every(was), every(is))] {
        let change = scale.change(Subject { part: part.to_owned(), ..of_duty.clone() });
        let change = change.from_to(before.clone().map(Said::Length), after.clone().map(Said::Length));
        finder.length(scale, &shared, before.as_ref(), after.as_ref(), &place(change))?;
    }
    let names = finder.common.names.clone();
    let event = |name: Option<&Name>| name.map(|name| names.event(name));
    let circumstances = |duty: &Duty, now: bool| {
        let named = |name: Option<&Name>| if now { name.cloned() } else { event(name) };
        let on = named(duty.on.as_ref());
        let since = named(duty.within.as_ref().and_then(|within| within.1.as_ref()));
        (on, since, duty.by, duty.except.as_deref().map(words))
    };
    let same_text = words(&was.text) == words(&is.text) && items(&was.items) == items(&is.items);
    if !same_text || circumstances(was, false) != circumstances(is, true) {
        let said = |duty: &Duty| Said::Text((*duty.text).clone());
        finder.add(place(Change::new(&kinds::DUTY_TEXT, of_duty).from_to(said(was), said(is))))?;
    }
    Ok(())
}

fn items(list: &[DutyItem]) -> Vec<String> {
    let one = |item: &DutyItem| {
        let title = item.clause.title.as_deref().map(words).unwrap_or_default();
        format!("{} {title} {:?}", item.clause.name, items(&item.items))
    };
    list.iter().map(one).collect()
}
