//! Every published text of a program, with what it is and whose it is.
//!
//! In: a resolved program. Out: a call for each text, in a fixed order and once, however many names lead to it. Tests and
//! proofs are not published, and comments are no texts.

use crate::hir::{Audience, Clause, Duty, DutyItem, Note, Program, RuleSet, Section, SectionItem};
use crate::source::Span;
use crate::value::Text;
use rustc_hash::{FxBuildHasher, FxHashSet};

/// What a text is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The title of something.
    Title,
    /// What something is.
    Means,
    /// A note.
    Note,
    /// A reason.
    Because,
    /// Free text.
    Free,
    /// What we or others do.
    Duty,
    /// The answer to a question.
    Answer,
    /// What is sent to the customer.
    Sending,
    /// Why a calendar is closed or open, from when on something differs, and the like.
    Aside,
    /// Who publishes the policy, or its version.
    Header,
    /// Where somebody or something can be found.
    Address,
}

/// Whose words a text is.
#[derive(Clone, Copy, Debug)]
pub struct Place<'a> {
    /// What it is for.
    pub role: Role,
    /// The keyword of the declaration that it stands in, directly or through one of its statements.
    pub keyword: &'static str,
    /// The clause of that declaration.
    pub owner: &'a Clause,
    /// The clause that it belongs to: the declaration or one of its statements.
    pub clause: &'a Clause,
    /// The duty whose text it is.
    pub duty: Option<&'a Duty>,
    /// For whom it is.
    pub audience: &'a Audience,
}

/// Gives every text of a program.
pub fn walk<'a>(program: &'a Program, with: &mut dyn FnMut(&'a Text, Place<'a>)) {
    // A policy of two pages has some fifty texts.
    let mut walk = Walk { with, seen: FxHashSet::with_capacity_and_hasher(128, FxBuildHasher) };
    walk.own("policy", &program.policy.clause);
    let header = [&program.policy.version, &program.policy.publisher];
    for text in header.into_iter().flatten() {
        walk.say(text, Role::Header, "policy", &program.policy.clause, &program.policy.clause);
    }
    walk.services(program);
    walk.promises(program);
    walk.processes(program);
    walk.people(program);
    for fact in program.facts.values() {
        walk.own("fact", &fact.clause);
        for value in fact.values() {
            walk.own(value.clause.keyword, &value.clause);
        }
    }
    for section in &program.layout {
        walk.section(section);
    }
}

struct Walk<'w, 'a> {
    with: &'w mut dyn FnMut(&'a Text, Place<'a>),
    seen: FxHashSet<Span>,
}

