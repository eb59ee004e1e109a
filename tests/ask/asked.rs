//! What a question has to say, and what is not asked for: days in the form to type, and nothing of a case that is not covered.

use std::process::Command;

use serde_json::{Value, json};

use super::example;

#[test]
fn a_day_in_words_is_told_in_the_form_to_type() {
    let path = example("northwind");
    let policy = path.to_str().unwrap();
    let helps = |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_avouch"));
        let command = command.env_clear().env("AVOUCH_TODAY", "2026-11-23").args(arguments);
        let output = command.output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        let said = String::from_utf8(output.stderr).unwrap();
        said.lines().find_map(|line| line.trim().strip_prefix("help: ")).unwrap_or_default().to_owned()
    };
    for (typed, help) in [
        ("8 March 2027", "write the time too: `2027-03-08T09:00`"),
        ("Monday, March 8, 2027 at 10am", "write `2027-03-08T10:00`"),
        ("03/08/2027 10:00", "write `2027-08-03T10:00` or `2027-03-08T10:00`"),
        ("soon", "write it as `2026-12-24T16:45`, with `+01:00` behind it for another zone"),
    ] {
        assert_eq!(helps(&["ask", policy, "--received", typed]), help);
        assert_eq!(helps(&["ask", policy, "--at", typed]), help);
        assert_eq!(helps(&["hours", policy, "office", "--at", typed]), help);
    }
    let day = "write the day and the time themselves: `--at 2026-11-23T09:00`";
    assert_eq!(helps(&["ask", policy, "--at", "today"]), day);
    assert_eq!(helps(&["hours", policy, "office", "--at", "now"]), day);
    let list = |from: &str| helps(&["hours", policy, "office", "--from", from, "--to", "2026-12-24"]);
    assert_eq!(list("tomorrow"), "write the day itself: `--from 2026-11-24`");
    assert_eq!(list("8 March 2027"), "write `2027-03-08`");
    assert_eq!(helps(&["diff", policy, policy, "--announced", "8 March 2027"]), "write `2027-03-08`");
    assert_eq!(helps(&["diff", policy, policy, "--announced", "yesterday"]), "write `2026-11-22`");
}

#[test]
fn nothing_is_asked_of_a_case_that_is_not_covered_and_each_row_has_its_heading() {
    let folder = tempfile::tempdir().unwrap();
    let policy = r#"policy care "Care" { timezone Europe/Amsterdam; business hours office }
calendar office "Office" { open Mon..Fri 09:00..17:00; open on holidays }
severity high "High"
severity low "Low"
kind fault "Fault"
kind legal "Legal advice"
channel phone "Telephone" { address "+31 20 555 0100"; open office }
channel email "E-mail" { address "a@care.example"; open always }
scope { covers faults "Faults" when kind is fault; excludes law "Legal advice" when kind is legal { note "Never." } }
commitment answer "Answer" {
  from received
  until responded
  within 2 business hours
  except within 1 hour when severity is high
}
"#;
    std::fs::write(folder.path().join("care.policy"), policy).unwrap();
    let run = |words: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_avouch"));
        let output = command.current_dir(folder.path()).env_clear().args(words).output().unwrap();
        (String::from_utf8_lossy(&output.stdout) + String::from_utf8_lossy(&output.stderr)).into_owned()
    };
    // The severity decides the answer, and there is none to what is excluded.
    let said = run(&["ask", "care.policy", "kind=legal", "--received", "2026-11-25T10:00"]);
    assert!(said.contains("Covered    no") && said.contains("nothing is promised for it"), "{said}");
    let json =
        run(&["ask", "care.policy", "kind=legal", "--received", "2026-11-25T10:00", "--format", "json"]);
    let json: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["undecided"], json!([{ "id": "answer", "dependsOn": ["severity"], "anchor": "answer" }]));
    let said = run(&["ask", "care.policy", "kind=fault", "--received", "2026-11-25T10:00"]);
    assert!(said.contains("depends on `severity`"), "{said}");
    std::fs::write(folder.path().join("rows.csv"), "kind,received\nlegal,2026-11-25T10:00\n").unwrap();
    let said = run(&["evaluate", "care.policy", "rows.csv"]);
    assert!(said.contains("legal,2026-11-25T10:00,no,"), "{said}");
    // Without a time the hours are all that can be said of the first channel.
    let said = run(&["ask", "care.policy", "kind=fault", "severity=low"]);
    assert!(said.contains("Channels   Telephone: open during Office\n             E-mail always"), "{said}");
}

#[test]
fn a_clock_that_starts_at_an_event_of_its_own_is_not_said_to_wait_for_the_receipt() {
    let folder = std::env::temp_dir().join(format!("avouch-own-event-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join("own.policy");
    let text = "policy own \"Own\" { timezone Europe/Amsterdam }\nevent made \"The ticket is made\"\n\
        commitment reply \"Reply\" { from made; until responded; within 4 hours }\n";
    let notes = |text: &str| {
        std::fs::write(&path, text).unwrap();
        let mut command = Command::new(env!("CARGO_BIN_EXE_avouch"));
        let command = command.env_clear().arg("ask").arg(&path).args(["--event", "made=2026-11-23T10:00"]);
        let output = command.output().unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        said.lines().filter(|line| line.starts_with("note:")).map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(notes(text), Vec::<String>::new());
    let both =
        format!("{text}commitment repair \"Repair\" {{ from received; until resolved; within 2 days }}\n");
    assert_eq!(notes(&both), ["note: the request was not received, as far as is known: give `--received`"]);
    std::fs::remove_dir_all(&folder).unwrap();
}
