//! One page in each language that has no example of its own: the whole page as a snapshot to be read aloud, and the
//! rules of its typography.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop where the tool may not")]

use avouch::analysis::{Memory, analyse, artifacts};
use avouch::config::Settings;
use avouch::emit::{BuildOptions, Form};
use std::path::Path;

/// The languages with a policy under `tests/languages`.
const TAGS: [&str; 4] = ["de", "es", "fr", "ja"];

/// The policy of a language as Markdown and as HTML.
fn pages(tag: &str, text: &str) -> (String, String) {
    let mut files = Memory::default();
    let path = format!("{tag}.policy");
    files.insert(&path, text);
    let analysis = analyse(&path, &files, &Settings::default());
    // The holidays of Spain are announced each year, so that their end is always near.
    let found: Vec<_> =
        analysis.findings.iter().filter(|finding| finding.code.name != "holidays-end").collect();
    assert!(found.is_empty(), "{tag}: {found:?}");
    let options = BuildOptions {
        forms: vec![Form::Html, Form::Markdown],
        audiences: vec!["public".to_owned()],
        languages: Vec::new(),
    };
    let made = artifacts(&analysis, &options).unwrap();
    let of = |ending: &str| {
        let found = made.iter().find(|artifact| artifact.path.ends_with(ending)).unwrap();
        String::from_utf8(found.bytes.clone()).unwrap()
    };
    (of(".md"), of(".html"))
}

fn policy(tag: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/languages").join(format!("{tag}.policy"));
    std::fs::read_to_string(path).unwrap()
}

/// The words of a page, a line for each element. Tables are left out, whose cells break anywhere.
fn words(tag: &str) -> String {
    let (_, html) = pages(tag, &policy(tag));
    let main = html
        .split_once("<main class=\"av-main\" id=\"av-main\" tabindex=\"-1\">")
        .unwrap()
        .1
        .split_once("av-foot")
        .unwrap()
        .0;
    // The title of a step stands in its own line.
    let main = main.replace("</strong> ", "\n");
    let mut words = String::new();
    for (index, part) in main.split("<table").enumerate() {
        let shown = if index == 0 { part } else { part.split_once("</table>").unwrap().1 };
        let mut inside = false;
        for letter in shown.chars() {
            match letter {
                '<' => inside = true,
                '>' if inside => inside = false,
                _ if inside => {}
                _ => words.push(letter),
            }
        }
    }
    words.replace("&amp;", "&").replace("&#39;", "'").replace("&quot;", "\"")
}

#[test]
fn a_page_in_each_language() {
    for tag in TAGS {
        let (markdown, _) = pages(tag, &policy(tag));
        // The digests change with every word of a policy, and nobody reads them aloud.
        let markdown =
            markdown.lines().filter(|line| !line.contains("sha256:")).collect::<Vec<_>>().join("\n");
        insta::assert_snapshot!(format!("a_page_in_{tag}"), markdown);
    }
}

/// What the pages above do not say, in every language: conditions that are denied, titles that are clauses, duties of all
/// kinds, clocks that stand still and begin again.
#[test]
fn the_same_policy_in_every_language() {
    let mut files = Memory::default();
    files.insert("said.policy", policy("said"));
    let analysis = analyse("said.policy", &files, &Settings::default());
    let options = BuildOptions {
        forms: vec![Form::Markdown],
        audiences: vec!["public".to_owned()],
        languages: Vec::new(),
    };
    for artifact in artifacts(&analysis, &options).unwrap() {
        let markdown = String::from_utf8(artifact.bytes).unwrap();
        let markdown =
            markdown.lines().filter(|line| !line.contains("sha256:")).collect::<Vec<_>>().join("\n");
        insta::assert_snapshot!(format!("{}", artifact.path.replace('.', "_")), markdown);
    }
}

#[test]
fn pages_say_which_language_they_are_in() {
    for tag in TAGS {
        let (_, html) = pages(tag, &policy(tag));
        assert!(html.contains(&format!("<html class=\"av-root\" lang=\"{tag}\" dir=\"ltr\">")), "{tag}");
        assert!(!html.contains("{ $") && !html.contains("own-"), "{tag}");
    }
}

