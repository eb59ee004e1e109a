//! Tables in columns: Parquet, read in stretches of rows and written in groups of them. Only this folder knows the library.
//!
//! In: a file that can be read from any place, or values for columns that are made here. Out: stretches of columns in memory,
//! their values as cells, and groups of rows as bytes. Columns that are not looked into, nested ones too, are carried as they are.

mod growing;
mod kind;
mod leaf;
mod scheme;
mod table;

pub use growing::{Growing, Holds};
pub use kind::Kind;
pub use leaf::{Cells, Data, Leaf};
pub use parquet::schema::types::SchemaDescriptor as Schema;
pub use scheme::{Book, Group, Kept, Scheme};
pub use table::{Batch, Table};

use super::super::problem::Problem;
use parquet::errors::ParquetError;

/// A column of a file that is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Described {
    /// Its name, with the names that lead to it.
    pub name: String,
    /// Which of the lowest columns it is; none where a row can have several values.
    pub leaf: Option<usize>,
}

/// The columns of a file: those with one value in a row each, and the others by the name under which they stand together.
pub fn described(schema: &Schema) -> Vec<Described> {
    let mut all: Vec<Described> = Vec::new();
    for (leaf, column) in schema.columns().iter().enumerate() {
        if column.max_rep_level() == 0 {
            all.push(Described { name: column.path().string(), leaf: Some(leaf) });
            continue;
        }
        let name = schema.get_column_root(leaf).name();
        let known = all.last().is_some_and(|last| last.leaf.is_none() && last.name == name);
        if !known {
            all.push(Described { name: name.to_owned(), leaf: None });
        }
    }
    all
}

/// How the library begins to say that it does not know a compression.
const NO_CODEC: &str = "Disabled feature at compile time";

/// What is wrong with a file, as the end of a sentence that names it.
fn problem(error: &ParquetError) -> Problem {
    let first = |text: &str| text.lines().next().unwrap_or_default().to_owned();
    match error {
        ParquetError::External(error) => {
            let words = error.to_string();
            let words = words.split(" (os error").next().unwrap_or_default();
            let mut letters = words.chars();
            let small = letters.next().map(|first| first.to_lowercase().chain(letters).collect());
            Problem::new(small.unwrap_or_else(|| first(words)))
        }
        ParquetError::NYI(words) => {
            Problem::new(format!("it is written in a way that is not known: {}", first(words)))
                .help("write it again with the usual encodings, and with Snappy or Zstandard")
        }
        ParquetError::General(words) if words.starts_with(NO_CODEC) => {
            let codec = words.trim_start_matches(NO_CODEC).trim_matches([':', ' ']);
            Problem::new(format!("it is compressed with {codec}, which is not known here"))
                .help("write it again with Snappy, Zstandard, gzip or LZ4")
        }
        ParquetError::General(words) if words.starts_with("Invalid Parquet file") => {
            Problem::new("it is no whole Parquet file: its end, which says what is in it, is not there")
                .help("it may be damaged, or cut off as it was copied; write or fetch it again")
        }
        ParquetError::EOF(words) | ParquetError::General(words) => {
            Problem::new(format!("it is no whole Parquet file: {}", first(words)))
                .help("it may be damaged, or cut off as it was copied; write or fetch it again")
        }
        ParquetError::IndexOutOfBound(..)
        | ParquetError::NeedMoreData(_)
        | ParquetError::NeedMoreDataRange(_) => Problem::new("it is no whole Parquet file")
            .help("it may be damaged, or cut off as it was copied; write or fetch it again"),
        // The library may come to tell more kinds of errors apart.
        _ => Problem::new(format!("it cannot be understood: {}", first(&error.to_string()))),
    }
}
