//! Every kind of finding there is: one line here, one page in `docs/findings/`. Settings, `explain`, the generated list
//! in the documentation and the tests of the pages' examples follow from this table.

use super::{Code, Level};

/// Declares each code as a static with its page, and the table of them all.
macro_rules! codes {
    ($($ident:ident $name:literal $level:ident;)*) => {
        $(
            #[doc = concat!("The finding `", $name, "`; see `docs/findings/", $name, ".md`.")]
            pub static $ident: Code =
                Code { name: $name, level: Level::$level, page: include_str!(concat!("../../docs/findings/", $name, ".md")) };
        )*
        /// All codes, by name.
        pub static ALL: &[&Code] = &[$(&$ident),*];
    };
}

codes! {
    SYNTAX "syntax" Error;
    UNKNOWN_WORD "unknown-word" Error;
    UNCLOSED_BODY "unclosed-body" Error;
    UNCLOSED_TEXT "unclosed-text" Error;
    EMPTY_TEXT "empty-text" Error;
    REPEATED_TRANSLATION "repeated-translation" Error;
    SLIP "slip" Error;
    IMPOSSIBLE_VALUE "impossible-value" Error;
    UNKNOWN_ZONE "unknown-zone" Error;
    UNKNOWN_AREA "unknown-area" Error;
    MIXED_CONDITION "mixed-condition" Error;
    UNKNOWN_QUOTATION "unknown-quotation" Error;
    TABLE_FORM "table-form" Error;
    EMPTY_CELL "empty-cell" Error;
    WRONG_CELL "wrong-cell" Error;
    TOO_DEEP "too-deep" Error;
    TOO_LARGE "too-large" Error;
    UNFILLED "unfilled" Warning;
    MISSING_CASE "missing-case" Warning;
    MALFORMED_ADDRESS "malformed-address" Error;
    SETTINGS_SYNTAX "settings-syntax" Error;
    UNKNOWN_SETTING "unknown-setting" Error;
    WRONG_SETTING "wrong-setting" Error;
    CYCLIC_USE "cyclic-use" Error;
    UNREADABLE_FILE "unreadable-file" Error;
    UNKNOWN_NAME "unknown-name" Error;
    WRONG_KIND "wrong-kind" Error;
    DUPLICATE_NAME "duplicate-name" Error;
    REPEATED_DECLARATION "repeated-declaration" Error;
    SEVERITY_AND_PRIORITY "severity-and-priority" Error;
    UNKNOWN_FACT "unknown-fact" Error;
    UNKNOWN_VALUE "unknown-value" Error;
    WRONG_TYPE "wrong-type" Error;
    UNORDERED_COMPARISON "unordered-comparison" Error;
    UNRELATED_PLANS "unrelated-plans" Error;
    CONFLICTING_RULES "conflicting-rules" Error;
    MISSING_COMMITMENT "missing-commitment" Warning;
    IMPOSSIBLE_CONDITION "impossible-condition" Error;
    EXCEPTION_OUTSIDE_BASE "exception-outside-base" Error;
    EXCEPTION_WITHOUT_EFFECT "exception-without-effect" Warning;
    UNMARKED_EXCEPTION "unmarked-exception" Advice;
    ADDS_NOTHING "adds-nothing" Warning;
    UNREACHABLE_RULE "unreachable-rule" Warning;
    PARTIAL_FACT "partial-fact" Error;
    OVERLAPPING_LABELS "overlapping-labels" Error;
    UNREADABLE_TABLE "unreadable-table" Error;
    CIRCULAR_FACT "circular-fact" Error;
    CIRCULAR_PRICE "circular-price" Error;
    CIRCULAR_CALENDAR "circular-calendar" Error;
    CYCLIC_EXTENDS "cyclic-extends" Error;
    AMBIGUOUS_QUOTATION "ambiguous-quotation" Error;
    LEAK "leak" Error;
    LEFT_OUT "left-out" Warning;
    HIDDEN_CHARACTER "hidden-character" Error;
    HOLIDAYS_UNSAID "holidays-unsaid" Warning;
    HOLIDAYS_END "holidays-end" Warning;
    UNREADABLE_HOLIDAYS "unreadable-holidays" Error;
    CALENDAR_NEVER_OPENS "calendar-never-opens" Error;
    MISSING_TRANSLATION "missing-translation" Warning;
    WORDLESS_LANGUAGE "wordless-language" Warning;
    UNDECLARED_LANGUAGE "undeclared-language" Error;
    COMPETING_TRANSITIONS "competing-transitions" Error;
    CASE_WITHOUT_VALUE "case-without-value" Warning;
    CASE_RULED_OUT "case-ruled-out" Error;
    NOTHING_EXPECTED "nothing-expected" Warning;
    FAILED_EXPECTATION "failed-expectation" Error;
    MISPLACED_STEP "misplaced-step" Error;
    EMPTY_ESCALATION "empty-escalation" Warning;
    HOLDS_TOO_FEW "holds-too-few" Error;
    NO_HEADER "no-header" Error;
    EMPTY_FILE "empty-file" Warning;
    UNCLEAR_NAME "unclear-name" Error;
    MISSING_ZONE "missing-zone" Error;
    MISSING_BUSINESS_HOURS "missing-business-hours" Error;
    ZERO_DURATION "zero-duration" Error;
    OUT_OF_RANGE "out-of-range" Error;
    REPEATED_STATEMENT "repeated-statement" Error;
    NOT_USED_HERE "not-used-here" Error;
    TOO_COMPLEX "too-complex" Error;
    RATE_WITHOUT_BASE "rate-without-base" Error;
    REVERSED_HOURS "reversed-hours" Advice;
    CHANNEL_WITHOUT_ADDRESS "channel-without-address" Advice;
    UNUSED_DECLARATION "unused-declaration" Advice;
    REPEATED_SUBJECT "repeated-subject" Warning;
}

/// The code with this name.
pub fn find(name: &str) -> Option<&'static Code> {
    ALL.iter().copied().find(|code| code.name == name)
}
