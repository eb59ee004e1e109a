//! Analysing many policies at once, in an order that does not show.

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use super::discover::Targets;
use crate::analysis::{Analysis, analyse};

/// Below this many files a second thread costs more than it saves.
const FILES_PER_THREAD: usize = 16;

/// Each target's analysis, in the order of the targets.
pub fn analyse_all(targets: &Targets) -> Vec<Analysis> {
    let one = |index: usize| {
        let target = &targets.files[index];
        let workspace = &targets.workspaces[target.workspace];
        analyse(&target.path, &workspace.files, &workspace.settings)
    };
    let count = targets.files.len();
    let processors = thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let threads = processors.min(count / FILES_PER_THREAD);
    if threads < 2 {
        return (0..count).map(one).collect();
    }
    let next = AtomicUsize::new(0);
    let done = Mutex::new(Vec::with_capacity(count));
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                let mut mine = Vec::new();
                loop {
                    let index = next.fetch_add(1, Ordering::Relaxed);
                    if index >= count {
                        break;
                    }
                    mine.push((index, one(index)));
                }
                done.lock().unwrap_or_else(std::sync::PoisonError::into_inner).append(&mut mine);
            });
        }
    });
    let mut done = done.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
    done.sort_by_key(|(index, _)| *index);
    done.into_iter().map(|(_, analysis)| analysis).collect()
}
