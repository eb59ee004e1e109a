//! What several policies of one publisher say differently of one thing.
//!
//! In: a small [`Summary`] of each policy, which can be kept when its program is let go of. Out: findings, in the order of the
//! policies. The cost grows with the number of policies and with what each of them says, not with its pairs: things are put
//! together by publisher and name, and each is held against the first of its group.
//!
//! What is one thing is decided with care. Two policies of one publisher may have two desks, and two products two deadlines: a
//! calendar is the same if its name, title and zone are; a promise or an address only where both policies name one product.

mod places;
mod policies;
mod promises;
mod summary;

use crate::diagnostic::{Code, registry};

pub use places::Place;
pub use summary::Summary;

/// All findings between policies.
pub static CODES: &[&Code] = &[
    &registry::DIFFERING_ADDRESSES,
    &registry::DIFFERING_CUT_OFFS,
    &registry::DIFFERING_DEFINITIONS,
    &registry::DIFFERING_HOURS,
    &registry::DIFFERING_PROMISES,
    &registry::DUPLICATE_POLICY,
];

/// A difference between two policies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The policy that says it differently, by its number.
    pub policy: usize,
    /// Which finding it is.
    pub code: &'static Code,
    /// The place of what it says.
    pub place: Place,
    /// What is wrong.
    pub message: String,
    /// What is said here.
    pub label: String,
    /// The place in the other policy, and what is said there.
    pub other: (Place, String),
    /// What to do.
    pub help: &'static str,
}

/// The differences between some policies, in the order of the policies and of their texts.
pub fn differences(policies: &[&Summary]) -> Vec<Difference> {
    let mut found = Vec::new();
    policies::names(policies, &mut found);
    policies::hours(policies, &mut found);
    policies::definitions(policies, &mut found);
    promises::addresses(policies, &mut found);
    promises::promises(policies, &mut found);
    found.sort_by(|one, other| {
        (one.policy, &one.place, one.code.name, &one.message).cmp(&(
            other.policy,
            &other.place,
            other.code.name,
            &other.message,
        ))
    });
    found.dedup_by(|one, other| one.place == other.place && one.code == other.code);
    found
}

#[cfg(test)]
mod tests;
