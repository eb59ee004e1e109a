//! Sections: which there are, what they say for themselves, and in which order everything stands.
//!
//! In: the layout of both versions. Out: changes, of the order one at most.

use super::change::{Change, Readers};
use super::finder::{Finder, subject};
use super::kinds;
use super::wording::{clauses, prose};
use crate::cases::TooComplex;
use crate::hir::{Audience, Section, SectionItem};
use crate::value::{Name, Text};
use std::sync::Arc;

/// Compares the sections and their order.
pub fn compare(finder: &mut Finder<'_>) -> Result<(), TooComplex> {
    let (old, new) = (finder.common.old.program(), finder.common.new.program());
    let names = finder.common.names.clone();
    let (before, after) = (flat(&old.layout), flat(&new.layout));
    let written = |section: &Section| section.clause.title.is_some() || section.standard.is_none();
    for section in before.iter().filter(|section| written(section)) {
        let name = names.new_of("section", &section.clause.name);
        if !after.iter().any(|known| known.clause.name == name) {
            let change = Change::new(&kinds::SECTION.back, subject(&section.clause));
            let readers = Readers::of(&section.clause.audience);
            finder.add(Change { readers, ..change.at(Some(section.clause.span), None) })?;
        }
    }
    for section in &after {
        let name = names.old_of("section", &section.clause.name);
        let Some(known) = before.iter().find(|known| known.clause.name == name) else {
            if written(section) {
                let change = Change::new(&kinds::SECTION.forth, subject(&section.clause));
                let readers = Readers::of(&section.clause.audience);
                finder.add(Change { readers, ..change.at(None, Some(section.clause.span)) })?;
            }
            continue;
        };
        clauses(finder, &known.clause, &section.clause)?;
        let told = |section: &Section| -> Vec<(Audience, Arc<Text>)> {
            let items = section.items.iter();
            items
                .filter_map(|item| match item {
                    SectionItem::Prose(audience, text) | SectionItem::Note(audience, text) => {
                        Some((audience.clone(), text.clone()))
                    }
                    SectionItem::Declaration(_) | SectionItem::Duty(_) | SectionItem::Section(_) => None,
                })
                .collect()
        };
        let readers = Readers::between(&known.clause.audience, &section.clause.audience);
        let span = (Some(known.clause.span), Some(section.clause.span));
        prose(finder, &subject(&section.clause), &told(known), &told(section), &|change| Change {
            readers: readers.clone(),
            ..change.at(span.0, span.1)
        })?;
    }
    order(finder, &before, &after)
}

/// All sections, those within others behind them.
fn flat(sections: &[Section]) -> Vec<&Section> {
    fn visit<'a>(section: &'a Section, found: &mut Vec<&'a Section>) {
        found.push(section);
        for item in &section.items {
            if let SectionItem::Section(inner) = item {
                visit(inner, found);
            }
        }
    }
    let mut found = Vec::new();
    for section in sections {
        visit(section, &mut found);
    }
    found
}

/// Whether what both versions have stands in another order.
fn order(finder: &mut Finder<'_>, old: &[&Section], new: &[&Section]) -> Result<(), TooComplex> {
    let names = finder.common.names.clone();
    let places = |sections: &[&Section], now: bool| -> Vec<(String, String)> {
        let mut found = Vec::new();
        for section in sections {
            let called =
                |keyword: &str, name: &Name| if now { name.clone() } else { names.new_of(keyword, name) };
            found.push(("section".to_owned(), called("section", &section.clause.name).to_string()));
            for item in &section.items {
                if let SectionItem::Declaration(of) = item {
                    found.push((of.keyword.to_owned(), called(of.keyword, &of.name).to_string()));
                }
            }
        }
        found
    };
    let (before, after) = (places(old, false), places(new, true));
    let both = |one: &[(String, String)], other: &[(String, String)]| -> Vec<(String, String)> {
        one.iter().filter(|place| other.contains(place) && place.0 != "example").cloned().collect()
    };
    if both(&before, &after) == both(&after, &before) {
        return Ok(());
    }
    let (one, other) = (finder.common.old.program(), finder.common.new.program());
    let change = Change::new(&kinds::LAYOUT, subject(&other.policy.clause));
    finder.add(change.at(Some(one.policy.clause.span), Some(other.policy.clause.span)))
}
