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
    MIXED_CONDITION "mixed-condition" Error;
    UNKNOWN_QUOTATION "unknown-quotation" Error;
    TABLE_FORM "table-form" Error;
    EMPTY_CELL "empty-cell" Error;
    WRONG_CELL "wrong-cell" Error;
    TOO_DEEP "too-deep" Error;
    TOO_LARGE "too-large" Error;
    UNFILLED "unfilled" Warning;
    SETTINGS_SYNTAX "settings-syntax" Error;
    UNKNOWN_SETTING "unknown-setting" Error;
    WRONG_SETTING "wrong-setting" Error;
    CYCLIC_USE "cyclic-use" Error;
    UNREADABLE_FILE "unreadable-file" Error;
}

/// The code with this name.
pub fn find(name: &str) -> Option<&'static Code> {
    ALL.iter().copied().find(|code| code.name == name)
}
