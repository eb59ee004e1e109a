//! Slips in amounts of money: signs, codes behind the number, other words for `per`, and prices that follow from others.

use super::figures::{may_be_thing, share, spelt_out};
use super::numbers::{figures, readings};
use super::words::as_name;
use super::{IN_ENGLISH, Slip, after_word, token};
use crate::syntax::grammar::{R, prefix};

/// `€ 150`, `150 EUR`, `eur 150`, `EUR 4.500,00`, `EUR 150,-`; a share of something is written as any share.
pub(super) fn money(rest: &str) -> Option<Slip> {
    if let Some(slip) = multiplied(rest).or_else(|| times(rest)) {
        return Some(slip);
    }
    if let Some(slip) = share_abroad(rest) {
        return Some(slip);
    }
    if let Some(slip) = share(rest) {
        let [share] = slip.meant.as_slice() else { return None };
        let (tail, more) = after_word(&rest[slip.length..], &["of"])?;
        let name = token(tail.trim_start());
        let end = slip.length + more + (tail.len() - tail.trim_start().len()) + name.len();
        return Slip::new("a share", end, rest, format!("{share} of {name}"));
    }
    if let Some((code, length, safe)) = currency(rest) {
        let tail = rest[length..].trim_start();
        let start = rest.len() - tail.len();
        let (written, more) = amount(tail)?;
        return money_slip(rest, start + more, code, written, safe);
    }
    let (written, length) = amount(rest)?;
    let tail = rest[length..].trim_start();
    let Some((code, more, safe)) = currency(tail) else { return without_currency(rest, length) };
    money_slip(rest, rest.len() - tail.len() + more, code, written, safe)
}

/// `13% van investering`, `20 % du prix`: a share of an amount, with the word between the two in another language.
fn share_abroad(rest: &str) -> Option<Slip> {
    const OF: [&str; 25] = [
        "van de", "van het", "van", "over de", "over het", "von der", "von den", "vom", "von", "der", "des",
        "de la", "de los", "de las", "de l'", "de l’", "del", "du", "de", "d'", "d’", "della", "di", "da",
        "do",
    ];
    let right =
        prefix(R::share, rest).map(|share| (share.as_str().trim_end().to_owned(), share.as_str().len()));
    let other =
        || share(rest).filter(|slip| slip.meant.len() == 1).map(|slip| (slip.meant.concat(), slip.length));
    let (share, first) = right.or_else(other)?;
    let (tail, more) = after_word(&rest[first..], &OF)?;
    let name = token(tail.trim_start());
    let meant = as_name(name)?;
    let end = first + more + (tail.len() - tail.trim_start().len()) + name.len();
    let message = format!("{IN_ENGLISH}: `{share} of {meant}`, not `{}`", &rest[..end]);
    Slip::new("a share", end, rest, format!("{share} of {meant}")).map(|slip| Slip { message, ..slip })
}

/// `1.5x`, `1,5 ×`: so many times the usual rate.
fn times(rest: &str) -> Option<Slip> {
    let digits = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    let (tail, more) = super::figures::fraction(&rest[digits..])
        .map_or((&rest[digits..], 0), |(_, more)| (&rest[digits + more..], more));
    let (tail, sign) = after_word(tail, &["x", "×"]).filter(|_| digits > 0)?;
    let written = &rest[..digits + more];
    // `1,000` is a thousand to some.
    let fits = !(written.contains(',') && more == 4)
        && ["", "outside", "during", "when", "unless"].contains(&token(tail.trim_start()));
    Slip::new("this", digits + more + sign, rest, format!("{} times", written.replace(',', ".")))
        .filter(|_| fits)
}

/// `150 per hour`: a number of nobody knows what.
fn without_currency(rest: &str, length: usize) -> Option<Slip> {
    let behind = ["", "per", "a", "an", "during", "outside", "when", "unless", "because"];
    let tail = rest[length..].trim_start();
    if !behind.contains(&token(tail)) && !tail.starts_with([',', '/']) {
        return None;
    }
    let written = &rest[..length];
    let message = format!("an amount begins with its currency, as `EUR {written}`");
    Some(Slip { length, meant: Vec::new(), message, safe: false })
}

/// `1.08 times last-fee`, `1.08 × last-fee`, `last-fee * 1.08`: a price as so many hundredths of another one.
fn multiplied(rest: &str) -> Option<Slip> {
    let signs = ["times", "x", "×", "*"];
    let name = |text: &str| {
        let name = prefix(R::name, text)?.as_str().to_owned();
        (!["outside", "during"].contains(&name.as_str())).then_some(name)
    };
    let factor = |text: &str| prefix(R::number, text).map(|pair| pair.as_str().to_owned());
    let behind = |length: usize| {
        let (tail, _) = after_word(&rest[length..], &signs)?;
        let tail = tail.trim_start();
        Some((tail, rest.len() - tail.len()))
    };
    let (number, price, length) = if let Some(number) = factor(rest) {
        let (tail, start) = behind(number.len())?;
        let price = name(tail)?;
        let end = start + price.len();
        (number, price, end)
    } else {
        let price = name(rest)?;
        let (tail, start) = behind(price.len())?;
        let number = factor(tail)?;
        let end = start + number.len();
        (number, price, end)
    };
    Slip::new(
        "a price that follows from another",
        length,
        rest,
        format!("{} of {price}", hundredths(&number)?),
    )
}

