//! Open stretches across the years of a schedule.
//!
//! In: plain seconds. Out: the stretches around, after and before them. A stretch that runs over New Year is one, though each
//! year knows only its part.

use super::instant::{DAY, Instant};
use super::pieces::Piece;
use super::schedule::Schedule;
use super::year::{YEARS, begins, year_of};

impl Schedule {
    /// The stretch in which an instant lies, cut at the ends of its year.
    pub(super) fn stretch_at(&self, at: i64) -> Option<(i64, i64)> {
        let year = self.year(year_of(at));
        let stretch = year.next(at).map(|index| year.stretch(index));
        stretch.filter(|(opens, closes)| *opens <= at && at < *closes)
    }

    /// The same as [`Self::stretch_from`] if it ends soon, without working a year out; its beginning may be cut at the instant.
    pub(super) fn soon(&self, at: i64) -> Option<(i64, i64)> {
        const SOON: i64 = 14 * DAY;
        let stretches = joined(self.glance(at, at + SOON)?.iter().map(|piece| (piece.from, piece.to)));
        // What is open at the end may go on.
        stretches.first().copied().filter(|(_, closes)| *closes < at + SOON)
    }

    /// The first stretch that ends after an instant; its beginning may be cut at the beginning of a year.
    pub(super) fn stretch_from(&self, at: i64) -> Option<(i64, i64)> {
        if at >= Instant::LAST.seconds() {
            return None;
        }
        let first = year_of(at);
        let found = (first..YEARS).find_map(|number| {
            let year = self.year(number);
            year.next(at.max(begins(number))).map(|index| (number, year.stretch(index)))
        });
        let (mut number, (opens, mut closes)) = found?;
        while closes == begins(number + 1) && number + 1 < YEARS {
            number += 1;
            let year = self.year(number);
            if year.len() == 0 || year.stretch(0).0 != closes {
                break;
            }
            closes = year.stretch(0).1;
        }
        Some((opens, closes))
    }

    /// The last stretch that begins before an instant, which may lie in the middle of it.
    pub(super) fn stretch_until(&self, at: i64) -> Option<(i64, i64)> {
        if at <= 0 {
            return None;
        }
        let last = year_of(at - 1);
        let found = (0..=last).rev().find_map(|number| {
            let year = self.year(number);
            let began = year.began((at - 1).min(begins(number + 1) - 1));
            Some((number, year.stretch(began.checked_sub(1)?)))
        });
        let (mut number, (mut opens, closes)) = found?;
        while opens == begins(number) && number > 0 {
            number -= 1;
            let year = self.year(number);
            let Some(last) = year.len().checked_sub(1) else { break };
            if year.stretch(last).1 != opens {
                break;
            }
            opens = year.stretch(last).0;
        }
        let closes =
            if closes < at { closes } else { self.stretch_from(at - 1).map_or(closes, |found| found.1) };
        Some((opens, closes))
    }

    /// The open stretches between two instants, cut to these.
    pub(super) fn stretches_between(&self, from: i64, to: i64) -> Vec<(i64, i64)> {
        let mut found: Vec<(i64, i64)> = Vec::new();
        let (from, to) = (from.max(0), to.min(Instant::LAST.seconds()));
        if from >= to {
            return found;
        }
        if let Some(pieces) = self.glance(from, to) {
            return joined(pieces.iter().map(|piece| (piece.from, piece.to)));
        }
        for number in year_of(from)..=year_of(to - 1) {
            let year = self.year(number);
            let Some(first) = year.next(from.max(begins(number))) else { continue };
            for index in first..year.len() {
                let (opens, closes) = year.stretch(index);
                if opens >= to {
                    break;
                }
                let (opens, closes) = (opens.max(from), closes.min(to));
                match found.last_mut() {
                    Some(last) if last.1 == opens => last.1 = closes,
                    Some(_) | None => found.push((opens, closes)),
                }
            }
        }
        found
    }

    /// The open pieces between two instants, cut to these, with their days.
    pub(super) fn pieces_between(&self, from: i64, to: i64) -> Vec<Piece> {
        let (from, to) = (from.max(0), to.min(Instant::LAST.seconds()));
        if from >= to {
            return Vec::new();
        }
        if let Some(pieces) = self.glance(from, to) {
            return pieces;
        }
        let years = (year_of(from)..=year_of(to - 1)).map(|number| self.year(number));
        let pieces = years.flat_map(|year| {
            let first = year.pieces.partition_point(|piece| piece.to <= from);
            year.pieces[first..].iter().take_while(|piece| piece.from < to)
        });
        pieces.map(|piece| Piece { from: piece.from.max(from), to: piece.to.min(to), ..*piece }).collect()
    }
}

/// Stretches in order, with those that touch made one.
fn joined(parts: impl Iterator<Item = (i64, i64)>) -> Vec<(i64, i64)> {
    let mut found: Vec<(i64, i64)> = Vec::new();
    for (opens, closes) in parts {
        match found.last_mut() {
            Some(last) if last.1 >= opens => last.1 = last.1.max(closes),
            Some(_) | None => found.push((opens, closes)),
        }
    }
    found
}
