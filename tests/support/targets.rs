//! What must hold for every input of the compiler, whoever wrote it. Each target takes bytes and panics where it does not
//! hold: `tests/robust.rs` gives them changed policies, `tests/fuzz` whatever reaches something new.

#![allow(dead_code, reason = "each target of `tests/fuzz` uses one of these")]

use crate::safe;
use avouch::analysis::{self, Analysis, Memory, decode};
use avouch::config::Settings;
use avouch::diagnostic::Diagnostic;
use avouch::diagnostic::render::{FORMS, Findings, Found, Look, concise, pretty};
use avouch::emit::{Artifact, BuildOptions, Form};
use avouch::source::{Source, Sources, Span};
use avouch::syntax;

/// The path of the policy that the targets look at.
const PATH: &str = "input.policy";

/// The parser has an answer, whose places lie in the text.
pub fn parse(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let mut sources = Sources::default();
    let id = sources.add(Source::new(PATH, text));
    let parsed = syntax::parse(id, sources.get(id));
    for finding in &parsed.findings {
        well_formed(finding, &sources);
    }
    for comment in &parsed.file.comments {
        inside(comment.span, &sources);
    }
    assert!(parsed.findings.is_sorted_by_key(|finding| finding.span), "findings are in order");
}

/// What is laid out once stays as it is, and a text that is not is left alone.
pub fn format(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    if let Ok(formatted) = avouch::format::format(text) {
        let again = avouch::format::format(&formatted.text);
        assert!(again.is_ok_and(|again| again.text == formatted.text), "laid out once is laid out");
    }
}

/// The checker has an answer, and its findings can be shown.
pub fn check(bytes: &[u8]) {
    said(&analysed(&alone(bytes), PATH));
}

/// What is built is the same each time and safe to read.
pub fn build(bytes: &[u8]) {
    let files = alone(bytes);
    assert!(outcome(&files, PATH) == outcome(&files, PATH), "two runs give the same bytes");
}

/// A file without any beside it.
fn alone(bytes: &[u8]) -> Memory {
    let mut files = Memory::default();
    match decode(bytes.to_vec()) {
        Ok(text) => files.insert(PATH, text),
        Err(error) => files.fail(PATH, error),
    }
    files
}

fn analysed(files: &Memory, path: &str) -> Analysis {
    let analysis = analysis::analyse(path, files, &Settings::default());
    for finding in &analysis.findings {
        well_formed(finding, &analysis.sources);
    }
    analysis
}

/// Everything that can be made of a policy, in one text.
pub fn outcome(files: &Memory, path: &str) -> String {
    let analysis = analysed(files, path);
    let mut all = said(&analysis);
    if !analysis.broken {
        for artifact in artifacts(&analysis) {
            all.push_str(&artifact.path);
            all.push_str(std::str::from_utf8(&artifact.bytes).expect("UTF-8"));
        }
    }
    all
}

/// The findings in every form.
fn said(analysis: &Analysis) -> String {
    let found: Vec<Found> =
        analysis.findings.iter().map(|finding| Found { sources: &analysis.sources, finding }).collect();
    let mut all = String::new();
    for &found in &found {
        let one = concise(found);
        assert_eq!(one.matches('\n').count(), 1, "one line: {one:?}");
        let wide = pretty(found, Look { colour: true, ascii: false, width: 100 });
        let narrow = pretty(found, Look { colour: false, ascii: true, width: 40 });
        let printed = format!("{one}{narrow}");
        let control = printed.chars().find(|c| c.is_control() && *c != '\n');
        assert_eq!(control, None, "no control character reaches a terminal: {printed:?}");
        all.push_str(&printed);
        all.push_str(&wide);
    }
    let whole = Findings::new(found, Vec::new());
    let look = Look { colour: false, ascii: false, width: 100 };
    for form in FORMS {
        let text = (form.write)(&whole, look).expect("findings in a form");
        let control = text.chars().find(|c| c.is_control() && *c != '\n');
        assert_eq!(control, None, "no control character is in {}: {text:?}", form.name);
        all.push_str(&text);
    }
    all
}

/// A finding has a message of one line, and every place of it lies in its file on borders of characters.
fn well_formed(finding: &Diagnostic, sources: &Sources) {
    inside(finding.span, sources);
    finding.related.iter().for_each(|related| inside(related.span, sources));
    finding.fixes.iter().flat_map(|fix| &fix.edits).for_each(|edit| inside(edit.span, sources));
    let message = &finding.message;
    assert!(!message.trim().is_empty() && !message.contains(['\n', '\r']), "{message:?}");
}

fn inside(span: Span, sources: &Sources) {
    let source = sources.get(span.file);
    assert!(
        span.start <= span.end && source.text().get(span.range()).is_some(),
        "{span:?} lies in {}",
        source.path()
    );
}

/// The files of a build for everybody and for us, checked.
fn artifacts(analysis: &Analysis) -> Vec<Artifact> {
    let options = BuildOptions {
        forms: vec![Form::Html, Form::Markdown, Form::Rules, Form::Yaml],
        audiences: vec!["public".to_owned(), "internal".to_owned()],
        languages: vec![],
    };
    let made = match analysis::artifacts(analysis, &options) {
        Ok(made) => made,
        // A language without words is the one thing that keeps a policy without errors from being built.
        Err(analysis::BuildError::NoWords { .. }) => Vec::new(),
        Err(error) => panic!("a policy without errors is built: {error}"),
    };
    for artifact in &made {
        let text = std::str::from_utf8(&artifact.bytes).expect("UTF-8");
        match artifact.path.rsplit('.').next() {
            Some("html") => safe::page(text),
            Some("md") => safe::markdown(text),
            Some("json") => drop(serde_json::from_str::<serde_json::Value>(text).expect("JSON")),
            _ => {}
        }
    }
    made
}
