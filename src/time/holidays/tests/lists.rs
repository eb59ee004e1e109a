//! Lists of dates that others keep.

use crate::time::holidays::{List, MOST_BYTES};
use proptest::prelude::*;

fn days(text: &str, year: i16) -> Vec<String> {
    let list = List::read(text).unwrap();
    list.days(year)
        .unwrap()
        .iter()
        .map(|day| {
            let hours = if day.is_whole() { String::new() } else { format!(" {}..{}", day.from, day.to) };
            format!("{}{hours} {}", day.date, day.name)
        })
        .collect()
}

fn problems(text: &str) -> Vec<String> {
    List::read(text).unwrap_err().iter().map(ToString::to_string).collect()
}

#[test]
fn a_line_is_a_date_or_a_span_with_a_name() {
    let text =
        "# Works holidays\n2026-12-24 13:00..24:00: Christmas Eve\n2026-08-03..2026-08-04: Summer closing\n";
    let expected =
        ["2026-08-03 Summer closing", "2026-08-04 Summer closing", "2026-12-24 13:00..24:00 Christmas Eve"];
    assert_eq!(days(text, 2026), expected);
}

#[test]
fn the_dash_and_the_quotes_of_yaml_change_nothing() {
    assert_eq!(
        days("---\n- 2026-05-05: \"Liberation Day\"\n- '2026-05-06': Off # and not more\r\n", 2026),
        ["2026-05-05 Liberation Day", "2026-05-06 Off"]
    );
    assert_eq!(days("\u{feff}2026-05-05\n", 2026), ["2026-05-05 "]);
}

#[test]
fn a_day_without_a_year_is_in_every_year() {
    let list = "12-31: New Year's Eve\n12-24..01-02 08:00..12:00: Half days";
    assert_eq!(List::read(list).unwrap().years(), 1970..=2100);
    assert_eq!(days("02-29: Leap day", 2028), ["2028-02-29 Leap day"]);
    assert!(days("02-29: Leap day", 2027).is_empty());
    assert_eq!(days("12-30..01-01: Between", 2027).len(), 3);
}

#[test]
fn a_list_of_dates_knows_the_years_from_the_first_to_the_last() {
    let list = List::read("2025-01-01: a\n2027-01-01: b\n12-25: c").unwrap();
    assert_eq!(list.years(), 2025..=2027);
    assert_eq!(list.days(2026).unwrap().len(), 1);
    assert!(list.days(2024).is_none());
    assert!(list.days(2028).is_none());
}

#[test]
fn every_line_that_cannot_be_read_is_named() {
    let text = "2026-12-24: fine\n2026-13-01: x\n24.12.2026: y\n2026-12-24 9:00..17:00: z\n2026-08-07..2026-08-03: backwards\n";
    assert_eq!(
        problems(text),
        [
            "line 2: `2026-13-01` is not a date such as `2026-12-24`, or `12-24` for every year",
            "line 3: `24.12.2026` is not a date such as `2026-12-24`, or `12-24` for every year",
            "line 4: `9:00..17:00` is not a span of hours such as `13:00..24:00`",
            "line 5: it ends before it begins",
        ]
    );
    assert_eq!(problems("# nothing\n"), ["line 1: there is no holiday in this list"]);
}

#[test]
fn a_list_is_bounded() {
    assert_eq!(problems(&" ".repeat(MOST_BYTES + 1)), ["line 1: the list is longer than 4 MB"]);
    assert_eq!(problems("2020-01-01..2030-01-01: a decade"), ["line 1: it is longer than 366 days"]);
    assert_eq!(problems(&"x\n".repeat(5_000)).len(), 100);
    let many = "01-01..12-31: all year\n".repeat(10);
    assert!(problems(&many)[0].ends_with("the list has more than 100000 days"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn no_text_makes_the_reader_fail(text in "(?s).{0,200}") {
        let _ = List::read(&text);
    }

    #[test]
    fn no_text_like_a_list_makes_the_reader_fail(text in "(- )?[0-9.:\\-T/ \n#'\"]{0,80}(: [a-z ]{0,5})?") {
        let _ = List::read(&text);
    }

    #[test]
    fn no_text_like_an_event_makes_the_reader_fail(
        lines in prop::collection::vec("(BEGIN|END|DTSTART|DTEND|DURATION|RRULE|EXDATE|RDATE|SUMMARY)(;VALUE=DATE|;TZID=X)?:[A-Z0-9=;,+\\-]{0,24}", 0..12),
    ) {
        let _ = List::read(&format!("BEGIN:VCALENDAR\nBEGIN:VEVENT\n{}\nEND:VEVENT\nEND:VCALENDAR", lines.join("\n")));
    }

    #[test]
    fn an_event_of_any_day_and_rule_is_read_or_refused(
        start in "20[0-9]{2}(0[1-9]|1[0-2])[0-2][0-9](T[0-2][0-9]0000)?",
        length in "P[0-9]{1,4}[WD]|PT[0-9]{1,12}[HMS]",
        rule in "(FREQ=YEARLY)(;INTERVAL=[0-9])?(;COUNT=[0-9]{1,3})?(;BYMONTH=1?[0-9])?(;BYDAY=-?[1-6](MO|SU))?",
    ) {
        let event = format!("DTSTART:{start}\nDURATION:{length}\nRRULE:{rule}");
        if let Ok(list) = List::read(&format!("BEGIN:VCALENDAR\nBEGIN:VEVENT\n{event}\nEND:VEVENT\nEND:VCALENDAR")) {
            for year in list.years() {
                prop_assert!(list.days(year).unwrap().iter().all(|day| day.date.year() == year && day.from < day.to));
            }
        }
    }
}
