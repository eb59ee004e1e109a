//! Calendars: opening hours by weekday, seasons, days that differ, holidays, and hours that follow other calendars.
//!
//! In: the calendars that stand together in a section. Out: a part with one table of weekly hours for all of them, and
//! for each a table of its exceptional days. Nothing is computed: the lines are shown as they were said.

use super::context::Context;
use super::line::{Line, capitalised, push_all, push_words, sentence, spaced};
use super::week::{hours_line, is_in_week, is_plain, plain_lines, row_week, shared_condition, week_table};
use super::{clause, condition, text, values};
use crate::cases::CaseSet;
use crate::document::model::{Block, Cell, Row, Section, Table, TableStyle};
use crate::hir::{Calendar, CalendarLine, Effect, Holidays, Line as Opening};
use crate::time::ClockTime;
use crate::value::{ClockSpan, DatePoint, DateSpan, Name};

/// The part about opening hours.
pub fn section(cx: &Context<'_>, names: &[&Name], anchor: &str) -> Option<Section> {
    let calendars: Vec<&Calendar> = names.iter().filter_map(|name| cx.program.calendars.get(*name)).collect();
    if calendars.is_empty() {
        return None;
    }
    let mut section = Section::new(anchor, "");
    section.title = cx.say("calendar-heading", &[]);
    section.blocks.extend(week_table(cx, &calendars));
    for calendar in &calendars {
        let single = calendars.len() == 1;
        section.blocks.extend(sentences(cx, calendar, single));
        section.blocks.extend(exceptional_days(cx, calendar));
        section.blocks.extend(clause::closing(cx, &calendar.clause));
    }
    Some(section)
}

/// What the table of weekly hours does not hold: other calendars, conditions, holidays, the end of a day's receipt.
fn sentences(cx: &Context<'_>, calendar: &Calendar, single: bool) -> Vec<Block> {
    let in_table = row_week(cx, calendar).is_some();
    let shared = in_table && shared_condition(cx, calendar).is_some();
    let mut parts = Vec::new();
    let mut lines: Vec<&CalendarLine> = calendar.lines.iter().filter(|line| cx.shows(&line.clause)).collect();
    // What holds in all cases comes first; the order has no meaning.
    lines.sort_by_key(|line| !is_plain(line));
    for line in lines {
        let words = || clause::around(cx, &line.clause, line_words(cx, line));
        match if shared { Place::Week } else { shown_in(line) } {
            Place::Days => {}
            Place::Week if in_table && !says_more(line) => {}
            Place::Week | Place::Sentence => parts.push(words()),
        }
    }
    if let Some(holidays) = &calendar.holidays {
        parts.push(match holidays {
            Holidays::Areas(areas) => {
                let days = cx.words.holidays(areas.iter().map(|area| area.value.as_str()));
                cx.say("calendar-holidays", &[("holidays", days.into())])
            }
            Holidays::OfCustomer(_) => cx.say("calendar-holidays-customer", &[]),
            Holidays::From(_) => cx.say("calendar-holidays-list", &[]),
            Holidays::Ignored(_) => cx.say("calendar-holidays-open", &[]),
        });
    }
    if let Some(time) = calendar.cut_off {
        parts.push(cx.say("calendar-cut-off", &cx.words.time_args(time)));
    }
    if calendar.zone_of_customer && !in_table {
        parts.push(cx.say("calendar-zone-customer", &[]));
    }
    if !in_table && let Some(zone) = &calendar.zone {
        parts.push(sentence(cx.say("zone-local", &[("zone", cx.words.zone(zone).into())])));
    }
    let mut line =
        spaced([clause::means(cx, &calendar.clause), clause::domain(cx, &calendar.clause), spaced(parts)]);
    push_all(&mut line, clause::marks(cx, &calendar.clause.notes));
    if line.is_empty() {
        return Vec::new();
    }
    if in_table && single {
        return vec![Block::paragraph(line)];
    }
    let mut whole = vec![clause::strong(capitalised(cx.title(&calendar.clause)))];
    push_words(&mut whole, ": ");
    push_all(&mut whole, line);
    vec![if in_table { Block::paragraph(whole) } else { clause::paragraph(&calendar.clause.anchor, whole) }]
}

