//! Excuses in place: what they cover, what is said of those that are wrong, and that they stay with what they excuse.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop where the tool may not")]

use avouch::analysis::{Analysis, Memory, analyse};
use avouch::config::{Choice, Levels, Settings};
use avouch::diagnostic::render::{Found, Look, pretty};
use avouch::diagnostic::{Diagnostic, Level, Profile, Suppression};
use avouch::format;

const HEADER: &str = "policy a \"A\" {\n  timezone Europe/Amsterdam\n}\nseverity high \"High\"\n";

fn under(text: &str, settings: &Settings) -> Analysis {
    let mut files = Memory::default();
    files.insert("a.policy", text);
    analyse("a.policy", &files, settings)
}

/// A promise that is not filled in, with comments around it.
fn promise(above: &str, inside: &str, behind: &str) -> String {
    format!(
        "{HEADER}{above}commitment reply \"Reply\" {{\n  from received\n  until responded\n{inside}  within ?{behind}\n}}\n"
    )
}

/// Only what these tests speak of is found, so that new rules change nothing here.
fn few() -> Settings {
    let rules = [
        "unfilled",
        "holidays-unsaid",
        "excuse-form",
        "excuse-of-error",
        "excuse-without-reason",
        "unknown-excuse",
        "unused-excuse",
    ];
    let levels = rules.map(|name| (name, Choice::At(Level::Warning)));
    Settings { profile: Some(Profile::Minimal), levels: Levels::from(levels), ..Settings::default() }
}

fn names(findings: &[Diagnostic]) -> Vec<&'static str> {
    findings.iter().map(|finding| finding.code.name).collect()
}

/// What is found in a text, and what is excused in it.
fn found(text: &str) -> (Vec<&'static str>, Vec<&'static str>) {
    let analysis = under(text, &few());
    let excused = analysis.suppressed.iter().map(|suppressed| suppressed.finding.code.name).collect();
    (names(&analysis.findings), excused)
}

const EXCUSE: &str = "# avouch: allow(unfilled) reason: sales decides in May";

#[test]
fn an_excuse_covers_a_statement_a_declaration_or_the_file() {
    let own = format!("{EXCUSE}\n");
    let end = format!("  {EXCUSE}");
    let file = format!("{own}\n{}", promise("", "", ""));
    assert_eq!(found(&promise("", "", "")), (vec!["unfilled"], vec![]));
    for text in [promise(&own, "", ""), promise("", &own, ""), promise("", "", &end), file] {
        assert_eq!(found(&text), (vec![], vec!["unfilled"]), "{text}");
    }
}

#[test]
fn an_excuse_covers_nothing_else() {
    let own = format!("{EXCUSE}\n");
    let another = promise(&own, "", "").replace("within ?", "within 4 hours")
        + "commitment mend \"Mend\" {\n  from received\n  until resolved\n  within ?\n}\n";
    assert_eq!(found(&another), (vec!["unused-excuse", "unfilled"], vec![]));
    let other = promise("# avouch: allow(holidays-unsaid) reason: none\n", "", "");
    assert_eq!(found(&other), (vec!["unused-excuse", "unfilled"], vec![]));
}

#[test]
fn an_excuse_within_a_text_is_no_comment() {
    let section = |text: &str| format!("{HEADER}section s \"S\" {{\n{text}\n}}\n");
    for text in [
        format!("  \"\"\"\n  We answer.  {EXCUSE}\n  \"\"\""),
        format!("  \"We answer. {EXCUSE}\""),
        format!("  \"\"\"\n  {EXCUSE}\n  We answer.\n  \"\"\""),
    ] {
        let text = section(&text);
        let analysis = under(&text, &few());
        assert_eq!(names(&analysis.findings), ["excuse-form"], "{text}");
        assert_eq!(analysis.sources.slice(analysis.findings[0].span), EXCUSE);
    }
    let outside = section(&format!("  \"We answer.\" {EXCUSE}"));
    assert_eq!(found(&outside), (vec!["unused-excuse"], vec![]));
}

#[test]
fn the_reason_is_kept() {
    let analysis = under(&promise("", "", &format!(" {EXCUSE}")), &few());
    let Suppression::Excuse { reason, span } = &analysis.suppressed[0].by else { panic!("excused") };
    assert_eq!(reason, "sales decides in May");
    assert_eq!(analysis.sources.slice(*span), EXCUSE);
}

