//! Fixes as laws: examples with habits typed into them at random are mended to what they were, in the one layout; what was mended
//! once is not mended again; and a safe fix changes nothing of what a policy says.
//!
//! `AVOUCH_PROPERTY_CASES` sets how many texts are tried.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop where the tool may not")]

#[path = "support/policies.rs"]
mod policies;

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

/// A sequence of numbers that looks random and is the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % limit.max(1)
    }
}

/// A habit: what stands in a line, and what some people write for it.
type Habit = (&'static str, fn(&str) -> Option<String>);

/// Habits that mean one thing only, each applied to one line of a policy outside of texts and comments.
const HABITS: &[Habit] = &[
    ("a hyphen between days", |line| line.contains("Mon..Fri").then(|| line.replace("Mon..Fri", "Mon-Fri"))),
    ("hours without a zero", |line| line.contains(" 09:00..").then(|| line.replace(" 09:00..", " 9:00-"))),
    ("an English time", |line| line.contains(" 09:00..").then(|| line.replace(" 09:00..", " 9am.."))),
    ("around the clock", |line| {
        line.ends_with("open always").then(|| line.replace("open always", "open 24/7"))
    }),
    ("short hours", |line| {
        // Elsewhere an amount can be of anything that has a name.
        if !line.trim_start().starts_with("within ") {
            return None;
        }
        let number = |word: &str| word.parse::<u8>().is_ok_and(|number| number > 1);
        let words: Vec<&str> = line.split(' ').collect();
        let at = words.windows(2).position(|pair| number(pair[0]) && pair[1] == "hours")?;
        let short: Vec<&str> =
            words.iter().enumerate().map(|(n, word)| if n == at + 1 { "hrs" } else { *word }).collect();
        Some(short.join(" "))
    }),
    ("curly quotes", |line| {
        let parts: Vec<&str> = line.split('"').collect();
        // Around a release a curly quote is reported, but not mended.
        let title = !line.contains('|') && !line.contains(" is ");
        (title && parts.len() == 3).then(|| format!("{}\u{201c}{}\u{201d}{}", parts[0], parts[1], parts[2]))
    }),
    ("a full stop", |line| {
        let statement =
            line.starts_with("  ") && !line.contains('/') && line.ends_with(|c: char| c.is_ascii_lowercase());
        (statement && !line.contains(['"', '#', '|', '{', '}', '?'])).then(|| format!("{line}."))
    }),
    ("a condition as in other languages", |line| {
        let (before, after) = line.split_once(" when ")?;
        let plain = !line.contains(['"', '#', '|', '{']) && after.split_whitespace().count() == 3;
        (plain && after.contains(" is ")).then(|| format!("{before} if {}", after.replace(" is ", " = ")))
    }),
];

fn cases() -> usize {
    std::env::var("AVOUCH_PROPERTY_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(40)
}

fn avouch(folder: &Path, arguments: &[&str]) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_avouch"));
    command
        .args(arguments)
        .current_dir(folder)
        .env_clear()
        .env("AVOUCH_TODAY", "2026-11-22")
        .stdin(Stdio::null());
    let output = command.output().unwrap();
    String::from_utf8(output.stdout).unwrap() + &String::from_utf8(output.stderr).unwrap()
}

/// A text with habits typed into some of its lines, and which they were.
fn typed(text: &str, dice: &mut Dice) -> (String, Vec<&'static str>) {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let mut block = false;
    // Lines in a text of several lines are words for readers.
    let plain: Vec<usize> = (0..lines.len())
        .filter(|at| {
            let marks = lines[*at].matches("\"\"\"").count();
            let inside = block || marks > 0;
            block ^= marks % 2 == 1;
            !inside
        })
        .collect();
    let mut used = Vec::new();
    let first = dice.below(HABITS.len());
    for (name, habit) in HABITS.iter().cycle().skip(first).take(5) {
        // Two habits in one line can be mended in an order that is its own.
        let free = plain.iter().copied().filter(|at| lines[*at] == text.lines().nth(*at).unwrap());
        let fitting: Vec<(usize, String)> = free.filter_map(|at| Some((at, habit(&lines[at])?))).collect();
        if !fitting.is_empty() {
            let (at, line) = fitting[dice.below(fitting.len())].clone();
            lines[at] = line;
            used.push(*name);
        }
    }
    (lines.join("\n") + "\n", used)
}

#[test]
fn habits_are_mended_to_what_was_meant() {
    let examples = policies::policies(&["examples", "examples/real"]);
    let common = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/common");
    let mut dice = Dice(20_261_122);
    let mut tried = std::collections::BTreeMap::new();
    let root = tempfile::tempdir().unwrap();
    for entry in fs::read_dir(&common).unwrap() {
        let path = entry.unwrap().path();
        fs::create_dir_all(root.path().join("common")).unwrap();
        fs::copy(&path, root.path().join("common").join(path.file_name().unwrap())).unwrap();
    }
    fs::write(root.path().join("avouch.toml"), "").unwrap();
    let mut expected = Vec::new();
    for number in 0..cases() {
        let good = fs::read_to_string(&examples[number % examples.len()]).unwrap();
        let (text, used) = typed(&good, &mut dice);
        let path = root.path().join(format!("{number}.policy"));
        fs::write(&path, &text).unwrap();
        for name in &used {
            *tried.entry(*name).or_insert(0) += 1;
        }
        expected.push((path, good, text, used));
    }
    assert_eq!(tried.len(), HABITS.len(), "every habit is tried: {tried:?}");
    avouch(root.path(), &["check", "--fix", "--format=concise", "--max-findings=0"]);
    let mended: Vec<String> = expected.iter().map(|(path, ..)| fs::read_to_string(path).unwrap()).collect();
    let again = avouch(root.path(), &["check", "--diff"]);
    assert!(!again.contains("would be made"), "what is mended stays so:\n{again}");
    avouch(root.path(), &["fmt"]);
    let mut wrong = String::new();
    for ((path, good, text, used), mended) in expected.iter().zip(mended) {
        let tidy = fs::read_to_string(path).unwrap();
        let differ = |one: &str, other: &str| {
            let lines = one.lines().zip(other.lines()).filter(|(one, other)| one != other);
            lines.map(|(one, other)| format!("\n- {one}\n+ {other}")).collect::<String>()
        };
        if &tidy != good {
            wrong.push_str(&format!(
                "{used:?}{}\ntyped:{}\nmended:{}\n\n",
                differ(good, &tidy),
                differ(good, text),
                differ(text, &mended)
            ));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}
