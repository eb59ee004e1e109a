//! Analyses of files in memory, and what is made of them.

use super::*;
use crate::config::{Choice, Folder, Levels};

fn unreadable(error: ReadError) -> Analysis {
    let mut files = Memory::default();
    files.fail("drafts/a.policy", error);
    analyse("drafts/a.policy", &files, &Settings::default())
}

#[test]
fn a_file_that_cannot_be_read_is_a_finding() {
    let analysis = unreadable(ReadError::Missing);
    assert_eq!(analysis.findings[0].message, "there is no file `drafts/a.policy`");
    assert_eq!(analysis.findings[0].code.name, "unreadable-file");
    assert!(analysis.broken);
    assert_eq!(analysis.unread, Some(ReadError::Missing));
}

#[test]
fn a_wrong_byte_is_shown_where_it_stands() {
    let analysis = unreadable(decode(b"title \"Caf\xe9\"\n".to_vec()).unwrap_err());
    assert_eq!(analysis.findings[0].span.start, 10);
    assert_eq!(
        analysis.findings[0].message,
        "`drafts/a.policy` is not text in UTF-8: byte 11, in line 1, begins no character"
    );
}

#[test]
fn settings_change_levels_but_not_what_can_be_built() {
    let mut files = Memory::default();
    files.fail("drafts/a.policy", ReadError::IsFolder);
    let levels = |choice| Levels::from([("unreadable-file", choice)]);
    let mut settings = Settings { levels: levels(Choice::At(Level::Advice)), ..Settings::default() };
    let analysis = analyse("drafts/a.policy", &files, &settings);
    assert_eq!(analysis.findings[0].level, Level::Advice);
    assert!(analysis.broken);

    settings.folders.push(Folder { path: "drafts".to_owned(), profile: None, levels: levels(Choice::Off) });
    let analysis = analyse("drafts/a.policy", &files, &settings);
    assert!(analysis.findings.is_empty());
    let options = BuildOptions { forms: vec![], audiences: vec![], languages: vec![] };
    assert_eq!(
        artifacts(&analysis, &options).unwrap_err().to_string(),
        "drafts/a.policy has errors, so nothing is built from it"
    );
}

#[test]
fn an_unknown_audience_or_language_names_the_known_ones() {
    let (path, known) = ("a.policy".to_owned(), vec!["nl".to_owned(), "en".to_owned()]);
    let error = BuildError::UnknownLanguage { path: path.clone(), name: "fr".to_owned(), known };
    assert_eq!(error.to_string(), "a.policy is not written in `fr`");
    assert_eq!(error.help().as_deref(), Some("it is written in `nl`, `en`"));
    let known = vec!["public".to_owned()];
    let error = BuildError::UnknownAudience { path, name: "staff".to_owned(), known };
    assert_eq!(error.to_string(), "a.policy has no audience `staff`");
    assert_eq!(error.help().as_deref(), Some("it has `public`"));
    let known = vec!["public".to_owned(), "internal".to_owned()];
    let error = BuildError::UnknownAudience { path: "a.policy".to_owned(), name: "staff".to_owned(), known };
    let help = "it has `public`, `internal`; your own people are `internal`";
    assert_eq!(error.help().as_deref(), Some(help));
}

#[test]
fn a_policy_that_is_asked_is_understood_and_not_judged() {
    let text = "policy a \"A\" { timezone UTC }\nseverity high \"High\"\nplan spare \"Spare\"\n\
            commitment first \"First\" { from received; until responded; within 2 hours }\n\
            ensure \"Quick\" { first within 1 hour }\n";
    let mut files = Memory::default();
    files.insert("a.policy", text);
    let codes = |analysis: &Analysis| -> Vec<&str> {
        analysis.findings.iter().map(|finding| finding.code.name).collect()
    };
    let judged = analyse("a.policy", &files, &Settings::default());
    assert!(judged.broken && codes(&judged).contains(&"ensure-refuted"), "{:?}", codes(&judged));
    let asked = understand("a.policy", &files, &Settings::default());
    assert!(!asked.broken && asked.program.is_some());
    assert_eq!(codes(&asked), [""; 0]);
    // What leaves it without a meaning is found all the same.
    files.insert("a.policy", text.replace("UTC", "Nowhere"));
    let wrong = understand("a.policy", &files, &Settings::default());
    assert!(wrong.broken && codes(&wrong).contains(&"unknown-zone"), "{:?}", codes(&wrong));
}
