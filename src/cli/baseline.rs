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
use super::form::put;
use crate::analysis::{Analysis, normal};
use crate::diagnostic::render::Found;
use crate::diagnostic::{Level, Suppressed, Suppression, fingerprints};

const FORMAT: &str = "avouch/baseline";
const VERSION: u32 = 1;
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
            let findings = std::mem::take(&mut analysis.findings);
            for ((finding, fingerprint), file) in findings.into_iter().zip(prints).zip(files) {
                if finding.code.level == Level::Error {
                    analysis.findings.push(finding);
                    continue;
                }
                let known = self.to_be_written || self.known.contains_key(&fingerprint);
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

    /// What stands in it and is not found any more, in files that were looked at or are not there.
    fn gone(&self) -> impl Iterator<Item = &Entry> {
        let judged =
            |entry: &&Entry| self.looked.contains(&entry.file) || !self.folder.join(&entry.file).exists();
        self.known.values().filter(judged).filter(|entry| !self.found.contains_key(&entry.fingerprint))
    }

    /// One line about what is gone, if anything is.
    pub fn in_words(&self) -> Option<String> {
        let shown = slashed(&self.path);
        let gone = match self.gone().count() {
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
