//! Two versions of a small policy in memory, compared, with the changes in lines.

use avouch::analysis::versions::{Version, Wanted, compared};
use avouch::analysis::{Analysis, Memory, analyse};
use avouch::compare::{Report, report};
use avouch::config::Settings;
use avouch::time::Date;

/// A policy up to its promises.
pub const HEAD: &str = r#"policy support "Support" {
  effective      2026-12-01
  timezone       Europe/Amsterdam
  business hours office
}
severity critical "Critical"
severity normal   "Normal"
plan basic   "Basic"
plan premium "Premium" { extends basic; grants GRANT }
entitlement advice "Advice"
role lead "Lead"
role boss "Boss"
channel email  "E-mail" { address "help@support.example"; open office }
channel portal "Portal" { address "https://support.example"; open office }
"#;

/// When it is open.
pub const OFFICE: &str = "calendar office \"Office hours\" { open Mon..Fri 09:00..17:00 }\n";

/// Its promise.
pub const FIRST: &str = r#"commitment first "First response" {
  from  received
  until responded
  within 4 business hours
}
"#;

/// A policy that was analysed.
pub struct Policy {
    analysis: Analysis,
    files: Memory,
}

impl Policy {
    pub fn new(parts: &[&str]) -> Self {
        let text = HEAD.replace("; grants GRANT", "") + &parts.concat();
        Self::of(&text)
    }

    pub fn of(text: &str) -> Self {
        let mut files = Memory::default();
        files.insert("p.policy", text);
        let analysis = analyse("p.policy", &files, &Settings::default());
        let sound = analysis.program.as_ref().is_some_and(|program| program.complete) && !analysis.broken;
        let messages: Vec<&str> = analysis.findings.iter().map(|finding| finding.message.as_str()).collect();
        assert!(sound, "{messages:?}\n{text}");
        Self { analysis, files }
    }

    fn version(&self) -> Version<'_> {
        Version { analysis: &self.analysis, path: "p.policy", files: &self.files }
    }
}

/// What changed.
pub fn compare(old: &Policy, new: &Policy) -> Report {
    compare_with(old, new, true)
}

/// The same, with the tests or without them.
pub fn compare_with(old: &Policy, new: &Policy, tests: bool) -> Report {
    let day = Date::new(2026, 11, 22);
    let wanted = Wanted { today: day, announced: day, tests };
    compared(old.version(), new.version(), wanted, report).expect("two policies").expect("not too complex")
}

/// The changes in lines, with the proofs of those that have one.
pub fn changes(old: &Policy, new: &Policy) -> Vec<String> {
    let report = compare(old, new);
    report
        .changes
        .iter()
        .map(|change| format!("{} {}: {}", change.direction, change.id, change.message))
        .collect()
}

/// The same both ways; the mirror must say the opposite of as many things.
pub fn both_ways(old: &Policy, new: &Policy) -> Vec<String> {
    let (forth, back) = (compare(old, new), compare(new, old));
    let mut turned: Vec<&str> = back
        .changes
        .iter()
        .map(|change| match change.direction {
            "weaker" => "stronger",
            "stronger" => "weaker",
            other => other,
        })
        .collect();
    let mut said: Vec<&str> = forth.changes.iter().map(|change| change.direction).collect();
    turned.sort_unstable();
    said.sort_unstable();
    assert_eq!(said, turned);
    changes(old, new)
}
