//! What a build remembers for the next one, so that what has not changed is neither read, nor made, nor written again.
//!
//! In: the record of the last build beside what it wrote, and the disk as it is now. Out: which policies stand as they were,
//! and a new record. A record is only ever a help: one that is missing, foreign, of another version of the tool, of a
//! build started elsewhere or of other options says nothing, and neither does an entry of which anything is in doubt.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde::{Deserialize, Serialize};
use serde_json::value::{RawValue, to_raw_value};

use super::discover::{Target, Targets};
use super::disk::slashed;
use super::list::{self, LIST};
use super::output::Made;
use super::run::in_order;
use super::stamp::Stamp;
use super::trace::{Read, Trace, place, still};
use super::workspace::Workspace;
use crate::analysis::{Analysis, Counts, Files as _, Summary};
use crate::emit::BuildOptions;
use crate::emit::rules::sha256_hex;

/// The record, in the output folder.
pub const RECORD: &str = ".avouch-record.json";
/// How every record begins.
const MAGIC: &[u8] = b"{\"format\":\"avouch/record\",";
const FORMAT: &str = "avouch/record";

/// The record of a build, as it stands on the disk.
#[derive(Debug, Deserialize, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Record {
    format: String,
    format_version: u32,
    /// The digest of all that every policy depends on: tool, current folder, settings, options.
    key: String,
    /// The list of what was written.
    list: Stamp,
    /// Files that were read: the number of the workspace, the place from its root, the stamp, the digest.
    inputs: Vec<(usize, String, Stamp, String)>,
    /// Files that were written: the path in the output folder, the stamp, the digest.
    outputs: Vec<(String, Stamp, String)>,
    policies: Vec<Policy>,
}

#[derive(Debug, Deserialize, Serialize)]
struct Policy {
    path: String,
    workspace: usize,
    library: bool,
    /// Whether there were findings, also excused ones; they are found again, so that they are shown as they are.
    findings: bool,
    /// What the policy is held against others by, as it is written: it is read, like written, on many threads.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    summary: Option<Box<RawValue>>,
    counts: Counts,
    /// Where the paths that were asked for lead: the path, and the number of the input.
    asked: Vec<(String, usize)>,
    /// The numbers of its outputs.
    made: Vec<usize>,
}

/// What is known of the last build, held against the disk.
#[derive(Debug, Default)]
pub struct Before {
    policies: BTreeMap<String, Policy>,
    inputs: Vec<Option<(usize, String, Read)>>,
    outputs: Vec<Option<(String, Read)>>,
    /// Whether every file of the record has the stamp that it had.
    untouched: bool,
    /// Whether a file of somebody else stands where the record has to be.
    foreign: bool,
}

/// A policy that need not be made again.
#[derive(Debug)]
pub struct Kept {
    /// What is said of it.
    pub analysis: Analysis,
    /// Whether it has to be looked at again for what was found in it.
    pub findings: bool,
    /// What it was made of.
    pub trace: Trace,
    /// What was made of it.
    pub made: Vec<Made>,
    /// Its summary, as it is written.
    pub summary: Option<Box<RawValue>>,
}

/// The digest of all that every policy depends on; none if the tool does not know itself.
pub fn key(targets: &Targets, options: &BuildOptions) -> Option<String> {
    let tool = std::env::current_exe().and_then(fs::metadata).ok()?;
    let here = std::env::current_dir().ok()?;
    // What is overdue depends on the day.
    let of = |space: &Workspace| format!("{:?}", (&space.root, &space.settings, space.files.today()));
    let spaces: Vec<String> = targets.workspaces.iter().map(of).collect();
    let all = (super::VERSION.as_str(), Stamp::of(&tool), here, spaces, options);
    Some(sha256_hex(format!("{all:?}").as_bytes()))
}

