//! Each test shows a whole rendered finding.

use super::super::fixture::{self, span};
use super::*;
use crate::diagnostic::registry;
use crate::source::Source;

const PLAIN: Look = Look { colour: false, ascii: false, width: 100 };

fn render(sources: &Sources, finding: &Diagnostic) -> String {
    pretty(Found { sources, finding }, PLAIN)
}

fn wrong(place: Span) -> Diagnostic {
    Diagnostic::new(&registry::SYNTAX, place, "this is wrong").label("here")
}

#[test]
fn a_word_that_is_not_known() {
    let sources = fixture::sources(fixture::CALENDAR);
    insta::assert_snapshot!(render(&sources, &fixture::unknown_word(&sources)));
}

#[test]
fn colours_say_the_level_and_which_mark_is_the_finding() {
    let sources = fixture::sources(fixture::CALENDAR);
    let finding = fixture::unknown_word(&sources).related(span(&sources, "office", 0), "in this calendar");
    let shown = pretty(Found { sources: &sources, finding: &finding }, Look { colour: true, ..PLAIN });
    insta::assert_snapshot!(shown.replace('\u{1b}', "ESC"));
}

#[test]
fn lines_are_drawn_in_ascii_when_asked() {
    let sources = fixture::sources(fixture::CALENDAR);
    let finding = fixture::unknown_word(&sources).related(span(&sources, "}", 0), "the calendar ends here");
    insta::assert_snapshot!(pretty(
        Found { sources: &sources, finding: &finding },
        Look { ascii: true, ..PLAIN }
    ));
}

#[test]
fn two_far_places_of_one_file_are_one_snippet() {
    let rows = "  | x |\n".repeat(6);
    let sources = fixture::sources(&format!(
        "\n\n| critical | 1 business day | 30 minutes |\n{rows}  within 15 minutes when severity is critical\n"
    ));
    let finding = Diagnostic::new(
        &registry::SYNTAX,
        span(&sources, "within 15 minutes", 0),
        "two rules promise different things for the same case",
    )
    .label("15 minutes for critical by telephone")
    .related(span(&sources, "30 minutes", 0), "30 minutes for critical on Premium")
    .case(vec![("plan".to_owned(), "premium".to_owned())], "plan Premium, severity Critical")
    .help("if the second is an exception to the table, begin it with `except`")
    .note("a rule for fewer cases wins, but neither of these is for fewer");
    insta::assert_snapshot!(render(&sources, &finding));
}

#[test]
fn a_place_in_another_file_is_its_own_snippet() {
    let mut sources = fixture::sources("plan basic\n");
    let other = sources.add(Source::new("common/plans.policy", "# plans\nplan basic \"Basic\"\n"));
    let finding =
        Diagnostic::new(&registry::SYNTAX, span(&sources, "basic", 0), "two plans are named `basic`")
            .label("the second")
            .related(Span::new(other, 13, 18), "the first");
    insta::assert_snapshot!(render(&sources, &finding));
}

#[test]
fn several_cases_are_called_cases() {
    let sources = fixture::sources("commitment x {\n");
    let mut finding = wrong(span(&sources, "x", 0)).case(vec![], "severity Normal, plan Basic or Standard");
    finding.several_cases = true;
    insta::assert_snapshot!(render(&sources, &finding));
}

#[test]
fn a_mark_over_another_gets_its_own_snippet() {
    let sources = fixture::sources("open Mon..Fri\n");
    let finding = wrong(span(&sources, "Mon", 0)).related(span(&sources, "Mon..Fri", 0), "in this range");
    insta::assert_snapshot!(render(&sources, &finding));
}

#[test]
fn the_end_of_a_file_can_be_marked() {
    let sources = fixture::sources("plan basic {\n");
    let end = Span::new(FileId(0), 13, 13);
    insta::assert_snapshot!(render(&sources, &wrong(end)));
    let sources = fixture::sources("plan basic {");
    let end = Span::new(FileId(0), 12, 12);
    insta::assert_snapshot!(render(&sources, &wrong(end)));
}

