//! Where everything that can be named stands in the program, and which of it a reader may see.
//!
//! In: a program. Out: the clause for each name, by its kind. Sentences and links are made of these.

use rustc_hash::FxHashMap;
use std::borrow::Cow;

use crate::hir::{Clause, Program, RuleSet, Section, SectionItem};

/// Room for the clauses of most policies.
const USUAL_CLAUSES: usize = 128;

/// Clauses by kind and name; of two with one name the first in the order of the program counts.
#[derive(Debug, Default)]
pub struct Index<'a> {
    clauses: FxHashMap<(&'static str, Cow<'a, str>), &'a Clause>,
    all: Vec<&'a Clause>,
}

impl<'a> Index<'a> {
    /// Everything in a program.
    pub fn new(program: &'a Program) -> Self {
        let mut index = Self::default();
        index.clauses.reserve(USUAL_CLAUSES);
        index.all.reserve(USUAL_CLAUSES);
        index.add(&program.policy.clause);
        for section in &program.layout {
            index.section(section);
        }
        index.facts(program);
        index.services(program);
        index.promises(program);
        index.processes(program);
        index.people(program);
        index
    }

    /// The clause of this kind and name.
    pub fn find(&self, keyword: &'static str, name: &str) -> Option<&'a Clause> {
        self.clauses.get(&(keyword, Cow::Borrowed(name))).copied()
    }

    /// All clauses, in a fixed order.
    pub fn all(&self) -> &[&'a Clause] {
        &self.all
    }

    fn add(&mut self, clause: &'a Clause) {
        self.add_as(clause.keyword, clause.name.as_str(), clause);
    }

    fn add_as(&mut self, keyword: &'static str, name: impl Into<Cow<'a, str>>, clause: &'a Clause) {
        self.clauses.entry((keyword, name.into())).or_insert(clause);
        self.all.push(clause);
    }

    fn rules<V>(&mut self, rules: &'a RuleSet<V>) {
        for rule in &rules.rules {
            self.add_as("rule", rule.path.as_str(), &rule.clause);
        }
    }

    fn section(&mut self, section: &'a Section) {
        self.add_as("section", section.clause.name.as_str(), &section.clause);
        for item in &section.items {
            match item {
                SectionItem::Section(inner) => self.section(inner),
                SectionItem::Duty(duty) => {
                    self.add_as("duty", duty.clause.name.as_str(), &duty.clause);
                    for item in &duty.items {
                        self.add_as("item", item.clause.name.as_str(), &item.clause);
                    }
                }
                SectionItem::Declaration(_) | SectionItem::Prose(..) | SectionItem::Note(..) => {}
            }
        }
    }

    fn facts(&mut self, program: &'a Program) {
        for (name, fact) in &program.facts {
            self.add_as("fact", name.as_str(), &fact.clause);
            for value in fact.values() {
                self.add(&value.clause);
                self.add_as("value", format!("{name}/{}", value.clause.name), &value.clause);
                self.add_as("value", value.clause.name.as_str(), &value.clause);
            }
        }
    }

    fn services(&mut self, program: &'a Program) {
        for (name, calendar) in &program.calendars {
            self.add_as("calendar", name.as_str(), &calendar.clause);
            calendar
                .lines
                .iter()
                .for_each(|line| self.add_as("rule", line.clause.name.as_str(), &line.clause));
        }
        for (name, plan) in &program.plans {
            self.add_as("plan", name.as_str(), &plan.clause);
            self.rules(&plan.price);
            plan.runs.iter().for_each(|runs| self.add(&runs.clause));
        }
        for (name, entitlement) in &program.entitlements {
            self.add_as("entitlement", name.as_str(), &entitlement.clause);
            self.rules(&entitlement.rules);
        }
        for (name, channel) in &program.channels {
            self.add_as("channel", name.as_str(), &channel.clause);
            channel.hours.lines.iter().for_each(|line| self.add(&line.clause));
        }
        if let Some(scope) = &program.scope {
            self.add(&scope.clause);
            scope.covers.iter().for_each(|line| self.add(&line.clause));
            for line in &scope.excludes {
                self.add_as("exclusion", line.clause.name.as_str(), &line.clause);
            }
        }
        for (name, offer) in &program.offers {
            self.add_as("offer", name.as_str(), &offer.clause);
            for rate in &offer.rates {
                self.add_as("rule", format!("{name}/{}", rate.clause.name), &rate.clause);
            }
        }
        for (name, product) in &program.products {
            self.add_as("product", name.as_str(), &product.clause);
            product.releases.iter().for_each(|release| self.add(&release.clause));
            product.ends.iter().for_each(|end| self.add(&end.clause));
            self.rules(&product.notices);
        }
        for (name, price) in &program.prices {
            self.add_as("price", name.as_str(), &price.clause);
            self.rules(&price.rules);
        }
    }

    fn promises(&mut self, program: &'a Program) {
        for (name, commitment) in &program.commitments {
            self.add_as("commitment", name.as_str(), &commitment.clause);
            self.rules(&commitment.rules);
            commitment.met.iter().for_each(|met| self.add(&met.clause));
            commitment.credits.iter().for_each(|credit| self.add(&credit.clause));
        }
        for (name, table) in &program.tables {
            self.add_as("table", name.as_str(), &table.clause);
        }
        program.routing.values().for_each(|rules| self.rules(rules));
        for (name, escalation) in &program.escalations {
            self.add_as("escalation", name.as_str(), &escalation.clause);
            for rung in &escalation.rungs {
                self.add_as("rule", format!("{name}/{}", rung.clause.name), &rung.clause);
            }
            escalation.raised.iter().for_each(|(_, _, clause)| self.add(clause));
        }
        for (name, maintenance) in &program.maintenances {
            self.add_as("maintenance", name.as_str(), &maintenance.clause);
            maintenance.lines.iter().for_each(|line| self.add(&line.clause));
            maintenance.outside.iter().for_each(|kept| self.add(&kept.clause));
            self.rules(&maintenance.notices);
        }
        for (name, availability) in &program.availabilities {
            self.add_as("availability", name.as_str(), &availability.clause);
            self.rules(&availability.shares);
        }
        if let Some(changes) = &program.changes {
            self.add_as("changes", "changes", &changes.clause);
            self.rules(&changes.notices);
        }
    }

    fn processes(&mut self, program: &'a Program) {
        for (name, process) in &program.processes {
            self.add_as("process", name.as_str(), &process.clause);
            for state in &process.states {
                self.add_as("state", state.clause.name.as_str(), &state.clause);
            }
            for check in &process.checks {
                self.add_as("check", check.clause.name.as_str(), &check.clause);
            }
            process.transitions.iter().for_each(|transition| self.add(&transition.clause));
            process.sendings.iter().for_each(|sending| self.add(&sending.clause));
        }
        if let Some(queue) = &program.queue {
            self.add_as("queue", "queue", &queue.clause);
            self.rules(&queue.orders);
        }
        for (name, event) in &program.events {
            self.add_as("event", name.as_str(), &event.clause);
        }
    }

    fn people(&mut self, program: &'a Program) {
        for (name, role) in &program.roles {
            self.add_as("role", name.as_str(), &role.clause);
        }
        for (name, party) in &program.parties {
            self.add_as("party", name.as_str(), &party.clause);
        }
        for (name, document) in &program.documents {
            self.add_as("document", name.as_str(), &document.clause);
        }
        for (name, definition) in &program.definitions {
            self.add_as("definition", name.as_str(), definition);
        }
        for (name, question) in &program.questions {
            self.add_as("question", name.as_str(), &question.clause);
        }
        for (name, catalogue) in &program.catalogues {
            self.add_as("catalogue", name.as_str(), &catalogue.clause);
            for group in &catalogue.groups {
                self.add_as("group", group.clause.name.as_str(), &group.clause);
            }
        }
        program.examples.iter().for_each(|example| self.add(&example.clause));
    }
}
