//! `avouch hours`: when a calendar is open.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::Outcome;
use super::day;
use super::failure::Failure;
use super::policy::{Policy, Whose, failure, no_language};
use super::terminal::Terminal;
use crate::analysis::length_in_other_words;
use crate::diagnostic::render::escape;
use crate::emit::answer::{hours as pretty, notes as in_words};
use crate::evaluate::hours::{Asked, hours, ics};

#[derive(Args, Debug)]
pub struct Arguments {
    /// The policy file
    file: PathBuf,
    /// The calendar
    calendar: String,
    /// What is known of the case, as `plan=premium`, for a calendar that depends on it
    #[arg(value_name = "FACT=VALUE")]
    facts: Vec<String>,
    /// List its hours from this day or time on
    #[arg(long, value_name = "TIME")]
    from: Option<String>,
    /// Up to this day or time; a day is included
    #[arg(long, value_name = "TIME")]
    to: Option<String>,
    /// Whether it is open at this time, and when it opens and closes before and after
    #[arg(long, value_name = "TIME")]
    at: Option<String>,
    /// Count so much time on from `--at`, as `"4 business hours"`; business time is that of the calendar
    #[arg(long, value_name = "DURATION", conflicts_with = "subtract")]
    add: Option<String>,
    /// Count so much time back from `--at`
    #[arg(long, value_name = "DURATION")]
    subtract: Option<String>,
    #[command(flatten)]
    whose: Whose,
    /// The language of the answer; the first one of the policy, otherwise
    #[arg(long, value_name = "LANGUAGE")]
    language: Option<String>,
    /// The form of the answer
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people
    #[default]
    Pretty,
    /// For other programs
    Json,
    /// The open hours as events for a calendar program
    Ics,
}

pub fn run(arguments: &Arguments, terminal: &mut Terminal) -> Result<Outcome, Failure> {
    day::refuse_words("--at", arguments.at.as_deref(), false)?;
    day::refuse_words("--from", arguments.from.as_deref(), true)?;
    day::refuse_words("--to", arguments.to.as_deref(), true)?;
    let policy = match Policy::open(&arguments.file, "calendar to ask", terminal)? {
        Ok(policy) => policy,
        Err(outcome) => return Ok(outcome),
    };
    let customer = arguments.whose.customer()?;
    let asked = Asked {
        calendar: &arguments.calendar,
        facts: &arguments.facts,
        from: arguments.from.as_deref(),
        to: arguments.to.as_deref(),
        at: arguments.at.as_deref(),
        add: arguments.add.as_deref(),
        subtract: arguments.subtract.as_deref(),
        meant: length_in_other_words,
    };
    let length = arguments.add.as_deref().map(|add| format!("+ {add}"));
    let length = length.or_else(|| arguments.subtract.as_deref().map(|less| format!("- {less}")));
    let language = arguments.language.as_deref();
    let asking = policy.ask(&customer, |context| {
        let (found, notes) = hours(context, asked)?;
        let words = pretty(context.program, &found, length.as_deref(), language)
            .map_err(|known| no_language(language, &known))?;
        let events = ics(context.program, &found);
        Ok((found, words, events, in_words(context.program, &notes, language)))
    });
    let (found, words, events, notes) = asking.map_err(failure)?;
    match arguments.format {
        Format::Pretty => terminal.print(&words),
        Format::Json => {
            let text = serde_json::to_string_pretty(&found)
                .map_err(|error| Failure::new(format!("the hours cannot be written as JSON: {error}")))?;
            terminal.print(&text);
            terminal.print("\n");
        }
        Format::Ics => {
            if found.unfilled {
                return Err(Failure::new(format!("when `{}` is open is not known yet", found.calendar))
                    .help("fill in its line with a `?`"));
            }
            if found.listed.is_none() {
                return Err(Failure::new("only a list of hours can become events")
                    .help("say from when to when with `--from` and `--to`"));
            }
            terminal.print(&events);
        }
    }
    for note in notes {
        terminal.say(&escape(&note));
    }
    Ok(Outcome::Clean)
}
