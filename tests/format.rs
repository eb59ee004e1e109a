//! The one layout: small texts and what becomes of them, examples whose white space was changed, damaged examples, and
//! that everything this repository shows is laid out.
//!
//! `AVOUCH_PROPERTY_CASES` sets how many changes are tried; see `docs/dev/evidence.md`.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop where the tool may not")]

#[path = "support/mutate.rs"]
mod mutate;

use std::fs;
use std::path::{Path, PathBuf};

use avouch::format::{Fault, format};
use avouch::source::{FileId, Source};
use avouch::syntax;
use mutate::Dice;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// All files below a folder of the repository with this ending.
fn files(folder: &str, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|known| known == ending) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

fn examples() -> Vec<(String, String)> {
    files("examples", "policy")
        .into_iter()
        .map(|path| (path.display().to_string(), fs::read_to_string(path).unwrap()))
        .collect()
}

fn cases(usual: u64) -> u64 {
    std::env::var("AVOUCH_PROPERTY_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(usual)
}

fn laid_out(text: &str) -> String {
    format(text).unwrap_or_else(|fault| panic!("{fault:?}:\n{text}")).text
}

fn comments(text: &str) -> Vec<String> {
    let parsed = syntax::parse(FileId::default(), &Source::new("a.policy", text));
    parsed.file.comments.iter().map(|comment| text[comment.span.range()].to_owned()).collect()
}

/// What a text holds without what a layout may change: white space, semicolons, and the bars and dashes of tables.
fn held(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !matches!(c, ';' | '|' | '-' | '\u{feff}')).collect()
}

#[test]
fn each_text_has_its_layout() {
    for path in files("tests/format", "policy") {
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let formatted = laid_out(&fs::read_to_string(&path).unwrap());
        assert_eq!(laid_out(&formatted), formatted, "{name} stays as it is");
        insta::with_settings!({ prepend_module_to_snapshot => false, snapshot_path => "format", omit_expression => true }, {
            insta::assert_snapshot!(name, formatted);
        });
    }
}

/// Where a text may have other white space: each run outside of texts and comments, with what stands around it.
fn spaces(text: &str) -> Vec<std::ops::Range<usize>> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let rest = &text[at..];
        let after_blank = at == 0 || bytes[at - 1].is_ascii_whitespace();
        let skipped = if let Some(inner) = rest.strip_prefix("\"\"\"") {
            inner.find("\"\"\"").map_or(rest.len(), |end| end + 6)
        } else if let Some(inner) = rest.strip_prefix('"') {
            inner.find('"').map_or(rest.len(), |end| end + 2)
        } else if rest.starts_with('#') && after_blank {
            rest.find('\n').unwrap_or(rest.len())
        } else if bytes[at].is_ascii_whitespace() {
            let length = rest.find(|c: char| !c.is_ascii_whitespace()).unwrap_or(rest.len());
            found.push(at..at + length);
            length
        } else {
            rest.chars().next().map_or(1, char::len_utf8)
        };
        at += skipped;
    }
    found
}

const BLANKS: &[&str] = &[" ", "  ", "     ", "\t", " \t "];

fn blanks(dice: &mut Dice) -> &'static str {
    BLANKS[dice.below(BLANKS.len())]
}

/// The same text with other blanks, indentations and ends of lines, and more blank lines where there are some.
fn respaced(text: &str, dice: &mut Dice) -> String {
    let mut out = String::new();
    let mut end = 0;
    for space in spaces(text) {
        out.push_str(&text[end..space.start]);
        let written = &text[space.clone()];
        let lines = written.matches('\n').count();
        if lines == 0 {
            out.push_str(blanks(dice));
        } else {
            for line in 0..lines + if lines > 1 { dice.below(3) } else { 0 } {
                if dice.below(6) == 0 || line > 0 && dice.below(2) == 0 {
                    out.push_str(blanks(dice));
                }
                out.push('\n');
            }
            // What begins in the first column stays there, and nothing else goes there.
            if !written.ends_with('\n') {
                out.push_str(blanks(dice));
            }
        }
        end = space.end;
    }
    out.push_str(&text[end..]);
    if dice.below(3) == 0 { format!("\u{feff}{}", out.replace('\n', "\r\n")) } else { out }
}

#[test]
fn white_space_within_lines_makes_no_difference() {
    for (path, text) in examples() {
        let expected = laid_out(&text);
        for case in 0..cases(2) {
            let respaced = respaced(&text, &mut Dice::new(case));
            let result = laid_out(&respaced).replace('\r', "");
            if result != expected {
                let line = result.lines().zip(expected.lines()).position(|(a, b)| a != b).unwrap_or(0);
                let show = |text: &str| text.lines().nth(line).unwrap_or("").to_owned();
                panic!("{path}, case {case}:\n{}\n{}", show(&result), show(&expected));
            }
        }
    }
}

