//! A first look at the words of a text: which phrases of the lists may stand in it, and which language it seems to be in.
//!
//! In: the stretches of a text in which the author speaks. Out: [`Scanned`]. Each word is hashed while its end is sought, so
//! that a text in which nothing of interest stands costs one pass over its bytes and no memory.

use super::Stretch;
use super::lexicon::Lexicon;
use smallvec::SmallVec;
use std::sync::OnceLock;

/// The languages that can be told apart by their commonest words.
pub const LANGUAGES: [&str; 6] = ["de", "en", "es", "fr", "ja", "nl"];

/// What a first look at a text says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Scanned {
    /// The kinds of phrases of which the first two words at least stand in it, one bit each.
    pub maybe: u64,
    /// How many words it has.
    pub words: u32,
    /// How many of them are among the commonest of one language and of no other.
    pub common: [u16; LANGUAGES.len()],
}

/// Looks at the words of some stretches.
pub fn scan(content: &str, stretches: &[Stretch], lexicon: Option<&Lexicon>) -> Scanned {
    let mut scanned = Scanned::default();
    let common = common();
    let triggers = lexicon.map(|lexicon| &lexicon.triggers);
    // A phrase may go on behind a mark of Markdown.
    let mut before = None;
    for stretch in stretches {
        each_word(&content[stretch.range.clone()], &mut |hash| {
            scanned.words += 1;
            if let Some(triggers) = triggers {
                scanned.maybe |= triggers.of(&mut before, hash);
            }
            let languages = common.get(hash);
            // A word of two languages tells neither.
            if languages.is_power_of_two() {
                let count = &mut scanned.common[languages.trailing_zeros() as usize % LANGUAGES.len()];
                *count = count.saturating_add(1);
            }
        });
    }
    scanned
}

/// By which words the phrases of a language are noticed: a word alone, or the first two of several.
#[derive(Debug, Default)]
pub struct Triggers {
    words: Bits,
    pairs: Bits,
}

/// Said of a word with which a phrase of several begins.
const BEGINS: u64 = 1 << 63;

/// Phrases to be noticed, on their way to [`Triggers`].
#[derive(Debug, Default)]
pub struct Noticed {
    words: Vec<(u64, u64)>,
    pairs: Vec<(u64, u64)>,
}

impl Noticed {
    /// Adds a phrase that stands so many times in a row, with the bit of its kind.
    pub fn add(&mut self, phrase: &str, times: usize, bit: u64) {
        let mut hashes: SmallVec<[u64; 8]> = SmallVec::new();
        for _ in 0..times {
            each_word(phrase, &mut |hash| hashes.push(hash));
        }
        match hashes.as_slice() {
            [] => {}
            [only] => self.words.push((*only, bit)),
            [first, second, ..] => {
                self.words.push((*first, BEGINS));
                self.pairs.push((both(*first, *second), bit));
            }
        }
    }

    /// By which words they are noticed.
    pub fn triggers(self) -> Triggers {
        Triggers { words: Bits::new(&self.words), pairs: Bits::new(&self.pairs) }
    }
}

impl Triggers {
    /// The bits of a word behind the one before, if a phrase may begin there; then this is the one before.
    fn of(&self, before: &mut Option<u64>, hash: u64) -> u64 {
        let alone = self.words.get(hash);
        let with = before.map_or(0, |before| self.pairs.get(both(before, hash)));
        *before = (alone & BEGINS != 0).then_some(hash);
        (alone | with) & !BEGINS
    }
}

fn both(first: u64, second: u64) -> u64 {
    (first ^ second.rotate_left(32)).wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

/// Gives the hash of each word: a run of letters, a run of digits, or one character of a script without spaces.
fn each_word(text: &str, with: &mut impl FnMut(u64)) {
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let byte = bytes[at];
        if byte.is_ascii_alphabetic() || byte >= 0x80 {
            let (hash, end) = word(text, at);
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

/// The hash and the end of the word that begins here; the same place where none does.
fn word(text: &str, start: usize) -> (u64, usize) {
    let bytes = text.as_bytes();
    let mut hash = SEED;
    let mut at = start;
    while at < bytes.len() {
        let byte = bytes[at];
        if byte.is_ascii_alphabetic() {
            hash = step(hash, byte | 0x20);
            at += 1;
        } else if byte < 0x80 {
            break;
        } else {
            let Some(c) = char_at(text, at) else { break };
            if stands_alone(c) {
                return if at == start {
                    (hashed(&text[at..at + c.len_utf8()]), at + c.len_utf8())
                } else {
                    (hash, at)
                };
            }
            if !c.is_alphabetic() {
                break;
            }
            hash = with_char(hash, c);
            at += c.len_utf8();
        }
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

/// A small table from the hashes of words to bits.
#[derive(Debug, Default)]
pub struct Bits {
    slots: Vec<(u64, u64)>,
    mask: usize,
}

impl Bits {
    /// A table of these words.
    pub fn new(words: &[(u64, u64)]) -> Self {
        let size = (words.len() * 2).next_power_of_two().max(8);
        let mut bits = Self { slots: vec![(0, 0); size], mask: size - 1 };
        for &(hash, value) in words {
            let slot = bits.slot(hash);
            bits.slots[slot].0 = hash;
            bits.slots[slot].1 |= value;
        }
        bits
    }

    /// The bits of a word; none for one that is not in the table.
    pub fn get(&self, hash: u64) -> u64 {
        if self.slots.is_empty() { 0 } else { self.slots[self.slot(hash)].1 }
    }

    fn slot(&self, hash: u64) -> usize {
        // The low bits of this hash differ least, so that the high ones choose.
        let mut slot = usize::try_from(hash >> 40).unwrap_or(0) & self.mask;
        while self.slots[slot].1 != 0 && self.slots[slot].0 != hash {
            slot = (slot + 1) & self.mask;
        }
        slot
    }
}

/// The commonest words of each language, as bits in the order of [`LANGUAGES`].
fn common() -> &'static Bits {
    static COMMON: OnceLock<Bits> = OnceLock::new();
    COMMON.get_or_init(|| {
        let mut words = Vec::new();
        for line in include_str!("../words/common.txt").lines() {
            let Some((tag, list)) = line.split_once(':') else { continue };
            let Some(language) = LANGUAGES.iter().position(|known| *known == tag) else { continue };
            words.extend(list.split_whitespace().map(|word| (hashed(word), 1 << language)));
        }
        Bits::new(&words)
    })
}
