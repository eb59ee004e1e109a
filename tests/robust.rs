//! The whole compiler under policies that nobody would write: it always answers, the same each time, and what it makes is
//! safe to read.
//!
//! `AVOUCH_PROPERTY_CASES` sets how many mutations are tried, `AVOUCH_PROPERTY_FIRST` the number of the first,
//! `AVOUCH_FUZZ_SECONDS` for how long instead; see `docs/dev/evidence.md`. A failure names the number of its case and shows
//! the shortest text that was found to fail.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop where the tool may not")]

#[path = "support/mutate.rs"]
mod mutate;
#[path = "support/safe.rs"]
mod safe;
#[path = "support/targets.rs"]
mod targets;

use avouch::analysis::Memory;
use mutate::{Dice, mutated};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::time::{Duration, Instant};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// The examples by their paths, and the policies that the pages of the findings show.
struct Policies {
    examples: Vec<(String, String)>,
    shown: Vec<String>,
}

impl Policies {
    fn read() -> Self {
        let mut examples = Vec::new();
        collect(&Path::new(ROOT).join("examples"), "", &mut examples);
        examples.sort();
        let mut pages = Vec::new();
        collect(&Path::new(ROOT).join("docs/findings"), "", &mut pages);
        pages.sort();
        let fenced = |page: &str| {
            let blocks = page.split("```policy\n").skip(1);
            blocks.filter_map(|rest| rest.split("```").next().map(str::to_owned)).collect::<Vec<_>>()
        };
        let shown = pages.iter().flat_map(|(_, page)| fenced(page)).collect();
        Self { examples, shown }
    }

    /// The files of one case: the path and text that are changed.
    fn case(&self, case: u64) -> (String, String) {
        let mut dice = Dice::new(case);
        let (path, text) = if dice.below(3) == 0 {
            self.examples[dice.below(self.examples.len())].clone()
        } else {
            ("shown.policy".to_owned(), self.shown[dice.below(self.shown.len())].clone())
        };
        let text = mutated(&text, &mut dice);
        (path, text)
    }

    /// Everything, with this text in its place.
    fn with(&self, path: &str, text: &str) -> Memory {
        let mut files = Memory::default();
        for (path, text) in &self.examples {
            files.insert(path, text.clone());
        }
        files.insert(path, text);
        files
    }
}

fn collect(folder: &Path, before: &str, into: &mut Vec<(String, String)>) {
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        let name = format!("{before}{}", path.file_name().expect("a name").to_string_lossy());
        if path.is_dir() {
            collect(&path, &format!("{name}/"), into);
        } else {
            into.push((name, std::fs::read_to_string(&path).expect("a text")));
        }
    }
}

fn number(variable: &str, otherwise: u64) -> u64 {
    std::env::var(variable).ok().and_then(|number| number.parse().ok()).unwrap_or(otherwise)
}

/// What is wrong with a case, if something is.
fn fault(policies: &Policies, path: &str, text: &str) -> Option<String> {
    let run = || {
        targets::parse(text.as_bytes());
        targets::format(text.as_bytes());
        let files = policies.with(path, text);
        let (first, second) = (targets::outcome(&files, path), targets::outcome(&files, path));
        assert!(first == second, "two runs give the same bytes");
    };
    let payload = catch_unwind(AssertUnwindSafe(run)).err()?;
    let message = payload.downcast_ref::<String>().cloned();
    Some(
        message.or_else(|| payload.downcast_ref::<&str>().map(|text| (*text).to_owned())).unwrap_or_default(),
    )
}

/// The text with as many lines taken out as it can lose and still fail, within some attempts.
fn shortest(policies: &Policies, path: &str, text: &str) -> String {
    let mut lines: Vec<&str> = text.split_inclusive('\n').collect();
    let mut step = lines.len().div_ceil(2);
    let mut attempts = 0..150;
    while step > 0 {
        let mut at = 0;
        while at < lines.len() && attempts.next().is_some() {
            let mut fewer = lines.clone();
            fewer.drain(at..(at + step).min(lines.len()));
            if fault(policies, path, &fewer.concat()).is_some() {
                lines = fewer;
            } else {
                at += step;
            }
        }
        step /= 2;
    }
    lines.concat()
}

#[test]
fn no_mutation_of_a_policy_stops_the_compiler_or_makes_it_unsafe() {
    let policies = Policies::read();
    let first = number("AVOUCH_PROPERTY_FIRST", 0);
    let cases = number("AVOUCH_PROPERTY_CASES", 100);
    let seconds = number("AVOUCH_FUZZ_SECONDS", 0);
    let start = Instant::now();
    let more = |tried: u64| match seconds {
        0 => tried < cases,
        seconds => start.elapsed() < Duration::from_secs(seconds),
    };
    let mut faults = Vec::new();
    let mut tried = 0;
    while more(tried) {
        let case = first + tried;
        tried += 1;
        let (path, text) = policies.case(case);
        if let Some(fault) = fault(&policies, &path, &text) {
            eprintln!("case {case}, {path}: {fault}");
            faults.push((path, text));
        }
    }
    if seconds > 0 {
        println!("{tried} cases in {} seconds", start.elapsed().as_secs());
    }
    if let Some((path, text)) = faults.first() {
        panic!("{} of {tried} cases; the first:\n{}", faults.len(), shortest(&policies, path, text));
    }
}
