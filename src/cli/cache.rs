//! What a check remembers for the next one, so that after an edit only what it concerns is read and checked again.
//!
//! In: policies to check, and what the last check of the workspace left in `.avouch-cache/`. Out: what is found in each and
//! between them, and a new cache. It is a help and no more: one that is missing, broken, of another version or other settings
//! says nothing, one that cannot be written is done without, and small runs, which take no longer than a look at it, leave none.
//! Of a policy that has not changed the system is asked for the stamps of its files, and nothing else is read unless it is shown.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::sync::{Mutex, PoisonError};

use super::cache_details::{self, Details, Store};
use super::cache_lines::{Input, Line, Lines, line};
use super::cache_write::Now;
use super::discover::{Target, Targets};
use super::report::place as place_of;
use super::run::{across_all, check_all, in_order};
use super::stamp::Stamp;
use super::trace::{Traced, place, still};
use super::workspace::Workspace;
use crate::analysis::{Analysis, Files as _, across, analyse};
use crate::diagnostic::render::Found;
use crate::diagnostic::{Diagnostic, Suppressed};
use crate::emit::rules::sha256_hex;
use crate::source::{Source, Sources};
use smallvec::SmallVec;

/// The folder, in the root of a workspace.
pub const FOLDER: &str = ".avouch-cache";
/// The cache of checks in it.
pub(super) const FILE: &str = "check";
/// From this many policies on a cache is kept.
const LEAST: usize = 32;
/// A larger file is none that this tool wrote.
const MOST_BYTES: u64 = 512 * 1024 * 1024;

/// What is known of a workspace, to be held against the disk.
#[derive(Debug, Default)]
pub(super) struct Before<'t> {
    pub(super) lines: Lines<'t>,
    /// What they came to in full.
    pub(super) store: Store,
    /// What the system says of the cache.
    pub(super) taken: Stamp,
    /// Files that several policies use, as far as they were looked at: their stamps, if they are still the same.
    shared: Mutex<BTreeMap<&'t str, Option<Stamp>>>,
}

/// A line of the cache.
pub(super) enum Remembered<'t> {
    /// One that stands there already, and its parts.
    Same(&'t str, Line<'t>),
    /// One that is new.
    New(String),
}

impl Remembered<'_> {
    pub(super) fn text(&self) -> &str {
        match self {
            Self::Same(text, _) => text,
            Self::New(text) => text,
        }
    }

    fn parts(&self) -> Option<Line<'_>> {
        match self {
            Self::Same(_, line) => Some(*line),
            Self::New(text) => Line::of(text),
        }
    }
}

/// What is to be remembered of a policy: its line; none where it cannot be remembered.
pub(super) struct Note<'t> {
    pub(super) line: Option<Remembered<'t>>,
    /// What it came to in full, where that does not stand in the cache yet. What is known from there is not read until it is shown.
    pub(super) details: Option<String>,
}

impl Note<'_> {
    /// The parts of its line.
    pub(super) fn parts(&self) -> Option<Line<'_>> {
        self.line.as_ref()?.parts()
    }

    /// Whether what was found is known from the cache, and not yet read in full.
    fn is_kept(&self) -> bool {
        self.line.is_some() && self.details.is_none()
    }
}

