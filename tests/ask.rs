//! What a person and a program are answered when they ask a policy: the machine format field by field, the words line by line.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop where the tool may not")]

#[path = "ask/asked.rs"]
mod asked;
#[path = "ask/left_open.rs"]
mod left_open;

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::{Value, json};

fn example(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("examples").join(format!("{name}.policy"))
}

fn avouch(arguments: &[&str]) -> Output {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut command = Command::new(env!("CARGO_BIN_EXE_avouch"));
    command.current_dir(root).env_clear().args(arguments).output().unwrap()
}

fn ask(policy: &str, arguments: &[&str]) -> Value {
    let path = format!("examples/{policy}.policy");
    let all: Vec<&str> = ["ask", path.as_str()].into_iter().chain(arguments.iter().copied()).collect();
    let output = avouch(&[all.as_slice(), &["--format", "json"]].concat());
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(0), "{said}");
    serde_json::from_slice(&output.stdout).unwrap()
}

/// Why a question has no answer: the exit code is 2, nothing is on standard output.
fn refused(arguments: &[&str]) -> String {
    let output = avouch(arguments);
    assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0));
    String::from_utf8(output.stderr).unwrap()
}

fn one<'a>(answer: &'a Value, list: &str, id: &str) -> &'a Value {
    let all = answer[list].as_array().unwrap();
    all.iter().find(|one| one["id"] == id).unwrap_or_else(|| panic!("{list} has {id}: {all:?}"))
}

const CRITICAL: [&str; 5] =
    ["plan=premium", "severity=critical", "channel=phone", "--received", "2026-12-24T16:45"];

#[test]
fn a_critical_call_has_the_fields_that_other_programs_rely_on() {
    let answer = ask("northwind", &CRITICAL);
    assert_eq!((&answer["format"], &answer["formatVersion"]), (&json!("avouch/answer"), &json!(1)));
    assert_eq!(answer["case"], json!({ "plan": "premium", "severity": "critical", "channel": "phone" }));
    assert_eq!(answer["received"], "2026-12-24T16:45:00+01:00");
    let first = one(&answer, "commitments", "first-response");
    assert_eq!(first["strength"], "target");
    assert_eq!(first["starts"], "2026-12-24T16:45:00+01:00");
    assert_eq!(first["due"], "2026-12-24T17:15:00+01:00");
    assert_eq!(first["promise"], json!({ "within": "PT30M", "clock": "elapsed" }));
    assert_eq!(first["rule"], "first-response/critical/premium");
    assert_eq!(first["anchor"], "first-response");
    assert_eq!(first["source"]["file"], "examples/northwind.policy");
    let counted = json!([{ "from": first["starts"], "to": first["due"], "amount": "PT30M" }]);
    assert_eq!(first["counted"], counted);
    let steps: Vec<(&Value, &Value)> = answer["escalations"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|step| step["id"] == "critical-path")
        .map(|step| (&step["at"], &step["notify"]))
        .collect();
    let step = |at: &str, who: &str| (json!(at), json!([who]));
    let expected = [
        step("2026-12-24T17:00:00+01:00", "team-lead"),
        step("2026-12-24T17:15:00+01:00", "support-director"),
        step("2026-12-24T18:15:00+01:00", "managing-director"),
    ];
    assert_eq!(steps, expected.iter().map(|(at, who)| (at, who)).collect::<Vec<_>>());
    assert_eq!(answer["channels"][0]["id"], "phone");
    assert_eq!(
        (&answer["channels"][0]["open"], &answer["channels"][0]["until"]),
        (&json!(true), &Value::Null)
    );
    assert_eq!(one(&answer, "entitlements", "service-reviews")["granted"], true);
}

#[test]
fn the_line_of_a_rule_is_that_of_its_cell() {
    let answer = ask("northwind", &CRITICAL);
    let line = one(&answer, "commitments", "first-response")["source"]["line"].as_u64().unwrap();
    let text = std::fs::read_to_string(example("northwind")).unwrap();
    let row = text.lines().nth(usize::try_from(line).unwrap() - 1).unwrap();
    assert!(row.contains("critical") && row.contains("30 minutes"), "{row}");
}

