//! Everything that a declaration carries, whatever its kind: texts, conditions and tables, with their audience.
//!
//! In: a declaration. Out: its parts in the order of the file, so that what concerns all of them (translations,
//! quotations, the thresholds that facts are cut at) is written once. Nothing is looked up here.

use crate::hir::Audience;
use crate::source::Span;
use crate::syntax::ast::{
    self, Availability, Body, Calendar, Carried, Catalogue, Changes, Channel, Commitment, Common, Decl,
    Declaration, Document, Ensure, Entry, Escalation, Example, Fact, Inner, Maintenance, Offer, Party, Plain,
    Plan, Policy, Price, Process, Product, Question, Queue, Role, Scope, Section, Statement,
};
use crate::value::{Condition, Name, Operand, Text};
use rustc_hash::FxHashSet;

/// The parts of some declarations.
#[derive(Debug, Default)]
pub struct Parts<'a> {
    /// The texts.
    pub texts: Vec<Said<'a>>,
    /// The conditions.
    pub conditions: Vec<&'a Condition>,
    /// What facts become in examples.
    pub becomes: Vec<(&'a Name, &'a Operand)>,
    /// The tables.
    pub tables: Vec<&'a ast::Table>,
    /// The names of audiences, where they were written.
    pub audiences: Vec<Reader<'a>>,
    /// The declarations that say what they are, by keyword and name.
    pub explained: FxHashSet<(&'static str, &'a str)>,
}

/// The statements that promise a time.
const FIGURES: [&str; 4] = ["within", "by", "every", "no-figure"];

/// For whom a clause says that it is.
#[derive(Clone, Copy, Debug)]
pub struct Reader<'a> {
    /// The name in front of it.
    pub name: &'a Name,
    /// Where a condition could stand, in a promise that has none.
    pub condition: Option<Span>,
    /// What stands behind it, where that is nothing but a text.
    pub text: Option<&'a Text>,
    /// Whether it stands in the header of a policy.
    pub header: bool,
}

/// A text, for whom it is, and whether it is published at all.
#[derive(Clone, Debug)]
pub struct Said<'a> {
    /// The text.
    pub text: &'a Text,
    /// For whom.
    pub audience: Audience,
    /// Whether readers see it.
    pub published: bool,
}

/// The audience that a clause has which stands in something of audience `outer`.
pub fn narrower(outer: &Audience, own: Option<&Name>) -> Audience {
    let own = match own {
        None => return outer.clone(),
        Some(name) if name.as_str() == "internal" => Audience::Internal,
        Some(name) => Audience::Party(name.clone().into()),
    };
    match outer {
        Audience::Everybody => own,
        Audience::Internal => Audience::Internal,
        // Of two parties neither sees what is for the other, so it is left to us.
        Audience::Party(_) => {
            if *outer == own {
                own
            } else {
                Audience::Internal
            }
        }
    }
}

/// A statement that can hold texts and conditions of its own.
trait Carries {
    fn carry<'a>(&'a self, parts: &mut Walk<'a, '_>);

    /// The text that is all of it.
    fn alone(&self) -> Option<&Text> {
        None
    }
}

/// The walk through one declaration.
struct Walk<'a, 'p> {
    parts: &'p mut Parts<'a>,
    audience: Audience,
    published: bool,
    header: bool,
}

/// Adds the parts of a declaration, sections inside it included.
pub fn walk<'a>(declaration: &'a Declaration, outer: &Audience, parts: &mut Parts<'a>) {
    let mut walk = Walk { parts, audience: outer.clone(), published: true, header: false };
    walk.declaration(declaration);
}

