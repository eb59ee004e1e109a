//! Doing one thing for many files at once, in an order that does not show.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{LazyLock, Mutex};
use std::thread;

use super::discover::Targets;
use super::stamp::Stamp;
use super::trace::Traced;
use crate::analysis::{Analysis, across, analyse, understand};

/// Below this many files a second thread costs more than it saves.
const FILES_PER_THREAD: usize = 16;

/// How many files a thread takes at a time.
const TAKEN: usize = 8;

/// How many threads run at once. The system reads files to answer, and is asked once.
static PROCESSORS: LazyLock<usize> =
    LazyLock::new(|| thread::available_parallelism().map_or(1, std::num::NonZero::get));

/// Each target's analysis, in the order of the targets.
pub fn analyse_all(targets: &Targets) -> Vec<Analysis> {
    in_order(targets.files.len(), |index| analysis_of(targets, index))
}

/// What each target means, in the order of the targets, for commands that ask policies something and do not judge them.
pub fn understand_all(targets: &Targets) -> Vec<Analysis> {
    in_order(targets.files.len(), |index| {
        let target = &targets.files[index];
        let workspace = &targets.workspaces[target.workspace];
        understand(&target.path, &workspace.files, &workspace.settings)
    })
}

/// Each target's findings, in the order of the targets: of many, what a policy says is let go of as soon as it is checked, and its
/// text if nothing quotes it, so that thousands of policies take little memory.
pub fn check_all(targets: &Targets) -> Vec<Analysis> {
    in_order(targets.files.len(), |index| {
        let mut analysis = analysis_of(targets, index);
        if targets.files.len() > 1 {
            analysis.program = None;
        }
        if analysis.findings.is_empty() && analysis.suppressed.is_empty() {
            analysis.sources = std::mem::take(&mut analysis.sources).without_texts();
        }
        analysis
    })
}

/// The same, and all files that were asked for on the way, with what the system said of those that were read.
pub fn check_all_traced(targets: &Targets) -> (Vec<Analysis>, BTreeMap<PathBuf, Option<Stamp>>) {
    let done = in_order(targets.files.len(), |index| {
        let target = &targets.files[index];
        let workspace = &targets.workspaces[target.workspace];
        let files = Traced::new(&workspace.files);
        let analysis = analyse(&target.path, &files, &workspace.settings);
        (Analysis { program: None, ..analysis }, files.into_trace())
    });
    let mut asked = BTreeMap::new();
    let mut analyses = Vec::with_capacity(done.len());
    for ((analysis, trace), target) in done.into_iter().zip(&targets.files) {
        let root = &targets.workspaces[target.workspace].root;
        asked.extend(trace.files.iter().map(|(place, read)| (root.join(place), Some(read.seen))));
        asked.extend(trace.unanswered.into_iter().map(|path| (PathBuf::from(path), None)));
        analyses.push(analysis);
    }
    (analyses, asked)
}

/// Holds the policies of each workspace against each other, once all are checked.
pub fn across_all(targets: &Targets, analyses: &mut [Analysis]) {
    for (at, workspace) in targets.workspaces.iter().enumerate() {
        let here = targets.files.iter().enumerate().filter(|(_, target)| target.workspace == at);
        let numbers: Vec<usize> = here.map(|(number, _)| number).collect();
        across(analyses, &numbers, &workspace.files, &workspace.settings);
    }
}

fn analysis_of(targets: &Targets, index: usize) -> Analysis {
    let target = &targets.files[index];
    let workspace = &targets.workspaces[target.workspace];
    analyse(&target.path, &workspace.files, &workspace.settings)
}

/// What a function makes of each number below a count, in order; on several threads if they are many.
pub fn in_order<T: Send>(count: usize, one: impl Fn(usize) -> T + Sync) -> Vec<T> {
    let most = count / FILES_PER_THREAD;
    // The system is not asked where its answer does not matter.
    let threads = if most < 2 { most } else { most.min(*PROCESSORS) };
    if threads < 2 {
        return (0..count).map(one).collect();
    }
    let next = AtomicUsize::new(0);
    let done = Mutex::new(Vec::with_capacity(count.div_ceil(TAKEN)));
    let work = || {
        let mut mine = Vec::new();
        loop {
            let first = next.fetch_add(TAKEN, Ordering::Relaxed);
            if first >= count {
                break;
            }
            let made: Vec<T> = (first..count.min(first + TAKEN)).map(&one).collect();
            mine.push((first, made));
        }
        done.lock().unwrap_or_else(std::sync::PoisonError::into_inner).append(&mut mine);
    };
    thread::scope(|scope| {
        for _ in 1..threads {
            scope.spawn(work);
        }
        work();
    });
    let mut done = done.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
    done.sort_unstable_by_key(|(first, _)| *first);
    // Thousands of analyses are moved once, not each time that the list grows.
    let mut all = Vec::with_capacity(count);
    for (_, made) in done {
        all.extend(made);
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_are_done_in_the_order_of_their_numbers() {
        for count in [0, 1, 31, 32, 33, 1000] {
            assert_eq!(in_order(count, |number| number * 2), (0..count).map(|n| n * 2).collect::<Vec<_>>());
        }
    }
}
