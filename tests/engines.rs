//! What help desks and libraries of business time are expected to say, asked of avouch.
//!
//! The test suites and the manuals of such engines were read, and what they expect was put into policies and instants of our
//! own, one file for each feature: `tests/engines/*.policy` with tests of their own, and beside them `*.txt` with questions to
//! `hours` and `ask`, one on each line, with the answer behind an arrow. Where engines differ, the policy says which reading
//! it takes, and a comment what the others do.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop where the tool may not")]

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

/// The files of the features with an ending.
fn files(ending: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/engines");
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut found: Vec<PathBuf> =
        entries.filter(|path| path.extension().is_some_and(|e| e == ending)).collect();
    found.sort();
    assert!(!found.is_empty());
    found
}

fn json(arguments: &[&str]) -> Result<Value, String> {
    let output = Command::new(env!("CARGO_BIN_EXE_avouch"))
        .args(arguments)
        .args(["--format", "json"])
        .env_clear()
        .output()
        .unwrap();
    if output.status.success() {
        return Ok(serde_json::from_slice(&output.stdout).unwrap());
    }
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    Err(said.lines().next().unwrap_or_default().trim_start_matches("error: ").to_owned())
}

#[test]
fn the_tests_of_every_feature_hold() {
    let (mut told, mut passed) = (Vec::new(), 0);
    for path in files("policy") {
        let path = path.to_str().unwrap();
        let output =
            Command::new(env!("CARGO_BIN_EXE_avouch")).args(["test", path]).env_clear().output().unwrap();
        if output.status.code() != Some(0) {
            told.push(String::from_utf8_lossy(&output.stdout).into_owned());
        }
        let summary = String::from_utf8_lossy(&output.stderr).into_owned();
        let count = summary.split(' ').next().and_then(|count| count.parse::<usize>().ok());
        passed += count.unwrap_or_default();
    }
    assert!(told.is_empty(), "{}", told.join("\n"));
    assert!(passed > 25, "{passed}");
}

/// An instant without its offset and without seconds that are 0, as the questions write it.
fn plain(text: &str) -> String {
    let is_instant = text.len() >= 20 && text.as_bytes()[10] == b'T';
    if !is_instant {
        return text.to_owned();
    }
    let shown = text[..19].replacen('T', " ", 1);
    shown.strip_suffix(":00").map_or(shown.clone(), str::to_owned)
}

fn shown(value: &Value) -> String {
    match value {
        Value::String(text) => plain(text),
        Value::Array(parts) => parts.iter().map(shown).collect::<Vec<_>>().join(", "),
        Value::Object(stretch) if stretch.contains_key("from") => {
            format!("{} to {}", shown(&stretch["from"]), shown(&stretch["to"]))
        }
        other => other.to_string(),
    }
}

/// A field of the answer, as `first.due`, `channel phone.open` or `step late 2`.
fn field(answer: &Value, name: &str) -> String {
    if let Some(step) = name.strip_prefix("step ") {
        let (id, number) = step.split_once(' ').unwrap();
        let number: usize = number.parse().unwrap();
        let mut steps = answer["escalations"].as_array().unwrap().iter();
        let step = steps.find(|step| step["id"] == id && step["step"] == number);
        return step.map_or_else(|| "no step".to_owned(), |step| shown(&step["at"]));
    }
    let (list, name) = match name.split_once(' ') {
        Some(("channel", rest)) => ("channels", rest),
        Some(("process", rest)) => ("processes", rest),
        Some((other, _)) => panic!("`{other}` is no part of an answer"),
        None => ("commitments", name),
    };
    let (id, path) = name.split_once('.').unwrap_or((name, "due"));
    let all = answer[list].as_array().unwrap();
    let Some(mut value) = all.iter().find(|one| one["id"] == id) else { return "nothing".to_owned() };
    for part in path.split('.') {
        value = part.parse::<usize>().map_or(&value[part], |index| &value[index]);
    }
    shown(value)
}

