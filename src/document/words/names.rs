//! What things are called: the titles of declarations, facts, values and people.
//!
//! In: names, and the resolved program that knows their titles. Out: the title in the language of the document, linked
//! where the page has a place for the thing. What has no title is called by its name, with blanks for hyphens.

use super::{Phrase, Words, capitalised};
use crate::document::model::{Inline, Target};
use crate::hir::{Clause, FactKind, Product, Program, Ref, SectionItem, Standard};
use crate::value::{Name, Text, Unit};

/// Where the document links to.
pub trait Links {
    /// The place of a declaration or statement; `None` when the document does not show it.
    fn target(&self, of: &Ref) -> Option<Target>;

    /// A title as it stands within a sentence. Some languages want a small letter there, and whether a word is a name
    /// of its own is for the caller to know; by default a title stays as it is.
    fn title_within(&self, _keyword: &str, title: &str) -> String {
        title.to_owned()
    }
}

impl<F: Fn(&Ref) -> Option<Target>> Links for F {
    fn target(&self, of: &Ref) -> Option<Target> {
        self(of)
    }
}

/// The words of a language together with a program, whose titles they use.
#[derive(Clone, Copy)]
pub struct Wording<'a> {
    /// The fixed words.
    pub words: Words,
    /// The program.
    pub program: &'a Program,
    /// The language of the document, for the author's texts.
    pub language: &'a str,
    links: &'a dyn Links,
}

impl<'a> Wording<'a> {
    /// The wording of a document; `language` is its tag, which can be narrower than that of the words.
    pub fn new(words: Words, program: &'a Program, language: &'a str, links: &'a dyn Links) -> Self {
        Self { words, program, language, links }
    }

