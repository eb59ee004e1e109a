//! Links between pages: the file is there, and so is the heading.

use std::path::{Component, Path, PathBuf};

use crate::blocks::without_comments;
use crate::root;

/// Looks at every relative link of a page.
pub fn check(path: &str, text: &str, pages: &[(String, String)], wrong: &mut Vec<String>) {
    let folder = Path::new(path).parent().unwrap();
    for (line, target) in targets(text) {
        if target.contains("://") || target.starts_with("mailto:") {
            continue;
        }
        let (file, anchor) = target.split_once('#').unwrap_or((target, ""));
        let to = if file.is_empty() { PathBuf::from(path) } else { normal(&folder.join(file)) };
        if !root().join(&to).exists() {
            wrong.push(format!("{path}:{line}: nothing is at `{target}`"));
            continue;
        }
        let name = to.to_string_lossy().replace('\\', "/");
        if !anchor.is_empty()
            && let Some((_, page)) = pages.iter().find(|(known, _)| *known == name)
            && !anchors(page).contains(&anchor.to_owned())
        {
            wrong.push(format!("{path}:{line}: `{name}` has no heading for `#{anchor}`"));
        }
    }
}

/// What the links outside of fences and code lead to, with their lines.
fn targets(text: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    let mut fenced = false;
    for (index, line) in text.lines().enumerate() {
        if line.starts_with("```") {
            fenced = !fenced;
        }
        if fenced {
            continue;
        }
        for (at, _) in line.match_indices("](") {
            let in_code = line[..at].matches('`').count() % 2 == 1;
            if let (false, Some(target)) = (in_code, line[at + 2..].split(')').next()) {
                found.push((index + 1, target));
            }
        }
    }
    found
}

fn normal(path: &Path) -> PathBuf {
    let mut normal = PathBuf::new();
    for part in path.components() {
        if part == Component::ParentDir {
            normal.pop();
        } else {
            normal.push(part);
        }
    }
    normal
}

/// The anchors that GitHub gives the headings of a page.
fn anchors(page: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut fenced = false;
    for line in without_comments(page).lines() {
        if line.starts_with("```") {
            fenced = !fenced;
        }
        let heading = line.trim_start_matches('#');
        if fenced || heading.len() == line.len() || !heading.starts_with(' ') {
            continue;
        }
        let slug = slug(heading);
        let mut name = slug.clone();
        let mut count = 0;
        while found.contains(&name) {
            count += 1;
            name = format!("{slug}-{count}");
        }
        found.push(name);
    }
    found
}

fn slug(heading: &str) -> String {
    // Of a link only its words are in the anchor.
    let mut words = String::new();
    let mut rest = heading.trim();
    while let Some((before, after)) = rest.split_once("](") {
        words.push_str(&before.replace('[', ""));
        rest = after.split_once(')').map_or("", |(_, rest)| rest);
    }
    words.push_str(rest);
    let kept = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | ' ');
    words.to_lowercase().chars().filter(|c| kept(*c)).map(|c| if c == ' ' { '-' } else { c }).collect()
}

#[test]
fn anchors_are_those_of_git_hub() {
    assert_eq!(slug(" `within <lapse>` [`<strength>`]"), "within-lapse-strength");
    assert_eq!(slug("Who is [told](a.md), and when?"), "who-is-told-and-when");
    assert_eq!(anchors("# A b\n## A b\n```md\n# no\n```\n"), ["a-b", "a-b-1"]);
}
