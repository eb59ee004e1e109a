//! Standard output and standard error: whether they are coloured, how wide they are, and what happens when the reader
//! goes away. A reader that stops reading ends the output silently, as pipelines expect.

use std::env;
use std::io::{self, BufWriter, IsTerminal, Write};

use clap::ValueEnum;

use super::failure::{Failure, reason};
use crate::diagnostic::render::{Look, escape};

/// When to colour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Choice {
    /// If the output is a terminal that can, unless the environment says otherwise
    #[default]
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// Columns when the output is not a terminal.
const WIDTH: usize = 100;

/// Both streams.
pub struct Terminal {
    out: BufWriter<io::Stdout>,
    /// How findings are to look on standard output.
    pub look: Look,
    /// Whether a person is looking at standard output.
    pub watched: bool,
    colour_err: bool,
    failed: Option<io::Error>,
    closed: bool,
}

impl Terminal {
    /// Asks the environment once.
    pub fn new(choice: Choice) -> Self {
        let asked = |name: &str| env::var(name).ok().filter(|value| !value.is_empty());
        let colour = |terminal: bool| coloured(choice, terminal, asked);
        let width = terminal_size::terminal_size()
            .map_or(WIDTH, |(columns, _)| usize::from(columns.0).clamp(60, 140));
        let look = Look { colour: colour(io::stdout().is_terminal()), ascii: ascii(asked), width };
        Self {
            out: BufWriter::with_capacity(64 * 1024, io::stdout()),
            look,
            watched: io::stdout().is_terminal(),
            colour_err: colour(io::stderr().is_terminal()),
            failed: None,
            closed: false,
        }
    }

    /// Writes to standard output.
    pub fn print(&mut self, text: &str) {
        self.print_bytes(text.as_bytes());
    }

    /// Writes bytes to standard output as they are.
    pub fn print_bytes(&mut self, bytes: &[u8]) {
        if self.closed || self.failed.is_some() {
            return;
        }
        let result = self.out.write_all(bytes);
        self.note(result);
    }

    /// Empties the screen for a report that takes the place of the one before, where somebody is looking at it.
    pub fn clear(&mut self) {
        if self.watched {
            self.print("\u{1b}[2J\u{1b}[3J\u{1b}[H");
        }
    }

    /// Whether nobody reads standard output any more.
    pub fn is_closed(&self) -> bool {
        self.closed || self.failed.is_some()
    }

    /// Writes a line to standard error, after what was written to standard output so far.
    pub fn say(&mut self, line: &str) {
        self.flush();
        // When even standard error is gone there is nobody left to tell.
        let _ = writeln!(io::stderr(), "{line}");
    }

    /// Says why a command could not be carried out.
    pub fn fail(&mut self, failure: &Failure) {
        let (red, bold, cyan, end) = if self.colour_err {
            ("\u{1b}[1;31m", "\u{1b}[1m", "\u{1b}[36m", "\u{1b}[0m")
        } else {
            ("", "", "", "")
        };
        let help = failure.help.as_deref().map(|help| {
            format!(
                "
  {cyan}help:{end} {}",
                escape(help)
            )
        });
        let message = format!("{red}error:{end} {bold}{}{end}", escape(&failure.message));
        self.say(&format!("{}{message}{}", failure.details, help.unwrap_or_default()));
    }

    /// Whether standard error is coloured.
    pub fn look_err(&self) -> Look {
        Look { colour: self.colour_err, ..self.look }
    }

    /// Writes out what is held back, and says if anything was lost.
    pub fn finish(&mut self) -> Result<(), Failure> {
        self.flush();
        match self.failed.take() {
            Some(error) => {
                Err(Failure::new(format!("standard output cannot be written: {}", reason(&error))))
            }
            None => Ok(()),
        }
    }

    fn flush(&mut self) {
        if !self.closed && self.failed.is_none() {
            let result = self.out.flush();
            self.note(result);
        }
    }

    fn note(&mut self, result: io::Result<()>) {
        match result {
            Ok(()) => {}
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => self.closed = true,
            Err(error) => self.failed = Some(error),
        }
    }
}

/// Whether a stream is coloured. The command line stands above the environment, and `NO_COLOR` above what forces colour.
fn coloured(choice: Choice, terminal: bool, asked: impl Fn(&str) -> Option<String>) -> bool {
    let forced = |name| asked(name).is_some_and(|value| value != "0");
    match choice {
        Choice::Always => true,
        Choice::Never => false,
        Choice::Auto if asked("NO_COLOR").is_some() => false,
        Choice::Auto if forced("FORCE_COLOR") || forced("CLICOLOR_FORCE") => true,
        Choice::Auto => terminal && asked("TERM").is_none_or(|term| term != "dumb"),
    }
}

/// Whether only ASCII may be drawn: on a terminal without abilities, or where the locale names another encoding.
fn ascii(asked: impl Fn(&str) -> Option<String>) -> bool {
    if asked("TERM").is_some_and(|term| term == "dumb") {
        return true;
    }
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find_map(asked);
    locale.is_some_and(|locale| {
        let encoding = locale.to_ascii_lowercase();
        encoding.contains('.') && !encoding.contains("utf-8") && !encoding.contains("utf8")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn environment<'a>(pairs: &'a [(&'a str, &'a str)]) -> impl Fn(&str) -> Option<String> + 'a {
        |name| pairs.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned())
    }

    #[test]
    fn the_command_line_stands_above_the_environment() {
        assert!(coloured(Choice::Always, false, environment(&[("NO_COLOR", "1")])));
        assert!(!coloured(Choice::Never, true, environment(&[("FORCE_COLOR", "1")])));
    }

    #[test]
    fn the_environment_stands_above_the_terminal() {
        assert!(coloured(Choice::Auto, true, environment(&[])));
        assert!(!coloured(Choice::Auto, false, environment(&[])));
        assert!(!coloured(Choice::Auto, true, environment(&[("NO_COLOR", "1")])));
        assert!(coloured(Choice::Auto, false, environment(&[("FORCE_COLOR", "1")])));
        assert!(coloured(Choice::Auto, false, environment(&[("CLICOLOR_FORCE", "1")])));
        assert!(!coloured(Choice::Auto, false, environment(&[("CLICOLOR_FORCE", "0")])));
        assert!(!coloured(Choice::Auto, true, environment(&[("TERM", "dumb")])));
        assert!(!coloured(Choice::Auto, true, environment(&[("NO_COLOR", "1"), ("FORCE_COLOR", "1")])));
    }

    #[test]
    fn lines_are_ascii_where_the_terminal_says_so() {
        assert!(ascii(environment(&[("TERM", "dumb")])));
        assert!(ascii(environment(&[("LC_ALL", "en_US.ISO-8859-1"), ("LANG", "en_US.UTF-8")])));
        assert!(!ascii(environment(&[("LANG", "nl_NL.utf8")])));
        assert!(!ascii(environment(&[("LANG", "C")])));
        assert!(!ascii(environment(&[])));
    }
}
