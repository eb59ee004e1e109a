//! Printed pages in a real browser: accessibility, validity, content security policy, reflow.
//!
//! The pages are those of `AVOUCH_PAGES`, a folder, or else the sample documents of these tests and all examples in all
//! their languages, as the public reads them. Node, a Java runtime,
//! Chromium and the modules of `tests/browser` are needed; `.ci/browser` installs them. Where they are missing the test
//! says so and passes, except when `CI` is `true`.

#![expect(clippy::unwrap_used, reason = "a test that cannot run fails")]

#[path = "support/pages/mod.rs"]
mod pages;

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use avouch::analysis::{Memory, analyse, artifacts};
use avouch::config::Settings;
use avouch::emit::{BuildOptions, Form, html};

#[test]
fn pages_are_accessible_valid_safe_and_fit_a_phone() {
    if !has_tools() {
        return;
    }
    let scratch = tempfile::tempdir().unwrap();
    let folder = std::env::var_os("AVOUCH_PAGES").map_or_else(|| scratch.path().to_owned(), PathBuf::from);
    if folder == scratch.path() {
        write_samples(&folder);
        write_examples(&folder);
    }
    let (passed, report) = check(&folder);
    assert!(passed, "{report}");
}

#[test]
fn the_checks_find_what_they_look_for() {
    if !has_tools() {
        return;
    }
    let scratch = tempfile::tempdir().unwrap();
    let faulty = "<!DOCTYPE html>\n<html>\n<head><title>x</title></head>\n<body>\n<p style=\"color: red\">a\n\
                  <img src=\"a.png\"><a href=\"#nowhere\">b</a>\n<pre>a line that is far wider than the screen of a \
                  phone can ever be</pre>\n<blink>c</blink>\n<script>console.log(1)</script>\n</body>\n</html>\n";
    std::fs::write(scratch.path().join("faulty.html"), faulty).unwrap();
    std::fs::write(scratch.path().join("faulty.css"), "p { colour: red }\n").unwrap();
    let (passed, report) = check(scratch.path());
    assert!(!passed, "{report}");
    for expected in [
        "axe image-alt",
        "axe html-has-lang",
        "violates the following Content Security Policy directive",
        "scrolls sideways",
        "a link leads to #nowhere",
        "the style sheet was not applied",
        "element is obsolete",
        "faulty.css",
    ] {
        assert!(report.contains(expected), "{expected}:\n{report}");
    }
}

/// Checks the pages of a folder: whether they passed, and what was said.
fn check(folder: &Path) -> (bool, String) {
    let output = Command::new("node").arg("check.mjs").arg(folder).current_dir(scripts()).output().unwrap();
    let report =
        [output.stdout, output.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).concat();
    (output.status.success(), report)
}

/// Whether everything is there that the checks need; says so when not.
fn has_tools() -> bool {
    let missing = missing_tools();
    if missing.is_empty() {
        return true;
    }
    let complaint = format!("pages were not checked in a browser, for want of {}", missing.join(", "));
    assert!(std::env::var("CI").as_deref() != Ok("true"), "{complaint}; run .ci/browser");
    eprintln!("SKIPPED: {complaint}; run .ci/browser");
    false
}

/// Writes the sample documents as pages, and one of them within the page of another site.
fn write_samples(folder: &Path) {
    let northwind = pages::northwind::document();
    let samples = [
        ("sample.html", html::page(&northwind)),
        ("kinds.html", html::page(&pages::kinds::document())),
        ("right-to-left.html", html::page(&pages::kinds::right_to_left())),
        ("framed.html", framed(&html::fragment(&northwind))),
        (html::STYLE_SHEET_NAME, html::STYLE_SHEET.to_owned()),
        ("site.css", "body { margin: 0; } .site { margin: 1rem; }\n".to_owned()),
    ];
    for (name, text) in samples {
        std::fs::write(folder.join(name), text).unwrap();
    }
}

/// Writes the pages of every example.
fn write_examples(folder: &Path) {
    let mut found = Vec::new();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    policies(&root.join("examples"), "examples", &mut found);
    // Policies of one page in each language would be written over one another.
    let mut languages = Vec::new();
    policies(&root.join("tests/languages"), "languages", &mut languages);
    found.extend(languages.into_iter().map(|(path, text)| {
        let tag = path.trim_start_matches("languages/").trim_end_matches(".policy").to_owned();
        (path, text.replacen("policy nordwind", &format!("policy language-{tag}"), 1))
    }));
    let mut files = Memory::default();
    for (path, text) in &found {
        files.insert(path, text.clone());
    }
    let options = BuildOptions {
        forms: vec![Form::Html, Form::Markdown, Form::Rules],
        audiences: vec!["public".to_owned()],
        languages: Vec::new(),
    };
    // What lies in `common` is only used by others.
    for (path, _) in found.iter().filter(|(path, _)| !path.contains("/common/")) {
        let analysis = analyse(path, &files, &Settings::default());
        for artifact in artifacts(&analysis, &options).unwrap() {
            let name = Path::new(&artifact.path).file_name().unwrap();
            std::fs::write(folder.join(name), artifact.bytes).unwrap();
        }
    }
}

/// Every policy file below a folder, by its path from the folder above it, with its text.
fn policies(folder: &Path, shown: &str, found: &mut Vec<(String, String)>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let name = format!("{shown}/{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            policies(&entry.path(), &name, found);
        } else if entry.path().extension().is_some_and(|extension| extension == "policy") {
            found.push((name, std::fs::read_to_string(entry.path()).unwrap()));
        }
    }
}

/// A fragment within the frame of a site.
fn framed(fragment: &str) -> String {
    format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>Site</title>\n\
         <link rel=\"stylesheet\" href=\"site.css\">\n<link rel=\"stylesheet\" href=\"policy.css\">\n</head>\n<body>\n\
         <header class=\"site\">A site</header>\n<main>\n{fragment}</main>\n</body>\n</html>\n"
    )
}

fn missing_tools() -> Vec<&'static str> {
    let chromium = std::env::var("CHROMIUM").unwrap_or_else(|_| "/usr/bin/chromium".to_owned());
    let found = [
        ("node", runs("node", "--version")),
        ("java", runs("java", "-version")),
        ("chromium", Path::new(&chromium).exists()),
        ("the modules of tests/browser", scripts().join("node_modules/axe-core").is_dir()),
    ];
    found.into_iter().filter_map(|(name, is_there)| (!is_there).then_some(name)).collect()
}

fn runs(program: &str, argument: &str) -> bool {
    let quiet = Command::new(program).arg(argument).stdout(Stdio::null()).stderr(Stdio::null()).status();
    quiet.is_ok_and(|status| status.success())
}

fn scripts() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser")
}
