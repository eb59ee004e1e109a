//! A check with a cache says what a check without one says, whatever has happened meanwhile; and `--watch`.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

use tempfile::TempDir;

const COUNT: usize = 40;
const CACHE: &str = ".avouch-cache/check";
const DETAILS: &str = ".avouch-cache/details";

fn policy(number: usize, promise: &str) -> String {
    format!(
        "use \"lent.policy\"\npolicy p{number} \"P\" {{\n  timezone Europe/Amsterdam\n}}\nseverity high \"High\"\n\
         commitment reply \"Reply\" {{\n  from received\n  until responded\n  within {promise}\n}}\n\
         channel mail \"Mail\" {{ address \"a@b.example\"; open office }}\n"
    )
}

/// Only what these tests speak of is found, so that new rules change nothing here.
const SETTINGS: &str = "fail-on = \"warning\"\nprofile = \"minimal\"\n[levels]\nunfilled = \"warning\"\n";

const LENT: &str = "calendar office \"Office hours\" { open Mon..Fri 09:00..17:00; closed on holidays NL }\n";

/// Many policies, every tenth with a promise that is not filled in, the first with one that is excused.
fn workspace() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for number in 0..COUNT {
        let promise = match number {
            0 => "? # avouch: allow(unfilled) reason: sales decides in May",
            number if number % 10 == 0 => "?",
            _ => "4 hours",
        };
        write(folder.path(), &format!("p{number}.policy"), &policy(number, promise));
    }
    write(folder.path(), "lent.policy", LENT);
    write(folder.path(), "avouch.toml", SETTINGS);
    folder
}

fn write(folder: &Path, path: &str, text: &str) {
    fs::write(folder.join(path), text).unwrap();
}

/// The exit code, what is found, and what is said of the run, with and without the cache.
fn both(folder: &Path, arguments: &[&str]) -> [(i32, String, String); 2] {
    [&[][..], &["--no-cache"]].map(|more| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_avouch"));
        command.args(["check", "--format=json"]).args(arguments).args(more);
        command.current_dir(folder).env_clear().env("AVOUCH_TODAY", "2026-11-22").stdin(Stdio::null());
        let output = command.output().unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
    })
}

#[track_caller]
fn same(folder: &Path, arguments: &[&str]) -> String {
    let [with, without] = both(folder, arguments);
    assert_eq!(with, without);
    with.1
}

fn unfilled(report: &str) -> usize {
    report.matches("\"rule\": \"unfilled\"").count()
}

#[test]
fn whatever_changes_is_seen() {
    let folder = workspace();
    let at = folder.path();
    assert_eq!(unfilled(&same(at, &[])), 4);
    assert!(at.join(CACHE).is_file());
    assert_eq!(unfilled(&same(at, &[])), 4, "nothing has changed");
    write(at, "p1.policy", &policy(1, "?"));
    assert_eq!(unfilled(&same(at, &[])), 5, "a policy is edited");
    write(at, "lent.policy", &LENT.replace("open Mon", "opn Mon"));
    assert!(same(at, &[]).contains("unknown-word"), "a file that others use is edited");
    write(at, "lent.policy", LENT);
    write(at, "new.policy", &policy(99, "?"));
    assert_eq!(unfilled(&same(at, &[])), 6, "a policy is new");
    fs::remove_file(at.join("new.policy")).unwrap();
    fs::rename(at.join("p1.policy"), at.join("q1.policy")).unwrap();
    assert_eq!(unfilled(&same(at, &[])), 5, "one is gone, one has another name");
    fs::remove_file(at.join("lent.policy")).unwrap();
    assert!(same(at, &[]).contains("unreadable-file"), "a file that others use is gone");
    write(at, "lent.policy", LENT);
    assert_eq!(unfilled(&same(at, &[])), 5, "and back again");
    write(at, "avouch.toml", "[levels]\nunfilled = \"error\"\n");
    assert!(same(at, &[]).contains("\"level\": \"error\""), "settings are other ones");
    write(at, "avouch.toml", "");
    assert_eq!(unfilled(&same(at, &["--profile=minimal"])), 0, "and so is the profile");
}

