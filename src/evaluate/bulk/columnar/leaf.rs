//! A stretch of a column in memory: values, and the levels that tell where values are missing and where rows begin.
//!
//! In: a reader of a column, or values one by one. Out: the same stretch, divided by rows, or to a writer. What is nested is
//! carried as it is; only columns of one value in a row are looked into.

use super::super::cell::Cell;
use super::kind::Kind;
use parquet::column::reader::{ColumnReader, ColumnReaderImpl};
use parquet::column::writer::{ColumnWriter, ColumnWriterImpl};
use parquet::data_type::{ByteArray, DataType, FixedLenByteArray, Int96};
use parquet::errors::{ParquetError, Result};
use parquet::schema::types::ColumnDescriptor;

/// Values that are there, as they are stored.
#[derive(Clone, Debug)]
pub enum Data {
    /// Yes or no.
    Truths(Vec<bool>),
    /// Four bytes.
    Int32(Vec<i32>),
    /// Eight bytes.
    Int64(Vec<i64>),
    /// Twelve bytes.
    Int96(Vec<Int96>),
    /// Four bytes with a fraction.
    Float(Vec<f32>),
    /// Eight bytes with a fraction.
    Double(Vec<f64>),
    /// Any number of bytes.
    Bytes(Vec<ByteArray>),
    /// A fixed number of bytes.
    Fixed(Vec<FixedLenByteArray>),
}

/// A stretch of a column.
#[derive(Clone, Debug)]
pub struct Leaf {
    /// The values that are there.
    pub data: Data,
    /// How much of the path to each value is there; empty where all of it always is.
    pub defined: Vec<i16>,
    /// Where rows begin, at each zero; empty where every row has one value at most.
    pub repeated: Vec<i16>,
}

impl Leaf {
    /// An empty stretch for what this reader reads.
    pub fn empty(reader: &ColumnReader) -> Self {
        let data = match reader {
            ColumnReader::BoolColumnReader(_) => Data::Truths(Vec::new()),
            ColumnReader::Int32ColumnReader(_) => Data::Int32(Vec::new()),
            ColumnReader::Int64ColumnReader(_) => Data::Int64(Vec::new()),
            ColumnReader::Int96ColumnReader(_) => Data::Int96(Vec::new()),
            ColumnReader::FloatColumnReader(_) => Data::Float(Vec::new()),
            ColumnReader::DoubleColumnReader(_) => Data::Double(Vec::new()),
            ColumnReader::ByteArrayColumnReader(_) => Data::Bytes(Vec::new()),
            ColumnReader::FixedLenByteArrayColumnReader(_) => Data::Fixed(Vec::new()),
        };
        Self { data, defined: Vec::new(), repeated: Vec::new() }
    }

    /// Reads up to so many rows onto the end, and says how many bytes of memory they took.
    pub fn read(
        &mut self,
        reader: &mut ColumnReader,
        column: &ColumnDescriptor,
        rows: usize,
    ) -> Result<usize> {
        let before = self.defined.len();
        let levels = (&mut self.defined, &mut self.repeated);
        let plain = match (reader, &mut self.data) {
            (ColumnReader::BoolColumnReader(reader), Data::Truths(values)) => {
                read(reader, column, rows, levels, values)?
            }
            (ColumnReader::Int32ColumnReader(reader), Data::Int32(values)) => {
                read(reader, column, rows, levels, values)?
            }
            (ColumnReader::Int64ColumnReader(reader), Data::Int64(values)) => {
                read(reader, column, rows, levels, values)?
            }
            (ColumnReader::Int96ColumnReader(reader), Data::Int96(values)) => {
                read(reader, column, rows, levels, values)?
            }
            (ColumnReader::FloatColumnReader(reader), Data::Float(values)) => {
                read(reader, column, rows, levels, values)?
            }
            (ColumnReader::DoubleColumnReader(reader), Data::Double(values)) => {
                read(reader, column, rows, levels, values)?
            }
            (ColumnReader::ByteArrayColumnReader(reader), Data::Bytes(values)) => {
                let before = values.len();
                let plain = read(reader, column, rows, levels, values)?;
                plain + values[before..].iter().map(ByteArray::len).sum::<usize>()
            }
            (ColumnReader::FixedLenByteArrayColumnReader(reader), Data::Fixed(values)) => {
                let before = values.len();
                let plain = read(reader, column, rows, levels, values)?;
                plain + values[before..].iter().map(|value| value.len()).sum::<usize>()
            }
            _ => return Err(ParquetError::General("a column changes its type".to_owned())),
        };
        Ok(plain + (self.defined.len() - before) * 4)
    }

    /// Writes all of it.
    pub fn write(&self, writer: &mut ColumnWriter<'_>) -> Result<()> {
        let levels = (&*self.defined, &*self.repeated);
        match (writer, &self.data) {
            (ColumnWriter::BoolColumnWriter(writer), Data::Truths(values)) => write(writer, levels, values),
            (ColumnWriter::Int32ColumnWriter(writer), Data::Int32(values)) => write(writer, levels, values),
            (ColumnWriter::Int64ColumnWriter(writer), Data::Int64(values)) => write(writer, levels, values),
            (ColumnWriter::Int96ColumnWriter(writer), Data::Int96(values)) => write(writer, levels, values),
            (ColumnWriter::FloatColumnWriter(writer), Data::Float(values)) => write(writer, levels, values),
            (ColumnWriter::DoubleColumnWriter(writer), Data::Double(values)) => write(writer, levels, values),
            (ColumnWriter::ByteArrayColumnWriter(writer), Data::Bytes(values)) => {
                write(writer, levels, values)
            }
            (ColumnWriter::FixedLenByteArrayColumnWriter(writer), Data::Fixed(values)) => {
                write(writer, levels, values)
            }
            _ => Err(ParquetError::General("a column changes its type".to_owned())),
        }
    }

