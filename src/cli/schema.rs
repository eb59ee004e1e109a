//! `avouch schema`: the JSON Schema of the rule set, for other programs.

use super::Outcome;
use super::failure::Failure;
use super::terminal::Terminal;
use crate::analysis::schema;

pub fn run(terminal: &mut Terminal) -> Result<Outcome, Failure> {
    terminal.print(&schema());
    terminal.finish().map(|()| Outcome::Clean)
}
