//! `avouch diff` from outside: files, folders and revisions, the forms of its output, the gate, and bad input.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop where the tool may not")]

use serde_json::Value;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use tempfile::TempDir;

const OLD: &str = r#"policy northwind "Northwind Support" {
  version        "2026.1"
  effective      2026-03-01
  publisher      "Northwind Software"
  written in     en, nl
  timezone       Europe/Amsterdam
  business hours office
}
use "common/hours.policy"
plan standard "Standard" in all languages
plan premium  "Premium" in all languages { extends standard }
severity high   "High" nl: "Hoog"
severity normal "Normal" nl: "Normaal"
commitment first-response "First response" nl: "Eerste reactie" {
  from  received
  until responded
  | severity | standard         | premium          |
  |----------|------------------|------------------|
  | high     | 4 business hours | 2 business hours |
  | normal   | 2 business days  | 8 business hours |
}
channel email "E-mail" { address "support@northwind.example"; open office }
changes { notice 30 days via email when change is one of weaker, mixed; notice none when change is one of stronger, neutral }
"#;

const HOURS: &str =
    "calendar office \"Office hours\" {\n  open Mon..Fri 09:00..17:30\n  closed on holidays NL\n}\n";

/// The newer version: slower on Standard, at times later and at times sooner on Premium.
fn newer(effective: &str) -> String {
    OLD.replace("2026.1", "2027.1")
        .replace("effective      2026-03-01", &format!("effective      {effective}"))
        .replace("| 4 business hours | 2 business hours |", "| 1 business day   | 2 business hours |")
        .replace("| 2 business days  | 8 business hours |", "| 2 business days  | 24 hours |")
}

struct Run {
    code: i32,
    out: String,
    err: String,
}

fn run(folder: &Path, arguments: &[&str]) -> Run {
    let mut command = Command::new(env!("CARGO_BIN_EXE_avouch"));
    command.args(arguments).current_dir(folder).env_clear().env("AVOUCH_TODAY", "2026-11-22");
    command.env("PATH", std::env::var_os("PATH").unwrap_or_default());
    finish(command)
}

fn finish(mut command: Command) -> Run {
    let output = command.stdin(Stdio::null()).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    Run { code: output.status.code().unwrap(), out: text(output.stdout), err: text(output.stderr) }
}

fn put(folder: &Path, path: &str, text: &str) {
    let path = folder.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

/// Two folders with one policy each.
fn versions(effective: &str) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (version, text) in [("v1", OLD.to_owned()), ("v2", newer(effective))] {
        put(folder.path(), &format!("{version}/support.policy"), &text);
        put(folder.path(), &format!("{version}/common/hours.policy"), HOURS);
    }
    folder
}

fn git(folder: &Path, arguments: &[&str]) {
    let mut command = Command::new("git");
    command
        .args(arguments)
        .current_dir(folder)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    for (name, value) in [
        ("GIT_AUTHOR_NAME", "a"),
        ("GIT_AUTHOR_EMAIL", "a@example.com"),
        ("GIT_COMMITTER_NAME", "a"),
        ("GIT_COMMITTER_EMAIL", "a@example.com"),
        ("GIT_CONFIG_GLOBAL", "/dev/null"),
        ("GIT_CONFIG_SYSTEM", "/dev/null"),
    ] {
        command.env(name, value);
    }
    assert!(command.status().expect("git is there").success(), "git {arguments:?}");
}

/// A repository with the older version committed and the newer one in the folder.
fn repository() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let here = folder.path();
    git(here, &["init", "-q", "-b", "main"]);
    put(here, "policies/support.policy", OLD);
    put(here, "policies/common/hours.policy", HOURS);
    git(here, &["add", "."]);
    git(here, &["commit", "-q", "-m", "one"]);
    put(here, "policies/support.policy", &newer("2027-01-15"));
    put(here, "policies/common/hours.policy", &HOURS.replace("09:00", "08:30"));
    git(here, &["commit", "-q", "-a", "-m", "two"]);
    folder
}

#[test]
fn people_see_what_changed_with_its_proof() {
    let folder = versions("2026-12-04");
    let seen = run(folder.path(), &["diff", "v1/support.policy", "v2/support.policy"]);
    assert_eq!(seen.code, 0, "{}", seen.err);
    insta::assert_snapshot!(format!("{}---\n{}", seen.out, seen.err));
}

