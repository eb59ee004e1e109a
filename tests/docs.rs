//! The documentation tells the truth: every policy in it is checked and laid out, every command is run and its output compared, every
//! link leads somewhere. `AVOUCH_UPDATE=1 cargo test --test docs` writes outputs and layouts anew.
//!
//! How a page says what a block is, in HTML comments on the line above it (readers do not see them):
//!
//! | comment | means |
//! |---|---|
//! | `<!-- file: NAME -->` | the block is this file, in a folder that the page has for itself |
//! | `<!-- into: NAME -->` | its declarations go into the file, in the place of those with the same head |
//! | `<!-- inside: HEAD -->` | the block stands in the body of this declaration; more lines of it may follow the head |
//! | `<!-- finds: NAME, … -->` | these findings are expected; without it there are none |
//! | `<!-- preamble … -->` | what the fragments of the page, which have no `policy`, rely on |
//!
//! In a ```` ```console ```` block each line that begins with `$ ` is run and what follows is its output. A line `…` stands for
//! any lines. The blocks of a page are taken in order.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop where the tool may not")]

#[path = "docs/blocks.rs"]
mod blocks;
#[path = "docs/console.rs"]
mod console;
#[path = "docs/links.rs"]
mod links;
#[path = "docs/policies.rs"]
mod policies;

use std::fs;
use std::path::{Path, PathBuf};

use blocks::{Block, blocks};

/// Pages whose examples another test runs: those of the findings, and the README, whose policy has a mistake on purpose.
const ELSEWHERE: &[&str] = &["docs/findings/", "docs/dev/decisions/", "README.md", "CHANGELOG.md"];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// All pages, each with its path from the root.
fn pages() -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut folders = vec![root().join("docs")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "md") {
                found.push(shown(&path));
            }
        }
    }
    found.extend(["README.md", "CHANGELOG.md"].map(str::to_owned));
    found.sort();
    let read = |path: String| {
        let text = fs::read_to_string(root().join(&path)).unwrap();
        (path, text)
    };
    found.into_iter().map(read).collect()
}

fn shown(path: &Path) -> String {
    path.strip_prefix(root()).unwrap().to_string_lossy().replace('\\', "/")
}

#[test]
fn every_policy_and_every_command_of_a_page_does_what_the_page_says() {
    let mut wrong = Vec::new();
    let mut run = 0;
    for (path, text) in pages() {
        if ELSEWHERE.iter().any(|elsewhere| path.starts_with(elsewhere)) {
            continue;
        }
        let folder = tempfile::tempdir().unwrap();
        let preamble = blocks::preamble(&text);
        let mut outputs = Vec::new();
        for block in blocks(&text) {
            let place = format!("{path}:{}", block.line);
            match block.language {
                "policy" => {
                    policies::check(&block, preamble, folder.path(), &place, &mut wrong);
                    outputs.push((block.clone(), policies::laid_out(&block, &place, &mut wrong)));
                }
                "toml" => policies::settings(&block, folder.path(), &place, &mut wrong),
                "console" => {
                    outputs.push((block.clone(), console::run(&block, folder.path(), &place, &mut wrong)));
                }
                _ if block.comment("file").is_some() => policies::keep(&block, folder.path()),
                _ => continue,
            }
            run += 1;
        }
        console::update(&root().join(&path), &text, &outputs, &mut wrong);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
    assert!(run > 10, "only {run} blocks were seen");
}

#[test]
fn every_link_leads_somewhere() {
    let pages = pages();
    let mut wrong = Vec::new();
    for (path, text) in &pages {
        links::check(path, text, &pages, &mut wrong);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_page_opens_with_its_title_and_what_it_is_for() {
    let mut wrong = Vec::new();
    for (path, text) in pages() {
        let text = blocks::without_comments(&text);
        let mut lines = text.lines().filter(|line| !line.trim().is_empty());
        let title = lines.next().unwrap_or("");
        let purpose = lines.next().unwrap_or("");
        let is_prose = !purpose.is_empty() && !["#", "|", "```"].iter().any(|mark| purpose.starts_with(mark));
        if !(title.starts_with("# ") && is_prose || path == "CHANGELOG.md") {
            wrong.push(format!("{path} opens with `{title}`, `{purpose}`"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn fences_are_closed_and_say_what_is_in_them() {
    let mut wrong = Vec::new();
    for (path, text) in pages() {
        let fences: Vec<&str> =
            text.lines().map(str::trim_start).filter(|line| line.starts_with("```")).collect();
        if !fences.len().is_multiple_of(2) {
            wrong.push(format!("{path}: a fence is not closed"));
        }
        for opening in fences.iter().step_by(2).filter(|line| line.trim_start_matches('`').is_empty()) {
            wrong.push(format!("{path}: `{opening}` does not say what is in it"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A block with its comments, for the tests of this file's helpers.
fn one(text: &str) -> Block<'_> {
    blocks(text).next().unwrap()
}

#[test]
fn a_block_knows_the_comments_above_it() {
    let block = one(
        "# A\n\n<!-- inside: offer advisory {\nby expert -->\n<!-- finds: slip -->\n```policy\nrate ?\n```\n",
    );
    assert_eq!((block.language, block.line, block.text), ("policy", 6, "rate ?\n"));
    assert_eq!(block.comment("inside"), Some("offer advisory {\nby expert"));
    assert_eq!(block.comment("finds"), Some("slip"));
    assert_eq!(block.comment("file"), None);
}
