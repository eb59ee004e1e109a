//! The policies of a page: completed when they are fragments, and checked as the whole tool checks.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use avouch::analysis::{self, Memory};
use avouch::config::Settings;

use crate::blocks::Block;

/// What fragments rely on where a page does not say it.
const PREAMBLE: &str = include_str!("preamble.policy");

/// Checks a block, alone or as a part of a file of its page.
pub fn check(block: &Block<'_>, preamble: Option<&str>, folder: &Path, place: &str, wrong: &mut Vec<String>) {
    // The test of the reference takes these lines out of policies that are run.
    if block.comment("from").is_some() && place.starts_with("docs/reference/") {
        return;
    }
    let whole = if let Some(name) = block.comment("into") {
        let before = fs::read_to_string(folder.join(name)).unwrap_or_default();
        let whole = into(&before, block.text);
        fs::write(folder.join(name), &whole).unwrap();
        whole
    } else if block.comment("file").is_some() {
        keep(block, folder);
        block.text.to_owned()
    } else if let Some(head) = block.comment("inside") {
        let open = if head.contains('{') { "" } else { " {" };
        into(preamble.unwrap_or(PREAMBLE), &format!("{head}{open}\n{}}}\n", block.text))
    } else if declarations(block.text).iter().any(|text| text.starts_with("policy ")) {
        block.text.to_owned()
    } else {
        into(preamble.unwrap_or(PREAMBLE), block.text)
    };
    if block.comment("file").or(block.comment("into")).is_some_and(|name| !name.ends_with(".policy")) {
        return;
    }
    let expected: BTreeSet<&str> =
        block.comment("finds").into_iter().flat_map(|names| names.split(',').map(str::trim)).collect();
    // A file that another one uses has no header, and is checked together with that one.
    let is_part = block.comment("file").is_some() && !whole.contains("policy ");
    let (mut found, told) = found(&whole, folder);
    // A fragment shows one thing, and what follows from the facts that it declares stands elsewhere.
    if whole != block.text && !expected.contains("unused-declaration") {
        found.remove("unused-declaration");
    }
    if found != expected && !is_part {
        wrong.push(format!("{place}: finds {found:?} instead of {expected:?}\n{told}"));
    }
}

/// A block in the one layout; lines of a body stay as they are.
pub fn laid_out(block: &Block<'_>, place: &str, wrong: &mut Vec<String>) -> String {
    if block.comment("inside").is_some() || block.comment("from").is_some() {
        return block.text.to_owned();
    }
    match avouch::format::format(block.text) {
        Ok(formatted) => formatted.text,
        Err(fault) => {
            wrong.push(format!("{place}: cannot be laid out: {fault:?}"));
            block.text.to_owned()
        }
    }
}

/// Keeps a block as a file of its page.
pub fn keep(block: &Block<'_>, folder: &Path) {
    let Some(name) = block.comment("file") else { return };
    let place = folder.join(name);
    fs::create_dir_all(place.parent().unwrap()).unwrap();
    fs::write(place, block.text).unwrap();
}

/// Settings are read without a finding.
pub fn settings(block: &Block<'_>, folder: &Path, place: &str, wrong: &mut Vec<String>) {
    keep(block, folder);
    let source = avouch::source::Source::new("avouch.toml", block.text.to_owned());
    let (_, findings) = avouch::config::read(&source, avouch::source::FileId(0));
    if !findings.is_empty() {
        wrong.push(format!("{place}: {findings:#?}"));
    }
}

/// What is found in a text beside the other files of its page.
fn found(text: &str, folder: &Path) -> (BTreeSet<&'static str>, String) {
    let mut files = Memory::default();
    for path in files_in(folder) {
        let name = path.strip_prefix(folder).unwrap().to_string_lossy().replace('\\', "/");
        files.insert(&name, fs::read_to_string(&path).unwrap_or_default());
    }
    files.insert("page.policy", text);
    let analysis = analysis::analyse("page.policy", &files, &Settings::default());
    let told = analysis.findings.iter().map(|finding| {
        let at = finding.span.start as usize;
        format!(
            "  line {}: {}",
            text.get(..at).map_or(0, |before| before.lines().count().max(1)),
            finding.message
        )
    });
    let told: Vec<String> = told.collect();
    (analysis.findings.iter().map(|finding| finding.code.name).collect(), told.join("\n"))
}

fn files_in(folder: &Path) -> Vec<std::path::PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { found.extend(files_in(&path)) } else { found.push(path) }
    }
    found
}

/// A text with the declarations of another one, each in the place of the one with the same keyword and name.
pub fn into(whole: &str, part: &str) -> String {
    let mut pieces = declarations(whole);
    for new in declarations(part) {
        match pieces.iter_mut().find(|old| head(old) == head(&new)) {
            Some(old) => {
                let lead = old.len() - old.trim_start_matches('\n').len();
                *old = "\n".repeat(lead) + new.trim_start_matches('\n');
            }
            None => pieces.push(format!("\n{}", new.trim_start_matches('\n'))),
        }
    }
    pieces.concat()
}

/// The top declarations of a text, each with the comments and blank lines before it and all lines of its body.
fn declarations(text: &str) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    let mut current = String::new();
    let mut begun = false;
    for line in text.lines() {
        let starts = line.starts_with(|c: char| c.is_alphabetic());
        if starts && begun || begun && (line.starts_with('#') || line.trim().is_empty()) && closed(&current) {
            pieces.push(std::mem::take(&mut current));
            begun = false;
        }
        begun |= starts;
        current.push_str(line);
        current.push('\n');
    }
    if !current.trim().is_empty() {
        pieces.push(current);
    }
    pieces
}

/// Whether every brace outside of a text is closed.
fn closed(text: &str) -> bool {
    let code: String = text.split('"').step_by(2).collect();
    code.matches('{').count() <= code.matches('}').count()
}

/// The keyword and the name of a declaration.
fn head(text: &str) -> Option<(&str, &str)> {
    let line = text.lines().find(|line| line.starts_with(|c: char| c.is_alphabetic()))?;
    let mut words = line.split([' ', '{']).filter(|word| !word.is_empty());
    let keyword = words.next()?;
    let name = words.next().filter(|word| !word.starts_with('"')).unwrap_or("");
    Some((keyword, name))
}
