//! What an answer says beyond instants: what is left of a limit, what comes before anything has begun, what changed, which of
//! two equal times is meant, what is offered instead, and which release comes next.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop where the tool may not")]

use std::process::{Command, Output};

use serde_json::{Value, json};

const HEAD: &str = "timezone Europe/Amsterdam; business hours office }
calendar office \"Office\" { open Mon..Fri 09:00..17:00; open on holidays }
";

const LIMITS: &str = r#"fact nodes "Nodes" { is a number }
entitlement advice "Advice"
entitlement cases "Cases"
entitlement contacts "Contacts"
entitlement training "Training"
entitlement visits "Visits"
entitlement reports "Reports"
entitlement study "Study"
plan gold "Gold" {
  grants 12 hours of advice per quarter, unused lapse
  grants up to 3 cases per year
  grants 5 contacts per 500 nodes, at most 15
  grants 2 days of training per 2 years
  grants visits
  grants 2 hours of study per request
}
plan silver "Silver" { grants reports }
"#;

/// Asks a policy of these lines.
fn avouch(header: &str, lines: &str, arguments: &[&str]) -> Output {
    let folder = tempfile::tempdir().unwrap();
    let policy = format!("policy care \"Care\" {{ {header}{HEAD}{lines}");
    std::fs::write(folder.path().join("care.policy"), policy).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_avouch"));
    let (command_word, rest) = arguments.split_first().unwrap();
    command.current_dir(folder.path()).env_clear().arg(command_word).arg("care.policy").args(rest);
    command.output().unwrap()
}

fn json_of(lines: &str, arguments: &[&str]) -> Value {
    let output = avouch("", lines, &[&["ask"], arguments, &["--format", "json"]].concat());
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(0), "{said}");
    serde_json::from_slice(&output.stdout).unwrap()
}

/// The answer for people, and what is noted beside it.
fn pretty_of(header: &str, lines: &str, arguments: &[&str]) -> (String, String) {
    let output = avouch(header, lines, &[&["ask"], arguments].concat());
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(0), "{said}");
    (String::from_utf8(output.stdout).unwrap(), said)
}

fn refused(lines: &str, arguments: &[&str]) -> String {
    let output = avouch("", lines, &[&["ask"], arguments].concat());
    assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0));
    String::from_utf8(output.stderr).unwrap()
}

fn one<'a>(answer: &'a Value, list: &str, id: &str) -> &'a Value {
    answer[list].as_array().unwrap().iter().find(|one| one["id"] == id).unwrap()
}

const GOLD: [&str; 4] = ["plan=gold", "nodes=600", "--received", "2026-12-24T10:00"];

#[test]
fn a_limit_counts_in_the_period_of_the_receipt() {
    let answer = json_of(LIMITS, &GOLD);
    let advice = one(&answer, "entitlements", "advice");
    assert_eq!(advice["granted"], true);
    let per = json!({ "every": 1, "unit": "quarter" });
    assert_eq!(advice["limit"], json!({ "count": "12", "unit": "hour", "per": per }));
    let quarter = json!({ "from": "2026-10-01T00:00:00+02:00", "to": "2027-01-01T00:00:00+01:00" });
    assert_eq!(advice["period"], quarter);
    assert_eq!((&advice["used"], &advice["left"]), (&Value::Null, &Value::Null));
    let cases = one(&answer, "entitlements", "cases");
    assert_eq!(cases["period"]["from"], "2026-01-01T00:00:00+01:00");
    // Nothing says in which year a stretch of two of them begins.
    assert_eq!(one(&answer, "entitlements", "training")["period"], Value::Null);
    assert_eq!(one(&answer, "entitlements", "contacts")["period"], Value::Null);
}

