//! The notice to customers: what changes, for whom, and from when.
//!
//! In: a comparison of two versions, and a language of the newer one. Out: a document of the neutral model, for the same
//! printers as the policy itself. Only what everybody may read is in it, and only what somebody gains or loses.

use super::build::typography;
use super::model::{
    Block, Cell, CellRole, Direction as Reading, Document, Fact, Inline, Metadata, Organization, Paragraph,
    Publisher, Row, Section, Table, TableStyle, TitleBlock,
};
use super::words::{Arg, Wording, Words, capitalised};
use crate::compare::{Change, Comparison, Direction, Gate, LEAST, STEPS, Said, Witness};
use crate::hir::{Audience, Program, Ref, Standard};
use crate::value::Name;

mod ends;
mod moved;
mod said;
mod sides;

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

    fn row(&self, change: &Change) -> Row {
        self.telling(change).row()
    }

    fn telling(&self, change: &Change) -> Telling {
        let (before, after) = self.sides(change);
        let aspect = self.aspect(change);
        let after = if before == after { self.at_other_hours(change).unwrap_or(after) } else { after };
        let example = self.example(change);
        Telling { what: self.subject(change), aspect, who: self.who(change), before, after, example }
    }

    fn aspect(&self, change: &Change) -> Option<String> {
        aspect_of(change).map(|aspect| self.words.say("notice-aspect", &[("aspect", Arg::from(aspect))]))
    }

    /// What something is called.
    fn subject(&self, change: &Change) -> String {
        let (keyword, name) = (change.subject.keyword, &change.subject.name);
        let known = |wording: &Wording<'_>| wording.clause(keyword, name).is_some();
        // What its readers may not read any more is called as it was.
        let newer = known(&self.new) && (change.shows_new() || !known(&self.old));
        let wording = if newer { &self.new } else { &self.old };
        let words = match keyword {
            "policy" => self.new.title_of(&self.program().policy.clause),
            "scope" => self.words.word("section-scope"),
            "changes" => self.new.standard_section(Standard::Changes),
            "fact" if change.value().is_some() => {
                let value = Name::new(change.subject.part.as_str(), name.span);
                self.cases.value(name, &value)
            }
            "fact" => self.cases.fact(name),
            "duty" => {
                let (before, after) = change.published();
                let words = |said: Option<&Said>, wording: &Wording<'_>| match said? {
                    Said::Text(text) => Some(wording.text(text).to_owned()),
                    Said::Duty(duty) => Some(wording.text(&duty.text).to_owned()),
                    _ => None,
                };
                let said = words(after, &self.new).or_else(|| words(before, &self.old));
                said.unwrap_or_else(|| self.title_of_duty(change))
            }
            _ => wording.plain_title(keyword, name),
        };
        let words = capitalised(&words);
        match self.part(change) {
            Some(part) => format!("{words}, {part}"),
            None => words,
        }
    }

    /// What of a product changes, where its dates alone do not say so: the release, and the phase.
    fn part(&self, change: &Change) -> Option<String> {
        let part = change.subject.part.as_str();
        let phase = |name: &str| {
            let [fact, value] = ["phase", name].map(|name| Name::new(name, change.subject.name.span));
            self.cases.value(&fact, &value)
        };
        match change.kind.id.split_once('-')?.0 {
            "phase" => {
                let (release, of) = part.rsplit_once(' ')?;
                Some(format!("{release}, {}", phase(of)))
            }
            "life" => Some(phase(part)),
            _ => None,
        }
    }

    /// The words of a duty that only changed in strength or time.
    fn title_of_duty(&self, change: &Change) -> String {
        let (side, wording, span) = if change.shows_new() {
            (&self.comparison.common.new, &self.new, change.new)
        } else {
            (&self.comparison.common.old, &self.old, change.old)
        };
        let duties = side.program().duties();
        let found = duties.into_iter().find(|duty| Some(duty.clause.span) == span);
        let unknown = || {
            if change.is_open() { change.subject.title.clone() } else { self.words.word("notice-changed") }
        };
        found.map_or_else(unknown, |duty| wording.text(&duty.text).to_owned())
    }

    fn who(&self, change: &Change) -> String {
        let everybody = || self.words.word("notice-everybody");
        if change.value().is_some() {
            return everybody();
        }
        let common = &self.comparison.common;
        let both = change.cases.is_subset_of(common.shared());
        let wording = if both { &self.cases } else { &self.lost };
        // Beside a clause that may not be read the cases can be told apart by what is as secret.
        let hidden = common.facts.values().filter(|fact| !fact.is_for_everybody());
        let dims = hidden.filter_map(|fact| common.space.dim(fact.clause.name.as_str()));
        let cases = dims.fold(change.cases.clone(), |cases, dim| cases.forget(dim));
        wording.label_of_cases(&cases).map_or_else(everybody, |label| label.text())
    }

    /// Requests that show it: one for each way that it goes.
    fn example(&self, change: &Change) -> Option<String> {
        // A time would tell what is not for its readers.
        let open = change.is_open().then_some(&change.witnesses);
        let examples = open.into_iter().flatten().filter_map(|witness| self.shown(change, witness));
        let examples: Vec<String> = self.beside(change).into_iter().chain(examples).collect();
        (!examples.is_empty()).then(|| examples.join(" "))
    }

    /// One request that shows it.
    fn shown(&self, change: &Change, witness: &Witness) -> Option<String> {
        let clock = &self.comparison.common.new.context.clock;
        let at = |at| Arg::from(self.words.short_instant(clock.local(at)));
        if change.is_at_some_hours() {
            return Some(self.words.say("notice-first", &[("received", at(witness.received?))]));
        }
        let key = if change.lengths.is_some() { "notice-length" } else { "notice-example" };
        let args = [
            ("received", at(witness.received?)),
            ("before", at(witness.before?)),
            ("after", at(witness.after?)),
        ];
        Some(self.words.say(key, &args))
    }
}

