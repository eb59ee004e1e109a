//! `.ics` files.

use crate::time::holidays::List;

/// A calendar with one event of these lines.
fn calendar(event: &str) -> String {
    format!(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\n{}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
        event.replace('\n', "\r\n")
    )
}

fn days(event: &str, year: i16) -> Vec<String> {
    let list = List::read(&calendar(event)).unwrap();
    let hours = |day: &crate::time::holidays::Holiday| {
        if day.is_whole() { String::new() } else { format!(" {}..{}", day.from, day.to) }
    };
    list.days(year).unwrap().iter().map(|day| format!("{}{}", day.date, hours(day))).collect()
}

fn problem(event: &str) -> String {
    List::read(&calendar(event)).unwrap_err()[0].to_string()
}

#[test]
fn a_day_is_one_day_whatever_its_end_is_called() {
    for end in ["", "\nDTEND;VALUE=DATE:20261226", "\nDTEND;VALUE=DATE:20261225", "\nDURATION:P1D"] {
        assert_eq!(days(&format!("DTSTART;VALUE=DATE:20261225{end}\nSUMMARY:x"), 2026), ["2026-12-25"]);
    }
}

#[test]
fn several_days_end_before_their_end() {
    assert_eq!(
        days("DTSTART;VALUE=DATE:20261230\nDTEND;VALUE=DATE:20270102", 2026),
        ["2026-12-30", "2026-12-31"]
    );
}

#[test]
fn times_are_those_of_the_clock_on_the_wall() {
    let eve = "DTSTART;TZID=Europe/Berlin:20261224T130000\nDTEND;TZID=Europe/Berlin:20261225T000000";
    assert_eq!(days(eve, 2026), ["2026-12-24 13:00..24:00"]);
    let move_day = "DTSTART:20260604T130000\nDTEND:20260606T120000";
    assert_eq!(days(move_day, 2026), ["2026-06-04 13:00..24:00", "2026-06-05", "2026-06-06 00:00..12:00"]);
    assert_eq!(days("DTSTART:20260604T130000\nDURATION:PT2H30M", 2026), ["2026-06-04 13:00..15:30"]);
}

#[test]
fn names_are_put_together_and_freed_of_their_escapes() {
    let list = List::read(&calendar(
        "DTSTART;VALUE=DATE:20261003\nSUMMARY;LANGUAGE=\"de:DE\":Tag der\n  Einheit\\, frei\\nfür alle",
    ))
    .unwrap();
    assert_eq!(list.days(2026).unwrap()[0].name, "Tag der Einheit, frei für alle");
}

#[test]
fn alarms_and_other_parts_are_passed_over() {
    let alarm = "DTSTART;VALUE=DATE:20261003\nBEGIN:VALARM\nTRIGGER:-P1D\nDURATION:never\nEND:VALARM";
    assert_eq!(days(alarm, 2026), ["2026-10-03"]);
    let cancelled = "DTSTART;VALUE=DATE:20261003\nEND:VEVENT\nBEGIN:VEVENT\nSTATUS:CANCELLED\nDTSTART;VALUE=DATE:20261005";
    assert_eq!(days(cancelled, 2026), ["2026-10-03"]);
}

#[test]
fn events_are_repeated_every_year() {
    let christmas = "DTSTART;VALUE=DATE:20201225\nRRULE:FREQ=YEARLY";
    assert_eq!(days(christmas, 2031), ["2031-12-25"]);
    assert!(List::read(&calendar(christmas)).unwrap().days(2019).is_none());
    let thanksgiving = "DTSTART;VALUE=DATE:20201126\nRRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH";
    assert_eq!(days(thanksgiving, 2026), ["2026-11-26"]);
    let memorial = "DTSTART;VALUE=DATE:20200525\nRRULE:FREQ=YEARLY;BYDAY=-1MO;BYMONTH=5";
    assert_eq!(days(memorial, 2026), ["2026-05-25"]);
    let thrice = "DTSTART;VALUE=DATE:20200101\nRRULE:FREQ=YEARLY;INTERVAL=2;COUNT=3";
    assert_eq!(List::read(&calendar(thrice)).unwrap().years(), 2020..=2024);
    assert!(days(thrice, 2021).is_empty());
    let until = "DTSTART;VALUE=DATE:20200101\nRRULE:FREQ=YEARLY;UNTIL=20220101\nEXDATE;VALUE=DATE:20210101";
    assert!(days(until, 2021).is_empty());
    assert_eq!(days(until, 2022), ["2022-01-01"]);
    assert_eq!(days("DTSTART;VALUE=DATE:20200101\nRDATE;VALUE=DATE:20200301,20210401", 2021), ["2021-04-01"]);
}

#[test]
fn what_is_every_year_does_not_make_other_days_known() {
    let both = "DTSTART;VALUE=DATE:20201225\nRRULE:FREQ=YEARLY\nEND:VEVENT\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20260403";
    assert_eq!(List::read(&calendar(both)).unwrap().years(), 2026..=2026);
}

#[test]
fn what_cannot_be_read_is_named_with_its_line() {
    assert_eq!(problem("SUMMARY:x"), "line 3: this event does not say when it is: `DTSTART` is missing");
    assert_eq!(problem("DTSTART:20260230"), "line 4: this is no date from 1970 to 2100 such as `20261224`");
    assert_eq!(
        problem("SUMMARY:x\nDTSTART:20260101T100000Z"),
        "line 5: a time in UTC (`Z`) is on different days in different places; write the local time without `Z`"
    );
    assert_eq!(
        problem("DTSTART:20260101T100000"),
        "line 4: this event has no end: `DTEND` or `DURATION` is missing"
    );
    assert_eq!(
        problem("DTSTART;VALUE=DATE:20260102\nDTEND;VALUE=DATE:20260101"),
        "line 5: the event ends before it begins"
    );
    assert_eq!(
        problem("DTSTART;VALUE=DATE:20260102\nRRULE:FREQ=WEEKLY"),
        "line 5: `FREQ=WEEKLY` is not understood: a holiday is repeated every year, on a day or a weekday of a month"
    );
    assert_eq!(
        problem("DTSTART;VALUE=DATE:20260102\nDURATION:P1000W"),
        "line 5: this is no duration of at most a year such as `P1D`"
    );
    let broken = List::read("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260101\n").unwrap_err();
    assert_eq!(broken[0].to_string(), "line 3: `END:VEVENT` is missing");
    let crossed = List::read("BEGIN:VCALENDAR\nEND:VEVENT\n").unwrap_err();
    assert_eq!(crossed[0].to_string(), "line 2: `END:VEVENT` ends nothing that has begun");
}
