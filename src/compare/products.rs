//! Products, their releases, and how long these are supported.
//!
//! In: the products of both versions. Out: changes.

use super::change::{Change, Direction, Said, Subject};
use super::finder::{Finder, order, subject, wider};
use super::kinds;
use super::wording;
use crate::cases::TooComplex;
use crate::hir::{Product, Release};
use crate::time::Date;
use crate::value::{DatePoint, DateRule, Name, PhaseDates};

/// Compares all products.
pub fn compare(finder: &mut Finder<'_>) -> Result<(), TooComplex> {
    let (old, new) = (finder.common.old.program(), finder.common.new.program());
    let pairs = finder.common.names.pairs("product", &old.products, &new.products);
    for gone in pairs.gone {
        let change = Change::new(&kinds::PRODUCT.back, subject(&gone.clause));
        let change = change.at(Some(gone.clause.span), None);
        finder.add(Change { audience: gone.clause.audience.clone(), ..change })?;
    }
    for fresh in pairs.fresh {
        let change = Change::new(&kinds::PRODUCT.forth, subject(&fresh.clause));
        let change = change.at(None, Some(fresh.clause.span));
        finder.add(Change { audience: fresh.clause.audience.clone(), ..change })?;
    }
    for (was, is) in pairs.both {
        wording::clauses(finder, &was.clause, &is.clause)?;
        releases(finder, was, is)?;
        supported(finder, was, is)?;
        rules(finder, was, is)?;
    }
    Ok(())
}

fn part(of: &Product, part: impl Into<String>) -> Subject {
    Subject { part: part.into(), ..subject(&of.clause) }
}

fn releases(finder: &mut Finder<'_>, was: &Product, is: &Product) -> Result<(), TooComplex> {
    for (kind, one, other, newer) in
        [(&kinds::RELEASE.back, was, is, false), (&kinds::RELEASE.forth, is, was, true)]
    {
        for release in &one.releases {
            if other.releases.iter().any(|known| known.clause.name == release.clause.name) {
                continue;
            }
            let name = release.clause.name.to_string();
            let change = Change::new(kind, part(is, name.clone()));
            let change = if newer {
                change.from_to(None, Said::Plain(name)).at(None, Some(release.clause.span))
            } else {
                change.from_to(Said::Plain(name), None).at(Some(release.clause.span), None)
            };
            finder.add(Change { audience: is.clause.audience.clone(), ..change })?;
        }
    }
    for release in &is.releases {
        if let Some(before) = was.releases.iter().find(|known| known.clause.name == release.clause.name) {
            phases(finder, is, before, release)?;
        }
    }
    Ok(())
}

/// The first and the last day of a phase, as far as they are written.
fn days(dates: &PhaseDates) -> (Option<Date>, Option<Date>) {
    let day = |point: DatePoint| match point {
        DatePoint::Full(date) => Some(date),
        DatePoint::Yearly(_) => None,
    };
    match dates {
        PhaseDates::Span(span, _) => (day(span.from), day(span.to)),
        PhaseDates::Until(DateRule::On(date), _) => (None, Some(*date)),
        PhaseDates::Until(..) | PhaseDates::No(_) | PhaseDates::Unfilled(_) => (None, None),
    }
}

/// When a phase runs, as an author writes it.
pub fn dates(dates: &PhaseDates) -> String {
    match dates {
        PhaseDates::Span(span, _) => match days(dates) {
            (Some(from), Some(to)) => format!("{from}..{to}"),
            _ => format!("{span:?}"),
        },
        PhaseDates::Until(rule, _) => format!("until {}", rule_words(rule)),
        PhaseDates::No(_) => "no".to_owned(),
        PhaseDates::Unfilled(_) => "?".to_owned(),
    }
}

/// Rules in words, in an order that does not depend on theirs.
pub fn rules_words(rules: &[DateRule]) -> Vec<String> {
    let mut words: Vec<String> = rules.iter().map(rule_words).collect();
    words.sort();
    words
}

/// A rule that leads to a date, as an author writes it.
fn rule_words(rule: &DateRule) -> String {
    match rule {
        DateRule::On(date) => date.to_string(),
        DateRule::Release => "release".to_owned(),
        DateRule::Later(crate::value::ReleaseStep::Next) => "next release".to_owned(),
        DateRule::Later(crate::value::ReleaseStep::SecondNext) => "second next release".to_owned(),
        DateRule::StartOf(name) => format!("start of {name}"),
        DateRule::EndOf(name) => format!("end of {name}"),
        DateRule::After(length, rule) => {
            format!("{} after {}", crate::hir::say::duration(length), rule_words(rule))
        }
        DateRule::FirstAfter(day, rule) => format!("first {day} after {}", rule_words(rule)),
        DateRule::Earlier(one, other) => format!("earlier of {} and {}", rule_words(one), rule_words(other)),
        DateRule::LaterOf(one, other) => format!("later of {} and {}", rule_words(one), rule_words(other)),
        DateRule::Unfilled => "?".to_owned(),
    }
}

