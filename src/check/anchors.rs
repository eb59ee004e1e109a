//! Anchors and paths: names that no two clauses of a policy share.
//!
//! In: the name that a clause would have. Out: that name, or with a number behind it where another clause has it already.
//! The clause that asks first has the plain name.

use super::context::Context;
use rustc_hash::{FxBuildHasher, FxHashMap, FxHashSet};
use smol_str::SmolStr;
use std::borrow::Cow;
use std::hash::BuildHasher as _;
use std::mem::take;
use std::sync::Arc;

/// The bytes that an anchor may have as they are; most anchors have no others.
const PLAIN: [bool; 256] = {
    let mut plain = [false; 256];
    let mut byte = 0;
    while byte < 128_u8 {
        plain[byte as usize] = byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
        byte += 1;
    }
    plain
};

/// The signs of names: a policy of megabytes has hundreds of thousands of names, and nobody asks for these again. Two of one
/// sign, which happens to one in ten million such policies, would give the second a number that it does not need.
type Signs = FxHashSet<u64>;

fn sign(name: &str) -> u64 {
    FxBuildHasher.hash_one(name)
}

/// Names that are taken.
#[derive(Debug, Default)]
pub struct Taken {
    /// What was taken before the work was divided, and what others took since; nobody adds to these.
    before: Vec<Arc<Signs>>,
    own: Signs,
    /// The last name that was taken.
    last: SmolStr,
    /// The number that the next clause tries first that wants a name which is taken.
    next: FxHashMap<SmolStr, usize>,
}

impl Taken {
    /// Nothing yet, with room for so many.
    pub fn with_capacity(expected: usize) -> Self {
        Self { own: Signs::with_capacity_and_hasher(expected, FxBuildHasher), ..Self::default() }
    }

    /// The same names for somebody who goes on at the same time.
    pub fn fork(&mut self) -> Self {
        let own = take(&mut self.own);
        if !own.is_empty() {
            self.before.push(Arc::new(own));
        }
        Self { before: self.before.clone(), next: self.next.clone(), ..Self::default() }
    }

    /// Whether somebody who went on at the same time took a name that was taken here too.
    pub fn clashes(&self, fork: &Self) -> bool {
        !self.own.is_disjoint(&fork.own)
    }

    /// Adds what somebody took who went on at the same time, as if it had been taken after all of this.
    pub fn join(&mut self, fork: Self) {
        let own = take(&mut self.own);
        self.before.extend([own, fork.own].map(Arc::new));
        for (name, number) in fork.next {
            let next = self.next.entry(name).or_default();
            *next = number.max(*next);
        }
    }

    /// A name that nothing else has: the one that is wanted, or that with a number.
    fn unique(&mut self, wanted: &str) -> SmolStr {
        let wanted_sign = sign(wanted);
        if !self.before.iter().any(|signs| signs.contains(&wanted_sign)) && self.own.insert(wanted_sign) {
            self.last = SmolStr::new(wanted);
            return self.last.clone();
        }
        let mut number = self.next.get(wanted).copied().unwrap_or(2);
        self.last = loop {
            let next = format!("{wanted}-{number}");
            number += 1;
            if !self.has(&next) {
                break SmolStr::new(next);
            }
        };
        self.next.insert(SmolStr::new(wanted), number);
        self.own.insert(sign(&self.last));
        self.last.clone()
    }

    fn has(&self, name: &str) -> bool {
        let sign = sign(name);
        self.own.contains(&sign) || self.before.iter().any(|signs| signs.contains(&sign))
    }
}

impl Context<'_> {
    /// A permanent anchor that nothing else has; a second clause of the same name gets a number.
    pub fn anchor(&mut self, wanted: &str) -> SmolStr {
        self.anchors.unique(&plain(wanted))
    }

    /// An anchor that a clause has, without a second copy of its text where it was just taken, as it mostly was.
    pub fn known_anchor(&self, anchor: &str) -> SmolStr {
        let anchor = plain(anchor);
        if self.anchors.last == *anchor { self.anchors.last.clone() } else { SmolStr::new(&anchor) }
    }

    /// Whether no clause has this anchor yet.
    pub fn is_free(&self, anchor: &str) -> bool {
        !self.anchors.has(anchor)
    }

    /// The path of a rule, unique within the policy.
    pub fn path(&mut self, wanted: &str) -> SmolStr {
        self.paths.unique(wanted)
    }

    /// Whether there is a rule with this path.
    pub fn has_path(&self, path: &str) -> bool {
        self.paths.has(path)
    }
}

/// A name as it stands in an anchor: what is neither a letter nor a figure becomes a hyphen.
fn plain(wanted: &str) -> Cow<'_, str> {
    if wanted.bytes().all(|byte| PLAIN[usize::from(byte)]) {
        return Cow::Borrowed(wanted);
    }
    let belongs = |letter: char| letter.is_alphanumeric() || letter == '_';
    Cow::Owned(wanted.chars().map(|letter| if belongs(letter) { letter } else { '-' }).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_is_taken_gets_the_next_number_that_is_free() {
        let mut taken = Taken::with_capacity(4);
        let names = ["reply", "reply-2", "reply", "reply", "other"].map(|wanted| taken.unique(wanted));
        assert_eq!(names, ["reply", "reply-2", "reply-3", "reply-4", "other"]);
    }

    #[test]
    fn what_is_taken_at_the_same_time_is_as_if_taken_one_after_the_other() {
        let mut taken = Taken::with_capacity(4);
        for wanted in ["a", "b", "b"] {
            taken.unique(wanted);
        }
        let mut fork = taken.fork();
        assert_eq!((taken.unique("a"), taken.unique("c")), ("a-2".into(), "c".into()));
        assert_eq!((fork.unique("b"), fork.unique("d")), ("b-3".into(), "d".into()));
        assert!(!taken.clashes(&fork));
        taken.join(fork);
        let all = ["a", "b", "b-2", "a-2", "c", "b-3", "d"];
        assert!(all.iter().all(|name| taken.has(name)) && !taken.has("a-3"));
        assert_eq!(["a", "b", "c", "d"].map(|wanted| taken.unique(wanted)), ["a-3", "b-4", "c-2", "d-2"]);
    }

    #[test]
    fn who_takes_what_the_other_takes_clashes() {
        let mut taken = Taken::with_capacity(4);
        taken.unique("a");
        let mut fork = taken.fork();
        assert_eq!([taken.unique("a"), taken.unique("b")], ["a-2", "b"]);
        assert!(!taken.clashes(&fork));
        assert_eq!(fork.unique("a"), "a-2");
        assert!(taken.clashes(&fork));
    }
}