/// What is found in each target and between them, in the order of the targets, with the help of the caches of their workspaces.
/// What is known is read in full for the `most` gravest findings, and of the others only what it takes to count them; 0 is all.
pub fn check_all_cached(targets: &Targets, most: usize) -> Vec<Analysis> {
    let count = |at: usize| targets.files.iter().filter(|target| target.workspace == at).count();
    let spaces = targets.workspaces.iter().enumerate();
    let keys: Vec<Option<String>> =
        spaces.map(|(at, space)| (count(at) >= LEAST).then(|| key(space)).flatten()).collect();
    if keys.iter().all(Option::is_none) {
        let mut analyses = check_all(targets);
        across_all(targets, &mut analyses);
        return analyses;
    }
    let texts: Vec<(String, Stamp)> =
        targets.workspaces.iter().zip(&keys).map(|(space, key)| read(space, key.as_ref())).collect();
    let before: Vec<Before<'_>> = targets
        .workspaces
        .iter()
        .zip(&texts)
        .zip(&keys)
        .map(|((space, text), key)| Before::of(space, text, key.as_ref()))
        .collect();
    let done = in_order(targets.files.len(), |index| {
        let target = &targets.files[index];
        let space = &targets.workspaces[target.workspace];
        before[target.workspace].kept(target, space, index).unwrap_or_else(|| fresh(target, space))
    });
    let (mut analyses, mut notes): (Vec<Analysis>, Vec<Note<'_>>) = done.into_iter().unzip();
    open(targets, &before, &mut analyses, &mut notes, most);
    for (at, (space, key)) in targets.workspaces.iter().zip(&keys).enumerate() {
        let silent = between(targets, at, &before[at], &mut analyses, &mut notes);
        let Some(key) = key else { continue };
        let of = targets.files.iter().zip(&notes).filter(|(target, _)| target.workspace == at);
        let of: Vec<(&Target, &Note<'_>)> = of.collect();
        // Where it cannot be written the next check works without it.
        let _ = before[at].keep(&Now { key, silent: &silent, space, of: &of });
    }
    analyses
}

/// The digest of all that every policy of a workspace depends on; none if the tool does not know itself.
fn key(space: &Workspace) -> Option<String> {
    let tool = std::env::current_exe().and_then(fs::metadata).ok()?;
    let here = std::env::current_dir().ok()?;
    let all =
        (super::VERSION.as_str(), Stamp::of(&tool), here, &space.root, &space.settings, space.files.today());
    Some(sha256_hex(format!("{all:?}").as_bytes()))
}

/// The text of the cache of a workspace, and what the system said of it; empty where there is none.
fn read(space: &Workspace, key: Option<&String>) -> (String, Stamp) {
    let path = space.root.join(FOLDER).join(FILE);
    let about = key.and_then(|_| fs::symlink_metadata(&path).ok());
    let about = about.filter(|about| about.is_file() && about.len() <= MOST_BYTES);
    let text = about.and_then(|about| Some((fs::read_to_string(&path).ok()?, Stamp::of(&about))));
    text.unwrap_or_default()
}

/// Checks a policy. Of the program nothing stays in memory, and of the texts only what findings are shown in.
fn fresh<'t>(target: &Target, space: &Workspace) -> (Analysis, Note<'t>) {
    let files = Traced::new(&space.files);
    let mut analysis = Analysis { program: None, ..analyse(&target.path, &files, &space.settings) };
    let (line, details) = match line(&analysis, &files.into_trace()).zip(cache_details::text(&analysis)) {
        Some((line, details)) => (Some(Remembered::New(line)), Some(details)),
        None => (None, None),
    };
    if analysis.findings.is_empty() && analysis.suppressed.is_empty() {
        analysis.sources = std::mem::take(&mut analysis.sources).without_texts();
    }
    (analysis, Note { line, details })
}

impl<'t> Before<'t> {
    fn of(space: &Workspace, (text, taken): &'t (String, Stamp), key: Option<&String>) -> Self {
        let lines = key.and_then(|key| Lines::of(text, key)).unwrap_or_default();
        Self {
            lines,
            store: Store::in_folder(&space.root.join(FOLDER)),
            taken: *taken,
            shared: Mutex::default(),
        }
    }

    /// A policy of which all files are what they were.
    fn kept(&self, target: &Target, space: &Workspace, guess: usize) -> Option<(Analysis, Note<'t>)> {
        let whole = self.lines.find(&target.path, guess)?;
        let line = Line::of(whole)?;
        let mut changed = false;
        let mut inputs: SmallVec<[Input<'_>; 4]> = SmallVec::new();
        for (number, item) in line.inputs().enumerate() {
            let input = Input::of(item)?;
            let stamp = if number == 0 { self.now(&input, space) } else { self.now_shared(item, space) }?;
            changed |= stamp != input.stamp;
            inputs.push(Input { stamp, ..input });
        }
        let analysis = line.analysis(&inputs)?;
        let now = if changed {
            Remembered::New(line.with(inputs.into_iter()))
        } else {
            Remembered::Same(whole, line)
        };
        Some((analysis, Note { line: Some(now), details: None }))
    }

    /// The stamp of a file, if it is still what was read.
    fn now(&self, input: &Input<'_>, space: &Workspace) -> Option<Stamp> {
        let leads = space.files.leads_to(input.path, input.place);
        let leads = leads.unwrap_or_else(|| place(&space.files, input.path).as_deref() == Some(input.place));
        let trusted = |stamp: Stamp| stamp.older_than(self.taken);
        if leads { still(&space.root, input.place, (input.stamp, input.digest), trusted) } else { None }
    }

    fn now_shared(&self, item: &'t str, space: &Workspace) -> Option<Stamp> {
        let known = self.shared.lock().unwrap_or_else(PoisonError::into_inner).get(item).copied();
        known.unwrap_or_else(|| {
            let now = Input::of(item).and_then(|input| self.now(&input, space));
            self.shared.lock().unwrap_or_else(PoisonError::into_inner).insert(item, now);
            now
        })
    }

    /// What a line that is kept came to in full.
    fn details(&self, line: &Line<'_>) -> Option<Details<'_>> {
        Details::of(self.store.get(line.place()?)?)
    }
}

/// Reads in full what is to be shown: the gravest findings, and what else stands in their policies.
fn open(
    targets: &Targets,
    before: &[Before<'_>],
    analyses: &mut [Analysis],
    notes: &mut [Note<'_>],
    most: usize,
) {
    let chosen: Vec<usize> = chosen(analyses, most).into_iter().filter(|at| notes[*at].is_kept()).collect();
    let space = |at: usize| &targets.workspaces[targets.files[at].workspace];
    let opened = in_order(chosen.len(), |index| {
        let at = chosen[index];
        opened(&notes[at].parts()?, &before[targets.files[at].workspace], space(at))
    });
    for (at, opened) in chosen.into_iter().zip(opened) {
        if let Some((sources, findings, suppressed)) = opened {
            (analyses[at].sources, analyses[at].findings) = (sources, findings);
            analyses[at].suppressed = suppressed;
        } else {
            // A text has changed just now, or the cache is broken here.
            (analyses[at], notes[at]) = fresh(&targets.files[at], space(at));
        }
    }
}

/// The policies in which the gravest findings stand; those of them all where no number is given.
fn chosen(analyses: &[Analysis], most: usize) -> BTreeSet<usize> {
    let numbered = analyses.iter().enumerate();
    if most == 0 {
        let anything = |of: &Analysis| !of.findings.is_empty() || !of.suppressed.is_empty();
        return numbered.filter(|(_, analysis)| anything(analysis)).map(|(at, _)| at).collect();
    }
    let mut all: Vec<_> = numbered
        .flat_map(|(at, analysis)| {
            let sources = &analysis.sources;
            let findings = analysis.findings.iter();
            findings.map(move |finding| (Reverse(finding.level), place_of(Found { sources, finding }), at))
        })
        .collect();
    all.sort_unstable();
    all.dedup_by(|(_, one, _), (_, other, _)| one == other);
    all.into_iter().take(most).map(|(_, _, at)| at).collect()
}

/// What was found in a policy, in its texts, if these are still what it was found in.
fn opened(
    line: &Line<'_>,
    before: &Before<'_>,
    space: &Workspace,
) -> Option<(Sources, Vec<Diagnostic>, Vec<Suppressed>)> {
    let texts = line.texts()?;
    let mut sources = Sources::default();
    for item in line.inputs().take(texts) {
        let input = Input::of(item)?;
        let text = space.files.read(input.path).ok()?;
        if sha256_hex(text.as_bytes()) != input.digest {
            return None;
        }
        sources.add(Source::new(input.path, text));
    }
    let (findings, suppressed) = before.details(line)?.findings(texts)?;
    Some((sources, findings, suppressed))
}

/// Holds the policies of one workspace against each other, publisher by publisher, and gives the digests of those between
/// which there is no difference; which is known of some from the last check.
fn between(
    targets: &Targets,
    at: usize,
    before: &Before<'_>,
    analyses: &mut [Analysis],
    notes: &mut [Note<'_>],
) -> String {
    let space = &targets.workspaces[at];
    let known: BTreeSet<&str> = before.lines.silent.split(' ').collect();
    let mut groups: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (number, target) in targets.files.iter().enumerate().filter(|(_, target)| target.workspace == at) {
        let publisher = match (&notes[number], &analyses[number].summary) {
            (_, Some(summary)) => summary.publisher.as_str(),
            (note, None) => note.parts().map_or("", |line| line.publisher),
        };
        debug_assert_eq!(analyses[number].path, target.path);
        if !publisher.is_empty() {
            groups.entry(publisher.to_owned()).or_default().push(number);
        }
    }
    let mut silent = Vec::new();
    for group in groups.into_values().filter(|group| group.len() > 1) {
        let mut hasher = DefaultHasher::new();
        let written = |number: &usize| Some(notes[*number].parts()?.summary);
        let summaries: Option<Vec<&str>> = group.iter().map(written).collect();
        summaries.hash(&mut hasher);
        let digest = summaries.map(|_| format!("{:016x}", hasher.finish()));
        if digest.as_ref().is_some_and(|digest| known.contains(digest.as_str())) {
            silent.extend(digest);
            continue;
        }
        let read = in_order(group.len(), |index| {
            let number = group[index];
            let line = notes[number].line.as_ref().filter(|_| analyses[number].summary.is_none());
            line.map(|line| before.details(&line.parts()?)?.summary())
        });
        for (number, summary) in group.iter().zip(read) {
            match summary {
                None => {}
                Some(Some(summary)) => analyses[*number].summary = Some(summary),
                Some(None) => (analyses[*number], notes[*number]) = fresh(&targets.files[*number], space),
            }
        }
        if !across(analyses, &group, &space.files, &space.settings) {
            silent.extend(digest);
        }
    }
    silent.join(" ")
}
