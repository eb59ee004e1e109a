//! What is kept of a policy for holding it against others.
//!
//! In: a resolved program and its texts. Out: names, titles, hours, addresses, meanings and promises as short words with their
//! places, which can be written down and read again. What is not for everybody is left out: what is written down lies beside what
//! is published.

use super::Place;
use crate::cases::CaseSet;
use crate::hir::{Audience, Calendar, Clause, Effect, Legend, Line, Program, say, spoken};
use crate::source::Sources;
use crate::time::{ClockTime, Weekday};
use crate::value::{Clock, Name, Promise, Text};
use serde::{Deserialize, Serialize};
use smol_str::{SmolStr, ToSmolStr as _};
use std::collections::BTreeMap;

/// So many boxes of one rule are kept; a rule of more is left out.
const MOST: usize = 8;

/// A policy in short.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Summary {
    /// Its name, and where.
    pub name: (String, Place),
    /// Its version and the first day on which it counts.
    pub edition: (Option<String>, Option<String>),
    /// Who makes the promises.
    pub publisher: String,
    /// The tags of its languages, the first one first.
    pub languages: Vec<String>,
    /// Its products, by name and title.
    pub products: Vec<(String, String)>,
    /// Calendars that are the same every week and in every case.
    pub hours: Vec<Hours>,
    /// Channels with their addresses.
    pub addresses: Vec<Said>,
    /// Words and what they mean.
    pub definitions: Vec<Said>,
    /// Promises of time.
    pub promises: Vec<Promised>,
}

/// When a calendar opens first and closes last on each weekday, in words.
pub type Days = BTreeMap<SmolStr, (SmolStr, SmolStr)>;

/// A calendar.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Hours {
    /// Its name, title and zone.
    #[serde(rename = "k")]
    pub key: (String, String, String),
    /// Its hours each week.
    #[serde(rename = "d")]
    pub days: Days,
    /// After this time a request counts for the next day.
    #[serde(rename = "c", default, skip_serializing_if = "Option::is_none")]
    pub cut_off: Option<String>,
    /// Where.
    #[serde(rename = "p")]
    pub place: Place,
}

/// What is said of something.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Said {
    /// Its name and title.
    #[serde(rename = "k")]
    pub key: (String, String),
    /// What is said.
    pub words: Vec<String>,
    /// Where.
    #[serde(rename = "p")]
    pub place: Place,
}

/// A promise of time.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Promised {
    /// The name and the title of the commitment.
    #[serde(rename = "k")]
    pub key: (String, String),
    /// The promise in words, with the same word for the hours of every policy.
    pub said: String,
    /// The cases: boxes of values by fact.
    pub cases: Vec<BTreeMap<String, Vec<String>>>,
    /// Where.
    #[serde(rename = "p")]
    pub place: Place,
}

impl Summary {
    /// The summary of a policy in which nothing is wrong; one without a publisher is nobody's.
    pub fn of(program: &Program, sources: &Sources) -> Option<Self> {
        let policy = &program.policy;
        let publisher = plain(policy.publisher.as_ref()?);
        if !program.complete || publisher.is_empty() {
            return None;
        }
        let titled =
            |title: Option<&Text>, name: &Name| (said(&name.text), spoken(title, name).to_lowercase());
        let mut summary = Self {
            name: (said(&policy.clause.name.text), Place::of(sources, policy.clause.name.span)),
            edition: (policy.version.as_ref().map(plain), policy.effective.map(|date| date.to_string())),
            publisher,
            languages: policy.languages.iter().map(|language| said(&language.tag)).collect(),
            ..Self::default()
        };
        for (name, product) in program.products.iter().filter(|(_, product)| public(&product.clause)) {
            summary.products.push(titled(product.clause.title.as_deref(), name));
        }
        for (name, calendar) in program.calendars.iter().filter(|(_, calendar)| public(&calendar.clause)) {
            let Some(days) = weekly(calendar) else { continue };
            let zone = calendar.zone.as_ref().or(policy.zone.as_ref());
            let (name_of, title) = titled(calendar.clause.title.as_deref(), name);
            summary.hours.push(Hours {
                key: (name_of, title, zone.map_or_else(String::new, ToString::to_string)),
                days,
                cut_off: calendar.cut_off.map(|time| time.to_string()),
                place: Place::of(sources, name.span),
            });
        }
        for (name, channel) in program.channels.iter().filter(|(_, channel)| public(&channel.clause)) {
            let always = channel.addresses.iter().filter(|(_, when)| when.is_none());
            let words: Vec<String> = always.map(|(text, _)| plain(text)).collect();
            if let (Some((first, _)), false) = (channel.addresses.first(), words.is_empty()) {
                summary.addresses.push(Said {
                    key: titled(channel.clause.title.as_deref(), name),
                    words,
                    place: Place::of(sources, first.original.span),
                });
            }
        }
        for (name, definition) in program.definitions.iter().filter(|(_, definition)| public(definition)) {
            if let Some(first) = definition.means.first() {
                summary.definitions.push(Said {
                    key: titled(definition.title.as_deref(), name),
                    words: definition.means.iter().map(|text| plain(text)).collect(),
                    place: Place::of(sources, first.original.span),
                });
            }
        }
        if !program.products.is_empty() {
            summary.promises = promises(program, sources);
        }
        Some(summary)
    }
}

