//! The parser from outside: texts in, findings out, beside the code that they mark.
//!
//! The files in `tests/syntax/` say on each line which findings it must have (`# finds: slip, slip`), so that no careless
//! update of a snapshot goes unseen; the snapshots hold the whole words of each finding.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop where the tool may not")]

use std::collections::BTreeMap;
use std::fmt::Write as _;

use avouch::diagnostic::render::{Found, concise};
use avouch::source::{Source, Sources};
use avouch::syntax::{self, Parsed, ast};

fn parse(text: &str) -> (Sources, Parsed) {
    let mut sources = Sources::default();
    let id = sources.add(Source::new("test.policy", text));
    let parsed = syntax::parse(id, sources.get(id));
    (sources, parsed)
}

/// Each finding as one line, the marked code under it, and what it says there.
fn render(text: &str) -> String {
    let (sources, parsed) = parse(text);
    let mut out = String::new();
    for finding in &parsed.findings {
        out.push_str(&concise(Found { sources: &sources, finding }));
        let source = sources.get(finding.span.file);
        let (start, end) = (source.line_column(finding.span.start), source.line_column(finding.span.end));
        let line = source.text().lines().nth(start.line - 1).unwrap_or("");
        let line = line.split("# finds").next().unwrap_or(line).trim_end();
        let width = if end.line == start.line { (end.column - start.column).max(1) } else { 1 };
        let lead: String =
            line.chars().take(start.column - 1).map(|c| if c == '\t' { '\t' } else { ' ' }).collect();
        let _ = writeln!(out, "    {line}\n    {lead}{} {}", "^".repeat(width), finding.label);
        for related in &finding.related {
            let at = source.line_column(related.span.start);
            let _ = writeln!(out, "    also {}:{}: {}", at.line, at.column, related.message);
        }
        if let Some(help) = &finding.help {
            let _ = writeln!(out, "    help: {help}");
        }
        for fix in &finding.fixes {
            let _ = writeln!(out, "    {}: {}", if fix.safe { "fix" } else { "perhaps" }, fix.title);
        }
    }
    out
}

/// The names of the findings, in order.
fn codes(text: &str) -> Vec<&'static str> {
    parse(text).1.findings.iter().map(|finding| finding.code.name).collect()
}

/// The lines of the findings, from 1.
fn lines(text: &str) -> Vec<usize> {
    let (sources, parsed) = parse(text);
    let line = |finding: &avouch::diagnostic::Diagnostic| {
        sources.get(finding.span.file).line_column(finding.span.start).line
    };
    parsed.findings.iter().map(line).collect()
}

/// The parts of the texts that the findings mark.
fn marked(text: &str) -> Vec<String> {
    let (sources, parsed) = parse(text);
    parsed.findings.iter().map(|finding| sources.slice(finding.span).to_owned()).collect()
}

#[test]
fn each_line_of_the_fixtures_has_the_findings_that_it_names() {
    insta::glob!("syntax/*.policy", |path| {
        let text = std::fs::read_to_string(path).expect("a fixture");
        let (sources, parsed) = parse(&text);
        let mut found: BTreeMap<usize, Vec<&str>> = BTreeMap::new();
        for finding in &parsed.findings {
            let line = sources.get(finding.span.file).line_column(finding.span.start).line;
            found.entry(line).or_default().push(finding.code.name);
        }
        let mut wrong = String::new();
        for (index, line) in text.lines().enumerate() {
            let named = line.split("# finds: ").nth(1).unwrap_or("");
            let named: Vec<&str> = named.split(", ").filter(|name| !name.is_empty()).map(str::trim).collect();
            let here = found.remove(&(index + 1)).unwrap_or_default();
            if here != named {
                let _ = writeln!(wrong, "{}: found {here:?}: {line}", index + 1);
            }
        }
        assert!(wrong.is_empty(), "{}:\n{wrong}{}", path.display(), render(&text));
        insta::assert_snapshot!(render(&text));
    });
}

#[test]
fn a_missing_brace_costs_one_message_at_its_opener() {
    let text = "plan basic \"Basic\" {\n  price EUR 10 per year\n\ncalendar office {\n  open always\n}\n";
    assert_eq!(codes(text), ["unclosed-body"]);
    assert_eq!(marked(text), ["{"]);
    assert_eq!(lines(text), [1]);
    insta::assert_snapshot!(render(text));
}

#[test]
fn what_follows_a_missing_brace_is_still_read() {
    let text = "plan basic {\n  extends none-yet\nplan extra {\n  prise EUR 1\n}\n";
    assert_eq!(codes(text), ["unclosed-body", "unknown-word"]);
    assert_eq!(parse(text).1.file.items.len(), 2);
}

