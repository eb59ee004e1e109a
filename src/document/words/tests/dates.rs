//! Dates, hours, lines of calendars, and rules for dates, in both languages.

use super::fixture::{both, date, name};
use crate::document::words::Words;
use crate::hir::{Effect, Line};
use crate::source::Span;
use crate::time::holidays::areas;
use crate::time::{ClockTime, DateTime, MonthDay, Weekday, Zone};
use crate::value::{
    Clock, ClockSpan, DatePoint, DateRule, DateSpan, Duration, Instants, PhaseDates, ReleaseStep, Unit,
    WeekdaySpan,
};

#[test]
fn dates_have_a_long_a_short_and_a_full_form() {
    let day = || date("2026-03-01");
    both(&[((), "1 March 2026", "1 maart 2026")], |wording, ()| wording.words.date(day()));
    both(&[((), "1 Mar 2026", "1 mrt 2026")], |wording, ()| wording.words.short_date(day()));
    both(&[((), "Sunday 1 March 2026", "zondag 1 maart 2026")], |wording, ()| wording.words.full_date(day()));
    both(&[((), "Sun 1 Mar 2026", "zo 1 mrt 2026")], |wording, ()| wording.words.short_full_date(day()));
    let yearly = MonthDay::new(5, 31).unwrap();
    both(&[((), "31 May", "31 mei")], |wording, ()| wording.words.yearly_day(yearly));
}

#[test]
fn days_and_months_are_twelve_and_seven_different_words() {
    for tag in ["en", "nl"] {
        let words = Words::load(tag, false).unwrap();
        let months: std::collections::BTreeSet<_> =
            (1..=12).flat_map(|month| [words.month(month), words.short_month(month)]).collect();
        // May is as long as its short form.
        assert_eq!(months.len(), 23, "{months:?}");
        let days: std::collections::BTreeSet<_> =
            Weekday::ALL.into_iter().flat_map(|day| [words.weekday(day), words.short_weekday(day)]).collect();
        assert_eq!(days.len(), 14, "{days:?}");
    }
}

fn at(day: &str, hour: u8, minute: u8) -> DateTime {
    DateTime { date: date(day), time: ClockTime::new(hour, minute, 0).unwrap() }
}

#[test]
fn instants_name_day_and_time() {
    let instant = at("2026-12-24", 16, 45);
    both(
        &[((), "Thursday 24 December 2026 at 16:45", "donderdag 24 december 2026 om 16:45 uur")],
        |wording, ()| wording.words.instant(instant),
    );
    both(&[((), "Thu 24 Dec 2026, 16:45", "do 24 dec 2026, 16:45")], |wording, ()| {
        wording.words.short_instant(instant)
    });
    let span = Instants { from: at("2026-06-04", 13, 0), to: at("2026-06-08", 12, 0) };
    both(
        &[(
            (),
            "from Thursday 4 June 2026 at 13:00 to Monday 8 June 2026 at 12:00",
            "van donderdag 4 juni 2026 om 13:00 uur tot maandag 8 juni 2026 om 12:00 uur",
        )],
        |wording, ()| wording.words.instants(span),
    );
}

#[test]
fn dates_carry_their_value_for_machines() {
    let time = Words::load("nl", false).unwrap().marked_instant(at("2026-12-24", 16, 45));
    let crate::document::model::Inline::Time { machine, .. } = time else { panic!("{time:?}") };
    assert_eq!(machine, "2026-12-24T16:45");
}

fn full(from: &str, to: &str) -> DateSpan {
    DateSpan { from: DatePoint::Full(date(from)), to: DatePoint::Full(date(to)) }
}

fn yearly(from: (u8, u8), to: (u8, u8)) -> DateSpan {
    let point = |(month, day)| DatePoint::Yearly(MonthDay::new(month, day).unwrap());
    DateSpan { from: point(from), to: point(to) }
}

#[test]
fn spans_of_dates_say_once_what_both_ends_share() {
    let table = [
        (full("2026-12-24", "2026-12-24"), "24 December 2026", "24 december 2026"),
        (full("2026-12-24", "2026-12-26"), "24 to 26 December 2026", "24 tot en met 26 december 2026"),
        (
            full("2026-01-01", "2026-03-31"),
            "1 January to 31 March 2026",
            "1 januari tot en met 31 maart 2026",
        ),
        (
            full("2026-12-28", "2027-01-03"),
            "28 December 2026 to 3 January 2027",
            "28 december 2026 tot en met 3 januari 2027",
        ),
        (yearly((12, 28), (1, 3)), "28 December to 3 January", "28 december tot en met 3 januari"),
        (yearly((7, 1), (7, 31)), "1 to 31 July", "1 tot en met 31 juli"),
        (yearly((5, 1), (5, 1)), "1 May", "1 mei"),
    ];
    both(&table, |wording, span| wording.words.date_span(*span));
    let table = [
        (yearly((7, 1), (8, 31)), "from 1 July to 31 August", "van 1 juli tot en met 31 augustus"),
        (yearly((5, 1), (5, 1)), "on 1 May", "op 1 mei"),
    ];
    both(&table, |wording, span| wording.words.date_span_in_sentence(*span));
}

