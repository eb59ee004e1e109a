//! Slips in lengths of time and shares.

use super::business;
use super::fractions;
use super::numbers::grouped;
use super::{Slip, after_word, through, token};
use crate::syntax::grammar::{R, fits, prefix};

/// `4 hrs`, `30min`, `24-48 hours`, `four hours`, `1.5 hours`.
pub(super) fn duration(rest: &str) -> Option<Slip> {
    limited(rest).or_else(|| length(rest))
}

/// A length of time with nothing before it.
fn length(rest: &str) -> Option<Slip> {
    if let Some(slip) = part_of(rest) {
        return Some(slip);
    }
    if let Some((number, first)) = grouped(rest) {
        let (words, unit, safe) = unit_words(&rest[first..], false).filter(|(.., safe)| *safe)?;
        return Slip::new("a length of time", first + words, rest, format!("{number}{unit}"))
            .filter(|_| safe);
    }
    let (figure, first) = figure(rest)?;
    if let Some((tail, gap)) = through(&rest[first..])
        && let Some((second, length)) = self::figure(tail)
    {
        let (words, unit, safe) = unit_words(&tail[length..], false)?;
        let end = first + gap + length + words;
        let slip = Slip::new("a range", end, rest, format!("{figure} to {second}{unit}"))?;
        return Some(if safe { slip } else { slip.unsafely() });
    }
    let behind = &rest[first..];
    if let Some((fraction, more)) = fraction(behind) {
        let (words, unit, safe) = unit_words(&behind[more..], false)?;
        let slip = fractions::length(&rest[..first + more + words], &figure, fraction, &unit)?;
        return Some(if safe { slip } else { slip.unsafely() });
    }
    let (words, unit, safe) = unit_words(behind, figure == "1")?;
    if !safe {
        let written = rest[..first + words].to_owned();
        return Some(Slip::doubtful(&written, vec![format!("{figure} minutes"), format!("{figure} months")]));
    }
    Slip::new("a length of time", first + words, rest, format!("{figure}{unit}"))
}

/// `<= 4 hours`, `max. 4 hrs`, `about 4 hours`: a length of time behind words that `within` says already, or that hedge.
fn limited(rest: &str) -> Option<Slip> {
    let limits = [
        "<=",
        "≤",
        "<",
        "maximum",
        "max.",
        "max",
        "at most",
        "up to",
        "no more than",
        "not more than",
        "no later than",
        "less than",
        "under",
        "within",
        "for a period of",
        "a period of",
        "for another",
        "for",
        "another",
    ];
    let hedges =
        ["~", "≈", "ca.", "ca", "circa", "about", "approx.", "approx", "approximately", "around", "+/-", "±"];
    let limit = |text| after_word(text, &limits).map(|(tail, _)| (tail, false));
    let hedge = |text| after_word(text, &hedges).map(|(tail, _)| (tail, true));
    // `within a maximum of about`: one word may follow another.
    let (mut tail, mut hedged) = limit(rest).or_else(|| hedge(rest))?;
    while let Some((behind, also)) = limit(tail).or_else(|| hedge(tail)) {
        (tail, hedged) = (behind, hedged || also);
    }
    let tail = tail.trim_start();
    let start = rest.len() - tail.len();
    let (meant, more, safe) = match prefix(R::lapse, tail) {
        Some(pair) => (pair.as_str().to_owned(), pair.as_str().len(), true),
        None => match length(tail)? {
            Slip { length, meant, safe, .. } if meant.len() == 1 => (meant.concat(), length, safe),
            slip => return Some(Slip { length: start + slip.length, ..slip }),
        },
    };
    let mut slip = Slip::new("a length of time", start + more, rest, meant)?;
    if hedged {
        slip.message = format!(
            "`{}` does not say how long: say `usually` before the line, or leave it out",
            rest[..start].trim()
        );
        return Some(slip.unsafely());
    }
    Some(if safe { slip } else { slip.unsafely() })
}

