//! Slips from outside: each line that people write by habit has a finding of its own and one fix, and the fixed line has
//! none. What can be read in two ways is reported and left as it is.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop where the tool may not")]

use std::fmt::Write as _;

use avouch::analysis::{Memory, analyse};
use avouch::config::Settings;
use avouch::diagnostic::Diagnostic;
use avouch::diagnostic::fixes::{self, Change};
use avouch::source::{Source, Sources};
use avouch::syntax;

/// The lines of a fixture: where it stands, what is wrong, what is right.
fn lines(fixture: &'static str) -> impl Iterator<Item = [&'static str; 3]> {
    fixture.lines().filter(|line| !line.is_empty() && !line.starts_with("# ")).map(|line| {
        let parts: Vec<&str> = line.split(" | ").collect();
        parts.try_into().expect("three parts")
    })
}

fn parse(text: &str) -> Vec<Diagnostic> {
    let mut sources = Sources::default();
    let id = sources.add(Source::new("test.policy", text));
    syntax::parse(id, sources.get(id)).findings
}

fn analysed(text: &str) -> Vec<Diagnostic> {
    let mut files = Memory::default();
    files.insert("test.policy", text);
    analyse("test.policy", &files, &Settings::default()).findings
}

/// The text with every fix carried out that is carried out without asking, again and again.
fn mended(text: &str, find: impl Fn(&str) -> Vec<Diagnostic>) -> String {
    let mut text = text.to_owned();
    for _ in 0..10 {
        let all: Vec<Vec<Change<()>>> = find(&text)
            .iter()
            .filter_map(|finding| fixes::of(finding, true))
            .map(|fix| {
                let change = |edit: &avouch::diagnostic::Edit| Change {
                    file: (),
                    range: edit.span.range(),
                    text: edit.text.clone(),
                };
                fix.edits.iter().map(change).collect()
            })
            .collect();
        let chosen: Vec<Change<()>> = fixes::together(all).into_iter().flatten().collect();
        if chosen.is_empty() {
            break;
        }
        text = fixes::apply(&text, &chosen);
    }
    text
}

/// The messages of findings, for the snapshot.
fn said(findings: &[Diagnostic]) -> String {
    findings.iter().map(|finding| finding.message.as_str()).collect::<Vec<_>>().join("; ")
}

/// A declaration with one line.
fn with_line(keyword: &str, line: &str) -> String {
    let name = match keyword {
        "changes" | "scope" => "",
        "example" => " \"X\"",
        _ => " x \"X\"",
    };
    format!("{keyword}{name} {{\n  {line}\n}}\n")
}

#[test]
fn each_line_that_is_meant_otherwise_has_one_finding_that_says_what_to_write() {
    let (mut wrongs, mut messages) = (String::new(), String::new());
    for [keyword, wrong, right] in lines(include_str!("slips/habits.txt")) {
        let findings = parse(&with_line(keyword, wrong));
        let [finding] = findings.as_slice() else {
            let _ = writeln!(wrongs, "{wrong}\n    {}", said(&findings));
            continue;
        };
        let right = if right == "?" { wrong.to_owned() } else { right.replace("\\n", "\n") };
        let fixed = mended(&with_line(keyword, wrong), parse);
        let left = parse(&fixed);
        if fixed != with_line(keyword, &right) || right != wrong && !left.is_empty() {
            let _ = writeln!(wrongs, "{wrong}\n    {fixed}\n    {}", said(&left));
        }
        let (label, help) = (&finding.label, finding.help.as_deref().unwrap_or(""));
        let _ = writeln!(messages, "{keyword}: {wrong}\n    {}\n    {label}\n    {help}", finding.message);
    }
    assert!(wrongs.is_empty(), "{wrongs}");
    insta::assert_snapshot!(messages);
}