#[test]
fn the_machine_shape_is_the_promised_one() {
    let folder = versions("2026-12-04");
    let seen = run(folder.path(), &["diff", "v1/", "v2/", "--format", "json"]);
    let told: Value = serde_json::from_str(&seen.out).unwrap();
    assert_eq!((told["format"].as_str(), told["formatVersion"].as_u64()), (Some("avouch/changes"), Some(1)));
    let slower = told["changes"]
        .as_array()
        .unwrap()
        .iter()
        .find(|change| change["id"] == "commitment-slower")
        .unwrap();
    assert_eq!(slower["direction"], "weaker");
    assert_eq!(slower["area"], "commitment");
    assert_eq!(slower["subject"], "first-response");
    assert_eq!(slower["cases"], serde_json::json!([{ "plan": ["standard"], "severity": ["high"] }]));
    assert_eq!(
        (slower["before"].as_str(), slower["after"].as_str()),
        (Some("4 business hours"), Some("1 business day"))
    );
    for field in ["worst", "witness", "fingerprint", "source"] {
        assert!(!slower[field].is_null(), "{field}");
    }
    assert!(slower["worst"]["before"].as_str().unwrap().starts_with("PT"));
    assert_eq!(slower["source"]["old"]["line"], 19);
    assert!(slower["witness"]["received"].is_string());
    assert_eq!(slower["witness"]["case"]["plan"], "standard");
    assert_eq!(told["summary"], serde_json::json!({ "weaker": 1, "stronger": 0, "mixed": 1, "neutral": 2 }));
    let notice = &told["notice"];
    assert_eq!((notice["required"].as_str(), notice["given"].as_str()), (Some("P30D"), Some("P12D")));
    assert_eq!(notice["satisfied"], false);
    assert_eq!(notice["earliest"], "2026-12-22");
}

#[test]
fn the_older_version_decides_which_notice_is_due() {
    let code = |effective: &str, more: &[&str]| {
        let folder = versions(effective);
        let arguments = [&["diff", "v1", "v2", "--fail-on", "weaker-without-notice"][..], more].concat();
        run(folder.path(), &arguments).code
    };
    assert_eq!(code("2026-12-04", &[]), 1);
    assert_eq!(code("2026-12-21", &[]), 1);
    assert_eq!(code("2026-12-22", &[]), 0);
    assert_eq!(code("2026-12-04", &["--announced", "2026-11-01"]), 0);
    assert_eq!(code("2026-03-01", &[]), 1);
    // The other way round nothing is worse for all, but something is for some.
    let folder = versions("2026-12-04");
    let back = |more: &[&str]| run(folder.path(), &[&["diff", "v2", "v1"][..], more].concat()).code;
    assert_eq!(back(&["--fail-on", "weaker"]), 1);
    assert_eq!(back(&[]), 0);
    assert_eq!(back(&["--exit-code"]), 1);
}

#[test]
fn nothing_changed_is_nothing_to_report() {
    let folder = versions("2026-12-04");
    let same = run(folder.path(), &["diff", "v1", "v1", "--exit-code", "--fail-on", "any"]);
    assert_eq!((same.code, same.out.as_str()), (0, ""));
    assert_eq!(same.err, "1 policy: no changes\n");
}

#[test]
fn the_exit_code_says_whether_anything_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let text = |title: &str| {
        format!(
            "policy a \"A\" {{ timezone UTC }}\nseverity high \"High\"\ntest \"{title}\" {{ given severity is high; expect covered }}\n"
        )
    };
    put(folder.path(), "old.policy", &text("One"));
    put(folder.path(), "new.policy", &text("Other"));
    let quiet = run(folder.path(), &["diff", "old.policy", "new.policy", "--exit-code"]);
    assert_eq!((quiet.code, quiet.out.as_str(), quiet.err.as_str()), (0, "", "1 policy: no changes\n"));
    let all = run(folder.path(), &["diff", "old.policy", "new.policy", "--exit-code", "--all"]);
    assert_eq!(all.code, 1, "{}{}", all.out, all.err);
}

#[test]
fn revisions_are_compared_with_the_files_that_they_use() {
    let folder = repository();
    let here = folder.path();
    let between = run(here, &["diff", "HEAD~1:policies/", "HEAD:policies/"]);
    assert_eq!(between.code, 0, "{}", between.err);
    assert!(between.out.contains("Mon..Fri 09:00..17:30 becomes Mon..Fri 08:30..17:30"), "{}", between.out);
    let against = run(here, &["diff", "--against", "HEAD~1", "policies"]);
    assert_eq!(against.out, between.out);
    // From a folder within, a path from here begins with a dot.
    let inside =
        run(&here.join("policies"), &["diff", "HEAD~1:./support.policy", "HEAD:policies/support.policy"]);
    assert_eq!((inside.code, inside.out), (0, between.out));
}

