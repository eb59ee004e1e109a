//! Small policies with their meaning, and a slow, plainly right way to decide what they ensure.

pub mod model;
pub mod text;
pub mod truth;
