//! Tables of cases: every row gets what a question about it alone gets, and nothing of a table is lost.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop where the tool may not")]

#[path = "tables/asked.rs"]
mod asked;
#[path = "support/policies.rs"]
mod policies;

use asked::{Chance, FIRST, time};
use std::fs;
use std::process::{Command, Output, Stdio};
use tempfile::TempDir;

const POLICY: &str = r#"policy desk "Desk" {
  written in en
  timezone   Europe/Amsterdam
  business hours office
}
calendar office "Office hours" { open Mon..Fri 09:00..17:00; open on holidays }
severity high "High"
severity low "Low"
commitment first-response "First response" {
  from  received
  until responded
  | severity | first-response   |
  |----------|------------------|
  | high     | 2 business hours |
  | low      | 2 business days  |
  met for 50% of requests each month
}
"#;

fn desk() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("desk.policy"), POLICY).unwrap();
    folder
}

fn avouch(folder: &TempDir, words: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_avouch"));
    command.current_dir(folder.path()).args(words).stdin(Stdio::null()).output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

fn read(folder: &TempDir, name: &str) -> String {
    fs::read_to_string(folder.path().join(name)).unwrap_or_default()
}

#[test]
fn answers_stand_behind_the_row_and_bad_rows_beside_the_output() {
    let folder = desk();
    let table = "\u{feff}id;Severity;Created At;responded_at;subject\r\n\
                 1;high;2026-11-20T16:00;2026-11-23T09:30;\"a; b\nand more\"\r\n\
                 2;hihg;2026-11-20T16:00;;x\r\n\
                 3;Low;2026-11-20 16:00:00+01:00;;5\" screen\r\n\
                 4;high;2026-03-29T02:30;;gone\r\n\
                 5;high\r\n\
                 6;high;2026-11-20T16:00;2026-11-19T09:00;early\r\n";
    fs::write(folder.path().join("cases.csv"), table).unwrap();
    let output = avouch(&folder, &["evaluate", "desk.policy", "cases.csv", "-o", "out.csv"]);
    assert_eq!(output.status.code(), Some(1), "{}", text(&output.stderr));
    insta::assert_snapshot!("answers", read(&folder, "out.csv"));
    insta::assert_snapshot!("rejected", read(&folder, "out.rejected.csv"));
    let said = text(&output.stderr);
    let said = said.lines().filter(|line| !line.contains(" ms)")).collect::<Vec<_>>().join("\n");
    insta::assert_snapshot!("said", said);
}

#[test]
fn json_lines_keep_what_they_said() {
    let folder = desk();
    let table = "{\"id\": 1, \"severity\": \"high\", \"received\": \"2026-11-20T16:00\", \"tags\": [1, 2]}\n\
                 {\"severity\": \"low\", \"received\": null}\n\
                 not json\n\
                 {\"severity\": [\"high\"], \"received\": \"2026-11-20T16:00\"}\n";
    fs::write(folder.path().join("cases.jsonl"), table).unwrap();
    let output = avouch(&folder, &["evaluate", "desk.policy", "cases.jsonl", "-o", "out.jsonl"]);
    assert_eq!(output.status.code(), Some(1), "{}", text(&output.stderr));
    insta::assert_snapshot!("json_answers", read(&folder, "out.jsonl"));
    insta::assert_snapshot!("json_rejected", read(&folder, "out.rejected.jsonl"));
}

/// A table of so many rows.
fn table(rows: usize) -> String {
    let mut chance = Chance(3);
    let mut table = String::from("id,severity,received,responded,note\n");
    for id in 0..rows {
        let at = FIRST + i64::try_from(chance.below(30_000_000)).unwrap();
        let severity = ["high", "low", "odd"][match chance.below(20) {
            0 => 2,
            other => other % 2,
        }];
        let done = if chance.below(2) == 0 { time(at + 4000) } else { String::new() };
        table.push_str(&format!("{id},{severity},{},{done},\"note \"\"{id}\"\"\nof two lines\"\n", time(at)));
    }
    table
}

#[test]
fn the_number_of_threads_does_not_show() {
    let folder = desk();
    fs::write(folder.path().join("cases.csv"), table(60_000)).unwrap();
    let mut seen = Vec::new();
    for threads in ["1", "2", "5"] {
        let words = [
            "evaluate",
            "desk.policy",
            "cases.csv",
            "-o",
            "out.csv",
            "--summary",
            "sum.json",
            "--threads",
            threads,
        ];
        let output = avouch(&folder, &words);
        assert_eq!(output.status.code(), Some(1), "{}", text(&output.stderr));
        seen.push(["out.csv", "out.rejected.csv", "sum.json"].map(|name| read(&folder, name)));
    }
    assert!(seen[0][0].lines().count() > 100_000 && seen[0][1].lines().count() > 1000);
    assert!(seen.windows(2).all(|pair| pair[0] == pair[1]));
}

#[test]
fn the_summary_counts_each_month() {
    let folder = desk();
    let rows = "severity,received,responded\n\
                high,2026-11-20T10:00,2026-11-20T11:00\nhigh,2026-11-20T10:00,2026-11-20T13:00\n\
                high,2026-11-20T10:00,2026-11-20T13:00\nhigh,2026-12-01T10:00,\n";
    fs::write(folder.path().join("cases.csv"), rows).unwrap();
    let words = ["evaluate", "desk.policy", "cases.csv", "-o", "out.csv", "--summary", "sum.json"];
    let output = avouch(&folder, &words);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    insta::assert_snapshot!("summary", read(&folder, "sum.json"));
}

/// A desk with a case that is not covered and one to which nothing is promised; a pause makes rows go step by step.
const PART: &str = r#"policy part "Part" { timezone Europe/Amsterdam }
severity high "High"
severity low "Low"
kind fault "Fault"
kind course "Course"
scope { covers faults "Faults" when kind is fault; excludes courses "Courses" when kind is course }
event asked "We ask you something"
commitment first-response "First response" {
  from received
  until responded
  PAUSE
  within 2 hours when severity is high
  none when severity is low
  met for 50% of requests each month
}
process handling "Handling" {
  state new "New"
  state waiting "Waiting"
  new becomes waiting on asked
  waiting becomes new on replied
}
"#;

#[test]
fn what_is_not_promised_is_neither_running_nor_missed() {
    for pause in ["", "paused while waiting"] {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("part.policy"), PART.replace("PAUSE", pause)).unwrap();
        let table = "severity,kind,received,responded,asked\n\
                     high,fault,2026-11-02T09:00,,2026-11-02T10:00\n\
                     high,course,2026-11-02T09:00,,2026-11-02T10:00\n\
                     low,fault,2026-11-02T09:00,,2026-11-02T10:00\n";
        fs::write(folder.path().join("cases.csv"), table).unwrap();
        let output = avouch(&folder, &["evaluate", "part.policy", "cases.csv", "--summary", "counts.json"]);
        let out = text(&output.stdout);
        let rows: Vec<&str> = out.lines().skip(1).map(|line| line.split_once("T10:00,").unwrap().1).collect();
        assert!(rows[0].starts_with("yes,2026-11-02T09:00:00+01:00,"), "{pause}: {out}");
        assert_eq!(rows[1], "no,,,,,", "{pause}");
        assert_eq!(rows[2], "yes,,,,first-response/2,", "{pause}");
        let counts: serde_json::Value = serde_json::from_str(&read(&folder, "counts.json")).unwrap();
        assert_eq!(counts["attainment"][0]["open"], 1, "{pause}: {counts}");
        avouch(&folder, &["evaluate", "part.policy", "cases.csv", "-o", "out.jsonl"]);
        let lines: Vec<serde_json::Value> =
            read(&folder, "out.jsonl").lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        assert_eq!(lines[1]["avouch"]["commitments"], serde_json::json!({}), "{pause}");
        assert!(lines[2]["avouch"]["commitments"]["first-response"]["state"].is_null(), "{pause}");
    }
}

