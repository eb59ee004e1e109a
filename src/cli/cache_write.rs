//! Keeping what a check remembers: a few lines are added to the cache, and when there are many it is written anew.
//!
//! In: what is known from before, and what is to be remembered now. Out: the files in the folder of the cache. After an edit a
//! line is written, not the half megabyte that thousands of policies come to.

use std::borrow::Cow;
use std::fs::{self, OpenOptions};
use std::io::Write as _;

use super::cache::{Before, FILE, FOLDER, Note, Remembered};
use super::cache_details::{self, Place, together};
use super::cache_lines::{Line, Lines};
use super::discover::Target;
use super::stage;
use super::stamp::Stamp;
use super::workspace::Workspace;

/// Beside it: nobody wants it in version control or in a backup.
const ASIDE: [(&str, &str); 2] = [
    (".gitignore", "*\n"),
    (
        "CACHEDIR.TAG",
        "Signature: 8a477f597d28d172789f06886806bc55\n# What avouch remembers of its last check. It can be deleted at any time.\n",
    ),
];
/// Of so many lines one may have been added later; of fewer, so many. Then it is time to write them anew.
const ONE_OF: usize = 8;
const FEW: usize = 64;

/// The line of a policy and its parts, and what it came to in full where that is new.
type Known<'s> = (&'s str, Line<'s>, Option<&'s str>);

/// What should be known of a workspace from now on.
pub(super) struct Now<'s, 't> {
    /// The digest of all that every policy depends on.
    pub(super) key: &'s str,
    /// Digests of policies between which there is no difference.
    pub(super) silent: &'s str,
    pub(super) space: &'s Workspace,
    /// The policies that were looked at.
    pub(super) of: &'s [(&'s Target, &'s Note<'t>)],
}

impl<'t> Before<'t> {
    /// Keeps what should be known now, if that is not what is known already.
    pub(super) fn keep<'s>(&'s self, now: &Now<'s, 't>) -> Option<()> {
        match self.changes(now) {
            Some(changes) if changes.is_empty() => Some(()),
            Some(changes) => self.add(now.space, &changes).or_else(|| self.write(now)),
            None => self.write(now),
        }
    }

    /// The lines that are new; none where something is to be forgotten, or all of them are new.
    fn changes<'s>(&self, now: &Now<'s, 't>) -> Option<Vec<Known<'s>>> {
        if self.lines.policies.is_empty() || self.lines.silent != now.silent {
            return None;
        }
        let mut changes = Vec::new();
        for (target, note) in now.of {
            match &note.line {
                Some(Remembered::Same(..)) => {}
                Some(Remembered::New(text)) => {
                    changes.push((text.as_str(), Line::of(text)?, note.details.as_deref()));
                }
                None if self.lines.find(&target.path, 0).is_none() => {}
                None => return None,
            }
        }
        Some(changes)
    }

    /// Adds lines at the end of the cache; none if there would be many of them, or if it is not the one that was read.
    fn add(&self, space: &Workspace, changes: &[Known<'_>]) -> Option<()> {
        let later = self.lines.later + changes.len();
        if later > FEW.max(self.lines.policies.len() / ONE_OF) {
            return None;
        }
        let folder = space.root.join(FOLDER);
        let path = folder.join(FILE);
        // A link would lead the cache to where nobody expects it.
        let about = fs::symlink_metadata(&folder).ok().filter(fs::Metadata::is_dir)?;
        let mut file = OpenOptions::new().append(true).open(&path).ok()?;
        // Another check may have put a file of its own there, which has another key, or added to this one.
        if about.permissions().readonly() || Stamp::of(&file.metadata().ok()?) != self.taken {
            return None;
        }
        let details: String = changes.iter().filter_map(|(.., details)| *details).collect();
        let from = self.store.add(&details, self.lines.length)?;
        let lines: String = placed(changes, from).iter().flat_map(|line| [line, "\n"]).collect();
        if file.write_all(lines.as_bytes()).is_err() {
            // Half a line would stand before the next one.
            let _ = fs::remove_file(&path);
        }
        Some(())
    }

    /// The lines as they should be now, each with what it came to, if that is new: what this run looked at, and what it did not
    /// look at, so that a check of one folder does not forget another.
    fn now_known<'s>(&'s self, now: &Now<'s, 't>) -> Vec<Known<'s>> {
        let Now { space, of, .. } = *now;
        let mut lines: Vec<(&str, Known<'s>)> = Vec::with_capacity(of.len());
        let mut asked_for = of.iter().map(|(target, _)| target.path.as_str()).peekable();
        for (path, line) in &self.lines.policies {
            while asked_for.next_if(|asked| asked < path).is_some() {}
            if asked_for.peek() != Some(path) && space.files.real(path).is_ok() {
                lines.extend(Line::of(line).map(|parts| (*path, (*line, parts, None))));
            }
        }
        for (target, note) in of {
            let known = note.line.as_ref().zip(note.parts());
            let known = known.map(|(line, parts)| (line.text(), parts, note.details.as_deref()));
            lines.extend(known.map(|known| (target.path.as_str(), known)));
        }
        // Both are in order, and no path is in both.
        lines.sort_by_key(|(path, _)| *path);
        lines.into_iter().map(|(_, line)| line).collect()
    }

    /// Writes a new cache; a folder that is not there is made.
    fn write<'s>(&'s self, now: &Now<'s, 't>) -> Option<()> {
        let Now { key, silent, space, .. } = *now;
        let folder = space.root.join(FOLDER);
        if fs::create_dir(&folder).is_ok() {
            for (name, text) in ASIDE {
                fs::write(folder.join(name), text).ok()?;
            }
        }
        // A link would lead the cache to where nobody expects it.
        let about = fs::symlink_metadata(&folder).ok().filter(fs::Metadata::is_dir)?;
        if about.permissions().readonly() {
            return None;
        }
        stage::remove_abandoned(&folder);
        let known = self.now_known(now);
        let places = known.iter().filter(|(.., details)| details.is_none());
        let places: Option<Vec<Place>> = places.map(|(_, line, _)| line.place()).collect();
        let added: String = known.iter().filter_map(|(.., details)| *details).collect();
        let all = |places: &[Place]| together(places) + added.len() as u64;
        let appended = places.and_then(|places| Some((self.store.append(&added, &places)?, all(&places))));
        if let Some((from, length)) = appended {
            let text = Lines::text(key, silent, &placed(&known, from), length);
            return stage::move_in(&folder, &[(FILE.to_owned(), text.as_bytes())]).ok();
        }
        let in_full = |(text, line, details): &Known<'s>| {
            let details = details.or_else(|| self.store.get(line.place()?))?;
            Some((*text, *line, Some(details)))
        };
        let known: Vec<Known<'s>> = known.iter().filter_map(in_full).collect();
        let details: String = known.iter().filter_map(|(.., details)| *details).collect();
        let text = Lines::text(key, silent, &placed(&known, 0), details.len() as u64);
        let files =
            [(cache_details::FILE.to_owned(), details.as_bytes()), (FILE.to_owned(), text.as_bytes())];
        stage::move_in(&folder, &files).ok()
    }
}

/// Lines with the places of what is new, which stands in the second file from a byte on.
fn placed<'l>(known: &[Known<'l>], mut from: u64) -> Vec<Cow<'l, str>> {
    let placed = known.iter().map(|(text, line, details)| {
        let Some(details) = details else { return Cow::Borrowed(*text) };
        let place = Place::of(details, from);
        from += details.len() as u64;
        Cow::Owned(line.at(place))
    });
    placed.collect()
}