fn days(from: &str, to: &str) -> WeekdaySpan {
    WeekdaySpan { from: Weekday::from_code(from).unwrap(), to: Weekday::from_code(to).unwrap() }
}

#[test]
fn spans_of_weekdays_include_both_ends() {
    let table = [
        (
            vec![days("Mon", "Fri")],
            "Monday to Friday",
            "maandag tot en met vrijdag",
            "Mon to Fri",
            "ma t/m vr",
        ),
        (vec![days("Sat", "Sun")], "Saturday and Sunday", "zaterdag en zondag", "Sat and Sun", "za en zo"),
        (vec![days("Fri", "Fri")], "Friday", "vrijdag", "Fri", "vr"),
        (
            vec![days("Mon", "Wed"), days("Fri", "Fri")],
            "Monday to Wednesday and Friday",
            "maandag tot en met woensdag en vrijdag",
            "Mon to Wed and Fri",
            "ma t/m wo en vr",
        ),
        (vec![days("Mon", "Sun")], "every day", "elke dag", "every day", "elke dag"),
    ];
    for (spans, english, dutch, short_english, short_dutch) in table {
        both(&[(spans.clone(), english, dutch)], |wording, spans| wording.words.weekdays(spans));
        both(&[(spans, short_english, short_dutch)], |wording, spans| wording.words.short_weekdays(spans));
    }
}

fn hours(from: u8, to: u8) -> ClockSpan {
    ClockSpan { from: ClockTime::new(from, 0, 0).unwrap(), to: ClockTime::new(to, 0, 0).unwrap() }
}

#[test]
fn hours_say_when_they_run_into_the_next_day() {
    let table = [
        (vec![hours(9, 17)], "09:00 to 17:00", "09:00 tot 17:00"),
        (
            vec![hours(8, 12), hours(13, 17)],
            "08:00 to 12:00 and 13:00 to 17:00",
            "08:00 tot 12:00 en 13:00 tot 17:00",
        ),
        (vec![hours(22, 6)], "22:00 to 06:00 the next day", "22:00 tot 06:00 de volgende dag"),
        (vec![hours(0, 24)], "all day", "de hele dag"),
        (vec![], "all day", "de hele dag"),
        (vec![hours(13, 24)], "13:00 to midnight", "13:00 tot middernacht"),
        (vec![hours(0, 12)], "midnight to 12:00", "middernacht tot 12:00"),
    ];
    both(&table, |wording, spans| wording.words.hours(spans));
    let table = [
        (vec![hours(9, 17)], "from 09:00 to 17:00", "van 09:00 tot 17:00 uur"),
        (vec![hours(13, 24)], "from 13:00 to midnight", "van 13:00 uur tot middernacht"),
    ];
    both(&table, |wording, spans| wording.words.hours_in_sentence(spans));
}

#[test]
fn lines_of_calendars_name_days_hours_and_season() {
    let open = Effect::Open;
    let weekly = |season| Line::Weekly {
        effect: open,
        days: vec![days("Mon", "Fri")],
        hours: vec![hours(9, 13)],
        season,
    };
    let sydney = Zone::new("Australia/Sydney");
    let table = [
        (weekly(None), "Monday to Friday, 09:00 to 13:00", "maandag tot en met vrijdag, 09:00 tot 13:00"),
        (
            weekly(Some(yearly((7, 1), (8, 31)))),
            "Monday to Friday, 09:00 to 13:00, from 1 July to 31 August",
            "maandag tot en met vrijdag, 09:00 tot 13:00, van 1 juli tot en met 31 augustus",
        ),
        (
            Line::Dates { effect: open, dates: full("2026-12-24", "2026-12-24"), hours: vec![hours(13, 24)] },
            "24 December 2026, 13:00 to midnight",
            "24 december 2026, 13:00 tot middernacht",
        ),
        (
            Line::WeekSpan {
                from: (Weekday::Monday, ClockTime::new(8, 0, 0).unwrap(), sydney),
                to: (Weekday::Friday, ClockTime::new(17, 30, 0).unwrap(), None),
            },
            "from Monday 08:00 in Sydney to Friday 17:30",
            "van maandag 08:00 uur in Sydney tot vrijdag 17:30 uur",
        ),
        (
            Line::Calendars { effect: open, names: vec![name("extended"), name("always")] },
            "Extended hours and at all times",
            "Ruime openingstijden en altijd",
        ),
        (Line::Within(name("extended")), "only during Extended hours", "alleen tijdens Ruime openingstijden"),
    ];
    both(&table, |wording, line| wording.line(line).text());
}