/// `half an hour`, `½ hour`, `1½ hours`, `1/2 day`, `an hour`, `a day`.
fn part_of(rest: &str) -> Option<Slip> {
    let halves = ["half an", "half a", "one half", "a half", "1/2", "½", "0,5", "0.5"];
    let quarters = ["a quarter of an", "quarter of an", "1/4", "¼", "0,25", "0.25"];
    let and_half = ["one and a half", "1½", "1 ½", "1 1/2", "1,5", "1.5"];
    let (tail, length, quarters_of) = after_word(rest, &and_half)
        .map(|(tail, length)| (tail, length, 6))
        .or_else(|| after_word(rest, &halves).map(|(tail, length)| (tail, length, 2)))
        .or_else(|| after_word(rest, &quarters).map(|(tail, length)| (tail, length, 1)))
        .or_else(|| {
            after_word(rest, &["three quarters of an", "3/4", "¾"]).map(|(tail, length)| (tail, length, 3))
        })
        .or_else(|| after_word(rest, &["an", "a"]).map(|(tail, length)| (tail, length, 4)))
        // `every year`, where a number belongs before the unit.
        .or_else(|| {
            let word = token(rest).to_lowercase();
            let one = |unit: &&str| unit.strip_suffix('s') == Some(&word) || is_one_abroad(&word);
            spelt_out(token(rest)).filter(one).map(|_| (rest, 0, 4))
        })?;
    let (words, unit, safe) = unit_words(tail, quarters_of == 4)?;
    let length = length + words;
    if quarters_of == 4 {
        // `a few hours` and `a hundred hours` are not one, and `a quarter hour` is no quarter.
        let several = rest[..length].trim_end_matches('.').ends_with('s');
        let goes_on = spelt_out(token(rest[length..].trim_start())).is_some();
        let safe = safe && !several && !goes_on;
        return safe.then(|| Slip::new("a length of time", length, rest, format!("1{unit}"))).flatten();
    }
    let (calendar, unit) = unit.rsplit_once(' ')?;
    let plain = |meant: String| {
        let slip = Slip::new("a length of time", length, rest, meant)?;
        Some(if safe { slip } else { slip.unsafely() })
    };
    match unit.trim_end_matches('s') {
        "hour" => plain(format!("{}{calendar} minutes", quarters_of * 15)),
        "minute" => plain(format!("{}{calendar} seconds", quarters_of * 15)),
        // Half of a day is twelve hours, or half of an office day: a number of hours says which.
        _ => {
            let message = format!(
                "`{}` is written in a smaller unit, as `12 hours` or `4 business hours`",
                &rest[..length]
            );
            Some(Slip { length, meant: Vec::new(), message, safe: false })
        }
    }
}

/// A whole number in figures or, up to twelve and for a few more, in words; `twenty four` and `two hundred` are others.
pub(super) fn figure(rest: &str) -> Option<(String, usize)> {
    let digits = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    if digits > 0 {
        return Some((rest[..digits].to_owned(), digits));
    }
    let end = rest.find(|c: char| !(c.is_alphabetic() || c == '-')).unwrap_or(rest.len());
    let number = in_words(&rest[..end])?;
    (!is_quantity(token(rest[end..].trim_start()))).then(|| (number.to_string(), end))
}

/// Numbers as words, in English and in the languages of the document; a word that is another one elsewhere is left out.
const NUMBERS: &[(u32, &[&str])] = &[
    (1, &["one", "een", "één", "ein", "eine", "einen", "einem", "einer", "un", "une", "una"]),
    (2, &["two", "twee", "zwei", "deux", "dos"]),
    (3, &["three", "drie", "drei", "trois", "tres"]),
    (4, &["four", "vier", "quatre", "cuatro"]),
    (5, &["five", "vijf", "fünf", "cinq", "cinco"]),
    (6, &["six", "zes", "sechs", "seis"]),
    (7, &["seven", "zeven", "sieben", "sept", "siete"]),
    (8, &["eight", "acht", "huit", "ocho"]),
    (9, &["nine", "negen", "neun", "neuf", "nueve"]),
    (10, &["ten", "tien", "zehn", "dix", "diez"]),
    (11, &["eleven"]),
    (12, &["twelve", "twaalf", "zwölf", "douze", "doce"]),
    (15, &["fifteen"]),
    (20, &["twenty"]),
    (24, &["twenty-four"]),
    (30, &["thirty"]),
    (48, &["forty-eight"]),
    (60, &["sixty"]),
    (72, &["seventy-two"]),
    (90, &["ninety"]),
];

/// A number that a word says.
pub(in crate::syntax) fn in_words(word: &str) -> Option<u32> {
    let word = word.to_lowercase();
    NUMBERS.iter().find(|(_, names)| names.contains(&word.as_str())).map(|(number, _)| *number)
}

/// Whether a word says how many, so that it is no calendar between a number and its unit.
fn is_quantity(word: &str) -> bool {
    let others = "few couple several many more some half odd dozen hundred thousand million";
    others.split(' ').any(|other| word.eq_ignore_ascii_case(other)) || in_words(word).is_some()
}

