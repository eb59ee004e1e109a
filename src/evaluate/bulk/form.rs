//! The forms in which a table can be written.
//!
//! In: the ending of a name, or the first bytes of a table. Out: its form. Nothing is read here.

use std::fmt;

/// How a table is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Fields between separators, names of the columns in the first record.
    Csv {
        /// What stands between fields.
        separator: u8,
    },
    /// An object on each line.
    JsonLines,
    /// Columns with types, in groups of rows.
    Parquet,
}

/// What a Parquet file begins and ends with.
pub const MAGIC: &[u8] = b"PAR1";

impl Form {
    /// The form that the ending of a name tells of.
    pub fn of_ending(ending: &str) -> Option<Self> {
        match ending.to_ascii_lowercase().as_str() {
            "csv" => Some(Self::Csv { separator: b',' }),
            "tsv" => Some(Self::Csv { separator: b'\t' }),
            "jsonl" | "ndjson" => Some(Self::JsonLines),
            "parquet" | "pq" => Some(Self::Parquet),
            _ => None,
        }
    }

    /// Whether a name with this ending is understood by everybody as a file that is no table of any of these forms.
    pub fn is_strange(ending: &str) -> bool {
        let strange = ["json", "xls", "xlsx", "ods", "numbers", "xml", "yaml", "yml", "html", "md", "pdf"];
        strange.contains(&ending.to_ascii_lowercase().as_str())
    }

    /// The usual ending of a name.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Csv { separator: b'\t' } => "tsv",
            Self::Csv { .. } => "csv",
            Self::JsonLines => "jsonl",
            Self::Parquet => "parquet",
        }
    }

    /// Whether this is a form of the same kind, whatever stands between fields.
    pub fn is_like(self, other: Self) -> bool {
        std::mem::discriminant(&self) == std::mem::discriminant(&other)
    }
}

impl fmt::Display for Form {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Csv { .. } => "CSV",
            Self::JsonLines => "JSON lines",
            Self::Parquet => "Parquet",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endings_tell_the_form_in_any_case() {
        assert_eq!(Form::of_ending("PARQUET"), Some(Form::Parquet));
        assert_eq!(Form::of_ending("tsv"), Some(Form::Csv { separator: b'\t' }));
        assert_eq!(Form::of_ending("ndjson"), Some(Form::JsonLines));
        assert_eq!(Form::of_ending("txt"), None);
        assert!(Form::is_strange("JSON") && !Form::is_strange("jsonl") && !Form::is_strange("txt"));
    }
}
