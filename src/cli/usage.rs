//! What is said when the command line itself cannot be understood: one calm line, and what can be written instead.

use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::failure::Failure;
use crate::diagnostic::nearest;

/// What is wrong with the arguments; `None` when help or the version was asked for, which is no mistake. The arguments say
/// of which command an unknown option was meant to be.
pub fn failure(error: &clap::Error, command: &clap::Command, arguments: &[String]) -> Option<Failure> {
    let text = |kind: ContextKind| match error.get(kind) {
        Some(ContextValue::String(text)) => Some(text.clone()),
        // The likeliest comes last.
        Some(ContextValue::Strings(all)) => all.last().cloned(),
        _ => None,
    };
    let all = |kind: ContextKind| match error.get(kind) {
        Some(ContextValue::Strings(all)) => all.clone(),
        Some(ContextValue::String(text)) => vec![text.clone()],
        _ => Vec::new(),
    };
    // `--format <FORMAT>` is called `--format`.
    let short = |text: String| text.split([' ', '=']).next().unwrap_or_default().to_owned();
    let argument = text(ContextKind::InvalidArg);
    let value = text(ContextKind::InvalidValue).unwrap_or_default();
    Some(match error.kind() {
        ErrorKind::DisplayHelp
        | ErrorKind::DisplayVersion
        | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => return None,
        ErrorKind::InvalidSubcommand => {
            let word = text(ContextKind::InvalidSubcommand).unwrap_or_default();
            let near =
                || nearest(&word, command.get_subcommands().map(clap::Command::get_name)).map(str::to_owned);
            let help = text(ContextKind::SuggestedSubcommand).or_else(near).map_or_else(
                || "`avouch --help` lists the commands".to_owned(),
                |near| format!("did you mean `{near}`?"),
            );
            Failure::new(format!("there is no command `{word}`")).help(help)
        }
        ErrorKind::MissingSubcommand => {
            Failure::new("a command is missing").help("`avouch --help` lists the commands")
        }
        ErrorKind::UnknownArgument => {
            let word = argument.unwrap_or_default();
            let what = if word.starts_with('-') {
                format!("there is no option `{}`", short(word.clone()))
            } else {
                format!("`{word}` is one word too many")
            };
            // A fact is no misspelt option, however near one is.
            let is_fact = word.strip_prefix("--").is_some_and(|name| FACTS.contains(&name))
                && takes_facts(command, arguments);
            let near = || near_option(&short(word.clone()), command, arguments);
            let help = text(ContextKind::SuggestedArg).or_else(near).filter(|_| !is_fact).map_or_else(
                || lists_options(&short(word.clone()), command, arguments),
                |near| format!("did you mean `{}`?", short(near)),
            );
            Failure::new(what).help(help)
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let option = short(argument.unwrap_or_default());
            let known = all(ContextKind::ValidValue);
            let asked = of_command(command, arguments).find(|asked| is_called(asked, &option));
            // What nobody wrote on the command line was set around it.
            let variable = asked.and_then(clap::Arg::get_env).and_then(std::ffi::OsStr::to_str);
            let named = variable.filter(|_| !arguments.iter().any(|word| names(word, &option, asked)));
            let named = named.unwrap_or(&option);
            let message = if !value.is_empty() {
                format!("`{value}` is no value of `{named}`")
            } else if option.starts_with('-') {
                format!("`{named}` needs a value")
            } else {
                "a path is empty".to_owned()
            };
            let failure = Failure::new(message);
            let is_number = asked.is_some_and(|asked| {
                asked.get_value_names().is_some_and(|names| names.iter().any(|name| name == "NUMBER"))
            });
            match (text(ContextKind::SuggestedValue), known.is_empty()) {
                (Some(near), _) => failure.help(format!("did you mean `{near}`?")),
                (None, false) => failure.help(format!("it can be {}", listed(&known))),
                (None, true) if is_number => failure.help("it is a whole number, such as `100`"),
                (None, true) => failure,
            }
        }
        ErrorKind::MissingRequiredArgument => {
            let missing: Vec<String> = all(ContextKind::InvalidArg);
            let spoken: Vec<&str> = missing.iter().map(|missing| spoken(missing)).collect();
            let verb = if spoken.len() > 1 { "are" } else { "is" };
            let failure = Failure::new(format!("{} {verb} missing", spoken.join(" and ")));
            let form = form(command, arguments).unwrap_or_default();
            failure.help(format!("{form}`--help` behind the command says what it needs"))
        }
        ErrorKind::ArgumentConflict => {
            let one = short(argument.unwrap_or_default());
            let other = all(ContextKind::PriorArg).into_iter().next().map(short).unwrap_or_default();
            if one == other || other.is_empty() {
                Failure::new(format!("`{one}` stands more than once"))
            } else {
                Failure::new(format!("`{one}` and `{other}` exclude each other"))
            }
        }
        _ => {
            let whole = error.to_string();
            let first = whole.lines().next().unwrap_or_default();
            Failure::new(first.trim_start_matches("error: ").to_owned())
        }
    })
}

/// All that can be said to the command in question.
fn of_command<'c>(
    command: &'c clap::Command,
    arguments: &[String],
) -> impl Iterator<Item = &'c clap::Arg> + use<'c> {
    let within = arguments.iter().find_map(|argument| command.find_subcommand(argument));
    within.into_iter().flat_map(clap::Command::get_arguments).chain(command.get_arguments())
}

/// Whether an argument is called `--name`.
fn is_called(argument: &clap::Arg, option: &str) -> bool {
    option.strip_prefix("--").is_some_and(|long| argument.get_long() == Some(long))
}

