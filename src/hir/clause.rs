//! What every declaration and every published statement has: a name, an anchor, an audience, and words about it.

use super::Cond;
use crate::source::Span;
use crate::value::{Name, Text};
use smol_str::SmolStr;
use std::mem::take;
use std::ops::{Deref, DerefMut};
use std::sync::Arc;
use thin_vec::{IntoIter, ThinVec};

/// For whom a clause is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Audience {
    /// For everybody.
    Everybody,
    /// For a party, and for us.
    Party(Arc<Name>),
    /// For us only.
    Internal,
}

/// A reference to something that is declared.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Ref {
    /// The keyword of what it is: `commitment`; `rule` for a named line, `state`, `check`, `duty`, `item`, `value`,
    /// `exclusion` for statements that have names.
    pub keyword: &'static str,
    /// Its name; for a rule its path with the parts joined by `/`.
    pub name: Name,
}

/// A note under a clause.
#[derive(Clone, Debug)]
pub struct Note {
    /// For whom.
    pub audience: Audience,
    /// What it says.
    pub text: Arc<Text>,
}

/// A declaration or statement as something that is published.
///
/// There may be a hundred thousand of them, most of them cells for everybody about which nothing is said; so all but the anchor
/// and the place lies elsewhere, and is read as if it were here.
#[derive(Clone, Debug)]
pub struct Clause {
    /// Its permanent anchor, unique within the policy.
    pub anchor: SmolStr,
    /// The place to mark in a finding.
    pub span: Span,
    about: Option<Box<About>>,
}

/// What a clause is and what is said about it.
#[derive(Clone, Debug)]
pub struct About {
    /// Its keyword, or the keyword of [`Ref`] for statements.
    pub keyword: &'static str,
    /// Its name; clauses without one have their keyword or a number in its place, and those of cells nothing: they are known by
    /// the paths of their rules.
    pub name: Name,
    /// Its title as written; `None` when it has none.
    pub title: Option<Arc<Text>>,
    /// For whom it is; what stands inside something narrower is at least as narrow.
    pub audience: Audience,
    /// What it is, in sentences.
    pub means: ThinVec<Arc<Text>>,
    /// Notes, in order.
    pub notes: ThinVec<Note>,
    /// Reasons.
    pub because: ThinVec<Arc<Text>>,
    /// What else to read.
    pub see: ThinVec<Ref>,
    /// Names that it had.
    pub formerly: ThinVec<Name>,
    /// Free text in Markdown, in order.
    pub prose: ThinVec<Note>,
    /// Whether a line of it waits for something that is not known yet, `?`, and says nothing until then.
    pub unfilled: bool,
    /// Which of its lines wait, by the tags of their patterns.
    pub waiting: ThinVec<&'static str>,
    /// The condition of the statement, or `only when` of the declaration.
    pub when: Option<Cond>,
}

impl About {
    const CELL: Self = Self {
        keyword: "rule",
        name: Name { text: SmolStr::new_static(""), span: Span::NOWHERE },
        title: None,
        audience: Audience::Everybody,
        means: ThinVec::new(),
        notes: ThinVec::new(),
        because: ThinVec::new(),
        see: ThinVec::new(),
        formerly: ThinVec::new(),
        prose: ThinVec::new(),
        unfilled: false,
        waiting: ThinVec::new(),
        when: None,
    };
}

/// What is read of the clause of a cell for everybody.
static CELL: About = About::CELL;

impl Clause {
    /// A clause about which nothing is said.
    pub fn silent(
        keyword: &'static str,
        name: Name,
        anchor: SmolStr,
        audience: Audience,
        span: Span,
    ) -> Self {
        let about = About { keyword, name, audience, ..About::CELL };
        Self { anchor, span, about: Some(Box::new(about)) }
    }

    /// The clause of a cell, which has no name of its own.
    pub fn cell(anchor: SmolStr, audience: &Audience, span: Span) -> Self {
        let mut clause = Self { anchor, span, about: None };
        if *audience != Audience::Everybody {
            clause.audience = audience.clone();
        }
        clause
    }

    /// Takes its prose and its notes, which are to stand elsewhere.
    pub fn take_texts(&mut self) -> (IntoIter<Note>, IntoIter<Note>) {
        let texts = self.about.as_deref_mut().map(|about| (take(&mut about.prose), take(&mut about.notes)));
        let (prose, notes) = texts.unwrap_or_default();
        (prose.into_iter(), notes.into_iter())
    }
}

impl Deref for Clause {
    type Target = About;

    fn deref(&self) -> &About {
        self.about.as_deref().unwrap_or(&CELL)
    }
}

/// Makes room for what is said, so nothing is written where there is nothing to say.
impl DerefMut for Clause {
    fn deref_mut(&mut self) -> &mut About {
        self.about.get_or_insert_with(|| Box::new(About::CELL))
    }
}