/// What a row says.
struct Telling {
    what: String,
    aspect: Option<String>,
    who: String,
    before: String,
    after: String,
    example: Option<String>,
}

impl Telling {
    fn row(self) -> Row {
        let text = |words: String| vec![Inline::text(words)];
        let mut what = cell(CellRole::Header, text(self.what));
        what.small = self.aspect.map(text).unwrap_or_default();
        let mut then = cell(CellRole::Data, text(self.after));
        then.small = self.example.map(text).unwrap_or_default();
        let [who, before] = [self.who, self.before].map(|words| cell(CellRole::Data, text(words)));
        Row::new(vec![what, who, before, then])
    }
}

fn cell(role: CellRole, content: Vec<Inline>) -> Cell {
    Cell { role, anchor: None, columns: 1, rows: 1, content, small: Vec::new() }
}

/// What of a thing changes: of what is charged for time, what is shown of it.
fn aspect_of(change: &Change) -> Option<&'static str> {
    let id = change.kind.id;
    if change.is_at_some_hours() {
        return Some("rate-at-hours");
    }
    if !id.starts_with("rate-") && !id.starts_with("minimum-") {
        return aspect(id);
    }
    Some(match change.subject.part.as_str() {
        part if part.ends_with(STEPS) => "steps",
        part if part.ends_with(LEAST) => "minimum",
        _ => "rate",
    })
}

/// What of a thing changes, where its title alone does not say so.
fn aspect(kind: &str) -> Option<&'static str> {
    let of = |prefix: &str| kind.starts_with(prefix);
    Some(match kind {
        _ if of("instead-") => "instead",
        _ if of("address-") => "address",
        _ if of("prerequisite-") || of("alternative-") => "others",
        _ if of("channel-staffed") || of("channel-unstaffed") => "staff",
        _ if of("hours-")
            || of("maintenance-longer")
            || of("maintenance-shorter")
            || of("maintenance-moved") =>
        {
            "hours"
        }
        _ if of("cut-off-") => "cut-off",
        _ if of("clock-") => "clock",
        _ if of("pause-") => "pause",
        _ if of("restart-") => "restart",
        _ if of("met-") => "met",
        _ if of("credit-") => "credit",
        _ if of("claim-") => "claim",
        _ if of("lapse-") => "lapse",
        _ if of("step-") => "step",
        _ if of("answer-s") || of("answer-f") || of("answer-r") => "answer",
        _ if of("route-") => "route",
        _ if of("proposal-") => "proposal",
        _ if of("term-") => "term",
        _ if of("renewal-") => "renewal",
        _ if of("ending-") => "ending",
        _ if of("state-") || of("check-") || of("transition-") || of("timer-") || of("window-") => "process",
        _ if of("message-") => "message",
        _ if of("phase-notice-channel-") || of("maintenance-notice-channel-") => "announcement",
        _ if of("phase-notice-") => "ahead",
        _ if of("release") || of("phase-") || of("life-") => "release",
        _ if of("maintenance-notice-") => "ahead",
        _ if of("exemption-") => "exemption",
        _ if of("notice-") => "notice",
        _ if of("review-") => "review",
        _ if of("version-") || of("open-requests-") => "open",
        _ if of("audience-") => "audience",
        _ if of("language-") => "language",
        _ if of("precedence-") => "precedence",
        _ if of("obligation-") => "obligation",
        _ if of("permission-") => "permission",
        _ if of("duty-") => "duty",
        _ if of("right-") => "right",
        _ => return None,
    })
}
