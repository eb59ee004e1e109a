//! Small random policies, what they mean by definition, and what the compiler makes of them.
//!
//! A policy is kept as the generator's own model ([`model`]), written as text for the compiler ([`write`]), and judged case
//! by case ([`judge`]). The judge reads `docs`' definitions of rules and knows nothing of how the compiler works;
//! [`compare`] and [`consumer`] hold the compiled program and the rule set against it.

pub mod choices;
pub mod compare;
pub mod conditions;
pub mod consumer;
pub mod generate;
pub mod grids;
pub mod judge;
pub mod layers;
pub mod model;
pub mod places;
pub mod reduce;
pub mod values;
pub mod write;
