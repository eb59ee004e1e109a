//! The typed statements of each declaration. A variant is a pattern of the schema of that name (`grammar/declarations/`),
//! its fields are the slots; a test proves that the two agree. To add a statement, add its pattern and its variant here;
//! the compiler lists the rooms that must then speak of it.

use super::{Captures, Code, Lower, Open, Share};
use crate::source::Spanned;
use crate::time::{ClockTime, DateTime, Weekday, Zone};
use crate::value::{
    Amount, ClockSpan, Condition, DateRule, DateSpan, Decimal, Duration, Instants, Measure, Name, Operand,
    Path, Promise, Quantity, Stated, Strength, Text, Unit, WeekdaySpan,
};
use smol_str::SmolStr;
use std::sync::Arc;

/// A set of statements with the keyword of its schema for messages and tests.
pub trait Statements: Lower + Clone + std::fmt::Debug {}

impl<T: Lower + Clone + std::fmt::Debug> Statements for T {}

/// A word of a choice such as `will/must/may`.
pub type Word = Spanned<SmolStr>;

/// Declares the statements of one declaration: variants, fields, and the pattern of the schema that each comes from.
macro_rules! statements {
    ($(#[$meta:meta])* $name:ident { $($variant:ident $tag:literal { $($field:ident: $type:ty),* $(,)? })* }) => {
        $(#[$meta])*
        #[derive(Clone, Debug)]
        #[expect(missing_docs, reason = "the schema says what each statement and slot means")]
        pub enum $name {
            $($variant { $($field: $type),* },)*
        }

        impl Lower for $name {
            const TAGS: &'static [&'static str] = &[$($tag),*];

            fn lower(tag: &str, captures: &mut Captures) -> Option<Self> {
                match tag {
                    $($tag => Some(Self::$variant { $($field: captures.take(stringify!($field))?),* }),)*
                    _ => None,
                }
            }
        }
    };
}

/// A declaration that has only what every body has.
#[derive(Clone, Debug)]
pub enum Plain {}

impl Lower for Plain {
    const TAGS: &'static [&'static str] = &[];

    fn lower(_: &str, _: &mut Captures) -> Option<Self> {
        None
    }
}

statements! {
    /// Statements inside the body of a statement.
    Inner {
        Instead "instead" { name: Name }
        Item "item" { name: Name, text: Option<Text> }
        Lists "lists" { policy: Vec<Name> }
        Holds "holds" { number: Spanned<Decimal> }
    }
}

statements! {
    /// Statements of the header.
    Policy {
        Edition "edition" { number: Spanned<Decimal> }
        Version "version" { text: Text }
        Effective "effective" { date: Spanned<crate::time::Date> }
        Publisher "publisher" { text: Text }
        Written "written" { language: Vec<LanguageChoice> }
        Timezone "timezone" { zone: Spanned<Zone> }
        Hours "hours" { word: Word, calendar: Name }
    }
}

/// A language of the document, and whether readers are addressed informally in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LanguageChoice {
    /// The language tag.
    pub tag: Spanned<SmolStr>,
    /// `informal` was said.
    pub informal: bool,
}

statements! {
    /// Statements of a calendar.
    Calendar {
        Timezone "timezone" { zone: Spanned<Zone> }
        TimezoneOfCustomer "timezone-of-customer" {}
        OpenWeekly "open-weekly" { weekdays: Vec<Spanned<WeekdaySpan>>, hours: Vec<Spanned<ClockSpan>>, season: Option<Spanned<DateSpan>>, text: Option<Text> }
        OpenDates "open-dates" { dates: Spanned<DateSpan>, hours: Vec<Spanned<ClockSpan>>, text: Option<Text> }
        ClosedWeekly "closed-weekly" { weekdays: Vec<Spanned<WeekdaySpan>>, hours: Vec<Spanned<ClockSpan>>, season: Option<Spanned<DateSpan>>, text: Option<Text> }
        ClosedDates "closed-dates" { dates: Spanned<DateSpan>, hours: Vec<Spanned<ClockSpan>>, text: Option<Text> }
        OpenMonthly "open-monthly" { which: Word, day: Spanned<Weekday>, hours: Vec<Spanned<ClockSpan>>, text: Option<Text> }
        ClosedMonthly "closed-monthly" { which: Word, day: Spanned<Weekday>, hours: Vec<Spanned<ClockSpan>>, text: Option<Text> }
        Instants "instants" { effect: Word, instants: Spanned<Instants>, text: Option<Text> }
        OpenSpan "open-span" { from_day: Spanned<Weekday>, from_time: Spanned<ClockTime>, from_zone: Option<Spanned<Zone>>, to_day: Spanned<Weekday>, to_time: Spanned<ClockTime>, to_zone: Option<Spanned<Zone>> }
        Calendars "calendars" { effect: Word, calendar: Vec<Name> }
        Within "within" { calendar: Name }
        Holidays "holidays" { area: Vec<Code> }
        HolidaysOfCustomer "holidays-of-customer" {}
        HolidaysFrom "holidays-from" { path: Code }
        OpenOnHolidays "open-on-holidays" {}
        CutOff "cut-off" { time: Spanned<ClockTime> }
        DaysEndAtClose "days-end-at-close" {}
        DaysKeepTime "days-keep-time" {}
        DaysKeepTimeNextOpening "days-keep-time-next-opening" {}
        DaysKeepTimeUntilClose "days-keep-time-until-close" {}
        DaysRoll "days-roll" {}
        DaysIncludeReceipt "days-include-receipt" {}
        DaysAreHours "days-are-hours" { hours: Spanned<Decimal> }
        DaysAreSchedule "days-are-schedule" {}
    }
}

