//! Carrying out fixes: in memory, again and again until nothing is left to do, then into the files.
//!
//! In: the files that were asked for. Out: their texts before and after, and what is found in both. Files that a policy
//! uses are changed only if they were asked for themselves. Nothing is written before every fix is made.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use super::discover::Targets;
use super::failure::{Failure, reason};
use super::run::analyse_all;
use super::stage;
use super::unified::unified;
use crate::analysis::{Analysis, Files as _};
use crate::diagnostic::Fix;
use crate::diagnostic::fixes::{self, Change};
use crate::source::Sources;

/// A fix can show what another one mends; nothing needs more rounds than this, and two that undo each other stop here.
const ROUNDS: usize = 20;

/// A file whose text was mended.
pub struct File {
    /// Its path as it is shown.
    pub path: String,
    /// What it held.
    pub before: String,
    /// What it is to hold.
    pub after: String,
}

/// What came of the fixes.
pub struct Fixed {
    /// What was found at first, if it differs from what is left.
    first: Option<Vec<Analysis>>,
    /// What is left.
    analyses: Vec<Analysis>,
    /// The files of the run that changed, in order; that of standard input whether or not it changed.
    pub files: Vec<File>,
    /// How many fixes were carried out.
    count: usize,
}

/// The text of a target: the place of its workspace, and its key there.
type Key = (usize, String);

/// Carries out the fixes of all findings in the targets, in memory.
pub fn fix(targets: &mut Targets, unsafe_too: bool) -> Result<Fixed, Failure> {
    let keys: BTreeMap<Key, usize> = targets
        .files
        .iter()
        .enumerate()
        .map(|(at, target)| {
            ((target.workspace, targets.workspaces[target.workspace].files.key(&target.path)), at)
        })
        .collect();
    let mut analyses = analyse_all(targets);
    let mut texts: BTreeMap<usize, File> = BTreeMap::new();
    for (at, analysis) in analyses.iter().enumerate() {
        let target = &targets.files[at];
        let workspace = &targets.workspaces[target.workspace].files;
        if workspace.stands_for(&target.path) {
            if let Some(error) = &analysis.unread {
                return Err(Failure::new(error.message(&target.path)));
            }
            let text = analysis.sources.iter().next().map_or("", |(_, source)| source.text());
            let file = File { path: target.path.clone(), before: text.to_owned(), after: text.to_owned() };
            texts.insert(at, file);
        }
    }
    let mut first = None;
    let mut count = 0;
    for _ in 0..ROUNDS {
        let chosen = chosen(&analyses, targets, &keys, unsafe_too);
        if chosen.is_empty() {
            break;
        }
        count += chosen.len();
        let mut changes: BTreeMap<usize, Vec<Change<usize>>> = BTreeMap::new();
        for change in chosen.into_iter().flatten() {
            changes.entry(change.file).or_default().push(change);
        }
        for (at, changes) in changes {
            let target = &targets.files[at];
            let Some(text) = analyses[at].sources.iter().next().map(|(_, source)| source.text()) else {
                continue;
            };
            let after = fixes::apply(text, &changes);
            let file = texts.entry(at).or_insert_with(|| File {
                path: target.path.clone(),
                before: text.to_owned(),
                after: String::new(),
            });
            file.after.clone_from(&after);
            targets.workspaces[target.workspace].files.put(&target.path, after);
        }
        let next = analyse_all(targets);
        let previous = std::mem::replace(&mut analyses, next);
        first.get_or_insert(previous);
    }
    Ok(Fixed { first, analyses, files: texts.into_values().collect(), count })
}

/// The fixes that are carried out in one round, safe ones first, so that no doubtful one keeps one of them waiting.
fn chosen(
    analyses: &[Analysis],
    targets: &Targets,
    keys: &BTreeMap<Key, usize>,
    unsafe_too: bool,
) -> Vec<Vec<Change<usize>>> {
    let mut all: Vec<(bool, Vec<Change<usize>>)> = Vec::new();
    for (at, analysis) in analyses.iter().enumerate() {
        let workspace = targets.files[at].workspace;
        let files: Vec<Option<usize>> = analysis
            .sources
            .iter()
            .map(|(_, source)| {
                let key = targets.workspaces[workspace].files.key(source.path());
                keys.get(&(workspace, key)).copied()
            })
            .collect();
        for finding in &analysis.findings {
            if let Some(fix) = fixes::of(finding, unsafe_too)
                && let Some(changes) = changes(fix, &analysis.sources, &files)
            {
                all.push((!fix.safe, changes));
            }
        }
    }
    // Of policies that use one file each finds the same there; the second of two equal fixes touches the first.
    all.sort_by(|(one, a), (two, b)| (one, places(a)).cmp(&(two, places(b))));
    fixes::together(all.into_iter().map(|(_, changes)| changes))
}

