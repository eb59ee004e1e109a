//! Calendars: opening hours by weekday, seasons, days that differ, holidays, and hours that follow other calendars.
//!
//! In: the calendars that stand together in a section. Out: a part with one table of weekly hours for all of them, and
//! for each a table of its exceptional days. Nothing is computed: the lines are shown as they were said.

use super::context::Context;
use super::line::{Line, capitalised, joined, push_all, push_words, sentence, spaced};
use super::{clause, condition, text, values};
use crate::document::model::{Block, Cell, Inline, Row, Section, Table, TableStyle};
use crate::hir::{Calendar, CalendarLine, Effect, Holidays, Line as Opening};
use crate::time::{ClockTime, Weekday};
use crate::value::{ClockSpan, DatePoint, DateSpan, Name};

/// The hours of each weekday, Monday first; an empty list is closed.
type Week = [Vec<ClockSpan>; 7];

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

/// One row for each calendar with weekly hours, and one for each of its seasons.
fn week_table(cx: &Context<'_>, calendars: &[&Calendar]) -> Option<Block> {
    let mut rows: Vec<(Cell, Option<String>, Week)> = Vec::new();
    for calendar in calendars {
        let Some(week) = week(calendar) else { continue };
        let mut head = Cell::header(capitalised(cx.title(&calendar.clause)));
        if let Some(zone) =
            calendar.zone.as_ref().filter(|zone| cx.program.policy.zone.as_ref() != Some(*zone))
        {
            head.small = cx.say("zone-local", &[("zone", cx.words.zone(zone).into())]);
        }
        rows.push((head, Some(calendar.clause.anchor.clone()), week.clone()));
        rows.extend(seasons(cx, calendar, &week));
    }
    if rows.is_empty() {
        return None;
    }
    let groups = day_groups(&rows.iter().map(|(_, _, week)| week).collect::<Vec<_>>());
    let mut columns = vec![cx.say("calendar-column", &[])];
    columns.extend(groups.iter().map(|days| capitalised(day_group(cx, days))));
    let rows = rows.into_iter().map(|(head, anchor, week)| {
        let mut cells = vec![head];
        for days in &groups {
            let hours = &week[days[0].index()];
            let content = if hours.is_empty() {
                cx.say("calendar-closed", &[])
            } else {
                capitalised(hours_line(cx, hours))
            };
            match cells.last_mut() {
                Some(last) if cells_equal(last, &content) => last.columns += 1,
                _ => cells.push(Cell::data(content)),
            }
        }
        match anchor {
            Some(anchor) => Row::named(anchor, cells),
            None => Row::new(cells),
        }
    });
    let caption = match &cx.program.policy.zone {
        Some(zone) => cx.say("calendar-caption-zone", &[("zone", cx.words.zone(zone).into())]),
        None => cx.say("calendar-caption", &[]),
    };
    let rows = rows.collect();
    Some(Block::Table(Table { anchor: None, caption, style: TableStyle::Plain, columns, rows }))
}

fn cells_equal(cell: &Cell, content: &Line) -> bool {
    cell.role == crate::document::model::CellRole::Data && cell.content == *content
}

/// Rows for the seasons in which some weekdays have other hours.
fn seasons(cx: &Context<'_>, calendar: &Calendar, base: &Week) -> Vec<(Cell, Option<String>, Week)> {
    let mut found: Vec<(DateSpan, Cell, Week)> = Vec::new();
    for line in plain_lines(calendar) {
        let Opening::Weekly { effect, days, hours, season: Some(season) } = &line.line else { continue };
        if !found.iter().any(|(known, ..)| known == season) {
            let title = cx.title(&calendar.clause);
            let dates = cx.words.date_span(*season);
            let words = cx.say("calendar-season", &[("calendar", title.into()), ("dates", dates.into())]);
            let mut head = Cell::header(capitalised(words));
            head.small = line.occasion.as_ref().map_or_else(Line::new, |why| text::inline(cx, why));
            found.push((*season, head, base.clone()));
        }
        let Some((_, _, week)) = found.iter_mut().find(|(known, ..)| known == season) else { continue };
        for day in days.iter().flat_map(|span| span.days()) {
            week[day.index()] = if *effect == Effect::Open { hours.clone() } else { Vec::new() };
        }
    }
    found.into_iter().map(|(_, head, week)| (head, None, week)).collect()
}

