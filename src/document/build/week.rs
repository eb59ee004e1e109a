//! Weekly hours: the table of all calendars that stand together, and the same hours within a sentence.
//!
//! In: calendars. Out: a row for each with hours of its own, and one for each of its seasons; only lines that hold in all
//! cases and that the reader may see. Nothing is computed beyond adding the lines of a weekday up.

use super::calendar::line_words;
use super::context::Context;
use super::line::{Line, capitalised, joined, push_all, push_words};
use super::{condition, text};
use crate::document::model::{Block, Cell, CellRole, Inline, Row, Table, TableStyle};
use crate::hir::{Calendar, CalendarLine, Cond, Effect, Line as Opening};
use crate::time::{ClockTime, Weekday};
use crate::value::{ClockSpan, DateSpan};

/// The hours of each weekday, Monday first; an empty list is closed.
pub type Week = [Vec<ClockSpan>; 7];

/// One row for each calendar with weekly hours, and one for each of its seasons.
pub fn week_table(cx: &Context<'_>, calendars: &[&Calendar]) -> Option<Block> {
    let mut rows: Vec<(Cell, Option<String>, Week)> = Vec::new();
    for calendar in calendars {
        let Some(week) = row_week(cx, calendar) else { continue };
        let mut head = Cell::header(capitalised(cx.title(&calendar.clause)));
        head.small = zone_of_its_own(cx, calendar);
        if let Some(when) = shared_condition(cx, calendar).and_then(|when| condition::on(cx, when)) {
            head.small = joined([std::mem::take(&mut head.small), when], ", ");
        }
        rows.push((head, Some(calendar.clause.anchor.to_string()), week.clone()));
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
    let shared = rows_in_shared_zone(cx, calendars);
    let caption = match &cx.program.policy.zone {
        Some(zone) if shared => cx.say("calendar-caption-zone", &[("zone", cx.words.zone(zone).into())]),
        Some(_) | None => cx.say("calendar-caption", &[]),
    };
    let rows = rows.collect();
    Some(Block::Table(Table { anchor: None, caption, style: TableStyle::Plain, columns, rows }))
}

/// `local time in New York`, of hours that are not in the zone of the policy; nothing of others.
fn zone_of_its_own(cx: &Context<'_>, calendar: &Calendar) -> Line {
    if calendar.zone_of_customer {
        return cx.say("zone-local-customer", &[]);
    }
    let zone = calendar.zone.as_ref().filter(|zone| cx.program.policy.zone.as_ref() != Some(*zone));
    zone.map_or_else(Line::new, |zone| cx.say("zone-local", &[("zone", cx.words.zone(zone).into())]))
}

/// Whether a row of the table is in the zone of the policy.
fn rows_in_shared_zone(cx: &Context<'_>, calendars: &[&Calendar]) -> bool {
    let zone = cx.program.policy.zone.as_ref();
    let mut rows = calendars.iter().filter(|calendar| row_week(cx, calendar).is_some());
    rows.any(|calendar| {
        !calendar.zone_of_customer && calendar.zone.as_ref().is_none_or(|own| Some(own) == zone)
    })
}

fn cells_equal(cell: &Cell, content: &Line) -> bool {
    cell.role == CellRole::Data && cell.content == *content
}

/// Rows for the seasons in which some weekdays have other hours.
fn seasons(cx: &Context<'_>, calendar: &Calendar, base: &Week) -> Vec<(Cell, Option<String>, Week)> {
    let mut seasons: Vec<DateSpan> = Vec::new();
    for season in plain_lines(cx, calendar).filter_map(season) {
        if !seasons.contains(&season) {
            seasons.push(season);
        }
    }
    let row = |of: DateSpan| {
        let lines: Vec<&CalendarLine> =
            plain_lines(cx, calendar).filter(|line| season(line) == Some(of) && is_in_week(line)).collect();
        if lines.is_empty() {
            return None;
        }
        let (title, dates) = (cx.title(&calendar.clause), cx.words.date_span(of));
        let words = cx.say("calendar-season", &[("calendar", title.into()), ("dates", dates.into())]);
        let mut head = Cell::header(capitalised(words));
        let mut occasions: Vec<Line> = Vec::new();
        for occasion in lines.iter().filter_map(|line| line.occasion.as_ref()) {
            let occasion = text::inline(cx, occasion);
            if !occasions.contains(&occasion) {
                occasions.push(occasion);
            }
        }
        head.small = joined(occasions, ", ");
        let mut week = base.clone();
        lay(&mut week, &lines);
        Some((head, None, week))
    };
    seasons.into_iter().filter_map(row).collect()
}

/// The lines that hold in all cases, as far as the reader may see them.
pub fn plain_lines<'a>(
    cx: &Context<'_>,
    calendar: &'a Calendar,
) -> impl Iterator<Item = &'a CalendarLine> + Clone {
    calendar.lines.iter().filter(|line| is_plain(line) && cx.shows(&line.clause))
}

/// Whether a line holds in all cases.
pub fn is_plain(line: &CalendarLine) -> bool {
    line.when.written.is_none()
}

/// The season of a line of weekly hours.
fn season(line: &CalendarLine) -> Option<DateSpan> {
    match &line.line {
        Opening::Weekly { season, .. } => *season,
        Opening::Monthly { .. }
        | Opening::Dates { .. }
        | Opening::Instants { .. }
        | Opening::WeekSpan { .. }
        | Opening::Calendars { .. }
        | Opening::Within(_) => None,
    }
}

