//! The command line from outside: the real program, its two streams and its exit codes.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[path = "cli/environment.rs"]
mod environment;
#[path = "cli/layout.rs"]
mod layout;
#[path = "cli/untried.rs"]
mod untried;

use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use tempfile::TempDir;

/// A policy that nothing is wrong with.
const GOOD: &str = "policy small \"Small\" {\n  edition 2026\n  written in en\n}\n";
/// A file that is not text in UTF-8, which is a finding whatever the language says.
const BAD: &[u8] = b"policy small \"Caf\xe9\" {\n}\n";

struct Run {
    code: i32,
    out: String,
    err: String,
}

/// A fresh folder with these files; a `.git` makes it a repository, as ignore rules expect.
fn folder(files: &[(&str, &[u8])]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (path, bytes) in files {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    folder
}

fn command(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_avouch"));
    command.args(arguments).current_dir(folder).env_clear().stdin(Stdio::null());
    command
}

fn finish(mut command: Command, folder: &Path) -> Run {
    let output = command.output().unwrap();
    let text = |bytes: Vec<u8>| {
        let text = String::from_utf8(bytes).unwrap().replace(folder.to_str().unwrap(), "DIR");
        // How long a run took is the only thing that differs from run to run.
        text.lines().flat_map(|line| [without_time(line), "\n"]).collect::<String>()
    };
    Run { code: output.status.code().unwrap(), out: text(output.stdout), err: text(output.stderr) }
}

fn without_time(line: &str) -> &str {
    match line.rfind(" (") {
        Some(at) if line.ends_with(" ms)") => &line[..at],
        Some(_) | None => line,
    }
}

fn avouch(folder: &TempDir, arguments: &[&str]) -> Run {
    finish(command(folder.path(), arguments), folder.path())
}

/// Expects that a command could not be carried out, with nothing on standard output.
#[track_caller]
fn fails(folder: &TempDir, arguments: &[&str], expected: &str) {
    let run = avouch(folder, arguments);
    assert_eq!((run.code, run.out.as_str(), run.err.as_str()), (2, "", expected));
}

#[test]
fn a_good_policy_is_all_good() {
    let folder = folder(&[("a.policy", GOOD.as_bytes()), ("sub/b.policy", GOOD.as_bytes())]);
    let run = avouch(&folder, &["check"]);
    assert_eq!((run.code, run.out.as_str()), (0, ""), "{}", run.err);
    assert!(run.err.starts_with("2 policies") && run.err.ends_with(": all good\n"), "{}", run.err);
    assert_eq!(
        avouch(&folder, &["check", "a.policy", "./a.policy", "."]).err,
        run.err,
        "each file counts once"
    );
}

#[test]
fn a_finding_is_shown_and_fails_the_check() {
    let folder = folder(&[("a.policy", BAD)]);
    let run = avouch(&folder, &["check"]);
    assert_eq!(run.code, 1);
    insta::assert_snapshot!(run.out);
    assert_eq!(run.err, "1 error in 1 policy\n");
}

#[test]
fn concise_is_one_line_each_and_names_the_file_from_here() {
    let folder = folder(&[("b/x.policy", BAD), ("a/y.policy", BAD)]);
    let run = avouch(&folder, &["check", "--format", "concise", folder.path().to_str().unwrap()]);
    assert_eq!(
        run.out,
        "a/y.policy:1:18: error[unreadable-file] `a/y.policy` is not text in UTF-8: byte 18, in line 1, begins no character\n\
         b/x.policy:1:18: error[unreadable-file] `b/x.policy` is not text in UTF-8: byte 18, in line 1, begins no character\n"
    );
    assert_eq!(run.code, 1);
}

#[test]
fn json_stands_alone_on_standard_output() {
    let folder = folder(&[("a.policy", BAD)]);
    let run = avouch(&folder, &["check", "--format=json"]);
    assert_eq!((run.code, run.err.as_str()), (1, ""));
    let report: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(report["format"], "avouch/findings");
    assert_eq!(report["summary"]["errors"], 1);
    assert_eq!(report["findings"][0]["start"], serde_json::json!({ "line": 1, "column": 18 }));
}

#[test]
fn people_see_at_most_so_many_findings() {
    let folder = folder(&[("a.policy", BAD), ("b.policy", BAD), ("c.policy", BAD)]);
    let run = avouch(&folder, &["check", "--format=concise", "--max-findings", "1"]);
    assert_eq!(run.out.lines().count(), 1);
    assert_eq!(run.err, "and 2 more (`--max-findings 0` shows all)\n3 errors in 3 policies\n");
    assert_eq!(avouch(&folder, &["check", "--format=concise", "--max-findings=0"]).out.lines().count(), 3);
}

#[test]
fn standard_input_is_checked_under_its_name() {
    let folder = folder(&[(
        "avouch.toml",
        b"[[folder]]\npath = \"drafts\"\nlevels = { unreadable-file = \"advice\" }\n",
    )]);
    fs::create_dir(folder.path().join("drafts")).unwrap();
    let check = |arguments: &[&str]| {
        let mut command = command(folder.path(), arguments);
        let mut child =
            command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        child.stdin.take().unwrap().write_all(BAD).unwrap();
        let output = child.wait_with_output().unwrap();
        (output.status.code().unwrap(), String::from_utf8(output.stdout).unwrap())
    };
    let (code, out) = check(&["check", "--format=concise", "-"]);
    assert_eq!(code, 1);
    assert!(out.starts_with("stdin.policy:1:18: error[unreadable-file] "), "{out}");
    let (code, out) = check(&["check", "--format=concise", "-", "--stdin-filename", "drafts/new.policy"]);
    assert_eq!(code, 0);
    assert!(out.starts_with("drafts/new.policy:1:18: advice[unreadable-file] "), "{out}");

    fails(
        &folder,
        &["check", "-", "a.policy"],
        "error: `-` stands alone\n  help: check standard input and files one after the other\n",
    );
    fails(
        &folder,
        &["check", "-", "--stdin-filename", "none/a.policy"],
        "error: there is no folder `none`\n  help: `--stdin-filename` is a path in a folder that exists\n",
    );
}

#[test]
fn hidden_and_ignored_files_are_left_out_unless_named() {
    let files: &[(&str, &[u8])] = &[
        (".git/HEAD", b""),
        (".gitignore", b"ignored/\n"),
        ("ignored/a.policy", BAD),
        (".hidden/a.policy", BAD),
        ("notes.txt", BAD),
        ("good.policy", GOOD.as_bytes()),
    ];
    let folder = folder(files);
    assert_eq!(avouch(&folder, &["check"]).out, "");
    assert_eq!(avouch(&folder, &["check", "ignored/a.policy"]).code, 1);
}

#[cfg(unix)]
#[test]
fn links_neither_loop_nor_repeat_nor_lead_out() {
    let outside = folder(&[("secret.policy", GOOD.as_bytes())]);
    let folder = folder(&[("sub/a.policy", GOOD.as_bytes()), ("avouch.toml", b"")]);
    let link = |to: &Path, name: &str| std::os::unix::fs::symlink(to, folder.path().join(name)).unwrap();
    link(Path::new(".."), "sub/loop");
    link(Path::new("sub/a.policy"), "same.policy");
    let run = avouch(&folder, &["check"]);
    assert_eq!(run.code, 0, "{}{}", run.out, run.err);
    assert!(run.err.starts_with("1 policy"), "{}", run.err);

    link(&outside.path().join("secret.policy"), "out.policy");
    let run = avouch(&folder, &["check", "--format=concise"]);
    assert_eq!(
        run.out,
        "out.policy:1:1: error[unreadable-file] `out.policy` leads outside the workspace by a link\n"
    );
    assert_eq!(run.code, 2);
}

#[test]
fn paths_that_mean_nothing_are_said_plainly() {
    let folder = folder(&[("empty/readme.txt", b"")]);
    fails(&folder, &["check", "none.policy"], "error: there is no file or folder `none.policy`\n");
    fails(
        &folder,
        &["check", "empty"],
        "error: there is no policy in `empty`\n  help: a policy is a file whose name ends in `.policy`; hidden and git-ignored files are left out\n",
    );
    fails(
        &folder,
        &["check"],
        "error: there is no policy in `.`\n  help: a policy is a file whose name ends in `.policy`; hidden and git-ignored files are left out\n",
    );
    fails(
        &folder,
        &["rules", "empty"],
        "error: `empty` is a folder\n  help: name one policy file, or use `avouch build`\n",
    );
}

#[test]
fn usage_faults_end_with_code_two() {
    let folder = folder(&[]);
    let run = avouch(&folder, &["chekc"]);
    assert_eq!(run.code, 2);
    assert_eq!(run.err, "error: there is no command `chekc`\n  help: did you mean `check`?\n");
    assert_eq!(avouch(&folder, &["check", "--format", "loud"]).code, 2);
    assert_eq!(avouch(&folder, &[]).code, 2);
}

#[test]
fn only_commands_that_exist_are_listed() {
    let run = avouch(&folder(&[]), &["--help"]);
    assert_eq!(run.code, 0);
    insta::assert_snapshot!(run.out);
}

#[test]
fn the_version_names_the_time_zones() {
    let run = avouch(&folder(&[]), &["--version"]);
    assert_eq!(run.code, 0);
    assert!(
        run.out.starts_with(concat!("avouch ", env!("CARGO_PKG_VERSION"), " (time zones 20")),
        "{}",
        run.out
    );
}

#[test]
fn settings_are_found_upward_and_faults_in_them_stop_everything() {
    let folder = folder(&[("avouch.toml", b"fail_on = \"advice\"\n"), ("p/a.policy", GOOD.as_bytes())]);
    fails(
        &folder,
        &["check", "p"],
        "error: `fail_on` is not a setting\n  ╭─[avouch.toml:1:1]\n1 │ fail_on = \"advice\"\n  · ───┬───\n  ·    ╰── did you mean `fail-on`?\n  ╰────\n  more: avouch explain unknown-setting\n\nerror: the settings in `avouch.toml` cannot be used\n",
    );
}

#[test]
fn a_folder_with_settings_of_its_own_is_a_workspace_of_its_own() {
    let levels = |level: &str| format!("[levels]\nunreadable-file = \"{level}\"\n").into_bytes();
    let (outer, nearer) = (levels("warning"), levels("advice"));
    let files: &[(&str, &[u8])] = &[
        ("avouch.toml", &outer),
        ("a.policy", BAD),
        ("deep/b.policy", BAD),
        ("deep/own/avouch.toml", &nearer),
        ("deep/own/sub/c.policy", BAD),
    ];
    let run = avouch(&folder(files), &["check", "--format=concise"]);
    let starts: Vec<&str> = run.out.lines().filter_map(|line| line.split('[').next()).collect();
    let expected =
        ["a.policy:1:18: warning", "deep/b.policy:1:18: warning", "deep/own/sub/c.policy:1:18: advice"];
    assert_eq!(starts, expected);
}

#[cfg(target_os = "linux")]
#[test]
fn what_the_system_refuses_is_said_in_its_words() {
    use std::os::unix::ffi::OsStrExt as _;

    let folder = folder(&[("a.policy", GOOD.as_bytes())]);
    fails(&folder, &["check", "a.policy/b"], "error: `a.policy/b` cannot be read: not a directory\n");
    fs::write(folder.path().join(std::ffi::OsStr::from_bytes(b"\xff.policy")), GOOD).unwrap();
    fails(&folder, &["check"], "error: the name of `./\u{fffd}.policy` is not text in UTF-8\n");
    let mut command = command(folder.path(), &["check", "-"]);
    command.stdin(fs::File::open("/dev/zero").unwrap());
    assert_eq!(finish(command, folder.path()).err, "error: standard input has more than 16 MB\n");
}

#[test]
fn a_dumb_terminal_gets_ascii() {
    let folder = folder(&[("a.policy", BAD)]);
    let mut command = command(folder.path(), &["check"]);
    command.env("TERM", "dumb");
    let run = finish(command, folder.path());
    assert!(run.out.is_ascii() && run.out.contains(",-[a.policy:1:18]"), "{}", run.out);
}

#[cfg(unix)]
#[test]
fn a_reader_that_goes_away_ends_the_output_silently() {
    let files: Vec<(String, &[u8])> = (0..2_000).map(|index| (format!("{index}.policy"), BAD)).collect();
    let files: Vec<(&str, &[u8])> = files.iter().map(|(path, bytes)| (path.as_str(), *bytes)).collect();
    let folder = folder(&files);
    let mut command = command(folder.path(), &["check", "--max-findings=0"]);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    let err = String::from_utf8(output.stderr).unwrap();
    assert_eq!(without_time(err.trim_end()), "2000 errors in 2000 policies");
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_behind_standard_output_is_a_failure() {
    let folder = folder(&[("a.policy", BAD)]);
    let mut command = command(folder.path(), &["check"]);
    let full = fs::File::options().write(true).open("/dev/full").unwrap();
    let output = command.stdout(full).stderr(Stdio::piped()).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    let err = String::from_utf8(output.stderr).unwrap();
    assert!(err.ends_with("error: standard output cannot be written: no space left on device\n"), "{err}");
}

#[test]
fn a_failing_build_leaves_the_last_one_standing() {
    let folder = folder(&[("p/a.policy", GOOD.as_bytes())]);
    let run = avouch(&folder, &["build", "p", "-o", "out"]);
    assert_eq!((run.code, run.out.as_str()), (0, ""), "{}", run.err);
    let before = snapshot(&folder.path().join("out"));
    fs::write(folder.path().join("p/b.policy"), BAD).unwrap();
    let run = avouch(&folder, &["build", "p", "-o", "out"]);
    assert_eq!(run.code, 1);
    assert_eq!(
        run.err,
        "1 error in 2 policies\nnothing was written to out: there are errors in p/b.policy\n"
    );
    assert!(run.out.starts_with("error: `p/b.policy` is not text in UTF-8"), "{}", run.out);
    assert_eq!(snapshot(&folder.path().join("out")), before);
}

#[test]
fn what_cannot_be_built_as_asked_for_is_not_called_good_first() {
    let folder = folder(&[("a.policy", GOOD.as_bytes())]);
    let help = "error: a.policy has no audience `staff`\n  help: it has `public`, `internal`; your own people are `internal`\n";
    fails(&folder, &["build", "a.policy", "--audience", "staff"], help);
    let help = "error: a.policy is not written in `xx`\n  help: it is written in `en`\n";
    fails(&folder, &["build", "a.policy", "--language", "xx"], help);
    assert!(!folder.path().join("site").exists());
}

#[test]
fn a_build_goes_where_it_is_told() {
    let folder = folder(&[("avouch.toml", b"output = \"public/docs\"\n"), ("p/a.policy", GOOD.as_bytes())]);
    assert!(avouch(&folder, &["build", "p"]).err.contains("public/docs: "));
    assert!(folder.path().join("public/docs").is_dir());
    let mut command = command(folder.path(), &["build", "p"]);
    command.env("AVOUCH_OUTPUT", "elsewhere");
    assert!(finish(command, folder.path()).err.contains("elsewhere: "));
    fs::write(folder.path().join("taken"), "").unwrap();
    let run = avouch(&folder, &["build", "p", "-o", "taken"]);
    assert_eq!(run.code, 2);
    assert!(
        run.err.ends_with("error: `taken` is not a folder, so a build cannot be written to `taken`\n  help: move it away, or build into another folder with `-o`\n"),
        "{}",
        run.err
    );
}

#[test]
fn a_build_without_a_folder_named_goes_to_site() {
    let folder = folder(&[("a.policy", GOOD.as_bytes())]);
    assert!(avouch(&folder, &["build"]).err.contains("site: "));
}

#[test]
fn a_policy_with_errors_has_no_rule_set() {
    let folder = folder(&[("a.policy", BAD)]);
    let run = avouch(&folder, &["rules", "a.policy"]);
    assert_eq!((run.code, run.out.as_str()), (1, ""));
    assert!(run.err.starts_with("error: `a.policy` is not text in UTF-8"), "{}", run.err);
    assert!(run.err.ends_with("there is no rule set: a.policy has errors\n"), "{}", run.err);
}

#[test]
fn a_rule_is_explained_and_all_are_listed() {
    let folder = folder(&[]);
    let run = avouch(&folder, &["explain", "wrong-setting"]);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    insta::assert_snapshot!(run.out);
    let run = avouch(&folder, &["explain"]);
    assert_eq!(run.code, 0);
    assert!(
        run.out.lines().any(|line| line.starts_with("unknown-word ") && line.contains("error")),
        "{}",
        run.out
    );
    fails(
        &folder,
        &["explain", "wrong-seting"],
        "error: there is no finding named `wrong-seting`\n  help: did you mean `wrong-setting`?\n",
    );
    fails(
        &folder,
        &["explain", "wombat"],
        "error: there is no finding named `wombat`\n  help: `avouch explain` lists all findings\n",
    );
}

/// Paths, texts and times of everything in a folder.
fn snapshot(folder: &Path) -> Vec<(String, Vec<u8>, std::time::SystemTime)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(snapshot(&path));
        } else {
            let modified = fs::metadata(&path).unwrap().modified().unwrap();
            found.push((path.display().to_string(), fs::read(&path).unwrap(), modified));
        }
    }
    found.sort();
    found
}