#[test]
fn ten_independent_mistakes_are_ten_findings() {
    let text = "\
policy small \"Small\" {
  version \"1\"
calendar office \"Office\" {
  clsed on holidays NL
  open Mon 9am..17:00
  closed 2026-02-30
  timezone Europe/Amsterdan
}
plan Basic \"Basic\" { price EUR 10 per year }
commitment first-response \"First response {
  within 4 hours
  only when plan is basic and severity is high or workaround
  note \"\"
  | severity | basic |
  |----------|-------|
  | high     |       |
}
}
";
    let expected = [
        "unclosed-body",
        "unknown-word",
        "slip",
        "impossible-value",
        "unknown-zone",
        "slip",
        "unclosed-text",
        "mixed-condition",
        "empty-text",
        "empty-cell",
    ];
    assert_eq!(codes(text), expected);
    insta::assert_snapshot!(render(text));
}

#[test]
fn a_declaration_in_the_first_column_inside_a_body_is_one_mistake() {
    let text = "section one {\nplan basic \"Basic\" {\n  price EUR 1 per year\n}\n}\n";
    assert_eq!(codes(text), ["unclosed-body"]);
    insta::assert_snapshot!(render(text));
}

#[test]
fn a_bad_line_does_not_hide_its_neighbours() {
    let text = "calendar office {\n  opn always\n  clsed always\n  cut-off late\n  open always\n}\n";
    assert_eq!(lines(text), [2, 3, 4]);
    let parsed = parse(text).1;
    let [ast::Item::Declaration(ast::Declaration::Calendar(calendar))] = parsed.file.items.as_slice() else {
        panic!("a calendar");
    };
    assert_eq!(calendar.body.entries.len(), 1);
}

#[test]
fn a_declaration_whose_title_is_wrong_keeps_its_name_and_its_body() {
    let parsed = parse("plan basic Basic {\n  price EUR 1 per year\n}\n").1;
    let [ast::Item::Declaration(ast::Declaration::Plan(plan))] = parsed.file.items.as_slice() else {
        panic!("a plan");
    };
    assert_eq!(plan.name.as_ref().map(|name| name.text.as_str()), Some("basic"));
    assert_eq!(plan.body.entries.len(), 1);
    assert_eq!(parsed.findings.len(), 1);
}

#[test]
fn a_text_that_does_not_end_costs_one_message() {
    let line = "plan basic \"Basic {\n  price EUR 1 per year\n}\nplan extra \"Extra\"\n";
    assert_eq!((codes(line), lines(line)), (vec!["unclosed-text"], vec![1]));
    let one_line = "role desk { address \"desk@example }\nplan extra \"Extra\"\n";
    assert_eq!((codes(one_line), marked(one_line)), (vec!["unclosed-text"], vec!["\"".to_owned()]));
    let block = "section a {\n  \"\"\"\n  Some text.\n}\n\nplan extra \"Extra\" {\n  prise EUR 1\n}\n\
                 section b {\n  \"\"\"\n  More.\n  \"\"\"\n}\n";
    assert_eq!((codes(block), lines(block)), (vec!["unclosed-text", "unknown-word"], vec![2, 7]));
    let last = "section a {\n  note \"\"\"";
    assert_eq!(codes(last), ["unclosed-text"]);
    insta::assert_snapshot!([line, one_line, block, last].map(render).join("\n"));
}

#[test]
fn a_curly_quote_does_not_close_a_straight_one() {
    insta::assert_snapshot!(render("plan basic \"Basic”\n"));
}

#[test]
fn stray_braces_and_bodies_are_named() {
    let text = "}\n{ open always }\nplan basic { { x } }\nuse \"a.policy\" { x }\n}\n";
    assert_eq!(codes(text), ["syntax", "syntax", "syntax", "syntax", "syntax"]);
    insta::assert_snapshot!(render(text));
}

#[test]
fn a_use_needs_a_path_in_quotes() {
    let text = "use\nuse a.policy\nuse \"\"\nuse \"a.policy\nuse “a.policy”\nuse \"a.policy\" \"b.policy\"\n";
    assert_eq!(codes(text), ["syntax", "syntax", "empty-text", "unclosed-text", "slip", "syntax"]);
    insta::assert_snapshot!(render(text));
}

/// The comments of a text, found without the parser: good enough for texts whose quotes hold no `#`.
fn comments_of(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    for line in text.lines() {
        let start = line
            .char_indices()
            .find(|(at, c)| *c == '#' && line[..*at].chars().next_back().is_none_or(char::is_whitespace));
        if let Some((at, _)) = start {
            found.push(line[at..].trim_end());
        }
    }
    found.sort_unstable();
    found
}

