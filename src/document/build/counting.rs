//! How time is counted: the clocks that this policy uses, and the defaults that it leaves as they are.
//!
//! In: every length of time that is promised. Out: a panel with a point for each clock in use, and no other.

use std::collections::BTreeSet;

use super::clause;
use super::context::Context;
use super::line::{Line, push_all, push_words, spaced};
use super::{calendar, commitment};
use crate::document::model::{Block, Inline, Item, Section, plain_text};
use crate::document::words::Arg;
use crate::hir::{Calendar, Moment, Policy};
use crate::value::{BusinessWord, Clock, Duration, Name, Promise, Stated, Unit};

/// Which clocks are in use.
#[derive(Debug, Default)]
struct Clocks {
    short: bool,
    long: bool,
    hours: BTreeSet<Name>,
    days: BTreeSet<Name>,
    figures: bool,
}

/// The part about how time is counted; `None` when no time is promised.
pub fn section(cx: &Context<'_>, anchor: &str) -> Option<Section> {
    let clocks = clocks(cx);
    let mut items: Vec<Line> = Vec::new();
    let mut point = |term: Line, words: Line| {
        let mut line = vec![clause::strong(term)];
        push_words(&mut line, " ");
        push_all(&mut line, words);
        items.push(line);
    };
    let mut elapsed = |kind: &'static str| {
        point(
            cx.say("counting-elapsed-term", &[("kind", kind.into())]),
            cx.say("counting-elapsed", &[("kind", kind.into())]),
        );
    };
    if clocks.short {
        elapsed("short");
    }
    if clocks.long {
        elapsed("long");
    }
    let word =
        cx.program.policy.business.as_ref().map_or(BusinessWord::Business, |business| business.word.value);
    let own = cx.program.policy.business_calendar();
    for name in &clocks.hours {
        let args = term_args(own == Some(name), word, calendar::reference(cx, name));
        let term = cx.say("counting-hours-term", &args);
        let args = if own == Some(name) { beside_term(cx, &term, name, args) } else { args };
        point(term, cx.say("counting-hours", &args));
    }
    for name in &clocks.days {
        let Some(found) = cx.program.calendars.get(name) else { continue };
        let args = term_args(own == Some(name), word, calendar::reference(cx, name));
        let term = cx.say("counting-days-term", &args);
        let args = if own == Some(name) { beside_term(cx, &term, name, args) } else { args };
        point(term, days(cx, found, word, &args));
    }
    for fact in ["severity", "priority"] {
        let mut shown = cx.program.commitments.values().filter(|commitment| cx.shows(&commitment.clause));
        if shown.any(|commitment| commitment::keeps_start(cx, commitment, fact)) {
            let at = Name::new(format!("{fact}-changed"), crate::source::Span::default());
            let changed = cx.wording().at_event(&at);
            let name = Name::new(fact, crate::source::Span::default());
            let keeps = super::line::sentence(cx.say(
                "commitment-keeps",
                &[("when", changed.into()), ("name", cx.wording().name_for_words(&name).into())],
            ));
            let mut shown = cx.program.commitments.values().filter(|commitment| cx.shows(&commitment.clause));
            let else_said = if shown.any(|commitment| commitment.restarts.iter().any(|name| name == fact)) {
                cx.say("commitment-keeps-else", &[])
            } else {
                Line::new()
            };
            items.push(spaced([keeps, else_said]));
        }
    }
    if items.is_empty() {
        return None;
    }
    let of_customer =
        |name: &Name| cx.program.calendars.get(name).is_some_and(|calendar| calendar.zone_of_customer);
    let elsewhere = clocks.hours.iter().chain(&clocks.days).any(of_customer);
    if let Some(zone) = cx.program.policy.zone.as_ref().filter(|_| !elsewhere) {
        items.push(cx.say("count-zone", &[("zone", cx.words.zone(zone).into())]));
    }
    let mut section = Section::new(anchor, "");
    section.title = cx.say("count-time", &[]);
    let items = items.into_iter().map(Item::plain).collect();
    section.blocks.push(Block::Note(vec![Block::bullets(items)]));
    Some(section)
}

/// What the texts about the clock of a calendar are filled with.
type TermArgs = [(&'static str, Arg); 3];

fn term_args(own: bool, word: BusinessWord, calendar: Line) -> TermArgs {
    let own = if own { "yes" } else { "no" };
    [("own", own.into()), ("word", word.word().into()), ("calendar", calendar.into())]
}

/// The same beside the term that they explain: a calendar that is called like it would explain it by itself, so it is called
/// the opening hours.
fn beside_term(cx: &Context<'_>, term: &[Inline], name: &Name, args: TermArgs) -> TermArgs {
    let Some(clause) = cx.find("calendar", name.as_str()) else { return args };
    let (term, title) = (plain_text(term).to_lowercase(), plain_text(&cx.title(clause)).to_lowercase());
    let same = term == title || term.strip_suffix(&title).is_some_and(|before| before.ends_with(' '));
    if !same {
        return args;
    }
    let [_, word, _] = args;
    let calendar = cx.link_words(clause, cx.say("counting-opening-hours", &[]));
    [("own", "same".into()), word, ("calendar", calendar.into())]
}

/// How the business days of a calendar are read.
fn days(cx: &Context<'_>, calendar: &Calendar, word: BusinessWord, args: &TermArgs) -> Line {
    let reading: Line = vec![cx.words.business_days(calendar.business_days.value, word).as_str().into()];
    let cut_off = calendar.cut_off.map_or_else(Line::new, |time| {
        let args = [("word", word.word().into())];
        cx.say("count-cut-off", &[&args[..], &cx.words.time_args(time)[..]].concat())
    });
    spaced([cx.say("counting-days", args), reading, cut_off])
}

/// The clocks of all promised times that the reader may see.
fn clocks(cx: &Context<'_>) -> Clocks {
    let mut clocks = Clocks::default();
    let policy = &cx.program.policy;
    for commitment in cx.program.commitments.values().filter(|commitment| cx.shows(&commitment.clause)) {
        for rule in commitment::shown(cx, commitment) {
            clocks.figures |= rule.value.strength.is_none() && commitment::is_figure(&rule.value);
            match &rule.value.promise {
                Promise::Within { from, to } => {
                    from.as_deref().into_iter().chain([to]).for_each(|duration| clocks.add(duration, policy));
                }
                Promise::Every(duration) => clocks.add(duration, policy),
                Promise::By(day) => {
                    clocks.days.extend(policy.calendar_of(&day.clock).cloned());
                }
                Promise::Release(_)
                | Promise::BestEffort
                | Promise::None
                | Promise::No
                | Promise::AsAgreed(_)
                | Promise::AsDecided(_)
                | Promise::Unfilled => {}
            }
        }
    }
    for rung in cx
        .program
        .escalations
        .values()
        .filter(|escalation| cx.shows(&escalation.clause))
        .flat_map(|escalation| &escalation.rungs)
    {
        if let Moment::Turn(Some(Stated::Known(duration))) = &rung.moment {
            clocks.add(duration, policy);
        }
    }
    clocks
}

impl Clocks {
    fn add(&mut self, duration: &Duration, policy: &Policy) {
        let short = matches!(duration.unit, Unit::Second | Unit::Minute | Unit::Hour);
        match (&duration.clock, short) {
            (Clock::Elapsed, true) => self.short = true,
            (Clock::Elapsed, false) => self.long = true,
            (clock, true) => self.hours.extend(policy.calendar_of(clock).cloned()),
            (clock, false) => self.days.extend(policy.calendar_of(clock).cloned()),
        }
    }
}