/// Where a line is shown.
enum Place {
    /// In the table of weekly hours.
    Week,
    /// In the table of days that differ.
    Days,
    /// In a sentence.
    Sentence,
}

fn shown_in(line: &CalendarLine) -> Place {
    match &line.line {
        _ if !is_plain(line) => Place::Sentence,
        Opening::Dates { .. } | Opening::Instants { .. } => Place::Days,
        Opening::Weekly { .. } | Opening::Calendars { .. } if is_in_week(line) => Place::Week,
        Opening::Weekly { .. }
        | Opening::Monthly { .. }
        | Opening::WeekSpan { .. }
        | Opening::Calendars { .. }
        | Opening::Within(_) => Place::Sentence,
    }
}

/// Whether a line of weekly hours says something that its cells cannot: the head of a season has the occasion.
fn says_more(line: &CalendarLine) -> bool {
    let seasonal = matches!(&line.line, Opening::Weekly { season: Some(_), .. });
    (line.occasion.is_some() && !seasonal) || !clause::is_silent(&line.clause)
}

/// A line as a phrase, with its condition and occasion; days that differ have a table of their own.
pub fn line_words(cx: &Context<'_>, line: &CalendarLine) -> Line {
    let words = opening_words(cx, &line.line);
    let words = condition::remarked(cx, words, &line.when);
    match &line.occasion {
        Some(why) => {
            cx.say("calendar-occasion", &[("line", words.into()), ("occasion", text::inline(cx, why).into())])
        }
        None => words,
    }
}

fn opening_words(cx: &Context<'_>, line: &Opening) -> Line {
    let effect = match line {
        Opening::Calendars { effect, names } => return during(cx, *effect, names),
        Opening::Within(name) => {
            return cx.say("calendar-within", &[("calendar", reference(cx, name).into())]);
        }
        Opening::WeekSpan { .. } => Effect::Open,
        Opening::Weekly { effect, .. }
        | Opening::Monthly { effect, .. }
        | Opening::Dates { effect, .. }
        | Opening::Instants { effect, .. } => *effect,
    };
    let when: Line = cx.wording().line(line).into();
    let effect = if effect == Effect::Open { "open" } else { "closed" };
    cx.say("calendar-line", &[("effect", effect.into()), ("when", when.into())])
}

/// `open during office hours`, `open at any time`, `closed during planned maintenance`.
pub fn during(cx: &Context<'_>, effect: Effect, names: &[Name]) -> Line {
    let always = names.iter().any(|name| name == "always");
    let calendars = cx.and(names.iter().map(|name| reference(cx, name)).collect());
    match (effect, always) {
        (Effect::Open, true) => cx.say("calendar-open-always", &[]),
        (Effect::Open, false) => cx.say("calendar-open-during", &[("calendars", calendars.into())]),
        (Effect::Closed, _) => cx.say("calendar-closed-during", &[("calendars", calendars.into())]),
    }
}

/// The cases in which a calendar is open at some time, as far as the reader may see its lines.
pub fn open_cases(cx: &Context<'_>, name: &Name) -> CaseSet {
    open_cases_of(cx, name, 0)
}

fn open_cases_of(cx: &Context<'_>, name: &Name, depth: usize) -> CaseSet {
    /// Calendars that name each other without end were reported.
    const DEEPEST: usize = 16;
    let Some(calendar) = cx.program.calendars.get(name).filter(|_| depth < DEEPEST) else {
        return CaseSet::everything();
    };
    let lines = calendar.lines.iter().filter(|line| line.line.opens() && cx.shows(&line.clause));
    let lines: Vec<&CalendarLine> = lines.collect();
    let is_sure = |line: &&CalendarLine| is_plain(line) && !matches!(line.line, Opening::Calendars { .. });
    if calendar.clause.unfilled || lines.is_empty() || lines.iter().any(is_sure) {
        return CaseSet::everything();
    }
    lines.into_iter().fold(CaseSet::nothing(), |open, line| {
        let here = match &line.line {
            Opening::Calendars { names, .. } => {
                let named = names.iter().map(|name| open_cases_of(cx, name, depth + 1));
                named.fold(CaseSet::nothing(), |all, one| all.or(&one)).and(&line.when.cases)
            }
            Opening::Weekly { .. }
            | Opening::Monthly { .. }
            | Opening::Dates { .. }
            | Opening::Instants { .. }
            | Opening::WeekSpan { .. }
            | Opening::Within(_) => line.when.cases.clone(),
        };
        open.or(&here)
    })
}

