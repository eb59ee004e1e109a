//! What policies came to in full, in a second file of the cache, which only grows until half of it is of no use.
//!
//! In: findings and summaries, or places in the file. Out: texts, and what they say. The file is read when something of it is
//! asked for, which a check in which little has changed does not do. A place has a digest of what stood there, so that a file
//! that was written by somebody else meanwhile is not believed.

use std::fmt;
use std::fs::{self, OpenOptions};
use std::hash::{DefaultHasher, Hasher as _};
use std::io::{Seek as _, Write as _};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use super::cache_lines::Words;
use crate::analysis::{Analysis, Summary};
use crate::diagnostic::{Diagnostic, Suppressed, Suppression};
use crate::source::Span;

/// The name of the file.
pub const FILE: &str = "details";
/// A larger file is none that this tool wrote.
const MOST_BYTES: u64 = 512 * 1024 * 1024;
/// So much may be of no use before it is looked at how much is.
const SPARE: u64 = 256 * 1024;

/// What a policy came to, as it is written.
pub fn text(analysis: &Analysis) -> Option<String> {
    let summary = written_summary(analysis)?;
    let findings = serde_json::to_string(&analysis.findings).ok()?;
    Some(format!("{findings}\n{}\n{summary}\n", serde_json::to_string(&analysis.suppressed).ok()?))
}

/// What a policy is held against others by, as it is written; empty where it is not.
pub fn written_summary(analysis: &Analysis) -> Option<String> {
    analysis.summary.as_ref().map_or(Some(String::new()), |summary| serde_json::to_string(summary).ok())
}

/// A digest of a text, for comparing what this tool wrote itself.
pub fn digest(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    hasher.write(text.as_bytes());
    hasher.finish()
}

/// What a policy came to.
#[derive(Clone, Copy, Debug)]
pub struct Details<'t> {
    findings: &'t str,
    suppressed: &'t str,
    summary: &'t str,
}

impl<'t> Details<'t> {
    /// Takes a text apart.
    pub fn of(text: &'t str) -> Option<Self> {
        let mut lines = Words(text);
        let [findings, suppressed] = [lines.until(b'\n')?, lines.until(b'\n')?];
        Some(Self { findings, suppressed, summary: lines.0.strip_suffix('\n')? })
    }

    /// All that was found, in texts of which there are so many.
    pub fn findings(&self, texts: usize) -> Option<(Vec<Diagnostic>, Vec<Suppressed>)> {
        let findings: Vec<Diagnostic> = serde_json::from_str(self.findings).ok()?;
        let suppressed: Vec<Suppressed> = serde_json::from_str(self.suppressed).ok()?;
        let all = findings.iter().chain(suppressed.iter().map(|one| &one.finding));
        let excuses = suppressed.iter().filter_map(|one| match &one.by {
            Suppression::Excuse { span, .. } => Some(span),
            Suppression::Baseline => None,
        });
        let known = all.flat_map(spans).chain(excuses).all(|span| usize::from(span.file.0) < texts);
        known.then_some((findings, suppressed))
    }

    /// What the policy is held against others by.
    pub fn summary(&self) -> Option<Box<Summary>> {
        serde_json::from_str(self.summary).ok()
    }
}

fn spans(finding: &Diagnostic) -> impl Iterator<Item = &Span> {
    let edits = finding.fixes.iter().flat_map(|fix| &fix.edits).map(|edit| &edit.span);
    std::iter::once(&finding.span).chain(finding.related.iter().map(|related| &related.span)).chain(edits)
}

/// Where in the file a text stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    from: u64,
    length: u64,
    digest: u64,
}

impl Place {
    /// The place of a text that begins at a byte of the file.
    pub fn of(text: &str, from: u64) -> Self {
        Self { from, length: text.len() as u64, digest: digest(text) }
    }

    /// From how it is written.
    pub fn read(written: &str) -> Option<Self> {
        let mut words = Words(written);
        let (from, length) = (words.number()?, words.number()?);
        Some(Self { from, length, digest: u64::from_str_radix(words.0, 16).ok()? })
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} {:016x}", self.from, self.length, self.digest)
    }
}

/// How long the texts at some places are together.
pub fn together(places: &[Place]) -> u64 {
    places.iter().fold(0, |sum, place| sum.saturating_add(place.length))
}

/// The file, as far as it was read.
#[derive(Debug, Default)]
pub struct Store {
    path: PathBuf,
    bytes: OnceLock<Vec<u8>>,
}

