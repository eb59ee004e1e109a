//! Writing a Parquet file: its columns, and groups of rows that are made apart and put behind each other.
//!
//! In: the columns of a table, those that are added, and stretches of all of them. Out: groups of rows as bytes, made on any thread,
//! and the file, which takes them in order. The same rows always give the same bytes.

use super::super::super::problem::Problem;
use super::growing::Holds;
use super::leaf::Leaf;
use super::problem;
use bytes::Bytes;
use parquet::basic::{Compression, LogicalType, Repetition, TimeUnit, Type as Stored};
use parquet::column::writer::{ColumnCloseResult, get_column_writer};
use parquet::errors::Result;
use parquet::file::metadata::KeyValue;
use parquet::file::properties::{WriterProperties, WriterPropertiesPtr};
use parquet::file::writer::{SerializedFileWriter, SerializedPageWriter, TrackedWrite};
use parquet::schema::types::{SchemaDescriptor, Type, TypePtr};
use std::io::Write;
use std::sync::Arc;

/// How a Parquet file is written.
#[derive(Clone, Debug)]
pub struct Scheme {
    columns: SchemaDescriptor,
    properties: WriterPropertiesPtr,
}

/// What a file keeps of another one.
#[derive(Debug, Default)]
pub struct Kept {
    /// The columns.
    pub fields: Vec<TypePtr>,
    /// How each of the lowest columns is compressed.
    pub compressions: Vec<Compression>,
    /// What was said of the file.
    pub said: Vec<KeyValue>,
}

/// Rows that are written together, as bytes for each column.
pub struct Group(Vec<(Bytes, ColumnCloseResult)>);

/// What other programs say of the columns of a file is wrong when columns are added.
const OF_COLUMNS: [&str; 7] = [
    "ARROW:schema",
    "org.apache.spark.sql.parquet.row.metadata",
    "parquet.avro.schema",
    "avro.schema",
    "iceberg.schema",
    "parquet.proto.descriptor",
    "parquet.thrift.descriptor",
];

impl Scheme {
    /// Columns in front of those of a file, those of the file, and others behind them. `said` is put down in the file.
    pub fn new(
        before: &[(String, Holds)],
        kept: Kept,
        behind: &[(String, Holds)],
        said: &[(&str, &str)],
    ) -> std::result::Result<Self, Problem> {
        Self::try_new(before, kept, behind, said).map_err(|error| problem(&error))
    }

    fn try_new(
        before: &[(String, Holds)],
        kept: Kept,
        behind: &[(String, Holds)],
        said: &[(&str, &str)],
    ) -> Result<Self> {
        let made = |columns: &[(String, Holds)]| {
            columns.iter().map(|(name, holds)| field(name, *holds)).collect::<Result<Vec<_>>>()
        };
        let fields = [made(before)?, kept.fields, made(behind)?].concat();
        let root = Type::group_type_builder("schema").with_fields(fields).build()?;
        let columns = SchemaDescriptor::new(Arc::new(root));
        let usual = kept.compressions.first().copied().unwrap_or(Compression::SNAPPY);
        let mut properties = WriterProperties::builder()
            .set_created_by(concat!("avouch version ", env!("CARGO_PKG_VERSION")).to_owned())
            .set_compression(usual);
        for (column, compression) in columns.columns().iter().skip(before.len()).zip(kept.compressions) {
            properties = properties.set_column_compression(column.path().clone(), compression);
        }
        let of_before = kept.said.into_iter().filter(|said| !OF_COLUMNS.contains(&said.key.as_str()));
        let mut words: Vec<KeyValue> =
            of_before.filter(|old| said.iter().all(|(key, _)| old.key != **key)).collect();
        words.extend(said.iter().map(|(key, value)| KeyValue::new((*key).to_owned(), (*value).to_owned())));
        let properties = properties.set_key_value_metadata((!words.is_empty()).then_some(words));
        Ok(Self { columns, properties: Arc::new(properties.build()) })
    }

    /// Makes a group of rows of stretches of all columns.
    pub fn group(&self, leaves: &[Leaf]) -> std::result::Result<Group, Problem> {
        let all = leaves.iter().zip(self.columns.columns()).map(|(leaf, column)| {
            let mut bytes = TrackedWrite::new(Vec::new());
            let pages = Box::new(SerializedPageWriter::new(&mut bytes));
            let mut writer = get_column_writer(column.clone(), Arc::clone(&self.properties), pages);
            leaf.write(&mut writer)?;
            let closed = writer.close()?;
            Ok((bytes.into_inner()?.into(), closed))
        });
        all.collect::<Result<_>>().map(Group).map_err(|error| problem(&error))
    }
}

fn field(name: &str, holds: Holds) -> Result<TypePtr> {
    let (stored, meant) = match holds {
        Holds::Text => (Stored::BYTE_ARRAY, Some(LogicalType::String)),
        Holds::Truth => (Stored::BOOLEAN, None),
        Holds::Integer => (Stored::INT64, None),
        Holds::Number => (Stored::DOUBLE, None),
        Holds::Instant => (Stored::INT64, Some(LogicalType::timestamp(true, TimeUnit::MICROS))),
    };
    let field = Type::primitive_type_builder(name, stored).with_repetition(Repetition::OPTIONAL);
    field.with_logical_type(meant).build().map(Arc::new)
}

/// A Parquet file that is written.
pub struct Book<W: Write + Send>(SerializedFileWriter<W>);

impl<W: Write + Send> Book<W> {
    /// Begins a file.
    pub fn open(to: W, scheme: &Scheme) -> std::result::Result<Self, Problem> {
        let root = scheme.columns.root_schema_ptr();
        let writer = SerializedFileWriter::new(to, root, Arc::clone(&scheme.properties));
        writer.map(Self).map_err(|error| problem(&error))
    }

    /// Puts a group behind the others.
    pub fn add(&mut self, group: Group) -> std::result::Result<(), Problem> {
        self.try_add(group).map_err(|error| problem(&error))
    }

    fn try_add(&mut self, group: Group) -> Result<()> {
        let mut writer = self.0.next_row_group()?;
        for (bytes, closed) in group.0 {
            writer.append_column(&bytes, closed)?;
        }
        writer.close()?;
        Ok(())
    }

    /// Ends the file, and gives back what it was written to.
    pub fn close(self) -> std::result::Result<W, Problem> {
        self.0.into_inner().map_err(|error| problem(&error))
    }
}
