//! What is promised, with its working, and who is told when, in the language of the policy.

use super::column::{Sheet, aligned};
use super::{Speaker, working};
use crate::evaluate::{Answer, Commitment, Escalation, Release, State, Undecided};
use crate::hir::Moment;
use crate::source::Span;
use crate::time::{CountError, Date};
use crate::value::Name;

/// Adds the rows of a commitment.
pub fn commitment(speaker: &Speaker<'_>, said: &Commitment, sheet: &mut Sheet) {
    let program = speaker.program;
    let commitment = program.commitments.get(said.id.as_str());
    let title = speaker.title(commitment.map(|of| &of.clause), &said.id);
    let figure = commitment.and_then(|of| of.rules.at(&said.rule)).map(|rule| &rule.value);
    let promise = figure.map(|figure| speaker.text(&speaker.wording.figure(figure))).unwrap_or_default();
    let state = match said.state {
        State::NotStarted | State::Running => String::new(),
        State::Paused => match &said.remaining {
            Some(left) => {
                let time = working::amount(speaker, left);
                let left = speaker.say("answer-left", &[("time", time.into())]);
                speaker.listed([speaker.word("answer-paused"), left])
            }
            None => speaker.word("answer-paused"),
        },
        State::Met => speaker.word("answer-met"),
        State::Missed => speaker.word("answer-missed"),
        State::Done => speaker.word("answer-done"),
    };
    // Of a release people know the day, which stands below.
    let due = said.due.as_ref().filter(|_| said.release.is_none());
    match (due, &said.starts) {
        (Some(due), _) => {
            let by = speaker.say("answer-by", &[("at", speaker.long(due).into())]);
            sheet.row(&title, &[by, promise, state]);
        }
        (None, None) if figure.and_then(crate::value::Figure::firmness).is_some() => {
            let event = Name::new(said.from.as_str(), Span::default());
            let when = speaker.text(&speaker.wording.at_event(&event));
            let closed = if speaker.wording.is_clause(&event) { "yes" } else { "no" };
            let starts = speaker.say("answer-starts", &[("when", when.into()), ("closed", closed.into())]);
            sheet.row(&title, &[promise, starts]);
            sheet.more(&[give_event(speaker, said)]);
        }
        (None, _) => sheet.row(&title, &[promise, state]),
    }
    for run in &said.earlier {
        let state = speaker.word(match run.state {
            State::Met => "answer-met",
            State::Missed => "answer-missed",
            State::NotStarted | State::Running | State::Paused | State::Done => "answer-done",
        });
        let (from, to) = (speaker.short(&run.starts), speaker.short(&run.stopped));
        let args = [("from", from.into()), ("to", to.into()), ("state", state.into())];
        sheet.more(&[speaker.say("answer-earlier", &args)]);
    }
    match (&said.release, &said.note, &said.starts) {
        (Some(release), ..) => sheet.more(&[self::release(speaker, release)]),
        (None, Some(_), Some(_)) if said.promise.get("release").is_some() => {
            sheet.more(&[speaker.word("answer-no-date")]);
        }
        (None, note, starts) => match (&said.uncounted, note, starts) {
            (Some(error), ..) => sheet.more(&[uncounted(speaker, error)]),
            // Its clock runs, and nobody knows yet how.
            (None, Some(_), Some(_)) => sheet.more(&[speaker.word("not-known-yet")]),
            (None, ..) => {}
        },
    }
    if said.cadence.len() > 1 {
        let times: Vec<String> = said.cadence.iter().skip(1).take(2).map(|at| speaker.short(at)).collect();
        sheet.more(&[speaker.say("answer-then", &[("times", speaker.apart(times).into())])]);
    }
    working::lines(speaker, said, sheet);
    let line = u32::try_from(said.source.line).unwrap_or(u32::MAX);
    sheet
        .more(&[speaker
            .say("answer-rule", &[("rule", said.rule.clone().into()), ("line", line.to_string().into())])]);
}

/// What to type, so that a clock is counted which waits for something other than the receipt; the command line knows such words
/// in English alone.
fn give_event(speaker: &Speaker<'_>, said: &Commitment) -> String {
    let event = match said.from.strip_suffix(" changed") {
        _ if said.from == "received" => return String::new(),
        Some(fact) => format!("{fact}=VALUE@TIME"),
        None => format!("{}=TIME", said.from),
    };
    speaker.say("answer-give-event", &[("event", event.into())])
}

