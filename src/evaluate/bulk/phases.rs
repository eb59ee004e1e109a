//! The phases of the releases of rows, as parts of the keys by which rows with the same facts are found.
//!
//! In: what follows for the phase of a release on a day. Out: a number for it, the same for the same. A release is looked up once
//! for each day on which a request about it was received.

use super::super::life::Phase;
use super::worker::{Key, MOST_PROFILES};
use rustc_hash::FxHashMap;

/// The phases that were looked up.
#[derive(Default)]
pub struct Phases {
    /// Their numbers, by the other facts of a row and the day.
    known: FxHashMap<(Key, i64), u32>,
    /// Those that are not known, each with whether it waits and the classes that it is surely not.
    open: Vec<(bool, Vec<usize>)>,
}

impl Phases {
    /// The number of a phase that was looked up before.
    pub fn known(&self, place: &(Key, i64)) -> Option<u32> {
        self.known.get(place).copied()
    }

    /// The number of a phase that was looked up just now.
    pub fn add(&mut self, place: (Key, i64), phase: Phase) -> u32 {
        let number = match phase {
            Phase::Is(_, class, _) => u32::try_from(class + 3).unwrap_or(u32::MAX),
            Phase::Over(_) => 2,
            Phase::Unfilled(not_in) => self.open(true, not_in),
            Phase::Unsaid(not_in) => self.open(false, not_in),
        };
        if self.known.len() < MOST_PROFILES {
            self.known.insert(place, number);
        }
        number
    }

    fn open(&mut self, waits: bool, not_in: Vec<usize>) -> u32 {
        if not_in.is_empty() {
            return u32::from(waits);
        }
        let open = (waits, not_in);
        let at = self.open.iter().position(|known| *known == open).unwrap_or_else(|| {
            self.open.push(open);
            self.open.len() - 1
        });
        // From the other end, where no class of a phase is.
        u32::MAX - u32::try_from(at).unwrap_or(0)
    }
}
