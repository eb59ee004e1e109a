//! Answers in the language of a policy, for people on a terminal: local time first, then the working.
//!
//! In: an answer as plain data, and the program for the titles of things. Out: lines of plain text. What is not in the answer
//! is not in its words.

mod column;
mod granted;
mod hours;
mod notes;
mod offered;
mod promised;
mod working;

pub use hours::hours;
pub use notes::notes;

use column::Sheet;

use crate::document::closed_up;
use crate::document::words::{Arg, Phrase, Wording, Words};
use crate::evaluate::{Answer, Channel};
use crate::hir::{Clause, FactKind, Program, Ref};
use crate::source::Span;
use crate::time::{DateTime, Instant, Moment, Reading, Zone, ZoneClock};
use crate::value::Name;

/// What every part needs: the words, the titles, and the clocks.
struct Speaker<'a> {
    words: Words,
    wording: Wording<'a>,
    program: &'a Program,
    clock: ZoneClock,
}

/// No document is at hand, so nothing is a link.
fn unlinked(_: &Ref) -> Option<crate::document::model::Target> {
    None
}

const UNLINKED: fn(&Ref) -> Option<crate::document::model::Target> = unlinked;

/// The words of a language of the policy, its first one unless another is asked for; the tags that there are otherwise.
fn words<'a>(program: &'a Program, language: Option<&str>) -> Result<(Words, &'a str), Vec<String>> {
    let all = &program.policy.languages;
    let known = || all.iter().map(|language| language.tag.to_string()).collect();
    let found = match language {
        Some(tag) => all.iter().find(|language| language.tag == tag).ok_or_else(known)?,
        None => all.first().ok_or_else(known)?,
    };
    // A policy in a language without words is answered in English.
    let words = Words::load(&found.tag, found.informal).or_else(|| Words::load("en", false));
    words.map(|words| (words, found.tag.as_str())).ok_or_else(known)
}

impl<'a> Speaker<'a> {
    fn new(program: &'a Program, zone: Option<&str>, language: Option<&str>) -> Result<Self, Vec<String>> {
        let (words, tag) = words(program, language)?;
        let zone = zone.and_then(Zone::new).unwrap_or_else(Zone::utc);
        let wording = Wording::new(words, program, tag, &UNLINKED);
        Ok(Self { words, wording, program, clock: ZoneClock::new(&zone) })
    }

    /// A text for a terminal, closed up as on a page of its language.
    fn plain(&self, text: &str) -> String {
        column::plain(&closed_up(self.words, text))
    }

    fn say(&self, key: &str, args: &[(&str, Arg)]) -> String {
        self.plain(&self.words.say(key, args))
    }

    fn word(&self, key: &str) -> String {
        self.plain(&self.words.word(key))
    }

    fn text(&self, phrase: &Phrase) -> String {
        self.plain(&phrase.text())
    }

    fn instant(text: &str) -> Option<Instant> {
        match Moment::parse(text) {
            Ok(Moment::Instant(at)) => Some(at),
            Ok(Moment::Local(_)) | Err(_) => None,
        }
    }

    /// The offset, for a time that comes twice as clocks are put back; nothing for any other.
    fn which(&self, at: Instant) -> String {
        match self.clock.reading(self.clock.local(at)) {
            Reading::Twice(..) => {
                let written = self.clock.rfc3339(at);
                format!(" ({})", written.get(19..).unwrap_or_default())
            }
            Reading::Once(_) | Reading::Never { .. } => String::new(),
        }
    }

    fn told(&self, text: &str, say: impl FnOnce(DateTime) -> String) -> String {
        let at = Self::instant(text);
        at.map_or_else(String::new, |at| self.plain(&say(self.clock.local(at))) + &self.which(at))
    }

    /// `Thursday 24 December 2026 at 16:45`.
    fn long(&self, text: &str) -> String {
        self.told(text, |local| self.words.instant(local))
    }

