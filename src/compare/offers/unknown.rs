//! Hours of rates that are not filled in yet: nobody knows when they are, so that they may be open or closed at any time.
//!
//! In: the ways in which the calendars of both versions are open at once, those that wait for their hours taken as never open. Out:
//! all ways in which they may be. Hours that one version leaves open are taken to be those that the other one says, since hours
//! that are filled in change nothing that was promised.

use crate::compare::calendars::is_unfilled;
use crate::compare::finder::Finder;
use crate::time::Instant;
use crate::value::Name;

/// Which calendars are open, those of the older version first, with the first instant at which they are so.
pub(super) type State = (Vec<bool>, Instant);

/// All ways in which calendars may be open.
pub(super) fn possible(
    finder: &Finder<'_>,
    (before, after): (&[Name], &[Name]),
    mut states: Vec<State>,
) -> Vec<State> {
    let (old, new) = (finder.common.old.program(), finder.common.new.program());
    let now = |name: &Name| finder.common.names.new_of("calendar", name);
    let newer = |at: usize| at + before.len();
    // Places that are open and closed together, though nobody knows when.
    let mut free: Vec<Vec<usize>> = Vec::new();
    for (at, name) in before.iter().enumerate() {
        let other = after.iter().position(|other| *other == now(name));
        let waits = is_unfilled(old, name);
        match other.map(|other| (newer(other), is_unfilled(new, &after[other]))) {
            Some((other, true)) if waits => free.push(vec![at, other]),
            Some((other, true)) => copy(&mut states, at, other),
            Some((other, false)) if waits => copy(&mut states, other, at),
            None if waits => free.push(vec![at]),
            Some((_, false)) | None => {}
        }
    }
    for (at, name) in after.iter().enumerate() {
        if is_unfilled(new, name) && !before.iter().any(|other| now(other) == *name) {
            free.push(vec![newer(at)]);
        }
    }
    for places in free {
        let with = |open: bool| {
            let places = &places;
            move |(state, at): &State| {
                let set =
                    |(place, known): (usize, &bool)| if places.contains(&place) { open } else { *known };
                (state.iter().enumerate().map(set).collect(), *at)
            }
        };
        states = states.iter().map(with(true)).chain(states.iter().map(with(false))).collect();
    }
    states
}

fn copy(states: &mut [State], from: usize, to: usize) {
    for (state, _) in states {
        state[to] = state[from];
    }
}
