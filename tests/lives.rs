//! What follows from the life of a release: in which phase it is on the day of a request, and what is covered, promised, granted
//! and paid where a phase has ended, or every one.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop where the tool may not")]

use std::process::{Command, Output};

use serde_json::{Value, json};

const HEAD: &str = "policy care \"Care\" { timezone Europe/Amsterdam; business hours office }
calendar office \"Office\" { open Mon..Fri 09:00..17:00; open on holidays }
";

/// Runs a command about a policy of these lines, with a table of cases beside it.
fn avouch(lines: &str, cases: &str, arguments: &[&str]) -> Output {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("care.policy"), format!("{HEAD}{lines}")).unwrap();
    std::fs::write(folder.path().join("cases.csv"), cases).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_avouch"));
    let (command_word, rest) = arguments.split_first().unwrap();
    command.current_dir(folder.path()).env_clear().arg(command_word).arg("care.policy").args(rest);
    command.output().unwrap()
}

fn json_of(lines: &str, arguments: &[&str]) -> Value {
    let output = avouch(lines, "", &[&["ask"], arguments, &["--format", "json"]].concat());
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(0), "{said}");
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn a_phase_without_an_end_goes_on() {
    let lines = r#"phase full "Full"
phase late "Late"
product server "Server" {
  | release | full                   | late         |
  |---------|------------------------|--------------|
  | "7.0"   | 2024-04-01..2026-03-31 | from then on |
  | "8.0"   | from 2026-01-01 on     | no           |
}
scope { covers when phase is full; excludes late "Late faults" when phase is late }
"#;
    let covered = |release: &str, received: &str| {
        let answer = json_of(lines, &["product=server", release, "--received", received]);
        answer["coverage"]["covered"].clone()
    };
    assert_eq!(covered("release=7.0", "2026-03-31T12:00"), true);
    assert_eq!(covered("release=7.0", "2026-04-01T12:00"), false);
    assert_eq!(covered("release=7.0", "2090-04-01T12:00"), false);
    assert_eq!(covered("release=8.0", "2025-12-31T12:00"), Value::Null);
    assert_eq!(covered("release=8.0", "2090-04-01T12:00"), true);
}

const LIVES: &str = r#"phase full "Full"
phase limited "Limited"
product core "Core" {
  | release | full |
  |---------|------|
  | "9.0" | 2027-01-01..2027-12-31 |
  limited ends 2 years after end of full
}
commitment reply "Reply" {
  from received
  until responded
  within 4 hours when phase is full
  within 2 hours when phase is limited
}
commitment news "News" { from received; until responded; within 8 hours }
"#;

fn release(lines: &str, received: &str) -> Value {
    json_of(lines, &["product=core", "release=9.0", "--received", received])
}

#[test]
fn a_phase_ends_by_the_rule_for_its_end() {
    let phase = |lines: &str, day: &str| release(lines, &format!("{day}T10:00"))["derived"]["phase"].clone();
    assert_eq!(phase(LIVES, "2027-12-31"), "full");
    assert_eq!(phase(LIVES, "2028-01-01"), "limited");
    assert_eq!(phase(LIVES, "2029-12-31"), "limited");
    assert_eq!(phase(LIVES, "2030-01-01"), Value::Null);
    // Of several phases each begins when the one before it ends, in whatever order the rules stand.
    let three = format!("phase last \"Last\"\n{LIVES}");
    let both = three.replace("  limited ends", "  last ends 5 years after end of full\n  limited ends");
    assert_eq!(phase(&both, "2028-05-01"), "limited");
    assert_eq!(phase(&both, "2031-05-01"), "last");
    assert_eq!(phase(&three, "2028-05-01"), "limited");
    assert_eq!(phase(&three, "2033-05-01"), "last");
    let hanging = three.replace("  limited ends", "  last ends 1 year after end of limited\n  limited ends");
    assert_eq!(phase(&hanging, "2030-12-31"), "last");
    assert_eq!(phase(&hanging, "2031-01-01"), Value::Null);
}

/// What depends on the phase, and beside it what does not.
const DECIDED: &str = r#"entitlement fixes "Fixes"
entitlement reports "Reports"
plan basic "Basic" { grants fixes when phase is full; grants 3 reports when phase is full; grants 1 reports when phase is limited }
channel phone "Telephone" { address "+31 20 555 0100"; open office; only when phase is full or phase is limited }
channel email "E-mail" { address "help@core.example"; open office; open always when phase is full }
price fee "Fee" { EUR 10 when phase is full; EUR 20 when phase is limited }
price visit "Visit" { EUR 90 }
phase late "Late"
"#;