#[test]
fn what_is_left_is_worked_out_from_what_was_used() {
    let used = [
        "--used",
        "advice=3 hours",
        "--used",
        "cases=4",
        "--used",
        "contacts=2",
        "--used",
        "study=30 minutes",
    ];
    let answer = json_of(LIMITS, &[&GOLD[..], &used].concat());
    let advice = one(&answer, "entitlements", "advice");
    assert_eq!(advice["used"], json!({ "count": "3", "unit": "hour" }));
    assert_eq!(advice["left"], json!({ "count": "9", "unit": "hour" }));
    let cases = one(&answer, "entitlements", "cases");
    assert_eq!((&cases["left"], &cases["over"]), (&json!({ "count": "0" }), &json!({ "count": "1" })));
    let study = one(&answer, "entitlements", "study");
    assert_eq!(
        (&study["left"], &study["period"]),
        (&json!({ "count": "1.5", "unit": "hour" }), &Value::Null)
    );
    let contacts = one(&answer, "entitlements", "contacts");
    assert_eq!(
        (&contacts["limit"], &contacts["left"]),
        (&json!({ "count": "10" }), &json!({ "count": "8" }))
    );
}

#[test]
fn periods_of_a_contract_are_counted_from_its_first_day() {
    let answer = json_of(LIMITS, &[&GOLD[..], &["--since", "2025-04-15", "--used", "training=0.5"]].concat());
    let from = |id: &str| one(&answer, "entitlements", id)["period"]["from"].clone();
    assert_eq!(from("advice"), "2026-10-15T00:00:00+02:00");
    assert_eq!(from("cases"), "2026-04-15T00:00:00+02:00");
    assert_eq!(from("training"), "2025-04-15T00:00:00+02:00");
    assert_eq!(one(&answer, "entitlements", "training")["left"], json!({ "count": "1.5", "unit": "day" }));
}

#[test]
fn what_is_left_is_told_in_every_language() {
    let used =
        ["--used", "advice=3 hours", "--used", "cases=3", "--used", "contacts=16", "--used", "training=1"];
    let mut said = String::new();
    for tag in ["en", "nl", "de", "fr", "es", "ja"] {
        let header = format!("written in {tag}; ");
        let (text, _) = pretty_of(&header, LIMITS, &[&GOLD[..], &used].concat());
        said.push_str(&text);
        said.push('\n');
    }
    insta::assert_snapshot!(said);
}

#[test]
fn what_cannot_be_used_is_said() {
    let with = |words: &[&str]| refused(LIMITS, &[&GOLD[..], words].concat());
    let said = [
        with(&["--used", "advise=3 hours"]),
        with(&["--used", "advice=3 cases"]),
        with(&["--used", "advice=2 days"]),
        with(&["--used", "cases=3 hours"]),
        with(&["--used", "advice"]),
        with(&["--used", "cases=1", "--used", "cases=2"]),
        with(&["--since", "2027-01-01"]),
        with(&["--since", "January"]),
    ];
    insta::assert_snapshot!(said.join(""));
    let used = ["--used", "visits=2", "--used", "reports=1"];
    let (_, notes) = pretty_of("", LIMITS, &[&GOLD[..], &used].concat());
    assert_eq!(
        notes,
        "note: what was used of `visits` counts for nothing: it is granted without a limit\n\
         note: what was used of `reports` counts for nothing: it is not granted in this case\n"
    );
    let (_, notes) = pretty_of("", LIMITS, &["plan=gold", "--used", "contacts=2"]);
    assert!(
        notes.contains("`contacts` counts for nothing: what its limit is counted for is not known"),
        "{notes}"
    );
}

const CLOCK: &str = r#"severity high "High"
severity normal "Normal"
commitment answer "Answer" {
  from  received
  until responded
  paused while waiting
  | severity | answer           |
  |----------|------------------|
  | high     | 1 hour           |
  | normal   | 4 business hours |
}
process handling "Handling" {
  state new "New"
  state waiting "Waiting"
  new becomes waiting on asked
  waiting becomes new on replied
}
event asked "We ask"
role lead "Lead"
role boss "Boss"
escalation late "If late" {
  2 hours before breach of answer notify lead
  at 100% of answer notify boss
}
"#;

