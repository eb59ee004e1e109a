//! The kinds of words that prose lints look for, each a list in the file of every language.
//!
//! In: nothing. Out: [`Tag`], the kinds of words and phrases that are noticed in a text, and [`Little`], those of little words that
//! are only looked at beside them. Which words they are, `lexicon.rs` reads.

/// Declares the kinds of words with the names of their lists.
macro_rules! tags {
    ($($(#[doc = $doc:literal])+ $tag:ident $name:literal;)*) => {
        /// A kind of word or phrase, which is one list in the file of each language.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Tag {
            $($(#[doc = $doc])+ $tag,)*
        }

        impl Tag {
            /// All kinds with the names of their lists.
            pub const ALL: &'static [(Self, &'static str)] = &[$((Self::$tag, $name)),*];
        }
    };
}

tags! {
    /// Soon, without a figure: "as soon as possible".
    Soon "soon";
    /// More or less, mostly: "usually".
    Hedge "hedge";
    /// What is aimed at, which is as much as a target: "aim".
    Aim "aim";
    /// Trying, without a figure: "best effort".
    BestEffort "best-effort";
    /// Day and night: "24/7".
    AroundTheClock "around-the-clock";
    /// "local time".
    LocalTime "local-time";
    /// Whose: "your", "customer's".
    Whose "whose";
    /// Before the name of a place or person: "of", "in".
    PlaceOf "place";
    /// What stands for something that was to be filled in: "TBD".
    Placeholder "placeholder";
    /// "the only exception".
    OnlyException "only-exception";
    /// We.
    We "we";
    /// You.
    You "you";
    /// To answer, as we do.
    Respond "respond";
    /// The same in a form that needs no subject: Spanish "respondemos".
    WeRespond "we-respond";
    /// An answer: "first response".
    Response "response";
    /// To solve, as we do.
    Resolve "resolve";
    /// The same in a form that needs no subject.
    WeResolve "we-resolve";
    /// A solution, and what is solved: "fixed within".
    Resolution "resolution";
    /// Before a deadline: "within".
    Within "within";
    /// Behind a deadline: Japanese 以内.
    WithinBehind "within-behind";
    /// Not.
    Not "not";
    /// A minute.
    Minute "minute";
    /// An hour.
    Hour "hour";
    /// A day.
    Day "day";
    /// A week.
    Week "week";
    /// A month.
    Month "month";
    /// An hour of working time.
    BusinessHour "business-hour";
    /// A day of working time.
    BusinessDay "business-day";
    /// Before or behind a unit, of working time: "business".
    Business "business";
    /// Between the two ends of a range: "to".
    To "to";
    /// At most: "up to".
    Ceiling "ceiling";
    /// How much of the time a service works: "uptime".
    Availability "availability";
    /// To take in, at any time: "send".
    Receive "receive";
    /// Words that say nothing of where a link leads: "here".
    Here "here";
    /// A numbered part of a document: "section".
    Section "section";
    /// Words that are never written twice in a row.
    Doubled "doubled";
    /// Monday to Sunday.
    Monday "monday";
    /// Tuesday.
    Tuesday "tuesday";
    /// Wednesday.
    Wednesday "wednesday";
    /// Thursday.
    Thursday "thursday";
    /// Friday.
    Friday "friday";
    /// Saturday.
    Saturday "saturday";
    /// Sunday.
    Sunday "sunday";
    /// Of a clock time, after the hour: "o'clock".
    OClock "o-clock";
    /// The order of gravity called severity.
    Severity "severity";
    /// The order of gravity called priority.
    Priority "priority";
    /// Behind one of the two: "level".
    Level "level";
    /// Words that name a time of writing: "currently".
    Nowadays "nowadays";
    /// A complaint.
    Complaint "complaint";
    /// The first days of a week to the last, in words of their own: "weekdays".
    Weekdays "weekdays";
    /// What limits a sentence to some cases: "except", "unless".
    Limit "limit";
    /// How long before: "in advance".
    Ahead "ahead";
    /// In a duty, not always: "mostly".
    Mostly "mostly";
    /// And.
    And "and";
    /// Or.
    Or "or";
    /// Before an example: "for instance".
    ForExample "for-example";
    /// One person, or what is theirs: "Mrs", "home number".
    Person "person";
    /// You, to a stranger: German "Sie".
    FormalYou "formal-you";
    /// You, to a friend: German "du".
    InformalYou "informal-you";
    /// Of money, another amount than the price itself: "discount".
    OtherAmount "other-amount";
    /// What something costs: "price".
    Cost "cost";
    /// Before or behind the end of a period: "by", "at the latest".
    Due "due";
    /// One after the other, whatever they are about: "first come, first served".
    InOrder "in-order";
    /// Without telling before: "without notice".
    NoNotice "no-notice";
    /// As one likes: "at any time".
    Freely "freely";
    /// To change something, and what changes: "amended".
    Change "change";
    /// The policy itself: "this document".
    ThisPolicy "this-policy";
    /// To end a contract: "cancel".
    EndContract "end-contract";
    /// A contract: "subscription".
    Contract "contract";
    /// To ask for what a missed promise gives: "claimed".
    Claim "claim";
    /// Of requests, that they get an answer, whoever gives it: "are answered".
    Answered "answered";
    /// Before a word for all of some: "every".
    Every "every";
    /// The day that was named before: "the same day".
    SameDay "same-day";
}

/// A set of kinds, one bit each, with two bits more for what the scan notices besides.
pub type Kinds = u128;

impl Tag {
    /// Its bit in a set of kinds.
    pub const fn bit(self) -> Kinds {
        1 << (self as u32)
    }

    /// The set of some kinds.
    pub const fn bits(tags: &[Self]) -> Kinds {
        let (mut bits, mut at) = (0, 0);
        while at < tags.len() {
            bits |= tags[at].bit();
            at += 1;
        }
        bits
    }
}

/// A kind of little word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Little {
    /// Of a verb: "may", "is", "be".
    Helping,
    /// Between what is done and what it is done to: "to", "of", "the".
    Joining,
    /// Behind both: "with", "by".
    Trailing,
    /// That we tell customers of something that will be, with who tells or is told: "we announce", "are notified".
    Announce,
    /// What a sentence that tells of a notice may say besides: "customers", "by us".
    Beside,
    /// What a notice of maintenance is of: "planned maintenance".
    Upkeep,
    /// Of what is over: "was".
    Past,
    /// What makes of a length of time another than that of a notice: of one more message, of what others tell us, of some cases.
    Aside,
    /// Of hours that are others than the usual ones: "extended".
    Extended,
    /// In brackets, what a template asks for: "company".
    Blank,
    /// What is done with keys and menus, which stand in brackets too: "press".
    Press,
    /// Of hours, that they cost no more: "at no extra cost".
    Free,
    /// Right before a number or address: "call", "write to".
    Contact,
    /// What a sentence about the order of all work may say besides: "everything", "is handled".
    Queued,
    /// Between what we promise and how long it takes, in a sentence that says nothing else: "is".
    Amounting,
    /// Of us, to be there for customers: "open".
    Opening,
}

impl Little {
    /// All kinds with the names of their lists.
    pub(super) const ALL: [(Self, &'static str); 16] = [
        (Self::Helping, "helping"),
        (Self::Joining, "joining"),
        (Self::Trailing, "trailing"),
        (Self::Announce, "announce"),
        (Self::Beside, "beside"),
        (Self::Upkeep, "upkeep"),
        (Self::Past, "past"),
        (Self::Aside, "aside"),
        (Self::Extended, "extended"),
        (Self::Blank, "blank"),
        (Self::Press, "press"),
        (Self::Free, "free"),
        (Self::Contact, "contact"),
        (Self::Queued, "queued"),
        (Self::Amounting, "amounting"),
        (Self::Opening, "opening"),
    ];
}