fn places(changes: &[Change<usize>]) -> Option<(usize, usize)> {
    changes.first().map(|change| (change.file, change.range.start))
}

/// The edits of a fix as changes of targets; none when one of them is in another file.
fn changes(fix: &Fix, sources: &Sources, files: &[Option<usize>]) -> Option<Vec<Change<usize>>> {
    let change = |edit: &crate::diagnostic::Edit| {
        let file = (*files.get(usize::from(edit.span.file.0))?)?;
        let text = sources.get(edit.span.file).text();
        // A new line ends as those of its file do.
        let returns = text.find('\n').is_some_and(|at| text[..at].ends_with('\r'));
        let new = if returns { edit.text.replace('\n', "\r\n") } else { edit.text.clone() };
        Some(Change { file, range: edit.span.range(), text: new })
    };
    fix.edits.iter().map(change).collect()
}

impl Fixed {
    /// What is found in the files as they are to be, or as they were.
    pub fn take(&mut self, before: bool) -> Vec<Analysis> {
        let first = if before { self.first.take() } else { None };
        first.unwrap_or_else(|| std::mem::take(&mut self.analyses))
    }

    /// Puts the new texts into the files, each whole; nothing is written where one of them cannot be, or has been changed by
    /// somebody else since.
    pub fn write(&self) -> Result<(), Failure> {
        for file in self.changed() {
            file.is_still().map_err(|why| why.help(NOTHING))?;
            file.may_be_written()?;
        }
        for file in self.changed() {
            file.is_still().map_err(|why| why.help(REST))?;
            let replaced = stage::replace(Path::new(&file.path), file.after.as_bytes());
            replaced.map_err(|error| cannot(&file.path, &error).help(REST))?;
        }
        Ok(())
    }

    /// What changes, as a unified diff.
    pub fn diff(&self) -> String {
        self.changed().map(|file| unified(&file.path, &file.before, &file.after)).collect()
    }

    /// One line about it, if there is anything to say.
    pub fn in_words(&self, diff: bool) -> Option<String> {
        let files = self.changed().map(|file| &file.path).collect::<BTreeSet<_>>().len();
        let plural =
            |count: usize, word: &str| format!("{count} {word}{}", if count == 1 { "" } else { "s" });
        let fixes = match (self.count, diff) {
            (1, true) => "1 fix would be".to_owned(),
            (count, true) => format!("{count} fixes would be"),
            (1, false) => "1 fix was".to_owned(),
            (count, false) => format!("{count} fixes were"),
        };
        (files > 0).then(|| format!("{fixes} made in {}", plural(files, "file")))
    }

    fn changed(&self) -> impl Iterator<Item = &File> {
        self.files.iter().filter(|file| file.before != file.after)
    }
}

impl File {
    /// Whether it holds what was mended.
    fn is_still(&self) -> Result<(), Failure> {
        let there = fs::read(&self.path).map_err(|error| cannot(&self.path, &error))?;
        if there == self.before.as_bytes() {
            return Ok(());
        }
        Err(Failure::new(format!("`{}` has changed in the meantime, so it is left as it is", self.path)))
    }

    fn may_be_written(&self) -> Result<(), Failure> {
        stage::may_be_rewritten(Path::new(&self.path)).map_err(|error| {
            let failure = cannot(&self.path, &error);
            match error.kind() {
                ErrorKind::Other => failure.help(format!("no file was changed; {}", stage::APART)),
                _ => failure.help(NOTHING),
            }
        })
    }
}

/// What holds for the other files when one of them cannot be written.
const NOTHING: &str = "no file was changed; run the command again when it can be written";
const REST: &str = "files that come after it are as they were; run the command again";

fn cannot(path: &str, error: &std::io::Error) -> Failure {
    Failure::new(format!("`{path}` cannot be written: {}", reason(error)))
}
