//! Faults that engines for business time are known for, each as a claim that it is not here.

use super::*;

fn due(schedule: &Schedule, from: &str, minutes: i64) -> String {
    let found = schedule.add(at(schedule.clock(), from), minutes * 60).unwrap();
    shown(schedule.clock(), found)
}

#[test]
fn an_exact_fill_is_due_at_the_closing_and_not_at_the_next_opening() {
    let office = Schedule::new(office());
    assert_eq!(due(&office, "2026-06-05 15:00", 120), "2026-06-05 17:00");
    assert_eq!(due(&office, "2026-06-05 09:00", 480), "2026-06-05 17:00");
    assert_eq!(due(&office, "2026-06-04 09:00", 960), "2026-06-05 17:00");
    assert_eq!(due(&office, "2026-06-05 15:00", 121), "2026-06-08 09:01");
    let from = at(office.clock(), "2026-06-08 11:00");
    let begun = office.subtract(from, 2 * 3600).unwrap();
    assert_eq!(shown(office.clock(), begun), "2026-06-08 09:00");
}

#[test]
fn midnight_is_the_end_of_a_day_to_the_second() {
    let definition =
        Definition::new("days", zone("Europe/Amsterdam")).open(&Weekday::ALL[..5], &[Hours::DAY]);
    let days = Schedule::new(definition);
    let friday = at(days.clock(), "2026-06-05 00:00");
    assert_eq!(days.clock().rfc3339(days.add(friday, 86_400).unwrap()), "2026-06-06T00:00:00+02:00");
    assert_eq!(days.clock().rfc3339(days.add(friday, 86_401).unwrap()), "2026-06-08T00:00:01+02:00");
    assert_eq!(
        days.clock().rfc3339(days.running().add_days(friday, 1).unwrap()),
        "2026-06-09T00:00:00+02:00"
    );
    // Monday and Tuesday are one stretch without a second between them.
    let (from, to) = (at(days.clock(), "2026-06-08 00:00"), at(days.clock(), "2026-06-10 00:00"));
    assert_eq!(days.between(from, to), Ok(2 * 86_400));
    assert_eq!(days.stretches(from, to).unwrap().len(), 1);
}

#[test]
fn long_and_short_days_count_the_time_that_passes() {
    let always = Schedule::always(&zone("Europe/Amsterdam"));
    let passed = |from: &str, to: &str| {
        always.between(at(always.clock(), from), at(always.clock(), to)).unwrap() / 3600
    };
    assert_eq!(passed("2026-03-29 00:00", "2026-03-30 00:00"), 23);
    assert_eq!(passed("2026-10-25 00:00", "2026-10-26 00:00"), 25);
    // Six hours of a night are five when the clocks are put forward in it, and seven when they are put back.
    let night =
        Definition::new("night", zone("Europe/Amsterdam")).open(&Weekday::ALL, &[hours("22:00..04:00")]);
    let night = Schedule::new(night);
    assert_eq!(due(&night, "2026-03-28 22:00", 5 * 60), "2026-03-29 04:00");
    assert_eq!(due(&night, "2026-10-24 22:00", 7 * 60), "2026-10-25 04:00");
    // A day on the wall keeps the time, 24 hours do not.
    let clock = always.clock();
    let evening = at(clock, "2026-03-28 20:00");
    assert_eq!(shown(clock, clock.add(evening, Elapsed::Days(1)).unwrap()), "2026-03-29 20:00");
    assert_eq!(shown(clock, clock.add(evening, Elapsed::Seconds(86_400)).unwrap()), "2026-03-29 21:00");
}

#[test]
fn no_time_is_lost_after_lunch() {
    let lunch = [hours("09:00..12:00"), hours("13:00..17:00")];
    let office = Definition::new("office", zone("Europe/Berlin")).open(&Weekday::ALL[..5], &lunch);
    let mut office = office;
    office.cut_off = Some(time("12:45"));
    let office = Schedule::new(office);
    assert_eq!(due(&office, "2026-06-05 11:30", 60), "2026-06-05 13:30");
    assert_eq!(due(&office, "2026-06-05 12:30", 60), "2026-06-05 14:00");
    assert_eq!(due(&office, "2026-06-05 11:00", 60), "2026-06-05 12:00");
    // What comes during lunch is received on the same day, as long as it is before the cut-off.
    let days = |from| office.running().add_days(at(office.clock(), from), 1).unwrap();
    assert_eq!(shown(office.clock(), days("2026-06-04 12:30")), "2026-06-05 17:00");
    assert_eq!(shown(office.clock(), days("2026-06-04 12:46")), "2026-06-08 17:00");
}

