//! One test of one fact, in words.
//!
//! In: a claim. Out: it as a clause ("your plan is Basic or Standard"), as a remark ("on Basic and Standard") or as a
//! label ("Basic or Standard"). Which words a fact takes is said in the catalogue, by a key for each built-in fact and
//! one for each kind of declared fact.

use super::clause::Joint;
use super::tree::{Claim, Compare, Says};
use crate::document::words::{Arg, Phrase, Wording};
use crate::hir::{FactKind, Ref, Subject};
use crate::value::{DatePoint, DateSpan, Name, Operand};

/// Built-in facts with words of their own, unless the policy gives them a title with `fact`.
const BUILT_IN: [&str; 13] = [
    "plan", "severity", "priority", "channel", "kind", "product", "release", "phase", "term", "region",
    "language", "received", "change",
];

impl Wording<'_> {
    /// A test as a clause, in the form that it has before what follows on it.
    pub(super) fn claim(&self, claim: &Claim, joint: Joint) -> Phrase {
        let joint = ("joint", Arg::from(joint.word()));
        let values = match &claim.says {
            Says::Holds(answer) => return self.answer(&claim.fact, *answer, joint),
            Says::Unsaid => return self.words.phrase("cases-unsaid-clause", &[joint]),
            Says::OneOf { .. } | Says::Compare(..) | Says::Between(..) => self.values(claim, true),
        };
        let args = [
            ("fact", Arg::from(self.fact_linked(&claim.fact))),
            ("values", values.into()),
            ("not", negation(claim).into()),
            joint,
        ];
        let key = match self.family(&claim.fact) {
            Family::BuiltIn => format!("when-{}", claim.fact),
            Family::Process => "when-process".to_owned(),
            Family::Declared => match self.program.facts.get(&claim.fact).map(|fact| &fact.kind) {
                Some(FactKind::Date(_)) => "when-date".to_owned(),
                Some(FactKind::Number(_) | FactKind::Duration(_)) => "when-number".to_owned(),
                Some(FactKind::Values(_) | FactKind::YesNo) | None => "when-fact".to_owned(),
            },
        };
        self.words.phrase(&key, &args)
    }

    /// A test as a remark, for the facts that have such a form. What is negated has it only where the values left are
    /// few enough to be named.
    pub(super) fn remark(&self, claim: &Claim) -> Option<Phrase> {
        let Says::OneOf { not, values } = &claim.says else { return None };
        let values = if *not { self.others(&claim.fact, values)? } else { values.clone() };
        let key = format!("on-{}", claim.fact);
        if !matches!(self.family(&claim.fact), Family::BuiltIn) || !self.words.has(&key) {
            return None;
        }
        // Some languages say the word of the fact here, and some do not.
        let empty = self.words.phrase(&key, &[("values", Phrase::default().into())]).text().to_lowercase();
        let behind = self.level_word(&claim.fact).is_some_and(|word| empty.contains(&word.to_lowercase()));
        // "On On call" is no English, and neither is "mit Mit Bereitschaft" German.
        let first = |words: &str| words.split_whitespace().next().unwrap_or_default().to_lowercase();
        let doubled = |value: &Operand| first(&self.operand(&claim.fact, value).text()) == first(&empty);
        let quotes = self.needs_quotes(&claim.fact, &values) || values.iter().any(doubled);
        let values = values.iter().map(|value| {
            if behind {
                self.value_behind(&claim.fact, value, quotes)
            } else {
                self.quoted(&claim.fact, value, quotes)
            }
        });
        let values = self.words.chain("list-remark", values);
        Some(self.words.phrase(&key, &[("values", values.into())]))
    }

    /// A test as a label. Values of built-in facts speak for themselves; others say whose they are.
    pub(super) fn label_of_claim(&self, claim: &Claim) -> Phrase {
        let fact = Arg::from(self.fact(&claim.fact));
        let values = match &claim.says {
            Says::Holds(answer) => {
                let word = self.words.word(if *answer { "yes" } else { "no" });
                let title = match self.duty(&claim.fact) {
                    Some(duty) => Arg::from(self.text(&duty.text).to_owned()),
                    None => fact,
                };
                let asked = matches!(&title, Arg::Text(title) if is_question(title));
                let args = [("fact", title), ("values", word.to_lowercase().into())];
                return self.words.phrase(if asked { "label-question" } else { "label-fact" }, &args);
            }
            Says::OneOf { .. } | Says::Compare(..) | Says::Between(..) | Says::Unsaid => {
                self.values(claim, false)
            }
        };
        let args = [("fact", fact), ("values", Arg::from(values)), ("not", negation(claim).into())];
        let named = matches!(claim.says, Says::OneOf { .. });
        match self.family(&claim.fact) {
            Family::BuiltIn | Family::Process if named => self.words.phrase("label-value", &args),
            Family::BuiltIn | Family::Process | Family::Declared => {
                self.words.phrase("label-fact-not", &args)
            }
        }
    }

    /// What the fact is held against: `Basic or Standard`, `at least 500`, `before 1 May 2026`; `behind` says whether it
    /// stands behind the word of the fact.
    pub(super) fn values(&self, claim: &Claim, behind: bool) -> Phrase {
        let fact = &claim.fact;
        match &claim.says {
            Says::OneOf { not, values } => {
                let quotes =
                    behind && (self.needs_quotes(fact, values) || self.are_quoted_ways(fact, values));
                let values = values.iter().map(|value| {
                    if behind {
                        self.value_behind(fact, value, quotes)
                    } else {
                        self.operand_in_list(fact, value)
                    }
                });
                let neither = *not && !matches!(fact.as_str(), "change" | "received");
                if neither { self.words.chain("list-nor", values) } else { self.words.or(values) }
            }
            Says::Compare(compare, operand) => self.compared(fact, *compare, operand, behind),
            Says::Between((_, Operand::Date(from, _)), (_, Operand::Date(to, _)))
                if matches!(&claim.says, Says::Between((Compare::AtLeast, _), (Compare::AtMost, _))) =>
            {
                let span = DateSpan { from: DatePoint::Full(*from), to: DatePoint::Full(*to) };
                self.words.date_span_in_sentence(span).into()
            }
            Says::Between(low, high) => {
                let is_date = matches!(low.1, Operand::Date(..) | Operand::Instant(..));
                let ends = [low, high].map(|end| self.compared(fact, end.0, &end.1, behind));
                if is_date { self.words.and(ends) } else { self.words.chain("list-between", ends) }
            }
            Says::Holds(_) | Says::Unsaid => Phrase::default(),
        }
    }

    fn compared(&self, fact: &Name, compare: Compare, operand: &Operand, behind: bool) -> Phrase {
        let kind = match operand {
            Operand::Date(..) | Operand::Instant(..) => "date",
            Operand::Duration(_) => "duration",
            Operand::Number(..) | Operand::Bool(..) => "number",
            Operand::Name(_) | Operand::Text(..) if fact == "release" => "release",
            Operand::Name(_) | Operand::Text(..) => "value",
        };
        let quotes = behind && self.needs_quotes(fact, std::slice::from_ref(operand));
        let value = self.quoted(fact, operand, quotes);
        let args = [("kind", Arg::from(kind)), ("value", value.into())];
        match compare {
            Compare::AtLeast => self.words.phrase("compare-at-least", &args),
            Compare::AtMost => self.words.phrase("compare-at-most", &args),
            Compare::MoreThan => self.words.phrase("compare-more-than", &args),
            Compare::LessThan => self.words.phrase("compare-less-than", &args),
        }
    }

    /// A value within a sentence.
    fn operand(&self, fact: &Name, operand: &Operand) -> Phrase {
        match operand {
            Operand::Name(name) => self.value_within(fact, name),
            Operand::Text(text, _) => text.as_str().into(),
            Operand::Number(number, _) => self.words.number(*number).into(),
            Operand::Duration(duration) => self.duration(duration),
            Operand::Date(date, _) => self.words.date(*date).into(),
            Operand::Instant(instant, _) => self.words.instant(*instant).into(),
            Operand::Bool(yes, _) => self.words.word(if *yes { "yes" } else { "no" }).to_lowercase().into(),
        }
    }

    /// A value in a list of values, where a date says that it is a day: `on 1 May 2026`.
    fn operand_in_list(&self, fact: &Name, operand: &Operand) -> Phrase {
        let value = self.operand(fact, operand);
        match operand {
            Operand::Name(_) if matches!(self.family(fact), Family::Process) => {
                self.words.phrase("quoted", &[("text", value.into())])
            }
            Operand::Date(..) | Operand::Instant(..) => {
                self.words.phrase("on-date", &[("date", value.into())])
            }
            Operand::Name(_)
            | Operand::Text(..)
            | Operand::Number(..)
            | Operand::Duration(_)
            | Operand::Bool(..) => value,
        }
    }

    /// A value behind the word of its fact, which is not said twice: the severity is 1, and not the severity is severity 1.
    fn value_behind(&self, fact: &Name, operand: &Operand, quotes: bool) -> Phrase {
        let value = self.operand_in_list(fact, operand);
        let rest = match self.level_word(fact) {
            Some(word) => value.without_first(&word),
            None => value,
        };
        let whole = rest.text() == self.operand(fact, operand).text();
        if whole { self.quoted(fact, operand, quotes) } else { rest }
    }

    /// Whether nobody would see where some values begin and end within a sentence. What products, regions and languages are called,
    /// and ways to write to somebody, are names of their own.
    fn needs_quotes(&self, fact: &Name, values: &[Operand]) -> bool {
        const NAMES: [&str; 7] = ["product", "release", "region", "language", "channel", "term", "change"];
        let reads_on =
            |value: &Operand| matches!(value, Operand::Name(name) if reads_on(&self.value(fact, name)));
        !NAMES.contains(&fact.as_str()) && values.iter().any(reads_on)
    }

    /// Whether ways to write to somebody are quoted behind the word for them, as other titles are in the language: ordinary words
    /// would want an article there, `le canal est le courriel`, and names would not.
    fn are_quoted_ways(&self, fact: &Name, values: &[Operand]) -> bool {
        let is_word = |value: &Operand| {
            matches!(value, Operand::Name(name)
                if self.value_within(fact, name).text() != self.value_as_written(fact, name).text())
        };
        fact == "channel" && self.words.word("titles-within") == "quoted" && values.iter().any(is_word)
    }

    /// A value within a sentence, perhaps in quotation marks: if the severity is “Bookings have stopped” and …
    fn quoted(&self, fact: &Name, operand: &Operand, quotes: bool) -> Phrase {
        match operand {
            Operand::Name(name) if quotes => {
                self.words.phrase("quoted", &[("text", self.value_as_written(fact, name).into())])
            }
            Operand::Name(_)
            | Operand::Text(..)
            | Operand::Number(..)
            | Operand::Duration(_)
            | Operand::Date(..)
            | Operand::Instant(..)
            | Operand::Bool(..) => self.operand(fact, operand),
        }
    }

    /// The word for how grave or urgent a request is, with which the titles of its levels often begin.
    fn level_word(&self, fact: &Name) -> Option<String> {
        let level =
            matches!(fact.as_str(), "severity" | "priority") && matches!(self.family(fact), Family::BuiltIn);
        if level { self.words.known(&format!("fact-{fact}")) } else { None }
    }

    /// A yes/no fact that holds, or does not.
    fn answer(&self, fact: &Name, answer: bool, joint: (&'static str, Arg)) -> Phrase {
        let words = self.words;
        let answer = ("answer", Arg::from(if answer { "yes" } else { "no" }));
        if fact == "covered" {
            return words.phrase("when-covered", &[answer, joint]);
        }
        if let Some(duty) = self.duty(fact) {
            let who = match &duty.subject {
                Subject::Us => "us",
                Subject::Party(party) if party == "customer" && self.is_addressed() => "customer",
                Subject::Party(_) => "other",
            };
            let name = match &duty.subject {
                Subject::Us => Name::new("us", duty.clause.span),
                Subject::Party(party) => party.clone(),
            };
            let text = self.text(&duty.text);
            let first = text.split_whitespace().next().unwrap_or_default().to_owned();
            let of = Ref { keyword: "duty", name: fact.clone() };
            let args = [
                answer,
                joint,
                ("who", who.into()),
                ("subject", self.subject(&name).into()),
                ("duty", if duty.not { "not" } else { "do" }.into()),
                ("first", first.into()),
                ("text", self.linked(&of, text).into()),
            ];
            return words.phrase("when-duty", &args);
        }
        let title = self.fact_title(fact);
        let of = self.reference(fact);
        if is_question(&title) {
            let question = ("question", self.linked(&of, title).into());
            return words.phrase("when-answer", &[answer, joint, question]);
        }
        let is_written = self.program.facts.get(fact).is_some_and(|fact| fact.clause.title.is_some());
        match self.as_clause(&title, is_written) {
            Some(clause) => {
                words.phrase("when-clause", &[answer, joint, ("clause", self.linked(&of, clause).into())])
            }
            None => words.phrase("when-holds", &[answer, joint, ("fact", self.linked(&of, title).into())]),
        }
    }

    /// Whether what a claim says goes on to the end of the sentence, with all that follows on it: a denied clause, or the
    /// words of a duty.
    pub(super) fn is_open_ended(&self, claim: &Claim) -> bool {
        let Says::Holds(answer) = &claim.says else { return false };
        if claim.fact == "covered" {
            return false;
        }
        let title = self.fact_title(&claim.fact);
        let is_written = self.program.facts.get(&claim.fact).is_some_and(|fact| fact.clause.title.is_some());
        self.duty(&claim.fact).is_some()
            || !answer && !is_question(&title) && self.as_clause(&title, is_written).is_some()
    }

    /// Whether the customer is spoken to; a policy may give the customer a title in the third person.
    pub fn is_addressed(&self) -> bool {
        let customer = Name::new("customer", crate::source::Span::default());
        let title = self.plain_title("party", &customer);
        !self.program.parties.contains_key(&customer) || title == self.words.word("person-customer")
    }

    fn fact_linked(&self, fact: &Name) -> Phrase {
        self.linked(&self.reference(fact), self.fact_marked(fact))
    }

    fn reference(&self, fact: &Name) -> Ref {
        let is_check = self
            .program
            .processes
            .values()
            .any(|process| process.checks.iter().any(|check| check.clause.name == *fact));
        let keyword = match self.family(fact) {
            Family::Process => "process",
            Family::BuiltIn | Family::Declared if is_check => "check",
            Family::BuiltIn | Family::Declared => "fact",
        };
        Ref { keyword, name: fact.clone() }
    }

    /// The values of a fact that are not among those given, if they are few.
    fn others(&self, fact: &Name, values: &[Operand]) -> Option<Vec<Operand>> {
        let named =
            |name: &Name| values.iter().any(|value| matches!(value, Operand::Name(known) if known == name));
        let all = self.program.facts.get(fact)?.values();
        let rest: Vec<Operand> = all
            .iter()
            .filter(|value| !named(&value.clause.name))
            .map(|value| Operand::Name(value.clause.name.clone()))
            .collect();
        (1..=3).contains(&rest.len()).then_some(rest)
    }

    pub(super) fn family(&self, fact: &Name) -> Family {
        if self.program.processes.contains_key(fact) {
            return Family::Process;
        }
        let built_in = BUILT_IN.contains(&fact.as_str());
        if built_in && !self.has_other_title(fact) { Family::BuiltIn } else { Family::Declared }
    }

    /// Whether the language has words of its own for a fact, and the policy none.
    pub(in crate::document::words) fn has_own_words(&self, fact: &Name) -> bool {
        matches!(self.family(fact), Family::BuiltIn)
    }
}