/// What stands around each of some signs: the letter before, the sign, and the letter behind.
fn around<'w>(
    words: &'w str,
    signs: &'w [char],
) -> impl Iterator<Item = (Option<char>, char, Option<char>)> + 'w {
    words.match_indices(signs).map(|(at, sign)| {
        let behind = words[at + sign.len()..].chars().next();
        (words[..at].chars().next_back(), sign.chars().next().unwrap(), behind)
    })
}

#[test]
fn french_has_spaces_that_do_not_break_before_high_signs_and_inside_quotation_marks() {
    let words = words("fr");
    for (before, sign, behind) in around(&words, &[':', ';', '?', '!', '»']) {
        let is_within = behind.is_some_and(char::is_alphanumeric);
        assert!(is_within || before == Some('\u{A0}'), "{before:?}{sign}{behind:?}");
    }
    let mut opened = 0;
    for (_, _, behind) in around(&words, &['«']) {
        assert_eq!(behind, Some('\u{A0}'));
        opened += 1;
    }
    assert!(opened > 5);
    assert!(words.contains("10\u{202F}000\u{A0}€") && words.contains("11\u{A0}h\u{A0}30"));
}

#[test]
fn german_and_spanish_quote_in_their_own_marks_and_set_off_units() {
    let german = words("de");
    assert!(german.contains("„Wartet auf Sie“") && !german.contains('”') && !german.contains('"'));
    assert!(german.contains("10.000\u{A0}€") && german.contains("95\u{A0}%"));
    assert_eq!(german.matches('„').count(), german.matches('“').count());
    let spanish = words("es");
    assert!(spanish.contains("«Nueva»") && !spanish.contains('“') && !spanish.contains('"'));
    assert!(spanish.contains("10.000\u{A0}€") && spanish.contains("95\u{A0}%"));
    assert_eq!(spanish.matches('¿').count(), spanish.matches('?').count());
}

fn is_japanese(letter: char) -> bool {
    matches!(letter, '\u{3001}'..='\u{30FF}' | '\u{4E00}'..='\u{9FFF}' | '\u{FF01}'..='\u{FF60}')
}

#[test]
fn japanese_has_full_width_signs_and_no_spaces_between_its_letters() {
    let words = words("ja");
    let mut signs = 0;
    for line in words.lines() {
        for (before, sign, behind) in around(line, &[' ', '.', ',', ':', ';', '(']) {
            let (before, behind) = (before.unwrap_or('x'), behind.unwrap_or('。'));
            assert!(!is_japanese(before) || !is_japanese(behind), "{before}{sign}{behind} in {line}");
        }
        signs += line.matches('。').count();
    }
    assert!(signs > 30);
    assert!(words.contains("10,000円") && words.contains("2026年12月23日"));
}

#[test]
fn words_that_have_no_translation_say_which_language_they_are_in() {
    let text = "policy guide \"Our guide\" nl: \"Onze gids\" {\n  written in en, nl\n}\n\
                section words \"Words\" nl: \"Woorden\" {\n  definition ticket \"Ticket\" in all languages { means \"A case.\" }\n}\n";
    let mut files = Memory::default();
    files.insert("guide.policy", text);
    let analysis = analyse("guide.policy", &files, &Settings::default());
    let options =
        BuildOptions { forms: vec![Form::Html], audiences: vec!["public".to_owned()], languages: Vec::new() };
    let made = artifacts(&analysis, &options).unwrap();
    let page = |part: &str| {
        let found = made.iter().find(|artifact| artifact.path.ends_with(part));
        String::from_utf8(found.unwrap().bytes.clone()).unwrap()
    };
    let dutch = page("guide.nl.html");
    assert!(dutch.contains("<span lang=\"en\" dir=\"ltr\">A case.</span>"), "{dutch}");
    assert!(dutch.contains(">Ticket<"), "what stands in all languages has none of its own: {dutch}");
    assert!(!page("guide.html").contains("<span lang"));
}
