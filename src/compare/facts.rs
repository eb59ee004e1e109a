//! What is known of a request: facts, their values, and what follows from what.
//!
//! In: the facts of both versions. Out: changes. A value on one side only is a change of its own: the cases that have it are
//! not in the other version, and so in no other change.

use super::change::{Change, Readers, Said, Subject};
use super::finder::{Finder, subject_as};
use super::kinds;
use super::regions::{moved, of};
use super::wording;
use crate::cases::TooComplex;
use crate::hir::{Decided, Fact, FactKind};
use crate::value::Name;

/// Facts whose values are compared where they are declared.
const ELSEWHERE: [&str; 4] = ["plan", "channel", "product", "release"];

/// Compares all facts.
pub fn compare(finder: &mut Finder<'_>) -> Result<(), TooComplex> {
    let (old, new) = (finder.common.old.program(), finder.common.new.program());
    let pairs = finder.common.names.pairs("fact", &old.facts, &new.facts);
    for (was, is) in pairs.both {
        let declared = was.declared || is.declared;
        if declared {
            wording::clauses(finder, &was.clause, &is.clause)?;
        }
        let process = new.processes.contains_key(&is.clause.name);
        if process || ELSEWHERE.contains(&is.clause.name.as_str()) {
            continue;
        }
        if std::mem::discriminant(&was.kind) != std::mem::discriminant(&is.kind) {
            come(finder, was, false)?;
            come(finder, is, true)?;
            continue;
        }
        values(finder, was, is)?;
        deciders(finder, was, is)?;
    }
    for gone in pairs.gone.iter().filter(|fact| matters(fact, old)) {
        come(finder, gone, false)?;
    }
    for fresh in pairs.fresh.iter().filter(|fact| matters(fact, new)) {
        come(finder, fresh, true)?;
    }
    for name in finder.common.rederived.clone() {
        derivation(finder, &name)?;
    }
    Ok(())
}

/// Whether a fact is shown for itself: processes, checks and duties are, where they are declared.
fn matters(fact: &Fact, program: &crate::hir::Program) -> bool {
    let name = &fact.clause.name;
    let process = program.processes.contains_key(name);
    let check = program
        .processes
        .values()
        .any(|process| process.checks.iter().any(|check| check.clause.name == *name));
    let duty = program.duties().any(|duty| duty.named && duty.clause.name == *name);
    !process && !check && !duty && !ELSEWHERE.contains(&name.as_str())
}

fn come(finder: &mut Finder<'_>, fact: &Fact, newer: bool) -> Result<(), TooComplex> {
    let kind = if newer { &kinds::FACT.forth } else { &kinds::FACT.back };
    let span = Some(fact.clause.span).filter(|span| *span != crate::source::Span::default());
    let change = Change::new(kind, subject_as("fact", &fact.clause));
    let change = if newer { change.at(None, span) } else { change.at(span, None) };
    finder.put(Change {
        readers: Readers::of(&fact.clause.audience),
        cases: finder.common.shared().clone(),
        ..change
    })
}

