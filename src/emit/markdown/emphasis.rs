//! Emphasis where the marks of Markdown can stand.
//!
//! In: emphasised content and the characters beside it. Out: the same content, with what cannot stand at the edge of the
//! emphasis outside of it. In CommonMark a mark between a sign and a letter opens and closes nothing: `**“high”**s`.

use crate::document::model::Inline;
use std::collections::VecDeque;

/// Emphasised content, and what goes before and behind it without marks.
pub(super) struct Divided {
    pub(super) before: Vec<Inline>,
    pub(super) within: Vec<Inline>,
    pub(super) behind: Vec<Inline>,
}

/// Content between a character before it and one behind it; `mark` emphasises the words of a link that goes outside.
pub(super) fn divided(
    content: &[Inline],
    before: Option<char>,
    behind: Option<char>,
    mark: fn(Vec<Inline>) -> Inline,
) -> Divided {
    let is_letter = |character: Option<char>| character.is_some_and(char::is_alphanumeric);
    let mut within: VecDeque<Inline> = content.iter().cloned().collect();
    let (mut first, mut last) = (VecDeque::new(), VecDeque::new());
    // Signs come in pairs: those at one end go outside with those at the other.
    if is_letter(before) || is_letter(behind) {
        first = peeled(&mut within, Side::First, mark);
        last = peeled(&mut within, Side::Last, mark);
    }
    Divided { before: first.into(), within: within.into(), behind: last.into() }
}

/// Takes from one end of emphasised content what cannot stand there.
fn peeled(within: &mut VecDeque<Inline>, side: Side, mark: fn(Vec<Inline>) -> Inline) -> VecDeque<Inline> {
    let mut outside = VecDeque::new();
    let put = |to: &mut VecDeque<Inline>, inline, first: bool| {
        if first { to.push_front(inline) } else { to.push_back(inline) }
    };
    loop {
        let edge = if side == Side::First { within.pop_front() } else { within.pop_back() };
        match edge.map(|edge| Edge::of(edge, side, mark)) {
            None => return outside,
            Some(Edge::Fits(fits)) => {
                put(within, fits, side == Side::First);
                return outside;
            }
            Some(Edge::Both(signs, rest)) => {
                put(&mut outside, signs, side == Side::Last);
                put(within, rest, side == Side::First);
                return outside;
            }
            Some(Edge::Outside(inline)) => put(&mut outside, marked(inline, mark), side == Side::Last),
            Some(Edge::Several(signs, rest)) => {
                if side == Side::First {
                    outside.extend(signs);
                } else {
                    signs.into_iter().rev().for_each(|sign| outside.push_front(sign));
                }
                if let Some(rest) = rest {
                    put(within, rest, side == Side::First);
                    return outside;
                }
            }
            Some(Edge::Inner(inner)) if side == Side::First => {
                inner.into_iter().rev().for_each(|inline| within.push_front(inline));
            }
            Some(Edge::Inner(inner)) => within.extend(inner),
        }
    }
}

/// The character that an inline begins with in Markdown; none where it is nothing.
pub(super) fn first_of(content: &[Inline]) -> Option<char> {
    content.iter().find_map(|inline| match inline {
        Inline::Text(words) | Inline::Mark { word: words, .. } => words.chars().next(),
        Inline::NoBreak(content) | Inline::Time { content, .. } | Inline::Language { content, .. } => {
            first_of(content)
        }
        Inline::Strong(inner) | Inline::Emphasis(inner) => first_of(inner).map(|_| '*'),
        Inline::Code(_) => Some('`'),
        Inline::Link { .. } | Inline::NoteRef(_) => Some('['),
        Inline::Image { .. } => Some('!'),
        Inline::Break => Some('\\'),
        Inline::Place(_) => None,
    })
}

/// Which end of emphasised content.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    First,
    Last,
}

/// An inline at an end of emphasised content.
enum Edge {
    /// A letter or a space is there.
    Fits(Inline),
    /// It is no more than signs.
    Outside(Inline),
    /// Signs, and the rest.
    Both(Inline, Inline),
    /// It is what it holds.
    Inner(Vec<Inline>),
    /// Emphasis of its own, of which this goes outside as well; and the rest, if there is any.
    Several(VecDeque<Inline>, Option<Inline>),
}

