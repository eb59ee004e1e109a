//! Running text as it is put together: sentences with links in them.
//!
//! In: phrases of the catalogues, texts of the author. Out: inlines, joined, with capitals and full stops where a sentence
//! has them. Nothing here knows a language or a policy.

use crate::document::model::{Inline, plain_text};
use crate::document::words::keeps_its_letter;

/// A piece of running text.
pub type Line = Vec<Inline>;

/// Adds words, to the last inline when that is words too.
pub fn push_words(line: &mut Line, words: &str) {
    if words.is_empty() {
        return;
    }
    if let Some(Inline::Text(last)) = line.last_mut() {
        last.push_str(words);
    } else {
        line.push(Inline::text(words));
    }
}

/// Adds inlines, with words joined to words.
pub fn push_all(line: &mut Line, more: Line) {
    for inline in more {
        match inline {
            Inline::Text(words) if words.is_empty() => {}
            Inline::Text(words) => match line.last_mut() {
                Some(Inline::Text(last)) => last.push_str(&words),
                Some(_) | None => line.push(Inline::Text(words)),
            },
            other => line.push(other),
        }
    }
}

/// Lines one after the other, with a space between them; empty ones leave none.
pub fn spaced(lines: impl IntoIterator<Item = Line>) -> Line {
    joined(lines, " ")
}

/// Lines with words between them; empty ones are left out.
pub fn joined(lines: impl IntoIterator<Item = Line>, between: &str) -> Line {
    let mut whole = Line::new();
    for line in lines.into_iter().filter(|line| !line.is_empty()) {
        if !whole.is_empty() {
            push_words(&mut whole, between);
        }
        push_all(&mut whole, line);
    }
    whole
}

/// The same line with a capital at its start, when it starts with a letter.
pub fn capitalised(mut line: Line) -> Line {
    change_first(&mut line, Letter::Large);
    line
}

/// The same line with a capital, unless it starts with a link, as addresses do.
pub fn capitalised_words(line: Line) -> Line {
    if matches!(line.first(), Some(Inline::Text(_))) { capitalised(line) } else { line }
}

/// The same line with a small letter at its start.
pub fn uncapitalised(mut line: Line) -> Line {
    change_first(&mut line, Letter::Small);
    line
}

/// The same words without their links.
pub fn unlinked(line: Line) -> Line {
    let mut whole = Line::new();
    for inline in line {
        match inline {
            Inline::Link { content, .. } => push_all(&mut whole, content),
            other => push_all(&mut whole, vec![other]),
        }
    }
    whole
}

/// What a letter is to become.
#[derive(Clone, Copy)]
enum Letter {
    Large,
    Small,
}

/// Changes the first character of a line, inside whatever mark it stands.
fn change_first(line: &mut [Inline], change: Letter) {
    let Some(first) = line.first_mut() else { return };
    match first {
        Inline::Text(words) | Inline::Mark { word: words, .. } => {
            // An opening quotation mark or bracket may precede the word.
            let at = words.find(|c: char| {
                !matches!(c, '“' | '‘' | '„' | '«' | '"' | '(' | '\u{A0}' | '\u{202F}' | '¿' | '¡')
            });
            let at = at.filter(|at| !matches!(change, Letter::Large) || !keeps_its_letter(&words[*at..]));
            if let Some((at, letter)) = at.and_then(|at| Some((at, words[at..].chars().next()?))) {
                change_letter(words, at, letter, change);
            }
        }
        Inline::Strong(inner)
        | Inline::Emphasis(inner)
        | Inline::NoBreak(inner)
        | Inline::Link { content: inner, .. }
        | Inline::Time { content: inner, .. } => change_first(inner, change),
        // Words in another language stay as their author wrote them.
        Inline::Language { .. }
        | Inline::Code(_)
        | Inline::NoteRef(_)
        | Inline::Image { .. }
        | Inline::Break
        | Inline::Place(_) => {}
    }
}

fn change_letter(words: &mut String, at: usize, letter: char, change: Letter) {
    if letter.is_ascii() {
        let Some(letter) = words.get_mut(at..=at) else { return };
        match change {
            Letter::Large => letter.make_ascii_uppercase(),
            Letter::Small => letter.make_ascii_lowercase(),
        }
        return;
    }
    let changed = match change {
        Letter::Large => letter.to_uppercase().to_string(),
        Letter::Small => letter.to_lowercase().to_string(),
    };
    words.replace_range(at..at + letter.len_utf8(), &changed);
}

/// Whether a line ends as a sentence does.
pub fn ends_sentence(line: &[Inline]) -> bool {
    let words = plain_text(line);
    let closing = ['”', '’', '“', '»', '"', ')', '」', '』', '\u{FF09}', '\u{A0}', '\u{202F}'];
    words
        .trim_end()
        .trim_end_matches(closing)
        .ends_with(['.', '?', '!', '…', ':', '。', '\u{FF1F}', '\u{FF01}', '\u{FF1A}'])
}

/// The line as a sentence: with a capital, and with a full stop when it has no end of its own.
pub fn sentence(line: Line) -> Line {
    let mut line = capitalised(line);
    if !line.is_empty() && !ends_sentence(&line) {
        push_words(&mut line, ".");
    }
    line
}

/// The line without the full stop at its end, to go on behind it.
pub fn unstopped(mut line: Line) -> Line {
    match line.last_mut() {
        Some(Inline::Text(words)) if words.ends_with(['.', '。']) && !words.ends_with("..") => {
            words.pop();
        }
        Some(Inline::Language { content, .. }) => *content = unstopped(std::mem::take(content)),
        Some(_) | None => {}
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::model::Target;

    #[test]
    fn a_sentence_begins_with_a_capital_inside_a_link_too() {
        let line = sentence(vec![Inline::link(Target::anchor("a"), "office hours"), " end".into()]);
        assert_eq!(plain_text(&line), "Office hours end.");
        assert_eq!(plain_text(&sentence(vec!["“how?”".into()])), "“How?”");
    }
}
