//! What work costs, compared by what a customer pays: however the rates are written, at every time, for work of every length.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop where the tool may not")]
#![allow(dead_code, reason = "what is compared is shared with other tests, which need more of it")]

#[path = "support/compared.rs"]
mod compared;

use compared::{FIRST, OFFICE, Policy, both_ways, compare};

const NIGHTS: &str = "calendar nights \"Nights\" { open Mon..Fri 18:00..22:00 }\n";

fn rates(lines: &str) -> Policy {
    with(OFFICE, lines)
}

fn with(office: &str, lines: &str) -> Policy {
    let offer = format!("offer work \"Extra work\" {{\n  {}\n}}\n", lines.replace("; ", "\n  "));
    Policy::new(&[office, NIGHTS, FIRST, &offer])
}

fn from_to(old: &str, new: &str) -> Vec<String> {
    both_ways(&rates(old), &rates(new))
}

/// The lines that prove the only change.
fn proof(old: &str, new: &str) -> Vec<String> {
    let report = compare(&rates(old), &rates(new));
    let [change] = report.changes.as_slice() else { panic!("one change: {:?}", report.changes) };
    change.details.clone()
}

#[test]
fn rates_that_are_written_otherwise_and_cost_the_same_are_only_restated() {
    let restated =
        ["neutral rate-restated: Extra work: rates are written in another way and come to the same"];
    for (old, new) in [
        (
            "rate EUR 150 per hour",
            "rate EUR 150 per hour when plan is basic; rate EUR 150 per hour when plan is premium",
        ),
        (
            "rate EUR 150 per hour; rate 1.5 times outside office",
            "rate EUR 150 per hour during office; rate EUR 225 per hour outside office",
        ),
        ("rate EUR 150 per hour", "rate EUR 2.50 per minute"),
        (
            "rate EUR 150 per hour, in steps of 60 minutes",
            "rate EUR 150 per hour, in steps of 1 hour, at least 1 hour",
        ),
        ("rate none", "rate EUR 0"),
    ] {
        assert_eq!(from_to(old, new), restated, "{old} to {new}");
    }
    let same = from_to(
        "rate 1.5 times outside office; rate EUR 150 per hour",
        "rate EUR 150 per hour; rate 1.5 times outside office",
    );
    assert_eq!(same, [""; 0]);
}

#[test]
fn a_rate_that_is_split_is_judged_by_what_each_customer_pays() {
    assert_eq!(
        from_to(
            "rate EUR 150 per hour",
            "rate EUR 140 per hour when plan is premium; rate EUR 150 per hour when plan is basic"
        ),
        ["stronger rate-lowered: Extra work, plan Premium: EUR 150 per hour becomes EUR 140 per hour"]
    );
    assert_eq!(
        from_to(
            "rate EUR 150 per hour",
            "rate EUR 140 per hour during office; rate EUR 160 per hour outside office"
        ),
        [
            "weaker rate-raised: Extra work, outside office: EUR 150 per hour becomes EUR 160 per hour",
            "stronger rate-lowered: Extra work, during office: EUR 150 per hour becomes EUR 140 per hour",
        ]
    );
}

#[test]
fn a_surcharge_is_a_higher_price_at_its_hours() {
    assert_eq!(
        from_to("rate EUR 150 per hour", "rate EUR 150 per hour; rate 2 times outside office"),
        ["weaker rate-raised: Extra work, outside office: EUR 150 per hour becomes EUR 300 per hour"]
    );
    assert_eq!(
        from_to("rate EUR 150 per hour", "rate EUR 150 per hour; rate EUR 150 per hour during nights"),
        ["neutral rate-restated: Extra work: rates are written in another way and come to the same"]
    );
}

#[test]
fn what_changes_at_all_hours_is_told_without_hours() {
    let new = "rate EUR 120 per hour during nights; rate EUR 120 per hour outside nights";
    let old = "rate EUR 100 per hour during office; rate EUR 100 per hour outside office";
    assert_eq!(
        from_to(old, new),
        ["weaker rate-raised: Extra work: EUR 100 per hour becomes EUR 120 per hour"]
    );
    assert_eq!(proof(old, new), [""; 0]);
    let least = |text: &str, least: &str| {
        format!("{}, at least {least}", text.replace(';', &format!(", at least {least};")))
    };
    assert_eq!(
        from_to(&least(old, "1 hour"), &least(new, "30 minutes")),
        [
            "mixed rate-changed: Extra work: EUR 100 per hour, at least 1 hour becomes EUR 120 per hour, at least 30 minutes"
        ]
    );
}