impl<'a> Walk<'a, '_> {
    fn declaration(&mut self, declaration: &'a Declaration) {
        match declaration {
            Declaration::Policy(decl) => {
                self.header = true;
                self.decl(decl);
                self.header = false;
            }
            Declaration::Calendar(decl) => self.decl(decl),
            Declaration::Severity(decl)
            | Declaration::Priority(decl)
            | Declaration::Kind(decl)
            | Declaration::Region(decl)
            | Declaration::Language(decl)
            | Declaration::Phase(decl)
            | Declaration::Entitlement(decl)
            | Declaration::Event(decl)
            | Declaration::Definition(decl)
            | Declaration::Table(decl) => self.decl(decl),
            Declaration::Fact(decl) => self.decl(decl),
            Declaration::Plan(decl) => self.decl(decl),
            Declaration::Channel(decl) => self.decl(decl),
            Declaration::Scope(decl) => self.decl(decl),
            Declaration::Offer(decl) => self.decl(decl),
            Declaration::Commitment(decl) => self.decl(decl),
            Declaration::Escalation(decl) => self.decl(decl),
            Declaration::Process(decl) => self.decl(decl),
            Declaration::Queue(decl) => self.decl(decl),
            Declaration::Price(decl) => self.decl(decl),
            Declaration::Product(decl) => self.decl(decl),
            Declaration::Maintenance(decl) => self.decl(decl),
            Declaration::Availability(decl) => self.decl(decl),
            Declaration::Changes(decl) => self.decl(decl),
            Declaration::Role(decl) => self.decl(decl),
            Declaration::Party(decl) => self.decl(decl),
            Declaration::Document(decl) => self.decl(decl),
            Declaration::Section(decl) => self.decl(decl),
            Declaration::Question(decl) => self.decl(decl),
            Declaration::Catalogue(decl) => self.decl(decl),
            Declaration::Example(decl) => self.decl(decl),
            Declaration::Test(decl) => self.unpublished(decl),
            Declaration::Ensure(decl) => self.unpublished(decl),
        }
    }

    fn unpublished<S: Carries>(&mut self, decl: &'a Decl<S>) {
        let before = std::mem::replace(&mut self.published, false);
        self.decl(decl);
        self.published = before;
    }

    fn decl<S: Carries>(&mut self, decl: &'a Decl<S>) {
        if let Some(name) = &decl.name {
            let own = decl.body.own().map(|statement| statement.tag);
            if own.chain(decl.body.common().map(|statement| statement.tag)).any(|tag| tag == "means") {
                self.parts.explained.insert((decl.keyword.value, name.as_str()));
            }
        }
        self.inside(decl.audience.as_deref(), None, None, |walk| {
            walk.maybe(decl.title.as_deref());
            walk.body(&decl.body);
        });
    }

    fn inside(
        &mut self,
        audience: Option<&'a Name>,
        condition: Option<Span>,
        text: Option<&'a Text>,
        then: impl FnOnce(&mut Self),
    ) {
        if audience.is_none() {
            then(self);
            return;
        }
        let header = self.header;
        self.parts.audiences.extend(audience.map(|name| Reader { name, condition, text, header }));
        let inner = narrower(&self.audience, audience);
        let before = std::mem::replace(&mut self.audience, inner);
        then(self);
        self.audience = before;
    }

    fn body<S: Carries>(&mut self, body: &'a Body<S>) {
        for entry in &body.entries {
            match entry {
                Entry::Own(statement) => self.statement(statement),
                Entry::Common(statement) => self.statement(statement),
                Entry::Table(table) => self.parts.tables.push(table),
                Entry::Declaration(declaration) => self.declaration(declaration),
            }
        }
    }

    fn statement<S: Carries>(&mut self, statement: &'a Statement<S>) {
        let text = statement.kind.as_ref().and_then(Carries::alone);
        self.carried(statement, text, &mut |walk| {
            if let Some(kind) = &statement.kind {
                kind.carry(walk);
            }
        });
    }

    fn carried(&mut self, statement: &'a Carried, text: Option<&'a Text>, said: &mut dyn FnMut(&mut Self)) {
        let ends = statement.when.is_none() && statement.because.is_none() && statement.see.is_empty();
        let ends = ends && statement.name.is_none() && FIGURES.contains(&statement.tag);
        let condition = ends.then(|| statement.span.after());
        self.inside(statement.audience.as_ref(), condition, text, |walk| {
            said(walk);
            walk.maybe(statement.because.as_deref());
            walk.parts.conditions.extend(statement.when.as_deref());
            if let Some(body) = &statement.body {
                walk.body(body);
            }
        });
    }

    fn text(&mut self, text: &'a Text) {
        self.parts.texts.push(Said { text, audience: self.audience.clone(), published: self.published });
        for quotation in text.pieces().flat_map(|piece| &piece.quotations) {
            if let crate::value::Quoted::When(condition) = &quotation.what {
                self.parts.conditions.push(condition);
            }
        }
    }

    fn maybe(&mut self, text: Option<&'a Text>) {
        if let Some(text) = text {
            self.text(text);
        }
    }
}

/// Statements that carry neither texts nor conditions of their own.
macro_rules! bare {
    ($($name:ty),*) => {
        $(impl Carries for $name {
            fn carry<'a>(&'a self, _: &mut Walk<'a, '_>) {}
        })*
    };
}

// A version, a publisher and an address are the same in every language and quote nothing.
bare!(Plain, Policy, Channel, Role, Party, Document);
bare!(Plan, Offer, Commitment, Escalation, Price, Product, Maintenance, Availability, Changes);