#[test]
fn every_comment_is_kept_wherever_it_stands() {
    let broken = "\
# at the top
pln basic { # behind an unknown word
  # in its body
  x # behind a statement in it
}
plan basic { # behind a brace
  frobnicate { # in the body of an unknown statement
    # and alone there
  }
  | a | # in a table that does not belong
  |---| # behind its rule
  # between its rows
  | b |
  price EUR 1, # behind a comma
    # before the end
} # behind the end
{ # in an orphan
  # deeper
}
commitment c
# before the body
{
  within 4 hours when (a # in a bracket
    # alone in a bracket
    or b) # behind a bracket
  only when ( # unclosed
  means \"x\" # behind a text
    # before a translation
    nl: \"y\"
}
use # before the path
use \"a\" { # in a needless body
}
# at the end";
    for text in [broken, include_str!("syntax/lines.policy"), include_str!("syntax/tables.policy")] {
        let (sources, parsed) = parse(text);
        let mut kept: Vec<&str> =
            parsed.file.comments.iter().map(|comment| sources.slice(comment.span)).collect();
        assert!(parsed.file.comments.is_sorted_by_key(|comment| comment.span.start));
        kept.sort_unstable();
        assert_eq!(kept, comments_of(text));
    }
}

#[test]
fn statements_on_one_line_are_divided_by_semicolons() {
    let text = "calendar office { open always; ; closed on holidays NL ; cut-off 15:00; }";
    assert_eq!(codes(text), [""; 0]);
    assert_eq!(codes("calendar office { open always closed on holidays NL }"), ["syntax"]);
}

#[test]
fn line_ends_marks_and_blanks_of_other_systems_are_read() {
    let plain = include_str!("syntax/lines.policy");
    let comments = parse(plain).1.file.comments.len();
    for text in [plain.replace('\n', "\r\n"), format!("\u{feff}{plain}"), plain.replace("  ", "\t")] {
        assert_eq!(render(&text), "");
        assert_eq!(parse(&text).1.file.comments.len(), comments);
    }
    // Spaces of a word processor are reported, and everything else is read as it is.
    for text in [plain.replace("  ", "\u{a0}\u{202f}"), plain.replace("  ", "\u{3000}")] {
        assert!(codes(&text).iter().all(|code| *code == "slip"), "{}", render(&text));
        assert_eq!(parse(&text).1.file.comments.len(), comments);
    }
    for fixture in ["unknown-words", "tables", "texts"] {
        let path = format!("{}/tests/syntax/{fixture}.policy", env!("CARGO_MANIFEST_DIR"));
        let text = std::fs::read_to_string(path).expect("a fixture");
        assert_eq!(lines(&text.replace('\n', "\r\n")), lines(&text), "{fixture}");
    }
}

#[test]
fn two_spellings_of_one_letter_are_one_name() {
    let parsed = parse("calendar caf\u{e9} \"C\"\ncalendar cafe\u{301} \"D\"\n").1;
    let names: Vec<_> = parsed
        .file
        .items
        .iter()
        .map(|item| match item {
            ast::Item::Declaration(found) => found.name().map(|name| name.text.to_string()),
            ast::Item::Use(_) => None,
        })
        .collect();
    assert_eq!(names[0], names[1]);
}

#[test]
fn qualifiers_come_in_any_order() {
    let one = "rate EUR 150 per hour, in steps of 15 minutes, at least 1 hour";
    let two = "rate EUR 150 per hour, at least 1 hour, in steps of 15 minutes";
    for line in [one, two] {
        assert_eq!(codes(&format!("offer a {{ {line} }}")), [""; 0], "{line}");
    }
}

#[test]
fn no_number_touches_a_letter_or_a_second_mark() {
    // Each of these must be found, whatever is said about it: none may pass as a number.
    let lines = [
        "within 4h",
        "within 4hours",
        "within 4.0.1 hours",
        "within 4,5 hours",
        "within 4_ hours",
        "within 1e3 hours",
        "within 0x10 hours",
        "credit EUR 1.2.3 after 3 breaches each month",
        "credit EUR 1,2,3 after 3 breaches each month",
        "credit EUR 12k after 3 breaches each month",
        "credit EUR 1.000 after 3 breaches each month",
        "credit EUR 10.00.00 after 3 breaches each month",
        "credit EUR 10 after 3x breaches each month",
        "credit EUR 10 after 3.5.1 breaches each month",
        "met for 95.5.5% of requests each month",
        "met for 95%% of requests each month",
        "by next business day 12:00:00:00",
        "by next business day 9:00",
        "within 24-48 hours",
        "within 24:00 hours",
    ];
    for line in lines {
        let text = format!("commitment c \"C\" {{ {line} }}");
        assert_eq!(codes(&text).len(), 1, "{line}");
    }
    for line in
        ["open Mon 09:00..17:00:", "open Mon 09:00..17.00", "cut-off 09:0", "cut-off 9", "closed 2026-12-2"]
    {
        let text = format!("calendar c \"C\" {{ {line} }}");
        assert_eq!(codes(&text).len(), 1, "{line}");
    }
}

