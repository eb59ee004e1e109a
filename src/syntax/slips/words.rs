//! Slips in words, names and texts: other forms of a word, capitals in names, texts without quotes.

use super::days::dates;
use super::weekdays::DAYS;
use super::{Understood, after_word, fixed, is_feast, is_no_name};
use crate::diagnostic::{Diagnostic, registry};
use crate::syntax::ast::Capture;
use crate::syntax::grammar::{Builder, R, prefix, whole};
use crate::syntax::head::{Head, is_reserved};
use crate::syntax::schema::SlotType;
use crate::time::MONTHS;
use crate::value::Name;

/// Words of the language, with what people write for them and whether they can mean nothing else.
const OTHERS: &[(&str, &[&str], bool)] = &[
    ("within", &["in", "inside"], true),
    ("in", &["during"], true),
    ("rate", &["price", "fee", "tariff", "costs", "cost"], false),
    ("via", &["by", "through", "over", "using"], true),
    ("every", &["each"], true),
    ("each", &["every", "per", "a", "in each", "of each"], true),
    ("per", &["for each of", "for each", "for every", "each", "every"], true),
    ("until", &["till", "til"], true),
    ("notify", &["notifies", "inform", "informs", "tell", "alert"], true),
    ("will", &["shall"], true),
    ("may", &["can"], false),
    ("timezone", &["time zone", "time-zone", "tz"], true),
    ("cut-off", &["cutoff", "cut off"], true),
    ("close", &["closing", "closing time"], true),
    ("holidays", &["public holidays", "bank holidays", "national holidays", "official holidays"], true),
    ("requests", &["the requests", "all requests", "tickets", "all tickets", "the tickets"], true),
    ("grants", &["includes", "include"], true),
    (
        "address",
        &[
            "e-mail",
            "email",
            "mail",
            "number",
            "numero",
            "telephone",
            "téléphone",
            "teléfono",
            "telefono",
            "telefon",
            "telefoon",
            "phone",
            "tel",
            "correo",
            "courriel",
            "url",
            "website",
            "link",
            "uri",
        ],
        false,
    ),
    ("publisher", &["published by"], true),
    ("publisher", &["company", "organisation", "organization", "vendor", "supplier", "provider"], false),
    (
        "effective",
        &[
            "effective from",
            "effective date",
            "effective as of",
            "effective since",
            "valid from",
            "in force from",
            "in effect from",
        ],
        true,
    ),
    ("version", &["version number", "version no", "revision"], true),
    ("means", &["description", "definition", "meaning", "explanation", "describes"], false),
    ("becomes", &["->", "→", "=>", "⇒"], true),
    ("at", &["@", "by"], true),
    ("because", &["since"], false),
];

/// How long a word in another form is, and whether it can mean nothing else.
pub(in crate::syntax) fn word(rest: &str, word: &'static str) -> Option<(usize, bool)> {
    let others = OTHERS.iter().filter(|(known, ..)| *known == word);
    for (_, others, safe) in others {
        // The longest first, so that nothing of it is left over.
        let found =
            others.iter().filter_map(|other| after_word(rest, &[other])).map(|(_, length)| length).max();
        if let Some(length) = found.filter(|_| !rest.starts_with(' ')) {
            return Some((length, *safe));
        }
    }
    if word == "in"
        && let Some(length) = season(rest)
    {
        return Some((length, true));
    }
    let end = rest.find(|c: char| !(c.is_alphanumeric() || c == '-' || c == '_')).unwrap_or(rest.len());
    let written = rest[..end].to_lowercase();
    let plain = |text: &str| text.strip_suffix('s').unwrap_or(text).to_owned();
    let same = written == word || word.len() > 2 && plain(&written) == plain(word);
    (same && end > 0 && &rest[..end] != word).then_some((end, true))
}

/// `from` before both ends of a season, `from 1 June to 31 August`; with one end alone it says something else.
fn season(rest: &str) -> Option<usize> {
    let (tail, length) = after_word(rest, &["from"])?;
    let days = tail.trim_start();
    let right = prefix(R::dates, days).map(|pair| pair.as_str().to_owned());
    let meant = right.or_else(|| dates(days)?.meant.into_iter().next())?;
    meant.contains("..").then_some(length)
}

/// A form of a word that goes on where the word itself ends, as `effective date`: how long it is, and whether it can mean
/// nothing else.
pub(in crate::syntax) fn phrase(rest: &str, word: &str) -> Option<(usize, bool)> {
    let longer = |other: &&&str| other.strip_prefix(word).is_some_and(|more| more.starts_with(' '));
    let forms = OTHERS.iter().filter(|(known, ..)| *known == word);
    let found = forms.flat_map(|(_, others, safe)| others.iter().filter(longer).map(|other| (*other, *safe)));
    found
        .filter_map(|(other, safe)| Some((after_word(rest, &[other])?.1, safe)))
        .max_by_key(|(length, _)| *length)
}

/// Whether people write one word for another one.
pub(in crate::syntax) fn stands_for(written: &str, word: &str) -> bool {
    OTHERS.iter().any(|(known, others, _)| *known == word && others.contains(&written))
}

