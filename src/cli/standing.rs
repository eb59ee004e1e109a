//! What stands in an output folder already: whether a build may write there, and what earlier builds left that is stale.
//!
//! In: the folder, what a build makes, and what the list says of earlier builds. Out: judgements; nothing is written here.
//! No link within the folder is followed, since what lies behind one was not made by a build.

use std::collections::BTreeMap;
use std::fs::{self, Permissions};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::disk::slashed;
use super::failure::{Failure, reason};
use super::names::is_inside;
use super::stamp::Stamp;
use crate::document::words::Words;
use crate::emit::Artifact;
use crate::emit::rules::sha256_hex;

/// The nearest of the output folder and those around it that exists has to be a folder.
pub fn stands_in_the_way(folder: &Path, named: &str) -> Result<(), Failure> {
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

/// What stands in the place of an artifact.
pub enum There {
    /// The same bytes.
    Same(Stamp),
    /// Nothing, or a file of an earlier build, whose permissions are kept.
    Different(Option<Permissions>),
}

/// What leads from the output folder to a file in it.
enum Parents {
    /// Folders, and nothing else.
    There,
    /// Folders as far as anything is there.
    Missing,
    /// Something that is no folder, or a link, behind which everything belongs to somebody else.
    Taken(PathBuf),
}

/// Walks from the output folder to the folder of a file in it, without following a link.
fn parents(folder: &Path, path: &str) -> io::Result<Parents> {
    for (end, _) in path.match_indices('/') {
        let parent = folder.join(&path[..end]);
        match fs::symlink_metadata(&parent) {
            Ok(about) if about.is_dir() => {}
            Ok(_) => return Ok(Parents::Taken(parent)),
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Parents::Missing),
            Err(error) => return Err(error),
        }
    }
    Ok(Parents::There)
}

/// Compares an artifact with what is there, which must be nothing or a file of an earlier build.
pub fn there(folder: &Path, artifact: &Artifact, old: &BTreeMap<String, String>) -> Result<There, Failure> {
    let place = folder.join(&artifact.path);
    let shown = slashed(&place);
    match parents(folder, &artifact.path).map_err(|error| cannot(&shown, &error))? {
        Parents::There => {}
        Parents::Missing => return Ok(There::Different(None)),
        Parents::Taken(by) => {
            return Err(Failure::new(format!("`{}` stands where a folder has to be", slashed(&by))));
        }
    }
    match fs::symlink_metadata(&place) {
        Ok(about) if about.is_dir() => {
            Err(Failure::new(format!("`{shown}` is a folder, and a file has to be there")))
        }
        Ok(about) if about.is_file() => {
            let same = about.len() == artifact.bytes.len() as u64
                && fs::read(&place).map_err(|error| cannot(&shown, &error))? == artifact.bytes;
            if same {
                Ok(There::Same(Stamp::of(&about)))
            } else if old.contains_key(&artifact.path) {
                Ok(There::Different(Some(about.permissions())))
            } else {
                Err(not_ours(&shown))
            }
        }
        Ok(_) => Err(not_ours(&shown)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(There::Different(None)),
        Err(error) => Err(cannot(&shown, &error)),
    }
}

/// A folder with public pages is mostly copied to a web site as it is. A build that is for nobody but some does not write
/// beside them, nor take them away.
pub fn public_beside(
    named: &str,
    audiences: &[String],
    old: &BTreeMap<String, String>,
) -> Result<(), Failure> {
    let only = match audiences {
        [] => return Ok(()),
        all if all.iter().any(|audience| audience == "public") => return Ok(()),
        all => all.join(","),
    };
    let Some(page) = old.keys().find(|path| is_public(path)) else { return Ok(()) };
    let what = format!("`{named}` holds `{page}`, which is public, and this build is for `{only}` alone");
    Err(Failure::new(format!("{what}: nothing was written")).help(format!(
        "build into another folder with `-o`, or say that both belong there: `--audience public,{only}`"
    )))
}

/// Whether a file of a build is for everybody: between its name and its ending stands a language at most, and no audience.
fn is_public(path: &str) -> bool {
    let ending = [".html", ".md", ".rules.json", ".rules.yaml"].iter().find_map(|end| path.strip_suffix(end));
    ending.is_some_and(|name| name.split('.').skip(1).all(Words::knows))
}

fn not_ours(shown: &str) -> Failure {
    Failure::new(format!("`{shown}` was not written by a build, so it is not replaced"))
        .help("move it away, or build into another folder with `-o`")
}

/// Files of earlier builds that are no longer made and that nobody has changed since.
pub fn stale(folder: &Path, old: &BTreeMap<String, String>, made: impl Fn(&str) -> bool) -> Vec<String> {
    let untouched = |path: &str, recorded: &str| {
        let place = folder.join(path);
        matches!(parents(folder, path), Ok(Parents::There))
            && fs::symlink_metadata(&place).is_ok_and(|about| about.is_file())
            && fs::read(&place).is_ok_and(|bytes| sha256_hex(&bytes) == recorded)
    };
    old.iter()
        .filter(|(path, recorded)| is_inside(path) && !made(path) && untouched(path, recorded))
        .map(|(path, _)| path.clone())
        .collect()
}

/// Why something cannot be written.
pub fn cannot(shown: &str, error: &io::Error) -> Failure {
    Failure::new(format!("`{shown}` cannot be written: {}", reason(error)))
        .help("what earlier builds wrote is still there")
}
