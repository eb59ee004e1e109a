//! Small random policies, compiled, and compared case by case with what the language says that they mean.
//!
//! The policies are text for the compiler; what they mean is worked out from the generator's own model, by looking at every
//! case (`oracle/judge.rs`). Compared are which cases can occur, what is covered, the value and the gaps of commitments,
//! prices and entitlements, the hours of channels, the findings about rules with the cases that they show, and the rule set
//! as an outside consumer would read it. `AVOUCH_PROPERTY_CASES` sets how many policies are drawn.

#![allow(
    clippy::needless_range_loop,
    clippy::needless_for_each,
    reason = "places are counted, and steps are named"
)]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop where the tool may not")]

mod oracle;

use oracle::choices::Choices;
use oracle::compare::{Seen, differences};
use oracle::generate::policy;
use oracle::model::Policy;
use oracle::reduce::reduced;
use oracle::write::text;
use proptest::prelude::*;
use proptest::test_runner::{TestError, TestRunner};
use std::cell::RefCell;

const DEFAULT: u32 = 2_000;

fn faults(policy: &Policy) -> Vec<String> {
    differences(policy, &mut Seen::default())
}

#[test]
fn policies_mean_what_the_language_says_case_by_case() {
    let cases =
        std::env::var("AVOUCH_PROPERTY_CASES").ok().and_then(|number| number.parse().ok()).unwrap_or(DEFAULT);
    let config = ProptestConfig {
        cases,
        failure_persistence: None,
        max_shrink_iters: 200,
        ..ProptestConfig::default()
    };
    let seen = RefCell::new(Seen::default());
    let numbers = prop::collection::vec(any::<u16>(), 0..500);
    let outcome = TestRunner::new(config).run(&numbers, |numbers| {
        let policy = policy(&mut Choices::new(numbers));
        let faults = differences(&policy, &mut seen.borrow_mut());
        if faults.is_empty() { Ok(()) } else { Err(TestCaseError::fail(faults.join("\n"))) }
    });
    if let Err(TestError::Fail(_, numbers)) = &outcome {
        let small = reduced(policy(&mut Choices::new(numbers.clone())), |policy| !faults(policy).is_empty());
        panic!("{}\n\n{}", text(&small), faults(&small).join("\n"));
    }
    outcome.unwrap();
    let seen = seen.into_inner();
    println!("{cases} policies: {seen:?}");
    // Most policies get as far as the rule set, and each kind of outcome comes up.
    let all = usize::try_from(cases).unwrap();
    assert!(seen.published > all / 4 && seen.conflicting > all / 20 && seen.mistaken > all / 50, "{seen:?}");
}
