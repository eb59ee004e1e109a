//! Lines made from the schemas themselves: each fits one pattern only, parses without a finding, and leaves nothing over
//! when it is lowered.

use super::ast::declaration::{Build, assemble};
use super::ast::{self, Body, Decl, Declaration, Entry, Inner, Item, Lower, Statements};
use super::failure::Failure;
use super::head::Head;
use super::matcher::{Filled, Reading, attempt, find};
use super::parse;
use super::schema::{self, Element, Pattern, SlotType};
use crate::source::{FileId, Source, Spanned};

/// Example lines of a pattern: with every sample of its slots, with the optional parts in, out, and one at a time.
fn lines(elements: &[Element]) -> Vec<String> {
    let optional = elements.iter().filter(|element| matches!(element, Element::Optional { .. })).count();
    let mut lines = Vec::new();
    for sample in 0..6 {
        for mask in std::iter::once(0).chain((0..optional).map(|bit| 1 << bit)).chain([usize::MAX]) {
            for list in [1, 3] {
                let mut line = String::new();
                write(elements, sample, mask, list, &mut line);
                if !lines.contains(&line) {
                    lines.push(line);
                }
            }
        }
    }
    lines
}

fn write(elements: &[Element], sample: usize, mask: usize, list: usize, line: &mut String) {
    let word = |line: &mut String, text: &str| {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(text);
    };
    let mut seen = 0;
    for element in elements {
        match element {
            Element::Word(text) => word(line, text),
            Element::Comma => line.push(','),
            Element::Choice { words, .. } => word(line, words[sample % words.len()]),
            Element::Slot(slot) => {
                let samples = slot.kind.samples();
                let count = if slot.list { list } else { 1 };
                let values: Vec<&str> =
                    (0..count).map(|index| samples[(sample + index) % samples.len()]).collect();
                word(line, &values.join(", "));
            }
            Element::Optional { elements, .. } => {
                if mask & (1 << seen) != 0 {
                    write(elements, sample, usize::MAX, list, line);
                }
                seen += 1;
            }
        }
    }
}

fn head(text: &str) -> Head<'_> {
    Head { file: FileId(0), text, offset: 0 }
}

fn fits(pattern: &Pattern, line: &str) -> bool {
    let (failure, filled) = (&mut Failure::default(), &mut Filled::default());
    attempt(head(line), pattern.elements(), true, Reading::Slips, failure, filled)
}

/// Whether one pattern has a word in the first place where the other has a value: a word wins over a name.
fn wins_over(one: &Pattern, other: &Pattern) -> bool {
    let differ = one.elements().iter().zip(other.elements()).find(|(one, other)| one != other);
    matches!(differ, Some((Element::Word(_) | Element::Choice { .. }, Element::Slot(_))))
}

