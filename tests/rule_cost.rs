//! What each rule costs, in memory that it asks for, which does not depend on the machine: none asks for more than a tenth of what a
//! whole check does, and where nothing is that a rule speaks of, it asks for none.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop where the tool may not")]

#[path = "support/policies.rs"]
mod policies;

use std::alloc::System;
use std::collections::BTreeMap;
use std::fs;

use avouch::analysis::{Analysis, Memory, analyse};
use avouch::config::Settings;
use avouch::diagnostic::Profile;
use avouch::lint::{self, Context};
use avouch::time::Date;
use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};

#[global_allocator]
static ALLOCATOR: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

fn day() -> Option<Date> {
    Date::new(2026, 11, 22)
}

/// What each lint asks for, in bytes, in the order of the table; the first one that needs something that is shared pays for it.
fn costs(analysis: &Analysis, twice: bool) -> Vec<(&'static str, usize)> {
    let Some(program) = &analysis.program else { return Vec::new() };
    let lists = |_, path: &str| Err(format!("there is no {path}"));
    let context = Context::new(program, &analysis.sources, day(), &lists);
    if twice {
        lint::run(&context);
    }
    let of = |lint: &lint::Lint| {
        let mut found = Vec::new();
        let region = Region::new(ALLOCATOR);
        (lint.check)(&context, &mut found);
        (lint.code.name, region.change().bytes_allocated)
    };
    lint::ALL.iter().map(of).collect()
}

#[test]
fn what_rules_cost() {
    // One test, since another one at the same time would be counted too.
    no_rule_asks_for_more_than_a_tenth_of_a_check();
    a_rule_asks_for_nothing_where_nothing_is_that_it_speaks_of();
}

fn no_rule_asks_for_more_than_a_tenth_of_a_check() {
    let mut files = Memory::default().on(day());
    let mut paths = Vec::new();
    for path in policies::policies(&["examples", "examples/real", "examples/common"]) {
        let name = path.to_str().unwrap().to_owned();
        files.insert(&name, fs::read_to_string(&path).unwrap());
        paths.push(name);
    }
    let settings = Settings { asked: Some(Profile::Strict), ..Settings::default() };
    let (mut whole, mut each) = (0, BTreeMap::<&str, usize>::new());
    for path in &paths {
        let region = Region::new(ALLOCATOR);
        let analysis = analyse(path, &files, &settings);
        whole += region.change().bytes_allocated;
        for (name, bytes) in costs(&analysis, false) {
            *each.entry(name).or_default() += bytes;
        }
    }
    let dear: Vec<_> = each.iter().filter(|(_, bytes)| **bytes > whole / 10).collect();
    assert!(dear.is_empty(), "of {whole} bytes in all: {dear:?}");
    assert!(whole > 1_000_000 && each.values().sum::<usize>() > 0, "what is asked for is counted");
}

fn a_rule_asks_for_nothing_where_nothing_is_that_it_speaks_of() {
    let mut files = Memory::default().on(day());
    files.insert(
        "a.policy",
        "policy a \"A\" {\n  version \"1\"\n  effective 2026-03-01\n  timezone Europe/Amsterdam\n}\n",
    );
    let analysis = analyse("a.policy", &files, &Settings::default());
    let idle: Vec<_> = costs(&analysis, true).into_iter().filter(|(_, bytes)| *bytes > 0).collect();
    assert!(idle.is_empty(), "these ask for memory in a policy that says nothing: {idle:?}");
}
