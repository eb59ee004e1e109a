//! Words of the language of policies as other languages have them: `abierto`, `geöffnet`, `innerhalb von`.
//!
//! In: what stands in the place of a word. Out: how long it is, and the English word; the words of policies are English,
//! whatever the language of the document is.

use super::{after_word, business, figures, token};

/// Words that statements are made of, with what they are called in the languages of the document.
const WORDS: &[(&str, &[&str])] = &[
    ("open", &["abierto", "abierta", "geöffnet", "ouvert", "ouverte", "geopend", "営業"]),
    ("closed", &["cerrado", "cerrada", "geschlossen", "fermé", "fermée", "gesloten", "休業"]),
    (
        "within",
        &["dentro de", "innerhalb von", "innerhalb", "dans un délai de", "en moins de", "sous", "binnen"],
    ),
    (
        "every",
        &[
            "elke",
            "elk",
            "iedere",
            "ieder",
            "om de",
            "alle",
            "jede",
            "jeden",
            "jedes",
            "toutes les",
            "tous les",
            "chaque",
            "cada",
            "ogni",
        ],
    ),
    ("until", &["hasta", "jusqu'à", "jusqu’à", "bis", "tot"]),
    ("from", &["desde", "à partir de", "vanaf"]),
    ("timezone", &["zona horaria", "zeitzone", "fuseau horaire", "tijdzone"]),
    ("address", &["dirección", "adresse", "adres", "número", "numéro", "nummer"]),
    (
        "publisher",
        &[
            "herausgeber",
            "éditeur",
            "uitgever",
            "empresa",
            "compañía",
            "organización",
            "unternehmen",
            "entreprise",
            "société",
            "bedrijf",
            "organisatie",
        ],
    ),
    (
        "effective",
        &[
            "vigente desde",
            "vigente a partir de",
            "válido desde",
            "válida desde",
            "gültig ab",
            "gültig seit",
            "en vigueur à partir du",
            "en vigueur depuis",
            "geldig vanaf",
            "geldig per",
            "ingangsdatum",
        ],
    ),
    ("grants", &["incluye", "beinhaltet", "enthält", "inclut", "comprend", "omvat", "bevat"]),
    ("version", &["versión", "versie"]),
    (
        "notice",
        &[
            "aviso",
            "preaviso",
            "préavis",
            "preavviso",
            "opzegtermijn",
            "opzegtermijn van",
            "kündigungsfrist",
            "kündigungsfrist von",
            "préavis de",
            "preaviso de",
        ],
    ),
    (
        "then",
        &[
            "dan",
            "daarna",
            "vervolgens",
            "dann",
            "danach",
            "anschließend",
            "puis",
            "ensuite",
            "luego",
            "después",
            "poi",
        ],
    ),
    (
        "renews",
        &[
            "verlenging",
            "verlengd",
            "verlengt",
            "wordt verlengd",
            "automatisch verlengd",
            "stilzwijgend verlengd",
            "stilzwijgende verlenging",
            "verlängerung",
            "verlängert",
            "verlängert sich",
            "automatische verlängerung",
            "reconduction",
            "reconduction tacite",
            "tacite reconduction",
            "renouvellement",
            "renouvelé",
            "se renueva",
            "renovación",
            "prórroga",
            "rinnovo",
            "si rinnova",
        ],
    ),
    ("means", &["significa", "bedeutet", "signifie", "betekent"]),
    ("covers", &["cubre", "couvre", "umfasst", "dekt"]),
    ("excludes", &["excluye", "exclut"]),
    ("price", &["precio", "preis", "prix", "prijs"]),
];

/// Keywords of declarations.
const DECLARATIONS: &[(&str, &[&str])] = &[
    ("policy", &["política", "politique", "richtlinie", "beleid"]),
    ("calendar", &["calendario", "kalender", "calendrier"]),
    ("severity", &["gravedad", "severidad", "gravité", "schweregrad", "ernst"]),
    ("priority", &["prioridad", "priorité", "priorität", "prioriteit"]),
    ("channel", &["canal", "kanal", "kanaal"]),
    (
        "commitment",
        &["compromiso", "plazo", "engagement", "délai", "delai", "zusage", "frist", "toezegging", "termijn"],
    ),
    ("section", &["sección", "abschnitt", "sectie"]),
    ("scope", &["alcance", "umfang", "portée"]),
    ("maintenance", &["mantenimiento", "wartung", "onderhoud"]),
];

/// How long another language's word for a word is, at the beginning of a text.
pub(in crate::syntax) fn of_word(rest: &str, word: &str) -> Option<usize> {
    let (_, others) = WORDS.iter().find(|(known, _)| *known == word)?;
    length(rest, others)
}

/// The English word that a text begins with in another language, and how long it is there.
pub(in crate::syntax) fn english(rest: &str) -> Option<(&'static str, usize)> {
    WORDS.iter().find_map(|(word, others)| Some((*word, length(rest, others)?)))
}

/// The same for the keyword of a declaration.
pub(in crate::syntax) fn english_declaration(rest: &str) -> Option<(&'static str, usize)> {
    DECLARATIONS.iter().find_map(|(word, others)| Some((*word, length(rest, others)?)))
}

/// Units in Japanese, which touch the number before them and the words behind.
const JAPANESE_UNITS: [(&str, &str); 6] = [
    ("営業時間", "business hours"),
    ("営業日", "business days"),
    ("時間", "hours"),
    ("分", "minutes"),
    ("週間", "weeks"),
    ("日", "days"),
];

/// A length of time in the words of another language, or in any other words where it is known to be one: how long it is, and
/// what is meant.
pub(in crate::syntax) fn length_in_words(rest: &str, any: bool) -> Option<(usize, String)> {
    let digits = rest.find(|c: char| !c.is_ascii_digit())?;
    let tail = rest[digits..].trim_start();
    let start = rest.len() - tail.len();
    if let Some((word, unit)) = JAPANESE_UNITS.iter().find(|(word, _)| tail.starts_with(word)) {
        let unit = if &rest[..digits] == "1" { unit.trim_end_matches('s') } else { unit };
        return Some((start + word.len(), format!("{} {unit}", &rest[..digits])));
    }
    let slip = business::length(rest).or_else(|| figures::duration(rest))?;
    let word = token(rest[..slip.length].rsplit(' ').next()?);
    let foreign = figures::may_be_thing(word) && word != "m" || business::unit(tail).is_some();
    let [meant] = slip.meant.as_slice() else { return None };
    (any || foreign).then(|| (slip.length, meant.clone()))
}

/// How long the longest of these words is that a text begins with, in any case.
fn length(rest: &str, words: &[&str]) -> Option<usize> {
    let whole = |length: &usize| {
        rest.get(*length..).is_some_and(|tail| !tail.starts_with(|c: char| c.is_alphanumeric() || c == '-'))
    };
    // `om de 4 uur` is every four hours, and `om de dag` every other day.
    let counts = |word: &str, tail: &str| word != "om de" || tail.starts_with(|c: char| c.is_ascii_digit());
    let found = words.iter().filter_map(|word| Some((*word, after_word(rest, &[word])?)));
    let lengths =
        found.filter(|(word, (tail, _))| counts(word, tail.trim_start())).map(|(_, (_, length))| length);
    lengths.filter(|_| !rest.starts_with(' ')).filter(whole).max()
}
