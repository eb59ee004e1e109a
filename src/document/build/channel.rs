//! Channels: where they are, when they are open, and in which order they are tried.
//!
//! In: the channels that stand together in a section. Out: a list of terms, each with its address as a link.

use super::context::Context;
use super::line::{Line, capitalised, joined, push_all, sentence, spaced};
use super::{calendar, clause, condition, text};
use crate::cases::CaseSet;
use crate::document::model::{Anchor, Block, Description, Inline, Target, Term, Tone};
use crate::hir::{Channel, Cond, Effect, Opening, SetLine};
use crate::value::{Name, Text};

/// A channel as a term.
pub fn term(cx: &Context<'_>, name: &Name) -> Option<Term> {
    let channel = cx.program.channels.get(name)?;
    let mut lines = Vec::new();
    for (address, cond) in &channel.addresses {
        let words = self::address(cx, address);
        lines.push(condition::behind(cx, words, cond.as_ref()));
    }
    lines.push(sentences(cx, channel));
    let mut descriptions: Vec<Description> = lines
        .into_iter()
        .filter(|line| !line.is_empty())
        .map(|content| Description { tone: Tone::Plain, content })
        .collect();
    let simple = clause::shown(cx, &channel.clause.prose).filter(|note| !text::is_complex(cx, &note.text));
    let more = simple.map(|note| text::inline(cx, &note.text));
    descriptions.extend(more.map(|content| Description { tone: Tone::Plain, content }));
    descriptions.extend(channel.clause.because.iter().map(|reason| {
        let reason = text::inline(cx, reason);
        Description {
            tone: Tone::Plain,
            content: sentence(cx.say("page-because", &[("reason", reason.into())])),
        }
    }));
    let see = clause::see(cx, &channel.clause);
    if !see.is_empty() {
        descriptions.push(Description { tone: Tone::Plain, content: see });
    }
    if descriptions.is_empty() {
        descriptions.push(Description { tone: Tone::Plain, content: cx.say("channel-bare", &[]) });
    }
    let mut name = capitalised(cx.title(&channel.clause));
    push_all(&mut name, clause::marks(cx, &channel.clause.notes));
    Some(Term { anchor: Some(Anchor::new(&channel.clause.anchor)), name, descriptions })
}

/// What the author says of a channel that does not fit into a list: texts with lists and tables of their own.
pub fn blocks(cx: &Context<'_>, name: &Name) -> Vec<Block> {
    let Some(channel) = cx.program.channels.get(name) else { return Vec::new() };
    let complex = clause::shown(cx, &channel.clause.prose).filter(|note| text::is_complex(cx, &note.text));
    complex.flat_map(|note| text::blocks(cx, &note.text)).collect()
}

/// A channel as a way by which something is sent, with the article that the language puts before places: `the portal`.
pub fn the(cx: &Context<'_>, name: &Name) -> Line {
    cx.wording().title_of_place("channel", name).into()
}

/// What the channel is, who may use it, when it is open, what comes before and what else there is.
fn sentences(cx: &Context<'_>, channel: &Channel) -> Line {
    let mut parts =
        vec![clause::means(cx, &channel.clause), clause::domain(cx, &channel.clause), hours(cx, channel)];
    parts.extend(conditioned(cx, &channel.after, "channel-after"));
    parts.extend(conditioned(cx, &channel.alternatives, "channel-alternative"));
    if channel.self_service {
        parts.push(cx.say("channel-self-service", &[]));
    }
    spaced(parts)
}

/// The hours of a channel as sentences: those of all cases first, then those of some.
fn hours(cx: &Context<'_>, channel: &Channel) -> Line {
    let shown = channel.hours.lines.iter().filter(|line| cx.shows(&line.clause));
    spaced(shown.flat_map(|line| {
        let mut said = opening(cx, channel, line);
        // What is said of the line belongs behind all of it.
        let last = said.pop().map(|last| clause::around(cx, &line.clause, last));
        said.into_iter().map(sentence).chain(last)
    }))
}

/// What a line of hours says. A calendar that is open in fewer cases than the line stands for has its own, with these cases.
fn opening(cx: &Context<'_>, channel: &Channel, line: &SetLine<Opening>) -> Vec<Line> {
    let when = Some(&line.when).filter(|when| is_narrow(cx, channel, &when.cases));
    let words = match &line.value {
        Opening::Calendars(names) if names.iter().any(|name| name == "always") => {
            calendar::during(cx, Effect::Open, names)
        }
        Opening::Calendars(names) => return calendars(cx, channel, line, names),
        Opening::AsDecided(by) => {
            let who = cx.wording().role_of(by);
            let person = super::role::the(cx, by);
            cx.say("channel-as-decided", &[("who", who.into()), ("person", person.into())])
        }
        Opening::No => cx.say("channel-no", &[]),
    };
    vec![behind(cx, when, words)]
}

