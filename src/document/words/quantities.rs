//! Limits and grants: how many of something, for each of what.
//!
//! In: quantities and grants. Out: `up to 10 per year`, `5 for each 500 nodes, at most 15`, or a mark for yes and no.

use super::{Arg, Phrase, Wording, Words};
use crate::document::model::{Answer, Inline};
use crate::hir::Grant;
use crate::value::{Decimal, Measure, Name, Period, Quantity, Unit};

impl Words {
    /// "Yes", with its mark.
    pub fn yes(self) -> Inline {
        Inline::Mark { answer: Answer::Yes, word: self.word("mark-yes") }
    }

    /// "No", with its mark.
    pub fn no(self) -> Inline {
        Inline::Mark { answer: Answer::No, word: self.word("mark-no") }
    }
}

impl Wording<'_> {
    /// What a case grants of an entitlement, for a cell.
    pub fn grant(&self, grant: &Grant) -> Phrase {
        match grant {
            Grant::Yes => self.words.yes().into(),
            Grant::No => self.words.no().into(),
            Grant::Limit { quantity, unused_lapse: false } => self.quantity(quantity),
            Grant::Limit { quantity, unused_lapse: true } => {
                let unit = quantity.unit.map_or("none", Unit::word);
                let args = [
                    ("limit", Arg::from(self.quantity(quantity))),
                    ("unit", unit.into()),
                    super::durations::nominative(),
                ];
                self.words.phrase("limit-unused-lapse", &args)
            }
            Grant::Unfilled => self.words.phrase("not-known-yet", &[]),
        }
    }

    /// A limit: `up to 10 per year`, `12 hours per quarter`, `up to 1 at a time`, `unlimited`, `3`.
    pub fn quantity(&self, quantity: &Quantity) -> Phrase {
        let Some(count) = quantity.count else { return self.words.phrase("unlimited", &[]) };
        let amount = self.so_many(count, quantity.unit);
        let mut args = vec![("amount", Arg::from(amount))];
        let key = match &quantity.per {
            None if quantity.at_a_time => "limit-at-a-time",
            None => "limit",
            Some(measure) => {
                args.push(("per", self.measure(measure).into()));
                match measure.what {
                    Period::Time(_) if quantity.unit.is_none() => "limit-up-to-per",
                    Period::Time(_) | Period::Thing(_) => "limit-per",
                }
            }
        };
        let limit = self.words.phrase(key, &args);
        match quantity.at_most {
            Some(most) => {
                let most = self.words.number(most);
                self.words.phrase("limit-at-most", &[("limit", limit.into()), ("most", most.into())])
            }
            None => limit,
        }
    }

    /// `12 hours`, `3`.
    pub fn so_many(&self, count: Decimal, unit: Option<Unit>) -> String {
        let Some(unit) = unit else { return self.words.number(count) };
        let shown = count.shortest();
        let number =
            if shown.scale == 0 { Arg::Number(shown.units) } else { self.words.number(shown).into() };
        let args = [("count", number), ("unit", unit.word().into()), super::durations::nominative()];
        self.words.say("duration", &args)
    }

    /// `per year`, `per request`, `for each 500 nodes`.
    pub fn measure(&self, measure: &Measure) -> Phrase {
        match &measure.what {
            Period::Time(unit) => self.words.per_period(measure.every, *unit).into(),
            Period::Thing(name) => {
                let thing = self.counted(name, measure.every);
                let args = [("count", Arg::from(measure.every)), ("thing", thing.into())];
                self.words.phrase("per-thing", &args)
            }
        }
    }

    /// A rhythm of invoices and the like: `every month`, `every 500 nodes`.
    pub fn frequency(&self, measure: &Measure) -> Phrase {
        match &measure.what {
            Period::Time(unit) => self.words.every_period(measure.every, *unit).into(),
            Period::Thing(_) => self.measure(measure),
        }
    }

    /// Something that is counted: the title of a fact or of an entitlement as it stands within a sentence, a word that the
    /// language knows, or the name itself.
    fn counted(&self, name: &Name, count: u32) -> String {
        let fact = self.program.facts.get(name).map(|fact| (&fact.clause, self.fact(name)));
        let granted = self.program.entitlements.get(name);
        let granted = granted.map(|found| (&found.clause, self.plain_title("entitlement", name)));
        let Some((clause, title)) = fact.or(granted) else {
            let key = format!("thing-{name}");
            let known = self.words.has(&key).then(|| self.words.say(&key, &[("count", count.into())]));
            return known.unwrap_or_else(|| name.as_str().replace('-', " "));
        };
        // A title that only adds a capital to the author's name, `nodes "Nodes"`, loses it within a sentence.
        let plain = clause.title.as_ref().map_or("", |title| title.original.content.as_str());
        let only_a_capital = plain.to_lowercase() == name.as_str().replace('-', " ");
        if only_a_capital && self.words.word("titles-within") != "as-written" {
            lowered(&title)
        } else {
            title
        }
    }
}

/// Words without the capital of their first letter.
fn lowered(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}