fn years_long(amount: u32) -> Duration {
    Duration { amount, unit: Unit::Year, clock: Clock::Elapsed, span: Span::default() }
}

#[test]
fn rules_for_dates_read_from_the_end_to_the_start() {
    let end = || Box::new(DateRule::EndOf(name("full")));
    let after = |years, rule| DateRule::After(years_long(years), Box::new(rule));
    let last_of_may = MonthDay::new(5, 31).unwrap();
    let table = [
        (DateRule::On(date("2026-03-31")), "31 March 2026", "31 maart 2026"),
        (after(5, DateRule::Release), "5 years after release", "5 jaar na uitgave"),
        (
            after(1, DateRule::Later(ReleaseStep::SecondNext)),
            "1 year after the second next release",
            "1 jaar na de op één na eerstvolgende release",
        ),
        (DateRule::StartOf(name("full")), "the start of Full support", "het begin van Volledige support"),
        (
            DateRule::FirstAfter(last_of_may, end()),
            "the first 31 May after the end of Full support",
            "de eerste 31 mei na het einde van Volledige support",
        ),
        (
            DateRule::FirstAfter(last_of_may, Box::new(after(2, DateRule::EndOf(name("full"))))),
            "the first 31 May more than 2 years after the end of Full support",
            "de eerste 31 mei meer dan 2 jaar na het einde van Volledige support",
        ),
        (
            DateRule::Earlier(Box::new(after(5, DateRule::Release)), end()),
            "5 years after release or the end of Full support, whichever comes first",
            "5 jaar na uitgave of het einde van Volledige support, wat het eerst komt",
        ),
        (
            DateRule::LaterOf(Box::new(after(5, DateRule::Release)), end()),
            "5 years after release or the end of Full support, whichever comes last",
            "5 jaar na uitgave of het einde van Volledige support, wat het laatst komt",
        ),
        (DateRule::Unfilled, "not known yet", "nog niet bekend"),
    ];
    both(&table, |wording, rule| wording.date_rule(rule).text());
    let none = Span::default();
    let table = [
        (
            PhaseDates::Span(full("2024-04-01", "2026-03-31"), none),
            "1 April 2024 to 31 March 2026",
            "1 april 2024 tot en met 31 maart 2026",
        ),
        (
            PhaseDates::Until(DateRule::On(date("2027-03-31")), none),
            "until 31 March 2027",
            "tot en met 31 maart 2027",
        ),
        (PhaseDates::From(Some(date("2027-04-01")), none), "from 1 April 2027 on", "vanaf 1 april 2027"),
        (PhaseDates::From(None, none), "from then on", "daarna, zonder einddatum"),
        (PhaseDates::No(none), "not provided", "niet aangeboden"),
    ];
    both(&table, |wording, dates| wording.phase_dates(dates).text());
}

#[test]
fn every_area_whose_holidays_are_known_has_a_name() {
    for tag in Words::languages() {
        let words = Words::load(tag, false).expect("there is a catalogue");
        for area in areas() {
            let name = words.area(area.code());
            assert_ne!(name, area.code(), "{tag}");
            // A country is called as the language of the document calls it.
            let country = !area.code().contains('-');
            assert!(!country || words.known(&format!("area-{}", area.code())).is_some(), "{tag}: {name}");
        }
    }
    let area = |tag: &str, code: &str| Words::load(tag, false).map(|words| words.area(code));
    assert_eq!(area("es", "MX").as_deref(), Some("México"));
    assert_eq!(area("nl", "AE").as_deref(), Some("de Verenigde Arabische Emiraten"));
    assert_eq!(area("en", "CH-GE").as_deref(), Some("Geneva"));
    assert_eq!(area("fr", "CH-GE").as_deref(), Some("Genève"));
    assert_eq!(area("de", "our-list").as_deref(), Some("our-list"));
}