#[test]
fn a_profile_is_asked_for_on_the_command_line_in_the_environment_or_in_the_settings() {
    let policy = "policy a \"A\" {\n  timezone Europe/Amsterdam\n}\nseverity high \"High\"\n\
                  commitment reply \"Reply\" {\n  from received\n  until responded\n  within ?\n}\n";
    let folder = folder(&[("a.policy", policy.as_bytes())]);
    let found = |arguments: &[&str], variables: &[(&str, &str)]| {
        let mut command = command(folder.path(), &[&["check", "--format=concise"], arguments].concat());
        command.envs(variables.iter().copied());
        finish(command, folder.path()).out
    };
    let level =
        |text: &str| text.split_once(": ").map(|(_, rest)| rest.split('[').next().unwrap().to_owned());
    assert_eq!(level(&found(&[], &[])).as_deref(), Some("warning"));
    assert_eq!(level(&found(&["--profile=minimal"], &[])), None);
    assert_eq!(level(&found(&["--profile=publishable"], &[])).as_deref(), Some("error"));
    assert_eq!(level(&found(&[], &[("AVOUCH_PROFILE", "publishable")])).as_deref(), Some("error"));
    let minimal = found(&["--profile=minimal"], &[("AVOUCH_PROFILE", "publishable")]);
    assert_eq!(minimal, "");
    fs::write(folder.path().join("avouch.toml"), "profile = \"publishable\"\n").unwrap();
    assert_eq!(level(&found(&[], &[])).as_deref(), Some("error"));
    assert_eq!(level(&found(&["--profile=recommended"], &[])).as_deref(), Some("warning"));
    let build = avouch(&folder, &["build"]);
    assert_eq!(build.code, 1, "what must not be published is not: {}", build.err);
    assert!(!folder.path().join("site").exists());
    assert_eq!(avouch(&folder, &["build", "--profile=recommended"]).code, 0);
    fails(
        &folder,
        &["check", "--profile", "strikt"],
        "error: `strikt` is no value of `--profile`\n  help: did you mean `strict`?\n",
    );
}