fn of<'a>(answer: &'a Value, list: &str, id: &str) -> &'a Value {
    let found = answer[list].as_array().and_then(|all| all.iter().find(|one| one["id"] == id));
    found.unwrap_or(&Value::Null)
}

#[test]
fn nothing_is_asked_of_a_phase_where_every_one_is_over() {
    let lives = LIVES.replace("  limited ends", "  late ends 4 years after end of full\n  limited ends");
    let scope = "scope { covers when phase is full or phase is limited; excludes old \"Old faults\" when phase is limited }\n";
    let lines = format!("{lives}{DECIDED}{scope}");
    let answer = release(&lines, "2027-03-01T10:00");
    assert_eq!(answer["coverage"]["covered"], true);
    assert_eq!(of(&answer, "entitlements", "fixes")["granted"], true);
    assert_eq!(of(&answer, "entitlements", "reports")["limit"], json!({ "count": "3" }));
    assert_eq!(of(&answer, "prices", "fee")["rule"], "fee/1");
    assert_eq!(of(&answer, "channels", "phone")["open"], true);
    assert_eq!(of(&answer, "channels", "email")["until"], Value::Null);

    let answer = release(&lines, "2033-03-01T10:00");
    let note = "every phase of `core` 9.0 is over: the last, `late`, ended on 2031-12-31";
    assert_eq!(answer["notes"], json!([note]));
    let coverage = &answer["coverage"];
    assert_eq!((&coverage["covered"], &coverage["dependsOn"]), (&json!(false), &Value::Null));
    // No line says so, least of all one for a phase that is over.
    assert_eq!((&coverage["clause"], &coverage["line"]), (&json!("scope"), &Value::Null));
    for id in ["fixes", "reports"] {
        let said = of(&answer, "entitlements", id);
        assert_eq!((&said["granted"], &said["dependsOn"]), (&json!(false), &Value::Null), "{id}");
    }
    assert_eq!(of(&answer, "prices", "fee"), &Value::Null);
    assert_eq!(of(&answer, "prices", "visit")["amount"]["money"]["amount"], "90");
    assert_eq!(of(&answer, "channels", "phone"), &Value::Null);
    let email = of(&answer, "channels", "email");
    assert_eq!((&email["open"], &email["dependsOn"]), (&json!(true), &Value::Null));
    assert_eq!(email["until"], "2033-03-01T17:00:00+01:00");
}

#[test]
fn nothing_is_asked_of_a_phase_that_has_ended() {
    let scope = "scope { covers when phase is full }\n";
    let channel = "channel phone \"Telephone\" { address \"+31 20 555 0100\"; open office; only when phase is full }\n\
        channel email \"E-mail\" { address \"help@core.example\"; open office }\n";
    let rest = "entitlement fixes \"Fixes\"\nplan basic \"Basic\" { grants fixes when phase is full }\n\
        price fee \"Fee\" { EUR 10 when phase is full }\nphase late \"Late\"\n\
        commitment quick \"Quick\" { from received; until responded; within 1 hour when phase is full }\n";
    let table = LIVES.split_once("commitment reply").unwrap().0;
    // Nothing is said of when the later phases end, or a `?`.
    for ends in ["", "limited ends ?"] {
        let lines = table.replace("limited ends 2 years after end of full", ends) + scope + channel + rest;
        let answer = release(&lines, "2027-03-01T10:00");
        assert_eq!(
            (&answer["coverage"]["covered"], &answer["commitments"][0]["id"]),
            (&json!(true), &json!("quick"))
        );
        assert_eq!(of(&answer, "channels", "phone")["open"], true);
        let answer = release(&lines, "2028-03-01T10:00");
        let coverage = &answer["coverage"];
        assert_eq!((&coverage["covered"], &coverage["dependsOn"]), (&json!(false), &Value::Null), "{ends}");
        assert_eq!((&answer["commitments"], &answer["undecided"]), (&json!([]), &Value::Null));
        assert_eq!(of(&answer, "channels", "phone"), &Value::Null);
        assert_eq!(of(&answer, "entitlements", "fixes")["granted"], false);
        assert_eq!(of(&answer, "prices", "fee"), &Value::Null);
        // Whoever says the phase is believed.
        let said = ["product=core", "release=9.0", "phase=full", "--received", "2028-03-01T10:00"];
        assert_eq!(json_of(&lines, &said)["coverage"]["covered"], true);
        // Which of the others it is does not follow.
        let later = lines.replace("covers when phase is full", "covers when phase is limited");
        let coverage = &release(&later, "2028-03-01T10:00")["coverage"];
        assert_eq!(coverage["covered"], Value::Null);
        assert_eq!(coverage["unfilled"], if ends.is_empty() { Value::Null } else { json!(true) });
    }
}

