//! What the lines of a calendar mean together.

use super::*;
use std::sync::Arc;

fn weekly(days: &[Weekday], hours: &[Hours], season: Option<Dates>) -> What {
    What::Weekly { days: days.to_vec(), hours: hours.to_vec(), season }
}

fn full(from: &str, to: &str) -> Dates {
    Dates::Full(date(from), date(to))
}

fn yearly(from: (u8, u8), to: (u8, u8)) -> Dates {
    Dates::Yearly(MonthDay::new(from.0, from.1).unwrap(), MonthDay::new(to.0, to.1).unwrap())
}

/// The open stretches between two local times, as `24 09:00-24 17:00`.
fn open(definition: Definition, from: &str, to: &str) -> Vec<String> {
    let schedule = Schedule::new(definition);
    let clock = schedule.clock();
    let found = schedule.stretches(at(clock, from), at(clock, to)).unwrap();
    let words = |at| shown(clock, at)[8..].to_owned();
    found.iter().map(|one| format!("{}-{}", words(one.from), words(one.to))).collect()
}

#[test]
fn the_particular_replaces_the_general_and_hours_come_after_whole_days() {
    let summer = weekly(&Weekday::ALL[..5], &[hours("09:00..13:00")], Some(yearly((7, 1), (8, 31))));
    let closed = What::Dates { dates: full("2026-07-06", "2026-07-08"), hours: vec![] };
    let hours_on = |day, text| What::Dates { dates: full(day, day), hours: vec![hours(text)] };
    let definition = office()
        .line(Line::new(Effect::Open, hours_on("2026-07-08", "10:00..14:00")))
        .line(Line::new(Effect::Closed, hours_on("2026-07-09", "12:00..24:00")))
        .line(Line::new(Effect::Closed, closed))
        .line(Line::new(Effect::Open, summer));
    assert_eq!(
        open(definition, "2026-06-30 00:00", "2026-07-10 00:00"),
        [
            "30 09:00-30 17:00",
            "01 09:00-01 13:00",
            "02 09:00-02 13:00",
            "03 09:00-03 13:00",
            "08 10:00-08 14:00",
            "09 09:00-09 12:00"
        ]
    );
}

#[test]
fn a_stretch_leaves_the_day_on_which_it_ends_its_own_hours() {
    let local = |day, time| DateTime { date: date(day), time };
    let until = |to| {
        let what = What::Instants { from: local("2026-06-01", time("22:00")), to };
        open(office().line(Line::new(Effect::Open, what)), "2026-06-01 00:00", "2026-06-04 00:00")
    };
    assert_eq!(
        until(local("2026-06-02", time("06:00"))),
        ["01 22:00-02 06:00", "02 09:00-02 17:00", "03 09:00-03 17:00"]
    );
    assert_eq!(until(local("2026-06-02", ClockTime::DAY_END)), ["01 22:00-03 00:00", "03 09:00-03 17:00"]);
}

#[test]
fn of_equals_openings_add_up_before_closings_take_away() {
    let definition = office()
        .line(Line::new(Effect::Closed, weekly(&[Weekday::Wednesday], &[], None)))
        .open(&[Weekday::Wednesday, Weekday::Thursday], &[hours("18:00..20:00")]);
    assert_eq!(
        open(definition, "2026-06-03 00:00", "2026-06-05 00:00"),
        ["04 09:00-04 17:00", "04 18:00-04 20:00"]
    );
}

#[test]
fn seasons_run_over_new_year() {
    let winter = weekly(&Weekday::ALL[..5], &[hours("10:00..12:00")], Some(yearly((12, 28), (1, 3))));
    let definition = office().line(Line::new(Effect::Open, winter));
    assert_eq!(
        open(definition, "2026-12-31 00:00", "2027-01-05 00:00"),
        ["31 10:00-31 12:00", "01 10:00-01 12:00", "04 09:00-04 17:00"]
    );
}