#[test]
fn past_the_last_holiday_there_is_an_error_and_not_a_guess() {
    let mut definition = office();
    let christmas = Holiday { date: date("2027-12-24"), name: "Christmas Eve".into(), hours: None };
    definition.holidays.push(HolidayList { name: "NL".into(), years: (2026, 2027), days: vec![christmas] });
    let office = Schedule::new(definition);
    let unknown = CountError::HolidaysUnknown { list: "NL".into(), years: (2026, 2027) };
    let clock = office.clock();
    assert_eq!(due(&office, "2027-12-23 16:00", 120), "2027-12-27 10:00");
    assert_eq!(due(&office, "2027-12-31 15:00", 120), "2027-12-31 17:00");
    assert_eq!(office.add(at(clock, "2027-12-31 15:00"), 7201), Err(unknown.clone()));
    assert_eq!(office.subtract(at(clock, "2026-01-01 10:00"), 7200), Err(unknown.clone()));
    assert_eq!(office.running().add_days(at(clock, "2027-12-31 10:00"), 1), Err(unknown.clone()));
    assert_eq!(office.is_open(at(clock, "2027-12-31 23:59")), Ok(false));
    assert_eq!(office.is_open(at(clock, "2028-01-01 00:00")), Err(unknown.clone()));
    assert_eq!(office.next_opening(at(clock, "2027-12-31 18:00")), Err(unknown.clone()));
    assert_eq!(office.known_years(), Some((2026, 2027)));
    // A calendar that is made of this one knows no more.
    let both = Definition::new("both", zone("Europe/Amsterdam"))
        .line(Line::new(Effect::Open, What::Calendars(vec![std::sync::Arc::new(office)])));
    let always = Schedule::new(both.clone().open(&Weekday::ALL, &[Hours::DAY]));
    let both = Schedule::new(both);
    assert_eq!(both.add(at(both.clock(), "2027-12-31 15:00"), 7201), Err(unknown));
    // Where it is open anyway, nothing has to be known.
    assert_eq!(due(&always, "2027-12-31 15:00", 24 * 60), "2028-01-01 15:00");
}

#[test]
fn empty_calendars_say_so() {
    let never = Schedule::new(Definition::new("never", zone("Europe/Amsterdam")));
    let noon = at(never.clock(), "2026-06-05 12:00");
    assert!(never.is_never_open());
    assert_eq!(never.add(noon, 1), Err(CountError::NeverOpen));
    assert_eq!(never.add(noon, 0), Err(CountError::NeverOpen));
    assert_eq!(never.subtract(noon, 1), Err(CountError::NeverOpen));
    assert_eq!(never.running().add_days(noon, 1), Err(CountError::NeverOpen));
    assert_eq!(never.next_opening(noon), Ok(None));
    assert_eq!(never.previous_closing(noon), Ok(None));
    assert_eq!(never.between(noon, noon.plus(86_400).unwrap()), Ok(0));
    // Open once, and never again.
    let once = What::Dates {
        dates: Dates::Full(date("2026-06-05"), date("2026-06-05")),
        hours: vec![hours("09:00..12:00")],
    };
    let once =
        Schedule::new(Definition::new("once", zone("Europe/Amsterdam")).line(Line::new(Effect::Open, once)));
    assert_eq!(due(&once, "2026-01-01 00:00", 180), "2026-06-05 12:00");
    assert_eq!(once.add(noon, 1), Err(CountError::NeverOpen));
    assert_eq!(once.running().add_days(noon, 1), Err(CountError::NeverOpen));
}

