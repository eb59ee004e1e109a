//! Writing a build into a folder: whole or not at all, nothing rewritten that has not changed, nothing touched that an
//! earlier build did not write.
//!
//! Everything is checked first, then staged in a folder beside its place, and only then moved in. What earlier builds
//! wrote stands in a small list in the output folder, with digests, so that files which are no longer made can be taken
//! away and everything else be left alone.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use unicode_normalization::UnicodeNormalization as _;

use super::disk::slashed;
use super::failure::{Failure, reason};
use super::run::in_order;
use super::stage::{create_folders, move_in, remove_empty};
use crate::emit::Artifact;

/// The list of what earlier builds wrote.
const LIST: &str = ".avouch-build.json";
const LIST_FORMAT: &str = "avouch/build";

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

impl Written {
    /// One line about it.
    pub fn in_words(&self, folder: &str) -> String {
        let removed = match self.removed.len() {
            0 => String::new(),
            count => format!(", {count} removed"),
        };
        format!("{folder}: {} written, {} unchanged{removed}", self.files.len(), self.unchanged)
    }
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct List {
    format: String,
    format_version: u32,
    /// Paths with the SHA-256 digest of what was written.
    files: BTreeMap<String, String>,
}

/// Brings the folder to hold these artifacts.
pub fn write(folder: &Path, artifacts: &[Artifact]) -> Result<Written, Failure> {
    check_paths(artifacts)?;
    let named = slashed(folder);
    stands_in_the_way(folder, &named)?;
    let new = fs::symlink_metadata(folder).is_err_and(|error| error.kind() == ErrorKind::NotFound);
    let outer = if new { folder.parent().unwrap_or(Path::new("")) } else { folder };
    let created = create_folders(outer).map_err(|error| cannot(&named, &error))?;
    let result =
        if new { write_new(folder, &named, artifacts) } else { write_into(folder, &named, artifacts) };
    if result.is_err() {
        remove_empty(&created);
    }
    result
}

/// Writes a folder that is not there yet: beside its place, and then moved in as a whole.
fn write_new(folder: &Path, named: &str, artifacts: &[Artifact]) -> Result<Written, Failure> {
    let outer = folder.parent().filter(|outer| !outer.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let stage = tempfile::Builder::new().prefix(".avouch-stage-").tempdir_in(outer);
    let stage = stage.map_err(|error| cannot(named, &error))?;
    let whole = stage.path().join("whole");
    let folders: BTreeSet<PathBuf> = artifacts
        .iter()
        .filter_map(|artifact| whole.join(&artifact.path).parent().map(Path::to_owned))
        .collect();
    for made in std::iter::once(&whole).chain(&folders) {
        fs::create_dir_all(made).map_err(|error| cannot(named, &error))?;
    }
    let list = list_bytes(digests(artifacts))?;
    fs::write(whole.join(LIST), list).map_err(|error| cannot(&format!("{named}/{LIST}"), &error))?;
    let written = in_order(artifacts.len(), |index| {
        let Artifact { path, bytes } = &artifacts[index];
        fs::write(whole.join(path), bytes).map_err(|error| cannot(&format!("{named}/{path}"), &error))
    });
    written.into_iter().collect::<Result<(), Failure>>()?;
    fs::rename(&whole, folder).map_err(|error| cannot(named, &error))?;
    let files = artifacts.iter().map(|artifact| artifact.path.clone()).collect();
    Ok(Written { files, ..Written::default() })
}

/// The digest of what each artifact holds, by its path.
fn digests(artifacts: &[Artifact]) -> BTreeMap<String, String> {
    let digests = in_order(artifacts.len(), |index| digest(&artifacts[index].bytes));
    artifacts.iter().map(|artifact| artifact.path.clone()).zip(digests).collect()
}

fn write_into(folder: &Path, named: &str, artifacts: &[Artifact]) -> Result<Written, Failure> {
    let old = read_list(folder, named)?;
    let mut result = Written::default();
    let mut changed = Vec::new();
    let states = in_order(artifacts.len(), |index| state(folder, &artifacts[index], &old));
    for (artifact, state) in artifacts.iter().zip(states) {
        match state? {
            State::Same => result.unchanged += 1,
            State::Different => changed.push((artifact.path.clone(), artifact.bytes.as_slice())),
        }
    }
    result.files = changed.iter().map(|(path, _)| path.clone()).collect();

    let made: BTreeSet<String> = artifacts.iter().map(|artifact| folded(&artifact.path)).collect();
    let stale = stale(folder, &old, &made);
    let new = digests(artifacts);
    // Should the machine stop half-way, the list names the files of both builds, and the next build takes over.
    let mut between = new.clone();
    between.extend(stale.iter().filter_map(|path| Some((path.clone(), old.get(path)?.clone()))));
    let between = list_bytes(between)?;
    let list_changed = fs::read(folder.join(LIST)).map_or(true, |bytes| bytes != between);
    if list_changed {
        changed.insert(0, (LIST.to_owned(), between.as_slice()));
    }
    move_in(folder, &changed).map_err(|(path, error)| cannot(&format!("{named}/{path}"), &error))?;

    for path in stale {
        let place = folder.join(&path);
        fs::remove_file(&place).map_err(|error| cannot(&format!("{named}/{path}"), &error))?;
        let parents: Vec<PathBuf> =
            place.ancestors().skip(1).take_while(|parent| *parent != folder).map(Path::to_owned).collect();
        remove_empty(&parents.into_iter().rev().collect::<Vec<_>>());
        result.removed.push(path);
    }
    if !result.removed.is_empty() {
        let list = list_bytes(new)?;
        move_in(folder, &[(LIST.to_owned(), list.as_slice())])
            .map_err(|(path, error)| cannot(&format!("{named}/{path}"), &error))?;
    }
    Ok(result)
}

/// The nearest of the output folder and those around it that exists has to be a folder.
fn stands_in_the_way(folder: &Path, named: &str) -> Result<(), Failure> {
    let mut there = folder.ancestors().filter(|path| !path.as_os_str().is_empty());
    let Some(nearest) = there.find(|path| fs::symlink_metadata(path).is_ok()) else { return Ok(()) };
    let what = match fs::metadata(nearest) {
        Ok(about) if about.is_dir() => return Ok(()),
        Ok(_) => "is not a folder",
        Err(_) => "is a link that leads nowhere",
    };
    Err(Failure::new(format!("`{}` {what}, so a build cannot be written to `{named}`", slashed(nearest)))
        .help("move it away, or build into another folder with `-o`"))
}

/// Paths must stay inside the folder and be different files on every system.
fn check_paths(artifacts: &[Artifact]) -> Result<(), Failure> {
    let mut seen: BTreeMap<String, &str> = BTreeMap::new();
    for Artifact { path, .. } in artifacts {
        if !is_inside(path) || folded(path) == LIST {
            return Err(Failure::new(format!("`{path}` cannot be the name of a file in the output folder")));
        }
        if let Some(other) = seen.insert(folded(path), path) {
            return Err(collision(other, path));
        }
    }
    for Artifact { path, .. } in artifacts {
        let folded = folded(path);
        let parents = folded.match_indices('/').map(|(end, _)| &folded[..end]);
        if let Some(file) = parents.into_iter().find_map(|parent| seen.get(parent)) {
            return Err(Failure::new(format!("`{file}` would be a file, and a folder for `{path}`"))
                .help("give one of the policies another name"));
        }
    }
    Ok(())
}

fn collision(one: &str, other: &str) -> Failure {
    let message = if one == other {
        format!("two policies would both write `{one}`")
    } else {
        format!("`{one}` and `{other}` are one file on some systems")
    };
    Failure::new(message).help("give one of the policies another name")
}

fn is_inside(path: &str) -> bool {
    let part = |part: &str| !part.is_empty() && part != "." && part != "..";
    path.split('/').all(part) && !path.contains(['\\', ':', '\0'])
}

/// The form in which paths are compared: systems differ in whether case and composition of letters count.
fn folded(path: &str) -> String {
    path.nfc().collect::<String>().to_lowercase().nfc().collect()
}

enum State {
    Same,
    Different,
}

/// Compares an artifact with what is there, which must be nothing or a file of an earlier build.
fn state(folder: &Path, artifact: &Artifact, old: &BTreeMap<String, String>) -> Result<State, Failure> {
    let place = folder.join(&artifact.path);
    let shown = slashed(&place);
    let mut parent = folder.to_owned();
    let mut parts: Vec<&str> = artifact.path.split('/').collect();
    parts.pop();
    for part in parts {
        parent.push(part);
        match fs::symlink_metadata(&parent) {
            Ok(about) if about.is_dir() => {}
            Ok(_) => {
                return Err(Failure::new(format!("`{}` stands where a folder has to be", slashed(&parent))));
            }
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(State::Different),
            Err(error) => return Err(cannot(&shown, &error)),
        }
    }
    match fs::symlink_metadata(&place) {
        Ok(about) if about.is_dir() => {
            Err(Failure::new(format!("`{shown}` is a folder, and a file has to be there")))
        }
        Ok(about) if about.is_file() => {
            let there = fs::read(&place).map_err(|error| cannot(&shown, &error))?;
            if there == artifact.bytes {
                Ok(State::Same)
            } else if old.contains_key(&artifact.path) {
                Ok(State::Different)
            } else {
                Err(not_ours(&shown))
            }
        }
        Ok(_) => Err(not_ours(&shown)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(State::Different),
        Err(error) => Err(cannot(&shown, &error)),
    }
}

fn not_ours(shown: &str) -> Failure {
    Failure::new(format!("`{shown}` was not written by a build, so it is not replaced"))
        .help("move it away, or build into another folder with `-o`")
}

/// Files of earlier builds that are no longer made and that nobody has changed since.
fn stale(folder: &Path, old: &BTreeMap<String, String>, made: &BTreeSet<String>) -> Vec<String> {
    let untouched = |path: &str, recorded: &str| {
        let place = folder.join(path);
        fs::symlink_metadata(&place).is_ok_and(|about| about.is_file())
            && fs::read(&place).is_ok_and(|bytes| digest(&bytes) == recorded)
    };
    old.iter()
        .filter(|(path, recorded)| {
            is_inside(path) && !made.contains(&folded(path)) && untouched(path, recorded)
        })
        .map(|(path, _)| path.clone())
        .collect()
}

fn read_list(folder: &Path, named: &str) -> Result<BTreeMap<String, String>, Failure> {
    let bytes = match fs::read(folder.join(LIST)) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(BTreeMap::new()),
        Err(error) => return Err(cannot(&format!("{named}/{LIST}"), &error)),
    };
    let list = serde_json::from_slice::<List>(&bytes).ok();
    list.filter(|list| list.format == LIST_FORMAT && list.format_version == 1)
        .map(|list| list.files)
        .ok_or_else(|| {
            Failure::new(format!("`{named}/{LIST}` is not a list that a build wrote")).help(
                "remove it together with what earlier builds wrote, or build into another folder with `-o`",
            )
        })
}

fn list_bytes(files: BTreeMap<String, String>) -> Result<Vec<u8>, Failure> {
    let list = List { format: LIST_FORMAT.to_owned(), format_version: 1, files };
    let mut bytes = serde_json::to_vec_pretty(&list)
        .map_err(|error| Failure::new(format!("the list of files cannot be written: {error}")))?;
    bytes.push(b'\n');
    Ok(bytes)
}

fn digest(bytes: &[u8]) -> String {
    let digits =
        |byte: &u8| [byte >> 4, byte & 15].map(|digit| char::from_digit(digit.into(), 16).unwrap_or('0'));
    Sha256::digest(bytes).iter().flat_map(digits).collect()
}

fn cannot(shown: &str, error: &io::Error) -> Failure {
    Failure::new(format!("`{shown}` cannot be written: {}", reason(error)))
        .help("what earlier builds wrote is still there")
}

#[cfg(test)]
#[path = "output_tests.rs"]
mod tests;
