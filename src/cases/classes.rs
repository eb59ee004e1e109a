//! A set of the classes of one dimension.
//!
//! In: class numbers and the number of classes that the dimension has. Out: set algebra, including the complement, since
//! a set knows how many classes there are. Up to 64 classes take one machine word; there may be any number.

use std::fmt;
use std::sync::Arc;

const WORD: usize = 64;

/// A set of classes of a dimension that has [`size`](Self::size) of them, numbered from 0.
///
/// Two sets are combined only if they belong to the same dimension.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct ClassSet {
    size: u32,
    words: Words,
}

#[derive(Clone, PartialEq, Eq, Hash)]
enum Words {
    One(u64),
    Many(Arc<[u64]>),
}

impl ClassSet {
    /// No class of a dimension that has `size`.
    pub fn none(size: usize) -> Self {
        Self::from_words(size, |_| 0)
    }

    /// Every class of a dimension that has `size`.
    pub fn all(size: usize) -> Self {
        Self::from_words(size, |_| u64::MAX)
    }

    /// The classes named; numbers that the dimension does not have are left out.
    pub fn of(size: usize, classes: impl IntoIterator<Item = usize>) -> Self {
        let mut words = vec![0u64; size.div_ceil(WORD).max(1)];
        for class in classes {
            if class < size {
                words[class / WORD] |= 1 << (class % WORD);
            }
        }
        Self::from_words(size, |at| words[at])
    }

    /// How many classes the dimension has.
    pub fn size(&self) -> usize {
        self.size as usize
    }

    /// Whether it holds no class.
    pub fn is_empty(&self) -> bool {
        self.words().iter().all(|word| *word == 0)
    }

    /// Whether it holds every class of its dimension.
    pub fn is_all(&self) -> bool {
        self.count() == self.size()
    }

    /// How many classes it holds.
    pub fn count(&self) -> usize {
        self.words().iter().map(|word| word.count_ones() as usize).sum()
    }

    /// Whether it holds this class.
    pub fn contains(&self, class: usize) -> bool {
        self.words().get(class / WORD).is_some_and(|word| word >> (class % WORD) & 1 == 1)
    }

    /// The lowest class in it.
    pub fn first(&self) -> Option<usize> {
        let at = self.words().iter().position(|word| *word != 0)?;
        Some(at * WORD + self.words()[at].trailing_zeros() as usize)
    }

    /// Its classes from the lowest up.
    pub fn iter(&self) -> impl Iterator<Item = usize> + '_ {
        (0..self.size()).filter(|class| self.contains(*class))
    }

    /// The classes in both.
    #[must_use]
    pub fn and(&self, other: &Self) -> Self {
        Self::from_words(self.size(), |at| self.word(at) & other.word(at))
    }

    /// The classes in either.
    #[must_use]
    pub fn or(&self, other: &Self) -> Self {
        Self::from_words(self.size(), |at| self.word(at) | other.word(at))
    }

    /// The classes in this one and not in the other.
    #[must_use]
    pub fn minus(&self, other: &Self) -> Self {
        Self::from_words(self.size(), |at| self.word(at) & !other.word(at))
    }

    /// The classes of the dimension that are not in it.
    #[must_use]
    pub fn not(&self) -> Self {
        Self::from_words(self.size(), |at| !self.word(at))
    }

    /// Whether some class is in both.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.words().iter().enumerate().any(|(at, word)| word & other.word(at) != 0)
    }

    /// Whether the other holds all of its classes.
    pub fn is_subset_of(&self, other: &Self) -> bool {
        self.words().iter().enumerate().all(|(at, word)| word & !other.word(at) == 0)
    }

    fn words(&self) -> &[u64] {
        match &self.words {
            Words::One(word) => std::slice::from_ref(word),
            Words::Many(words) => words,
        }
    }

    fn word(&self, at: usize) -> u64 {
        self.words().get(at).copied().unwrap_or(0)
    }

    /// Builds the only form of a set: bits beyond the size are zero, and few classes are never in the long form.
    fn from_words(size: usize, word: impl Fn(usize) -> u64) -> Self {
        let masked = |at: usize| {
            let above = size.saturating_sub(at * WORD);
            word(at) & if above >= WORD { u64::MAX } else { (1 << above) - 1 }
        };
        let words = if size <= WORD {
            Words::One(masked(0))
        } else {
            Words::Many((0..size.div_ceil(WORD)).map(masked).collect())
        };
        Self { size: u32::try_from(size).unwrap_or(u32::MAX), words }
    }
}

impl fmt::Debug for ClassSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter()).finish()?;
        write!(f, "/{}", self.size)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sets_of_more_than_one_word_behave_like_sets_of_one() {
        for size in [1, 3, 63, 64, 65, 128, 200] {
            let even = ClassSet::of(size, (0..size).step_by(2));
            let odd = even.not();
            assert_eq!(even.count() + odd.count(), size);
            assert!(!even.overlaps(&odd));
            assert!(even.or(&odd).is_all());
            assert_eq!(even.or(&odd), ClassSet::all(size));
            assert_eq!(even.and(&odd), ClassSet::none(size));
            assert_eq!(ClassSet::all(size).minus(&even), odd);
            assert!(even.is_subset_of(&ClassSet::all(size)) && !ClassSet::all(size).is_subset_of(&odd));
            assert_eq!(even.iter().collect::<Vec<_>>(), (0..size).step_by(2).collect::<Vec<_>>());
        }
    }

    #[test]
    fn the_first_class_may_lie_beyond_the_first_word() {
        assert_eq!(ClassSet::of(200, [190, 130]).first(), Some(130));
        assert_eq!(ClassSet::none(200).first(), None);
    }

    #[test]
    fn a_class_that_the_dimension_lacks_is_left_out() {
        assert!(ClassSet::of(3, [3, 70]).is_empty());
        assert!(!ClassSet::all(3).contains(64));
    }
}
