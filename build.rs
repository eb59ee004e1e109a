//! How the program is linked.
//!
//! On Linux it stands at one fixed place in memory: 19,000 addresses of tables and words would otherwise be put right at every
//! start, which took a third of the time of `avouch --version`.

use std::env;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let is = |key: &str, value: &str| env::var(key).is_ok_and(|found| found == value);
    if is("CARGO_CFG_TARGET_OS", "linux") && is("CARGO_CFG_TARGET_ENV", "gnu") {
        println!("cargo::rustc-link-arg-bin=avouch=-no-pie");
    }
}