/// `1.08` as `108%`.
fn hundredths(number: &str) -> Option<String> {
    let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
    if whole.contains('_') {
        return None;
    }
    let (cents, rest) = fraction.split_at(fraction.len().min(2));
    let digits = format!("{whole}{cents:0<2}");
    let share = digits.trim_start_matches('0');
    let share = if share.is_empty() { "0" } else { share };
    Some(if rest.is_empty() { format!("{share}%") } else { format!("{share}.{rest}%") })
}

fn money_slip(rest: &str, length: usize, code: &str, written: &str, safe: bool) -> Option<Slip> {
    let (per, more, certain) = per(&rest[length..]).unwrap_or((String::new(), 0, true));
    let (length, safe) = (length + more, safe && certain);
    let meant: Vec<String> =
        readings(written)?.into_iter().map(|number| format!("{code} {number}{per}")).collect();
    if let [one] = meant.as_slice() {
        let slip = Slip::new("this amount", length, rest, one.clone())?;
        return Some(if safe { slip } else { slip.unsafely() });
    }
    Some(Slip::doubtful(&rest[..length], meant))
}

/// What an amount is for, how long that is, and whether it is beyond doubt: `/hour`, `per month`, `a month`, `monthly`.
pub(super) fn per(rest: &str) -> Option<(String, usize, bool)> {
    let often = [("day", "daily"), ("week", "weekly"), ("month", "monthly"), ("quarter", "quarterly")];
    let often = often.into_iter().chain([("year", "yearly"), ("year", "annually"), ("year", "per annum")]);
    if let Some((unit, (_, length))) =
        often.into_iter().find_map(|(unit, word)| Some((unit, after_word(rest, &[word])?)))
    {
        return Some((format!(" per {unit}"), length, true));
    }
    let short = [
        ("month", "p.m."),
        ("month", "p/m"),
        ("month", "pm"),
        ("month", "pcm"),
        ("year", "p.a."),
        ("year", "p/y"),
        ("hour", "p/h"),
        ("hour", "p.h."),
    ];
    if let Some((unit, length)) =
        short.into_iter().find_map(|(unit, word)| Some((unit, after_word(rest, &[word])?.1)))
    {
        return Some((format!(" per {unit}"), length, true));
    }
    let (tail, length) = after_word(rest, &["/", "per-", "per", "pro", "a", "an", "each", "every"])?;
    let what = token(tail.trim_start());
    let blank = tail.len() - tail.trim_start().len();
    // A calendar month is a month.
    if let Some((behind, more)) = after_word(tail, &["calendar"])
        && let Some(unit) = spelt_out(token(behind.trim_start()))
    {
        let blank = behind.len() - behind.trim_start().len();
        let end = length + more + blank + token(behind.trim_start()).len();
        return Some((format!(" per {}", unit.trim_end_matches('s')), end, true));
    }
    let unit = spelt_out(what).map_or(what, |unit| unit.trim_end_matches('s'));
    let known = unit != what || spelt_out(what).is_some() || unit == "quarter";
    let named = rest.trim_start().starts_with(['/', 'p']) && what.starts_with(char::is_alphabetic);
    (known || named).then(|| (format!(" per {unit}"), length + blank + what.len(), !may_be_thing(what)))
}

/// A number with what people write behind whole amounts, and how long both are.
fn amount(rest: &str) -> Option<(&str, usize)> {
    let length = figures(rest);
    if length == 0 {
        return None;
    }
    let tail = &rest[length..];
    let whole = [",--", ",-", ".--", ".-", ",—", ",–"].into_iter().find(|mark| tail.starts_with(mark));
    Some((&rest[..length], length + whole.map_or(0, str::len)))
}

/// The code of a currency that a text begins with, how long its mark is, and whether it is beyond doubt.
fn currency(rest: &str) -> Option<(&'static str, usize, bool)> {
    let signs = [
        ("€", "EUR", true),
        ("US$", "USD", true),
        ("$", "USD", false),
        ("£", "GBP", true),
        ("¥", "JPY", false),
    ];
    if let Some((sign, code, safe)) = signs.into_iter().find(|(sign, ..)| rest.starts_with(sign)) {
        return Some((code, sign.len(), safe));
    }
    let end = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
    let word = &rest[..end];
    let names = [("euro", "EUR"), ("euros", "EUR"), ("dollar", "USD"), ("dollars", "USD"), ("pounds", "GBP")];
    let lower = word.to_lowercase();
    if let Some((_, code)) = names.into_iter().find(|(name, _)| *name == lower) {
        return Some((code, end, code == "EUR"));
    }
    // In small letters many a code is a word, as `all` or `try`.
    let usual = ["eur", "usd", "gbp", "chf", "jpy", "cad", "aud", "dkk", "nok", "sek", "pln", "czk"];
    let safe = lower != word || usual.contains(&word);
    crate::syntax::build::amounts::currency(&word.to_uppercase()).map(|code| (code, end, safe))
}
