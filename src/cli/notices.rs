//! Notices of changes as files: one for each policy and language, under names that tell them apart.
//!
//! In: the documents of notices, and the name that was asked for. Out: pages or Markdown beside each other, the first language of
//! the only policy under that very name.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::failure::Failure;
use super::terminal::Terminal;
use super::whole::put;
use crate::diagnostic::render::escape;
use crate::document::model::Document;
use crate::emit::{html, markdown};

/// A notice in one language, in both forms.
pub struct Notice {
    policy: String,
    /// Where it stands, below the folder that was named.
    path: String,
    /// The language; none for the first one of the policy.
    pub language: Option<String>,
    /// The notice in Markdown.
    pub markdown: String,
    html: String,
}

/// A notice in each language in which there are words for it.
pub fn in_languages(
    policy: &str,
    path: &str,
    languages: Vec<String>,
    document: impl Fn(usize) -> Option<Document>,
) -> Vec<Notice> {
    let mut written = Vec::new();
    for (at, language) in languages.into_iter().enumerate() {
        let Some(document) = document(at) else { continue };
        written.push(Notice {
            policy: policy.to_owned(),
            path: path.to_owned(),
            language: (at > 0).then_some(language),
            markdown: markdown::document(&document),
            html: html::page(&document),
        });
    }
    written
}

/// Writes the notices of all policies and languages: the first language has the name that was asked for.
pub fn write(file: &Path, notices: &[Notice], terminal: &mut Terminal) -> Result<(), Failure> {
    let ending = file.extension().and_then(|ending| ending.to_str()).unwrap_or("");
    let page = match ending {
        "md" => false,
        "html" => true,
        _ => {
            return Err(Failure::new(format!("`{}` has no ending that says its form", file.display()))
                .help("write a notice to a file whose name ends in `.md` or `.html`"));
        }
    };
    let mut used = BTreeSet::new();
    for notice in notices {
        let mut name = file.with_extension("").into_os_string();
        for part in parts(notice, notices) {
            name.push(".");
            name.push(part);
        }
        let stem = name.clone();
        // `a/b-c.policy` and `a-b/c.policy` are told apart by a number.
        let mut more = 1;
        while !used.insert(name.clone()) {
            more += 1;
            name.clone_from(&stem);
            name.push(format!("-{more}"));
        }
        name.push(".");
        name.push(ending);
        let path = PathBuf::from(name);
        put(&path, if page { &notice.html } else { &notice.markdown }.as_bytes())?;
        terminal.say(&format!("wrote {}", escape(&path.to_string_lossy())));
    }
    if page && !notices.is_empty() {
        let style = file.with_file_name(html::STYLE_SHEET_NAME);
        if !style.exists() {
            put(&style, html::STYLE_SHEET.as_bytes())?;
        }
    }
    Ok(())
}

/// What the name of a notice says beside the name that was asked for: the policy where there are several, its path where several
/// have its name, and the language.
fn parts(notice: &Notice, notices: &[Notice]) -> Vec<String> {
    let several = notices.iter().any(|other| other.policy != notice.policy || other.path != notice.path);
    let namesakes = notices.iter().any(|other| other.policy == notice.policy && other.path != notice.path);
    let path = || notice.path.trim_end_matches(".policy").replace(['/', '\\'], "-");
    let parts = [several.then(|| notice.policy.clone()), namesakes.then(path), notice.language.clone()];
    parts.into_iter().flatten().collect()
}