/// The figures behind a decimal mark, and how long both are.
pub(super) fn fraction(rest: &str) -> Option<(&str, usize)> {
    let figures = rest.strip_prefix(['.', ','])?;
    let end = figures.find(|c: char| !c.is_ascii_digit()).unwrap_or(figures.len());
    (end > 0).then_some((&figures[..end], end + 1))
}

/// The words behind a number up to a unit, with the unit spelt out: ` business hrs` gives its length and
/// ` business hours`, and whether the unit is beyond doubt.
fn unit_words(after: &str, one: bool) -> Option<(usize, String, bool)> {
    let trimmed = after.trim_start();
    let blank = after.len() - trimmed.len();
    let first = token(trimmed);
    let number = |unit: &'static str| if one { unit.trim_end_matches('s') } else { unit };
    match business::unit(trimmed) {
        Some((length, unit, true)) => return Some((blank + length, format!(" {}", number(unit)), true)),
        // What may be counted otherwise is no plain day either.
        Some((.., false)) => return None,
        None => {}
    }
    if let Some(unit) = spelt_out(first) {
        return Some((blank + first.len(), format!(" {}", number(unit)), !first.eq_ignore_ascii_case("m")));
    }
    if let Some(unit) = first.strip_prefix('-').and_then(spelt_out) {
        return Some((blank + first.len(), format!(" {}", number(unit)), first != "-m"));
    }
    if let Some((calendar, unit)) =
        first.rsplit_once('-').and_then(|(name, unit)| Some((name, spelt_out(unit)?)))
        && !is_quantity(calendar)
    {
        return Some((blank + first.len(), format!(" {} {}", calendar.to_lowercase(), number(unit)), true));
    }
    let tail = &trimmed[first.len()..];
    let second_at = tail.len() - tail.trim_start().len();
    let second = token(&tail[second_at..]);
    let unit = spelt_out(second)?;
    // What touches the number belongs to it, as in `1e3 hours`.
    let plain = blank > 0
        && first.chars().all(|c| c.is_alphanumeric() || c == '-')
        && first.starts_with(char::is_alphabetic)
        && !is_quantity(first);
    let words = format!(" {} {}", first.to_lowercase(), number(unit));
    plain.then(|| (blank + first.len() + second_at + second.len(), words, true))
}

/// Units of time: the word of the language, what is English for it, and what other languages call it. The grammar takes none
/// of these for the name of a thing that is counted (`other_unit`).
const UNITS: &[(&str, &[&str], &[&str])] = &[
    ("seconds", &["s", "sec", "secs", "second", "seconds"], &["sekunde", "sekunden", "seconden"]),
    ("minutes", &["m", "min", "mins", "minute", "minutes"], &["minuut", "minuten", "minuto", "minutos"]),
    (
        "hours",
        &["h", "hr", "hrs", "hour", "hours"],
        &["uur", "uren", "stunde", "stunden", "heure", "heures", "hora", "horas", "std", "stdn"],
    ),
    (
        "days",
        &["d", "day", "days"],
        &["dag", "dagen", "tag", "tage", "jour", "jours", "día", "días", "dia", "dias"],
    ),
    (
        "weeks",
        &["wk", "wks", "week", "weeks"],
        &["weken", "woche", "wochen", "semaine", "semaines", "semana", "semanas"],
    ),
    (
        "months",
        &["mo", "mos", "mth", "mths", "mnth", "month", "months"],
        &["maand", "maanden", "monat", "monate", "mois", "mes", "meses"],
    ),
    (
        "quarters",
        &["qtr", "qtrs", "quarter", "quarters"],
        &["kwartaal", "kwartalen", "quartal", "quartale", "trimestre", "trimestres"],
    ),
    (
        "years",
        &["yr", "yrs", "annum", "year", "years"],
        &["jaar", "jaren", "jahr", "jahre", "année", "années", "año", "años"],
    ),
];

/// The unit of time that a word is in another form or in another language, as the language writes it.
pub(super) fn spelt_out(word: &str) -> Option<&'static str> {
    let word = word.trim_end_matches('.').to_lowercase();
    let is = |words: &[&str]| words.contains(&word.as_str());
    UNITS.iter().find(|(_, english, other)| is(english) || is(other)).map(|(unit, ..)| *unit)
}

/// Whether a word for a unit can mean a thing as well: `m`, and what is not English, as `tag`.
pub(super) fn may_be_thing(word: &str) -> bool {
    let word = word.trim_end_matches('.').to_lowercase();
    word == "m" || UNITS.iter().any(|(.., other)| other.contains(&word.as_str()))
}