#[test]
fn what_is_not_covered_is_said_with_the_clause_and_what_there_is_instead() {
    let answer = ask("ondersteuning", &["kind=inrichting"]);
    let coverage = &answer["coverage"];
    assert_eq!((&coverage["covered"], &coverage["clause"]), (&json!(false), &json!("scope-inrichting")));
    assert_eq!(coverage["instead"], json!([{ "kind": "offer", "id": "adviesdiensten" }]));
}

#[test]
fn a_fact_that_was_not_given_is_no_error_where_it_does_not_decide_a_promise() {
    let answer = ask("northwind", &CRITICAL);
    assert_eq!(answer["coverage"]["covered"], Value::Null);
    assert_eq!(answer["coverage"]["dependsOn"], json!(["product", "kind", "phase"]));
    assert_eq!(one(&answer, "entitlements", "hot-fixes")["granted"], Value::Null);
}

#[test]
fn a_fact_that_decides_a_promise_is_asked_for() {
    let said = refused(&["ask", "examples/northwind.policy", "plan=premium", "channel=phone"]);
    assert_eq!(
        said,
        "error: `first-response` depends on `severity`, which was not given\n  \
         help: say `severity=…`: `critical`, `high` or `normal`\n"
    );
}

#[test]
fn a_promise_without_a_figure_has_no_instant() {
    let answer = ask(
        "service-standards",
        &[
            "software-assurance=current",
            "kind=fault",
            "channel=support-mail",
            "--received",
            "2026-03-13T15:00",
        ],
    );
    let substantive = one(&answer, "commitments", "substantive-response");
    assert_eq!((&substantive["due"], &substantive["promise"]), (&Value::Null, &json!({ "agreed": "eula" })));
    let contact = one(&answer, "commitments", "regular-contact");
    assert_eq!((&contact["starts"], &contact["state"]), (&Value::Null, &json!("not-started")));
    let answer = ask("ondersteuning", &["kind=probleem", "--received", "2026-04-10T10:00"]);
    assert_eq!(one(&answer, "commitments", "oplossing")["promise"], json!({ "effort": "best" }));
    assert_eq!(one(&answer, "commitments", "eerste-reactie")["promise"], json!({ "none": true }));
}

#[test]
fn a_changed_fact_selects_another_rule_and_keeps_the_start() {
    let facts = ["plan=standard", "severity=high", "channel=phone", "--received", "2026-12-24T10:00"];
    let before = ask("northwind", &facts);
    let first = |answer: &Value| one(answer, "commitments", "first-response").clone();
    assert_eq!(first(&before)["due"], "2026-12-28T17:30:00+01:00");
    let after = ask("northwind", &[&facts[..], &["--event", "severity=critical@2026-12-24T10:30"]].concat());
    assert_eq!(first(&after)["rule"], "first-response/critical/standard");
    assert_eq!(first(&after)["starts"], "2026-12-24T10:00:00+01:00");
    assert_eq!(first(&after)["due"], "2026-12-28T10:00:00+01:00");
}

#[test]
fn a_state_that_stops_a_clock_takes_its_time_out() {
    let facts = [
        "plan=premium",
        "severity=high",
        "channel=phone",
        "--received",
        "2026-04-13T09:00",
        "--event",
        "responded=2026-04-13T10:00",
        "--event",
        "waiting-for-customer=2026-04-13T11:00",
    ];
    let waiting = ask("northwind", &facts);
    let update = one(&waiting, "commitments", "update");
    assert_eq!((&update["state"], &update["due"]), (&json!("paused"), &Value::Null));
    let process = one(&waiting, "processes", "intake");
    assert_eq!(process["state"], "waiting-for-customer");
    assert_eq!(process["timers"][1]["at"], "2026-04-27T11:00:00+02:00");
    let on = ask("northwind", &[&facts[..], &["--event", "accepted=2026-04-15T11:00"]].concat());
    let update = one(&on, "commitments", "update");
    // Tuesday is paused all day, so Monday 10:00 and one business day is Wednesday.
    assert_eq!(update["due"], "2026-04-15T17:30:00+02:00");
    assert_eq!(one(&on, "commitments", "first-response")["state"], "met");
}

