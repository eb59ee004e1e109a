//! Reads and parses a policy file and everything that it uses.
//!
//! In: a path and the seam to the files. Out: the parsed files, the root first, each once, and findings for uses that lead
//! nowhere, outside, or in a circle.

use super::{Files, ReadError, join};
use crate::diagnostic::{Diagnostic, registry};
use crate::source::{FileId, Source, Sources, Span, Spanned};
use crate::syntax::{self, ast};
use std::collections::BTreeMap;

/// How many places of a circle are shown.
const PLACES: usize = 10;

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
    let mut load = Load { files, sources, findings, open: Vec::new(), known: BTreeMap::new() };
    let key = load.files.key(load.sources.get(root).path());
    load.open(root, key, None);
    let mut loaded = Vec::new();
    // The files that are open stand in a list and not on the stack of the program, so a chain of them may be long.
    while let Some(file) = load.open.last_mut() {
        if let Some(used) = file.uses.next() {
            let from = file.id;
            load.used(from, &used);
        } else if let Some(done) = load.open.pop() {
            load.known.insert(done.key, State::Done);
            loaded.push(Loaded { id: done.id, file: done.file });
        }
    }
    // A file comes behind what it uses while loading; readers expect the root first.
    loaded.sort_by_key(|loaded| loaded.id);
    loaded
}

struct Load<'a> {
    files: &'a dyn Files,
    sources: &'a mut Sources,
    findings: &'a mut Vec<Diagnostic>,
    /// The files that are being loaded, each used by the one before it.
    open: Vec<Open>,
    /// The files that were met, by the key that is the same for every spelling of one file.
    known: BTreeMap<String, State>,
}

/// How far a file is.
#[derive(Clone, Copy)]
enum State {
    /// It is being loaded, at this place among the open files.
    Open(usize),
    /// It is loaded.
    Done,
}

/// A file that is being loaded.
struct Open {
    id: FileId,
    key: String,
    file: ast::File,
    /// The place that asked for it.
    asked: Option<Span>,
    /// What it uses and was not looked at yet.
    uses: std::vec::IntoIter<Spanned<String>>,
}

impl Load<'_> {
    fn open(&mut self, id: FileId, key: String, asked: Option<Span>) {
        let parsed = syntax::parse(id, self.sources.get(id));
        self.findings.extend(parsed.findings);
        let uses: Vec<Spanned<String>> = parsed
            .file
            .items
            .iter()
            .filter_map(|item| match item {
                ast::Item::Use(used) => Some(Spanned::new(used.path.value.clone(), used.path.span)),
                ast::Item::Declaration(_) => None,
            })
            .collect();
        self.known.insert(key.clone(), State::Open(self.open.len()));
        self.open.push(Open { id, key, file: parsed.file, asked, uses: uses.into_iter() });
    }

    fn used(&mut self, from: FileId, used: &Spanned<String>) {
        let (written, place) = (&used.value, used.span);
        let path = join(self.sources.get(from).path(), written);
        let path = if path.is_empty() { ".".to_owned() } else { path };
        let key = self.files.key(&path);
        match self.known.get(&key) {
            Some(State::Open(index)) => {
                let finding = circle(written, place, &self.open[index + 1..]);
                self.findings.push(finding);
                return;
            }
            Some(State::Done) => return,
            None => {}
        }
        let text = if self.sources.is_full() { Err(ReadError::TooMany) } else { self.files.read(&path) };
        match text {
            Ok(text) => {
                let id = self.sources.add(Source::new(path.as_str(), text));
                self.open(id, key, Some(place));
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

/// The finding about a file that is used by what it uses, through these files.
fn circle(written: &str, place: Span, through: &[Open]) -> Diagnostic {
    let finding = Diagnostic::new(
        &registry::CYCLIC_USE,
        place,
        format!("`{written}` is used by what it uses, in a circle"),
    )
    .label("this closes the circle")
    .help("move what both need into a third file");
    let asked = through.iter().filter_map(|file| file.asked);
    // A few places show the way, however long it is.
    asked.take(PLACES).fold(finding, |finding, asked| finding.related(asked, "the circle goes through here"))
}
