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
            let file = folder.path().join(side).join(name);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, text).unwrap();
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
fn customers_of_a_policy_that_ends_are_told_what_ends_and_from_when() {
    let support = SUPPORT.replace("version \"1\";", "version \"1\"; written in en, nl;");
    let both = [("support.policy", support.as_str()), ("courses.policy", COURSES)];
    let folder = folders(&both, &[("courses.policy", COURSES)]);
    let seen = diff(folder.path(), &["--notice", "notice.md"]);
    assert_eq!(seen.code, 0, "{}", seen.err);
    let notice = fs::read_to_string(folder.path().join("notice.support.md"))
        .or_else(|_| fs::read_to_string(folder.path().join("notice.md")))
        .unwrap();
    assert!(notice.contains("# Support ends"), "{notice}");
    // The notice of thirty days that it promised is waited for.
    assert!(notice.contains("no longer holds from 22 December 2026 on"), "{notice}");
    assert!(notice.contains("| E-mail | no longer    |"), "{notice}");
    let dutch = fs::read_dir(folder.path()).unwrap().filter_map(|entry| {
        let path = entry.unwrap().path();
        path.to_str().is_some_and(|path| path.ends_with(".nl.md")).then(|| fs::read_to_string(&path).unwrap())
    });
    assert!(dutch.collect::<String>().contains("Support vervalt"));
}

#[test]
fn a_version_that_counts_from_before_the_older_one_is_told() {
    let dated = |day: &str| SUPPORT.replace("version \"1\";", &format!("version \"1\"; effective {day};"));
    let (old, new) = (dated("2026-12-01"), dated("2026-11-01"));
    let folder = folders(&[("support.policy", old.as_str())], &[("support.policy", new.as_str())]);
    let seen = diff(folder.path(), &[]);
    let line = "date: the new version counts from 2026-11-01, which is before the old one did (2026-12-01)";
    assert!(seen.out.contains(line), "{}", seen.out);
    assert!(
        diff(folder.path(), &["--format", "github"])
            .out
            .contains("::warning file=new/support.policy,title=date::")
    );
}

#[test]
fn two_older_versions_that_are_the_same_are_told_once() {
    let later = SUPPORT.replace("17:00", "16:00");
    let folder = folders(&[("support.policy", SUPPORT)], &[("support.policy", later.as_str())]);
    let once = diff(folder.path(), &["--format", "github"]);
    let mut command = Command::new(env!("CARGO_BIN_EXE_avouch"));
    command.args(["diff", "--published", "old", "old", "new", "--format", "github"]);
    command.current_dir(folder.path()).env_clear().env("AVOUCH_TODAY", "2026-11-22");
    let twice = String::from_utf8(command.stdin(Stdio::null()).output().unwrap().stdout).unwrap();
    assert!(once.out.contains("hours-shorter"), "{}", once.out);
    assert_eq!(twice, once.out);
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

#[test]
fn policies_of_one_name_that_are_gone_have_a_notice_each() {
    let titled = |title: &str| COURSES.replace("\"Courses\"", title).replace("courses ", "training ");
    let (one, other, third) = (titled("\"First\""), titled("\"Second\""), titled("\"Third\""));
    let all = [
        ("a/b-g.policy", one.as_str()),
        ("a-b/g.policy", &other),
        ("c/g.policy", &third),
        ("support.policy", SUPPORT),
    ];
    let folder = folders(&all, &[("support.policy", SUPPORT)]);
    let seen = diff(folder.path(), &["--notice", "gone.md"]);
    assert_eq!(seen.code, 0, "{}", seen.err);
    let written: Vec<&str> = seen.err.lines().filter_map(|line| line.strip_prefix("wrote ")).collect();
    assert_eq!(
        written,
        ["gone.support.md", "gone.training.a-b-g.md", "gone.training.a-b-g-2.md", "gone.training.c-g.md"]
    );
    for title in ["First", "Second", "Third"] {
        let told = |name: &&&str| fs::read_to_string(folder.path().join(name)).unwrap().contains(title);
        assert_eq!(written.iter().filter(told).count(), 1, "{title}");
    }
}
