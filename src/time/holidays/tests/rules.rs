//! Each kind of line of the data, on a country of its own.

use super::super::expand;
use super::super::read::{self, Problem};
use super::super::{areas, feasts};
use crate::time::holidays::country::texts;

/// The days of a year in the country `XX`, or in its region `XX-A`, that has these lines.
fn days_at(lines: &str, region: bool, year: i16) -> Vec<String> {
    let text = format!("country XX, 1970..2100: Somewhere\nregion A: Here\n{lines}\n");
    let country = read::country(&text).unwrap();
    let place = &country.places[usize::from(region)];
    expand::days(&country, place, year..=year)
        .iter()
        .map(|day| {
            let date = day.date.to_string();
            let date = date.strip_prefix(&format!("{year}-")).unwrap();
            if day.is_whole() { date.to_owned() } else { format!("{date} {}..{}", day.from, day.to) }
        })
        .collect()
}

fn days(lines: &str, year: i16) -> Vec<String> {
    days_at(lines, false, year)
}

fn problem(lines: &str) -> Problem {
    read::country(&format!("country XX, 1970..2100: Somewhere\n{lines}\n")).unwrap_err()
}

#[test]
fn a_day_of_the_year_is_the_same_in_each() {
    assert_eq!(days("dec 25: Christmas", 2026), ["12-25"]);
    assert_eq!(days("feb 29: Leap day", 2024), ["02-29"]);
    assert!(days("feb 29: Leap day", 2025).is_empty());
}

#[test]
fn days_are_counted_from_easter_both_ways() {
    assert_eq!(days("easter -2: Good Friday\neaster +1: Monday", 2026), ["04-03", "04-06"]);
    assert_eq!(days("orthodox easter +1: Monday", 2026), ["04-13"]);
}

#[test]
fn weekdays_are_counted_in_their_month() {
    assert_eq!(days("1st mon of may: May", 2026), ["05-04"]);
    assert_eq!(days("3rd sun of sep +1: Fast", 2026), ["09-21"]);
    assert_eq!(days("last mon of aug: Bank", 2026), ["08-31"]);
    assert_eq!(days("last mon of feb: Bank", 2027), ["02-22"]);
    assert!(days("5th mon of feb: Never", 2026).is_empty());
}

#[test]
fn weekdays_are_looked_for_beside_a_day() {
    // May 25, 2026 is a Monday.
    assert_eq!(days("mon from may 25: x", 2026), ["05-25"]);
    assert_eq!(days("mon after may 25: x", 2026), ["06-01"]);
    assert_eq!(days("mon until may 25: x", 2026), ["05-25"]);
    assert_eq!(days("mon before may 25: x", 2026), ["05-18"]);
    assert_eq!(days("mon nearest may 28: x", 2026), ["05-25"]);
    assert_eq!(days("mon nearest may 29: x", 2026), ["06-01"]);
}

#[test]
fn rules_have_years_regions_and_days_on_which_they_do_not_hold() {
    assert!(days("jan 6, 2020..: x", 2019).is_empty());
    assert_eq!(days("jan 6, ..2019 2021: x", 2021), ["01-06"]);
    assert!(days("jan 6, ..2019 2021: x", 2020).is_empty());
    assert_eq!(days("oct 1, every 6 years from 2024: x", 2030), ["10-01"]);
    assert!(days("oct 1, every 6 years from 2024: x", 2029).is_empty());
    assert!(days("jan 6, in A: x", 2026).is_empty());
    assert_eq!(days_at("jan 6, in A: x", true, 2026), ["01-06"]);
    assert_eq!(days("jan 6, except A: x", 2026), ["01-06"]);
    assert!(days_at("jan 6, except A: x", true, 2026).is_empty());
    assert_eq!(days("jan 6, only on tue: x", 2026), ["01-06"]);
    assert!(days("jan 6, not on tue: x", 2026).is_empty());
    assert!(days("jan 6, not on jan 6: x", 2026).is_empty());
    assert_eq!(days("jan 6, not on 2025-01-06: x", 2026), ["01-06"]);
}

#[test]
fn a_holiday_on_a_weekend_is_moved_or_gives_another_day() {
    // 2026-08-15 is a Saturday, 2026-11-01 a Sunday.
    assert_eq!(days("aug 15, sat add previous fri, sun add next mon: x", 2026), ["08-14", "08-15"]);
    assert_eq!(days("aug 15, sat move to previous fri: x", 2026), ["08-14"]);
    assert_eq!(days("nov 1, sat move to previous fri, sun add next mon: x", 2026), ["11-01", "11-02"]);
    assert_eq!(days("nov 1, sun move to previous sat: x", 2026), ["10-31"]);
    assert_eq!(days("nov 1, tue wed move to next fri: x", 2026), ["11-01"]);
}