/// A calendar, or a maintenance that is taken away, within a sentence.
pub fn reference(cx: &Context<'_>, name: &Name) -> Line {
    if name == "always" {
        return cx.say("calendar-always", &[]);
    }
    if cx.program.calendars.contains_key(name) {
        cx.named("calendar", name)
    } else {
        cx.named("maintenance", name)
    }
}

/// The days with other hours, in the order of their dates.
fn exceptional_days(cx: &Context<'_>, calendar: &Calendar) -> Option<Block> {
    let mut rows: Vec<((u8, i64), Row)> = Vec::new();
    for line in plain_lines(cx, calendar) {
        let (key, date, hours) = match &line.line {
            Opening::Dates { effect, dates, hours } => {
                (order(dates.from), values::day_cell(cx, *dates), day_hours(cx, *effect, hours))
            }
            Opening::Instants { effect, from, to } => {
                let dates = DateSpan { from: DatePoint::Full(from.date), to: DatePoint::Full(to.date) };
                let key =
                    if *effect == Effect::Open { "calendar-open-from-to" } else { "calendar-closed-from-to" };
                let (from, to) = (cx.words.short_instant(*from), cx.words.short_instant(*to));
                let args = [("from", from.into()), ("to", to.into())];
                (order(dates.from), values::day_cell(cx, dates), cx.say(key, &args))
            }
            Opening::Weekly { .. }
            | Opening::Monthly { .. }
            | Opening::WeekSpan { .. }
            | Opening::Calendars { .. }
            | Opening::Within(_) => continue,
        };
        let mut occasion = line.occasion.as_ref().map_or_else(Line::new, |why| text::inline(cx, why));
        if !clause::is_silent(&line.clause) {
            occasion = clause::around(cx, &line.clause, occasion);
        }
        let cells = vec![Cell::header(capitalised(date)), Cell::data(occasion), Cell::data(hours)];
        rows.push((key, Row::named(&line.clause.anchor, cells)));
    }
    if rows.is_empty() {
        return None;
    }
    rows.sort_by_key(|(key, _)| *key);
    let mut columns = ["calendar-day", "calendar-why", "calendar-hours"].map(|key| cx.say(key, &[])).to_vec();
    // A column in which nothing stands says nothing.
    if rows
        .iter()
        .all(|(_, row)| row.cells.get(1).is_some_and(|cell| cell.content.is_empty() && cell.small.is_empty()))
    {
        columns.remove(1);
        for (_, row) in &mut rows {
            row.cells.remove(1);
        }
    }
    Some(Block::Table(Table {
        anchor: None,
        caption: cx.say("calendar-days-caption", &[("calendar", cx.title(&calendar.clause).into())]),
        style: TableStyle::Days,
        columns,
        rows: rows.into_iter().map(|(_, row)| row).collect(),
    }))
}

/// Dates of one year come first, in their order; then those of every year.
fn order(point: DatePoint) -> (u8, i64) {
    match point {
        DatePoint::Full(date) => (0, date.number()),
        DatePoint::Yearly(day) => (1, i64::from(day.month) * 32 + i64::from(day.day)),
    }
}

/// `Closed all day`, `Closed from 13:00`, `Open 10:00 to 14:00`.
fn day_hours(cx: &Context<'_>, effect: Effect, hours: &[ClockSpan]) -> Line {
    match (effect, hours) {
        (Effect::Closed, []) => cx.say("calendar-closed-all-day", &[]),
        (Effect::Open, []) => cx.say("calendar-open-all-day", &[]),
        (Effect::Closed, [span]) if span.to == ClockTime::DAY_END => {
            cx.say("calendar-closed-from", &cx.words.time_args(span.from))
        }
        (Effect::Closed, [span]) if span.from == ClockTime::MIDNIGHT => {
            cx.say("calendar-closed-until", &cx.words.time_args(span.to))
        }
        (Effect::Closed, several) => {
            cx.say("calendar-closed-hours", &[("hours", hours_line(cx, several).into())])
        }
        (Effect::Open, several) => {
            cx.say("calendar-open-hours", &[("hours", hours_line(cx, several).into())])
        }
    }
}
