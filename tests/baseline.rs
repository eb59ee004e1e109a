//! Adopting avouch on an old policy: what stands in the baseline does not count, what is new does, and what is gone is said.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use tempfile::TempDir;

const HEADER: &str =
    "policy a \"A\" {\n  timezone Europe/Amsterdam\n}\nseverity high \"High\"\nseverity low \"Low\"\n";

/// A policy with promises that are not filled in.
fn policy(lines: &[&str]) -> String {
    let body: String = lines.iter().map(|line| format!("  {line}\n")).collect();
    format!("{HEADER}commitment reply \"Reply\" {{\n  from received\n  until responded\n{body}}}\n")
}

const HIGH: &str = "within ? when severity is high";
const LOW: &str = "within ? when severity is low";

fn folder(text: &str) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.policy"), text).unwrap();
    // Only what these tests speak of is found, so that new rules change nothing here.
    let settings = "profile = \"minimal\"\n[levels]\nunfilled = \"warning\"\n";
    fs::write(folder.path().join("avouch.toml"), settings).unwrap();
    folder
}

/// Checks with a baseline: the exit code, the findings, and what is said of the run.
fn check(folder: &Path, arguments: &[&str]) -> (i32, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_avouch"));
    command.args(["check", "--format=concise", "--baseline=b.json", "--fail-on=advice"]).args(arguments);
    command.current_dir(folder).env_clear().stdin(Stdio::null());
    let output = command.output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    let err = text(output.stderr);
    let err = err.lines().map(|line| line.split(" (").next().unwrap()).collect::<Vec<_>>().join("\n");
    (output.status.code().unwrap(), text(output.stdout), err)
}

fn write(folder: &Path, text: &str) {
    fs::write(folder.join("a.policy"), text).unwrap();
}

#[test]
fn what_is_known_does_not_count_and_what_is_new_does() {
    let folder = folder(&policy(&[HIGH, "within 1 day when severity is low"]));
    let at = folder.path();
    let (code, out, err) = check(at, &["--update-baseline"]);
    assert_eq!((code, out.as_str()), (0, ""));
    assert!(err.ends_with("b.json: 1 finding in it, 1 added, 0 taken out"), "{err}");
    let (code, _, err) = check(at, &[]);
    assert_eq!((code, err.as_str()), (0, "1 policy, 2 promises: all good; 1 in the baseline"));
    write(at, &policy(&[HIGH, LOW]));
    let (code, out, _) = check(at, &[]);
    assert_eq!((code, out.lines().count()), (1, 1), "{out}");
    assert!(out.starts_with("a.policy:10:"), "{out}");
}

#[test]
fn lines_that_move_or_are_laid_out_anew_stay_known() {
    let folder = folder(&policy(&[HIGH, LOW]));
    let at = folder.path();
    check(at, &["--update-baseline"]);
    write(at, &format!("# a comment\n\n\n{}", policy(&[&HIGH.replace(' ', "   "), LOW])));
    assert_eq!(check(at, &[]).0, 0);
    // The same file, seen from elsewhere.
    fs::create_dir(at.join("sub")).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_avouch"));
    command.args(["check", "--baseline=../b.json", "--fail-on=advice", "../a.policy"]);
    let status = command.current_dir(at.join("sub")).env_clear().stderr(Stdio::null()).status().unwrap();
    assert_eq!(status.code(), Some(0));
}

