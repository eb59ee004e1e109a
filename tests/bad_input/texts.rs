//! Texts that nobody should have written: values that cannot be, and nesting without end.

use crate::program::{GOOD, checked};
use insta::assert_snapshot;

fn with(text: &str) -> String {
    checked(format!("policy small \"Small\" {{\n  written in en\n  timezone Europe/Amsterdam\n}}\n{text}\n"))
}

#[test]
fn dates_and_times_that_do_not_exist() {
    assert_snapshot!(with(
        "calendar office \"Office\" {\n  open Mon..Fri 25:00..26:00\n  open Mon..Fri 09:60..17:00\n  open Mon..Fri 09:00..09:00\n  \
         closed 2026-02-30 \"Leap\"\n  closed 2027-02-29 \"Leap\"\n  closed 2026-13-01 \"Month\"\n  closed 0000-00-00 \"Zero\"\n  \
         closed 99999-01-01 \"Far\"\n  closed 2026-1-1 \"Short\"\n}"
    ));
}

#[test]
fn numbers_beyond_all_measure() {
    let huge = "9".repeat(400);
    assert_snapshot!(with(&format!(
        "entitlement calls \"Calls\"\nplan basic \"Basic\" {{\n  price EUR {huge} per year\n  grants up to {huge} calls per year\n  \
         grants up to 99999999999999999999 calls per year\n  runs 18446744073709551616 years\n}}\n\
         commitment c \"C\" {{\n  from received\n  until responded\n  within {huge} days\n  within 9223372036854775807 days\n  within 0.00000000000000001 hours\n  within -1 days\n}}"
    )));
}

#[test]
fn braces_without_end() {
    assert_snapshot!(with(&"section s { ".repeat(20_000)));
    assert_snapshot!(with(&"}".repeat(3)));
    assert_snapshot!(with(&"{".repeat(20_000)));
}

#[test]
fn brackets_and_words_that_nest_without_end() {
    let when = |condition: String| {
        with(&format!(
            "commitment c \"C\" {{\n  from received\n  until responded\n  within 1 day when {condition}\n}}"
        ))
    };
    assert_snapshot!(when("(".repeat(20_000)));
    assert_snapshot!(when(format!("{}covered{}", "(".repeat(60), ")".repeat(60))));
    assert_snapshot!(when(format!("{}covered", "not ".repeat(20_000))));
    assert_snapshot!(when(format!("covered{}", " and covered".repeat(3_000))));
    assert_snapshot!(when(format!("covered{}", " and covered or covered".repeat(1_000))));
}

#[test]
fn quotes_that_do_not_end() {
    assert_snapshot!(with("section s \"Text {\n  \"also\n}"));
    assert_snapshot!(with("section s \"Text\" {\n  \"\"\"\n  goes on\n}\n"));
    assert_snapshot!(with(&"\"".repeat(9_999)));
}

#[test]
fn a_line_of_a_megabyte() {
    assert_snapshot!(checked("x".repeat(1_000_000)));
    assert_snapshot!(with(&format!("role {} \"Role\"", "r".repeat(1_000_000))));
    assert_snapshot!(with(&format!("section s \"S\" {{ see {} }}", "r".repeat(1_000_000))));
    assert_snapshot!(checked(format!("{GOOD}{}", " ".repeat(1_000_000))));
}

#[test]
fn a_text_of_a_megabyte_with_a_slip_behind_it() {
    assert_snapshot!(with(&format!("section s \"S\" {{ \"{}\" sea x }}", "word ".repeat(200_000))));
}

#[test]
fn a_title_of_five_thousand_characters() {
    let title = "A very long title. ".repeat(263);
    assert_snapshot!(with(&format!(
        "role lead \"{title}\"\nrole lead \"{title}\"\ncommitment c \"{title}\" {{ from received; until responded; within 1 day; within 2 days }}"
    )));
}

#[test]
fn a_title_over_several_lines() {
    assert_snapshot!(with(
        "commitment c \"\"\"\n  First\n\n  - response\n  \"\"\" {\n  from received\n  until responded\n  within 1 day\n  within 2 days\n}"
    ));
}

#[test]
fn a_file_of_nothing_but_marks() {
    for mark in [
        "|",
        "#",
        ";",
        ",",
        ":",
        ".",
        "-",
        "\\",
        "?",
        "%",
        "@",
        "\u{2028}",
        "\u{85}",
        "\u{a0}",
        "\u{301}",
        "\u{10ffff}",
    ] {
        insta::with_settings!({ snapshot_suffix => format!("{:x}", u32::from(mark.chars().next().unwrap())) }, {
            assert_snapshot!(with(&mark.repeat(300)));
        });
    }
}