#[test]
fn the_published_version_blocks_and_the_main_branch_advises() {
    let folder = repository();
    let here = folder.path();
    put(here, "policies/support.policy", &newer("2026-12-01"));
    let both = [
        "diff",
        "--published",
        "HEAD~1:policies",
        "--against",
        "HEAD",
        "policies",
        "--fail-on",
        "weaker-without-notice",
    ];
    let seen = run(here, &both);
    assert_eq!(seen.code, 1, "{}", seen.err);
    assert!(seen.out.contains("Since HEAD:policies, for your information:"), "{}", seen.out);
    let machine = run(here, &[&both[..], &["--format", "json"]].concat());
    let told: Value = serde_json::from_str(&machine.out).unwrap();
    assert_eq!(told["summary"]["weaker"], 1);
    assert_eq!(
        told["advice"]["summary"],
        serde_json::json!({ "weaker": 0, "stronger": 0, "mixed": 0, "neutral": 1 })
    );
    let advice = run(here, &["diff", "--against", "HEAD", "policies", "--fail-on", "weaker-without-notice"]);
    assert_eq!(advice.code, 0);
}

#[test]
fn what_cannot_be_compared_is_said_in_one_line() {
    let folder = repository();
    let here = folder.path();
    let outside = tempfile::tempdir().unwrap();
    put(outside.path(), "support.policy", "policy a \"A\" { written in en }\n");
    let of = |folder: &Path, arguments: &[&str]| {
        let seen = run(folder, &[&["diff"][..], arguments].concat());
        assert_eq!((seen.code, seen.out.as_str()), (2, ""), "{arguments:?}: {}", seen.err);
        seen.err
    };
    let first = |text: String| text.lines().next().unwrap_or("").to_owned();
    assert_eq!(
        first(of(here, &["HEAD~9:policies", "policies"])),
        "error: there is no revision `HEAD~9` in this repository"
    );
    assert_eq!(first(of(here, &["--against=-x", "policies"])), "error: `-x` is no name of a revision");
    assert_eq!(
        first(of(here, &["HEAD:nowhere", "policies"])),
        "error: there is no file or folder `nowhere` in the revision `HEAD`"
    );
    assert_eq!(
        first(of(here, &["policies/support.policy", "policies"])),
        "error: `policies` is a folder and `policies/support.policy` is a file"
    );
    assert_eq!(
        first(of(here, &["HEAD:policies/support.policy", "policies"])),
        "error: `policies` is a folder and `HEAD:policies/support.policy` is a file"
    );
    assert_eq!(first(of(here, &["policies"])), "error: two versions are compared, and one was named");
    assert_eq!(
        first(of(here, &["none.policy", "policies"])),
        "error: there is no file or folder `none.policy`"
    );
    assert_eq!(
        first(of(here, &["policies", "policies", "--announced", "soon"])),
        "error: `soon` is not a date"
    );
    assert_eq!(
        first(of(here, &["policies/common", "policies/common"])),
        "error: `policies/common` declares no policy, so there is nothing to compare"
    );
    assert_eq!(
        first(of(outside.path(), &["HEAD:support.policy", "support.policy"])),
        "error: the current folder is in no git repository, so it has no revisions"
    );
    let mut without = Command::new(env!("CARGO_BIN_EXE_avouch"));
    without
        .args(["diff", "--against", "HEAD", "policies"])
        .current_dir(here)
        .env_clear()
        .env("PATH", outside.path());
    let seen = finish(without);
    assert_eq!(
        (seen.code, first(seen.err).as_str()),
        (2, "error: revisions need the program `git`, which is not there")
    );
}

#[test]
fn a_shallow_clone_says_how_to_get_the_rest() {
    let folder = repository();
    let clone = tempfile::tempdir().unwrap();
    let origin = format!("file://{}", folder.path().display());
    git(clone.path(), &["clone", "-q", "--depth", "1", &origin, "here"]);
    let seen = run(&clone.path().join("here"), &["diff", "--against", "HEAD~1", "policies"]);
    assert_eq!(seen.code, 2);
    assert!(seen.err.contains("this clone holds only the latest revisions"), "{}", seen.err);
}