#[test]
fn what_is_remembered_is_used() {
    let folder = workspace();
    let at = folder.path();
    for number in 0..COUNT {
        write(at, &format!("p{number}.policy"), &policy(number, "4 hours"));
    }
    same(at, &[]);
    let text = fs::read_to_string(at.join(CACHE)).unwrap();
    let counts = "\u{1f}0 0 2 1 1 0 0 0 0 0\u{1f}";
    assert_eq!(text.matches(counts).count(), COUNT);
    write(at, CACHE, &text.replace(counts, "\u{1f}0 0 2 1 7 0 0 0 0 0\u{1f}"));
    let said = |arguments: &[&str]| seen(at, arguments).1;
    assert!(said(&[]).contains("280 promises"), "{}", said(&[]));
    assert!(said(&["--no-cache"]).contains("40 promises"));
}

#[test]
fn what_was_found_is_not_believed_where_its_file_is_not_as_it_was_left() {
    let folder = workspace();
    let at = folder.path();
    let good = same(at, &[]);
    let details = fs::read_to_string(at.join(DETAILS)).unwrap();
    for broken in [
        String::new(),
        details[..details.len() / 2].to_owned(),
        format!("[]\n{details}"),
        details.replace("is not filled in yet", "is remembered"),
        details.replace("\"code\"", "\"kode\""),
    ] {
        write(at, DETAILS, &broken);
        assert_eq!(same(at, &[]), good);
        assert_eq!(same(at, &[]), good, "and what was written since is right");
    }
    fs::remove_file(at.join(DETAILS)).unwrap();
    assert_eq!(same(at, &[]), good);
    fs::remove_file(at.join(CACHE)).unwrap();
    assert_eq!(same(at, &[]), good);
}

#[test]
fn what_is_of_no_use_any_more_goes() {
    let folder = workspace();
    let at = folder.path();
    let long = |round: usize| {
        let lines: Vec<String> = (0..200).map(|line| format!("wombat{round} w{line} \"W\"\n")).collect();
        policy(1, "?") + &lines.concat()
    };
    let mut lengths = Vec::new();
    for round in 0..12 {
        write(at, "p1.policy", &long(round));
        same(at, &[]);
        lengths.push(fs::metadata(at.join(DETAILS)).unwrap().len());
    }
    assert!(lengths.windows(2).any(|pair| pair[1] < pair[0]), "it only grows: {lengths:?}");
}

#[test]
fn a_cache_that_makes_no_sense_is_made_anew() {
    let folder = workspace();
    let at = folder.path();
    let good = same(at, &[]);
    let cache = fs::read_to_string(at.join(CACHE)).unwrap();
    let without = |line: usize| {
        let kept = cache.split_inclusive('\n').enumerate().filter(|(at, _)| *at != line);
        kept.map(|(_, line)| line).collect::<String>()
    };
    for broken in [
        String::new(),
        "{".to_owned(),
        cache[..cache.len() / 2].to_owned(),
        without(cache.lines().count() - 1),
        without(20),
        cache.replace("avouch/cache 4", "avouch/cache 3"),
        cache.replace("avouch/cache 4 ", "avouch/cache 4 0"),
        cache.replace("unfilled", "wombat"),
        cache.replace(" warning ", " grave "),
    ] {
        write(at, CACHE, &broken);
        assert_eq!(same(at, &[]), good);
        let anew = fs::read_to_string(at.join(CACHE)).unwrap();
        assert!(anew.contains("\nend 41 "), "a whole one takes its place, or what was broken is said again");
        assert_eq!(same(at, &[]), good);
    }
}

