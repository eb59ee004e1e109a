//! What the values of a column mean.
//!
//! In: the description of a column, and its values as they are stored. Out: the values as cells. Times are to the fraction of a
//! second that they have; which clock a time without an offset is read by is not known here.

use super::super::cell::Cell;
use super::leaf::Data;
use crate::time::civil_parts;
use parquet::basic::{ConvertedType, LogicalType, TimeUnit, Type};
use parquet::data_type::{ByteArray, Int96};
use parquet::schema::types::ColumnDescriptor;
use std::borrow::Cow;
use std::fmt::Write as _;

/// What values mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// What they are stored as: numbers, yes or no, text where it is text.
    Plain,
    /// Whole numbers without a sign.
    Unsigned,
    /// Numbers of two bytes with a fraction.
    Half,
    /// Whole numbers of so many places behind the point.
    Decimal(i32),
    /// Days since 1970.
    Day,
    /// Times of day, in parts of a second of which so many are one.
    TimeOfDay(i64),
    /// Times since 1970, in parts of a second of which so many are one.
    Time {
        /// How many parts are a second.
        parts: i64,
        /// Whether they are instants; otherwise they are what some clock showed.
        utc: bool,
    },
    /// Identifiers of 16 bytes.
    Uuid,
}

const DAY: i64 = 86_400;

impl Kind {
    /// What the values of a column mean. Older files say it in another way.
    pub fn of(column: &ColumnDescriptor) -> Self {
        if column.physical_type() == Type::INT96 {
            // What wrote this type put instants into it.
            return Self::Time { parts: 1_000_000_000, utc: true };
        }
        match column.logical_type_ref() {
            Some(LogicalType::Decimal(decimal)) => return Self::Decimal(decimal.scale),
            Some(LogicalType::Date) => return Self::Day,
            Some(LogicalType::Time(time)) => return Self::TimeOfDay(parts(time.unit)),
            Some(LogicalType::Timestamp(time)) => {
                return Self::Time { parts: parts(time.unit), utc: time.is_adjusted_to_u_t_c };
            }
            Some(LogicalType::Integer(whole)) if !whole.is_signed => return Self::Unsigned,
            Some(LogicalType::Uuid) => return Self::Uuid,
            Some(LogicalType::Float16) => return Self::Half,
            // The rest means what it is stored as.
            Some(_) | None => {}
        }
        match column.converted_type() {
            ConvertedType::DECIMAL => Self::Decimal(column.type_scale()),
            ConvertedType::DATE => Self::Day,
            ConvertedType::TIME_MILLIS => Self::TimeOfDay(1000),
            ConvertedType::TIME_MICROS => Self::TimeOfDay(1_000_000),
            ConvertedType::TIMESTAMP_MILLIS => Self::Time { parts: 1000, utc: true },
            ConvertedType::TIMESTAMP_MICROS => Self::Time { parts: 1_000_000, utc: true },
            ConvertedType::UINT_8
            | ConvertedType::UINT_16
            | ConvertedType::UINT_32
            | ConvertedType::UINT_64 => Self::Unsigned,
            ConvertedType::NONE
            | ConvertedType::UTF8
            | ConvertedType::MAP
            | ConvertedType::MAP_KEY_VALUE
            | ConvertedType::LIST
            | ConvertedType::ENUM
            | ConvertedType::INT_8
            | ConvertedType::INT_16
            | ConvertedType::INT_32
            | ConvertedType::INT_64
            | ConvertedType::JSON
            | ConvertedType::BSON
            | ConvertedType::INTERVAL => Self::Plain,
        }
    }

