//! What the system says of a file without reading it, and when that is enough to know that the file is still the same.
//!
//! Clocks of file systems tick slowly, so a file that was touched within the same tick may have changed without a trace;
//! whoever keeps a stamp says with [`Stamp::settled`] or [`Stamp::older_than`] whether it can be trusted. Stamps never reach
//! what is published.

use std::fmt;
use std::fs::Metadata;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use serde::{Deserialize, Serialize};

use super::cache_lines::Words;

/// The coarsest clock of a file system that is in use.
const TICK: Duration = Duration::from_secs(2);

/// Size and times of a file: nanoseconds since 1970, and what tells it from another file that took its name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
pub struct Stamp(u64, i64, i64, u64);

impl Stamp {
    /// A stamp that no file has, for what must be read before it is believed.
    pub const NONE: Self = Self(u64::MAX, 0, 0, 0);

    /// From what the system says.
    pub fn of(about: &Metadata) -> Self {
        let modified = about.modified().map_or(0, nanoseconds);
        let (changed, inode) = identity(about);
        Self(about.len(), modified, changed, inode)
    }

    /// From four words of a text, as they are written.
    pub fn read(words: &mut Words<'_>) -> Option<Self> {
        Some(Self(words.number()?, words.number()?, words.number()?, words.number()?))
    }

    /// This stamp if the file was last touched long enough before it was taken, otherwise one that must not be believed.
    #[must_use]
    pub fn settled(self, taken: SystemTime) -> Self {
        let border = taken.checked_sub(TICK).map_or(0, nanoseconds);
        if self.1 < border && self.2 < border { self } else { Self::NONE }
    }

    /// This stamp if the file is the one that had another before it was moved, otherwise one that must not be believed. A move
    /// changes only when the system last changed something about the file.
    #[must_use]
    pub fn moved_from(self, before: Self) -> Self {
        if (self.0, self.1, self.3) == (before.0, before.1, before.3) { self } else { Self::NONE }
    }

    /// Whether the file was last touched before another.
    pub fn older_than(self, other: Self) -> bool {
        self.1 < other.1 && self.2 < other.1
    }
}

impl fmt::Display for Stamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} {} {}", self.0, self.1, self.2, self.3)
    }
}

#[cfg(unix)]
fn identity(about: &Metadata) -> (i64, u64) {
    use std::os::unix::fs::MetadataExt as _;
    (about.ctime().saturating_mul(1_000_000_000).saturating_add(about.ctime_nsec()), about.ino())
}

#[cfg(not(unix))]
fn identity(_: &Metadata) -> (i64, u64) {
    (0, 0)
}

fn nanoseconds(time: SystemTime) -> i64 {
    match time.duration_since(UNIX_EPOCH) {
        Ok(after) => i64::try_from(after.as_nanos()).unwrap_or(i64::MAX),
        Err(before) => i64::try_from(before.duration().as_nanos()).map_or(i64::MIN, |before| -before),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn a_file_that_was_just_touched_is_not_believed() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a");
        fs::write(&path, "text").unwrap();
        let stamp = Stamp::of(&fs::metadata(&path).unwrap());
        assert_ne!(stamp, Stamp::NONE);
        assert_eq!(stamp.settled(SystemTime::now()), Stamp::NONE);
        assert_eq!(stamp.settled(SystemTime::now() + 2 * TICK), stamp);
        assert!(!stamp.older_than(stamp));
    }

    #[test]
    fn a_file_that_was_moved_is_believed_and_one_that_was_replaced_is_not() {
        let folder = tempfile::tempdir().unwrap();
        let [staged, place] = ["staged", "place"].map(|name| folder.path().join(name));
        fs::write(&staged, "text").unwrap();
        let before = Stamp::of(&fs::metadata(&staged).unwrap());
        fs::rename(&staged, &place).unwrap();
        let after = Stamp::of(&fs::metadata(&place).unwrap());
        assert_eq!(after.moved_from(before), after);
        fs::write(&staged, "other text").unwrap();
        fs::rename(&staged, &place).unwrap();
        assert_eq!(Stamp::of(&fs::metadata(&place).unwrap()).moved_from(before), Stamp::NONE);
    }

    #[cfg(unix)]
    #[test]
    fn a_file_that_took_the_size_and_time_of_another_is_another() {
        let folder = tempfile::tempdir().unwrap();
        let [one, other] = ["one", "other"].map(|name| folder.path().join(name));
        fs::write(&one, "1").unwrap();
        fs::write(&other, "2").unwrap();
        let time = fs::metadata(&one).unwrap().modified().unwrap();
        fs::File::options().write(true).open(&other).unwrap().set_modified(time).unwrap();
        let [one, other] = [one, other].map(|path| Stamp::of(&fs::metadata(path).unwrap()));
        assert_ne!(one, other);
    }
}