/// A deadline that depends on the weekday has an example, which is chosen anew each day.
#[test]
fn what_is_shown_by_another_day_stays_known() {
    const POLICY: &str = "policy a \"A\" {\n  timezone Europe/Amsterdam\n  business hours office\n}\n\
        calendar office \"Office\" { open Mon..Fri 09:00..17:30; closed on holidays NL }\n\
        commitment reply \"Reply\" {\n  from received\n  until responded\n  within 4 business hours\n}\n\
        commitment solution \"Solution\" {\n  from received\n  until resolved\n  within 24 hours\n}\n";
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.policy"), POLICY).unwrap();
    let settings = "profile = \"minimal\"\n[levels]\ncrossing-deadlines = \"warning\"\n";
    fs::write(folder.path().join("avouch.toml"), settings).unwrap();
    let on = |day: &str, arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_avouch"));
        command.args(["check", "--fail-on=advice", "--format=json"]).args(arguments);
        command.current_dir(folder.path()).env_clear().env("AVOUCH_TODAY", day).stdin(Stdio::null());
        let output = command.output().unwrap();
        (output.status.code().unwrap(), String::from_utf8(output.stdout).unwrap())
    };
    let messages = ["2026-11-22", "2026-12-22"].map(|day| on(day, &[]).1);
    assert!(messages[0].contains("\"instant\": \"2026-11-27T13:30:01+01:00\""), "{}", messages[0]);
    assert_ne!(messages[0], messages[1]);
    assert_eq!(on("2026-11-22", &["--baseline=b.json", "--update-baseline"]).0, 0);
    assert_eq!(on("2026-12-22", &["--baseline=b.json"]).0, 0);
    fs::write(folder.path().join("a.policy"), POLICY.replace("4 business", "5 business")).unwrap();
    assert_eq!(on("2026-12-22", &["--baseline=b.json"]).0, 1, "another figure is another finding");
}

#[test]
fn what_is_gone_is_said_and_taken_out() {
    let folder = folder(&policy(&[HIGH, LOW]));
    let at = folder.path();
    check(at, &["--update-baseline"]);
    write(at, &policy(&[HIGH, "within 1 day when severity is low"]));
    let (code, _, err) = check(at, &[]);
    assert_eq!(code, 0);
    assert!(err.ends_with("1 finding of b.json is gone; `--update-baseline` takes them out"), "{err}");
    let (_, _, err) = check(at, &["--update-baseline"]);
    assert!(err.ends_with("b.json: 1 finding in it, 0 added, 1 taken out"), "{err}");
    // It cannot come back.
    write(at, &policy(&[HIGH, LOW]));
    assert_eq!(check(at, &[]).0, 1);
}

#[test]
fn what_was_not_looked_at_stays_in_it() {
    let folder = folder(&policy(&[HIGH, LOW]));
    let at = folder.path();
    fs::write(at.join("other.policy"), policy(&[HIGH, LOW]).replace("policy a", "policy b")).unwrap();
    check(at, &["--update-baseline"]);
    write(at, &policy(&["within 1 day"]));
    let (_, _, err) = check(at, &["--update-baseline", "a.policy"]);
    assert!(err.ends_with("b.json: 2 findings in it, 0 added, 2 taken out"), "{err}");
    assert_eq!(check(at, &[]).0, 0);
    fs::remove_file(at.join("other.policy")).unwrap();
    let (_, _, err) = check(at, &["a.policy"]);
    assert!(err.contains("2 findings of b.json are gone"), "{err}");
}

#[test]
fn a_file_that_was_moved_keeps_what_is_known_of_it() {
    let folder = folder(&policy(&[HIGH, LOW]));
    let at = folder.path();
    check(at, &["--update-baseline"]);
    fs::create_dir(at.join("sub")).unwrap();
    fs::rename(at.join("a.policy"), at.join("sub/c.policy")).unwrap();
    let (code, _, err) = check(at, &[]);
    assert_eq!(code, 0, "{err}");
    assert!(
        err.ends_with(
            "b.json names files by other names than they have now; `--update-baseline` brings it up to date"
        ),
        "{err}"
    );
    // What is new in it is new, and a second file does not share what was known of the first.
    let more = "commitment mend \"Mend\" {\n  from received\n  until resolved\n  within ?\n}\n";
    fs::write(at.join("sub/c.policy"), policy(&[HIGH, LOW]) + more).unwrap();
    assert_eq!(check(at, &[]).1.lines().count(), 1);
    fs::write(at.join("sub/c.policy"), policy(&[HIGH, LOW])).unwrap();
    let (_, _, err) = check(at, &["--update-baseline"]);
    assert!(err.ends_with("b.json: 2 findings in it, 2 added, 2 taken out"), "{err}");
    fs::write(at.join("a.policy"), policy(&[HIGH, LOW]).replace("policy a", "policy b")).unwrap();
    assert_eq!(check(at, &[]).1.lines().count(), 2, "the old name is free again");
}

