//! What a policy answers where its author does not know everything yet: nothing firm that a line with a `?` may change, and
//! everything else.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop where the tool may not")]

#[path = "unfilled/hours.rs"]
mod hours;
#[path = "unfilled/judged.rs"]
mod judged;

use std::process::Command;

use avouch::analysis::{Analysis, Memory, analyse, artifacts};
use avouch::config::Settings;
use avouch::diagnostic::Level;
use avouch::emit::{BuildOptions, Form};
use serde_json::{Value, json};

const POLICY: &str = r#"policy care "Care" { timezone Europe/Amsterdam; business hours office }
calendar office "Office" { open Mon..Fri 09:00..17:00; open on holidays }
severity high "High"
severity low  "Low"
plan basic "Basic"
plan gold  "Gold" { extends basic }
entitlement visits  "Visits"
entitlement reports "Reports"
channel email "E-mail"    { address "help@care.example"; open office }
channel phone "Telephone" { address "+31 20 555 0100"; open office }
commitment reply "Reply" {
  from  received
  until responded
  within 4 hours
  except within 30 minutes when severity is high
}
role lead "Lead"
"#;

/// What is answered about a policy with these lines, for people and for programs.
fn ask(lines: &str, facts: &[&str]) -> (String, Value) {
    answered(lines, &[&["ask", "care.policy", "--received", "2026-03-02T10:00"], facts].concat())
}

/// What the tool answers in a folder with such a policy, for people with its notes, and for programs.
fn answered(lines: &str, words: &[&str]) -> (String, Value) {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("care.policy"), format!("{POLICY}{lines}\n")).unwrap();
    let run = |more: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_avouch"));
        let output = command.current_dir(folder.path()).env_clear().args([words, more].concat()).output();
        let output = output.unwrap();
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(0), "{said}");
        (String::from_utf8(output.stdout).unwrap(), said)
    };
    let (shown, notes) = run(&[]);
    (shown + &notes, serde_json::from_str(&run(&["--format", "json"]).0).unwrap())
}

fn one<'a>(answer: &'a Value, list: &str, id: &str) -> &'a Value {
    answer[list].as_array().unwrap().iter().find(|one| one["id"] == id).unwrap()
}

/// The promise of `late` with these lines, for a high and for a low severity.
fn promised(lines: &str) -> [Value; 2] {
    let lines = format!("commitment late \"Late\" {{ from received; until responded\n{lines}\n}}");
    ["severity=high", "severity=low"].map(|severity| {
        let (_, answer) = ask(&lines, &[severity]);
        one(&answer, "commitments", "late")["promise"].clone()
    })
}

#[test]
fn a_line_that_waits_for_its_condition_leaves_a_promise_unknown() {
    let unknown = json!({ "unfilled": true });
    let within = |time: &str| json!({ "within": time, "clock": "elapsed" });
    let two = promised("within 2 hours\nexcept within 15 minutes when ?");
    assert_eq!(two, [unknown.clone(), unknown.clone()]);
    // No line of the base stands above an exception, whenever it holds.
    let above = promised("within 2 hours\nwithin 3 hours when ?\nexcept within 1 hour when severity is high");
    assert_eq!(above, [within("PT1H"), unknown.clone()]);
    assert_eq!(promised("within 2 hours when ?"), [unknown.clone(), unknown.clone()]);
    assert_eq!(promised("only when ?\nwithin 2 hours"), [unknown.clone(), unknown.clone()]);
    assert_eq!(promised("within 2 hours when severity is high\nwithin ?")[0], within("PT2H"));
}

#[test]
fn what_waits_is_named_with_its_line() {
    let (shown, answer) = ask(
        "commitment late \"Late\" { from received; until responded; within 2 hours\nexcept within 15 minutes when ? }\n\
         escalation up \"Up\" { on breach of late notify lead }",
        &["severity=high"],
    );
    assert!(shown.contains("Late         not known yet\n               late/2, line 19"), "{shown}");
    assert!(shown.contains("Reply        by Monday 2 March 2026 at 10:30"), "{shown}");
    assert!(shown.contains("no time yet   Lead"), "{shown}");
    let late = one(&answer, "commitments", "late");
    assert_eq!(
        (&late["rule"], &late["source"]["line"], &late["due"]),
        (&json!("late/2"), &json!(19), &json!(null))
    );
    assert_eq!(one(&answer, "escalations", "up")["state"], "unknown");
}

