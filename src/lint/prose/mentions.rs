//! Which promise a sentence speaks of, and of which cases.
//!
//! In: a sentence of a passage. Out: its [`Subject`]: the one commitment that it names by its title, or that it means by
//! speaking of our answer or of a solution; and the cases that are left by the titles of plans, severities and other
//! values in it, and by whose words it is. What could be several commitments is none.

use super::claims::is_request;
use super::tokens::{Kind, Mark, Words, words_of};
use super::{Passage, Tag};
use crate::cases::{CaseSet, Dim};
use crate::hir::{Commitment, Program, Quote, Ref};
use crate::value::{Name, Text};
use smol_str::SmolStr;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// What a sentence speaks of.
#[derive(Debug)]
pub struct Subject<'a> {
    /// The promise.
    pub commitment: &'a Commitment,
    /// The cases.
    pub cases: CaseSet,
    /// The values that it names, by the places of their facts.
    pub values: BTreeMap<usize, BTreeSet<usize>>,
}

/// The titles of a program in one language, by their first words.
#[derive(Debug)]
pub struct Mentions {
    titles: BTreeMap<SmolStr, Vec<(Words, Named)>>,
}

/// What a title is the title of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Named {
    /// A value of a fact: the places of both.
    Value(usize, usize),
    /// The commitment at this place.
    Commitment(usize),
}

/// Plans are often called by words that have a meaning of their own, which a capital tells apart.
const CALLED: [&str; 2] = ["plan", "product"];

impl Mentions {
    /// The titles of a program in a language.
    pub fn of(program: &Program, language: &str) -> Self {
        let mut mentions = Self { titles: BTreeMap::new() };
        for (at, fact) in program.facts.values().enumerate() {
            for (class, value) in fact.values().iter().enumerate() {
                mentions.add(value.clause.title.as_deref(), language, Named::Value(at, class));
            }
        }
        for (at, commitment) in program.commitments.values().enumerate() {
            mentions.add(commitment.clause.title.as_deref(), language, Named::Commitment(at));
        }
        mentions
    }

    fn add(&mut self, title: Option<&Text>, language: &str, named: Named) {
        let Some(title) = title else { return };
        let words = words_of(&title.in_language(language).content);
        let Some(first) = words.first().cloned() else { return };
        self.titles.entry(first).or_default().push((words, named));
    }

    /// What a sentence speaks of; `None` where that is not sure.
    pub fn subject<'a>(
        &self,
        program: &'a Program,
        passage: &Passage<'_>,
        sentence: usize,
    ) -> Option<Subject<'a>> {
        let mut values: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
        let mut titled: BTreeSet<usize> = BTreeSet::new();
        let said = self.named(program, passage, sentence);
        let named = said.iter().map(|(one, _)| *one);
        for one in named.chain(quoted(program, passage, sentence)?).chain(owned(program, passage)) {
            match one {
                Named::Value(fact, class) => {
                    values.entry(fact).or_default().insert(class);
                }
                Named::Commitment(at) => {
                    titled.insert(at);
                }
            }
        }
        let answered = is_of_all_answers(passage, sentence, said.iter().map(|(_, tokens)| tokens));
        let meant = meant(program, passage, sentence, answered);
        let at = match (titled.len(), meant) {
            (0, Some(at)) => at,
            (1, None) => *titled.first()?,
            (1, Some(at)) if titled.contains(&at) => at,
            _ => return None,
        };
        let (_, commitment) = program.commitments.get_index(at)?;
        let mut cases = CaseSet::everything();
        for (fact, classes) in &values {
            let dim = program.space.dims().nth(*fact)?;
            cases = cases.and(&program.space.is(dim, classes.iter().copied()));
        }
        if let Some(when) = &passage.place.clause.when {
            cases = cases.and(&when.cases);
        }
        Some(Subject { commitment, cases, values })
    }

    /// The values and commitments whose titles stand in a sentence, and where.
    fn named(&self, program: &Program, passage: &Passage<'_>, sentence: usize) -> Vec<(Named, Range<usize>)> {
        let tokens = passage.tokens();
        let range = tokens.sentence(sentence);
        let mut found = Vec::new();
        let mut at = range.start;
        while at < range.end {
            let token = &tokens.all[at];
            let mut longest = 0;
            for (words, named) in self.titles.get(&token.text).map_or(&[][..], Vec::as_slice) {
                let Some(part) = tokens.all.get(at..at + words.len()) else { continue };
                let same = part.iter().zip(words).all(|(token, word)| token.text == *word);
                if same && words.len() >= longest && is_called(program, passage, *named, at) {
                    longest = words.len();
                    found.push((*named, at..at + words.len()));
                }
            }
            at += longest.max(1);
        }
        found
    }
}

