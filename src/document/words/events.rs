//! The events that start and stop clocks, as clauses of a sentence.
//!
//! In: the names of events: built-in ones, states of a process, changes of facts, and those that the policy declares. Out:
//! `from the moment we receive your request`, `until we respond`. A declared event has only a title, which is quoted
//! unless it opens with a word behind which the language keeps the order of its words.

use super::{Arg, Phrase, Wording};
use crate::hir::Ref;
use crate::value::Name;

impl Wording<'_> {
    /// `from the moment we receive your request`.
    pub fn since(&self, event: &Name) -> Phrase {
        self.on_event(event, "event-since", "event-since-named", false)
    }

    /// `until we respond`.
    pub fn until(&self, event: &Name) -> Phrase {
        self.on_event(event, "event-until", "event-until-named", false)
    }

    /// `when your request is closed`.
    pub fn at_event(&self, event: &Name) -> Phrase {
        self.on_event(event, "event-when", "event-when-named", false)
    }

    /// `after we received your request`, behind a length of time.
    pub fn after_event(&self, event: &Name) -> Phrase {
        self.on_event(event, "event-after", "event-after-named", true)
    }

    fn on_event(&self, event: &Name, with_clause: &str, with_title: &str, past: bool) -> Phrase {
        if let Some(declared) = self.program.events.get(event) {
            let of = Ref { keyword: "event", name: event.clone() };
            let title = self.title_of(&declared.clause);
            return match self.as_clause(&title, declared.clause.title.is_some()) {
                Some(clause) => {
                    self.words.phrase(with_clause, &[("clause", self.linked(&of, clause).into())])
                }
                None => self.words.phrase(with_title, &[("event", self.linked(&of, title).into())]),
            };
        }
        self.words.phrase(with_clause, &[("clause", self.event_clause(event, past).into())])
    }

    /// `we receive your request`, or `we received your request`, for an event that the policy does not declare.
    fn event_clause(&self, event: &Name, past: bool) -> Phrase {
        let words = self.words;
        let end = if past { "-past" } else { "" };
        // A state that has the name of a built-in event is that event.
        let key = format!("event-{event}{end}");
        if words.has(&key) {
            return words.phrase(&key, &[]);
        }
        let mut states = self.program.processes.values().flat_map(|process| &process.states);
        if let Some(state) = states.find(|state| state.clause.name == *event) {
            let of = Ref { keyword: "state", name: event.clone() };
            let title = Arg::from(self.linked(&of, self.title_of(&state.clause)));
            return words.phrase(if past { "event-state-past" } else { "event-state" }, &[("state", title)]);
        }
        if let Some((fact, what @ ("set" | "changed"))) = event.as_str().rsplit_once([' ', '-']) {
            let args = [("fact", Arg::from(self.fact_within(fact, event))), ("what", what.into())];
            return words.phrase(if past { "event-fact-past" } else { "event-fact" }, &args);
        }
        words.phrase("event-other", &[("event", event.as_str().replace('-', " ").into())])
    }

    fn fact_within(&self, fact: &str, event: &Name) -> Phrase {
        let name = Name::new(fact, event.span);
        self.words.known(&format!("fact-{fact}-subject")).unwrap_or_else(|| self.fact(&name)).into()
    }

    /// A title that is a clause of its own in the language, as it stands within a sentence: `you notice it`.
    ///
    /// Where a language moves the verb to the end of such a clause, the author does so, and says it with a small letter.
    pub(super) fn as_clause(&self, title: &str, is_written: bool) -> Option<String> {
        if self.words.word("clause-small") == "yes" {
            return (is_written && title.starts_with(char::is_lowercase)).then(|| title.to_owned());
        }
        let (first, rest) = title.split_once(' ')?;
        let opener = first.to_lowercase();
        if self.words.word("clause-openers").split(' ').any(|known| known == opener) {
            return Some(format!("{opener} {rest}"));
        }
        // The name of a thing has no verb: "The end of the term".
        let verbs = self.words.word("clause-verbs");
        let has_verb = rest.split(' ').any(|word| verbs.split(' ').any(|verb| verb == word));
        has_verb.then(|| self.within_sentence(title))
    }
}
