//! Why a command could not be carried out: said once, on standard error, with exit code 2.

use std::io;

use crate::analysis::BuildError;

/// A reason, and what to do about it.
#[derive(Debug, PartialEq, Eq)]
pub struct Failure {
    /// What is wrong, in one line, as in findings.
    pub message: String,
    /// What to do.
    pub help: Option<String>,
    /// Rendered findings that say more, such as those about the settings.
    pub details: String,
}

impl Failure {
    /// A reason without advice.
    pub fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), help: None, details: String::new() }
    }

    /// Says what to do.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}

impl From<BuildError> for Failure {
    fn from(error: BuildError) -> Self {
        Self { help: error.help(), ..Self::new(error.to_string()) }
    }
}

/// What the system said, in words without its number.
pub fn reason(error: &io::Error) -> String {
    let text = error.to_string();
    let words = text.split(" (os error").next().unwrap_or(&text);
    let mut letters = words.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}
