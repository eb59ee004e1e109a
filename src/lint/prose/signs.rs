//! Which signs stand in a text: figures, quotes, marks of Markdown and the like, found in one pass over its bytes.
//!
//! In: a text. Out: [`Signs`]. Whoever looks for one of them leaves most texts alone without reading them once more.

/// Signs of a text, one bit for each kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Signs(u8);

impl Signs {
    /// A digit.
    pub const DIGIT: Self = Self(1);
    /// `@`.
    pub const AT: Self = Self(1 << 1);
    /// `:`.
    pub const COLON: Self = Self(1 << 2);
    /// `[`.
    pub const BRACKET: Self = Self(1 << 3);
    /// What may begin a quotation, of a typed value too.
    pub const QUOTE: Self = Self(1 << 4);
    /// What may be more than words in a block of Markdown.
    pub const MARKDOWN: Self = Self(1 << 5);
    /// A character that is not of ASCII.
    pub const WIDE: Self = Self(1 << 6);

    /// The signs of a text.
    pub fn of(text: &str) -> Self {
        Self(text.bytes().fold(0, |signs, byte| signs | OF_BYTES[usize::from(byte)]))
    }

    /// Whether one of these is among them.
    pub fn has(self, signs: Self) -> bool {
        self.0 & signs.0 != 0
    }
}

/// The signs that each byte is.
const OF_BYTES: [u8; 256] = {
    let mut signs = [0; 256];
    let mut byte = 0_u8;
    loop {
        signs[byte as usize] = of_byte(byte);
        if byte == u8::MAX {
            break signs;
        }
        byte += 1;
    }
};

const fn of_byte(byte: u8) -> u8 {
    let own = match byte {
        b'0'..=b'9' => Signs::DIGIT.0,
        b'@' => Signs::AT.0,
        b':' => Signs::COLON.0,
        b'[' => Signs::BRACKET.0,
        // The quotes of many languages begin with these bytes.
        b'"' | b'{' | 0xC2 | 0xE2 | 0xE3 => Signs::QUOTE.0,
        _ => 0,
    };
    let markdown = match byte {
        b'*' | b'_' | b'`' | b'[' | b']' | b'<' | b'>' | b'&' | b'#' | b'|' | b'~' | b'\\' | b'\n' => {
            Signs::MARKDOWN.0
        }
        _ => 0,
    };
    own | markdown | if byte.is_ascii() { 0 } else { Signs::WIDE.0 }
}

#[cfg(test)]
mod tests {
    use super::Signs;

    #[test]
    fn a_text_has_the_signs_that_stand_in_it() {
        let all = [
            (Signs::DIGIT, "4"),
            (Signs::AT, "@"),
            (Signs::COLON, ":"),
            (Signs::BRACKET, "["),
            (Signs::QUOTE, "{"),
            (Signs::MARKDOWN, "\\"),
            (Signs::WIDE, "ß"),
        ];
        for (sign, text) in all {
            assert!(Signs::of(&format!("a {text} b")).has(sign), "{text}");
            assert!(!Signs::of("a plain text, and nothing more!").has(sign), "{text}");
        }
        assert!(Signs::of("„so“").has(Signs::QUOTE));
    }
}
