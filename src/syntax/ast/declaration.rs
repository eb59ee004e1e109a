//! Declarations: one variant for each keyword, each with the statements that its schema lists.

use super::{
    Availability, Body, Calendar, Catalogue, Changes, Channel, Commitment, Document, Ensure, Escalation,
    Example, Fact, Maintenance, Offer, Party, Plain, Plan, Policy, Price, Process, Product, Question, Queue,
    Role, Scope, Section,
};
use crate::source::{Span, Spanned};
use crate::value::{Name, Text};
use std::sync::Arc;

/// What stands at the top of a file.
#[derive(Clone, Debug)]
pub enum Item {
    /// `use "../common/calendars.policy"`.
    Use(Use),
    /// A declaration.
    Declaration(Declaration),
}

/// Brings in the declarations of another file.
#[derive(Clone, Debug)]
pub struct Use {
    /// The path as it was written, without its quotes.
    pub path: Spanned<String>,
    /// The whole clause.
    pub span: Span,
}

/// The head and body that every declaration has.
#[derive(Clone, Debug)]
pub struct Decl<S> {
    /// For whom it is, when not for everybody.
    pub audience: Option<Box<Name>>,
    /// Its keyword and where it stands.
    pub keyword: Spanned<&'static str>,
    /// Its name; `scope`, `queue` and `changes` have none.
    pub name: Option<Name>,
    /// Its title, which what it means shares.
    pub title: Option<Arc<Text>>,
    /// What stands between its braces.
    pub body: Body<S>,
    /// Its head, without the body.
    pub span: Span,
}

impl<S> Decl<S> {
    /// The place to mark when the whole declaration is meant: its name, or its keyword.
    pub fn mark(&self) -> Span {
        self.name.as_ref().map_or(self.keyword.span, |name| name.span)
    }
}

macro_rules! declarations {
    ($($(#[$meta:meta])* $variant:ident $keyword:literal $statements:ident;)*) => {
        /// A declaration, by its keyword.
        #[derive(Clone, Debug)]
        pub enum Declaration {
            $($(#[$meta])* $variant(Decl<$statements>),)*
        }

        impl Declaration {
            /// All keywords, in the order of the standard sections.
            pub const KEYWORDS: &'static [&'static str] = &[$($keyword),*];

            /// The keyword.
            pub fn keyword(&self) -> &'static str {
                match self { $(Self::$variant(_) => $keyword,)* }
            }

            /// The name, if it has one.
            pub fn name(&self) -> Option<&Name> {
                match self { $(Self::$variant(decl) => decl.name.as_ref(),)* }
            }

            /// The title, if it has one.
            pub fn title(&self) -> Option<&Text> {
                match self { $(Self::$variant(decl) => decl.title.as_deref(),)* }
            }

            /// For whom it is, when not for everybody.
            pub fn audience(&self) -> Option<&Name> {
                match self { $(Self::$variant(decl) => decl.audience.as_deref(),)* }
            }

            /// The place to mark when the whole declaration is meant.
            pub fn mark(&self) -> Span {
                match self { $(Self::$variant(decl) => decl.mark(),)* }
            }
        }

        /// Builds the declaration of a keyword; `build` makes the body of whichever statements that takes.
        pub(crate) fn assemble(keyword: &str, build: &mut impl Build) -> Option<Declaration> {
            match keyword {
                $($keyword => Some(Declaration::$variant(build.declaration::<$statements>($keyword))),)*
                _ => None,
            }
        }
    };
}

/// Makes a declaration with statements of any type; the lowering of the parser is the one that does.
pub(crate) trait Build {
    /// The head and body of the declaration with this keyword.
    fn declaration<S: super::Statements>(&mut self, keyword: &'static str) -> Decl<S>;
}

declarations! {
    /// The header of a policy.
    Policy "policy" Policy;
    /// When something is open.
    Calendar "calendar" Calendar;
    /// How grave a request is.
    Severity "severity" Plain;
    /// How urgent a request is, for policies that say priority.
    Priority "priority" Plain;
    /// A kind of request.
    Kind "kind" Plain;
    /// A region.
    Region "region" Plain;
    /// A language of support.
    Language "language" Plain;
    /// A phase in the life of a product.
    Phase "phase" Plain;
    /// Something that a plan can grant.
    Entitlement "entitlement" Plain;
    /// Something that happens and starts or stops clocks.
    Event "event" Plain;
    /// A word and what it means here.
    Definition "definition" Plain;
    /// Something that is known of a request.
    Fact "fact" Fact;
    /// What a customer can have.
    Plan "plan" Plan;
    /// A way to reach support.
    Channel "channel" Channel;
    /// What is covered.
    Scope "scope" Scope;
    /// What is not covered and can be had at a price.
    Offer "offer" Offer;
    /// A promise of time.
    Commitment "commitment" Commitment;
    /// A table that sets several things.
    Table "table" Plain;
    /// Who is told, or can be asked, when things stall.
    Escalation "escalation" Escalation;
    /// The states of a request.
    Process "process" Process;
    /// The order of work.
    Queue "queue" Queue;
    /// What something costs.
    Price "price" Price;
    /// A product and the life of its releases.
    Product "product" Product;
    /// Planned maintenance.
    Maintenance "maintenance" Maintenance;
    /// How much of the time a service works.
    Availability "availability" Availability;
    /// How the policy itself changes.
    Changes "changes" Changes;
    /// One of us.
    Role "role" Role;
    /// Somebody else.
    Party "party" Party;
    /// Another document.
    Document "document" Document;
    /// A part of the published document.
    Section "section" Section;
    /// A question and its answer.
    Question "question" Question;
    /// A list of policies.
    Catalogue "catalogue" Catalogue;
    /// A case that is published with its answer.
    Example "example" Example;
    /// A case that is only checked.
    Test "test" Example;
    /// What must hold for all cases.
    Ensure "ensure" Ensure;
}

/// The header slots that no declaration lets through unseen.
pub(crate) fn header(captures: &mut super::Captures) -> (Option<Name>, Option<Text>) {
    let name = captures.take::<Option<Name>>("name").flatten();
    let title = captures.take::<Option<Text>>("title").flatten();
    (name, title)
}
