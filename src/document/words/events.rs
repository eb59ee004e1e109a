//! The events that start and stop clocks, as clauses of a sentence.
//!
//! In: the names of events: built-in ones, states of a process, changes of facts, and those that the policy declares. Out:
//! `from the moment we receive your request`, `until we respond`. A declared event has only a title, which is quoted
//! unless it opens with a word behind which the language keeps the order of its words.

use super::{Arg, Phrase, Wording};
use crate::hir::Ref;
use crate::value::Name;

/// The place of an event in a sentence, which decides the form that a language gives it.
#[derive(Clone, Copy)]
enum Place {
    Since,
    Until,
    When,
    After,
}

impl Place {
    fn word(self) -> &'static str {
        match self {
            Self::Since => "since",
            Self::Until => "until",
            Self::When => "when",
            Self::After => "after",
        }
    }
}

impl Wording<'_> {
    /// `from the moment we receive your request`.
    pub fn since(&self, event: &Name) -> Phrase {
        self.on_event(event, Place::Since)
    }

    /// `until we respond`.
    pub fn until(&self, event: &Name) -> Phrase {
        self.on_event(event, Place::Until)
    }

    /// `when your request is closed`.
    pub fn at_event(&self, event: &Name) -> Phrase {
        self.on_event(event, Place::When)
    }

    /// `after we received your request`, behind a length of time.
    pub fn after_event(&self, event: &Name) -> Phrase {
        self.on_event(event, Place::After)
    }

    fn on_event(&self, event: &Name, place: Place) -> Phrase {
        let words = self.words;
        let of_place = ("place", Arg::from(place.word()));
        if let Some(declared) = self.program.events.get(event) {
            let of = Ref { keyword: "event", name: event.clone() };
            let title = self.title_of(&declared.clause);
            if let Some(clause) = self.as_clause(&title, declared.clause.title.is_some()) {
                return words
                    .phrase("event-clause", &[of_place, ("clause", self.linked(&of, clause).into())]);
            }
            let title = self.linked(&of, self.event_within(&title));
            return words.phrase("event-named", &[of_place, ("event", title.into())]);
        }
        // A state that has the name of a built-in event is that event.
        let key = format!("event-{event}");
        if words.has(&key) {
            return words.phrase(&key, &[of_place]);
        }
        let mut states = self.program.processes.values().flat_map(|process| &process.states);
        if let Some(state) = states.find(|state| state.clause.name == *event) {
            let of = Ref { keyword: "state", name: event.clone() };
            let title = Arg::from(self.linked(&of, self.title_of(&state.clause)));
            return words.phrase("event-state", &[of_place, ("state", title)]);
        }
        if let Some((fact, what @ ("set" | "changed"))) = event.as_str().rsplit_once([' ', '-']) {
            let fact = Name::new(fact, event.span);
            let title = self.fact(&fact);
            let declared = if self.has_own_words(&fact) { "no" } else { "yes" };
            let args = [
                of_place,
                (
                    "fact",
                    words.known(&format!("fact-{fact}-subject")).unwrap_or_else(|| title.clone()).into(),
                ),
                ("title", title.into()),
                ("declared", declared.into()),
                ("name", self.name_for_words(&fact).into()),
                ("what", what.to_owned().into()),
            ];
            return words.phrase("event-fact", &args);
        }
        words.phrase("event-named", &[of_place, ("event", event.as_str().replace('-', " ").into())])
    }

    /// Whether an event is told in a clause of its own, which some languages close with a comma.
    pub fn is_clause(&self, event: &Name) -> bool {
        let declared = self.program.events.get(event).map(|event| &event.clause);
        declared
            .is_some_and(|clause| self.as_clause(&self.title_of(clause), clause.title.is_some()).is_some())
    }

    /// A title that is a clause of its own in the language, as it stands within a sentence: `you notice it`.
    ///
    /// Where a language moves the verb to the end of such a clause, the author does so, and says it with a small letter.
    pub(super) fn as_clause(&self, title: &str, is_written: bool) -> Option<String> {
        if self.words.word("clause-small") == "yes" {
            let small = title.starts_with(char::is_lowercase) && !self.has_verb_in_second_place(title);
            let opens = small || self.has_verb_at_end(title);
            return (is_written && opens).then(|| title.to_owned());
        }
        let (first, rest) = title.split_once(' ')?;
        let opener = first.to_lowercase();
        if self.words.word("clause-openers").split(' ').any(|known| known == opener) {
            return Some(format!("{opener} {rest}"));
        }
        // The name of a thing has no verb: "The end of the term".
        let verbs = self.words.word("clause-verbs");
        let has_verb = rest.split(' ').any(|word| verbs.split(' ').any(|verb| verb == word));
        // An article has a capital only where a line begins: "A ticket is created".
        let is_article = self.words.word("noun-articles").split(' ').any(|article| article == opener);
        has_verb.then(|| if is_article { format!("{opener} {rest}") } else { self.within_sentence(title) })
    }

    /// Whether the second word of a title is a verb that has more behind it, as in a sentence of its own.
    fn has_verb_in_second_place(&self, title: &str) -> bool {
        let mut behind = title.split(' ').skip(1);
        let second = behind.next();
        let verbs = self.words.word("clause-verbs");
        behind.next().is_some() && second.is_some_and(|word| verbs.split(' ').any(|verb| verb == word))
    }

    /// Whether a title opens with a word that has a capital everywhere, as "you" in German, and closes with a verb: not so
    /// the name of a thing, nor a sentence with its verb in the second place.
    fn has_verb_at_end(&self, title: &str) -> bool {
        let words: Vec<&str> = title.split(' ').collect();
        let [first, _, .., last] = words.as_slice() else { return false };
        let is_of = |key: &str, word: &str| self.words.word(key).split(' ').any(|known| known == word);
        let endings = self.words.word("clause-endings");
        is_of("clause-openers", first)
            && !self.has_verb_in_second_place(title)
            && last.starts_with(char::is_lowercase)
            && endings.split(' ').any(|ending| last.ends_with(ending))
    }
}
