//! Builds of some policies into a folder that holds others: what was made of a policy stays until the policy is built
//! without it, or is gone.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop where the tool may not")]

use std::fs;
use std::process::{Command, Stdio};

use tempfile::TempDir;

fn workspace(names: &[&str]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("avouch.toml"), "").unwrap();
    for name in names {
        let text = format!("policy {name} \"{name}\" {{ timezone Europe/Amsterdam }}\n");
        fs::write(folder.path().join(format!("{name}.policy")), text).unwrap();
    }
    folder
}

/// The last words of a build, and the documents and style sheets that then stand in the folder.
fn build(folder: &TempDir, arguments: &[&str]) -> (String, Vec<String>) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_avouch"));
    command.arg("build").args(arguments).current_dir(folder.path()).env_clear().stdin(Stdio::null());
    let output = command.output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let shown = String::from_utf8(output.stderr).unwrap();
    let said = shown.lines().find(|line| line.starts_with("site: ")).unwrap_or("").to_owned();
    let entries = fs::read_dir(folder.path().join("site")).unwrap();
    let mut names: Vec<String> =
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.retain(|name| !name.starts_with('.'));
    names.sort();
    (said, names)
}

#[test]
fn what_was_made_of_another_policy_stays() {
    let folder = workspace(&["one", "two"]);
    build(&folder, &["one.policy", "--emit", "html"]);
    let (said, names) = build(&folder, &["two.policy", "--emit", "html"]);
    assert_eq!(said, "site: 1 written, 1 unchanged");
    assert_eq!(names, ["one.html", "policy.css", "two.html"]);
    // The style sheet belongs to both.
    let (said, names) = build(&folder, &["two.policy", "--emit", "markdown"]);
    assert_eq!(said, "site: 1 written, 0 unchanged, 1 removed");
    assert_eq!(names, ["one.html", "policy.css", "two.md"]);
    let (said, names) = build(&folder, &["one.policy", "--emit", "markdown"]);
    assert_eq!(said, "site: 1 written, 0 unchanged, 2 removed");
    assert_eq!(names, ["one.md", "two.md"]);
}

#[test]
fn what_was_made_of_a_policy_that_is_gone_is_taken_away() {
    let folder = workspace(&["one", "two"]);
    build(&folder, &["--emit", "markdown"]);
    fs::remove_file(folder.path().join("two.policy")).unwrap();
    let (said, names) = build(&folder, &["one.policy", "--emit", "markdown"]);
    assert_eq!(said, "site: 0 written, 1 unchanged, 1 removed");
    assert_eq!(names, ["one.md"]);
}

#[test]
fn what_was_made_of_another_policy_is_not_replaced() {
    let folder = workspace(&["one"]);
    build(&folder, &["one.policy", "--emit", "html"]);
    let page = fs::read(folder.path().join("site/one.html")).unwrap();
    fs::write(folder.path().join("two.policy"), "policy one \"Two\" { timezone Europe/Amsterdam }\n")
        .unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_avouch"));
    command.args(["build", "two.policy", "--emit", "html"]).current_dir(folder.path()).env_clear();
    let output = command.stdin(Stdio::null()).output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(
        said.contains("`site/one.html` is what an earlier build made of another policy, `../one.policy`"),
        "{said}"
    );
    assert_eq!(fs::read(folder.path().join("site/one.html")).unwrap(), page);
    // Once that policy is gone, its place is free.
    fs::remove_file(folder.path().join("one.policy")).unwrap();
    assert_eq!(build(&folder, &["two.policy", "--emit", "html"]).1, ["one.html", "policy.css"]);
}

#[test]
fn it_does_not_matter_where_a_build_is_started() {
    let folder = workspace(&["one", "two"]);
    let inner = tempfile::tempdir_in(folder.path()).unwrap();
    build(&folder, &["one.policy", "--emit", "markdown"]);
    let mut command = Command::new(env!("CARGO_BIN_EXE_avouch"));
    command.args(["build", "../two.policy", "-o", "../site", "--emit", "markdown"]);
    let status = command.current_dir(inner.path()).env_clear().stderr(Stdio::null()).status().unwrap();
    assert!(status.success());
    let (_, names) = build(&folder, &["one.policy", "--emit", "markdown"]);
    assert_eq!(names, ["one.md", "two.md"]);
    let list = fs::read_to_string(folder.path().join("site/.avouch-build.json")).unwrap();
    assert!(list.contains("\"../two.policy\": ["), "{list}");
}

