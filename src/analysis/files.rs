//! How the compiler gets at texts and at the day: a small trait that the command line implements over the disk, the editor server over
//! open documents, and the tests over a map. Paths are written with `/`, as they are shown to people.

use crate::source::MOST_FILES;
use crate::time::Date;
use std::collections::BTreeMap;

/// The largest file that is read. Places in a text are 32 bits wide, and no policy comes near this.
pub const MAX_BYTES: u64 = 16 * 1024 * 1024;

/// A way to read the files of a workspace.
pub trait Files: Sync {
    /// The text of a file.
    fn read(&self, path: &str) -> Result<String, ReadError>;

    /// The path relative to the workspace: the same for every way of writing the path of one file.
    fn key(&self, path: &str) -> String {
        normal(path)
    }

    /// The day on which the workspace is looked at, for what is overdue; none where only the text is to count.
    fn today(&self) -> Option<Date> {
        None
    }
}

/// Why a file could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadError {
    /// It is not there.
    Missing,
    /// The system refused, in its own words.
    Unreadable(String),
    /// It is not text in UTF-8.
    NotUtf8 {
        /// The text before the first byte that is wrong.
        before: String,
        /// What it looks like instead.
        looks: Looks,
    },
    /// It is larger than [`MAX_BYTES`].
    TooLarge {
        /// Its size.
        bytes: u64,
    },
    /// It lies outside the workspace.
    OutsideWorkspace,
    /// It seems to lie inside, and a link leads out.
    LeadsOutside,
    /// It is a folder.
    IsFolder,
    /// The policy uses as many files as it can, see [`MOST_FILES`].
    TooMany,
}

/// What a file looks like that is no text in UTF-8.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Looks {
    /// A text in an older encoding.
    Text,
    /// A text in UTF-16.
    Utf16,
    /// No text, but a picture, an archive, a program or a document of a word processor.
    Binary,
}

impl ReadError {
    /// What is wrong, in one line.
    pub fn message(&self, path: &str) -> String {
        match self {
            Self::Missing => format!("there is no file `{path}`"),
            Self::Unreadable(reason) => format!("`{path}` cannot be read: {reason}"),
            Self::NotUtf8 { looks: Looks::Binary, .. } => format!("`{path}` is not a text"),
            Self::NotUtf8 { before, looks: Looks::Text | Looks::Utf16 } => {
                let line = before.matches('\n').count() + 1;
                let byte = before.len() + 1;
                format!("`{path}` is not text in UTF-8: byte {byte}, in line {line}, begins no character")
            }
            Self::TooLarge { bytes } => {
                let limit = MAX_BYTES / 1024 / 1024;
                format!("`{path}` has {bytes} bytes, and a policy may have {limit} MB")
            }
            Self::OutsideWorkspace => format!("`{path}` lies outside the workspace"),
            Self::LeadsOutside => format!("`{path}` leads outside the workspace by a link"),
            Self::IsFolder => format!("`{path}` is a folder"),
            Self::TooMany => {
                format!("`{path}` is one file too many: a policy can be made of {MOST_FILES} files")
            }
        }
    }

    /// What to do about it.
    pub fn help(&self) -> Option<&'static str> {
        match self {
            Self::NotUtf8 { looks: Looks::Utf16, .. } => Some("it looks like UTF-16; save it again as UTF-8"),
            Self::NotUtf8 { looks: Looks::Text, .. } => Some("save it again as UTF-8"),
            Self::NotUtf8 { looks: Looks::Binary, .. } => {
                Some("a policy is plain text; from a word processor, save it as plain text in UTF-8")
            }
            Self::TooLarge { .. } => Some("divide it, and join the parts with `use`"),
            Self::OutsideWorkspace => {
                Some("the workspace is the folder with `avouch.toml`; put both files inside one")
            }
            Self::LeadsOutside => {
                Some("put the file itself into the workspace, which is the folder with `avouch.toml`")
            }
            Self::TooMany => Some("bring small files together"),
            Self::Missing | Self::Unreadable(_) | Self::IsFolder => None,
        }
    }
}

/// Bytes as text. A zero byte stands in no text, but in every file of UTF-16 and in most that are no texts at all.
pub fn decode(bytes: Vec<u8>) -> Result<String, ReadError> {
    let zero = memchr::memchr(0, &bytes);
    let (bytes, valid) = match String::from_utf8(bytes) {
        Ok(text) if zero.is_none() => return Ok(text),
        Ok(text) => (text.into_bytes(), usize::MAX),
        Err(error) => {
            let valid = error.utf8_error().valid_up_to();
            (error.into_bytes(), valid)
        }
    };
    let looks = match zero {
        _ if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) => Looks::Utf16,
        Some(_) if every_other_is_zero(&bytes) => Looks::Utf16,
        Some(_) => Looks::Binary,
        None => Looks::Text,
    };
    let end = zero.unwrap_or(usize::MAX).min(valid);
    // Everything before that place is valid, so nothing is replaced.
    Err(ReadError::NotUtf8 { before: String::from_utf8_lossy(&bytes[..end]).into_owned(), looks })
}

