//! Steps of an escalation that come on an event: each time that it happens and the step is meant, of which the last is told.

#![allow(clippy::unwrap_used, reason = "a test may stop where the tool may not")]

use avouch::analysis::{Memory, analyse};
use avouch::config::Settings;

const POLICY: &str = r#"
policy p "P" { timezone Europe/Amsterdam }
severity high "High"
severity mid  "Mid"
severity low  "Low"
role lead "Lead"
commitment reply "Reply" { from received; until responded; within 4 hours }
commitment next "Next" { from replied; until responded; within 4 hours }
escalation up "Up" { on severity changed notify lead when severity is high }
escalation again "Again" { on replied notify lead }
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
