//! Slips in the languages of a document: their names in place of their tags.

use super::{Slip, after_word, token};

/// Languages by their names in English and in themselves, in small letters.
const NAMES: &[(&str, &[&str])] = &[
    ("en", &["english", "inglés", "anglais", "englisch", "engels", "英語"]),
    ("nl", &["dutch", "nederlands", "holandés", "néerlandais", "niederländisch", "オランダ語"]),
    ("de", &["german", "deutsch", "alemán", "allemand", "duits", "ドイツ語"]),
    ("fr", &["french", "français", "francais", "francés", "französisch", "frans", "フランス語"]),
    (
        "es",
        &[
            "spanish",
            "español",
            "espanol",
            "castellano",
            "castilian",
            "espagnol",
            "spanisch",
            "spaans",
            "スペイン語",
        ],
    ),
    ("ja", &["japanese", "日本語", "japonés", "japonais", "japanisch", "japans"]),
    ("it", &["italian", "italiano"]),
    ("pt", &["portuguese", "português", "portugues"]),
];

/// `EN`, `Dutch`, `español`, `pt_BR`, perhaps with how it addresses the reader behind it.
pub(super) fn language(rest: &str) -> Option<Slip> {
    let word = token(rest);
    if let Some(slip) = country(word) {
        return Some(slip);
    }
    let lower = word.to_lowercase();
    let named = NAMES.iter().find(|(_, names)| names.contains(&lower.as_str()));
    let tag = match named {
        Some((tag, _)) => (*tag).to_owned(),
        None => match lower.split_once(['_', '-']) {
            Some((tag, region)) if tag.len() == 2 && region.is_ascii() => {
                format!("{tag}-{}", region.to_uppercase())
            }
            None if lower.len() == 2 && lower.is_ascii() => lower,
            Some(_) | None => return None,
        },
    };
    let behind = &rest[word.len()..];
    let how = ["informal", "formal"].into_iter().find_map(|how| Some((how, after_word(behind, &[how])?.1)));
    match how {
        Some((how, more)) => Slip::new("a language", word.len() + more, rest, format!("{tag} {how}")),
        None => Slip::new("a language", word.len(), rest, tag),
    }
}

/// `UK`, `GB`, `US` where a language belongs: countries, and the first of them is a language too.
fn country(word: &str) -> Option<Slip> {
    let (english, other) = match word {
        "UK" => ("en-GB", Some("uk")),
        "GB" => ("en-GB", None),
        "US" | "USA" => ("en-US", None),
        _ => return None,
    };
    let mut readings = vec![english.to_owned()];
    readings.extend(other.map(str::to_owned));
    let mut slip = Slip::doubtful(word, readings);
    slip.message = match other {
        Some(tag) => {
            format!("`{word}` is a country, whose English is `{english}`; the language `{tag}` is Ukrainian")
        }
        None => format!("`{word}` is a country, whose English is `{english}`"),
    };
    Some(slip)
}
