//! One difference between two versions, as plain data.
//!
//! In: what the comparison of each area finds. Out: changes with their direction, their cases and their proof. What was said
//! and what is said now stands in them as values (`said.rs`), since findings and the notice put them into words of their own.

mod said;

pub use said::{Said, Terms};

use super::kinds::{self, Kind};
use super::lengths::Lengths;
use crate::cases::{Case, CaseSet};
use crate::hir::Audience;
use crate::source::Span;
use crate::time::Instant;
use crate::value::{Money, Name};

/// Which way a change goes for the customer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Direction {
    /// The customer has less, later or dearer.
    Weaker,
    /// Better for some and worse for others.
    Mixed,
    /// The customer has more, sooner or cheaper.
    Stronger,
    /// Nobody gains or loses.
    Neutral,
}

impl Direction {
    /// The same with the versions exchanged.
    #[must_use]
    pub const fn turned(self) -> Self {
        match self {
            Self::Weaker => Self::Stronger,
            Self::Stronger => Self::Weaker,
            Self::Mixed => Self::Mixed,
            Self::Neutral => Self::Neutral,
        }
    }

    /// The word for it, as the fact `change` of a policy has it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Weaker => "weaker",
            Self::Mixed => "mixed",
            Self::Stronger => "stronger",
            Self::Neutral => "neutral",
        }
    }
}

/// What a change is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Area {
    Coverage,
    Channel,
    Hours,
    Commitment,
    Entitlement,
    Escalation,
    Price,
    Plan,
    Process,
    Product,
    Maintenance,
    Availability,
    Change,
    Duty,
    Audience,
    Case,
    Wording,
    Layout,
    Proof,
}

impl Area {
    /// Its name in machine formats.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Coverage => "coverage",
            Self::Channel => "channel",
            Self::Hours => "hours",
            Self::Commitment => "commitment",
            Self::Entitlement => "entitlement",
            Self::Escalation => "escalation",
            Self::Price => "price",
            Self::Plan => "plan",
            Self::Process => "process",
            Self::Product => "product",
            Self::Maintenance => "maintenance",
            Self::Availability => "availability",
            Self::Change => "change",
            Self::Duty => "duty",
            Self::Audience => "audience",
            Self::Case => "case",
            Self::Wording => "wording",
            Self::Layout => "layout",
            Self::Proof => "proof",
        }
    }
}

/// What changed: a declaration, or a statement with a name of its own.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Subject {
    /// Its keyword.
    pub keyword: &'static str,
    /// Its name in the newer version that has it.
    pub name: Name,
    /// Its title in the first language, or its name.
    pub title: String,
    /// What of it, where it has several things of the kind: a state, a step, a text.
    pub part: String,
}

/// What a piece of work costs before and after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Worked {
    /// Whether it is dearer or cheaper.
    pub direction: Direction,
    /// How many seconds it takes.
    pub seconds: i64,
    /// What it cost, and what it costs.
    pub costs: [Money; 2],
}

/// Elapsed seconds from the receipt to the deadline, at worst and at best over the horizon, with the receipts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reach {
    /// The longest wait, and the receipt that has it.
    pub worst: (i64, Instant),
    /// The shortest wait, and the receipt that has it.
    pub best: (i64, Instant),
}

/// The waits of a promise, before and after; none on a side without a figure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Waits {
    /// In the old version.
    pub before: Option<Reach>,
    /// In the new version.
    pub after: Option<Reach>,
}

/// A case, and perhaps an instant, that shows the change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Witness {
    /// Whether it is better or worse off.
    pub direction: Direction,
    /// The case in the common space.
    pub case: Case,
    /// When the request is received.
    pub received: Option<Instant>,
    /// When it was due.
    pub before: Option<Instant>,
    /// When it is due now.
    pub after: Option<Instant>,
}

/// Who may read of a change: what one of two audiences saw changed for it, and what only the other may read is kept from it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Readers {
    /// For whom the clause is, the wider of both.
    pub audience: Audience,
    /// Whether what was said, and what is said now, is for fewer readers than that.
    hidden: [bool; 2],
}

impl Readers {
    /// The same before and after.
    pub fn of(audience: &Audience) -> Self {
        Self { audience: audience.clone(), hidden: [false; 2] }
    }

    /// Of a clause that was for the one and is for the other.
    pub fn between(was: &Audience, is: &Audience) -> Self {
        let audience = was.min(is);
        Self { audience: audience.clone(), hidden: [was, is].map(|of| of != audience) }
    }
}

