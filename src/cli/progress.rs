//! How far a table is, on a terminal.
//!
//! In: what was read and written so far. Out: one line on standard error that is written over again and wiped in the end; nothing
//! where nobody looks.

use std::io::{self, IsTerminal as _, Write as _};
use std::time::{Duration, Instant};

/// How far it is.
pub struct Progress {
    length: Option<u64>,
    read: u64,
    told: Option<Instant>,
    begins: Instant,
    shown: bool,
}

/// The line is written again after so much time.
const PAUSE: Duration = Duration::from_millis(200);

impl Progress {
    /// At the beginning of a table of this length, if that is known.
    pub fn new(length: Option<u64>) -> Self {
        let watched = io::stderr().is_terminal() && !io::stdout().is_terminal();
        let now = Instant::now();
        Self { length, read: 0, told: watched.then_some(now), begins: now, shown: false }
    }

    /// That a piece of this length is done, and so many rows in all.
    pub fn told(&mut self, length: usize, rows: u64) {
        self.read += length as u64;
        if self.told.is_none_or(|told| told.elapsed() <= PAUSE) {
            return;
        }
        self.told = Some(Instant::now());
        self.shown = true;
        let share =
            self.length.filter(|length| *length > 0).map(|length| self.read.min(length) * 100 / length);
        let share = share.map_or_else(String::new, |share| format!("{share:>3} %  "));
        let seconds = self.begins.elapsed().as_secs().max(1);
        // A terminal that is gone needs no progress.
        let _ = write!(
            io::stderr(),
            "\r\u{1b}[K{share}{} rows, {} a second",
            grouped(rows),
            grouped(rows / seconds)
        );
        let _ = io::stderr().flush();
    }

    /// Wipes the line.
    pub fn end(&self) {
        if self.shown {
            let _ = write!(io::stderr(), "\r\u{1b}[K");
        }
    }
}

/// `1,234,567`.
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_set_apart() {
        assert_eq!([grouped(0), grouped(999), grouped(1_234_567)], ["0", "999", "1,234,567"]);
    }
}
