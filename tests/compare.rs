//! Comparing versions: every kind of change has an example and its mirror, nothing differs from itself, and exchanging the
//! versions exchanges weaker and stronger.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop where the tool may not")]

#[path = "compare/asked.rs"]
mod asked;
#[path = "support/policies.rs"]
mod policies;

use avouch::analysis::versions::{Version, Wanted, compared};
use avouch::analysis::{Analysis, Memory, analyse};
use avouch::compare::kinds::{self, Kind};
use avouch::compare::{Report, report};
use avouch::config::Settings;
use avouch::time::Date;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// A policy alone in memory, analysed.
struct Policy {
    analysis: Analysis,
    files: Memory,
}

impl Policy {
    fn new(text: &str) -> Self {
        Self::with("policy.policy", text, Memory::default())
    }

    fn with(path: &str, text: &str, mut files: Memory) -> Self {
        files.insert(path, text);
        Self { analysis: analyse(path, &files, &Settings::default()), files }
    }

    /// Whether it means something.
    fn is_sound(&self) -> bool {
        self.analysis.program.as_ref().is_some_and(|program| program.complete) && !self.analysis.broken
    }

    fn version(&self) -> Version<'_> {
        Version { analysis: &self.analysis, path: "policy.policy", files: &self.files }
    }
}

fn wanted() -> Wanted {
    let today = Date::new(2026, 11, 22);
    Wanted { today, announced: today, tests: true }
}

fn compare(old: &Policy, new: &Policy) -> Report {
    compared(old.version(), new.version(), wanted(), report).expect("two policies").expect("not too complex")
}

/// An example of a kind of change: what is replaced.
struct Example {
    kind: String,
    also: BTreeSet<String>,
    edits: Vec<(String, String)>,
}

fn examples() -> Vec<Example> {
    let text = fs::read_to_string(root().join("tests/compare/kinds.txt")).expect("the examples");
    let mut found: Vec<Example> = Vec::new();
    let mut last = '=';
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        if let Some(kind) = line.strip_prefix("== ") {
            found.push(Example { kind: kind.to_owned(), also: BTreeSet::new(), edits: Vec::new() });
            last = '=';
            continue;
        }
        let Some(example) = found.last_mut() else { continue };
        if let Some(also) = line.strip_prefix("also ") {
            example.also.extend(also.split_whitespace().map(str::to_owned));
            continue;
        }
        let (sign, words) = match line.chars().next() {
            Some(sign @ ('-' | '+')) => (sign, line[1..].strip_prefix(' ').unwrap_or("")),
            _ => continue,
        };
        if sign == '-' && last != '-' {
            example.edits.push((String::new(), String::new()));
        }
        let edit = example.edits.last_mut().expect("what is replaced comes first");
        let side = if sign == '-' { &mut edit.0 } else { &mut edit.1 };
        if last == sign {
            side.push('\n');
        }
        side.push_str(words);
        last = sign;
    }
    found
}

fn base() -> String {
    fs::read_to_string(root().join("tests/compare/base.policy")).expect("the base")
}

fn edited(base: &str, example: &Example) -> String {
    let mut text = base.to_owned();
    for (old, new) in &example.edits {
        assert_eq!(text.matches(old.as_str()).count(), 1, "{}: {old:?} stands there once", example.kind);
        text = text.replacen(old, new, 1);
    }
    text
}

fn ids(report: &Report) -> BTreeSet<String> {
    report.changes.iter().map(|change| change.id.to_owned()).collect()
}