/// Every pattern that a body of some kind knows, in the order in which a line is tried as them.
fn bodies() -> impl Iterator<Item = (&'static str, &'static [&'static Pattern])> {
    let own = Declaration::KEYWORDS.iter().filter_map(|keyword| schema::of(keyword));
    own.flat_map(|schema| {
        let inner = schema
            .statements
            .iter()
            .filter(|pattern| !pattern.inner.is_empty())
            .map(|pattern| (schema.keyword, schema::tried(schema, Some(pattern))));
        std::iter::once((schema.keyword, schema::tried(schema, None))).chain(inner)
    })
}

#[test]
fn every_type_has_samples_that_are_read_whole() {
    for kind in SlotType::all() {
        assert!(!kind.samples().is_empty(), "{kind:?} has samples");
        for sample in kind.samples() {
            let pair = super::grammar::whole(kind.rule(), sample);
            let pair = pair.unwrap_or_else(|| panic!("{kind:?} does not read {sample}"));
            let mut builder = super::grammar::Builder::new(FileId(0), 0);
            assert!(kind.build(&mut builder, pair).is_ok(), "{kind:?} does not build {sample}");
            assert!(builder.findings.is_empty(), "{kind:?} finds fault with {sample}");
        }
    }
}

#[test]
fn no_line_fits_two_patterns_of_one_body() {
    let mut checked = 0;
    for (keyword, all) in bodies() {
        for pattern in all {
            for line in lines(pattern.elements()) {
                for line in [
                    line.clone(),
                    format!("{line} as name, because \"x\", see one, two when severity is high"),
                ] {
                    let fitting: Vec<&Pattern> =
                        all.iter().copied().filter(|other| fits(other, &line)).collect();
                    let winners =
                        fitting.iter().filter(|one| !fitting.iter().any(|other| wins_over(other, one)));
                    let tags: Vec<&str> = winners.map(|pattern| pattern.tag).collect();
                    assert_eq!(tags, [pattern.tag], "{keyword}: `{line}`");
                    let chosen = find(head(&line), all, &mut Filled::default()).expect("a fitting pattern");
                    assert_eq!(chosen.tag, pattern.tag, "{keyword}: `{line}`");
                    checked += 1;
                }
            }
        }
    }
    assert!(checked > 2_000, "only {checked} lines");
}

/// Lowers every example line of a declaration as its statements, outside of any file.
struct Probe;

impl Build for Probe {
    fn declaration<S: Statements>(&mut self, keyword: &'static str) -> Decl<S> {
        let schema = schema::of(keyword).expect("a schema");
        for pattern in &schema.statements {
            lowers::<S>(keyword, pattern);
        }
        Decl {
            audience: None,
            keyword: Spanned::new(keyword, crate::source::Span::default()),
            name: None,
            title: None,
            body: Body::default(),
            span: crate::source::Span::default(),
        }
    }
}

fn lowers<S: Lower>(keyword: &str, pattern: &Pattern) {
    for line in lines(pattern.elements()) {
        let mut filled = Filled::default();
        assert!(find(head(&line), &[pattern], &mut filled).is_ok(), "{keyword}: `{line}`");
        assert!(filled.findings.is_empty(), "{keyword}: `{line}`: {:?}", filled.findings);
        let captures = &mut filled.captures;
        assert!(S::lower(pattern.tag, captures).is_some(), "{keyword}: `{line}` has no statement");
        assert!(captures.left_over().is_empty(), "{keyword}: `{line}` leaves {:?}", captures.left_over());
    }
}

#[test]
fn every_pattern_is_lowered_with_nothing_left_over() {
    for keyword in Declaration::KEYWORDS {
        assert!(assemble(keyword, &mut Probe).is_some(), "{keyword}");
    }
    for pattern in schema::common() {
        lowers::<ast::Common>("body", pattern);
    }
    let inner = schema::of("inner").expect("a schema");
    for pattern in &inner.statements {
        lowers::<Inner>("inner", pattern);
    }
}

fn findings(text: &str) -> Vec<String> {
    let source = Source::new("test.policy", text);
    parse(FileId(0), &source).findings.iter().map(|finding| finding.message.clone()).collect()
}

/// A head for the declaration of a schema.
fn opening(schema: &schema::Schema) -> String {
    let mut line = String::new();
    write(&schema.head, 0, usize::MAX, 1, &mut line);
    line
}

#[test]
fn every_pattern_parses_in_the_body_of_its_declaration() {
    for schema in Declaration::KEYWORDS.iter().filter_map(|keyword| schema::of(keyword)) {
        for pattern in schema.statements.iter().chain(schema::common()) {
            for line in lines(pattern.elements()) {
                // A bare condition needs a fact, and `only` a condition.
                let line = if pattern.tag == "only" { format!("{line} when workaround") } else { line };
                let marks = match (pattern.gives_value, pattern.hedged) {
                    (true, true) => vec!["", "except ", "usually ", "internal "],
                    (true, false) => vec!["", "except ", "internal "],
                    (false, true) => vec!["", "usually ", "partner "],
                    (false, false) => vec!["", "partner "],
                };
                for mark in marks {
                    let text = format!("{} {{\n  {mark}{line}\n}}\n", opening(schema));
                    let found = findings(&text);
                    let unfilled = line.contains('?') && found == ["something is not filled in yet"];
                    assert!(found.is_empty() || unfilled, "{text}{found:?}");
                }
            }
        }
    }
}

/// Words of values in which nothing can be unknown: they say what kind of value it is.
const FIXED: &str = "of up to per after is at least and or not best effort as agreed decided by in every higher earlier \
    release next start end first same day times none no yes unlimited included informal all languages changed set open \
    guaranteed target when daily weekly monthly quarterly yearly";

/// Where the values of a line stand, and what they are made of: names, numbers, dates, units, texts.
fn pieces(line: &str, pattern: &Pattern) -> Vec<std::ops::Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < line.len() {
        let rest = &line[at..];
        let fence = if rest.starts_with("\"\"\"") { 3 } else { usize::from(rest.starts_with('"')) };
        let end = match fence {
            0 => rest.find([' ', ',', '(', ')', '%']).unwrap_or(rest.len()),
            _ => rest[fence..].find(&rest[..fence]).expect("an end") + 2 * fence,
        };
        let end = rest[..end].find("..").unwrap_or(end);
        let word = &rest[..end];
        let fixed =
            FIXED.split_whitespace().chain(pattern.written.split([' ', ',', '/', ':', '[', ']', '>', '<']));
        if !word.is_empty() && !word.ends_with(':') && !fixed.into_iter().any(|fixed| fixed == word) {
            found.push(at..at + end);
        }
        at += end.max(1);
        at += line[at..].len() - line[at..].trim_start_matches([' ', ',', '(', ')', '.']).len();
    }
    found
}