/// Whether a title is a question, which has an answer.
pub(super) fn is_question(title: &str) -> bool {
    title.ends_with(['?', '\u{FF1F}'])
}

/// Whether a title runs on with the sentence in which it stands: it is a sentence itself, or has a comma of its own.
fn reads_on(title: &str) -> bool {
    /// The fewest words of a sentence.
    const FEWEST: usize = 3;
    if title.contains([',', ';', ':', '、', '。', '：']) {
        return true;
    }
    // In a script without spaces a sentence shows by its particles, and by a verb at its end.
    if title.chars().all(|letter| letter >= '\u{2E80}') {
        return title.contains(['が', 'は', 'を'])
            || title.ends_with(['る', 'い', 'た', 'す', 'ん', 'う', 'く']);
    }
    let mut words = title.split_whitespace();
    words.next();
    words.clone().count() + 1 >= FEWEST && words.any(|word| word.starts_with(char::is_lowercase))
}

/// Where a fact comes from, which decides the words around it.
pub(super) enum Family {
    BuiltIn,
    Process,
    Declared,
}

/// Whether the values of a claim are denied, and whether they are several.
pub(super) fn negation(claim: &Claim) -> &'static str {
    match &claim.says {
        Says::OneOf { not: true, values } if values.len() > 1 => "many",
        Says::OneOf { not: true, .. } => "one",
        Says::OneOf { not: false, .. }
        | Says::Holds(_)
        | Says::Compare(..)
        | Says::Between(..)
        | Says::Unsaid => "no",
    }
}
