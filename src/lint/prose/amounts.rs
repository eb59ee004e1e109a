//! Amounts of money that a text states: "EUR 900", "€ 1.200,50", "900 euro".
//!
//! In: a passage. Out: [`Sum`]s with their places. Only a number right beside a currency counts, and only one whose points and
//! commas leave no doubt.

use super::{Kind, Passage};
use crate::value::Decimal;
use std::ops::Range;

/// An amount of money as a text states it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sum {
    /// The ISO 4217 code.
    pub currency: &'static str,
    /// How much.
    pub amount: Decimal,
    /// The currency and the number.
    pub tokens: Range<usize>,
    /// The number of the sentence.
    pub sentence: usize,
}

/// How currencies are written in texts.
const CURRENCIES: [(&str, &str); 17] = [
    ("eur", "EUR"),
    ("euro", "EUR"),
    ("euros", "EUR"),
    ("€", "EUR"),
    ("usd", "USD"),
    ("$", "USD"),
    ("gbp", "GBP"),
    ("£", "GBP"),
    ("jpy", "JPY"),
    ("¥", "JPY"),
    ("円", "JPY"),
    ("chf", "CHF"),
    ("dkk", "DKK"),
    ("sek", "SEK"),
    ("nok", "NOK"),
    ("pln", "PLN"),
    ("czk", "CZK"),
];

impl Passage<'_> {
    /// The amounts of money that it states.
    pub fn sums(&self) -> Vec<Sum> {
        let tokens = &self.tokens().all;
        let mut found = Vec::new();
        for (at, token) in tokens.iter().enumerate().filter(|(_, token)| token.kind == Kind::Number) {
            let Some(amount) = amount(&token.text) else { continue };
            let beside = |other: Option<usize>| {
                let other = tokens.get(other?).filter(|other| other.sentence() == token.sentence())?;
                CURRENCIES.iter().find(|(written, _)| *written == other.text).map(|(_, code)| *code)
            };
            let (before, behind) = (beside(at.checked_sub(1)), beside(Some(at + 1)));
            let (currency, range) = match (before, behind) {
                (Some(code), _) => (code, at - 1..at + 1),
                (None, Some(code)) => (code, at..at + 2),
                (None, None) => continue,
            };
            found.push(Sum { currency, amount, tokens: range, sentence: token.sentence() });
        }
        found
    }
}

/// A number as it is written in texts; none where a mark may divide thousands or begin the cents.
fn amount(written: &str) -> Option<Decimal> {
    let plain = match (written.rfind('.'), written.rfind(',')) {
        (None, None) => written.to_owned(),
        (Some(point), Some(comma)) => {
            let thousands = if point > comma { ',' } else { '.' };
            written.replace(thousands, "").replace(',', ".")
        }
        (Some(last), None) | (None, Some(last)) => match written.len() - last - 1 {
            3 => written.replace(['.', ','], ""),
            1 | 2 => written.replace(',', "."),
            _ => return None,
        },
    };
    Decimal::parse(&plain).map(Decimal::shortest)
}

#[cfg(test)]
mod tests {
    use super::amount;
    use crate::value::Decimal;

    #[test]
    fn numbers_are_read_as_in_any_language() {
        for (written, meant) in
            [("900", "900"), ("1,200", "1200"), ("1.200", "1200"), ("1.200,50", "1200.5"), ("9,5", "9.5")]
        {
            assert_eq!(amount(written), Decimal::parse(meant), "{written}");
        }
        assert_eq!(amount("1.2345"), None);
    }
}
