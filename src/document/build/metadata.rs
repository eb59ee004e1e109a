//! What machines may read from the page: who publishes it, how to reach them and when, which questions it answers.
//!
//! In: channels, roles, calendars and questions that the reader may see. Out: plain data in the document's model. Hours are
//! given only where weekly hours hold in all cases, since a machine cannot be told "if".

use super::channel::address_target;
use super::context::Context;
use super::{text, title, week};
use crate::document::model::{
    Block, ContactPoint, Hours, Metadata, Organization, Question, Target, plain_text,
};
use crate::hir::{Calendar, CalendarLine, Channel, Effect, Line as Opening, Opening as ChannelOpening};
use crate::time::{ClockTime, Date, Weekday};
use crate::value::{DatePoint, DateSpan};

/// The metadata of a document.
pub fn build(cx: &Context<'_>) -> Metadata {
    let policy = &cx.program.policy;
    let name = title::publisher(cx);
    let organization =
        (!name.is_empty()).then(|| Organization { name, url: None, contact_points: contact_points(cx) });
    Metadata {
        canonical: cx.options.canonical.clone(),
        version: policy.version.as_ref().map(|version| plain_text(&text::inline(cx, version))),
        effective: policy.effective.and_then(civil),
        organization,
        questions: questions(cx),
    }
}

fn contact_points(cx: &Context<'_>) -> Vec<ContactPoint> {
    let languages = cx.fact("language").map(crate::hir::Fact::values).unwrap_or_default();
    let known: Vec<String> = languages
        .iter()
        .filter(|value| cx.shows(&value.clause))
        .map(|value| value.clause.name.as_str().to_owned())
        .filter(|tag| (2..=3).contains(&tag.len()))
        .collect();
    let channels = cx.program.channels.values().filter(|channel| cx.shows(&channel.clause));
    let points = channels.flat_map(|channel| {
        let kind = plain_text(&cx.title(&channel.clause));
        let hours = channel_hours(cx, channel);
        let point = move |target| point(target, kind.clone(), hours.clone());
        let addresses = channel.addresses.iter().filter(|(_, cond)| cond.is_none());
        addresses.filter_map(move |(address, _)| {
            point(address_target(address.in_language(cx.language).content.trim())?)
        })
    });
    let mut points: Vec<ContactPoint> = points.collect();
    for role in cx.program.roles.values().filter(|role| cx.shows(&role.clause)) {
        let kind = plain_text(&cx.title(&role.clause));
        let targets = role
            .addresses
            .iter()
            .filter_map(|address| address_target(address.in_language(cx.language).content.trim()));
        points.extend(targets.filter_map(|target| point(target, kind.clone(), Vec::new())));
    }
    for point in &mut points {
        point.languages.clone_from(&known);
    }
    points
}

fn point(target: Target, kind: String, hours: Vec<Hours>) -> Option<ContactPoint> {
    let mut point = ContactPoint { kind, hours, ..ContactPoint::default() };
    match target {
        Target::Mail(address) => point.email = Some(address),
        Target::Telephone(number) => point.telephone = Some(number),
        Target::Web(address) => point.url = Some(address),
        Target::Anchor(_) | Target::Document(_) => return None,
    }
    Some(point)
}

/// The hours of a channel, when it has the same in all cases.
fn channel_hours(cx: &Context<'_>, channel: &Channel) -> Vec<Hours> {
    let mut hours = Vec::new();
    for line in channel.hours.lines.iter().filter(|line| cx.shows(&line.clause)) {
        let ChannelOpening::Calendars(names) = &line.value else { return Vec::new() };
        if line.when.written.is_some() {
            continue;
        }
        for name in names {
            if name == "always" {
                return vec![all_week()];
            }
            let Some(calendar) = cx.program.calendars.get(name) else { return Vec::new() };
            hours.extend(calendar_hours(cx, calendar));
        }
    }
    hours
}

fn all_week() -> Hours {
    let days = Weekday::ALL.into_iter().map(day).collect();
    let end = jiff::civil::Time::new(23, 59, 0, 0).unwrap_or(jiff::civil::Time::MAX);
    Hours { days, open: Some((jiff::civil::Time::midnight(), end)), valid_from: None, valid_through: None }
}

