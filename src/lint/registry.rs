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
        code: &codes::CALENDAR_NEVER_OPENS,
        looks_for_absence: true,
        check: rules::calendar_never_opens::check,
    },
    Lint {
        code: &codes::CHANNEL_WITHOUT_ADDRESS,
        looks_for_absence: true,
        check: rules::channel_without_address::check,
    },
    Lint {
        code: &codes::EXCEPTION_WITHOUT_EFFECT,
        looks_for_absence: false,
        check: rules::exception_without_effect::check,
    },
    Lint { code: &codes::HOLIDAYS_END, looks_for_absence: false, check: rules::holidays_end::check },
    Lint { code: &codes::HOLIDAYS_UNSAID, looks_for_absence: true, check: rules::holidays_unsaid::check },
    Lint {
        code: &codes::MALFORMED_ADDRESS,
        looks_for_absence: false,
        check: rules::malformed_address::check,
    },
    Lint { code: &codes::MISSING_CASE, looks_for_absence: true, check: rules::missing_case::check },
    Lint {
        code: &codes::MISSING_COMMITMENT,
        looks_for_absence: true,
        check: rules::missing_commitment::check,
    },
    Lint { code: &codes::REPEATED_SUBJECT, looks_for_absence: false, check: rules::repeated_subject::check },
    Lint { code: &codes::REVERSED_HOURS, looks_for_absence: false, check: rules::reversed_hours::check },
    Lint { code: &codes::UNFILLED, looks_for_absence: false, check: rules::unfilled::check },
    Lint {
        code: &codes::UNMARKED_EXCEPTION,
        looks_for_absence: false,
        check: rules::unmarked_exception::check,
    },
    Lint { code: &codes::UNREACHABLE_RULE, looks_for_absence: false, check: rules::unreachable_rule::check },
    Lint {
        code: &codes::UNREADABLE_HOLIDAYS,
        looks_for_absence: false,
        check: rules::unreadable_holidays::check,
    },
];