impl Edge {
    fn of(inline: Inline, side: Side, mark: fn(Vec<Inline>) -> Inline) -> Self {
        let nested = |inner: Vec<Inline>, emphasis: fn(Vec<Inline>) -> Inline| {
            let mut rest = VecDeque::from(inner);
            let outside = peeled(&mut rest, side, mark);
            let rest = (!rest.is_empty()).then(|| emphasis(rest.into()));
            match rest {
                Some(rest) if outside.is_empty() => Self::Fits(rest),
                rest => Self::Several(outside, rest),
            }
        };
        let is_sign = |character: char| !character.is_alphanumeric() && !character.is_whitespace();
        match inline {
            Inline::Text(words) => {
                let rest = match side {
                    Side::First => words.trim_start_matches(is_sign),
                    Side::Last => words.trim_end_matches(is_sign),
                };
                let signs = match side {
                    Side::First => &words[..words.len() - rest.len()],
                    Side::Last => &words[rest.len()..],
                };
                match (signs.is_empty(), rest.is_empty()) {
                    (true, false) => Self::Fits(Inline::Text(words)),
                    (_, true) => Self::Outside(Inline::Text(words)),
                    (false, false) => Self::Both(Inline::text(signs), Inline::text(rest)),
                }
            }
            Inline::NoBreak(content) | Inline::Time { content, .. } | Inline::Language { content, .. } => {
                Self::Inner(content)
            }
            Inline::Strong(inner) => nested(inner, Inline::Strong),
            Inline::Emphasis(inner) => nested(inner, Inline::Emphasis),
            other @ Inline::Mark { .. } => Self::Fits(other),
            other => Self::Outside(other),
        }
    }
}

/// An inline that goes outside; a link keeps its emphasis within.
fn marked(inline: Inline, mark: fn(Vec<Inline>) -> Inline) -> Inline {
    match inline {
        Inline::Link { target, content } => Inline::Link { target, content: vec![mark(content)] },
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::super::Printer;
    use super::super::places::Places;
    use crate::document::model::{Inline, Target};
    use pulldown_cmark::{Event, Options, Parser, Tag};

    /// The words of a line as they are printed, and which of them CommonMark reads as strong.
    fn printed(content: &[Inline]) -> (String, Vec<String>) {
        let labels = crate::document::model::Labels::default();
        let mut printer = Printer::new(&labels, Places::default());
        printer.inlines(content);
        let (mut depth, mut strong) = (0, Vec::new());
        for event in Parser::new_ext(&printer.out, Options::all()) {
            match event {
                Event::Start(Tag::Strong) => {
                    depth += 1;
                    strong.push(String::new());
                }
                Event::End(pulldown_cmark::TagEnd::Strong) => depth -= 1,
                Event::Text(words) | Event::Code(words) if depth > 0 => {
                    strong.last_mut().expect("a strong word").push_str(&words);
                }
                Event::Text(words) => assert!(!words.contains('*'), "{words} of {}", printer.out),
                _ => {}
            }
        }
        (printer.out, strong)
    }

    #[test]
    fn marks_beside_letters_stand_at_letters() {
        let link = || Inline::link(Target::Web("https://a.example".into()), "high");
        for (content, expected, strong) in [
            (vec![Inline::strong("“high”"), "s".into()], "“**high**”s", vec!["high"]),
            (vec!["pre".into(), Inline::strong("(high)"), " x".into()], "pre(**high**) x", vec!["high"]),
            (vec![Inline::strong("「高」"), "は".into()], "「**高**」は", vec!["高"]),
            (vec![Inline::strong("high"), "s".into()], "**high**s", vec!["high"]),
            (vec![Inline::strong("“high”"), ", s".into()], "**“high”**, s", vec!["“high”"]),
            (vec!["a ".into(), Inline::strong("!?"), "b".into()], "a !?b", vec![]),
            (
                vec![Inline::Strong(vec!["see ".into(), link()]), "s".into()],
                "**see** [**high**](https://a.example)s",
                vec!["see", "high"],
            ),
            (vec![Inline::Strong(vec![Inline::Code("a".into())]), "s".into()], "`a`s", vec![]),
            (vec![Inline::NoBreak(vec![Inline::strong("“x”")]), "s".into()], "“**x**”s", vec!["x"]),
        ] {
            assert_eq!(
                printed(&content),
                (expected.to_owned(), strong.into_iter().map(str::to_owned).collect())
            );
        }
    }
}
