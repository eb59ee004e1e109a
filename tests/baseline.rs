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