/// A name with capitals or underscores, or a title where a name belongs.
pub(in crate::syntax) fn name(head: Head<'_>, at: usize, kind: &str) -> Option<Understood> {
    let rest = &head.text[at..];
    if rest.starts_with(QUOTES) {
        return if kind == "name" { from_title(head, at, rest) } else { None };
    }
    let end = rest.find(|c: char| !(c.is_alphanumeric() || matches!(c, '-' | '_'))).unwrap_or(rest.len());
    let written = &rest[..end];
    let meant = as_name(written)?;
    // A code, a weekday or a month is something else.
    let code = written.len() <= 3 && !written.contains(|c: char| c.is_lowercase() || c.is_numeric());
    // The name of a holiday is rarely that of a calendar.
    if kind == "calendar" && is_feast(&written.to_lowercase()) || is_no_name(written) {
        return None;
    }
    if meant == written || code || written.starts_with(|c: char| c.is_ascii_digit()) || is_day(written) {
        return None;
    }
    let span = head.span(at, at + end);
    let message = format!("a name is written `{meant}`, not `{written}`");
    let finding = fixed(Diagnostic::new(&registry::SLIP, span, message), span, written, &meant, true);
    Some(Understood::Value(at + end, Capture::Name(Name::new(meant, span)), finding))
}

/// What a text may begin with.
const QUOTES: [char; 4] = ['"', '“', '„', '«'];

/// The name that a title before which there is none can have.
fn from_title(head: Head<'_>, at: usize, rest: &str) -> Option<Understood> {
    let title = prefix(R::text, rest)?.as_str().trim_end();
    // A title is one line.
    let meant = short_name(title).filter(|_| !title.contains('\n'))?;
    let span = head.span(at, at + title.len());
    let message = "the name comes first, then the title in quotes".to_owned();
    let finding = Diagnostic::new(&registry::SLIP, span, message)
        .label(format!("perhaps with the name `{meant}`"))
        .fix(format!("put the name `{meant}` before it"), false, head.span(at, at), format!("{meant} "));
    Some(Understood::Value(at, Capture::Name(Name::new(meant, span)), finding))
}

/// Whether a word with a capital is that of a weekday or a month.
fn is_day(word: &str) -> bool {
    let lower = word.to_lowercase();
    // `May` begins a title more often than a day.
    let days = DAYS.iter().chain(MONTHS.iter().filter(|month| **month != "may"));
    lower.chars().count() >= 3 && days.into_iter().any(|name| name.starts_with(&lower))
}

/// The name that a word or a title was meant to be: `Premium` as `premium`, `a_b` as `a-b`.
pub(in crate::syntax) fn as_name(word: &str) -> Option<String> {
    let lower = word.to_lowercase();
    let parts: Vec<&str> =
        lower.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()).collect();
    let name = parts.join("-");
    let fits = whole(R::name, &name).is_some() && !is_reserved(name.as_str());
    fits.then_some(name)
}

/// The first words of a title as a name: a long one is nothing to refer to.
pub(in crate::syntax) fn short_name(title: &str) -> Option<String> {
    const LONGEST: usize = 30;
    let mut name = as_name(title)?;
    while name.chars().count() > LONGEST || LITTLE.iter().any(|word| name.ends_with(word)) {
        name.truncate(name.rfind('-')?);
    }
    as_name(&name)
}

/// Words that no name ends with.
const LITTLE: [&str; 8] = ["-and", "-or", "-of", "-the", "-a", "-to", "-for", "-in"];

/// A text without quotes: everything up to the end of the statement. Where a text can be left out, only what begins with a
/// capital is taken for one. Small letters behind a name may go on from it: the name of `excludes long training` is its first
/// word.
pub(in crate::syntax) fn unquoted(
    head: Head<'_>,
    at: usize,
    optional: bool,
    behind_value: bool,
) -> Option<Understood> {
    let rest = &head.text[at..];
    let first = rest.chars().next()?;
    // A telephone number begins with its sign.
    let number =
        rest.strip_prefix(['+', '(']).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    if at == 0
        || rest.contains(['"', '“', '„', '«', '{', '\n', ';', '|'])
        || !(first.is_alphanumeric() || number)
    {
        return None;
    }
    // A condition without its `when`, as `excludes kind is training`.
    if ["is ", "are ", "when ", "unless "].iter().any(|word| rest.starts_with(word)) {
        return None;
    }
    if optional && (!first.is_uppercase() || super::names_zone(rest)) {
        return None;
    }
    let written = rest.trim_end();
    let doubtful = ["when", "unless", "because", "see", "as"];
    let safe =
        !written.split([' ', ',']).any(|word| doubtful.contains(&word)) && written.split(' ').count() < 8;
    let goes_on = behind_value && first.is_lowercase();
    let span = head.span(at, at + written.len());
    let meant = format!("\"{written}\"");
    let pair = whole(R::text, &meant)?;
    let mut builder = Builder::at(span);
    let capture = SlotType::Text.build(&mut builder, pair).ok()?;
    let finding = Diagnostic::new(&registry::SLIP, span, "a text stands between quotes")
        .label("quotes belong around this")
        .fix("put quotes around it", safe && !optional && !goes_on, span, meant);
    Some(Understood::Value(at + written.len(), capture, finding))
}
