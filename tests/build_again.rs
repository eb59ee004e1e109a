//! A build after a build: what has not changed is not made again, and whatever changed, the folder holds what a build from
//! scratch would have written, and people are shown the same.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop where the tool may not")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use tempfile::TempDir;

/// What a build remembers; everything else in the folder is the same for the same input.
const RECORD: &str = ".avouch-record.json";
const LIST: &str = ".avouch-build.json";

/// A policy of two promises that uses a shared file.
fn policy(name: &str, title: &str, more: &str) -> String {
    format!(
        r#"use "shared.policy"
policy {name} "{title}" {{
  written in en
  timezone   Europe/Amsterdam
  business hours office
}}
commitment first-response "First response" {{
  from   received
  until  responded
  within 2 business days
  except within 4 business hours when severity is high
}}
{more}"#
    )
}

fn shared(opening: &str) -> String {
    format!(
        r#"calendar office "Office hours" {{
  open Mon..Fri {opening}..17:00
  closed on holidays NL
}}
severity high "High" {{ means "Nobody can work." }}
severity low "Low" {{ means "Somebody is in doubt." }}
"#
    )
}

fn put(folder: &TempDir, path: &str, text: &str) {
    let path = folder.path().join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

/// A folder of three policies that use one file.
fn workspace() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    put(&folder, "avouch.toml", "");
    put(&folder, "p/shared.policy", &shared("09:00"));
    for name in ["a", "b", "c"] {
        put(&folder, &format!("p/{name}.policy"), &policy(name, name, ""));
    }
    folder
}

/// How a build ended: its exit code and both streams, without what differs from run to run and from folder to folder.
#[derive(Debug, PartialEq)]
struct Ended {
    code: i32,
    shown: String,
    /// `3 written, 4 unchanged`, if it came to that.
    written: Option<String>,
}

fn build(folder: &TempDir, into: &str, more: &[&str]) -> Ended {
    build_of(folder, "p", into, more)
}

fn build_of(folder: &TempDir, path: &str, into: &str, more: &[&str]) -> Ended {
    let mut command = Command::new(env!("CARGO_BIN_EXE_avouch"));
    command.args(["build", path, "-o", into]).args(more);
    command.current_dir(folder.path()).env_clear().stdin(Stdio::null());
    let output = command.output().unwrap();
    let mut shown = String::from_utf8(output.stdout).unwrap();
    let mut written = None;
    for line in String::from_utf8(output.stderr).unwrap().lines() {
        if let Some(said) = line.strip_prefix(&format!("{into}: ")) {
            written = Some(said.to_owned());
        } else if written.is_none() {
            let line = if line.ends_with(" ms)") { line.rsplit_once(" (").unwrap().0 } else { line };
            shown += &line.replace(into, "FOLDER");
            shown.push('\n');
        }
    }
    Ended { code: output.status.code().unwrap(), shown, written }
}

/// What stands in a folder, without the record.
fn contents(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let Ok(entries) = fs::read_dir(folder) else { return BTreeMap::new() };
    let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    names
        .filter(|name| name != RECORD)
        .map(|name| {
            let bytes = fs::read(folder.join(&name)).unwrap();
            (name, bytes)
        })
        .collect()
}

/// Numbers that look random and are the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % end
    }

    fn of<'a>(&mut self, words: &[&'a str]) -> &'a str {
        words[self.below(words.len())]
    }
}

/// One thing that people do between two builds; options for the next build come back.
fn change(folder: &TempDir, dice: &mut Dice, by_hand: &mut BTreeSet<String>) -> Vec<&'static str> {
    let name = dice.of(&["a", "b", "c", "d"]);
    let path = format!("p/{name}.policy");
    let site = folder.path().join("site");
    match dice.below(13) {
        0 => put(folder, &path, &policy(name, dice.of(&["One", "Two", "Six"]), "")),
        // Of the same length as before, and of another.
        1 => put(folder, "p/shared.policy", &shared(dice.of(&["08:00", "09:00", "07:30"]))),
        // With a piece of advice, and with an error.
        2 => put(folder, &path, &policy(name, name, "").replace("except within", "within")),
        3 => {
            put(folder, &path, &policy(name, name, "commitment first-response \"Again\" { within 1 day }\n"));
        }
        4 => drop(fs::remove_file(folder.path().join(&path))),
        5 => put(folder, "avouch.toml", dice.of(&["", "fail-on = \"advice\"\n", "# nothing\n"])),
        6 | 7 => {
            let made: Vec<String> = contents(&site).into_keys().filter(|name| name != LIST).collect();
            if !made.is_empty() {
                let name = &made[dice.below(made.len())];
                let mut bytes = fs::read(site.join(name)).unwrap();
                if dice.below(2) == 0 {
                    fs::remove_file(site.join(name)).unwrap();
                } else {
                    // Of the same length, so that only its time or its bytes tell.
                    bytes.reverse();
                    fs::write(site.join(name), bytes).unwrap();
                    by_hand.insert(name.clone());
                }
            }
        }
        8 => drop(fs::remove_file(site.join(RECORD))),
        9 => {
            if let Ok(record) = fs::read(site.join(RECORD)) {
                fs::write(site.join(RECORD), &record[..record.len() / 2]).unwrap();
            }
        }
        10 => return vec!["--emit", "html,rules"],
        // One policy alone, whether it is there or not.
        11 => drop(build_of(folder, &path, "site", &[])),
        _ => {}
    }
    Vec::new()
}

