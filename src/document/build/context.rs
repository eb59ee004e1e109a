//! What every builder has at hand: the program, the reader, the language, and the notes collected so far.
//!
//! In: a program and the options of a build. Out: phrases, links and notes. Whether a reader may see something is asked
//! here and nowhere else, and so is which words a name is shown by.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, VecDeque};

use super::Options;
use super::index::Index;
use super::line::{Line, capitalised, sentence, uncapitalised};
use super::text::{self, CommonWords};
use crate::document::model::{Anchor, Inline, Note, Target, plain_text};
use crate::document::words::{Arg, Links, Wording, Words};
use crate::hir::{Clause, Fact, Program, Ref};
use crate::value::{Figure, Name, Text};
use smol_str::SmolStr;

/// The surroundings of a build.
pub struct Context<'a> {
    /// What is published.
    pub program: &'a Program,
    /// For whom and how.
    pub options: &'a Options,
    /// The tag of the document's language.
    pub language: &'a str,
    /// The words of that language.
    pub words: Words,
    index: Index<'a>,
    common: CommonWords,
    /// What becomes of titles within sentences: they get a small letter, they stay as they are in a language whose
    /// nouns have capitals, or only the values of facts get a small letter since the other titles are quoted.
    titles_within: String,
    numbers: BTreeMap<SmolStr, String>,
    /// Whether the number of a section was said since the numbers were set.
    said_numbers: Cell<bool>,
    notes: RefCell<Vec<Note>>,
    stand_ins: RefCell<BTreeMap<Anchor, Anchor>>,
    /// The figures that were said last, which most cells of a table say again.
    figures: RefCell<VecDeque<(Figure, Line)>>,
}

/// How many figures are kept.
const KEPT_FIGURES: usize = 12;

impl<'a> Context<'a> {
    /// The surroundings for a program.
    pub fn new(program: &'a Program, options: &'a Options, language: &'a str, words: Words) -> Self {
        let index = Index::new(program);
        let phrases = text::all_texts(program, &index, language);
        let common = CommonWords::new(phrases, words.word("common-words"));
        Self {
            program,
            options,
            language,
            words,
            index,
            common,
            titles_within: words.word("titles-within"),
            numbers: BTreeMap::new(),
            said_numbers: Cell::new(false),
            notes: RefCell::default(),
            stand_ins: RefCell::default(),
            figures: RefCell::default(),
        }
    }

    /// Whether the reader may see a clause.
    pub fn shows(&self, clause: &Clause) -> bool {
        self.options.published.shows(&clause.audience)
    }

    /// A phrase of the language.
    pub fn say(&self, key: &str, args: &[(&str, Arg)]) -> Line {
        self.words.phrase(key, args).into()
    }

