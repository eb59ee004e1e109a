//! Products, their releases, and how long these are supported.
//!
//! In: the products of both versions. Out: changes.

use super::change::{Change, Direction, Readers, Said, Subject};
use super::finder::{Finder, order, subject};
use super::kinds;
use super::lengths::PHASE_NOTICE;
use super::lives;
use super::services::notices;
use super::wording;
use crate::cases::TooComplex;
use crate::hir::Product;
use crate::value::{DatePoint, DateRule, PhaseDates};

/// Compares all products.
pub fn compare(finder: &mut Finder<'_>) -> Result<(), TooComplex> {
    let (old, new) = (finder.common.old.program(), finder.common.new.program());
    let pairs = finder.common.names.pairs("product", &old.products, &new.products);
    for gone in pairs.gone {
        let change = Change::new(&kinds::PRODUCT.back, subject(&gone.clause));
        let change = change.at(Some(gone.clause.span), None);
        finder.add(Change { readers: Readers::of(&gone.clause.audience), ..change })?;
    }
    for fresh in pairs.fresh {
        let change = Change::new(&kinds::PRODUCT.forth, subject(&fresh.clause));
        let change = change.at(None, Some(fresh.clause.span));
        finder.add(Change { readers: Readers::of(&fresh.clause.audience), ..change })?;
    }
    for (was, is) in pairs.both {
        wording::clauses(finder, &was.clause, &is.clause)?;
        releases(finder, was, is)?;
        supported(finder, was, is)?;
        lives::rules(finder, was, is)?;
        let of = subject(&is.clause);
        notices(finder, &of, &was.notices, &is.notices, (&PHASE_NOTICE, &kinds::PHASE_NOTICE_CHANNEL))?;
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
            let readers = Readers::of((&one.clause.audience).max(&release.clause.audience));
            finder.add(Change { readers, ..change })?;
        }
    }
    for release in &is.releases {
        if let Some(before) = was.releases.iter().find(|known| known.clause.name == release.clause.name) {
            lives::phases(finder, (was, before), (is, release))?;
        }
    }
    Ok(())
}

/// When a phase runs, as an author writes it.
pub fn dates(dates: &PhaseDates) -> String {
    match dates {
        PhaseDates::Span(span, _) => match (span.from, span.to) {
            (DatePoint::Full(from), DatePoint::Full(to)) => format!("{from}..{to}"),
            _ => format!("{span:?}"),
        },
        PhaseDates::Until(rule, _) => format!("until {}", rule_words(rule)),
        PhaseDates::From(Some(from), _) => format!("from {from} on"),
        PhaseDates::From(None, _) => "from then on".to_owned(),
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
    let readers = Readers::between(&was.clause.audience, &is.clause.audience);
    finder.add(Change { readers, ..change })
}
