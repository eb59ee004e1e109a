//! `avouch fmt`: policies in the one layout. Each file is written whole or not at all.
//!
//! A file that cannot be read, or that the layout would change in meaning, is told about and left as it is; the others
//! are laid out nevertheless.

use std::fmt::Write as _;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use clap::Args;

use super::Outcome;
use super::check::{read_standard_input, standing_for};
use super::discover::{Targets, discover};
use super::failure::{Failure, reason};
use super::stage;
use super::terminal::Terminal;
use super::unified::unified;
use crate::analysis::Files as _;
use crate::diagnostic::render::escape;
use crate::format::{Fault, Formatted, format};

#[derive(Args, Debug)]
pub struct Arguments {
    /// Files and folders; the current folder when none is given, standard input for `-`
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Change no file; name those that would change, with exit code 1 if there are any
    #[arg(long)]
    check: bool,
    /// Change no file; show what would change
    #[arg(long)]
    diff: bool,
    /// The path that the text of standard input is laid out as
    #[arg(long, value_name = "PATH", default_value = "stdin.policy")]
    stdin_filename: PathBuf,
}

/// What came of all files.
#[derive(Default)]
struct Count {
    changed: usize,
    unchanged: usize,
    failed: usize,
    /// Places that could not be parsed.
    left: usize,
}

pub fn run(arguments: &Arguments, terminal: &mut Terminal) -> Result<Outcome, Failure> {
    let look = terminal.look_err();
    let standard = arguments.paths.iter().any(|path| path.as_os_str() == "-");
    let mut given = Vec::new();
    let targets = if standard {
        if arguments.paths.len() > 1 {
            return Err(
                Failure::new("`-` stands alone").help("lay standard input and files out one after the other")
            );
        }
        given = read_standard_input()?;
        standing_for(&arguments.stdin_filename, given.clone(), look)?
    } else {
        discover(&arguments.paths, look)?
    };
    let mut count = Count::default();
    for (path, result) in texts(&targets) {
        // Who pipes a text through gets it back, whatever happens.
        if standard && result.is_err() && !arguments.check && !arguments.diff {
            terminal.print_bytes(&given);
        }
        match result.and_then(|text| laid_out(arguments, terminal, path, &text, standard, &mut count)) {
            Ok(true) => count.changed += 1,
            Ok(false) => count.unchanged += 1,
            Err(failure) => {
                count.failed += 1;
                terminal.fail(&failure);
            }
        }
    }
    if !standard || arguments.check || arguments.diff || count.left > 0 {
        terminal.say(&count.in_words(arguments.check || arguments.diff));
    }
    Ok(match count {
        Count { failed: 1.., .. } => Outcome::Failed,
        Count { changed: 1.., .. } if arguments.check => Outcome::Findings,
        Count { .. } => Outcome::Clean,
    })
}

fn texts(targets: &Targets) -> impl Iterator<Item = (&str, Result<String, Failure>)> {
    targets.files.iter().map(|target| {
        let read = targets.workspaces[target.workspace].files.read(&target.path);
        let failed = |error: crate::analysis::ReadError| {
            let failure = Failure::new(error.message(&target.path));
            match error.help() {
                Some(help) => failure.help(help),
                None => failure,
            }
        };
        (target.path.as_str(), read.map_err(failed))
    })
}

/// Lays one text out and does with it what was asked for; gives back whether it changes.
fn laid_out(
    arguments: &Arguments,
    terminal: &mut Terminal,
    path: &str,
    text: &str,
    standard: bool,
    count: &mut Count,
) -> Result<bool, Failure> {
    let formatted = format(text);
    // Who pipes a text through gets it back, whatever happens.
    if standard && !arguments.check && !arguments.diff {
        terminal.print(formatted.as_ref().map_or(text, |formatted| &formatted.text));
    }
    let Formatted { text: new, left } = formatted.map_err(|fault| failure(path, fault))?;
    count.left += left;
    if new == text {
        return Ok(false);
    }
    if arguments.diff {
        terminal.print(&unified(path, text, &new));
    } else if arguments.check {
        terminal.print(&format!("{}\n", escape(path)));
    } else if !standard {
        let place = Path::new(path);
        let cannot = |error| Failure::new(format!("`{path}` cannot be written: {}", reason(&error)));
        stage::may_be_rewritten(place).map_err(|error| match error.kind() {
            ErrorKind::Other => cannot(error).help(stage::APART),
            _ => cannot(error),
        })?;
        stage::replace(place, new.as_bytes()).map_err(cannot)?;
    }
    Ok(true)
}

fn failure(path: &str, fault: Fault) -> Failure {
    const OURS: &str = "this is a fault of avouch and not of the file; please report it with the file";
    let (what, help) = match fault {
        Fault::LoneReturn => (
            "a line ends with a lone carriage return, as on very old Macs",
            "save the file with the line ends of today (LF or CRLF)",
        ),
        Fault::Mistakes => (
            "what is wrong in it would become something else if the rest were laid out",
            "mend what `avouch check` finds, then lay it out",
        ),
        Fault::Meaning => ("laying it out would change what it says", OURS),
        Fault::Unstable => ("it would be laid out in another way the next time", OURS),
    };
    Failure::new(format!("`{path}` is left as it is: {what}")).help(help)
}

impl Count {
    /// One line about it.
    fn in_words(&self, only_asked: bool) -> String {
        let files = |count: usize| if count == 1 { "1 file".to_owned() } else { format!("{count} files") };
        let mut words = match (self.changed, only_asked) {
            (0, _) if self.failed == 0 => format!("{}: all in the one layout", files(self.unchanged)),
            (changed, true) => format!("{} would change, {} unchanged", files(changed), self.unchanged),
            (changed, false) => format!("{} laid out, {} unchanged", files(changed), self.unchanged),
        };
        if self.failed > 0 {
            let _ = write!(words, ", {} left alone", self.failed);
        }
        match self.left {
            0 => {}
            1 => words.push_str("; 1 place could not be read and stays as it is, see `avouch check`"),
            left => {
                let _ = write!(
                    words,
                    "; {left} places could not be read and stay as they are, see `avouch check`"
                );
            }
        }
        words
    }
}
