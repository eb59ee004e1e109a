//! What is declared, by kind and name.
//!
//! In: declarations and named statements, in the order of the files. Out: look-ups by kind and name. A name is unique
//! within its kind; which kinds may stand in a place is known to whoever asks.

use super::mark::Mark;
use crate::hir::Audience;
use crate::value::{Name, Text};
use rustc_hash::FxHashMap;
use smallvec::SmallVec;
use std::sync::OnceLock;

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
    /// Whether some clause names it, as far as clauses are understood.
    pub named: Mark,
    /// Whether one does that is not for us alone.
    pub named_outside: Mark,
}

/// Everything that is declared.
#[derive(Clone, Debug, Default)]
pub struct Symbols<'a> {
    /// In the order of the files.
    all: Vec<Symbol<'a>>,
    /// Where the symbols of each name stand among all, one of each kind.
    places: FxHashMap<&'a str, SmallVec<[usize; 2]>>,
    /// The places of all by the name of their kind, once somebody asks for them so.
    by_kind: OnceLock<Vec<usize>>,
}

impl<'a> Symbols<'a> {
    /// Makes room for so many symbols.
    pub fn reserve(&mut self, count: usize) {
        self.all.reserve(count);
        self.places.reserve(count);
    }

    /// Adds a symbol, or gives the one that has its name already.
    pub fn add(&mut self, symbol: Symbol<'a>) -> Result<(), &Symbol<'a>> {
        let places = self.places.entry(symbol.name.as_str()).or_default();
        if let Some(first) = places.iter().find(|at| self.all[**at].keyword == symbol.keyword) {
            return Err(&self.all[*first]);
        }
        places.push(self.all.len());
        self.all.push(symbol);
        self.by_kind.take();
        Ok(())
    }

    /// The symbol of this kind and name.
    pub fn get(&self, keyword: &str, name: &str) -> Option<&Symbol<'a>> {
        self.called(name).find(|symbol| symbol.keyword == keyword)
    }

    /// The symbol of this name and of the first of these kinds that has one.
    pub fn first_of(&self, kinds: &[&str], name: &str) -> Option<&Symbol<'a>> {
        let called = self.called(name);
        kinds.iter().find_map(|kind| called.clone().find(|symbol| symbol.keyword == *kind))
    }

    /// All symbols of a kind, in the order of the files.
    pub fn of(&self, keyword: &str) -> impl Iterator<Item = &Symbol<'a>> {
        let places = self.by_kind();
        let first = places.partition_point(|at| self.all[*at].keyword < keyword);
        let from_first = places[first..].iter().map(|at| &self.all[*at]);
        from_first.take_while(move |symbol| symbol.keyword == keyword)
    }

    /// All symbols, in the order of the files.
    pub fn declared(&self) -> &[Symbol<'a>] {
        &self.all
    }

    /// All symbols, by kind.
    pub fn all(&self) -> impl Iterator<Item = &Symbol<'a>> {
        self.by_kind().iter().map(|at| &self.all[*at])
    }

    /// The symbols of this name, whatever their kind, by the name of the kind.
    pub fn named(&self, name: &str) -> Vec<&Symbol<'a>> {
        let mut named: Vec<_> = self.called(name).collect();
        named.sort_by_key(|symbol| symbol.keyword);
        named
    }

    /// The values of this name by which rules can depend on the case, with their facts. Of values of the policy's own facts
    /// only the first is known by its name.
    pub fn values(&self, name: &str) -> Vec<(&str, &Symbol<'a>)> {
        let value = |symbol: &Symbol<'a>| match (symbol.keyword, symbol.owner) {
            ("value", Some(fact)) => Some(fact.as_str()),
            (keyword, _) => VALUED.contains(&keyword).then_some(keyword),
        };
        self.named(name).into_iter().filter_map(|symbol| Some((value(symbol)?, symbol))).collect()
    }

    /// Every name of every kind, for suggestions.
    pub fn all_names(&self) -> impl Iterator<Item = &str> {
        self.all().map(|symbol| symbol.name.as_str())
    }

    /// The symbols of this name, in the order of the files.
    fn called(&self, name: &str) -> impl Iterator<Item = &Symbol<'a>> + Clone {
        self.places.get(name).into_iter().flatten().map(|at| &self.all[*at])
    }

    fn by_kind(&self) -> &[usize] {
        self.by_kind.get_or_init(|| {
            let mut places: Vec<usize> = (0..self.all.len()).collect();
            places.sort_by_key(|at| self.all[*at].keyword);
            places
        })
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
        ("price", "free" | "gratis" | "nothing" | "zero") => Some("none"),
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