impl<'a> Walk<'_, 'a> {
    fn say(
        &mut self,
        text: &'a Text,
        role: Role,
        keyword: &'static str,
        owner: &'a Clause,
        clause: &'a Clause,
    ) {
        self.place(text, Place { role, keyword, owner, clause, duty: None, audience: &clause.audience });
    }

    fn place(&mut self, text: &'a Text, place: Place<'a>) {
        if self.seen.insert(text.original.span) {
            (self.with)(text, place);
        }
    }

    /// The texts of a declaration.
    fn own(&mut self, keyword: &'static str, clause: &'a Clause) {
        self.clause(keyword, clause, clause);
    }

    /// The texts of a statement of a declaration, or of the declaration itself.
    fn clause(&mut self, keyword: &'static str, owner: &'a Clause, clause: &'a Clause) {
        if let Some(title) = &clause.title {
            self.say(title, Role::Title, keyword, owner, clause);
        }
        for text in &clause.means {
            self.say(text, Role::Means, keyword, owner, clause);
        }
        self.notes(&clause.notes, Role::Note, keyword, owner, clause);
        for text in &clause.because {
            self.say(text, Role::Because, keyword, owner, clause);
        }
        self.notes(&clause.prose, Role::Free, keyword, owner, clause);
    }

    fn notes(
        &mut self,
        notes: &'a [Note],
        role: Role,
        keyword: &'static str,
        owner: &'a Clause,
        clause: &'a Clause,
    ) {
        for note in notes {
            let audience = &note.audience;
            self.place(&note.text, Place { role, keyword, owner, clause, duty: None, audience });
        }
    }

    fn rules<V>(&mut self, keyword: &'static str, owner: &'a Clause, rules: &'a RuleSet<V>) {
        for rule in &rules.rules {
            self.clause(keyword, owner, &rule.clause);
        }
    }

    fn section(&mut self, section: &'a Section) {
        let owner = &section.clause;
        self.own("section", owner);
        for item in &section.items {
            match item {
                SectionItem::Section(inner) => self.section(inner),
                SectionItem::Duty(duty) => self.duty(owner, duty),
                SectionItem::Prose(audience, text) => self.place(
                    text,
                    Place {
                        role: Role::Free,
                        keyword: "section",
                        owner,
                        clause: owner,
                        duty: None,
                        audience,
                    },
                ),
                SectionItem::Note(audience, text) => self.place(
                    text,
                    Place {
                        role: Role::Note,
                        keyword: "section",
                        owner,
                        clause: owner,
                        duty: None,
                        audience,
                    },
                ),
                SectionItem::Declaration(_) => {}
            }
        }
    }

    fn duty(&mut self, owner: &'a Clause, duty: &'a Duty) {
        let clause = &duty.clause;
        let audience = &clause.audience;
        let place = Place { role: Role::Duty, keyword: "section", owner, clause, duty: Some(duty), audience };
        self.place(&duty.text, place);
        if let Some(text) = &duty.except {
            self.say(text, Role::Aside, "section", owner, clause);
        }
        self.clause("section", owner, clause);
        self.items(owner, &duty.items);
    }

    fn items(&mut self, owner: &'a Clause, items: &'a [DutyItem]) {
        // How deep lists may be is limited where they are read.
        for item in items {
            self.clause("section", owner, &item.clause);
            self.items(owner, &item.items);
        }
    }

    fn services(&mut self, program: &'a Program) {
        for calendar in program.calendars.values() {
            self.own("calendar", &calendar.clause);
            for line in &calendar.lines {
                self.clause("calendar", &calendar.clause, &line.clause);
                if let Some(text) = &line.occasion {
                    self.say(text, Role::Aside, "calendar", &calendar.clause, &line.clause);
                }
            }
        }
        for plan in program.plans.values() {
            self.own("plan", &plan.clause);
            self.rules("plan", &plan.clause, &plan.price);
            plan.runs.iter().for_each(|runs| self.clause("plan", &plan.clause, &runs.clause));
        }
        for entitlement in program.entitlements.values() {
            self.own("entitlement", &entitlement.clause);
            self.rules("entitlement", &entitlement.clause, &entitlement.rules);
        }
        for channel in program.channels.values() {
            let owner = &channel.clause;
            self.own("channel", owner);
            channel.hours.lines.iter().for_each(|line| self.clause("channel", owner, &line.clause));
            for (text, _) in &channel.addresses {
                self.say(text, Role::Address, "channel", owner, owner);
            }
        }
        if let Some(scope) = &program.scope {
            self.own("scope", &scope.clause);
            scope.covers.iter().for_each(|line| self.clause("scope", &scope.clause, &line.clause));
            scope.excludes.iter().for_each(|line| self.clause("scope", &scope.clause, &line.clause));
        }
        for offer in program.offers.values() {
            self.own("offer", &offer.clause);
            offer.rates.iter().for_each(|rate| self.clause("offer", &offer.clause, &rate.clause));
        }
        for product in program.products.values() {
            self.own("product", &product.clause);
            let owner = &product.clause;
            product.releases.iter().for_each(|release| self.clause("product", owner, &release.clause));
            product.ends.iter().for_each(|end| self.clause("product", owner, &end.clause));
            self.rules("product", owner, &product.notices);
        }
        for price in program.prices.values() {
            self.own("price", &price.clause);
            self.rules("price", &price.clause, &price.rules);
        }
    }

    fn promises(&mut self, program: &'a Program) {
        for commitment in program.commitments.values() {
            let owner = &commitment.clause;
            self.own("commitment", owner);
            self.rules("commitment", owner, &commitment.rules);
            commitment.met.iter().for_each(|met| self.clause("commitment", owner, &met.clause));
            commitment.credits.iter().for_each(|credit| self.clause("commitment", owner, &credit.clause));
        }
        for table in program.tables.values() {
            self.own("table", &table.clause);
        }
        for escalation in program.escalations.values() {
            let owner = &escalation.clause;
            self.own("escalation", owner);
            escalation.rungs.iter().for_each(|rung| self.clause("escalation", owner, &rung.clause));
            escalation.raised.iter().for_each(|(_, _, clause)| self.clause("escalation", owner, clause));
        }
        for maintenance in program.maintenances.values() {
            let owner = &maintenance.clause;
            self.own("maintenance", owner);
            maintenance.lines.iter().for_each(|line| self.clause("maintenance", owner, &line.clause));
            maintenance.outside.iter().for_each(|kept| self.clause("maintenance", owner, &kept.clause));
            self.rules("maintenance", owner, &maintenance.notices);
        }
        for availability in program.availabilities.values() {
            self.own("availability", &availability.clause);
            self.rules("availability", &availability.clause, &availability.shares);
        }
        if let Some(changes) = &program.changes {
            self.own("changes", &changes.clause);
            self.rules("changes", &changes.clause, &changes.notices);
        }
    }

    fn processes(&mut self, program: &'a Program) {
        for process in program.processes.values() {
            let owner = &process.clause;
            self.own("process", owner);
            process.states.iter().for_each(|state| self.clause("process", owner, &state.clause));
            process.checks.iter().for_each(|check| self.clause("process", owner, &check.clause));
            process.transitions.iter().for_each(|step| self.clause("process", owner, &step.clause));
            for sending in &process.sendings {
                self.say(&sending.text, Role::Sending, "process", owner, &sending.clause);
                self.clause("process", owner, &sending.clause);
            }
        }
        if let Some(queue) = &program.queue {
            self.own("queue", &queue.clause);
            self.rules("queue", &queue.clause, &queue.orders);
            for text in queue.orders.rules.iter().filter_map(|rule| rule.value.except.as_ref()) {
                self.say(text, Role::Aside, "queue", &queue.clause, &queue.clause);
            }
        }
        program.events.values().for_each(|event| self.own("event", &event.clause));
    }

    fn people(&mut self, program: &'a Program) {
        for role in program.roles.values() {
            self.own("role", &role.clause);
            for text in &role.addresses {
                self.say(text, Role::Address, "role", &role.clause, &role.clause);
            }
        }
        for party in program.parties.values() {
            self.own("party", &party.clause);
            for text in &party.addresses {
                self.say(text, Role::Address, "party", &party.clause, &party.clause);
            }
        }
        for document in program.documents.values() {
            self.own("document", &document.clause);
            for text in &document.addresses {
                self.say(text, Role::Address, "document", &document.clause, &document.clause);
            }
        }
        program.definitions.values().for_each(|definition| self.own("definition", definition));
        for question in program.questions.values() {
            self.own("question", &question.clause);
            let (owner, answers) = (&question.clause, &question.answers);
            self.notes(answers, Role::Answer, "question", owner, owner);
        }
        for catalogue in program.catalogues.values() {
            self.own("catalogue", &catalogue.clause);
            let owner = &catalogue.clause;
            catalogue.groups.iter().for_each(|group| self.clause("catalogue", owner, &group.clause));
        }
        program.examples.iter().for_each(|example| self.own("example", &example.clause));
    }
}