/// Whether a word of the command line is an option, by its long or its short name.
fn names(word: &str, option: &str, argument: Option<&clap::Arg>) -> bool {
    let short = argument.and_then(clap::Arg::get_short);
    let behind = word.strip_prefix(option);
    behind.is_some_and(|rest| rest.is_empty() || rest.starts_with('='))
        || short.is_some_and(|short| {
            word.strip_prefix('-').is_some_and(|rest| rest.starts_with(short) && !rest.starts_with('-'))
        })
}

/// The option of the command in question that a word is nearest to.
fn near_option(word: &str, command: &clap::Command, arguments: &[String]) -> Option<String> {
    let long = word.strip_prefix("--")?;
    let options = of_command(command, arguments);
    let names: Vec<&str> = options.filter_map(clap::Arg::get_long).chain(["help"]).collect();
    nearest(long, names).map(|near| format!("--{near}"))
}

/// Facts that most policies have.
const FACTS: [&str; 8] = ["channel", "kind", "phase", "plan", "priority", "product", "region", "severity"];

/// Whether the command in question is told what is known of a case.
fn takes_facts(command: &clap::Command, arguments: &[String]) -> bool {
    let names = |asked: &clap::Arg| {
        asked.get_value_names().is_some_and(|names| names.iter().any(|name| name == "FACT=VALUE"))
    };
    of_command(command, arguments).any(names)
}

/// What an argument that is missing is called.
fn spoken(argument: &str) -> &str {
    match argument {
        "<FILE>" => "the policy file",
        "<CALENDAR>" => "the name of a calendar",
        "<CASES>" => "the table of cases",
        "<NAME>" => "a name for the policy",
        other => other,
    }
}

/// The command with all that it needs, as the beginning of a help.
fn form(command: &clap::Command, arguments: &[String]) -> Option<String> {
    let needed: Vec<String> = of_command(command, arguments)
        .filter(|argument| argument.is_positional() && argument.is_required_set())
        .map(|argument| argument.get_id().as_str().to_uppercase())
        .collect();
    let name = arguments.iter().find(|argument| command.find_subcommand(argument).is_some())?;
    (!needed.is_empty()).then(|| format!("the form is `avouch {name} {}`; ", needed.join(" ")))
}

/// Where the options are listed; people write facts as options, in commands that take them.
fn lists_options(word: &str, command: &clap::Command, arguments: &[String]) -> String {
    let options = "`--help` behind the command lists its options";
    match word.strip_prefix("--").filter(|_| takes_facts(command, arguments)) {
        Some(name) => format!("{options}; what is known of the case has no dashes, as `{name}=…`"),
        None => options.to_owned(),
    }
}

fn listed(values: &[String]) -> String {
    let values: Vec<String> = values.iter().map(|value| format!("`{value}`")).collect();
    match values.as_slice() {
        [] => String::new(),
        [one] => one.clone(),
        [all @ .., last] => format!("{} or {last}", all.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use crate::cli::command;

    fn said(arguments: &[&str]) -> (String, Option<String>) {
        let error = command().try_get_matches_from(["avouch"].iter().chain(arguments)).unwrap_err();
        let arguments: Vec<String> = arguments.iter().map(ToString::to_string).collect();
        super::failure(&error, &command(), &arguments)
            .map(|failure| (failure.message, failure.help))
            .unwrap_or_default()
    }

    #[test]
    fn a_wrong_word_is_named_with_the_nearest_right_one() {
        let near = |message: &str, near: &str| (message.to_owned(), Some(format!("did you mean `{near}`?")));
        assert_eq!(said(&["chekc"]), near("there is no command `chekc`", "check"));
        assert_eq!(
            said(&["check", "--unsafe-fixs"]),
            near("there is no option `--unsafe-fixs`", "--unsafe-fixes")
        );
        assert_eq!(said(&["check", "--fxi"]), near("there is no option `--fxi`", "--fix"));
        assert_eq!(said(&["build", "--langauge=en"]), near("there is no option `--langauge`", "--language"));
        assert_eq!(said(&["--vesion"]), near("there is no option `--vesion`", "--version"));
        assert_eq!(said(&["buidl"]), near("there is no command `buidl`", "build"));
        assert_eq!(
            said(&["check", "--zzqx"]).1.as_deref(),
            Some("`--help` behind the command lists its options")
        );
        let fact = "`--help` behind the command lists its options; what is known of the case has no dashes, as `kind=…`";
        assert_eq!(said(&["ask", "a.policy", "--kind", "billing"]).1.as_deref(), Some(fact));
        assert_eq!(said(&["check", "--format=jsn"]), near("`jsn` is no value of `--format`", "json"));
    }

    #[test]
    fn what_is_missing_or_too_much_is_said_in_one_line() {
        assert_eq!(said(&["frobnicate"]).0, "there is no command `frobnicate`");
        assert_eq!(said(&["check", "--format"]).0, "`--format` needs a value");
        assert_eq!(said(&["check", "--max-findings", "many"]).0, "`many` is no value of `--max-findings`");
        assert_eq!(said(&["schema", "more"]).0, "`more` is one word too many");
        assert_eq!(said(&["--help"]), (String::new(), None));
    }

    #[test]
    fn what_is_missing_is_called_by_what_it_is() {
        let (message, help) = said(&["hours", "a.policy"]);
        assert_eq!(message, "the name of a calendar is missing");
        let form = "the form is `avouch hours FILE CALENDAR`; `--help` behind the command says what it needs";
        assert_eq!(help.as_deref(), Some(form));
        assert_eq!(said(&["evaluate"]).0, "the policy file and the table of cases are missing");
    }
}