#[test]
fn a_style_sheet_that_another_policy_has_renewed_stays_with_the_pages_of_the_first() {
    let folder = workspace(&["one", "two"]);
    build(&folder, &["one.policy", "--emit", "html"]);
    // As if an earlier version of the tool had written another style sheet.
    let list = folder.path().join("site/.avouch-build.json");
    let text = fs::read_to_string(&list).unwrap();
    let at = text.find("\"policy.css\": \"").unwrap() + "\"policy.css\": \"".len();
    fs::write(&list, format!("{}{}{}", &text[..at], "0".repeat(64), &text[at + 64..])).unwrap();
    fs::write(folder.path().join("site/policy.css"), "/* earlier */").unwrap();
    build(&folder, &["two.policy", "--emit", "html"]);
    let (_, names) = build(&folder, &["two.policy", "--emit", "markdown"]);
    assert_eq!(names, ["one.html", "policy.css", "two.md"]);
}

#[cfg(unix)]
#[test]
fn what_was_made_of_a_policy_whose_way_is_not_text_stays() {
    use std::os::unix::ffi::OsStrExt as _;

    let folder = workspace(&["one"]);
    let inner = folder.path().join(std::ffi::OsStr::from_bytes(b"caf\xe9"));
    fs::create_dir(&inner).unwrap();
    fs::write(inner.join("avouch.toml"), "").unwrap();
    fs::write(inner.join("two.policy"), "policy two \"two\" { timezone Europe/Amsterdam }\n").unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_avouch"));
    command.args(["build", "two.policy", "-o", "../site", "--emit", "markdown"]);
    let status = command.current_dir(&inner).env_clear().stderr(Stdio::null()).status().unwrap();
    assert!(status.success());
    for _ in 0..2 {
        let (_, names) = build(&folder, &["one.policy", "--emit", "markdown"]);
        assert_eq!(names, ["one.md", "two.md"]);
    }
}

/// A folder with public pages is copied to a web site as it is.
#[test]
fn internal_pages_are_not_written_beside_public_ones_unnoticed() {
    let folder = tempfile::tempdir().unwrap();
    let text =
        "policy a \"A\" { timezone UTC }\nsection s \"S\" { \"Public.\"; internal note \"Secret.\" }\n";
    fs::write(folder.path().join("a.policy"), text).unwrap();
    fs::write(folder.path().join("b.policy"), text.replace("policy a", "policy b")).unwrap();
    let build_to = |site: &str, arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_avouch"));
        command.args(["build", "--emit", "html", "-o", site]).args(arguments).current_dir(folder.path());
        let output = command.env_clear().env("AVOUCH_TODAY", "2026-11-22").output().unwrap();
        (output.status.code().unwrap(), String::from_utf8_lossy(&output.stderr).into_owned())
    };
    let build = |arguments: &[&str]| build_to("site", arguments);
    let names = || {
        let files = fs::read_dir(folder.path().join("site")).unwrap();
        let mut names: Vec<String> =
            files.map(|file| file.unwrap().file_name().to_string_lossy().into_owned()).collect();
        names.retain(|name| name.contains(".html"));
        names.sort();
        names
    };
    assert_eq!(build(&["a.policy"]).0, 0);
    // Neither of the same policy nor of another one.
    for policy in ["a.policy", "b.policy"] {
        let (code, said) = build(&[policy, "--audience", "internal"]);
        assert_eq!(code, 2, "{said}");
        assert!(said.contains("`site` holds `a.html`, which is public"), "{said}");
        assert!(said.contains("`--audience public,internal`"), "{said}");
        assert_eq!(names(), ["a.html"]);
    }
    assert_eq!(build(&["a.policy", "--audience", "public,internal"]).0, 0);
    assert_eq!(names(), ["a.html", "a.internal.html"]);
    // A public build takes the internal pages away again.
    assert_eq!(build(&["a.policy"]).0, 0);
    assert_eq!(names(), ["a.html"]);
    // A page in another language than the first is as public.
    let dutch = text.replace("timezone UTC", "written in en, nl; timezone UTC");
    fs::write(folder.path().join("c.policy"), dutch.replace("policy a", "policy c")).unwrap();
    assert_eq!(build_to("dutch", &["c.policy", "--language", "nl"]).0, 0);
    let (code, said) = build_to("dutch", &["c.policy", "--audience", "internal"]);
    assert_eq!(code, 2, "{said}");
    assert!(said.contains("`dutch` holds `c.nl.html`, which is public"), "{said}");
    // A folder of its own holds what is internal.
    assert_eq!(build_to("handbook", &["a.policy", "--audience", "internal"]).0, 0);
    assert_eq!(build_to("handbook", &["a.policy", "--audience", "internal"]).0, 0);
}