    /// `Thu 24 Dec 2026, 16:45`.
    fn short(&self, text: &str) -> String {
        self.told(text, |local| self.words.short_instant(local))
    }

    fn title(&self, clause: Option<&Clause>, name: &str) -> String {
        let title = clause.and_then(|clause| clause.title.as_deref());
        title
            .map_or_else(|| self.plain(&name.replace('-', " ")), |title| self.plain(self.wording.text(title)))
    }

    /// What a fact is called.
    fn fact(&self, name: &str) -> String {
        let name = Name::new(name, Span::default());
        self.plain(&self.wording.fact(&name))
    }

    /// `a, b, c`.
    fn listed(&self, parts: impl IntoIterator<Item = String>) -> String {
        self.text(&self.words.commas(parts))
    }

    /// `a; b; c`, of parts with commas of their own.
    fn apart(&self, parts: Vec<String>) -> String {
        let joined = |first: String, second: String| {
            self.say("list-notice", &[("first", first.into()), ("second", second.into())])
        };
        parts.into_iter().reduce(joined).unwrap_or_default()
    }

    /// Words with others in brackets behind them.
    fn with_aside(&self, words: &str, aside: &str) -> String {
        format!("{words}{}", self.plain(&self.words.labels().aside).replace("{words}", aside))
    }

    fn facts(&self, names: &[String]) -> String {
        self.listed(names.iter().map(|name| self.fact(name)))
    }

    fn people(&self, names: &[String]) -> String {
        let one = |name: &String| {
            let role = self.program.roles.get(name.as_str()).map(|role| &role.clause);
            let party = self.program.parties.get(name.as_str()).map(|party| &party.clause);
            self.title(role.or(party), name)
        };
        self.listed(names.iter().map(one))
    }

    /// What is said of the case, and what it became since: `High, Premium, E-mail (Telephone from Thu 24 Dec 2026, 16:45)`.
    fn case(&self, answer: &Answer) -> String {
        let became = |name: &str| -> Vec<String> {
            let of = answer.changes.iter().filter(|change| change.fact == name);
            let said = of.map(|change| {
                let value = self.value(name, &change.value);
                self.say("answer-changed", &[("value", value.into()), ("at", self.short(&change.at).into())])
            });
            said.collect()
        };
        let one = |(name, value): (&String, &serde_json::Value)| {
            let said = match value {
                serde_json::Value::String(text) => text.clone(),
                other => other.to_string(),
            };
            let (said, became) = (self.value(name, &said), self.apart(became(name)));
            if became.is_empty() { said } else { self.with_aside(&said, &became) }
        };
        let mut parts: Vec<String> = answer.case.iter().map(one).collect();
        let mut unsaid: Vec<&str> = answer.changes.iter().map(|change| change.fact.as_str()).collect();
        unsaid.dedup();
        let unsaid = unsaid.into_iter().filter(|fact| !answer.case.contains_key(*fact));
        parts.extend(unsaid.flat_map(became));
        self.listed(parts)
    }

    /// A value of a fact, with the fact where the value alone says little.
    fn value(&self, name: &str, said: &str) -> String {
        match self.program.facts.get(name).map(|fact| &fact.kind) {
            Some(FactKind::Values(values)) => {
                let of = values.iter().find(|known| known.clause.name == *said);
                self.title(of.map(|of| &of.clause), said)
            }
            Some(FactKind::YesNo) => {
                let answer = if said == "yes" { "answer-yes" } else { "answer-no" };
                let args = [("fact", self.fact(name).into()), ("values", self.word(answer).into())];
                self.say("label-fact", &args)
            }
            Some(FactKind::Date(_) | FactKind::Number(_) | FactKind::Duration(_)) | None => {
                format!("{} {said}", self.fact(name))
            }
        }
    }
}