/// The calendars of a line: those that are open in all of its cases together, then each of the others.
fn calendars(cx: &Context<'_>, channel: &Channel, line: &SetLine<Opening>, names: &[Name]) -> Vec<Line> {
    let possible = cx.program.space.possible();
    let domain = channel.clause.when.as_ref().map_or(possible, |cond| &cond.cases);
    let here = line.when.cases.and(domain).and(possible);
    let mut together = Vec::new();
    let mut said = Vec::new();
    for name in names {
        let open = calendar::open_cases(cx, name);
        if here.is_subset_of(&open) || !here.overlaps(&open) {
            together.push(name.clone());
        } else {
            said.push(during(
                cx,
                channel,
                &Cond { written: None, cases: line.when.cases.and(&open) },
                std::slice::from_ref(name),
            ));
        }
    }
    if !together.is_empty() {
        said.insert(0, during(cx, channel, &line.when, &together));
    }
    said
}

/// `open during office hours`, `on Premium: open during office hours`.
fn during(cx: &Context<'_>, channel: &Channel, when: &Cond, names: &[Name]) -> Line {
    if !is_narrow(cx, channel, &when.cases) {
        return calendar::during(cx, Effect::Open, names);
    }
    let quoted = |name| cx.say("channel-hours", &[("calendar", calendar::reference(cx, name).into())]);
    let calendars = cx.and(names.iter().map(quoted).collect());
    behind(cx, Some(when), cx.say("channel-open-when", &[("calendars", calendars.into())]))
}

/// Words behind their condition, if they have one.
fn behind(cx: &Context<'_>, when: Option<&Cond>, words: Line) -> Line {
    let Some((cond, when)) = when.and_then(|cond| Some((cond, condition::on(cx, cond)?))) else {
        return words;
    };
    let long = if cx.wording().has_remark(cond) { "no" } else { "yes" };
    cx.say("channel-when", &[("when", when.into()), ("long", long.into()), ("line", words.into())])
}

/// Whether some cases are fewer than the channel exists in.
fn is_narrow(cx: &Context<'_>, channel: &Channel, cases: &CaseSet) -> bool {
    let domain = channel.clause.when.as_ref().map_or_else(|| cx.program.space.possible(), |cond| &cond.cases);
    !domain.is_subset_of(cases)
}

/// The same message for channels of one condition each.
fn conditioned(cx: &Context<'_>, list: &[(Name, Option<Cond>)], key: &str) -> Option<Line> {
    let each = list.iter().map(|(name, cond)| condition::behind(cx, the(cx, name), cond.as_ref()));
    let names: Vec<Line> = each.collect();
    (!names.is_empty()).then(|| {
        let joined = if key == "channel-alternative" { cx.or(names) } else { cx.and(names) };
        cx.say(key, &[("channels", joined.into())])
    })
}

/// The hours of a channel in a line, for texts that quote them.
pub fn hours_line(cx: &Context<'_>, channel: &Channel) -> Line {
    let shown = channel.hours.lines.iter().filter(|line| cx.shows(&line.clause));
    let shown = shown.filter(|line| matches!(line.value, Opening::Calendars(_)));
    joined(shown.flat_map(|line| opening(cx, channel, line)), "; ")
}

/// An address as a link, when it is one that can be written to, called or opened.
pub fn address(cx: &Context<'_>, address: &Text) -> Line {
    let words = address.in_language(cx.language).content.trim();
    match address_target(words) {
        Some(Target::Mail(_)) => vec![Inline::mail(words)],
        Some(Target::Telephone(_)) => vec![Inline::telephone(words)],
        Some(target) => {
            let shown = words.trim_start_matches("https://").trim_start_matches("http://");
            vec![Inline::link(target, shown.trim_end_matches('/'))]
        }
        None => vec![Inline::text(words)],
    }
}

/// Where an address leads; `None` for a postal address and other words.
pub fn address_target(words: &str) -> Option<Target> {
    let is_mail = words.contains('@') && !words.contains([' ', '/', ':']);
    let digits = words.chars().filter(char::is_ascii_digit).count();
    let is_phone = digits >= 5 && words.chars().all(|c| c.is_ascii_digit() || "+-()./ \u{A0}".contains(c));
    if is_mail {
        Some(Target::Mail(words.to_owned()))
    } else if is_phone {
        Some(Target::Telephone(words.to_owned()))
    } else if words.starts_with("https://") || words.starts_with("http://") {
        Target::from_address(words)
    } else {
        None
    }
}