impl Carries for Ensure {
    fn carry<'a>(&'a self, walk: &mut Walk<'a, '_>) {
        if let Self::NoCase { condition } = self {
            walk.parts.conditions.push(condition);
        }
    }
}

impl Carries for Common {
    fn carry<'a>(&'a self, walk: &mut Walk<'a, '_>) {
        match self {
            Self::Means { text } | Self::Note { text } | Self::Because { text } | Self::Prose { text } => {
                walk.text(text);
            }
            Self::Only {} | Self::See { .. } | Self::Formerly { .. } => {}
        }
    }

    fn alone(&self) -> Option<&Text> {
        if let Self::Prose { text } = self { Some(text) } else { None }
    }
}

impl Carries for Inner {
    fn carry<'a>(&'a self, walk: &mut Walk<'a, '_>) {
        match self {
            Self::Item { text, .. } => walk.maybe(text.as_ref()),
            Self::Instead { .. } | Self::Lists { .. } | Self::Holds { .. } => {}
        }
    }
}

impl Carries for Calendar {
    fn carry<'a>(&'a self, walk: &mut Walk<'a, '_>) {
        match self {
            Self::OpenWeekly { text, .. }
            | Self::OpenDates { text, .. }
            | Self::ClosedWeekly { text, .. }
            | Self::ClosedDates { text, .. }
            | Self::OpenMonthly { text, .. }
            | Self::ClosedMonthly { text, .. }
            | Self::Instants { text, .. } => walk.maybe(text.as_ref()),
            Self::Timezone { .. }
            | Self::TimezoneOfCustomer {}
            | Self::OpenSpan { .. }
            | Self::Calendars { .. }
            | Self::Within { .. }
            | Self::Holidays { .. }
            | Self::HolidaysOfCustomer {}
            | Self::HolidaysFrom { .. }
            | Self::OpenOnHolidays {}
            | Self::CutOff { .. }
            | Self::DaysEndAtClose {}
            | Self::DaysKeepTime {}
            | Self::DaysKeepTimeNextOpening {}
            | Self::DaysKeepTimeUntilClose {}
            | Self::DaysRoll {}
            | Self::DaysIncludeReceipt {}
            | Self::DaysAreHours { .. }
            | Self::DaysAreSchedule {} => {}
        }
    }
}

impl Carries for Fact {
    fn carry<'a>(&'a self, walk: &mut Walk<'a, '_>) {
        match self {
            Self::Value { text, .. } => walk.maybe(text.as_ref()),
            Self::YesOrNo {} | Self::Type { .. } | Self::Decided { .. } => {}
        }
    }
}

impl Carries for Scope {
    fn carry<'a>(&'a self, walk: &mut Walk<'a, '_>) {
        match self {
            Self::Covers { text, .. } => walk.maybe(text.as_ref()),
            Self::Excludes { text, .. } => walk.text(text),
        }
    }
}

impl Carries for Process {
    fn carry<'a>(&'a self, walk: &mut Walk<'a, '_>) {
        match self {
            Self::State { text, .. } | Self::Check { text, .. } => walk.maybe(text.as_ref()),
            Self::Sends { text, .. } => walk.text(text),
            Self::Becomes { .. } => {}
        }
    }
}

impl Carries for Queue {
    fn carry<'a>(&'a self, walk: &mut Walk<'a, '_>) {
        match self {
            Self::Order { except, .. } => walk.maybe(except.as_ref()),
        }
    }
}

impl Carries for Section {
    fn carry<'a>(&'a self, walk: &mut Walk<'a, '_>) {
        match self {
            Self::DutyOfUs { text, except, .. } | Self::Duty { text, except, .. } => {
                walk.text(text);
                walk.maybe(except.as_deref());
            }
        }
    }
}

impl Carries for Question {
    fn carry<'a>(&'a self, walk: &mut Walk<'a, '_>) {
        match self {
            Self::Answer { text } => walk.text(text),
            Self::About { .. } => {}
        }
    }
}

impl Carries for Catalogue {
    fn carry<'a>(&'a self, walk: &mut Walk<'a, '_>) {
        match self {
            Self::Group { text, .. } => walk.text(text),
        }
    }
}

impl Carries for Example {
    fn carry<'a>(&'a self, walk: &mut Walk<'a, '_>) {
        match self {
            Self::Given { condition } | Self::Expect { condition, .. } => {
                walk.parts.conditions.extend(condition);
            }
            Self::Becomes { fact, value, .. } => walk.parts.becomes.push((fact, value)),
            Self::ExpectBy { .. }
            | Self::ExpectNotifies { .. }
            | Self::ExpectValue { .. }
            | Self::ExpectCost { .. }
            | Self::Event { .. } => {}
        }
    }
}
