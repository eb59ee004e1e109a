//! The printers, over documents that are built by hand.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop where the tool may not")]

#[path = "support/pages/mod.rs"]
mod pages;

use avouch::document::model::{Target, link_faults};
use avouch::emit::{html, markdown};
use pages::{kinds, northwind};
use pulldown_cmark::{Event, Options, Parser, Tag};

#[test]
fn every_link_and_note_of_the_sample_documents_leads_somewhere() {
    for document in [northwind::document(), kinds::document(), kinds::right_to_left()] {
        assert_eq!(link_faults(&document), [], "{}", document.window_title);
    }
}

#[test]
fn a_policy_as_a_page() {
    insta::assert_snapshot!(html::page(&northwind::document()));
}

#[test]
fn a_policy_as_markdown() {
    insta::assert_snapshot!(markdown::document(&northwind::document()));
}

#[test]
fn every_other_kind_of_block_as_a_page() {
    insta::assert_snapshot!(html::page(&kinds::document()));
}

#[test]
fn every_other_kind_of_block_as_markdown() {
    insta::assert_snapshot!(markdown::document(&kinds::document()));
}

#[test]
fn a_page_from_right_to_left_as_a_fragment() {
    insta::assert_snapshot!(html::fragment(&kinds::right_to_left()));
}

#[test]
fn no_text_of_an_author_becomes_a_script_an_attribute_or_an_unsafe_address() {
    let page = html::page(&kinds::document());
    assert_eq!(page.matches("<script").count(), 1, "only the data block");
    assert!(!page.contains("alert(1)</script>"));
    assert!(!page.contains("href=\"javascript:") && !page.contains("href=\"data:"));
    let tags = page.split('<').filter_map(|rest| rest.split('>').next());
    assert!(tags.into_iter().all(|tag| !tag.contains(" onload=\"")), "no attribute ends early");
    assert!(!page.contains('\u{1b}'));
}

#[test]
fn a_policy_of_nobody_begins_with_what_it_is() {
    let mut document = northwind::document();
    assert!(markdown::document(&document).contains(" · Support policy"));
    document.title.publisher.name.clear();
    let text = markdown::document(&document);
    let (_, after) = text.split_once("\n\n").unwrap();
    assert!(after.starts_with("Support policy"), "{text}");
    let page = html::page(&document);
    assert!(page.contains("<div class=\"av-bar\">\n<ul"), "the languages stay: {page}");
    document.title.languages.truncate(1);
    let page = html::page(&document);
    assert!(!page.contains("av-bar") && !page.contains("<p></p>"), "{page}");
}

#[test]
fn no_text_of_an_author_becomes_html_or_an_unsafe_link_in_markdown() {
    for document in [northwind::document(), kinds::document(), kinds::right_to_left()] {
        let text = markdown::document(&document);
        for event in Parser::new_ext(&text, Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES) {
            match event {
                Event::Html(html) | Event::InlineHtml(html) => panic!("{html}"),
                Event::Start(Tag::Link { dest_url, .. }) => {
                    assert!(
                        Target::from_address(&dest_url).is_some() || dest_url.contains('@'),
                        "{dest_url}"
                    );
                }
                _ => {}
            }
        }
    }
}

#[test]
fn markdown_says_the_same_words_when_it_is_read_again() {
    let text = markdown::document(&kinds::document());
    let words: String = Parser::new(&text)
        .filter_map(|event| match event {
            Event::Text(words) | Event::Code(words) => Some(words.into_string()),
            _ => None,
        })
        .collect();
    let hostile = kinds::HOSTILE.replace('\u{1b}', "");
    assert!(words.matches(&hostile).count() >= 3, "heading, code and clause: {words}");
}

#[test]
fn printing_twice_gives_the_same_bytes() {
    let document = northwind::document();
    assert_eq!(html::page(&document), html::page(&document));
    assert_eq!(markdown::document(&document), markdown::document(&document));
}

#[test]
fn a_fragment_has_no_landmark_or_head_of_its_own() {
    let fragment = html::fragment(&northwind::document());
    for tag in ["<html", "<head>", "<body", "<main", "<header", "<footer", "<script", "<link", "<meta"] {
        assert!(!fragment.contains(tag), "{tag}");
    }
    assert!(fragment.starts_with("<div class=\"av-page\" lang=\"en\" dir=\"ltr\">"));
}

#[test]
fn markdown_is_free_of_what_linters_dislike() {
    for document in [northwind::document(), kinds::document(), kinds::right_to_left()] {
        let text = markdown::document(&document);
        assert!(text.starts_with("# "), "the title comes first");
        let mut in_code = false;
        let mut headings = Vec::new();
        let mut before = "";
        for line in text.lines() {
            assert_eq!(line, line.trim_end(), "no line ends in spaces");
            assert!(
                !(line.is_empty() && before.is_empty() && !text.starts_with(before)),
                "one empty line at most"
            );
            in_code ^= line.starts_with("```");
            if line.starts_with('#') && !in_code {
                assert!(headings.is_empty() || before.is_empty(), "an empty line stands before {line:?}");
                headings.push(line.bytes().take_while(|byte| *byte == b'#').count());
            }
            before = line;
        }
        assert_eq!(headings.iter().filter(|level| **level == 1).count(), 1, "one title");
        assert!(headings.windows(2).all(|pair| pair[1] <= pair[0] + 1), "no level is left out");
        assert!(text.ends_with('\n') && !text.ends_with("\n\n"), "one line end at the end");
    }
}