#[test]
fn a_night_belongs_to_the_day_on_which_it_begins() {
    let night =
        Definition::new("night", zone("Europe/Berlin")).open(&[Weekday::Friday], &[hours("22:00..06:00")]);
    let saturday =
        What::Dates { dates: full("2026-06-06", "2026-06-06"), hours: vec![hours("10:00..11:00")] };
    let definition = night.clone().line(Line::new(Effect::Open, saturday));
    assert_eq!(
        open(definition, "2026-06-05 00:00", "2026-06-07 00:00"),
        ["05 22:00-06 06:00", "06 10:00-06 11:00"]
    );
    // The night of a Friday is one business day, which closes on Saturday.
    let night = Schedule::new(night);
    let due = night.running().add_days(at(night.clock(), "2026-06-06 01:00"), 1).unwrap();
    assert_eq!(shown(night.clock(), due), "2026-06-13 06:00");
}

#[test]
fn a_closed_day_is_closed_from_midnight_to_midnight() {
    let night = Definition::new("night", zone("Europe/Berlin")).open(&Weekday::ALL, &[hours("22:00..06:00")]);
    let closed = What::Dates { dates: full("2026-06-06", "2026-06-06"), hours: vec![] };
    let definition = night.line(Line::new(Effect::Closed, closed));
    assert_eq!(
        open(definition, "2026-06-05 12:00", "2026-06-07 12:00"),
        ["05 22:00-06 00:00", "07 00:00-07 06:00"]
    );
}

#[test]
fn a_span_runs_from_one_zone_to_another() {
    let moment = |day, at: &str, name| WeekMoment { day, time: time(at), zone: Some(zone(name)) };
    let span = What::WeekSpan {
        from: moment(Weekday::Monday, "08:00", "Australia/Sydney"),
        to: moment(Weekday::Friday, "17:30", "America/Los_Angeles"),
    };
    let world = || Definition::new("world", zone("UTC")).line(Line::new(Effect::Open, span.clone()));
    // Clocks change in different weeks: winter in Los Angeles, summer in Sydney, both in between.
    let spans = open(world(), "2026-03-01 00:00", "2026-03-16 00:00");
    assert_eq!(spans, ["01 21:00-07 01:30", "08 21:00-14 00:30", "15 21:00-16 00:00"]);
    let spans = open(world(), "2026-04-05 00:00", "2026-04-12 00:00");
    assert_eq!(spans, ["05 22:00-11 00:30"]);
}

#[test]
fn calendars_add_up_take_away_and_restrict() {
    let desk = Arc::new(Schedule::new(office()));
    let part = |text| {
        Arc::new(Schedule::new(
            Definition::new("part", zone("Europe/London")).open(&Weekday::ALL, &[hours(text)]),
        ))
    };
    let definition = Definition::new("all", zone("Europe/Amsterdam"))
        .open(&[Weekday::Saturday], &[hours("10:00..12:00")])
        .line(Line::new(Effect::Open, What::Calendars(vec![desk])))
        .line(Line::new(Effect::Closed, What::Calendars(vec![part("11:00..11:30")])))
        .line(Line::new(Effect::Open, What::Within(part("09:00..15:00"))));
    assert_eq!(
        open(definition, "2026-06-05 00:00", "2026-06-08 00:00"),
        ["05 10:00-05 12:00", "05 12:30-05 16:00", "06 10:00-06 12:00"]
    );
}

#[test]
fn one_weekday_of_each_month_is_more_particular_than_every_week() {
    let last = What::Monthly { which: Nth::Last, day: Weekday::Friday, hours: vec![hours("09:00..12:00")] };
    let definition = office().line(Line::new(Effect::Open, last));
    assert_eq!(open(definition.clone(), "2026-06-26 00:00", "2026-06-27 00:00"), ["26 09:00-26 12:00"]);
    assert_eq!(open(definition, "2026-06-19 00:00", "2026-06-20 00:00"), ["19 09:00-19 17:00"]);
}

#[test]
fn a_day_that_a_zone_skips_has_no_hours() {
    let apia =
        Definition::new("apia", zone("Pacific/Apia")).open(&Weekday::ALL[..5], &[hours("09:00..17:00")]);
    assert_eq!(
        open(apia, "2011-12-29 00:00", "2012-01-03 00:00"),
        ["29 09:00-29 17:00", "02 09:00-02 17:00"]
    );
}

#[test]
fn hours_that_begin_within_a_gap_begin_when_it_is_over() {
    let night = Definition::new("night", zone("Europe/Amsterdam"))
        .open(&Weekday::ALL, &[hours("02:30..04:00"), hours("02:10..02:20")]);
    assert_eq!(open(night, "2026-03-29 00:00", "2026-03-30 00:00"), ["29 03:00-29 04:00"]);
}

