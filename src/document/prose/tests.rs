//! What authors may write, and what becomes of it.

use std::ops::Range;

use proptest::prelude::{prop_assert, proptest};

use super::{Problem, ProblemKind, read};
use crate::document::model::{Block, Heading, Inline, Item, Paragraph, Target, plain_text};

/// What was asked for, and where.
type Asked = Vec<(String, Range<usize>)>;

/// Reads a text in which the quotation `known` stands for a strong word, and reports which quotations were asked for.
fn read_with_known(text: &str) -> (Vec<Block>, Vec<Problem>, Asked) {
    let mut asked = Vec::new();
    let prose = read(text, &mut |words, range| {
        asked.push((words.to_owned(), range));
        words.starts_with("known").then(|| vec![Inline::strong("K")])
    });
    (prose.blocks, prose.problems, asked)
}

fn words_of(blocks: &[Block]) -> String {
    let mut words = Vec::new();
    for block in blocks {
        match block {
            Block::Paragraph(Paragraph { content, .. }) | Block::Heading(Heading { content, .. }) => {
                words.push(plain_text(content));
            }
            Block::Quote(blocks) => words.push(words_of(blocks)),
            Block::List(list) => {
                words.extend(list.items.iter().map(|Item { content, .. }| words_of(content)));
            }
            Block::Code(code) => words.push(code.text.clone()),
            other => words.push(format!("{other:?}")),
        }
    }
    words.join("|")
}

fn check_problems(text: &str, expected_words: &str, expected: &[(ProblemKind, &str)]) {
    let (blocks, problems, _) = read_with_known(text);
    assert_eq!(words_of(&blocks), expected_words);
    let found: Vec<(ProblemKind, &str)> =
        problems.into_iter().map(|problem| (problem.kind, &text[problem.range])).collect();
    assert_eq!(found, expected);
}

#[test]
fn paragraphs_lists_and_links_become_blocks() {
    let (blocks, problems, _) = read_with_known("One *two* **three**,\n`four`.\n\n- a\n- [b](#c)\n");
    let expected = vec![
        Block::paragraph(vec![
            "One ".into(),
            Inline::Emphasis(vec!["two".into()]),
            " ".into(),
            Inline::strong("three"),
            ", ".into(),
            Inline::Code("four".into()),
            ".".into(),
        ]),
        Block::bullets(vec![
            Item::plain(vec!["a".into()]),
            Item::plain(vec![Inline::link(Target::anchor("c"), "b")]),
        ]),
    ];
    assert_eq!((blocks, problems), (expected, vec![]));
}

