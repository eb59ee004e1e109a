//! Calendars: their lines as they were said, with the names in them looked up.
//!
//! In: the `calendar` declarations. Out: calendars; when they are open is computed elsewhere. A calendar may be made of
//! others, but not of itself.

use super::composed::{days_by_name, days_in_place_of_calendars};
use super::context::{Context, repeated};
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::{BusinessDays, Calendar, CalendarLine, Effect, Holidays, Line, Nth};
use crate::resolve::ALWAYS;
use crate::source::{Span, Spanned};
use crate::syntax::ast::{self, Decl, Statement};
use crate::syntax::{area_by_zone, header_zone, in_country_of};
use crate::time::Zone;
use crate::value::{ClockSpan, DatePoint, DateSpan, Instants, Name, Text, WeekdaySpan};

/// What a calendar's lines say one after the other.
struct Work<'a> {
    name: Name,
    calendar: Calendar,
    number: usize,
    zone: Option<Span>,
    cut_off: Option<Span>,
    holidays: Option<Span>,
    days: Option<Span>,
    statement: Option<&'a Statement<ast::Calendar>>,
}

/// A calendar.
pub fn calendar<'a>(context: &mut Context<'a>, decl: &'a Decl<ast::Calendar>) -> Option<Calendar> {
    let name = decl.name.clone()?;
    if name.as_str() == ALWAYS {
        let finding =
            Diagnostic::new(&registry::DUPLICATE_NAME, name.span, "the calendar `always` is built in")
                .label("declared again")
                .help("give it another name");
        context.report(finding);
        return None;
    }
    let clause = context.declaration(decl);
    let end_at_close = Spanned::new(BusinessDays::EndAtClose, decl.span);
    let calendar = Calendar {
        clause,
        zone: None,
        zone_of_customer: false,
        lines: Vec::new(),
        holidays: None,
        cut_off: None,
        business_days: end_at_close,
        business_days_said: false,
        inside: false,
    };
    let mut work = Work {
        name,
        calendar,
        number: 0,
        zone: None,
        cut_off: None,
        holidays: None,
        days: None,
        statement: None,
    };
    for statement in decl.body.own() {
        work.statement = Some(statement);
        context.inside(statement.audience.as_ref(), |context| line(context, statement, &mut work));
    }
    let timed = work.calendar.lines.iter().find(|line| has_times(&line.line));
    if let (Some(line), None) = (timed, work.zone) {
        context.missing.zone.get_or_insert(line.span);
    }
    Some(work.calendar)
}

fn has_times(line: &Line) -> bool {
    match line {
        Line::Weekly { .. } | Line::Monthly { .. } | Line::Dates { .. } | Line::Instants { .. } => true,
        Line::WeekSpan { from, to } => from.2.is_none() || to.2.is_none(),
        Line::Calendars { .. } | Line::Within(_) => false,
    }
}

