//! Any bytes as a policy file: what is made of it is safe to read.
#![no_main]

#[path = "../support/safe.rs"]
mod safe;
#[path = "../support/targets.rs"]
mod targets;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| targets::build(bytes));
