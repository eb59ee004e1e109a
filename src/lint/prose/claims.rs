//! What the prose claims of promises: each sentence that states a deadline, held against the rules that it speaks of.
//!
//! In: the passages of a program. Out: [`Claim`]s, in order. A sentence with "not", with a limit of its own ("unless", "per"),
//! or with several lengths claims nothing here: what it means is for people to say.

use super::figures::Compared;
use super::mentions::{Mentions, Subject, dim};
use super::{Passage, Prose, Stated, Tag};
use crate::cases::CaseSet;
use crate::hir::{Commitment, FactKind, Program, Rule};
use crate::value::{Figure, Promise};
use smol_str::SmolStr;
use std::collections::BTreeMap;

/// A sentence that states a deadline.
pub struct Claim<'a> {
    /// The place of its passage.
    pub passage: usize,
    /// What it states.
    pub stated: Stated,
    /// The promise that it speaks of.
    pub commitment: &'a Commitment,
    /// How it stands to the rules.
    pub verdict: Verdict<'a>,
}

/// How a claim stands to the rules that it speaks of.
pub enum Verdict<'a> {
    /// Every rule says the same, in the cases that this condition names; none where they are not named.
    Fits(Option<String>),
    /// A rule says something else.
    Differs {
        /// The rule.
        rule: &'a Rule<Figure>,
        /// The cases in which it decides.
        cases: CaseSet,
        /// Whether it is the only one.
        alone: bool,
        /// The condition that names the cases of which the sentence speaks.
        condition: Option<String>,
    },
    /// That cannot be said.
    Unclear,
}

/// What keeps a sentence from being a plain claim.
const NO_CLAIM: [Tag; 4] = [Tag::Not, Tag::Limit, Tag::Hedge, Tag::BestEffort];

/// How words for what a promise is about begin, in the languages of the lists.
const REQUESTS: [&str; 15] = [
    "ticket",
    "request",
    "mail",
    "email",
    "calls",
    "cases",
    "anfrage",
    "meldung",
    "verzoek",
    "melding",
    "demande",
    "requête",
    "solicitud",
    "consulta",
    "問",
];

/// Every claim of a program.
pub fn claims<'a>(program: &'a Program, prose: &Prose<'a>) -> Vec<Claim<'a>> {
    let mut claims = Vec::new();
    let mut titles: BTreeMap<SmolStr, Mentions> = BTreeMap::new();
    if program.commitments.is_empty() {
        return claims;
    }
    for (at, passage) in prose.passages.iter().enumerate() {
        let lengths = passage.lengths();
        for stated in &lengths {
            let sentence = stated.sentence;
            let alone = lengths.iter().filter(|other| other.sentence == sentence).count() == 1;
            if !alone || !stated.deadline || passage.tokens().says(sentence, &NO_CLAIM) {
                continue;
            }
            if only_of_complaints(passage, sentence) {
                continue;
            }
            let mentions = titles
                .entry(SmolStr::new(passage.language))
                .or_insert_with(|| Mentions::of(program, passage.language));
            let Some(subject) = mentions.subject(program, passage, sentence) else { continue };
            let verdict = judge(program, passage, stated, &subject);
            claims.push(Claim {
                passage: at,
                stated: stated.clone(),
                commitment: subject.commitment,
                verdict,
            });
        }
    }
    claims
}

/// Whether a sentence speaks of complaints and of no other request before them. Complaints are answered by other rules; what
/// stands behind them may only say what they are about.
fn only_of_complaints(passage: &Passage<'_>, sentence: usize) -> bool {
    let tokens = passage.tokens();
    let complaint = tokens.marks_in(sentence).find(|mark| mark.tag == Tag::Complaint);
    complaint.is_some_and(|complaint| {
        let before = tokens.all.get(tokens.sentence(sentence).start..complaint.tokens().start);
        !before.unwrap_or(&[]).iter().any(|token| is_request(&token.text))
    })
}

