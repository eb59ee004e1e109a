//! The parser under texts that nobody would write: it always ends, never panics, and marks only places of the file.
//!
//! `AVOUCH_PROPERTY_CASES` sets how many mutations are tried; see `docs/dev/evidence.md`.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop where the tool may not")]
#![expect(clippy::expect_used, reason = "a test that cannot go on has failed")]

#[path = "support/policies.rs"]
mod policies;

use avouch::diagnostic::render::{Found, Look, concise, pretty};
use avouch::source::{Source, Sources};
use avouch::syntax::{self, Parsed};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

fn examples() -> Vec<String> {
    let paths = policies::policies(&["examples"]);
    paths.iter().map(|path| std::fs::read_to_string(path).expect("an example")).collect()
}

/// Parses, and checks what holds for every text: places lie in the file on borders of characters, findings are in order,
/// can be shown, and a line has at most `most` findings that are not slips.
fn parse(text: &str) -> Parsed {
    let mut sources = Sources::default();
    let id = sources.add(Source::new("test.policy", text));
    let parsed = syntax::parse(id, sources.get(id));
    let inside = |span: avouch::source::Span| {
        let range = span.range();
        assert!(range.start <= range.end && text.get(range.clone()).is_some(), "{span:?} in {text:?}");
    };
    for finding in &parsed.findings {
        inside(finding.span);
        finding.related.iter().for_each(|related| inside(related.span));
        finding.fixes.iter().flat_map(|fix| &fix.edits).for_each(|edit| inside(edit.span));
        assert!(!finding.message.is_empty() && !finding.message.contains('\n'), "{:?}", finding.message);
    }
    for comment in &parsed.file.comments {
        inside(comment.span);
        // A comment as other languages write it is a slip.
        let begins = text[comment.span.range()].starts_with('#');
        assert!(begins || parsed.findings.iter().any(|finding| finding.code.name == "slip"));
    }
    assert!(parsed.findings.is_sorted_by_key(|finding| finding.span));
    if let Some(finding) = parsed.findings.first() {
        let found = Found { sources: &sources, finding };
        assert!(
            !concise(found).is_empty()
                && !pretty(found, Look { colour: false, ascii: false, width: 100 }).is_empty()
        );
    }
    parsed
}

/// How many findings stand on the busiest line, slips aside, of which a line can rightly have several.
fn busiest(text: &str, parsed: &Parsed) -> usize {
    let source = Source::new("test.policy", text);
    let mut lines: Vec<usize> = parsed
        .findings
        .iter()
        .filter(|finding| {
            !matches!(finding.code.name, "slip" | "unfilled" | "unknown-quotation" | "empty-cell")
        })
        .map(|finding| source.line_column(finding.span.start).line)
        .collect();
    lines.sort_unstable();
    lines.chunk_by(|a, b| a == b).map(<[usize]>::len).max().unwrap_or(0)
}

