//! The order of the document: sections as the file has them, and where each declaration is published.

use super::{Audience, Clause, Duty, Program, Ref};
use crate::cases::CaseSet;
use crate::value::Text;
use std::sync::Arc;

/// A section of the document.
#[derive(Clone, Debug)]
pub struct Section {
    /// Name, title, anchor, words about it. A standard section that was not written has no title, which comes from the
    /// language of the document.
    pub clause: Clause,
    /// The standard section that it is, by its name.
    pub standard: Option<Standard>,
    /// What it holds, in order.
    pub items: Vec<SectionItem>,
}

impl Program {
    /// All duties, in the order of the document.
    pub fn duties(&self) -> impl Iterator<Item = &Duty> {
        fn within(items: &[SectionItem]) -> Box<dyn Iterator<Item = &Duty> + '_> {
            Box::new(items.iter().flat_map(|item| match item {
                SectionItem::Duty(duty) => Box::new(std::iter::once(&**duty)),
                SectionItem::Section(section) => within(&section.items),
                SectionItem::Declaration(_) | SectionItem::Prose(..) | SectionItem::Note(..) => {
                    Box::new(std::iter::empty())
                }
            }))
        }
        self.layout.iter().flat_map(|section| within(&section.items))
    }
}

/// One thing in a section.
#[derive(Clone, Debug)]
pub enum SectionItem {
    /// A declaration, published here.
    Declaration(Ref),
    /// A duty.
    Duty(Box<Duty>),
    /// Text, for an audience.
    Prose(Audience, Arc<Text>),
    /// A note.
    Note(Audience, Arc<Text>),
    /// A section inside.
    Section(Box<Section>),
}

/// The sections that readers expect, in the order in which they expect them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Standard {
    Introduction,
    Definitions,
    Scope,
    Plans,
    Channels,
    Response,
    Process,
    Escalation,
    Responsibilities,
    Availability,
    Confidentiality,
    Liability,
    ThirdParties,
    CustomWork,
    Training,
    Prices,
    LifeCycle,
    Examples,
    Documents,
    Changes,
    Questions,
    Contact,
}

impl Standard {
    /// All of them with their names, in order.
    pub const ALL: [(Self, &'static str); 22] = [
        (Self::Introduction, "introduction"),
        (Self::Definitions, "definitions"),
        (Self::Scope, "scope"),
        (Self::Plans, "plans"),
        (Self::Channels, "channels"),
        (Self::Response, "response"),
        (Self::Process, "process"),
        (Self::Escalation, "escalation"),
        (Self::Responsibilities, "responsibilities"),
        (Self::Availability, "availability"),
        (Self::Confidentiality, "confidentiality"),
        (Self::Liability, "liability"),
        (Self::ThirdParties, "third-parties"),
        (Self::CustomWork, "custom-work"),
        (Self::Training, "training"),
        (Self::Prices, "prices"),
        (Self::LifeCycle, "life-cycle"),
        (Self::Examples, "examples"),
        (Self::Documents, "documents"),
        (Self::Changes, "changes"),
        (Self::Questions, "questions"),
        (Self::Contact, "contact"),
    ];

    /// Its name.
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(section, _)| *section == self).map_or("", |(_, name)| name)
    }

    /// The standard section of this name.
    pub fn find(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, known)| *known == name).map(|(section, _)| *section)
    }

    /// The section in which a declaration is published when it stands outside any; `None` for what is not published on
    /// its own (the header, `test`, `ensure`, plain values and parties that other clauses name).
    pub fn of(keyword: &str) -> Option<Self> {
        Some(match keyword {
            "definition" | "party" | "event" => Self::Definitions,
            "document" => Self::Documents,
            "scope" | "kind" => Self::Scope,
            "plan" | "entitlement" => Self::Plans,
            "channel" | "calendar" | "region" | "language" => Self::Channels,
            "severity" | "priority" | "commitment" | "table" | "fact" => Self::Response,
            "process" | "queue" => Self::Process,
            "escalation" => Self::Escalation,
            "maintenance" | "availability" => Self::Availability,
            "price" | "offer" => Self::Prices,
            "product" | "phase" => Self::LifeCycle,
            "example" => Self::Examples,
            "changes" => Self::Changes,
            "question" => Self::Questions,
            "catalogue" => Self::Introduction,
            "role" => Self::Contact,
            _ => return None,
        })
    }
}

/// What a quotation in a text stands for.
#[derive(Clone, Debug)]
pub enum Quote {
    /// The title, with a link.
    Title(Ref),
    /// A field, in words.
    Field(Ref, String),
    /// The value of its rule over these cases, which is one value: the path of a rule that decides there.
    Value {
        /// The commitment, entitlement, price or other thing with rules.
        of: Ref,
        /// The cases.
        cases: CaseSet,
        /// The rule.
        path: String,
    },
}

/// What is published: for one audience, everything that is not narrower.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published {
    /// The reader.
    pub audience: Audience,
}

impl Published {
    /// Whether a clause of this audience is in this build: everybody's always, a party's for that party and for us,
    /// internal ones for us.
    pub fn shows(&self, clause: &Audience) -> bool {
        match (clause, &self.audience) {
            (Audience::Everybody, _) | (_, Audience::Internal) => true,
            (Audience::Party(a), Audience::Party(b)) => a == b,
            (Audience::Party(_), Audience::Everybody)
            | (Audience::Internal, Audience::Everybody | Audience::Party(_)) => false,
        }
    }
}
