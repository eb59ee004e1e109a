//! The places in the source that attach a fix, by the titles that they give it.
//!
//! In: the folder of the source. Out: [`Site`]s. A title is the first text behind `.fix(` or `title:`; what is put into it later stands
//! as `{…}` and fits anything. A title that is made elsewhere is the text of the nearest `title = ` above.

use std::fs;
use std::path::Path;

/// A place that attaches a fix.
pub struct Site {
    /// The file and the line.
    pub place: String,
    /// The title, as it is written in the source.
    pub title: String,
}

/// Titles that are made by a function, with what they are made of.
const MADE: &[(&str, &[&str])] = &[(
    "src/syntax/plain/mod.rs",
    &[
        "put a plain space in its place",
        "put plain spaces in their place",
        "take it out",
        "take them out",
        "write it with characters of ordinary width",
    ],
)];

/// All places of a folder.
pub fn all(folder: &Path) -> Vec<Site> {
    let mut sites = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(at) = folders.pop() {
        let mut entries: Vec<_> = fs::read_dir(&at).unwrap().map(|entry| entry.unwrap().path()).collect();
        entries.sort();
        for path in entries {
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let shown =
                    path.strip_prefix(folder.parent().unwrap()).unwrap().to_string_lossy().replace('\\', "/");
                of_file(&shown, &fs::read_to_string(&path).unwrap(), &mut sites);
            }
        }
    }
    sites
}

fn of_file(path: &str, text: &str, sites: &mut Vec<Site>) {
    // What findings are made of, the command line, which only carries them on, and tests.
    if path == "src/diagnostic/mod.rs" || path.starts_with("src/cli/") || path.ends_with("tests.rs") {
        return;
    }
    let text = text.split("#[cfg(test)]").next().unwrap_or("");
    let heads = text.match_indices(".fix(").chain(text.match_indices("Fix {"));
    for (at, head) in heads {
        let before = text[..at].lines().last().unwrap_or("");
        if before.trim_start().starts_with("//") || before.ends_with("-> ") || before.ends_with("struct ") {
            continue;
        }
        let line = text[..at].matches('\n').count() + 1;
        let place = format!("{path}:{line}");
        if let Some((_, titles)) = MADE.iter().find(|(known, _)| *known == path) {
            sites
                .extend(titles.iter().map(|title| Site { place: place.clone(), title: (*title).to_owned() }));
            continue;
        }
        let behind = &text[at + head.len()..];
        let end = behind.find(if head == ".fix(" { ',' } else { '}' }).unwrap_or(behind.len());
        let first = behind.trim_start();
        let here =
            first.starts_with('"') || first.starts_with("format!(") || behind[..end].contains("title: ");
        let title = if here {
            literal(behind)
        } else {
            text[..at].rfind("title = ").and_then(|at| literal(&text[at..]))
        };
        let title = title.unwrap_or_else(|| panic!("{place}: the title of this fix cannot be read"));
        sites.push(Site { place, title });
    }
}

/// The first text in quotes.
fn literal(text: &str) -> Option<String> {
    let inside = text.split_once('"')?.1;
    let mut end = 0;
    let mut escaped = false;
    for c in inside.chars() {
        match c {
            '"' if !escaped => return Some(inside[..end].replace("\\\"", "\"")),
            _ => escaped = c == '\\' && !escaped,
        }
        end += c.len_utf8();
    }
    None
}

/// Whether a title of a fix was made of one in the source.
pub fn fits(written: &str, title: &str) -> bool {
    // Doubled braces stand for themselves.
    let written = written.replace("{{", "\u{1}").replace("}}", "\u{2}");
    let mut parts = Vec::new();
    let mut rest = written.as_str();
    while let Some((before, behind)) = rest.split_once('{') {
        parts.push(before);
        rest = behind.split_once('}').map_or("", |(_, behind)| behind);
    }
    parts.push(rest);
    let plain: Vec<String> =
        parts.iter().map(|part| part.replace('\u{1}', "{").replace('\u{2}', "}")).collect();
    let Some(mut left) = title.strip_prefix(plain[0].as_str()) else { return false };
    for part in &plain[1..] {
        let Some(at) = left.find(part.as_str()) else { return false };
        left = &left[at + part.len()..];
    }
    plain.len() > 1 || left.is_empty()
}