#[test]
fn a_step_before_the_clock_starts_comes_at_once() {
    let facts = ["severity=high", "--received", "2026-04-10T10:00"];
    let answer = json_of(CLOCK, &facts);
    let step = &answer["escalations"][0];
    assert_eq!(step["at"], "2026-04-10T10:00:00+02:00");
    assert_eq!(step["insteadOf"], "2026-04-10T09:00:00+02:00");
    assert_eq!((&step["state"], &answer["escalations"][1]["insteadOf"]), (&json!("come"), &Value::Null));
    let (text, _) = pretty_of("", CLOCK, &facts);
    assert!(text.contains("Fri 10 Apr 2026, 10:00   Lead   at once\n"), "{text}");
}

#[test]
fn while_a_clock_stands_still_nobody_is_told_at_a_time_that_is_known() {
    let paused = ["severity=high", "--received", "2026-04-10T10:00", "--event", "asked=2026-04-10T10:30"];
    let (text, _) = pretty_of("", CLOCK, &paused);
    assert!(text.contains("Escalation   no time yet   Lead\n"), "{text}");
    assert!(text.contains("             no time yet   Boss\n"), "{text}");
}

#[test]
fn a_fact_that_changed_stands_beside_what_it_was() {
    let facts =
        ["severity=normal", "--received", "2026-04-10T10:00", "--event", "severity=high@2026-04-10T10:30"];
    let answer = json_of(CLOCK, &facts);
    assert_eq!(answer["case"], json!({ "severity": "normal" }));
    let change = json!({ "fact": "severity", "value": "high", "at": "2026-04-10T10:30:00+02:00" });
    assert_eq!(answer["changes"], json!([change]));
    let (text, _) = pretty_of("", CLOCK, &facts);
    assert!(
        text.starts_with(
            "Normal (High from Fri 10 Apr 2026, 10:30), received on Friday 10 April 2026 at 10:00 (Amsterdam)\n"
        ),
        "{text}"
    );
}

#[test]
fn of_a_time_that_comes_twice_it_is_said_which_one_is_meant() {
    let (text, notes) = pretty_of("", CLOCK, &["severity=high", "--received", "2026-10-25T01:30"]);
    assert!(text.contains("by Sunday 25 October 2026 at 02:30 (+02:00)   1 hour"), "{text}");
    assert!(notes.is_empty(), "{notes}");
    let (text, _) = pretty_of("", CLOCK, &["severity=high", "--received", "2026-10-25T02:30+02:00"]);
    assert!(text.contains("received on Sunday 25 October 2026 at 02:30 (+02:00) (Amsterdam)"), "{text}");
    assert!(text.contains("by Sunday 25 October 2026 at 02:30 (+01:00)"), "{text}");
}

#[test]
fn parts_of_a_second_count_as_a_whole_one_and_that_is_said() {
    let facts = [
        "severity=high",
        "--received",
        "2026-04-10T10:00:00.250",
        "--event",
        "responded=2026-04-10T11:00:01.5",
    ];
    let (text, notes) = pretty_of("", CLOCK, &facts);
    assert!(text.contains("by Friday 10 April 2026 at 11:00:01   1 hour   missed"), "{text}");
    assert!(
        notes.contains("note: `2026-04-10T10:00:00.250` has parts of a second, which count as a whole one\n")
    );
}

const SCOPE: &str = r#"kind fault "Fault"
kind wish  "Wish"
scope { covers faults "Faults" when kind is fault; excludes wishes "Wishes" when kind is wish { instead work } }
offer work "Work" { rate EUR 150 per hour, in steps of 15 minutes, at least 1 hour; rate 1.5 times outside office; proposal first }
commitment answer "Answer" { from received; until responded; within 1 business day }
"#;

#[test]
fn nothing_is_promised_for_what_is_not_covered() {
    let facts = ["kind=wish", "--received", "2026-04-10T10:00"];
    let answer = json_of(SCOPE, &facts);
    assert_eq!(answer["coverage"]["covered"], false);
    assert_eq!(answer["commitments"][0]["applies"], false);
    let (text, _) = pretty_of("", SCOPE, &facts);
    assert!(text.contains("nothing is promised for it") && !text.contains("Answer"), "{text}");
    let covered = json_of(SCOPE, &["kind=fault", "--received", "2026-04-10T10:00"]);
    assert_eq!(covered["commitments"][0]["applies"], Value::Null);
}