#[test]
fn a_build_after_any_change_leaves_what_a_build_from_scratch_writes() {
    let (mut skipped, mut failed, mut advised) = (0, 0, 0);
    for seed in 0..6 {
        let folder = workspace();
        let mut dice = Dice(seed);
        let mut by_hand = BTreeSet::new();
        for step in 0..20 {
            let options = change(&folder, &mut dice, &mut by_hand);
            let before = contents(&folder.path().join("site"));
            let again = build(&folder, "site", &options);
            drop(fs::remove_dir_all(folder.path().join("fresh")));
            let fresh = build(&folder, "fresh", &options);
            let place = format!("seed {seed}, step {step}");
            assert_eq!((again.code, &again.shown), (fresh.code, &fresh.shown), "{place}");
            assert_eq!(again.written.is_some(), fresh.written.is_some(), "{place}");
            let site = contents(&folder.path().join("site"));
            if fresh.written.is_none() {
                assert_eq!(site, before, "{place}");
                failed += 1;
                continue;
            }
            advised += usize::from(again.shown.contains("advice"));
            skipped += usize::from(again.written.unwrap().starts_with("0 written"));
            for (name, bytes) in contents(&folder.path().join("fresh")) {
                assert!(site.get(&name) == Some(&bytes), "{place}: {name}");
            }
            let fresh = contents(&folder.path().join("fresh"));
            // What somebody changed and no policy makes any more is not ours to take away.
            let more = site.keys().filter(|name| !fresh.contains_key(*name) && !by_hand.contains(*name));
            assert_eq!(more.collect::<Vec<_>>(), Vec::<&String>::new(), "{place}");
        }
    }
    assert!(skipped > 10 && failed > 5 && advised > 5, "{skipped} {failed} {advised}");
}

#[test]
fn what_has_not_changed_is_believed_and_not_made_again() {
    let folder = workspace();
    let first = build(&folder, "site", &[]);
    assert_eq!(first.written.as_deref(), Some("10 written, 0 unchanged"), "{}", first.shown);
    assert!(first.shown.contains("3 policies, 6 promises"), "{}", first.shown);
    // A record with another number in it shows whether it was asked.
    let record = folder.path().join("site").join(RECORD);
    let text = fs::read_to_string(&record).unwrap();
    fs::write(&record, text.replacen("\"promises\":2", "\"promises\":40", 1)).unwrap();
    let again = build(&folder, "site", &[]);
    assert_eq!(again.written.as_deref(), Some("0 written, 10 unchanged"));
    assert!(again.shown.contains("3 policies, 44 promises"), "{}", again.shown);
    // Other options, and a file that all of them use: nothing is believed.
    let other = build(&folder, "site", &["--audience", "public"]);
    assert!(other.shown.contains("3 policies, 6 promises"), "{}", other.shown);
    fs::write(&record, text.replacen("\"promises\":2", "\"promises\":40", 1)).unwrap();
    put(&folder, "p/shared.policy", &shared("08:00"));
    let changed = build(&folder, "site", &[]);
    assert!(changed.shown.contains("3 policies, 6 promises"), "{}", changed.shown);
    assert_eq!(changed.written.as_deref(), Some("9 written, 1 unchanged"));
}

