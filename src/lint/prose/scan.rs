//! A first look at the words of a text: which phrases of the lists may stand in it, and which language it seems to be in.
//!
//! In: the stretches of a text in which the author speaks. Out: [`Scanned`]. Each word is hashed while its end is sought, so
//! that a text in which nothing of interest stands costs one pass over its bytes and no memory.

use super::Stretch;
use super::lexicon::Lexicon;
use super::tags::Kinds;
use smallvec::SmallVec;
use std::sync::OnceLock;

/// The languages that can be told apart by their commonest words.
pub const LANGUAGES: [&str; 6] = ["de", "en", "es", "fr", "ja", "nl"];

/// What a first look at a text says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Scanned {
    /// The kinds of phrases of which the first two words at least stand in it, one bit each; and [`NUMBER`].
    pub maybe: Kinds,
    /// How many words it has.
    pub words: u32,
    /// How many of them are among the commonest of one language and of no other.
    pub common: [u16; LANGUAGES.len()],
}

/// Said of a word that is a number, beside the bits of kinds.
pub const NUMBER: Kinds = 1 << 126;

/// Said of a word with which a phrase of several begins.
const BEGINS: Kinds = 1 << 127;

/// Looks at the words of some stretches.
pub fn scan(content: &str, stretches: &[Stretch], lexicon: Option<&Lexicon>) -> Scanned {
    let mut scanned = Scanned::default();
    let triggers = lexicon.map(|lexicon| &lexicon.triggers);
    let words = match triggers {
        Some(triggers) => &triggers.words,
        None => common(),
    };
    // A phrase may go on behind a mark of Markdown.
    let mut before: Option<u64> = None;
    for stretch in stretches {
        each_word(&content[stretch.range.clone()], &mut |hash| {
            scanned.words += 1;
            if let (Some(before), Some(triggers)) = (before.take(), triggers) {
                scanned.maybe |= triggers.pairs.get(both(before, hash)).map_or(0, |known| known.kinds);
            }
            let Some(known) = words.get(hash) else { return };
            scanned.maybe |= known.kinds & !BEGINS;
            before = (known.kinds & BEGINS != 0).then_some(hash);
            // A word of two languages tells neither.
            if known.languages.is_power_of_two() {
                let count = &mut scanned.common[known.languages.trailing_zeros() as usize % LANGUAGES.len()];
                *count = count.saturating_add(1);
            }
        });
    }
    scanned
}

/// By which words the phrases of a language are noticed: a word alone, or the first two of several. What else is known of words
/// stands beside it, so that each is looked up once.
#[derive(Debug)]
pub struct Triggers {
    words: Table,
    pairs: Table,
}

/// Phrases to be noticed, on their way to [`Triggers`].
#[derive(Debug, Default)]
pub struct Noticed {
    words: Vec<Known>,
    pairs: Vec<Known>,
}

impl Noticed {
    /// Adds a phrase that stands so many times in a row, with the bit of its kind.
    pub fn add(&mut self, phrase: &str, times: usize, bit: Kinds) {
        let mut hashes: SmallVec<[u64; 8]> = SmallVec::new();
        for _ in 0..times {
            each_word(phrase, &mut |hash| hashes.push(hash));
        }
        match hashes.as_slice() {
            [] => {}
            [only] => self.words.push(Known { kinds: bit, ..Known::of(*only) }),
            [first, second, ..] => {
                self.words.push(Known { kinds: BEGINS, ..Known::of(*first) });
                self.pairs.push(Known { kinds: bit, ..Known::of(both(*first, *second)) });
            }
        }
    }

    /// By which words they are noticed; the phrases that begin with words of one hash are a group, whose number is noted.
    pub fn triggers(mut self, groups: impl ExactSizeIterator<Item = u64>) -> Triggers {
        self.words.extend(common().known());
        let mut words = Table::with_room(&self.words, groups.len());
        for (number, first) in groups.enumerate() {
            let slot = words.slot(first);
            words.put(slot, Known { group: u16::try_from(number).ok(), hash: first, ..words.slots[slot] });
        }
        Triggers { words, pairs: Table::with_room(&self.pairs, 0) }
    }
}

impl Triggers {
    /// The number of the group of phrases that begin with words of a hash.
    pub fn group(&self, first: u64) -> Option<usize> {
        self.words.get(first)?.group.map(usize::from)
    }
}

fn both(first: u64, second: u64) -> u64 {
    (first ^ second.rotate_left(32)).wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

/// Gives the hash of each word: a run of letters, a run of digits, or one character of a script without spaces.
fn each_word(text: &str, with: &mut impl FnMut(u64)) {
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        if (byte | 0x20).is_ascii_lowercase() || byte >= 0x80 {
            let (mut hash, mut end) = letters(bytes, at, SEED);
            // Most words have no letters but those of ASCII.
            if bytes.get(end).is_some_and(|byte| !byte.is_ascii()) {
                (hash, end) = wide(text, at, (hash, end));
            }
            if end > at {
                with(hash);
                at = end;
            } else {
                at += char_at(text, at).map_or(1, char::len_utf8);
            }
        } else if byte.is_ascii_digit() {
            let start = at;
            while at < bytes.len() && bytes[at].is_ascii_digit() {
                at += 1;
            }
            with(hashed(&text[start..at]));
        } else {
            at += 1;
        }
    }
}

