//! Steps of escalations that come more than once: on an event each time that it happens and the step is meant, of which the
//! last is told, and after a breach again and again until the promise is kept.

#![allow(clippy::unwrap_used, reason = "a test may stop where the tool may not")]

use avouch::analysis::{Memory, analyse};
use avouch::config::Settings;

const POLICY: &str = r#"
policy p "P" { timezone Europe/Amsterdam }
severity high "High"
severity mid  "Mid"
severity low  "Low"
role lead "Lead"
role boss "Boss"
commitment reply "Reply" { from received; until responded; within 4 hours }
commitment next "Next" { from replied; until responded; within 4 hours }
escalation up "Up" { on severity changed notify lead when severity is high }
escalation again "Again" { on replied notify lead }
escalation nag "Until it is done" {
  every hour after breach of reply notify lead
  every 90 minutes after breach of reply notify boss, at most 2 times
}
"#;

/// What a policy with a test comes to: how many tests gave the answer they state, and the messages of those that did not.
fn tried(test: &str) -> (usize, Vec<String>) {
    let mut files = Memory::default();
    files.insert("p.policy", format!("{POLICY}\ntest \"T\" {{ {test} }}\n"));
    let analysis = analyse("p.policy", &files, &Settings::default());
    (analysis.counts.tests_passed, analysis.findings.into_iter().map(|finding| finding.message).collect())
}

#[test]
fn a_step_comes_when_its_condition_holds_at_the_event() {
    let given = "given severity is low\nreceived 2026-03-02 09:00\nseverity becomes mid 2026-03-02 10:00\nseverity becomes high 2026-03-02 11:00";
    let notified = |at: &str| tried(&format!("{given}\nexpect up notifies lead at 2026-03-02 {at}"));
    assert_eq!(notified("11:00").0, 1, "{:?}", notified("11:00").1);
    assert_eq!(notified("10:00").0, 0);
}

#[test]
fn of_an_event_that_happens_again_the_last_is_told() {
    let given = "received 2026-03-02 09:00\nreplied 2026-03-02 10:00\nreplied 2026-03-03 10:00";
    let found = tried(&format!("{given}\nexpect again notifies lead at 2026-03-03 10:00"));
    assert_eq!(found.0, 1, "{:?}", found.1);
}

#[test]
fn a_step_that_comes_again_is_counted_from_the_breach_each_time() {
    let given = "given severity is low\nreceived 2026-03-02 09:00";
    for (who, at, told) in [
        ("lead", "13:00", 0),
        ("lead", "14:00", 1),
        ("lead", "15:00", 1),
        ("lead", "18:00", 1),
        ("lead", "22:30", 0),
        ("lead", "23:00", 1),
        ("boss", "14:30", 1),
        ("boss", "16:00", 1),
        ("boss", "17:30", 0),
    ] {
        let found = tried(&format!("{given}\nexpect nag notifies {who} at 2026-03-02 {at}"));
        assert_eq!(found.0, told, "{who} {at}: {:?}", found.1);
    }
}

#[test]
fn a_step_that_comes_again_stops_when_the_promise_is_kept() {
    let given = "given severity is low\nreceived 2026-03-02 09:00\nresponded 2026-03-02 15:30";
    let told = |at: &str| tried(&format!("{given}\nexpect nag notifies lead at 2026-03-02 {at}")).0;
    assert_eq!((told("14:00"), told("15:00"), told("16:00")), (1, 1, 0));
    let kept = "given severity is low\nreceived 2026-03-02 09:00\nresponded 2026-03-02 12:00";
    assert_eq!(tried(&format!("{kept}\nexpect nag notifies lead at 2026-03-02 14:00")).0, 0);
}