#[test]
fn nobody_knows_whether_a_channel_is_open_of_which_the_hours_wait() {
    for lines in ["open office; open always when ?", "open ?", "only when ?; open office"] {
        let lines = format!("channel chat \"Chat\" {{ address \"chat\"; {lines} }}");
        let (shown, answer) = ask(&lines, &["severity=low"]);
        let chat = one(&answer, "channels", "chat");
        assert_eq!((&chat["open"], &chat["unfilled"]), (&json!(null), &json!(true)), "{lines}");
        assert_eq!(one(&answer, "channels", "phone")["open"], true);
        assert!(shown.contains("Chat: not known yet"), "{shown}");
    }
    let narrow = "channel chat \"Chat\" { address \"chat\"; open office; open ? when severity is high }";
    assert_eq!(one(&ask(narrow, &["severity=low"]).1, "channels", "chat")["open"], true);
    assert_eq!(one(&ask(narrow, &["severity=high"]).1, "channels", "chat")["unfilled"], true);
    let table = "channel chat \"Chat\" { address \"chat\" }\ntable doors \"Doors\" {\n| channel by plan | basic | gold |\n|-|-|-|\n| chat | ? | office |\n}";
    assert_eq!(one(&ask(table, &["plan=basic", "severity=low"]).1, "channels", "chat")["unfilled"], true);
    assert_eq!(one(&ask(table, &["plan=gold", "severity=low"]).1, "channels", "chat")["open"], true);
}

#[test]
fn nobody_knows_what_is_covered_where_a_line_that_may_decide_it_waits() {
    let covered = |lines: &str, severity: &str| {
        let (_, answer) = ask(&format!("scope {{ {lines} }}"), &[severity]);
        (answer["coverage"]["covered"].clone(), answer["coverage"]["unfilled"].clone())
    };
    let unknown = (json!(null), json!(true));
    let excluded = "covers; excludes lows \"Lows\" when severity is low; excludes more \"More\" when ?";
    assert_eq!(covered(excluded, "severity=high"), unknown);
    assert_eq!(covered(excluded, "severity=low"), (json!(false), json!(null)));
    let more = "covers when severity is high; covers when ?";
    assert_eq!(covered(more, "severity=high"), (json!(true), json!(null)));
    assert_eq!(covered(more, "severity=low"), unknown);
}

#[test]
fn what_things_cost_and_what_plans_grant_waits_with_its_lines() {
    let lines = "price care-fee \"Care fee\" { EUR 12; except EUR 24 when ? }\n\
        offer advice \"Advice\" { rate EUR 140 per hour; rate EUR 150 per hour when ? }\n\
        plan silver \"Silver\" { extends basic; price EUR 50 per year; price EUR 60 per year when ?\n\
        grants up to 10 visits; grants up to 20 visits when ?; grants reports }\n\
        plan top \"Top\" { extends silver; grants up to 30 visits }";
    let (shown, answer) = ask(lines, &["plan=silver", "severity=low"]);
    for (list, id) in [("prices", "care-fee"), ("prices", "silver"), ("entitlements", "visits")] {
        assert_eq!(one(&answer, list, id)["unfilled"], true, "{id}");
    }
    assert_eq!(one(&answer, "offers", "advice")["rate"], json!({ "unfilled": true }));
    assert_eq!(one(&answer, "entitlements", "reports")["granted"], true);
    for line in [
        "Silver   not known yet",
        "Care fee   not known yet",
        "Visits    not known yet",
        "Advice   not known yet",
    ] {
        assert!(shown.contains(line), "{line}: {shown}");
    }
    let (_, answer) = ask(lines, &["plan=top", "severity=low"]);
    assert_eq!(one(&answer, "entitlements", "visits")["limit"], json!({ "count": "30" }));
}

#[test]
fn a_limit_that_is_not_known_is_granted_as_far_as_it_goes() {
    let lines = "plan silver \"Silver\" { extends basic; grants 5 visits; except grants ? visits when severity is high\n\
        grants up to ? reports per year }\nplan top \"Top\" { extends silver }";
    for plan in ["plan=silver", "plan=top"] {
        let (shown, answer) = ask(lines, &[plan, "severity=high"]);
        assert_eq!(one(&answer, "entitlements", "visits")["unfilled"], true, "{plan}");
        assert_eq!(one(&answer, "entitlements", "reports")["unfilled"], true, "{plan}");
        assert!(shown.contains("Visits    not known yet"), "{shown}");
        let (_, answer) = ask(lines, &[plan, "severity=low"]);
        assert_eq!(one(&answer, "entitlements", "visits")["limit"], json!({ "count": "5" }));
    }
    for line in ["grants 3 visits per ?", "grants 3 visits per year, at most ?"] {
        let (_, answer) =
            ask(&format!("plan silver \"Silver\" {{ {line} }}"), &["plan=silver", "severity=low"]);
        assert_eq!(one(&answer, "entitlements", "visits")["unfilled"], true, "{line}");
    }
}

