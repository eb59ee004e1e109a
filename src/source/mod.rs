//! Source texts and places in them.
//!
//! In: the bytes of a file, read elsewhere. Out: a [`Source`] with its line index, and [`Span`]s, which every later
//! room carries. This room knows nothing of policies and never reads a file itself.

mod line_index;

pub use line_index::{LineColumn, LineIndex};

use std::fmt;
use std::sync::{Arc, OnceLock};

use serde::{Deserialize, Serialize};

/// How many files one [`Sources`] table can hold, since their numbers are 16 bits wide.
pub const MOST_FILES: usize = 1 << 16;

/// The number of a source within one [`Sources`] table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
pub struct FileId(pub u16);

/// A stretch of one file, in byte offsets, half-open.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
pub struct Span {
    /// The file that the offsets belong to.
    pub file: FileId,
    /// The offset of the first byte.
    pub start: u32,
    /// The offset after the last byte.
    pub end: u32,
}

impl Span {
    /// The place of what is written nowhere.
    pub const NOWHERE: Self = Self { file: FileId(0), start: 0, end: 0 };

    /// A span from two byte offsets; offsets beyond 4 GiB are cut, since files are limited far below that.
    pub fn new(file: FileId, start: usize, end: usize) -> Self {
        Self { file, start: clamp(start), end: clamp(end) }
    }

    /// The smallest span that holds both; `other` must lie in the same file.
    #[must_use]
    pub fn to(self, other: Self) -> Self {
        Self { file: self.file, start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// The byte range, for slicing the text of the file.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The empty span at the end of this one.
    #[must_use]
    pub fn after(self) -> Self {
        Self { start: self.end, ..self }
    }

    /// Whether `other` lies inside this span.
    pub fn contains(self, other: Self) -> bool {
        self.file == other.file && self.start <= other.start && other.end <= self.end
    }
}

/// Asked for a minus sign (`{:-?}`), trees show what they hold without places, so that two texts can be compared.
impl fmt::Debug for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if f.sign_minus() {
            return Ok(());
        }
        write!(f, "{}:{}..{}", self.file.0, self.start, self.end)
    }
}

fn clamp(offset: usize) -> u32 {
    u32::try_from(offset).unwrap_or(u32::MAX)
}

/// A value and the place where it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Spanned<T> {
    /// What was written.
    pub value: T,
    /// Where.
    pub span: Span,
}

impl<T> Spanned<T> {
    /// Joins a value with its place.
    pub fn new(value: T, span: Span) -> Self {
        Self { value, span }
    }

    /// The same place with another value.
    pub fn map<U>(self, with: impl FnOnce(T) -> U) -> Spanned<U> {
        Spanned { value: with(self.value), span: self.span }
    }
}

impl<T> std::ops::Deref for Spanned<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.value
    }
}

/// One file: its path as it is shown to people (with `/`), its text, and where its lines begin.
#[derive(Clone, Debug)]
pub struct Source {
    path: Arc<str>,
    /// As it was read, which for a large file saves a second copy.
    text: Arc<String>,
    /// Found when something is first shown.
    lines: OnceLock<LineIndex>,
}

impl Source {
    /// Takes a text over.
    pub fn new(path: impl Into<Arc<str>>, text: impl Into<String>) -> Self {
        Self { path: path.into(), text: Arc::new(text.into()), lines: OnceLock::new() }
    }

    /// The path as it is shown.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The whole text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where the lines begin.
    pub fn lines(&self) -> &LineIndex {
        self.lines.get_or_init(|| LineIndex::new(&self.text))
    }

    /// The text of a span; empty if the span does not lie on character boundaries of this file.
    pub fn slice(&self, span: Span) -> &str {
        self.text.get(span.range()).unwrap_or("")
    }

    /// Line and column of a byte offset, both from 1, columns in Unicode characters.
    pub fn line_column(&self, offset: u32) -> LineColumn {
        self.lines().line_column(&self.text, offset as usize)
    }
}

/// All files of one run, in the order in which they were first named.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    files: Vec<Source>,
}

impl Sources {
    /// Adds a file and gives its number; the caller asks [`Sources::is_full`] before.
    pub fn add(&mut self, source: Source) -> FileId {
        let id = FileId(u16::try_from(self.files.len()).unwrap_or(u16::MAX));
        self.files.push(source);
        id
    }

    /// Whether no further file has a number.
    pub fn is_full(&self) -> bool {
        self.files.len() >= MOST_FILES
    }

    /// The file with this number.
    ///
    /// # Panics
    /// When the number comes from another table, which is a fault of the caller.
    pub fn get(&self, id: FileId) -> &Source {
        &self.files[usize::from(id.0)]
    }

    /// The file that was added under this path.
    pub fn find(&self, path: &str) -> Option<FileId> {
        let index = self.files.iter().position(|file| file.path() == path)?;
        Some(FileId(u16::try_from(index).unwrap_or(u16::MAX)))
    }

    /// All files with their numbers.
    pub fn iter(&self) -> impl Iterator<Item = (FileId, &Source)> {
        self.files
            .iter()
            .enumerate()
            .map(|(index, file)| (FileId(u16::try_from(index).unwrap_or(u16::MAX)), file))
    }

    /// The text of a span.
    pub fn slice(&self, span: Span) -> &str {
        self.get(span.file).slice(span)
    }

    /// The same files by their paths alone, for a report that quotes none of them.
    #[must_use]
    pub fn without_texts(self) -> Self {
        let empty = |file: Source| Source::new(file.path, "");
        Self { files: self.files.into_iter().map(empty).collect() }
    }
}