#[test]
fn each_statement_that_people_write_by_habit_is_understood_and_mended() {
    let (mut wrongs, mut messages) = (String::new(), String::new());
    for [keyword, wrong, right] in lines(include_str!("slips/statements.txt")) {
        let text = |line: &str| with_line(keyword, line);
        let findings = parse(&text(wrong));
        let doubtful = right == "?";
        let slip = !findings.is_empty()
            && findings.iter().all(|finding| matches!(finding.code.name, "slip" | "unknown-zone"));
        let fixed = mended(&text(wrong), parse);
        let expected = text(if doubtful { wrong } else { right });
        if !slip || fixed != expected {
            let _ = writeln!(
                wrongs,
                "{wrong}\n    {:?}\n    {}",
                said(&findings),
                fixed.lines().nth(1).unwrap_or("")
            );
        }
        let left = parse(&expected);
        if !doubtful && !left.iter().all(|finding| finding.code.name == "unfilled") {
            let _ = writeln!(wrongs, "{right} is not right: {}", said(&left));
        }
        let _ = writeln!(messages, "{wrong}\n    {}", said(&findings));
    }
    assert!(wrongs.is_empty(), "{wrongs}");
    insta::assert_snapshot!(messages);
}

#[test]
fn what_may_mean_something_else_is_changed_only_when_asked() {
    for [keyword, line] in [
        ["commitment", "within 4 hours when severity is high, or remote"],
        ["commitment", "within 4 hours when kind is bug, and remote"],
        ["commitment", "within 4 hours when severity is one of high, medium, or remote"],
        ["commitment", "within 4 hours when severity is either high or remote"],
        ["calendar", "closed 12-13"],
        ["calendar", "closed 08-17"],
        ["calendar", "closed 12.10"],
        ["calendar", "closed 12.10 - 13.10"],
        ["calendar", "closed from March 2026 until June 2028"],
        ["calendar", "open Mar 09:00..17:00"],
        ["calendar", "open all day"],
        ["commitment", "within 1,5 m"],
        ["plan", "price 150 all"],
        ["calendar", "closed from 24 December"],
        ["calendar", "closed from July 2026"],
        ["calendar", "closed 24 December and 31"],
        ["section", "we will \"answer\" by June 2026"],
        ["plan", "price EUR 2 per tag"],
        ["plan", "price EUR 2 per heures"],
        ["plan", "price EUR 2 per m"],
        ["commitment", "within 3 Werktage"],
        ["commitment", "within 2 jours ouvrables"],
        ["policy", "timezone San Salvador"],
        ["calendar", "open Mon..Fri all day"],
        ["calendar", "closed Mar"],
        ["channel", "open working hours"],
        ["example", "received Sunday 2026-12-05 10:00"],
        ["policy", "effective Monday 2026-03-01"],
        ["commitment", "within 4 hours (best effort)"],
        ["commitment", "within 4 hours (indicative)"],
    ] {
        let findings = parse(&with_line(keyword, line));
        assert!(!findings.is_empty(), "{line}");
        let safe = findings.iter().flat_map(|finding| &finding.fixes).any(|fix| fix.safe);
        assert!(!safe, "{line}: {}", said(&findings));
    }
}

/// The days of a policy in another language are not those of Dutch.
#[test]
fn days_are_read_in_the_language_of_the_policy() {
    let calendar = |language: &str, days: &str| {
        format!(
            "policy p \"P\" {{\n  written in {language}\n}}\ncalendar c \"C\" {{\n  open {days} 09:00..18:00\n}}\n"
        )
    };
    for (language, written, meant) in [
        ("fr", "Ma..Sa", "Tue..Sat"),
        ("fr", "Sa, Di", "Sat, Sun"),
        ("fr, nl", "Di", "Sun"),
        ("nl", "Di, Do", "Tue, Thu"),
        ("it", "Do", "Sun"),
        ("es", "Ma", "Tue"),
        ("en", "ma t/m vr", "Mon..Fri"),
    ] {
        let fixed = mended(&calendar(language, written), parse);
        assert_eq!(fixed, calendar(language, meant), "{written} in {language}");
    }
}