fn line<'a>(context: &mut Context<'a>, statement: &'a Statement<ast::Calendar>, work: &mut Work<'a>) {
    let Some(kind) = &statement.kind else { return };
    let span = statement.span;
    match kind {
        ast::Calendar::Timezone { zone } => self::zone(context, work, statement, Some(&zone.value)),
        ast::Calendar::TimezoneOfCustomer {} => self::zone(context, work, statement, None),
        ast::Calendar::OpenWeekly { weekdays, hours, season, text } => {
            weekly(context, work, Effect::Open, (weekdays, hours, season.as_ref()), text.as_ref());
        }
        ast::Calendar::ClosedWeekly { weekdays, hours, season, text } => {
            weekly(context, work, Effect::Closed, (weekdays, hours, season.as_ref()), text.as_ref());
        }
        ast::Calendar::OpenDates { dates, hours, text } => {
            on_dates(context, work, Effect::Open, (dates, hours), text.as_ref());
        }
        ast::Calendar::ClosedDates { dates, hours, text } => {
            on_dates(context, work, Effect::Closed, (dates, hours), text.as_ref());
        }
        ast::Calendar::OpenMonthly { which, day, hours, text } => {
            let (which, hours) = (nth(which.value.as_str()), spans(hours));
            push(
                context,
                work,
                Line::Monthly { effect: Effect::Open, which, day: day.value, hours },
                text.as_ref(),
            );
        }
        ast::Calendar::ClosedMonthly { which, day, hours, text } => {
            let (which, hours) = (nth(which.value.as_str()), spans(hours));
            push(
                context,
                work,
                Line::Monthly { effect: Effect::Closed, which, day: day.value, hours },
                text.as_ref(),
            );
        }
        ast::Calendar::Instants { effect, instants, text } => {
            self::instants(context, work, effect_of(effect.value.as_str()), instants, text.as_ref());
        }
        ast::Calendar::OpenSpan { from_day, from_time, from_zone, to_day, to_time, to_zone } => {
            let from = (from_day.value, from_time.value, from_zone.as_ref().map(|zone| zone.value.clone()));
            let to = (to_day.value, to_time.value, to_zone.as_ref().map(|zone| zone.value.clone()));
            push(context, work, Line::WeekSpan { from, to }, None);
        }
        ast::Calendar::Calendars { effect, calendar } => {
            named(context, work, effect_of(effect.value.as_str()), calendar);
        }
        ast::Calendar::Within { calendar } => {
            if let Some(name) = context.name(&["calendar"], calendar) {
                push(context, work, Line::Within(name), None);
            }
        }
        ast::Calendar::Holidays { area } => {
            let areas = area.iter().map(|area| area.0.clone()).collect();
            areas_of(context, work, statement, areas);
        }
        ast::Calendar::HolidaysOfCustomer {} => {
            holidays(context, work, statement, Holidays::OfCustomer(span));
        }
        ast::Calendar::HolidaysFrom { path } => {
            holidays(context, work, statement, Holidays::From(path.0.clone()));
        }
        ast::Calendar::OpenOnHolidays {} => holidays(context, work, statement, Holidays::Ignored(span)),
        ast::Calendar::CutOff { time } => {
            context.bare(statement, "a cut-off");
            context.once(&mut work.calendar.cut_off, time.value, &mut work.cut_off, span, "the cut-off");
            context.missing.zone.get_or_insert(span);
        }
        ast::Calendar::DaysEndAtClose {} => days(context, work, statement, BusinessDays::EndAtClose),
        ast::Calendar::DaysKeepTime {} => days(context, work, statement, BusinessDays::KeepTime),
        ast::Calendar::DaysKeepTimeNextOpening {} => {
            days(context, work, statement, BusinessDays::KeepTimeNextOpening);
        }
        ast::Calendar::DaysKeepTimeUntilClose {} => {
            days(context, work, statement, BusinessDays::KeepTimeUntilClose);
        }
        ast::Calendar::DaysRoll {} => days(context, work, statement, BusinessDays::RollToOpening),
        ast::Calendar::DaysIncludeReceipt {} => days(context, work, statement, BusinessDays::IncludeReceipt),
        ast::Calendar::DaysAreHours { hours } => {
            if hours.value.units > 0 {
                days(context, work, statement, BusinessDays::Hours(hours.value));
            } else {
                let message = "a day has more than 0 hours";
                context.error(&registry::OUT_OF_RANGE, hours.span, message, "out of range");
            }
        }
        ast::Calendar::DaysAreSchedule {} => days(context, work, statement, BusinessDays::ScheduleDay),
    }
}

/// The zone of the times; none is that of the customer.
fn zone<'a>(
    context: &mut Context<'a>,
    work: &mut Work<'a>,
    statement: &'a Statement<ast::Calendar>,
    zone: Option<&Zone>,
) {
    context.bare(statement, "a zone");
    if let Some(zone) = zone {
        let known = &mut work.calendar.zone;
        context.once(known, zone.clone(), &mut work.zone, statement.span, "the zone");
        return;
    }
    let mut said = None;
    context.once(&mut said, true, &mut work.zone, statement.span, "the zone");
    work.calendar.zone_of_customer = said.unwrap_or(work.calendar.zone_of_customer);
}

fn instants<'a>(
    context: &mut Context<'a>,
    work: &mut Work<'a>,
    effect: Effect,
    instants: &Spanned<Instants>,
    text: Option<&'a Text>,
) {
    let (from, to) = (instants.value.from, instants.value.to);
    if from >= to {
        backwards(context, instants.span);
        return;
    }
    push(context, work, Line::Instants { effect, from, to }, text);
}

/// The hours of other calendars; a maintenance can only close.
fn named<'a>(context: &mut Context<'a>, work: &mut Work<'a>, effect: Effect, names: &'a [Name]) {
    if let [name] = names
        && name.as_str() != ALWAYS
        && context.symbols().named(name.as_str()).is_empty()
        && let Some(mut finding) = days_by_name(effect, name)
    {
        if effect == Effect::Closed && name.as_str().ends_with("holidays") {
            let mut declared = context.resolved.declarations.iter();
            let zone = declared.find_map(|placed| header_zone(placed.declaration));
            if let Some(zone) = zone {
                in_country_of(zone, &mut finding);
                finding.note = area_by_zone(zone);
            }
        }
        context.report_absent(name, finding);
        return;
    }
    if names.iter().all(|name| context.symbols().named(name.as_str()).is_empty())
        && let Some(finding) = days_in_place_of_calendars(effect, names)
    {
        context.report(finding);
        return;
    }
    let names = match effect {
        Effect::Open => context.names(&["calendar"], names),
        Effect::Closed => context.names(&["calendar", "maintenance"], names),
    };
    if !names.is_empty() {
        push(context, work, Line::Calendars { effect, names }, None);
    }
}

