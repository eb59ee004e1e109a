//! Emphasis within emphasis, and emphasis that touches emphasis, of which CommonMark may read the marks in another way than they
//! are meant: three stars are shared out by rules of their own.
//!
//! In: content and its Markdown. Out: whether it needs a second look, and what of it is read as it is meant. Where that is not
//! all, other marks are tried. The last are none: for a few of these CommonMark has no marks, and words come before their looks.

use crate::document::model::Inline;
use pulldown_cmark::{Event, Parser, Tag, TagEnd};

/// Which marks emphasis has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Marks {
    /// Stars everywhere.
    Stars,
    /// Low lines, which no star is taken for, within stars and beside them.
    LowWithin,
    /// Stars within low lines and beside them.
    LowAround,
    /// Low lines, and stars beside them, whatever is within.
    LowBeside,
    /// Stars, and none within them.
    Outer,
    /// None anywhere.
    None,
}

impl Marks {
    /// All of them, in the order in which they are tried.
    pub(super) const ALL: [Self; 6] =
        [Self::Stars, Self::LowWithin, Self::LowAround, Self::LowBeside, Self::Outer, Self::None];

    /// The sign of the marks of emphasis within marks of another sign, or behind this character; none where it has no marks.
    pub(super) fn sign(self, outer: Option<char>, before: Option<char>) -> Option<char> {
        let other = |sign: char| if sign == '*' { '_' } else { '*' };
        let first = if self == Self::LowWithin { '*' } else { '_' };
        match (self, outer, before) {
            (Self::None, ..) | (Self::Outer, Some(_), _) => None,
            (Self::Stars | Self::Outer, ..) => Some('*'),
            (Self::LowBeside, Some(outer), _) => Some(outer),
            (Self::LowWithin | Self::LowAround, Some(outer), _) => Some(other(outer)),
            (Self::LowWithin | Self::LowAround | Self::LowBeside, None, Some(before @ ('*' | '_'))) => {
                Some(other(before))
            }
            (Self::LowWithin | Self::LowAround | Self::LowBeside, None, _) => Some(first),
        }
    }
}

/// What of a line is read as it is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Read {
    /// Not even its words: a mark is read as a sign.
    Otherwise,
    /// Its words, some of them with less emphasis or more.
    Words,
    /// Its words and their emphasis.
    All,
}

/// Whether emphasis stands within emphasis, or touches it.
pub(super) fn needs_look(content: &[Inline]) -> bool {
    looks(content, false, &mut false)
}

fn looks(content: &[Inline], within: bool, touches: &mut bool) -> bool {
    content.iter().any(|inline| match inline {
        Inline::Strong(inner) | Inline::Emphasis(inner) => {
            let found = within || *touches || looks(inner, true, &mut false);
            *touches = true;
            found
        }
        Inline::NoBreak(inner)
        | Inline::Time { content: inner, .. }
        | Inline::Language { content: inner, .. } => looks(inner, within, touches),
        Inline::Link { content: inner, .. } => {
            *touches = false;
            looks(inner, within, &mut false)
        }
        Inline::Place(_) => false,
        Inline::Text(words) if words.is_empty() => false,
        Inline::Text(_)
        | Inline::Code(_)
        | Inline::NoteRef(_)
        | Inline::Mark { .. }
        | Inline::Image { .. }
        | Inline::Break => {
            *touches = false;
            false
        }
    })
}

/// The same content, in which emphasis that touches its like is one, and what is emphasised already is not emphasised again.
pub(super) fn plain(content: &[Inline]) -> Vec<Inline> {
    let mut found = Vec::with_capacity(content.len());
    untangle(content, (false, false), &mut found);
    found
}

