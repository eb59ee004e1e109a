//! The signs between words, as the language of the document wants them.
//!
//! In: a document whose sentences were joined with plain spaces, full stops and colons, and the manner of the language.
//! Out: the same document with the spaces and signs of that manner, in the author's words as well: French has no-break
//! spaces before its high signs and inside its quotation marks, Japanese has full-width signs and no spaces around them.
//! Code, addresses and words in another language stay as they are.

use super::visit::{Part, visit};
use crate::document::model::{Document, Inline, Target, plain_text};
use crate::document::words::Words;

/// How a language sets its signs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Manner {
    /// With a space before them that does not break.
    Spaced,
    /// Full width, and without spaces.
    Wide,
}

/// What becomes of a character.
enum Edit {
    Keep,
    Drop,
    Become(char),
    SpaceBefore,
    SpaceBehind,
}

/// Sets the signs of a document.
pub fn set(document: &mut Document, words: Words) {
    let manner = match words.word("punctuation").as_str() {
        "spaced" => Manner::Spaced,
        "wide" => Manner::Wide,
        _ => return,
    };
    visit(document, &mut |part| {
        if let Part::Line(line) = part {
            set_line(manner, line);
        }
    });
    document.notes.iter_mut().for_each(|note| set_line(manner, &mut note.content));
    for text in [&mut document.title.title, &mut document.window_title] {
        set_text(manner, text);
    }
    document.description.iter_mut().for_each(|text| set_text(manner, text));
}

fn set_text(manner: Manner, text: &mut String) {
    let mut line = vec![Inline::text(std::mem::take(text))];
    set_line(manner, &mut line);
    *text = plain_text(&line);
}

/// A text without the blanks between full-width letters, where the language has none, as they are set on a page.
pub fn closed_up(words: Words, text: &str) -> String {
    if words.word("punctuation") != "wide" {
        return text.to_owned();
    }
    let mut before = None;
    let mut letters = text.chars().peekable();
    let mut whole = String::with_capacity(text.len());
    while let Some(here) = letters.next() {
        if here != ' ' || !is_gap(before, letters.peek().copied()) {
            whole.push(here);
            before = Some(here);
        }
    }
    whole
}

/// Whether a blank stands between full-width letters.
fn is_gap(before: Option<char>, next: Option<char>) -> bool {
    before.is_some_and(is_wide) && next.is_some_and(is_wide)
}

/// Sets the signs of a line. What stands before and behind a sign may be in another inline.
fn set_line(manner: Manner, line: &mut [Inline]) {
    let mut leaves: Vec<Leaf<'_>> = Vec::new();
    collect(line, &mut leaves);
    let whole: Vec<(usize, char)> = leaves
        .iter()
        .enumerate()
        .flat_map(|(leaf, words)| {
            let letters = match words {
                Leaf::Words(words) => words.chars().collect(),
                // Stands for what is not touched: neither a space nor a sign.
                Leaf::Fixed => vec!['x'],
            };
            letters.into_iter().map(move |letter| (leaf, letter))
        })
        .collect();
    let wide_line = whole.iter().any(|(_, letter)| is_wide(*letter));
    let name = manner == Manner::Wide && !wide_line && is_name(&whole);
    let mut set: Vec<String> = vec![String::new(); leaves.len()];
    let mut before: Option<char> = None;
    for (at, (leaf, here)) in whole.iter().enumerate() {
        let next = |step: usize| whole.get(at + step).map(|(_, letter)| *letter);
        let edit = match manner {
            Manner::Spaced => spaced(before, *here, next(1), next(2)),
            Manner::Wide if wide_line => wide(before, *here, next(1), next(2)),
            Manner::Wide if name && *here == '.' && next(1).is_none() => Edit::Become('\u{3002}'),
            Manner::Wide => Edit::Keep,
        };
        let words = &mut set[*leaf];
        match edit {
            Edit::Keep => words.push(*here),
            Edit::Drop => continue,
            Edit::Become(other) => words.push(other),
            Edit::SpaceBefore => words.extend(['\u{A0}', *here]),
            Edit::SpaceBehind => words.extend([*here, '\u{A0}']),
        }
        before = words.chars().next_back();
    }
    for (leaf, words) in leaves.into_iter().zip(set) {
        if let Leaf::Words(text) = leaf {
            *text = words;
        }
    }
}

/// Whether a line is no more than a name in Latin letters, `RMA.` or `Microsoft 365.`, whose full stop is that of the document;
/// that of a sentence belongs to it.
fn is_name(line: &[(usize, char)]) -> bool {
    const LONGEST: usize = 3;
    let text: String = line.iter().map(|(_, letter)| *letter).collect();
    let Some(name) = text.strip_suffix('.') else { return false };
    name.split_whitespace().count() <= LONGEST && !name.contains(". ") && !name.ends_with('.')
}

/// A piece of a line.
enum Leaf<'l> {
    Words(&'l mut String),
    Fixed,
}

fn collect<'l>(line: &'l mut [Inline], leaves: &mut Vec<Leaf<'l>>) {
    for inline in line {
        match inline {
            Inline::Text(words) | Inline::Mark { word: words, .. } => leaves.push(Leaf::Words(words)),
            Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Time { content: inner, .. } => {
                collect(inner, leaves);
            }
            Inline::Link { target: Target::Anchor(_) | Target::Document(_), content } => {
                collect(content, leaves);
            }
            Inline::Link { target: Target::Web(_) | Target::Mail(_) | Target::Telephone(_), .. }
            | Inline::NoBreak(_)
            | Inline::Code(_)
            | Inline::Image { .. }
            | Inline::Language { .. } => leaves.push(Leaf::Fixed),
            Inline::NoteRef(_) | Inline::Break | Inline::Place(_) => {}
        }
    }
}