#[test]
fn headings_start_below_the_section_and_leave_no_level_out() {
    let (blocks, _, _) = read_with_known("### A\n\n##### B\n\n#### C\n\n## D\n\n### E");
    let depths: Vec<usize> = blocks
        .iter()
        .map(|block| match block {
            Block::Heading(heading) => heading.depth,
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(depths, [1, 2, 2, 1, 2]);
}

#[test]
fn tables_become_tables() {
    let (blocks, problems, asked) = read_with_known("| a | b |\n|---|---|\n| {known when x | y} | 2 |\n");
    let [Block::Table(table)] = blocks.as_slice() else { panic!("{blocks:?}") };
    assert_eq!(table.columns, [vec!["a".into()], vec!["b".into()]]);
    assert_eq!(table.rows[0].cells[0].content, [Inline::strong("K")]);
    assert_eq!(asked[0].0, "known when x | y");
    assert!(problems.is_empty());
}

#[test]
fn quotations_are_found_outside_code_and_not_when_escaped() {
    let text = "é {known} `{code}` \\{plain\\} {known field}.\n\n    {block}\n\n```\n{fence}\n```";
    let (blocks, problems, asked) = read_with_known(text);
    let names: Vec<&str> = asked.iter().map(|(words, _)| words.as_str()).collect();
    assert_eq!(names, ["known", "known field"]);
    for (words, range) in &asked {
        assert_eq!(&text[range.clone()], words);
    }
    assert_eq!(words_of(&blocks), "é K {code} {plain} K.|{block}\n|{fence}\n");
    assert!(problems.is_empty());
}

#[test]
fn conditions_may_hold_what_markdown_reads_as_its_own() {
    let text = "**{known when a < 3 and b > 4}** and {known when a * b * c or `x` <y> é}";
    let (blocks, problems, asked) = read_with_known(text);
    assert_eq!(asked[1].0, "known when a * b * c or `x` <y> é");
    assert_eq!(words_of(&blocks), "K and K");
    assert!(problems.is_empty());
}

#[test]
fn quotations_may_run_on_in_the_next_line() {
    let (blocks, problems, asked) = read_with_known("a {known when\nx} b");
    assert_eq!(asked[0].0, "known when\nx");
    assert_eq!((words_of(&blocks).as_str(), problems.len()), ("a K b", 0));
}

#[test]
fn what_the_callback_does_not_know_stays_as_it_was_written() {
    check_problems("a {other *x*} b", "a {other *x*} b", &[]);
}

#[test]
fn braces_that_do_not_close_are_reported() {
    check_problems(
        "a {b\n\nc} {d {known}",
        "a {b|c} {d K",
        &[(ProblemKind::UnclosedBrace, "{"), (ProblemKind::UnclosedBrace, "{")],
    );
}

#[test]
fn html_is_reported_and_left_out() {
    check_problems(
        "a <b>c</b> <!-- d -->",
        "a c ",
        &[
            (ProblemKind::RawHtml, "<b>"),
            (ProblemKind::RawHtml, "</b>"),
            (ProblemKind::RawHtml, "<!-- d -->"),
        ],
    );
    check_problems(
        "<script>\nalert(1)\n</script>\n\nb",
        "b",
        &[(ProblemKind::RawHtml, "<script>\nalert(1)\n</script>\n")],
    );
}

#[test]
fn links_of_other_schemes_keep_only_their_words() {
    let text = "[a](javascript:x) [b](<java&#9;script:x>) <data:text/html,c> [d](https://d.example)";
    let (blocks, problems, _) = read_with_known(text);
    assert_eq!(problems.len(), 3);
    assert!(problems.iter().all(|problem| problem.kind == ProblemKind::UnsafeLink));
    let [Block::Paragraph(paragraph)] = blocks.as_slice() else { panic!("{blocks:?}") };
    let links = paragraph.content.iter().filter(|inline| matches!(inline, Inline::Link { .. })).count();
    assert_eq!(links, 1);
}

#[test]
fn addresses_in_angle_brackets_become_links() {
    let link = Inline::mail("a@b.example");
    assert_eq!(read_with_known("<a@b.example>").0, [Block::paragraph(vec![link])]);
    let link = Inline::link(Target::Web("https://b.example".into()), "https://b.example");
    assert_eq!(read_with_known("<https://b.example>").0, [Block::paragraph(vec![link])]);
}

#[test]
fn pictures_need_words_and_come_from_the_same_site() {
    let image = Inline::Image { source: "plan.png".into(), alternative: "The plan".into() };
    assert_eq!(read_with_known("![The *plan*](plan.png)").0, [Block::paragraph(vec![image])]);
    check_problems("a ![](plan.png)", "a ", &[(ProblemKind::ImageWithoutText, "![](plan.png)")]);
    let outside = "![Map](https://x.example/map.png)";
    check_problems(outside, "Map", &[(ProblemKind::OutsideImage, outside)]);
}

#[test]
fn a_text_in_one_line_keeps_all_its_words() {
    let text = "# A\n\nb *c*\n\n- d\n- e\n\n| f | g |\n|---|---|\n| h | i |\n\n    j\n";
    let line = read(text, &mut |_, _| None).into_line();
    assert_eq!(plain_text(&line), "A b c d e f, g h, i j");
}

#[test]
fn deep_nesting_is_made_flat_and_loses_no_word() {
    for opening in ["> ", "- ", "1. ", "*a **b "] {
        let text = format!("{}word", opening.repeat(100_000));
        let (blocks, _, _) = read_with_known(&text);
        let found = format!("{blocks:?}").matches("word").count();
        assert_eq!(found, 1, "{opening}");
    }
    let (_, problems, _) = read_with_known(&format!("{}word", "> ".repeat(100)));
    assert_eq!(problems.iter().map(|problem| problem.kind).collect::<Vec<_>>(), [ProblemKind::TooDeep]);
}

#[test]
fn a_fence_that_does_not_close_ends_with_the_text() {
    let (blocks, problems, asked) = read_with_known("a\n\n```policy x\n{b}\n<c>");
    assert_eq!(words_of(&blocks), "a|{b}\n<c>");
    assert!(problems.is_empty() && asked.is_empty());
}

proptest! {
    #[test]
    fn any_text_can_be_read_and_every_range_lies_within_it(text in "[a{}\\\\`*_<>&;é\\[\\]()!|\n\r\t #0.+~=:\u{a0}-]{0,48}") {
        let (_, problems, asked) = read_with_known(&text);
        for (words, range) in asked {
            prop_assert!(text.get(range) == Some(words.as_str()));
        }
        for problem in problems {
            prop_assert!(text.get(problem.range).is_some());
        }
    }
}
