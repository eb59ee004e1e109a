//! What is declared, by kind and name.
//!
//! In: declarations and named statements, in the order of the files. Out: look-ups by kind and name. A name is unique
//! within its kind; which kinds may stand in a place is known to whoever asks.

use crate::hir::Audience;
use crate::value::{Name, Text};
use indexmap::IndexMap;
use rustc_hash::FxBuildHasher;
use smol_str::SmolStr;
use std::collections::BTreeMap;

/// The events that exist without a declaration.
pub const EVENTS: [&str; 8] =
    ["received", "acknowledged", "responded", "updated", "replied", "accepted", "resolved", "closed"];

/// The two parties that exist without a declaration.
pub const PARTIES: [&str; 2] = ["us", "customer"];

/// The calendar that exists without a declaration.
pub const ALWAYS: &str = "always";

/// The values of the built-in fact `change`.
pub const CHANGES: [&str; 4] = ["weaker", "stronger", "mixed", "neutral"];

/// The built-in facts whose values are declarations, with the keyword of those.
pub const VALUED: [&str; 9] =
    ["plan", "severity", "priority", "channel", "kind", "product", "phase", "region", "language"];

/// All built-in facts.
pub const FACTS: [&str; 14] = [
    "plan", "severity", "priority", "channel", "kind", "product", "release", "phase", "term", "region",
    "language", "received", "change", "covered",
];

/// Something that is declared.
#[derive(Clone, Debug)]
pub struct Symbol<'a> {
    /// Its keyword, or `state`, `check`, `duty`, `value`, `exclusion`, `coverage` for statements with names.
    pub keyword: &'static str,
    /// Its name.
    pub name: &'a Name,
    /// Its title.
    pub title: Option<&'a Text>,
    /// For whom it is.
    pub audience: Audience,
    /// The fact or process that it belongs to.
    pub owner: Option<&'a Name>,
}

/// Everything that is declared.
#[derive(Clone, Debug, Default)]
pub struct Symbols<'a> {
    kinds: BTreeMap<&'static str, IndexMap<SmolStr, Symbol<'a>, FxBuildHasher>>,
}

impl<'a> Symbols<'a> {
    /// Adds a symbol, or gives the one that has its name already.
    pub fn add(&mut self, symbol: Symbol<'a>) -> Result<(), &Symbol<'a>> {
        let names = self.kinds.entry(symbol.keyword).or_default();
        match names.entry(symbol.name.text.clone()) {
            indexmap::map::Entry::Occupied(first) => Err(first.into_mut()),
            indexmap::map::Entry::Vacant(place) => {
                place.insert(symbol);
                Ok(())
            }
        }
    }

    /// The symbol of this kind and name.
    pub fn get(&self, keyword: &str, name: &str) -> Option<&Symbol<'a>> {
        self.kinds.get(keyword)?.get(name)
    }

    /// All symbols of a kind, in the order of the files.
    pub fn of(&self, keyword: &str) -> impl Iterator<Item = &Symbol<'a>> {
        self.kinds.get(keyword).into_iter().flat_map(|names| names.values())
    }

    /// All symbols, by kind.
    pub fn all(&self) -> impl Iterator<Item = &Symbol<'a>> {
        self.kinds.values().flat_map(|names| names.values())
    }

    /// The symbols of this name, whatever their kind, by the name of the kind.
    pub fn named(&self, name: &str) -> Vec<&Symbol<'a>> {
        self.kinds.values().filter_map(|names| names.get(name)).collect()
    }

    /// A value of this name by which rules can depend on the case, with its fact.
    pub fn value(&self, name: &str) -> Option<(&str, &Symbol<'a>)> {
        let mut values = self.kinds.values().filter_map(|names| names.get(name));
        values.find_map(|symbol| match (symbol.keyword, symbol.owner) {
            ("value", Some(fact)) => Some((fact.as_str(), symbol)),
            (keyword, _) => VALUED.contains(&keyword).then_some((keyword, symbol)),
        })
    }

    /// Every name of every kind, for suggestions.
    pub fn all_names(&self) -> impl Iterator<Item = &str> {
        self.kinds.values().flat_map(|names| names.keys().map(SmolStr::as_str))
    }
}

/// What exists without a declaration and is meant by another word for it.
pub fn usual_name(keyword: &str, word: &str) -> Option<&'static str> {
    match (keyword, word) {
        (
            "event",
            "receipt" | "reception" | "submitted" | "submission" | "opened" | "reported" | "created"
            | "raised",
        ) => Some("received"),
        ("event", "acknowledgement" | "confirmed" | "confirmation") => Some("acknowledged"),
        ("event", "answered" | "answer" | "response" | "first-response" | "first-reply") => Some("responded"),
        ("event", "update" | "informed") => Some("updated"),
        ("event", "reply") => Some("replied"),
        ("event", "resolution" | "solved" | "solution" | "fixed" | "repaired") => Some("resolved"),
        ("event", "closure" | "completed" | "finished") => Some("closed"),
        ("party", "we" | "supplier" | "provider" | "vendor") => Some("us"),
        ("party", "customers" | "client" | "clients" | "you" | "user" | "users") => Some("customer"),
        ("calendar", "anytime" | "continuous" | "permanent") => Some(ALWAYS),
        _ => None,
    }
}

/// The names of a kind that exist without a declaration.
pub fn built_in(keyword: &str) -> &'static [&'static str] {
    match keyword {
        "event" => &EVENTS,
        "party" => &PARTIES,
        "calendar" => &[ALWAYS],
        _ => &[],
    }
}