#[test]
fn the_name_of_another_kind_of_file_is_refused() {
    let folder = desk();
    fs::write(folder.path().join("cases.csv"), "severity,received\nhigh,2026-11-20T16:00\n").unwrap();
    for name in ["out.json", "out.XLSX"] {
        let output = avouch(&folder, &["evaluate", "desk.policy", "cases.csv", "-o", name]);
        assert_eq!(output.status.code(), Some(2), "{name}");
        let said = text(&output.stderr);
        assert!(said.contains("is the name of something else") && said.contains("`out.jsonl`"), "{said}");
        assert!(!folder.path().join(name).exists(), "{name}");
    }
    let output = avouch(&folder, &["evaluate", "desk.policy", "cases.csv", "-o", "out.txt"]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let output = avouch(
        &folder,
        &["evaluate", "desk.policy", "cases.csv", "-o", "out.json", "--output-form", "jsonl"],
    );
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
}

#[test]
fn rows_may_be_looked_at_as_of_one_time() {
    let folder = desk();
    let rows = "severity,received,responded\nhigh,2026-11-20T10:00,\nlow,2026-11-20T10:00,\nhigh,2026-11-26T10:00,\n";
    fs::write(folder.path().join("cases.csv"), rows).unwrap();
    let words = ["evaluate", "desk.policy", "cases.csv", "-o", "out.csv", "--at", "2026-11-23T09:00"];
    let output = avouch(&folder, &words);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let out = read(&folder, "out.csv");
    let states: Vec<&str> = out.lines().skip(1).map(|line| line.split(',').nth(6).unwrap()).collect();
    assert_eq!(states, ["missed", "running", "running"]);
}

#[test]
fn bad_input_is_said_and_nothing_is_lost() {
    let folder = desk();
    let put = |name: &str, bytes: &[u8]| fs::write(folder.path().join(name), bytes).unwrap();
    put("empty.csv", b"");
    put("image.csv", b"\x89PNG\x00\x01\x02");
    put("none.csv", b"a,b\n1,2\n");
    put("twice.csv", b"severity,Severity\nhigh,low\n");
    put("same.csv", b"severity,severity\nhigh,low\n");
    put("open.csv", b"severity,received\n\"high,2026-11-20T10:00\n");
    put("good.csv", b"severity,received\nhigh,2026-11-20T10:00\n");
    put("earlier.csv", b"what an earlier run wrote");
    let mut told = String::new();
    for words in [
        &["missing.csv"][..],
        &["."],
        &["empty.csv"],
        &["image.csv"],
        &["none.csv"],
        &["twice.csv"],
        &["same.csv"],
        &["same.csv", "--map", "severity=-"],
        &["good.csv", "--map", "prio=severity"],
        &["good.csv", "--map", "severity=severty"],
        &["good.csv", "--map", "severity"],
        &["good.csv", "--zone", "Amsterdam"],
        &["good.csv", "-o", "missing/out.csv"],
        &["good.csv", "-o", "."],
        &["good.csv", "-o", "out.csv", "--rejected", "bad.parquet"],
        &["good.csv", "--form", "parquet"],
    ] {
        let all: Vec<&str> = ["evaluate", "desk.policy"].iter().chain(words).copied().collect();
        let output = avouch(&folder, &all);
        assert_eq!(output.status.code(), Some(2), "{words:?}: {}", text(&output.stderr));
        told.push_str(&format!("> {}\n{}\n", words.join(" "), text(&output.stderr)));
    }
    insta::assert_snapshot!("bad_input", told);
    // A quote that is never closed swallows the rest, which is one bad row.
    let output = avouch(&folder, &["evaluate", "desk.policy", "open.csv", "-o", "open.out.csv"]);
    assert_eq!(output.status.code(), Some(1), "{}", text(&output.stderr));
    assert!(
        read(&folder, "open.out.rejected.csv")
            .contains("a quote that is opened at the beginning of a field is not closed")
    );
    assert_eq!(read(&folder, "earlier.csv"), "what an earlier run wrote");
    let left = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name());
    let partial = left.filter(|name| name.to_string_lossy().ends_with(".partial"));
    assert_eq!(partial.count(), 0);
}