fn values(finder: &mut Finder<'_>, was: &Fact, is: &Fact) -> Result<(), TooComplex> {
    let (FactKind::Values(before), FactKind::Values(after)) = (&was.kind, &is.kind) else { return Ok(()) };
    let fact = is.clause.name.to_string();
    let names = finder.common.names.clone();
    let subject = |name: &Name| Subject { part: name.to_string(), ..subject_as("fact", &is.clause) };
    let keyword: &'static str = is.values().first().map_or("value", |value| value.clause.keyword);
    for value in after {
        let name = names.old_of(&fact, &value.clause.name);
        let Some(known) = before.iter().find(|known| known.clause.name == name) else {
            let change = Change::new(&kinds::VALUE.forth, subject(&value.clause.name));
            let change = change.from_to(None, Said::Names(keyword, vec![value.clause.name.clone()]));
            let change = change.within(finder.common.shared().clone()).at(None, Some(value.clause.span));
            finder.put(Change { readers: Readers::of(&value.clause.audience), ..change })?;
            continue;
        };
        wording::clauses(finder, &known.clause, &value.clause)?;
        let (lost, gained) =
            moved(&finder.common, of(known.clause.when.as_ref()), of(value.clause.when.as_ref()))?;
        for (kind, cases) in [(&kinds::VALUE_CASES.back, lost), (&kinds::VALUE_CASES.forth, gained)] {
            let said = |fact: &Name, name: &Name| Said::Value(fact.clone(), name.clone());
            let change = Change::new(kind, subject(&value.clause.name)).within(cases);
            let change = if kind.id == kinds::VALUE_CASES.back.id {
                change.from_to(said(&was.clause.name, &known.clause.name), None)
            } else {
                change.from_to(None, said(&is.clause.name, &value.clause.name))
            };
            let change = change.at(Some(known.clause.span), Some(value.clause.span));
            let readers = Readers::between(&known.clause.audience, &value.clause.audience);
            finder.add(Change { readers, ..change })?;
        }
    }
    for value in before {
        let name = names.new_of(&fact, &value.clause.name);
        if !after.iter().any(|known| known.clause.name == name) {
            let change = Change::new(&kinds::VALUE.back, subject(&value.clause.name));
            let change = change.from_to(Said::Names(keyword, vec![value.clause.name.clone()]), None);
            let change = change.within(finder.common.shared().clone()).at(Some(value.clause.span), None);
            finder.put(Change { readers: Readers::of(&value.clause.audience), ..change })?;
        }
    }
    Ok(())
}

fn deciders(finder: &mut Finder<'_>, was: &Fact, is: &Fact) -> Result<(), TooComplex> {
    let names = finder.common.names.clone();
    let now: Vec<Decided> =
        was.decided.iter().map(|one| Decided { by: names.person(&one.by), ..one.clone() }).collect();
    let same = |(one, other): (&Decided, &Decided)| one.by == other.by && one.confirmed == other.confirmed;
    if now.len() == is.decided.len() && now.iter().zip(&is.decided).all(same) {
        return Ok(());
    }
    let said = |fact: &Fact| {
        let decided = fact.decided.clone();
        (!decided.is_empty()).then(|| Said::Deciders(fact.clause.name.clone(), decided))
    };
    let change = Change::new(&kinds::DECIDER, subject_as("fact", &is.clause)).from_to(said(was), said(is));
    let readers = Readers::between(&was.clause.audience, &is.clause.audience);
    finder.add(Change { readers, ..change.at(Some(was.clause.span), Some(is.clause.span)) })
}

/// A fact that follows from others in another way: for each two values the cases in which the one became the other.
fn derivation(finder: &mut Finder<'_>, name: &Name) -> Result<(), TooComplex> {
    let (old, new) = (finder.common.old.program(), finder.common.new.program());
    let Some(is) = new.facts.get(name).or_else(|| finder.common.facts.get(name)).cloned() else {
        return Ok(());
    };
    let was = old.facts.get(&finder.common.names.old_of("fact", name));
    let readers = Readers::between(&was.unwrap_or(&is).clause.audience, &is.clause.audience);
    let whole = Change { readers, ..Change::new(&kinds::DERIVATION, subject_as("fact", &is.clause)) };
    let (Some(was), Some(before), Some(after)) =
        (was, was.and_then(|was| was.derived.as_ref()), is.derived.as_ref())
    else {
        return finder.add(whole);
    };
    let span = (Some(was.clause.span), Some(is.clause.span));
    let found = finder.changes.len();
    for (one, here) in &before.values {
        let here = finder.common.old.carry(here)?;
        for (other, there) in &after.values {
            let (Some(one), Some(other)) = (was.values().get(*one), is.values().get(*other)) else {
                continue;
            };
            let (one, other) = (&one.clause.name, &other.clause.name);
            if finder.common.names.new_of(name.as_str(), one) == *other {
                continue;
            }
            let cases = here.try_and(&finder.common.new.carry(there)?)?;
            let change = whole.clone().within(cases).from_to(
                Said::Value(was.clause.name.clone(), one.clone()),
                Said::Value(name.clone(), other.clone()),
            );
            finder.add(change.at(span.0, span.1))?;
        }
    }
    // What it follows from follows otherwise itself; then that is told.
    if finder.changes.len() == found { finder.add(whole.at(span.0, span.1)) } else { Ok(()) }
}
