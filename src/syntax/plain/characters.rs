//! Characters that look like plain ones, or like nothing: which they are, what is written instead, and what is said.

use std::ops::Range;

/// What a character stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A space that does not break, or of another width.
    Blank,
    /// Nothing that can be seen.
    Hidden,
    /// A letter, digit or sign of full width.
    Wide,
    /// A hyphen or minus sign.
    Hyphen,
    /// Dots in one character.
    Dots,
    /// The end of a line.
    LineEnd,
}

impl Kind {
    pub(super) const ALL: [Self; 6] =
        [Self::Blank, Self::Hidden, Self::Wide, Self::Hyphen, Self::Dots, Self::LineEnd];
}

/// What a character stands for, if it is not plain outside of a text.
pub(super) fn kind(c: char) -> Option<Kind> {
    Some(match c {
        '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => Kind::Blank,
        '\u{ad}'
        | '\u{180e}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2064}'
        | '\u{2066}'..='\u{206f}'
        | '\u{feff}'
        | '\u{e0000}'..='\u{e007f}' => Kind::Hidden,
        '\u{ff01}' | '\u{ff03}'..='\u{ff06}' | '\u{ff08}'..='\u{ff5e}' | '、' | '。' | '〜' => Kind::Wide,
        '\u{2010}'..='\u{2012}' | '\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' => Kind::Hyphen,
        '…' | '‥' => Kind::Dots,
        '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Kind::LineEnd,
        _ => return None,
    })
}

/// The narrow form of a wide character.
pub(super) fn narrow(c: char) -> &'static str {
    const ASCII: &str =
        "!\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~";
    match c {
        '、' => ",",
        '。' => ".",
        // Between times and days it says from when to when.
        '〜' | '～' => "..",
        _ => {
            let at = (u32::from(c) as usize).saturating_sub(0xff01);
            ASCII.get(at..=at).unwrap_or("")
        }
    }
}

/// What a finding says about characters of one kind in a line: its message, its label, and the title of its fix.
pub(super) fn spoken(
    kind: Kind,
    text: &str,
    all: &[&(Kind, Range<usize>, &'static str)],
) -> (String, String, String) {
    let first = all.first().map_or(0..0, |(_, range, _)| range.clone());
    let c = text[first.clone()].chars().next().unwrap_or(' ');
    let several = all.len() > 1;
    match kind {
        Kind::Blank => {
            let name = blank(c);
            let message = if several {
                format!("spaces between words are plain, and {} in this line are not", all.len())
            } else {
                format!("a space between words is plain, and this is {name}")
            };
            let title =
                if several { "put plain spaces in their place" } else { "put a plain space in its place" };
            (message, name.to_owned(), title.to_owned())
        }
        Kind::Hidden => {
            let message = if several {
                format!("{} characters that cannot be seen stand in this line", all.len())
            } else {
                format!("a character that cannot be seen stands here (U+{:04X})", u32::from(c))
            };
            let title = if several { "take them out" } else { "take it out" };
            (message, hidden(c).to_owned(), title.to_owned())
        }
        Kind::Wide => {
            let (mut end, mut plain) = (first.start, String::new());
            for (_, range, narrow) in all {
                if range.start != end {
                    break;
                }
                end = range.end;
                plain.push_str(narrow);
            }
            let message = format!("this is written `{plain}`, not `{}`", &text[first.start..end]);
            (message, format!("`{plain}`"), "write it with characters of ordinary width".to_owned())
        }
        Kind::Hyphen => {
            let message = format!("a hyphen is written `-`, not `{c}`");
            (message, "it looks like a hyphen".to_owned(), "change it to `-`".to_owned())
        }
        Kind::Dots => {
            let message = format!("a span is written with two dots, `..`, not with `{c}`");
            (message, "`..`".to_owned(), "change it to `..`".to_owned())
        }
        Kind::LineEnd => {
            let message = "a line ends here in a way that only word processors know".to_owned();
            (message, "a new line begins".to_owned(), "begin a new line".to_owned())
        }
    }
}

fn blank(c: char) -> &'static str {
    match c {
        '\u{a0}' => "a no-break space",
        '\u{202f}' => "a narrow no-break space",
        '\u{3000}' => "a space of full width",
        _ => "a space of another width",
    }
}

fn hidden(c: char) -> &'static str {
    match c {
        '\u{ad}' => "a soft hyphen",
        '\u{200b}' => "a zero-width space",
        '\u{200c}' | '\u{200d}' | '\u{2060}' | '\u{feff}' => "a zero-width joiner",
        '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
            "a mark of the direction of writing"
        }
        _ => "an invisible sign",
    }
}