#[test]
fn a_price_is_worked_out_where_it_can_be() {
    let facts =
        ["plan=standard", "severity=high", "channel=email", "term=2 years", "--received", "2026-04-13T20:00"];
    let answer = ask("northwind", &facts);
    let money = json!({ "money": { "currency": "EUR", "amount": "1800" } });
    assert_eq!(one(&answer, "prices", "contract")["amount"], money);
    // The office is closed at eight in the evening.
    assert_eq!(one(&answer, "offers", "advisory")["rate"]["money"]["amount"], "225");
}

#[test]
fn questions_that_cannot_be_answered_say_why_and_what_to_do() {
    let policy = "examples/northwind.policy";
    let said: Vec<String> = [
        &["ask", policy, "severty=critical"][..],
        &["ask", policy, "severity=critcal"],
        &["ask", policy, "plan=basic", "channel=phone"],
        &["ask", policy, "--severity", "critical"],
        &["ask", policy, "plan=basic", "severity=high", "--received", "2026-03-29T02:30"],
        &["ask", policy, "plan=basic", "severity=high", "--received", "2026-02-30T10:00"],
        &["ask", policy, "plan=basic", "severity=high", "--received", "2026-04-10"],
        &["ask", policy, "plan=basic", "severity=high", "--received", "2026-01-15T10:00"],
        &[
            "ask",
            policy,
            "plan=basic",
            "severity=high",
            "--received",
            "2026-04-10T10:00",
            "--event",
            "responded=2026-04-09T10:00",
        ],
        &[
            "ask",
            policy,
            "plan=basic",
            "severity=high",
            "--received",
            "2026-04-10T10:00",
            "--event",
            "respnded=2026-04-10T11:00",
        ],
        &["hours", policy, "ofice", "--from", "2026-04-10", "--to", "2026-04-11"],
        &["hours", policy, "office", "2026-03-09"],
        &["hours", policy, "office", "--at", "2026-04-10T10:00", "--add", "4 elastic hours"],
        &["hours", policy, "office", "--at", "2026-04-10T10:00", "--add", "2 Werktage"],
    ]
    .into_iter()
    .map(refused)
    .collect();
    insta::assert_snapshot!(said.join("\n"));
}

#[test]
fn a_fact_can_be_said_by_its_title() {
    let said = |fact: &str| {
        let all = ["ask", "examples/northwind.policy", "plan=premium", "severity=high", fact];
        avouch(&[&all[..], &["--received", "2026-12-24 12:30"]].concat()).stdout
    };
    assert_eq!(said("Channel=E-mail"), said("channel=email"));
    assert_eq!(said("CHANNEL=email"), said("channel=email"));
}

#[test]
fn an_answer_for_people_has_its_working() {
    let facts = ["plan=premium", "severity=high", "channel=email", "--received", "2026-12-24 12:30"];
    let all = [&["ask", "examples/northwind.policy"][..], &facts].concat();
    let output = avouch(&all);
    insta::assert_snapshot!(String::from_utf8(output.stdout).unwrap());
    let output = avouch(&[&all[..], &["--language", "nl"]].concat());
    insta::assert_snapshot!("an_answer_in_dutch", String::from_utf8(output.stdout).unwrap());
}

#[test]
fn hours_are_listed_and_counted() {
    let policy = "examples/northwind.policy";
    let json = |arguments: &[&str]| -> Value {
        let all = [&["hours", policy, "office", "--format", "json"][..], arguments].concat();
        serde_json::from_slice(&avouch(&all).stdout).unwrap()
    };
    let listed = json(&["--from", "2026-12-24T00:00", "--to", "2026-12-28T00:00"]);
    assert_eq!((&listed["format"], &listed["calendar"]), (&json!("avouch/hours"), &json!("office")));
    assert_eq!(listed["timezone"], "Europe/Amsterdam");
    let span = json!({ "from": "2026-12-24T09:00:00+01:00", "to": "2026-12-24T13:00:00+01:00" });
    assert_eq!((&listed["open"], &listed["total"]), (&json!([span]), &json!("PT14400S")));
    let around = json(&["--at", "2026-12-24T16:45", "--add", "4 business hours"]);
    let doors = ["isOpen", "previousOpening", "previousClosing", "nextOpening", "nextClosing", "result"]
        .map(|field| around[field].clone());
    assert_eq!(
        doors,
        [
            json!(false),
            json!("2026-12-24T09:00:00+01:00"),
            json!("2026-12-24T13:00:00+01:00"),
            json!("2026-12-28T09:00:00+01:00"),
            json!("2026-12-28T17:30:00+01:00"),
            json!("2026-12-28T13:00:00+01:00")
        ]
    );
    let back = json(&["--at", "2026-12-28T10:00", "--subtract", "2 business hours"]);
    assert_eq!(back["result"], "2026-12-24T12:00:00+01:00");
    let events =
        avouch(&["hours", policy, "office", "--from", "2026-12-24", "--to", "2026-12-24", "--format", "ics"]);
    let events = String::from_utf8(events.stdout).unwrap();
    assert!(events.contains("DTSTART:20261224T080000Z\r\nDTEND:20261224T120000Z\r\n"), "{events}");
}