#[test]
fn nothing_is_written_over_what_is_read_or_written() {
    let folder = desk();
    let rows = "severity,received\nhigh,2026-11-20T10:00\nodd,2026-11-20T10:00\n";
    fs::write(folder.path().join("cases.csv"), rows).unwrap();
    for words in [
        &["-o", "cases.csv"][..],
        &["-o", "./desk.policy"],
        &["-o", "out.csv", "--rejected", "out.csv"],
        &["-o", "out.csv", "--summary", "cases.csv"],
        &["--rejected", "cases.csv"],
    ] {
        let all: Vec<&str> = ["evaluate", "desk.policy", "cases.csv"].iter().chain(words).copied().collect();
        let output = avouch(&folder, &all);
        assert_eq!(output.status.code(), Some(2), "{words:?}: {}", text(&output.stderr));
        assert_eq!(read(&folder, "cases.csv"), rows);
        assert_eq!(read(&folder, "desk.policy"), POLICY);
        assert!(!folder.path().join("out.csv").exists());
    }
}

#[test]
fn one_of_two_columns_may_be_chosen() {
    let folder = desk();
    let rows = "severity,Severity,received,notes\nhigh,low,2026-11-20T10:00,a note\n";
    fs::write(folder.path().join("cases.csv"), rows).unwrap();
    let output = avouch(&folder, &["evaluate", "desk.policy", "cases.csv", "--map", "Severity=severity"]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let out = text(&output.stdout);
    assert!(out.contains(",first-response/low,"), "{out}");
    // No two columns have one name.
    assert!(
        out.starts_with("severity,Severity,received,notes,covered,") && out.contains(".rule,avouch.notes\n")
    );
    assert!(text(&output.stderr).contains("`notes`, so that of the answers is `avouch.notes`"));
}

#[test]
fn an_hour_that_comes_twice_and_a_receipt_that_is_missing_are_noted() {
    let folder = desk();
    let rows = "severity,received\nhigh,2026-10-25T02:30\nhigh,\n";
    fs::write(folder.path().join("cases.csv"), rows).unwrap();
    let output = avouch(&folder, &["evaluate", "desk.policy", "cases.csv", "--output-form", "jsonl"]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let notes: Vec<String> = text(&output.stdout)
        .lines()
        .map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap()["avouch"]["notes"].to_string())
        .collect();
    assert!(notes[0].contains("02:30 comes twice in Amsterdam"), "{notes:?}");
    assert_eq!(notes[1], "[\"`received` is empty, so that no clock runs from the receipt\"]");
}

#[test]
fn members_of_objects_are_neither_doubled_nor_overlooked() {
    let folder = desk();
    let filler = "{\"severity\": \"low\", \"received\": \"2026-11-20T16:00\"}\n".repeat(30_000);
    let table = format!(
        "{filler}{{\"severity\": \"low\", \"received\": null, \"Responded At\": \"2026-11-20T16:00\"}}\n\
         {{\"severity\": \"low\", \"severity\": \"high\"}}\n{{\"severity\": \"low\", \"avouch\": 1}}\n\
         {{\"severity\": \"low\", \"colour\": \"red\"}}\n"
    );
    fs::write(folder.path().join("cases.jsonl"), table).unwrap();
    let output = avouch(&folder, &["evaluate", "desk.policy", "cases.jsonl", "-o", "out.jsonl"]);
    assert_eq!(output.status.code(), Some(1), "{}", text(&output.stderr));
    insta::assert_snapshot!("members", read(&folder, "out.rejected.jsonl"));
    assert!(read(&folder, "out.jsonl").trim_end().lines().last().unwrap().contains("\"colour\": \"red\""));
}

#[test]
fn a_table_changes_its_form_with_the_name_of_the_output() {
    let folder = desk();
    let rows = "id;severity;received;text\n1;high;2026-11-20T10:00;\"a, \"\"b\"\"\"\n2;odd;;\n3;low;2026-11-20T10:00;\n";
    fs::write(folder.path().join("cases.csv"), rows).unwrap();
    let output = avouch(&folder, &["evaluate", "desk.policy", "cases.csv", "-o", "out.jsonl"]);
    assert_eq!(output.status.code(), Some(1), "{}", text(&output.stderr));
    insta::assert_snapshot!("csv_as_json", read(&folder, "out.jsonl"));
    assert_eq!(
        read(&folder, "out.rejected.csv").lines().next(),
        Some("line;reason;id;severity;received;text")
    );
    let lines =
        "{\"severity\": \"high\", \"n\": 1}\n{\"severity\": \"low\", \"tags\": [1, \"b\"], \"late\": true}\n";
    fs::write(folder.path().join("cases.jsonl"), lines).unwrap();
    let output = avouch(&folder, &["evaluate", "desk.policy", "cases.jsonl", "--output-form", "csv"]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    insta::assert_snapshot!("json_as_csv", text(&output.stdout));
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_leaves_the_earlier_output() {
    let folder = desk();
    fs::write(folder.path().join("cases.csv"), table(20_000)).unwrap();
    let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_avouch"));
    let words = ["evaluate", "desk.policy", "cases.csv"];
    let output =
        command.current_dir(folder.path()).args(words).stdout(full).stdin(Stdio::null()).output().unwrap();
    assert_eq!(output.status.code(), Some(2), "{}", text(&output.stderr));
}

#[test]
fn a_table_with_very_many_columns_is_read() {
    let folder = desk();
    let many = 300_000;
    let names: Vec<String> = (0..many).map(|number| format!("c{number}")).collect();
    let table = format!("severity,received,{}\nhigh,2026-11-20T10:00{}\n", names.join(","), ",".repeat(many));
    fs::write(folder.path().join("cases.csv"), table).unwrap();
    let output = avouch(&folder, &["evaluate", "desk.policy", "cases.csv", "-o", "out.csv"]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    assert!(
        read(&folder, "out.csv").trim_end().ends_with(
            ",yes,2026-11-20T10:00:00+01:00,2026-11-20T12:00:00+01:00,running,first-response/high,"
        )
    );
}

#[test]
fn a_promise_that_comes_with_a_release_is_due_when_that_day_ends() {
    let folder = tempfile::tempdir().unwrap();
    let policy = "policy desk \"Desk\" { timezone Europe/Amsterdam }\nphase full \"Full\"\n\
        product server \"Server\" {\n  | release | full |\n  |---|---|\n  | \"8.0\" | 2026-06-01..2028-03-31 |\n\
        | \"9.0\" | 2027-06-01..2029-03-31 |\n}\n\
        commitment repair \"Repair\" { from received; until resolved; by next release }\n";
    fs::write(folder.path().join("desk.policy"), policy).unwrap();
    let table = "received,resolved\n2026-04-10T10:00,\n2026-04-10T10:00,2026-06-01T23:59:59\n\
        2026-06-01T10:00,2027-06-02T00:00:01\n2027-06-01T10:00,\n";
    fs::write(folder.path().join("cases.csv"), table).unwrap();
    let output = avouch(&folder, &["evaluate", "desk.policy", "cases.csv", "-o", "out.csv"]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let rows = read(&folder, "out.csv");
    let said: Vec<String> = rows
        .lines()
        .skip(1)
        .map(|row| row.split(',').skip(4).take(2).collect::<Vec<_>>().join(" "))
        .collect();
    assert_eq!(
        said,
        [
            "2026-06-02T00:00:00+02:00 running",
            "2026-06-02T00:00:00+02:00 met",
            "2027-06-02T00:00:00+02:00 missed",
            " running"
        ]
    );
}
