//! Every kind of finding there is: one line here, in the order of the names, with its usual level and the first profile that
//! reports it; and one page in `docs/findings/`. Settings, `explain`, the generated list in the documentation and the tests
//! of the pages' examples follow from this table.

use super::{Code, Level, Profile};

/// Declares each code as a static with its page, and the table of them all.
macro_rules! codes {
    ($($ident:ident $name:literal $level:ident $profile:ident;)*) => {
        $(
            #[doc = concat!("The finding `", $name, "`; see `docs/findings/", $name, ".md`.")]
            pub static $ident: Code = Code {
                name: $name,
                level: Level::$level,
                profile: Profile::$profile,
                page: include_str!(concat!("../../docs/findings/", $name, ".md")),
            };
        )*
        /// All codes, by name.
        pub static ALL: &[&Code] = &[$(&$ident),*];
    };
}

codes! {
    ADDS_NOTHING "adds-nothing" Warning Recommended;
    ALL_CAPITALS "all-capitals" Advice Strict;
    AMBIGUOUS_QUOTATION "ambiguous-quotation" Error Minimal;
    AND_BESIDE_OR "and-beside-or" Warning Recommended;
    AROUND_THE_CLOCK "around-the-clock" Warning Recommended;
    BEST_EFFORT_BESIDE_FIGURE "best-effort-beside-figure" Warning Recommended;
    BEST_EFFORT_WITH_FIGURE "best-effort-with-figure" Warning Recommended;
    BILLED_WITHOUT_CONSENT "billed-without-consent" Advice Recommended;
    BILLED_WITHOUT_RATE "billed-without-rate" Warning Recommended;
    BILLED_WITHOUT_STEP "billed-without-step" Advice Recommended;
    CADENCE_BEYOND_DEADLINE "cadence-beyond-deadline" Warning Recommended;
    CALENDAR_NEVER_OPENS "calendar-never-opens" Error Minimal;
    CASE_BEFORE_POLICY "case-before-policy" Warning Recommended;
    CASE_RULED_OUT "case-ruled-out" Error Minimal;
    CASE_WITHOUT_VALUE "case-without-value" Warning Recommended;
    CATCH_ALL_NAME "catch-all-name" Advice Recommended;
    CHANNEL_FOR_NOBODY "channel-for-nobody" Warning Recommended;
    CHANNEL_WITHOUT_ADDRESS "channel-without-address" Advice Recommended;
    CHANNEL_WITHOUT_HOURS "channel-without-hours" Advice Strict;
    CHECK_WITHOUT_OUTCOME "check-without-outcome" Warning Recommended;
    CIRCULAR_CALENDAR "circular-calendar" Error Minimal;
    CIRCULAR_ESCALATION "circular-escalation" Warning Recommended;
    CIRCULAR_FACT "circular-fact" Error Minimal;
    CIRCULAR_PRICE "circular-price" Error Minimal;
    CLOCK_STOPS_AT_START "clock-stops-at-start" Warning Recommended;
    COMMITMENT_WITHOUT_MEANING "commitment-without-meaning" Advice Strict;
    COMPETING_TRANSITIONS "competing-transitions" Error Minimal;
    CONFLICTING_RULES "conflicting-rules" Error Minimal;
    CONTRADICTED_EXAMPLE "contradicted-example" Error Minimal;
    CONTRADICTED_FIGURE "contradicted-figure" Error Minimal;
    CONTRADICTED_HOURS "contradicted-hours" Error Minimal;
    CONTRADICTED_NOTICE "contradicted-notice" Error Minimal;
    CONTRADICTED_PRICE "contradicted-price" Error Minimal;
    CONTRADICTED_SHARE "contradicted-share" Error Minimal;
    COVERED_AND_EXCLUDED "covered-and-excluded" Warning Recommended;
    COVERS_EVERYTHING "covers-everything" Warning Recommended;
    CREDIT_WHILE_KEPT "credit-while-kept" Warning Recommended;
    CROSSING_DEADLINES "crossing-deadlines" Warning Recommended;
    CYCLIC_EXTENDS "cyclic-extends" Error Minimal;
    CYCLIC_USE "cyclic-use" Error Minimal;
    DATE_WITHOUT_VERSION "date-without-version" Advice Strict;
    DATED_WORDING "dated-wording" Advice Strict;
    DEARER_LONGER_TERM "dearer-longer-term" Warning Recommended;
    DIFFERING_ADDRESSES "differing-addresses" Warning Recommended;
    DIFFERING_CUT_OFFS "differing-cut-offs" Warning Recommended;
    DIFFERING_DEFINITIONS "differing-definitions" Advice Recommended;
    DIFFERING_HOURS "differing-hours" Warning Recommended;
    DIFFERING_PROMISES "differing-promises" Warning Recommended;
    DOCUMENT_WITHOUT_ADDRESS "document-without-address" Advice Strict;
    DUE_WHILE_CLOSED "due-while-closed" Warning Recommended;
    DUPLICATE_NAME "duplicate-name" Error Minimal;
    DUPLICATE_POLICY "duplicate-policy" Warning Recommended;
    EMPTY_CELL "empty-cell" Error Minimal;
    EMPTY_ESCALATION "empty-escalation" Warning Recommended;
    EMPTY_FILE "empty-file" Warning Recommended;
    EMPTY_LINK "empty-link" Warning Recommended;
    EMPTY_TEXT "empty-text" Error Minimal;
    ENDLESS_PHASE "endless-phase" Warning Recommended;
    ENSURE_REFUTED "ensure-refuted" Error Minimal;
    ENTITLEMENT_FOR_NOBODY "entitlement-for-nobody" Warning Recommended;
    EXCEPTION_OUTSIDE_BASE "exception-outside-base" Error Minimal;
    EXCEPTION_WITHOUT_EFFECT "exception-without-effect" Warning Recommended;
    EXCLUDED_WITH_NO_WAY_ON "excluded-with-no-way-on" Advice Recommended;
    EXCUSE_FORM "excuse-form" Warning Recommended;
    EXCUSE_OF_ERROR "excuse-of-error" Warning Recommended;
    EXCUSE_WITHOUT_REASON "excuse-without-reason" Warning Recommended;
    FAILED_EXPECTATION "failed-expectation" Error Minimal;
    FALLING_CREDIT "falling-credit" Warning Recommended;
    FIXED_OFFSET_ZONE "fixed-offset-zone" Warning Recommended;
    FLAT_LADDER "flat-ladder" Advice Recommended;
    FLOOR_AS_CEILING "floor-as-ceiling" Warning Recommended;
    GAP_BETWEEN_PHASES "gap-between-phases" Warning Recommended;
    HEDGED_DUTY "hedged-duty" Advice Recommended;
    HIDDEN_CHARACTER "hidden-character" Error Minimal;
    HOLDS_TOO_FEW "holds-too-few" Error Minimal;
    HOLIDAYS_END "holidays-end" Warning Recommended;
    HOLIDAYS_UNSAID "holidays-unsaid" Warning Recommended;
    HOURS_WITHOUT_EFFECT "hours-without-effect" Advice Recommended;
    HOURS_WITHOUT_RATE "hours-without-rate" Warning Recommended;
    IMPOSSIBLE_CONDITION "impossible-condition" Error Minimal;
    IMPOSSIBLE_VALUE "impossible-value" Error Minimal;
    LATE_ESCALATION "late-escalation" Advice Recommended;
    LEAK "leak" Error Minimal;
    LEFT_OUT "left-out" Warning Recommended;
    LESS_ON_HIGHER_PLAN "less-on-higher-plan" Warning Recommended;
    LONG_SENTENCE "long-sentence" Advice Strict;
    LONGER_THAN_OPENING "longer-than-opening" Advice Strict;
    MALFORMED_ADDRESS "malformed-address" Error Minimal;
    MERGEABLE_ROWS "mergeable-rows" Advice Strict;
    MESSAGE_NEVER_SENT "message-never-sent" Warning Recommended;
    MISLEADING_LINK "misleading-link" Warning Recommended;
    MISNUMBERED_LEVELS "misnumbered-levels" Warning Recommended;
    MISPLACED_STEP "misplaced-step" Error Minimal;
    MISSING_BUSINESS_HOURS "missing-business-hours" Error Minimal;
    MISSING_CASE "missing-case" Warning Recommended;
    MISSING_COMMITMENT "missing-commitment" Warning Recommended;
    MISSING_SECTION "missing-section" Advice Strict;
    MISSING_TRANSLATION "missing-translation" Warning Recommended;
    MISSING_ZONE "missing-zone" Error Minimal;
    MIXED_ALPHABETS "mixed-alphabets" Warning Recommended;
    MIXED_CLOCKS "mixed-clocks" Advice Recommended;
    MIXED_CONDITION "mixed-condition" Error Minimal;
    MIXED_CURRENCIES "mixed-currencies" Warning Recommended;
    MIXED_FORM_OF_ADDRESS "mixed-form-of-address" Advice Recommended;
    NO_CHANGE_NOTICE "no-change-notice" Advice Strict;
    NO_COMPLAINT_ROUTE "no-complaint-route" Advice Strict;
    NO_CONTACT "no-contact" Advice Strict;
    NO_EFFECTIVE_DATE "no-effective-date" Advice Strict;
    NO_ESCALATION "no-escalation" Advice Strict;
    NO_HEADER "no-header" Error Minimal;
    NO_OTHER_WAY "no-other-way" Advice Strict;
    NO_PROMISE_SAID "no-promise-said" Warning Recommended;
    NO_REVIEW "no-review" Advice Strict;
    NOT_USED_HERE "not-used-here" Error Minimal;
    NOTHING_EXPECTED "nothing-expected" Warning Recommended;
    NOTICE_LONGER_THAN_TERM "notice-longer-than-term" Warning Recommended;
    NUMBERED_REFERENCE "numbered-reference" Advice Recommended;
    NUMBERED_TEXT "numbered-text" Advice Recommended;
    NUMBERED_TITLE "numbered-title" Advice Recommended;
    OTHER_ADDRESS "other-address" Warning Recommended;
    OTHER_LANGUAGE "other-language" Warning Recommended;
    OUT_OF_RANGE "out-of-range" Error Minimal;
    OVERLAPPING_LABELS "overlapping-labels" Error Minimal;
    OVERLAPPING_PHASES "overlapping-phases" Warning Recommended;
    OVERLAPPING_RATES "overlapping-rates" Warning Recommended;
    PARTIAL_FACT "partial-fact" Error Minimal;
    PAST_CLOSING "past-closing" Advice Strict;
    PERSONAL_ADDRESS "personal-address" Advice Recommended;
    PERSONAL_NUMBER "personal-number" Advice Recommended;
    PLACEHOLDER "placeholder" Warning Recommended;
    PLAIN_HTTP "plain-http" Advice Recommended;
    PLAN_WITHOUT_CHANNEL "plan-without-channel" Warning Recommended;
    PROMISE_FOR_NO_CASE "promise-for-no-case" Warning Recommended;
    PROMISE_PAST_END "promise-past-end" Warning Recommended;
    PROMISED_TWICE "promised-twice" Warning Recommended;
    QUESTION_MARK "question-mark" Advice Strict;
    QUEUE_IGNORES_SEVERITY "queue-ignores-severity" Warning Recommended;
    RATE_WITHOUT_BASE "rate-without-base" Error Minimal;
    RELEASE_ENDED "release-ended" Advice Strict;
    REPEATED_DECLARATION "repeated-declaration" Error Minimal;
    REPEATED_NUMBER "repeated-number" Warning Recommended;
    REPEATED_STATEMENT "repeated-statement" Error Minimal;
    REPEATED_SUBJECT "repeated-subject" Warning Recommended;
    REPEATED_TEXT "repeated-text" Advice Recommended;
    REPEATED_TRANSLATION "repeated-translation" Error Minimal;
    REPEATED_WORD "repeated-word" Advice Recommended;
    RESOLUTION_BEFORE_RESPONSE "resolution-before-response" Warning Recommended;
    RESOLUTION_WORDING "resolution-wording" Warning Recommended;
    REVERSED_HOURS "reversed-hours" Advice Recommended;
    REVERSED_PHASES "reversed-phases" Warning Recommended;
    REVIEW_OVERDUE "review-overdue" Warning Recommended;
    RHYTHM_BESIDE_DEADLINE "rhythm-beside-deadline" Warning Recommended;
    RULE_FOR_EXCLUDED_CASES "rule-for-excluded-cases" Warning Recommended;
    RUN_ON_LIST "run-on-list" Warning Recommended;
    SEASONAL_ZONE "seasonal-zone" Warning Recommended;
    SECTION_ORDER "section-order" Advice Strict;
    SETTINGS_SYNTAX "settings-syntax" Error Minimal;
    SEVERAL_ONLY_EXCEPTIONS "several-only-exceptions" Warning Recommended;
    SEVERITY_AND_PRIORITY "severity-and-priority" Error Minimal;
    SEVERITY_WITHOUT_MEANING "severity-without-meaning" Warning Recommended;
    SHARED_TITLE "shared-title" Warning Recommended;
    SHORTER_ON_HIGHER_PLAN "shorter-on-higher-plan" Warning Recommended;
    SLIP "slip" Error Minimal;
    SLOWER_ON_GRAVER_SEVERITY "slower-on-graver-severity" Warning Recommended;
    SLOWER_ON_HIGHER_PLAN "slower-on-higher-plan" Warning Recommended;
    STATE_LEFT_AT_ONCE "state-left-at-once" Warning Recommended;
    STATE_NEVER_ENTERED "state-never-entered" Warning Recommended;
    STATE_NEVER_LEFT "state-never-left" Warning Recommended;
    STEP_BEFORE_START "step-before-start" Warning Recommended;
    STEP_NEVER_REACHED "step-never-reached" Warning Recommended;
    STEPS_OUT_OF_ORDER "steps-out-of-order" Warning Recommended;
    SWAPPED_NAME "swapped-name" Warning Recommended;
    SYNTAX "syntax" Error Minimal;
    TABLE_FORM "table-form" Error Minimal;
    TOO_COMPLEX "too-complex" Error Minimal;
    TOO_DEEP "too-deep" Error Minimal;
    TOO_LARGE "too-large" Error Minimal;
    TWO_CUT_OFFS "two-cut-offs" Warning Recommended;
    TWO_WORDS_FOR_ONE "two-words-for-one" Advice Recommended;
    UNANSWERED_QUESTION "unanswered-question" Warning Recommended;
    UNATTENDED_HOURS "unattended-hours" Warning Recommended;
    UNCLEAR_NAME "unclear-name" Error Minimal;
    UNCLOSED_BODY "unclosed-body" Error Minimal;
    UNCLOSED_TEXT "unclosed-text" Error Minimal;
    UNDECLARED_LANGUAGE "undeclared-language" Error Minimal;
    UNDEFINED_HOURS "undefined-hours" Warning Recommended;
    UNDEFINED_TERM "undefined-term" Advice Strict;
    UNFILLED "unfilled" Warning Recommended;
    UNKNOWN_AREA "unknown-area" Error Minimal;
    UNKNOWN_EXCUSE "unknown-excuse" Warning Recommended;
    UNKNOWN_FACT "unknown-fact" Error Minimal;
    UNKNOWN_NAME "unknown-name" Error Minimal;
    UNKNOWN_QUOTATION "unknown-quotation" Error Minimal;
    UNKNOWN_SETTING "unknown-setting" Error Minimal;
    UNKNOWN_VALUE "unknown-value" Error Minimal;
    UNKNOWN_WORD "unknown-word" Error Minimal;
    UNKNOWN_ZONE "unknown-zone" Error Minimal;
    UNMARKED_EXCEPTION "unmarked-exception" Advice Recommended;
    UNORDERED_COMPARISON "unordered-comparison" Error Minimal;
    UNQUOTED_ADDRESS "unquoted-address" Advice Strict;
    UNQUOTED_FIGURE "unquoted-figure" Advice Recommended;
    UNREACHABLE_ESCALATION "unreachable-escalation" Warning Recommended;
    UNREACHABLE_RULE "unreachable-rule" Warning Recommended;
    UNREADABLE_FILE "unreadable-file" Error Minimal;
    UNREADABLE_HOLIDAYS "unreadable-holidays" Error Minimal;
    UNREADABLE_TABLE "unreadable-table" Error Minimal;
    UNRELATED_PLANS "unrelated-plans" Error Minimal;
    UNTIDY_LAYOUT "untidy-layout" Advice Strict;
    UNTRANSLATED_TEXT "untranslated-text" Warning Recommended;
    UNUSED_DECLARATION "unused-declaration" Advice Recommended;
    UNUSED_DEFINITION "unused-definition" Advice Strict;
    UNUSED_EXCUSE "unused-excuse" Warning Recommended;
    VAGUE_LINK "vague-link" Advice Recommended;
    VAGUE_PROMISE "vague-promise" Advice Recommended;
    WHOSE_LOCAL_TIME "whose-local-time" Warning Recommended;
    WORDLESS_LANGUAGE "wordless-language" Warning Recommended;
    WRONG_CELL "wrong-cell" Error Minimal;
    WRONG_KIND "wrong-kind" Error Minimal;
    WRONG_SETTING "wrong-setting" Error Minimal;
    WRONG_TYPE "wrong-type" Error Minimal;
    ZERO_DURATION "zero-duration" Error Minimal;
}

/// The code with this name.
pub fn find(name: &str) -> Option<&'static Code> {
    let at = ALL.binary_search_by(|code| code.name.cmp(name)).ok()?;
    ALL.get(at).copied()
}
