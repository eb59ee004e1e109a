//! What a name looks like: the same letters for names that a reader cannot tell apart (UTS #39, section 4).
//!
//! In: a name. Out: its skeleton. The table of look-alike letters is a text and is searched as it stands: as a table of slices
//! it would be a third of all addresses that the system puts right at each start, for names that few policies have.

use super::unclear::cannot_be_seen;
use unicode_normalization::UnicodeNormalization as _;

/// Lines of a letter and what it looks like, both in hexadecimal, in the order of the letters, after a remark.
const TABLE: &str = include_str!("look-alikes.txt");

/// What a name looks like; two names with the same skeleton cannot be told apart.
pub fn skeleton(name: &str) -> String {
    let mut looks = String::with_capacity(name.len());
    for letter in name.nfd().filter(|letter| !cannot_be_seen(*letter)) {
        match like(letter) {
            Some(letters) => looks.extend(letters.split(' ').filter_map(hexadecimal)),
            None => looks.push(letter),
        }
    }
    looks.nfd().collect()
}

/// The letters that a letter looks like, as the table has them.
fn like(letter: char) -> Option<&'static str> {
    let mut rest = TABLE;
    while !rest.is_empty() {
        let start = rest[..rest.len() / 2].rfind('\n').map_or(0, |end| end + 1);
        let (line, after) = rest[start..].split_once('\n')?;
        let (of, letters) = line.split_once(' ')?;
        match hexadecimal(of).map(|of| of.cmp(&letter)) {
            Some(std::cmp::Ordering::Equal) => return Some(letters),
            Some(std::cmp::Ordering::Greater) => rest = &rest[..start],
            // The remark stands before all letters.
            Some(std::cmp::Ordering::Less) | None => rest = after,
        }
    }
    None
}

fn hexadecimal(digits: &str) -> Option<char> {
    char::from_u32(u32::from_str_radix(digits, 16).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use unicode_normalization::char::is_combining_mark;

    const REMARK: &str = "\
# What letters look like, from confusables.txt of Unicode (UTS #39; its terms are at unicode.org/license).
# Made from the crate unicode-security by `AVOUCH_UPDATE=1 cargo test --lib looks`; not for editing.
";

    fn of_unicode(text: &str) -> String {
        unicode_security::confusable_detection::skeleton(text).collect()
    }

    #[test]
    fn the_table_is_that_of_unicode() {
        let mut table = REMARK.to_owned();
        for letter in '\0'..=char::MAX {
            let alone = letter.to_string();
            let looks = of_unicode(&alone);
            // Letters that consist of others are looked up by these.
            if !looks.is_empty() && looks != alone && alone.nfd().eq([letter]) {
                let looks: Vec<String> = looks.chars().map(|look| format!("{:x}", u32::from(look))).collect();
                table.push_str(&format!("{:x} {}\n", u32::from(letter), looks.join(" ")));
            }
        }
        if std::env::var_os("AVOUCH_UPDATE").is_some() {
            std::fs::write("src/resolve/look-alikes.txt", &table).unwrap();
        } else {
            assert!(TABLE == table, "`AVOUCH_UPDATE=1 cargo test --lib looks` writes the table anew");
        }
    }

    #[test]
    fn each_letter_looks_as_unicode_says() {
        for letter in ('\0'..=char::MAX).filter(|c| c.is_alphanumeric() || is_combining_mark(*c)) {
            let alone = letter.to_string();
            assert_eq!(skeleton(&alone), of_unicode(&alone), "U+{:04X}", u32::from(letter));
        }
    }

    #[test]
    fn words_look_as_unicode_says() {
        for word in
            ["pаypаl", "größe", "Ångström", "日本語", "đơn-vị", "ﬁrma", "rnodern", "помощь", "a\u{34f}b"]
        {
            assert_eq!(skeleton(word), of_unicode(word), "{word}");
        }
    }
}
