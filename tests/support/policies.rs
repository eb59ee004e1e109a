//! The policies of folders of the project, for the tests that go through all of them.

use std::fs;
use std::path::{Path, PathBuf};

/// The policies that stand in these folders, from the root of the project, in the order of their paths.
pub fn policies(folders: &[&str]) -> Vec<PathBuf> {
    let entries =
        |folder: &&str| fs::read_dir(Path::new(folder)).unwrap_or_else(|error| panic!("{folder}: {error}"));
    let paths = folders.iter().flat_map(entries).map(|entry| entry.expect("an entry").path());
    let mut found: Vec<PathBuf> =
        paths.filter(|path| path.extension().is_some_and(|ending| ending == "policy")).collect();
    found.sort();
    found
}
