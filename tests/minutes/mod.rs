//! A slow, plainly right way to count time, and random calendars to try it on.

pub mod chance;
pub mod days;
pub mod truth;
pub mod world;
