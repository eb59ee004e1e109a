//! Words for users are short: no sentence of a message, a label or a help has more than 25 words.
//!
//! It reads the texts between quotes in the rooms that speak to authors. What stands between backticks is one word, since
//! it is the author's own.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop where the tool may not")]
#![expect(clippy::expect_used, reason = "a test that cannot go on has failed")]

use std::fs;
use std::path::{Path, PathBuf};

/// The most words of a sentence.
const LONGEST: usize = 25;

/// The rooms that speak to authors.
const ROOMS: &[&str] =
    &["analysis", "check", "cli", "config", "diagnostic", "evaluate", "lint", "resolve", "syntax"];

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder of the project") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
}

/// The texts between double quotes in a source, without those of its tests and its comments.
fn texts(source: &str) -> Vec<String> {
    let source = source.split("#[cfg(test)]").next().unwrap_or("");
    let mut chars = source.chars().peekable();
    let mut found = Vec::new();
    while let Some(c) = chars.next() {
        match c {
            '/' if chars.peek() == Some(&'/') => drop(chars.by_ref().find(|c| *c == '\n')),
            // A quote that is a character: `'"'`.
            '\'' => {
                if chars.peek() == Some(&'\\') {
                    chars.next();
                    chars.next();
                } else if chars.peek() == Some(&'"') {
                    chars.next();
                }
            }
            '"' => found.push(text(&mut chars)),
            _ => {}
        }
    }
    found
}

/// The rest of a text between quotes; a line that goes on below has one blank there.
fn text(chars: &mut std::iter::Peekable<std::str::Chars<'_>>) -> String {
    let mut text = String::new();
    while let Some(c) = chars.next() {
        match c {
            '"' => break,
            '\\' => match chars.next() {
                Some('\n') => while chars.next_if(|c| c.is_whitespace()).is_some() {},
                Some('n') => text.push('\n'),
                Some(escaped) => text.push(escaped),
                None => {}
            },
            c => text.push(c),
        }
    }
    text
}

/// The sentences of a text that have too many words.
fn long_sentences(text: &str) -> Vec<String> {
    let outside: Vec<&str> = text.split('`').step_by(2).collect();
    let plain = outside.join("it");
    let sentences = plain.split(['\n', '?']).flat_map(|line| line.split(". "));
    sentences.filter(|sentence| sentence.split_whitespace().count() > LONGEST).map(str::to_owned).collect()
}

#[test]
fn no_sentence_for_users_is_long() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut paths = Vec::new();
    for room in ROOMS {
        sources(&root.join(room), &mut paths);
    }
    let mut read = 0;
    let mut long = Vec::new();
    for path in paths.iter().filter(|path| !path.to_string_lossy().contains("test")) {
        let source = fs::read_to_string(path).expect("text in UTF-8");
        for text in texts(&source) {
            read += usize::from(text.contains(' '));
            for sentence in long_sentences(&text) {
                long.push(format!("{}: {sentence}", path.display()));
            }
        }
    }
    assert!(read > 1_000, "the texts of the rooms are found: {read}");
    assert!(long.is_empty(), "{}", long.join("\n"));
}

#[test]
fn a_long_sentence_is_seen_and_code_is_one_word() {
    let words = "word ".repeat(LONGEST);
    assert_eq!(long_sentences(&words), Vec::<String>::new());
    assert_eq!(long_sentences(&format!("{words}more")).len(), 1);
    assert_eq!(long_sentences(&format!("`{words}more`")), Vec::<String>::new());
    assert_eq!(texts("let c = '\"'; say(\"a \\\"b\\\" c\"); // \"none\"\n"), ["a \"b\" c"]);
}
