//! Values that have one form in the language and many sayings outside of it: `EOD`, `asap`, `24/7`, `Germany`.
//!
//! In: the text at the place of such a value. Out: the slip, if the text begins with a known saying.

use super::{Slip, after_word, token};

/// `NBD`, `end of day`.
pub(super) fn day(rest: &str) -> Option<Slip> {
    if let Some((_, length)) = after_word(rest, &["NBD"]) {
        return Slip::new("this day", length, rest, "next business day".to_owned());
    }
    let words = [
        "EOD",
        "COB",
        "end of day",
        "end of business",
        "close of business",
        "end of the day",
        "the same day",
        "today",
    ];
    let (_, length) = after_word(rest, &words)?;
    Slip::new("this day", length, rest, "same business day".to_owned()).map(Slip::unsafely)
}

/// `best efforts`, `Best-effort`; `n/a` may be either of two things.
pub(super) fn no_figure(rest: &str) -> Option<Slip> {
    let word = token(rest);
    let promises_nothing = [
        "as available",
        "as time permits",
        "subject to availability",
        "when available",
        "según disponibilidad",
        "nach verfügbarkeit",
        "selon disponibilité",
        "naar beschikbaarheid",
        "as soon as possible",
        "as quickly as possible",
        "immediately",
        "asap",
        "a.s.a.p.",
        "promptly",
        "zsm",
        "z.s.m.",
        "zo snel mogelijk",
        "so schnell wie möglich",
        "schnellstmöglich",
        "dès que possible",
        "aussi vite que possible",
        "lo antes posible",
        "tan pronto como sea posible",
    ];
    if let Some((_, length)) = after_word(rest, &promises_nothing) {
        let mut slip =
            Slip::new("a promise without a figure", length, rest, "best effort".to_owned())?.unsafely();
        slip.message = format!("`{}` promises no figure, which is written `best effort`", &rest[..length]);
        return Some(slip);
    }
    let hedged = [
        "commercially reasonable efforts",
        "commercially reasonable effort",
        "reasonable efforts",
        "reasonable effort",
        "reasonable endeavours",
        "all reasonable efforts",
        "all reasonable endeavours",
        "every reasonable effort",
    ];
    if let Some((_, length)) = after_word(rest, &hedged) {
        return Slip::new("a promise without a figure", length, rest, "best effort".to_owned())
            .map(Slip::unsafely);
    }
    let nothing =
        ["n/a", "n.a.", "na", "-", "–", "—", "--", "x", "n.v.t.", "nvt", "k.a.", "entfällt", "/", "\\"];
    if nothing.contains(&word.to_lowercase().as_str()) {
        let mut slip = Slip::doubtful(word, vec!["none".to_owned(), "no".to_owned()]);
        slip.message = format!(
            "`{word}` does not say whether nothing is promised (`none`) or the case does not occur (`no`)"
        );
        return Some(slip);
    }
    let (tail, length) = after_word(rest, &["best"])?;
    let (tail, more) = after_word(tail, &["-"]).unwrap_or((tail, 0));
    let (_, last) = after_word(tail, &["effort", "efforts", "endeavours", "endeavors"])?;
    Slip::new("a promise without a figure", length + more + last, rest, "best effort".to_owned())
}

/// `24x7`, `24/7`, `7x24`.
pub(super) fn always(rest: &str) -> Option<Slip> {
    let said = [
        "around the clock",
        "round the clock",
        "24 hours a day, 7 days a week",
        "24 hours a day, seven days a week",
        "24 hours a day 7 days a week",
        "24 hours per day, 7 days per week",
        "24 hours, 7 days a week",
        "24 hours a day, every day",
        "24 hours a day",
        "24 hours per day",
        "24 hours",
        "at all times",
        "day and night",
        "24h/24 et 7j/7",
        "24h/24, 7j/7",
        "24h/24 7j/7",
        "24 h/24 et 7 j/7",
        "rund um die uhr",
        "dag en nacht",
        "jour et nuit",
        "las 24 horas",
    ];
    // The whole day may be that of the office.
    if let Some((_, length)) = after_word(rest, &["all day"]) {
        return Slip::new("open at all times", length, rest, "always".to_owned()).map(Slip::unsafely);
    }
    if let Some((_, length)) = after_word(rest, &said) {
        return Slip::new("open at all times", length, rest, "always".to_owned());
    }
    if rest.get(..6).is_some_and(|word| word.eq_ignore_ascii_case("always")) && token(rest).len() == 6 {
        return Slip::new("this", 6, rest, "always".to_owned());
    }
    let word = token(rest);
    let known = [
        "24x7", "24/7", "7x24", "7/24", "24x7x365", "24/7/365", "24×7", "24h", "24*7", "24 x 7", "24 / 7",
        "24h/24", "24h/7", "24u/7",
    ];
    let length = match known.iter().find(|known| rest.starts_with(**known) && known.contains(' ')) {
        Some(spaced) => spaced.len(),
        None => known.contains(&word.to_lowercase().as_str()).then_some(word.len())?,
    };
    Slip::new("open at all times", length, rest, "always".to_owned())
}

/// `nl`, `de-by`, `Germany`: countries and regions are codes, in capitals.
pub(super) fn area(rest: &str) -> Option<Slip> {
    let word = token(rest);
    let countries = [
        ("austria", "AT"),
        ("belgium", "BE"),
        ("canada", "CA"),
        ("denmark", "DK"),
        ("france", "FR"),
        ("germany", "DE"),
        ("ireland", "IE"),
        ("italy", "IT"),
        ("japan", "JP"),
        ("netherlands", "NL"),
        ("poland", "PL"),
        ("portugal", "PT"),
        ("spain", "ES"),
        ("sweden", "SE"),
        ("switzerland", "CH"),
        ("uk", "GB"),
        ("usa", "US"),
    ];
    let lower = word.to_lowercase();
    if let Some((_, code)) = countries.into_iter().find(|(name, _)| *name == lower) {
        return Slip::new("a country", word.len(), rest, code.to_owned());
    }
    let country = word.split('-').next().unwrap_or(word);
    let plain = country.len() == 2
        && word.len() <= 6
        && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-' || byte.is_ascii_digit());
    if !plain || matches!(word, "of" | "on" | "in" | "as" | "is" | "or" | "no" | "by" | "to" | "at") {
        return None;
    }
    Slip::new("a country or region", word.len(), rest, word.to_ascii_uppercase())
}