fn phases(finder: &mut Finder<'_>, of: &Product, was: &Release, is: &Release) -> Result<(), TooComplex> {
    let here = |release: &Release, name: &Name| {
        let found = release.phases.iter().find(|(known, _)| known == name);
        found.map(|(_, dates)| dates.clone()).filter(|dates| !matches!(dates, PhaseDates::No(_)))
    };
    let names = finder.common.names.clone();
    let mut all: Vec<(Name, Name)> =
        is.phases.iter().map(|(name, _)| (names.old_of("phase", name), name.clone())).collect();
    for (name, _) in &was.phases {
        let now = names.new_of("phase", name);
        if !all.iter().any(|(_, known)| *known == now) {
            all.push((name.clone(), now));
        }
    }
    for (old, new) in all {
        let (before, after) = (here(was, &old), here(is, &new));
        let kind = match (&before, &after) {
            (None, None) | (Some(PhaseDates::Unfilled(_)), _) | (_, Some(PhaseDates::Unfilled(_))) => {
                continue;
            }
            (Some(_), None) => &kinds::PHASE.back,
            (None, Some(_)) => &kinds::PHASE.forth,
            (Some(before), Some(after)) => {
                let ((first, last), (begin, end)) = (days(before), days(after));
                match (last, end) {
                    (Some(last), Some(end)) if first == begin => match order(&last, &end) {
                        Some(direction) => Finder::way(&kinds::PHASE_LENGTH, direction),
                        None => continue,
                    },
                    (Some(last), Some(end)) => match (first, begin) {
                        // A phase that begins earlier and ends later is longer, whatever else.
                        (Some(first), Some(begin)) if begin <= first && end >= last => {
                            &kinds::PHASE_LENGTH.forth
                        }
                        (Some(first), Some(begin)) if begin >= first && end <= last => {
                            &kinds::PHASE_LENGTH.back
                        }
                        _ => &kinds::PHASE_MOVED,
                    },
                    _ => {
                        if dates(before) == dates(after) {
                            continue;
                        }
                        &kinds::PHASE_MOVED
                    }
                }
            }
        };
        let change = Change::new(kind, part(of, format!("{} {new}", is.clause.name)));
        let change = change.from_to(before.map(Said::Dates), after.map(Said::Dates));
        let change = change.at(Some(was.clause.span), Some(is.clause.span));
        finder.add(Change { audience: of.clause.audience.clone(), ..change })?;
    }
    Ok(())
}

/// How many of the latest releases are supported; nothing said is no promise.
fn supported(finder: &mut Finder<'_>, was: &Product, is: &Product) -> Result<(), TooComplex> {
    let count = |product: &Product| product.supports.as_ref().map(|(count, _)| *count);
    let direction = match (count(was), count(is)) {
        (None, None) => None,
        (Some(_), None) => Some(Direction::Weaker),
        (None, Some(_)) => Some(Direction::Stronger),
        (Some(before), Some(after)) => order(&before, &after),
    };
    let Some(direction) = direction else { return Ok(()) };
    let said = |product: &Product| count(product).map(|count| Said::Plain(count.to_string()));
    let span = |product: &Product| product.supports.as_ref().map(|(_, clause)| clause.span);
    let change = Change::new(Finder::way(&kinds::SUPPORTED, direction), subject(&is.clause));
    let change = change.from_to(said(was), said(is)).at(span(was), span(is));
    let audience = wider(&was.clause.audience, &is.clause.audience);
    finder.add(Change { audience, ..change })
}

fn rules(finder: &mut Finder<'_>, was: &Product, is: &Product) -> Result<(), TooComplex> {
    let names = finder.common.names.clone();
    let ends = |product: &Product, phase: &Name, newer: bool| -> Vec<DateRule> {
        let ends = product.ends.iter().filter(|end| {
            if newer { end.phase == *phase } else { names.new_of("phase", &end.phase) == *phase }
        });
        ends.map(|end| end.rule.clone()).collect()
    };
    let mut phases: Vec<Name> = is.ends.iter().map(|end| end.phase.clone()).collect();
    phases.extend(was.ends.iter().map(|end| names.new_of("phase", &end.phase)));
    phases.sort();
    phases.dedup();
    for phase in phases {
        let (before, after) = (ends(was, &phase, false), ends(is, &phase, true));
        let kind = match (before.is_empty(), after.is_empty()) {
            (false, true) => &kinds::LIFE_RULE.back,
            (true, false) => &kinds::LIFE_RULE.forth,
            (true, true) | (false, false) if rules_words(&before) == rules_words(&after) => continue,
            (true, true) | (false, false) => &kinds::LIFE_RULE_CHANGED,
        };
        let said = |rules: Vec<DateRule>| (!rules.is_empty()).then_some(Said::Rules(rules));
        let change = Change::new(kind, part(is, phase.to_string())).from_to(said(before), said(after));
        let change = change.at(Some(was.clause.span), Some(is.clause.span));
        finder.add(Change { audience: is.clause.audience.clone(), ..change })?;
    }
    Ok(())
}
