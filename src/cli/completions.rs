//! `avouch completions`: a script with which a shell completes commands and options.

use clap::Args;
use clap_complete::{Shell, generate};

use super::failure::Failure;
use super::terminal::Terminal;
use super::{Outcome, command};

#[derive(Args, Debug)]
pub struct Arguments {
    /// The shell that completes
    #[arg(value_enum)]
    shell: Shell,
}

pub fn run(arguments: &Arguments, terminal: &mut Terminal) -> Result<Outcome, Failure> {
    let mut script = Vec::new();
    generate(arguments.shell, &mut command(), "avouch", &mut script);
    terminal.print_bytes(&script);
    terminal.finish().map(|()| Outcome::Clean)
}
