//! What a check remembers for the next one, so that after an edit only what it concerns is read and checked again.
//!
//! In: policies to check, and what the last check of the workspace left in `.avouch-cache/`. Out: what is found in each, and a
//! new cache. It is a help and no more: one that is missing, broken, of another version or other settings says nothing, one
//! that cannot be written is done without, and small runs, which take no longer than a look at it, leave none.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::discover::{Target, Targets};
use super::run::{check_all, in_order};
use super::stage;
use super::stamp::Stamp;
use super::trace::{Read, Trace, Traced, place, still};
use super::workspace::Workspace;
use crate::analysis::{Analysis, Counts, Files as _, Summary, analyse};
use crate::diagnostic::{Diagnostic, Suppressed};
use crate::emit::rules::sha256_hex;
use crate::source::{Source, Sources};

/// The folder, in the root of a workspace.
pub const FOLDER: &str = ".avouch-cache";
/// The cache of checks in it.
const FILE: &str = "check.json";
/// Beside it: nobody wants it in version control or in a backup.
const ASIDE: [(&str, &str); 2] = [
    (".gitignore", "*\n"),
    (
        "CACHEDIR.TAG",
        "Signature: 8a477f597d28d172789f06886806bc55\n# What avouch remembers of its last check. It can be deleted at any time.\n",
    ),
];
const FORMAT: &str = "avouch/cache";
const VERSION: u32 = 1;
/// From this many policies on a cache is kept.
const LEAST: usize = 32;
/// A larger file is none that this tool wrote.
const MOST_BYTES: u64 = 512 * 1024 * 1024;

/// The cache of a workspace, as it stands on the disk.
#[derive(Debug, Default, Deserialize, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Written {
    format: String,
    format_version: u32,
    /// The digest of all that every policy depends on.
    key: String,
    /// Files that were read: the place from the root, the stamp, the digest.
    inputs: Vec<(String, Stamp, String)>,
    policies: Vec<Entry>,
}

/// What is known of one policy.
#[derive(Clone, Debug, Deserialize, Serialize)]
struct Entry {
    path: String,
    library: bool,
    broken: bool,
    counts: Counts,
    /// The paths of its texts, in the order of their numbers.
    texts: Vec<String>,
    /// Where the paths that were asked for lead: the path, and the number of the input.
    asked: Vec<(String, usize)>,
    findings: Vec<Diagnostic>,
    suppressed: Vec<Suppressed>,
    /// What the policy is held against others by.
    summary: Option<Box<Summary>>,
}

/// What is known of a workspace, held against the disk.
#[derive(Debug, Default)]
struct Before {
    policies: BTreeMap<String, Entry>,
    /// What was read and is still the same.
    inputs: Vec<Option<(String, Read)>>,
    /// Whether every stamp is what it was.
    untouched: bool,
}

/// What came of one policy.
struct Of {
    analysis: Analysis,
    trace: Trace,
    /// Whether it was known.
    kept: bool,
}

/// Each target's findings, in the order of the targets, with the help of the caches of their workspaces.
pub fn check_all_cached(targets: &Targets) -> Vec<Analysis> {
    let count = |at: usize| targets.files.iter().filter(|target| target.workspace == at).count();
    let spaces: Vec<Option<(&Workspace, String)>> = targets
        .workspaces
        .iter()
        .enumerate()
        .map(|(at, space)| Some((space, key(space).filter(|_| count(at) >= LEAST)?)))
        .collect();
    if spaces.iter().all(Option::is_none) {
        return check_all(targets);
    }
    let before: Vec<Before> = spaces
        .iter()
        .map(|space| space.as_ref().map_or_else(Before::default, |(space, key)| Before::of(space, key)))
        .collect();
    let done = in_order(targets.files.len(), |index| one(targets, index, &before));
    for (at, space) in spaces.iter().enumerate() {
        if let Some((space, key)) = space {
            let of = done.iter().zip(&targets.files).filter(|(_, target)| target.workspace == at);
            let of: Vec<(&Of, &Target)> = of.collect();
            let same = before[at].untouched
                && of.iter().all(|(of, _)| of.kept)
                && of.len() == before[at].policies.len();
            if !same {
                // Where it cannot be written the next check works without it.
                let _ = write(&space.root, &before[at].written(key, space, &of));
            }
        }
    }
    done.into_iter().map(|of| of.analysis).collect()
}