/// Whether a word in lower case is one for what a promise is about.
pub fn is_request(word: &str) -> bool {
    REQUESTS.iter().any(|request| word.starts_with(request))
}

fn judge<'a>(
    program: &'a Program,
    passage: &Passage<'_>,
    stated: &Stated,
    subject: &Subject<'a>,
) -> Verdict<'a> {
    let rules = &subject.commitment.rules;
    let asked = subject.cases.and(program.space.possible());
    let mut met: Vec<(&Rule<Figure>, CaseSet, Option<Compared>)> = Vec::new();
    for region in &rules.regions {
        let cases = region.cases.and(&asked);
        if let Some(rule) = rules.rules.get(region.rule).filter(|_| !cases.is_empty()) {
            met.push((rule, cases, compared(passage, stated, &rule.value)));
        }
    }
    let is = |one: &Option<Compared>, what: Compared| *one == Some(what);
    if met.is_empty() {
        return Verdict::Unclear;
    }
    let condition = condition(program, subject);
    if met.iter().all(|(.., it)| is(it, Compared::Same)) {
        return Verdict::Fits(condition);
    }
    if met.iter().any(|(.., it)| is(it, Compared::Same)) {
        return Verdict::Unclear;
    }
    let office = program.policy.business_calendar();
    let alone = met.iter().all(|(rule, ..)| rule.value.same_as(&met[0].0.value, office));
    // Of several promises, one that is longer than what is stated shows that it does not hold; that all are shorter does not.
    let worse = |it: &Option<Compared>| matches!(it, Some(Compared::Shorter | Compared::OtherClock));
    let shown = met.iter().position(|(.., it)| alone && !is(it, Compared::Unclear) || worse(it));
    match shown {
        Some(at) => {
            let (rule, cases, _) = met.swap_remove(at);
            Verdict::Differs { rule, cases, alone, condition }
        }
        None => Verdict::Unclear,
    }
}

/// How a stated length stands to a promise; `None` for a promise without a figure.
fn compared(passage: &Passage<'_>, stated: &Stated, figure: &Figure) -> Option<Compared> {
    match &figure.promise {
        Promise::Within { to, .. } => Some(match stated.compare(to) {
            // Whoever speaks of business hours nearby need not say so each time.
            Compared::OtherClock if says_its_clock(passage, stated) => Compared::Same,
            compared => compared,
        }),
        Promise::BestEffort | Promise::None => None,
        Promise::By(_)
        | Promise::Release(_)
        | Promise::Every(_)
        | Promise::No
        | Promise::AsAgreed(_)
        | Promise::AsDecided(_)
        | Promise::Unfilled => Some(Compared::Unclear),
    }
}

/// Whether a text says by another word which hours count.
fn says_its_clock(passage: &Passage<'_>, stated: &Stated) -> bool {
    !stated.business
        && (!passage.piece.quotations.is_empty()
            || passage
                .tokens()
                .marks
                .iter()
                .any(|mark| matches!(mark.tag, Tag::Business | Tag::BusinessHour | Tag::BusinessDay)))
}

/// The condition that names the cases of a subject by the values that its sentence names.
fn condition(program: &Program, subject: &Subject<'_>) -> Option<String> {
    let mut parts = Vec::new();
    let mut named = CaseSet::everything();
    for (at, classes) in &subject.values {
        let (_, fact) = program.facts.get_index(*at)?;
        let FactKind::Values(values) = &fact.kind else { return None };
        let names: Vec<&str> =
            classes.iter().filter_map(|class| Some(values.get(*class)?.clause.name.as_str())).collect();
        let name = &fact.clause.name;
        parts.push(match names.as_slice() {
            [] => return None,
            [one] => format!("{name} is {one}"),
            many => format!("{name} is one of {}", many.join(", ")),
        });
        named = named.and(&program.space.is(dim(program, *at)?, classes.iter().copied()));
    }
    (!parts.is_empty() && named.same_as(&subject.cases)).then(|| parts.join(" and "))
}
