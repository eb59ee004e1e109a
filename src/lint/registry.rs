//! The table of all lints.

use super::{Context, rules};
use crate::diagnostic::{Code, Diagnostic, registry as codes};

/// A lint.
#[derive(Debug)]
pub struct Lint {
    /// The finding that it makes.
    pub code: &'static Code,
    /// Whether it looks for something that is not there.
    pub looks_for_absence: bool,
    /// Looks at a program and adds what it finds.
    pub check: fn(&Context<'_>, &mut Vec<Diagnostic>),
}

/// All lints, by the name of their finding.
pub static ALL: &[Lint] = &[
    Lint { code: &codes::ADDS_NOTHING, looks_for_absence: false, check: rules::adds_nothing::check },
    Lint {
        code: &codes::BILLED_WITHOUT_CONSENT,
        looks_for_absence: true,
        check: rules::billed_without_consent::check,
    },
    Lint {
        code: &codes::BILLED_WITHOUT_RATE,
        looks_for_absence: true,
        check: rules::billed_without_rate::check,
    },
    Lint {
        code: &codes::BILLED_WITHOUT_STEP,
        looks_for_absence: true,
        check: rules::billed_without_step::check,
    },
    Lint {
        code: &codes::CALENDAR_NEVER_OPENS,
        looks_for_absence: true,
        check: rules::calendar_never_opens::check,
    },
    Lint { code: &codes::CATCH_ALL_NAME, looks_for_absence: false, check: rules::catch_all_name::check },
    Lint {
        code: &codes::CHANNEL_FOR_NOBODY,
        looks_for_absence: false,
        check: rules::channel_for_nobody::check,
    },
    Lint {
        code: &codes::CHANNEL_WITHOUT_ADDRESS,
        looks_for_absence: true,
        check: rules::channel_without_address::check,
    },
    Lint {
        code: &codes::CHECK_WITHOUT_OUTCOME,
        looks_for_absence: true,
        check: rules::check_without_outcome::check,
    },
    Lint {
        code: &codes::CIRCULAR_ESCALATION,
        looks_for_absence: false,
        check: rules::circular_escalation::check,
    },
    Lint {
        code: &codes::CLOCK_STOPS_AT_START,
        looks_for_absence: false,
        check: rules::clock_stops_at_start::check,
    },
    Lint {
        code: &codes::COVERED_AND_EXCLUDED,
        looks_for_absence: false,
        check: rules::covered_and_excluded::check,
    },
    Lint {
        code: &codes::CREDIT_WHILE_KEPT,
        looks_for_absence: false,
        check: rules::credit_while_kept::check,
    },
    Lint {
        code: &codes::DEARER_LONGER_TERM,
        looks_for_absence: false,
        check: rules::dearer_longer_term::check,
    },
    Lint {
        code: &codes::EXCEPTION_WITHOUT_EFFECT,
        looks_for_absence: false,
        check: rules::exception_without_effect::check,
    },
    Lint {
        code: &codes::EXCLUDED_WITH_NO_WAY_ON,
        looks_for_absence: true,
        check: rules::excluded_with_no_way_on::check,
    },
    Lint { code: &codes::FALLING_CREDIT, looks_for_absence: false, check: rules::falling_credit::check },
    Lint {
        code: &codes::FIXED_OFFSET_ZONE,
        looks_for_absence: false,
        check: rules::fixed_offset_zone::check,
    },
    Lint { code: &codes::FLAT_LADDER, looks_for_absence: false, check: rules::flat_ladder::check },
    Lint {
        code: &codes::GAP_BETWEEN_PHASES,
        looks_for_absence: false,
        check: rules::gap_between_phases::check,
    },
    Lint { code: &codes::HOLIDAYS_END, looks_for_absence: false, check: rules::holidays_end::check },
    Lint { code: &codes::HOLIDAYS_UNSAID, looks_for_absence: true, check: rules::holidays_unsaid::check },
    Lint { code: &codes::LATE_ESCALATION, looks_for_absence: false, check: rules::late_escalation::check },
    Lint {
        code: &codes::MALFORMED_ADDRESS,
        looks_for_absence: false,
        check: rules::malformed_address::check,
    },
    Lint {
        code: &codes::MESSAGE_NEVER_SENT,
        looks_for_absence: false,
        check: rules::message_never_sent::check,
    },
    Lint {
        code: &codes::MISNUMBERED_LEVELS,
        looks_for_absence: false,
        check: rules::misnumbered_levels::check,
    },
    Lint { code: &codes::MISSING_CASE, looks_for_absence: true, check: rules::missing_case::check },
    Lint {
        code: &codes::MISSING_COMMITMENT,
        looks_for_absence: true,
        check: rules::missing_commitment::check,
    },
    Lint { code: &codes::MIXED_CLOCKS, looks_for_absence: false, check: rules::mixed_clocks::check },
    Lint { code: &codes::MIXED_CURRENCIES, looks_for_absence: false, check: rules::mixed_currencies::check },
    Lint { code: &codes::NO_PROMISE_SAID, looks_for_absence: true, check: rules::no_promise_said::check },
    Lint {
        code: &codes::NOTICE_LONGER_THAN_TERM,
        looks_for_absence: false,
        check: rules::notice_longer_than_term::check,
    },
    Lint {
        code: &codes::OVERLAPPING_PHASES,
        looks_for_absence: false,
        check: rules::overlapping_phases::check,
    },
    Lint {
        code: &codes::PLAN_WITHOUT_CHANNEL,
        looks_for_absence: true,
        check: rules::plan_without_channel::check,
    },
    Lint {
        code: &codes::PROMISE_FOR_NO_CASE,
        looks_for_absence: false,
        check: rules::promise_for_no_case::check,
    },
    Lint { code: &codes::PROMISE_PAST_END, looks_for_absence: false, check: rules::promise_past_end::check },
    Lint { code: &codes::PROMISED_TWICE, looks_for_absence: false, check: rules::promised_twice::check },
    Lint {
        code: &codes::QUEUE_IGNORES_SEVERITY,
        looks_for_absence: false,
        check: rules::queue_ignores_severity::check,
    },
    Lint { code: &codes::REPEATED_SUBJECT, looks_for_absence: false, check: rules::repeated_subject::check },
    Lint { code: &codes::REVERSED_HOURS, looks_for_absence: false, check: rules::reversed_hours::check },
    Lint { code: &codes::REVERSED_PHASES, looks_for_absence: false, check: rules::reversed_phases::check },
    Lint {
        code: &codes::RULE_FOR_EXCLUDED_CASES,
        looks_for_absence: false,
        check: rules::rule_for_excluded_cases::check,
    },
    Lint {
        code: &codes::SEVERITY_WITHOUT_MEANING,
        looks_for_absence: true,
        check: rules::severity_without_meaning::check,
    },
    Lint { code: &codes::SHARED_TITLE, looks_for_absence: false, check: rules::shared_title::check },
    Lint {
        code: &codes::STATE_NEVER_ENTERED,
        looks_for_absence: true,
        check: rules::state_never_entered::check,
    },
    Lint { code: &codes::STATE_NEVER_LEFT, looks_for_absence: true, check: rules::state_never_left::check },
    Lint {
        code: &codes::STEP_BEFORE_START,
        looks_for_absence: false,
        check: rules::step_before_start::check,
    },
    Lint {
        code: &codes::STEP_NEVER_REACHED,
        looks_for_absence: true,
        check: rules::step_never_reached::check,
    },
    Lint {
        code: &codes::STEPS_OUT_OF_ORDER,
        looks_for_absence: false,
        check: rules::steps_out_of_order::check,
    },
    Lint { code: &codes::UNFILLED, looks_for_absence: false, check: rules::unfilled::check },
    Lint {
        code: &codes::UNMARKED_EXCEPTION,
        looks_for_absence: false,
        check: rules::unmarked_exception::check,
    },
    Lint {
        code: &codes::UNREACHABLE_ESCALATION,
        looks_for_absence: false,
        check: rules::unreachable_escalation::check,
    },
    Lint { code: &codes::UNREACHABLE_RULE, looks_for_absence: false, check: rules::unreachable_rule::check },
    Lint {
        code: &codes::UNREADABLE_HOLIDAYS,
        looks_for_absence: false,
        check: rules::unreadable_holidays::check,
    },
];
