//! What follows from a clock: lengths that go both ways, calendars that move what counts on them, and hours that nobody knows yet.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop where the tool may not")]

#[path = "support/compared.rs"]
mod compared;

use avouch::emit::changes::{Outcome, github, json, markdown, pretty};
use compared::{FIRST, OFFICE, Policy, both_ways, changes, compare};

/// A way that stays open for some time.
fn window(length: &str) -> String {
    format!(
        "process way \"Way\" {{\n  state new \"New\"\n  state done \"Done\"\n  new becomes done on resolved\n  \
         done becomes new on replied within {length}\n}}\n"
    )
}

const CHANGES: &str = "changes { notice 10 business days via email; review every 12 months }\n";

#[test]
fn a_length_that_goes_both_ways_is_said_once_with_the_worst_case_of_each() {
    let old = Policy::new(&[OFFICE, FIRST, &window("10 business hours")]);
    let new = Policy::new(&[OFFICE, FIRST, &window("2 days")]);
    let said = both_ways(&old, &new);
    assert_eq!(
        said,
        ["mixed window-reclocked: Way, done becomes new on replied: 10 business hours becomes 2 days"]
    );
    let report = compare(&old, &new);
    let change = &report.changes[0];
    let ways: Vec<&str> = change.witnesses.iter().map(|witness| witness.direction).collect();
    assert_eq!(ways, ["weaker", "stronger"]);
    for (witness, shorter) in change.witnesses.iter().zip([true, false]) {
        assert_eq!(witness.after < witness.before, shorter, "{witness:?}");
    }
    // The worst of a window is the shortest, before and after.
    let (worst, best) = (change.worst.as_ref().unwrap(), change.best.as_ref().unwrap());
    assert_eq!((worst.before.as_deref(), worst.after.as_deref()), (Some("PT26H"), Some("PT47H")));
    assert_eq!((best.before.as_deref(), best.after.as_deref()), (Some("PT91H"), Some("PT49H")));
    assert_eq!(
        change.details,
        [
            "at worst 26 h becomes 47 h, at best 91 h becomes 49 h",
            "counted from Thu 2027-10-28 16:00: ended Mon 10:00, now Sat 16:00, 43 h shorter",
            "counted from Tue 2026-12-01 09:00: ended Wed 11:00, now Thu 09:00, 22 h longer",
        ]
    );
}

#[test]
fn months_and_days_go_both_ways_in_every_area() {
    let with = |length: &str| {
        let lines = format!(
            "availability cloud \"Cloud\" {{ at least 99.9% of each month; claimed within {length} }}\n\
             maintenance weekly \"Maintenance\" {{ on Sun 02:00..04:00; notice {length} via email }}\n\
             changes {{ notice {length} via email; review every {length} }}\n\
             section conduct \"Conduct\" {{ customer must \"claim in writing\" within {length} of closed as claim }}\n"
        );
        Policy::new(&[OFFICE, FIRST, &window(length), &lines])
    };
    let said = both_ways(&with("30 days"), &with("1 month"));
    let kinds: Vec<&str> = said.iter().map(|line| line.split(':').next().unwrap()).collect();
    assert_eq!(
        kinds,
        [
            "mixed claim-reclocked",
            "mixed window-reclocked",
            "mixed maintenance-notice-reclocked",
            "mixed notice-reclocked",
            "mixed review-reclocked",
            "mixed obligation-reclocked",
        ]
    );
    // 30 days are never longer than 31.
    assert!(both_ways(&with("30 days"), &with("31 days")).iter().all(|line| !line.starts_with("mixed")));
}