fn untangle(content: &[Inline], within: (bool, bool), found: &mut Vec<Inline>) {
    let inside = |content: &[Inline]| {
        let mut inner = Vec::with_capacity(content.len());
        untangle(content, within, &mut inner);
        inner
    };
    for inline in content {
        match inline {
            Inline::Text(words) if words.is_empty() => {}
            Inline::Emphasis(inner) if within.0 => untangle(inner, within, found),
            Inline::Strong(inner) if within.1 => untangle(inner, within, found),
            Inline::Emphasis(inner) => {
                let mut all = match found.pop_if(|last| matches!(last, Inline::Emphasis(_))) {
                    Some(Inline::Emphasis(known)) => known,
                    _ => Vec::new(),
                };
                untangle(inner, (true, within.1), &mut all);
                found.push(Inline::Emphasis(all));
            }
            Inline::Strong(inner) => {
                let mut all = match found.pop_if(|last| matches!(last, Inline::Strong(_))) {
                    Some(Inline::Strong(known)) => known,
                    _ => Vec::new(),
                };
                untangle(inner, (within.0, true), &mut all);
                found.push(Inline::Strong(all));
            }
            // What keeps words together, or says their language or their value, is nothing to Markdown.
            Inline::NoBreak(inner)
            | Inline::Time { content: inner, .. }
            | Inline::Language { content: inner, .. } => {
                untangle(inner, within, found);
            }
            Inline::Link { target, content } => {
                found.push(Inline::Link { target: target.clone(), content: inside(content) });
            }
            other => found.push(other.clone()),
        }
    }
}

/// A character that is read, and whether it is emphasised and strong; none where that does not matter.
type Seen = (char, Option<(bool, bool)>);

/// What of some content is read as it is meant between these characters.
pub(super) fn read(content: &[Inline], before: Option<char>, markdown: &str, behind: Option<char>) -> Read {
    let mut meant = vec![('x', None)];
    mean(content, (false, false), &mut meant);
    let beside = |character: Option<char>| match character {
        Some(character) if character.is_alphanumeric() => "x",
        Some(character) if !character.is_whitespace() => ".",
        Some(_) | None => " ",
    };
    // What is beside it decides what its marks are; a letter keeps the line from being read as a list or a heading.
    let before = ["x", beside(before).trim_start_matches('x')].concat();
    let behind = beside(behind);
    meant.extend((behind == "x").then_some(('x', None)));
    let line = format!("{before}{}{behind}", markdown.replace('\n', " "));
    let found = seen(&line);
    let same = |(one, other): (&Seen, &Seen)| match (one.1, other.1) {
        (Some(one), Some(other)) => one == other,
        (None, _) | (_, None) => true,
    };
    if !meant.iter().map(|one| one.0).eq(found.iter().map(|one| one.0)) {
        Read::Otherwise
    } else if meant.iter().zip(&found).all(same) {
        Read::All
    } else {
        Read::Words
    }
}

/// Whether a character is one that is looked at: of signs only those that may be marks.
fn counts(character: char) -> bool {
    character.is_alphanumeric() || matches!(character, '*' | '_')
}

fn add(words: &str, looks: (bool, bool), found: &mut Vec<Seen>) {
    // A sign may stand outside of the emphasis that it was written in.
    let seen = |character: char| (character, character.is_alphanumeric().then_some(looks));
    found.extend(words.chars().filter(|character| counts(*character)).map(seen));
}

fn mean(content: &[Inline], looks: (bool, bool), found: &mut Vec<Seen>) {
    let plain = |words: &str, found: &mut Vec<Seen>| {
        found.extend(words.chars().filter(|character| counts(*character)).map(|character| (character, None)));
    };
    for inline in content {
        match inline {
            Inline::Text(words) | Inline::Mark { word: words, .. } => add(words, looks, found),
            Inline::Strong(inner) => mean(inner, (looks.0, true), found),
            Inline::Emphasis(inner) => mean(inner, (true, looks.1), found),
            Inline::NoBreak(inner)
            | Inline::Time { content: inner, .. }
            | Inline::Language { content: inner, .. }
            | Inline::Link { content: inner, .. } => mean(inner, looks, found),
            Inline::Code(words) => plain(words, found),
            Inline::Image { alternative, .. } => plain(alternative, found),
            Inline::NoteRef(index) => plain(&(index + 1).to_string(), found),
            Inline::Break | Inline::Place(_) => {}
        }
    }
}