/// `office at 2026-04-13 10:00 add 4 business hours -> 2026-04-13 14:00`: what the line asks, and what came.
fn hours(policy: &str, asked: &str, wanted: &str) -> String {
    let (calendar, rest) = asked.split_once(' ').unwrap();
    let mut arguments = vec!["hours".to_owned(), policy.to_owned(), calendar.to_owned()];
    let mut words = rest.split(' ').peekable();
    while let Some(word) = words.next() {
        arguments.push(format!("--{word}"));
        let mut value: Vec<&str> = Vec::new();
        while let Some(next) = words.peek() {
            if matches!(*next, "at" | "add" | "subtract" | "from" | "to" | "zone" | "holidays") {
                break;
            }
            value.extend(words.next());
        }
        let glue = if matches!(word, "add" | "subtract") { " " } else { "T" };
        arguments.push(value.join(glue));
    }
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match json(&arguments) {
        Err(said) => said,
        Ok(answer) => match wanted.split_once(' ') {
            _ if answer["result"].is_string() => shown(&answer["result"]),
            Some(("next" | "previous", _)) => {
                let (which, door) = wanted.split_once(' ').unwrap();
                let door = door.split(' ').next().unwrap();
                let key = format!("{which}{}{}", door[..1].to_uppercase(), &door[1..]);
                format!("{which} {door} {}", shown(&answer[key]))
            }
            Some((_, "business days")) => format!("{} business days", answer["businessDays"]),
            Some((_, "seconds")) => {
                let total = answer["total"].as_str().unwrap();
                format!("{} seconds", total.trim_start_matches("PT").trim_end_matches('S'))
            }
            None if wanted == "open" || wanted == "closed" => {
                if answer["isOpen"] == true {
                    "open".to_owned()
                } else {
                    "closed".to_owned()
                }
            }
            _ => shown(&answer["open"]),
        },
    }
}

/// A line of the questions, with the answer that is wanted.
struct Question {
    place: String,
    policy: String,
    asked: String,
    wanted: String,
}

/// The questions to a command, of all features.
fn questions(command: &str) -> Vec<Question> {
    let mut found = Vec::new();
    for path in files("txt") {
        let policy = path.with_extension("policy").to_str().unwrap().to_owned();
        for (number, line) in (1..).zip(std::fs::read_to_string(&path).unwrap().lines()) {
            let Some((asked, wanted)) = line.strip_prefix(command).and_then(|line| line.split_once(" -> "))
            else {
                continue;
            };
            found.push(Question {
                place: format!("{}:{number}", path.display()),
                policy: policy.clone(),
                asked: asked.trim_start().to_owned(),
                wanted: wanted.to_owned(),
            });
        }
    }
    found
}

#[track_caller]
fn all_right(wrong: &[String], count: usize) {
    assert!(wrong.is_empty(), "{} of {count}:\n{}", wrong.len(), wrong.join("\n"));
    assert!(count > 200, "{count}");
}

#[test]
fn calendars_answer_what_libraries_of_business_time_are_asked() {
    let mut wrong = Vec::new();
    let questions = questions("hours ");
    for Question { place, policy, asked, wanted } in &questions {
        let got = hours(policy, asked, wanted);
        if got != *wanted {
            wrong.push(format!("{place}: {asked}\n  wanted {wanted}\n  got    {got}"));
        }
    }
    all_right(&wrong, questions.len());
}

#[test]
fn clocks_answer_what_help_desks_are_asked() {
    let (mut wrong, mut count) = (Vec::new(), 0);
    for Question { place, policy, asked, wanted } in questions("ask ") {
        let mut arguments = vec!["ask".to_owned(), policy];
        for part in asked.split("; ") {
            match part.split_once(' ') {
                Some((word @ ("received" | "at" | "zone" | "holidays"), value)) => {
                    arguments.extend([format!("--{word}"), value.replacen(' ', "T", 1)]);
                }
                Some((event, at)) if !event.contains('=') => {
                    arguments.extend(["--event".to_owned(), format!("{event}={}", at.replacen(' ', "T", 1))]);
                }
                Some((change, at)) => {
                    let at = at.trim_start_matches("from ").replacen(' ', "T", 1);
                    arguments.extend(["--event".to_owned(), format!("{change}@{at}")]);
                }
                None => arguments.push(part.to_owned()),
            }
        }
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        let answer = json(&arguments);
        for wanted in wanted.split("; ") {
            count += 1;
            let (name, wanted) = wanted.split_once(" = ").unwrap();
            let got = answer.as_ref().map_or_else(Clone::clone, |answer| field(answer, name));
            if got != wanted {
                wrong.push(format!("{place}: {asked}\n  wanted {name} = {wanted}\n  got    {got}"));
            }
        }
    }
    all_right(&wrong, count);
}