/// Whether a word of another language is one stretch of time, and cannot be several.
fn is_one_abroad(word: &str) -> bool {
    const ONE: [&str; 22] = [
        "minuut", "stunde", "heure", "hora", "dag", "tag", "jour", "día", "dia", "woche", "semaine",
        "semana", "maand", "monat", "mes", "kwartaal", "quartal", "jaar", "jahr", "année", "año", "ora",
    ];
    ONE.contains(&word)
}

/// Whether a word is a stretch of time in another form or in another language.
pub(in crate::syntax) fn is_unit(word: &str) -> bool {
    spelt_out(word).is_some()
}

/// `every month`, `each week`, `per year`.
pub(super) fn frequency(rest: &str) -> Option<Slip> {
    let (tail, length) = after_word(rest, &["every", "each", "per", "a"])?;
    let word = token(tail.trim_start());
    let meant = match word {
        "day" => "daily",
        "week" => "weekly",
        "month" => "monthly",
        "quarter" => "quarterly",
        "year" => "yearly",
        _ => return None,
    };
    let length = length + tail.len() - tail.trim_start().len() + word.len();
    Slip::new("this rhythm", length, rest, meant.to_owned())
}

/// `hr`, `mth.`, `Jahr`, `2 wks`: a stretch of time that something is counted for, behind `per`.
pub(super) fn measure(rest: &str) -> Option<Slip> {
    let digits = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    let start = rest.len() - rest[digits..].trim_start().len();
    let word = token(&rest[start..]);
    let unit = spelt_out(word)?;
    let meant = match &rest[..digits] {
        "" => unit.trim_end_matches('s').to_owned(),
        "1" => format!("1 {}", unit.trim_end_matches('s')),
        several => format!("{several} {unit}"),
    };
    let slip = Slip::new("this stretch of time", start + word.len(), rest, meant)?;
    Some(if may_be_thing(word) { slip.unsafely() } else { slip })
}

/// `3 hrs of advice`: a number of hours that is granted, with the unit in another form.
pub(super) fn granted_time(rest: &str) -> Option<Slip> {
    let digits = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    let word = token(rest[digits..].trim_start());
    let start = rest.len() - rest[digits..].trim_start().len();
    let unit = spelt_out(word).filter(|_| digits > 0 && !fits(R::unit, word))?;
    after_word(&rest[start + word.len()..], &["of"])?;
    let unit = if &rest[..digits] == "1" { unit.trim_end_matches('s') } else { unit };
    Slip::new("this length of time", start + word.len(), rest, format!("{} {unit}", &rest[..digits]))
}

/// `95 %`, `95 percent`, `99,9%`.
pub(super) fn share(rest: &str) -> Option<Slip> {
    let digits = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    if digits == 0 {
        return None;
    }
    let mut meant = rest[..digits].to_owned();
    let mut length = digits;
    let mut thousands = None;
    if let Some((figures, more)) = fraction(&rest[digits..]) {
        // `1,500 %` may be fifteen times as much, and nothing is `99,999 %` of something but nearly all of it.
        let many = figures.len() == 3 && digits == 1 && !rest.starts_with('0') && rest[1..].starts_with(',');
        thousands = many.then(|| format!("{meant}{figures}%"));
        meant = format!("{meant}.{figures}");
        length += more;
    }
    let (_, more) = after_word(&rest[length..], &["%", "percent", "per cent", "pct"])?;
    if let Some(thousands) = thousands {
        return Some(Slip::doubtful(&rest[..length + more], vec![format!("{meant}%"), thousands]));
    }
    Slip::new("a share", length + more, rest, format!("{meant}%"))
}

#[cfg(test)]
mod tests {
    use super::{UNITS, is_unit};
    use crate::syntax::grammar::{R, fits};

    #[test]
    fn no_unit_of_time_is_the_name_of_a_thing_and_the_grammar_knows_no_other() {
        for word in UNITS.iter().flat_map(|(_, english, other)| english.iter().chain(*other)) {
            assert!(fits(R::unit, word) || !fits(R::measure, word), "{word}");
        }
        let grammar = include_str!("../../../grammar/policy.pest");
        let (_, rule) = grammar.split_once("other_unit = ").expect("the rule");
        let (words, _) = rule.split_once(") ~ !").expect("its words");
        for word in words.split('"').skip(1).step_by(2) {
            assert!(is_unit(word), "{word}");
        }
    }
}