#[test]
fn an_offer_is_told_with_what_it_costs_at_that_time() {
    let at = |time: &str| pretty_of("", SCOPE, &["kind=wish", "--received", time]).0;
    let day = at("2026-04-10T10:00");
    assert!(day.contains("EUR 150 per hour, at least 1 hour, in steps of 15 minutes"), "{day}");
    let night = at("2026-04-10T20:00");
    assert!(night.contains("EUR 225 per hour, at least 1 hour, in steps of 15 minutes"), "{night}");
}

const RELEASES: &str = r#"phase full "Full support"
product server "Server" {
  | release | full                   |
  |---------|------------------------|
  | "7.0"   | 2024-04-01..2026-03-31 |
  | "8.0"   | 2026-06-01..2028-03-31 |
  | "9.0"   | 2027-06-01..2029-03-31 |
}
severity high   "High"
severity normal "Normal"
commitment repair "Repair" {
  from  received
  until resolved
  | severity | repair              |
  |----------|---------------------|
  | high     | next release        |
  | normal   | second next release |
}
"#;

#[test]
fn a_promise_of_the_next_release_has_its_date_where_the_policy_says_it() {
    let asked = |severity: &str, day: &str| {
        let received = format!("{day}T10:00");
        let facts = [severity, "--received", received.as_str()];
        let text = pretty_of("", RELEASES, &facts).0;
        (json_of(RELEASES, &facts)["commitments"][0].clone(), text)
    };
    let (said, text) = asked("severity=high", "2026-04-10");
    assert_eq!(said["promise"], json!({ "release": "next" }));
    assert_eq!(
        (&said["release"]["product"], &said["release"]["date"]),
        (&json!("server"), &json!("2026-06-01"))
    );
    // By the end of the day on which it comes out.
    assert_eq!(said["due"], "2026-06-02T00:00:00+02:00");
    assert!(text.contains("8.0, 1 June 2026\n") && !text.contains("2 June"), "{text}");
    let (said, _) = asked("severity=normal", "2026-04-10");
    assert_eq!(said["release"]["date"], "2027-06-01");
    let (said, text) = asked("severity=normal", "2026-06-01");
    assert_eq!((&said["release"], &said["due"]), (&Value::Null, &Value::Null));
    assert_eq!(said["note"], "the policy does not say when that release comes out");
    assert!(text.contains("its date is not known yet\n"), "{text}");
}

#[test]
fn a_list_of_hours_may_be_empty_and_may_not_run_backwards() {
    let hours = |from: &str, to: &str, format: &str| {
        avouch("", "", &["hours", "office", "--from", from, "--to", to, "--format", format])
    };
    let empty = hours("2026-04-10T10:00", "2026-04-10T10:00", "json");
    let said: Value = serde_json::from_slice(&empty.stdout).unwrap();
    assert_eq!(
        (&said["open"], &said["total"], &said["businessDays"]),
        (&json!([]), &json!("PT0S"), &json!(0))
    );
    let back = hours("2026-04-10T10:00", "2026-04-10T09:59", "json");
    assert_eq!(back.status.code(), Some(2));
    assert!(String::from_utf8(back.stderr).unwrap().contains("the list ends before it begins"));
}

#[test]
fn events_for_calendar_programs_have_the_title_of_the_calendar() {
    let lines = "calendar night \"Nights, and weekends\" { open Fri 22:00..24:00; open on holidays }\n";
    let day = ["--from", "2026-04-10", "--to", "2026-04-10", "--format", "ics"];
    let output = avouch("", lines, &[&["hours", "night"][..], &day].concat());
    let events = String::from_utf8(output.stdout).unwrap();
    assert!(events.contains("UID:20260410T200000Z-night@avouch\r\n"), "{events}");
    assert!(events.contains("SUMMARY:Nights\\, and weekends\r\n"), "{events}");
}