#[test]
fn a_version_with_errors_is_not_compared() {
    let folder = versions("2026-12-04");
    put(folder.path(), "v1/support.policy", &OLD.replace("4 business hours", "4 business"));
    let seen = run(folder.path(), &["diff", "v1", "v2"]);
    assert_eq!((seen.code, seen.out.as_str()), (2, ""));
    assert!(seen.err.contains("nothing can be compared: v1/support.policy has errors"), "{}", seen.err);
}

#[test]
fn policies_of_folders_are_matched_by_name_then_by_path() {
    let folder = versions("2026-12-04");
    let here = folder.path();
    fs::rename(here.join("v2/support.policy"), here.join("v2/renamed.policy")).unwrap();
    put(here, "v1/gone.policy", "policy gone \"Gone\" { written in en }\n");
    put(here, "v2/fresh.policy", "policy fresh \"Fresh\" { written in en }\n");
    put(here, "v1/same.policy", "policy before \"Before\" { written in en }\n");
    put(here, "v2/same.policy", "policy after \"After\" { written in en }\n");
    let seen = run(here, &["diff", "v1", "v2", "--format", "json"]);
    let told: Value = serde_json::from_str(&seen.out).unwrap();
    let policies = told["policies"].as_array().unwrap();
    let of = |name: &str| policies.iter().find(|policy| policy["policy"] == name).cloned().unwrap();
    assert_eq!(of("northwind")["newFile"], "v2/renamed.policy");
    assert_eq!(of("after")["oldFile"], "v1/same.policy");
    assert!(of("gone")["newFile"].is_null() && of("fresh")["oldFile"].is_null());
    let ids: Vec<&str> =
        told["changes"].as_array().unwrap().iter().map(|change| change["id"].as_str().unwrap()).collect();
    assert!(ids.contains(&"policy-removed") && ids.contains(&"policy-added"));
}

#[test]
fn annotations_stand_at_the_lines_of_the_newer_version() {
    let folder = versions("2026-12-04");
    let seen = run(folder.path(), &["diff", "v1", "v2", "--format", "github"]);
    let mut lines = seen.out.lines();
    let first = lines.next().unwrap();
    assert!(
        first.starts_with(
            "::warning file=v2/support.policy,line=19,title=weaker%3A commitment-slower::First response, "
        ),
        "{first}"
    );
    assert!(
        seen.out.contains(
            "::error file=v2/support.policy,title=notice::weaker promises need a notice of 30 days"
        )
    );
    assert!(seen.out.lines().all(|line| line.starts_with("::")));
}

#[test]
fn the_notice_is_written_in_every_language_of_the_policy() {
    let folder = versions("2027-01-15");
    let here = folder.path();
    let seen = run(here, &["diff", "v1", "v2", "--notice", "notice.md", "--notice", "notice.html"]);
    assert_eq!(seen.code, 0, "{}", seen.err);
    let read = |name: &str| fs::read_to_string(here.join(name)).unwrap();
    insta::assert_snapshot!("notice_en", read("notice.md"));
    insta::assert_snapshot!("notice_nl", read("notice.nl.md"));
    let page = read("notice.html");
    assert!(page.starts_with("<!DOCTYPE html>") && page.contains("lang=\"en\""), "{page}");
    assert!(read("notice.nl.html").contains("lang=\"nl\""));
    assert!(here.join("policy.css").exists());
    let other = run(here, &["diff", "v1", "v2", "--notice", "notice.txt"]);
    assert_eq!(other.code, 2);
}

#[test]
fn what_is_internal_is_in_no_notice() {
    let folder = tempfile::tempdir().unwrap();
    let text = |figure: &str| {
        format!(
            "policy a \"A\" {{ written in en; timezone UTC }}\nchanges {{ notice 30 days }}\ninternal commitment secret \"Secret pace\" {{ from received; until responded; within {figure} }}\n"
        )
    };
    put(folder.path(), "old.policy", &text("4 hours"));
    put(folder.path(), "new.policy", &text("8 hours"));
    let seen =
        run(folder.path(), &["diff", "old.policy", "new.policy", "--fail-on", "weaker-without-notice"]);
    assert_eq!(seen.code, 0, "{}", seen.err);
    assert!(seen.out.contains("Secret pace: 4 hours becomes 8 hours (internal)"), "{}", seen.out);
    let notice = run(folder.path(), &["diff", "old.policy", "new.policy", "--format", "notice"]);
    assert!(!notice.out.contains("Secret"), "{}", notice.out);
}
