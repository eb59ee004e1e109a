//! The README tells the truth: its policy, the mistake in it, what the tool says, its commands and its links.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop where the tool may not")]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const README: &str = include_str!("../README.md");

/// The fenced blocks of a language.
fn blocks(language: &str) -> Vec<&'static str> {
    let open = format!("```{language}\n");
    README
        .match_indices(&open)
        .map(|(at, _)| README[at + open.len()..].split("```").next().unwrap())
        .collect()
}

fn avouch(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_avouch"))
        .args(arguments)
        .current_dir(folder)
        .env_remove("GITHUB_ACTIONS")
        .env("NO_COLOR", "1")
        .env("LC_ALL", "C.UTF-8")
        .output()
        .expect("the command runs")
}

fn policy_in(folder: &Path, text: &str) {
    std::fs::write(folder.join("northwind.policy"), text).unwrap();
}

#[test]
fn the_mistake_in_the_policy_is_told_as_shown() {
    let folder = tempfile::tempdir().unwrap();
    policy_in(folder.path(), blocks("policy")[0]);
    let shown = blocks("console")[0];
    let expected = shown.strip_prefix("$ avouch check northwind.policy\n").expect("the command comes first");
    let output = avouch(folder.path(), &["check", "northwind.policy"]);
    assert_eq!(String::from_utf8_lossy(&output.stdout).trim(), expected.trim());
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn the_mended_policy_is_all_good_and_is_published() {
    let folder = tempfile::tempdir().unwrap();
    policy_in(folder.path(), &blocks("policy")[0].replace("  within 15", "  except within 15"));
    let output = avouch(folder.path(), &["check", "northwind.policy"]);
    assert_eq!(String::from_utf8_lossy(&output.stdout), "");
    assert_eq!(output.status.code(), Some(0));
    let output = avouch(folder.path(), &["build", "northwind.policy", "-o", "out"]);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    for file in ["northwind.html", "northwind.md", "northwind.rules.json", "policy.css"] {
        assert!(folder.path().join("out").join(file).exists(), "{file}");
    }
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target);
        } else {
            drop(std::fs::copy(entry.path(), target));
        }
    }
}

#[test]
fn the_first_command_builds_all_examples_and_names_the_folder() {
    assert!(blocks("console")[1].contains("$ cargo run --release -- build examples\n"));
    let folder = tempfile::tempdir().unwrap();
    copy(Path::new("examples"), &folder.path().join("examples"));
    let output = avouch(folder.path(), &["build", "examples"]);
    let told = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(0), "{told}");
    assert!(told.contains("site: "), "{told}");
    for name in [
        "northwind",
        "service-standards",
        "mail-first-support",
        "policy-library",
        "ondersteuning",
        "outline",
        "mail-madoguchi",
    ] {
        for ending in ["html", "md", "rules.json"] {
            let file = folder.path().join("site").join(format!("{name}.{ending}"));
            assert!(file.exists(), "{}", file.display());
        }
    }
}

#[test]
fn every_command_that_is_named_exists() {
    let folder = tempfile::tempdir().unwrap();
    for command in ["check", "build", "fmt", "rules", "schema", "explain", "new", "completions", "man"] {
        assert!(README.contains(&format!("`avouch {command}`")), "{command} is in the table");
        assert_eq!(avouch(folder.path(), &[command, "--help"]).status.code(), Some(0), "{command}");
    }
}

#[test]
fn every_link_leads_somewhere() {
    let targets = README.split("](").skip(1).filter_map(|rest| rest.split(')').next());
    for target in targets.filter(|target| !target.contains("://")) {
        let path = PathBuf::from(target.split('#').next().unwrap());
        assert!(path.exists(), "{target}");
    }
}