#[test]
fn an_empty_span_in_a_line_is_an_arrow() {
    let sources = fixture::sources("within 4\r\nhours\r\n");
    insta::assert_snapshot!(render(&sources, &wrong(Span::new(FileId(0), 8, 8))));
}

#[test]
fn a_span_beyond_the_text_is_shown_at_its_end() {
    let sources = fixture::sources("plan\n");
    insta::assert_snapshot!(render(&sources, &wrong(Span::new(FileId(0), 90, 95))));
}

#[test]
fn a_file_without_text_is_only_named() {
    let sources = fixture::sources("");
    insta::assert_snapshot!(render(&sources, &wrong(Span::new(FileId(0), 0, 0))));
}

#[test]
fn a_span_over_several_lines_is_marked_on_its_first() {
    let sources = fixture::sources("table {\n  a\n  b\n}\n");
    insta::assert_snapshot!(render(&sources, &wrong(Span::new(FileId(0), 0, 17))));
}

#[test]
fn wide_characters_and_tabs_keep_the_mark_in_place() {
    let sources = fixture::sources("\tnaam \"優先サポート\" fout\n");
    insta::assert_snapshot!(render(&sources, &wrong(span(&sources, "fout", 0))));
}

#[test]
fn a_line_of_five_thousand_characters_is_cut() {
    let sources = fixture::sources(&format!("text \"{}\" fout \"{}\"", "é".repeat(2_500), "x".repeat(2_500)));
    insta::assert_snapshot!(render(&sources, &wrong(span(&sources, "fout", 0))));
}

#[test]
fn hidden_characters_are_shown_by_number_everywhere() {
    let mut sources = Sources::default();
    let file = sources.add(Source::new("a\u{202e}b.policy", "name \u{202e}evil\u{1b}[2J\u{7} fout\n"));
    let finding =
        Diagnostic::new(&registry::SYNTAX, Span::new(file, 5, 16), "`\u{202e}evil` is\u{1b}[31m odd")
            .label("\u{9b}31m here")
            .help("take \u{200f} out");
    let shown = pretty(Found { sources: &sources, finding: &finding }, PLAIN);
    assert!(!shown.chars().any(|c| c != '\n' && super::super::escape::is_hidden(c)), "{shown:?}");
    insta::assert_snapshot!(shown);
}

#[test]
fn long_help_is_wrapped_under_itself() {
    let sources = fixture::sources("x\n");
    let finding = wrong(span(&sources, "x", 0))
        .help("open a channel for them, or count the promise in business hours, or say `none`");
    insta::assert_snapshot!(pretty(
        Found { sources: &sources, finding: &finding },
        Look { width: 48, ..PLAIN }
    ));
}

#[test]
fn cost_does_not_depend_on_the_size_of_the_file() {
    // With miette's own source each label reads the file from its start; 2,000 labels over 8 MB would take minutes.
    let sources = fixture::sources(&"  open Mon..Fri 09:00..17:00\n".repeat(300_000));
    let finding = wrong(Span::new(FileId(0), 8_600_000, 8_600_004));
    let start = std::time::Instant::now();
    for _ in 0..2_000 {
        assert!(render(&sources, &finding).contains(":296552:"));
    }
    assert!(start.elapsed().as_secs() < 20, "{:?}", start.elapsed());
}

#[test]
fn what_says_the_same_again_is_shown_without_its_advice() {
    let sources = fixture::sources("effective ?\ntimezone ?\npublisher ?\n");
    let mark = |nth| {
        Diagnostic::new(&registry::UNFILLED, span(&sources, "?", nth), "something is missing")
            .label("not known")
    };
    let advised = |nth| mark(nth).help("write it once it is known");
    let findings = [advised(0), advised(1), mark(2)];
    let found: Vec<Found<'_>> = findings.iter().map(|finding| Found { sources: &sources, finding }).collect();
    insta::assert_snapshot!(all(&found, PLAIN));
}