/// Where Friday is off, working days are other days, which only the author knows for sure.
#[test]
fn working_days_are_asked_for_where_the_zone_has_another_week() {
    let calendar = |zone: &str, days: &str| {
        format!(
            "policy p \"P\" {{\n  timezone {zone}\n}}\ncalendar c \"C\" {{\n  open {days} 09:00..17:00\n}}\n"
        )
    };
    let text = calendar("Asia/Riyadh", "working days");
    let findings = parse(&text);
    assert_eq!(said(&findings), "`working days` can be read as `Sun..Thu` or as `Mon..Fri`");
    assert_eq!(mended(&text, parse), text);
    let text = calendar("Europe/Amsterdam", "working days");
    assert_eq!(mended(&text, parse), calendar("Europe/Amsterdam", "Mon..Fri"));
}

/// A name that nothing has and that says that nothing is known yet is one finding in each place, and no name to declare.
#[test]
fn a_name_that_says_that_nothing_is_known_is_a_question_mark() {
    let policy = |calendar: &str, severity: &str| {
        format!(
            "policy p \"P\" {{ timezone Europe/Amsterdam; business hours {calendar} }}\n\
             severity low \"Low\"\nplan basic \"Basic\" {{ extends {calendar} }}\n\
             commitment reply \"Reply\" {{\n  from received\n  until responded\n  within 1 day\n  \
             except within 1 hour when severity is {severity}\n}}\n"
        )
    };
    let slips = |text: &str| {
        let findings = analysed(text).into_iter().filter(|finding| finding.code.name == "slip");
        findings.map(|finding| finding.message).collect::<Vec<_>>()
    };
    let wrong = policy("tbd", "tba");
    assert_eq!(slips(&wrong).len(), 3, "{:?}", slips(&wrong));
    assert!(analysed(&wrong).iter().all(|finding| !finding.code.name.starts_with("unknown-")));
    assert_eq!(mended(&wrong, analysed), policy("?", "?"));
}

/// What says how many, but not in one word, is not taken apart.
#[test]
fn no_figure_is_made_of_a_part_of_a_number() {
    for length in [
        "a few hours",
        "twenty four hours",
        "1e3 hours",
        "a hundred hours",
        "two hundred hours",
        "a quarter hour",
        "few hours",
    ] {
        let text = with_line("commitment", &format!("within {length}"));
        assert!(!parse(&text).is_empty(), "{length}");
        assert_eq!(mended(&text, parse), text, "{length}");
    }
}

/// A policy with one cell of each kind, of which this one is written so.
fn with_cell(column: &str, cell: &str) -> String {
    let of =
        |name: &str, usual: &'static str| if column == name { cell.to_owned() } else { usual.to_owned() };
    format!(
        "policy a \"A\" {{\n  timezone Europe/Amsterdam\n  business hours office\n}}\n\
         calendar office \"Office\" {{ open Mon..Fri 09:00..17:00; open on holidays }}\n\
         severity critical \"Critical\"\nseverity high \"High\"\nseverity low \"Low\"\n\
         plan basic \"Basic\"\nentitlement portal \"Portal\"\nchannel phone \"Phone\"\n\
         commitment reply \"Reply\" {{\n  from received\n  until responded\n  only when severity is {}\n\
         | severity | reply |\n|---|---|\n| {} | {} |\n}}\n\
         table grants \"Grants\" {{\n| entitlement by plan | basic |\n|---|---|\n| portal | {} |\n}}\n\
         table open \"Open\" {{\n| channel by plan | basic |\n|---|---|\n| phone | {} |\n}}\n\
         price fee \"Fee\" {{\n| plan | price |\n|---|---|\n| basic | {} |\n}}\n\
         phase full \"Full\"\nphase late \"Late\"\nproduct server \"Server\" {{\n\
         | release | full | late |\n|---|---|---|\n| 5 | 2024-01-01..2025-12-31 | {} |\n}}\n",
        if column == "severity" { "critical or severity is high or severity is low" } else { "critical" },
        of("severity", "critical"),
        of("promise", "4 hours"),
        of("grant", "yes"),
        of("hours", "office"),
        of("price", "EUR 10"),
        of("phase", "from then on"),
    )
}

