//! Settings in, settings or whole messages out.

use super::*;
use crate::diagnostic::render::{Found, Look, pretty};
use crate::source::Sources;

fn parse(text: &str) -> (Settings, String) {
    let mut sources = Sources::default();
    let file = sources.add(Source::new("avouch.toml", text));
    let (settings, findings) = read(sources.get(file), file);
    let look = Look { colour: false, ascii: false, width: 100 };
    let shown: Vec<String> =
        findings.iter().map(|finding| pretty(Found { sources: &sources, finding }, look)).collect();
    (settings, shown.join("\n"))
}

fn faults(text: &str) -> String {
    parse(text).1
}

#[test]
fn every_setting_is_read() {
    let (settings, shown) = parse(
        "fail-on = \"warning\"\noutput = \"public\"\nprofile = \"strict\"\n[levels]\nsyntax = \"advice\"\n\
         [[folder]]\npath = \"./drafts/old/\"\nprofile = \"minimal\"\nlevels = { unknown-word = \"off\" }\n",
    );
    assert_eq!(shown, "");
    let levels = Levels::from([("unknown-word", Choice::Off)]);
    let drafts = Folder { path: "drafts/old".to_owned(), profile: Some(Profile::Minimal), levels };
    let expected = Settings {
        asked: None,
        profile: Some(Profile::Strict),
        levels: Levels::from([("syntax", Choice::At(Level::Advice))]),
        folders: vec![drafts],
        fail_on: Some(Level::Warning),
        output: Some("public".to_owned()),
    };
    assert_eq!(settings, expected);
}

#[test]
fn an_empty_file_sets_nothing() {
    assert_eq!(parse(""), (Settings::default(), String::new()));
}

#[test]
fn an_unknown_setting_names_the_nearest() {
    insta::assert_snapshot!(faults("fail_on = \"warning\"\ncolour = true\n"));
}

#[test]
fn an_unknown_rule_names_the_nearest() {
    insta::assert_snapshot!(faults("[levels]\nunknow-word = \"off\"\nwombat = \"off\"\n"));
}

#[test]
fn a_wrong_level_lists_the_levels() {
    insta::assert_snapshot!(faults("fail-on = \"eror\"\n[levels]\nsyntax = 3\nunknown-word = \"quiet\"\n"));
}

#[test]
fn a_wrong_profile_lists_the_profiles() {
    insta::assert_snapshot!(faults("profile = \"strickt\"\n[[folder]]\npath = \"a\"\nprofile = 1\n"));
}

#[test]
fn a_folder_says_what_it_lacks() {
    insta::assert_snapshot!(faults(
        "[[folder]]\nlevels = {}\n[[folder]]\npath = \"../other\"\n[[folder]]\npath = \"a\"\nlevel = {}\n"
    ));
}

#[test]
fn settings_of_another_kind_are_refused() {
    insta::assert_snapshot!(faults("levels = 1\nfolder = \"drafts\"\noutput = [\"a\"]\n"));
}

#[test]
fn malformed_toml_shows_the_place() {
    insta::assert_snapshot!(faults("fail-on = \"warning\n[levels\nsyntax = off\n"));
}

#[test]
fn what_is_right_is_kept_beside_what_is_wrong() {
    let (settings, shown) = parse("fail-on = \"advice\"\nwombat = 1\n");
    assert_eq!(settings.fail_on, Some(Level::Advice));
    assert!(!shown.is_empty());
}

#[test]
fn builds_are_written_below_the_settings() {
    for folder in ["../site", "/tmp/site", "a/../../site"] {
        let (settings, shown) = parse(&format!("output = \"{folder}\"\n"));
        assert_eq!(settings.output, None);
        assert!(shown.contains("`output` is a folder beside the settings or below them"), "{shown}");
    }
    assert_eq!(parse("output = \"./public/site\"\n").0.output.as_deref(), Some("./public/site"));
}
