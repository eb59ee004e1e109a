//! Prices, measures and limits.

use super::durations::{count, duration, number, plain_number, share, unit};
use super::{impossible, unexpected};
use crate::syntax::grammar::{Builder, Built, Pair, R, first};
use crate::value::{Amount, Decimal, Measure, Money, Period, Pick, Quantity, Rate, Unit};

/// A price.
pub(in crate::syntax) fn amount(b: &Builder, pair: Pair<'_>) -> Built<Amount> {
    let span = b.span(&pair);
    let inner = if pair.as_rule() == R::amount || pair.as_rule() == R::money_like {
        let Some(inner) = first(pair.clone()) else { return unexpected(span, &pair) };
        inner
    } else {
        pair.clone()
    };
    match inner.as_rule() {
        R::rate => rate(b, inner).map(|rate| Amount::Rate(rate, span)),
        R::share_of => {
            let (mut part, mut of, mut per) = (Decimal::whole(0), None, None);
            for piece in inner.into_inner() {
                match piece.as_rule() {
                    R::share => part = share(b, piece)?,
                    R::name => of = Some(b.name(&piece)),
                    R::measure => per = Some(measure(b, piece)?),
                    _ => return unexpected(b.span(&piece), &piece),
                }
            }
            let Some(of) = of else { return unexpected(span, &pair) };
            Ok(Amount::Share { share: part, of, per, span })
        }
        R::times => match first(inner) {
            Some(factor) => Ok(Amount::Times(number(b, &factor)?, span)),
            None => unexpected(span, &pair),
        },
        R::pick => {
            let mut parts = inner.into_inner();
            let how = match parts.next().map(|word| word.as_str()) {
                Some("higher") => Pick::Higher,
                Some("lower") => Pick::Lower,
                Some("average") => Pick::Average,
                Some("difference") => Pick::Difference,
                _ => Pick::Sum,
            };
            let of = parts.map(|part| amount(b, part)).collect::<Built<Vec<_>>>()?;
            Ok(Amount::Pick { pick: how, of, span })
        }
        R::agreed => {
            first(inner).map_or_else(|| unexpected(span, &pair), |of| Ok(Amount::AsAgreed(b.name(&of), span)))
        }
        R::included => {
            first(inner).map_or_else(|| unexpected(span, &pair), |of| Ok(Amount::Included(b.name(&of), span)))
        }
        R::decided => first(inner)
            .map_or_else(|| unexpected(span, &pair), |by| Ok(Amount::AsDecided(b.name(&by), span))),
        R::none => Ok(Amount::None(span)),
        R::no => Ok(Amount::No(span)),
        R::unfilled => Ok(Amount::Unfilled(span)),
        R::duration => duration(b, inner).map(Amount::Term),
        R::name => Ok(Amount::Named(b.name(&inner))),
        _ => unexpected(span, &pair),
    }
}

fn rate(b: &Builder, pair: Pair<'_>) -> Built<Rate> {
    let span = b.span(&pair);
    let whole = pair.clone();
    let mut parts = pair.into_inner();
    let Some(money_pair) = parts.next() else { return unexpected(span, &whole) };
    let per = parts.next().map(|per| measure(b, per)).transpose()?;
    let money_span = b.span(&money_pair);
    let mut pieces = money_pair.into_inner();
    let (Some(currency), Some(figure)) = (pieces.next(), pieces.next()) else {
        return unexpected(money_span, &whole);
    };
    let amount = plain_number(b, &figure)?;
    if self::currency(currency.as_str()).is_none() {
        return impossible(
            b.span(&currency),
            format!("`{}` is not a currency", currency.as_str()),
            "currencies have codes of three letters, as `EUR` or `USD`",
            "",
        );
    }
    Ok(Rate { money: Money { currency: currency.as_str().into(), amount }, per })
}

/// The code of a currency, if money is paid in it.
pub(in crate::syntax) fn currency(code: &str) -> Option<&'static str> {
    CURRENCIES.binary_search(&code).ok().map(|index| CURRENCIES[index])
}

/// `hour`, `500 nodes`.
pub(in crate::syntax) fn measure(b: &Builder, pair: Pair<'_>) -> Built<Measure> {
    let span = b.span(&pair);
    let (mut every, mut what) = (1, None);
    for part in pair.clone().into_inner() {
        match part.as_rule() {
            R::integer => every = count(b, &part)?,
            R::unit => what = Some(Period::Time(unit(b, &part)?)),
            R::name => what = Some(Period::Thing(b.name(&part))),
            _ => return unexpected(b.span(&part), &part),
        }
    }
    let Some(what) = what else { return unexpected(span, &pair) };
    if every == 0 {
        return impossible(span, "nothing can be counted per 0", "at least 1", "");
    }
    Ok(Measure { every, what })
}