/// Whether the words that begin at a token are written as the name of such a thing is.
fn is_called(program: &Program, passage: &Passage<'_>, named: Named, at: usize) -> bool {
    let Named::Value(fact, class) = named else { return true };
    let Some((_, fact)) = program.facts.get_index(fact) else { return false };
    let capital = |text: &str| text.chars().next().is_some_and(char::is_uppercase);
    let title = fact.values().get(class).and_then(|value| value.clause.title.as_deref());
    let needed = CALLED.contains(&fact.clause.name.as_str())
        && title.is_some_and(|title| capital(&title.in_language(passage.language).content));
    !needed || capital(passage.written(at..at + 1))
}

/// What the quotations of a sentence stand for; `None` where one of them is a value, so that the sentence says what the
/// rule says.
fn quoted(program: &Program, passage: &Passage<'_>, sentence: usize) -> Option<Vec<Named>> {
    let tokens = passage.tokens();
    let range = tokens.range(tokens.sentence(sentence));
    let mut found = Vec::new();
    let within = passage.piece.quotations.iter();
    for quotation in within.filter(|it| it.range.end > range.start && it.range.start <= range.end) {
        match program.quotations.get(&quotation.span) {
            Some(Quote::Title(to)) => found.extend(of_ref(program, to)),
            Some(Quote::Field(..) | Quote::Value { .. }) | None => return None,
        }
    }
    Some(found)
}

fn of_ref(program: &Program, to: &Ref) -> Option<Named> {
    of_name(program, to.keyword, &to.name)
}

fn of_name(program: &Program, keyword: &str, name: &Name) -> Option<Named> {
    if keyword == "commitment" {
        return program.commitments.get_index_of(name).map(Named::Commitment);
    }
    let (at, _, fact) = program.facts.get_full(keyword)?;
    let class = fact.values().iter().position(|value| value.clause.name == *name)?;
    Some(Named::Value(at, class))
}

/// The value in whose body a text stands.
fn owned(program: &Program, passage: &Passage<'_>) -> Option<Named> {
    let place = &passage.place;
    if place.keyword == "commitment" { None } else { of_name(program, place.keyword, &place.owner.name) }
}

/// Whether a sentence says that requests are answered within some time and nothing else: each of its words is of a request, of a
/// title, of the answer or of the time. Of "requests for invoices" or "requests by post" it is not known which promise they have.
fn is_of_all_answers<'t>(
    passage: &Passage<'_>,
    sentence: usize,
    titles: impl Iterator<Item = &'t Range<usize>>,
) -> bool {
    const SAID: [Tag; 7] =
        [Tag::Answered, Tag::Every, Tag::Within, Tag::WithinBehind, Tag::Severity, Tag::Priority, Tag::Level];
    let tokens = passage.tokens();
    if !tokens.says(sentence, &[Tag::Answered]) || passage.place.keyword == "channel" {
        return false;
    }
    let marks = tokens.marks_in(sentence).filter(|mark| SAID.contains(&mark.tag));
    let mut known: Vec<Range<usize>> = marks.map(Mark::tokens).collect();
    known.extend(titles.cloned());
    known.extend(passage.lengths().into_iter().map(|stated| stated.tokens));
    let request = |at: usize| is_request(&tokens.all[at].text);
    let mut within = tokens.sentence(sentence);
    let plain = |at: usize| {
        tokens.all[at].kind == Kind::Mark || request(at) || known.iter().any(|range| range.contains(&at))
    };
    within.clone().any(request) && within.all(plain)
}

/// The commitment that a sentence means by speaking of our answer, or of a solution; by its place.
fn meant(program: &Program, passage: &Passage<'_>, sentence: usize, answered: bool) -> Option<usize> {
    let answer = answered || speaks(passage, sentence, Tag::Respond, &[Tag::WeRespond, Tag::Response]);
    let solution = speaks(passage, sentence, Tag::Resolve, &[Tag::WeResolve, Tag::Resolution]);
    let event = match (answer, solution) {
        (true, false) => "responded",
        (false, true) => "resolved",
        (true, true) | (false, false) => return None,
    };
    let mut with = program
        .commitments
        .values()
        .enumerate()
        .filter(|(_, it)| it.until.as_ref().is_some_and(|until| *until == event));
    let (at, _) = with.next()?;
    if with.next().is_some() { None } else { Some(at) }
}

/// Whether a sentence speaks of something that we do: by a verb near "we", or by words that need none.
pub fn speaks(passage: &Passage<'_>, sentence: usize, verb: Tag, alone: &[Tag]) -> bool {
    let tokens = passage.tokens();
    let near = |at: usize, tag: Tag, before: usize, after: usize| {
        let around = at.saturating_sub(before)..=at + after;
        tokens.marks_in(sentence).any(|mark| mark.tag == tag && around.contains(&mark.tokens().start))
    };
    tokens.marks_in(sentence).any(|mark| {
        let at = mark.tokens().start;
        if alone.contains(&mark.tag) {
            !near(at, Tag::You, 1, 0)
        } else {
            mark.tag == verb && near(at, Tag::We, 4, 2) && !near(at, Tag::You, 2, 0)
        }
    })
}

/// The place of a fact as a dimension.
pub fn dim(program: &Program, fact: usize) -> Option<Dim> {
    program.space.dims().nth(fact)
}