#[test]
fn comments_at_the_ends_of_lines_and_between_them_are_kept() {
    for (path, text) in examples() {
        for case in 0..cases(2) {
            let mut dice = Dice::new(case);
            let mut out = String::new();
            let mut end = 0;
            for (index, space) in spaces(&text).into_iter().enumerate() {
                out.push_str(&text[end..space.start]);
                if text[space.clone()].contains('\n') && dice.below(9) == 0 {
                    let line = if dice.below(2) == 0 { " " } else { "\n  " };
                    out.push_str(&format!("{line}# remark {index}: \"{{ }} | ;"));
                    if dice.below(4) == 0 {
                        out.push_str("\n\n# and more");
                    }
                }
                out.push_str(&text[space.clone()]);
                end = space.end;
            }
            out.push_str(&text[end..]);
            let result = laid_out(&out);
            assert_eq!(comments(&result), comments(&out), "{path}, case {case}");
            assert_eq!(held(&result), held(&out), "{path}, case {case}");
            assert_eq!(laid_out(&result), result, "{path}, case {case}");
        }
    }
}

#[test]
fn a_comment_of_another_language_with_braces_in_it_leaves_the_file_alone() {
    let text = "section s \"S\" {\n  <!-- never closed {\n}\nrole   lead   \"Lead\"\n";
    assert_eq!(format(text).expect("a layout").text, text);
    assert_eq!(
        format("{\"\" <!--}\"\"{}\noffer\"\"{}").expect("a layout").text,
        "{\"\" <!--}\"\"{}\noffer\"\"{}"
    );
}

#[test]
fn comments_on_both_sides_of_a_brace_stay_two() {
    for head in ["policy a \"A\"", "plan a \"A\"", "section a \"A\"", "calendar a \"A\""] {
        let text = format!("{head}\n# one\n{{ # two\n  # three\n}}\n");
        assert_eq!(laid_out(&text), format!("{head} {{\n  # one\n  # two\n  # three\n}}\n"));
    }
}

#[test]
fn a_line_whose_spaces_may_mean_something_is_left_and_the_others_are_laid_out() {
    let lines = [
        "section s \"S\" { note We answer.  We call. }",
        "section s \"S\" { note 'We  call.' }",
        "severity a  \"A\" //  grave",
        "severity a  \"A\" /*  grave */",
        "commitment f {\u{c} 1d }",
        "plan  a \"A\"\rplan  b \"B\"",
    ];
    for line in lines {
        let (before, after) = ("role   lead \"Lead\"\n\n", "\n\nrole   head \"Head\"\n");
        let expected = format!("role lead \"Lead\"\n\n{line}\n\nrole head \"Head\"\n");
        assert_eq!(laid_out(&format!("{before}{line}{after}")), expected);
        assert_eq!(laid_out(&expected), expected);
    }
    // Inside of a body it is the statement that is left.
    let body = "section s \"S\" {\n    note We  call.\n note   \"We answer.\"\n}\n";
    assert_eq!(laid_out(body), "section s \"S\" {\n    note We  call.\n  note \"We answer.\"\n}\n");
}

#[test]
fn byte_order_marks_where_a_file_begins_go_at_once() {
    for begin in ["\u{feff}", "\n\u{feff}", "\u{feff}\n\u{feff}", " ;\u{feff}"] {
        assert_eq!(laid_out(&format!("{begin}role  a \"A\"\n")), "role a \"A\"\n", "{begin:?}");
    }
    assert_eq!(laid_out("\n\u{feff}e"), "e\n");
}

#[test]
fn what_cannot_be_laid_out_safely_says_why() {
    assert_eq!(format("policy a \"A\"\r\rcalendar c \"C\" { open always }\r"), Err(Fault::LoneReturn));
}

#[test]
fn damaged_texts_keep_all_they_hold() {
    for (path, text) in examples() {
        for case in 0..cases(4) {
            let mut dice = Dice::new(case);
            let mut damaged = mutate::mutated(&text, &mut dice);
            for _ in 0..dice.below(3) {
                damaged = mutate::mutated(&damaged, &mut dice);
            }
            let name = format!("{path}, case {case}");
            let result = format(&damaged).unwrap_or_else(|fault| panic!("{name}: {fault:?}")).text;
            assert_eq!(held(&result), held(&damaged), "{name}");
            assert_eq!(laid_out(&result), result, "{name}");
        }
    }
}

/// The policies in a page of the documentation, with the line that each begins on.
fn blocks(page: &str) -> Vec<(usize, String)> {
    let mut found: Vec<(usize, String)> = Vec::new();
    let mut open = false;
    for (index, line) in page.lines().enumerate() {
        if line.starts_with("```") {
            open = line.starts_with("```policy");
            if open {
                found.push((index + 2, String::new()));
            }
        } else if open && let Some((_, block)) = found.last_mut() {
            block.push_str(line);
            block.push('\n');
        }
    }
    found
}

#[test]
fn what_this_repository_shows_is_laid_out() {
    let mut wrong = Vec::new();
    let mut seen = 0;
    for (path, text) in examples() {
        seen += 1;
        if laid_out(&text) != text {
            wrong.push(path);
        }
    }
    // One page shows what is not laid out.
    let pages = files("docs", "md").into_iter().filter(|path| !path.ends_with("untidy-layout.md"));
    for path in pages.chain([root().join("README.md")]) {
        for (line, block) in blocks(&fs::read_to_string(&path).unwrap()) {
            seen += 1;
            if laid_out(&block) != block {
                wrong.push(format!("{}:{line}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "run `avouch fmt` on\n{}", wrong.join("\n"));
    assert!(seen > 100, "only {seen} policies were seen");
}
