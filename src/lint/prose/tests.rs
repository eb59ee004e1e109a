//! How texts are divided: what the author speaks, sentences, and phrases of the lists.

use super::lexicon::Lexicon;
use super::tags::Tag;
use super::tokens::{Kind, Tokens};
use super::{Signs, markdown, scan};
use crate::source::Span;
use crate::value::Piece;
use smallvec::smallvec;
use thin_vec::ThinVec;

fn piece(content: &str, block: bool) -> Piece {
    let (quotations, origins) = (ThinVec::new(), smallvec![(0, 0)]);
    Piece { content: content.into(), block, quotations, origins, span: Span::default() }
}

/// The words that the author speaks, with `|` between sentences.
fn spoken(content: &str, block: bool) -> String {
    let piece = piece(content, block);
    let (stretches, _) = markdown::spoken(&piece, Signs::of(&piece.content));
    let tokens = Tokens::read(&piece, &stretches, Lexicon::of("en"), 4);
    let mut words = String::new();
    let mut sentence = 0;
    for token in tokens.all.iter().filter(|token| token.kind != Kind::Mark) {
        if token.sentence() != sentence {
            words.push_str("| ");
            sentence = token.sentence();
        }
        words.push_str(if token.kind == Kind::Gap { "…" } else { &token.text });
        words.push(' ');
    }
    words.trim_end().to_owned()
}

/// The phrases of a text.
fn phrases(language: &str, content: &str) -> Vec<(Tag, String)> {
    let piece = piece(content, false);
    let (stretches, _) = markdown::spoken(&piece, Signs::of(&piece.content));
    let tokens = Tokens::read(&piece, &stretches, Lexicon::of(language), 4);
    let written = |mark: &super::Mark| content[tokens.range(mark.tokens())].to_owned();
    tokens.marks.iter().map(|mark| (mark.tag, written(mark))).collect()
}

#[test]
fn quotations_code_and_addresses_are_not_spoken() {
    assert_eq!(spoken("say “as soon as possible” to us", false), "say … to us");
    assert_eq!(spoken("「すぐ」です", false), "で す");
    assert_eq!(spoken("see `code` and\n\n> quoted words\n\nthe end", true), "see … and | the end");
    assert_eq!(spoken("it's 5 o'clock", false), "it s 5 o clock");
    assert_eq!(spoken("a <b>bold</b> word", true), "a … bold … word");
    assert_eq!(spoken("see [the page](https://a.example/as-soon)", true), "see the page");
}

#[test]
fn sentences_end_at_full_stops_and_blocks() {
    assert_eq!(
        spoken("We wait. You call! Who? at 9.30 we go", false),
        "we wait | you call | who at 9.30 we go"
    );
    assert_eq!(spoken("- one\n- two\n\nthree", true), "one | two | three");
    assert_eq!(spoken("**Strong** words go on.", true), "strong words go on");
}

#[test]
fn the_longest_phrase_is_meant() {
    assert_eq!(
        phrases("en", "within 4 business-hours").last(),
        Some(&(Tag::BusinessHour, "business-hours".to_owned()))
    );
    assert!(!phrases("en", "within 4 business hours").iter().any(|(tag, _)| *tag == Tag::Hour));
    let soon = phrases("en", "As soon\nas POSSIBLE");
    assert_eq!(soon.first(), Some(&(Tag::Soon, "As soon\nas POSSIBLE".to_owned())));
    assert!(phrases("ja", "できるだけ早く回答します").iter().any(|(tag, _)| *tag == Tag::Soon));
}

#[test]
fn a_first_look_misses_no_phrase() {
    for (language, content) in [
        ("en", "We answer ASAP."),
        ("fr", "À l'avance, dès que possible"),
        ("de", "ÜBLICHERWEISE"),
        ("ja", "速やかに"),
        ("ja", "○○株式会社"),
    ] {
        let piece = piece(content, false);
        let (stretches, _) = markdown::spoken(&piece, Signs::of(&piece.content));
        let lexicon = Lexicon::of(language);
        let maybe = scan::scan(content, &stretches, lexicon).maybe;
        let tokens = Tokens::read(&piece, &stretches, lexicon, 4);
        assert!(!tokens.marks.is_empty(), "{content}");
        // Words that are never written twice are noticed where they are.
        let mut marks = tokens.marks.iter().filter(|mark| mark.tag != Tag::Doubled);
        assert!(marks.all(|mark| maybe & mark.tag.bit() != 0), "{content}");
    }
}

#[test]
fn languages_are_told_by_words_that_no_other_has() {
    let text = "Wij antwoorden niet alleen voor u, maar ook voor onze klanten.";
    let piece = piece(text, false);
    let (stretches, _) = markdown::spoken(&piece, Signs::of(text));
    let common = scan::scan(text, &stretches, None).common;
    let most = (0..common.len()).max_by_key(|at| common[*at]).map(|at| scan::LANGUAGES[at]);
    assert_eq!(most, Some("nl"));
}