/// The characters that CommonMark reads in a line.
fn seen(line: &str) -> Vec<Seen> {
    let (mut found, mut stressed, mut strong) = (Vec::new(), 0_u32, 0_u32);
    for event in Parser::new(line) {
        match event {
            Event::Start(Tag::Emphasis) => stressed += 1,
            Event::End(TagEnd::Emphasis) => stressed -= 1,
            Event::Start(Tag::Strong) => strong += 1,
            Event::End(TagEnd::Strong) => strong -= 1,
            Event::Text(words) | Event::Code(words) => add(&words, (stressed > 0, strong > 0), &mut found),
            _ => {}
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::Printer;
    use super::super::places::Places;
    use super::{Read, read};
    use crate::document::model::{Inline, Labels, Target};
    use proptest::prelude::{Just, Strategy, any, prop, prop_assert, prop_assert_eq, prop_oneof, proptest};

    fn printed(content: &[Inline]) -> String {
        let labels = Labels::default();
        let mut printer = Printer::new(&labels, Places::default());
        printer.inlines(content);
        printer.out
    }

    fn link(content: Vec<Inline>) -> Inline {
        Inline::Link { target: Target::Web("https://d.example".into()), content }
    }

    /// Words and signs, code and links, emphasised in every way.
    fn inlines() -> impl Strategy<Value = Vec<Inline>> {
        let word = "[ab“”(),.!*_ -]{1,3}".prop_map(Inline::Text);
        let leaf = prop_oneof![6 => word, 1 => Just(Inline::Code("c".into()))];
        let one = leaf.prop_recursive(3, 12, 3, |inner| {
            (prop::collection::vec(inner, 1..4), 0..7_u8).prop_map(|(inner, kind)| match kind {
                0 => Inline::NoBreak(inner),
                1 => link(inner),
                2..=4 => Inline::Strong(inner),
                _ => Inline::Emphasis(inner),
            })
        });
        prop::collection::vec(one, 1..4)
    }

    proptest! {
        #[test]
        fn no_mark_is_ever_read_as_a_sign(content in inlines()) {
            let markdown = printed(&content);
            prop_assert!(read(&content, None, &markdown, None) >= Read::Words, "{}", markdown);
        }

        #[test]
        fn emphasis_within_emphasis_is_read_as_it_is_meant(
            words in prop::array::uniform5("[“(]{0,1}[ab]{1,2}[”).,]{0,1}"),
            spaces in prop::array::uniform4(" {0,1}"),
            kinds in (any::<bool>(), any::<bool>()),
        ) {
            let emphasis = |strong: bool| if strong { Inline::Strong } else { Inline::Emphasis };
            let text = |at: usize| Inline::text(words[at].clone());
            let space = |at: usize| Inline::text(spaces[at].clone());
            let nested = emphasis(kinds.1)(vec![text(2)]);
            let outer = emphasis(kinds.0)(vec![text(1), space(1), nested, space(2), text(3)]);
            let content = [text(0), space(0), outer, space(3), text(4)];
            let markdown = printed(&content);
            prop_assert_eq!(read(&content, None, &markdown, None), Read::All, "{}", markdown);
        }
    }

    #[test]
    fn marks_are_changed_only_where_stars_would_be_read_otherwise() {
        let text = |words: &str| Inline::text(words);
        let stressed = |words: &str| Inline::Emphasis(vec![Inline::text(words)]);
        let cpp = || link(vec![Inline::text("C++")]);
        for (content, expected) in [
            (
                vec![Inline::Emphasis(vec![text("a "), Inline::Emphasis(vec![cpp()])]), text("“q”")],
                "*a [C++](https://d.example)*“q”",
            ),
            (
                vec![Inline::Emphasis(vec![text("a "), Inline::Strong(vec![text("b")])]), text(" c")],
                "*a **b*** c",
            ),
            (vec![Inline::strong("a"), Inline::strong("b")], "**ab**"),
            (vec![Inline::strong("a"), stressed("b")], "**a***b*"),
            (vec![Inline::strong("a,"), stressed("b")], "**a,**_b_"),
            (vec![Inline::Emphasis(vec![text("a "), Inline::strong("“q”")]), text("s")], "*a **“q***”s"),
            (
                vec![Inline::Emphasis(vec![text("a "), Inline::strong("“q”"), text("b")]), text(" s")],
                "*a “**q**”b* s",
            ),
        ] {
            let markdown = printed(&content);
            assert_eq!(markdown, expected);
            assert!(read(&content, None, &markdown, None) == Read::All, "{markdown}");
        }
    }
}
