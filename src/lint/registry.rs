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
    Lint { code: &codes::ALL_CAPITALS, looks_for_absence: false, check: rules::all_capitals::check },
    Lint { code: &codes::AND_BESIDE_OR, looks_for_absence: false, check: rules::and_beside_or::check },
    Lint { code: &codes::AROUND_THE_CLOCK, looks_for_absence: false, check: rules::around_the_clock::check },
    Lint {
        code: &codes::BEST_EFFORT_BESIDE_FIGURE,
        looks_for_absence: false,
        check: rules::best_effort_beside_figure::check,
    },
    Lint {
        code: &codes::BEST_EFFORT_WITH_FIGURE,
        looks_for_absence: false,
        check: rules::best_effort_with_figure::check,
    },
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
        code: &codes::CADENCE_BEYOND_DEADLINE,
        looks_for_absence: false,
        check: rules::cadence_beyond_deadline::check,
    },
    Lint {
        code: &codes::CALENDAR_NEVER_OPENS,
        looks_for_absence: true,
        check: rules::calendar_never_opens::check,
    },
    Lint {
        code: &codes::CASE_BEFORE_POLICY,
        looks_for_absence: false,
        check: rules::case_before_policy::check,
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
        code: &codes::CHANNEL_WITHOUT_HOURS,
        looks_for_absence: true,
        check: rules::channel_without_hours::check,
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
        code: &codes::COMMITMENT_WITHOUT_MEANING,
        looks_for_absence: true,
        check: rules::commitment_without_meaning::check,
    },
    Lint {
        code: &codes::CONTRADICTED_EXAMPLE,
        looks_for_absence: false,
        check: rules::contradicted_example::check,
    },
    Lint {
        code: &codes::CONTRADICTED_FIGURE,
        looks_for_absence: false,
        check: rules::contradicted_figure::check,
    },
    Lint {
        code: &codes::CONTRADICTED_HOURS,
        looks_for_absence: false,
        check: rules::contradicted_hours::check,
    },
    Lint {
        code: &codes::CONTRADICTED_NOTICE,
        looks_for_absence: false,
        check: rules::contradicted_notice::check,
    },
    Lint {
        code: &codes::CONTRADICTED_PRICE,
        looks_for_absence: false,
        check: rules::contradicted_price::check,
    },
    Lint {
        code: &codes::CONTRADICTED_SHARE,
        looks_for_absence: false,
        check: rules::contradicted_share::check,
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
        code: &codes::CROSSING_DEADLINES,
        looks_for_absence: false,
        check: rules::crossing_deadlines::check,
    },
    Lint { code: &codes::DATED_WORDING, looks_for_absence: false, check: rules::dated_wording::check },
    Lint {
        code: &codes::DATE_WITHOUT_VERSION,
        looks_for_absence: true,
        check: rules::date_without_version::check,
    },
    Lint {
        code: &codes::DEARER_LONGER_TERM,
        looks_for_absence: false,
        check: rules::dearer_longer_term::check,
    },
    Lint {
        code: &codes::DOCUMENT_WITHOUT_ADDRESS,
        looks_for_absence: true,
        check: rules::document_without_address::check,
    },
    Lint { code: &codes::DUE_WHILE_CLOSED, looks_for_absence: false, check: rules::due_while_closed::check },
    Lint { code: &codes::EMPTY_LINK, looks_for_absence: false, check: rules::empty_link::check },
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
    Lint { code: &codes::FLOOR_AS_CEILING, looks_for_absence: false, check: rules::floor_as_ceiling::check },
    Lint {
        code: &codes::GAP_BETWEEN_PHASES,
        looks_for_absence: false,
        check: rules::gap_between_phases::check,
    },
    Lint { code: &codes::HEDGED_DUTY, looks_for_absence: false, check: rules::hedged_duty::check },
    Lint { code: &codes::HOLIDAYS_END, looks_for_absence: false, check: rules::holidays_end::check },
    Lint { code: &codes::HOLIDAYS_UNSAID, looks_for_absence: true, check: rules::holidays_unsaid::check },
    Lint {
        code: &codes::HOURS_WITHOUT_EFFECT,
        looks_for_absence: false,
        check: rules::hours_without_effect::check,
    },
    Lint {
        code: &codes::HOURS_WITHOUT_RATE,
        looks_for_absence: false,
        check: rules::hours_without_rate::check,
    },
    Lint { code: &codes::LATE_ESCALATION, looks_for_absence: false, check: rules::late_escalation::check },
    Lint {
        code: &codes::LESS_ON_HIGHER_PLAN,
        looks_for_absence: false,
        check: rules::less_on_higher_plan::check,
    },
    Lint {
        code: &codes::LONGER_THAN_OPENING,
        looks_for_absence: false,
        check: rules::longer_than_opening::check,
    },
    Lint { code: &codes::LONG_SENTENCE, looks_for_absence: false, check: rules::long_sentence::check },
    Lint {
        code: &codes::MALFORMED_ADDRESS,
        looks_for_absence: false,
        check: rules::malformed_address::check,
    },
    Lint { code: &codes::MERGEABLE_ROWS, looks_for_absence: false, check: rules::mergeable_rows::check },
    Lint {
        code: &codes::MESSAGE_NEVER_SENT,
        looks_for_absence: false,
        check: rules::message_never_sent::check,
    },
    Lint { code: &codes::MISLEADING_LINK, looks_for_absence: false, check: rules::misleading_link::check },
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
    Lint { code: &codes::MISSING_SECTION, looks_for_absence: true, check: rules::missing_section::check },
    Lint { code: &codes::MIXED_ALPHABETS, looks_for_absence: false, check: rules::mixed_alphabets::check },
    Lint { code: &codes::MIXED_CLOCKS, looks_for_absence: false, check: rules::mixed_clocks::check },
    Lint { code: &codes::MIXED_CURRENCIES, looks_for_absence: false, check: rules::mixed_currencies::check },
    Lint {
        code: &codes::MIXED_FORM_OF_ADDRESS,
        looks_for_absence: false,
        check: rules::mixed_form_of_address::check,
    },
    Lint {
        code: &codes::NOTICE_LONGER_THAN_TERM,
        looks_for_absence: false,
        check: rules::notice_longer_than_term::check,
    },
    Lint { code: &codes::NO_CHANGE_NOTICE, looks_for_absence: true, check: rules::no_change_notice::check },
    Lint {
        code: &codes::NO_COMPLAINT_ROUTE,
        looks_for_absence: true,
        check: rules::no_complaint_route::check,
    },
    Lint { code: &codes::NO_CONTACT, looks_for_absence: true, check: rules::no_contact::check },
    Lint { code: &codes::NO_EFFECTIVE_DATE, looks_for_absence: true, check: rules::no_effective_date::check },
    Lint { code: &codes::NO_ESCALATION, looks_for_absence: true, check: rules::no_escalation::check },
    Lint { code: &codes::NO_OTHER_WAY, looks_for_absence: true, check: rules::no_other_way::check },
    Lint { code: &codes::NO_PROMISE_SAID, looks_for_absence: true, check: rules::no_promise_said::check },
    Lint { code: &codes::NO_REVIEW, looks_for_absence: true, check: rules::no_review::check },
    Lint {
        code: &codes::NUMBERED_REFERENCE,
        looks_for_absence: false,
        check: rules::numbered_reference::check,
    },
    Lint { code: &codes::NUMBERED_TITLE, looks_for_absence: false, check: rules::numbered_title::check },
    Lint { code: &codes::OTHER_ADDRESS, looks_for_absence: false, check: rules::other_address::check },
    Lint { code: &codes::OTHER_LANGUAGE, looks_for_absence: false, check: rules::other_language::check },
    Lint {
        code: &codes::OVERLAPPING_PHASES,
        looks_for_absence: false,
        check: rules::overlapping_phases::check,
    },
    Lint {
        code: &codes::OVERLAPPING_RATES,
        looks_for_absence: false,
        check: rules::overlapping_rates::check,
    },
    Lint { code: &codes::PAST_CLOSING, looks_for_absence: false, check: rules::past_closing::check },
    Lint { code: &codes::PERSONAL_ADDRESS, looks_for_absence: false, check: rules::personal_address::check },
    Lint { code: &codes::PERSONAL_NUMBER, looks_for_absence: false, check: rules::personal_number::check },
    Lint { code: &codes::PLACEHOLDER, looks_for_absence: false, check: rules::placeholder::check },
    Lint { code: &codes::PLAIN_HTTP, looks_for_absence: false, check: rules::plain_http::check },
    Lint {
        code: &codes::PLAN_WITHOUT_CHANNEL,
        looks_for_absence: true,
        check: rules::plan_without_channel::check,
    },
    Lint { code: &codes::PROMISED_TWICE, looks_for_absence: false, check: rules::promised_twice::check },
    Lint {
        code: &codes::PROMISE_FOR_NO_CASE,
        looks_for_absence: false,
        check: rules::promise_for_no_case::check,
    },
    Lint { code: &codes::PROMISE_PAST_END, looks_for_absence: false, check: rules::promise_past_end::check },
    Lint { code: &codes::QUESTION_MARK, looks_for_absence: false, check: rules::question_mark::check },
    Lint {
        code: &codes::QUEUE_IGNORES_SEVERITY,
        looks_for_absence: false,
        check: rules::queue_ignores_severity::check,
    },
    Lint { code: &codes::RELEASE_ENDED, looks_for_absence: false, check: rules::release_ended::check },
    Lint { code: &codes::REPEATED_NUMBER, looks_for_absence: false, check: rules::repeated_number::check },
    Lint { code: &codes::REPEATED_SUBJECT, looks_for_absence: false, check: rules::repeated_subject::check },
    Lint { code: &codes::REPEATED_TEXT, looks_for_absence: false, check: rules::repeated_text::check },
    Lint { code: &codes::REPEATED_WORD, looks_for_absence: false, check: rules::repeated_word::check },
    Lint {
        code: &codes::RESOLUTION_BEFORE_RESPONSE,
        looks_for_absence: false,
        check: rules::resolution_before_response::check,
    },
    Lint {
        code: &codes::RESOLUTION_WORDING,
        looks_for_absence: false,
        check: rules::resolution_wording::check,
    },
    Lint { code: &codes::REVERSED_HOURS, looks_for_absence: false, check: rules::reversed_hours::check },
    Lint { code: &codes::REVERSED_PHASES, looks_for_absence: false, check: rules::reversed_phases::check },
    Lint { code: &codes::REVIEW_OVERDUE, looks_for_absence: false, check: rules::review_overdue::check },
    Lint {
        code: &codes::RULE_FOR_EXCLUDED_CASES,
        looks_for_absence: false,
        check: rules::rule_for_excluded_cases::check,
    },
    Lint { code: &codes::RUN_ON_LIST, looks_for_absence: false, check: rules::run_on_list::check },
    Lint { code: &codes::SECTION_ORDER, looks_for_absence: false, check: rules::section_order::check },
    Lint {
        code: &codes::SEVERAL_ONLY_EXCEPTIONS,
        looks_for_absence: false,
        check: rules::several_only_exceptions::check,
    },
    Lint {
        code: &codes::SEVERITY_WITHOUT_MEANING,
        looks_for_absence: true,
        check: rules::severity_without_meaning::check,
    },
    Lint { code: &codes::SHARED_TITLE, looks_for_absence: false, check: rules::shared_title::check },
    Lint {
        code: &codes::SHORTER_ON_HIGHER_PLAN,
        looks_for_absence: false,
        check: rules::shorter_on_higher_plan::check,
    },
    Lint {
        code: &codes::SLOWER_ON_GRAVER_SEVERITY,
        looks_for_absence: false,
        check: rules::slower_on_graver_severity::check,
    },
    Lint {
        code: &codes::SLOWER_ON_HIGHER_PLAN,
        looks_for_absence: false,
        check: rules::slower_on_higher_plan::check,
    },
    Lint {
        code: &codes::STATE_NEVER_ENTERED,
        looks_for_absence: true,
        check: rules::state_never_entered::check,
    },
    Lint { code: &codes::STATE_NEVER_LEFT, looks_for_absence: true, check: rules::state_never_left::check },
    Lint {
        code: &codes::STEPS_OUT_OF_ORDER,
        looks_for_absence: false,
        check: rules::steps_out_of_order::check,
    },
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
    Lint { code: &codes::SWAPPED_NAME, looks_for_absence: false, check: rules::swapped_name::check },
    Lint {
        code: &codes::TWO_WORDS_FOR_ONE,
        looks_for_absence: false,
        check: rules::two_words_for_one::check,
    },
    Lint {
        code: &codes::UNANSWERED_QUESTION,
        looks_for_absence: true,
        check: rules::unanswered_question::check,
    },
    Lint { code: &codes::UNATTENDED_HOURS, looks_for_absence: true, check: rules::unattended_hours::check },
    Lint { code: &codes::UNDEFINED_HOURS, looks_for_absence: true, check: rules::undefined_hours::check },
    Lint { code: &codes::UNDEFINED_TERM, looks_for_absence: false, check: rules::undefined_term::check },
    Lint { code: &codes::UNFILLED, looks_for_absence: false, check: rules::unfilled::check },
    Lint {
        code: &codes::UNMARKED_EXCEPTION,
        looks_for_absence: false,
        check: rules::unmarked_exception::check,
    },
    Lint { code: &codes::UNQUOTED_ADDRESS, looks_for_absence: false, check: rules::unquoted_address::check },
    Lint { code: &codes::UNQUOTED_FIGURE, looks_for_absence: false, check: rules::unquoted_figure::check },
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
    Lint {
        code: &codes::UNTRANSLATED_TEXT,
        looks_for_absence: false,
        check: rules::untranslated_text::check,
    },
    Lint { code: &codes::UNUSED_DEFINITION, looks_for_absence: true, check: rules::unused_definition::check },
    Lint { code: &codes::VAGUE_LINK, looks_for_absence: false, check: rules::vague_link::check },
    Lint { code: &codes::VAGUE_PROMISE, looks_for_absence: false, check: rules::vague_promise::check },
    Lint { code: &codes::WHOSE_LOCAL_TIME, looks_for_absence: false, check: rules::whose_local_time::check },
];
