//! What is called otherwise in the newer version, and which declarations of the two belong together.
//!
//! In: two programs. Out: for each kind of declaration the names that stand for one another: the same name on both sides, or
//! a new name whose declaration says that it was `formerly` called so.

use crate::hir::{Clause, Program};
use crate::value::{Name, Named};
use std::collections::BTreeMap;

/// What was renamed, by keyword (or fact, for values) and name.
#[derive(Clone, Debug, Default)]
pub struct Names {
    /// The old names by the new ones.
    old: BTreeMap<(String, Name), Name>,
    /// The new names by the old ones.
    new: BTreeMap<(String, Name), Name>,
}

/// Declarations of one kind, matched.
pub struct Pairs<'a, T> {
    /// In both versions, older first, in the order of the newer one.
    pub both: Vec<(&'a T, &'a T)>,
    /// In the older version only.
    pub gone: Vec<&'a T>,
    /// In the newer version only.
    pub fresh: Vec<&'a T>,
}

impl Names {
    /// What was renamed between two programs.
    pub fn between(old: &Program, new: &Program) -> Self {
        let mut names = Self::default();
        let (before, after) = (clauses(old), clauses(new));
        for (keyword, clauses) in &after {
            let known = before.get(keyword).map_or(&[][..], Vec::as_slice);
            names.follow(keyword, known, clauses);
        }
        for (name, fact) in &new.facts {
            let was = names.old_of("fact", name);
            let Some(before) = old.facts.get(&was) else { continue };
            let known: Vec<&Clause> = before.values().iter().map(|value| &value.clause).collect();
            let clauses: Vec<&Clause> = fact.values().iter().map(|value| &value.clause).collect();
            names.follow(name.as_str(), &known, &clauses);
        }
        names
    }

    /// Notes the names that clauses say they had, where those are gone on the other side. A version can be compared with an
    /// older one as well, so that both are asked.
    fn follow(&mut self, keyword: &str, before: &[&Clause], after: &[&Clause]) {
        let there = |clauses: &[&Clause], name: &Name| clauses.iter().any(|clause| clause.name == *name);
        let alone = |clause: &Clause, own: &[&Clause], others: &[&Clause]| {
            // Few say that they had another name, and only of these the others are looked through.
            if clause.formerly.is_empty() {
                return None;
            }
            let lost = |name: &&Name| there(others, name) && !there(own, name);
            let known = there(others, &clause.name);
            clause.formerly.iter().find(lost).filter(|_| !known).cloned()
        };
        for clause in after {
            if let Some(was) = alone(clause, after, before) {
                self.note(keyword, was, clause.name.clone());
            }
        }
        for clause in before {
            if let Some(is) = alone(clause, before, after) {
                self.note(keyword, clause.name.clone(), is);
            }
        }
    }

    fn note(&mut self, keyword: &str, was: Name, is: Name) {
        let (old, new) = ((keyword.to_owned(), is.clone()), (keyword.to_owned(), was.clone()));
        if !self.old.contains_key(&old) && !self.new.contains_key(&new) {
            self.old.insert(old, was);
            self.new.insert(new, is);
        }
    }

    /// What is now called so was called.
    pub fn old_of(&self, keyword: &str, new: &Name) -> Name {
        self.old.get(&(keyword.to_owned(), new.clone())).unwrap_or(new).clone()
    }

    /// What was called so is now called.
    pub fn new_of(&self, keyword: &str, old: &Name) -> Name {
        self.new.get(&(keyword.to_owned(), old.clone())).unwrap_or(old).clone()
    }

    /// Names of the older version as they are now.
    pub fn now(&self, keyword: &str, old: &[Name]) -> Vec<Name> {
        old.iter().map(|name| self.new_of(keyword, name)).collect()
    }

    /// What an event is called now: events may be declared, be states, or be built in.
    pub fn event(&self, old: &Name) -> Name {
        let declared = self.new_of("event", old);
        if declared == *old { self.new_of("state", old) } else { declared }
    }

    /// What somebody is called now: a role or a party.
    pub fn person(&self, old: &Name) -> Name {
        let role = self.new_of("role", old);
        if role == *old { self.new_of("party", old) } else { role }
    }

    /// Declarations of one kind, matched by their names.
    pub fn pairs<'a, T>(&self, keyword: &str, old: &'a Named<T>, new: &'a Named<T>) -> Pairs<'a, T> {
        let mut pairs = Pairs { both: Vec::new(), gone: Vec::new(), fresh: Vec::new() };
        for (name, after) in new {
            match old.get(&self.old_of(keyword, name)) {
                Some(before) => pairs.both.push((before, after)),
                None => pairs.fresh.push(after),
            }
        }
        let gone = old.iter().filter(|(name, _)| !new.contains_key(&self.new_of(keyword, name)));
        pairs.gone.extend(gone.map(|(_, before)| before));
        pairs
    }
}

/// All declarations and named statements by what they are.
fn clauses(program: &Program) -> BTreeMap<&'static str, Vec<&Clause>> {
    let mut all: BTreeMap<&'static str, Vec<&Clause>> = BTreeMap::new();
    let mut add = |keyword: &'static str, clause| all.entry(keyword).or_default().push(clause);
    program.facts.values().for_each(|of| add("fact", &of.clause));
    program.calendars.values().for_each(|of| add("calendar", &of.clause));
    program.plans.values().for_each(|of| add("plan", &of.clause));
    program.entitlements.values().for_each(|of| add("entitlement", &of.clause));
    program.channels.values().for_each(|of| add("channel", &of.clause));
    program.offers.values().for_each(|of| add("offer", &of.clause));
    program.commitments.values().for_each(|of| add("commitment", &of.clause));
    program.tables.values().for_each(|of| add("table", &of.clause));
    program.escalations.values().for_each(|of| add("escalation", &of.clause));
    program.processes.values().for_each(|of| add("process", &of.clause));
    for process in program.processes.values() {
        process.states.iter().for_each(|of| add("state", &of.clause));
        process.checks.iter().for_each(|of| add("check", &of.clause));
    }
    program.prices.values().for_each(|of| add("price", &of.clause));
    program.products.values().for_each(|of| add("product", &of.clause));
    program.maintenances.values().for_each(|of| add("maintenance", &of.clause));
    program.availabilities.values().for_each(|of| add("availability", &of.clause));
    program.events.values().for_each(|of| add("event", &of.clause));
    program.roles.values().for_each(|of| add("role", &of.clause));
    program.parties.values().for_each(|of| add("party", &of.clause));
    program.documents.values().for_each(|of| add("document", &of.clause));
    program.definitions.values().for_each(|of| add("definition", of));
    program.questions.values().for_each(|of| add("question", &of.clause));
    program.catalogues.values().for_each(|of| add("catalogue", &of.clause));
    program.layout.iter().for_each(|of| add("section", &of.clause));
    if let Some(scope) = &program.scope {
        scope.covers.iter().for_each(|line| add("covers", &line.clause));
        scope.excludes.iter().for_each(|line| add("exclusion", &line.clause));
    }
    all
}

/// Whether two names are those of the policies of one document: the same, or the one the newer version had.
pub fn one_policy(old: &Clause, new: &Clause) -> bool {
    old.name == new.name || new.formerly.contains(&old.name) || old.formerly.contains(&new.name)
}
