//! Lines whose words stand in another order than that of the language, and what they lack for it.

use super::{found, said};

fn process(line: &str) -> [String; 2] {
    said(&format!(
        "process work \"Work\" {{\n  state new \"New\"\n  state closed \"Closed\"\n  new becomes closed on resolved\n  {line}\n}}"
    ))
}

fn escalation(line: &str) -> [String; 2] {
    said(&format!(
        "commitment reply \"Reply\" {{ from received; until responded; within 4 business hours }}\nrole lead \"Lead\"\nescalation path \"Path\" {{\n  \
         on breach of reply notify lead\n  {line}\n}}"
    ))
}

#[test]
fn a_step_without_its_state_is_asked_for_it() {
    assert_eq!(
        process("becomes new within 3 days on replied"),
        [
            "a step says first which state it leaves, then what comes of it, and then when",
            "write `… becomes new on replied within 3 days`, with that state"
        ]
    );
    assert_eq!(
        process("closed after 14 days")[1],
        "write `closed becomes … after 14 days` if `closed` is the state that it leaves, or `… becomes closed after 14 days` if it is the one that it comes to"
    );
}

#[test]
fn a_step_in_another_order_is_shown_in_its_own() {
    assert_eq!(process("on replied closed becomes new")[1], "write `closed becomes new on replied`");
    assert_eq!(
        process("after 3 days, closed sends \"How was it?\"")[1],
        "write `closed sends \"How was it?\" after 3 days`"
    );
    assert_eq!(
        process("if severity is critical, closed becomes new on replied")[1],
        "write `closed becomes new on replied when severity is critical`"
    );
}

#[test]
fn a_step_of_an_escalation_says_first_when_it_is_taken() {
    assert_eq!(
        escalation("notify lead at 50% of reply"),
        ["a step says first when it is taken, and then who is told", "write `at 50% of reply notify lead`"]
    );
    assert_eq!(
        escalation("tell lead on breach of reply when severity is critical")[1],
        "write `on breach of reply notify lead when severity is critical`"
    );
    assert_eq!(
        escalation("lead after 4 hours")[1],
        "write `4 hours after breach of first-response notify lead`, with the promise that is missed; what is done before that is done `at 50% of first-response`"
    );
    let sent = "write `on breach of reply notify …`, with a role; what a customer is sent is a line of a `process`, as `waiting sends \"…\" after 3 days`";
    assert_eq!(escalation("sends \"We are late.\" on breach of reply")[1], sent);
    assert_eq!(
        escalation("on breach of reply sends \"We are late.\""),
        ["a step of an escalation tells somebody, and sends no text", sent]
    );
}

#[test]
fn a_fact_that_could_not_be_read_blames_nobody_who_asks_for_it() {
    let only = |fact: &str| {
        let findings = found(&format!(
            "{}{fact}\ncommitment reply \"Reply\" {{ from received; until responded; within 4 business hours when late is much and late }}\n",
            super::BASE
        ));
        findings.into_iter().map(|finding| finding.message).collect::<Vec<_>>()
    };
    assert_eq!(only("fact late \"Late\""), ["`late` has no values"]);
    assert_eq!(
        only("fact late \"Late\" { many days it is }"),
        ["after `many` comes a text in quotes or nothing more, not `days`"]
    );
}

#[test]
fn a_number_in_words_stands_in_figures() {
    assert_eq!(
        said(&super::commitment("from received; until responded; every two days")),
        ["a length of time begins with its number in figures, and `two` is no calendar", "write `2 days`"]
    );
}
