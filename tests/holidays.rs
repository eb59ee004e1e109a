//! Public holidays: what we say of every area, held against an independent package and against a table of our own.
//!
//! The comparison needs Python with the package `holidays` in the version that `tests/holidays/compare.py` names: in the
//! virtual environment that `.ci/holidays` makes, or in the Python of the machine. Without it the test says so and passes,
//! except when `CI` is `true`. `AVOUCH_UPDATE=1 cargo test --test holidays` writes the table `tests/holidays/days.csv` and
//! the page of areas anew.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop where the tool may not")]

use avouch::time::holidays::{Area, areas, merged};
use std::fmt::Write;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The days of an area in these years that it knows, a line each.
fn days(area: Area, years: std::ops::RangeInclusive<i16>, out: &mut String) {
    writeln!(out, "area,{},{},{}", area.code(), area.years().start(), area.years().end()).unwrap();
    for day in years.filter_map(|year| area.days(year)).flatten() {
        let name = day.english.replace('"', "");
        writeln!(out, "day,{},{},{},{},\"{name}\"", area.code(), day.date, day.from, day.to).unwrap();
    }
}

/// The first Python that has the package.
fn python() -> Option<PathBuf> {
    let own = root().join("target/holidays/bin/python");
    [own, PathBuf::from("python3")].into_iter().find(|python| {
        let found = Command::new(python).args(["-c", "import holidays"]).output();
        found.is_ok_and(|found| found.status.success())
    })
}

#[test]
fn days_are_those_of_an_independent_package_or_the_difference_is_explained() {
    let Some(python) = python() else {
        let complaint = "holidays are not compared: there is no Python with the package `holidays`";
        assert!(std::env::var("CI").as_deref() != Ok("true"), "{complaint}; run .ci/holidays");
        eprintln!("{complaint}; .ci/holidays installs it");
        return;
    };
    let mut ours = String::new();
    for area in areas() {
        days(area, 2015..=2035, &mut ours);
    }
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("days.csv");
    fs::write(&file, ours).unwrap();
    let tests = root().join("tests/holidays");
    let run = Command::new(python)
        .arg(tests.join("compare.py"))
        .args([file, tests.join("differences.txt")])
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&run.stdout) + String::from_utf8_lossy(&run.stderr);
    assert!(run.status.success(), "{said}");
    println!("{said}");
}

/// What a file is to hold, written where that is asked for.
fn assert_file(path: &str, text: &str) {
    let file = root().join(path);
    if std::env::var_os("AVOUCH_UPDATE").is_some() {
        fs::write(&file, text).unwrap();
    }
    let there = fs::read_to_string(file).unwrap_or_default();
    assert!(
        there == text,
        "{path} is not what the data says; `AVOUCH_UPDATE=1 cargo test --test holidays` writes it anew"
    );
}

#[test]
fn days_of_a_few_areas_are_those_of_the_table() {
    let few =
        ["AU-TAS", "CH-GL", "DE-BY", "ES-MD", "GB-SCT", "HK", "IL", "JP", "NL", "NZ-OTA", "TR", "US-TX"];
    let mut table = String::new();
    for code in few {
        days(Area::new(code).unwrap(), 2024..=2027, &mut table);
    }
    assert_file("tests/holidays/days.csv", &table);
}

#[test]
fn the_page_of_public_holidays_lists_every_area_with_its_years() {
    const MARK: &str = "<!-- from the data of each country -->\n";
    let path = "docs/language/holidays.md";
    let page = fs::read_to_string(root().join(path)).unwrap();
    let (prose, _) = page.split_once(MARK).expect("the mark that the table stands behind");
    let mut table = String::from("\n| country | years | regions |\n|---|---|---|\n");
    let all: Vec<Area> = areas().collect();
    for country in all.iter().filter(|area| !area.code().contains('-')) {
        let years = country.years();
        let regions = all.iter().filter(|area| area.code() != country.code() && area.is_within(*country));
        let regions: Vec<String> = regions
            .map(|area| {
                assert_eq!(area.years(), years, "the table has one span of years for a country");
                format!("`{}` {}", area.code(), area.english())
            })
            .collect();
        let (code, name) = (country.code(), country.english());
        let years = format!("{} to {}", years.start(), years.end());
        writeln!(table, "| `{code}` {name} | {years} | {} |", regions.join(", ")).unwrap();
    }
    assert_file(path, &format!("{prose}{MARK}{table}"));
}

#[test]
fn no_year_of_an_area_is_without_holidays_or_out_of_order() {
    for area in areas() {
        for year in 1970..=2100 {
            let Some(days) = area.days(year) else {
                assert!(!area.years().contains(&year));
                continue;
            };
            assert!(days.len() >= 3, "{} has {} holidays in {year}", area.code(), days.len());
            assert!(
                days.iter().all(|day| day.date.year() == year && day.from < day.to && !day.name.is_empty())
            );
            assert!(
                days.windows(2).all(|pair| (pair[0].date, pair[0].to) < (pair[1].date, pair[1].from)),
                "{}",
                area.code()
            );
        }
    }
}

#[test]
fn areas_are_found_in_capitals_or_not() {
    for area in areas() {
        assert_eq!(Area::new(&area.code().to_lowercase()), Some(area));
    }
    for unknown in ["", "D", "DE-", "DE-XX", "DEU", "XX", "ÄÖ", "NL-"] {
        assert_eq!(Area::new(unknown), None, "{unknown}");
    }
}

#[test]
fn areas_together_have_the_days_of_each() {
    let [bavaria, netherlands] = ["DE-BY", "NL"].map(|code| Area::new(code).unwrap());
    let days = merged(&[bavaria, netherlands], 2026).unwrap();
    for area in [bavaria, netherlands] {
        for day in area.days(2026).unwrap() {
            assert!(days.iter().any(|found| found.date == day.date && found.english.contains(&*day.english)));
        }
    }
    assert_eq!(days[0].english, "New Year's Day");
    assert_eq!(days[0].name, "Neujahr; Nieuwjaarsdag");
    assert!(merged(&[bavaria, netherlands], 1970).is_none());
}

#[test]
fn all_years_together_are_the_years_one_by_one() {
    for area in areas().step_by(5) {
        let one_by_one: Vec<_> = area.years().filter_map(|year| area.days(year)).flatten().collect();
        assert!(area.all_days() == one_by_one, "{}", area.code());
    }
}