#[test]
fn a_length_that_is_shorter_in_some_cases_and_longer_in_others_is_said_of_each() {
    let calendar = |premium: &str, basic: &str| {
        format!(
            "calendar office \"Office hours\" {{\n  open Mon..Fri {premium} when plan is premium\n  open Mon..Fri {basic} when plan is basic\n}}\n"
        )
    };
    let with = |calendar: &str| Policy::new(&[calendar, &window("10 business hours")]);
    let old = with(&calendar("09:00..17:00", "09:00..17:00"));
    let new = with(&calendar("09:00..19:00", "09:00..15:00"));
    let said: Vec<String> = both_ways(&old, &new).into_iter().filter(|line| line.contains("Way")).collect();
    assert_eq!(
        said,
        [
            "weaker window-shortened: Way, done becomes new on replied, plan Premium: 10 business hours as before, but shorter",
            "stronger window-extended: Way, done becomes new on replied, plan Basic: 10 business hours as before, but longer",
        ]
    );
}

/// A table of twelve figures, all of them on the clock of the office.
fn table() -> String {
    let mut rows = String::from("| severity | basic | premium |\n  |---|---|---|\n");
    for (row, severity) in ["critical", "normal"].iter().enumerate() {
        let (one, other) = (row * 2 + 2, row * 2 + 1);
        rows.push_str(&format!("  | {severity} | {one} business hours | {other} business hours |\n"));
    }
    let promise = |name: &str, until: &str| {
        format!("commitment {name} \"Promise {name}\" {{\n  from received\n  until {until}\n  {rows}}}\n")
    };
    [promise("reply", "responded"), promise("start", "accepted"), promise("end", "resolved")].concat()
}

#[test]
fn a_calendar_is_told_first_and_once_with_what_it_moves_in_one_line() {
    let old = Policy::new(&[OFFICE, &table(), CHANGES]);
    let new = Policy::new(&[&OFFICE.replace("17:00", "16:00"), &table(), CHANGES]);
    let report = compare(&old, &new);
    let lines: Vec<String> =
        report.lines.iter().map(|line| format!("{} {}: {}", line.direction, line.id, line.message)).collect();
    assert_eq!(
        lines,
        [
            "weaker hours-shorter: Office hours (E-mail, Portal): Mon..Fri 09:00..17:00 becomes Mon..Fri 09:00..16:00",
            "weaker commitment-slower: Office hours: 3 promises counted by these hours are due later",
            "mixed notice-reclocked: changes: notice 10 business days via email as before, but longer at times and shorter at others",
        ]
    );
    assert_eq!(
        report.lines[1].details,
        [
            "Promise reply (2 business hours, 1 business hour, 4 business hours, 3 business hours); Promise start (2 business hours, \
             1 business hour, 4 business hours, 3 business hours); Promise end (2 business hours, 1 business hour, 4 business hours, 3 business hours)",
            "worst: Promise reply, severity Critical, plan Basic: received Fri 2027-10-29 15:00: was due 17:00, now Mon 10:00, 66 h later",
        ]
    );
    // Programs read each of them, with the calendar that it comes from.
    let from: Vec<Option<&str>> = report.changes.iter().map(|change| change.because.as_deref()).collect();
    assert_eq!(from, [Some("office"); 15]);
    let outcome = Outcome { old: String::new(), new: String::new(), reports: vec![report] };
    let written = json(&outcome, None).unwrap();
    assert_eq!(written.matches("\"because\": \"office\"").count(), 15);
    assert!(!written.contains("\"lines\""));
    for text in [pretty(&outcome, 400, false), markdown(&outcome), github(&outcome, false)] {
        assert_eq!(text.matches("promises counted by these hours").count(), 1, "{text}");
        assert!(!text.contains("as before, but due later"), "{text}");
    }
}

#[test]
fn figures_that_changed_themselves_are_told_by_themselves() {
    let old = Policy::new(&[OFFICE, &table()]);
    let new = table().replacen("2 business hours", "5 business hours", 1);
    let new = Policy::new(&[&OFFICE.replace("17:00", "16:00"), &new]);
    let report = compare(&old, &new);
    let alone: Vec<&str> = report
        .changes
        .iter()
        .filter(|change| change.because.is_none())
        .map(|change| change.message.as_str())
        .collect();
    assert_eq!(
        alone,
        ["Promise reply, severity Critical, plan Basic: 2 business hours becomes 5 business hours"]
    );
    assert!(report.lines.iter().any(|line| line.message.contains("3 promises")), "{:?}", report.lines);
}