#[test]
fn errors_are_never_taken_up() {
    let folder = folder(&format!("{}severity low \"Low\"\n", policy(&[HIGH, LOW])));
    let at = folder.path();
    let (code, out, _) = check(at, &["--update-baseline"]);
    assert_eq!(code, 1);
    assert!(out.contains("error[duplicate-name]") && out.lines().count() == 1, "{out}");
    assert!(!fs::read_to_string(at.join("b.json")).unwrap().contains("duplicate-name"));
    assert_eq!(check(at, &[]).0, 1);
}

#[test]
fn the_file_has_one_line_for_each_finding() {
    let folder = folder(&policy(&[HIGH, LOW]));
    check(folder.path(), &["--update-baseline"]);
    let text = fs::read_to_string(folder.path().join("b.json")).unwrap();
    assert_eq!(text.lines().filter(|line| line.contains("\"rule\":\"unfilled\"")).count(), 2, "{text}");
    assert!(
        text.lines()
            .all(|line| !line.contains("fingerprint") || line.starts_with("    {\"file\":\"a.policy\","))
    );
    let before = fs::metadata(folder.path().join("b.json")).unwrap().modified().unwrap();
    check(folder.path(), &["--update-baseline"]);
    assert_eq!(fs::metadata(folder.path().join("b.json")).unwrap().modified().unwrap(), before);
}

#[test]
fn a_file_that_is_no_baseline_is_refused() {
    let folder = folder(&policy(&[HIGH]));
    let at = folder.path();
    let fails = |text: &str, expected: &str| {
        fs::write(at.join("b.json"), text).unwrap();
        for arguments in [&[][..], &["--update-baseline"]] {
            let (code, out, err) = check(at, arguments);
            assert_eq!((code, out.as_str(), err.lines().next().unwrap()), (2, "", expected), "{text}");
        }
        assert_eq!(fs::read_to_string(at.join("b.json")).unwrap(), text, "it is left as it is");
    };
    fails("{\"format\": \"avouch/base", "error: `b.json` is broken at line 1, column 23");
    fails("", "error: `b.json` is broken at line 1, column 0");
    fails("{}", "error: `b.json` is no baseline");
    fails("{\"format\": \"avouch/findings\", \"formatVersion\": 1}", "error: `b.json` is no baseline");
    fails(
        "{\"format\": \"avouch/baseline\", \"formatVersion\": 2, \"findings\": {}}",
        "error: `b.json` was written by a newer avouch, in version 2 of its form",
    );
    fails("{\"format\": \"avouch/baseline\", \"findings\": []}", "error: `b.json` does not say its version");
    fails(
        "{\"format\": \"avouch/baseline\", \"formatVersion\": 1, \"tool\": \"0.1.0\",\n \"findings\": [{\"file\": \"a\"}]}",
        "error: `b.json` has an entry that is not whole, at line 2, column 27",
    );
    fs::remove_file(at.join("b.json")).unwrap();
    let (code, _, err) = check(at, &[]);
    assert_eq!(code, 2);
    assert_eq!(
        err,
        "error: there is no baseline `b.json`\n  help: add `--update-baseline` to write one of what is found now"
    );
    fs::create_dir(at.join("b.json")).unwrap();
    assert_eq!(check(at, &[]).2, "error: `b.json` is no baseline");
}
