//! What a workspace sets for itself in `avouch.toml`: levels of rules, when a check fails, where a build goes.
//!
//! In: the text of the file, read elsewhere. Out: [`Settings`], and findings about the file. Command line and environment
//! stand above these settings and are joined with them in `cli`; this room reads neither them nor the disk.

mod read;

pub use read::read;

use std::collections::BTreeMap;

use crate::diagnostic::{Code, Level};

/// The name of the file, in the root folder of a workspace.
pub const FILE_NAME: &str = "avouch.toml";

/// What is done with a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// It is reported at this level.
    At(Level),
    /// It is not reported.
    Off,
}

/// Levels of rules by their names.
pub type Levels = BTreeMap<&'static str, Choice>;

/// Levels for what lies in one folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Folder {
    /// Relative to the workspace, with `/`, without `.` or a final `/`.
    pub path: String,
    /// The levels that hold there.
    pub levels: Levels,
}

/// The settings of a workspace.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// Levels for the whole workspace.
    pub levels: Levels,
    /// Levels for folders; a deeper folder stands above a shallower one.
    pub folders: Vec<Folder>,
    /// The lightest level at which a check fails.
    pub fail_on: Option<Level>,
    /// The folder that builds are written to, relative to the workspace.
    pub output: Option<String>,
}

impl Settings {
    /// What is said about a rule in a file (its path relative to the workspace); none where its usual level holds.
    pub fn choice(&self, code: &Code, path: &str) -> Option<Choice> {
        let folder = self
            .folders
            .iter()
            .filter(|folder| folder.levels.contains_key(code.name) && lies_in(path, &folder.path))
            // The deepest folder; of two entries for one folder the later.
            .max_by_key(|folder| folder.path.len());
        folder.map_or(&self.levels, |folder| &folder.levels).get(code.name).copied()
    }
}

fn lies_in(path: &str, folder: &str) -> bool {
    folder.is_empty() || path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'))
}

/// The level with this word, as it is written in settings and on the command line.
pub fn level(word: &str) -> Option<Level> {
    [Level::Error, Level::Warning, Level::Advice].into_iter().find(|level| level.word() == word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::registry::UNKNOWN_WORD;

    fn folder(path: &str, choice: Choice) -> Folder {
        Folder { path: path.to_owned(), levels: Levels::from([("unknown-word", choice)]) }
    }

    #[test]
    fn the_deepest_folder_decides() {
        let settings = Settings {
            levels: Levels::from([("unknown-word", Choice::At(Level::Advice))]),
            folders: vec![
                folder("drafts/2027", Choice::At(Level::Warning)),
                folder("drafts", Choice::Off),
                folder("draf", Choice::At(Level::Error)),
            ],
            ..Settings::default()
        };
        assert_eq!(settings.choice(&UNKNOWN_WORD, "a.policy"), Some(Choice::At(Level::Advice)));
        assert_eq!(settings.choice(&UNKNOWN_WORD, "drafts/a.policy"), Some(Choice::Off));
        assert_eq!(settings.choice(&UNKNOWN_WORD, "drafts/2027/a.policy"), Some(Choice::At(Level::Warning)));
        assert_eq!(Settings::default().choice(&UNKNOWN_WORD, "a.policy"), None);
    }
}