#[test]
fn fingerprints_do_not_know_what_stands_in_a_line() {
    let old = Policy::new(&[OFFICE, &table()]);
    let (alone, among) = (table(), table() + &window("10 business hours"));
    let shorter = OFFICE.replace("17:00", "16:00");
    let few = compare(&old, &Policy::new(&[&shorter, &alone]));
    let more = compare(&Policy::new(&[OFFICE, &among]), &Policy::new(&[&shorter, &among]));
    for change in &few.changes {
        assert!(
            more.changes.iter().any(|other| other.fingerprint == change.fingerprint),
            "{}",
            change.message
        );
    }
}

#[test]
fn hours_that_are_filled_in_change_nothing_that_was_promised() {
    let open = "calendar office \"Office hours\" { open ? }\n";
    let rest = [FIRST, &window("10 business hours"), CHANGES].concat();
    let offer = "offer work \"Work\" {\n  rate EUR 100 per hour\n  rate EUR 150 per hour outside office\n}\n";
    let (before, after) = (Policy::new(&[open, &rest, offer]), Policy::new(&[OFFICE, &rest, offer]));
    assert_eq!(both_ways(&before, &after), [""; 0]);
    // What is made of them is as unknown as they are.
    let made = "calendar late \"Late\" { open office; open Sat 09:00..12:00 }\n";
    let on =
        |calendar: &str| Policy::new(&[calendar, made, &FIRST.replace("4 business hours", "4 late hours")]);
    assert_eq!(both_ways(&on(open), &on(OFFICE)), [""; 0]);
}

#[test]
fn a_rate_for_hours_that_nobody_knows_is_still_compared() {
    let open = "calendar office \"Office hours\" { open ? }\n";
    let offer = |during: &str, outside: &str| {
        format!(
            "offer work \"Work\" {{\n  rate EUR {during} per hour during office\n  rate EUR {outside} per hour outside office\n}}\n"
        )
    };
    let old = Policy::new(&[open, FIRST, &offer("100", "150")]);
    let dearer = Policy::new(&[open, FIRST, &offer("120", "150")]);
    assert_eq!(
        both_ways(&old, &dearer),
        ["weaker rate-raised: Work, during office: EUR 100 per hour becomes EUR 120 per hour"]
    );
    // Hours that are filled in at once with a dearer rate do not hide it.
    let filled = Policy::new(&[OFFICE, FIRST, &offer("120", "150")]);
    assert_eq!(changes(&old, &filled), changes(&old, &dearer));
    assert_eq!(changes(&filled, &old).len(), 1);
}

#[test]
fn a_longer_wait_is_later_whatever_the_hours_turn_out_to_be() {
    let open = "calendar office \"Office hours\" { open ? }\n";
    for (short, long) in [("4 business hours", "8 business hours"), ("1 business day", "2 business days")] {
        let with = |length: &str| Policy::new(&[open, &FIRST.replace("4 business hours", length)]);
        assert_eq!(
            both_ways(&with(short), &with(long)),
            [format!("weaker commitment-slower: First response: {short} becomes {long}")]
        );
    }
    // How long a business day is, nobody knows here.
    let with = |length: &str| Policy::new(&[open, &FIRST.replace("4 business hours", length)]);
    let said = both_ways(&with("8 business hours"), &with("1 business day"));
    assert_eq!(said, ["mixed commitment-reclocked: First response: 8 business hours becomes 1 business day"]);
}