/// Why there is no instant.
fn uncounted(speaker: &Speaker<'_>, error: &CountError) -> String {
    match error {
        CountError::HolidaysUnknown { list, years } => {
            let year = years.1.to_string();
            let list = speaker.plain(&speaker.words.area(list));
            speaker.say("answer-holidays-unknown", &[("list", list.into()), ("year", year.into())])
        }
        CountError::NeverOpen => speaker.word("answer-never-open"),
        CountError::OutOfRange => speaker.word("answer-out-of-range"),
        CountError::Paused => speaker.word("answer-paused"),
    }
}

/// The release that comes, and when.
fn release(speaker: &Speaker<'_>, said: &Release) -> String {
    let product = speaker.program.products.get(said.product.as_str());
    let of = product
        .and_then(|product| product.releases.iter().find(|release| release.clause.name == *said.id.as_str()));
    let title = speaker.title(of.map(|of| &of.clause), &said.id);
    let mut parts = said.date.splitn(3, '-').map(str::parse::<u8>);
    let year = said.date.get(..4).and_then(|year| year.parse().ok());
    parts.next();
    let date = match (year, parts.next(), parts.next()) {
        (Some(year), Some(Ok(month)), Some(Ok(day))) => Date::new(year, month, day),
        _ => None,
    };
    let date = date.map_or_else(|| said.date.clone(), |date| speaker.plain(&speaker.words.date(date)));
    speaker.say("answer-release", &[("release", title.into()), ("date", date.into())])
}

/// A commitment that depends on what was left open.
pub fn undecided(speaker: &Speaker<'_>, said: &Undecided, sheet: &mut Sheet) {
    let commitment = speaker.program.commitments.get(said.id.as_str());
    let title = speaker.title(commitment.map(|of| &of.clause), &said.id);
    let why = if said.unfilled {
        speaker.word("not-known-yet")
    } else {
        speaker.say("answer-depends", &[("facts", speaker.facts(&said.depends_on).into())])
    };
    sheet.row(&title, &[why]);
}

/// How far apart a step comes again, and when it comes next.
fn again(speaker: &Speaker<'_>, step: &Escalation) -> String {
    let escalation = speaker.program.escalations.get(step.id.as_str());
    let rung = escalation.and_then(|escalation| escalation.rungs.get(step.step.checked_sub(1)?));
    // Once it has come, the time that counts is the next one.
    let next = if step.state == "coming" { step.cadence.get(1) } else { step.next.as_ref() };
    let (Some(Moment::Again(every, ..)), Some(next)) = (rung.map(|rung| &rung.moment), next) else {
        return String::new();
    };
    let then = speaker.say("answer-then", &[("times", speaker.short(next).into())]);
    speaker.listed([speaker.text(&speaker.wording.every(every)), then])
}

/// Adds who is told when.
pub fn escalations(speaker: &Speaker<'_>, answer: &Answer, sheet: &mut Sheet) {
    if speaker.program.escalations.is_empty() {
        return;
    }
    let label = speaker.word("answer-escalation");
    if answer.escalations.is_empty() {
        let open = answer.undecided.iter().filter(|one| !one.unfilled);
        let open: Vec<String> = open.flat_map(|one| one.depends_on.clone()).collect();
        let said = match open.as_slice() {
            [] if answer.undecided.iter().any(|one| one.unfilled) => speaker.word("not-known-yet"),
            [] => speaker.word("answer-nobody"),
            facts => speaker.say("answer-depends", &[("facts", speaker.facts(facts).into())]),
        };
        sheet.row(&label, &[said]);
        return;
    }
    let mut rows = Vec::new();
    for step in &answer.escalations {
        let at = match &step.at {
            Some(at) => speaker.short(at),
            None if step.state == "on-request" => speaker.word("answer-on-request"),
            None if step.state == "in-turn" => speaker.word("answer-in-turn"),
            None => speaker.word("answer-no-time"),
        };
        let state = match (step.state, &step.instead_of) {
            ("not-needed", _) => speaker.word("answer-not-needed"),
            (_, Some(_)) => speaker.word("answer-at-once"),
            (_, None) => again(speaker, step),
        };
        rows.push(vec![at, speaker.people(&step.notify), state]);
    }
    for (index, row) in aligned(&rows).iter().enumerate() {
        if index == 0 { sheet.row(&label, row) } else { sheet.more(row) }
    }
}