/// The digest of all that every policy of a workspace depends on; none if the tool does not know itself.
fn key(space: &Workspace) -> Option<String> {
    let tool = std::env::current_exe().and_then(fs::metadata).ok()?;
    let here = std::env::current_dir().ok()?;
    let all =
        (super::VERSION.as_str(), Stamp::of(&tool), here, &space.root, &space.settings, space.files.today());
    Some(sha256_hex(format!("{all:?}").as_bytes()))
}

/// Looks a policy up, or checks it. Of the program nothing stays in memory, and of the texts only what findings are shown in.
fn one(targets: &Targets, index: usize, before: &[Before]) -> Of {
    let target = &targets.files[index];
    let space = &targets.workspaces[target.workspace];
    if let Some(of) = before[target.workspace].kept(target, space) {
        return of;
    }
    let files = Traced::new(&space.files);
    let mut analysis = Analysis { program: None, ..analyse(&target.path, &files, &space.settings) };
    if analysis.findings.is_empty() && analysis.suppressed.is_empty() {
        analysis.sources = std::mem::take(&mut analysis.sources).without_texts();
    }
    Of { analysis, trace: files.into_trace(), kept: false }
}

impl Before {
    /// Reads the cache of a workspace and holds it against the disk.
    fn of(space: &Workspace, key: &str) -> Self {
        let path = space.root.join(FOLDER).join(FILE);
        let Ok(about) = fs::symlink_metadata(&path) else { return Self::default() };
        if !about.is_file() || about.len() > MOST_BYTES {
            return Self::default();
        }
        let written = fs::read(&path).ok().and_then(|bytes| serde_json::from_slice::<Written>(&bytes).ok());
        let ours = |written: &Written| {
            written.format == FORMAT && written.format_version == VERSION && written.key == key
        };
        let Some(written) = written.filter(ours) else { return Self::default() };
        let taken = Stamp::of(&about);
        let inputs = in_order(written.inputs.len(), |index| {
            let (place, stamp, digest) = &written.inputs[index];
            let read = Read { stamp: *stamp, digest: digest.clone() };
            Some((place.clone(), still(&space.root, place, &read, |stamp| stamp.older_than(taken))?))
        });
        let untouched = inputs
            .iter()
            .zip(&written.inputs)
            .all(|(now, (_, stamp, _))| now.as_ref().is_some_and(|(_, read)| read.stamp == *stamp));
        let policies = written.policies.into_iter().map(|entry| (entry.path.clone(), entry)).collect();
        Self { policies, inputs, untouched }
    }

    /// A policy of which all files are what they were.
    fn kept(&self, target: &Target, space: &Workspace) -> Option<Of> {
        let entry = self.policies.get(&target.path)?;
        let mut trace = Trace::default();
        for (path, input) in &entry.asked {
            let (at, read) = self.inputs.get(*input)?.as_ref()?;
            if place(&space.files, path).as_ref() != Some(at) {
                return None;
            }
            trace.paths.insert(path.clone(), at.clone());
            trace.files.insert(at.clone(), read.clone());
        }
        let shown = !entry.findings.is_empty() || !entry.suppressed.is_empty();
        let mut sources = Sources::default();
        for path in &entry.texts {
            let text = if shown { space.files.read(path).ok()? } else { String::new() };
            // What is shown of a text must be what was found in it.
            let digest =
                trace.paths.get(path).and_then(|place| trace.files.get(place)).map(|read| &read.digest);
            if shown && digest != Some(&sha256_hex(text.as_bytes())) {
                return None;
            }
            sources.add(Source::new(path.as_str(), text));
        }
        let analysis = Analysis {
            sources,
            findings: entry.findings.clone(),
            suppressed: entry.suppressed.clone(),
            summary: entry.summary.clone(),
            broken: entry.broken,
            ..Analysis::unopened(&entry.path, entry.counts, entry.library)
        };
        Some(Of { analysis, trace, kept: true })
    }