#[test]
fn closures_are_told_by_name_and_only_if_they_mattered() {
    let mut definition = office()
        .line(
            Line::new(
                Effect::Closed,
                What::Dates { dates: full("2026-12-24", "2026-12-24"), hours: vec![hours("13:00..24:00")] },
            )
            .because("Christmas Eve"),
        )
        .line(
            Line::new(Effect::Closed, What::Dates { dates: yearly((12, 28), (1, 3)), hours: vec![] })
                .because("Between the years"),
        )
        .line(Line::new(
            Effect::Open,
            What::Dates { dates: full("2026-12-29", "2026-12-29"), hours: vec![hours("09:00..10:00")] },
        ));
    let holiday = |day, name: &str| Holiday { date: date(day), name: name.into(), hours: None };
    let days = vec![holiday("2026-12-26", "Boxing Day"), holiday("2026-12-25", "Christmas Day")];
    definition.holidays.push(HolidayList { name: "NL".into(), years: (2026, 2027), days });
    let schedule = Schedule::new(definition);
    let clock = schedule.clock();
    let closures = schedule.closures(at(clock, "2026-12-24 10:00"), at(clock, "2027-01-04 17:00")).unwrap();
    let told: Vec<String> = closures
        .iter()
        .map(|one| {
            let (from, to) = (shown(clock, one.from), shown(clock, one.to));
            format!("{} {from} {to} {}", one.occasion.as_deref().unwrap_or("-"), one.lost / 3600)
        })
        .collect();
    assert_eq!(
        told,
        [
            "Christmas Eve 2026-12-24 13:00 2026-12-24 17:00 4",
            "Christmas Day 2026-12-25 09:00 2026-12-25 17:00 8",
            "Between the years 2026-12-28 09:00 2027-01-01 17:00 39"
        ]
    );
}

#[test]
fn what_repeats_is_counted_from_the_start() {
    let office = Schedule::new(office());
    let clock = office.clock();
    let from = at(clock, "2026-01-31 10:00");
    let months: Vec<String> = office
        .running()
        .cadence(from, Length::Elapsed(Elapsed::Months(1)))
        .take(3)
        .map(|at| shown(clock, at.unwrap()))
        .collect();
    assert_eq!(months, ["2026-02-28 10:00", "2026-03-31 10:00", "2026-04-30 10:00"]);
    let hours = office.running().cadence(from, Length::Open(3 * 3600)).take(3);
    let hours: Vec<String> = hours.map(|at| shown(clock, at.unwrap())).collect();
    assert_eq!(hours, ["2026-02-02 12:00", "2026-02-02 15:00", "2026-02-03 10:00"]);
    let ends = office.running().cadence(Instant::LAST, Length::Open(1));
    assert_eq!(ends.collect::<Vec<_>>(), [Err(CountError::NeverOpen)]);
}

#[test]
fn elapsed_time_stands_still_in_pauses() {
    let clock = ZoneClock::new(&zone("Europe/Amsterdam"));
    let from = at(&clock, "2026-03-27 10:00");
    let pauses = Pauses::new([
        (at(&clock, "2026-03-27 09:00"), Some(at(&clock, "2026-03-27 12:00"))),
        (at(&clock, "2026-03-28 12:00"), Some(at(&clock, "2026-03-28 15:30"))),
    ]);
    let due = |length| clock.add_paused(from, length, &pauses).map(|at| shown(&clock, at));
    assert_eq!(due(Elapsed::Seconds(3600)).unwrap(), "2026-03-27 13:00");
    assert_eq!(due(Elapsed::Seconds(86_400)).unwrap(), "2026-03-28 12:00");
    assert_eq!(due(Elapsed::Days(3)).unwrap(), "2026-03-30 15:30");
    let endless = Pauses::new([(from, None)]);
    assert_eq!(clock.add_paused(from, Elapsed::Seconds(1), &endless), Err(CountError::Paused));
}