#[test]
fn what_follows_from_what_is_not_known_is_not_asked_for() {
    let phases = "phase full \"Full\"\nphase late \"Late\"\nproduct core \"Core\" {\n| release | full | late |\n|-|-|-|\n\
        | \"9.0\" | 2025-01-01..2027-12-31 | from then on |\n| \"9.5\" | ? | from then on |\n}\n\
        commitment fix \"Fix\" { from received; until resolved; within 4 days when phase is full\nwithin 8 days when phase is late }\n";
    let (shown, answer) = ask(phases, &["product=core", "release=9.5", "severity=low"]);
    assert!(
        shown.contains("Fix        not known yet") && shown.contains("by Monday 2 March 2026 at 14:00"),
        "{shown}"
    );
    let fix = json!([{ "id": "fix", "dependsOn": ["phase"], "unfilled": true, "anchor": "fix" }]);
    assert_eq!(answer["undecided"], fix);
    let (_, answer) = ask(phases, &["product=core", "release=9.0", "severity=low"]);
    assert_eq!(one(&answer, "commitments", "fix")["promise"]["within"], "P4D");
    let more = "scope { covers when phase is full }\nchannel chat \"Chat\" { address \"chat\"; open office; only when phase is full }\n\
        plan top \"Top\" { extends gold; grants visits when phase is full }\n\
        price fee \"Fee\" { EUR 10 when phase is full; EUR 20 when phase is late }\n";
    let asked = ["product=core", "release=9.5", "severity=low", "plan=top"];
    let (shown, answer) = ask(&format!("{phases}{more}"), &asked);
    assert_eq!(answer["coverage"]["unfilled"], true);
    for (list, id) in [("channels", "chat"), ("entitlements", "visits"), ("prices", "fee")] {
        let said = one(&answer, list, id);
        assert_eq!((&said["unfilled"], &said["dependsOn"]), (&json!(true), &Value::Null), "{id}");
    }
    for line in
        ["Covered    not known yet", "Chat: not known yet", "Fee   not known yet", "Visits   not known yet"]
    {
        assert!(shown.contains(line), "{line}: {shown}");
    }

    let fact = "fact size \"Size\" { small \"Small\"; large \"Large\"\n| plan | size |\n|-|-|\n| basic | small |\n| gold | ? |\n}\n\
        commitment fix \"Fix\" { from received; until resolved; within 4 days when size is small\nwithin 8 days when size is large }\n";
    let (shown, answer) = ask(fact, &["plan=gold", "severity=low"]);
    assert!(shown.contains("not known yet"), "{shown}");
    assert_eq!(answer["undecided"][0]["dependsOn"], json!(["size"]));
    let (_, answer) = ask(fact, &["plan=basic", "severity=low"]);
    assert_eq!(one(&answer, "commitments", "fix")["promise"]["within"], "P4D");
}

#[test]
fn an_answer_that_does_without_a_line_says_so() {
    let (shown, answer) =
        ask("escalation up \"Up\" { on breach of reply notify lead when ? }", &["severity=low"]);
    let note = "a line of `up` is not filled in yet, and the answer does without it";
    assert_eq!(answer["notes"], json!([note]));
    assert!(shown.contains(note), "{shown}");
}

/// What is known of this policy, in which nothing is wrong.
fn sound(text: &str) -> Analysis {
    let mut files = Memory::default();
    files.insert("care.policy", text);
    let analysis = analyse("care.policy", &files, &Settings::default());
    let errors = analysis.findings.iter().filter(|one| one.level == Level::Error);
    let errors: Vec<&str> = errors.map(|one| one.message.as_str()).collect();
    assert!(errors.is_empty(), "{errors:?}");
    analysis
}

/// What is found in a policy with these lines, as far as it waits: the text of each place, and what to do about it.
fn waiting(lines: &str) -> Vec<(String, String)> {
    let text = format!("{POLICY}{lines}\n");
    let analysis = sound(&text);
    let found = analysis.findings.into_iter().filter(|finding| finding.code.name == "unfilled");
    found.map(|finding| (text[finding.span.range()].to_owned(), finding.help.unwrap_or_default())).collect()
}

