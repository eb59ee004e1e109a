//! The layout of small texts, and what becomes of every example when its white space is changed.

use super::*;

#[track_caller]
fn becomes(text: &str, expected: &str) {
    let formatted = format(text).expect("a layout");
    assert_eq!(formatted.text, expected);
}

/// The lines of a body, which is laid out as it is.
#[track_caller]
fn stays(text: &str) {
    becomes(text, text);
}

#[test]
fn statements_stand_one_under_the_other() {
    becomes(
        "plan  a \"A\"{extends b;price EUR 1 per year\ngrants c}",
        "plan a \"A\" {\n  extends b\n  price   EUR 1 per year\n  grants  c\n}\n",
    );
}

#[test]
fn a_body_on_one_line_stays_there() {
    stays("fact a \"A\" { b \"B\"; c \"C\" }\nplan d {}\n");
}

#[test]
fn names_titles_and_bodies_have_columns() {
    becomes(
        "severity a \"Aaa\" { means \"x\" }\nseverity bb \"B\" { means \"y\" }\n",
        "severity a  \"Aaa\" { means \"x\" }\nseverity bb \"B\"   { means \"y\" }\n",
    );
}

#[test]
fn fields_have_names_of_several_words() {
    stays("policy a \"A\" {\n  edition        2026\n  written in     en\n  business hours b\n}\n");
}