#[test]
fn days_can_be_named_in_every_reading() {
    for reading in [BusinessDays::EndAtClose, BusinessDays::KeepTime, BusinessDays::Seconds(3600)] {
        let mut definition = office();
        definition.business_days = reading;
        definition.cut_off = Some(time("16:00"));
        let office = Schedule::new(definition);
        let clock = office.clock();
        let end = |from: &str, ahead, at_time| {
            let from = at(clock, from);
            shown(clock, office.running().end_of_day(from, ahead, at_time).unwrap())
        };
        assert_eq!(end("2026-06-04 15:00", 0, None), "2026-06-04 17:00");
        assert_eq!(end("2026-06-04 15:00", 1, None), "2026-06-05 17:00");
        assert_eq!(end("2026-06-04 15:00", 1, Some(time("12:00"))), "2026-06-05 12:00");
        assert_eq!(end("2026-06-04 16:00", 0, None), "2026-06-04 17:00");
        assert_eq!(end("2026-06-04 16:01", 0, None), "2026-06-05 17:00");
        assert_eq!(end("2026-06-06 11:00", 0, None), "2026-06-08 17:00");
        assert_eq!(end("2026-06-06 11:00", 1, Some(time("12:00"))), "2026-06-09 12:00");
    }
}

#[test]
fn a_table_of_some_years_gives_the_same_answers() {
    let schedule = Schedule::new(office());
    let table = schedule.horizon(2025, 2027).unwrap();
    let start = table.start().unwrap().seconds();
    for step in 0..4000 {
        let from = start + step * 17_001;
        for seconds in [1, 3600, 4 * 3600, 8 * 3600, 80 * 3600] {
            let due = schedule.add(Instant::new(from).unwrap(), seconds).unwrap();
            let expected = if due <= table.end().unwrap() { due.seconds() } else { Horizon::UNKNOWN };
            assert_eq!(table.add(from, seconds), expected, "{seconds} s from {from}");
        }
        let between = schedule.between(Instant::new(start).unwrap(), Instant::new(from).unwrap());
        assert_eq!(table.between(start, from), between.ok());
    }
    assert_eq!(table.add(start - 1, 1), Horizon::UNKNOWN);
    assert_eq!(table.add(start, 0), Horizon::UNKNOWN);
    assert!(Schedule::new(Definition::new("never", zone("UTC"))).horizon(1970, 2100).is_ok());
    assert!(schedule.horizon(1969, 2000).is_err());
}

#[test]
fn openings_and_closings_are_found_both_ways() {
    let office = Schedule::new(office());
    let clock = office.clock();
    let friday = at(clock, "2026-06-05 17:00");
    let words = |found: Result<Option<Instant>, CountError>| shown(clock, found.unwrap().unwrap());
    assert_eq!(office.is_open(friday), Ok(false));
    assert_eq!(words(office.previous_opening(friday)), "2026-06-05 09:00");
    assert_eq!(words(office.previous_closing(friday)), "2026-06-05 17:00");
    assert_eq!(words(office.next_opening(friday)), "2026-06-08 09:00");
    assert_eq!(words(office.next_closing(friday)), "2026-06-08 17:00");
    let always = Schedule::always(&zone("Europe/Amsterdam"));
    assert!(always.is_always_open());
    for found in [
        always.next_opening(friday),
        always.next_closing(friday),
        always.previous_opening(friday),
        always.previous_closing(friday),
    ] {
        assert_eq!(found, Ok(None));
    }
}

#[test]
fn a_closure_may_end_in_an_hour_that_goes_back_over_midnight() {
    // In Newfoundland the clocks went from 00:01 on the 30th, which is 02:31 in UTC, back to 23:01 on the 29th.
    let night = Definition::new("night", zone("UTC")).open(&Weekday::ALL, &[hours("00:00..02:40")]);
    let night = Arc::new(Schedule::new(night));
    let definition = || {
        Definition::new("desk", zone("America/St_Johns"))
            .open(&Weekday::ALL, &[Hours::DAY])
            .line(Line::new(Effect::Closed, What::Calendars(vec![Arc::clone(&night)])))
    };
    let utc = ZoneClock::new(&zone("UTC"));
    for (time, open) in [("02:34", false), ("02:39", false), ("02:40", true)] {
        let at = at(&utc, &format!("2005-10-30 {time}"));
        assert_eq!(Schedule::new(definition()).is_open(at), Ok(open), "{time}");
    }
}
