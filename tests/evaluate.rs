//! Tables of cases: every row gets what a question about it alone gets, and nothing of a table is lost.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop where the tool may not")]

use avouch::analysis::{self, Memory};
use avouch::config::Settings;
use avouch::evaluate::bulk::{Mapping, Worker};
use avouch::evaluate::{Answer, Customer, Question, State, Typed, answer};
use avouch::hir::FactKind;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use tempfile::TempDir;

/// A small, repeatable source of chance.
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from((self.0 >> 33) % u64::try_from(end).unwrap()).unwrap()
    }
}

fn examples() -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = ["examples", "examples/real"]
        .iter()
        .flat_map(|folder| fs::read_dir(folder).unwrap())
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "policy"))
        .collect();
    found.sort();
    found
}

fn with_common(path: &Path) -> Memory {
    let mut files = Memory::default();
    for folder in ["examples", "examples/common", "examples/real"] {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_file() {
                files.insert(&path.to_string_lossy(), fs::read_to_string(&path).unwrap());
            }
        }
    }
    assert!(path.exists());
    files
}

/// The entries of all commitments in the public rule set of a policy.
fn entries(path: &Path) -> Vec<serde_json::Value> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_avouch"));
    let output = command.arg("rules").arg(path).output().unwrap();
    let rules: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let commitments = rules["commitments"].as_array().cloned().unwrap_or_default();
    commitments.iter().flat_map(|one| one["entries"].as_array().cloned().unwrap_or_default()).collect()
}

/// A commitment in an answer: its name, when its clock begins and ends, how far it is, and its rule.
type Told = (String, Option<String>, Option<String>, State, String);

/// What an answer tells of its commitments.
fn told(answer: &Answer) -> Vec<Told> {
    let commitments = answer.commitments.iter();
    commitments
        .map(|said| (said.id.clone(), said.starts.clone(), said.due.clone(), said.state, said.rule.clone()))
        .collect()
}

/// How many promises of an answer have the same shape in the rule set; none has another one.
fn same_shapes(answer: &Answer, entries: &[serde_json::Value], path: &Path) -> usize {
    let mut same = 0;
    for said in &answer.commitments {
        // What is for us only is not in it.
        let Some(entry) = entries.iter().find(|entry| entry["id"] == *said.rule) else { continue };
        assert_eq!(entry["promise"], said.promise, "{}: {}", path.display(), said.rule);
        same += 1;
    }
    same
}

/// Times between which requests come.
const FIRST: i64 = 1_780_000_000;

fn time(seconds: i64) -> String {
    let zone = avouch::time::ZoneClock::new(&avouch::time::Zone::utc());
    zone.rfc3339(avouch::time::Instant::new(seconds).unwrap())
}

/// Rows of one policy against questions about each of them.
fn compare(path: &Path, rows: usize) -> (usize, usize) {
    let files = with_common(path);
    let analysis = analysis::analyse(&path.to_string_lossy(), &files, &Settings::default());
    let mut chance = Chance(7);
    let entries = entries(path);
    let (mut answered, mut refused, mut shapes) = (0, 0, 0);
    analysis::inquire(&analysis, &files, Customer::default(), |context| {
        let program = context.program;
        let facts: Vec<_> = program
            .facts
            .values()
            .filter(|fact| matches!(fact.kind, FactKind::Values(_) | FactKind::YesNo))
            .filter(|fact| !program.processes.contains_key(&fact.clause.name))
            .collect();
        let events: Vec<String> = ["responded", "resolved", "updated", "replied"]
            .into_iter()
            .map(str::to_owned)
            .chain(program.events.keys().map(ToString::to_string))
            .collect();
        let mut columns: Vec<String> = facts.iter().map(|fact| fact.clause.name.to_string()).collect();
        columns.push("Created At".to_owned());
        columns.extend(events.clone());
        let mapping = Mapping::of(context, &columns, &[]).unwrap();
        let mut worker = Worker::new(context, &mapping, None).unwrap();
        for row in 0..rows {
            let mut said = Vec::new();
            let mut fields: Vec<String> = Vec::new();
            for fact in &facts {
                let values: Vec<String> = match fact.kind {
                    FactKind::YesNo => vec!["yes".to_owned(), "no".to_owned()],
                    _ => fact.values().iter().map(|value| value.clause.name.to_string()).collect(),
                };
                // Most facts are said, so that most rows have an answer.
                let value = if chance.below(12) == 0 { "" } else { &values[chance.below(values.len())] };
                if !value.is_empty() {
                    said.push(format!("{}={value}", fact.clause.name));
                }
                fields.push(value.to_owned());
            }
            let at = FIRST + i64::try_from(chance.below(40_000_000)).unwrap();
            let received = if chance.below(20) == 0 { String::new() } else { time(at) };
            fields.push(received.clone());
            let mut happened = Vec::new();
            for event in &events {
                // Every other row tells of the receipt alone.
                let happens = row % 2 == 0 && chance.below(3) == 0;
                let when = if happens {
                    time(at + i64::try_from(chance.below(900_000)).unwrap() - 1000)
                } else {
                    String::new()
                };
                if happens {
                    happened.push(format!("{event}={when}"));
                }
                fields.push(when);
            }
            let typed = Typed {
                facts: &said,
                received: Some(received.as_str()).filter(|text| !text.is_empty()),
                events: &happened,
                ..Typed::default()
            };
            let alone = Question::typed(context, typed).and_then(|question| answer(context, &question));
            let bytes: Vec<&[u8]> = fields.iter().map(String::as_bytes).collect();
            let in_table = worker.row(&bytes);
            let alone = match alone {
                Ok(alone) => alone,
                Err(problem) => {
                    let message = problem.message;
                    assert!(
                        in_table.is_err(),
                        "{}: {fields:?} has no answer alone: {message}",
                        path.display()
                    );
                    refused += 1;
                    continue;
                }
            };
            in_table.unwrap_or_else(|problem| panic!("{}: {fields:?}: {}", path.display(), problem.message));
            answered += 1;
            assert_eq!(worker.covered, alone.coverage.covered);
            shapes += same_shapes(&alone, &entries, path);
            let found: Vec<_> = program
                .commitments
                .keys()
                .zip(&worker.outcomes)
                .filter_map(|(name, outcome)| {
                    let outcome = outcome.as_ref()?;
                    let told = |at: Option<_>| at.map(|at| context.clock.rfc3339(at));
                    let (starts, due) = (told(outcome.starts), told(outcome.due));
                    Some((name.to_string(), starts, due, outcome.state, outcome.rule.to_string()))
                })
                .collect();
            assert_eq!(found, told(&alone), "{}: {columns:?} {fields:?}", path.display());
        }
    })
    .unwrap();
    assert!(shapes > 0 || entries.is_empty() || answered == 0, "{}: no promise was compared", path.display());
    (answered, refused)
}

#[test]
fn a_row_of_a_table_gets_what_a_question_about_it_gets() {
    for path in examples() {
        if path.ends_with("policy-library.policy") {
            continue;
        }
        let (answered, refused) = compare(&path, 40);
        assert_eq!(answered + refused, 40);
    }
}

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