#[test]
fn only_the_policy_that_changed_is_made_again() {
    let folder = workspace();
    build(&folder, "site", &[]);
    let record = folder.path().join("site").join(RECORD);
    let text = fs::read_to_string(&record).unwrap();
    fs::write(&record, text.replace("\"promises\":2", "\"promises\":40")).unwrap();
    put(&folder, "p/b.policy", &policy("b", "Another", ""));
    let again = build(&folder, "site", &[]);
    assert_eq!(again.written.as_deref(), Some("3 written, 7 unchanged"));
    assert!(again.shown.contains("3 policies, 82 promises"), "{}", again.shown);
}

#[test]
fn a_policy_in_which_all_findings_are_excused_is_built_and_says_so_each_time() {
    let folder = workspace();
    let excused = "commitment repair \"Repair\" {\n  from received\n  until resolved\n  \
        within ? # avouch: allow(unfilled) reason: sales decides in May\n}\n";
    put(&folder, "p/a.policy", &policy("a", "a", excused));
    let first = build(&folder, "site", &[]);
    assert_eq!(first.written.as_deref(), Some("10 written, 0 unchanged"), "{}", first.shown);
    assert!(first.shown.contains("1 excused"), "{}", first.shown);
    let again = build(&folder, "site", &[]);
    assert_eq!(again.written.as_deref(), Some("0 written, 10 unchanged"), "{}", again.shown);
    assert_eq!(again.shown, first.shown);
}

#[test]
fn a_file_of_somebody_else_in_the_place_of_the_record_is_left_alone() {
    let folder = workspace();
    put(&folder, "site/.avouch-record.json", "mine");
    for written in ["10 written, 0 unchanged", "0 written, 10 unchanged"] {
        assert_eq!(build(&folder, "site", &[]).written.as_deref(), Some(written));
        assert_eq!(fs::read_to_string(folder.path().join("site").join(RECORD)).unwrap(), "mine");
    }
}

#[test]
fn an_empty_record_is_replaced() {
    let folder = workspace();
    put(&folder, "site/.avouch-record.json", "");
    build(&folder, "site", &[]);
    assert_ne!(fs::read_to_string(folder.path().join("site").join(RECORD)).unwrap(), "");
}

#[test]
fn a_record_that_names_a_file_of_somebody_else_does_not_make_it_ours() {
    let folder = workspace();
    build(&folder, "site", &[]);
    let site = folder.path().join("site");
    fs::copy(site.join("a.md"), site.join("mine.md")).unwrap();
    let record = fs::read_to_string(site.join(RECORD)).unwrap();
    assert!(record.contains("\"a.md\""));
    fs::write(site.join(RECORD), record.replace("\"a.md\"", "\"mine.md\"")).unwrap();
    put(&folder, "p/b.policy", &policy("b", "Another", ""));
    assert_eq!(build(&folder, "site", &[]).code, 0);
    assert!(site.join("a.md").exists());
    assert!(!fs::read_to_string(site.join(LIST)).unwrap().contains("mine.md"));
    fs::remove_file(folder.path().join("p/a.policy")).unwrap();
    build(&folder, "site", &[]);
    assert!(site.join("mine.md").exists() && !site.join("a.md").exists());
}

