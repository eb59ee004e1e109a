//! Kinds that are the mirrors of each other: what is worse for the customer, or goes, in front of what is better, or comes.
//!
//! In: nothing. Out: the table. A line says which way its first kind goes; its second goes the other way.

use super::{Kind, Twin};
use crate::compare::change::{Area, Direction};

/// Declares the kinds, and the table of them all.
macro_rules! twins {
    ($($twin:ident $area:ident $way:ident $back:literal $said:literal, $forth:literal $told:literal;)*) => {
        $(
            #[doc = concat!("The kinds `", $back, "` and `", $forth, "`.")]
            pub static $twin: Twin = Twin {
                back: Kind {
                    id: $back,
                    mirror: $forth,
                    area: Area::$area,
                    direction: Some(Direction::$way),
                    summary: $said,
                },
                forth: Kind {
                    id: $forth,
                    mirror: $back,
                    area: Area::$area,
                    direction: Some(Direction::$way.turned()),
                    summary: $told,
                },
            };
        )*
        /// All of them.
        pub(super) static TWINS: &[&Twin] = &[$(&$twin,)*];
    };
}

twins! {
    POLICY Coverage Weaker
        "policy-removed" "A policy is gone altogether.",
        "policy-added" "There is a new policy.";
    COVERAGE Coverage Weaker
        "coverage-removed" "Requests that were covered no longer are.",
        "coverage-added" "Requests that were not covered now are.";
    INSTEAD Coverage Weaker
        "instead-removed" "What is not covered loses a place to turn to instead.",
        "instead-added" "What is not covered gains a place to turn to instead.";
    CHANNEL Channel Weaker
        "channel-removed" "A way to reach support is gone.",
        "channel-added" "There is a new way to reach support.";
    CHANNEL_CASES Channel Weaker
        "channel-withdrawn" "A channel no longer exists for some requests.",
        "channel-extended" "A channel now exists for more requests.";
    ADDRESS Channel Weaker
        "address-removed" "An address of a channel is gone.",
        "address-added" "A channel has one more address.";
    PREREQUISITE Channel Weaker
        "prerequisite-added" "A channel is open only after another was tried.",
        "prerequisite-removed" "A channel no longer asks to try another first.";
    ALTERNATIVE Channel Weaker
        "alternative-removed" "A channel names one alternative less.",
        "alternative-added" "A channel names one more alternative.";
    STAFF Channel Weaker
        "channel-unstaffed" "On a channel customers now help themselves.",
        "channel-staffed" "On a channel somebody now helps.";
    HOURS Hours Weaker
        "hours-shorter" "Something is open at fewer times and at no others.",
        "hours-longer" "Something is open at more times and at all that it was.";
    HOURS_SAID Hours Weaker
        "hours-left-open" "Opening hours that were fixed are now decided as we go.",
        "hours-fixed" "Opening hours that were left open are now fixed.";
    CUT_OFF Hours Weaker
        "cut-off-earlier" "What arrives counts for the next day from an earlier hour on.",
        "cut-off-later" "What arrives counts for the next day only from a later hour on.";
    CUT_OFF_SAID Hours Weaker
        "cut-off-added" "There is now an hour after which what arrives counts for the next day.",
        "cut-off-removed" "There is no longer an hour after which what arrives counts for the next day.";
    COMMITMENT Commitment Weaker
        "commitment-removed" "A promise of time is gone.",
        "commitment-added" "There is a new promise of time.";
    COMMITMENT_CASES Commitment Weaker
        "commitment-withdrawn" "A promise of time no longer speaks of some requests.",
        "commitment-extended" "A promise of time now speaks of more requests.";
    PACE Commitment Weaker
        "commitment-slower" "A deadline falls later, or is given up, and never earlier.",
        "commitment-faster" "A deadline falls earlier, or is given where there was none, and never later.";
    FIRMNESS Commitment Weaker
        "commitment-softened" "The same figure is meant less firmly.",
        "commitment-firmed" "The same figure is meant more firmly.";
    CLOCK_START Commitment Weaker
        "clock-starts-later" "The clock of a promise no longer starts with the receipt.",
        "clock-starts-earlier" "The clock of a promise now starts with the receipt.";
    PAUSE Commitment Weaker
        "pause-added" "The clock of a promise stands still in one more state.",
        "pause-removed" "The clock of a promise runs on in a state where it stood still.";
    RESTART Commitment Weaker
        "restart-added" "The clock of a promise begins again when one more fact changes.",
        "restart-removed" "The clock of a promise no longer begins again when a fact changes.";
    MET Commitment Weaker
        "met-lowered" "A promise is to be met for a smaller share of requests, or over a longer time.",
        "met-raised" "A promise is to be met for a larger share of requests, or over a shorter time.";
    MET_SAID Commitment Weaker
        "met-removed" "It is no longer said how often a promise is met.",
        "met-added" "It is now said how often a promise is met.";
    CREDIT Commitment Weaker
        "credit-removed" "What is given for a missed promise is gone.",
        "credit-added" "Something is now given for a missed promise.";
    CREDIT_AMOUNT Commitment Weaker
        "credit-lowered" "Less is given for a missed promise, or only after more of them.",
        "credit-raised" "More is given for a missed promise, or after fewer of them.";
    CLAIM Commitment Weaker
        "claim-shortened" "There is less time to claim what a missed promise gives.",
        "claim-extended" "There is more time to claim what a missed promise gives.";
    ENTITLEMENT Entitlement Weaker
        "entitlement-removed" "Something that was granted is gone altogether.",
        "entitlement-added" "There is something new that is granted.";
    ENTITLEMENT_CASES Entitlement Weaker
        "entitlement-withdrawn" "Something is no longer granted to some customers.",
        "entitlement-granted" "Something is now granted to more customers.";
    ENTITLEMENT_AMOUNT Entitlement Weaker
        "entitlement-lowered" "Less of something is granted.",
        "entitlement-raised" "More of something is granted.";
    LAPSE Entitlement Weaker
        "lapse-added" "What is not used now lapses.",
        "lapse-removed" "What is not used no longer lapses.";
    ESCALATION Escalation Weaker
        "escalation-removed" "An escalation is gone.",
        "escalation-added" "There is a new escalation.";
    ESCALATION_CASES Escalation Weaker
        "escalation-withdrawn" "An escalation no longer holds for some requests.",
        "escalation-extended" "An escalation now holds for more requests.";
    STEP Escalation Weaker
        "step-removed" "An escalation tells or asks somebody less.",
        "step-added" "An escalation tells or asks somebody more.";
    STEP_TIME Escalation Weaker
        "step-later" "An escalation tells somebody later, or less often.",
        "step-earlier" "An escalation tells somebody earlier, or more often.";
    ANSWER Escalation Weaker
        "answer-slower" "A step of a complaint has more time to answer, or no time is said any more.",
        "answer-faster" "A step of a complaint has less time to answer, or a time is said now.";
    ROUTE Escalation Weaker
        "route-removed" "Somebody can no longer ask for an escalation, or by one channel less.",
        "route-added" "Somebody else can ask for an escalation, or by one more channel.";
    PRICE Price Weaker
        "price-raised" "Something costs more.",
        "price-lowered" "Something costs less.";
    PRICE_SAID Price Weaker
        "price-added" "Something that had no price has one now.",
        "price-removed" "Something that had a price has none any more.";
    PRICE_HAD Price Weaker
        "price-withdrawn" "Something that could be had at a price can no longer be had.",
        "price-offered" "Something that could not be had can now be had at a price.";
    OFFER Price Weaker
        "offer-removed" "Something that could be had at a price is gone.",
        "offer-added" "Something new can be had at a price.";
    RATE Price Weaker
        "rate-raised" "A rate is higher.",
        "rate-lowered" "A rate is lower.";
    RATE_SAID Price Neutral
        "rate-removed" "A rate is gone.",
        "rate-added" "There is a new rate.";
    RATE_LEAST Price Weaker
        "minimum-raised" "More time is charged at least, or in larger steps.",
        "minimum-lowered" "Less time is charged at least, or in smaller steps.";
    PROPOSAL Price Weaker
        "proposal-removed" "Work begins without a proposal that was accepted.",
        "proposal-added" "A proposal comes before work begins.";
    PLAN Plan Weaker
        "plan-removed" "A plan is gone.",
        "plan-added" "There is a new plan.";
    PLAN_CASES Plan Weaker
        "plan-withdrawn" "A plan can no longer be had by some customers.",
        "plan-extended" "A plan can now be had by more customers.";
    RENEWAL Plan Weaker
        "renewal-added" "A contract now goes on by itself.",
        "renewal-removed" "A contract no longer goes on by itself.";
    ENDING Plan Weaker
        "ending-longer" "A contract must be ended earlier, or an end must be announced now.",
        "ending-shorter" "A contract can be ended later.";
    ENDING_CHANNEL Plan Weaker
        "ending-channel-removed" "A contract can be ended by fewer channels.",
        "ending-channel-added" "A contract can be ended by more channels.";
    STATE Process Mixed
        "state-removed" "A request no longer passes through a state.",
        "state-added" "A request now passes through one more state.";
    CHECK Process Weaker
        "check-added" "A request has to pass one more check.",
        "check-removed" "A request has to pass one check less.";
    TRANSITION Process Mixed
        "transition-removed" "A way from one state to another is gone.",
        "transition-added" "There is a new way from one state to another.";
    WINDOW Process Weaker
        "window-shortened" "There is less time in which something can still be done.",
        "window-extended" "There is more time in which something can still be done.";
    SENDING Process Weaker
        "message-removed" "Customers are no longer sent something.",
        "message-added" "Customers are now sent something.";
    SENDING_TIME Process Weaker
        "message-later" "Customers are sent something later.",
        "message-earlier" "Customers are sent something earlier.";
    PRODUCT Product Weaker
        "product-removed" "A product is gone.",
        "product-added" "There is a new product.";
    RELEASE Product Weaker
        "release-removed" "A release is no longer listed.",
        "release-added" "There is a new release.";
    PHASE Product Weaker
        "phase-removed" "A release no longer has a phase.",
        "phase-added" "A release has one more phase.";
    PHASE_LENGTH Product Weaker
        "phase-shortened" "A phase of a release ends earlier.",
        "phase-extended" "A phase of a release ends later.";
    SUPPORTED Product Weaker
        "releases-fewer" "Fewer of the latest releases are supported.",
        "releases-more" "More of the latest releases are supported.";
    PHASE_NOTICE Product Weaker
        "phase-notice-shorter" "The end of a phase is announced later, or not at all.",
        "phase-notice-longer" "The end of a phase is announced earlier.";
    PHASE_NOTICE_CHANNEL Product Weaker
        "phase-notice-channel-removed" "The end of a phase is announced by one channel less.",
        "phase-notice-channel-added" "The end of a phase is announced by one more channel.";
    LIFE_RULE Product Mixed
        "life-rule-removed" "The end of a phase no longer follows a rule.",
        "life-rule-added" "The end of a phase now follows a rule.";
    MAINTENANCE Maintenance Weaker
        "maintenance-added" "There is a new planned maintenance.",
        "maintenance-removed" "A planned maintenance is gone.";
    MAINTENANCE_HOURS Maintenance Weaker
        "maintenance-longer" "Planned maintenance takes place at more times.",
        "maintenance-shorter" "Planned maintenance takes place at fewer times.";
    MAINTENANCE_OUTSIDE Maintenance Weaker
        "maintenance-outside-removed" "Planned maintenance no longer keeps out of the hours of a calendar.",
        "maintenance-outside-added" "Planned maintenance now keeps out of the hours of a calendar.";
    MAINTENANCE_NOTICE Maintenance Weaker
        "maintenance-notice-shorter" "Planned maintenance is announced later, or not at all.",
        "maintenance-notice-longer" "Planned maintenance is announced earlier.";
    MAINTENANCE_CHANNEL Maintenance Weaker
        "maintenance-notice-channel-removed" "Planned maintenance is announced by one channel less.",
        "maintenance-notice-channel-added" "Planned maintenance is announced by one more channel.";
    AVAILABILITY Availability Weaker
        "availability-removed" "A service is no longer promised to work for a share of the time.",
        "availability-added" "A service is now promised to work for a share of the time.";
    AVAILABILITY_SHARE Availability Weaker
        "availability-lowered" "A service is promised to work for a smaller share of the time.",
        "availability-raised" "A service is promised to work for a larger share of the time.";
    EXEMPTION Availability Weaker
        "exemption-added" "One more time does not count against a service.",
        "exemption-removed" "One time less does not count against a service.";
    NOTICE Change Weaker
        "notice-shortened" "Changes are announced later, or not at all.",
        "notice-extended" "Changes are announced earlier.";
    NOTICE_SAID Change Weaker
        "notice-removed" "It is no longer said how changes are announced.",
        "notice-added" "It is now said how changes are announced.";
    NOTICE_CHANNEL Change Weaker
        "notice-channel-removed" "Changes are announced by one channel less.",
        "notice-channel-added" "Changes are announced by one more channel.";
    REVIEW Change Weaker
        "review-rarer" "The policy is looked at again less often.",
        "review-oftener" "The policy is looked at again more often.";
    KEEP Change Weaker
        "version-dropped" "Open requests no longer keep the version that they began with.",
        "version-kept" "Open requests now keep the version that they began with.";
    DUTY Duty Weaker
        "duty-removed" "Something that we said we do is gone.",
        "duty-added" "We say of something new that we do it.";
    OBLIGATION Duty Weaker
        "obligation-added" "The customer has to do something more.",
        "obligation-removed" "The customer has to do something less.";
    PERMISSION Duty Weaker
        "permission-added" "We may do something more.",
        "permission-removed" "We may do something less.";
    RIGHT Duty Weaker
        "right-removed" "The customer may do something less.",
        "right-added" "The customer may do something more.";
    DUTY_STRENGTH Duty Weaker
        "duty-softened" "We are bound less by something that we do.",
        "duty-firmed" "We are bound more by something that we do.";
    OBLIGATION_STRENGTH Duty Weaker
        "obligation-firmed" "The customer is bound more by something.",
        "obligation-softened" "The customer is bound less by something.";
    DUTY_TIME Duty Weaker
        "duty-later" "We have more time for something, or do it less often.",
        "duty-sooner" "We have less time for something, or do it more often.";
    OBLIGATION_TIME Duty Weaker
        "obligation-sooner" "The customer has less time for something, or has to do it more often.",
        "obligation-later" "The customer has more time for something, or has to do it less often.";
    AUDIENCE Audience Weaker
        "audience-narrowed" "Something is no longer published for as many readers.",
        "audience-widened" "Something is now published for more readers.";
    VALUE Case Weaker
        "value-removed" "Requests that the policy spoke of are not in it any more.",
        "value-added" "The policy speaks of requests that were not in it.";
    VALUE_CASES Case Mixed
        "value-narrowed" "A value is now possible in fewer cases.",
        "value-widened" "A value is now possible in more cases.";
    FACT Case Neutral
        "fact-removed" "A fact no longer matters.",
        "fact-added" "A new fact matters.";
    QUESTION Wording Neutral
        "question-removed" "A question with its answer is gone.",
        "question-added" "There is a new question with an answer.";
    DEFINITION Wording Neutral
        "definition-removed" "A word is no longer defined.",
        "definition-added" "A word is now defined.";
    DOCUMENT Wording Neutral
        "document-removed" "A document is no longer named.",
        "document-added" "One more document is named.";
    CALENDAR Wording Neutral
        "calendar-removed" "Hours with a name of their own are no longer in the policy.",
        "calendar-added" "There are new hours with a name of their own.";
    PERSON Wording Neutral
        "person-removed" "A role or party is no longer named.",
        "person-added" "One more role or party is named.";
    SECTION Wording Neutral
        "section-removed" "A section is gone.",
        "section-added" "There is a new section.";
    EXAMPLE Wording Neutral
        "example-removed" "An example is gone.",
        "example-added" "There is a new example.";
    ENSURE Proof Neutral
        "ensure-removed" "What was proved of every case is proved no more.",
        "ensure-added" "One more sentence is proved of every case.";
    ENSURE_STRENGTH Proof Neutral
        "ensure-weakened" "What is proved says less, or speaks of fewer cases.",
        "ensure-strengthened" "What is proved says more, or speaks of more cases.";
    TEST Proof Neutral
        "test-removed" "A test is gone.",
        "test-added" "There is a new test.";
    LANGUAGE Wording Weaker
        "language-removed" "The policy is no longer published in a language.",
        "language-added" "The policy is now published in one more language.";
    PRECEDENCE Wording Weaker
        "precedence-lost" "Another document now counts where the two differ.",
        "precedence-won" "This policy now counts where another document differs.";
}
