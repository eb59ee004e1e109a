//! Every row of a random table over an example gets what a question about it alone gets.

use super::policies::policies;
use avouch::analysis::{self, Memory};
use avouch::config::Settings;
use avouch::evaluate::bulk::{Mapping, Worker};
use avouch::evaluate::{Answer, Customer, Question, State, Typed, answer};
use avouch::hir::FactKind;
use std::fs;
use std::path::Path;
use std::process::Command;

/// A small, repeatable source of chance.
pub struct Chance(pub u64);

impl Chance {
    /// A number below another.
    pub fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from((self.0 >> 33) % u64::try_from(end).unwrap()).unwrap()
    }
}

fn with_common(path: &Path) -> Memory {
    let mut files = Memory::default();
    for folder in ["examples", "examples/common", "examples/real"] {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_file() {
                files.insert(&path.to_string_lossy(), fs::read_to_string(&path).unwrap());
            }
        }
    }
    assert!(path.exists());
    files
}

/// The entries of all commitments in the public rule set of a policy.
fn entries(path: &Path) -> Vec<serde_json::Value> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_avouch"));
    let output = command.arg("rules").arg(path).output().unwrap();
    let rules: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let commitments = rules["commitments"].as_array().cloned().unwrap_or_default();
    commitments.iter().flat_map(|one| one["entries"].as_array().cloned().unwrap_or_default()).collect()
}

/// A commitment in an answer: its name, when its clock begins and ends, how far it is, and its rule.
type Told = (String, Option<String>, Option<String>, Option<State>, String);

/// What a table tells of the commitments of an answer: no times where nothing is promised, and nothing of a case that is
/// not covered.
fn told(answer: &Answer) -> Vec<Told> {
    if answer.coverage.covered == Some(false) {
        return Vec::new();
    }
    let commitments = answer.commitments.iter();
    commitments
        .map(|said| {
            if said.promise == serde_json::json!({ "none": true }) {
                return (said.id.clone(), None, None, None, said.rule.clone());
            }
            (said.id.clone(), said.starts.clone(), said.due.clone(), Some(said.state), said.rule.clone())
        })
        .collect()
}

/// How many promises of an answer have the same shape in the rule set; none has another one.
fn same_shapes(answer: &Answer, entries: &[serde_json::Value], path: &Path) -> usize {
    let mut same = 0;
    for said in &answer.commitments {
        // What is for us only is not in it.
        let Some(entry) = entries.iter().find(|entry| entry["id"] == *said.rule) else { continue };
        assert_eq!(entry["promise"], said.promise, "{}: {}", path.display(), said.rule);
        same += 1;
    }
    same
}

/// Times between which requests come.
/// The first receipt.
pub const FIRST: i64 = 1_780_000_000;

/// An instant as a table has it.
pub fn time(seconds: i64) -> String {
    let zone = avouch::time::ZoneClock::new(&avouch::time::Zone::utc());
    zone.rfc3339(avouch::time::Instant::new(seconds).unwrap())
}

/// Rows of one policy against questions about each of them.
fn compare(path: &Path, rows: usize) -> (usize, usize) {
    let files = with_common(path);
    let analysis = analysis::analyse(&path.to_string_lossy(), &files, &Settings::default());
    let mut chance = Chance(7);
    let entries = entries(path);
    let (mut answered, mut refused, mut shapes) = (0, 0, 0);
    analysis::inquire(&analysis, &files, Customer::default(), |context| {
        let program = context.program;
        let facts: Vec<_> = program
            .facts
            .values()
            .filter(|fact| matches!(fact.kind, FactKind::Values(_) | FactKind::YesNo))
            .filter(|fact| !program.processes.contains_key(&fact.clause.name))
            .collect();
        let events: Vec<String> = ["responded", "resolved", "updated", "replied"]
            .into_iter()
            .map(str::to_owned)
            .chain(program.events.keys().map(ToString::to_string))
            .collect();
        let mut columns: Vec<String> = facts.iter().map(|fact| fact.clause.name.to_string()).collect();
        columns.push("Created At".to_owned());
        columns.extend(events.clone());
        let mapping = Mapping::of(context, &columns, &[]).unwrap();
        let mut worker = Worker::new(context, &mapping, None).unwrap();
        for row in 0..rows {
            let mut said = Vec::new();
            let mut fields: Vec<String> = Vec::new();
            for fact in &facts {
                let values: Vec<String> = match fact.kind {
                    FactKind::YesNo => vec!["yes".to_owned(), "no".to_owned()],
                    _ => fact.values().iter().map(|value| value.clause.name.to_string()).collect(),
                };
                // Most facts are said, so that most rows have an answer.
                let value = if chance.below(12) == 0 { "" } else { &values[chance.below(values.len())] };
                if !value.is_empty() {
                    said.push(format!("{}={value}", fact.clause.name));
                }
                fields.push(value.to_owned());
            }
            let at = FIRST + i64::try_from(chance.below(40_000_000)).unwrap();
            let received = if chance.below(20) == 0 { String::new() } else { time(at) };
            fields.push(received.clone());
            let mut happened = Vec::new();
            for event in &events {
                // Every other row tells of the receipt alone.
                let happens = row % 2 == 0 && chance.below(3) == 0;
                let when = if happens {
                    time(at + i64::try_from(chance.below(900_000)).unwrap() - 1000)
                } else {
                    String::new()
                };
                if happens {
                    happened.push(format!("{event}={when}"));
                }
                fields.push(when);
            }
            let typed = Typed {
                facts: &said,
                received: Some(received.as_str()).filter(|text| !text.is_empty()),
                events: &happened,
                ..Typed::default()
            };
            let alone = Question::typed(context, typed).and_then(|question| answer(context, &question));
            let bytes: Vec<&[u8]> = fields.iter().map(String::as_bytes).collect();
            let in_table = worker.row(&bytes);
            let alone = match alone {
                Ok(alone) => alone,
                Err(problem) => {
                    let message = problem.message;
                    assert!(
                        in_table.is_err(),
                        "{}: {fields:?} has no answer alone: {message}",
                        path.display()
                    );
                    refused += 1;
                    continue;
                }
            };
            in_table.unwrap_or_else(|problem| panic!("{}: {fields:?}: {}", path.display(), problem.message));
            answered += 1;
            assert_eq!(worker.covered, alone.coverage.covered);
            shapes += same_shapes(&alone, &entries, path);
            let found: Vec<_> = program
                .commitments
                .keys()
                .zip(&worker.outcomes)
                .filter_map(|(name, outcome)| {
                    let outcome = outcome.as_ref()?;
                    let told = |at: Option<_>| at.map(|at| context.clock.rfc3339(at));
                    let (starts, due) = (told(outcome.starts), told(outcome.due));
                    Some((name.to_string(), starts, due, outcome.state, outcome.rule.to_string()))
                })
                .collect();
            assert_eq!(found, told(&alone), "{}: {columns:?} {fields:?}", path.display());
        }
    })
    .unwrap();
    assert!(shapes > 0 || entries.is_empty() || answered == 0, "{}: no promise was compared", path.display());
    (answered, refused)
}

#[test]
fn a_row_of_a_table_gets_what_a_question_about_it_gets() {
    for path in policies(&["examples", "examples/real"]) {
        if path.ends_with("policy-library.policy") {
            continue;
        }
        let (answered, refused) = compare(&path, 40);
        assert_eq!(answered + refused, 40);
    }
}