#[test]
fn the_example_of_every_policy_is_answered() {
    let policies = ["northwind", "ondersteuning", "service-standards", "mail-first-support", "outline"];
    for policy in policies {
        let path = format!("examples/{policy}.policy");
        let output = avouch(&["test", &path, "--format", "concise"]);
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        assert_eq!(output.status.code(), Some(0), "{policy}: {said}");
    }
}

#[test]
fn a_maintenance_closes_what_names_it_and_holds_at_its_own_times() {
    let folder = tempfile::tempdir().unwrap();
    let policy = r#"policy care "Care" { timezone Europe/Amsterdam; business hours office }
calendar office "Office" { open Mon..Fri 09:00..17:00; open on holidays }
calendar service "Service" { open always; closed weekly }
maintenance weekly "Weekly" { on Sun 02:00..04:00 }
"#;
    std::fs::write(folder.path().join("care.policy"), policy).unwrap();
    let run = |words: &[&str]| {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_avouch"));
        let output = command.current_dir(folder.path()).args(words).output().unwrap();
        (String::from_utf8_lossy(&output.stdout) + String::from_utf8_lossy(&output.stderr)).into_owned()
    };
    let said = run(&[
        "hours",
        "care.policy",
        "service",
        "--from",
        "2026-06-07",
        "--to",
        "2026-06-07",
        "--format",
        "json",
    ]);
    assert!(said.contains("\"total\": \"PT79200S\""), "{said}");
}

#[test]
fn a_day_after_a_breach_is_the_next_business_day() {
    let folder = tempfile::tempdir().unwrap();
    let policy = r#"policy care "Care" { timezone Europe/Amsterdam; business hours office }
calendar office "Office" { open Mon..Fri 09:00..17:00; open on holidays; cut-off 15:00 }
commitment answer "Answer" { from received; until responded; within 1 business day }
role lead "Lead"
escalation late "Late" {
  1 business day before breach of answer notify lead
  1 business day after breach of answer notify lead
}
"#;
    std::fs::write(folder.path().join("care.policy"), policy).unwrap();
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_avouch"));
    let words = ["ask", "care.policy", "--received", "2026-06-01T10:00", "--format", "json"];
    let output = command.current_dir(folder.path()).args(words).output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(said.contains("\"due\": \"2026-06-02T17:00:00+02:00\""), "{said}");
    assert!(said.contains("\"at\": \"2026-06-01T17:00:00+02:00\""), "{said}");
    assert!(said.contains("\"at\": \"2026-06-03T17:00:00+02:00\""), "{said}");
}

