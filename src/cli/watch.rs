//! Doing something again whenever a file that it depends on changes, until it is ended.
//!
//! Files are looked at a few times a second rather than asking the system to tell: that works on every disk, also on those that
//! are shared over a network or with a container, and costs a small part of one processor. What is done is done whole, so
//! it can be ended at any time.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::{Duration, Instant};

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

/// Does something again and again. `once` says how it ended; `files` gives what it depends on, looked for anew each time,
/// since files come and go.
pub fn watch(
    terminal: &mut Terminal,
    mut once: impl FnMut(&mut Terminal) -> Result<Outcome, Failure>,
    files: impl Fn() -> Watched,
) -> Result<Outcome, Failure> {
    loop {
        // What changes while the work is done must not be missed.
        let before = look(files());
        terminal.clear();
        match once(terminal) {
            Ok(_) => {}
            // It may be mended with the next change.
            Err(failure) => terminal.fail(&failure),
        }
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

/// Waits until something differs and nothing has differed since the look before; names one of the files that did.
fn changed(before: Look, files: &impl Fn() -> Watched) -> String {
    let mut last = before.clone();
    loop {
        let start = Instant::now();
        let now = look(files());
        if now != before && now == last {
            let differs = |path: &&PathBuf| now.get(*path) != before.get(*path);
            let path = now.keys().chain(before.keys()).find(differs);
            return path.map(|path| super::workspace::shown(path)).unwrap_or_default();
        }
        last = now;
        sleep(PAUSE.max(start.elapsed() * SHARE));
    }
}

fn look(files: Watched) -> Look {
    let stamp = |path: &Path| fs::metadata(path).ok().map(|about| Stamp::of(&about));
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
}
