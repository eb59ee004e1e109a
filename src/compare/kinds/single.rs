//! Kinds that are their own mirrors: with the versions exchanged the same has happened.
//!
//! In: nothing. Out: the table.

use super::Kind;
use crate::compare::change::{Area, Direction};

/// Declares the kinds, and the table of them all.
macro_rules! single {
    ($($alone:ident $area:ident $goes:expr, $id:literal $summary:literal;)*) => {
        $(
            #[doc = concat!("The kind `", $id, "`, its own mirror.")]
            pub static $alone: Kind =
                Kind { id: $id, mirror: $id, area: Area::$area, direction: $goes, summary: $summary };
        )*
        /// All of them.
        pub(super) static SINGLE: &[&Kind] = &[$(&$alone,)*];
    };
}

/// Better for some and worse for others, or for nobody to say.
const MIXED: Option<Direction> = Some(Direction::Mixed);
/// Nobody gains or loses.
const NEUTRAL: Option<Direction> = Some(Direction::Neutral);

single! {
    WINNER Commitment None, "winner-changed" "Another of two rules decides now, though neither was touched.";
    MET_CHANGED Commitment MIXED, "met-changed" "How often a promise is met is measured over another time.";
    PACE_MIXED Commitment MIXED, "commitment-reclocked"
        "A deadline falls earlier for some requests and later for others.";
    CLAIM_EITHER Commitment MIXED, "claim-reclocked"
        "There is more time at some times and less at others to claim what a missed promise gives.";
    PROMISE Commitment MIXED, "commitment-redefined"
        "A promise is now of a kind that cannot be compared with what it was.";
    RESTATED Commitment NEUTRAL, "commitment-restated" "A promise says the same in other words.";
    CLOCK Commitment MIXED, "clock-changed" "The clock of a promise starts or stops with another event.";
    HOURS_MOVED Hours MIXED, "hours-moved" "Something is open at other times.";
    HOURS_RESTATED Hours NEUTRAL, "hours-restated"
        "Hours are written in another way, and everything that was compared is open when it was.";
    CUT_OFF_EITHER Hours MIXED, "cut-off-reclocked"
        "What arrives counts for the next day from an earlier hour on at some times of the year and from a later one at others.";
    CUT_OFF_RESTATED Hours NEUTRAL, "cut-off-restated"
        "A cut-off is said in another way, and everything counts for the day that it did.";
    ADDRESS_CHANGED Channel NEUTRAL, "address-changed" "A channel is reached at another address.";
    ENTITLEMENT_CHANGED Entitlement MIXED, "entitlement-changed"
        "What is granted is counted in another way.";
    STEP_MOVED Escalation MIXED, "step-changed" "A step of an escalation comes at another moment.";
    STEP_EITHER Escalation MIXED, "step-reclocked"
        "An escalation tells somebody earlier at some times and later at others.";
    ANSWER_EITHER Escalation MIXED, "answer-reclocked"
        "A step of a complaint has more time to answer at some times and less at others.";
    ROUTING Escalation NEUTRAL, "routing-changed" "Other people look after a request first.";
    PRICE_CHANGED Price MIXED, "price-changed" "A price is said in another way and cannot be compared.";
    RATE_CHANGED Price MIXED, "rate-changed" "Some work costs more and other work less, or nobody can tell.";
    RATE_RESTATED Price NEUTRAL, "rate-restated" "Rates are written in another way and come to the same.";
    INVOICE Price NEUTRAL, "invoicing-changed" "Work is invoiced at other times.";
    TERM Plan MIXED, "term-changed" "A contract runs for another time.";
    ENDING_EITHER Plan MIXED, "ending-reclocked"
        "A contract can be ended later at some times and must be ended earlier at others.";
    LADDER Plan NEUTRAL, "plan-order-changed" "A plan includes other plans.";
    TIMER Process MIXED, "timer-changed" "A request moves on by itself after another time.";
    WINDOW_EITHER Process MIXED, "window-reclocked"
        "There is more time at some times and less at others in which something can still be done.";
    SENDING_EITHER Process MIXED, "message-reclocked"
        "Customers are sent something earlier at some times and later at others.";
    CHECK_CHANGED Process MIXED, "check-changed" "A check is made by others or leads elsewhere.";
    QUEUE Process MIXED, "queue-changed" "Requests are worked on in another order.";
    PHASE_MOVED Product MIXED, "phase-moved" "A phase of a release begins and ends at other times.";
    PHASE_NOTICE_EITHER Product MIXED, "phase-notice-reclocked"
        "The end of a phase is announced earlier at some times and later at others.";
    LIFE_RULE_RESTATED Product NEUTRAL, "life-rule-restated" "The days of a release are said in another way and are the same.";
    LIFE_RULE_CHANGED Product MIXED, "life-rule-changed" "The end of a phase follows another rule.";
    MAINTENANCE_MOVED Maintenance MIXED, "maintenance-moved" "Planned maintenance takes place at other times.";
    MAINTENANCE_NOTICE_EITHER Maintenance MIXED, "maintenance-notice-reclocked"
        "Planned maintenance is announced earlier at some times and later at others.";
    AVAILABILITY_CHANGED Availability MIXED, "availability-changed"
        "A service is measured over another period.";
    VERSION_RULE Change MIXED, "open-requests-changed" "It is said for the first time, or no more, which version open requests follow.";
    NOTICE_EITHER Change MIXED, "notice-reclocked"
        "Changes are announced earlier at some times and later at others.";
    REVIEW_EITHER Change MIXED, "review-reclocked"
        "The policy is looked at again sooner at some times and later at others.";
    DUTY_TEXT Duty NEUTRAL, "duty-reworded" "Something that somebody does is said in other words.";
    DUTY_EITHER Duty MIXED, "duty-reclocked"
        "We have more time for something at some times and less at others.";
    OBLIGATION_EITHER Duty MIXED, "obligation-reclocked"
        "The customer has more time for something at some times and less at others.";
    DERIVATION Case MIXED, "derivation-changed" "A fact follows from others in another way.";
    DECIDER Case MIXED, "decider-changed" "Somebody else proposes or confirms a fact.";
    RENAMED Wording NEUTRAL, "renamed" "Something has another name.";
    TITLE Wording NEUTRAL, "title-changed" "Something has another title.";
    MEANING Wording NEUTRAL, "meaning-changed" "Something is explained in other words.";
    PROSE Wording NEUTRAL, "text-changed" "A text says something else.";
    QUESTION_TEXT Wording NEUTRAL, "answer-changed" "A question is answered in other words.";
    CONTACT Wording NEUTRAL, "contact-changed" "A person, party or document is reached at another address.";
    EXAMPLE_CHANGED Wording NEUTRAL, "example-changed" "An example shows something else.";
    SEE Wording NEUTRAL, "reference-changed" "Something refers its readers to other places.";
    ENSURE_CHANGED Proof NEUTRAL, "ensure-changed" "What is proved says more in one way and less in another.";
    TEST_CHANGED Proof NEUTRAL, "test-changed" "A test tries something else.";
    TRANSLATION Wording NEUTRAL, "translation-changed" "Only a translation changed.";
    CATALOGUE Wording NEUTRAL, "catalogue-changed" "A list of policies lists others.";
    HEADER Wording NEUTRAL, "header-changed" "The version, the date, the publisher or another line of the header changed.";
    LAYOUT Layout NEUTRAL, "order-changed" "The same clauses stand in another order.";
}
