//! Numbers and dates cut at the thresholds that are named for them.
//!
//! In: the named thresholds as whole numbers (days for dates, the smallest unit for the rest). Out: the stretches that
//! can be told apart, in order, as classes; and comparisons with a threshold as sets of these classes.

use super::ClassSet;

/// A stretch of whole numbers, both ends included; `None` is without an end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Cut {
    /// The lowest number in it.
    pub low: Option<i64>,
    /// The highest number in it.
    pub high: Option<i64>,
}

/// How a fact is compared with a threshold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Comparison {
    /// Is the threshold.
    Is,
    /// Is anything else.
    IsNot,
    /// Is lower, or earlier.
    Less,
    /// Is the threshold or lower.
    AtMost,
    /// Is higher, or later.
    More,
    /// Is the threshold or higher.
    AtLeast,
}

/// The classes into which thresholds cut all numbers: below the first, exactly the first, between it and the second,
/// and so on. Stretches without a number in them are left out.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Cuts {
    classes: Vec<Cut>,
}

impl Cut {
    /// Whether the number lies in the stretch.
    pub fn contains(&self, number: i64) -> bool {
        self.low.is_none_or(|low| low <= number) && self.high.is_none_or(|high| number <= high)
    }

    /// Whether the stretch is this number and no other.
    pub fn is_exactly(&self, number: i64) -> bool {
        self.low == Some(number) && self.high == Some(number)
    }
}

impl Cuts {
    /// Cuts all numbers at the thresholds, which may come in any order and more than once.
    pub fn new(thresholds: impl IntoIterator<Item = i64>) -> Self {
        Self::within(None, None, thresholds)
    }

    /// Cuts the numbers from `low` to `high` (both included, `None` without an end) at those thresholds among them.
    ///
    /// Where `low` is above `high` there is nothing to cut and no class.
    pub fn within(low: Option<i64>, high: Option<i64>, thresholds: impl IntoIterator<Item = i64>) -> Self {
        let whole = Cut { low, high };
        let mut named: Vec<i64> = thresholds.into_iter().filter(|number| whole.contains(*number)).collect();
        named.sort_unstable();
        named.dedup();
        let mut classes = Vec::with_capacity(named.len() * 2 + 1);
        // The lowest number that has no class yet; none once the largest number has one.
        let mut next = Some(low);
        for number in named {
            if let (Some(low), Some(high)) = (next, number.checked_sub(1)) {
                push(&mut classes, low, Some(high));
            }
            classes.push(Cut { low: Some(number), high: Some(number) });
            next = number.checked_add(1).map(Some);
        }
        if let Some(low) = next {
            push(&mut classes, low, high);
        }
        Self { classes }
    }

    /// The stretches in order; their positions are the numbers of the classes.
    pub fn classes(&self) -> &[Cut] {
        &self.classes
    }

    /// The class that a number lies in; `None` if it lies outside what was cut.
    pub fn class_of(&self, number: i64) -> Option<usize> {
        let at = self.below(number);
        self.classes.get(at).is_some_and(|class| class.contains(number)).then_some(at)
    }

    /// The classes whose numbers compare so with the threshold, or `None` if some class has both numbers that do and
    /// numbers that do not; this cannot happen for a threshold that was named.
    pub fn select(&self, comparison: Comparison, threshold: i64) -> Option<ClassSet> {
        let (size, at) = (self.classes.len(), self.below(threshold));
        let class = self.classes.get(at).filter(|class| class.low.is_none_or(|low| low <= threshold));
        if class.is_some_and(|class| !class.is_exactly(threshold)) {
            return None;
        }
        // The class of the threshold itself is none, or one.
        let end = at + usize::from(class.is_some());
        Some(match comparison {
            Comparison::Is => ClassSet::range(size, at..end),
            Comparison::IsNot => ClassSet::range(size, at..end).not(),
            Comparison::Less => ClassSet::range(size, 0..at),
            Comparison::AtMost => ClassSet::range(size, 0..end),
            Comparison::More => ClassSet::range(size, end..size),
            Comparison::AtLeast => ClassSet::range(size, at..size),
        })
    }

    /// How many classes lie wholly below a number.
    fn below(&self, number: i64) -> usize {
        self.classes.partition_point(|class| class.high.is_some_and(|high| high < number))
    }
}

/// Adds a stretch if some number lies in it.
fn push(classes: &mut Vec<Cut>, low: Option<i64>, high: Option<i64>) {
    if low.is_none_or(|low| high.is_none_or(|high| low <= high)) {
        classes.push(Cut { low, high });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ends(cuts: &Cuts) -> Vec<(Option<i64>, Option<i64>)> {
        cuts.classes().iter().map(|cut| (cut.low, cut.high)).collect()
    }

    #[test]
    fn thresholds_cut_below_exactly_between_and_above() {
        let cuts = Cuts::new([20, 10, 20]);
        assert_eq!(
            ends(&cuts),
            [
                (None, Some(9)),
                (Some(10), Some(10)),
                (Some(11), Some(19)),
                (Some(20), Some(20)),
                (Some(21), None)
            ]
        );
    }

    #[test]
    fn neighbours_have_nothing_between_them() {
        assert_eq!(
            ends(&Cuts::new([1, 2])),
            [(None, Some(0)), (Some(1), Some(1)), (Some(2), Some(2)), (Some(3), None)]
        );
    }

    #[test]
    fn without_thresholds_all_numbers_are_one_class() {
        assert_eq!(ends(&Cuts::new([])), [(None, None)]);
    }

    #[test]
    fn nothing_lies_beyond_the_ends() {
        assert_eq!(ends(&Cuts::within(Some(0), None, [0, -5])), [(Some(0), Some(0)), (Some(1), None)]);
        assert_eq!(ends(&Cuts::within(Some(1), Some(3), [3])), [(Some(1), Some(2)), (Some(3), Some(3))]);
        assert_eq!(ends(&Cuts::within(Some(4), Some(3), [4])), []);
        assert_eq!(Cuts::new([i64::MIN, i64::MAX]).classes().len(), 3);
    }

    #[test]
    fn every_comparison_selects_exactly_the_numbers_that_meet_it() {
        let named = [-3, 0, 1, 5];
        let cuts = Cuts::new(named);
        for threshold in named {
            for number in -6..9 {
                let class = cuts.class_of(number).unwrap();
                for (comparison, meets) in [
                    (Comparison::Is, number == threshold),
                    (Comparison::IsNot, number != threshold),
                    (Comparison::Less, number < threshold),
                    (Comparison::AtMost, number <= threshold),
                    (Comparison::More, number > threshold),
                    (Comparison::AtLeast, number >= threshold),
                ] {
                    let chosen = cuts.select(comparison, threshold).unwrap();
                    assert_eq!(chosen.contains(class), meets, "{number} {comparison:?} {threshold}");
                }
            }
        }
    }

    #[test]
    fn a_threshold_that_was_not_named_is_refused_where_it_would_split_a_class() {
        let cuts = Cuts::new([10, 20]);
        assert_eq!(cuts.select(Comparison::Less, 15), None);
        assert_eq!(Cuts::within(Some(0), Some(9), []).select(Comparison::Less, 30), Some(ClassSet::all(1)));
    }
}
