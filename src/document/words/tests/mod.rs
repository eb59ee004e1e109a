//! What the catalogues have in common, and that the code asks for nothing that they lack.

mod conditions;
mod dates;
mod fixture;
mod forms;
mod labels;
mod names;
mod values;
mod written;

use super::Words;
use super::catalogue::{faults, keys, messages, tags};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

#[test]
fn every_catalogue_is_read_without_faults() {
    for tag in tags() {
        assert_eq!(faults(tag), Vec::<String>::new(), "{tag}");
    }
}

#[test]
fn no_catalogue_defines_a_key_twice() {
    for tag in tags() {
        let mut seen = BTreeMap::<_, usize>::new();
        for key in keys(tag) {
            *seen.entry(key).or_default() += 1;
        }
        seen.retain(|_, count| *count > 1);
        assert!(seen.is_empty(), "{tag}: {seen:?}");
    }
}

#[test]
fn every_key_of_one_language_exists_in_all() {
    let shared = |tag| keys(tag).into_iter().filter(|key| !key.starts_with("own-")).collect::<BTreeSet<_>>();
    let english = shared("en");
    assert!(english.len() > 100);
    for tag in tags() {
        let here = shared(tag);
        let missing: Vec<_> = english.symmetric_difference(&here).collect();
        assert!(missing.is_empty(), "only in one of en and {tag}: {missing:?}");
    }
}

/// What the code fills in for every language, though English does not ask for it in each message.
const FILLED_FOR_SOME: [&str; 28] = [
    "address",
    "alone",
    "bare",
    "case",
    "closed",
    "count",
    "declared",
    "duration",
    "duration-dative",
    "form",
    "from",
    "from-whole",
    "hour",
    "joint",
    "kind",
    "long",
    "noun",
    "minute",
    "minutes",
    "name",
    "period",
    "place",
    "seconds",
    "start",
    "title",
    "to",
    "whole",
    "who",
];

/// The places of a message and of those that it is made of.
fn places(tag: &str, key: &str) -> BTreeSet<String> {
    let all = messages(tag);
    let (mut found, mut open, mut seen) = (BTreeSet::new(), vec![key.to_owned()], BTreeSet::new());
    while let Some(key) = open.pop() {
        let Some(text) = all.get(key.as_str()).filter(|_| seen.insert(key.clone())) else { continue };
        for inside in text.split('{').skip(1) {
            let word = inside.trim_start();
            let end = word
                .find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '$')))
                .unwrap_or(word.len());
            if let Some(place) = word[..end].strip_prefix('$') {
                found.insert(place.to_owned())
            } else {
                open.push(word[..end].to_owned());
                false
            };
        }
    }
    found
}

#[test]
fn no_message_asks_for_a_place_that_the_code_does_not_fill() {
    for tag in tags() {
        for key in keys(tag).into_iter().filter(|key| !key.starts_with("own-")) {
            let english = places("en", key);
            let unknown: Vec<String> = places(tag, key)
                .into_iter()
                .filter(|place| !english.contains(place) && !FILLED_FOR_SOME.contains(&place.as_str()))
                .collect();
            assert!(unknown.is_empty(), "{tag}: {key} asks for {unknown:?}");
        }
    }
}

#[test]
fn every_helper_that_a_message_names_exists() {
    for tag in tags() {
        let all = messages(tag);
        for (key, text) in &all {
            for inside in text.split('{').skip(1) {
                let word = inside.trim_start();
                if let Some((name, _)) = word.split_once(' ')
                    && name.starts_with(|c: char| c.is_ascii_lowercase())
                {
                    assert!(all.contains_key(name), "{tag}: {key} names {name}");
                }
            }
        }
    }
}

#[test]
fn the_signs_of_each_catalogue_are_those_of_its_language() {
    let broken = |tag: &str, is_wrong: &dyn Fn(&str) -> bool| {
        for (key, text) in messages(tag) {
            assert!(!text.lines().any(is_wrong), "{tag}: {key} = {text}");
        }
    };
    let quotes = |signs: &'static [char]| {
        move |line: &str| {
            line.contains(
                ['“', '”', '„', '‘', '«', '»', '「']
                    .map(|sign| if signs.contains(&sign) { '\0' } else { sign }),
            )
        }
    };
    broken("en", &quotes(&['“', '”']));
    broken("nl", &quotes(&['‘']));
    broken("de", &quotes(&['„', '“']));
    broken("es", &quotes(&['«', '»']));
    broken("fr", &quotes(&['«', '»']));
    broken("ja", &quotes(&['「']));
    broken("fr", &|line| {
        let signs = [" :", " ;", " ?", " !", " »", "« ", "'"];
        signs.iter().any(|sign| line.replace('~', "\u{A0}").contains(sign))
    });
    broken("es", &|line| line.contains("« ") || line.contains(" »"));
    broken("ja", &|line| {
        let wide = |letter: char| matches!(letter, '\u{3001}'..='\u{30FF}' | '\u{4E00}'..='\u{9FFF}');
        let letters: Vec<char> = line.chars().collect();
        letters.windows(2).any(|pair| {
            let narrow = |letter: char| matches!(letter, ':' | ';' | '?' | '!' | ',' | '(' | ')');
            wide(pair[0]) && narrow(pair[1]) || narrow(pair[0]) && wide(pair[1])
        })
    });
}

/// Every literal first argument of the methods that look a key up, in all files of the document room.
#[test]
fn every_key_that_the_code_names_exists() {
    let mut used = BTreeSet::new();
    collect(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src/document")), &mut used);
    let english: BTreeSet<String> = keys("en").into_iter().map(str::to_owned).collect();
    assert!(used.len() > 20, "{used:?}");
    let missing: Vec<_> = used.difference(&english).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

fn collect(folder: &Path, used: &mut BTreeSet<String>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, used);
        } else if path.extension().is_some_and(|end| end == "rs") {
            let source = std::fs::read_to_string(&path).unwrap();
            let is_key =
                |text: &str| !text.is_empty() && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
            for call in [".word(", ".say(", ".phrase(", ".chain(", ".chain_by("] {
                for (at, _) in source.match_indices(call) {
                    let argument = source[at + call.len()..].trim_start();
                    if let Some((key, _)) = argument.strip_prefix('"').and_then(|rest| rest.split_once('"'))
                        && is_key(key)
                    {
                        used.insert(key.to_owned());
                    }
                }
            }
        }
    }
}

#[test]
fn loads_a_language_by_its_tag_or_by_the_language_of_its_tag() {
    assert_eq!(Words::load("nl-BE", false).unwrap().tag(), "nl");
    assert_eq!(Words::load("EN", false).unwrap().tag(), "en");
    assert!(Words::load("xx", false).is_none());
}
