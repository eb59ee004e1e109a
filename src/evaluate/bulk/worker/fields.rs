//! What stands in the fields of a row.
//!
//! In: the fields as bytes. Out: the facts of the row with the key that it shares with rows like it, and its instants; or what is
//! wrong with a field. Values of facts are looked up once for each way in which they are written.

use super::{MOST_VALUES, Worker};
use crate::evaluate::known::Known;
use crate::evaluate::problem::Problem;
use crate::evaluate::{life, read};
use crate::hir::FactKind;
use crate::time::{Instant, Moment, Reading};
use smallvec::SmallVec;

/// A fact of a row: the class of its value, and where it stands if it is measured.
pub(super) type Value = (usize, Option<i64>);

/// The facts of a row, in the order of their columns.
pub(super) type Values = SmallVec<[Option<Value>; 12]>;

/// The classes of the facts of a row, in the order of the columns, and of the day of receipt; zero is unsaid.
pub(in crate::evaluate::bulk) type Key = SmallVec<[u32; 12]>;

impl Worker<'_, '_> {
    /// The facts of a row, and what it shares with others.
    pub(super) fn key(
        &mut self,
        fields: &[&[u8]],
        received: Option<Instant>,
    ) -> Result<(Key, Values), Problem> {
        let mut key = Key::new();
        let mut values = SmallVec::new();
        for (column, dim, known) in &mut self.facts {
            let field = fields[*column].trim_ascii();
            if field.is_empty() {
                key.push(0);
                values.push(None);
                continue;
            }
            let value = if let Some(value) = known.get(field) {
                *value
            } else {
                let Some(fact) = self.context.fact(*dim) else { continue };
                let (class, place, _) = read::value_of(self.context, *dim, fact, text(field)?)?;
                let few = matches!(fact.kind, FactKind::Values(_) | FactKind::YesNo);
                if few && known.len() < MOST_VALUES {
                    known.insert(field.to_vec(), (class, place));
                }
                (class, place)
            };
            key.push(u32::try_from(value.0 + 1).unwrap_or(u32::MAX));
            values.push(Some(value));
        }
        let day = match (self.day, received) {
            (Some(dim), Some(received)) => {
                let number = self.context.clock.local(received).date.number();
                self.context.measured(dim, number).map_or(1, |(_, class, _)| class + 2)
            }
            (None, Some(_)) => 1,
            (_, None) => 0,
        };
        key.push(u32::try_from(day).unwrap_or(u32::MAX));
        if let (true, Some(received)) = (self.has_phases, received) {
            let phase = self.phase(&key, &values, received);
            key.push(phase);
        }
        Ok((key, values))
    }

    /// The phase of the release of a row, as in a key; it follows from the very day.
    fn phase(&mut self, key: &Key, values: &Values, received: Instant) -> u32 {
        let day = self.context.clock.local(received).date;
        let place = (key.clone(), day.number());
        if let Some(known) = self.phases.known(&place) {
            return known;
        }
        let phase = life::phase(self.context.program, &self.known(values), day);
        self.phases.add(place, phase)
    }

    /// An instant of a row; none where the field is empty.
    pub(super) fn instant(&mut self, fields: &[&[u8]], column: usize) -> Result<Option<Instant>, Problem> {
        let field = fields[column].trim_ascii();
        if field.is_empty() {
            return Ok(None);
        }
        let words = text(field)?;
        match Moment::parse(words) {
            Ok(Moment::Instant(at)) => Ok(Some(at)),
            Ok(Moment::Local(local)) => match self.context.clock.reading(local) {
                Reading::Once(at) if Instant::new(at).is_some() => Ok(Instant::new(at)),
                Reading::Once(_) | Reading::Twice(..) | Reading::Never { .. } => self.typed(words, column),
            },
            Err(_) => self.typed(words, column),
        }
    }

    /// The same as it is read for people, for its words.
    fn typed(&mut self, words: &str, column: usize) -> Result<Option<Instant>, Problem> {
        let mut notes = Vec::new();
        let at = read::instant(self.context, words, &mut notes);
        self.notes.extend(notes.iter().map(ToString::to_string));
        at.map(Some).map_err(|problem| Problem {
            message: format!("`{}`: {}", self.mapping.columns()[column], problem.message),
            ..problem
        })
    }

    pub(super) fn known(&self, values: &[Option<Value>]) -> Known {
        let mut known = Known::nothing();
        let space = &self.context.program.space;
        for ((_, dim, _), value) in self.facts.iter().zip(values) {
            let Some((class, place)) = value else { continue };
            known.set(*dim, &space.classes(*dim, [*class]), *place);
            if let (Some(fact), Some(label)) = (self.context.fact(*dim), space.label(*dim, *class)) {
                known.say(fact.clause.name.as_str(), label.to_string());
            }
        }
        known
    }
}

/// A field as text.
pub(in crate::evaluate::bulk) fn text(field: &[u8]) -> Result<&str, Problem> {
    std::str::from_utf8(field).map_err(|_| {
        Problem::new("a field is not text in UTF-8").help("save the table as UTF-8 and try again")
    })
}
