//! The notice to customers: what changes, for whom, and from when.
//!
//! In: a comparison of two versions, and a language of the newer one. Out: a document of the neutral model, for the same
//! printers as the policy itself. Only what everybody may read is in it, and only what somebody gains or loses. Each change is a
//! row (`row.rs`), and `moved.rs` makes one of those that come from one calendar.

use super::build::typography;
use super::model::{
    Block, Direction as Reading, Document, Fact, Inline, Metadata, Organization, Paragraph, Publisher,
    Section, Table, TableStyle, TitleBlock,
};
use super::words::{Arg, Wording, Words};
use crate::compare::{Change, Comparison, Direction, Gate};
use crate::hir::{Audience, Program, Ref};

mod ends;
mod moved;
mod row;
mod said;
mod sides;
mod subject;

pub use ends::ends;

/// The language whose words stand in where the tool has none of the document's.
const FALLBACK: &str = "en";

/// No document is at hand, so nothing is a link.
fn unlinked(_: &Ref) -> Option<super::model::Target> {
    None
}

const UNLINKED: fn(&Ref) -> Option<super::model::Target> = unlinked;

/// The languages in which a notice can be made, in the order of the policy.
pub fn languages(program: &Program) -> Vec<String> {
    let languages = &program.policy.languages;
    languages.iter().map(|language| language.tag.to_string()).collect()
}

/// The notice in a language of the policy, by its place in the header; none where there are no words for it.
pub fn notice(comparison: &Comparison<'_>, gate: &Gate, language: usize) -> Option<Document> {
    let common = &comparison.common;
    let (old, new) = (common.old.program(), common.new.program());
    let said = new.policy.languages.get(language);
    let tag = said.map_or(FALLBACK, |said| said.tag.as_str());
    let words =
        Words::load(tag, said.is_some_and(|said| said.informal)).or_else(|| Words::load(FALLBACK, false))?;
    // The cases of both versions are told by the facts of both.
    let mut cases = new.clone();
    (cases.facts, cases.space) = (common.facts.clone(), common.space.clone());
    let mut lost = cases.clone();
    lost.space = common.space_of(common.known()).clone();
    let notice = Notice {
        words,
        gate,
        old: Wording::new(words, old, tag, &UNLINKED),
        new: Wording::new(words, new, tag, &UNLINKED),
        cases: Wording::new(words, &cases, tag, &UNLINKED),
        lost: Wording::new(words, &lost, tag, &UNLINKED),
        comparison,
    };
    Some(notice.document(tag))
}

/// What notices differ in.
struct Page {
    title: String,
    publisher: String,
    lead: String,
    facts: Vec<Fact>,
    sections: Vec<Section>,
}

/// A notice as a document, around what it says.
fn page(words: &Words, tag: &str, page: Page) -> Document {
    let Page { title, publisher, lead, facts, sections } = page;
    let mut document = Document {
        language: tag.to_owned(),
        direction: Reading::of(tag),
        window_title: title.clone(),
        description: Some(lead.clone()),
        title: TitleBlock {
            publisher: Publisher { name: publisher.clone(), link: None },
            languages: Vec::new(),
            kicker: Some(words.word("notice-kicker")),
            title,
            lead: vec![Inline::text(lead)],
            facts,
            forms: Vec::new(),
        },
        glance: None,
        sections,
        notes: Vec::new(),
        colophon: vec![Paragraph::small(vec![Inline::text(words.word("notice-colophon"))])],
        metadata: Metadata {
            effective: None,
            organization: Some(Organization { name: publisher, url: None, contact_points: Vec::new() }),
            ..Metadata::default()
        },
        labels: words.labels().clone(),
    };
    typography::set(&mut document, *words);
    document
}

struct Notice<'a> {
    words: Words,
    gate: &'a Gate,
    old: Wording<'a>,
    new: Wording<'a>,
    cases: Wording<'a>,
    /// For cases that only one version has.
    lost: Wording<'a>,
    comparison: &'a Comparison<'a>,
}

impl Notice<'_> {
    fn program(&self) -> &Program {
        self.comparison.common.new.program()
    }

    fn document(&self, tag: &str) -> Document {
        let policy = &self.program().policy;
        let name = self.new.title_of(&policy.clause);
        let title = self.words.say("notice-title", &[("policy", Arg::from(name.clone()))]);
        let publisher =
            policy.publisher.as_ref().map_or_else(|| name.clone(), |text| self.new.text(text).to_owned());
        let sections: Vec<Section> =
            [("worse", Direction::Weaker), ("mixed", Direction::Mixed), ("better", Direction::Stronger)]
                .into_iter()
                .filter_map(|(key, direction)| self.section(key, direction))
                .collect();
        let lead = if sections.is_empty() { self.words.word("notice-nothing-changes") } else { self.lead() };
        page(&self.words, tag, Page { title, publisher, lead, facts: self.facts(), sections })
    }

    fn lead(&self) -> String {
        match self.gate.effective {
            Some(date) => self.words.say("notice-lead-from", &[("date", self.words.date(date).into())]),
            None => self.words.word("notice-lead"),
        }
    }

    fn facts(&self) -> Vec<Fact> {
        let mut facts = Vec::new();
        let version = |program: &Program, wording: &Wording<'_>| {
            program.policy.version.as_ref().map(|version| wording.text(version).to_owned())
        };
        let old = version(self.comparison.common.old.program(), &self.old);
        let new = version(self.program(), &self.new);
        if let (Some(old), Some(new)) = (old, new)
            && old != new
        {
            let value = self.words.say("notice-versions", &[("old", old.into()), ("new", new.into())]);
            facts.push(Fact { name: self.words.word("page-version"), value: vec![Inline::text(value)] });
        }
        if let Some(date) = self.gate.effective {
            let value = vec![self.words.marked_date(date)];
            facts.push(Fact { name: self.words.word("page-effective"), value });
        }
        if let Some(date) = self.gate.announced {
            let value = vec![self.words.marked_date(date)];
            facts.push(Fact { name: self.words.word("notice-announced"), value });
        }
        facts
    }

    fn section(&self, key: &str, direction: Direction) -> Option<Section> {
        let told = |change: &&Change| {
            change.read_as() == direction && change.readers.audience == Audience::Everybody
        };
        let changes: Vec<&Change> = self.comparison.changes.iter().filter(told).collect();
        if changes.is_empty() {
            return None;
        }
        let title = self.words.word(&format!("notice-{key}"));
        let mut section = Section::new(format!("notice-{key}"), title);
        let head = |key: &str| vec![Inline::text(self.words.word(key))];
        let table = Table {
            anchor: None,
            caption: Vec::new(),
            style: TableStyle::Records,
            columns: vec![
                head("notice-what"),
                head("notice-who"),
                head("notice-before"),
                head("notice-after"),
            ],
            rows: self.rows(&changes),
        };
        section.blocks.push(Block::Table(table));
        Some(section)
    }
}
