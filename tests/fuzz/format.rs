//! Any bytes as a text: its layout is stable.
#![no_main]

#[path = "../support/safe.rs"]
mod safe;
#[path = "../support/targets.rs"]
mod targets;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| targets::format(bytes));