#[test]
fn every_kind_has_an_example_and_its_mirror_is_what_the_versions_exchanged_give() {
    let base = base();
    let old = Policy::new(&base);
    assert!(old.is_sound());
    let mut wrong = Vec::new();
    let mut seen: BTreeSet<String> = ["policy-removed", "policy-added"].map(str::to_owned).into();
    for example in examples() {
        let new = Policy::new(&edited(&base, &example));
        if !new.is_sound() {
            let messages: Vec<&str> =
                new.analysis.findings.iter().map(|finding| finding.message.as_str()).collect();
            wrong.push(format!("{}: the edited policy is wrong: {messages:?}", example.kind));
            continue;
        }
        let mut expected = example.also.clone();
        expected.insert(example.kind.clone());
        let (forth, back) = (compare(&old, &new), compare(&new, &old));
        if ids(&forth) != expected {
            wrong.push(format!("{}: {:?}", example.kind, ids(&forth)));
        }
        let mirrored: BTreeSet<String> = expected
            .iter()
            .map(|id| kinds::find(id).unwrap_or_else(|| panic!("`{id}` is a kind")).mirror.to_owned())
            .collect();
        if ids(&back) != mirrored {
            wrong.push(format!("{}, exchanged: {:?}", example.kind, ids(&back)));
        }
        seen.extend(ids(&forth));
        seen.extend(ids(&back));
    }
    for kind in kinds::all() {
        if !seen.contains(kind.id) {
            wrong.push(format!("{}: no example gives it", kind.id));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(kinds::all().count() >= 60);
}

/// What must be turned round when the versions are exchanged.
fn turned(direction: &str) -> &str {
    match direction {
        "weaker" => "stronger",
        "stronger" => "weaker",
        other => other,
    }
}

/// A change without the side that it was seen from.
type Seen = (String, String, String, Vec<BTreeMap<String, Vec<String>>>, Option<String>, Option<String>);

fn seen(report: &Report, exchanged: bool) -> Vec<Seen> {
    let mut all: Vec<Seen> = report
        .changes
        .iter()
        .map(|change| {
            let kind: &Kind = kinds::find(change.id).expect("a kind");
            let (id, direction, before, after) = if exchanged {
                (kind.mirror, turned(change.direction), &change.after, &change.before)
            } else {
                (kind.id, change.direction, &change.before, &change.after)
            };
            let (id, direction) = (id.to_owned(), direction.to_owned());
            // A thing has the name that it has in the newer version.
            let subject = if change.id == "renamed" { String::new() } else { change.keyword.to_owned() };
            (id, direction, subject, change.cases.clone(), before.clone(), after.clone())
        })
        .collect();
    all.sort();
    all
}

fn shared() -> Memory {
    let mut files = Memory::default();
    for path in policies::policies(&["examples/common"]) {
        let name = path.file_name().and_then(|name| name.to_str()).expect("a name");
        files.insert(&format!("common/{name}"), fs::read_to_string(&path).expect("a text"));
    }
    files
}

fn all_policies() -> Vec<PathBuf> {
    policies::policies(&["examples", "examples/real", "tests/compare"])
}

fn read(path: &Path) -> Policy {
    let text = fs::read_to_string(path).expect("a text");
    Policy::with("policy.policy", &text, shared())
}

#[test]
fn nothing_differs_from_itself() {
    for path in all_policies() {
        let (one, other) = (read(&path), read(&path));
        if one.analysis.program.is_none() {
            continue;
        }
        let found = compare(&one, &other);
        assert!(found.changes.is_empty(), "{}: {:?}", path.display(), found.changes);
        assert!(found.notice.satisfied && found.notice.required.is_none());
    }
}

/// A simple generator, so that a failure can be repeated by its seed.
struct Random(u64);

impl Random {
    fn below(&mut self, count: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % count.max(1)
    }
}

/// A text with one number changed, one line left out, or two lines exchanged.
fn changed(text: &str, random: &mut Random) -> String {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    match random.below(4) {
        0 => {
            lines.remove(random.below(lines.len()));
        }
        1 => {
            let at = random.below(lines.len().saturating_sub(1));
            lines.swap(at, at + 1);
        }
        _ => {
            let numbers: Vec<usize> = lines
                .iter()
                .enumerate()
                .filter(|(_, line)| {
                    line.contains(|c: char| c.is_ascii_digit()) && !line.trim_start().starts_with('"')
                })
                .map(|(at, _)| at)
                .collect();
            if let Some(at) = numbers.get(random.below(numbers.len())) {
                let line = lines[*at].clone();
                let digits: Vec<usize> =
                    line.char_indices().filter(|(_, c)| c.is_ascii_digit()).map(|(place, _)| place).collect();
                let place = digits[random.below(digits.len())];
                let digit = char::from(b'0' + u8::try_from(random.below(10)).unwrap_or(0));
                lines[*at].replace_range(place..=place, &digit.to_string());
            }
        }
    }
    lines.join("\n") + "\n"
}

#[test]
fn exchanging_the_versions_exchanges_weaker_and_stronger_whatever_was_edited() {
    let edits = std::env::var("AVOUCH_EDITS").ok().and_then(|count| count.parse().ok()).unwrap_or(6);
    let (mut compared, mut different) = (0, 0);
    for (number, path) in all_policies().into_iter().enumerate() {
        let text = fs::read_to_string(&path).expect("a text");
        let old = Policy::with("policy.policy", &text, shared());
        if old.analysis.program.is_none() {
            continue;
        }
        let mut random = Random(number as u64 + 1);
        for edit in 0..edits {
            let new = Policy::with("policy.policy", &changed(&text, &mut random), shared());
            if !new.is_sound() {
                continue;
            }
            let (forth, back) = (compare(&old, &new), compare(&new, &old));
            assert_eq!(seen(&forth, false), seen(&back, true), "{} edit {edit}", path.display());
            assert!(compare(&new, &new).changes.is_empty());
            compared += 1;
            different += usize::from(!forth.changes.is_empty());
        }
    }
    assert!(compared > 20 && different * 3 > compared, "{different} of {compared} edits changed something");
}

#[test]
fn a_fingerprint_stays_whatever_stands_around_a_change() {
    let base = base();
    let slower = base.replace("| high     | 2 business days |", "| high     | 3 business days |");
    let old = Policy::new(&base);
    let alone = compare(&old, &Policy::new(&slower));
    let moved = format!("# A remark.\n\n{slower}").replace("met for 95%", "met for 97%");
    let among = compare(&old, &Policy::new(&moved));
    let of = |report: &Report| {
        let found =
            report.changes.iter().find(|change| change.id == "commitment-slower").expect("the change");
        (found.fingerprint.clone(), found.source.new.clone().expect("a place").line)
    };
    assert_eq!(of(&alone).0, of(&among).0);
    assert_ne!(of(&alone).1, of(&among).1);
    assert_eq!((alone.changes.len(), among.changes.len()), (1, 2));
}

/// The page of all kinds, from the table and the examples.
fn page() -> String {
    use std::fmt::Write as _;
    let mut page = String::from(
        "# Kinds of change\n\nWhat [`avouch diff`](commands.md#diff) can find, by area. The names are for ever. Each kind has a mirror, which the same change is with the \
         versions exchanged; the example shows what is edited for it, and what stands there in the older version of `tests/compare/base.policy`. This page is made from the \
         tables in `src/compare/kinds/` and `tests/compare/kinds.txt`: `AVOUCH_UPDATE=1 cargo test --test compare` writes it anew.\n",
    );
    let examples = examples();
    let mut areas: Vec<&str> = Vec::new();
    for kind in kinds::all() {
        if !areas.contains(&kind.area.name()) {
            areas.push(kind.area.name());
        }
    }
    areas.sort_unstable();
    for area in areas {
        let _ = writeln!(
            page,
            "\n## {area}\n\n| kind | for customers | what it is | mirror |\n|---|---|---|---|"
        );
        for kind in kinds::all().filter(|kind| kind.area.name() == area) {
            let way = kind.direction.map_or("worked out", avouch::compare::Direction::word);
            let _ = writeln!(page, "| `{}` | {way} | {} | `{}` |", kind.id, kind.summary, kind.mirror);
        }
        let mut shown = BTreeSet::new();
        for example in &examples {
            let here = kinds::find(&example.kind).is_some_and(|kind| kind.area.name() == area);
            let (true, Some((old, new))) = (here && shown.insert(&example.kind), example.edits.first())
            else {
                continue;
            };
            let _ = writeln!(page, "\n`{}`:\n\n```diff", example.kind);
            old.lines().for_each(|line| _ = writeln!(page, "{}", format!("- {line}").trim_end()));
            new.lines().for_each(|line| _ = writeln!(page, "{}", format!("+ {line}").trim_end()));
            page.push_str("```\n");
        }
    }
    page
}

#[test]
fn every_kind_is_documented() {
    let path = root().join("docs/changes.md");
    if std::env::var_os("AVOUCH_UPDATE").is_some() {
        fs::write(&path, page()).expect("the page can be written");
    }
    let kept = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        kept == page(),
        "docs/changes.md is not what the table says; `AVOUCH_UPDATE=1 cargo test --test compare` writes it anew"
    );
}

#[test]
fn a_thousand_million_cases_are_compared_as_sets() {
    use std::fmt::Write as _;
    let mut text =
        String::from("policy wide \"Wide\" { written in en; timezone UTC; effective 2026-01-01 }\n");
    for fact in 0..10 {
        let values: Vec<String> = (0..8).map(|value| format!("v{fact}{value} \"V{fact}{value}\"")).collect();
        let _ = writeln!(text, "fact f{fact} \"F{fact}\" {{ {} }}", values.join("; "));
    }
    text.push_str("commitment reply \"Reply\" {\n  from received\n  until responded\n");
    let columns: Vec<String> = (0..8).map(|value| format!("v1{value}")).collect();
    let _ = writeln!(text, "  | f0 | {} |\n  |---|{}", columns.join(" | "), "---|".repeat(8));
    for row in 0..8 {
        let cells: Vec<String> = (0..8).map(|column| format!("{} hours", 100 + row * 8 + column)).collect();
        let _ = writeln!(text, "  | v0{row} | {} |", cells.join(" | "));
    }
    for fact in 2..10 {
        let others: Vec<String> = (2..fact).map(|other| format!("f{other} is not v{other}0 and ")).collect();
        let _ = writeln!(text, "  except within {fact} hours when {}f{fact} is v{fact}0", others.concat());
    }
    text.push_str("}\n");
    let old = Policy::new(&text);
    let new = Policy::new(&text.replace("107 hours", "99 hours").replace("within 7 hours", "within 8 hours"));
    assert!(
        old.is_sound() && new.is_sound(),
        "{:?}",
        old.analysis.findings.iter().map(|finding| &finding.message).collect::<Vec<_>>()
    );
    let found = compare(&old, &new);
    let ways: BTreeSet<&str> = found.changes.iter().map(|change| change.direction).collect();
    assert_eq!(ways, BTreeSet::from(["stronger", "weaker"]));
}