/// The weekly hours of a calendar and the dates on which it is closed all day; nothing when it has lines of which these
/// hours would not be the whole truth.
fn calendar_hours(cx: &Context<'_>, calendar: &Calendar) -> Vec<Hours> {
    let mut found = Vec::new();
    let told = |line: &CalendarLine| {
        matches!(line.line, Opening::Dates { .. } | Opening::Instants { .. }) || week::is_in_week(line)
    };
    if !week::plain_lines(cx, calendar).all(told) {
        return found;
    }
    for (at, hours) in week::week(cx, calendar).unwrap_or_default().iter().enumerate() {
        for span in hours {
            let (Some(from), Some(to)) = (time(span.from), time(span.to)) else { continue };
            let open = Some((from, to));
            let today = day(Weekday::ALL[at]);
            match found.iter_mut().find(|known: &&mut Hours| known.open == open) {
                Some(known) => known.days.push(today),
                None => found.push(Hours { days: vec![today], open, valid_from: None, valid_through: None }),
            }
        }
    }
    for line in week::plain_lines(cx, calendar) {
        match &line.line {
            Opening::Dates { effect: Effect::Closed, dates, hours } if hours.is_empty() => {
                found.extend(closed(*dates));
            }
            Opening::Weekly { .. }
            | Opening::Monthly { .. }
            | Opening::Dates { .. }
            | Opening::Instants { .. }
            | Opening::WeekSpan { .. }
            | Opening::Calendars { .. }
            | Opening::Within(_) => {}
        }
    }
    found
}

fn closed(dates: DateSpan) -> Option<Hours> {
    let full = |point| match point {
        DatePoint::Full(date) => civil(date),
        DatePoint::Yearly(_) => None,
    };
    let (from, to) = (full(dates.from)?, full(dates.to)?);
    Some(Hours { days: Vec::new(), open: None, valid_from: Some(from), valid_through: Some(to) })
}

fn questions(cx: &Context<'_>) -> Vec<Question> {
    let shown = cx.program.questions.values().filter(|question| cx.shows(&question.clause));
    let questions = shown.map(|question| {
        let answers = text::notes_as_blocks(cx, &question.answers);
        let words: Vec<String> = answers.iter().map(plain_block).filter(|words| !words.is_empty()).collect();
        Question { question: plain_text(&cx.title(&question.clause)), answer: words.join("\n\n") }
    });
    questions.filter(|question| !question.answer.is_empty()).collect()
}

/// The words of paragraphs and lists; what has no plain form is left to the page.
fn plain_block(block: &Block) -> String {
    match block {
        Block::Paragraph(paragraph) => plain_text(&paragraph.content),
        Block::Heading(heading) => plain_text(&heading.content),
        Block::List(list) => {
            let items = list.items.iter().map(|item| {
                let words: Vec<String> = item.content.iter().map(plain_block).collect();
                format!("- {}", words.join(" "))
            });
            items.collect::<Vec<_>>().join("\n")
        }
        Block::Note(blocks) | Block::Quote(blocks) => {
            blocks.iter().map(plain_block).collect::<Vec<_>>().join("\n\n")
        }
        Block::Steps(_)
        | Block::Terms(_)
        | Block::Table(_)
        | Block::Code(_)
        | Block::Example(_)
        | Block::Figure(_)
        | Block::Beside(_)
        | Block::Separator => String::new(),
    }
}

fn civil(date: Date) -> Option<jiff::civil::Date> {
    let month = i8::try_from(date.month()).ok()?;
    jiff::civil::Date::new(date.year(), month, i8::try_from(date.day()).ok()?).ok()
}

/// A time of day; the end of a day is its last minute there.
fn time(time: ClockTime) -> Option<jiff::civil::Time> {
    if time == ClockTime::DAY_END {
        return jiff::civil::Time::new(23, 59, 0, 0).ok();
    }
    let (hour, minute, second) = time.parts();
    let small = |part: u32| i8::try_from(part).ok();
    jiff::civil::Time::new(small(hour)?, small(minute)?, small(second)?, 0).ok()
}

fn day(day: Weekday) -> jiff::civil::Weekday {
    match day {
        Weekday::Monday => jiff::civil::Weekday::Monday,
        Weekday::Tuesday => jiff::civil::Weekday::Tuesday,
        Weekday::Wednesday => jiff::civil::Weekday::Wednesday,
        Weekday::Thursday => jiff::civil::Weekday::Thursday,
        Weekday::Friday => jiff::civil::Weekday::Friday,
        Weekday::Saturday => jiff::civil::Weekday::Saturday,
        Weekday::Sunday => jiff::civil::Weekday::Sunday,
    }
}