/// An answer as a page of plain text, or the tags of the languages that there are.
pub fn pretty(program: &Program, answer: &Answer, language: Option<&str>) -> Result<String, Vec<String>> {
    let speaker = Speaker::new(program, answer.timezone.as_deref(), language)?;
    let mut head = speaker.case(answer);
    if let Some(received) = &answer.received {
        let args = [("at", Arg::from(speaker.long(received)))];
        let zone = speaker.plain(&speaker.words.zone(speaker.clock.zone()));
        let received = speaker.with_aside(&speaker.say("example-received", &args), &zone);
        head = if head.is_empty() { received } else { speaker.listed([head, received]) };
    }
    let mut sheet = Sheet::default();
    coverage(&speaker, answer, &mut sheet);
    // What is not covered has promises on paper only, and their times would be taken for promises.
    if answer.coverage.covered == Some(false) {
        sheet.more(&[speaker.word("answer-unpromised")]);
    } else {
        answer.commitments.iter().for_each(|one| promised::commitment(&speaker, one, &mut sheet));
        answer.undecided.iter().for_each(|one| promised::undecided(&speaker, one, &mut sheet));
        promised::escalations(&speaker, answer, &mut sheet);
    }
    channels(&speaker, &answer.channels, &mut sheet);
    granted::entitlements(&speaker, &answer.entitlements, &mut sheet);
    prices(&speaker, answer, &mut sheet);
    offered::offers(&speaker, answer, &mut sheet);
    processes(&speaker, answer, &mut sheet);
    let head = column::first_capital(&head);
    let body = sheet.lines();
    Ok(if head.is_empty() { body } else { format!("{head}\n\n{body}") })
}

fn coverage(speaker: &Speaker<'_>, answer: &Answer, sheet: &mut Sheet) {
    let coverage = &answer.coverage;
    let said = match coverage.covered {
        Some(true) => speaker.word("answer-yes"),
        Some(false) => speaker.word("answer-no"),
        None if coverage.unfilled => speaker.word("not-known-yet"),
        None => speaker.say("answer-depends", &[("facts", speaker.facts(&coverage.depends_on).into())]),
    };
    let lines = speaker.program.scope.as_ref().map(|scope| {
        let covers = scope.covers.iter().map(|line| &line.clause);
        covers.chain(scope.excludes.iter().map(|line| &line.clause))
    });
    let line = coverage.line.as_ref().and_then(|name| {
        lines?
            .into_iter()
            .find(|clause| clause.name == *name.as_str())
            .and_then(|clause| clause.title.as_deref())
    });
    let why = line.map(|title| speaker.plain(speaker.wording.text(title))).unwrap_or_default();
    sheet.row(&speaker.word("answer-covered"), &[said, why]);
    for to in &coverage.instead {
        let name = Name::new(to.id.as_str(), Span::default());
        let offer = speaker.plain(&speaker.wording.plain_title(to.kind, &name));
        sheet.more(&[speaker.say("answer-instead", &[("offer", offer.into())])]);
    }
}

fn channels(speaker: &Speaker<'_>, channels: &[Channel], sheet: &mut Sheet) {
    let label = speaker.word("answer-channels");
    let mut first = true;
    for said in channels {
        let channel = speaker.program.channels.get(said.id.as_str()).map(|channel| &channel.clause);
        let title = [("channel", Arg::from(speaker.title(channel, &said.id)))];
        let until = |key: &str, at: &String| {
            let [title] = title.clone();
            speaker.say(key, &[title, ("at", speaker.short(at).into())])
        };
        let line = match (said.open, &said.until) {
            (Some(true), None) => speaker.say("answer-open-always", &title),
            (Some(true), Some(at)) => until("answer-open-until", at),
            (Some(false), Some(at)) => until("answer-shut-until", at),
            (Some(false), None) => speaker.say("answer-shut", &title),
            (None, _) => {
                let why =
                    match &said.decided {
                        Some(by) => speaker
                            .text(&speaker.wording.as_decided(&Name::new(by.as_str(), Span::default()))),
                        None if said.unfilled => speaker.word("not-known-yet"),
                        // Without a time, or beyond the holidays that are known, the hours are all that can be said.
                        None if said.depends_on.is_empty() && said.calendars.is_empty() => continue,
                        None if said.depends_on.is_empty() => open_during(speaker, &said.calendars),
                        None => speaker
                            .say("answer-depends", &[("facts", speaker.facts(&said.depends_on).into())]),
                    };
                let [title] = title;
                speaker.say("answer-unsure", &[title, ("why", why.into())])
            }
        };
        // One of which nothing can be said is passed over, and may be the first.
        if first {
            sheet.row(&label, &[line]);
        } else {
            sheet.more(&[line]);
        }
        first = false;
    }
}