/// The lines that hold in all cases.
fn plain_lines(calendar: &Calendar) -> impl Iterator<Item = &CalendarLine> {
    calendar.lines.iter().filter(|line| is_plain(line))
}

fn is_plain(line: &CalendarLine) -> bool {
    line.when.written.is_none()
}

/// The weekly hours that hold in all cases, or `None` when there are none of their own.
fn week(calendar: &Calendar) -> Option<Week> {
    let mut week: Week = Default::default();
    let mut any = false;
    for line in plain_lines(calendar) {
        let Opening::Weekly { effect, days, hours, season: None } = &line.line else { continue };
        for day in days.iter().flat_map(|span| span.days()) {
            match effect {
                Effect::Open => {
                    any = true;
                    let whole = [ClockSpan { from: ClockTime::MIDNIGHT, to: ClockTime::DAY_END }];
                    week[day.index()].extend_from_slice(if hours.is_empty() { &whole } else { hours });
                }
                Effect::Closed if hours.is_empty() => week[day.index()].clear(),
                // Hours that are taken away are said in a sentence below the table.
                Effect::Closed => {}
            }
        }
    }
    for hours in &mut week {
        hours.sort_by_key(|span| (span.from, span.to));
    }
    any.then_some(week)
}

/// Neighbouring weekdays on which every calendar has the same hours.
fn day_groups(weeks: &[&Week]) -> Vec<Vec<Weekday>> {
    let mut groups: Vec<Vec<Weekday>> = Vec::new();
    for day in Weekday::ALL {
        let same = |last: &Weekday| weeks.iter().all(|week| week[last.index()] == week[day.index()]);
        match groups.last_mut() {
            Some(group) if group.last().is_some_and(same) => group.push(day),
            _ => groups.push(vec![day]),
        }
    }
    groups
}

/// `Mon to Fri`, `Sat, Sun`, `Wed`.
fn day_group(cx: &Context<'_>, days: &[Weekday]) -> Line {
    let word = |day: &Weekday| cx.words.short_weekday(*day);
    match days {
        [only] => vec![Inline::text(cx.words.weekday(*only))],
        [first, second] => cx.words.commas([word(first), word(second)]).into(),
        [first, .., last] => {
            cx.say("weekday-span-short", &[("from", word(first).into()), ("to", word(last).into())])
        }
        [] => Line::new(),
    }
}

/// `09:00 to 12:00, 13:00 to 17:30`.
pub fn hours_line(cx: &Context<'_>, hours: &[ClockSpan]) -> Line {
    cx.words.commas(hours.iter().map(|span| cx.words.clock_span(*span))).into()
}

/// The weekly hours in a line, for texts that quote them.
pub fn weekly_line(cx: &Context<'_>, calendar: &Calendar) -> Line {
    let Some(week) = week(calendar) else {
        let lines: Vec<Line> = calendar.lines.iter().map(|line| line_words(cx, line)).collect();
        return joined(lines, "; ");
    };
    let open = day_groups(&[&week]).into_iter().filter(|days| !week[days[0].index()].is_empty());
    let parts = open.map(|days| {
        let hours = vec![Inline::text(cx.words.hours_in_sentence(&week[days[0].index()]))];
        let days = match days.as_slice() {
            [only] => vec![Inline::text(cx.words.weekday(*only))],
            [first, .., last] => {
                let (from, to) = (cx.words.weekday(*first), cx.words.weekday(*last));
                cx.say("weekday-span", &[("from", from.into()), ("to", to.into())])
            }
            [] => Line::new(),
        };
        spaced([days, hours])
    });
    cx.and(parts.collect())
}