#[test]
fn the_search_for_a_working_day_passes_weekends_and_other_holidays() {
    // December 25 and 26, 2021 are a Saturday and a Sunday.
    let both = "dec 25, sat sun add next working day: x\ndec 26, sat sun add next working day: y";
    assert_eq!(days(both, 2021), ["12-25", "12-26", "12-27", "12-28"]);
    assert_eq!(days(both, 2022), ["12-25", "12-26", "12-27"]);
    assert_eq!(
        days("weekend sun\nnov 1, sun add next free day: x\nnov 2: y", 2026),
        ["11-01", "11-02", "11-03"]
    );
    assert_eq!(days("aug 15, sat move to previous working day: x\naug 14: y", 2026), ["08-13", "08-14"]);
    assert_eq!(days("aug 14, from 13:00: y\naug 13, thu move to next working day: x", 2026), ["08-14"]);
}

#[test]
fn two_holidays_of_one_day_can_give_another() {
    assert_eq!(days("may 5, holiday move to next working day: x\nmay 5: y", 2026), ["05-05", "05-06"]);
    assert_eq!(days("may 5, holiday move to next working day: x", 2026), ["05-05"]);
    assert_eq!(days("1st thu of apr, easter -3 move to next thu: x", 2026), ["04-09"]);
    assert_eq!(days("1st thu of apr, easter -3 move to next thu: x", 2027), ["04-01"]);
}

#[test]
fn a_day_moved_over_new_year_is_of_the_other_year() {
    let rule = "jan 1, sat add previous fri: New Year";
    assert_eq!(days(rule, 2021), ["01-01", "12-31"]);
    assert_eq!(days(rule, 2022), ["01-01"]);
}

#[test]
fn days_between_two_holidays_are_holidays() {
    assert_eq!(days("sep 21: x\nsep 23: y\nbetween holidays: z", 2026), ["09-21", "09-22", "09-23"]);
    assert_eq!(days("sep 20: x\nsep 23: y\nbetween holidays: z", 2026), ["09-20", "09-23"]);
}

#[test]
fn part_days_keep_their_hours_and_give_way_to_whole_ones() {
    assert_eq!(days("dec 24, from 13:00: x", 2026), ["12-24 13:00..24:00"]);
    assert_eq!(days("dec 24, from 13:00: x\ndec 24, 2026: y", 2026), ["12-24"]);
    assert_eq!(
        days("dec 24, until 12:00: x\ndec 24, from 13:00: y", 2026),
        ["12-24 00:00..12:00", "12-24 13:00..24:00"]
    );
}

#[test]
fn dates_stand_one_by_one_or_in_spans_over_several_lines() {
    assert_eq!(
        days("2025-01-29 2026-02-17..2026-02-19\n  2026-09-25: x", 2026),
        ["02-17", "02-18", "02-19", "09-25"]
    );
    assert_eq!(days("feast spring festival +1: x", 2026), ["02-18"]);
}

#[test]
fn a_line_that_cannot_be_read_is_named() {
    assert_eq!(problem("jan 32: x"), Problem::new(2, "`jan 32` is not a day such as `jan 1`"));
    assert_eq!(problem("\n# a comment\n6th mon of may: x").line, 4);
    assert_eq!(problem("jan 1").message, "`: ` and a name are missing");
    assert_eq!(problem("jan 1, in B: x").message, "`B` is not a region");
    assert_eq!(problem("jan 1, sometimes: x").message, "`sometimes` is not a clause, or years");
    assert_eq!(
        problem("jan 1, sat add next week: x").message,
        "`next week ` is not a day such as `next mon` or `next working day`"
    );
    assert_eq!(
        problem("2026-02-17 2025-01-29: x").message,
        "`2025-01-29` comes too late: dates stand in order"
    );
    assert_eq!(read::country("").unwrap_err().message, "no country is named");
}

#[test]
fn the_data_of_every_country_can_be_read_and_names_its_source() {
    for (code, text) in texts() {
        let country = read::country(text).unwrap_or_else(|problem| panic!("{code}: {problem}"));
        assert_eq!(country.places[0].code, code);
        assert!(text.starts_with("# "), "{code} does not begin with its source");
        for place in &country.places {
            assert!(place.years.0 <= 2026 && place.years.1 >= 2026, "{} ends too early", place.code);
        }
    }
    assert!(feasts::read_all().unwrap().iter().all(|(_, dates)| dates.len() == 21));
    assert!(areas().count() > texts().count());
}

#[test]
fn feasts_that_a_country_names_are_listed() {
    for (code, text) in texts() {
        for line in text.lines().filter_map(|line| line.strip_prefix("feast ")) {
            let name = line.split([',', ':', '+', '-']).next().unwrap();
            let name = if line.starts_with("tomb-sweeping day") { "tomb-sweeping day" } else { name.trim() };
            let name = if line.starts_with("mid-autumn festival") { "mid-autumn festival" } else { name };
            assert!(!feasts::dates(name).is_empty(), "{code}: {name}");
        }
    }
}

#[test]
fn no_year_of_any_place_fails_or_is_out_of_order() {
    for (_, text) in texts() {
        let country = read::country(text).unwrap();
        for place in &country.places {
            let days = expand::days(&country, place, 1970..=2100);
            assert!(days.windows(2).all(|pair| (pair[0].date, pair[0].to) < (pair[1].date, pair[1].from)));
            for year in (1970..=2100).step_by(13) {
                let days = expand::days(&country, place, year..=year);
                assert!(days.iter().all(|day| day.date.year() == year));
            }
        }
    }
}
