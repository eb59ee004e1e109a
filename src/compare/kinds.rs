//! Every kind of change there is: its name, its mirror, its area, and which way it goes for the customer.
//!
//! In: nothing. Out: two tables, of kinds that are the mirrors of each other (`twins.rs`) and of those that are their own
//! (`single.rs`). The names are for ever: other programs read them, and approvals hang on them. The page of kinds in the
//! documentation and the audit of the tests follow from the tables.

mod single;
mod twins;

pub use single::*;
pub use twins::*;

use super::change::{Area, Direction};

/// A kind of change.
#[derive(Debug, PartialEq, Eq)]
pub struct Kind {
    /// Its permanent name.
    pub id: &'static str,
    /// The kind that the same change is with the versions exchanged.
    pub mirror: &'static str,
    /// What it is about.
    pub area: Area,
    /// Which way it goes; none where that is worked out for each change.
    pub direction: Option<Direction>,
    /// What it is, in one line.
    pub summary: &'static str,
}

/// Two kinds of which each is the mirror of the other.
#[derive(Debug)]
pub struct Twin {
    /// The one that is worse for the customer, or by which something goes.
    pub back: Kind,
    /// The one that is better for the customer, or by which something comes.
    pub forth: Kind,
}

/// All kinds, two mirrors together.
pub fn all() -> impl Iterator<Item = &'static Kind> {
    let twins = twins::TWINS.iter().flat_map(|twin| [&twin.back, &twin.forth]);
    twins.chain(single::SINGLE.iter().copied())
}

/// The kind of this name.
pub fn find(id: &str) -> Option<&'static Kind> {
    all().find(|kind| kind.id == id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_kind_has_its_mirror_and_goes_the_other_way_there() {
        for kind in all() {
            let mirror = find(kind.mirror).unwrap_or_else(|| panic!("{} has no mirror", kind.id));
            assert_eq!((mirror.mirror, mirror.area), (kind.id, kind.area));
            assert_eq!(mirror.direction, kind.direction.map(Direction::turned), "{}", kind.id);
        }
    }

    #[test]
    fn names_are_in_kebab_case_and_each_there_once() {
        let names: BTreeSet<&str> = all().map(|kind| kind.id).collect();
        assert_eq!(names.len(), all().count());
        for name in names {
            assert!(
                name.split('-').all(|part| !part.is_empty() && part.chars().all(|c| c.is_ascii_lowercase()))
            );
        }
    }
}
