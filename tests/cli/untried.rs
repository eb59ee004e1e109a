//! What `avouch test` says where errors keep examples and tests from being tried.

use super::{avouch, folder};

#[test]
fn tests_beside_an_error_are_not_said_to_be_missing() {
    let case = "test \"A case\" {\n  received 2026-11-12 10:00\n  expect covered\n}\n";
    let wrong = format!("policy small \"Small\" {{ timezone Europe/Amsterdam }}\nnonsense\n{case}");
    let files = folder(&[("a.policy", wrong.as_bytes())]);
    let run = avouch(&files, &["test", "a.policy"]);
    assert!(run.err.starts_with("no example and no test was tried because of the errors"), "{}", run.err);
    let none = folder(&[("a.policy", b"policy small \"Small\"\n")]);
    let run = avouch(&none, &["test", "a.policy"]);
    assert!(run.err.starts_with("there is no example and no test"), "{}", run.err);
}