#[test]
fn every_question_mark_of_a_line_is_reported_and_none_twice() {
    for (lines, count) in [
        ("offer advice \"Advice\" { rate EUR ? per hour, in steps of ? minutes when plan is ? }", 3),
        ("commitment late \"Late\" { from received; until responded; within ? when ? }", 2),
        (
            "commitment late \"Late\" { from received; until responded; within ? hours when plan is ? or severity is ? }",
            3,
        ),
        ("commitment late \"Late\" { from received; until responded; every ? }", 1),
        ("escalation up \"Up\" { every ? hours after breach of reply notify lead, at most ? times }", 2),
        ("calendar shop \"Shop\" { open Mon..? 09:00..? \"What?\" # and ?\n open on holidays }", 2),
        ("plan silver \"Silver\" { extends basic; price EUR ? per year; grants up to ? visits per ? }", 3),
        (
            "commitment late \"Late\" { from received; until responded\n| severity | late |\n|-|-|\n| high | ? hours |\n| low | ? |\n}",
            2,
        ),
    ] {
        let found = waiting(lines);
        assert_eq!(found.len(), count, "{lines}: {found:?}");
    }
}

#[test]
fn none_is_offered_only_where_it_can_be_written() {
    let late = |line: &str| {
        waiting(&format!("commitment late \"Late\" {{ from received; until responded\n{line}\n}}"))
    };
    let none = "write the figure, or `none` if nothing is promised";
    assert_eq!(late("?"), [("?".to_owned(), none.to_owned())]);
    assert_eq!(
        late("| severity | late |\n|-|-|\n| high | 1 hour |\n| low | ? |"),
        [("?".to_owned(), none.to_owned())]
    );
    assert_eq!(late("within ?"), [("?".to_owned(), "write it once it is known".to_owned())]);
    let fee = waiting("price fee \"Fee\" { ? }");
    assert_eq!(fee[0].1, "write the price, or `none` if nothing is to be paid");
    assert_eq!(waiting("price fee \"Fee\" { higher of ? and EUR 10 }")[0].1, "write it once it is known");
    let visits =
        waiting("table t \"T\" {\n| entitlement by plan | basic | gold |\n|-|-|-|\n| visits | ? | yes |\n}");
    assert_eq!(visits[0].1, "write the limit, `yes`, or `no` if it is not granted");
}

#[test]
fn nothing_is_due_while_nobody_knows_when_its_clock_stands_still() {
    let late = "commitment late \"Late\" { from received; until responded; within 2 days; paused while ? }";
    let (_, answer) = ask(late, &["severity=low"]);
    let late = one(&answer, "commitments", "late");
    assert_eq!(late["due"], Value::Null);
    assert_eq!(late["note"], "when its clock stands still is not filled in yet");
    let up = "escalation up \"Up\" { only when ?; at 50% of reply notify lead }";
    let (_, answer) = ask(up, &["severity=low"]);
    let step = one(&answer, "escalations", "up");
    assert_eq!((&step["at"], &step["state"]), (&Value::Null, &json!("unknown")));
}

#[test]
fn a_table_of_cases_says_why_nothing_is_due() {
    let notes = |lines: &str| {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("care.policy"), format!("{POLICY}{lines}\n")).unwrap();
        let rows = "severity,received\nlow,2027-03-01T10:00\n";
        std::fs::write(folder.path().join("cases.csv"), rows).unwrap();
        let mut command = Command::new(env!("CARGO_BIN_EXE_avouch"));
        let command = command.current_dir(folder.path()).env_clear();
        let output =
            command.args(["evaluate", "care.policy", "cases.csv", "-o", "out.csv"]).output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
        std::fs::read_to_string(folder.path().join("out.csv")).unwrap()
    };
    let late =
        |line: &str| notes(&format!("commitment late \"Late\" {{ from received; until responded; {line} }}"));
    assert!(late("within ? hours").contains("what `late` promises here is not filled in yet"));
    assert!(late("within 2 hours; except within 1 hour when ?").contains("what `late` promises here"));
    assert!(late("within 2 hours; paused while ?").contains("when the clock of `late` stands still"));
    let shop = "calendar shop \"Shop\" { open Mon..Fri 09:00..17:00; open on holidays; closed ? }";
    assert!(notes(shop).contains("a line of `shop` is not filled in yet"));
    assert!(!late("within 2 hours").contains("filled in"));
}

#[test]
fn a_quotation_of_what_waits_says_so_and_prints_no_braces() {
    let lines = "commitment late \"Late\" { from received; until responded; within 4 hours; except within 2 hours when ? }\n\
                 section soon \"How soon\" { \"\"\"\n  How soon: {late when severity is high}.\n\"\"\" }\n";
    let mut files = Memory::default();
    files.insert("care.policy", format!("{POLICY}{lines}"));
    let analysis = analyse("care.policy", &files, &Settings::default());
    let options = BuildOptions { forms: vec![Form::Markdown], audiences: Vec::new(), languages: Vec::new() };
    let page = String::from_utf8(artifacts(&analysis, &options).unwrap().remove(0).bytes).unwrap();
    assert!(page.contains("How soon: not known yet."), "{page}");
}
