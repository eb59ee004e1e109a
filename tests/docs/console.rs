//! The commands of a page: run in its folder, their output compared with what the page shows.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::blocks::Block;

/// Stands for any lines.
const ELLIPSIS: &str = "…";

/// Runs the commands of a block; gives the block as it should be.
pub fn run(block: &Block<'_>, folder: &Path, place: &str, wrong: &mut Vec<String>) -> String {
    let mut out = String::new();
    let mut lines = block.text.lines().peekable();
    while let Some(line) = lines.next() {
        let Some(command) = line.strip_prefix("$ ") else {
            wrong.push(format!("{place}: `{line}` stands before any command"));
            return block.text.to_owned();
        };
        let mut shown = Vec::new();
        while let Some(line) = lines.next_if(|line| !line.starts_with("$ ")) {
            shown.push(line);
        }
        out.push_str(line);
        out.push('\n');
        let told = output(command, folder);
        let told: Vec<&str> = told.lines().collect();
        let kept = if matches(&shown, &told) { &shown } else { &told };
        for line in kept {
            out.push_str(line);
            out.push('\n');
        }
    }
    out
}

/// What a command writes to both streams, without what differs from run to run.
fn output(command: &str, folder: &Path) -> String {
    let avouch = Path::new(env!("CARGO_BIN_EXE_avouch"));
    let path = std::env::var("PATH").unwrap_or_default();
    let output = Command::new("sh")
        .args(["-c", command])
        .current_dir(folder)
        .env_clear()
        .env("PATH", format!("{}:{path}", avouch.parent().unwrap().display()))
        .env("LC_ALL", "C.UTF-8")
        .output()
        .expect("there is a shell");
    let both = [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).expect("text"));
    let told = both.concat().replace(folder.to_str().unwrap(), "DIR");
    told.lines().flat_map(|line| [without_time(line), "\n"]).collect()
}

fn without_time(line: &str) -> &str {
    line.rfind(" (").filter(|_| line.ends_with(" ms)")).map_or(line, |at| &line[..at])
}

/// Whether lines are those that are shown, where `…` alone stands for any lines and at the end of a line for its rest.
fn matches(shown: &[&str], told: &[&str]) -> bool {
    match shown.split_first() {
        None => told.is_empty(),
        Some((&ELLIPSIS, rest)) => (0..=told.len()).any(|skipped| matches(rest, &told[skipped..])),
        Some((line, rest)) => told.split_first().is_some_and(|(first, others)| {
            let same = line.trim_end() == first.trim_end()
                || line.strip_suffix(ELLIPSIS).is_some_and(|begin| first.starts_with(begin));
            same && matches(rest, others)
        }),
    }
}

/// Says which blocks have changed, or writes them into the page.
pub fn update(page: &Path, text: &str, outputs: &[(Block<'_>, String)], wrong: &mut Vec<String>) {
    let changed: Vec<_> = outputs.iter().filter(|(block, new)| block.text != new).collect();
    if changed.is_empty() {
        return;
    }
    if std::env::var_os("AVOUCH_UPDATE").is_none() {
        for (block, new) in changed {
            wrong.push(format!("{}:{}: it is now\n{new}", page.display(), block.line));
        }
        return;
    }
    let mut whole = text.to_owned();
    for (block, new) in changed.into_iter().rev() {
        whole.replace_range(block.start..block.start + block.text.len(), new);
    }
    fs::write(page, whole).unwrap();
}

#[test]
fn an_ellipsis_stands_for_any_lines() {
    assert!(matches(&["a", "…", "d"], &["a", "b", "c", "d"]));
    assert!(matches(&["a…", "d"], &["abc", "d"]));
    assert!(!matches(&["a", "…", "e"], &["a", "b", "c", "d"]));
    assert!(!matches(&["a"], &["a", "b"]));
}