#[test]
fn what_was_made_of_a_policy_that_is_gone_is_taken_away_by_a_build_of_another() {
    let folder = workspace();
    build(&folder, "site", &[]);
    for _ in 0..2 {
        let one = build_of(&folder, "p/a.policy", "site", &[]);
        assert_eq!(one.written.as_deref(), Some("0 written, 4 unchanged"));
    }
    fs::remove_file(folder.path().join("p/b.policy")).unwrap();
    let one = build_of(&folder, "p/a.policy", "site", &[]);
    assert_eq!(one.written.as_deref(), Some("0 written, 4 unchanged, 3 removed"));
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_elsewhere_is_a_change() {
    let folder = workspace();
    let link = folder.path().join("p/shared.policy");
    put(&folder, "p/lent/early.txt", &shared("08:00"));
    put(&folder, "p/lent/late.txt", &shared("09:00"));
    for (file, written) in [("early", "10 written, 0 unchanged"), ("late", "9 written, 1 unchanged")] {
        fs::remove_file(&link).unwrap();
        std::os::unix::fs::symlink(format!("lent/{file}.txt"), &link).unwrap();
        assert_eq!(build(&folder, "site", &[]).written.as_deref(), Some(written));
    }
}

#[test]
fn what_is_excused_and_what_differs_between_policies_is_said_again() {
    let folder = tempfile::tempdir().unwrap();
    put(&folder, "avouch.toml", "profile = \"minimal\"\n[levels]\nunfilled = \"warning\"\n");
    let excused = "commitment later \"Later\" {\n  from received\n  until resolved\n  \
        within ?  # avouch: allow(unfilled) reason: sales decides in May\n}\n";
    put(&folder, "p/shared.policy", &shared("09:00"));
    put(&folder, "p/a.policy", &policy("a", "A", excused));
    let first = build(&folder, "one", &[]);
    assert_eq!((first.code, first.shown.as_str()), (0, "1 policy, 3 promises: all good; 1 excused\n"));
    assert_eq!(build(&folder, "one", &[]).shown, first.shown);
    let published =
        |name: &str| policy(name, "B", "").replace("written in en", "written in en\n  publisher \"N\"");
    let settings = "profile = \"minimal\"\n[levels]\ndiffering-definitions = \"LEVEL\"\n";
    put(&folder, "avouch.toml", &settings.replace("LEVEL", "warning"));
    let meaning = |words: &str| format!("definition contact \"Contact\" {{ means \"{words}\" }}\n");
    put(&folder, "p/b.policy", &(published("b") + &meaning("Who may ask us.")));
    put(&folder, "p/c.policy", &(published("c") + &meaning("Whom we call.")));
    let first = build(&folder, "two", &[]);
    assert!(first.code == 0 && first.shown.contains("means something else in `b`"), "{first:?}");
    assert_eq!(build(&folder, "two", &[]).shown, first.shown);
    let record = folder.path().join("two").join(RECORD);
    let written = fs::read_to_string(&record).unwrap();
    let broken = written.replace("\"summary\":{", "\"summary\":{\"foreign\":1,");
    assert_ne!(broken, written);
    fs::write(&record, broken).unwrap();
    assert_eq!(build(&folder, "two", &[]).shown, first.shown, "what cannot be read is made again");
    put(&folder, "avouch.toml", &settings.replace("LEVEL", "error"));
    let refused = build(&folder, "three", &[]);
    assert!(refused.code == 1 && !folder.path().join("three/b.html").exists(), "{refused:?}");
}

#[test]
fn what_is_overdue_on_another_day_is_said() {
    let folder = tempfile::tempdir().unwrap();
    put(&folder, "avouch.toml", "profile = \"minimal\"\n[levels]\nreview-overdue = \"warning\"\n");
    put(&folder, "p/shared.policy", &shared("09:00"));
    let text = policy("a", "A", "changes { review every 12 months }\n");
    put(&folder, "p/a.policy", &text.replace("written in en", "written in en\n  effective 2026-01-01"));
    let on = |day: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_avouch"));
        command.args(["build", "p", "-o", "out"]).current_dir(folder.path());
        let output = command.env_clear().env("AVOUCH_TODAY", day).stdin(Stdio::null()).output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    assert_eq!(on("2026-11-22"), "");
    assert!(on("2027-11-22").contains("review-overdue"));
    assert_eq!(on("2026-11-22"), "");
}

#[test]
fn no_file_beside_what_is_published_holds_what_is_not_for_everybody() {
    let folder = tempfile::tempdir().unwrap();
    let text = r#"policy desk "Desk" {
  effective 2026-01-01
  publisher "Desk"
  timezone  UTC
}
internal calendar night "SECRET nights" { open Mon..Fri 20:00..22:00; closed on holidays NL }
severity high "High"
severity low "Low"
product box "Box"
internal product lab "SECRET lab"
party partner "Partner"
internal channel hidden "SECRET door" { address "SECRET@desk.example"; open night }
partner channel theirs "SECRET desk" { address "SECRET-too@desk.example"; open always }
internal definition word "SECRET word" { means "SECRET meaning." }
commitment reply "Reply" {
  from  received
  until responded
  within 8 hours
  internal except within 77 minutes when severity is high as secret
}
internal commitment inner "SECRET promise" { from received; until resolved; within 77 minutes }
"#;
    put(&folder, "avouch.toml", "");
    put(&folder, "desk.policy", text);
    build_of(&folder, "desk.policy", "site", &[]);
    let mut seen = BTreeSet::new();
    for entry in fs::read_dir(folder.path().join("site")).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        let text = fs::read_to_string(&path).unwrap();
        let told = |word: &str| text.to_lowercase().contains(word);
        assert!(!["secret", "77 minutes", "pt77m", "\"77\""].into_iter().any(told), "{name}: {text}");
        seen.insert(name);
    }
    assert!(seen.contains(RECORD) && seen.contains("desk.rules.json"), "{seen:?}");
}
