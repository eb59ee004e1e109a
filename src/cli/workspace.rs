//! Finding the workspace of a path: the nearest folder upward that holds `avouch.toml`, and its settings.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use super::day;
use super::disk::{Disk, NOWHERE, slashed};
use super::failure::{Failure, reason};
use crate::analysis::decode;
use crate::config::{self, FILE_NAME, Settings};
use crate::diagnostic::render::{Found, Look, pretty};
use crate::source::{Source, Sources};

/// A workspace that a command works in.
#[derive(Debug)]
pub struct Workspace {
    /// Its root, with all links followed.
    pub root: PathBuf,
    /// What its `avouch.toml` says.
    pub settings: Settings,
    /// Its files.
    pub files: Disk,
}

impl Workspace {
    /// The workspace of a file or folder that exists. Without an `avouch.toml` it is the current folder if that holds
    /// the path, and otherwise the folder of the path.
    pub fn of(path: &Path, look: Look) -> Result<Self, Failure> {
        let named = slashed(path);
        let real = fs::canonicalize(path)
            .map_err(|error| Failure::new(format!("`{named}` cannot be read: {}", reason(&error))))?;
        let folder = if real.is_dir() { real.as_path() } else { real.parent().unwrap_or(&real) };
        let found = folder.ancestors().find(|folder| fs::symlink_metadata(folder.join(FILE_NAME)).is_ok());
        let (root, settings) = match found {
            Some(root) => (root.to_owned(), read_settings(&root.join(FILE_NAME), look)?),
            None => (default_root(folder), Settings::default()),
        };
        Ok(Self { files: Disk::new(root.clone()).on(day::today()?), root, settings })
    }
}

fn default_root(folder: &Path) -> PathBuf {
    let current = std::env::current_dir().and_then(fs::canonicalize).ok();
    current.filter(|current| folder.starts_with(current)).unwrap_or_else(|| folder.to_owned())
}

fn read_settings(path: &Path, look: Look) -> Result<Settings, Failure> {
    let shown = shown(path);
    let bytes =
        settings_bytes(path).map_err(|why| Failure::new(format!("`{shown}` cannot be read: {why}")))?;
    let text = decode(bytes).map_err(|error| {
        let failure = Failure::new(error.message(&shown));
        match error.help() {
            Some(help) => failure.help(help),
            None => failure,
        }
    })?;
    let mut sources = Sources::default();
    let file = sources.add(Source::new(shown.as_str(), text));
    let (settings, findings) = config::read(sources.get(file), file);
    if findings.is_empty() {
        return Ok(settings);
    }
    let mut failure = Failure::new(format!("the settings in `{shown}` cannot be used"));
    for finding in &findings {
        failure.details.push_str(&pretty(Found { sources: &sources, finding }, look));
        failure.details.push('\n');
    }
    Err(failure)
}

/// The largest file of settings that is read.
const MOST_BYTES: u64 = 1024 * 1024;

/// What stands in the file of the settings, or why it cannot be read.
fn settings_bytes(path: &Path) -> Result<Vec<u8>, String> {
    let about = fs::metadata(path).map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => NOWHERE.to_owned(),
        _ => reason(&error),
    })?;
    if about.is_dir() {
        return Err("it is a folder".to_owned());
    }
    if !about.is_file() {
        return Err("it is not an ordinary file".to_owned());
    }
    if about.len() > MOST_BYTES {
        return Err(format!("it has {} bytes, and settings may have 1 MB", about.len()));
    }
    fs::read(path).map_err(|error| reason(&error))
}

/// What of a path lies below a folder with which it begins letter for letter, as nearly all do; taking both apart for it
/// takes ten times as long.
fn plainly_below<'p>(path: &'p Path, folder: &Path) -> Option<&'p Path> {
    let below = path.to_str()?.strip_prefix(folder.to_str()?)?.strip_prefix(std::path::MAIN_SEPARATOR)?;
    let plain = below.chars().next().is_some_and(|first| first != '.' && first != std::path::MAIN_SEPARATOR);
    plain.then(|| Path::new(below))
}

/// A path as it is shown: from the current folder if it lies below that.
pub fn shown(path: &Path) -> String {
    /// The current folder as it is called, and with all links followed; it stays the same during a run.
    static CURRENT: LazyLock<Vec<PathBuf>> = LazyLock::new(|| {
        let current = std::env::current_dir().ok();
        let real = current.as_ref().and_then(|current| fs::canonicalize(current).ok());
        current.into_iter().chain(real).collect()
    });
    let bases = if path.is_absolute() { CURRENT.as_slice() } else { &[] };
    let below =
        bases.iter().find_map(|base| plainly_below(path, base).or_else(|| path.strip_prefix(base).ok()));
    let text = slashed(below.unwrap_or(path));
    if text.is_empty() { ".".to_owned() } else { text }
}
