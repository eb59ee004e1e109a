//! What a proof leaves out, it says: pauses, restarts, and customers on other clocks.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop where the tool may not")]

use avouch::analysis::{Memory, analyse};
use avouch::config::Settings;

/// What was covered by each proof of a policy.
fn extents(calendar: &str, commitment: &str, ensures: &[&str]) -> Vec<String> {
    let sentences: Vec<String> =
        ensures.iter().enumerate().map(|(at, said)| format!("ensure \"{at}\" {{ {said} }}\n")).collect();
    let text = format!(
        "policy p \"P\" {{ effective 2026-12-01; timezone Europe/Amsterdam; business hours office }}\n\
         calendar office \"Office\" {{ {calendar} }}\n\
         calendar desk \"Desk\" {{ open Mon..Fri 09:00..17:00 }}\n\
         severity grave \"Grave\"\nseverity light \"Light\"\n\
         role lead \"Lead\"\n\
         channel mail \"Mail\" {{ address \"a@b.example\"; open always }}\n\
         process way \"Way\" {{\n  state new \"New\"\n  state waiting \"Waiting\"\n  new becomes waiting\n  waiting becomes new\n}}\n\
         commitment first \"First\" {{\n  from received\n  until responded\n  within 4 business hours\n  {commitment}\n}}\n\
         escalation up \"Up\" {{ at 50% of first notify lead }}\n{}",
        sentences.concat()
    );
    let mut files = Memory::default();
    files.insert("p.policy", &text);
    let analysis = analyse("p.policy", &files, &Settings::default());
    let messages: Vec<&str> = analysis.findings.iter().map(|finding| finding.message.as_str()).collect();
    assert_eq!(analysis.proved.len(), ensures.len(), "{messages:?}\n{text}");
    // What stands behind `every instant from 2026-12-01 to 2028-12-01`.
    let extent = |words: &str| words.split_once(" to ").expect("a time").1["2028-12-01".len()..].to_owned();
    analysis.proved.iter().map(|proved| extent(&proved.extent)).collect()
}

#[test]
fn a_proof_about_deadlines_says_that_pauses_and_restarts_were_left_out() {
    let hours = "open Mon..Fri 09:00..17:00";
    let sentences =
        ["first within 4 days", "first never slower on a graver severity", "first due while desk is open"];
    assert_eq!(extents(hours, "", &sentences), ["", "", ""]);
    assert_eq!(extents(hours, "paused while waiting", &sentences), [", without pauses"; 3]);
    assert_eq!(extents(hours, "restarts on severity changed", &sentences), [", without restarts"; 3]);
}

#[test]
fn what_holds_whenever_a_clock_stands_still_is_proved_for_pauses_too() {
    let sentences = [
        "every public promise has an open channel",
        "up notifies lead before breach of first",
        "office open at least 8 hours each week",
    ];
    assert_eq!(extents("open Mon..Fri 09:00..17:00", "paused while waiting", &sentences), ["", "", ""]);
}

#[test]
fn a_proof_on_the_clocks_of_customers_names_the_customer() {
    let here = ", for customers in Europe/Amsterdam";
    assert_eq!(
        extents(
            "timezone of customer; open Mon..Fri 09:00..17:00",
            "",
            &[
                "first within 4 days",
                "desk open at least 8 hours each week",
                "office open at least 8 hours each week"
            ]
        ),
        [here, "", here]
    );
    assert_eq!(
        extents(
            "timezone of customer; open Mon..Fri 09:00..17:00; closed on holidays of customer",
            "",
            &["office open at least 8 hours each week"]
        ),
        [", for customers in Europe/Amsterdam without holidays of their own"]
    );
}

#[test]
fn a_step_that_comes_too_late_is_shown_in_a_case_in_which_it_does() {
    let text = "policy p \"P\" { effective 2026-12-01; timezone Europe/Amsterdam }\n\
                plan basic \"Basic\"\nplan premium \"Premium\" { extends basic }\nrole lead \"Lead\"\n\
                commitment first \"First\" {\n  from received\n  until responded\n  within 9 hours\n}\n\
                commitment fix \"Fix\" {\n  from received\n  until resolved\n  within 8 hours when plan is basic\n  within 10 hours when plan is premium\n}\n\
                escalation up \"Up\" { on breach of fix notify lead }\n\
                ensure \"in time\" { up notifies lead before breach of first }\n";
    let mut files = Memory::default();
    files.insert("p.policy", text);
    let analysis = analyse("p.policy", &files, &Settings::default());
    let refuted =
        analysis.findings.iter().find(|finding| finding.code.name == "ensure-refuted").expect("refuted");
    assert_eq!(refuted.case, [("plan".to_owned(), "premium".to_owned())]);
    assert!(refuted.instant.is_some());
}

#[test]
fn one_price_of_another_measure_is_not_taken_for_a_proof() {
    let text = |most: &str| {
        format!(
            "policy p \"P\" {{ timezone Europe/Amsterdam }}\nprice fee \"Fee\" {{ EUR 10 per month }}\n\
             ensure \"low\" {{ {most} }}\n"
        )
    };
    let proved = |most: &str| {
        let mut files = Memory::default();
        files.insert("p.policy", text(most));
        let analysis = analyse("p.policy", &files, &Settings::default());
        let rules: Vec<&str> = analysis.findings.iter().map(|finding| finding.code.name).collect();
        (analysis.proved.len(), rules.contains(&"ensure-refuted"))
    };
    assert_eq!(proved("fee never costs more than EUR 20 per month"), (1, false));
    assert_eq!(proved("fee never costs more than EUR 5 per month"), (0, true));
    assert_eq!(proved("fee never costs more than EUR 5 per hour"), (0, true));
    assert_eq!(proved("nothing costs more than EUR 5 per hour"), (1, false));
}
