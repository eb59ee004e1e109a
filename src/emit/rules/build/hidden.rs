//! What the audience does not see, so that nothing refers to it.
//!
//! In: the program and the audience. Out: the kinds and names of all that is for others. Two things of one name and kind
//! (checks of two processes, say) count as seen if one of them is.

use crate::hir::{Clause, Program, Published, Ref, RuleSet, Section, SectionItem, SetLine};
use crate::value::Name;
use rustc_hash::FxHashSet;
use smol_str::SmolStr;

/// Kinds with names.
type Names = FxHashSet<(&'static str, SmolStr)>;

/// What the audience does not see.
pub struct Hidden {
    unseen: Names,
    /// What the audience does see, if there is something that it does not.
    seen: Names,
}

impl Hidden {
    pub fn new(program: &Program, published: &Published) -> Self {
        let mut clauses = Vec::new();
        declarations(program, &mut clauses);
        if let Some(scope) = &program.scope {
            clauses.push(named("scope", &scope.clause));
            lines(&scope.covers, "rule", &mut clauses);
            lines(&scope.excludes, "exclusion", &mut clauses);
        }
        for fact in program.facts.values() {
            clauses.extend(fact.values().iter().map(|value| named("value", &value.clause)));
            clauses.extend(fact.values().iter().map(|value| named(value.clause.keyword, &value.clause)));
        }
        for process in program.processes.values() {
            clauses.extend(process.states.iter().map(|state| named("state", &state.clause)));
            clauses.extend(process.checks.iter().map(|check| named("check", &check.clause)));
        }
        for product in program.products.values() {
            clauses.extend(product.releases.iter().map(|release| named("release", &release.clause)));
        }
        rule_paths(program, &mut clauses);
        for section in &program.layout {
            sections(section, &mut clauses);
        }
        let among = |shown: bool| {
            let those = clauses.iter().filter(|(.., clause)| published.shows(&clause.audience) == shown);
            those.map(|(keyword, name, _)| (*keyword, (*name).clone())).collect()
        };
        let hours = program.calendars.values().filter(|hours| !hours.is_shown(published));
        let hours: Names = hours.map(|hours| ("calendar", hours.clause.name.text.clone())).collect();
        let mut unseen: Names = among(false);
        unseen.extend(hours.iter().cloned());
        // Mostly there is nothing to hide.
        let mut seen = if unseen.is_empty() { Names::default() } else { among(true) };
        seen.retain(|name| !hours.contains(name));
        Self { unseen, seen }
    }

    /// Whether a reference is to something that the audience does not see.
    pub fn reference(&self, reference: &Ref) -> bool {
        self.name(&[reference.keyword], &reference.name)
    }

    /// Whether a name of one of these kinds is that of something that the audience does not see.
    pub fn name(&self, keywords: &[&'static str], name: &Name) -> bool {
        let among =
            |names: &Names| keywords.iter().any(|keyword| names.contains(&(*keyword, name.text.clone())));
        among(&self.unseen) && !among(&self.seen)
    }

    /// Whether a path is that of a rule that the audience does not see.
    pub fn path(&self, path: &str) -> bool {
        let key = ("rule", SmolStr::new(path));
        self.unseen.contains(&key) && !self.seen.contains(&key)
    }
}

type Clauses<'p> = Vec<(&'static str, &'p SmolStr, &'p Clause)>;

fn named<'p>(keyword: &'static str, clause: &'p Clause) -> (&'static str, &'p SmolStr, &'p Clause) {
    (keyword, &clause.name.text, clause)
}

fn declarations<'p>(program: &'p Program, clauses: &mut Clauses<'p>) {
    let all = program.facts.values().map(|x| ("fact", &x.clause));
    let all = all.chain(program.calendars.values().map(|x| ("calendar", &x.clause)));
    let all = all.chain(program.plans.values().map(|x| ("plan", &x.clause)));
    let all = all.chain(program.entitlements.values().map(|x| ("entitlement", &x.clause)));
    let all = all.chain(program.channels.values().map(|x| ("channel", &x.clause)));
    let all = all.chain(program.offers.values().map(|x| ("offer", &x.clause)));
    let all = all.chain(program.commitments.values().map(|x| ("commitment", &x.clause)));
    let all = all.chain(program.tables.values().map(|x| ("table", &x.clause)));
    let all = all.chain(program.escalations.values().map(|x| ("escalation", &x.clause)));
    let all = all.chain(program.processes.values().map(|x| ("process", &x.clause)));
    let all = all.chain(program.queue.iter().map(|x| ("queue", &x.clause)));
    let all = all.chain(program.prices.values().map(|x| ("price", &x.clause)));
    let all = all.chain(program.products.values().map(|x| ("product", &x.clause)));
    let all = all.chain(program.maintenances.values().map(|x| ("maintenance", &x.clause)));
    let all = all.chain(program.availabilities.values().map(|x| ("availability", &x.clause)));
    let all = all.chain(program.changes.iter().map(|x| ("changes", &x.clause)));
    let all = all.chain(program.events.values().map(|x| ("event", &x.clause)));
    let all = all.chain(program.roles.values().map(|x| ("role", &x.clause)));
    let all = all.chain(program.parties.values().map(|x| ("party", &x.clause)));
    let all = all.chain(program.documents.values().map(|x| ("document", &x.clause)));
    let all = all.chain(program.definitions.values().map(|x| ("definition", x)));
    let all = all.chain(program.questions.values().map(|x| ("question", &x.clause)));
    let all = all.chain(program.catalogues.values().map(|x| ("catalogue", &x.clause)));
    let all = all.chain(program.examples.iter().map(|x| ("example", &x.clause)));
    clauses.extend(all.map(|(keyword, clause)| named(keyword, clause)));
}

fn rule_paths<'p>(program: &'p Program, clauses: &mut Clauses<'p>) {
    program.commitments.values().for_each(|x| rules(&x.rules, clauses));
    program.entitlements.values().for_each(|x| rules(&x.rules, clauses));
    program.plans.values().for_each(|x| rules(&x.price, clauses));
    program.prices.values().for_each(|x| rules(&x.rules, clauses));
    program.routing.values().for_each(|x| rules(x, clauses));
    program.products.values().for_each(|x| rules(&x.notices, clauses));
    program.maintenances.values().for_each(|x| rules(&x.notices, clauses));
    program.availabilities.values().for_each(|x| rules(&x.shares, clauses));
    program.changes.iter().for_each(|x| rules(&x.notices, clauses));
    program.channels.values().for_each(|x| lines(&x.hours.lines, "rule", clauses));
}

fn rules<'p, V>(set: &'p RuleSet<V>, clauses: &mut Clauses<'p>) {
    clauses.extend(set.rules.iter().map(|rule| ("rule", &rule.path, &rule.clause)));
}

fn lines<'p, V>(lines: &'p [SetLine<V>], keyword: &'static str, clauses: &mut Clauses<'p>) {
    clauses.extend(lines.iter().map(|line| named(keyword, &line.clause)));
}

fn sections<'p>(section: &'p Section, clauses: &mut Clauses<'p>) {
    clauses.push(named("section", &section.clause));
    for item in &section.items {
        match item {
            SectionItem::Duty(duty) => {
                clauses.push(named("duty", &duty.clause));
                clauses.extend(duty.items.iter().map(|item| named("item", &item.clause)));
            }
            SectionItem::Section(inner) => sections(inner, clauses),
            SectionItem::Declaration(_) | SectionItem::Prose(..) | SectionItem::Note(..) => {}
        }
    }
}