impl Before {
    /// Reads the record in an output folder and holds it against the disk.
    pub fn of(folder: &Path, key: &str, targets: &Targets) -> Self {
        let path = folder.join(RECORD);
        let Ok(about) = fs::symlink_metadata(&path) else { return Self::default() };
        // A machine that stopped can leave an empty file, which is nobody's.
        let Ok(bytes) = fs::read(&path) else { return Self { foreign: true, ..Self::default() } };
        if !about.is_file() || !(bytes.is_empty() || bytes.starts_with(MAGIC)) {
            return Self { foreign: true, ..Self::default() };
        }
        let record = serde_json::from_slice::<Record>(&bytes).ok();
        let ours =
            |record: &Record| record.format == FORMAT && record.format_version == 1 && record.key == key;
        record.filter(ours).map_or_else(Self::default, |record| Self::held(record, folder, targets, &about))
    }

    fn held(record: Record, folder: &Path, targets: &Targets, about: &fs::Metadata) -> Self {
        let taken = Stamp::of(about);
        let trusted = |stamp: Stamp| stamp.older_than(taken);
        let inputs = in_order(record.inputs.len(), |index| {
            let (space, place, stamp, digest) = &record.inputs[index];
            let root = &targets.workspaces.get(*space)?.root;
            let stamp = still(root, place, (*stamp, digest), trusted)?;
            Some((*space, place.clone(), Read { stamp, seen: stamp, digest: digest.clone() }))
        });
        let outputs = in_order(record.outputs.len(), |index| {
            let (path, stamp, digest) = &record.outputs[index];
            // A file in a folder within is looked at by whoever writes it.
            let flat = !path.contains(['/', '\\']);
            let stamp = still(folder, path, (*stamp, digest), trusted).filter(|_| flat)?;
            Some((path.clone(), Read { stamp, seen: stamp, digest: digest.clone() }))
        });
        let same = |one: Option<Stamp>, other: Stamp| one == Some(other);
        let list = fs::symlink_metadata(folder.join(LIST)).ok().map(|about| Stamp::of(&about));
        let untouched = same(list, record.list)
            && trusted(record.list)
            && inputs
                .iter()
                .zip(&record.inputs)
                .all(|(now, (_, _, stamp, _))| same(now.as_ref().map(|(_, _, read)| read.stamp), *stamp))
            && outputs
                .iter()
                .zip(&record.outputs)
                .all(|(now, (_, stamp, _))| same(now.as_ref().map(|(_, read)| read.stamp), *stamp));
        let policies = record.policies.into_iter().map(|policy| (policy.path.clone(), policy)).collect();
        let mut before = Self { policies, inputs, outputs, untouched, foreign: false };
        // Where everything stands as it was nothing is written, and the list with all its paths need not be read.
        if before.nothing_changed(targets).is_none() {
            before.forget_unlisted(folder);
        }
        before
    }

    /// Forgets files that the list does not know: whatever the record says of them, no build wrote them.
    fn forget_unlisted(&mut self, folder: &Path) {
        let named = slashed(folder);
        let bytes = list::read(folder, &named).ok().flatten();
        let listed = bytes.and_then(|bytes| list::of(&bytes, &named).ok()).unwrap_or_default();
        for output in &mut self.outputs {
            *output = output.take().filter(|(path, read)| listed.files.get(path) == Some(&read.digest));
        }
    }

