//! Doing something again whenever a file that it depends on changes, until it is ended.
//!
//! Files are looked at a few times a second rather than asking the system to tell: that works on every disk, also on those that
//! are shared over a network or with a container, and costs a small part of one processor. What is done is done whole, so
//! it can be ended at any time.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::{Duration, Instant, SystemTime};

use super::Outcome;
use super::failure::Failure;
use super::stamp::Stamp;
use super::terminal::Terminal;

/// How long to wait between two looks.
const PAUSE: Duration = Duration::from_millis(200);
/// Looking may take this part of the time and no more, however many files there are.
const SHARE: u32 = 20;

/// What to watch: files by their paths, whether or not they are there.
pub type Watched = Vec<PathBuf>;

/// What the system says of files.
type Look = BTreeMap<PathBuf, Option<Stamp>>;

/// Does something again and again. `once` says how it ended, and of what files it read; `files` gives what it depends on, looked
/// for anew each time, since files come and go.
pub fn watch(
    terminal: &mut Terminal,
    mut once: impl FnMut(&mut Terminal) -> (Result<Outcome, Failure>, BTreeMap<PathBuf, Stamp>),
    files: impl Fn() -> Watched,
) -> Result<Outcome, Failure> {
    loop {
        // What changes while the work is done must not be missed.
        let (start, before) = (SystemTime::now(), look(files()));
        terminal.clear();
        let (outcome, read) = once(terminal);
        match outcome {
            Ok(_) => {}
            // It may be mended with the next change.
            Err(failure) => terminal.fail(&failure),
        }
        let before = depended(before, look(files()), &read, start);
        let count = before.values().flatten().count();
        let files_word = if count == 1 { "file" } else { "files" };
        terminal.say(&format!("watching {count} {files_word}; Ctrl-C ends"));
        if terminal.is_closed() {
            return terminal.finish().map(|()| Outcome::Clean);
        }
        let changed = changed(before, &files);
        terminal.say(&format!("\n{changed} has changed"));
    }
}

/// What the work depended on, as it was before: some files are known only when the work is done, and others no more. What is
/// new, was not read and may have changed meanwhile gets a stamp that no file has.
fn depended(mut before: Look, after: Look, read: &BTreeMap<PathBuf, Stamp>, start: SystemTime) -> Look {
    let mut all = Look::new();
    for (path, stamp) in after {
        let was = before.remove(&path).unwrap_or_else(|| {
            stamp.map(|stamp| read.get(&path).copied().unwrap_or_else(|| stamp.settled(start)))
        });
        all.insert(path, was);
    }
    all.extend(before.into_iter().filter(|(path, was)| stamp(path) != *was));
    all
}

/// Waits until something differs and nothing has differed since the look before; names one of the files that did.
fn changed(before: Look, files: &impl Fn() -> Watched) -> String {
    let mut last = before.clone();
    loop {
        let start = Instant::now();
        let now = look(files());
        if now != before && now == last {
            // A file that is looked for only now and is not there has not changed.
            let stands = |look: &Look, path: &PathBuf| look.get(path).copied().flatten();
            let differs = |path: &&PathBuf| stands(&now, path) != stands(&before, path);
            let path = now.keys().chain(before.keys()).find(differs);
            return path.map(|path| super::workspace::shown(path)).unwrap_or_default();
        }
        last = now;
        sleep(PAUSE.max(start.elapsed() * SHARE));
    }
}

fn stamp(path: &Path) -> Option<Stamp> {
    fs::metadata(path).ok().map(|about| Stamp::of(&about))
}

fn look(files: Watched) -> Look {
    files.into_iter().map(|path| (path.clone(), stamp(&path))).collect()
}

#[cfg(test)]
mod tests {
    use super::super::disk::slashed;
    use super::*;

    #[test]
    fn a_change_is_named_once_it_is_over() {
        let folder = tempfile::tempdir().unwrap();
        let [one, other] = ["one", "other"].map(|name| folder.path().join(name));
        fs::write(&one, "a").unwrap();
        let files = || vec![one.clone(), other.clone()];
        let before = look(files());
        assert_eq!(before.values().flatten().count(), 1);
        fs::write(&other, "b").unwrap();
        assert_eq!(changed(before, &files), slashed(&other));
        let before = look(files());
        fs::remove_file(&one).unwrap();
        assert_eq!(changed(before, &files), slashed(&one));
    }

    #[test]
    fn what_is_known_only_afterwards_changes_nothing_unless_it_was_touched() {
        let folder = tempfile::tempdir().unwrap();
        let [one, other] = ["one", "other"].map(|name| folder.path().join(name));
        fs::write(&one, "a").unwrap();
        fs::write(&other, "b").unwrap();
        let [first, both] = [vec![one.clone()], vec![one.clone(), other.clone()]];
        let none = BTreeMap::new();
        let later = SystemTime::now() + Duration::from_secs(10);
        assert_eq!(depended(look(first.clone()), look(both.clone()), &none, later), look(both.clone()));
        assert_eq!(depended(look(both.clone()), look(first.clone()), &none, later), look(first.clone()));
        let long_ago = SystemTime::now() - Duration::from_secs(10);
        assert_ne!(depended(look(first.clone()), look(both.clone()), &none, long_ago), look(both.clone()));
        let read = BTreeMap::from([(other.clone(), stamp(&other).unwrap())]);
        assert_eq!(depended(look(first.clone()), look(both.clone()), &read, long_ago), look(both.clone()));
        let before = look(both);
        fs::remove_file(&other).unwrap();
        assert_eq!(
            depended(before.clone(), look(first), &none, later),
            before,
            "a file that went meanwhile differs"
        );
    }
}
