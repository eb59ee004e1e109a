//! `avouch check --fix` from outside: what is written, what is shown, and what is left alone.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use tempfile::TempDir;

/// One safe fix, one that is only probable, and one choice.
const TYPED: &str = "policy a \"A\" {\n  timezone Europe/Amsterdam\n  publisher 'Northwind'\n  effective 5/6/2026\n}\n\
                     calendar office \"Office\" { open Mon-Fri 9:00-17:30; open on holidays }\n\
                     channel mail \"Mail\" { address \"a@b.example\"; open offce }\n";
const SAFE: &str = "policy a \"A\" {\n  timezone Europe/Amsterdam\n  publisher \"Northwind\"\n  effective 5/6/2026\n}\n\
                    calendar office \"Office\" { open Mon..Fri 09:00..17:30; open on holidays }\n\
                    channel mail \"Mail\" { address \"a@b.example\"; open offce }\n";

struct Run {
    code: i32,
    out: String,
    err: String,
}

fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (path, text) in files {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

fn avouch(folder: &TempDir, arguments: &[&str], input: Option<&str>) -> Run {
    let mut command = Command::new(env!("CARGO_BIN_EXE_avouch"));
    command.args(arguments).current_dir(folder.path()).env_clear();
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    child.stdin.take().unwrap().write_all(input.unwrap_or("").as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    Run { code: output.status.code().unwrap(), out: text(output.stdout), err: text(output.stderr) }
}

fn read(folder: &TempDir, path: &str) -> String {
    fs::read_to_string(folder.path().join(path)).unwrap()
}

#[test]
fn safe_fixes_are_made_and_the_rest_is_reported() {
    let folder = folder(&[("a.policy", TYPED)]);
    let run = avouch(&folder, &["check", "--fix", "--format=concise"], None);
    assert_eq!(read(&folder, "a.policy"), SAFE);
    assert_eq!(run.code, 1);
    assert_eq!(run.out.lines().count(), 2, "{}", run.out);
    assert!(run.err.ends_with("3 fixes were made in 1 file\n"), "{}", run.err);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "nothing is left behind");
}

#[test]
fn probable_fixes_are_made_when_asked_and_choices_never() {
    let folder = folder(&[("a.policy", TYPED)]);
    let run = avouch(&folder, &["check", "--unsafe-fixes", "--format=concise"], None);
    assert_eq!(read(&folder, "a.policy"), SAFE.replace("offce", "office"));
    assert_eq!((run.code, run.out.lines().count()), (1, 1), "{}", run.out);
}

#[test]
fn a_line_that_is_divided_keeps_its_audience_in_each_part() {
    let line = "internal grants 2 cases per month, 3 visits per month";
    let folder = folder(&[("a.policy", &format!("plan a \"A\" {{\n  {line}\n}}\n"))]);
    avouch(&folder, &["check", "--fix"], None);
    let divided = "internal grants 2 cases per month\n  internal grants 3 visits per month";
    assert_eq!(read(&folder, "a.policy"), format!("plan a \"A\" {{\n  {divided}\n}}\n"));
}

#[test]
fn a_row_of_data_above_the_dashes_is_not_taken_out() {
    let text = "commitment a \"A\" {\n  from received\n  until responded\n  \
                | plan | severity | a |\n  | basic | high | 1 hour |\n  |---|---|---|\n}\n";
    let folder = folder(&[("a.policy", text)]);
    avouch(&folder, &["check", "--unsafe-fixes"], None);
    assert!(read(&folder, "a.policy").contains("| basic | high | 1 hour |"));
}

#[test]
fn a_party_may_be_called_as_a_promise_is() {
    let line = "commitment a \"A\" {\n  from received\n  until responded\n  answer within 4 hours\n}\n";
    let folder =
        folder(&[("a.policy", &format!("party answer \"Answer desk\"\n{line}")), ("b.policy", line)]);
    let run = avouch(&folder, &["check", "--unsafe-fixes", "--format=concise"], None);
    assert!(read(&folder, "a.policy").contains("  answer within 4 hours"), "{}", run.out);
    assert!(read(&folder, "b.policy").contains("  within 4 hours"), "{}", run.out);
    assert!(!run.out.contains("not a word of a commitment"), "{}", run.out);
}

#[test]
fn a_diff_shows_what_would_change_and_writes_nothing() {
    let folder = folder(&[("a.policy", TYPED)]);
    let run = avouch(&folder, &["check", "--diff"], None);
    assert_eq!(read(&folder, "a.policy"), TYPED);
    assert_eq!(
        run.out,
        "--- a.policy\n+++ a.policy\n@@ -1,7 +1,7 @@\n policy a \"A\" {\n   timezone Europe/Amsterdam\n\
         -  publisher 'Northwind'\n+  publisher \"Northwind\"\n   effective 5/6/2026\n }\n\
         -calendar office \"Office\" { open Mon-Fri 9:00-17:30; open on holidays }\n\
         +calendar office \"Office\" { open Mon..Fri 09:00..17:30; open on holidays }\n \
         channel mail \"Mail\" { address \"a@b.example\"; open offce }\n"
    );
    assert_eq!(run.code, 1, "the file still has its findings");
    assert!(run.err.ends_with("3 fixes would be made in 1 file\n"), "{}", run.err);
}

#[test]
fn nothing_to_fix_changes_nothing_and_says_nothing() {
    let good = "policy a \"A\" {\n  edition 2026\n}\n";
    let folder = folder(&[("a.policy", good)]);
    let before = fs::metadata(folder.path().join("a.policy")).unwrap().modified().unwrap();
    for arguments in [&["check", "--fix"][..], &["check", "--diff"], &["check", "--unsafe-fixes"]] {
        let run = avouch(&folder, arguments, None);
        assert_eq!((run.code, run.out.as_str()), (0, ""), "{}", run.err);
        assert!(!run.err.contains("fix"), "{}", run.err);
    }
    assert_eq!(fs::metadata(folder.path().join("a.policy")).unwrap().modified().unwrap(), before);
}

#[test]
fn standard_input_is_mended_to_standard_output() {
    let folder = folder(&[]);
    let run = avouch(&folder, &["check", "-", "--fix", "--stdin-filename", "new.policy"], Some(TYPED));
    assert_eq!((run.code, run.out.as_str()), (1, SAFE));
    assert!(run.err.contains("new.policy:4:13"), "{}", run.err);
    let good = "policy a \"A\" {\n  edition 2026\n}\n";
    let run = avouch(&folder, &["check", "-", "--fix"], Some(good));
    assert_eq!((run.code, run.out.as_str()), (0, good));
    let run = avouch(&folder, &["check", "-", "--diff"], Some(TYPED));
    assert!(run.out.starts_with("--- stdin.policy\n+++ stdin.policy\n"), "{}", run.out);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn a_used_file_is_changed_only_when_it_is_asked_for() {
    let lent = "calendar office \"Office\" { open Mon-Fri 09:00..17:00; open on holidays }\n";
    let user = "use \"lent.policy\"\npolicy a \"A\" {\n  timezone Europe/Amsterdam\n  publisher 'X'\n}\n";
    let folder = folder(&[("lent.policy", lent), ("a.policy", user)]);
    let run = avouch(&folder, &["check", "--fix", "--format=concise", "a.policy"], None);
    assert_eq!(read(&folder, "lent.policy"), lent);
    assert!(read(&folder, "a.policy").contains("publisher \"X\""));
    assert!(run.out.starts_with("lent.policy:1:"), "{}", run.out);
    let run = avouch(&folder, &["check", "--fix"], None);
    assert_eq!(read(&folder, "lent.policy"), lent.replace("Mon-Fri", "Mon..Fri"));
    assert_eq!((run.code, run.out.as_str()), (0, ""), "{}", run.err);
}

#[test]
fn line_ends_and_marks_of_other_systems_stay() {
    let text = "\u{feff}commitment a \"A\" {\r\n| severity | a |\r\n| high | 4 hrs |\r\n}\r\nseverity high \"High\"\r\n";
    let folder = folder(&[("a.policy", text)]);
    avouch(&folder, &["check", "--fix"], None);
    let after = read(&folder, "a.policy");
    assert!(after.starts_with("\u{feff}commitment a \"A\" {\r\n| severity | a |\r\n|"), "{after:?}");
    assert!(after.matches('\n').count() == after.matches("\r\n").count(), "{after:?}");
}

#[cfg(unix)]
#[test]
fn a_file_that_cannot_be_written_is_a_failure_and_stays() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = folder(&[("a.policy", TYPED)]);
    let path: &Path = &folder.path().join("a.policy");
    fs::set_permissions(path, fs::Permissions::from_mode(0o444)).unwrap();
    let run = avouch(&folder, &["check", "--fix"], None);
    assert_eq!((run.code, run.out.as_str()), (2, ""));
    assert!(run.err.starts_with("error: `a.policy` cannot be written"), "{}", run.err);
    assert_eq!(read(&folder, "a.policy"), TYPED);
}

#[cfg(unix)]
#[test]
fn where_one_file_cannot_be_written_none_is() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = folder(&[("a.policy", TYPED), ("b.policy", &TYPED.replace("policy a", "policy b"))]);
    fs::set_permissions(folder.path().join("b.policy"), fs::Permissions::from_mode(0o444)).unwrap();
    let run = avouch(&folder, &["check", "--fix"], None);
    assert_eq!(
        run.err,
        "error: `b.policy` cannot be written: it may only be read\n  help: no file was changed; run the command again when it can be written\n"
    );
    assert_eq!(read(&folder, "a.policy"), TYPED);
}

#[test]
fn a_wrong_option_is_answered_in_two_lines() {
    let folder = folder(&[]);
    let run = avouch(&folder, &["check", "--fixx"], None);
    assert_eq!(
        (run.code, run.out.as_str(), run.err.as_str()),
        (2, "", "error: there is no option `--fixx`\n  help: did you mean `--fix`?\n")
    );
}
