//! `avouch diff` where something is taken away altogether: a policy needs its notice, and annotations have a place.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop where the tool may not")]

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use tempfile::TempDir;

const SUPPORT: &str = r#"policy support "Support" { version "1"; timezone Europe/Amsterdam; business hours office }
calendar office "Office hours" { open Mon..Fri 09:00..17:00 }
channel email "E-mail" { address "help@support.example"; open office }
channel portal "Portal" { address "https://support.example"; open office }
changes {
  notice 30 days via email when change is one of weaker, mixed
  notice none when change is one of stronger, neutral
}
"#;

const COURSES: &str = r#"policy courses "Courses" { version "1"; timezone Europe/Amsterdam }
channel email "E-mail" { address "courses@support.example"; open always }
"#;

struct Run {
    code: i32,
    out: String,
    err: String,
}

fn diff(folder: &Path, arguments: &[&str]) -> Run {
    let mut command = Command::new(env!("CARGO_BIN_EXE_avouch"));
    command.args(["diff", "old", "new"]).args(arguments).current_dir(folder).env_clear();
    command.env("AVOUCH_TODAY", "2026-11-22").env("COLUMNS", "300");
    let output = command.stdin(Stdio::null()).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    Run { code: output.status.code().unwrap(), out: text(output.stdout), err: text(output.stderr) }
}

fn folders(old: &[(&str, &str)], new: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (side, files) in [("old", old), ("new", new)] {
        fs::create_dir_all(folder.path().join(side)).unwrap();
        for (name, text) in files {
            fs::write(folder.path().join(side).join(name), text).unwrap();
        }
    }
    folder
}

#[test]
fn a_policy_that_is_taken_away_needs_the_notice_that_it_promised() {
    let both = [("support.policy", SUPPORT), ("courses.policy", COURSES)];
    let folder = folders(&both, &[("courses.policy", COURSES)]);
    let late = diff(folder.path(), &["--fail-on", "weaker-without-notice"]);
    assert_eq!(late.code, 1, "{}{}", late.out, late.err);
    let notice = "taking a policy away needs a notice of 30 days (old/support.policy, line 6), and it is gone already; \
                  announced on 2026-11-22, it can be taken away on 2026-12-22 (`--announced 2026-11-22`)";
    assert!(late.out.replace('\n', " ").contains(notice), "{}", late.out);
    let announced = |day| diff(folder.path(), &["--fail-on", "weaker-without-notice", "--announced", day]);
    assert_eq!(announced("2026-10-24").code, 1);
    assert_eq!(announced("2026-10-23").code, 0);
}

#[test]
fn a_policy_that_promised_no_notice_can_be_taken_away() {
    let both = [("support.policy", SUPPORT), ("courses.policy", COURSES)];
    let folder = folders(&both, &[("support.policy", SUPPORT)]);
    let seen = diff(folder.path(), &["--fail-on", "weaker-without-notice"]);
    assert_eq!((seen.code, seen.err.as_str()), (0, "2 policies: 1 weaker\n"));
}

#[test]
fn nobody_takes_a_missing_notice_to_customers_for_none() {
    let both = [("support.policy", SUPPORT), ("courses.policy", COURSES)];
    let folder = folders(&both, &[("support.policy", SUPPORT)]);
    let seen = diff(folder.path(), &["--notice", "notice.md"]);
    assert!(seen.err.contains("Courses is gone altogether; tell its customers yourself"), "{}", seen.err);
}

#[test]
fn an_annotation_of_something_gone_stands_at_the_file_that_it_was_in() {
    let less: String =
        SUPPORT.lines().filter(|line| !line.contains("Portal")).map(|line| format!("{line}\n")).collect();
    let folder = folders(&[("support.policy", SUPPORT)], &[("support.policy", &less)]);
    let seen = diff(folder.path(), &["--format", "github"]);
    let line = "::warning file=new/support.policy,title=weaker%3A channel-removed::Portal: a way to reach support is gone";
    assert!(seen.out.lines().any(|found| found == line), "{}", seen.out);
}