/// The condition under which a calendar has all of its hours, when they are weekly hours: its row says it once for all of them.
pub fn shared_condition<'a>(cx: &Context<'_>, calendar: &'a Calendar) -> Option<&'a Cond> {
    let mut shown = calendar.lines.iter().filter(|line| cx.shows(&line.clause));
    let first = &calendar.lines.iter().find(|line| cx.shows(&line.clause))?.when;
    let shared = shown.all(|line| {
        !is_plain(line) && is_in_week(line) && season(line).is_none() && line.when.cases.same_as(&first.cases)
    });
    shared.then_some(first)
}

/// The weekly hours of a row: those that hold in all cases, or all of them in the cases that the row names.
pub fn row_week(cx: &Context<'_>, calendar: &Calendar) -> Option<Week> {
    match shared_condition(cx, calendar) {
        Some(_) => week_of(calendar.lines.iter().filter(|line| cx.shows(&line.clause))),
        None => week(cx, calendar),
    }
}

/// The weekly hours that hold in all cases, or `None` when there are none of their own, or when those of other calendars add
/// to them: a table would call days closed on which the others are open.
pub fn week(cx: &Context<'_>, calendar: &Calendar) -> Option<Week> {
    week_of(plain_lines(cx, calendar))
}

fn week_of<'a>(lines: impl Iterator<Item = &'a CalendarLine> + Clone) -> Option<Week> {
    let adds = |line: &CalendarLine| match &line.line {
        Opening::Calendars { effect: Effect::Open, .. } => !is_always(line),
        Opening::WeekSpan { .. } => true,
        Opening::Weekly { .. }
        | Opening::Monthly { .. }
        | Opening::Dates { .. }
        | Opening::Instants { .. }
        | Opening::Calendars { .. }
        | Opening::Within(_) => false,
    };
    if lines.clone().any(adds) {
        return None;
    }
    let lines: Vec<&CalendarLine> = lines.filter(|line| season(line).is_none() && is_in_week(line)).collect();
    let mut week: Week = Default::default();
    lay(&mut week, &lines);
    week.iter().any(|hours| !hours.is_empty()).then_some(week)
}

/// Whether a line opens a calendar day and night.
fn is_always(line: &CalendarLine) -> bool {
    matches!(&line.line, Opening::Calendars { effect: Effect::Open, names }
        if matches!(names.as_slice(), [only] if only == "always"))
}

/// Lays lines of weekly hours over a week: openings replace what their weekdays had and add up among themselves, a
/// closing takes its weekdays away whatever stands before or after it.
fn lay(week: &mut Week, lines: &[&CalendarLine]) {
    for day in Weekday::ALL {
        let mut open: Option<Vec<ClockSpan>> = None;
        let mut closed = false;
        for line in lines {
            if is_always(line) {
                open = Some(vec![ClockSpan { from: ClockTime::MIDNIGHT, to: ClockTime::DAY_END }]);
                break;
            }
            let Opening::Weekly { effect, days, hours, .. } = &line.line else { continue };
            if !days.iter().any(|span| span.days().contains(&day)) {
                continue;
            }
            match effect {
                Effect::Open => open.get_or_insert_default().extend_from_slice(hours),
                Effect::Closed => closed = true,
            }
        }
        if closed {
            week[day.index()].clear();
        } else if let Some(mut hours) = open {
            hours.sort_by_key(|span| (span.from, span.to));
            week[day.index()] = hours;
        }
    }
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
        days if days.len() == Weekday::ALL.len() => cx.say("weekday-every", &[]),
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

/// The weekly hours in a line, for texts that quote them, with the zone where a reader would take them for hours in another.
pub fn weekly_line(cx: &Context<'_>, calendar: &Calendar) -> Line {
    let mut hours = weekly_hours(cx, calendar);
    let zone = zone_of_its_own(cx, calendar);
    let all_day = [ClockSpan { from: ClockTime::MIDNIGHT, to: ClockTime::DAY_END }];
    let never_closes =
        || week(cx, calendar).is_some_and(|week| week.iter().all(|hours| hours[..] == all_day));
    if zone.is_empty() || hours.is_empty() || never_closes() {
        return hours;
    }
    let aside = &cx.words.labels().aside;
    let (before, behind) = aside.split_once("{words}").unwrap_or((" (", ")"));
    push_words(&mut hours, before);
    push_all(&mut hours, zone);
    push_words(&mut hours, behind);
    hours
}

fn weekly_hours(cx: &Context<'_>, calendar: &Calendar) -> Line {
    let Some(week) = week(cx, calendar) else {
        let lines = calendar.lines.iter().filter(|line| cx.shows(&line.clause));
        let lines: Vec<Line> = lines.map(|line| line_words(cx, line)).collect();
        return joined(lines, "; ");
    };
    let open = day_groups(&[&week]).into_iter().filter(|days| !week[days[0].index()].is_empty());
    let parts = open.map(|days| {
        let hours = cx.words.hours_in_sentence(&week[days[0].index()]);
        let days = match days.as_slice() {
            [only] => cx.say("weekday-alone", &[("weekday", only.code().into())]),
            [first, .., last] => {
                let (from, to) = (cx.words.weekday(*first), cx.words.weekday(*last));
                cx.say("weekday-span", &[("from", from.into()), ("to", to.into())])
            }
            [] => Line::new(),
        };
        cx.say("week-hours", &[("days", days.into()), ("hours", hours.into())])
    });
    cx.words.chain_by("list-next", "list-week", parts.collect::<Vec<Line>>()).into()
}

/// Whether the table of weekly hours can hold a line: hours that are taken away from a day are said in a sentence.
pub fn is_in_week(line: &CalendarLine) -> bool {
    match &line.line {
        Opening::Weekly { effect, hours, .. } => *effect == Effect::Open || hours.is_empty(),
        Opening::Calendars { .. } => is_always(line),
        Opening::Monthly { .. }
        | Opening::Dates { .. }
        | Opening::Instants { .. }
        | Opening::WeekSpan { .. }
        | Opening::Within(_) => false,
    }
}