    /// The value at this place.
    pub fn cell(self, data: &Data, at: usize) -> Cell<'_> {
        let found = match data {
            Data::Truths(values) => values.get(at).map(|truth| Cell::Truth(*truth)),
            Data::Int32(values) if self == Self::Unsigned => {
                values.get(at).map(|number| Cell::Integer(i128::from(number.cast_unsigned())))
            }
            Data::Int32(values) => values.get(at).map(|number| self.whole(i64::from(*number))),
            Data::Int64(values) if self == Self::Unsigned => {
                values.get(at).map(|number| Cell::Integer(i128::from(number.cast_unsigned())))
            }
            Data::Int64(values) => values.get(at).map(|number| self.whole(*number)),
            Data::Int96(values) => values.get(at).map(|time| text(long_time(time))),
            // The shortest digits of the smaller type are not those of the larger.
            Data::Float(values) => {
                values.get(at).map(|number| Cell::Number(number.to_string().parse().unwrap_or(f64::NAN)))
            }
            Data::Double(values) => values.get(at).map(|number| Cell::Number(*number)),
            Data::Bytes(values) => values.get(at).map(|bytes| self.bytes(bytes)),
            Data::Fixed(values) => values.get(at).map(|bytes| self.bytes(bytes)),
        };
        found.unwrap_or(Cell::Nothing)
    }

    fn whole(self, number: i64) -> Cell<'static> {
        match self {
            Self::Plain | Self::Unsigned | Self::Half | Self::Uuid => Cell::Integer(i128::from(number)),
            Self::Decimal(scale) => text(decimal(i128::from(number), scale)),
            Self::Day => text(day(number)),
            Self::TimeOfDay(parts) => text(time_of_day(number, parts)),
            Self::Time { parts, utc } => text(time(number, parts, utc)),
        }
    }

    fn bytes(self, value: &ByteArray) -> Cell<'_> {
        let bytes = value.data();
        match self {
            Self::Decimal(scale) => match whole(bytes) {
                Some(number) => text(decimal(number, scale)),
                None => Cell::Bytes(bytes),
            },
            Self::Uuid => text(uuid(bytes)),
            Self::Half => match bytes {
                [low, high] => Cell::Number(half(u16::from_le_bytes([*low, *high]))),
                _ => Cell::Bytes(bytes),
            },
            Self::Plain | Self::Unsigned | Self::Day | Self::TimeOfDay(_) | Self::Time { .. } => {
                std::str::from_utf8(bytes).map_or(Cell::Bytes(bytes), |text| Cell::Text(Cow::Borrowed(text)))
            }
        }
    }
}

fn text(text: String) -> Cell<'static> {
    Cell::Text(Cow::Owned(text))
}

fn parts(unit: TimeUnit) -> i64 {
    match unit {
        TimeUnit::MILLIS => 1000,
        TimeUnit::MICROS => 1_000_000,
        TimeUnit::NANOS => 1_000_000_000,
    }
}

fn day(number: i64) -> String {
    let (year, month, day) = civil_parts(number);
    format!("{year:04}-{month:02}-{day:02}")
}