    /// Divides it into the rows that are kept and the others.
    pub fn divide(self, column: &ColumnDescriptor, kept: &[bool]) -> [Self; 2] {
        let most = column.max_def_level();
        let levels = (self.defined, self.repeated);
        match self.data {
            Data::Truths(values) => divide(Data::Truths, values, levels, most, kept),
            Data::Int32(values) => divide(Data::Int32, values, levels, most, kept),
            Data::Int64(values) => divide(Data::Int64, values, levels, most, kept),
            Data::Int96(values) => divide(Data::Int96, values, levels, most, kept),
            Data::Float(values) => divide(Data::Float, values, levels, most, kept),
            Data::Double(values) => divide(Data::Double, values, levels, most, kept),
            Data::Bytes(values) => divide(Data::Bytes, values, levels, most, kept),
            Data::Fixed(values) => divide(Data::Fixed, values, levels, most, kept),
        }
    }

    /// Goes through the rows of a column of one value in a row.
    pub fn cells(&self, column: &ColumnDescriptor) -> Cells<'_> {
        Cells { leaf: self, kind: Kind::of(column), most: column.max_def_level(), row: 0, value: 0 }
    }
}

type Levels = (Vec<i16>, Vec<i16>);

/// Reads values and levels; says how many bytes the values took, without what they point to.
fn read<T: DataType>(
    reader: &mut ColumnReaderImpl<T>,
    column: &ColumnDescriptor,
    rows: usize,
    levels: (&mut Vec<i16>, &mut Vec<i16>),
    values: &mut Vec<T::T>,
) -> Result<usize> {
    let defined = (column.max_def_level() > 0).then_some(levels.0);
    let repeated = (column.max_rep_level() > 0).then_some(levels.1);
    let (found, count, _) = reader.read_records(rows, defined, repeated, values)?;
    if found != rows {
        return Err(ParquetError::EOF(format!("{} rows of `{}` are not there", rows - found, column.path())));
    }
    Ok(count * size_of::<T::T>())
}

fn write<T: DataType>(
    writer: &mut ColumnWriterImpl<'_, T>,
    levels: (&[i16], &[i16]),
    values: &[T::T],
) -> Result<()> {
    let said = |levels: &'_ [i16]| !levels.is_empty();
    let (defined, repeated) = levels;
    writer.write_batch(values, said(defined).then_some(defined), said(repeated).then_some(repeated))?;
    Ok(())
}

fn divide<V>(
    data: impl Fn(Vec<V>) -> Data,
    values: Vec<V>,
    (defined, repeated): Levels,
    most: i16,
    kept: &[bool],
) -> [Leaf; 2] {
    let count = if defined.is_empty() { values.len() } else { defined.len() };
    let mut sides: [(Vec<V>, Levels); 2] = Default::default();
    let mut rest = values.into_iter();
    let mut rows = kept.iter();
    let mut side = 0;
    for level in 0..count {
        if repeated.get(level).is_none_or(|repeated| *repeated == 0) {
            side = usize::from(!rows.next().copied().unwrap_or(true));
        }
        let (values, levels) = &mut sides[side];
        levels.0.extend(defined.get(level));
        levels.1.extend(repeated.get(level));
        if defined.get(level).is_none_or(|defined| *defined == most) {
            values.extend(rest.next());
        }
    }
    sides.map(|(values, (defined, repeated))| Leaf { data: data(values), defined, repeated })
}

/// The rows of a column, one after the other.
pub struct Cells<'l> {
    leaf: &'l Leaf,
    kind: Kind,
    most: i16,
    row: usize,
    value: usize,
}

impl<'l> Cells<'l> {
    /// The value of the next row.
    pub fn following(&mut self) -> Cell<'l> {
        let there = self.leaf.defined.get(self.row).is_none_or(|level| *level == self.most);
        self.row += 1;
        if !there {
            return Cell::Nothing;
        }
        self.value += 1;
        self.kind.cell(&self.leaf.data, self.value - 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_of_lists_are_divided_where_rows_begin() {
        // [1, 2], nothing, [3], [] and [4, 5, 6], of which the first, the third and the fourth are kept.
        let levels = (vec![3, 3, 0, 3, 1, 3, 3, 3], vec![0, 1, 0, 0, 0, 0, 1, 1]);
        let kept = [true, false, true, true, false];
        let [kept, others] = divide(Data::Int32, vec![1, 2, 3, 4, 5, 6], levels, 3, &kept);
        assert!(matches!(&kept.data, Data::Int32(values) if values[..] == [1, 2, 3]));
        assert_eq!((kept.defined, kept.repeated), (vec![3, 3, 3, 1], vec![0, 1, 0, 0]));
        assert!(matches!(&others.data, Data::Int32(values) if values[..] == [4, 5, 6]));
        assert_eq!((others.defined, others.repeated), (vec![0, 3, 3, 3], vec![0, 0, 1, 1]));
    }

    #[test]
    fn rows_without_levels_are_divided_one_by_one() {
        let [kept, others] = divide(Data::Int64, vec![1, 2, 3], Levels::default(), 0, &[false, true, false]);
        assert!(matches!(&kept.data, Data::Int64(values) if values[..] == [2]));
        assert!(matches!(&others.data, Data::Int64(values) if values[..] == [1, 3]));
    }
}