#[test]
fn weeks_and_months_of_business_time_are_those_of_the_wall_up_to_the_next_opening() {
    let lines = "severity week \"Week\"\nseverity month \"Month\"\nseverity day \"Day\"\n\
        commitment visit \"Visit\" {\n  from received\n  | severity | visit |\n  |---|---|\n  \
        | week | 2 business weeks |\n  | month | 1 business month |\n  | day | next business day 12:00 |\n}\n";
    let due = |severity: &str, received: &str| {
        let answer = json_of(lines, &[severity, "--received", received]);
        answer["commitments"][0]["due"].as_str().unwrap()[..16].to_owned()
    };
    assert_eq!(due("severity=week", "2026-04-10T10:00"), "2026-04-24T10:00");
    assert_eq!(due("severity=week", "2026-04-11T11:00"), "2026-04-27T09:00");
    assert_eq!(due("severity=month", "2026-04-10T10:00"), "2026-05-11T09:00");
    // What comes on a Saturday is received on Monday, and the business day after that is Tuesday.
    assert_eq!(due("severity=day", "2026-04-11T11:00"), "2026-04-14T12:00");
    assert_eq!(due("severity=day", "2026-04-10T10:00"), "2026-04-13T12:00");
}

#[test]
fn why_there_is_no_instant_is_said_in_the_language_of_the_policy() {
    let lines = "calendar madrid \"Madrid\" { open Mon..Fri 09:00..17:00; closed on holidays ES-MD, ES }\n\
        commitment visit \"Visit\" { from received; within 30 madrid days }\n";
    let asked = ["--received", "2026-12-10T10:00"];
    let (text, _) = pretty_of("", lines, &asked);
    assert!(text.contains("the holidays in Spain are known until 2026 only\n"), "{text}");
    let (text, _) = pretty_of("written in nl; ", lines, &asked);
    assert!(text.contains("zijn maar tot en met 2026 bekend\n"), "{text}");
    let note = json_of(lines, &asked)["commitments"][0]["note"].clone();
    assert_eq!(note, "the holidays of ES are known from 2015 to 2026 only");
}

#[test]
fn notes_and_earlier_runs_are_told_in_the_language_of_the_policy() {
    let lines = "calendar theirs \"Theirs\" { timezone of customer; open Mon..Fri 09:00..17:00; open on holidays }\n\
        commitment reply \"Reply\" { from replied; until updated; within 2 theirs hours }\n";
    let asked = [
        "--received",
        "2026-10-25T02:30",
        "--event",
        "replied=2026-10-26T10:00",
        "--event",
        "updated=2026-10-26T15:00",
        "--event",
        "replied=2026-10-27T10:00",
    ];
    let (text, notes) = pretty_of("", lines, &asked);
    assert!(text.contains("before: Mon 26 Oct 2026, 10:00 to Mon 26 Oct 2026, 15:00, missed\n"), "{text}");
    assert!(notes.contains("note: 02:30 comes twice in Amsterdam"), "{notes}");
    let (text, notes) = pretty_of("written in nl; ", lines, &asked);
    assert!(text.contains("eerder: ma 26 okt 2026, 10:00 tot ma 26 okt 2026, 15:00, gemist\n"), "{text}");
    assert!(notes.contains("let op: 02:30 komt in Amsterdam twee keer voor"), "{notes}");
    assert!(notes.contains("let op: de tijdzone van de klant is niet opgegeven"), "{notes}");
    // Other programs read them in one language.
    let said = avouch("written in nl; ", lines, &[&["ask"], &asked[..], &["--format", "json"]].concat());
    let said: Value = serde_json::from_slice(&said.stdout).unwrap();
    assert!(said["notes"][0].as_str().unwrap().starts_with("02:30 comes twice in Amsterdam"), "{said}");
}

#[test]
fn steps_of_our_own_come_in_turn_and_those_of_a_complaint_on_request() {
    let lines = r#"event filed "A ticket is filed"; role desk "Desk"; role boss "Boss"
commitment reply "Reply" { from filed; until responded; within 4 hours }
escalation up "Up" { to desk; then boss }; escalation complaint "Complaint" { raised by customer; to boss }"#;
    let told = |at: usize| json_of(lines, &[])["escalations"][at]["state"].clone();
    assert_eq!([told(0), told(1), told(2)], ["in-turn", "in-turn", "on-request"]);
    let (shown, _) = pretty_of("", lines, &[]);
    assert!(shown.contains("in turn") && shown.contains("starts when a ticket is filed"), "{shown}");
}
