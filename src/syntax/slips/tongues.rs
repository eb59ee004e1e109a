//! Short names of weekdays that are one day in one language and another in the next: `Ma` is Monday in Dutch and Tuesday in
//! French, `Di` is Tuesday in German and Sunday in French.
//!
//! In: a slip in weekdays, the line that it stands in, and the language of the policy. Out: the slip as this language reads it,
//! or as all days of the line together can be read; where that leaves several days open, the choice between them.

use super::Slip;
use super::weekdays::{FOREIGN_DAYS, weekday};
use crate::time::Weekday;

/// Names that are no slip by themselves, and leave open what the same letters mean elsewhere.
const OTHER_DAYS: [(&str, [&str; 7]); 6] = [
    ("fr", ["lu", "ma", "me", "je", "ve", "sa", "di"]),
    ("es", ["lu", "ma", "mi", "ju", "vi", "sa", "do"]),
    ("it", ["lu", "ma", "me", "gi", "ve", "sa", "do"]),
    ("it", ["lun", "mar", "mer", "gio", "ven", "sab", "dom"]),
    ("it", ["lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica"]),
    ("da", ["ma", "ti", "", "", "fr", "lø", "sø"]),
];

/// The languages of both tables, each once.
const LANGUAGES: [&str; 7] = ["nl", "de", "fr", "es", "it", "da", "en"];

/// What a word is in a language, as a weekday.
fn day_in(language: &str, word: &str) -> Option<&'static str> {
    let mut of = FOREIGN_DAYS.iter().chain(&OTHER_DAYS).filter(|(known, _)| *known == language);
    let index = of.find_map(|(_, names)| names.iter().position(|name| *name == word))?;
    Some(Weekday::ALL[index].code())
}

/// The languages in which a word is a weekday.
fn languages_of(word: &str) -> Vec<&'static str> {
    LANGUAGES.into_iter().filter(|language| day_in(language, word).is_some()).collect()
}

/// The words of a line in small letters, without its texts.
fn words(line: &str) -> impl Iterator<Item = String> {
    let plain = line.split('"').next().unwrap_or("");
    plain.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).map(str::to_lowercase)
}

/// Whether a word is several days, or a month as well.
fn is_doubtful(word: &str) -> bool {
    let mut days = LANGUAGES.into_iter().filter_map(|language| day_in(language, word));
    let first = days.next();
    word == "mar" || days.any(|day| Some(day) != first)
}

/// A slip in weekdays at the beginning of `rest`, as it is read in its line and in a policy of this language.
pub(super) fn read_in(slip: Slip, rest: &str, line: &str, language: Option<&str>) -> Slip {
    let written = &rest[..slip.length];
    let own: Vec<String> = words(written).filter(|word| weekday(word).is_some()).collect();
    let [meant] = slip.meant.as_slice() else { return slip };
    if !own.iter().any(|word| is_doubtful(word)) || own.len() != meant.split("..").count() {
        return slip;
    }
    let known = |language: &&str| own.iter().all(|word| day_in(language, word).is_some());
    let of_policy = language.and_then(|tag| tag.split('-').next()).filter(known);
    let all: Vec<(String, Vec<&str>)> = words(line)
        .map(|word| {
            let of = languages_of(&word);
            (word, of)
        })
        .filter(|(_, of)| !of.is_empty())
        .collect();
    let fitting: Vec<&str> = match of_policy {
        Some(language) => vec![language],
        None => LANGUAGES.into_iter().filter(|one| all.iter().all(|(_, of)| of.contains(one))).collect(),
    };
    let mut readings: Vec<String> = Vec::new();
    for language in &fitting {
        let days: Option<Vec<&str>> = own.iter().map(|word| day_in(language, word)).collect();
        let reading = days.map(|days| days.join(".."));
        readings.extend(reading.filter(|reading| !readings.contains(reading)));
    }
    match readings.as_slice() {
        // Days of several languages in one line.
        [] => slip.unsafely(),
        [one] => {
            // Tuesday, where nothing but the word itself says that it is no month.
            let alone = of_policy.is_none() && all.iter().all(|(word, _)| word == "mar");
            let read = if one == meant {
                Some(Slip { safe: true, ..slip })
            } else {
                Slip::new("this", slip.length, rest, one.clone())
            };
            match read {
                Some(read) if alone => read.unsafely(),
                Some(read) => read,
                None => Slip::doubtful(written, readings),
            }
        }
        _ => Slip::doubtful(written, readings),
    }
}

