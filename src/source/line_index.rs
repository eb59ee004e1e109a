//! Where the lines of a text begin, found once with one pass; lines and columns are worked out only for what is shown.

/// A line and a column, both counted from 1, the column in Unicode characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct LineColumn {
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1.
    pub column: usize,
}

/// The byte offsets at which lines begin; the first is 0.
#[derive(Clone, Debug)]
pub struct LineIndex {
    starts: Vec<u32>,
    length: usize,
}

impl LineIndex {
    /// Finds the line starts of a text.
    pub fn new(text: &str) -> Self {
        let mut starts = vec![0];
        starts.extend(
            memchr::memchr_iter(b'\n', text.as_bytes()).map(|at| u32::try_from(at + 1).unwrap_or(u32::MAX)),
        );
        Self { starts, length: text.len() }
    }

    /// The number of lines; a text that ends with a line end has an empty last line.
    pub fn count(&self) -> usize {
        self.starts.len()
    }

    /// The line (from 0) that holds a byte offset.
    pub fn line_of(&self, offset: usize) -> usize {
        let offset = u32::try_from(offset).unwrap_or(u32::MAX);
        self.starts.partition_point(|&start| start <= offset).saturating_sub(1)
    }

    /// The byte range of a line (from 0), its line end included.
    pub fn line_range(&self, line: usize) -> std::ops::Range<usize> {
        let start = self.starts.get(line).map_or(self.length, |&start| start as usize);
        let end = self.starts.get(line + 1).map_or(self.length, |&start| start as usize);
        start..end
    }

    /// Line and column of a byte offset; an offset beyond the text counts as its end.
    pub fn line_column(&self, text: &str, offset: usize) -> LineColumn {
        let offset = offset.min(self.length);
        let line = self.line_of(offset);
        let start = self.line_range(line).start;
        let column = text.get(start..offset).map_or(offset - start, |before| before.chars().count()) + 1;
        LineColumn { line: line + 1, column }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_columns_in_characters() {
        let text = "één\nzwei\n";
        let index = LineIndex::new(text);
        assert_eq!(index.line_column(text, "éé".len()), LineColumn { line: 1, column: 3 });
        assert_eq!(index.line_column(text, "één\nz".len()), LineColumn { line: 2, column: 2 });
        assert_eq!(index.line_column(text, 1000), LineColumn { line: 3, column: 1 });
    }
}