#[test]
fn longer_hours_make_the_surcharge_rarer() {
    let lines = "rate EUR 150 per hour; rate 1.5 times outside office";
    let long = OFFICE.replace("17:00", "18:00");
    let (old, new) = (with(OFFICE, lines), with(&long, lines));
    let found: Vec<String> =
        both_ways(&old, &new).into_iter().filter(|line| line.contains("rate-")).collect();
    assert_eq!(
        found,
        [
            "stronger rate-lowered: Extra work, at some hours: EUR 225 per hour outside office becomes EUR 150 per hour"
        ]
    );
    let report = compare(&old, &new);
    let change = report.changes.iter().find(|change| change.id == "rate-lowered").unwrap();
    assert_eq!(change.details, ["first so: Tue 2026-12-01 17:00"]);
}

#[test]
fn hours_that_move_make_a_rate_dearer_and_cheaper_in_one_change() {
    let moved = OFFICE.replace("09:00..17:00", "10:00..18:00");
    for (lines, said) in [
        (
            "rate EUR 150 per hour; rate 1.5 times outside office",
            "EUR 225 per hour outside office (Mon..Fri 09:00..17:00) becomes EUR 225 per hour outside office (Mon..Fri 10:00..18:00)",
        ),
        (
            "rate EUR 80 per hour during office; rate EUR 120 per hour outside office",
            "EUR 120 per hour outside office (Mon..Fri 09:00..17:00) becomes EUR 120 per hour outside office (Mon..Fri 10:00..18:00)",
        ),
        (
            "rate EUR 150 per hour; rate EUR 100 per hour during office",
            "EUR 100 per hour during office (Mon..Fri 09:00..17:00) becomes EUR 100 per hour during office (Mon..Fri 10:00..18:00)",
        ),
    ] {
        let (old, new) = (with(OFFICE, lines), with(&moved, lines));
        let found: Vec<String> =
            both_ways(&old, &new).into_iter().filter(|line| line.contains("rate-")).collect();
        assert_eq!(found, [format!("mixed rate-changed: Extra work: {said}")]);
        let report = compare(&old, &new);
        let change = report.changes.iter().find(|change| change.id == "rate-changed").unwrap();
        assert_eq!(
            change.details,
            ["first dearer: Tue 2026-12-01 09:00", "first cheaper: Tue 2026-12-01 17:00"]
        );
        let ways: Vec<&str> = change.witnesses.iter().map(|witness| witness.direction).collect();
        assert_eq!(ways, ["weaker", "stronger"]);
    }
}

#[test]
fn the_least_and_the_steps_are_judged_for_work_of_every_length() {
    assert_eq!(
        from_to("rate EUR 150 per hour, at least 1 hour", "rate EUR 150 per hour, at least 2 hours"),
        ["weaker minimum-raised: Extra work, at least: 1 hour becomes 2 hours"]
    );
    assert_eq!(
        proof("rate EUR 150 per hour, at least 1 hour", "rate EUR 150 per hour, at least 2 hours"),
        ["15 min of work cost EUR 150, now EUR 300"]
    );
    assert_eq!(
        from_to(
            "rate EUR 150 per hour, in steps of 20 minutes",
            "rate EUR 150 per hour, in steps of 30 minutes"
        ),
        ["mixed rate-changed: Extra work, in steps of: 20 minutes becomes 30 minutes"]
    );
    assert_eq!(
        from_to("rate EUR 150 per hour, at least 1 hour", "rate EUR 160 per hour, at least 30 minutes"),
        [
            "mixed rate-changed: Extra work: EUR 150 per hour, at least 1 hour becomes EUR 160 per hour, at least 30 minutes"
        ]
    );
    assert_eq!(
        from_to(
            "rate EUR 150 per hour, in steps of 15 minutes",
            "rate EUR 160 per hour, in steps of 30 minutes"
        ),
        [
            "weaker rate-raised: Extra work: EUR 150 per hour, in steps of 15 minutes becomes EUR 160 per hour, in steps of 30 minutes"
        ]
    );
}

#[test]
fn what_cannot_be_compared_is_mixed() {
    for (old, new) in [
        ("rate EUR 150 per hour", "rate USD 150 per hour"),
        ("rate EUR 150 per hour", "rate EUR 1_000 per day"),
        ("rate EUR 150 per hour", "rate EUR 600"),
    ] {
        let found = from_to(old, new);
        assert!(found[0].starts_with("mixed rate-changed"), "{found:?}");
    }
    assert_eq!(
        proof("rate EUR 150 per hour", "rate EUR 600"),
        ["15 min of work cost EUR 37.50, now EUR 600", "8 h of work cost EUR 1200, now EUR 600"]
    );
}
