//! Exact decimal numbers, as they stand in shares and amounts of money.

use std::cmp::Ordering;
use std::fmt;

/// `units` divided by ten to the power of `scale`: 99.95 is 9,995 at scale 2. Never a binary fraction.
#[derive(Clone, Copy, Debug)]
pub struct Decimal {
    /// The digits, without the point.
    pub units: i64,
    /// How many of them stand after the point; at most 9.
    pub scale: u8,
}

impl Decimal {
    /// A whole number.
    pub fn whole(units: i64) -> Self {
        Self { units, scale: 0 }
    }

    /// Reads `1_234.50`: digits with single low lines between them, and at most nine digits after a point.
    pub fn parse(text: &str) -> Option<Self> {
        let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
        if fraction.len() > 9 {
            return None;
        }
        let digits: String = whole.chars().filter(|c| *c != '_').chain(fraction.chars()).collect();
        let units = digits.parse().ok()?;
        Some(Self { units, scale: u8::try_from(fraction.len()).ok()? })
    }

    /// The same number without zeros at the end of its fraction.
    #[must_use]
    pub fn shortest(mut self) -> Self {
        while self.scale > 0 && self.units % 10 == 0 {
            self.units /= 10;
            self.scale -= 1;
        }
        self
    }

    /// The number in billionths.
    pub fn widened(self) -> i128 {
        i128::from(self.units) * 10_i128.pow(9 - u32::from(self.scale.min(9)))
    }
}

impl PartialEq for Decimal {
    fn eq(&self, other: &Self) -> bool {
        self.widened() == other.widened()
    }
}

impl Eq for Decimal {}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        self.widened().cmp(&other.widened())
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let power = 10_i64.pow(u32::from(self.scale.min(9)));
        write!(f, "{}", self.units / power)?;
        if self.scale > 0 {
            write!(f, ".{:0width$}", (self.units % power).abs(), width = usize::from(self.scale))?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_and_compares_exactly() {
        assert_eq!(Decimal::parse("99.90").unwrap(), Decimal::parse("99.9").unwrap());
        assert!(Decimal::parse("99.95").unwrap() > Decimal::parse("99.9").unwrap());
        assert_eq!(Decimal::parse("4_500.50").unwrap().to_string(), "4500.50");
        assert_eq!(Decimal::parse("99.90").unwrap().shortest().to_string(), "99.9");
    }
}
