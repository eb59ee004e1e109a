//! A mark that a clause leaves on what it names, whichever processor reads the clause.

use std::sync::atomic::{AtomicBool, Ordering};

/// Whether something was seen; it starts as not seen, and stays seen.
#[derive(Debug, Default)]
pub struct Mark(AtomicBool);

impl Mark {
    /// Leaves the mark. What has it already is only read, so that processors do not wait for each other.
    pub fn set(&self) {
        if !self.get() {
            self.0.store(true, Ordering::Relaxed);
        }
    }

    /// Whether the mark is there.
    pub fn get(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

impl Clone for Mark {
    fn clone(&self) -> Self {
        Self(AtomicBool::new(self.get()))
    }
}
