//! Any bytes as a text: the parser answers.
#![no_main]

#[path = "../support/safe.rs"]
mod safe;
#[path = "../support/targets.rs"]
mod targets;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| targets::parse(bytes));