    /// The words of the language for values, with the titles of this program.
    pub fn wording(&self) -> Wording<'_> {
        Wording::new(self.words, self.program, self.language, self)
    }

    /// A figure for a cell: `4 business hours`.
    pub fn figure(&self, figure: &Figure) -> Line {
        // A target that is called one reads differently from one that is not.
        let is_same = |known: &Figure| known.promise == figure.promise && known.strength == figure.strength;
        if let Some((_, line)) = self.figures.borrow().iter().find(|(known, _)| is_same(known)) {
            return line.clone();
        }
        let line: Line = self.wording().figure(figure).into();
        let mut figures = self.figures.borrow_mut();
        if figures.len() == KEPT_FIGURES {
            figures.pop_back();
        }
        figures.push_front((figure.clone(), line.clone()));
        line
    }

    /// `a, b and c`.
    pub fn and(&self, parts: Vec<Line>) -> Line {
        self.words.and(parts).into()
    }

    /// `a, b or c`.
    pub fn or(&self, parts: Vec<Line>) -> Line {
        self.words.or(parts).into()
    }

    /// The clause of this kind and name.
    pub fn find(&self, keyword: &'static str, name: &str) -> Option<&'a Clause> {
        self.index.find(keyword, name)
    }

    /// The clause that a reference means.
    pub fn refers(&self, to: &Ref) -> Option<&'a Clause> {
        self.find(to.keyword, to.name.as_str())
    }

    /// The fact of this name.
    pub fn fact(&self, name: &str) -> Option<&'a Fact> {
        self.program.facts.get(name)
    }

    /// The title of a clause as it stands at the head of something.
    pub fn title(&self, clause: &Clause) -> Line {
        match &clause.title {
            Some(title) => text::inline(self, title),
            None => vec![Inline::text(spelt(clause.name.as_str()))],
        }
    }

    /// The title of a clause within a sentence, where a language may want a small letter.
    pub fn title_within(&self, clause: &Clause) -> Line {
        let title = self.title(clause);
        let plain = plain_text(&title);
        if self.is_parted(clause.keyword, &plain) {
            return self.words.phrase("quoted", &[("text", title.into())]).into();
        }
        if self.is_common(clause.keyword, &plain) { uncapitalised(title) } else { title }
    }

    /// The title behind a colon, which opens no sentence: in a language that quotes titles elsewhere it needs no quotes there,
    /// and has a small letter all the same.
    pub fn title_behind_colon(&self, clause: &Clause) -> Line {
        let title = self.title(clause);
        let is_plain = self.titles_within == "quoted" && sole_capital(&plain_text(&title)).is_some();
        if is_plain { uncapitalised(title) } else { self.title_within(clause) }
    }

    /// Whether the title of a calendar or a product has a comma, so that a sentence would be parted by it: `4 hours of “Monday
    /// to Friday, day and night”`. Languages that quote titles do so anyway.
    fn is_parted(&self, keyword: &str, title: &str) -> bool {
        matches!(keyword, "calendar" | "product") && self.titles_within == "small" && title.contains(", ")
    }

    /// A line with a small letter at its start, as it stands within a sentence where the language wants one.
    pub fn small(&self, line: Line) -> Line {
        if self.titles_within == "as-written" { line } else { uncapitalised(line) }
    }

    /// Whether some words open with an ordinary word of the language.
    pub fn opens_with_common(&self, words: &str) -> bool {
        let first = words.split([' ', '\u{A0}', ',']).next().unwrap_or_default();
        self.common.contains(&first.to_lowercase())
    }

    /// Whether a title begins with an ordinary word of the language, which has a capital only at the start of a line. A
    /// title with more than one capital is a name. What is always called by ordinary words is known by its kind; of
    /// the rest, a word is ordinary when it stands with a small letter somewhere in the policy.
    fn is_common(&self, keyword: &str, title: &str) -> bool {
        let manner = self.titles_within.as_str();
        if manner == "as-written" {
            return false;
        }
        // An article before a small letter is a word of the language, whatever names stand behind it: `the desk in Sydney`.
        let is_article = |word: &str| self.words.word("noun-articles").split(' ').any(|known| known == word);
        if manner == "small"
            && keyword == "calendar"
            && let Some((first, rest)) = title.split_once(' ')
            && rest.starts_with(char::is_lowercase)
            && is_article(&first.to_lowercase())
        {
            return true;
        }
        let Some(first) = sole_capital(title) else { return false };
        let lowered = first.to_lowercase();
        if manner == "quoted" {
            return matches!(keyword, "severity" | "priority" | "kind" | "language" | "fact" | "phase")
                || keyword == "channel" && self.common.knows(&lowered);
        }
        match keyword {
            "plan" | "language" | "region" | "policy" | "release" => false,
            "product" => title.contains(' ') && self.common.contains(&lowered),
            "role" | "severity" | "priority" | "kind" | "phase" | "commitment" | "definition" | "price"
            | "fact" | "document" | "event" => true,
            _ => self.common.contains(&lowered),
        }
    }

    /// The title within a sentence, with a link to the clause.
    pub fn link(&self, clause: &Clause) -> Line {
        self.link_words(clause, self.title_within(clause))
    }

    /// Some words with a link to a clause.
    pub fn link_words(&self, clause: &Clause, words: Line) -> Line {
        if !self.shows(clause) || words.iter().any(|inline| matches!(inline, Inline::Link { .. })) {
            return words;
        }
        vec![Inline::Link { target: Target::anchor(&clause.anchor), content: words }]
    }

    /// The link to what has this kind and name; the name itself when there is no such thing.
    pub fn named(&self, keyword: &'static str, name: &Name) -> Line {
        self.find(keyword, name.as_str())
            .map_or_else(|| vec![Inline::text(spelt(name.as_str()))], |clause| self.link(clause))
    }

    /// The link to what is referred to.
    pub fn to(&self, to: &Ref) -> Line {
        self.named(to.keyword, &to.name)
    }

    /// The title at the head of a column or a row, with a link to what it names.
    pub fn head(&self, to: &Ref) -> Line {
        self.refers(to).map_or_else(
            || vec![Inline::text(spelt(to.name.as_str()))],
            |clause| capitalised(self.link_words(clause, self.title(clause))),
        )
    }

    /// The links to several things of one kind, joined with "and".
    pub fn named_and(&self, keyword: &'static str, names: &[Name]) -> Line {
        self.and(names.iter().map(|name| self.named(keyword, name)).collect())
    }

    /// Adds a note; the answer is its mark.
    pub fn note(&self, text: &Text) -> Inline {
        let content = sentence(text::inline(self, text));
        let mut notes = self.notes.borrow_mut();
        notes.push(Note { content });
        Inline::NoteRef(notes.len() - 1)
    }

    /// All notes, in the order in which they were added.
    pub fn take_notes(&self) -> Vec<Note> {
        self.notes.take()
    }

    /// Says that a place which is not on the page is found at another.
    pub fn stand_in(&self, anchor: &str, place: &str) {
        self.stand_ins.borrow_mut().entry(Anchor::new(anchor)).or_insert_with(|| Anchor::new(place));
    }

    /// Where places that are not on the page are found instead.
    pub fn take_stand_ins(&self) -> BTreeMap<Anchor, Anchor> {
        self.stand_ins.take()
    }

    /// Gives the top sections their numbers, in this order.
    pub fn set_numbers(&mut self, names: &[&Name]) {
        let numbered = names.iter().enumerate().map(|(at, name)| (name.text.clone(), (at + 1).to_string()));
        self.numbers = numbered.collect();
    }

    /// Whether something was said in which a number of a section stands, or would stand if it had one.
    pub fn said_numbers(&self) -> bool {
        self.said_numbers.get()
    }

    /// The number of a top section.
    pub fn number_of(&self, section: &str) -> Option<String> {
        self.said_numbers.set(true);
        self.numbers.get(section).cloned()
    }
}

impl Links for Context<'_> {
    fn title_within(&self, keyword: &str, title: &str) -> String {
        if self.is_parted(keyword, title) {
            self.words.say("quoted", &[("text", title.to_owned().into())])
        } else if self.is_common(keyword, title) {
            plain_text(&uncapitalised(vec![Inline::text(title)]))
        } else {
            title.to_owned()
        }
    }

    fn target(&self, of: &Ref) -> Option<Target> {
        self.refers(of).filter(|clause| self.shows(clause)).map(|clause| Target::anchor(&clause.anchor))
    }
}

/// The first word of a title that has no capital but the one at its start.
fn sole_capital(title: &str) -> Option<&str> {
    let mut words = title.split([' ', '\u{A0}', ',']).filter(|word| !word.is_empty());
    let first = words.next()?;
    let is_small = |word: &str| !word.starts_with(char::is_uppercase);
    let goes_on = |c: char| c.is_lowercase() || matches!(c, '’' | '\'' | '-');
    (words.all(is_small) && first.chars().skip(1).all(goes_on)).then_some(first)
}

/// A name as words: hyphens between letters are blanks, and the first letter is large.
fn spelt(name: &str) -> String {
    let words = name.replace('-', " ");
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