#[test]
fn a_table_of_cases_keeps_apart_what_has_ended_and_what_has_not() {
    let lines = "phase full \"Full\"\nphase limited \"Limited\"\nphase late \"Late\"\nproduct core \"Core\" {\n\
        | release | full | limited |\n|-|-|-|\n| 9 | 2027-01-01..2027-12-31 | ? |\n| 10 | ? | until 2028-06-30 |\n}\n\
        scope { covers when phase is full }\n\
        commitment news \"News\" { from received; until responded; within 8 hours }\n";
    let days = ["2027-06-01", "2028-06-01", "2028-07-01"];
    let rows = ["9", "10"].map(|release| days.map(|day| format!("core,{release},{day}T10:00\n")).concat());
    let rows = format!("product,release,received\n{}", rows.concat());
    let output = avouch(lines, &rows, &["evaluate", "cases.csv"]);
    let said = String::from_utf8(output.stdout).unwrap();
    let covered: Vec<&str> = said.lines().skip(1).map(|line| line.split(',').nth(3).unwrap()).collect();
    assert_eq!(covered, ["yes", "no", "no", "", "", ""], "{said}");
}

#[test]
fn an_example_expects_what_is_answered_where_every_phase_is_over() {
    let scope = "scope { covers when phase is full or phase is limited }\nphase late \"Late\"\n";
    let lives = LIVES.replace("  limited ends", "  late ends 4 years after end of full\n  limited ends");
    let entitlement =
        "entitlement fixes \"Fixes\"\nplan basic \"Basic\" { grants fixes when phase is full }\n";
    let tried = |expected: &str| {
        let example = format!(
            "example \"Old\" {{ given product is core, release is \"9.0\"; received 2033-03-01 10:00; expect {expected} }}\n"
        );
        let run = avouch(&format!("{lives}{scope}{entitlement}{example}"), "", &["test"]);
        run.status.success()
    };
    assert!(tried("not covered"));
    assert!(!tried("covered"));
    assert!(tried("fixes no"));
    assert!(!tried("fixes yes"));
    assert!(!tried("phase is late"));
}

#[test]
fn the_next_release_is_the_next_by_its_day_whatever_the_order_of_the_table() {
    let rows = [
        "| \"9.0\" | 2027-01-01..2027-12-31 |",
        "| \"9.5\" | 2029-06-01..2029-12-31 |",
        "| \"10\" | 2028-06-01..2028-12-31 |",
    ];
    for order in [[0, 2, 1], [1, 2, 0], [2, 0, 1]] {
        let table = order.map(|at: usize| rows[at]).join("\n  ");
        let phase = |step: &str, day: &str| {
            let lines = LIVES.replace(rows[0], &table).replace("2 years after end of full", step);
            assert!(lines.contains(rows[2]) && lines.contains(step), "{lines}");
            release(&lines, &format!("{day}T10:00"))["derived"]["phase"].clone()
        };
        assert_eq!(phase("next release", "2028-06-01"), "limited");
        assert_eq!(phase("next release", "2028-06-02"), Value::Null);
        assert_eq!(phase("second next release", "2029-06-01"), "limited");
        assert_eq!(phase("second next release", "2029-06-02"), Value::Null);
    }
}

#[test]
fn a_release_of_which_every_phase_is_over_has_what_no_phase_decides() {
    let answer = release(LIVES, "2033-03-01T10:00");
    let promised: Vec<&Value> =
        answer["commitments"].as_array().unwrap().iter().map(|one| &one["id"]).collect();
    assert_eq!(promised, ["news"]);
    let note = "every phase of `core` 9.0 is over: the last, `limited`, ended on 2029-12-31";
    assert_eq!(answer["notes"], json!([note]));
    assert_eq!(answer["undecided"], Value::Null);
    let typed = ["product=core", "release=9.0", "phase=limited", "--received", "2033-03-01T10:00"];
    assert_eq!(json_of(LIVES, &typed)["commitments"][0]["promise"]["within"], "PT2H");
}
