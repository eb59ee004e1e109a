//! What is for fewer readers stays out of every build for more of them, in every form and language.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop where the tool may not")]

use avouch::analysis::{Memory, analyse, artifacts};
use avouch::config::Settings;
use avouch::diagnostic::Level;
use avouch::emit::{BuildOptions, Form};

const POLICY: &str = include_str!("audiences/markers.policy");

/// Words that only we may read, and words that only partners and we may read. Amounts are searched for in every way in
/// which a document or a rule set writes them.
const OURS: &[&str] = &[
    "secret", "03:37", "03:38", "111222", "111,222", "111.222", "555666", "555,666", "777888", "777,888",
    "0199", "boss@",
];
const PARTNERS: &[&str] = &["partnerword", "333444", "333,444", "333.444", "partners@"];

fn built(audience: &str) -> Vec<(String, String)> {
    let mut files = Memory::default();
    files.insert("markers.policy", POLICY);
    let analysis = analyse("markers.policy", &files, &Settings::default());
    let errors: Vec<_> = analysis.findings.iter().filter(|finding| finding.level == Level::Error).collect();
    assert!(errors.is_empty(), "{errors:#?}");
    let options = BuildOptions {
        forms: vec![Form::Html, Form::Markdown, Form::Rules, Form::Yaml],
        audiences: vec![audience.to_owned()],
        languages: Vec::new(),
    };
    let artifacts = artifacts(&analysis, &options).expect("a build");
    // Two documents in two languages and two rule sets, and the style sheet.
    assert!(
        artifacts.len() >= 6,
        "{:?}",
        artifacts.iter().map(|artifact| &artifact.path).collect::<Vec<_>>()
    );
    artifacts
        .into_iter()
        .map(|artifact| (artifact.path, String::from_utf8(artifact.bytes).expect("text").to_lowercase()))
        .collect()
}

/// Spaces of all kinds between digits are taken out, so that no way of grouping hides a figure.
fn plain(text: &str) -> String {
    text.chars().filter(|c| !matches!(c, '\u{a0}' | '\u{202f}' | '_')).collect()
}

fn found(audience: &str, words: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for (path, text) in built(audience) {
        let text = plain(&text);
        for word in words {
            if let Some(at) = text.find(word) {
                let from = text[..at].char_indices().rev().nth(40).map_or(0, |(index, _)| index);
                let to = text[at..].char_indices().nth(40).map_or(text.len(), |(index, _)| at + index);
                found.push(format!("{path}: {}", &text[from..to]));
            }
        }
    }
    found
}

#[test]
fn a_public_build_holds_no_byte_of_narrower_text() {
    assert_eq!(found("public", OURS), Vec::<String>::new());
    assert_eq!(found("public", PARTNERS), Vec::<String>::new());
}

#[test]
fn a_build_for_partners_holds_theirs_and_not_ours() {
    assert_eq!(found("partner", OURS), Vec::<String>::new());
    assert!(!found("partner", PARTNERS).is_empty());
}

#[test]
fn our_own_build_holds_everything() {
    let text: String = built("internal").into_iter().map(|(_, text)| text).collect();
    for marker in [
        "secret header note",
        "secret calendar note",
        "secret night shift",
        "03:37",
        "03:38",
        "secret severity note",
        "secret bonus",
        "secret line",
        "secret commitment note",
        "secret goal",
        "secret path",
        "secret boss",
        "secret offer",
        "secret price",
        "secret paper",
        "secret meaning",
        "secret answer",
        "secret window",
        "secret duty",
        "secret item",
        "secret section note",
        "secret prose",
        "secret inner prose",
        "secret inner duty",
        "secret change note",
        "secret example",
    ] {
        assert!(text.contains(marker), "{marker}");
    }
    // Tests and proofs are never published.
    assert!(!text.contains("secret test") && !text.contains("secret ensure"));
}

/// The text of all that is built for an audience of a policy with hours that nobody, only we, and everybody goes by.
fn hours(audience: &str) -> String {
    let policy = r#"policy owl "Owl" { timezone Europe/Amsterdam; business hours office }
calendar office "Office hours" { open Mon..Fri 09:00..17:00; open on holidays }
calendar watch "Watch" { open Mon..Fri 22:00..24:00; open on holidays }
calendar spare "Spare" { open Sat 10:00..12:00; open on holidays }
calendar told "Told" { open Sun 10:00..12:00; open on holidays }
channel mail "E-mail" { address "help@owl.example"; open office }
internal channel pager "Pager" { address "+31 20 555 0101"; open watch }
section about "About" { "Walk in during {told}."; internal note "We are awake during {watch}." }
ensure "The watch is short" { watch open at least 1 hour each week }
"#;
    let mut files = Memory::default();
    files.insert("owl.policy", policy);
    let analysis = analyse("owl.policy", &files, &Settings::default());
    let forms = vec![Form::Html, Form::Markdown, Form::Rules];
    let options = BuildOptions { forms, audiences: vec![audience.to_owned()], languages: Vec::new() };
    let artifacts = artifacts(&analysis, &options).unwrap();
    artifacts.into_iter().map(|artifact| String::from_utf8(artifact.bytes).unwrap()).collect()
}

#[test]
fn hours_are_for_those_who_go_by_them() {
    let (public, internal) = (hours("public"), hours("internal"));
    for (title, outside, inside) in
        [("Office hours", true, true), ("Told", true, true), ("Watch", false, true), ("Spare", false, false)]
    {
        assert_eq!(public.contains(title), outside, "{title}");
        assert_eq!(internal.contains(title), inside, "{title}");
    }
}