/// Whether bytes begin as Latin letters do in UTF-16.
fn every_other_is_zero(bytes: &[u8]) -> bool {
    let begin = &bytes[..bytes.len().min(64)];
    let zero_at = |first: usize| begin.iter().skip(first).step_by(2).filter(|byte| **byte == 0).count();
    let most = |count: usize| count * 8 > begin.len() * 3;
    begin.len() >= 8 && most(zero_at(0)) != most(zero_at(1))
}

/// The path of a file that another one names, both as they are shown.
pub fn join(from: &str, used: &str) -> String {
    if used.starts_with('/') {
        return normal(used);
    }
    match from.rfind('/') {
        Some(end) => normal(&format!("{}/{used}", &from[..end])),
        None => normal(used),
    }
}

/// A path without `.`, doubled `/`, and `..` after a name.
pub fn normal(path: &str) -> String {
    // Nearly all are, and there are thousands.
    if path.split('/').all(|part| !matches!(part, "" | "." | "..")) {
        return path.to_owned();
    }
    let mut parts: Vec<&str> = Vec::new();
    let rooted = path.starts_with('/');
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => match parts.last() {
                Some(&last) if last != ".." => drop(parts.pop()),
                None if rooted => {}
                Some(_) | None => parts.push(".."),
            },
            part => parts.push(part),
        }
    }
    let joined = parts.join("/");
    if rooted { format!("/{joined}") } else { joined }
}

/// Files in memory, for tests and for texts that are not on a disk.
#[derive(Clone, Debug, Default)]
pub struct Memory {
    files: BTreeMap<String, Result<String, ReadError>>,
    today: Option<Date>,
}

impl Memory {
    /// The same files, looked at on a day.
    #[must_use]
    pub fn on(self, today: Option<Date>) -> Self {
        Self { today, ..self }
    }

    /// Adds a file.
    pub fn insert(&mut self, path: &str, text: impl Into<String>) {
        self.files.insert(normal(path), Ok(text.into()));
    }

    /// Makes reading a path fail.
    pub fn fail(&mut self, path: &str, error: ReadError) {
        self.files.insert(normal(path), Err(error));
    }
}

impl Files for Memory {
    fn read(&self, path: &str) -> Result<String, ReadError> {
        let path = normal(path);
        if path.starts_with("..") || path.starts_with('/') {
            return Err(ReadError::OutsideWorkspace);
        }
        self.files.get(&path).cloned().unwrap_or(Err(ReadError::Missing))
    }

    fn today(&self) -> Option<Date> {
        self.today
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_joined_from_the_folder_of_the_file() {
        assert_eq!(join("policies/a.policy", "../common/b.policy"), "common/b.policy");
        assert_eq!(join("a.policy", "./x//b.policy"), "x/b.policy");
        assert_eq!(join("a.policy", "../../b.policy"), "../../b.policy");
        assert_eq!(join("/w/p/a.policy", "../../../b.policy"), "/b.policy");
        assert_eq!(join("p/a.policy", "/b.policy"), "/b.policy");
    }

    #[test]
    fn memory_keeps_inside_itself() {
        let mut files = Memory::default();
        files.insert("./p/../a.policy", "text");
        assert_eq!(files.read("a.policy"), Ok("text".to_owned()));
        assert_eq!(files.read("../a.policy"), Err(ReadError::OutsideWorkspace));
        assert_eq!(files.read("/a.policy"), Err(ReadError::OutsideWorkspace));
        assert_eq!(files.read("b.policy"), Err(ReadError::Missing));
    }

    #[test]
    fn each_reason_has_its_message() {
        let of = |error: ReadError| (error.message("a.policy"), error.help());
        assert_eq!(of(ReadError::Missing), ("there is no file `a.policy`".to_owned(), None));
        assert_eq!(
            of(ReadError::Unreadable("permission denied".to_owned())),
            ("`a.policy` cannot be read: permission denied".to_owned(), None)
        );
        assert_eq!(
            of(ReadError::TooLarge { bytes: 17_000_000 }),
            (
                "`a.policy` has 17000000 bytes, and a policy may have 16 MB".to_owned(),
                Some("divide it, and join the parts with `use`")
            )
        );
        assert_eq!(
            of(ReadError::OutsideWorkspace),
            (
                "`a.policy` lies outside the workspace".to_owned(),
                Some("the workspace is the folder with `avouch.toml`; put both files inside one")
            )
        );
        assert_eq!(of(ReadError::IsFolder), ("`a.policy` is a folder".to_owned(), None));
        assert_eq!(
            of(decode(b"\xff\xfea\0".to_vec()).unwrap_err()),
            (
                "`a.policy` is not text in UTF-8: byte 1, in line 1, begins no character".to_owned(),
                Some("it looks like UTF-16; save it again as UTF-8")
            )
        );
        let binary = "a policy is plain text; from a word processor, save it as plain text in UTF-8";
        assert_eq!(
            of(decode(b"PK\x03\x04\0\0\x06\0".to_vec()).unwrap_err()),
            ("`a.policy` is not a text".to_owned(), Some(binary))
        );
        let utf16 = b"p\0o\0l\0i\0c\0y\0".to_vec();
        assert!(matches!(decode(utf16), Err(ReadError::NotUtf8 { looks: Looks::Utf16, .. })));
    }
}
