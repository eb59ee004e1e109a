//! `avouch ask`: what applies to one case, with the working.

use std::io::{self, IsTerminal as _, Write as _};
use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::Outcome;
use super::day;
use super::failure::Failure;
use super::policy::{Policy, Whose, failure, no_language};
use super::terminal::Terminal;
use crate::diagnostic::render::escape;
use crate::emit::answer::{notes, pretty};
use crate::evaluate::{Missing, Problem, Question, Typed, answer};

#[derive(Args, Debug)]
pub struct Arguments {
    /// The policy file
    file: PathBuf,
    /// What is known of the case, as `severity=critical`; a yes/no fact by its name, or `"not name"`
    #[arg(value_name = "FACT=VALUE")]
    facts: Vec<String>,
    /// When the request was received, as `2026-12-24T16:45`; without an offset it is local to the policy
    #[arg(long, value_name = "TIME")]
    received: Option<String>,
    /// What happened since: an event or state as `responded=TIME`, a changed fact as `severity=critical@TIME`
    #[arg(long = "event", value_name = "NAME=TIME")]
    events: Vec<String>,
    /// The time at which states are asked for; the last one of all that are given, otherwise
    #[arg(long, value_name = "TIME")]
    at: Option<String>,
    /// What was used so far of something that is granted, as `sessions=2` or `"advice=3 hours"`
    #[arg(long = "used", value_name = "ENTITLEMENT=AMOUNT")]
    used: Vec<String>,
    /// The first day of the contract, from which its years and quarters are counted; those of the calendar otherwise
    #[arg(long, value_name = "DATE")]
    since: Option<String>,
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
}

pub fn run(arguments: &Arguments, terminal: &mut Terminal) -> Result<Outcome, Failure> {
    day::refuse_words("--received", arguments.received.as_deref(), false)?;
    day::refuse_words("--at", arguments.at.as_deref(), false)?;
    let policy = match Policy::open(&arguments.file, "answer", terminal)? {
        Ok(policy) => policy,
        Err(outcome) => return Ok(outcome),
    };
    let customer = arguments.whose.customer()?;
    let (mut facts, mut any) = (arguments.facts.clone(), Vec::new());
    let asks = io::stdin().is_terminal() && io::stderr().is_terminal() && arguments.format == Format::Pretty;
    let mut just_told = false;
    loop {
        let found = policy.ask(&customer, |context| {
            let typed = Typed {
                facts: &facts,
                received: arguments.received.as_deref(),
                events: &arguments.events,
                at: arguments.at.as_deref(),
                used: &arguments.used,
                since: arguments.since.as_deref(),
                any: &any,
            };
            let question = Question::typed(context, typed)?;
            let answer = answer(context, &question)?;
            let json = || {
                serde_json::to_string_pretty(&answer)
                    .map_err(|error| Problem::new(format!("the answer cannot be written as JSON: {error}")))
            };
            match arguments.format {
                Format::Json => json().map(|text| text + "\n"),
                Format::Pretty => pretty(context.program, &answer, arguments.language.as_deref())
                    .map_err(|known| no_language(arguments.language.as_deref(), &known)),
            }
            .map(|text| (text, notes(context.program, &answer.notes, arguments.language.as_deref())))
        });
        match found {
            Ok((text, notes)) => {
                terminal.print(&text);
                if arguments.format == Format::Pretty {
                    for note in &notes {
                        terminal.say(&escape(note));
                    }
                }
                return Ok(Outcome::Clean);
            }
            Err(Problem { missing: Some(missing), message, help }) if asks => {
                just_told = false;
                match prompt(terminal, &missing)? {
                    Told::Value(value) => {
                        facts.push(format!("{}={value}", missing.fact));
                        just_told = true;
                    }
                    Told::Any => any.push(missing.fact),
                    Told::Nothing => return Err(failure(Problem { message, help, missing: None })),
                }
            }
            // Whatever is wrong now is wrong with what was just told, so it is asked for again.
            Err(problem) if just_told => {
                just_told = false;
                facts.pop();
                terminal.fail(&failure(problem));
            }
            Err(problem) => return Err(failure(problem)),
        }
    }
}

/// What a person told when asked for a fact.
enum Told {
    /// A value.
    Value(String),
    /// Any value will do, or it is not known.
    Any,
    /// There is nobody to tell anything.
    Nothing,
}

/// Asks a person for a fact, by name or by number.
fn prompt(terminal: &mut Terminal, missing: &Missing) -> Result<Told, Failure> {
    terminal.say(&format!("{}?", escape(&missing.title)));
    for (number, (name, title)) in (1..).zip(&missing.values) {
        let title = if title == name { String::new() } else { format!("  {}", escape(title)) };
        terminal.say(&format!("  {number}  {}{title}", escape(name)));
    }
    terminal.say("  Enter alone leaves it open");
    // A terminal that does not show this still takes the answer.
    let _ = write!(io::stderr(), "{} = ", escape(&missing.fact));
    let _ = io::stderr().flush();
    let mut line = String::new();
    let read = io::stdin().read_line(&mut line).map_err(|error| {
        Failure::new(format!("the answer cannot be read: {}", super::failure::reason(&error)))
    })?;
    if read == 0 {
        // What was asked stays on a line of its own.
        terminal.say("");
        return Ok(Told::Nothing);
    }
    let word = line.trim();
    let by_number = word.parse::<usize>().ok().and_then(|number| missing.values.get(number.checked_sub(1)?));
    Ok(match by_number {
        Some((name, _)) => Told::Value(name.clone()),
        None if word.is_empty() => Told::Any,
        None => Told::Value(word.to_owned()),
    })
}
