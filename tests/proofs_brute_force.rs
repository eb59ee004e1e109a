//! What random small policies ensure, proved, and decided by looking at every case and every instant.
//!
//! The policies are text for the compiler; what they mean is worked out from the generator's own model (`proofs/truth.rs`), over
//! nine days with a change of clocks. `AVOUCH_PROPERTY_CASES` sets how many policies are drawn, `AVOUCH_PROPERTY_FIRST` the first.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop where the tool may not")]
#![allow(dead_code, reason = "chance is shared with the oracle of time, which needs more of it")]

mod minutes {
    pub mod chance;
}
mod proofs;

use avouch::diagnostic::Level;
use avouch::evaluate::{Context, Customer};
use avouch::prove::{Horizon, run_over};
use avouch::source::{FileId, Source, Sources};
use avouch::time::{Zone, ZoneClock};
use avouch::{check, syntax};
use proofs::model::{DAYS, FIRST, policy, text};
use proofs::truth::{Truth, midnight};
use std::collections::BTreeSet;

fn number(variable: &str, usual: u64) -> u64 {
    std::env::var(variable).ok().and_then(|number| number.parse().ok()).unwrap_or(usual)
}

/// What was compared.
#[derive(Clone, Copy, Debug, Default)]
struct Seen {
    unsound: u64,
    proved: u64,
    refuted: u64,
}

fn compare(seed: u64, seen: &mut Seen) {
    let policy = policy(seed);
    let text = text(&policy);
    let mut sources = Sources::default();
    let file = sources.add(Source::new("p.policy", text.clone()));
    assert_eq!(file, FileId(0));
    let parsed = syntax::parse(file, sources.get(file));
    assert_eq!(parsed.findings, [], "case {seed}:\n{text}");
    let checked = check::program(&[(file, &parsed.file)]);
    // Conditions that no case meets, and exceptions of nothing, are other tests' business.
    if checked.findings.iter().any(|finding| finding.code.level == Level::Error) {
        seen.unsound += 1;
        return;
    }
    let program = checked.program.unwrap();
    let lists = |_, _: &str| Err(String::new());
    let context = Context::new(&program, &sources, Customer::default(), &lists);
    let clock = ZoneClock::new(&Zone::new("Europe/Amsterdam").unwrap());
    let horizon = Horizon { from: midnight(&clock, FIRST), to: midnight(&clock, FIRST + DAYS) };
    let proofs = run_over(&context, horizon);
    let proved: BTreeSet<String> = proofs.proved.into_iter().map(|proved| proved.title).collect();
    let truth = Truth::new(&policy);
    for (number, (form, when)) in policy.ensures.iter().enumerate() {
        let holds = truth.holds(form, when.as_ref());
        let said = proved.contains(&number.to_string());
        let against: Vec<&str> = proofs.findings.iter().map(|finding| finding.message.as_str()).collect();
        assert_eq!(said, holds, "case {seed}: {form:?} when {when:?}\n{text}\n{}", against.join("\n"));
        if holds { seen.proved += 1 } else { seen.refuted += 1 }
    }
    assert_eq!(proofs.refuted, policy.ensures.len() - proved.len());
}

fn cases(first: u64, count: u64) -> Seen {
    let mut seen = Seen::default();
    for seed in first..first + count {
        compare(seed, &mut seen);
    }
    seen
}

#[test]
fn every_sentence_is_decided_as_by_looking_at_all_cases_and_instants() {
    let (first, count) = (number("AVOUCH_PROPERTY_FIRST", 0), number("AVOUCH_PROPERTY_CASES", 200));
    let each = count.div_ceil(2);
    let all: Vec<Seen> = std::thread::scope(|scope| {
        let workers: Vec<_> =
            (0..2).map(|worker| scope.spawn(move || cases(first + worker * each, each))).collect();
        workers.into_iter().map(|worker| worker.join().expect("no difference")).collect()
    });
    let sum = |of: fn(&Seen) -> u64| all.iter().map(of).sum::<u64>();
    let (proved, refuted, unsound) =
        (sum(|seen| seen.proved), sum(|seen| seen.refuted), sum(|seen| seen.unsound));
    println!(
        "{count} policies: {proved} sentences proved, {refuted} refuted, {unsound} policies with errors"
    );
    assert!(proved > count && refuted > count && unsound < count / 2);
}
