//! Lines that say more or less than they seem to: a duty with a hedge in its words, hours of a channel that add nothing.

use super::{GRAVE, findings, has};

#[test]
fn a_hedge_of_a_part_takes_back_no_more_than_that_part() {
    let fixes = |words: &str| {
        let found =
            findings("hedged-duty", &format!("section work \"Work\" {{\n  we will \"{words}\"\n}}\n"));
        found.iter().map(|finding| finding.fixes.len()).collect::<Vec<_>>()
    };
    for all in ["mainly answer by telephone", "answer mostly by telephone"] {
        assert_eq!(fixes(all), [1], "{all}");
    }
    for part in ["answer every request, mostly in office hours", "answer, for the most part within a day"] {
        assert_eq!(fixes(part), [0], "{part}");
    }
    assert_eq!(fixes("answer every request"), [0; 0]);
}

#[test]
fn a_line_of_a_channel_has_an_effect_if_no_other_opens_it_in_all_of_its_cases() {
    let with = |lines: &str| {
        let office = "calendar desk \"Desk\" { open Mon..Fri 09:00..17:00; open on holidays }\n";
        let channel = "channel phone \"Telephone\" { address \"+31 20 555 0100\"";
        let text = format!("{GRAVE}{office}{channel}; {lines} }}\n");
        has("hours-without-effect", &text)
    };
    assert!(with("open always; open desk"));
    assert!(with("open desk; open always"));
    assert!(with("open desk; open desk when severity is critical"));
    assert!(with("open always; internal open desk"));
    assert!(!with("open desk; open always when severity is critical"));
    assert!(!with("open desk when severity is normal; open always when severity is critical"));
    assert!(!with("open desk; internal open always"));
}

#[test]
fn of_two_lines_with_the_same_hours_the_one_without_words_is_told() {
    // Whether the first of the two is told, and whether its words have to be kept.
    let told = |lines: &str| {
        let desk = "calendar desk \"Desk\" { open Mon..Fri 09:00..17:00; open on holidays }\n";
        let channel = "channel phone \"Telephone\" { address \"+31 20 555 0100\"";
        let found = findings("hours-without-effect", &format!("{GRAVE}{desk}{channel}; {lines} }}\n"));
        let [finding] = found.as_slice() else { panic!("one finding in {lines}") };
        let kept = finding.help.as_deref().is_some_and(|help| help.starts_with("put its words"));
        (finding.span < finding.related[0].span, kept)
    };
    let note = "open desk { note \"Ask for Jo.\" }";
    assert_eq!(told("open desk; open desk"), (false, false));
    assert_eq!(told(&format!("open desk; {note}")), (true, false));
    assert_eq!(told(&format!("{note}; open desk")), (false, false));
    assert_eq!(told(&format!("{note}; {note}")), (false, true));
    assert_eq!(told(&format!("open always; {note}")), (false, true));

    let first = |lines: &str| {
        let calendar = format!("calendar desk \"Desk\" {{ {lines}; open on holidays }}\n");
        let found = findings("hours-without-effect", &calendar);
        let [finding] = found.as_slice() else { panic!("one finding in {lines}") };
        finding.span < finding.related[0].span
    };
    assert!(first("open Mon 09:00..12:00; open Mon 09:00..12:00 \"Market day\""));
    assert!(!first("open Mon 09:00..12:00 \"Market day\"; open Mon 09:00..12:00"));
}
