//! Rules about the source tree itself: who imports whom, where the outside world is touched, and that files are explained.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop where the tool may not")]
#![expect(clippy::expect_used, reason = "a test that cannot go on has failed")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// The rooms, each with the rooms that it may import, all of them higher up in this list.
const ROOMS: &[(&str, &[&str])] = &[
    ("source", &[]),
    ("time", &[]),
    ("cases", &[]),
    ("together", &[]),
    ("value", &["source", "time"]),
    ("diagnostic", &["source"]),
    ("syntax", &["source", "time", "together", "value", "diagnostic"]),
    ("format", &["source", "diagnostic", "syntax"]),
    ("hir", &["source", "time", "cases", "value"]),
    ("resolve", &["source", "time", "together", "value", "diagnostic", "syntax", "hir"]),
    ("check", &["source", "time", "cases", "together", "value", "diagnostic", "syntax", "hir", "resolve"]),
    ("evaluate", &["source", "time", "cases", "value", "diagnostic", "hir"]),
    ("compare", &["source", "time", "cases", "value", "hir", "evaluate"]),
    ("prove", &["source", "time", "cases", "value", "diagnostic", "hir", "evaluate"]),
    ("lint", &["source", "time", "cases", "value", "diagnostic", "hir", "evaluate", "prove"]),
    ("document", &["source", "time", "cases", "value", "hir", "compare"]),
    ("emit", &["source", "time", "cases", "value", "hir", "evaluate", "compare", "document"]),
    ("config", &["source", "diagnostic"]),
    (
        "analysis",
        &[
            "source",
            "time",
            "cases",
            "together",
            "diagnostic",
            "syntax",
            "format",
            "hir",
            "check",
            "lint",
            "evaluate",
            "compare",
            "prove",
            "document",
            "emit",
            "config",
        ],
    ),
    (
        "cli",
        &[
            "source",
            "time",
            "diagnostic",
            "format",
            "evaluate",
            "compare",
            "prove",
            "document",
            "emit",
            "config",
            "analysis",
        ],
    ),
];

/// A longer file is more than one room.
const LONGEST: usize = 400;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// All files under a folder of the project with one of these endings, with their paths from the root.
fn files(folder: &str, endings: &[&str]) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a folder of the project") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| endings.iter().any(|known| ending == *known)) {
                let text = fs::read_to_string(&path).expect("text in UTF-8");
                found.push((shown(&path), text));
            }
        }
    }
    found.sort();
    found
}

fn shown(path: &Path) -> String {
    path.strip_prefix(root()).expect("a path in the project").to_string_lossy().replace('\\', "/")
}

/// The sources without tests, each with its room.
fn sources() -> Vec<(String, String, String)> {
    let is_test = |path: &str| path.contains("/tests/") || path.ends_with("tests.rs");
    files("src", &["rs"])
        .into_iter()
        .filter(|(path, _)| !is_test(path))
        .map(|(path, text)| {
            let room =
                path.trim_start_matches("src/").split('/').next().unwrap_or("").trim_end_matches(".rs");
            let text = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or("").to_owned();
            (path.clone(), room.to_owned(), text)
        })
        .collect()
}

/// The lines of a source that are no comments.
fn code(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.lines()
        .enumerate()
        .map(|(index, line)| (index + 1, line))
        .filter(|(_, line)| !line.trim_start().starts_with("//"))
}

