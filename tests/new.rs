//! What `avouch new` writes: a policy in which only figures are missing, and which is all good once they are there.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};

const TEMPLATES: [&str; 4] = ["outline", "vendor", "open-source", "internal"];

fn avouch(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_avouch"))
        .args(arguments)
        .current_dir(folder)
        .env_clear()
        .stdin(Stdio::null())
        .output()
        .unwrap()
}

fn told(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

/// The figures of a template, in the order in which they are asked for.
fn figures(template: &str) -> &'static [&'static str] {
    match template {
        "outline" => &[
            "2027-01-01",
            "\"Acme\"",
            "Europe/Amsterdam",
            "Mon..Fri",
            "NL",
            "\"support@acme.example\"",
            "\"+31 20 555 0100\"",
            "\"https://help.acme.example\"",
            "1 hour",
            "every 4 hours",
            "1 day",
            "4 business hours",
            "every business day",
            "5 business days",
            "1 business day",
            "10 business days",
            "2 business days",
            "best effort",
            "14 days",
            "5 business days",
            "Sun",
            "5 days",
            "\"https://acme.example/terms\"",
            "EUR 120 per hour",
            "EUR 95 per hour",
            "30 days",
        ],
        "vendor" => &[
            "2027-01-01",
            "\"Acme\"",
            "Europe/Amsterdam",
            "Mon..Fri",
            "NL",
            "EUR 120 per hour, in steps of 15 minutes",
            "EUR 40 per month",
            "EUR 90 per month",
            "\"support@acme.example\"",
            "\"+31 20 555 0100\"",
            "4 business hours",
            "1 hour",
            "1 business day",
            "4 business hours",
            "2 business days",
            "1 business day",
            "5 business days",
            "30 days",
        ],
        "open-source" => &[
            "2027-01-01",
            "\"Acme\"",
            "\"https://acme.example/issues\"",
            "\"security@acme.example\"",
            "\"https://forum.acme.example\"",
            "3 days",
            "90 days",
            "2026-01-01..2027-12-31",
            "until 2028-12-31",
            "2",
        ],
        "internal" => &[
            "2027-01-01",
            "\"IT\"",
            "America/New_York",
            "Mon..Fri",
            "US",
            "\"https://help.acme.example\"",
            "\"extension 4357\"",
            "\"Main building\"",
            "1 business hour",
            "4 business hours",
            "4 business hours",
            "2 business days",
            "1 business day",
            "5 business days",
            "3 business days",
            "10 business days",
            "3 business days",
            "14 days",
        ],
        other => panic!("{other} is no template"),
    }
}

/// The policy with a figure for each `?` that is not in a comment.
fn filled(text: &str, mut figures: &[&str]) -> String {
    let mut out = String::new();
    for line in text.lines() {
        let (mut words, comment) =
            line.find('#').map_or((line.to_owned(), ""), |at| (line[..at].to_owned(), &line[at..]));
        while words.contains(" ?") {
            let (figure, rest) = figures.split_first().expect("a figure for each `?`");
            words = words.replacen(" ?", &format!(" {figure}"), 1);
            figures = rest;
        }
        out.push_str(&words);
        out.push_str(comment);
        out.push('\n');
    }
    assert!(figures.is_empty(), "no place asks for {figures:?}");
    out
}

#[test]
fn only_figures_are_missing_in_what_is_written() {
    for template in TEMPLATES {
        let folder = tempfile::tempdir().unwrap();
        let written = avouch(folder.path(), &["new", "acme-support", "--template", template]);
        assert_eq!((written.status.code(), written.stdout.len()), (Some(0), 0), "{}", told(&written));
        let checked = avouch(folder.path(), &["check", "--format", "json", "acme-support.policy"]);
        assert_eq!(checked.status.code(), Some(0), "{template}");
        let laid_out = avouch(folder.path(), &["fmt", "--check", "acme-support.policy"]);
        assert_eq!(laid_out.status.code(), Some(0), "{template}: {}", told(&laid_out));
        let report: serde_json::Value = serde_json::from_slice(&checked.stdout).unwrap();
        let found = report["findings"].as_array().unwrap();
        assert!(found.iter().all(|finding| finding["rule"] == "unfilled"), "{template}: {found:#?}");
        let places = format!("with {} places to fill in", figures(template).len());
        assert_eq!(found.len(), figures(template).len(), "{template}: one finding for each `?`");
        assert!(told(&written).contains(&places), "{template}: {}", told(&written));
    }
}

#[test]
fn a_template_is_all_good_once_it_is_filled_in() {
    for template in TEMPLATES {
        let folder = tempfile::tempdir().unwrap();
        let written = avouch(folder.path(), &["new", "acme-support", "--template", template, "-o", "-"]);
        let text = filled(&String::from_utf8(written.stdout).unwrap(), figures(template));
        fs::write(folder.path().join("acme-support.policy"), text).unwrap();
        let built = avouch(folder.path(), &["build"]);
        assert_eq!((built.status.code(), built.stdout.len()), (Some(0), 0), "{template}: {}", told(&built));
        let page = fs::read_to_string(folder.path().join("site/acme-support.md")).unwrap();
        assert!(page.starts_with("# Acme support\n"), "{page}");
        assert!(!page.contains("Not known yet"), "{template}: {page}");
    }
}

