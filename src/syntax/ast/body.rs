//! Bodies and statements: what stands between braces.

use super::{Captures, Declaration, Inner, Lower, Table};
use crate::source::Span;
use crate::value::{Condition, Name, Text};
use std::fmt;
use std::ops::Deref;
use std::sync::Arc;
use thin_vec::ThinVec;

/// What stands between braces, in order.
#[derive(Clone, Debug)]
pub struct Body<S> {
    /// The clauses, tables and declarations.
    pub entries: Vec<Entry<S>>,
    /// From brace to brace.
    pub span: Span,
}

impl<S> Default for Body<S> {
    fn default() -> Self {
        Self { entries: Vec::new(), span: Span::default() }
    }
}

/// One thing in a body.
#[derive(Clone, Debug)]
pub enum Entry<S> {
    /// A statement of this declaration.
    Own(Box<Statement<S>>),
    /// A statement that every body knows.
    Common(Box<Statement<Common>>),
    /// A table.
    Table(Box<Table>),
    /// A declaration inside a section.
    Declaration(Box<Declaration>),
}

/// One statement with everything that every statement may carry.
#[derive(Clone, Debug)]
pub struct Statement<S> {
    /// What it says; `None` when a `?` stands in the place of a value.
    pub kind: Option<S>,
    /// What it says in cases that nobody knows yet, `when ?`; then there is no `kind`.
    pub held: Option<Box<S>>,
    /// The rest, which is the same for all statements. Most functions ask for no more, so that there is one of each.
    pub carried: Carried,
}

impl<S> Deref for Statement<S> {
    type Target = Carried;

    fn deref(&self) -> &Carried {
        &self.carried
    }
}

/// What a statement carries beside what it says.
///
/// There may be a hundred thousand of them, most of which carry nothing; so what is carried lies elsewhere, and is read as if
/// it were here.
#[derive(Clone)]
pub struct Carried {
    /// Which pattern of the schema it fits.
    pub tag: &'static str,
    /// Whether a `?` stands in the place of its condition or of its end, so that nobody knows what it says.
    pub unsaid: bool,
    /// Whether a `?` stands in a part of it that is left out until it is known; without a `kind`, in that of its condition or its
    /// end.
    pub waits: bool,
    /// The statement without its body.
    pub span: Span,
    around: Option<Box<Around>>,
}

/// What stands before and behind the words of a statement.
#[derive(Clone, Debug)]
pub struct Around {
    /// For whom it is, when not for everybody: `internal`, or a party.
    pub audience: Option<Name>,
    /// `usually`, a hedge.
    pub usually: Option<Span>,
    /// `except`: it stands above the base.
    pub except: Option<Span>,
    /// `as name`.
    pub name: Option<Name>,
    /// `, because "…"`.
    pub because: Option<Box<Text>>,
    /// `, see a, b`.
    pub see: ThinVec<Name>,
    /// `when …`, or the opposite of `unless …`.
    pub when: Option<Box<Condition>>,
    /// What stands in its own braces.
    pub body: Option<Box<Body<Inner>>>,
}

/// What is read of a statement that carries nothing.
static NOTHING: Around = Around {
    audience: None,
    usually: None,
    except: None,
    name: None,
    because: None,
    see: ThinVec::new(),
    when: None,
    body: None,
};

impl Around {
    fn is_nothing(&self) -> bool {
        let Self { audience, usually, except, name, because, see, when, body } = self;
        audience.is_none()
            && usually.is_none()
            && except.is_none()
            && name.is_none()
            && because.is_none()
            && see.is_empty()
            && when.is_none()
            && body.is_none()
    }
}

impl Deref for Carried {
    type Target = Around;

    fn deref(&self) -> &Around {
        self.around.as_deref().unwrap_or(&NOTHING)
    }
}

#[expect(
    clippy::missing_fields_in_debug,
    reason = "what lies elsewhere is shown as it is read, field by field"
)]
impl fmt::Debug for Carried {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Around { audience, usually, except, name, because, see, when, body } = &**self;
        f.debug_struct("Carried")
            .field("tag", &self.tag)
            .field("unsaid", &self.unsaid)
            .field("waits", &self.waits)
            .field("audience", audience)
            .field("usually", usually)
            .field("except", except)
            .field("name", name)
            .field("because", because)
            .field("see", see)
            .field("when", when)
            .field("body", body)
            .field("span", &self.span)
            .finish()
    }
}

/// The statements that every body knows.
#[derive(Clone, Debug)]
pub enum Common {
    /// `means "…"`: what it is, in a sentence.
    Means {
        /// The sentence.
        text: Arc<Text>,
    },
    /// `note "…"`: published as a note.
    Note {
        /// The note.
        text: Arc<Text>,
    },
    /// `only when …`: the domain. The condition is the statement's own.
    Only {},
    /// `because "…"`: the reason.
    Because {
        /// The reason.
        text: Arc<Text>,
    },
    /// `see a, b`.
    See {
        /// What to see.
        names: Vec<Name>,
    },
    /// `formerly old-name`.
    Formerly {
        /// The name it had.
        name: Name,
    },
    /// Text without a word before it.
    Prose {
        /// The text.
        text: Arc<Text>,
    },
}

impl Lower for Common {
    const TAGS: &'static [&'static str] = &["means", "note", "only", "because", "see", "formerly", "prose"];

    fn lower(tag: &str, captures: &mut Captures) -> Option<Self> {
        Some(match tag {
            "means" => Self::Means { text: captures.take("text")? },
            "note" => Self::Note { text: captures.take("text")? },
            "only" => Self::Only {},
            "because" => Self::Because { text: captures.take("text")? },
            "see" => Self::See { names: captures.take("name")? },
            "formerly" => Self::Formerly { name: captures.take("name")? },
            "prose" => Self::Prose { text: captures.take("text")? },
            _ => return None,
        })
    }
}

impl<S> Body<S> {
    /// The statements of this declaration, in order.
    pub fn own(&self) -> impl Iterator<Item = &Statement<S>> {
        self.entries.iter().filter_map(|entry| match entry {
            Entry::Own(statement) => Some(&**statement),
            Entry::Common(_) | Entry::Table(_) | Entry::Declaration(_) => None,
        })
    }

    /// The statements that every body knows, in order.
    pub fn common(&self) -> impl Iterator<Item = &Statement<Common>> {
        self.entries.iter().filter_map(|entry| match entry {
            Entry::Common(statement) => Some(&**statement),
            Entry::Own(_) | Entry::Table(_) | Entry::Declaration(_) => None,
        })
    }

    /// The line that says of which cases its declaration speaks, `only when ?`, where nobody knows that yet.
    pub fn waits_for_domain(&self) -> Option<&Statement<Common>> {
        self.common().find(|statement| matches!(statement.held.as_deref(), Some(Common::Only {})))
    }

    /// The tables, in order.
    pub fn tables(&self) -> impl Iterator<Item = &Table> {
        self.entries.iter().filter_map(|entry| match entry {
            Entry::Table(table) => Some(&**table),
            Entry::Own(_) | Entry::Common(_) | Entry::Declaration(_) => None,
        })
    }
}

impl Carried {
    /// What a statement with this pattern carries; `unsaid` and `waits` are to be told.
    pub fn new(tag: &'static str, around: Around, span: Span) -> Self {
        let around = (!around.is_nothing()).then(|| Box::new(around));
        Self { tag, unsaid: false, waits: false, span, around }
    }

    /// The place to mark when the statement is meant: its name if it has one, else the whole.
    pub fn mark(&self) -> Span {
        self.name.as_ref().map_or(self.span, |name| name.span)
    }
}
