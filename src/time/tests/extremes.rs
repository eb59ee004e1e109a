//! The longest and the shortest waits of small calendars.

use super::*;

fn june(schedule: &Schedule, wait: Wait) -> Deadlines {
    let instant = |text| at(schedule.clock(), text);
    Deadlines::new(schedule, &wait, instant("2026-06-01 00:00"), instant("2026-07-01 00:00")).unwrap()
}

fn told(schedule: &Schedule, extreme: Option<Extreme>) -> String {
    let Some(extreme) = extreme else { return "nothing".to_owned() };
    let limit = extreme.limit;
    let (received, due) = (extreme.received, extreme.due);
    let clock = schedule.clock();
    let about = if extreme.is_attained() { "" } else { "almost " };
    format!(
        "{about}{}h {}m: {} to {}",
        limit / 3600,
        limit / 60 % 60,
        shown(clock, received),
        shown(clock, due)
    )
}

#[test]
fn the_longest_wait_is_over_the_longest_closure() {
    let office = Schedule::new(office());
    let deadlines = june(&office, Wait::Length(Length::Open(4 * 3600)));
    assert_eq!(told(&office, deadlines.longest()), "68h 0m: 2026-06-05 13:00 to 2026-06-08 09:00");
    assert_eq!(told(&office, deadlines.shortest()), "4h 0m: 2026-06-01 09:00 to 2026-06-01 13:00");
    assert_eq!(deadlines.ended(), None);
}

#[test]
fn just_after_a_cut_off_the_wait_is_longest() {
    let mut definition = office();
    definition.cut_off = Some(time("15:00"));
    let office = Schedule::new(definition);
    let deadlines = june(&office, Wait::Length(Length::Days(1)));
    let longest = deadlines.longest();
    assert_eq!(told(&office, longest), "almost 98h 0m: 2026-06-04 15:00 to 2026-06-08 17:00");
    assert_eq!(longest.map(|longest| longest.limit - longest.seconds()), Some(1));
    // What comes before the next opening is received then, and due on the day after it.
    assert_eq!(told(&office, deadlines.shortest()), "26h 0m: 2026-06-01 15:00 to 2026-06-02 17:00");
}

#[test]
fn only_receipts_of_some_hours_can_be_looked_at() {
    let office = Schedule::new(office());
    let deadlines = june(&office, Wait::Length(Length::Open(4 * 3600)));
    let mornings = Hours { from: time("09:00"), to: time("12:00") };
    let mornings =
        Definition::new("mornings", zone("Europe/Amsterdam")).open(&Weekday::ALL[..5], &[mornings]);
    let open = Schedule::new(mornings).stretches(Instant::FIRST, Instant::LAST).unwrap();
    assert_eq!(
        told(&office, deadlines.within(&open).longest()),
        "4h 0m: 2026-06-01 09:00 to 2026-06-01 13:00"
    );
    assert_eq!(deadlines.within(&[]).longest(), None);
}

#[test]
fn civil_days_are_an_hour_longer_when_the_clocks_are_put_back() {
    let office = Schedule::new(office());
    let instant = |text| at(office.clock(), text);
    let day = Wait::Length(Length::Elapsed(Elapsed::Days(1)));
    let year = Deadlines::new(&office, &day, instant("2026-01-01 00:00"), instant("2027-01-01 00:00"));
    let year = year.unwrap();
    assert_eq!(told(&office, year.longest()), "25h 0m: 2026-10-24 03:00 to 2026-10-25 03:00");
    assert_eq!(told(&office, year.shortest()), "23h 0m: 2026-03-28 03:00 to 2026-03-29 03:00");
}

#[test]
fn two_promises_are_held_against_each_other_at_every_instant() {
    let office = Schedule::new(office());
    let hours = june(&office, Wait::Length(Length::Open(4 * 3600)));
    let day = june(&office, Wait::Length(Length::Elapsed(Elapsed::Seconds(86_400))));
    let apart = hours.latest_after(&day).unwrap();
    assert_eq!(
        (shown(office.clock(), apart.received).as_str(), apart.seconds()),
        ("2026-06-05 13:00", 44 * 3600)
    );
    let apart = day.latest_after(&hours).unwrap();
    assert_eq!(apart.seconds(), 20 * 3600);
}

#[test]
fn a_closing_is_still_within_open_time() {
    let schedule = Schedule::new(office());
    let days = june(&schedule, Wait::Length(Length::Days(1)));
    assert_eq!(days.due_outside(&schedule), Ok(None));
    let hours = june(&schedule, Wait::Length(Length::Elapsed(Elapsed::Seconds(4 * 3600))));
    let (received, due) = hours.due_outside(&schedule).unwrap().unwrap();
    let shown = |at| super::shown(schedule.clock(), at);
    assert_eq!((shown(received), shown(due)), ("2026-06-01 00:00".to_owned(), "2026-06-01 04:00".to_owned()));
}

#[test]
fn deadlines_end_where_holidays_do() {
    let mut definition = office();
    definition.business_days = BusinessDays::EndAtClose;
    let list = HolidayList { name: "XX".into(), years: (2026, 2026), days: Vec::new() };
    definition.holidays.push(list);
    let office = Schedule::new(definition);
    let instant = |text| at(office.clock(), text);
    let wait = Wait::Length(Length::Days(1));
    let found = Deadlines::new(&office, &wait, instant("2026-12-01 00:00"), instant("2027-06-01 00:00"));
    let found = found.unwrap();
    assert_eq!(shown(office.clock(), found.until()), "2026-12-30 17:00");
    assert!(matches!(found.ended(), Some(CountError::HolidaysUnknown { .. })));
    let early = Deadlines::new(&office, &wait, instant("2025-12-01 00:00"), instant("2026-06-01 00:00"));
    assert!(early.is_err());
}
