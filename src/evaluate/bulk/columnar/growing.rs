//! A column in the making.
//!
//! In: values, one for each row, or none. Out: a stretch of an optional column that can be written.

use super::super::cell::Cell;
use super::leaf::{Data, Leaf};
use parquet::data_type::ByteArray;

/// What a column that is made here holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// Text.
    Text,
    /// Yes or no.
    Truth,
    /// Whole numbers.
    Integer,
    /// Numbers with a fraction.
    Number,
    /// Instants, in millionths of a second.
    Instant,
}

/// A column in the making.
#[derive(Debug)]
pub struct Growing {
    defined: Vec<i16>,
    values: Values,
}

#[derive(Debug)]
enum Values {
    /// All texts behind each other, and where each ends: a table has too many to keep each alone.
    Texts(Vec<u8>, Vec<usize>),
    Truths(Vec<bool>),
    Integers(Vec<i64>),
    Numbers(Vec<f64>),
}

/// Parts of a second in which instants are written.
const PARTS: i64 = 1_000_000;

impl Growing {
    /// Without rows.
    pub fn new(holds: Holds) -> Self {
        let values = match holds {
            Holds::Text => Values::Texts(Vec::new(), Vec::new()),
            Holds::Truth => Values::Truths(Vec::new()),
            Holds::Integer | Holds::Instant => Values::Integers(Vec::new()),
            Holds::Number => Values::Numbers(Vec::new()),
        };
        Self { defined: Vec::new(), values }
    }

    /// A row without a value.
    pub fn nothing(&mut self) {
        self.defined.push(0);
    }

    /// A row with text.
    pub fn text(&mut self, text: &[u8]) {
        if let Values::Texts(all, ends) = &mut self.values {
            all.extend_from_slice(text);
            ends.push(all.len());
            self.defined.push(1);
        } else {
            self.nothing();
        }
    }

    /// A row with a truth, or without.
    pub fn truth(&mut self, truth: Option<bool>) {
        if let (Values::Truths(all), Some(truth)) = (&mut self.values, truth) {
            all.push(truth);
            self.defined.push(1);
        } else {
            self.nothing();
        }
    }

    /// A row with a whole number.
    pub fn integer(&mut self, number: i64) {
        if let Values::Integers(all) = &mut self.values {
            all.push(number);
            self.defined.push(1);
        } else {
            self.nothing();
        }
    }

    /// A row with an instant, given in seconds since 1970, or without.
    pub fn instant(&mut self, seconds: Option<i64>) {
        match seconds {
            Some(seconds) => self.integer(seconds * PARTS),
            None => self.nothing(),
        }
    }

    /// Whether a value as it came has a place here.
    pub fn fits(&self, cell: &Cell<'_>) -> bool {
        match (&self.values, cell) {
            (_, Cell::Nothing)
            | (Values::Texts(..), _)
            | (Values::Truths(_), Cell::Truth(_))
            | (Values::Numbers(_), Cell::Number(_)) => true,
            (Values::Integers(_), Cell::Integer(number)) => i64::try_from(*number).is_ok(),
            (Values::Numbers(_), Cell::Integer(number)) => whole(*number).is_some(),
            (Values::Truths(_) | Values::Integers(_) | Values::Numbers(_), _) => false,
        }
    }

    /// A row with a value as it came; what does not fit is nothing.
    pub fn cell(&mut self, cell: &Cell<'_>) {
        if !self.fits(cell) || *cell == Cell::Nothing {
            return self.nothing();
        }
        self.defined.push(1);
        match (&mut self.values, cell) {
            (Values::Texts(all, ends), cell) => {
                cell.write(all);
                ends.push(all.len());
            }
            (Values::Truths(all), Cell::Truth(truth)) => all.push(*truth),
            (Values::Integers(all), Cell::Integer(number)) => all.extend(i64::try_from(*number)),
            (Values::Numbers(all), Cell::Number(number)) => all.push(*number),
            (Values::Numbers(all), Cell::Integer(number)) => all.extend(whole(*number)),
            (Values::Truths(_) | Values::Integers(_) | Values::Numbers(_), _) => {}
        }
    }

    /// The column as it is written.
    pub fn leaf(self) -> Leaf {
        let data = match self.values {
            Values::Texts(all, ends) => {
                let all = ByteArray::from(all);
                let begins = std::iter::once(0).chain(ends.iter().copied());
                Data::Bytes(begins.zip(&ends).map(|(from, to)| all.slice(from, to - from)).collect())
            }
            Values::Truths(all) => Data::Truths(all),
            Values::Integers(all) => Data::Int64(all),
            Values::Numbers(all) => Data::Double(all),
        };
        Leaf { data, defined: self.defined, repeated: Vec::new() }
    }
}

/// A whole number among those with a fraction, if it is exactly one of them.
fn whole(number: i128) -> Option<f64> {
    let small = i32::try_from(number).map(f64::from).ok();
    small.or_else(|| {
        // Every digit of a number of at most 53 bits is kept.
        (number.unsigned_abs() < 1 << 53).then(|| number.to_string().parse().ok()).flatten()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_told_apart_and_nothing_is_not_empty() {
        let mut column = Growing::new(Holds::Text);
        column.text(b"one");
        column.nothing();
        column.text(b"");
        let leaf = column.leaf();
        let Data::Bytes(values) = leaf.data else { panic!("text is bytes") };
        assert_eq!(values.iter().map(ByteArray::data).collect::<Vec<_>>(), [b"one".as_slice(), b""]);
        assert_eq!(leaf.defined, [1, 0, 1]);
    }

    #[test]
    fn what_does_not_fit_is_told() {
        let mut column = Growing::new(Holds::Integer);
        assert!(column.fits(&Cell::Integer(7)));
        assert!(!column.fits(&Cell::Number(0.5)));
        assert!(!column.fits(&Cell::Integer(i128::from(u64::MAX))));
        column.cell(&Cell::Number(0.5));
        column.cell(&Cell::Integer(7));
        assert_eq!(column.leaf().defined, [0, 1]);
        let column = Growing::new(Holds::Number);
        assert!(column.fits(&Cell::Integer(1 << 52)) && !column.fits(&Cell::Integer(1 << 60)));
    }
}
