//! What every builder needs: the program, the reader, and what has been used so far.
//!
//! Files and quotations are noted while texts and sources are written, so that the lists at the end of the document name
//! nothing that the audience does not see.

use super::super::RulesError;
use super::cases::View;
use super::hidden::Hidden;
use crate::emit::rules::types::{Note, Source, Texts};
use crate::hir::{self, Clause, Program, Published};
use crate::source::{FileId, Sources, Span};
use crate::value::{Name, Text};
use smol_str::SmolStr;
use std::cell::RefCell;
use std::collections::BTreeMap;

/// What every builder needs.
pub struct Context<'a> {
    pub program: &'a Program,
    pub published: &'a Published,
    pub sources: &'a Sources,
    /// The cases as the audience can tell them apart.
    pub view: View<'a>,
    /// What the audience does not see.
    pub hidden: Hidden,
    /// The files that something came from, with their paths.
    files: RefCell<BTreeMap<FileId, SmolStr>>,
    quotations: RefCell<BTreeMap<String, Span>>,
}

impl<'a> Context<'a> {
    pub fn new(
        program: &'a Program,
        published: &'a Published,
        sources: &'a Sources,
    ) -> Result<Self, RulesError> {
        Ok(Self {
            program,
            published,
            sources,
            view: View::new(program, published)?,
            hidden: Hidden::new(program, published),
            files: RefCell::default(),
            quotations: RefCell::default(),
        })
    }

    /// Whether the audience sees a clause.
    pub fn shows(&self, clause: &Clause) -> bool {
        self.published.shows(&clause.audience)
    }

    /// What is built of each thing whose clause the audience sees, in order.
    pub fn each<'x, T: 'x, U>(
        &self,
        items: impl IntoIterator<Item = &'x T>,
        clause: impl Fn(&T) -> &Clause,
        build: impl Fn(&'x T) -> Result<U, RulesError>,
    ) -> Result<Vec<U>, RulesError> {
        items.into_iter().filter(|item| self.shows(clause(item))).map(build).collect()
    }

    /// A text in its languages.
    pub fn texts(&self, text: &Text) -> Texts {
        for piece in text.pieces() {
            for quotation in &piece.quotations {
                if let Some(written) = piece.content.get(quotation.range.clone()) {
                    self.quotations.borrow_mut().entry(written.to_owned()).or_insert(quotation.span);
                }
            }
        }
        let languages = &self.program.policy.languages;
        let spoken = if text.everywhere { languages.len() } else { 1 };
        let original = languages
            .iter()
            .take(spoken)
            .map(|language| (language.tag.clone(), text.original.content.clone()));
        let translations = text
            .translations
            .iter()
            .map(|translation| (translation.language.clone(), translation.piece.content.clone()));
        original.chain(translations).collect()
    }

    /// The notes that the audience sees.
    pub fn notes(&self, notes: &[hir::Note]) -> Vec<Note> {
        notes.iter().filter_map(|note| self.note(&note.audience, &note.text)).collect()
    }

    /// A text for an audience, if the reader sees it.
    pub fn note(&self, audience: &hir::Audience, text: &Text) -> Option<Note> {
        let shown = self.published.shows(audience);
        shown.then(|| Note { text: self.texts(text), audience: super::clause::audience(audience) })
    }

    /// The file and line of a place.
    pub fn source(&self, span: Span) -> Source {
        let source = self.sources.get(span.file);
        let mut files = self.files.borrow_mut();
        let file = files.entry(span.file).or_insert_with(|| SmolStr::new(source.path())).clone();
        let line = source.lines().line_of(span.start as usize) + 1;
        Source { file, line: u32::try_from(line).unwrap_or(u32::MAX) }
    }

    /// The names of those things of these kinds that the audience may know of.
    pub fn names(&self, keywords: &[&'static str], names: &[Name]) -> Vec<String> {
        names.iter().filter_map(|name| self.name(keywords, name)).collect()
    }

    /// A name, if the audience may know of what it names.
    pub fn name(&self, keywords: &[&'static str], name: &Name) -> Option<String> {
        let fact = name.as_str().split_once(' ').map(|(fact, _)| Name::new(fact, name.span));
        let hidden =
            self.hidden.name(keywords, name) || fact.is_some_and(|fact| self.hidden.name(&["fact"], &fact));
        (!hidden).then(|| name.to_string())
    }

    /// The roles and parties that the audience may know of.
    pub fn people(&self, names: &[Name]) -> Vec<String> {
        self.names(&["role", "party"], names)
    }

    /// The files that something came from so far.
    pub fn files_used(&self) -> Vec<FileId> {
        self.files.borrow().keys().copied().collect()
    }

    /// The quotations in the texts so far, each with a place where it was written.
    pub fn quotations_used(&self) -> Vec<(String, Span)> {
        self.quotations.borrow().iter().map(|(written, span)| (written.clone(), *span)).collect()
    }
}