#[test]
fn every_piece_of_every_value_may_be_unknown() {
    let mut checked = 0;
    let mut wrong = Vec::new();
    for schema in Declaration::KEYWORDS.iter().filter_map(|keyword| schema::of(keyword)) {
        for pattern in schema.statements.iter().chain(schema::common()) {
            for line in lines(pattern.elements()) {
                let line =
                    if pattern.tag == "only" { format!("{line} when workaround is one-name") } else { line };
                for piece in pieces(&line, pattern) {
                    let translated =
                        [" nl:", " in all"].iter().any(|behind| line[piece.end..].starts_with(behind));
                    // Nothing is known of a line that says no more, or of a value of a fact without its name.
                    let alone = piece.len() == line.len() || (piece.start == 0 && pattern.tag == "value");
                    if translated || alone {
                        continue;
                    }
                    let waiting = format!("{}?{}", &line[..piece.start], &line[piece.end..]);
                    let text = format!("{} {{\n  {waiting}\n}}\n", opening(schema));
                    let found = findings(&text);
                    if found.iter().any(|found| found != "something is not filled in yet") {
                        wrong.push(format!("{}: {waiting}: {found:?}", schema.keyword));
                    }
                    checked += 1;
                }
            }
        }
    }
    assert!(checked > 2_000, "only {checked} lines");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_example_of_a_schema_parses() {
    for schema in schema::names().filter_map(schema::of) {
        let found = findings(&schema.example());
        assert!(found.is_empty(), "{}:\n{}{found:?}", schema.keyword, schema.example());
    }
}

#[test]
fn every_entry_of_a_body_keeps_its_tag() {
    let text = "calendar office { open Mon 09:00..17:00; cut-off 15:00; note \"x\" }";
    let parsed = parse(FileId(0), &Source::new("test.policy", text));
    let [Item::Declaration(Declaration::Calendar(calendar))] = parsed.file.items.as_slice() else { panic!() };
    let tags: Vec<&str> = calendar
        .body
        .entries
        .iter()
        .map(|entry| match entry {
            Entry::Own(statement) => statement.tag,
            Entry::Common(statement) => statement.tag,
            Entry::Table(_) | Entry::Declaration(_) => "other",
        })
        .collect();
    assert_eq!(tags, ["open-weekly", "cut-off", "note"]);
}