#[test]
fn a_cut_off_is_told_first_and_once_with_what_it_moves() {
    let with = |cut_off: &str| {
        let office = OFFICE.replace(" }", &format!("; {cut_off} }}"));
        Policy::new(&[
            &office,
            &FIRST.replace("4 business hours", "2 business days"),
            &window("3 business days"),
        ])
    };
    let (old, new) = (with("cut-off 16:00"), with("cut-off 15:00"));
    assert_eq!(
        both_ways(&old, &new),
        [
            "weaker cut-off-earlier: Office hours, cut-off: 16:00 becomes 15:00",
            "weaker commitment-slower: First response: 2 business days as before, but due later",
            "stronger window-extended: Way, done becomes new on replied: 3 business days as before, but longer",
        ]
    );
    let report = compare(&old, &new);
    assert!(report.changes.iter().all(|change| change.because.as_deref() == Some("office")));
    assert_eq!(report.lines[0].id, "cut-off-earlier");
    assert_eq!((report.changes[0].keyword, report.changes[0].area), ("calendar", "hours"));

    let none = Policy::new(&[
        OFFICE,
        &FIRST.replace("4 business hours", "2 business days"),
        &window("3 business days"),
    ]);
    let said = both_ways(&none, &new);
    assert_eq!(
        said[0],
        "weaker cut-off-added: Office hours, cut-off: there is now an hour after which what arrives counts for the next day (15:00)"
    );
    // Nothing arrives between the closing and the cut-off while it is open.
    for (was, is) in [
        ("cut-off 17:00", "cut-off 18:00"),
        ("cut-off 17:30", "open Sun 08:00..12:00"),
        ("cut-off 16:00", "cut-off 16:00"),
    ] {
        let neutral =
            |line: &String| line.starts_with("neutral cut-off-restated") || !line.contains("cut-off");
        assert!(both_ways(&with(was), &with(is)).iter().all(neutral), "{was} {is}");
    }
    // Where days have no closing what comes at night has its cut-off as well.
    let night = |time: &str| with(&format!("business days keep the time; cut-off {time}"));
    assert!(
        both_ways(&night("18:00"), &night("19:00"))
            .iter()
            .any(|line| line.starts_with("stronger cut-off-later"))
    );
}

#[test]
fn steps_of_an_escalation_that_go_both_ways_have_a_witness_for_each() {
    let with = |step: &str| {
        let steps = format!("escalation path \"Path\" {{ {step} }}\n");
        Policy::new(&[OFFICE, FIRST, &steps])
    };
    let turn = |answer: &str| format!("raised by customer via email; to boss, answers within {answer}");
    for (was, is, kind) in [
        (
            "4 business hours before breach of first notify lead",
            "1 day before breach of first notify lead",
            "step",
        ),
        (
            "4 business hours after breach of first notify lead",
            "1 day after breach of first notify lead",
            "step",
        ),
        (
            "every business hour after breach of first notify lead",
            "every 2 hours after breach of first notify lead",
            "step",
        ),
        (&turn("5 business days"), &turn("8 days"), "answer"),
    ] {
        let (old, new) = (with(was), with(is));
        let said = both_ways(&old, &new);
        assert!(said.len() == 1 && said[0].starts_with(&format!("mixed {kind}-reclocked: Path")), "{said:?}");
        let report = compare(&old, &new);
        let change = &report.changes[0];
        let ways: Vec<&str> = change.witnesses.iter().map(|witness| witness.direction).collect();
        if was.contains("before") {
            // It is counted back from a deadline: no instant from which it is counted on shows it.
            assert!(change.witness.as_ref().is_none_or(|witness| witness.received.is_none()));
            assert!(change.worst.is_none() && change.details.is_empty(), "{:?}", change.details);
            continue;
        }
        assert_eq!(ways, ["weaker", "stronger"], "{was}");
        for (witness, longer) in change.witnesses.iter().zip([true, false]) {
            assert_eq!(witness.after > witness.before, longer, "{was}: {witness:?}");
        }
        assert!(change.details.len() >= 3, "{:?}", change.details);
    }
    // One that is told by the same words moves with its calendar.
    let old = with("2 business hours after breach of first notify lead");
    let late = OFFICE.replace("17:00", "16:00");
    let new = Policy::new(&[
        &late,
        FIRST,
        "escalation path \"Path\" { 2 business hours after breach of first notify lead }\n",
    ]);
    let report = compare(&old, &new);
    let step = report.changes.iter().find(|change| change.subject == "path").unwrap();
    assert_eq!((step.id, step.because.as_deref()), ("step-later", Some("office")));
    assert!(
        step.message.ends_with("2 business hours after breach of first as before, but longer"),
        "{}",
        step.message
    );
}