impl Store {
    /// The file in the folder of a cache, whether there is one or not.
    pub fn in_folder(folder: &Path) -> Self {
        Self { path: folder.join(FILE), bytes: OnceLock::new() }
    }

    /// What stands at a place, if that is what was written there.
    pub fn get(&self, place: Place) -> Option<&str> {
        // Half a character that a full disk left behind is nobody else's.
        let bytes = self.bytes.get_or_init(|| {
            // A link would lead to what nobody wrote for this.
            self.length().and_then(|_| fs::read(&self.path).ok()).unwrap_or_default()
        });
        let from = usize::try_from(place.from).ok()?;
        let bytes = bytes.get(from..from.checked_add(usize::try_from(place.length).ok()?)?)?;
        let text = std::str::from_utf8(bytes).ok()?;
        (digest(text) == place.digest).then_some(text)
    }

    /// How long it is; none if there is no such file.
    fn length(&self) -> Option<u64> {
        let about = fs::symlink_metadata(&self.path).ok()?;
        (about.is_file() && about.len() <= MOST_BYTES).then_some(about.len())
    }

    /// Adds texts, and says where they begin; none if it is time to write what is of use anew, at these places and at the end.
    pub fn append(&self, texts: &str, used: &[Place]) -> Option<u64> {
        let length = self.length()?;
        let whole = used.iter().all(|place| place.from.saturating_add(place.length) <= length);
        if whole { self.add(texts, together(used)) } else { None }
    }

    /// The same, where it is known how much of the file is of use.
    pub fn add(&self, texts: &str, of_use: u64) -> Option<u64> {
        let length = self.length()?;
        if length > of_use.saturating_mul(2).saturating_add(SPARE) {
            return None;
        }
        if texts.is_empty() {
            return Some(length);
        }
        // Another check may add to it at the same time: where this one's words have come to stand is known afterwards.
        let mut file = OpenOptions::new().append(true).open(&self.path).ok()?;
        file.write_all(texts.as_bytes()).ok()?;
        file.stream_position().ok()?.checked_sub(texts.len() as u64)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn store(folder: &Path, texts: &[&str]) -> (Store, Vec<Place>) {
        let mut from = 0;
        let places = texts.iter().map(|text| {
            let place = Place::of(text, from);
            from += text.len() as u64;
            place
        });
        let places = places.collect();
        fs::write(folder.join(FILE), texts.concat()).unwrap();
        (Store::in_folder(folder), places)
    }

    #[test]
    fn a_place_gives_what_was_written_there_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let (store, places) = store(folder.path(), &["one", "zwölf"]);
        assert_eq!(places.iter().map(|at| store.get(*at)).collect::<Vec<_>>(), [Some("one"), Some("zwölf")]);
        assert_eq!(Place::read(&places[1].to_string()), Some(places[1]));
        for wrong in [
            Place { from: 1, ..places[0] },
            Place { length: 5, ..places[1] },
            Place { from: u64::MAX, ..places[0] },
            Place { digest: 0, ..places[0] },
        ] {
            assert_eq!(store.get(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn what_an_interrupted_write_left_behind_spoils_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let (store, places) = store(folder.path(), &["one"]);
        fs::write(folder.path().join(FILE), b"one\xc3").unwrap();
        assert_eq!(store.get(places[0]), Some("one"));
    }

    #[test]
    fn it_grows_while_half_of_it_is_of_use() {
        let folder = tempfile::tempdir().unwrap();
        let text = "x".repeat(usize::try_from(SPARE).unwrap());
        let (store, places) = store(folder.path(), &[&text, &text, &text]);
        assert_eq!(store.append("more", &places), Some(3 * SPARE));
        assert_eq!(fs::metadata(folder.path().join(FILE)).unwrap().len(), 3 * SPARE + 4);
        assert_eq!(store.append("", &places[1..]), Some(3 * SPARE + 4));
        assert_eq!(store.append("more", &places[2..]), None, "a third is of use, and nothing is spare");
        let beyond = Place { from: 9 * SPARE, ..places[0] };
        assert_eq!(store.append("more", &[beyond]), None, "it is not the file that was read");
        assert_eq!(Store::in_folder(&folder.path().join("none")).append("more", &[]), None);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_neither_read_nor_written() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("somebody's"), "text").unwrap();
        std::os::unix::fs::symlink("somebody's", folder.path().join(FILE)).unwrap();
        let store = Store::in_folder(folder.path());
        assert_eq!((store.get(Place::of("text", 0)), store.append("more", &[])), (None, None));
        assert_eq!(fs::read_to_string(folder.path().join("somebody's")).unwrap(), "text");
    }
}
