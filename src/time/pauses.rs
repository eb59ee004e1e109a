//! Times in which a clock is stopped, in whatever calendar it runs.

use super::instant::Instant;

/// Pauses in order, none of which touches another.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pauses(Vec<(i64, i64)>);

/// The end of a pause that has none yet.
pub(super) const OPEN_END: i64 = i64::MAX;

impl Pauses {
    /// No pause.
    pub const NONE: Self = Self(Vec::new());

    /// Pauses in any order, each with its end unless it still lasts. Those that overlap or touch become one.
    pub fn new(pauses: impl IntoIterator<Item = (Instant, Option<Instant>)>) -> Self {
        let end = |to: Option<Instant>| to.map_or(OPEN_END, Instant::seconds);
        let mut sorted: Vec<(i64, i64)> = pauses
            .into_iter()
            .map(|(from, to)| (from.seconds(), end(to)))
            .filter(|(from, to)| from < to)
            .collect();
        sorted.sort_unstable();
        let mut merged: Vec<(i64, i64)> = Vec::with_capacity(sorted.len());
        for (from, to) in sorted {
            match merged.last_mut() {
                Some(last) if from <= last.1 => last.1 = last.1.max(to),
                Some(_) | None => merged.push((from, to)),
            }
        }
        Self(merged)
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The same, as if they had ended by an instant.
    #[must_use]
    pub fn until(&self, at: Instant) -> Self {
        let at = at.seconds();
        Self(self.before(at).iter().map(|(from, to)| (*from, (*to).min(at))).collect())
    }

    /// Whether the clock is stopped at an instant.
    pub fn contains(&self, at: Instant) -> bool {
        self.around(at.seconds()).is_some()
    }

    /// Those that end after an instant.
    pub(super) fn after(&self, at: i64) -> &[(i64, i64)] {
        &self.0[self.0.partition_point(|(_, to)| *to <= at)..]
    }

    /// Those that begin before an instant.
    pub(super) fn before(&self, at: i64) -> &[(i64, i64)] {
        &self.0[..self.0.partition_point(|(from, _)| *from < at)]
    }

    /// The pause in which an instant lies.
    pub(super) fn around(&self, at: i64) -> Option<(i64, i64)> {
        self.after(at).first().copied().filter(|(from, _)| *from <= at)
    }

    /// Whether the clock is stopped at an instant and nothing says until when.
    pub(super) fn is_endless_at(&self, at: i64) -> bool {
        self.around(at).is_some_and(|(_, end)| end == OPEN_END)
    }

    /// Whether an instant lies within a pause and not on its edge, so that a period cannot end there.
    pub(super) fn within(&self, at: i64) -> bool {
        self.around(at).is_some_and(|(from, _)| from < at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_that_touch_are_one() {
        let at = |seconds| Instant::new(seconds).unwrap();
        let pauses = Pauses::new([
            (at(50), Some(at(60))),
            (at(10), Some(at(20))),
            (at(20), Some(at(30))),
            (at(70), Some(at(70))),
            (at(55), None),
        ]);
        assert_eq!(pauses.after(0), [(10, 30), (50, OPEN_END)]);
        assert!(pauses.contains(at(10)) && !pauses.contains(at(30)) && pauses.contains(at(1_000_000)));
        assert!(!pauses.within(10) && pauses.within(29));
        assert_eq!(pauses.until(at(55)).after(0), [(10, 30), (50, 55)]);
        assert_eq!(pauses.until(at(10)), Pauses::NONE);
    }
}
