//! A set of the classes of one dimension.
//!
//! In: class numbers and the number of classes that the dimension has. Out: set algebra, including the complement, since
//! a set knows how many classes there are. Up to 64 classes take one machine word; there may be any number, of which sets of few
//! stretches are kept as these, so that a number with thousands of thresholds costs no more than those that a line names.

use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use super::runs::{Bits, Run, WORD, bits, fill, join, merged, narrow, places, stretches, within};

/// Sets of at most so many stretches are kept as stretches.
const FEW: usize = 8;

/// A set of classes of a dimension that has [`size`](Self::size) of them, numbered from 0.
///
/// Two sets are combined only if they belong to the same dimension.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct ClassSet {
    size: u32,
    form: Form,
}

/// Each set has one form: a word where that is enough, stretches where there are few, and words otherwise.
#[derive(Clone, PartialEq, Eq, Hash)]
enum Form {
    Word(u64),
    /// In order, with a gap between each two; the end is not included.
    Runs(Arc<[Run]>),
    /// Bits beyond the size are zero.
    Words(Arc<[u64]>),
}

impl ClassSet {
    /// No class of a dimension that has `size`.
    pub fn none(size: usize) -> Self {
        Self::range(size, 0..0)
    }

    /// Every class of a dimension that has `size`.
    pub fn all(size: usize) -> Self {
        Self::range(size, 0..size)
    }

    /// A stretch of classes; numbers that the dimension does not have are left out.
    pub fn range(size: usize, classes: Range<usize>) -> Self {
        let (from, to) = (narrow(classes.start), narrow(classes.end.min(size)));
        if size <= WORD {
            return Self { size: narrow(size), form: Form::Word(bits(from as usize, to as usize)) };
        }
        let runs: Arc<[Run]> = if from < to { Arc::new([(from, to)]) } else { Arc::new([]) };
        Self { size: narrow(size), form: Form::Runs(runs) }
    }

    /// The classes named; numbers that the dimension does not have are left out.
    pub fn of(size: usize, classes: impl IntoIterator<Item = usize>) -> Self {
        let known = classes.into_iter().filter(|class| *class < size);
        if size <= WORD {
            let word = known.fold(0, |word, class| word | 1 << class);
            return Self { size: narrow(size), form: Form::Word(word) };
        }
        let mut known: Vec<usize> = known.collect();
        known.sort_unstable();
        let mut runs: Vec<Run> = Vec::new();
        for class in known.into_iter().map(narrow) {
            join(&mut runs, (class, class + 1));
        }
        Self::of_runs(narrow(size), runs)
    }

    /// How many classes the dimension has.
    pub fn size(&self) -> usize {
        self.size as usize
    }

    /// Whether it holds no class.
    pub fn is_empty(&self) -> bool {
        match &self.form {
            Form::Word(word) => *word == 0,
            Form::Runs(runs) => runs.is_empty(),
            Form::Words(_) => false,
        }
    }

    /// Whether it holds every class of its dimension.
    pub fn is_all(&self) -> bool {
        match &self.form {
            Form::Word(word) => *word == bits(0, self.size()),
            Form::Runs(runs) => self.size == 0 || **runs == [(0, self.size)],
            Form::Words(_) => false,
        }
    }

    /// How many classes it holds.
    pub fn count(&self) -> usize {
        match &self.form {
            Form::Word(word) => word.count_ones() as usize,
            Form::Runs(runs) => runs.iter().map(|(from, to)| (to - from) as usize).sum(),
            Form::Words(words) => words.iter().map(|word| word.count_ones() as usize).sum(),
        }
    }

    /// Whether it holds this class.
    pub fn contains(&self, class: usize) -> bool {
        match &self.form {
            Form::Word(word) => class < WORD && word >> class & 1 == 1,
            Form::Runs(runs) => runs.iter().any(|(from, to)| (*from as usize..*to as usize).contains(&class)),
            Form::Words(words) => words.get(class / WORD).is_some_and(|word| word >> (class % WORD) & 1 == 1),
        }
    }

    /// The lowest class in it.
    pub fn first(&self) -> Option<usize> {
        self.iter().next()
    }

    /// Its classes as the bits of a word; none where the dimension has too many for one.
    pub(super) fn word(&self) -> Option<u64> {
        match &self.form {
            Form::Word(word) => Some(*word),
            Form::Runs(_) | Form::Words(_) => None,
        }
    }