/// `open during office hours`.
fn open_during(speaker: &Speaker<'_>, calendars: &[String]) -> String {
    let quoted = |name: &String| {
        let kind =
            if speaker.program.calendars.contains_key(name.as_str()) { "calendar" } else { "maintenance" };
        let title =
            speaker.plain(&speaker.wording.plain_title(kind, &Name::new(name.as_str(), Span::default())));
        speaker.say("channel-hours", &[("calendar", title.into())])
    };
    let calendars = speaker.listed(calendars.iter().map(quoted));
    speaker.say("channel-open-when", &[("calendars", calendars.into())])
}

fn prices(speaker: &Speaker<'_>, answer: &Answer, sheet: &mut Sheet) {
    let label = speaker.word("answer-prices");
    let mut first = true;
    for said in &answer.prices {
        let own = speaker.program.prices.get(said.id.as_str()).map(|price| &price.clause);
        let plan = || speaker.program.plans.get(said.id.as_str()).map(|plan| &plan.clause);
        let Some(clause) = own.filter(|clause| clause.anchor == *said.anchor).or_else(plan) else { continue };
        let shown = match said.amount.as_ref().and_then(offered::amount) {
            // What was worked out is shown as it came out.
            Some(amount) => speaker.text(&speaker.wording.amount(&amount)),
            None if said.unfilled => speaker.word("not-known-yet"),
            None if said.depends_on.is_empty() => continue,
            None => speaker.say("answer-depends", &[("facts", speaker.facts(&said.depends_on).into())]),
        };
        let cells = [speaker.title(Some(clause), &said.id), shown];
        if first {
            sheet.row(&label, &cells);
        } else {
            sheet.more(&cells);
        }
        first = false;
    }
}

fn processes(speaker: &Speaker<'_>, answer: &Answer, sheet: &mut Sheet) {
    for said in answer.processes.iter().filter(|said| said.since.is_some()) {
        let Some(process) = speaker.program.processes.get(said.id.as_str()) else { continue };
        let state = |name: &str| {
            let of = process.states.iter().find(|state| state.clause.name == *name);
            speaker.title(of.map(|of| &of.clause), name)
        };
        let label = speaker.title(Some(&process.clause), &said.id);
        let since = said.since.as_deref().map(|at| speaker.short(at)).unwrap_or_default();
        sheet.row(&label, &[state(&said.state), since]);
        for timer in &said.timers {
            let (Some(at), true) = (&timer.at, Some(&timer.at) != Some(&said.since)) else { continue };
            let at = ("at", Arg::from(speaker.short(at)));
            let line = if timer.does == "becomes" {
                speaker.say("answer-becomes", &[("state", state(&timer.what).into()), at])
            } else {
                let sent = process.sendings.iter().find(|sent| *sent.text.original.content == *timer.what);
                let what = sent.map_or_else(
                    || timer.what.clone(),
                    |sent| speaker.plain(speaker.wording.text(&sent.text)),
                );
                speaker.say("answer-sends", &[("what", what.into()), at])
            };
            sheet.more(&[line]);
        }
    }
}