    /// An author's one-line text in the language, as it is written.
    pub fn text<'t>(&self, text: &'t Text) -> &'t str {
        &text.in_language(self.language).content
    }

    /// The language that a text is shown in where that is not the language of the document: the first of the policy,
    /// for what nobody has translated.
    pub fn foreign(&self, text: &Text) -> Option<&'a str> {
        let first = self.program.policy.languages.first()?.tag.as_str();
        let is_own = text.everywhere
            || first == self.language
            || text.translations.iter().any(|translation| translation.language == self.language);
        (!is_own).then_some(first)
    }

    /// Words that were made of a text, marked with their language where that is another.
    fn marked(&self, text: Option<&Text>, words: String) -> Phrase {
        match text.and_then(|text| self.foreign(text)) {
            Some(tag) => Inline::in_language(tag, vec![Inline::Text(words)]).into(),
            None => words.into(),
        }
    }

    /// The title of a declaration, with a link.
    pub fn title(&self, keyword: &'static str, name: &Name) -> Phrase {
        let of = Ref { keyword, name: name.clone() };
        let text = self.clause(keyword, name).and_then(|clause| clause.title.as_deref());
        let words = self.links.title_within(keyword, &self.plain_title(keyword, name));
        self.linked(&of, self.marked(text, words))
    }

    /// The same with the article that the language puts before the titles of ordinary things: `the licence fee`. Such a
    /// title begins with a small letter within a sentence; the noun that decides the article is its last word, or the
    /// word before "of".
    pub fn title_with_article(&self, keyword: &'static str, name: &Name) -> Phrase {
        let title = self.title(keyword, name);
        let plain = title.text();
        // The title of an office has an article even with capitals: `the Head of Support`.
        if plain.starts_with(char::is_lowercase) || keyword == "role" && self.is_office(&plain) {
            self.with_article(title, &plain)
        } else {
            title
        }
    }

    /// The title of a way to somebody, with an article where it is a place: `the Ticket portal`, but `e-mail`.
    pub fn title_of_place(&self, keyword: &'static str, name: &Name) -> Phrase {
        let title = self.title(keyword, name);
        let plain = title.text();
        let noun = self.noun(&plain).to_lowercase();
        let places = self.words.word("noun-places");
        if places.split(' ').any(|place| noun.ends_with(place)) {
            self.with_article(title, &plain)
        } else {
            title
        }
    }

    /// Whether a title says what somebody does, or which group it is: `Head of Support`, `Support Team`.
    fn is_office(&self, title: &str) -> bool {
        let (first, last) = (title.split(' ').next().unwrap_or(title), self.noun(title));
        let leads = [first, last].iter().any(|word| self.is_among("noun-roles", word));
        leads || first != last && self.is_among("noun-groups", last)
    }

    fn is_among(&self, words: &str, word: &str) -> bool {
        let word = word.to_lowercase();
        self.words.word(words).split(' ').any(|known| known == word)
    }

    /// The noun of a title: its last word, or the one before "of".
    fn noun<'t>(&self, title: &'t str) -> &'t str {
        let of = format!(" {} ", self.words.word("noun-of"));
        let head = title.split(of.as_str()).next().unwrap_or(title);
        head.rsplit(' ').next().unwrap_or(head)
    }

    fn with_article(&self, title: Phrase, plain: &str) -> Phrase {
        // The author may have written an article, or a word in its place.
        let first = plain.split(' ').next().unwrap_or(plain);
        if self.is_among("noun-articles", first) {
            return title;
        }
        // An office that stands before what it leads is the noun: `het Hoofd Support`.
        let noun = if self.is_among("noun-roles", first) { first } else { self.noun(plain) }.to_lowercase();
        // A compound has the article of its last part: `het onderhoudscontract`.
        let tails = self.words.word("noun-tails");
        let tail = tails.split(' ').filter(|tail| noun.ends_with(*tail)).max_by_key(|tail| tail.len());
        let noun = tail.map_or_else(|| noun.clone(), str::to_owned);
        self.words.phrase("noun-the", &[("noun", noun.into()), ("title", title.into())])
    }

    /// Words that lead to a declaration or statement, or only the words when the document does not show it.
    pub fn linked(&self, of: &Ref, words: impl Into<Phrase>) -> Phrase {
        let words = words.into();
        match self.links.target(of) {
            Some(target) => Inline::Link { target, content: words.into_inlines() }.into(),
            None => words,
        }
    }

    /// The title of a declaration.
    pub fn plain_title(&self, keyword: &'static str, name: &Name) -> String {
        let title = self.clause(keyword, name).and_then(|clause| clause.title.as_ref());
        match (title, keyword) {
            (Some(title), _) => self.text(title).to_owned(),
            (None, "calendar") if name == "always" => self.words.word("calendar-always"),
            (None, "fact") => self.words.known(&format!("fact-{name}")).unwrap_or_else(|| spoken(name)),
            (None, _) => spoken(name),
        }
    }

    /// The title of a clause, or its name with blanks.
    pub fn title_of(&self, clause: &Clause) -> String {
        clause.title.as_ref().map_or_else(|| spoken(&clause.name), |title| self.text(title).to_owned())
    }

    /// The heading of a section that the author did not name. It names nothing that the policy does not have: products of which
    /// no release has an end have no life cycle, without a promise there are no response times, and steps of our own are no
    /// complaints.
    pub fn standard_section(&self, section: Standard) -> String {
        let lasts = |product: &Product| {
            !product.releases.is_empty() || !product.ends.is_empty() || product.supports.is_some()
        };
        let of_phases = self.program.facts.contains_key("phase") || self.program.products.values().any(lasts);
        if section == Standard::LifeCycle && !of_phases {
            return self.words.word("section-products");
        }
        if section == Standard::Response && self.program.commitments.is_empty() {
            return self.words.word("section-response-none");
        }
        if section == Standard::Escalation
            && self.program.escalations.values().all(|one| one.raised.is_empty())
        {
            return self.words.word("section-escalation-own");
        }
        self.words.word(&format!("section-{}", section.name()))
    }

    /// What a fact is called where its title stands for itself: `Severity`.
    pub fn fact(&self, name: &Name) -> String {
        self.fact_as_question(name).unwrap_or_else(|| self.fact_title(name))
    }

    /// The title of a fact, as its author wrote it.
    pub(super) fn fact_title(&self, name: &Name) -> String {
        let title = self.program.facts.get(name).and_then(|fact| fact.clause.title.as_deref());
        title.map_or_else(|| self.plain_title("fact", name), |title| self.text(title).to_owned())
    }

    /// The title of a yes/no fact that is a clause with its verb at the end, which cannot stand for itself in that form:
    /// `ob es eine Umgehung gibt`.
    pub fn fact_as_question(&self, name: &Name) -> Option<String> {
        let fact = self.program.facts.get(name).filter(|fact| matches!(fact.kind, FactKind::YesNo))?;
        if self.words.word("clause-small") != "yes" {
            return None;
        }
        let clause = self.as_clause(self.text(fact.clause.title.as_ref()?), true)?;
        Some(self.words.say("clause-label", &[("clause", clause.into())]))
    }

    /// The name of a fact for a text that has words of its own for some: none of a fact to which the policy gives a
    /// title of its own.
    pub fn name_for_words(&self, fact: &Name) -> String {
        if self.has_other_title(fact) { "other".to_owned() } else { fact.to_string() }
    }

    /// Whether the policy gives a fact a title that is not just the word that the language has for it.
    pub(super) fn has_other_title(&self, fact: &Name) -> bool {
        let title = self.program.facts.get(fact).and_then(|fact| fact.clause.title.as_ref());
        let usual = self.words.known(&format!("fact-{fact}"));
        title.is_some_and(|title| usual.as_deref() != Some(self.text(title)))
    }

    /// Words of the author that open a sentence, as they stand within one.
    pub(super) fn within_sentence(&self, words: &str) -> String {
        self.links.title_within("clause", words)
    }

    /// The title of an event as it stands within a sentence.
    pub(super) fn event_within(&self, title: &str) -> String {
        self.links.title_within("event", title)
    }

    /// What a value of a fact is called: `Critical`.
    pub fn value(&self, fact: &Name, value: &Name) -> String {
        if let Some(title) = self.value_title(fact, value) {
            return self.text(title).to_owned();
        }
        let fixed = match fact.as_str() {
            "term" => self.term(value),
            "change" => self.words.known(&format!("change-{value}")).map(|word| capitalised(&word)),
            "language" => self.words.known(&format!("language-{value}")),
            "region" => self.words.known(&format!("area-{value}")),
            _ => None,
        };
        fixed.unwrap_or_else(|| spoken(value))
    }

    /// What a value of a fact is called within a sentence. A state is quoted there, as its process calls it.
    pub(in crate::document) fn value_within(&self, fact: &Name, value: &Name) -> Phrase {
        if self.program.processes.contains_key(fact) {
            return self.value_as_written(fact, value);
        }
        let fixed = if fact == "change" { self.words.known(&format!("change-{value}")) } else { None };
        let words = || self.links.title_within(fact.as_str(), &self.value(fact, value));
        fixed.map_or_else(|| self.marked(self.value_title(fact, value), words()), Into::into)
    }

    /// The same as it is written.
    pub(super) fn value_as_written(&self, fact: &Name, value: &Name) -> Phrase {
        self.marked(self.value_title(fact, value), self.value(fact, value))
    }

    fn value_title(&self, fact: &Name, value: &Name) -> Option<&'a Text> {
        const FEW: usize = 16;
        let values = self.program.facts.get(fact)?.values();
        let place = if values.len() <= FEW {
            values.iter().position(|known| known.clause.name == *value)?
        } else {
            let space = &self.program.space;
            space.class(space.dim(fact.as_str())?, value.as_str())?
        };
        values.get(place)?.clause.title.as_deref()
    }

    /// What a fact is called, marked with its language where that is another.
    pub(super) fn fact_marked(&self, name: &Name) -> Phrase {
        let title = self.program.facts.get(name).and_then(|fact| fact.clause.title.as_deref());
        self.marked(title, self.fact(name))
    }

    /// Somebody who does something: `we`, `you`, `Support director`.
    pub fn subject(&self, name: &Name) -> Phrase {
        self.person(name, "person-us", "person-customer")
    }

    /// Somebody to whom something is done: `us`, `you`, `Support director`.
    pub fn object(&self, name: &Name) -> Phrase {
        self.person(name, "person-us-object", "person-customer-object")
    }

    /// Whether somebody is us, the customer who is spoken to, or somebody else, for the choice of words.
    pub fn role_of(&self, name: &Name) -> &'static str {
        match name.as_str() {
            "us" => "us",
            "customer" if self.is_addressed() => "customer",
            _ => "other",
        }
    }

    fn person(&self, name: &Name, us: &str, customer: &str) -> Phrase {
        if self.program.roles.contains_key(name) {
            return self.title("role", name);
        }
        match (self.program.parties.get(name), name.as_str()) {
            (None, "us") => self.words.word(us).into(),
            (None, "customer") => self.words.word(customer).into(),
            _ => self.title("party", name),
        }
    }

    /// The length of a term that a table names as it was written: `2 years`.
    fn term(&self, value: &Name) -> Option<String> {
        let (amount, unit) = value.as_str().split_once([' ', '-'])?;
        Some(self.words.elapsed(amount.parse().ok()?, Unit::from_word(unit)?))
    }

    /// The clause of a declaration or of a statement that has a name.
    pub fn clause(&self, keyword: &str, name: &Name) -> Option<&'a Clause> {
        let program = self.program;
        match keyword {
            "calendar" => program.calendars.get(name).map(|found| &found.clause),
            "plan" => program.plans.get(name).map(|found| &found.clause),
            "entitlement" => program.entitlements.get(name).map(|found| &found.clause),
            "channel" => program.channels.get(name).map(|found| &found.clause),
            "offer" => program.offers.get(name).map(|found| &found.clause),
            "commitment" => program.commitments.get(name).map(|found| &found.clause),
            "table" => program.tables.get(name).map(|found| &found.clause),
            "escalation" => program.escalations.get(name).map(|found| &found.clause),
            "process" => program.processes.get(name).map(|found| &found.clause),
            "price" => program.prices.get(name).map(|found| &found.clause),
            "product" => program.products.get(name).map(|found| &found.clause),
            "maintenance" => program.maintenances.get(name).map(|found| &found.clause),
            "availability" => program.availabilities.get(name).map(|found| &found.clause),
            "event" => program.events.get(name).map(|found| &found.clause),
            "role" => program.roles.get(name).map(|found| &found.clause),
            "party" => program.parties.get(name).map(|found| &found.clause),
            "document" => program.documents.get(name).map(|found| &found.clause),
            "definition" => program.definitions.get(name),
            "question" => program.questions.get(name).map(|found| &found.clause),
            "catalogue" => program.catalogues.get(name).map(|found| &found.clause),
            "fact" => program.facts.get(name).map(|found| &found.clause),
            "scope" => program.scope.as_ref().map(|found| &found.clause),
            "queue" => program.queue.as_ref().map(|found| &found.clause),
            "changes" => program.changes.as_ref().map(|found| &found.clause),
            "exclusion" => {
                let lines = program.scope.iter().flat_map(|scope| &scope.excludes);
                lines.map(|line| &line.clause).find(|clause| clause.name == *name)
            }
            "state" => {
                let states = program.processes.values().flat_map(|process| &process.states);
                states.map(|state| &state.clause).find(|clause| clause.name == *name)
            }
            "check" => {
                let checks = program.processes.values().flat_map(|process| &process.checks);
                checks.map(|check| &check.clause).find(|clause| clause.name == *name)
            }
            "section" => items(program).find_map(|item| match item {
                SectionItem::Section(section) => Some(&section.clause).filter(|clause| clause.name == *name),
                SectionItem::Declaration(_)
                | SectionItem::Duty(_)
                | SectionItem::Prose(..)
                | SectionItem::Note(..) => None,
            }),
            "duty" => self.duty(name).map(|duty| &duty.clause),
            "severity" | "priority" | "kind" | "region" | "language" | "phase" => program
                .facts
                .get(keyword)
                .and_then(|fact| fact.values().iter().find(|value| value.clause.name == *name))
                .map(|value| &value.clause),
            _ => None,
        }
    }

    /// The duty of this name.
    pub(super) fn duty(&self, name: &Name) -> Option<&'a crate::hir::Duty> {
        self.program.duties().find(|duty| duty.named && duty.clause.name == *name)
    }
}

/// Everything that sections hold, the sections within them first and then what those hold.
fn items(program: &Program) -> impl Iterator<Item = &SectionItem> {
    let mut open: Vec<&[SectionItem]> =
        program.layout.iter().rev().map(|section| &section.items[..]).collect();
    std::iter::from_fn(move || {
        loop {
            let (first, rest) = match open.pop()? {
                [] => continue,
                [first, rest @ ..] => (first, rest),
            };
            open.push(rest);
            if let SectionItem::Section(section) = first {
                open.push(&section.items);
            }
            return Some(first);
        }
    })
}

/// A name as words.
fn spoken(name: &Name) -> String {
    name.as_str().replace('-', " ")
}