#[test]
fn what_changes_is_added_until_it_is_much() {
    let folder = workspace();
    let at = folder.path();
    same(at, &[]);
    let read = || fs::read_to_string(at.join(CACHE)).unwrap();
    let (first, mut rewritten, mut small) = (read(), 0, 0);
    let mut before = first.clone();
    for round in 0..90 {
        write(at, "p1.policy", &policy(1, if round % 2 == 0 { "? # wait" } else { "5 hours" }));
        let found = unfilled(&seen(at, &["--format=json"]).0);
        assert_eq!(found, if round % 2 == 0 { 5 } else { 4 }, "round {round}");
        let now = read();
        if now.starts_with(&before) {
            small += usize::from(now.len() - before.len() < 1000);
            assert!(now.len() < 4 * first.len(), "round {round}");
        } else {
            rewritten += 1;
        }
        before = now;
    }
    assert!((1..=4).contains(&rewritten), "{rewritten} times");
    // Once all lines change: the files were written just before the first check, which does not trust their times.
    assert!(small >= 80, "{small} times");
    // A line that was cut off is no line.
    write(at, CACHE, &before[..before.len() - 3]);
    assert_eq!(unfilled(&same(at, &[])), 4);
}

/// What is printed and what is said of the run, but for how long it took.
fn seen(folder: &Path, arguments: &[&str]) -> (String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_avouch"));
    command.arg("check").args(arguments).current_dir(folder).env_clear().env("AVOUCH_TODAY", "2026-11-22");
    let output = command.stdin(Stdio::null()).output().unwrap();
    let err = String::from_utf8(output.stderr).unwrap();
    let err = err.lines().map(|line| line.split(" (").next().unwrap()).collect::<Vec<_>>().join("\n");
    (String::from_utf8(output.stdout).unwrap(), err)
}

#[test]
fn people_see_the_same_however_little_of_it_is_read() {
    let folder = workspace();
    let at = folder.path();
    write(
        at,
        "p7.policy",
        &policy(7, "4 hours").replace("severity high", "severity high \"High\"\nseverity hihg"),
    );
    write(at, "p8.policy", &policy(8, "4 hours").replace("mail \"Mail\"", "mail 'Mail'"));
    for form in ["concise", "pretty"] {
        for most in ["1", "2", "3", "100", "0"] {
            let arguments = ["--format", form, "--max-findings", most];
            let with = [0, 1].map(|_| seen(at, &arguments));
            let without = seen(at, &[&arguments[..], &["--no-cache"]].concat());
            assert_eq!(with, [without.clone(), without], "{arguments:?}");
        }
    }
    assert!(seen(at, &["--max-findings=1"]).1.contains("1 excused"));
}

#[test]
fn what_differs_between_policies_is_seen_with_a_cache_too() {
    let folder = workspace();
    let at = folder.path();
    let settings = format!("{SETTINGS}differing-hours = \"warning\"\n");
    write(at, "avouch.toml", &settings);
    let desk = |number: usize, until: &str| {
        let text = policy(number, "4 hours")
            .replace("timezone Europe/Amsterdam", "timezone Europe/Amsterdam\n  publisher \"N\"");
        let text = text.replace("use \"lent.policy\"\n", "");
        format!(
            "{text}calendar office \"Office hours\" {{ open Mon..Fri 09:00..{until}; closed on holidays NL }}\n"
        )
    };
    write(at, "p1.policy", &desk(1, "17:00"));
    write(at, "p2.policy", &desk(2, "17:00"));
    let differing = |report: &str| report.matches("\"rule\": \"differing-hours\"").count();
    for round in 0..2 {
        assert_eq!(differing(&same(at, &[])), 0, "round {round}");
    }
    write(at, "p2.policy", &desk(2, "18:00"));
    for round in 0..2 {
        assert_eq!(differing(&same(at, &[])), 1, "round {round}");
    }
    let with = seen(at, &["--format=concise", "--max-findings=1"]);
    assert_eq!(with, seen(at, &["--format=concise", "--max-findings=1", "--no-cache"]));
    write(at, "p1.policy", &desk(1, "18:00"));
    assert_eq!(differing(&same(at, &[])), 0);
}

