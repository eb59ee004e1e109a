//! The disk with a note of everything that was asked of it: what one policy depends on.
//!
//! In: the files of a workspace. Out: the same answers, and a list of them to hold against the disk later. What cannot be
//! held against it later is said to be so.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::SystemTime;

use super::disk::{Disk, slashed};
use super::stamp::Stamp;
use crate::analysis::{Files, MAX_BYTES, ReadError};
use crate::emit::rules::sha256_hex;
use crate::time::Date;

/// A file that was read: what was said of it before, and the digest of its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Read {
    /// What can be believed of it later.
    pub stamp: Stamp,
    /// What it was.
    pub seen: Stamp,
    pub digest: String,
}

/// What a policy depends on.
#[derive(Debug, Default)]
pub struct Trace {
    /// Where the paths that were asked for lead, from the root of the workspace.
    pub paths: BTreeMap<String, String>,
    /// The files that were read, by where they lie.
    pub files: BTreeMap<String, Read>,
    /// The paths to which there was no answer, or none that can be asked for again.
    pub unanswered: BTreeSet<String>,
    /// Whether there was such a path.
    pub lost: bool,
}

/// The files of a workspace, watched.
pub struct Traced<'a> {
    disk: &'a Disk,
    trace: Mutex<Trace>,
}

impl<'a> Traced<'a> {
    /// Watches a disk.
    pub fn new(disk: &'a Disk) -> Self {
        Self { disk, trace: Mutex::default() }
    }

    /// What was asked.
    pub fn into_trace(self) -> Trace {
        self.trace.into_inner().unwrap_or_else(PoisonError::into_inner)
    }

    fn note(&self, path: &str, read: Option<Read>) {
        let mut trace = self.trace.lock().unwrap_or_else(PoisonError::into_inner);
        if read.is_none() && trace.paths.contains_key(path) {
            return;
        }
        match place(self.disk, path) {
            Some(place) => {
                if let Some(read) = read {
                    trace.files.insert(place.clone(), read);
                }
                trace.paths.insert(path.to_owned(), place);
            }
            None => trace.lost = true,
        }
    }

    fn lose(&self, path: &str) {
        let mut trace = self.trace.lock().unwrap_or_else(PoisonError::into_inner);
        trace.lost = true;
        trace.unanswered.insert(path.to_owned());
    }
}

/// Where a path leads, from the root of the workspace; none if it leads nowhere, or out, or cannot be said in text.
pub fn place(disk: &Disk, path: &str) -> Option<String> {
    let real = disk.real(path).ok()?;
    disk.below(&real).filter(|below| below.to_str().is_some()).map(slashed)
}

/// The stamp of what stands at a place now, if it is still what was read there. Its text is read only if its stamp leaves a doubt.
pub fn still(
    root: &Path,
    place: &str,
    (was, digest): (Stamp, &str),
    trusted: impl Fn(Stamp) -> bool,
) -> Option<Stamp> {
    let mut path = PathBuf::with_capacity(root.as_os_str().len() + 1 + place.len());
    path.push(root);
    path.push(place);
    let now = SystemTime::now();
    let about = std::fs::symlink_metadata(&path).ok().filter(std::fs::Metadata::is_file)?;
    let stamp = Stamp::of(&about);
    if stamp == was && trusted(stamp) {
        return Some(stamp);
    }
    if about.len() > MAX_BYTES {
        return None;
    }
    let bytes = std::fs::read(&path).ok()?;
    (sha256_hex(&bytes) == digest).then(|| stamp.settled(now))
}

impl Files for Traced<'_> {
    fn read(&self, path: &str) -> Result<String, ReadError> {
        if self.disk.stands_for(path) {
            self.lose(path);
            return self.disk.read(path);
        }
        match self.disk.take(path) {
            Ok(taken) => {
                let (seen, digest) = (taken.stamp, taken.digest().to_owned());
                self.note(path, Some(Read { stamp: seen.settled(taken.at), seen, digest }));
                Ok(taken.text.clone())
            }
            Err(error) => {
                self.lose(path);
                Err(error)
            }
        }
    }

    fn key(&self, path: &str) -> String {
        self.note(path, None);
        self.disk.key(path)
    }

    fn today(&self) -> Option<Date> {
        self.disk.today()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_is_too_large_is_not_read_again() {
        let folder = tempfile::tempdir().unwrap();
        let length = usize::try_from(MAX_BYTES).unwrap();
        for (length, expected) in [(length, true), (length + 1, false)] {
            let bytes = vec![0; length];
            std::fs::write(folder.path().join("a"), &bytes).unwrap();
            let read = (Stamp::NONE, sha256_hex(&bytes));
            assert_eq!(still(folder.path(), "a", (read.0, &read.1), |_| true).is_some(), expected);
        }
    }
}
