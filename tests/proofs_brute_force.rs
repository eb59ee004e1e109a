//! What random small policies ensure, proved, and decided by looking at every case and every instant.
//!
//! The policies are text for the compiler; what they mean is worked out from the generator's own model (`proofs/truth.rs`), over
//! nine days with a change of clocks. What stands against a sentence is looked at alone: there it must not hold either.
//! `AVOUCH_PROPERTY_CASES` sets how many policies are compared (those with errors of their own are drawn and not counted),
//! `AVOUCH_PROPERTY_FIRST` the first, `AVOUCH_PROPERTY_WORKERS` how many threads there are.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop where the tool may not")]
#![allow(dead_code, reason = "chance is shared with the oracle of time, which needs more of it")]

mod minutes {
    pub mod chance;
}
mod proofs;

use avouch::diagnostic::{Diagnostic, Level};
use avouch::evaluate::{Context, Customer};
use avouch::prove::{Horizon, run_over};
use avouch::source::{FileId, Source, Sources};
use avouch::time::{Moment, Zone, ZoneClock};
use avouch::{check, syntax};
use proofs::model::{Case, DAYS, FIRST, Form, policy};
use proofs::text::text;
use proofs::truth::{Truth, midnight};
use std::collections::BTreeSet;

fn number(variable: &str, usual: u64) -> u64 {
    std::env::var(variable).ok().and_then(|number| number.parse().ok()).unwrap_or(usual)
}

/// What was compared.
#[derive(Clone, Copy, Debug, Default)]
struct Seen {
    compared: u64,
    unsound: u64,
    witnesses: u64,
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
    let mut findings = proofs.findings.iter();
    for (number, (form, when)) in policy.ensures.iter().enumerate() {
        let holds = truth.holds(form, when.as_ref());
        let said = proved.contains(&number.to_string());
        let against: Vec<&str> = proofs.findings.iter().map(|finding| finding.message.as_str()).collect();
        assert_eq!(said, holds, "case {seed}: {form:?} when {when:?}\n{text}\n{}", against.join("\n"));
        if holds {
            seen.proved += 1;
            continue;
        }
        seen.refuted += 1;
        let finding = findings.next().expect("each sentence that does not hold has its finding");
        for alone in witnesses(&truth, finding, form) {
            let shown = (&finding.message, &finding.case, &finding.instant);
            assert!(
                !alone.holds(form, when.as_ref()),
                "case {seed}: {form:?} when {when:?} holds at {shown:?}\n{text}"
            );
            seen.witnesses += 1;
        }
    }
    assert_eq!(proofs.refuted, policy.ensures.len() - proved.len());
    seen.compared += 1;
}

/// The cases that a finding shows, each alone with the instant that it names. Along a ladder all lower steps belong to a case.
fn witnesses<'a>(truth: &Truth<'a>, finding: &Diagnostic, form: &Form) -> Vec<Truth<'a>> {
    let at = finding.instant.as_ref().map(|instant| match Moment::parse(instant) {
        Ok(Moment::Instant(at)) => at.seconds(),
        other => panic!("{instant} is no instant: {other:?}"),
    });
    // How many hours a day has is no matter of one instant.
    let at = at.filter(|_| !matches!(form, Form::AtLeast(..)));
    let shown = |case: &&Case| {
        finding.case.iter().all(|(fact, value)| match fact.as_str() {
            "plan" => *value == format!("p{}", case.plan),
            "severity" => *value == format!("s{}", case.severity),
            "workaround" => (value == "yes") == case.workaround,
            "channel" => *value == format!("c{}", case.channel),
            other => panic!("a fact `{other}` that the policy does not have"),
        })
    };
    let below = |case: &Case, other: &Case| match form {
        Form::SlowerPlan(_) | Form::LessPlan | Form::DearerPlan => other.plan < case.plan,
        Form::SlowerSeverity(_) | Form::LessSeverity | Form::DearerSeverity => other.severity > case.severity,
        _ => false,
    };
    let alone = |case: &Case| {
        let others = truth.cases.iter().filter(|other| below(case, other));
        truth.only([case].into_iter().chain(others).copied().collect(), at)
    };
    truth.cases.iter().filter(shown).map(alone).collect()
}

/// Compares so many policies, every some-th from the first on.
fn cases(first: u64, step: u64, count: u64) -> Seen {
    let mut seen = Seen::default();
    for seed in (first..).step_by(usize::try_from(step).unwrap()) {
        if seen.compared == count {
            break;
        }
        compare(seed, &mut seen);
    }
    seen
}

#[test]
fn every_sentence_is_decided_as_by_looking_at_all_cases_and_instants() {
    let (first, count) = (number("AVOUCH_PROPERTY_FIRST", 0), number("AVOUCH_PROPERTY_CASES", 200));
    let workers = number("AVOUCH_PROPERTY_WORKERS", 2).max(1);
    let share = |worker: u64| count / workers + u64::from(worker < count % workers);
    let all: Vec<Seen> = std::thread::scope(|scope| {
        let spawned: Vec<_> = (0..workers)
            .map(|worker| scope.spawn(move || cases(first + worker, workers, share(worker))))
            .collect();
        spawned.into_iter().map(|worker| worker.join().expect("no difference")).collect()
    });
    let sum = |of: fn(&Seen) -> u64| all.iter().map(of).sum::<u64>();
    let (compared, unsound) = (sum(|seen| seen.compared), sum(|seen| seen.unsound));
    let (proved, refuted) = (sum(|seen| seen.proved), sum(|seen| seen.refuted));
    let witnesses = sum(|seen| seen.witnesses);
    println!(
        "{compared} policies: {proved} sentences proved, {refuted} refuted, {witnesses} cases shown that agree; {unsound} more with errors of their own"
    );
    assert_eq!(compared, count);
    assert!(proved > count && refuted > count && witnesses > refuted && unsound < count / 2);
}
