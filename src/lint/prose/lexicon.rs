//! The words of a language that prose lints look for.
//!
//! In: one file for each language, in `lint/words`. Out: [`Lexicon`], made when a text of the language is first read. Phrases
//! are divided into words in the same manner as texts, so that case, hyphens and line breaks do not matter.

use super::scan::{NUMBER, Noticed, Triggers, hashed};
use super::tags::{Little, Tag};
use super::tokens::{Words, is_plain, words_of};
use smol_str::SmolStr;
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::OnceLock;

/// A phrase and what it is.
#[derive(Debug)]
pub struct Phrase {
    /// Its words in lower case, at least one.
    pub words: Words,
    /// What it is.
    pub tag: Tag,
}

/// The phrases that begin with words of one hash. They are divided into words when a text asks for them, as few are.
#[derive(Debug)]
struct Group {
    first: u64,
    /// Where they stand in the order of the hashes of first words.
    entries: Range<usize>,
    phrases: OnceLock<Vec<Phrase>>,
}

/// The words of a language.
#[derive(Debug)]
pub struct Lexicon {
    /// The tag of the language.
    pub language: &'static str,
    /// How many words a sentence may have before it is hard to follow.
    pub longest_sentence: usize,
    /// By which words its phrases are noticed.
    pub(super) triggers: Triggers,
    /// The phrases as they are written.
    entries: Vec<(&'static str, Tag)>,
    /// The hashes of their first words in order, with the places of the phrases.
    order: Vec<(u64, u16)>,
    /// In the same order; `triggers` knows their numbers.
    groups: Vec<Group>,
    /// Words for numbers from 1.
    numbers: BTreeMap<SmolStr, u32>,
    /// Little words in lower case, which say how two phrases belong together. They are so common that they are no marks.
    little: Vec<(Little, &'static str)>,
}

const SOURCES: [(&str, &str); 6] = [
    ("de", include_str!("../words/de.txt")),
    ("en", include_str!("../words/en.txt")),
    ("es", include_str!("../words/es.txt")),
    ("fr", include_str!("../words/fr.txt")),
    ("ja", include_str!("../words/ja.txt")),
    ("nl", include_str!("../words/nl.txt")),
];

static LOADED: [OnceLock<Lexicon>; SOURCES.len()] = [const { OnceLock::new() }; SOURCES.len()];

impl Lexicon {
    /// The words of the language of a tag; `pt-BR` takes those of `pt`.
    pub fn of(tag: &str) -> Option<&'static Self> {
        let language = tag.split('-').next().unwrap_or(tag);
        let index = SOURCES.iter().position(|(known, _)| known.eq_ignore_ascii_case(language))?;
        Some(LOADED[index].get_or_init(|| Self::load(SOURCES[index].0, SOURCES[index].1)))
    }

    /// Reads a file line by line: `name: phrase, phrase`, where a line that is indented goes on.
    fn load(language: &'static str, source: &'static str) -> Self {
        let mut entries: Vec<(&'static str, Tag)> = Vec::with_capacity(source.len() / 10);
        let mut order: Vec<(u64, u16)> = Vec::with_capacity(source.len() / 10);
        let (mut noticed, mut little) = (Noticed::default(), Vec::new());
        let (mut numbers, mut number) = (BTreeMap::new(), 0);
        let mut longest_sentence = usize::MAX;
        for (name, list) in lists(source) {
            match name {
                "longest-sentence" => longest_sentence = list.trim_ascii().parse().unwrap_or(usize::MAX),
                "numbers" => {
                    for entry in phrases(list) {
                        number += 1;
                        for word in entry.split('/').map(str::trim) {
                            noticed.add(word, 1, NUMBER);
                            numbers.insert(SmolStr::new(word), number);
                        }
                    }
                }
                _ => {
                    if let Some((kind, _)) = Little::ALL.iter().find(|(_, known)| *known == name) {
                        little.extend(phrases(list).map(|word| (*kind, word)));
                        continue;
                    }
                    let Some((tag, _)) = Tag::ALL.iter().find(|(_, known)| *known == name) else { continue };
                    // What is mostly so is hedged wherever it is said.
                    let tags = if *tag == Tag::Mostly { &[Tag::Hedge, *tag][..] } else { &[*tag] };
                    let times = if *tag == Tag::Doubled { 2 } else { 1 };
                    for entry in phrases(list) {
                        let Some(first) = first_word(entry) else { continue };
                        for tag in tags {
                            noticed.add(entry, times, tag.bit());
                            order.push((first, entries.len().try_into().unwrap_or(u16::MAX)));
                            entries.push((entry, *tag));
                        }
                    }
                }
            }
        }
        // Of equals the order of the file stays, since it is the second half of the key.
        order.sort_unstable();
        let mut groups: Vec<Group> = Vec::with_capacity(order.len());
        for (at, (first, _)) in order.iter().enumerate() {
            match groups.last_mut() {
                Some(group) if group.first == *first => group.entries.end = at + 1,
                _ => groups.push(Group { first: *first, entries: at..at + 1, phrases: OnceLock::new() }),
            }
        }
        let triggers = noticed.triggers(groups.iter().map(|group| group.first));
        Self { language, longest_sentence, triggers, entries, order, groups, numbers, little }
    }

    /// The phrases that may begin with a word, the longest first: all that do, and at most some whose first word has its hash.
    pub fn beginning(&self, word: &str) -> &[Phrase] {
        let number = self.triggers.group(hashed(word));
        let Some(group) = number.and_then(|number| self.groups.get(number)) else { return &[] };
        group.phrases.get_or_init(|| {
            let entries =
                self.order[group.entries.clone()].iter().map(|(_, at)| self.entries[usize::from(*at)]);
            let mut phrases: Vec<Phrase> =
                entries.map(|(entry, tag)| Phrase { words: words_of(entry), tag }).collect();
            phrases.sort_by_key(|phrase| Reverse(phrase.words.len()));
            phrases
        })
    }

    /// The number that a word is.
    pub fn number(&self, word: &str) -> Option<u32> {
        self.numbers.get(word).copied()
    }

    /// Whether a word is a little one of one of these kinds.
    pub fn is_little(&self, word: &str, kinds: &[Little]) -> bool {
        self.little.iter().any(|(kind, known)| *known == word && kinds.contains(kind))
    }

    /// The little words and phrases of some kinds.
    pub fn littles(&self, kinds: &[Little]) -> impl Iterator<Item = &'static str> {
        self.little.iter().filter(|(kind, _)| kinds.contains(kind)).map(|(_, phrase)| *phrase)
    }

    /// Whether a text says a word or a phrase of one of these kinds, anywhere.
    pub fn says(&self, text: &str, kinds: &[Little]) -> bool {
        let text = text.to_lowercase();
        let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).collect();
        // Japanese does not part its words.
        let parted = self.language != "ja";
        self.littles(kinds).any(|known| {
            if parted && !known.contains(' ') { words.contains(&known) } else { text.contains(known) }
        })
    }
}