#[test]
fn every_fix_of_a_slip_leaves_nothing_to_find() {
    for fixture in ["slips-of-time", "slips-of-figures", "texts"] {
        let path = format!("{}/tests/syntax/{fixture}.policy", env!("CARGO_MANIFEST_DIR"));
        let text = std::fs::read_to_string(path).expect("a fixture");
        let mut fixed = text.clone();
        let mut expected = 0;
        let findings = parse(&text).1.findings;
        for finding in findings.iter().rev() {
            match finding.fixes.first() {
                Some(fix) if finding.code.name == "slip" => {
                    assert!(!fix.edits.is_empty());
                    for edit in &fix.edits {
                        fixed.replace_range(edit.span.range(), &edit.text);
                    }
                }
                _ => expected += 1,
            }
        }
        let left: Vec<_> = codes(&fixed).into_iter().filter(|code| *code != "unfilled").collect();
        assert_eq!(left.len(), expected, "{fixture}:\n{}", render(&fixed));
    }
}

#[test]
fn a_body_without_its_opening_brace_costs_one_message_and_is_still_read() {
    let text = "policy a \"A\"\n  version \"1\"\n  effective 1 June 2026\n\n  # Clocks\n  timezone CET\n}\nplan b \"B\"\n  price EUR 3 per year\n  grants support\nplan c \"C\"\n";
    assert_eq!(codes(text), ["syntax", "slip", "unknown-zone", "syntax"]);
    assert_eq!(lines(text), [1, 3, 6, 8]);
    let items = parse(text).1.file.items;
    assert_eq!(items.len(), 3, "{items:?}");
}

#[test]
fn a_misspelt_declaration_is_still_read() {
    let text = "calender office \"Office\" {\n  clsed on holidays NL\n  open Mon 09:00..17:00\n}\n";
    assert_eq!(codes(text), ["unknown-word", "unknown-word"]);
    assert_eq!(lines(text), [1, 2]);
    let items = parse(text).1.file.items;
    assert!(matches!(items.as_slice(), [ast::Item::Declaration(ast::Declaration::Calendar(_))]), "{items:?}");
}

#[test]
fn lines_of_prose_without_quotes_are_one_mistake() {
    let text = "section s {\n  We answer soon.\n\n  - first item\n  - second item\n  \"Right.\"\n  Another one here.\n}\n";
    assert_eq!(lines(text), [2, 7]);
}

#[test]
fn amounts_are_read_with_what_they_are_for() {
    for written in
        ["30 EUR per month", "€30 a month", "EUR 30 monthly", "EUR 30/month", "30 euros each month"]
    {
        let text = format!("plan b {{ price {written} }}\n");
        assert_eq!(codes(&text), ["slip"], "{text}");
        assert_eq!(marked(&text), [written]);
        let fix = &parse(&text).1.findings[0].fixes[0];
        assert_eq!(fix.edits[0].text, "EUR 30 per month");
    }
}

#[test]
fn days_and_hours_as_people_write_them_are_named() {
    let text = "calendar a {\n  open Mon..Fri, 09:00..17:00\n  open weekdays 09:00..17:00\n  closed on holidays Germany\n  closed on public holidays\n}\n";
    assert_eq!(codes(text), ["syntax", "slip", "slip", "syntax"]);
    assert_eq!(marked(text), [",", "weekdays", "Germany", "public holidays"]);
}

#[test]
fn a_colon_or_equals_sign_behind_a_word_is_a_slip_and_the_line_is_read() {
    let text = "policy a \"A\" {\n  version: \"1\"\n  publisher = \"X\"\n  business hours: office\n}\nplan b \"B\" { note: \"hello\" }\n";
    assert_eq!(codes(text), ["slip"; 4]);
    assert_eq!(marked(text), [":", "=", ":", ":"]);
    let (_, parsed) = parse(text);
    let Some(ast::Item::Declaration(ast::Declaration::Policy(policy))) = parsed.file.items.first() else {
        panic!("a header")
    };
    assert_eq!(policy.body.entries.len(), 3);
}