    /// A policy that stands as it was, with all that it was made of and all that was made of it.
    pub fn kept(&self, target: &Target, targets: &Targets) -> Option<Kept> {
        let policy = self.policies.get(&target.path).filter(|policy| policy.workspace == target.workspace)?;
        let disk = &targets.workspaces.get(policy.workspace)?.files;
        let mut trace = Trace::default();
        for (path, input) in &policy.asked {
            let (space, at, read) = self.inputs.get(*input)?.as_ref()?;
            if *space != policy.workspace || place(disk, path).as_ref() != Some(at) {
                return None;
            }
            trace.paths.insert(path.clone(), at.clone());
            trace.files.insert(at.clone(), read.clone());
        }
        let made = policy.made.iter().map(|output| {
            let (path, read) = self.outputs.get(*output)?.as_ref()?;
            Some(Made { path: path.clone(), digest: read.digest.clone(), kept: Some(read.stamp) })
        });
        let made = made.collect::<Option<Vec<Made>>>()?;
        let summary = policy.summary.clone();
        let read: Option<Box<Summary>> = match &summary {
            Some(written) => Some(serde_json::from_str(written.get()).ok()?),
            None => None,
        };
        let analysis =
            Analysis { summary: read, ..Analysis::unopened(&policy.path, policy.counts, policy.library) };
        Some(Kept { analysis, findings: policy.findings, trace, made, summary })
    }

    /// How many files the last build wrote, if nothing at all has changed since and the same policies are asked for.
    pub fn nothing_changed(&self, targets: &Targets) -> Option<usize> {
        let same = self.untouched
            && targets.files.len() == self.policies.len()
            && targets.files.iter().all(|target| self.policies.contains_key(&target.path));
        same.then_some(self.outputs.len())
    }

    /// Whether a record may stand where it belongs.
    pub fn may_be_replaced(&self) -> bool {
        !self.foreign
    }
}

/// What one policy leaves for the next build.
pub struct Entry<'a> {
    pub target: &'a Target,
    pub analysis: &'a Analysis,
    pub trace: &'a Trace,
    pub made: &'a [Made],
    pub summary: &'a Option<Box<RawValue>>,
}

/// What a policy is held against others by, as it is written; none where it is not.
pub fn written_summary(analysis: &Analysis) -> Option<Box<RawValue>> {
    to_raw_value(analysis.summary.as_ref()?).ok()
}

/// The record of a build: its policies, and the stamps of what now stands in the folder.
pub fn bytes(
    key: &str,
    entries: &[Entry<'_>],
    list: Stamp,
    stamps: &BTreeMap<String, Stamp>,
) -> Option<Vec<u8>> {
    let mut record = Record {
        format: FORMAT.to_owned(),
        format_version: 1,
        key: key.to_owned(),
        list,
        inputs: Vec::new(),
        outputs: Vec::new(),
        policies: Vec::new(),
    };
    let mut inputs: BTreeMap<(usize, &str, &str), usize> = BTreeMap::new();
    let mut outputs: BTreeMap<&str, usize> = BTreeMap::new();
    for Entry { target, analysis, trace, made, summary } in entries.iter().filter(|entry| !entry.trace.lost) {
        let workspace = target.workspace;
        let mut asked = Vec::new();
        for (path, place) in &trace.paths {
            // Every file that is asked for without being read is one that was read by another name.
            let Some(read) = trace.files.get(place) else { break };
            let number = *inputs.entry((workspace, place, &read.digest)).or_insert_with(|| {
                record.inputs.push((workspace, place.clone(), read.stamp, read.digest.clone()));
                record.inputs.len() - 1
            });
            asked.push((path.clone(), number));
        }
        let numbers: Option<Vec<usize>> = made
            .iter()
            .map(|made| {
                let stamp = stamps.get(&made.path)?;
                Some(*outputs.entry(&made.path).or_insert_with(|| {
                    record.outputs.push((made.path.clone(), *stamp, made.digest.clone()));
                    record.outputs.len() - 1
                }))
            })
            .collect();
        if let Some(made) = numbers.filter(|_| asked.len() == trace.paths.len()) {
            record.policies.push(Policy {
                path: target.path.clone(),
                workspace,
                library: analysis.library,
                findings: !analysis.findings.is_empty() || !analysis.suppressed.is_empty(),
                summary: (*summary).clone(),
                counts: analysis.counts,
                asked,
                made,
            });
        }
    }
    serde_json::to_vec(&record).ok()
}
