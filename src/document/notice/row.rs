//! A row of the notice: what changes, for whom, what was and what is, and a request that shows it.
//!
//! In: a change. Out: its row. What only some may read is not told by the cases or by an example either.

use super::super::model::{Cell, CellRole, Inline, Row};
use super::super::words::Arg;
use super::Notice;
use crate::compare::{Change, Witness};

/// What a row says.
pub(super) struct Telling {
    pub(super) what: String,
    pub(super) aspect: Option<String>,
    pub(super) who: String,
    pub(super) before: String,
    pub(super) after: String,
    pub(super) example: Option<String>,
}

impl Telling {
    pub(super) fn row(self) -> Row {
        let text = |words: String| vec![Inline::text(words)];
        let mut what = cell(CellRole::Header, text(self.what));
        what.small = self.aspect.map(text).unwrap_or_default();
        let mut then = cell(CellRole::Data, text(self.after));
        then.small = self.example.map(text).unwrap_or_default();
        let [who, before] = [self.who, self.before].map(|words| cell(CellRole::Data, text(words)));
        Row::new(vec![what, who, before, then])
    }
}

pub(super) fn cell(role: CellRole, content: Vec<Inline>) -> Cell {
    Cell { role, anchor: None, columns: 1, rows: 1, content, small: Vec::new() }
}

impl Notice<'_> {
    pub(super) fn row(&self, change: &Change) -> Row {
        self.telling(change).row()
    }

    /// What the row of a change says.
    pub(super) fn telling(&self, change: &Change) -> Telling {
        let (before, after) = self.sides(change);
        let aspect = self.aspect(change);
        let after = if before == after { self.at_other_hours(change).unwrap_or(after) } else { after };
        let example = self.example(change);
        Telling { what: self.subject(change), aspect, who: self.who(change), before, after, example }
    }

    /// For whom it changes.
    pub(super) fn who(&self, change: &Change) -> String {
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
    pub(super) fn shown(&self, change: &Change, witness: &Witness) -> Option<String> {
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
