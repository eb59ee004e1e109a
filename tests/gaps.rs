//! Where nothing is wrong, the rules of a commitment and its gaps are all of its cases. Proofs rely on it; what could not be
//! understood leaves no gaps behind, and must therefore be an error.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop where the tool may not")]

#[path = "support/mutate.rs"]
mod mutate;
#[path = "support/policies.rs"]
mod policies;

use avouch::analysis::{Analysis, Memory, analyse};
use avouch::cases::CaseSet;
use avouch::config::Settings;
use mutate::{Dice, mutated};
use std::fs;

fn analysed(text: &str) -> Analysis {
    let mut files = Memory::default();
    for path in policies::policies(&["examples/common"]) {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap();
        files.insert(&format!("common/{name}"), fs::read_to_string(&path).unwrap());
    }
    files.insert("p.policy", text);
    analyse("p.policy", &files, &Settings::default())
}

/// Whether the program counts as complete, after a look at each of its commitments if it does.
fn is_complete(text: &str) -> bool {
    let analysis = analysed(text);
    let Some(program) = analysis.program.as_ref().filter(|program| program.complete) else { return false };
    for (name, commitment) in &program.commitments {
        let rules = &commitment.rules;
        let decided = CaseSet::try_union(rules.regions.iter().map(|region| &region.cases)).unwrap();
        let left = rules.domain.try_minus(&decided).unwrap().try_minus(&rules.gaps).unwrap();
        let left = left.try_and(program.space.possible()).unwrap();
        assert!(left.is_empty(), "`{name}` has cases without a rule that are no gaps:\n{text}");
    }
    true
}

#[test]
fn rules_and_gaps_are_all_cases_however_a_policy_was_damaged() {
    let count: u64 = std::env::var("AVOUCH_EDITS").ok().and_then(|count| count.parse().ok()).unwrap_or(12);
    let (mut complete, mut damaged) = (0, 0);
    for (number, path) in policies::policies(&["examples", "tests/corpus"]).iter().enumerate() {
        let text = fs::read_to_string(path).unwrap();
        complete += u32::from(is_complete(&text));
        for edit in 0..count {
            let mut dice = Dice::new(number as u64 * 1000 + edit);
            damaged += u32::from(!is_complete(&mutated(&text, &mut dice)));
        }
    }
    assert!(complete > 10 && damaged > 30, "{complete} were complete and {damaged} were not");
}

#[test]
fn a_promise_that_cannot_be_understood_is_no_gap_and_proves_nothing() {
    let with = |line: &str| {
        format!(
            "policy p \"P\" {{ effective 2026-12-01; timezone UTC; business hours office }}\n\
             calendar office \"Office\" {{ open Mon..Fri 09:00..17:00; open on holidays }}\n\
             severity grave \"Grave\"\nseverity light \"Light\"\n\
             commitment first \"First\" {{\n  from received\n  until responded\n  {line}\n}}\n\
             ensure \"all\" {{ every covered case has first }}\n"
        )
    };
    assert!(is_complete(&with("within 4 business hours")));
    assert_eq!(analysed(&with("within 4 business hours")).proved.len(), 1);
    for line in [
        "within 4 business hours when severity is grave; within 4 moons when severity is light",
        "within 4 business hours when severity is grave; within 1 hour when severity is lihgt",
        "within 4 business hours when severity is grave; within 1 hour when colour is light",
        "within 4 business hours when severity is grave; within EUR 4 when severity is light",
        "within 4 business hours when severity is grave; within 4 night hours when severity is light",
        "within 4 business hours when severity is grave; as agreed in eula",
        "| severity | promise |\n  |---|---|\n  | grave | 1 hour |\n  | light | soon |",
        "| severity | promise |\n  |---|---|\n  | grave | 1 hour |\n  | lihgt | 2 hours |",
        "| severity | promise |\n  |---|---|\n  | grave | 1 hour |\n  | light | |",
        "| severity | promise |\n  |---|---|\n  | grave | 1 hour |\n  | light | 1 hour | 2 hours |",
    ] {
        let text = with(line);
        assert!(!is_complete(&text), "{line} counts as understood");
        assert!(analysed(&text).proved.is_empty(), "{line} proves that every case has a promise");
    }
}