    /// The cache as it should be now: what this run came to, and what it did not look at.
    fn written(&self, key: &str, space: &Workspace, done: &[(&Of, &Target)]) -> Written {
        let mut written = Written {
            format: FORMAT.to_owned(),
            format_version: VERSION,
            key: key.to_owned(),
            ..Written::default()
        };
        let mut numbers: BTreeMap<(String, String), usize> = BTreeMap::new();
        for (Of { analysis, trace, .. }, target) in done.iter().filter(|(of, _)| !of.trace.lost) {
            let mut asked = Vec::new();
            for (path, place) in &trace.paths {
                let Some(read) = trace.files.get(place) else { break };
                let number = *numbers.entry((place.clone(), read.digest.clone())).or_insert_with(|| {
                    written.inputs.push((place.clone(), read.stamp, read.digest.clone()));
                    written.inputs.len() - 1
                });
                asked.push((path.clone(), number));
            }
            if asked.len() == trace.paths.len() {
                written.policies.push(Entry {
                    path: target.path.clone(),
                    library: analysis.library,
                    broken: analysis.broken,
                    counts: analysis.counts,
                    texts: analysis.sources.iter().map(|(_, source)| source.path().to_owned()).collect(),
                    asked,
                    findings: analysis.findings.clone(),
                    suppressed: analysis.suppressed.clone(),
                    summary: analysis.summary.clone(),
                });
            }
        }
        self.keep_others(space, done, &mut numbers, &mut written);
        written
    }

    /// Keeps what is known of policies that this run did not ask for, so that a check of one folder does not forget another.
    fn keep_others(
        &self,
        space: &Workspace,
        done: &[(&Of, &Target)],
        numbers: &mut BTreeMap<(String, String), usize>,
        written: &mut Written,
    ) {
        let asked_for =
            |path: &str| done.binary_search_by(|(_, target)| target.path.as_str().cmp(path)).is_ok();
        for entry in self.policies.values().filter(|entry| !asked_for(&entry.path)) {
            let asked: Option<Vec<(String, usize)>> = entry
                .asked
                .iter()
                .map(|(path, input)| {
                    let (place, read) = self.inputs.get(*input)?.as_ref()?;
                    let number = *numbers.entry((place.clone(), read.digest.clone())).or_insert_with(|| {
                        written.inputs.push((place.clone(), read.stamp, read.digest.clone()));
                        written.inputs.len() - 1
                    });
                    Some((path.clone(), number))
                })
                .collect();
            if let Some(asked) = asked.filter(|_| space.files.real(&entry.path).is_ok()) {
                written.policies.push(Entry { asked, ..entry.clone() });
            }
        }
    }
}

/// Writes a cache, whole; a folder that is not there is made.
fn write(root: &Path, written: &Written) -> Option<()> {
    let folder = root.join(FOLDER);
    if fs::create_dir(&folder).is_ok() {
        for (name, text) in ASIDE {
            fs::write(folder.join(name), text).ok()?;
        }
    }
    // A link would lead the cache to where nobody expects it.
    let about = fs::symlink_metadata(&folder).ok().filter(fs::Metadata::is_dir)?;
    let bytes = serde_json::to_vec(written).ok().filter(|_| !about.permissions().readonly())?;
    stage::remove_abandoned(&folder);
    stage::move_in(&folder, &[(FILE.to_owned(), &bytes)]).ok()
}
