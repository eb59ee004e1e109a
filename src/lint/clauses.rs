//! What several lints ask of a clause and of the facts: whether it is explained, and what the facts of a request are called.

use crate::cases::Dim;
use crate::hir::{Clause, Fact, Program};

/// Whether a clause says in words what it is.
pub fn is_explained(clause: &Clause) -> bool {
    !(clause.means.is_empty() && clause.notes.is_empty() && clause.prose.is_empty())
}

/// A fact with its dimension.
pub fn fact<'p>(program: &'p Program, name: &str) -> Option<(Dim, &'p Fact)> {
    let (at, _, fact) = program.facts.get_full(name)?;
    Some((program.space.dims().nth(at)?, fact))
}

/// How grave a request is, by the one of the two words that the policy uses; the gravest value stands first.
pub fn gravity(program: &Program) -> Option<(Dim, &Fact)> {
    fact(program, "severity").or_else(|| fact(program, "priority"))
}

/// The words for how grave a request is, in a policy that speaks of severities or of priorities.
pub struct GravityWords {
    /// What the values are called together.
    pub all: &'static str,
    /// How the one above is beside the one below.
    pub more: &'static str,
    /// How the one below is beside the one above.
    pub less: &'static str,
    /// How the first one is.
    pub most: &'static str,
    /// How the last one is.
    pub least: &'static str,
}

impl GravityWords {
    /// The words for a fact that [`gravity`] gave.
    pub fn of(fact: &Fact) -> Self {
        if fact.clause.name == "priority" {
            Self {
                all: "priorities",
                more: "more urgent",
                less: "less urgent",
                most: "most urgent",
                least: "least urgent",
            }
        } else {
            Self { all: "severities", more: "graver", less: "lighter", most: "gravest", least: "lightest" }
        }
    }
}
