//! The command `avouch`; everything is in the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    avouch::cli::main()
}
