//! What a workspace sets for itself in `avouch.toml`: levels of rules, when a check fails, where a build goes.
//!
//! In: the text of the file, read elsewhere. Out: [`Settings`], and findings about the file. Command line and environment
//! stand above these settings and are joined with them in `cli`; this room reads neither them nor the disk.

mod read;

pub use read::read;

use std::collections::BTreeMap;

use crate::diagnostic::{Code, Level, Profile};

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

/// What holds for what lies in one folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Folder {
    /// Relative to the workspace, with `/`, without `.` or a final `/`.
    pub path: String,
    /// The profile that holds there, if the folder has its own.
    pub profile: Option<Profile>,
    /// The levels that hold there.
    pub levels: Levels,
}

/// The settings of a workspace.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// The profile that was asked for in this run; it stands above those of the file.
    pub asked: Option<Profile>,
    /// The profile of the whole workspace.
    pub profile: Option<Profile>,
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
    /// The level of a rule in a file (its path relative to the workspace); none where the rule is off. A level that is set
    /// stands above every profile.
    pub fn level(&self, code: &Code, path: &str) -> Option<Level> {
        // Most workspaces leave every rule as it is, and every rule is asked about for every policy.
        if self.levels.is_empty() && self.folders.is_empty() {
            return self.asked.or(self.profile).unwrap_or(Profile::Recommended).level(code);
        }
        let folder = self.nearest(path, |folder| folder.levels.get(code.name).copied());
        match folder.or_else(|| self.levels.get(code.name).copied()) {
            Some(Choice::At(level)) => Some(level),
            Some(Choice::Off) => None,
            None => self.profile(path).level(code),
        }
    }

    /// The profile that holds for a file.
    pub fn profile(&self, path: &str) -> Profile {
        let set = || self.nearest(path, |folder| folder.profile).or(self.profile);
        self.asked.or_else(set).unwrap_or(Profile::Recommended)
    }

    /// What the deepest folder around a file says, of two entries for one folder the later.
    fn nearest<T>(&self, path: &str, says: impl Fn(&Folder) -> Option<T>) -> Option<T> {
        let around = self.folders.iter().filter(|folder| lies_in(path, &folder.path));
        around
            .filter_map(|folder| Some((folder.path.len(), says(folder)?)))
            .max_by_key(|said| said.0)
            .map(|said| said.1)
    }
}

fn lies_in(path: &str, folder: &str) -> bool {
    folder.is_empty() || path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'))
}

/// The profile with this word.
pub fn profile(word: &str) -> Option<Profile> {
    Profile::ALL.into_iter().find(|profile| profile.word() == word)
}

/// The level with this word, as it is written in settings and on the command line.
pub fn level(word: &str) -> Option<Level> {
    [Level::Error, Level::Warning, Level::Advice].into_iter().find(|level| level.word() == word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::registry::{UNFILLED, UNKNOWN_WORD};

    fn folder(path: &str, choice: Choice) -> Folder {
        Folder { path: path.to_owned(), profile: None, levels: Levels::from([("unknown-word", choice)]) }
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
        assert_eq!(settings.level(&UNKNOWN_WORD, "a.policy"), Some(Level::Advice));
        assert_eq!(settings.level(&UNKNOWN_WORD, "drafts/a.policy"), None);
        assert_eq!(settings.level(&UNKNOWN_WORD, "drafts/2027/a.policy"), Some(Level::Warning));
        assert_eq!(Settings::default().level(&UNKNOWN_WORD, "a.policy"), Some(Level::Error));
    }

    #[test]
    fn a_level_stands_above_a_profile_and_the_run_above_the_file() {
        let drafts =
            Folder { path: "drafts".to_owned(), profile: Some(Profile::Minimal), levels: Levels::new() };
        let mut settings =
            Settings { profile: Some(Profile::Publishable), folders: vec![drafts], ..Settings::default() };
        assert_eq!(settings.level(&UNFILLED, "a.policy"), Some(Level::Error));
        assert_eq!(settings.level(&UNFILLED, "drafts/a.policy"), None);
        settings.asked = Some(Profile::Recommended);
        assert_eq!(settings.level(&UNFILLED, "drafts/a.policy"), Some(Level::Warning));
        settings.levels.insert("unfilled", Choice::At(Level::Advice));
        assert_eq!(settings.level(&UNFILLED, "drafts/a.policy"), Some(Level::Advice));
    }
}