#[test]
fn where_it_cannot_be_kept_it_is_done_without() {
    let folder = workspace();
    let at = folder.path();
    write(at, ".avouch-cache", "somebody's file");
    same(at, &[]);
    assert_eq!(fs::read_to_string(at.join(".avouch-cache")).unwrap(), "somebody's file");
}

#[test]
fn a_check_of_a_part_does_not_forget_the_rest() {
    let folder = workspace();
    let at = folder.path();
    same(at, &[]);
    let names: Vec<String> = (0..35).map(|number| format!("p{number}.policy")).collect();
    let part: Vec<&str> = names.iter().map(String::as_str).collect();
    write(at, "p1.policy", &policy(1, "?"));
    same(at, &part);
    assert!(fs::read_to_string(at.join(CACHE)).unwrap().contains("p39.policy"));
    assert_eq!(unfilled(&same(at, &[])), 5);
}

#[test]
fn it_stays_out_of_version_control_and_small_runs_leave_none() {
    let folder = workspace();
    let at = folder.path();
    same(at, &["p0.policy", "p1.policy"]);
    assert!(!at.join(".avouch-cache").exists());
    same(at, &[]);
    assert_eq!(fs::read_to_string(at.join(".avouch-cache/.gitignore")).unwrap(), "*\n");
    assert_eq!(fs::read_dir(at.join(".avouch-cache")).unwrap().count(), 4, "no stage is left");
}

#[test]
fn watching_checks_again_after_each_change() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    write(at, "avouch.toml", SETTINGS);
    write(at, "lent.policy", LENT);
    write(at, "a.policy", &policy(1, "4 hours"));
    let mut command = Command::new(env!("CARGO_BIN_EXE_avouch"));
    command.args(["check", "--watch", "--format=concise", "a.policy"]).current_dir(at).env_clear();
    let mut child =
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut out = BufReader::new(child.stdout.take().unwrap()).lines();
    let mut err = BufReader::new(child.stderr.take().unwrap()).lines();
    let mut said_until = |words: &str| {
        let mut said = Vec::new();
        loop {
            let line = err.next().unwrap().unwrap();
            said.push(line.clone());
            if line.contains(words) {
                return said.join("\n");
            }
        }
    };
    assert_eq!(said_until("watching").lines().last(), Some("watching 3 files; Ctrl-C ends"));
    write(at, "a.policy", &policy(1, "?"));
    let said = said_until("watching");
    assert!(said.contains("a.policy has changed") && said.contains("1 warning"), "{said}");
    assert!(out.next().unwrap().unwrap().contains("warning[unfilled]"));
    // A file that it uses, and one that is gone and comes back.
    write(at, "lent.policy", &LENT.replace("open Mon", "opn Mon"));
    assert!(said_until("watching").contains("lent.policy has changed"));
    fs::remove_file(at.join("lent.policy")).unwrap();
    assert!(said_until("watching").contains("1 error"));
    write(at, "lent.policy", LENT);
    assert!(said_until("watching").contains("1 warning"));
    // Settings that are broken in one way and then in another.
    write(at, "avouch.toml", "profil = \"strict\"\n");
    assert!(said_until("watching").contains("`profil` is not a setting"));
    write(at, "avouch.toml", "levls = 1\n");
    assert!(said_until("watching").contains("`levls` is not a setting"));
    write(at, "avouch.toml", SETTINGS);
    assert!(said_until("watching").contains("1 warning"));
    child.kill().unwrap();
    child.wait().unwrap();
}

#[test]
fn standard_input_and_fixes_cannot_be_watched() {
    let folder = tempfile::tempdir().unwrap();
    for arguments in [["--watch", "-"], ["--watch", "--fix"]] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_avouch"));
        command.arg("check").args(arguments).current_dir(folder.path()).env_clear().stdin(Stdio::null());
        assert_eq!(command.output().unwrap().status.code(), Some(2));
    }
}