/// The lists of a file, line by line: their names, and what of them stands in the line.
fn lists(source: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    let mut name = "";
    source.lines().filter(|line| !line.starts_with('#')).map(move |line| {
        let mut list = line;
        if !line.starts_with(' ') {
            (name, list) = line.split_once(':').unwrap_or((name, ""));
        }
        (name, list)
    })
}

/// The phrases of a line. None goes on in the next.
fn phrases(list: &'static str) -> impl Iterator<Item = &'static str> {
    let ends = memchr::memchr_iter(b',', list.as_bytes()).chain([list.len()]);
    ends.scan(0, |start, end| Some(&list[std::mem::replace(start, end + 1)..end]))
        .map(str::trim_ascii)
        .filter(|phrase| !phrase.is_empty())
}

/// The hash of the first word of a phrase.
fn first_word(phrase: &str) -> Option<u64> {
    if is_plain(phrase) {
        return phrase.split_ascii_whitespace().next().map(hashed);
    }
    words_of(phrase).first().map(|word| hashed(word))
}

#[cfg(test)]
mod tests {
    use super::{Little, SOURCES, Tag, lists, phrases};

    #[test]
    fn every_language_has_the_same_lists() {
        assert!(
            Tag::ALL.len() <= 126,
            "each kind is one bit, and two are for numbers and for words with which phrases begin"
        );
        let mut known: Vec<&str> = Tag::ALL.iter().map(|(_, name)| *name).collect();
        known.extend(["longest-sentence", "numbers"]);
        known.extend(Little::ALL.iter().map(|(_, name)| *name));
        known.sort_unstable();
        for (language, source) in SOURCES {
            let heads = source.lines().filter(|line| !line.starts_with(['#', ' ']));
            let mut names: Vec<&str> = heads.filter_map(|line| Some(line.split_once(':')?.0)).collect();
            names.sort_unstable();
            assert_eq!(names, known, "{language}");
        }
    }

    #[test]
    fn no_phrase_goes_on_in_the_next_line() {
        for (language, source) in SOURCES {
            for (line, next) in source.lines().zip(source.lines().skip(1)) {
                assert!(!next.starts_with(' ') || line.ends_with(','), "{language}: {line}");
            }
        }
    }

    #[test]
    fn every_phrase_is_noticed_where_it_stands() {
        for (language, source) in SOURCES {
            let lexicon = super::Lexicon::of(language).unwrap();
            for (name, entry) in
                lists(source).flat_map(|(name, list)| phrases(list).map(move |entry| (name, entry)))
            {
                let Some((tag, _)) = Tag::ALL.iter().find(|(_, known)| *known == name) else { continue };
                // What is no word is only looked for beside one.
                if !entry.contains(char::is_alphanumeric) {
                    continue;
                }
                let twice = if *tag == Tag::Doubled { format!("{entry} ") } else { String::new() };
                let text = format!("A {} {twice}{entry}.", entry.to_uppercase());
                let whole = [super::super::Stretch { range: 0..text.len(), begins: true }];
                let seen = super::super::scan::scan(&text, &whole, Some(lexicon));
                assert_ne!(seen.maybe & tag.bit(), 0, "{language}: {text}");
            }
        }
    }

    #[test]
    fn no_list_has_a_phrase_twice() {
        for (language, source) in SOURCES {
            let mut seen = std::collections::BTreeSet::new();
            for (name, list) in lists(source).filter(|(name, _)| *name != "numbers") {
                for entry in phrases(list) {
                    assert!(seen.insert((name, entry)), "{language} {name}: {entry}");
                }
            }
        }
    }
}
