//! The notice to customers that a policy ends altogether.
//!
//! In: the policy as it was, the notice that it promised, and one of its languages. Out: a document of the neutral model that
//! says from when it no longer holds, and what ends with it. Only what everybody may read is in it.

use super::super::model::{Block, CellRole, Document, Fact, Inline, Row, Section, Table, TableStyle};
use super::super::words::{Arg, Wording, Words, capitalised};
use super::row::cell;
use super::{FALLBACK, Page, UNLINKED, page};
use crate::compare::Gate;
use crate::hir::{Audience, Clause, Program};

/// The notice in a language of the policy, by its place in the header; none where there are no words for it.
pub fn ends(program: &Program, gate: &Gate, language: usize) -> Option<Document> {
    let said = program.policy.languages.get(language);
    let tag = said.map_or(FALLBACK, |said| said.tag.as_str());
    let words =
        Words::load(tag, said.is_some_and(|said| said.informal)).or_else(|| Words::load(FALLBACK, false))?;
    let wording = Wording::new(words, program, tag, &UNLINKED);
    let policy = &program.policy;
    let name = wording.title_of(&policy.clause);
    let title = words.say("notice-ends-title", &[("policy", Arg::from(name.clone()))]);
    let publisher =
        policy.publisher.as_ref().map_or_else(|| name.clone(), |text| wording.text(text).to_owned());
    // A notice that was promised is waited for, even where the text is gone already.
    let day = gate.effective.max(gate.notice().and_then(|notice| notice.earliest));
    let lead = match day {
        Some(date) => words.say("notice-ends-from", &[("date", words.date(date).into())]),
        None => words.word("notice-ends"),
    };
    let facts = gate
        .announced
        .map(|date| Fact { name: words.word("notice-announced"), value: vec![words.marked_date(date)] });
    let mut section = Section::new("notice-worse", words.word("notice-ending"));
    let head = |key: &str| vec![Inline::text(words.word(key))];
    let row = |clause: &Clause| {
        let title = capitalised(&wording.title_of(clause));
        Row::new(vec![
            cell(CellRole::Header, vec![Inline::text(title)]),
            cell(CellRole::Data, vec![Inline::text(words.word("notice-gone"))]),
        ])
    };
    let table = Table {
        anchor: None,
        caption: Vec::new(),
        style: TableStyle::Plain,
        columns: vec![head("notice-what"), head("notice-after")],
        rows: promised(program).into_iter().map(row).collect(),
    };
    let sections = if table.rows.is_empty() {
        Vec::new()
    } else {
        section.blocks.push(Block::Table(table));
        vec![section]
    };
    let facts = facts.into_iter().collect();
    Some(page(&words, tag, Page { title, publisher, lead, facts, sections }))
}

/// What customers had by the policy, in the order in which people ask for it.
fn promised(program: &Program) -> Vec<&Clause> {
    let mut all: Vec<&Clause> = Vec::new();
    all.extend(program.plans.values().map(|of| &of.clause));
    all.extend(program.channels.values().map(|of| &of.clause));
    all.extend(program.commitments.values().map(|of| &of.clause));
    all.extend(program.availabilities.values().map(|of| &of.clause));
    all.extend(program.entitlements.values().map(|of| &of.clause));
    all.extend(program.escalations.values().map(|of| &of.clause));
    all.extend(program.offers.values().map(|of| &of.clause));
    all.retain(|clause| clause.audience == Audience::Everybody);
    all
}
