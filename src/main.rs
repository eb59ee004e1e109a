//! The command `avouch`; everything is in the library.

use std::process::ExitCode;

/// A policy is many small pieces that are made and dropped in one go; the system's allocator took a third of the time.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    avouch::cli::main()
}