#[test]
fn what_comes_every_hour_is_said_so() {
    let with = |every: &str| {
        Policy::new(&[
            OFFICE,
            FIRST,
            &format!("escalation path \"Path\" {{ every {every} after breach of first notify lead }}\n"),
        ])
    };
    assert_eq!(
        both_ways(&with("hour"), &with("2 hours")),
        [
            "weaker step-later: Path, lead: every hour after breach of first becomes every 2 hours after breach of first"
        ]
    );
}

#[test]
fn days_and_seasons_that_make_no_week_are_told_as_days() {
    let with = |lines: &str| Policy::new(&[&OFFICE.replace("open Mon..Fri 09:00..17:00", lines), FIRST]);
    let week = "open Mon..Fri 09:00..17:00";
    let once = "open 2027-05-08 10:00..12:00";
    let twice = &format!("{once}; open 2027-06-12 10:00..12:00");
    for (was, is, said) in [
        (
            week,
            once,
            "mixed hours-moved: E-mail: Mon..Fri 09:00..17:00 becomes open Sat 2027-05-08 10:00..12:00",
        ),
        (
            week,
            "open Mon..Fri 09:00..17:00 in Jan 1..May 31",
            "weaker hours-shorter: E-mail: Mon..Fri 09:00..17:00 becomes open on some days, first Fri 2027-01-01 09:00..17:00",
        ),
        (once, twice, "stronger hours-longer: E-mail: now open Sat 2027-06-12 10:00..12:00"),
        (
            week,
            "open Mon..Fri 09:00..17:00 in Jan 1..Sep 30",
            "weaker hours-shorter: E-mail: no longer open Tue 2026-12-01 09:00..17:00, among others",
        ),
    ] {
        let found = both_ways(&with(was), &with(is));
        assert!(found.iter().any(|line| line == said), "{said}: {found:?}");
    }
}

#[test]
fn a_day_that_is_lost_is_told_beside_another_week() {
    let office = OFFICE.replace("17:00 }", "17:30; closed 2026-12-24 }");
    let (old, new) = (Policy::new(&[OFFICE, FIRST]), Policy::new(&[&office, FIRST]));
    let detail = |old, new| compare(old, new).lines[0].details[0].clone();
    assert_eq!(detail(&old, &new), "no longer open Thu 2026-12-24 09:00..17:00");
    assert_eq!(detail(&new, &old), "now open Thu 2026-12-24 09:00..17:00");
}

#[test]
fn cut_offs_of_two_zones_are_held_against_each_other_as_instants() {
    let with = |lines: &str| {
        let office = OFFICE.replace("open Mon..Fri 09:00..17:00", &format!("open Mon..Fri {lines}"));
        Policy::new(&[&office, &FIRST.replace("4 business hours", "2 business days")])
    };
    let old = with("09:00..17:00; cut-off 15:00");
    let cut_off = |lines: &str| {
        let found = both_ways(&old, &with(lines));
        found.into_iter().find(|line| line.contains("cut-off:")).unwrap_or_default()
    };
    assert_eq!(
        cut_off("08:00..16:00; cut-off 14:00; timezone Europe/London"),
        "neutral cut-off-restated: Office hours, cut-off: 15:00 in Europe/Amsterdam becomes 14:00 in Europe/London"
    );
    assert_eq!(
        cut_off("09:00..17:00; cut-off 15:00; timezone Europe/London"),
        "stronger cut-off-later: Office hours, cut-off: 15:00 in Europe/Amsterdam becomes 15:00 in Europe/London"
    );
    assert_eq!(
        cut_off("09:00..17:00; cut-off 13:30; timezone Atlantic/Reykjavik"),
        "mixed cut-off-reclocked: Office hours, cut-off: 15:00 in Europe/Amsterdam becomes 13:30 in Atlantic/Reykjavik"
    );
}