/// Which weekday of a month a word means.
pub fn nth(word: &str) -> Nth {
    match word {
        "second" => Nth::Second,
        "third" => Nth::Third,
        "fourth" => Nth::Fourth,
        "last" => Nth::Last,
        _ => Nth::First,
    }
}

fn effect_of(word: &str) -> Effect {
    if word == "closed" { Effect::Closed } else { Effect::Open }
}

fn spans(hours: &[Spanned<ClockSpan>]) -> Vec<ClockSpan> {
    hours.iter().map(|hours| hours.value).collect()
}

type Weekly<'w> = (&'w [Spanned<WeekdaySpan>], &'w [Spanned<ClockSpan>], Option<&'w Spanned<DateSpan>>);

fn weekly<'a>(
    context: &mut Context<'a>,
    work: &mut Work<'a>,
    effect: Effect,
    (days, hours, season): Weekly<'a>,
    text: Option<&'a Text>,
) {
    if let Some(season) = season
        && !ordered(&season.value)
    {
        backwards(context, season.span);
        return;
    }
    let days = days.iter().map(|days| days.value).collect();
    let season = season.map(|season| season.value);
    push(context, work, Line::Weekly { effect, days, hours: spans(hours), season }, text);
}

fn on_dates<'a>(
    context: &mut Context<'a>,
    work: &mut Work<'a>,
    effect: Effect,
    (dates, hours): (&'a Spanned<DateSpan>, &'a [Spanned<ClockSpan>]),
    text: Option<&'a Text>,
) {
    if !ordered(&dates.value) {
        backwards(context, dates.span);
        return;
    }
    push(context, work, Line::Dates { effect, dates: dates.value, hours: spans(hours) }, text);
}

/// Whether a span of dates does not end before it begins; one of every year may run over New Year.
pub fn ordered(dates: &DateSpan) -> bool {
    match (dates.from, dates.to) {
        (DatePoint::Full(from), DatePoint::Full(to)) => from <= to,
        (DatePoint::Yearly(_), DatePoint::Yearly(_)) => true,
        (DatePoint::Full(_), DatePoint::Yearly(_)) | (DatePoint::Yearly(_), DatePoint::Full(_)) => false,
    }
}

/// The finding about a span that ends before it begins.
pub fn backwards(context: &mut Context<'_>, span: Span) {
    context.error(
        &registry::OUT_OF_RANGE,
        span,
        "this span ends before it begins",
        "put the earlier one first",
    );
}

fn push<'a>(context: &mut Context<'a>, work: &mut Work<'a>, line: Line, occasion: Option<&'a Text>) {
    let Some(statement) = work.statement else { return };
    let own = statement.name.clone().unwrap_or_else(|| {
        work.number += 1;
        Name::new(work.number.to_string(), statement.span)
    });
    let path = [work.name.as_str(), "-", own.as_str()].concat();
    let Some(clause) = context.statement("rule", own, &path, statement) else { return };
    let when = clause.when.clone().unwrap_or_else(crate::hir::Cond::always);
    work.calendar.lines.push(CalendarLine {
        line,
        clause,
        occasion: occasion.cloned(),
        when,
        span: statement.span,
    });
}

/// The holidays of countries and regions; two lines with them add up.
fn areas_of<'a>(
    context: &mut Context<'a>,
    work: &mut Work<'a>,
    statement: &'a Statement<ast::Calendar>,
    areas: Vec<Spanned<smol_str::SmolStr>>,
) {
    context.bare(statement, "a line about holidays");
    for finding in areas.iter().filter_map(super::areas::unknown) {
        context.report(finding);
    }
    match &mut work.calendar.holidays {
        Some(Holidays::Areas(known)) => known.extend(areas),
        Some(_) => contradiction(context, work.holidays, statement.span),
        None => {
            work.calendar.holidays = Some(Holidays::Areas(areas));
            work.holidays = Some(statement.span);
        }
    }
}

fn holidays<'a>(
    context: &mut Context<'a>,
    work: &mut Work<'a>,
    statement: &'a Statement<ast::Calendar>,
    said: Holidays,
) {
    context.bare(statement, "a line about holidays");
    if work.holidays.is_some() {
        contradiction(context, work.holidays, statement.span);
        return;
    }
    work.calendar.holidays = Some(said);
    work.holidays = Some(statement.span);
}

fn contradiction(context: &mut Context<'_>, first: Option<Span>, span: Span) {
    let first = first.unwrap_or(span);
    context.report(repeated("what happens on public holidays", span, first));
}

fn days<'a>(
    context: &mut Context<'a>,
    work: &mut Work<'a>,
    statement: &'a Statement<ast::Calendar>,
    reading: BusinessDays,
) {
    context.bare(statement, "how business days are counted");
    if let Some(first) = work.days {
        context.report(repeated("how business days are counted", statement.span, first));
        return;
    }
    work.calendar.business_days = Spanned::new(reading, statement.span);
    work.calendar.business_days_said = true;
    work.days = Some(statement.span);
}