/// One difference between two versions.
#[derive(Clone, Debug)]
pub struct Change {
    /// Its kind.
    pub kind: &'static Kind,
    /// Which way it goes.
    pub direction: Direction,
    /// What changed.
    pub subject: Subject,
    /// The cases that it touches, in the common space.
    pub cases: CaseSet,
    /// What was said.
    pub before: Option<Said>,
    /// What is said now.
    pub after: Option<Said>,
    /// What was open and is not, and what is open and was not, though the usual weeks before and after do not say so.
    pub beside: [Option<Said>; 2],
    /// All that there was and is, where it is one of several and none of them stays.
    pub replaced: Option<[Vec<Name>; 2]>,
    /// Which way its length goes, where it is about one that is no deadline of a promise.
    pub lengths: Option<Lengths>,
    /// The waits, where it is about a deadline or a length.
    pub waits: Waits,
    /// Who shows it.
    pub witnesses: Vec<Witness>,
    /// Pieces of work that show it.
    pub worked: Vec<Worked>,
    /// Who may read it.
    pub readers: Readers,
    /// The place in the old version.
    pub old: Option<Span>,
    /// The place in the new version.
    pub new: Option<Span>,
}

impl Change {
    /// A change of a subject for every case.
    pub fn new(kind: &'static Kind, subject: Subject) -> Self {
        Self {
            kind,
            direction: kind.direction.unwrap_or(Direction::Mixed),
            subject,
            cases: CaseSet::everything(),
            before: None,
            after: None,
            beside: [None, None],
            replaced: None,
            lengths: None,
            waits: Waits::default(),
            witnesses: Vec::new(),
            worked: Vec::new(),
            readers: Readers::of(&Audience::Everybody),
            old: None,
            new: None,
        }
    }

    /// The same for these cases.
    #[must_use]
    pub fn within(self, cases: CaseSet) -> Self {
        Self { cases, ..self }
    }

    /// The same from one value to another.
    #[must_use]
    pub fn from_to(self, before: impl Into<Option<Said>>, after: impl Into<Option<Said>>) -> Self {
        Self { before: before.into(), after: after.into(), ..self }
    }

    /// The same as a change of this kind, perhaps of a length.
    #[must_use]
    pub fn as_kind(&self, kind: &'static Kind, lengths: Option<Lengths>) -> Self {
        Self { kind, direction: kind.direction.unwrap_or(Direction::Mixed), lengths, ..self.clone() }
    }

    /// The same at these places.
    #[must_use]
    pub fn at(self, old: Option<Span>, new: Option<Span>) -> Self {
        Self { old, new, ..self }
    }

    /// What was said and what is said now, as far as its audience may read it.
    pub fn published(&self) -> (Option<&Said>, Option<&Said>) {
        let [before, after] = self.readers.hidden;
        // That something is for others now is no secret of theirs.
        let open = |said: &Said| matches!(said, Said::Readers(_));
        let shown = |said: &&Said, hidden: bool| !hidden || open(said);
        let (was, is) = (self.before.as_ref(), self.after.as_ref());
        (was.filter(|said| shown(said, before)), is.filter(|said| shown(said, after)))
    }

    /// Whether its audience may read what is said now.
    pub fn shows_new(&self) -> bool {
        !self.readers.hidden[1]
    }

    /// Whether another rate counts at some hours only, since these moved.
    pub fn is_at_some_hours(&self) -> bool {
        let rate = self.kind.area == Area::Price && self.direction != Direction::Mixed;
        rate && self.witnesses.iter().any(|witness| witness.received.is_some() && witness.before.is_none())
    }

    /// Whether its audience may read all of it.
    pub fn is_open(&self) -> bool {
        self.readers.hidden == [false; 2]
    }

    /// Which way it goes for its audience: what is not published any more is lost to its readers, and what was not published is
    /// new to them, whatever its figure.
    pub fn read_as(&self) -> Direction {
        let [before, after] = self.readers.hidden;
        let costs = self.kind.area == Area::Price;
        match self.direction {
            direction @ (Direction::Weaker | Direction::Stronger | Direction::Mixed) => match (before, after)
            {
                (false, false) => direction,
                (true, false) if !costs => Direction::Stronger,
                (_, true) | (true, false) => Direction::Weaker,
            },
            Direction::Neutral => Direction::Neutral,
        }
    }

    /// The words before and after.
    pub fn sides(&self) -> (Option<String>, Option<String>) {
        (self.before.as_ref().map(Said::words), self.after.as_ref().map(Said::words))
    }

    /// The fact and the value, where a value came or went: no case of both versions has it.
    pub fn value(&self) -> Option<(&str, &str)> {
        let found = [kinds::VALUE.back.id, kinds::VALUE.forth.id].contains(&self.kind.id);
        found.then_some((self.subject.name.as_str(), self.subject.part.as_str()))
    }

    /// What of the subject it is, where the values before and after do not say so.
    pub fn shown_part(&self) -> String {
        let (before, after) = self.sides();
        let said = [before, after].iter().flatten().any(|side| side.contains(&self.subject.part));
        if said || self.value().is_some() { String::new() } else { self.subject.part.clone() }
    }

    /// Whether the kind says what came or went, so that the value only names it.
    pub fn part_is_said(&self) -> bool {
        !self.subject.part.is_empty()
    }
}