    /// The classes that are bits of a word, of a dimension that has at most as many as it.
    pub(super) fn of_word(size: usize, word: u64) -> Self {
        Self { size: narrow(size), form: Form::Word(word) }
    }

    /// Its classes from the lowest up.
    pub fn iter(&self) -> impl Iterator<Item = usize> + '_ {
        let (word, runs, words): (u64, &[Run], &[u64]) = match &self.form {
            Form::Word(word) => (*word, &[], &[]),
            Form::Runs(runs) => (0, runs, &[]),
            Form::Words(words) => (0, &[], words),
        };
        let each = |(at, word): (usize, u64)| {
            let left = |word: u64| Some(word).filter(|word| *word != 0);
            let rest = std::iter::successors(left(word), move |word| left(word & (word - 1)));
            rest.map(move |word| at * WORD + word.trailing_zeros() as usize)
        };
        let stretches = runs.iter().flat_map(|(from, to)| *from as usize..*to as usize);
        let all = words.iter().copied().enumerate().flat_map(each);
        each((0, word)).chain(stretches).chain(all)
    }

    /// Where each of its stretches of classes begins, from the lowest up.
    pub(super) fn begins(&self) -> impl Iterator<Item = usize> + '_ {
        let mut before = None;
        self.iter().filter(move |class| before.replace(*class).is_none_or(|before| before + 1 < *class))
    }

    /// The classes in both.
    #[must_use]
    pub fn and(&self, other: &Self) -> Self {
        self.combined(other, |one, two| one & two)
    }

    /// The classes in either.
    #[must_use]
    pub fn or(&self, other: &Self) -> Self {
        self.combined(other, |one, two| one | two)
    }

    /// The classes in this one and not in the other.
    #[must_use]
    pub fn minus(&self, other: &Self) -> Self {
        self.combined(other, |one, two| one & !two)
    }

    /// The classes of the dimension that are not in it.
    #[must_use]
    pub fn not(&self) -> Self {
        match &self.form {
            Form::Word(word) => Self::of_word(self.size(), bits(0, self.size()) & !word),
            Form::Runs(_) | Form::Words(_) => Self::all(self.size()).minus(self),
        }
    }

    /// Whether some class is in both.
    pub fn overlaps(&self, other: &Self) -> bool {
        match (&self.form, &other.form) {
            (Form::Word(one), Form::Word(two)) => one & two != 0,
            (Form::Runs(one), Form::Runs(two)) => {
                one.iter().any(|(from, to)| two.iter().any(|(low, high)| from < high && low < to))
            }
            (Form::Runs(runs), Form::Words(words)) | (Form::Words(words), Form::Runs(runs)) => {
                runs.iter().any(|run| within(words, *run).any(|(word, mask)| word & mask != 0))
            }
            (Form::Words(one), Form::Words(two)) => one.iter().zip(&**two).any(|(one, two)| one & two != 0),
            (Form::Word(_), _) | (_, Form::Word(_)) => false,
        }
    }

    /// Whether the other holds all of its classes.
    pub fn is_subset_of(&self, other: &Self) -> bool {
        match (&self.form, &other.form) {
            (Form::Word(one), Form::Word(two)) => one & !two == 0,
            (Form::Runs(one), Form::Runs(two)) => {
                one.iter().all(|(from, to)| two.iter().any(|(low, high)| low <= from && to <= high))
            }
            (Form::Runs(runs), Form::Words(words)) => {
                runs.iter().all(|run| within(words, *run).all(|(word, mask)| mask & !word == 0))
            }
            _ => self.minus(other).is_empty(),
        }
    }

    fn combined(&self, other: &Self, with: Bits) -> Self {
        match (&self.form, &other.form) {
            (Form::Word(one), Form::Word(two)) => {
                Self { size: self.size, form: Form::Word(with(*one, *two)) }
            }
            (Form::Runs(one), Form::Runs(two)) => Self::of_runs(self.size, merged(one, two, with)),
            (Form::Words(words), Form::Runs(runs)) => self.stretched(words, runs, with),
            (Form::Runs(runs), Form::Words(words)) => {
                self.stretched(words, runs, |word, run| with(run, word))
            }
            _ => {
                let (mut one, two) = (self.words(), other.words());
                one.iter_mut().zip(&two).for_each(|(one, two)| *one = with(*one, *two));
                self.of_words(one)
            }
        }
    }

    /// Words put together with stretches, of which there are few: where nothing is kept outside of these, nothing else is read.
    fn stretched(&self, words: &[u64], runs: &[Run], with: impl Fn(u64, u64) -> u64) -> Self {
        if with(u64::MAX, 0) != 0 {
            let mut all = words.to_vec();
            for run in runs {
                for (at, mask) in places(*run, all.len()) {
                    all[at] = with(all[at], mask);
                }
            }
            return self.of_words(all);
        }
        let kept = || runs.iter().flat_map(|run| places(*run, words.len()));
        let kept = || kept().map(|(at, mask)| (at, with(words[at], mask) & mask));
        // What many words keep may be thousands of stretches.
        if kept().count() > FEW {
            let mut all = vec![0; words.len()];
            kept().for_each(|(at, word)| all[at] |= word);
            return self.of_words(all);
        }
        let mut found = Vec::new();
        kept().for_each(|(at, word)| stretches(&mut found, at, word));
        Self::of_runs(self.size, found)
    }

    fn words(&self) -> Vec<u64> {
        match &self.form {
            Form::Word(word) => vec![*word],
            Form::Words(words) => words.to_vec(),
            Form::Runs(runs) => {
                let mut words = vec![0; self.size().div_ceil(WORD)];
                for (from, to) in runs.iter() {
                    fill(&mut words, (*from, *to));
                }
                words
            }
        }
    }

    /// The one form of a set of stretches.
    fn of_runs(size: u32, runs: Vec<Run>) -> Self {
        if runs.len() <= FEW {
            return Self { size, form: Form::Runs(runs.into()) };
        }
        let mut words = vec![0; (size as usize).div_ceil(WORD)];
        for run in runs {
            fill(&mut words, run);
        }
        Self { size, form: Form::Words(words.into()) }
    }

    /// The one form of a set of words for the same dimension.
    fn of_words(&self, words: Vec<u64>) -> Self {
        let mut carry = 0;
        let begins = words.iter().map(|word| {
            let begun = word & !(word << 1 | carry);
            carry = word >> (WORD - 1);
            begun.count_ones() as usize
        });
        if begins.sum::<usize>() > FEW {
            return Self { size: self.size, form: Form::Words(words.into()) };
        }
        let mut runs: Vec<Run> = Vec::with_capacity(FEW);
        for (at, word) in words.into_iter().enumerate() {
            stretches(&mut runs, at, word);
        }
        Self { size: self.size, form: Form::Runs(runs.into()) }
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
    fn stretches_and_words_are_one_algebra() {
        // Few stretches on one side, many on the other, and every way in which they meet at the ends of words.
        let size = 1000;
        let sets: Vec<ClassSet> = (1..12)
            .flat_map(|step| {
                [
                    ClassSet::of(size, (step..size - step).step_by(step)),
                    ClassSet::range(size, step * 13..step * 25),
                ]
            })
            .chain([
                ClassSet::none(size),
                ClassSet::all(size),
                ClassSet::range(size, 5..990),
                ClassSet::of(size, [0, 63, 64, 127, 128, 299, 999]),
            ])
            .collect();
        let list = |set: &ClassSet| set.iter().collect::<Vec<usize>>();
        for one in &sets {
            assert_eq!((one.count(), one.first()), (list(one).len(), list(one).first().copied()));
            assert_eq!(one.is_empty(), list(one).is_empty());
            assert_eq!(one.is_all(), list(one).len() == size);
            assert!((0..size + 70).all(|class| one.contains(class) == list(one).contains(&class)));
            assert_eq!(one.not(), ClassSet::of(size, (0..size).filter(|class| !one.contains(*class))));
            for two in &sets {
                let filtered = |holds: &dyn Fn(usize) -> bool| {
                    ClassSet::of(size, (0..size).filter(|class| holds(*class)))
                };
                assert_eq!(one.and(two), filtered(&|class| one.contains(class) && two.contains(class)));
                assert_eq!(one.or(two), filtered(&|class| one.contains(class) || two.contains(class)));
                assert_eq!(one.minus(two), filtered(&|class| one.contains(class) && !two.contains(class)));
                assert_eq!(one.overlaps(two), !one.and(two).is_empty());
                assert_eq!(one.is_subset_of(two), one.minus(two).is_empty());
            }
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
