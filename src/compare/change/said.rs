//! What is said of something in one version.
//!
//! In: a value of a program. Out: its words for findings, as authors write them; readers of the notice get theirs elsewhere, in
//! their own language.

use crate::compare::say::stretch;
use crate::compare::week::Week;
use crate::compare::{duties, escalations, products};
use crate::hir::{Audience, Decided, Duty, Grant, Moment, Notice, Precedence, Sending, Transition, say};
use crate::time::{ClockTime, DateTime, Zone};
use crate::value::{Amount, DateRule, Decimal, Duration, Figure, Name, PhaseDates, Stated, Text, Unit};

/// A value before or after.
#[derive(Clone, Debug)]
pub enum Said {
    /// A promise.
    Figure(Figure),
    /// A length of time.
    Length(Stated),
    /// A price.
    Amount(Amount),
    /// What work costs, with all of its terms.
    Terms(Box<Terms>),
    /// So many requests out of each hundred, over some time.
    Met(Decimal, Unit),
    /// A share of some time.
    Share(Decimal, Unit),
    /// What is given after so many breaches in some time.
    Credit(Amount, u32, Unit),
    /// Whom a step tells, and when.
    Step(Vec<Name>, Moment),
    /// When a phase runs.
    Dates(PhaseDates),
    /// When a phase ends, as its rules say.
    Rules(Vec<DateRule>),
    /// Whether open requests keep their version.
    Keep(bool),
    /// Who does, must or may do what.
    Duty(Box<Duty>),
    /// A grant.
    Grant(Grant),
    /// A notice.
    Notice(Notice),
    /// Usual opening hours.
    Hours(Week),
    /// Hours of some days that make no week: the first of them.
    Days(DateTime, DateTime),
    /// The hour after which what arrives counts for the next day, with its zone where the other version has another one.
    CutOff(ClockTime, Option<Zone>),
    /// The first stretch of time in which something is open in one version only, and whether there are more.
    Open(DateTime, DateTime, bool),
    /// The event with which a clock starts.
    Since(Name),
    /// The event with which it stops.
    Until(Name),
    /// What somebody decides.
    Decided(Name),
    /// Who proposes and confirms a fact.
    Deciders(Name, Vec<Decided>),
    /// A way from state to state, and what of it findings tell.
    Way(Box<Transition>, String),
    /// What is sent in a state, and what of it findings tell.
    Sent(Box<Sending>, String),
    /// A check: who answers it, and what a no leads to.
    Checked(Name, Option<Name>, Option<Name>),
    /// A value of a fact.
    Value(Name, Name),
    /// Whether a document counts where it differs from the policy.
    Precedence(Precedence),
    /// Who can read something.
    Readers(Audience),
    /// Whether requests are covered.
    Covered(bool),
    /// The titles of declarations with this keyword.
    Names(&'static str, Vec<Name>),
    /// A text of the author.
    Text(Text),
    /// Words that are the same in every language: numbers, dates, addresses.
    Plain(String),
    /// Words of findings that have no form for readers.
    Words(String),
}

impl Said {
    /// In the words of findings.
    pub fn words(&self) -> String {
        match self {
            Self::Figure(figure) => say::figure(figure),
            Self::Length(length) => say::stated(length),
            Self::Amount(amount) => say::amount(amount),
            Self::Terms(terms) => terms.words(),
            Self::Grant(grant) => say::grant(grant),
            Self::Notice(notice) => say::notice(notice),
            Self::Hours(week) => week.whole(),
            Self::CutOff(time, None) => time.to_string(),
            Self::CutOff(time, Some(zone)) => format!("{time} in {}", zone.name()),
            Self::Open(from, to, more) => {
                let others = if *more { ", among others" } else { "" };
                format!("open {}{others}", stretch(*from, *to))
            }
            Self::Days(from, to) => format!("open on some days, first {}", stretch(*from, *to)),
            Self::Since(event) | Self::Until(event) => event.to_string(),
            Self::Decided(by) => format!("as decided by {by}"),
            Self::Deciders(_, decided) => {
                let one = |one: &Decided| {
                    format!("{} by {}", if one.confirmed { "confirmed" } else { "proposed" }, one.by)
                };
                decided.iter().map(one).collect::<Vec<String>>().join(", ")
            }
            Self::Value(_, value) => value.to_string(),
            Self::Checked(_, by, otherwise) => {
                let by = by.as_ref().map(|name| format!("by {name}"));
                let otherwise = otherwise.as_ref().map(|name| format!("otherwise becomes {name}"));
                by.into_iter().chain(otherwise).collect::<Vec<String>>().join(", ")
            }
            Self::Precedence(Precedence::Prevails) => "prevails".to_owned(),
            Self::Precedence(Precedence::Yields) => "yields".to_owned(),
            Self::Readers(Audience::Everybody) => "everybody".to_owned(),
            Self::Readers(Audience::Internal) => "internal".to_owned(),
            Self::Readers(Audience::Party(name)) => name.to_string(),
            Self::Covered(true) => "covered".to_owned(),
            Self::Covered(false) => "not covered".to_owned(),
            Self::Names(_, names) => say::names(names),
            Self::Text(text) => text.original.content.to_string(),
            Self::Met(share, unit) => format!("{}% each {}", share.shortest(), unit.word()),
            Self::Share(share, unit) => format!("{}% of each {}", share.shortest(), unit.word()),
            Self::Credit(amount, breaches, unit) => {
                format!("{} after {breaches} breaches each {}", say::amount(amount), unit.word())
            }
            Self::Step(_, moment) => escalations::moment(moment),
            Self::Dates(dates) => products::dates(dates),
            Self::Rules(rules) => products::rules_words(rules).join("; "),
            Self::Duty(duty) => duties::sentence(duty),
            Self::Keep(true) => "keep their version".to_owned(),
            Self::Keep(false) => "follow the new version".to_owned(),
            Self::Plain(words) | Self::Words(words) | Self::Way(_, words) | Self::Sent(_, words) => {
                words.clone()
            }
        }
    }
}

/// What work costs, with all of its terms.
#[derive(Clone, Debug)]
pub struct Terms {
    /// How much.
    pub amount: Amount,
    /// Only while this calendar is open.
    pub during: Option<Name>,
    /// Only while this calendar is closed.
    pub outside: Option<Name>,
    /// The usual week of that calendar, where it is told.
    pub week: Option<Week>,
    /// At least.
    pub least: Option<Duration>,
    /// In steps of.
    pub steps: Option<Duration>,
}

impl Terms {
    fn words(&self) -> String {
        let mut words = say::amount(&self.amount);
        for (key, calendar) in [("during", &self.during), ("outside", &self.outside)] {
            if let Some(calendar) = calendar {
                words = format!("{words} {key} {calendar}");
            }
        }
        if let Some(week) = &self.week {
            words = format!("{words} ({})", week.whole());
        }
        for (key, length) in [("in steps of", &self.steps), ("at least", &self.least)] {
            if let Some(length) = length {
                words = format!("{words}, {key} {}", say::duration(length));
            }
        }
        words
    }
}
