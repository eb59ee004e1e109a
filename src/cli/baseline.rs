//! What was wrong before avouch was taken up: findings that stand in a file do not count, and the file can only get shorter.
//!
//! In: a file of fingerprints and what was found. Out: what is new, what is gone, and the file as it should be. Errors are
//! never in it, since a policy that has one has no meaning. Fingerprints do not depend on where a line stands.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::discover::Targets;
use super::disk::slashed;
use super::failure::{Failure, reason};
use super::whole::put;
use crate::analysis::{Analysis, normal};
use crate::diagnostic::render::Found;
use crate::diagnostic::{Level, Suppressed, Suppression, fingerprints};

const FORMAT: &str = "avouch/baseline";
const VERSION: u32 = 1;
/// So many names of files that are not there are tried for files that were moved.
const MOST_MISSING: usize = 100;
/// A larger file is none that this tool wrote.
const MOST_BYTES: u64 = 64 * 1024 * 1024;

#[derive(Debug, Deserialize)]
struct Head {
    format: Option<String>,
    #[serde(rename = "formatVersion")]
    format_version: Option<u32>,
}

#[derive(Debug, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
struct Written {
    format: String,
    format_version: u32,
    tool: String,
    findings: Vec<Entry>,
}

/// A finding that is known.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
struct Entry {
    file: String,
    rule: String,
    message: String,
    fingerprint: String,
}

/// A baseline and what a run made of it.
#[derive(Debug)]
pub struct Baseline {
    path: PathBuf,
    /// Its folder with all links followed; files are named from there.
    folder: PathBuf,
    /// Which version of the tool wrote it.
    tool: String,
    known: BTreeMap<String, Entry>,
    /// What was found of what may stand in it.
    found: BTreeMap<String, Entry>,
    /// What stands in it under the name of a file that is not there any more, and was found in another file.
    moved: BTreeSet<String>,
    /// The files that were looked at.
    looked: BTreeSet<String>,
    /// Whether it is about to be written, so that what is found is taken up.
    to_be_written: bool,
}

