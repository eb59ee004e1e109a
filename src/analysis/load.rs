//! Reads and parses a policy file and everything that it uses.
//!
//! In: a path and the seam to the files. Out: the parsed files, the root first, each once, and findings for uses that lead
//! nowhere, outside, or in a circle.

use super::{Files, join};
use crate::diagnostic::{Diagnostic, registry};
use crate::source::{FileId, Source, Sources, Span};
use crate::syntax::{self, ast};

/// One parsed file.
#[derive(Debug)]
pub(super) struct Loaded {
    pub(super) id: FileId,
    pub(super) file: ast::File,
}

impl Loaded {
    /// Whether the file declares things and is no policy of its own.
    pub(super) fn lends(&self) -> bool {
        let header = |item: &ast::Item| matches!(item, ast::Item::Declaration(ast::Declaration::Policy(_)));
        !self.file.items.is_empty() && !self.file.items.iter().any(header)
    }
}

/// Parses the root, which has been read already, and reads and parses what it uses.
pub(super) fn load(
    root: FileId,
    files: &dyn Files,
    sources: &mut Sources,
    findings: &mut Vec<Diagnostic>,
) -> Vec<Loaded> {
    let mut load = Load { files, sources, findings, loaded: Vec::new(), keys: Vec::new(), open: Vec::new() };
    load.file(root);
    // A file comes behind what it uses while loading; readers expect the root first.
    load.loaded.sort_by_key(|loaded| loaded.id);
    load.loaded
}

struct Load<'a> {
    files: &'a dyn Files,
    sources: &'a mut Sources,
    findings: &'a mut Vec<Diagnostic>,
    loaded: Vec<Loaded>,
    /// The files that were met, by the key that is the same for every spelling of one file.
    keys: Vec<(String, FileId)>,
    /// The files that are being loaded, for circles: key and the place that asked for it.
    open: Vec<(String, Option<Span>)>,
}

impl Load<'_> {
    fn file(&mut self, id: FileId) {
        let source = self.sources.get(id).clone();
        let key = self.files.key(source.path());
        self.keys.push((key.clone(), id));
        if self.open.is_empty() {
            self.open.push((key, None));
        }
        let parsed = syntax::parse(id, &source);
        self.findings.extend(parsed.findings);
        for item in &parsed.file.items {
            if let ast::Item::Use(used) = item {
                self.used(source.path(), &used.path.value, used.path.span);
            }
        }
        self.loaded.push(Loaded { id, file: parsed.file });
    }

    fn used(&mut self, from: &str, written: &str, place: Span) {
        let path = join(from, written);
        let key = self.files.key(&path);
        if let Some(index) = self.open.iter().position(|(open, _)| *open == key) {
            let mut finding = Diagnostic::new(
                &registry::CYCLIC_USE,
                place,
                format!("`{written}` is used by what it uses, in a circle"),
            )
            .label("this closes the circle")
            .help("move what both need into a third file");
            for (_, asked) in &self.open[index + 1..] {
                if let Some(asked) = asked {
                    finding = finding.related(*asked, "the circle goes through here");
                }
            }
            self.findings.push(finding);
            return;
        }
        if self.keys.iter().any(|(known, _)| *known == key) {
            return;
        }
        match self.files.read(&path) {
            Ok(text) => {
                let id = self.sources.add(Source::new(path.as_str(), text));
                self.open.push((key, Some(place)));
                self.file(id);
                self.open.pop();
            }
            Err(error) => {
                let mut finding = Diagnostic::new(&registry::UNREADABLE_FILE, place, error.message(&path))
                    .label("this file cannot be used");
                finding.help = error.help().map(str::to_owned);
                self.findings.push(finding);
            }
        }
    }
}
