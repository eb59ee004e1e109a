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