#[test]
fn a_file_that_is_there_is_left_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("acme.policy");
    fs::write(&place, "mine\n").unwrap();
    let refused = avouch(folder.path(), &["new", "acme"]);
    assert_eq!(refused.status.code(), Some(2));
    assert_eq!(
        told(&refused),
        "error: `acme.policy` is there already, and is left as it is\n  \
         help: choose another name, or another file with `-o`\n"
    );
    assert_eq!(fs::read_to_string(&place).unwrap(), "mine\n");
}

#[test]
fn what_to_do_next_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let written = avouch(
        folder.path(),
        &["new", "acme", "--template", "open-source", "-o", "our policies/acme.policy"],
    );
    assert_eq!(
        told(&written),
        "our policies/acme.policy is there, with 10 places to fill in, each marked `?`\n  \
         avouch check \"our policies/acme.policy\"   lists them\n  \
         avouch build \"our policies/acme.policy\"   makes the web page, at any time\n"
    );
    assert!(folder.path().join("our policies/acme.policy").exists());
}

#[test]
fn names_and_places_that_are_no_good_are_refused_with_better_ones() {
    let folder = tempfile::tempdir().unwrap();
    let cases: &[(&[&str], &str)] = &[
        (
            &["Acme Support"],
            "error: `Acme Support` cannot be the name of a policy\n  \
             help: try `acme-support`: small letters, digits and single hyphens; the title can be anything\n",
        ),
        (
            &["always"],
            "error: `always` cannot be the name of a policy\n  \
             help: it is a word of the language; a name of two words will do, as `acme-support`\n",
        ),
        (
            &["!"],
            "error: `!` cannot be the name of a policy\n  \
             help: a name is of small letters, digits and single hyphens, and begins with a letter, as `acme-support`\n",
        ),
        (
            &["acme", "-o", "acme.txt"],
            "error: `acme.txt` does not end in `.policy`, so no command would find it\n  help: try `-o acme.policy`\n",
        ),
        (&["acme", "-o", "."], "error: `.` is a folder\n  help: name a file in it, as `-o ./acme.policy`\n"),
    ];
    for (arguments, message) in cases {
        let refused = avouch(folder.path(), &[&["new"], *arguments].concat());
        assert_eq!((refused.status.code(), told(&refused).as_str()), (Some(2), *message));
    }
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0, "nothing is written");
}

/// What stands beside figures that are not known yet.
const BESIDE: &str = r#"policy p "P" {
  version "1"; effective 2027-01-01; publisher "P"; written in en, nl; timezone Europe/Amsterdam
}
channel mail "mail" nl: "post" { address "a@p.example" }
role lead "Head of support" nl: "Chef" { address "b@p.example" }
plan gold "Gold" in all languages { runs ?, then renews, notice ? }
maintenance weekly "Maintenance" nl: "Onderhoud" { on Sun 02:00..04:00; notice ? via mail }
escalation complaint "Complaint" nl: "Klacht" { to lead, answers within ? }
process way "The way of a request" nl: "De weg" {
  state waiting "Waiting" nl: "Wachten"
  state done "Done" nl: "Klaar"
  waiting sends "a reminder" nl: "een herinnering" after ?
  waiting becomes done after ?
}
section duties "Duties" nl: "Plichten" {
  we will "call back" nl: "terugbellen" within ? of received
}
changes { notice ? via mail }
"#;

#[test]
fn what_stands_beside_a_figure_that_is_missing_is_kept_and_published() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("p.policy"), BESIDE).unwrap();
    let checked = told(&avouch(folder.path(), &["check", "--format", "concise"]));
    assert_eq!(checked.matches("[unfilled]").count(), BESIDE.matches('?').count(), "{checked}");
    let laid_out = avouch(folder.path(), &["fmt"]);
    assert!(laid_out.status.success(), "{}", told(&laid_out));
    let text = fs::read_to_string(folder.path().join("p.policy")).unwrap();
    for line in ["notice ? via mail", "to lead, answers within ?", "runs ?, then renews, notice ?"] {
        assert!(text.contains(line), "{text}");
    }
    let built = avouch(folder.path(), &["build"]);
    assert!(built.status.success(), "{}", told(&built));
    let file = |name: &str| fs::read_to_string(folder.path().join("site").join(name)).unwrap();
    let page = file("p.md");
    for said in [
        "A time that is not known yet, renewed unless cancelled before the end; how long before is not known yet.",
        "We announce the maintenance ahead, via [mail](#1-how-to-reach-us); how long ahead is not known yet.",
        "the time for an answer is not known yet",
        "after a time that is not known yet: a reminder",
        "From “Waiting” to “Done”: after a time that is not known yet",
        "call back within a time that is not known yet after we received",
        "We announce a change before it takes effect, via [mail](#1-how-to-reach-us); how long before is not known yet.",
    ] {
        assert!(page.contains(said), "{said}\n{page}");
    }
    assert!(file("p.nl.md").contains("een tijd die nog niet bekend is"));
    let rules: serde_json::Value = serde_json::from_str(&file("p.rules.json")).unwrap();
    let unfilled = serde_json::json!({ "unfilled": true });
    let notice = &rules["changes"]["notices"]["entries"][0];
    assert_eq!((&notice["ahead"], &notice["via"][0]), (&unfilled, &"mail".into()), "{notice:#}");
    let step = &rules["escalations"][0]["steps"][0];
    assert_eq!((&step["at"]["answersWithin"], &step["notify"][0]), (&unfilled, &"lead".into()), "{step:#}");
}
