//! What a build changed, and how it is told.
//!
//! In: the files that were written, left as they were and taken away. Out: one line with their numbers, and a line for each that
//! was touched, as far as somebody would read them.

use crate::diagnostic::render::escape;

/// What a build changed.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// Files that are new or have changed.
    pub files: Vec<String>,
    /// How many stand as they were.
    pub unchanged: usize,
    /// Files of earlier builds that are no longer made.
    pub removed: Vec<String>,
}

/// How many files are named; of more, people look into the folder.
const NAMED: usize = 60;

impl Written {
    /// One line about it.
    pub(super) fn in_words(&self, folder: &str) -> String {
        let removed = match self.removed.len() {
            0 => String::new(),
            count => format!(", {count} removed"),
        };
        format!("{folder}: {} written, {} unchanged{removed}", self.files.len(), self.unchanged)
    }

    /// One line about it, and a line for each file that was written or taken away, as far as somebody would read them.
    pub fn in_lines(&self, folder: &str) -> String {
        let written = self.files.iter().map(|path| format!("  {}", escape(path)));
        let removed = self.removed.iter().map(|path| format!("  {} (removed)", escape(path)));
        let mut lines = vec![escape(&self.in_words(folder)).into_owned()];
        lines.extend(written.chain(removed).take(NAMED));
        let more = (self.files.len() + self.removed.len()).saturating_sub(NAMED);
        lines.extend((more > 0).then(|| format!("  and {more} more")));
        lines.join("\n")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_very_many_files_the_first_are_named() {
        let files = |count: usize| Written {
            files: (0..count).map(|at| format!("desk-{at}.html")).collect(),
            unchanged: 1,
            removed: vec!["old.html".to_owned()],
        };
        let few = files(2).in_lines("site");
        assert_eq!(
            few,
            "site: 2 written, 1 unchanged, 1 removed\n  desk-0.html\n  desk-1.html\n  old.html (removed)"
        );
        let many = files(2000).in_lines("site");
        assert_eq!(many.lines().count(), NAMED + 2, "{many}");
        assert!(many.ends_with(&format!("\n  and {} more", 2001 - NAMED)), "{many}");
    }
}