/// What the table of weekly hours does not hold: other calendars, conditions, holidays, the end of a day's receipt.
fn sentences(cx: &Context<'_>, calendar: &Calendar, single: bool) -> Vec<Block> {
    let in_table = week(calendar).is_some();
    let mut parts = Vec::new();
    let mut lines: Vec<&CalendarLine> = calendar.lines.iter().filter(|line| cx.shows(&line.clause)).collect();
    // What holds in all cases comes first; the order has no meaning.
    lines.sort_by_key(|line| !is_plain(line));
    for line in lines {
        if !(in_table && is_plain(line) && is_in_table(&line.line)) {
            parts.push(sentence(line_words(cx, line)));
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
        parts.push(cx.say("calendar-cut-off", &[("time", cx.words.clock_time(time).into())]));
    }
    if calendar.zone_of_customer {
        parts.push(cx.say("calendar-zone-customer", &[]));
    }
    if !in_table && let Some(zone) = &calendar.zone {
        parts.push(sentence(cx.say("zone-local", &[("zone", cx.words.zone(zone).into())])));
    }
    let mut line = spaced([clause::means(cx, &calendar.clause), spaced(parts)]);
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

/// Whether a line without a condition is shown in one of the tables.
fn is_in_table(line: &Opening) -> bool {
    match line {
        Opening::Weekly { effect, hours, season, .. } => {
            *effect == Effect::Open || hours.is_empty() || season.is_some()
        }
        Opening::Dates { .. } | Opening::Instants { .. } => true,
        Opening::WeekSpan { .. } | Opening::Calendars { .. } | Opening::Within(_) => false,
    }
}

/// A line as a phrase, with its condition and occasion; days that differ have a table of their own.
fn line_words(cx: &Context<'_>, line: &CalendarLine) -> Line {
    let words = opening_words(cx, &line.line);
    let words = spaced([words, condition::on(cx, &line.when).unwrap_or_default()]);
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
        Opening::Weekly { effect, .. } | Opening::Dates { effect, .. } | Opening::Instants { effect, .. } => {
            *effect
        }
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
    for line in plain_lines(calendar).filter(|line| cx.shows(&line.clause)) {
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
            | Opening::WeekSpan { .. }
            | Opening::Calendars { .. }
            | Opening::Within(_) => continue,
        };
        let mut occasion = line.occasion.as_ref().map_or_else(Line::new, |why| text::inline(cx, why));
        push_all(&mut occasion, clause::marks(cx, &line.clause.notes));
        let cells = vec![Cell::header(capitalised(date)), Cell::data(occasion), Cell::data(hours)];
        rows.push((key, Row::named(&line.clause.anchor, cells)));
    }
    if rows.is_empty() {
        return None;
    }
    rows.sort_by_key(|(key, _)| *key);
    let columns = ["calendar-day", "calendar-why", "calendar-hours"].map(|key| cx.say(key, &[])).to_vec();
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
    let time = |time: ClockTime| cx.words.clock_time(time).into();
    match (effect, hours) {
        (Effect::Closed, []) => cx.say("calendar-closed-all-day", &[]),
        (Effect::Open, []) => cx.say("calendar-open-all-day", &[]),
        (Effect::Closed, [span]) if span.to == ClockTime::DAY_END => {
            cx.say("calendar-closed-from", &[("time", time(span.from))])
        }
        (Effect::Closed, [span]) if span.from == ClockTime::MIDNIGHT => {
            cx.say("calendar-closed-until", &[("time", time(span.to))])
        }
        (Effect::Closed, several) => {
            cx.say("calendar-closed-hours", &[("hours", hours_line(cx, several).into())])
        }
        (Effect::Open, several) => {
            cx.say("calendar-open-hours", &[("hours", hours_line(cx, several).into())])
        }
    }
}