#[track_caller]
fn none(wrong: &[String]) {
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn rooms_import_only_from_rooms_higher_up() {
    for (index, (room, imports)) in ROOMS.iter().enumerate() {
        for import in *imports {
            let place = ROOMS.iter().position(|(known, _)| known == import);
            assert!(
                place.is_some_and(|place| place < index),
                "{room} may not import {import}: it is not higher up"
            );
        }
    }
    let mut wrong = Vec::new();
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for (path, room, text) in sources() {
        if matches!(room.as_str(), "lib" | "main") {
            continue;
        }
        let Some((_, allowed)) = ROOMS.iter().find(|(known, _)| *known == room) else {
            wrong.push(format!("{path}: `{room}` is no room of the table"));
            continue;
        };
        *seen.entry(room.clone()).or_default() += 1;
        for (line, words) in code(&text) {
            for rest in words.split("crate::").skip(1) {
                let end = rest.find(|c: char| !(c.is_ascii_lowercase() || c == '_')).unwrap_or(rest.len());
                let import = &rest[..end];
                let grouped = rest.starts_with('{');
                if grouped || import != room && !allowed.contains(&import) {
                    wrong.push(format!("{path}:{line}: {room} may not import `{}`", words.trim()));
                }
            }
        }
    }
    none(&wrong);
    assert_eq!(seen.len(), ROOMS.len(), "every room of the table is there: {seen:?}");
}

#[test]
fn only_the_syntax_room_knows_pest() {
    let mut wrong = Vec::new();
    for (path, room, text) in sources() {
        let knows = code(&text).any(|(_, line)| line.contains("pest::") || line.contains("pest_derive"));
        if knows && room != "syntax" {
            wrong.push(format!("{path} knows pest"));
        }
    }
    none(&wrong);
}

#[test]
fn only_tables_in_columns_know_their_library() {
    let knows =
        |text: &str| code(text).any(|(_, line)| line.contains("parquet::") || line.contains("bytes::Bytes"));
    let all: Vec<String> =
        sources().into_iter().filter(|(_, _, text)| knows(text)).map(|(path, _, _)| path).collect();
    let outside = |path: &&String| !path.starts_with("src/evaluate/bulk/columnar/");
    none(&all.iter().filter(outside).cloned().collect::<Vec<_>>());
    assert!(!all.is_empty(), "the library is used, or this test looks for the wrong words");
}

#[test]
fn only_the_command_line_touches_the_outside_world() {
    let outside = [
        "std::fs",
        "std::env",
        "std::process",
        "io::stdin",
        "io::stdout",
        "io::stderr",
        "SystemTime",
        "Instant::now",
        "Zoned::now",
        "Timestamp::now",
        "println!",
        "print!",
        "dbg!",
    ];
    let mut wrong = Vec::new();
    let mut used_inside = 0;
    for (path, room, text) in sources() {
        for (line, words) in code(&text) {
            let found = outside.iter().filter(|word| {
                words
                    .match_indices(**word)
                    .any(|(at, _)| !words[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_'))
            });
            for word in found {
                if matches!(room.as_str(), "cli" | "main") {
                    used_inside += 1;
                } else {
                    wrong.push(format!("{path}:{line}: `{word}` belongs to the command line"));
                }
            }
        }
    }
    none(&wrong);
    assert!(used_inside > 0, "the command line does touch it, or this test looks for the wrong words");
}

#[test]
fn every_file_says_what_it_is_and_is_not_too_long() {
    let mut wrong = Vec::new();
    for (path, text) in files("src", &["rs"]).into_iter().chain(files("tests", &["rs"])) {
        if !text.starts_with("//! ") {
            wrong.push(format!("{path} does not open by saying what it is"));
        }
        let lines = text.lines().count();
        if lines > LONGEST && path.starts_with("src/") {
            wrong.push(format!("{path} has {lines} lines; divide it by theme"));
        }
    }
    none(&wrong);
}

#[test]
fn every_rule_of_the_grammar_is_explained() {
    let grammar = fs::read_to_string(root().join("grammar/policy.pest")).expect("the grammar");
    let mut wrong = Vec::new();
    let (mut explained, mut rules) = (false, 0);
    for (index, line) in grammar.lines().enumerate() {
        if line.trim().is_empty() {
            explained = false;
        } else if line.starts_with("///") {
            explained = true;
        } else if line.starts_with(|c: char| c.is_ascii_lowercase()) && line.contains(" = ") {
            rules += 1;
            if !explained {
                wrong.push(format!(
                    "policy.pest:{}: no `///` above `{line}` or the group it stands in",
                    index + 1
                ));
            }
        }
    }
    none(&wrong);
    assert!(rules > 100, "only {rules} rules were seen");
}

#[test]
fn every_rule_of_the_grammar_is_used() {
    let grammar = fs::read_to_string(root().join("grammar/policy.pest")).expect("the grammar");
    let rust: String = files("src/syntax", &["rs"]).into_iter().map(|(_, text)| text).collect();
    let mut wrong = Vec::new();
    for line in grammar.lines() {
        let Some((name, _)) =
            line.split_once(" = ").filter(|_| line.starts_with(|c: char| c.is_ascii_lowercase()))
        else {
            continue;
        };
        let name = name.trim();
        let is_name = |text: &str, at: usize| {
            let edge = |c: char| !(c.is_ascii_alphanumeric() || c == '_');
            text[..at].chars().next_back().is_none_or(edge)
                && text[at + name.len()..].chars().next().is_none_or(edge)
        };
        let in_grammar = grammar.match_indices(name).filter(|(at, _)| is_name(&grammar, *at)).count();
        let in_rust = rust.contains(&format!("R::{name}"));
        if in_grammar < 2 && !in_rust {
            wrong.push(format!("policy.pest: nothing uses `{name}`"));
        }
    }
    none(&wrong);
}

#[test]
fn every_schema_is_a_declaration() {
    for (path, text) in files("grammar/declarations", &["schema"]) {
        let name = path.rsplit('/').next().and_then(|name| name.strip_suffix(".schema")).expect("a name");
        assert!(
            avouch::syntax::schema::of(name).is_some_and(|schema| schema.keyword == name),
            "{path} is not read"
        );
        assert!(text.starts_with("# "), "{path} does not open by saying what it is");
    }
}

#[test]
fn the_tree_speaks_of_nothing_outside_of_it() {
    // Put together here, so that this file does not hold them itself.
    let words = [
        ["/wo", "rk/"],
        ["sha", "red/design"],
        ["sha", "red/exemplars"],
        ["sha", "red/seeds"],
        ["sha", "red/policies"],
        ["brief", ".md"],
    ];
    let words: Vec<String> = words.iter().map(|halves| halves.concat()).collect();
    let mut wrong = Vec::new();
    for folder in ["src", "tests", "docs", "grammar", "examples"] {
        for (path, text) in files(
            folder,
            &["rs", "md", "policy", "schema", "pest", "toml", "snap", "tsv", "json", "html", "css"],
        ) {
            for (index, line) in text.lines().enumerate() {
                for word in words.iter().filter(|word| line.contains(word.as_str())) {
                    wrong.push(format!("{path}:{}: `{word}`", index + 1));
                }
            }
        }
    }
    none(&wrong);
}

#[test]
fn nothing_is_left_for_later() {
    let words = ["todo!(", "unimplemented!(", "TODO", "FIXME", "XXX", "for now"];
    let mut wrong = Vec::new();
    for (path, _, text) in sources() {
        for (index, line) in text.lines().enumerate() {
            for word in words.iter().filter(|word| line.contains(**word)) {
                wrong.push(format!("{path}:{}: `{word}`", index + 1));
            }
        }
    }
    none(&wrong);
}

#[test]
fn lints_that_read_words_say_so() {
    let registry = std::fs::read_to_string("src/lint/registry.rs").unwrap();
    let registry: String = registry.split_whitespace().collect();
    let mut seen = 0;
    for (path, _, text) in sources() {
        let Some(name) = path.strip_prefix("src/lint/rules/").and_then(|name| name.strip_suffix(".rs"))
        else {
            continue;
        };
        let Some((_, row)) = registry.split_once(&format!("rules::{name}::check)")) else { continue };
        let row = row.split("Lint::new").next().unwrap_or("");
        let reads = text.contains(".prose()") || text.contains(".claims()");
        assert_eq!(row.contains(".of_words()"), reads, "{name}");
        seen += 1;
    }
    assert!(seen > 100, "only {seen} lints were looked at");
}