/// The part of a file in which its header stands, however long the file is.
pub(super) fn header(text: &str) -> &str {
    const LENGTH: usize = 20_000;
    let end = (0..=LENGTH.min(text.len())).rev().find(|at| text.is_char_boundary(*at));
    &text[..end.unwrap_or(0)]
}

/// The language that a policy is written in first, if this file says it in its header, which stands at its beginning.
pub(super) fn language_of(text: &str) -> Option<&str> {
    let text = header(text);
    let begins = |at: &usize| text[..*at].trim_end_matches([' ', '\t']).ends_with(['\n', ';', '{']);
    let (at, words) = text.match_indices("written in ").find(|(at, _)| begins(at))?;
    let rest = text[at + words.len()..].trim_start();
    let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || c == '-')).unwrap_or(rest.len());
    (end > 0).then(|| &rest[..end])
}

#[cfg(test)]
mod tests {
    use super::super::weekdays::weekdays;
    use super::{language_of, read_in};

    /// What the first days of a line are read as, and whether without asking.
    fn read(line: &str, language: Option<&str>) -> (String, bool) {
        let slip = read_in(weekdays(line).expect("a slip"), line, line, language);
        (slip.meant.join(" or "), slip.safe)
    }

    #[test]
    fn days_are_read_in_the_language_of_the_policy() {
        for (line, language, meant) in [
            ("Ma..Sa 09:00", "fr", "Tue..Sat"),
            ("Di 09:00", "fr", "Sun"),
            ("Di 09:00", "de", "Tue"),
            ("Di 09:00", "de-AT", "Tue"),
            ("Ma, Do", "nl", "Mon"),
            ("Do", "it", "Sun"),
            ("Ma", "es", "Tue"),
            ("mar", "fr", "Tue"),
        ] {
            assert_eq!(read(line, Some(language)), (meant.to_owned(), true), "{line} in {language}");
        }
    }

    #[test]
    fn days_are_read_as_all_of_the_line_can_be() {
        for (line, meant) in [
            ("ma t/m vr 9-17", "Mon..Fri"),
            ("ma, wo, vr 9-17", "Mon"),
            ("Ma..Sa 09:00", "Tue..Sat"),
            ("Di-Do", "Tue..Thu"),
            ("do bis so", "Thu..Sun"),
            ("Mo-Fr", "Mon..Fri"),
            ("mar, jeu 9-17", "Tue"),
            ("Mon-Fri", "Mon..Fri"),
        ] {
            assert_eq!(read(line, None), (meant.to_owned(), true), "{line}");
            assert_eq!(read(line, Some("en")), (meant.to_owned(), true), "{line}");
        }
    }

    #[test]
    fn days_that_stay_open_are_a_choice() {
        for (line, readings) in [
            ("ma 9-17", "Mon or Tue"),
            ("Di 9-17", "Tue or Sun"),
            ("Do", "Thu or Sun"),
            ("Sa, Di", "Sat"),
            ("Di, Sa", "Tue or Sun"),
            ("Mar 9-17", "Tue"),
        ] {
            let (meant, safe) = read(line, Some("en"));
            assert_eq!(meant, readings, "{line}");
            assert_eq!(safe, line.starts_with("Sa"), "{line}");
        }
    }

    #[test]
    fn the_language_of_a_policy_is_the_first_that_it_names() {
        assert_eq!(language_of("policy a \"A\" {\n  written in fr, en\n}\n"), Some("fr"));
        assert_eq!(language_of("policy a \"A\" { written in pt-BR }\n"), Some("pt-BR"));
        assert_eq!(language_of("section a \"A\" { \"It is written in French.\" }\n"), None);
    }
}