#[test]
fn a_step_that_comes_again_is_named_by_the_time_that_is_still_to_come() {
    let folder = tempfile::tempdir().unwrap();
    let policy = r#"policy care "Care" { timezone Europe/Amsterdam }
commitment answer "Answer" { from received; until responded; within 4 hours }
role lead "Lead"
escalation late "Late" { every hour after breach of answer notify lead, at most 12 times }
"#;
    std::fs::write(folder.path().join("care.policy"), policy).unwrap();
    let run = |now: &str, more: &[&str]| {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_avouch"));
        let words = ["ask", "care.policy", "--received", "2026-06-01T10:00", "--at", now];
        let output = command.current_dir(folder.path()).args(words).args(more).output().unwrap();
        String::from_utf8_lossy(&output.stdout).into_owned()
    };
    for (now, next, then) in [
        ("2026-06-01T12:00", Some("2026-06-01T15:00:00+02:00"), "every hour, then Mon 1 Jun 2026, 16:00"),
        ("2026-06-01T20:30", Some("2026-06-01T21:00:00+02:00"), "every hour, then Mon 1 Jun 2026, 21:00"),
        ("2026-06-02T02:00", None, "Mon 1 Jun 2026, 15:00   Lead\n"),
    ] {
        let shown = run(now, &[]);
        assert!(shown.contains(then), "{shown}");
        let answer: Value = serde_json::from_str(&run(now, &["--format", "json"])).unwrap();
        let step = one(&answer, "escalations", "late");
        assert_eq!(
            (step.get("next").and_then(Value::as_str), &step["cadence"][1]),
            (next, &json!("2026-06-01T16:00:00+02:00"))
        );
    }
    let kept = run("2026-06-01T20:30", &["--event", "responded=2026-06-01T18:30"]);
    assert!(!kept.contains("then"), "{kept}");
}

#[test]
fn a_list_of_holidays_that_is_not_there_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let policy = r#"policy care "Care" { timezone Europe/Amsterdam; business hours office }
calendar office "Office" { open Mon..Fri 09:00..17:00; closed on holidays from "days.txt" }
"#;
    std::fs::write(folder.path().join("care.policy"), policy).unwrap();
    let run = || {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_avouch"));
        let words = ["hours", "care.policy", "office", "--at", "2026-12-25T10:00", "--format", "json"];
        let output = command.current_dir(folder.path()).args(words).output().unwrap();
        let said = String::from_utf8_lossy(&output.stdout) + String::from_utf8_lossy(&output.stderr);
        (output.status.code(), said.into_owned())
    };
    let (code, said) = run();
    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("the holidays of `office`, `days.txt`, cannot be read"), "{said}");
    assert!(said.contains("there is no calendar to ask: care.policy has errors"), "{said}");
    std::fs::write(folder.path().join("days.txt"), "2026-12-25: Christmas\n").unwrap();
    let (code, said) = run();
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("\"isOpen\": false"), "{said}");
    std::fs::write(folder.path().join("days.txt"), "Christmas\n").unwrap();
    let (code, said) = run();
    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("line 1"), "{said}");
}

#[test]
fn the_price_of_the_plan_and_the_end_of_a_pause_are_told() {
    let folder = tempfile::tempdir().unwrap();
    let policy = r#"policy care "Care" { timezone Europe/Amsterdam; business hours office }
calendar office "Office" { open Mon..Fri 09:00..17:00; open on holidays }
plan basic "Basic" { price EUR 600 per year }
plan gold "Gold" { price EUR 900 per year }
commitment answer "Answer" { from received; until responded; paused while waiting; within 4 business hours }
process handling "Handling" {
  state new "New"
  state waiting "Waiting"
  new becomes waiting on asked
  waiting becomes new on replied
}
event asked "We ask"
"#;
    std::fs::write(folder.path().join("care.policy"), policy).unwrap();
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_avouch"));
    let words = [
        "ask",
        "care.policy",
        "plan=gold",
        "--received",
        "2026-06-01T15:00",
        "--event",
        "asked=2026-06-01T16:00",
        "--event",
        "replied=2026-06-01T18:00",
        "--format",
        "json",
    ];
    let output = command.current_dir(folder.path()).args(words).output().unwrap();
    let answer: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(answer["prices"][0]["id"], "gold");
    assert_eq!(answer["prices"][0]["amount"]["money"]["amount"], "900");
    let commitment = &answer["commitments"][0];
    assert_eq!(commitment["due"], "2026-06-02T12:00:00+02:00");
    let passed: Vec<(&str, &str)> = commitment["passed"]
        .as_array()
        .unwrap()
        .iter()
        .map(|part| (part["why"].as_str().unwrap(), &part["to"].as_str().unwrap()[..16]))
        .collect();
    assert_eq!(passed, [("paused", "2026-06-01T18:00"), ("closed", "2026-06-02T09:00")]);
}
