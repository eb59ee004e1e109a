//! What was said and is said, in the words of readers.
//!
//! In: a value of a change, and the words of its version. Out: text, or nothing for what has words in findings only.

use super::super::words::{Arg, Phrase, Wording, capitalised};
use super::Notice;
use crate::compare::{Change, Said, Terms, Week};
use crate::hir::{
    self, Audience, Decided, Duty, Moment, Precedence, Sending, Subject as Who, Transition, Verb,
};
use crate::time::{DateTime, Zone};
use crate::value::{ClockSpan, Decimal, Duration, Instants, Name, Text, Unit};

impl Notice<'_> {
    /// A value as readers know it; none for what has words in findings only.
    pub(super) fn said(&self, said: &Said, wording: &Wording<'_>) -> Option<String> {
        let of_time = |share: Decimal, unit: Unit| {
            let args = [("share", self.words.share(share).into()), ("period", self.words.each(unit).into())];
            self.words.say("notice-share", &args)
        };
        Some(match said {
            Said::Figure(figure) => wording.figure(figure).text(),
            Said::Amount(amount) => wording.amount(amount).text(),
            Said::Terms(terms) => self.terms(terms, wording),
            Said::Grant(grant) => wording.grant(grant).text(),
            Said::Length(length) | Said::Notice(hir::Notice::Ahead(length, _)) => {
                wording.stated(length).text()
            }
            Said::Notice(hir::Notice::None) => self.none(None),
            Said::Hours(week) => self.week(week),
            Said::CutOff(time, zone) => {
                let said = self.words.say("calendar-cut-off", &self.words.time_args(*time));
                match zone {
                    Some(zone) => self.pair(capitalised(&self.zone(zone)), said),
                    None => said,
                }
            }
            Said::Open(from, to, more) => self.open(*from, *to, *more),
            Said::Days(from, to) => {
                self.words.say("notice-some-days", &[("what", self.open(*from, *to, false).into())])
            }
            Said::Since(event) => wording.since(event).text(),
            Said::Until(event) => wording.until(event).text(),
            Said::Decided(by) => wording.as_decided(by).text(),
            Said::Deciders(fact, decided) => {
                let said = decided.iter().map(|one| self.decider(fact, one, wording));
                said.collect::<Vec<String>>().join(" ")
            }
            Said::Way(transition, _) => self.way(transition, wording),
            Said::Sent(sending, _) => self.sent(sending, wording),
            Said::Checked(check, by, otherwise) => {
                self.checked(check, by.as_ref(), otherwise.as_ref(), wording)
            }
            Said::Value(fact, value) => capitalised(&wording.value(fact, value)),
            Said::Precedence(precedence) => {
                let which = match precedence {
                    Precedence::Prevails => "prevails",
                    Precedence::Yields => "yields",
                };
                self.words.say("document-precedence", &[("which", which.into())])
            }
            Said::Readers(Audience::Everybody) => self.words.word("notice-everybody"),
            Said::Readers(Audience::Party(name)) => wording.plain_title("party", name),
            Said::Covered(covered) => {
                self.words.word(if *covered { "notice-covered" } else { "notice-not-covered" })
            }
            Said::Names("state", names) => {
                self.words.and(names.iter().map(|name| self.state(name, wording))).text()
            }
            Said::Names(keyword, names) => {
                self.words.and(names.iter().map(|name| wording.plain_title(keyword, name))).text()
            }
            Said::Text(text) => in_a_line(text, wording),
            Said::Met(share, unit) | Said::Share(share, unit) => of_time(*share, *unit),
            Said::Credit(amount, count, unit) => {
                let args = [
                    ("amount", wording.amount(amount).into()),
                    ("count", (*count).into()),
                    ("period", self.words.each(*unit).into()),
                    ("unit", unit.word().into()),
                ];
                self.words.say("commitment-credit", &args)
            }
            Said::Step(people, moment) => self.step(people, moment, wording),
            Said::Dates(dates) => wording.phase_dates(dates).text(),
            Said::Rules(rules) => self.words.commas(rules.iter().map(|rule| wording.date_rule(rule))).text(),
            Said::Keep(keep) => {
                let keep = if *keep { "yes" } else { "no" };
                self.words.say("changes-open-requests", &[("keep", keep.into())])
            }
            Said::Duty(duty) => self.duty(duty, wording),
            Said::Plain(words) => words.clone(),
            Said::Words(_) | Said::Readers(Audience::Internal) => return None,
        })
    }

    /// What work costs: `EUR 150 per hour outside office hours, at least 1 hour, in steps of 15 minutes`.
    fn terms(&self, terms: &Terms, wording: &Wording<'_>) -> String {
        let mut rate = wording.amount(&terms.amount).text();
        for (key, calendar) in [("offer-during", &terms.during), ("offer-outside", &terms.outside)] {
            if let Some(calendar) = calendar {
                let calendar = wording.title_with_article("calendar", calendar);
                rate = self.words.say(key, &[("rate", rate.into()), ("calendar", calendar.into())]);
            }
        }
        if let Some(week) = &terms.week {
            rate = format!("{rate} ({})", self.week(week));
        }
        let mut parts = vec![rate];
        if let Some(least) = &terms.least {
            parts.push(self.words.say("offer-least", &[("duration", wording.duration(least).into())]));
        }
        if let Some(steps) = &terms.steps {
            parts.push(self.words.say("offer-steps", &wording.duration_args(steps)));
        }
        self.words.commas(parts).text()
    }

    /// Who does, must or may do what.
    fn duty(&self, duty: &Duty, wording: &Wording<'_>) -> String {
        let (subject, name) = match &duty.subject {
            Who::Us => ("us", String::new()),
            Who::Party(name) if *name == "customer" => ("customer", String::new()),
            Who::Party(name) => ("other", wording.plain_title("party", name)),
        };
        let kind = match (duty.verb, duty.not) {
            (Verb::Will, false) => "will",
            (Verb::Will, true) => "will-not",
            (Verb::Must, false) => "must",
            (Verb::Must, true) => "must-not",
            (Verb::May, false) => "may",
            (Verb::May, true) => "may-not",
        };
        let args = [("subject", Arg::from(subject)), ("kind", kind.into()), ("name", name.into())];
        let who = self.words.phrase("duty-subject", &args);
        let mut what = Phrase::from(in_a_line(&duty.text, wording));
        if duty.usually {
            what = self.words.phrase("duty-usually", &[("kind", kind.into()), ("what", what.into())]);
        }
        let args = [("who", Arg::from(who)), ("kind", kind.into()), ("what", what.into())];
        capitalised(&self.words.say("duty-sentence", &args))
    }

    /// Who proposes a fact, or has the last word on it.
    fn decider(&self, fact: &Name, decided: &Decided, wording: &Wording<'_>) -> String {
        let by = decided.by.as_str();
        let who = if matches!(by, "us" | "customer") { by } else { "other" };
        let key = if decided.confirmed { "fact-confirmed" } else { "fact-proposed" };
        let person = capitalised(&person(&decided.by, wording));
        let args = [
            ("who", Arg::from(who.to_owned())),
            ("name", wording.name_for_words(fact).into()),
            ("person", person.into()),
        ];
        self.words.say(key, &args)
    }

    fn state(&self, name: &Name, wording: &Wording<'_>) -> String {
        self.words.say("quoted", &[("text", wording.plain_title("state", name).into())])
    }

    /// `From “New” to “Accepted”: after 14 days`.
    fn way(&self, transition: &Transition, wording: &Wording<'_>) -> String {
        let args = [
            ("from", Arg::from(self.state(&transition.from, wording))),
            ("to", self.state(&transition.to, wording).into()),
        ];
        let way = self.words.say("process-way", &args);
        let mut reasons: Vec<Phrase> = Vec::new();
        reasons.extend(transition.on.as_ref().map(|on| wording.at_event(on)));
        reasons.extend(transition.within.as_ref().map(|within| wording.within_stated(within)));
        let after = transition.after.as_ref();
        reasons.extend(after.map(|after| self.words.phrase("process-after", &wording.stated_args(after))));
        if reasons.is_empty() {
            return way;
        }
        self.pair(way, self.words.commas(reasons).text())
    }

    /// `In “Waiting for you”, after 7 days: a reminder`.
    fn sent(&self, sending: &Sending, wording: &Wording<'_>) -> String {
        let mut args = vec![
            ("state", Arg::from(self.state(&sending.state, wording))),
            ("what", in_a_line(&sending.text, wording).into()),
        ];
        let Some(after) = &sending.after else { return self.words.say("process-sends", &args) };
        args.extend(wording.stated_args(after));
        self.words.say("process-sends-after", &args)
    }

    /// The question of a check, who answers it, and what a no leads to.
    fn checked(
        &self,
        check: &Name,
        by: Option<&Name>,
        otherwise: Option<&Name>,
        wording: &Wording<'_>,
    ) -> String {
        let mut said = vec![wording.plain_title("check", check)];
        said.extend(by.map(|name| {
            let who = if matches!(name.as_str(), "us" | "customer") { name.as_str() } else { "other" };
            let args = [("who", Arg::from(who.to_owned())), ("person", person(name, wording).into())];
            let words = capitalised(&self.words.say("process-check-by", &args));
            format!("{words}.")
        }));
        let state = otherwise.map(|name| self.state(name, wording));
        said.extend(state.map(|state| self.words.say("process-check-otherwise", &[("state", state.into())])));
        said.join(" ")
    }

    /// When something is open in one version only: `Mon 12 Jan 2026, 17:00 to 18:00, among others`.
    fn open(&self, from: DateTime, to: DateTime, more: bool) -> String {
        let when = if from.date == to.date {
            let hours = self.words.hours(&[ClockSpan { from: from.time, to: to.time }]);
            self.words.commas([self.words.short_full_date(from.date), hours]).text()
        } else {
            self.words.instants(Instants { from, to })
        };
        if more { self.words.say("notice-among", &[("what", when.into())]) } else { when }
    }

    /// Who is told when; of an answer only the time.
    fn step(&self, people: &[Name], moment: &Moment, wording: &Wording<'_>) -> String {
        let offset = |side: &'static str, length: &Duration, of: &Name| {
            let args = [
                ("side", side.into()),
                ("duration", wording.duration(length).into()),
                ("commitment", wording.title_with_article("commitment", of).into()),
            ];
            self.words.say("escalation-offset", &args)
        };
        let when = match moment {
            Moment::Turn(Some(length)) => return wording.stated(length).text(),
            Moment::Turn(None) => return self.none(None),
            Moment::Event(event) => wording.at_event(event).text(),
            Moment::Share(share, of) => {
                let kind = match share {
                    share if *share == Decimal::whole(100) => "breach",
                    share if *share == Decimal::whole(50) => "half",
                    _ => "share",
                };
                let args = [
                    ("kind", Arg::from(kind)),
                    ("share", self.words.share(*share).into()),
                    ("commitment", wording.title_with_article("commitment", of).into()),
                ];
                self.words.say("escalation-at", &args)
            }
            Moment::Before(length, of) => offset("before", length, of),
            Moment::After(length, of) => offset("after", length, of),
            Moment::Again(every, of, most) => wording.again(every, of, *most).text(),
        };
        let people = self.words.and(people.iter().map(|name| wording.plain_title("role", name))).text();
        self.pair(people, when)
    }

    /// What something is about, and what is said of it.
    pub(super) fn pair(&self, what: String, said: String) -> String {
        self.words.say("notice-pair", &[("what", what.into()), ("said", said.into())])
    }

    /// A rate with the hours in which it counts, which tell it from the other rates of an offer.
    pub(super) fn at_its_hours(&self, change: &Change, said: String, wording: &Wording<'_>) -> String {
        let rate = ["rate-", "minimum-"].iter().any(|kind| change.kind.id.starts_with(kind));
        let hours = change.subject.part.split(" and ").next().and_then(|part| part.split_once(' '));
        let told = [&change.before, &change.after].iter().any(|side| matches!(side, Some(Said::Terms(_))));
        let Some((key, name)) = hours.filter(|_| rate && !told) else { return said };
        let key = match key {
            "during" => "offer-during",
            "outside" => "offer-outside",
            _ => return said,
        };
        let name = Name::new(name.split(' ').next().unwrap_or(name), change.subject.name.span);
        let args = [
            ("rate", Arg::from(said.clone())),
            ("calendar", wording.title_with_article("calendar", &name).into()),
        ];
        self.words.say(key, &args)
    }

    /// The usual week, with the zone where that is another one, and with what is the customer's.
    fn week(&self, week: &Week) -> String {
        let mut words = self.hours(week);
        let zone = if week.theirs.zone {
            Some(self.words.word("zone-local-customer"))
        } else if week.told {
            Some(self.zone(&week.zone))
        } else {
            None
        };
        if let Some(zone) = zone {
            words = format!("{words}, {zone}");
        }
        if week.theirs.holidays {
            words = format!("{words}. {}", self.words.word("calendar-holidays-customer"));
        }
        words
    }

    fn zone(&self, zone: &Zone) -> String {
        self.words.say("zone-local", &[("zone", self.words.zone(zone).into())])
    }

    fn hours(&self, week: &Week) -> String {
        if week.is_always() {
            return self.words.word("calendar-always");
        }
        if week.days.is_empty() {
            return self.words.word("notice-never");
        }
        let days = week.days.iter().map(|(days, hours)| {
            format!("{} {}", self.words.short_weekdays(&[*days]), self.words.hours(hours))
        });
        self.words.commas(days).text()
    }
}

/// A role or a party.
fn person(name: &Name, wording: &Wording<'_>) -> String {
    let keyword = if wording.clause("role", name).is_some() { "role" } else { "party" };
    wording.title_with_article(keyword, name).text()
}

/// A text without line ends.
fn in_a_line(text: &Text, wording: &Wording<'_>) -> String {
    let words: Vec<&str> = wording.text(text).split_whitespace().collect();
    words.join(" ")
}