#[test]
fn a_cut_off_at_which_nothing_arrives_moves_nothing() {
    for (lines, cut_off) in [
        ("open always", "24:00"),
        ("open Mon..Fri 09:00..17:00; business days roll to an opening first", "20:00"),
        ("open Mon..Fri 09:00..17:00; business days are 8 hours", "20:00"),
        ("open Mon..Fri 09:00..17:00; business days are one schedule day", "20:00"),
    ] {
        let with = |cut_off: &str| {
            let office = OFFICE.replace("open Mon..Fri 09:00..17:00", &format!("{lines}{cut_off}"));
            Policy::new(&[&office, &FIRST.replace("4 business hours", "2 business days")])
        };
        let found = both_ways(&with(""), &with(&format!("; cut-off {cut_off}")));
        assert!(found.len() == 1 && found[0].starts_with("neutral cut-off-restated"), "{lines}: {found:?}");
    }
}

#[test]
fn a_wait_on_other_hours_that_nobody_knows_cannot_be_compared() {
    let open = "calendar desk \"Desk\" { open ? }\ncalendar shop \"Shop\" { open ? }\n";
    let with = |length: &str| {
        Policy::new(&[OFFICE, open, &FIRST.replace("4 business hours", length), &window(length)])
    };
    let ways = |old: &str, new: &str| -> Vec<String> {
        let found = both_ways(&with(old), &with(new));
        found.iter().map(|line| line.split(' ').next().unwrap().to_owned()).collect()
    };
    for new in ["4 shop hours", "5 shop hours", "6 shop hours"] {
        assert_eq!(ways("5 desk hours", new), ["mixed", "mixed"], "{new}");
    }
    assert_eq!(ways("5 desk hours", "4 desk hours"), ["weaker", "stronger"]);
}

#[test]
fn what_is_written_in_another_way_is_said_though_nothing_moves() {
    let with = |lines: &str| Policy::new(&[&OFFICE.replace(" }", &format!("{lines} }}")), FIRST]);
    for line in ["; closed 2035-05-08", "; closed 2020-05-08"] {
        let found = both_ways(&with(""), &with(line));
        assert!(found.len() == 1 && found[0].starts_with("neutral hours-restated"), "{line}: {found:?}");
    }
    let shop = "calendar shop \"Shop\" { open Sat 10:00..12:00 }\n";
    let (old, new) = (Policy::new(&[OFFICE, FIRST, shop]), Policy::new(&[OFFICE, FIRST]));
    assert_eq!(
        both_ways(&old, &new),
        ["neutral calendar-removed: Shop: hours with a name of their own are no longer in the policy"]
    );
}

#[test]
fn a_price_that_changes_at_some_of_its_hours_is_not_told_for_all() {
    let evening = "calendar evening \"Evening\" { open Mon..Fri 17:00..22:00 }\n";
    let offer = |when: &str| {
        let offer =
            format!("offer work \"Work\" {{\n  rate EUR 100 per hour\n  rate EUR 150 per hour {when}\n}}\n");
        Policy::new(&[OFFICE, FIRST, evening, &offer])
    };
    assert_eq!(
        both_ways(&offer("outside office"), &offer("during evening")),
        [
            "stronger rate-lowered: Work, at some hours: EUR 150 per hour outside office becomes EUR 100 per hour"
        ]
    );
}