#[test]
fn an_error_is_not_excused_and_a_warning_that_counts_as_one_is() {
    let text = format!("{HEADER}# avouch: allow(duplicate-name) reason: both\nseverity high \"High\"\n");
    assert_eq!(found(&text).0, ["excuse-of-error", "duplicate-name"]);
    let text = promise("", "", &format!(" {EXCUSE}"));
    let mut settings = few();
    settings.levels.insert("unfilled", Choice::At(Level::Error));
    let analysis = under(&text, &settings);
    assert!(!analysis.broken && analysis.findings.is_empty());
    assert_eq!(analysis.suppressed[0].finding.level, Level::Error);
}

#[test]
fn an_excuse_for_a_rule_that_is_off_is_not_judged() {
    let text = promise(&format!("{EXCUSE}\n"), "", "").replace("within ?", "within 4 hours");
    let mut off = few();
    off.levels.insert("unfilled", Choice::Off);
    assert_eq!(names(&under(&text, &off).findings), [] as [&str; 0]);
    let minimal = Settings { asked: Some(Profile::Minimal), ..Settings::default() };
    assert_eq!(names(&under(&text, &minimal).findings), [] as [&str; 0]);
    // An error may keep the rule from looking.
    assert_eq!(found(&format!("{text}severity high \"High\"\n")).0, ["duplicate-name"]);
}

#[test]
fn an_excuse_in_a_file_that_others_use_is_left_to_them() {
    let mut files = Memory::default();
    files.insert("lent.policy", format!("role nobody \"Nobody\" {EXCUSE}\n"));
    files.insert("a.policy", format!("use \"lent.policy\"\n{HEADER}"));
    let analysis = analyse("a.policy", &files, &Settings::default());
    assert!(!names(&analysis.findings).contains(&"unused-excuse"));
}

#[test]
fn the_narrowest_excuse_is_the_one_that_is_used() {
    let text = promise(&format!("{EXCUSE}\n"), "", &format!(" {EXCUSE}"));
    let analysis = under(&text, &few());
    assert_eq!(names(&analysis.findings), ["unused-excuse"]);
    let line = analysis.sources.iter().next().unwrap().1.line_column(analysis.findings[0].span.start).line;
    assert_eq!(line, 5);
}

/// What a person sees of a text.
fn seen(text: &str) -> String {
    let analysis = under(text, &few());
    let look = Look { colour: false, ascii: false, width: 100 };
    let show = |finding| pretty(Found { sources: &analysis.sources, finding }, look);
    analysis.findings.iter().map(show).collect::<Vec<_>>().join("\n")
}

#[test]
fn what_is_wrong_with_an_excuse_is_said() {
    insta::assert_snapshot!(seen(&promise(
        "# avouch: disable unfilled because sales decides in May\n# avouch: allow(holiday-unsaid, wombat) reason: x\n",
        "  # avouch: allow(case-without-value)\n  # avouch: alow(unfilled) reason: x\n",
        " # avouch: allow(duplicate-name, holidays-unsaid) reason: x"
    )));
}

#[test]
fn an_excuse_in_an_odd_place_is_shown_where_it_belongs() {
    let behind = format!("\n  {EXCUSE}");
    insta::assert_snapshot!(seen(&promise("", "", &behind)));
}

#[test]
fn what_is_excused_stays_so_in_the_one_layout() {
    let untidy = [
        promise(&format!("{EXCUSE}\n\n\n"), "", ""),
        promise("", "", &format!("  {EXCUSE}")),
        promise("", &format!("      {EXCUSE}\n"), ""),
        format!(
            "{HEADER}commitment reply \"Reply\" {{ from received; until responded; within ? }} {EXCUSE}\n"
        ),
        format!(
            "{HEADER}commitment reply \"Reply\" {{ {EXCUSE}\n from received; until responded; within ? }}\n"
        ),
        format!(
            "{HEADER}commitment reply \"Reply\" {{ from received; until responded\n within ? {EXCUSE}\n}}\n"
        ),
        format!(
            "{HEADER}commitment reply \"Reply\" {{\nfrom received; until responded\n{EXCUSE}\n|severity|reply|\n|-|-|\n|high|?|\n}}\n"
        ),
        format!(
            "{HEADER}commitment reply \"Reply\" {{\nfrom received; until responded\n|severity|reply|\n|-|-|\n|high|?| {EXCUSE}\n}}\n"
        ),
        format!(
            "{HEADER}commitment reply \"Reply\" {{\nfrom received; until responded\n|severity|reply|\n|-|-|\n{EXCUSE}\n|high|?|\n}}\n"
        ),
    ];
    for text in untidy {
        let (left, excused) = found(&text);
        assert_eq!((&*left, &*excused), (&[][..], &["unfilled"][..]), "{text}");
        let tidy = format::format(&text).unwrap().text;
        assert_eq!(found(&tidy), (left, excused), "{tidy}");
    }
}