/// The hash and the end of a word that may go on with other letters than those of ASCII; the same place where none begins.
fn wide(text: &str, start: usize, (mut hash, mut at): (u64, usize)) -> (u64, usize) {
    while let Some(c) = char_at(text, at).filter(|c| !c.is_ascii()) {
        if stands_alone(c) {
            let alone = at..at + c.len_utf8();
            return if at == start { (hashed(&text[alone.clone()]), alone.end) } else { (hash, at) };
        }
        if !c.is_alphabetic() {
            break;
        }
        (hash, at) = letters(text.as_bytes(), at + c.len_utf8(), with_char(hash, c));
    }
    (hash, at)
}

/// The hash that letters of ASCII bring it to, and where they end.
fn letters(bytes: &[u8], start: usize, mut hash: u64) -> (u64, usize) {
    let mut at = start;
    while let Some(byte) = bytes.get(at) {
        // This makes a small letter of a great one, and a letter of nothing else.
        let small = byte | 0x20;
        if !small.is_ascii_lowercase() {
            break;
        }
        hash = step(hash, small);
        at += 1;
    }
    (hash, at)
}

fn char_at(text: &str, at: usize) -> Option<char> {
    text.get(at..)?.chars().next()
}

/// Whether a character is a word of its own, as in scripts without spaces between words.
pub fn stands_alone(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '々' | '〇' | '○')
}

const SEED: u64 = 0xCBF2_9CE4_8422_2325;

fn step(hash: u64, byte: u8) -> u64 {
    (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3)
}

fn with_char(mut hash: u64, c: char) -> u64 {
    if c.is_ascii() {
        return step(hash, c.to_ascii_lowercase() as u8);
    }
    for lower in c.to_lowercase() {
        let mut buffer = [0; 4];
        for byte in lower.encode_utf8(&mut buffer).bytes() {
            hash = step(hash, byte);
        }
    }
    hash
}

/// The hash of a word, whatever its case.
pub fn hashed(word: &str) -> u64 {
    if word.is_ascii() {
        return word.bytes().fold(SEED, |hash, byte| step(hash, byte.to_ascii_lowercase()));
    }
    word.chars().fold(SEED, with_char)
}

/// What is known of a word.
#[derive(Clone, Copy, Debug)]
struct Known {
    /// Its hash, which is 0 where a table is empty.
    hash: u64,
    /// The kinds of phrases that are noticed by it, as bits.
    kinds: Kinds,
    /// The languages of which it is among the commonest words, as bits in the order of [`LANGUAGES`].
    languages: u8,
    /// The group of phrases that begin with it.
    group: Option<u16>,
}

impl Known {
    fn of(hash: u64) -> Self {
        Self { hash, kinds: 0, languages: 0, group: None }
    }
}

/// A small table of words by their hashes, which stand by themselves: most words of a text are looked for in vain, and the hashes
/// alone are few enough to be at hand.
#[derive(Debug)]
struct Table {
    hashes: Vec<u64>,
    slots: Vec<Known>,
    mask: usize,
}

impl Table {
    /// A table of these words, with room for so many more. What is said of one word in several places is put together.
    fn with_room(words: &[Known], more: usize) -> Self {
        let size = ((words.len() + more) * 3 / 2).next_power_of_two().max(8);
        let mut table = Self { hashes: vec![0; size], slots: vec![Known::of(0); size], mask: size - 1 };
        for word in words {
            let slot = table.slot(word.hash);
            let known = table.slots[slot];
            let kinds = known.kinds | word.kinds;
            let languages = known.languages | word.languages;
            let group = known.group.or(word.group);
            table.put(slot, Known { hash: word.hash, kinds, languages, group });
        }
        table
    }

    /// Puts what is known of a word into its slot.
    fn put(&mut self, slot: usize, known: Known) {
        self.hashes[slot] = known.hash;
        self.slots[slot] = known;
    }

    /// All that is known.
    fn known(&self) -> impl Iterator<Item = Known> {
        self.slots.iter().filter(|known| known.hash != 0).copied()
    }

    /// What is known of a word.
    fn get(&self, hash: u64) -> Option<&Known> {
        let slot = self.slot(hash);
        if self.hashes[slot] == hash { self.slots.get(slot) } else { None }
    }

    /// Where a word stands, or would stand.
    fn slot(&self, hash: u64) -> usize {
        // The low bits of this hash differ least, so that the high ones choose.
        let mut slot = usize::try_from(hash >> 40).unwrap_or(0) & self.mask;
        while self.hashes[slot] != hash && self.hashes[slot] != 0 {
            slot = (slot + 1) & self.mask;
        }
        slot
    }
}

/// The commonest words of each language.
fn common() -> &'static Table {
    static COMMON: OnceLock<Table> = OnceLock::new();
    COMMON.get_or_init(|| {
        let mut words = Vec::new();
        for line in include_str!("../words/common.txt").lines() {
            let Some((tag, list)) = line.split_once(':') else { continue };
            let Some(language) = LANGUAGES.iter().position(|known| *known == tag) else { continue };
            let of_language = |word| Known { languages: 1 << language, ..Known::of(hashed(word)) };
            words.extend(list.split_whitespace().map(of_language));
        }
        Table::with_room(&words, 0)
    })
}
