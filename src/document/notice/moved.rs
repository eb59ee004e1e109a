//! What a changed calendar moves: one row for the calendar, with the promises that say what they said and fall at other times.
//!
//! In: the changes of one part of the notice. Out: its rows. A calendar is told where the first of its changes stands, with its
//! hours, the channels that are open by it, and for each way in which figures move their names and the figures themselves.

use super::super::model::Row;
use super::super::words::{Arg, Phrase, capitalised};
use super::Notice;
use super::row::Telling;
use crate::compare::{Area, Change, Direction, Way, because, farthest};
use crate::hir::Audience;
use crate::value::Name;

/// Up to how many figures each is told with the cases that it is for; more would hide what moves.
const FEW: usize = 6;

impl Notice<'_> {
    /// A row for each change, and one for all that comes from one calendar.
    pub(super) fn rows(&self, changes: &[&Change]) -> Vec<Row> {
        let calendars: Vec<Option<Name>> = changes.iter().map(|change| self.calendar(change)).collect();
        let mut told: Vec<&Name> = Vec::new();
        let mut rows = Vec::new();
        for (change, calendar) in changes.iter().zip(&calendars) {
            let Some(name) = calendar else {
                rows.push(self.row(change));
                continue;
            };
            if !told.contains(&name) {
                told.push(name);
                let of = changes.iter().zip(&calendars).filter(|(_, of)| of.as_ref() == Some(name));
                rows.extend(self.of_calendar(name, &of.map(|(change, _)| *change).collect::<Vec<_>>()));
            }
        }
        rows
    }

    /// The calendar that a change comes from. A clause for everybody relies on nothing that is for fewer.
    fn calendar(&self, change: &Change) -> Option<Name> {
        because(&self.comparison.common, change).filter(|_| change.is_open())
    }

    fn of_calendar(&self, name: &Name, changes: &[&Change]) -> Vec<Row> {
        let (hours, moved): (Vec<&Change>, Vec<&Change>) =
            changes.iter().partition(|change| change.kind.area == Area::Hours);
        let mut rows: Vec<Telling> = Vec::new();
        let mut left = hours.as_slice();
        while let Some(first) = left.first() {
            let alike = |other: &&Change| {
                other.kind == first.kind && other.cases == first.cases && other.sides() == first.sides()
            };
            let same: Vec<&Change> = left.iter().copied().take_while(alike).collect();
            left = &left[same.len()..];
            if moved.is_empty() && same.len() == 1 {
                rows.push(self.telling(first));
                continue;
            }
            let channels = same.iter().filter(|change| change.subject.keyword == "channel");
            let channels: Vec<String> = channels.map(|change| self.subject(change)).collect();
            rows.push(self.hours_of(name, first, channels));
        }
        if let Some(row) = rows.first_mut() {
            let said: Vec<String> = row.example.take().into_iter().chain(self.moved(&moved)).collect();
            row.example = (!said.is_empty()).then(|| said.join(" "));
        } else {
            rows.push(self.elsewhere(name, &moved));
        }
        rows.into_iter().map(Telling::row).collect()
    }

    /// A row for the hours of a calendar, with the channels that are open by it.
    fn hours_of(&self, name: &Name, change: &Change, channels: Vec<String>) -> Telling {
        let row =
            Telling { what: capitalised(&self.new.plain_title("calendar", name)), ..self.telling(change) };
        if channels.is_empty() {
            return row;
        }
        let aspect = self.pair(row.aspect.unwrap_or_default(), self.words.and(channels).text());
        Telling { aspect: Some(aspect), ..row }
    }

    /// A row for what a calendar moves, where its hours are not told, or go another way and are told with what goes so. Of one
    /// figure alone it is the row.
    fn elsewhere(&self, name: &Name, moved: &[&Change]) -> Telling {
        let told = self.comparison.changes.iter().any(|change| {
            let public = change.readers.audience == Audience::Everybody;
            change.kind.area == Area::Hours && public && self.calendar(change).as_ref() == Some(name)
        });
        match moved {
            [only] if !told => self.telling(only),
            _ => Telling {
                what: capitalised(&self.new.plain_title("calendar", name)),
                aspect: None,
                who: self.words.word("notice-everybody"),
                before: self.words.word("notice-there"),
                after: self.moved(moved).join(" "),
                example: None,
            },
        }
    }

    /// A sentence for each way in which figures move, each with a request that shows it.
    fn moved(&self, changes: &[&Change]) -> Vec<String> {
        let mut ways: Vec<(Way, Vec<&Change>)> = Vec::new();
        for change in changes {
            let way = Way::of(change);
            match ways.iter_mut().find(|(known, _)| *known == way) {
                Some((_, same)) => same.push(change),
                None => ways.push((way, vec![change])),
            }
        }
        let mut said = Vec::new();
        for (way, same) in ways {
            let args = [("way", Arg::from(key(way))), ("what", self.figures(&same).into())];
            said.push(self.words.say("notice-moved", &args));
            for direction in [Direction::Weaker, Direction::Stronger] {
                said.extend(self.farthest(&same, direction));
            }
        }
        said
    }

    /// The promises with their figures: `First response, 4 business hours (Basic), 2 business days (Premium)`.
    fn figures(&self, changes: &[&Change]) -> Phrase {
        let mut promises: Vec<(String, Vec<String>)> = Vec::new();
        for change in changes {
            let (before, after) = self.sides(change);
            let figure = if change.after.is_some() { after } else { before };
            let everybody = self.words.word("notice-everybody");
            let who = Some(self.who(change)).filter(|who| changes.len() <= FEW && *who != everybody);
            let figure = match who {
                Some(who) => self.words.say("notice-for", &[("what", figure.into()), ("who", who.into())]),
                None => figure,
            };
            let name = self.subject(change);
            match promises.iter_mut().find(|(known, _)| *known == name) {
                Some((_, figures)) if figures.contains(&figure) => {}
                Some((_, figures)) => figures.push(figure),
                None => promises.push((name, vec![figure])),
            }
        }
        let promises =
            promises.into_iter().map(|(name, figures)| self.words.commas([name].into_iter().chain(figures)));
        self.words.chain_by("list-notice", "list-notice", promises)
    }

    /// The request whose deadline moves farthest, with what it is about.
    fn farthest(&self, changes: &[&Change], direction: Direction) -> Option<String> {
        let (at, witness) = farthest(changes, direction)?;
        let change = changes.get(at)?;
        Some(self.pair(self.subject(change), self.shown(change, witness)?))
    }
}

/// The word for a way in the catalogues.
fn key(way: Way) -> &'static str {
    match way {
        Way::Later => "later",
        Way::Earlier => "earlier",
        Way::Either => "either",
        Way::Longer => "longer",
        Way::Shorter => "shorter",
        Way::Both => "both",
    }
}