#[test]
fn each_cell_that_people_write_by_habit_is_understood_and_mended() {
    let (mut wrongs, mut messages) = (String::new(), String::new());
    let others = analysed(&with_cell("none", ""));
    for [column, wrong, right] in lines(include_str!("slips/cells.txt")) {
        let findings: Vec<Diagnostic> = analysed(&with_cell(column, wrong))
            .into_iter()
            .filter(|finding| !others.iter().any(|other| other.message == finding.message))
            .collect();
        let slip = findings.iter().any(|finding| matches!(finding.code.name, "slip" | "wrong-cell"));
        let fixed = mended(&with_cell(column, wrong), analysed);
        let unfilled = wrong == "TBD";
        let expected = with_cell(column, if right == "?" && !unfilled { wrong } else { right });
        if !slip || fixed != mended(&expected, |_| Vec::new()) {
            let at = with_cell(column, "@@").lines().position(|line| line.contains("@@")).unwrap();
            let _ = writeln!(
                wrongs,
                "{wrong}\n    {}\n    {}",
                said(&findings),
                fixed.lines().nth(at).unwrap_or("")
            );
        }
        let _ = writeln!(messages, "{wrong}\n    {}", said(&findings));
    }
    assert!(wrongs.is_empty(), "{wrongs}");
    insta::assert_snapshot!(messages);
}

/// What is done to every plain line of an example, as people type.
const HABITS: &[(&str, &str)] = &[
    ("..", "–"),
    (" when ", " if "),
    (" hours", " hrs"),
    (" minutes", " min"),
    ("EUR ", "€ "),
    ("  open ", "  Open "),
    (" is ", " = "),
    (" every ", " each "),
    ("   ", "\u{a0}\u{a0} "),
    ("%", " %"),
];

/// An example with habits in some of its lines; lines with texts, tables and comments are left alone.
fn typed(text: &str, which: &[(usize, usize)]) -> String {
    let mut lines: Vec<String> = text.split_inclusive('\n').map(str::to_owned).collect();
    let mut block = false;
    let plain: Vec<bool> = lines
        .iter()
        .map(|line| {
            let before = block;
            block ^= line.matches("\"\"\"").count() % 2 == 1;
            !before && !line.contains(['"', '|', '#', '{']) && line.starts_with("  ")
        })
        .collect();
    for (line, habit) in which {
        let at = line % lines.len();
        let (right, wrong) = HABITS[habit % HABITS.len()];
        if plain[at] {
            lines[at] = lines[at].replacen(right, wrong, 1);
        }
    }
    lines.concat()
}

#[test]
fn what_is_typed_by_habit_is_mended_to_what_it_was() {
    let text = include_str!("../examples/northwind.policy");
    let blanks = |text: &str| {
        text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).collect::<Vec<_>>()
    };
    let strategy = proptest::collection::vec((0..2_000_usize, 0..HABITS.len()), 1..12);
    let config = proptest::test_runner::Config { cases: 12, failure_persistence: None, ..Default::default() };
    // The same habits in every run.
    let algorithm = proptest::test_runner::RngAlgorithm::ChaCha;
    let rng = proptest::test_runner::TestRng::deterministic_rng(algorithm);
    proptest::test_runner::TestRunner::new_with_rng(config, rng)
        .run(&strategy, |which| {
            let wrong = typed(text, &which);
            let fixed = mended(&wrong, analysed);
            proptest::prop_assert_eq!(said(&analysed(&fixed)), said(&analysed(text)));
            proptest::prop_assert_eq!(blanks(&fixed), blanks(text));
            Ok(())
        })
        .unwrap_or_else(|failure| panic!("{failure}"));
}