/// French: a space that does not break before high signs and inside quotation marks.
fn spaced(before: Option<char>, here: char, next: Option<char>, second: Option<char>) -> Edit {
    let is_high = |letter: char| matches!(letter, ':' | ';' | '?' | '!');
    let ends = |letter: Option<char>| {
        letter.is_none_or(|letter| letter.is_whitespace() || letter == '»' || is_high(letter))
    };
    match here {
        ' ' if next == Some('»') || before == Some('«') => Edit::Become('\u{A0}'),
        ' ' if next.is_some_and(is_high) && ends(second) => Edit::Become('\u{A0}'),
        '»' if before.is_some_and(|letter| !letter.is_whitespace()) => Edit::SpaceBefore,
        '«' if next.is_some_and(|letter| !letter.is_whitespace()) => Edit::SpaceBehind,
        sign if is_high(sign)
            && ends(next)
            && before.is_some_and(|letter| !letter.is_whitespace() && !is_high(letter) && letter != '…') =>
        {
            Edit::SpaceBefore
        }
        _ => Edit::Keep,
    }
}

/// Japanese: full-width signs behind full-width letters, and no spaces around them.
fn wide(before: Option<char>, here: char, next: Option<char>, second: Option<char>) -> Edit {
    let ends = next.is_none_or(|letter| letter == ' ' || is_wide(letter));
    // A sign between two Latin words is theirs.
    let is_beside = before.is_some_and(is_wide) || (next == Some(' ') && second.is_some_and(is_wide));
    match here {
        ' ' if before.is_some_and(is_wide_sign) || next.is_some_and(is_wide_sign) => Edit::Drop,
        ' ' if is_gap(before, next) => Edit::Drop,
        // A number or a bracket ends a sentence as well; a number goes on behind a point without a space.
        '.' if next == Some(' ') && before.is_some_and(|letter| letter.is_ascii_digit() || letter == ')') => {
            Edit::Become('\u{3002}')
        }
        '.' if next.is_none() || is_beside && (ends || next == Some(')')) => Edit::Become('\u{3002}'),
        ':' if is_beside && ends => Edit::Become('\u{FF1A}'),
        ';' if is_beside && ends => Edit::Become('\u{FF0F}'),
        ',' if is_beside && ends => Edit::Become('\u{3001}'),
        _ => Edit::Keep,
    }
}

fn is_wide(letter: char) -> bool {
    matches!(letter, '\u{3000}'..='\u{30FF}' | '\u{31F0}'..='\u{31FF}' | '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{FF01}'..='\u{FF60}')
}

fn is_wide_sign(letter: char) -> bool {
    matches!(
        letter,
        '\u{3000}'..='\u{3002}'
            | '\u{3008}'..='\u{3011}'
            | '\u{FF01}'
            | '\u{FF08}'
            | '\u{FF09}'
            | '\u{FF0C}'
            | '\u{FF0F}'
            | '\u{FF1A}'
            | '\u{FF1B}'
            | '\u{FF1F}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn french(text: &str) -> String {
        let mut text = text.to_owned();
        set_text(Manner::Spaced, &mut text);
        text.replace('\u{A0}', "~")
    }

    fn japanese(text: &str) -> String {
        let mut text = text.to_owned();
        set_text(Manner::Wide, &mut text);
        text
    }

    #[test]
    fn high_signs_are_set_off_in_french() {
        assert_eq!(french("Exception: oui; non ? Si !"), "Exception~: oui~; non~? Si~!");
        assert_eq!(french("«Oui» ou « non »"), "«~Oui~» ou «~non~»");
        assert_eq!(french("à 16:45, https://a.example, quoi ?!"), "à 16:45, https://a.example, quoi~?!");
        assert_eq!(french("déjà~: fait".replace('~', "\u{A0}").as_str()), "déjà~: fait");
    }

    #[test]
    fn japanese_signs_are_full_width_and_have_no_spaces() {
        assert_eq!(japanese("回答します. 次に解決します."), "回答します。次に解決します。");
        assert_eq!(japanese("例外: 4営業時間, 2日; 1日"), "例外\u{FF1A}4営業時間、2日\u{FF0F}1日");
        assert_eq!(japanese("対象は Studio."), "対象は Studio。");
        assert_eq!(japanese("99.9%、3.5 GB"), "99.9%、3.5 GB");
        assert_eq!(japanese("24:00, 東京; ISO, ABC です"), "24:00、東京\u{FF0F}ISO, ABC です");
        assert_eq!(japanese("Only in English. Yes."), "Only in English. Yes.");
        assert_eq!(japanese("We answer in English."), "We answer in English.");
        assert_eq!([japanese("RMA."), japanese("Microsoft 365.")], ["RMA。", "Microsoft 365。"]);
        assert_eq!(japanese("3.5 GB"), "3.5 GB");
        assert_eq!(japanese("ノード数: 600. 2027年から."), "ノード数\u{FF1A}600。2027年から。");
        assert_eq!(japanese("2時間 (窓口など: 新設.)"), "2時間 (窓口など\u{FF1A}新設。)");
    }

    #[test]
    fn signs_agree_with_what_stands_in_other_inlines() {
        let mut line = vec![Inline::strong("例外"), ": ".into(), Inline::Code("a: b".into()), ".".into()];
        set_line(Manner::Wide, &mut line);
        assert_eq!(plain_text(&line), "例外\u{FF1A}a: b。");
    }
}
