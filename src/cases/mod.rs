//! Exact sets of cases, and layered rules over them.
//!
//! In: a [`Space`] (facts as dimensions, their values as classes), sets of cases built from single conditions, and rules
//! as sets with a number for what they promise. Out: exact answers as plain data: set algebra, counts, a first case as
//! proof, short descriptions, and for rules which one decides where, where two conflict, and what no rule covers.
//!
//! This room knows nothing of policies: no names of facts, no values, no texts for people. It imports nothing from the
//! crate. Everything is deterministic, and a set has exactly one form: equal sets are equal (`==`) as data.
//!
//! **What a space adds.** Operations without a [`Space`] treat all combinations alike. Operations that take one look only
//! at the combinations that can exist in it ([`Space::possible`]).
//!
//! **Limits.** A set is kept as a decision diagram, so the usual work grows with the number of conditions, not of cases.
//! Conditions can still be devised whose diagram doubles with each of them. What reads authors' conditions therefore uses
//! [`CaseSet::try_and`] and its like, and the questions over many sets have a fixed budget: both give [`TooComplex`]
//! instead of taking longer. The size of the input is the only thing it depends on, never time or memory.

mod apart;
mod carry;
mod classes;
mod cuts;
mod derived;
mod diagram;
mod hull;
mod limits;
mod partition;
mod plain;
mod resolve;
mod rules;
mod runs;
mod set;
mod space;
mod summary;
mod table;
mod walk;
mod within;

#[cfg(test)]
mod tests;

pub use classes::ClassSet;
pub use cuts::{Comparison, Cut, Cuts};
pub use derived::{Derived, Overlap, Row, derived};
pub use hull::Near;
pub use limits::{
    MOST_BRIEF_STEPS, MOST_CONDITIONS, MOST_DIMENSIONS, MOST_NODES, MOST_STEPS, MOST_SUMMARY_STEPS,
    TooComplex,
};
pub use partition::{Part, partition};
pub use resolve::{MOST_CONFLICTS, resolve};
pub use rules::{Conflict, Layer, Redundant, Region, Resolution, Rule, RulePart};
pub use set::CaseSet;
pub use space::{Case, Condition, Dim, Dimension, Space};
