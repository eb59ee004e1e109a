//! Any bytes as a policy file: the findings are well formed.
#![no_main]

#[path = "../support/safe.rs"]
mod safe;
#[path = "../support/targets.rs"]
mod targets;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| targets::check(bytes));
