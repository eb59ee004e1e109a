//! The title of a section that begins with a number, where the document numbers its sections by itself.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::value::Text;

/// Looks at the titles of all sections, in each language.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let first = context.program.policy.first_language();
    for title in context.program.layout.iter().filter_map(|section| section.clause.title.as_ref()) {
        look(title, first, findings);
    }
}

fn look(title: &Text, first: &str, findings: &mut Vec<Diagnostic>) {
    for (language, piece) in title.in_languages(first) {
        let Some(length) = number(&piece.content) else { continue };
        let range = 0..length;
        let written = piece.content.get(range.clone()).unwrap_or("").trim_end();
        findings.push(
            Diagnostic::new(
                &registry::NUMBERED_TITLE,
                piece.place(range.clone()),
                format!("this section gets a number of its own beside `{written}`"),
            )
            .label("a second number")
            .help("leave it out; sections are numbered in their order when the document is made")
            .fix(
                "leave the number out",
                !may_count(language, &piece.content),
                piece.place(range),
                "",
            ),
        );
    }
}

/// How long the number is that a title begins with, and what parts it from the words; none for a figure as in `2 visits`.
fn number(title: &str) -> Option<usize> {
    let rest = title.trim_start_matches(['§', ' ']);
    let figures = rest.find(|c: char| !(c.is_ascii_digit() || c == '.'))?;
    let (number, behind) = rest.split_at(figures);
    let marked = behind.starts_with(')') || number.ends_with('.') || title.starts_with('§');
    // `3.5 hours` is a figure, and `4.2.1 Hours` is none.
    let nested = number.matches('.').count() > 1;
    let words = behind.trim_start_matches([')', ':', ' ', '\u{a0}']);
    let parted = behind.starts_with([' ', ')', ':', '\u{a0}']);
    let capital = words.chars().next().is_some_and(|first| first.is_alphabetic() && !first.is_lowercase());
    let begins = number.starts_with(|c: char| c.is_ascii_digit());
    (begins && parted && capital && (marked || nested || number.contains('.')))
        .then_some(title.len() - words.len())
}

/// Whether the number may be one of what the title speaks of: `2. Ebene` is the second level in German, and `4.5 Hours` are hours.
fn may_count(language: &str, title: &str) -> bool {
    const UNITS: [&str; 7] = ["second", "minute", "hour", "day", "week", "month", "year"];
    let mut words = title.split_whitespace();
    let number = words.next().unwrap_or("");
    let figures = number.starts_with(|c: char| c.is_ascii_digit()) && !number.ends_with(')');
    let unit = words.next().unwrap_or("").to_lowercase();
    let of_time = number.matches('.').count() == 1 && UNITS.contains(&unit.trim_end_matches('s'));
    figures && (of_time || number.ends_with('.') && super::has_ordinals_with_stops(language))
}

#[cfg(test)]
mod tests {
    use super::{may_count, number};

    #[test]
    fn a_number_that_may_count_is_left_to_the_author() {
        for (language, title) in [
            ("de", "1. Ebene"),
            ("de-AT", "1. Mai"),
            ("da", "2. linje"),
            ("de", "24.12. Heiligabend"),
            ("en", "4.5 Hours"),
        ] {
            assert!(may_count(language, title), "{title}");
        }
        for (language, title) in [
            ("en", "1. Levels"),
            ("de", "§ 1. Umfang"),
            ("de", "1) Umfang"),
            ("de", "4.2 Umfang"),
            ("nl", "2. Niveaus"),
            ("en", "4.2.1 Hours"),
        ] {
            assert!(!may_count(language, title), "{title}");
        }
    }

    #[test]
    fn a_number_of_a_section_is_told_from_a_figure() {
        for (title, length) in
            [("4. Hours", 3), ("4.2 Hours", 4), ("4.2.1. Hours", 7), ("2) Plans", 3), ("§ 3 Umfang", 5)]
        {
            assert_eq!(number(title), Some(length), "{title}");
        }
        for title in [
            "2 visits",
            "3.5 hours of advice",
            "24/7 support",
            "Plans",
            "2026",
            "1st line",
            "5 plans",
            "3D printers",
        ] {
            assert_eq!(number(title), None, "{title}");
        }
    }
}
