//! Names with characters that mislead: that steer the direction of text, cannot be seen, or look like others.

use crate::program::{checked, folder, shown};
use insta::assert_snapshot;

fn with(text: &str) -> String {
    checked(format!("policy small \"Small\" {{\n  written in en\n}}\n{text}\n"))
}

#[test]
fn a_letter_that_looks_like_another() {
    // The `а` of the second name is Cyrillic.
    assert_snapshot!(with("plan basic \"Basic\"\nplan b\u{430}sic \"Basic\"\n"));
    assert_snapshot!(with("plan basic \"Basic\"\nplan premium \"Premium\" { extends b\u{430}sic }\n"));
    // The whole word is Cyrillic.
    assert_snapshot!(with("role cop \"Cop\"\nrole \u{441}\u{43e}\u{440} \"Cop\"\n"));
    // Names in one script of their own are names like others.
    assert_snapshot!(with(
        "role \u{43f}\u{43e}\u{43c}\u{43e}\u{449}\u{44c} \"Help\"\nrole \u{652f}\u{63f4}\u{30c7}\u{30b9}\u{30af} \"Desk\"\nrole \u{b3c4}\u{c6c0} \"Help\"\n"
    ));
}

#[test]
fn one_name_written_in_two_ways() {
    assert_snapshot!(with(
        "role caf\u{e9} \"One\"\nrole cafe\u{301} \"Two\"\nsection s \"S\" { see cafe\u{301} }\n"
    ));
}

#[test]
fn names_with_characters_that_cannot_be_seen() {
    for (name, hidden) in [
        ("joiner", '\u{200d}'),
        ("zero-width", '\u{200b}'),
        ("soft-hyphen", '\u{ad}'),
        ("bom", '\u{feff}'),
        ("selector", '\u{fe0f}'),
        ("filler", '\u{3164}'),
        ("tag", '\u{e0061}'),
    ] {
        insta::with_settings!({ snapshot_suffix => name }, {
            assert_snapshot!(with(&format!("role le{hidden}ad \"Lead\"\nrole lead \"Lead\"\n")));
        });
    }
}

#[test]
fn names_and_texts_with_controls_of_direction() {
    assert_snapshot!(with("role le\u{202e}da \"Lead\"\n"));
    assert_snapshot!(with(
        "section s \"Title \u{202e}reversed\" {\n  \"Text \u{2066}isolated and \u{202e}reversed without an end.\"\n  sea \u{202e}x\n}\n"
    ));
}

#[test]
fn texts_from_right_to_left() {
    let text = "policy small \"\u{5e9}\u{5dc}\u{5d5}\u{5dd}\" {\n  written in en\n}\nrole \u{5de}\u{5e0}\u{5d4}\u{5dc} \"\u{5de}\u{5e0}\u{5d4}\u{5dc}\"\nsection s \"\u{645}\u{631}\u{62d}\u{628}\u{627}\" {\n  \"\u{5e9}\u{5dc}\u{5d5}\u{5dd} abc \u{5e2}\u{5d5}\u{5dc}\u{5dd}.\"\n}\n";
    let folder = folder([("a.policy", text)]);
    assert_snapshot!(shown(folder.path(), "check") + &shown(folder.path(), "build --emit html,markdown"));
    assert_snapshot!(std::fs::read_to_string(folder.path().join("site/small.md")).unwrap());
}

#[test]
fn a_flood_of_combining_marks() {
    let flood = format!("Zalgo{}", "\u{301}\u{327}\u{30a}".repeat(2_000));
    assert_snapshot!(with(&format!(
        "role lead \"{flood}\"\nrole lead \"Lead\"\nsection s \"{flood}\" {{ sea x }}"
    )));
    assert_snapshot!(with(&format!("role le{} \"Lead\"\n", "\u{301}".repeat(2_000))));
}