statements! {
    /// Statements of a fact.
    Fact {
        YesOrNo "yes-or-no" {}
        Type "type" { r#type: Word }
        Decided "decided" { step: Word, party: Name }
        Value "value" { name: Name, text: Option<Text> }
    }
}

statements! {
    /// Statements of a plan.
    Plan {
        Extends "extends" { plan: Vec<Name> }
        Price "price" { amount: Amount }
        Grants "grants" { entitlement: Vec<Name> }
        GrantsLimit "grants-limit" { limit: Open<Quantity>, of: bool, entitlement: Name, measure: Option<Open<Measure>>, at_a_time: bool, at_most: Option<Open<Spanned<Decimal>>>, unused_lapse: bool }
        Runs "runs" { duration: Stated, then_renews: bool, notice: Option<Stated>, channel: Vec<Name> }
    }
}

statements! {
    /// Statements of a channel.
    Channel {
        Address "address" { text: Text }
        Open "open" { calendar: Vec<Name> }
        OpenDecided "open-decided" { party: Name }
        After "after" { channel: Vec<Name> }
        Alternative "alternative" { channel: Vec<Name> }
        SelfService "self-service" {}
    }
}

statements! {
    /// Statements of the scope.
    Scope {
        Covers "covers" { name: Option<Name>, text: Option<Text> }
        Excludes "excludes" { name: Name, text: Text }
    }
}

statements! {
    /// Statements of an offer.
    Offer {
        Rate "rate" { amount: Box<Amount>, during: Option<Name>, outside: Option<Name>, steps: Option<Box<Duration>>, least: Option<Box<Duration>> }
        Proposal "proposal" {}
        Invoiced "invoiced" { frequency: Measure }
        By "by" { role: Name }
    }
}

statements! {
    /// Statements of a commitment.
    Commitment {
        From "from" { event: Name }
        Until "until" { event: Name }
        Paused "paused" { state: Vec<Name> }
        Restarts "restarts" { fact: Name }
        Within "within" { lapse: Spanned<Promise>, strength: Option<Spanned<Strength>> }
        By "by" { day: Spanned<Promise>, strength: Option<Spanned<Strength>> }
        Every "every" { lapse: Spanned<Promise>, strength: Option<Spanned<Strength>> }
        NoFigure "no-figure" { lapse: Spanned<Promise> }
        Met "met" { share: Share, period: Spanned<Unit> }
        Credit "credit" { amount: Amount, breaches: Spanned<Decimal>, period: Spanned<Unit> }
        Claimed "claimed" { duration: Duration, event: Option<Name> }
    }
}

statements! {
    /// Statements of an escalation.
    Escalation {
        At "at" { share: Share, commitment: Name, role: Vec<Name> }
        Breach "breach" { commitment: Name, role: Vec<Name> }
        Offset "offset" { offset: Duration, side: Word, commitment: Name, role: Vec<Name> }
        Again "again" { every: Spanned<Promise>, commitment: Name, role: Vec<Name>, times: Option<Spanned<Decimal>> }
        Raised "raised" { party: Name, channel: Vec<Name> }
        Event "event" { event: Name, role: Vec<Name> }
        Step "step" { order: Word, role: Vec<Name>, answers: Option<Stated> }
    }
}

statements! {
    /// Statements of a process.
    Process {
        State "state" { name: Name, text: Option<Text> }
        Check "check" { name: Name, text: Option<Text>, role: Option<Name>, otherwise: Option<Name> }
        Becomes "becomes" { state: Name, to: Name, event: Option<Name>, after: Option<Stated>, within: Option<Stated> }
        Sends "sends" { state: Name, text: Text, after: Option<Stated> }
    }
}

statements! {
    /// Statements of the queue.
    Queue {
        Order "order" { fact: Vec<Name>, except: Option<Text> }
    }
}

statements! {
    /// Statements of a price.
    Price {
        Amount "amount" { amount: Amount }
    }
}

statements! {
    /// Statements of a product.
    Product {
        Supports "supports" { number: Spanned<Decimal> }
        Ends "ends" { phase: Name, date_rule: Spanned<DateRule> }
        Notice "notice" { duration: Stated, channel: Vec<Name> }
    }
}

statements! {
    /// Statements of planned maintenance.
    Maintenance {
        Timezone "timezone" { zone: Spanned<Zone> }
        Weekly "weekly" { weekdays: Vec<Spanned<WeekdaySpan>>, hours: Vec<Spanned<ClockSpan>>, season: Option<Spanned<DateSpan>> }
        Monthly "monthly" { which: Word, day: Spanned<Weekday>, hours: Vec<Spanned<ClockSpan>> }
        Dates "dates" { dates: Spanned<DateSpan>, hours: Vec<Spanned<ClockSpan>> }
        Outside "outside" { calendar: Vec<Name>, where_possible: bool }
        Notice "notice" { duration: Stated, channel: Vec<Name> }
        NoticeNone "notice-none" {}
    }
}

statements! {
    /// Statements of an availability.
    Availability {
        AtLeast "at-least" { share: Share, period: Spanned<Unit>, outside: Vec<Name> }
        Claimed "claimed" { duration: Duration, event: Option<Name> }
    }
}

statements! {
    /// Statements of the changes clause.
    Changes {
        Notice "notice" { duration: Stated, channel: Vec<Name> }
        NoticeNone "notice-none" {}
        Review "review" { duration: Duration }
        KeepVersion "keep-version" {}
        FollowVersion "follow-version" {}
    }
}

statements! {
    /// Statements of a role.
    Role {
        Address "address" { text: Text }
    }
}

statements! {
    /// Statements of a party.
    Party {
        Third "third" {}
        Address "address" { text: Text }
    }
}

statements! {
    /// Statements of a document.
    Document {
        Address "address" { text: Text }
        Prevails "prevails" {}
        Yields "yields" {}
    }
}

statements! {
    /// Statements of a section.
    Section {
        DutyOfUs "duty-of-us" { verb: Word, not: bool, text: Arc<Text>, event: Option<Name>, every: Option<Box<Spanned<Promise>>>, by: Option<Spanned<DateSpan>>, within: Option<Box<Stated>>, of: Option<Name>, except: Option<Box<Text>> }
        Duty "duty" { party: Name, verb: Word, not: bool, text: Arc<Text>, event: Option<Name>, every: Option<Box<Spanned<Promise>>>, by: Option<Spanned<DateSpan>>, within: Option<Box<Stated>>, of: Option<Name>, except: Option<Box<Text>> }
    }
}

statements! {
    /// Statements of a question.
    Question {
        About "about" { name: Name }
        Answer "answer" { text: Text }
    }
}

statements! {
    /// Statements of a catalogue.
    Catalogue {
        Group "group" { name: Name, text: Text }
    }
}

statements! {
    /// Statements of an example or a test.
    Example {
        Given "given" { condition: Vec<Condition> }
        Becomes "becomes" { fact: Name, value: Operand, instant: Spanned<DateTime> }
        ExpectBy "expect-by" { commitment: Name, instant: Spanned<DateTime>, rule_path: Option<Path> }
        ExpectNotifies "expect-notifies" { escalation: Name, role: Vec<Name>, instant: Spanned<DateTime>, rule_path: Option<Path> }
        ExpectValue "expect-value" { name: Name, value: Expected, rule_path: Option<Path> }
        ExpectCost "expect-cost" { offer: Name, amount: Amount, duration: Duration, rule_path: Option<Path> }
        Expect "expect" { condition: Vec<Condition>, instead: Option<Name>, rule_path: Option<Path> }
        Event "event" { event: Name, instant: Spanned<DateTime> }
    }
}

/// What an example expects a thing to be.
#[derive(Clone, Debug)]
pub enum Expected {
    /// A channel is open.
    Open(crate::source::Span),
    /// A channel is closed.
    Closed(crate::source::Span),
    /// An entitlement is granted, without more being said.
    Yes(crate::source::Span),
    /// A commitment's figure; `none`, `no` and `best effort` are figures too, whatever they are expected of.
    Promise(Spanned<Promise>),
    /// A limit.
    Quantity(Quantity),
    /// A price.
    Amount(Amount),
}

statements! {
    /// Statements of an ensure.
    Ensure {
        SlowerPlan "slower-plan" { commitment: Name }
        SlowerSeverity "slower-severity" { commitment: Name, word: Word }
        LessPlan "less-plan" { entitlement: Name }
        LessSeverity "less-severity" { entitlement: Name, word: Word }
        DearerPlan "dearer-plan" { price: Name }
        DearerSeverity "dearer-severity" { price: Name, word: Word }
        Within "within" { commitment: Name, duration: Duration }
        DueBefore "due-before" { commitment: Name, other: Name }
        DueWhile "due-while" { commitment: Name, calendar: Name }
        EveryCase "every-case" { commitment: Name }
        NoCase "no-case" { condition: Condition }
        Costs "costs" { amount: Amount }
        CostsOf "costs-of" { price: Name, amount: Amount }
        OpenPromise "open-promise" {}
        SomeChannel "some-channel" {}
        Overlaps "overlaps" { calendar: Name, other: Name }
        LiesWithin "lies-within" { calendar: Name, other: Name }
        OpenAtLeast "open-at-least" { calendar: Name, duration: Duration, period: Spanned<Unit> }
        Notifies "notifies" { escalation: Name, role: Vec<Name>, commitment: Name }
    }
}