/// `16:45:00`, with a fraction where there is one.
fn time_of_day(number: i64, parts: i64) -> String {
    let (seconds, fraction) = (number.div_euclid(parts), number.rem_euclid(parts));
    let mut text = format!("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
    if fraction > 0 {
        let places = parts.ilog10() as usize;
        let digits = format!("{fraction:0places$}");
        // Writing to memory cannot fail.
        let _ = write!(text, ".{}", digits.trim_end_matches('0'));
    }
    text
}

fn time(number: i64, parts: i64, utc: bool) -> String {
    let (number, of_day) = (number.div_euclid(DAY * parts), number.rem_euclid(DAY * parts));
    let z = if utc { "Z" } else { "" };
    format!("{}T{}{z}", day(number), time_of_day(of_day, parts))
}

/// Nanoseconds of a day, and the number of the day that astronomers count.
fn long_time(time: &Int96) -> String {
    const OF_1970: i64 = 2_440_588;
    const NANOS: i64 = 1_000_000_000;
    let [low, high, number] = *time.data() else { return String::new() };
    let of_day = i64::from(low) | (i64::from(high) << 32);
    let number = i64::from(number.cast_signed()) - OF_1970 + of_day.div_euclid(DAY * NANOS);
    format!("{}T{}Z", day(number), time_of_day(of_day.rem_euclid(DAY * NANOS), NANOS))
}

/// `12.50`.
fn decimal(number: i128, scale: i32) -> String {
    let Ok(places) = usize::try_from(scale) else { return number.to_string() };
    let sign = if number < 0 { "-" } else { "" };
    let digits = format!("{:0width$}", number.unsigned_abs(), width = places + 1);
    let (before, behind) = digits.split_at(digits.len() - places);
    if behind.is_empty() { format!("{sign}{before}") } else { format!("{sign}{before}.{behind}") }
}

/// A whole number in bytes, the highest first; none where it has more than sixteen.
fn whole(bytes: &[u8]) -> Option<i128> {
    let negative = bytes.first().is_some_and(|byte| *byte >= 0x80);
    let fill = if negative { 0xff } else { 0 };
    let spare = bytes.len().saturating_sub(16);
    let (above, bytes) = bytes.split_at(spare);
    if above.iter().any(|byte| *byte != fill) {
        return None;
    }
    let mut all = [fill; 16];
    all[16 - bytes.len()..].copy_from_slice(bytes);
    let number = i128::from_be_bytes(all);
    ((number < 0) == negative).then_some(number)
}

fn uuid(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(36);
    for (at, byte) in bytes.iter().enumerate() {
        if matches!(at, 4 | 6 | 8 | 10) {
            text.push('-');
        }
        let _ = write!(text, "{byte:02x}");
    }
    text
}

/// A number of one bit of sign, five of exponent and ten of fraction.
fn half(bits: u16) -> f64 {
    let sign = if bits & 0x8000 == 0 { 1.0 } else { -1.0 };
    let (exponent, fraction) = (i32::from(bits >> 10 & 31), f64::from(bits & 1023));
    match exponent {
        0 => sign * fraction * 2.0_f64.powi(-24),
        31 if fraction > 0.0 => f64::NAN,
        31 => sign * f64::INFINITY,
        _ => sign * (1.0 + fraction / 1024.0) * 2.0_f64.powi(exponent - 15),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_have_the_fraction_that_they_have() {
        assert_eq!(time(1_790_000_000_000, 1000, true), "2026-09-21T14:13:20Z");
        assert_eq!(time(1_790_000_000_000_500, 1_000_000, false), "2026-09-21T14:13:20.0005");
        assert_eq!(time(-1, 1_000_000_000, true), "1969-12-31T23:59:59.999999999Z");
        assert_eq!(day(-719_162), "0001-01-01");
    }

    #[test]
    fn long_times_count_from_noon_of_no_day() {
        let mut time = Int96::new();
        time.set_data(0, 0, 2_440_589);
        assert_eq!(long_time(&time), "1970-01-02T00:00:00Z");
    }

    #[test]
    fn decimals_keep_their_places() {
        assert_eq!(decimal(-5, 2), "-0.05");
        assert_eq!(decimal(1250, 2), "12.50");
        assert_eq!(decimal(7, 0), "7");
        assert_eq!(whole(&[0xff, 0x38]).map(|number| decimal(number, 1)).as_deref(), Some("-20.0"));
        assert_eq!(whole(&[1; 17]), None);
        assert_eq!(whole(&[&[0xff; 4][..], &[0xfe; 16]].concat()), Some(i128::from_be_bytes([0xfe; 16])));
    }

    #[test]
    fn halves_are_numbers() {
        assert!((half(0x3e00) - 1.5).abs() < f64::EPSILON);
        assert!((half(0xc000) + 2.0).abs() < f64::EPSILON);
        assert!(half(0x7c00).is_infinite() && half(0x7e00).is_nan());
    }
}