/// `monthly`, `every 2 weeks`.
pub(in crate::syntax) fn frequency(b: &Builder, pair: Pair<'_>) -> Built<Measure> {
    let span = b.span(&pair);
    let Some(inner) = first(pair.clone()) else { return unexpected(span, &pair) };
    match inner.as_rule() {
        R::duration => duration(b, inner).map(Measure::from),
        R::often => {
            let of = match inner.as_str() {
                "daily" => Unit::Day,
                "weekly" => Unit::Week,
                "monthly" => Unit::Month,
                "quarterly" => Unit::Quarter,
                _ => Unit::Year,
            };
            Ok(Measure { every: 1, what: Period::Time(of) })
        }
        _ => unexpected(span, &pair),
    }
}

/// `up to 3`, `12 hours`, `unlimited`.
pub(in crate::syntax) fn limit(b: &Builder, pair: Pair<'_>) -> Built<Quantity> {
    let span = b.span(&pair);
    let (mut many, mut of) = (None, None);
    for part in pair.into_inner() {
        match part.as_rule() {
            R::number => many = Some(plain_number(b, &part)?),
            R::unit => of = Some(unit(b, &part)?),
            R::unlimited => {}
            _ => return unexpected(b.span(&part), &part),
        }
    }
    Ok(Quantity { count: many, unit: of, per: None, at_a_time: false, at_most: None, span })
}

/// A limit with everything that can follow it in a cell, and whether what is not used lapses.
pub(in crate::syntax) fn quantity(b: &Builder, pair: Pair<'_>) -> Built<(Quantity, bool)> {
    let span = b.span(&pair);
    let whole = pair.clone();
    let mut parts = pair.into_inner();
    let Some(head) = parts.next() else { return unexpected(span, &whole) };
    let mut found = limit(b, head)?;
    let mut lapses = false;
    for part in parts {
        match part.as_rule() {
            R::measure => found.per = Some(measure(b, part)?),
            R::at_a_time => found.at_a_time = true,
            R::number => found.at_most = Some(plain_number(b, &part)?),
            R::unused_lapse => lapses = true,
            _ => return unexpected(b.span(&part), &part),
        }
    }
    found.span = span;
    Ok((found, lapses))
}

/// The codes of ISO 4217 that money is paid in today, in order.
const CURRENCIES: &[&str] = &[
    "AED", "AFN", "ALL", "AMD", "AOA", "ARS", "AUD", "AWG", "AZN", "BAM", "BBD", "BDT", "BGN", "BHD", "BIF",
    "BMD", "BND", "BOB", "BRL", "BSD", "BTN", "BWP", "BYN", "BZD", "CAD", "CDF", "CHF", "CLP", "CNY", "COP",
    "CRC", "CUP", "CVE", "CZK", "DJF", "DKK", "DOP", "DZD", "EGP", "ERN", "ETB", "EUR", "FJD", "FKP", "GBP",
    "GEL", "GHS", "GIP", "GMD", "GNF", "GTQ", "GYD", "HKD", "HNL", "HTG", "HUF", "IDR", "ILS", "INR", "IQD",
    "IRR", "ISK", "JMD", "JOD", "JPY", "KES", "KGS", "KHR", "KMF", "KPW", "KRW", "KWD", "KYD", "KZT", "LAK",
    "LBP", "LKR", "LRD", "LSL", "LYD", "MAD", "MDL", "MGA", "MKD", "MMK", "MNT", "MOP", "MRU", "MUR", "MVR",
    "MWK", "MXN", "MYR", "MZN", "NAD", "NGN", "NIO", "NOK", "NPR", "NZD", "OMR", "PAB", "PEN", "PGK", "PHP",
    "PKR", "PLN", "PYG", "QAR", "RON", "RSD", "RUB", "RWF", "SAR", "SBD", "SCR", "SDG", "SEK", "SGD", "SHP",
    "SLE", "SOS", "SRD", "SSP", "STN", "SVC", "SYP", "SZL", "THB", "TJS", "TMT", "TND", "TOP", "TRY", "TTD",
    "TWD", "TZS", "UAH", "UGX", "USD", "UYU", "UZS", "VED", "VES", "VND", "VUV", "WST", "XAF", "XCD", "XOF",
    "XPF", "YER", "ZAR", "ZMW", "ZWG",
];
