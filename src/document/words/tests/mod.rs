//! What the catalogues have in common, and that the code asks for nothing that they lack.

mod conditions;
mod dates;
mod fixture;
mod labels;
mod names;
mod values;
mod written;

use super::Words;
use super::catalogue::{faults, keys, tags};
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