impl Baseline {
    /// Reads a baseline; one that is not there yet is empty if it is about to be written.
    pub fn read(path: &Path, to_be_written: bool) -> Result<Self, Failure> {
        let shown = slashed(path);
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let cannot =
            |error: &std::io::Error| Failure::new(format!("`{shown}` cannot be read: {}", reason(error)));
        let folder = fs::canonicalize(folder).map_err(|error| cannot(&error))?;
        let empty = Self {
            path: path.to_owned(),
            folder,
            tool: env!("CARGO_PKG_VERSION").to_owned(),
            known: BTreeMap::new(),
            found: BTreeMap::new(),
            moved: BTreeSet::new(),
            looked: BTreeSet::new(),
            to_be_written,
        };
        let about = match fs::metadata(path) {
            Ok(about) => about,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound && to_be_written => return Ok(empty),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                return Err(Failure::new(format!("there is no baseline `{shown}`"))
                    .help("add `--update-baseline` to write one of what is found now"));
            }
            Err(error) => return Err(cannot(&error)),
        };
        if !about.is_file() || about.len() > MOST_BYTES {
            return Err(Failure::new(format!("`{shown}` is no baseline")));
        }
        let bytes = fs::read(path).map_err(|error| cannot(&error))?;
        let written = parse(&bytes, &shown)?;
        let known = written.findings.into_iter().map(|entry| (entry.fingerprint.clone(), entry)).collect();
        Ok(Self { known, tool: written.tool, ..empty })
    }

    /// Sets aside what stands in it, and notes what may.
    pub fn apply(&mut self, analyses: &mut [Analysis], targets: &Targets) {
        let missing = self.missing();
        for (analysis, target) in analyses.iter_mut().zip(&targets.files) {
            let files = &targets.workspaces[target.workspace].files;
            let names: Vec<String> = analysis
                .sources
                .iter()
                .map(|(_, source)| {
                    let real = files.real(source.path()).ok();
                    let below = real.as_ref().and_then(|real| real.strip_prefix(&self.folder).ok());
                    below.or(real.as_deref()).map_or_else(|| normal(source.path()), slashed)
                })
                .collect();
            self.looked.extend(names.iter().cloned());
            let name = |found: Found<'_>| names[usize::from(found.finding.span.file.0)].clone();
            let sources = &analysis.sources;
            let found: Vec<Found<'_>> =
                analysis.findings.iter().map(|finding| Found { sources, finding }).collect();
            let prints = fingerprints(&found, name);
            let files: Vec<String> = found.iter().map(|found| name(*found)).collect();
            let moved = self.moved(&found, &files, &prints, &missing);
            let findings = std::mem::take(&mut analysis.findings);
            for (((finding, fingerprint), file), moved) in
                findings.into_iter().zip(prints).zip(files).zip(moved)
            {
                if finding.code.level == Level::Error {
                    analysis.findings.push(finding);
                    continue;
                }
                let known = self.to_be_written || moved.is_some() || self.known.contains_key(&fingerprint);
                self.moved.extend(moved);
                let (rule, message) = (finding.code.name.to_owned(), finding.message.clone());
                let entry = Entry { file, rule, message, fingerprint: fingerprint.clone() };
                self.found.insert(fingerprint, entry);
                if known {
                    analysis.suppressed.push(Suppressed { finding, by: Suppression::Baseline });
                } else {
                    analysis.findings.push(finding);
                }
            }
        }
    }

    /// The files that it names and that are not there.
    fn missing(&self) -> Vec<String> {
        let files: BTreeSet<&String> = self.known.values().map(|entry| &entry.file).collect();
        let missing = files.into_iter().filter(|file| !self.folder.join(file).exists());
        missing.take(MOST_MISSING).cloned().collect()
    }

    /// For each finding that it does not know, what it would know if the file had one of these names: a file that was moved.
    fn moved(
        &self,
        found: &[Found<'_>],
        files: &[String],
        prints: &[String],
        missing: &[String],
    ) -> Vec<Option<String>> {
        let mut moved = vec![None; found.len()];
        let unknown = |at: &usize| !self.known.contains_key(&prints[*at]);
        if self.to_be_written || missing.is_empty() || !(0..found.len()).any(|at| unknown(&at)) {
            return moved;
        }
        for file in files.iter().collect::<BTreeSet<_>>() {
            let (places, of): (Vec<usize>, Vec<Found<'_>>) =
                (0..found.len()).filter(|at| files[*at] == *file).map(|at| (at, found[at])).unzip();
            let named = missing.iter().map(|name| {
                let prints = fingerprints(&of, |_| name.clone());
                let known = prints
                    .into_iter()
                    .map(|print| Some(print).filter(|print| self.known.contains_key(print)));
                known.collect::<Vec<_>>()
            });
            let Some(best) = named.max_by_key(|known| known.iter().flatten().count()) else { continue };
            for (at, print) in places.into_iter().zip(best).filter(|(at, _)| unknown(at)) {
                moved[at] = print;
            }
        }
        moved
    }

    /// What stands in it and is not found any more, in files that were looked at or are not there.
    fn gone(&self) -> impl Iterator<Item = &Entry> {
        let judged =
            |entry: &&Entry| self.looked.contains(&entry.file) || !self.folder.join(&entry.file).exists();
        let found = |print: &String| self.found.contains_key(print) || self.moved.contains(print);
        self.known.values().filter(judged).filter(move |entry| !found(&entry.fingerprint))
    }

    /// One line about what is gone or has moved, if anything has.
    pub fn in_words(&self) -> Option<String> {
        let shown = slashed(&self.path);
        let gone = match self.gone().count() {
            0 if !self.moved.is_empty() => {
                return Some(format!(
                    "{shown} names files by other names than they have now; `--update-baseline` brings it up to date"
                ));
            }
            0 => return None,
            1 => format!("1 finding of {shown} is gone"),
            count => format!("{count} findings of {shown} are gone"),
        };
        let other = self.tool != env!("CARGO_PKG_VERSION");
        let note = if other { format!(", which avouch {} wrote", self.tool) } else { String::new() };
        Some(format!("{gone}{note}; `--update-baseline` takes them out"))
    }

    /// Writes what is found now, and keeps what stands in it of files that were not looked at; says what changed.
    pub fn update(&self) -> Result<String, Failure> {
        let shown = slashed(&self.path);
        let gone: BTreeSet<&str> = self.gone().map(|entry| entry.fingerprint.as_str()).collect();
        let kept = self.known.values().filter(|entry| !gone.contains(entry.fingerprint.as_str()));
        let new = self.found.values().filter(|entry| !self.known.contains_key(&entry.fingerprint));
        let added = new.clone().count();
        let mut entries: Vec<&Entry> = kept.chain(new).collect();
        entries.sort();
        let cannot = |error| Failure::new(format!("`{shown}` cannot be written: {error}"));
        let mut text = format!(
            "{{\n  \"format\": \"{FORMAT}\",\n  \"formatVersion\": {VERSION},\n  \"tool\": \"{}\",\n  \"findings\": [",
            env!("CARGO_PKG_VERSION")
        );
        // One line for each, so that a change of the file shows which findings came and went.
        for (at, entry) in entries.iter().enumerate() {
            text.push_str(if at == 0 { "\n    " } else { ",\n    " });
            text.push_str(&serde_json::to_string(entry).map_err(cannot)?);
        }
        text.push_str(if entries.is_empty() { "]\n}\n" } else { "\n  ]\n}\n" });
        let same = fs::read(&self.path).is_ok_and(|there| there == text.as_bytes());
        if !same {
            put(&self.path, text.as_bytes())?;
        }
        Ok(format!("{shown}: {} in it, {added} added, {} taken out", counted(entries.len()), gone.len()))
    }
}

fn counted(count: usize) -> String {
    if count == 1 { "1 finding".to_owned() } else { format!("{count} findings") }
}

/// What a file says, if it is a baseline that this version can read.
fn parse(bytes: &[u8], shown: &str) -> Result<Written, Failure> {
    const HELP: &str = "`--update-baseline` writes one; keep it as it is written";
    let head: Head = serde_json::from_slice(bytes).map_err(|error| {
        let (line, column) = (error.line(), error.column());
        Failure::new(format!("`{shown}` is broken at line {line}, column {column}")).help(
            "take it from version control again, or delete it and write it anew with `--update-baseline`",
        )
    })?;
    if head.format.as_deref() != Some(FORMAT) {
        return Err(Failure::new(format!("`{shown}` is no baseline")).help(HELP));
    }
    match head.format_version {
        Some(VERSION) => {}
        Some(version) if version > VERSION => {
            let message =
                format!("`{shown}` was written by a newer avouch, in version {version} of its form");
            return Err(Failure::new(message).help("use that avouch, or write the file anew with this one"));
        }
        Some(_) | None => return Err(Failure::new(format!("`{shown}` does not say its version")).help(HELP)),
    }
    serde_json::from_slice(bytes).map_err(|error| {
        let (line, column) = (error.line(), error.column());
        Failure::new(format!("`{shown}` has an entry that is not whole, at line {line}, column {column}"))
            .help(HELP)
    })
}
