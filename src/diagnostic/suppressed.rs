//! Findings that do not count, and why: they stay visible to machines, so that nothing is hidden for good.

use serde::{Deserialize, Serialize};

use super::Diagnostic;
use crate::source::Span;

/// A finding that does not count.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Suppressed {
    /// The finding, as it would have been reported.
    pub finding: Diagnostic,
    /// Why it does not count.
    pub by: Suppression,
}

/// Why a finding does not count.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub enum Suppression {
    /// It is excused in place.
    Excuse {
        /// Why it is right as it is, in the words of the author.
        reason: String,
        /// The comment that says so.
        span: Span,
    },
    /// It was there before avouch was, and stands in the baseline.
    Baseline,
}

impl Suppression {
    /// The word for it in reports for machines.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Excuse { .. } => "excuse",
            Self::Baseline => "baseline",
        }
    }
}
