//! Variables of the environment that stand for options: one that is set and empty counts as not set, as scripts leave them.
//!
//! In: the commands and options of the tool. Out: the same, where options do not look at variables that are empty. What an option
//! is given on the command line stays as it is.

use std::env;
use std::ffi::OsStr;

use clap::Command;
use clap::builder::Resettable;

/// How the names of all variables begin that stand for options.
const OURS: &str = "AVOUCH_";

/// The commands, without the variables that are empty.
pub fn settled(command: Command) -> Command {
    // Options are many and empty variables rare, so that these are looked for first.
    let ours = |name: &OsStr| name.to_str().is_some_and(|name| name.starts_with(OURS));
    if env::vars_os().any(|(name, value)| value.is_empty() && ours(&name)) {
        return without(command, &|name| env::var_os(name).is_some_and(|value| value.is_empty()));
    }
    command
}

fn without(command: Command, is_empty: &dyn Fn(&OsStr) -> bool) -> Command {
    let command = command.mut_args(|argument| {
        if argument.get_env().is_some_and(is_empty) { argument.env(Resettable::Reset) } else { argument }
    });
    command.mut_subcommands(|command| without(command, is_empty))
}

#[cfg(test)]
mod tests {
    use super::{OURS, OsStr, without};
    use crate::cli::command;

    /// The variables that a command and those below it look at.
    fn variables(command: &clap::Command) -> Vec<String> {
        let own = command.get_arguments().filter_map(|argument| argument.get_env());
        let own = own.map(|name| name.to_string_lossy().into_owned());
        own.chain(command.get_subcommands().flat_map(variables)).collect()
    }

    #[test]
    fn options_look_at_no_variable_that_is_empty_and_at_all_others() {
        let all = variables(&command());
        assert!(all.iter().all(|name| name.starts_with(OURS)), "{all:?}");
        assert_eq!(variables(&without(command(), &|_| true)), [""; 0]);
        let kept = variables(&without(command(), &|name| name == OsStr::new("AVOUCH_FORMAT")));
        let others: Vec<String> = all.into_iter().filter(|name| name != "AVOUCH_FORMAT").collect();
        assert_eq!(kept, others);
    }
}
