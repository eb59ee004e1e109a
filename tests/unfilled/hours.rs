//! What `avouch hours` and a promise by those hours answer where a line of a calendar waits.

use serde_json::{Value, json};

use super::judged::judged;
use super::{answered, ask, one};

/// Calendars of which a line waits, and what is promised by them.
const WAITING: &str = r#"calendar half "Half" { open Mon..Fri 09:00..17:00; open on holidays; closed ? }
calendar shop "Shop" { open ?; open on holidays }
calendar both "Both" { open shop; open on holidays }
calendar some "Some" { open shop, half; open on holidays }
channel chat "Chat" { address "chat"; open shop }
channel desk "Desk" { address "desk"; open shop, half }
commitment late "Late" { from received; until responded; within 4 shop hours }
role boss "Boss"
escalation up "Up" { at 50% of late notify boss }
"#;

/// What `avouch hours` answers about these calendars, for people and for programs.
fn hours(words: &[&str]) -> (String, Value) {
    answered(WAITING, &[&["hours", "care.policy"], words].concat())
}

#[test]
fn the_hours_of_a_calendar_say_which_line_waits() {
    let note = |calendar: &str| {
        format!("note: a line of `{calendar}` is not filled in yet, and the answer does without it")
    };
    for (calendar, waits) in [("half", vec!["half"]), ("some", vec!["shop", "half"])] {
        for asked in [
            ["--from", "2026-03-02", "--to", "2026-03-02"],
            ["--at", "2026-03-02T10:00", "--add", "2 business hours"],
        ] {
            let (shown, said) = hours(&[&[calendar], &asked[..]].concat());
            assert!(waits.iter().all(|waits| shown.contains(&note(waits))), "{calendar}: {shown}");
            assert!(!shown.contains("not known yet"), "{shown}");
            assert_eq!(said["unfilled"], Value::Null);
        }
    }
    let (shown, _) = hours(&["office", "--from", "2026-03-02", "--to", "2026-03-02"]);
    assert!(!shown.contains("note:"), "{shown}");
}

#[test]
fn nobody_knows_yet_when_a_calendar_is_open_that_nothing_opens_but_a_line_that_waits() {
    for calendar in ["shop", "both"] {
        for asked in [
            ["--from", "2026-03-02", "--to", "2026-03-02"],
            ["--at", "2026-03-02T10:00", "--add", "2 business hours"],
        ] {
            let (shown, said) = hours(&[&[calendar], &asked[..]].concat());
            assert!(shown.ends_with("\n\n  not known yet\n"), "{shown}");
            assert_eq!(
                (&said["unfilled"], &said["open"], &said["isOpen"]),
                (&json!(true), &Value::Null, &Value::Null)
            );
        }
    }
    let (shown, said) = hours(&["office", "--at", "2026-03-02T10:00", "--add", "2 shop hours"]);
    assert!(shown.contains("+ 2 shop hours          not known yet\n"), "{shown}");
    assert!(shown.contains("a line of `shop` is not filled in yet"), "{shown}");
    assert_eq!((&said["isOpen"], &said["result"]), (&json!(true), &Value::Null));
}

#[test]
fn what_is_promised_by_hours_that_nobody_knows_is_not_known_either() {
    let (shown, answer) = ask(WAITING, &["severity=low"]);
    let late = one(&answer, "commitments", "late");
    assert_eq!(
        (&late["due"], &late["elapsed"], &late["remaining"]),
        (&Value::Null, &Value::Null, &Value::Null)
    );
    assert_eq!(late["note"], "when `shop` is open is not filled in yet");
    assert!(shown.contains("Late         4 hours of Shop\n               not known yet\n"), "{shown}");
    let step = one(&answer, "escalations", "up");
    assert_eq!((&step["at"], &step["state"]), (&Value::Null, &json!("unknown")));
    let (chat, desk) = (one(&answer, "channels", "chat"), one(&answer, "channels", "desk"));
    assert_eq!((&chat["open"], &chat["unfilled"]), (&json!(null), &json!(true)));
    // What is open already is open, whatever else is not known.
    assert_eq!((&desk["open"], &desk["unfilled"]), (&json!(true), &Value::Null));
    let paused =
        "commitment late \"Late\" { from received; until responded; within 2 hours; paused while ? }";
    let (shown, _) = ask(paused, &["severity=low"]);
    assert!(shown.contains("Late       2 hours\n             not known yet\n"), "{shown}");
    let expects =
        "test \"T\" { given severity is low; received 2027-03-01 10:00; expect late by 2027-03-01 14:00 }";
    assert_eq!(judged(&format!("{WAITING}{expects}")), (0, 0, Vec::new()));
}
