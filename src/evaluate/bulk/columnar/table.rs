//! Reading a Parquet file in stretches of rows.
//!
//! In: a file that can be read from any place. Out: its columns, and its rows in batches that take little memory, however long
//! the groups are in which they were written. Nothing here knows what a column is for a policy.

use super::super::super::problem::Problem;
use super::leaf::Leaf;
use super::problem;
use parquet::basic::Compression;
use parquet::column::reader::ColumnReader;
use parquet::errors::{ParquetError, Result};
use parquet::file::metadata::{ColumnChunkMetaData, KeyValue, ParquetMetaData, RowGroupMetaData};
use parquet::file::reader::{ChunkReader, FileReader, SerializedFileReader};
use parquet::schema::types::{SchemaDescriptor, TypePtr};

/// A Parquet file that is read.
pub struct Table<R: ChunkReader + 'static> {
    file: SerializedFileReader<R>,
    /// The readers of the group of rows that is read, and how many of its rows are left.
    readers: Vec<ColumnReader>,
    left: usize,
    /// The next group.
    group: usize,
    /// How many rows were read.
    read: u64,
}

/// Some rows of all columns.
pub struct Batch {
    /// The columns, each list within lists on its own.
    pub leaves: Vec<Leaf>,
    /// The number of the first row, from 1.
    pub first: u64,
    /// How many rows there are.
    pub rows: usize,
}

/// Rows are read so many at a time, until there are enough.
const STEP: usize = 4096;
/// Rows of a batch, at most. This is also how many make a group of what is written.
const MOST_ROWS: usize = 1 << 17;
/// Bytes that a batch takes in memory, about.
const MOST_BYTES: usize = 16 << 20;

impl<R: ChunkReader + 'static> Table<R> {
    /// Opens a file.
    pub fn open(file: R) -> std::result::Result<Self, Problem> {
        let length = file.len();
        let file = SerializedFileReader::new(file).map_err(|error| problem(&error))?;
        let groups = file.metadata().row_groups().iter();
        if let Some(column) =
            groups.flat_map(RowGroupMetaData::columns).find(|column| !lies_within(column, length))
        {
            let words = format!("`{}` is said to lie outside of it", column.column_path().string());
            return Err(problem(&ParquetError::EOF(words)));
        }
        Ok(Self { file, readers: Vec::new(), left: 0, group: 0, read: 0 })
    }

    /// What the file says of itself.
    fn metadata(&self) -> &ParquetMetaData {
        self.file.metadata()
    }

    /// Its columns.
    pub fn schema(&self) -> &SchemaDescriptor {
        self.metadata().file_metadata().schema_descr()
    }

    /// Its columns as a whole.
    pub fn root(&self) -> TypePtr {
        self.schema().root_schema_ptr()
    }

    /// How many rows there are.
    pub fn rows(&self) -> u64 {
        u64::try_from(self.metadata().file_metadata().num_rows()).unwrap_or(0)
    }

    /// How each column is compressed.
    pub fn compressions(&self) -> Vec<Compression> {
        let group = self.metadata().row_groups().first();
        group.map_or_else(Vec::new, |group| {
            group.columns().iter().map(ColumnChunkMetaData::compression).collect()
        })
    }

    /// What was said of the file in words.
    pub fn said(&self) -> &[KeyValue] {
        self.metadata().file_metadata().key_value_metadata().map_or(&[], Vec::as_slice)
    }

    /// The next batch; none at the end.
    pub fn batch(&mut self) -> std::result::Result<Option<Batch>, Problem> {
        self.try_batch().map_err(|error| problem(&error))
    }

    fn try_batch(&mut self) -> Result<Option<Batch>> {
        let mut leaves: Vec<Leaf> = Vec::new();
        let (mut rows, mut bytes) = (0, 0);
        while rows < MOST_ROWS && bytes < MOST_BYTES {
            if self.left == 0 && !self.next_group()? {
                break;
            }
            let step = STEP.min(self.left).min(MOST_ROWS - rows);
            if leaves.is_empty() {
                leaves = self.readers.iter().map(Leaf::empty).collect();
            }
            let schema = self.file.metadata().file_metadata().schema_descr();
            for ((leaf, reader), column) in leaves.iter_mut().zip(&mut self.readers).zip(schema.columns()) {
                bytes += leaf.read(reader, column, step)?;
            }
            rows += step;
            self.left -= step;
        }
        let first = self.read + 1;
        self.read += rows as u64;
        Ok((rows > 0).then_some(Batch { leaves, first, rows }))
    }

    /// Goes on to the next group that has rows.
    fn next_group(&mut self) -> Result<bool> {
        while self.group < self.file.num_row_groups() {
            let group = self.file.get_row_group(self.group)?;
            self.group += 1;
            self.left = usize::try_from(group.metadata().num_rows()).unwrap_or(0);
            if self.left > 0 {
                let columns = 0..group.num_columns();
                self.readers =
                    columns.map(|column| group.get_column_reader(column)).collect::<Result<_>>()?;
                return Ok(true);
            }
        }
        Ok(false)
    }
}

/// Whether a column lies within a file of this length. The library takes it for granted.
fn lies_within(column: &ColumnChunkMetaData, length: u64) -> bool {
    let begins = column.dictionary_page_offset().unwrap_or_else(|| column.data_page_offset());
    let (Ok(begins), Ok(long)) = (u64::try_from(begins), u64::try_from(column.compressed_size())) else {
        return false;
    };
    begins.checked_add(long).is_some_and(|end| end <= length)
}
