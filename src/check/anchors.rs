//! Anchors and paths: names that no two clauses of a policy share.
//!
//! In: the name that a clause would have. Out: that name, or with a number behind it where another clause has it already.
//! The clause that asks first has the plain name.

use super::context::Context;
use indexmap::IndexMap;
use indexmap::map::Entry;
use rustc_hash::FxBuildHasher;
use smol_str::SmolStr;
use std::borrow::Cow;

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

/// Names that are taken, in the order in which they were, each with the number that the next clause of that name tries first.
pub type Taken = IndexMap<SmolStr, usize, FxBuildHasher>;

impl Context<'_> {
    /// A permanent anchor that nothing else has; a second clause of the same name gets a number.
    pub fn anchor(&mut self, wanted: &str) -> SmolStr {
        unique(&mut self.anchors, &plain(wanted))
    }

    /// An anchor that a clause has, without a second copy of its text.
    pub fn known_anchor(&self, anchor: &str) -> SmolStr {
        let anchor = plain(anchor);
        // Who asks has mostly just taken it.
        if let Some((last, _)) = self.anchors.last().filter(|(last, _)| **last == *anchor) {
            return last.clone();
        }
        self.anchors.get_key_value(&*anchor).map_or_else(|| SmolStr::new(&anchor), |(known, _)| known.clone())
    }

    /// Whether no clause has this anchor yet.
    pub fn is_free(&self, anchor: &str) -> bool {
        !self.anchors.contains_key(anchor)
    }

    /// The path of a rule, unique within the policy.
    pub fn path(&mut self, wanted: &str) -> SmolStr {
        unique(&mut self.paths, wanted)
    }

    /// Whether there is a rule with this path.
    pub fn has_path(&self, path: &str) -> bool {
        self.paths.contains_key(path)
    }

    /// The paths of all rules that begin so, in the order of the rules.
    pub fn paths(&self, begin: &str) -> impl Iterator<Item = &str> {
        self.paths.keys().map(SmolStr::as_str).filter(move |path| path.starts_with(begin))
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

/// A name that nothing else has: the one that is wanted, or that with a number.
fn unique(taken: &mut Taken, wanted: &str) -> SmolStr {
    let mut number = match taken.entry(SmolStr::new(wanted)) {
        Entry::Occupied(next) => *next.get(),
        Entry::Vacant(place) => {
            let name = place.key().clone();
            place.insert(2);
            return name;
        }
    };
    let free = loop {
        let next = format!("{wanted}-{number}");
        number += 1;
        if !taken.contains_key(next.as_str()) {
            break SmolStr::new(next);
        }
    };
    taken.insert(SmolStr::new(wanted), number);
    taken.insert(free.clone(), 2);
    free
}