/// Whether everybody may read a clause.
fn public(clause: &Clause) -> bool {
    clause.audience == Audience::Everybody
}

fn said(word: &SmolStr) -> String {
    word.as_str().to_owned()
}

fn plain(text: &Text) -> String {
    let mut plain = String::with_capacity(text.original.content.len());
    for word in text.original.content.split_whitespace() {
        if !plain.is_empty() {
            plain.push(' ');
        }
        plain.push_str(word);
    }
    plain
}

/// When a calendar is open each week, if that is all it says and it is so in every case.
fn weekly(calendar: &Calendar) -> Option<Days> {
    if calendar.zone_of_customer {
        return None;
    }
    let mut open: BTreeMap<Weekday, (ClockTime, ClockTime)> = BTreeMap::new();
    for line in &calendar.lines {
        if !line.when.cases.is_everything() {
            return None;
        }
        match &line.line {
            Line::Weekly { effect: Effect::Open, days, hours, season: None } => {
                for day in days.iter().flat_map(|span| span.days()) {
                    for span in hours {
                        let (from, to) = open.get(&day).copied().unwrap_or((span.from, span.to));
                        open.insert(day, (from.min(span.from), to.max(span.to)));
                    }
                }
            }
            Line::Weekly { .. } | Line::Monthly { .. } | Line::Dates { .. } | Line::Instants { .. } => {}
            Line::WeekSpan { .. } | Line::Calendars { .. } | Line::Within(_) => return None,
        }
    }
    // Most days have the hours of the day before.
    let mut before: Option<((ClockTime, ClockTime), (SmolStr, SmolStr))> = None;
    let said = open.into_iter().map(|(day, hours)| {
        let known = before.take().filter(|(known, _)| *known == hours).map(|(_, said)| said);
        let said = known.unwrap_or_else(|| (hours.0.to_smolstr(), hours.1.to_smolstr()));
        before = Some((hours, said.clone()));
        (SmolStr::new_static(key(day)), said)
    });
    Some(said.collect())
}

/// A weekday as it stands in a summary: so that words are in the order of the week.
fn key(day: Weekday) -> &'static str {
    ["0 Mon", "1 Tue", "2 Wed", "3 Thu", "4 Fri", "5 Sat", "6 Sun"][day.index()]
}

fn promises(program: &Program, sources: &Sources) -> Vec<Promised> {
    let legend = Legend::of(&program.facts);
    let mut found = Vec::new();
    for (name, commitment) in program.commitments.iter().filter(|(_, commitment)| public(&commitment.clause))
    {
        let title = spoken(commitment.clause.title.as_deref(), name).to_lowercase();
        for region in &commitment.rules.regions {
            let rule = commitment.rules.rules.get(region.rule).filter(|rule| public(&rule.clause));
            let Some(rule) = rule else { continue };
            let Some(said) = words(program, &rule.value.promise) else { continue };
            if let Some(cases) = boxes(program, &legend, &rule.when.cases) {
                let key = (name.to_string(), title.clone());
                found.push(Promised { key, said, cases, place: Place::of(sources, rule.span) });
            }
        }
    }
    found
}

/// A figure in words; the hours of the header have one word in all policies.
fn words(program: &Program, promise: &Promise) -> Option<String> {
    let office = program.policy.business_calendar();
    match promise {
        Promise::Within { to: length, .. } | Promise::Every(length) => {
            let clock = match &length.clock {
                Clock::Elapsed => "",
                Clock::Business(_) => "business ",
                Clock::Calendar(name) if Some(&**name) == office => "business ",
                Clock::Calendar(_) => return None,
            };
            let every = if matches!(promise, Promise::Every(_)) { "every " } else { "" };
            let plural = if length.amount == 1 { "" } else { "s" };
            Some(format!("{every}{} {clock}{}{plural}", length.amount, length.unit.word()))
        }
        Promise::By(_) => Some(say::promise(promise)),
        Promise::Release(_)
        | Promise::BestEffort
        | Promise::None
        | Promise::No
        | Promise::AsAgreed(_)
        | Promise::AsDecided(_)
        | Promise::Unfilled => None,
    }
}

/// Cases as boxes of values by fact; none where they are too many, or ask for more than named values.
fn boxes(program: &Program, legend: &Legend, cases: &CaseSet) -> Option<Vec<BTreeMap<String, Vec<String>>>> {
    let boxes = cases.boxes().ok().filter(|boxes| boxes.len() <= MOST)?;
    let mut found = Vec::with_capacity(boxes.len());
    for condition in boxes {
        let mut sides = BTreeMap::new();
        for (dim, classes) in &condition.sides {
            let fact = legend.facts.get(dim.index())?;
            let values = classes.iter().filter_map(|class| program.space.label(*dim, class));
            sides.insert(fact.name.clone(), values.map(ToString::to_string).collect());
        }
        found.push(sides);
    }
    Some(found)
}