#[test]
fn pauses_are_worked_out_from_the_start_in_whatever_order_they_are_told() {
    let office = Schedule::new(office());
    let clock = office.clock();
    let pause = |from, to| (at(clock, from), Some(at(clock, to)));
    let one = pause("2026-06-04 10:00", "2026-06-04 11:00");
    let two = pause("2026-06-04 10:30", "2026-06-04 12:00");
    let night = pause("2026-06-04 16:00", "2026-06-05 10:00");
    let received = at(clock, "2026-06-04 09:00");
    for pauses in [[one, two, night], [night, one, two], [two, night, one]] {
        let pauses = Pauses::new(pauses);
        let running = office.paused(&pauses);
        // Two hours are lost in the morning, one in the evening, and one the next day.
        assert_eq!(shown(clock, running.add(received, 6 * 3600).unwrap()), "2026-06-05 11:00");
        assert_eq!(shown(clock, running.add(received, 5 * 3600).unwrap()), "2026-06-04 16:00");
        assert_eq!(running.between(received, at(clock, "2026-06-05 11:00")), Ok(6 * 3600));
    }
    let endless = Pauses::new([(at(clock, "2026-06-04 12:00"), None)]);
    assert_eq!(shown(clock, office.paused(&endless).add(received, 3 * 3600).unwrap()), "2026-06-04 12:00");
    assert_eq!(office.paused(&endless).add(received, 4 * 3600), Err(CountError::Paused));
    assert_eq!(office.paused(&endless).add_days(received, 3), Err(CountError::Paused));
}

#[test]
fn no_pause_makes_a_day_end_earlier() {
    let office = Schedule::new(office());
    let clock = office.clock();
    let received = at(clock, "2026-06-03 10:00");
    let due = |from, to| {
        let pauses = Pauses::new([(at(clock, from), Some(at(clock, to)))]);
        shown(clock, office.paused(&pauses).add_days(received, 1).unwrap())
    };
    assert_eq!(due("2026-06-04 10:00", "2026-06-04 15:00"), "2026-06-04 17:00");
    assert_eq!(due("2026-06-04 15:00", "2026-06-05 09:00"), "2026-06-05 17:00");
    assert_eq!(due("2026-06-03 12:00", "2026-06-05 12:00"), "2026-06-05 17:00");
    assert_eq!(due("2026-06-04 17:00", "2026-06-05 12:00"), "2026-06-04 17:00");
}

#[test]
fn offsets_from_a_deadline_keep_to_open_time() {
    let office = Schedule::new(office());
    let clock = office.clock();
    let before = |due, minutes: i64| shown(clock, office.subtract(at(clock, due), minutes * 60).unwrap());
    assert_eq!(before("2026-06-08 10:00", 120), "2026-06-05 16:00");
    assert_eq!(before("2026-06-08 09:00", 60), "2026-06-05 16:00");
    assert_eq!(before("2026-06-08 00:00", 60), "2026-06-05 16:00");
    let day = |due| shown(clock, office.running().add_days(at(clock, due), -1).unwrap());
    assert_eq!(day("2026-06-08 17:00"), "2026-06-05 17:00");
    assert_eq!(day("2026-06-08 12:00"), "2026-06-05 12:00");
}

#[test]
fn reversed_arguments_give_the_same_with_a_sign() {
    let office = Schedule::new(office());
    let (from, to) = (at(office.clock(), "2026-06-04 15:00"), at(office.clock(), "2026-06-08 10:00"));
    assert_eq!(office.between(from, to), Ok(11 * 3600));
    assert_eq!(office.between(to, from), Ok(-11 * 3600));
    assert_eq!(office.between(from, from), Ok(0));
    assert_eq!(office.add(to, -11 * 3600), office.subtract(to, 11 * 3600));
    assert_eq!(office.subtract(from, -11 * 3600), office.add(from, 11 * 3600));
    assert!(office.stretches(to, from).unwrap().is_empty());
}

#[test]
fn years_that_are_not_kept_are_an_error() {
    let always = Schedule::always(&zone("Pacific/Auckland"));
    let last = Instant::LAST;
    assert_eq!(always.add(last, 1), Err(CountError::NeverOpen));
    assert_eq!(always.add(last.plus(-1).unwrap(), 1), Ok(last));
    assert_eq!(always.add(Instant::FIRST, i64::MAX), Err(CountError::NeverOpen));
    assert_eq!(always.subtract(Instant::FIRST, 1), Err(CountError::NeverOpen));
    assert_eq!(always.clock().add(last, Elapsed::Months(1)), Err(CountError::OutOfRange));
    assert_eq!(always.clock().add(last, Elapsed::Days(i64::MAX)), Err(CountError::OutOfRange));
    assert_eq!(always.clock().add(Instant::FIRST, Elapsed::Days(-1)), Err(CountError::OutOfRange));
    assert_eq!(always.clock().rfc3339(last), "2101-01-01T13:00:00+13:00");
    assert_eq!(
        ZoneClock::new(&zone("America/New_York")).rfc3339(Instant::FIRST),
        "1969-12-31T19:00:00-05:00"
    );
}
