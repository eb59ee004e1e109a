//! Policies of a size that nobody would write. `AVOUCH_LARGE` multiplies the sizes; see `docs/dev/evidence.md`.

use crate::program::{GOOD, folder, shown};
use insta::assert_snapshot;

/// How many times the usual size is tried.
fn times() -> usize {
    std::env::var("AVOUCH_LARGE").ok().and_then(|times| times.parse().ok()).unwrap_or(1)
}

#[test]
fn very_many_declarations() {
    let count = 1_000 * times();
    let text: String =
        (0..count).map(|at| format!("definition d{at} \"Word {at}\" {{ means \"It.\" }}\n")).collect();
    let folder = folder([("a.policy", GOOD.to_owned() + &text)]);
    assert_snapshot!(shown(folder.path(), "check"));
}

#[test]
fn very_many_errors() {
    let count = 500 * times();
    let text: String = (0..count).map(|at| format!("role r{at} {{ adress \"x\" }}\n")).collect();
    let folder = folder([("a.policy", GOOD.to_owned() + &text)]);
    let text = shown(folder.path(), "check --format concise --max-findings 3");
    assert_snapshot!(text.replace(&(count - 3).to_string(), "MANY").replace(&count.to_string(), "MANY"));
}

#[test]
fn a_file_of_many_megabytes() {
    let mut text = GOOD.to_owned();
    text.push_str("section s \"S\" {\n  \"\"\"\n");
    text.push_str(&"A sentence of ordinary length that a reader would read.\n".repeat(2_000 * times()));
    text.push_str("  \"\"\"\n}\n");
    let folder = folder([("a.policy", text)]);
    assert_snapshot!(shown(folder.path(), "check"));
}