/// One small change of a text.
#[derive(Clone, Debug)]
enum Change {
    /// Takes characters out.
    Delete(usize, usize),
    /// Puts something in.
    Insert(usize, &'static str),
    /// Puts something in the place of a character.
    Replace(usize, &'static str),
    /// Swaps two lines.
    SwapLines(usize, usize),
    /// Writes a line twice.
    Repeat(usize),
    /// Takes a line out.
    DeleteLine(usize),
    /// Ends the text early.
    Cut(usize),
}

const PIECES: &[&str] = &[
    "{",
    "}",
    "(",
    ")",
    "\"",
    "\"\"\"",
    "|",
    "\n",
    "\r\n",
    ";",
    ",",
    "#",
    " #",
    "?",
    "“",
    "”",
    "„",
    "«",
    "'",
    "\u{a0}",
    "\u{3000}",
    "\u{feff}",
    "\t",
    "-",
    "–",
    "..",
    ":",
    "%",
    "é",
    "漢",
    "e\u{301}",
    "0",
    "99999999999",
    "1.000",
    "not ",
    "when ",
    "and ",
    "plan x {",
    "\nplan x {\n",
    "\nseverity high\n",
    "nl: \"x\"",
    "{x}",
    "`",
    "\\",
    "\0",
    "€ 1",
    "TBD",
];

fn changes() -> impl Strategy<Value = Vec<Change>> {
    let at = any::<usize>();
    let piece = proptest::sample::select(PIECES);
    let change = prop_oneof![
        (at, 1_usize..8).prop_map(|(at, length)| Change::Delete(at, length)),
        (at, piece.clone()).prop_map(|(at, piece)| Change::Insert(at, piece)),
        (at, piece).prop_map(|(at, piece)| Change::Replace(at, piece)),
        (at, at).prop_map(|(one, other)| Change::SwapLines(one, other)),
        at.prop_map(Change::Repeat),
        at.prop_map(Change::DeleteLine),
        at.prop_map(Change::Cut),
    ];
    proptest::collection::vec(change, 1..6)
}

fn apply(text: &mut String, change: &Change) {
    let border = |text: &str, at: usize| {
        let at = at % (text.len() + 1);
        (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
    };
    let lines = |text: &str| text.split_inclusive('\n').map(str::to_owned).collect::<Vec<_>>();
    match *change {
        Change::Delete(at, length) => {
            let start = border(text, at);
            let end = border(text, (start + length).min(text.len()));
            text.replace_range(start..end.max(start), "");
        }
        Change::Insert(at, piece) => {
            let at = border(text, at);
            text.insert_str(at, piece);
        }
        Change::Replace(at, piece) => {
            let at = border(text, at);
            let end = text[at..].chars().next().map_or(at, |c| at + c.len_utf8());
            text.replace_range(at..end, piece);
        }
        Change::SwapLines(one, other) => {
            let mut all = lines(text);
            if !all.is_empty() {
                let count = all.len();
                all.swap(one % count, other % count);
                *text = all.concat();
            }
        }
        Change::Repeat(at) | Change::DeleteLine(at) => {
            let mut all = lines(text);
            if !all.is_empty() {
                let at = at % all.len();
                if matches!(change, Change::Repeat(_)) {
                    all.insert(at, all[at].clone());
                } else {
                    all.remove(at);
                }
                *text = all.concat();
            }
        }
        Change::Cut(at) => {
            let at = border(text, at);
            text.truncate(at);
        }
    }
}

fn runner() -> TestRunner {
    let cases =
        std::env::var("AVOUCH_PROPERTY_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(150);
    TestRunner::new(Config { cases, failure_persistence: None, ..Config::default() })
}

/// A stretch of an example, so that most of the time goes into mutations and not into unchanged lines.
fn stretch(examples: &[String], which: usize, start: usize, length: usize) -> String {
    let text = &examples[which % examples.len()];
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let start = start % lines.len();
    lines[start..(start + length).min(lines.len())].concat()
}

/// One of the declarations of a text, with what stands around it up to its neighbours.
fn declaration(text: &str, which: usize) -> &str {
    let begins = |at: &usize| text[*at..].starts_with(char::is_alphabetic);
    let starts: Vec<usize> =
        text.match_indices("\n\n").map(|(at, _)| at + 2).filter(begins).chain([text.len()]).collect();
    let which = which % (starts.len() - 1);
    &text[starts[which]..starts[which + 1]]
}

#[test]
fn no_mutation_of_an_example_stops_the_parser() {
    let examples = examples();
    let input = (any::<usize>(), any::<usize>(), 1_usize..60, changes());
    runner()
        .run(&input, |(which, start, length, changes)| {
            let mut text = stretch(&examples, which, start, length);
            for change in &changes {
                apply(&mut text, change);
            }
            parse(&text);
            Ok(())
        })
        .unwrap_or_else(|failure| panic!("{failure}"));
}

#[test]
fn one_mutated_line_has_at_most_one_finding_of_form() {
    let examples = examples();
    let input = (
        any::<usize>(),
        any::<usize>(),
        any::<usize>(),
        proptest::sample::select(&["x", "9", "-", ",", "zz ", "_"][..]),
    );
    runner()
        .run(&input, |(which, line, at, piece)| {
            let text = declaration(&examples[which % examples.len()], line);
            let mut lines: Vec<String> = text.split_inclusive('\n').map(str::to_owned).collect();
            let line = line % lines.len();
            // A text of several lines that is broken at its quotes is another text altogether.
            prop_assume!(!lines[line].contains("\"\"\""));
            apply(&mut lines[line], &Change::Insert(at, piece));
            let text = lines.concat();
            let parsed = parse(&text);
            prop_assert!(busiest(&text, &parsed) <= 1, "{}\n{:?}", lines[line], parsed.findings);
            Ok(())
        })
        .unwrap_or_else(|failure| panic!("{failure}"));
}

#[test]
fn any_characters_are_read() {
    runner()
        .run(&"\\PC{0,200}", |text| {
            parse(&text);
            Ok(())
        })
        .unwrap_or_else(|failure| panic!("{failure}"));
}

fn codes(parsed: &Parsed) -> Vec<&'static str> {
    let mut codes: Vec<&str> = parsed.findings.iter().map(|finding| finding.code.name).collect();
    codes.dedup();
    codes
}

#[test]
fn deep_nesting_is_refused_before_it_can_do_harm() {
    let deep = 100_000;
    for text in [
        "{".repeat(deep),
        "{)".repeat(deep),
        "(".repeat(deep),
        "x {".repeat(deep),
        "calendar c {".repeat(deep),
        format!("plan p {{ {}", "x { note \"\"\" } \"\"\" ".repeat(deep)),
        format!("{}{}", "x {".repeat(deep), "}".repeat(deep)),
        format!("plan p {{ only when {}x{} }}", "(".repeat(deep), ")".repeat(deep)),
    ] {
        assert_eq!(codes(&parse(&text)), ["too-deep"], "{}", &text[..40]);
    }
}

#[test]
fn words_that_nest_are_counted() {
    let of = "earlier of release and ".repeat(10_000);
    let amounts = "higher of fee and ".repeat(10_000);
    for line in [
        format!("commitment c \"C\" {{ only when {}x }}", "not ".repeat(10_000)),
        format!("product p \"P\" {{ full ends {of}release }}"),
        format!("product p \"P\" {{ full ends {}release }}", "1 day after ".repeat(10_000)),
        format!("price p \"P\" {{ {amounts}fee }}"),
        format!("section s \"S\" {{ note \"{{x when {}y}}\" }}", "not ".repeat(10_000)),
        format!("price p \"P\" {{\n| term | price |\n|---|---|\n| 1 year | {amounts}fee |\n}}"),
    ] {
        let found = parse(&line);
        assert!(found.findings.len() <= 1, "{:?}", codes(&found));
    }
    // What a person may write is read.
    let fine = format!("commitment c \"C\" {{ only when {}x }}", "not ".repeat(40));
    assert!(parse(&fine).findings.is_empty());
    let many = format!("commitment c \"C\" {{ only when x{} }}", " and not x".repeat(40));
    assert!(parse(&many).findings.is_empty());
}

#[test]
fn many_missing_braces_are_many_findings() {
    let parsed = parse(&"plan p {\n".repeat(200));
    assert_eq!(parsed.findings.len(), 200);
    assert_eq!(codes(&parsed), ["unclosed-body"]);
}

#[test]
fn size_alone_is_no_trouble() {
    let count = if cfg!(debug_assertions) { 5_000 } else { 100_000 };
    let plan = |index: usize| ["plan p", &index.to_string(), " \"Plan\" { extends p }\n"].concat();
    let plans: String = (0..count).map(plan).collect();
    assert_eq!(parse(&plans).file.items.len(), count);
    let wrong = "calendar c { clsed always }\n".repeat(count / 5);
    assert_eq!(parse(&wrong).findings.len(), count / 5);
    let lists = format!("plan p \"P\" {{ grants {} }}", vec!["portal"; count].join(", "));
    assert!(parse(&lists).findings.is_empty());
    let sees = format!("plan p \"P\" {{ grants portal, see {} }}", vec!["portal"; count].join(", "));
    assert!(parse(&sees).findings.is_empty());
    let values = format!("plan p \"P\" {{ only when x is one of {} }}", vec!["a"; count].join(", "));
    assert!(parse(&values).findings.is_empty());
    let joined = format!("plan p \"P\" {{ only when {} }}", vec!["x is a"; count / 10].join(" or "));
    assert!(parse(&joined).findings.is_empty());
    let rows =
        format!("price p \"P\" {{\n| term | price |\n|---|---|\n{}}}", "| 1 year | EUR 1 |\n".repeat(count));
    assert!(parse(&rows).findings.is_empty());
    let blanks = format!(
        "plan p{}\"P\"{}{{{} extends q }}",
        " ".repeat(count),
        "\n".repeat(count),
        " \n".repeat(count)
    );
    assert!(parse(&blanks).findings.is_empty());
    let text = format!("section s {{ \"\"\"{}\"\"\" }}", "A line of text {x}.\n".repeat(count));
    assert!(parse(&text).findings.is_empty());
    for open in ["plan p { note \"\"\"", "plan p { note \"", "plan p { only when (", "price p {\n| \""] {
        let filler = if open.contains("\"\"\"") || open.ends_with('(') { "word \n" } else { "word " };
        assert!(!parse(&format!("{open}{}", filler.repeat(count))).findings.is_empty());
    }
    let texts = format!("plan p \"P\"{} {{ }}", " nl: \"x\"".repeat(300));
    assert_eq!(parse(&texts).findings.len(), 299);
    let commas = format!("plan p \"P\" {{ grants {}", ",".repeat(count));
    assert!(!parse(&commas).findings.is_empty());
}
