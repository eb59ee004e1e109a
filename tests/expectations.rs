//! Examples and tests of a policy: each form of `expect` holds where it is right, and says what came instead where it is wrong.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop where the tool may not")]

use avouch::analysis::{Memory, analyse};
use avouch::config::Settings;

const POLICY: &str = r#"
policy northwind "Northwind Support" { timezone Europe/Amsterdam; business hours office }

calendar office "Office hours" {
  open   Mon..Fri 09:00..17:00
  open   on holidays
  closed 2026-12-24 13:00..24:00 "Christmas Eve"
}

severity critical "Critical"
severity normal   "Normal"
plan basic   "Basic"   { grants 1 seats; grants 5 licences per 500 nodes, at most 15 }
plan premium "Premium" { extends basic; grants fixes; grants 3 seats }
entitlement seats    "Seats"
entitlement licences "Licences"
entitlement fixes    "Fixes"
kind fault    "Fault"
kind question "Question"
fact nodes "Nodes" { is a number }

channel email "E-mail"
channel phone "Telephone" { open office; open always when plan is premium and severity is critical }

scope {
  covers   faults "Faults" when kind is fault
  excludes questions "Questions" when kind is question { instead advice }
}
offer advice "Advice" {
  rate EUR 100 per hour, in steps of 15 minutes, at least 30 minutes as by-hour
  rate 1.5 times outside office
}
price contract "Contract" {
  | term    | price                         |
  |---------|-------------------------------|
  | 1 year  | EUR 1_000                     |
  | 2 years | average of 1 year and 3 years |
  | 3 years | EUR 2_600                     |
}

commitment answer "Answer" {
  from   received
  until  responded
  paused while waiting

  | severity | basic            | premium          |
  |----------|------------------|------------------|
  | critical | 4 business hours | 30 minutes       |
  | normal   | 2 business days  | 4 business hours |
}
commitment news "News" { from responded; until resolved; every 2 business hours }
commitment fix "Fix" { from received; until resolved; none }
commitment again "Again" { from received; until resolved; restarts on severity changed; within 8 hours }

process handling "Handling" {
  state new "New"; state waiting "Waiting"; state closed "Closed"
  new becomes waiting on asked
  waiting becomes new on replied
  waiting becomes closed after 14 days
}
event asked "We ask"
process intake "Intake" {
  state unread "Unread"; state ready "Ready"; state lost "Lost"
  check whole "Is it whole?" by us, otherwise becomes lost
  unread becomes ready when whole
}

escalation late "Late" {
  only when severity is critical
  at 50% of answer           notify lead as half
  on breach of answer        notify boss as breach
  1 hour after breach of answer notify boss as hour
}
role lead "Lead"
role boss "Boss"
"#;

/// What is wrong with a test of these lines: its messages.
fn found(lines: &str) -> Vec<String> {
    let mut files = Memory::default();
    files.insert("p.policy", format!("{POLICY}\ntest \"T\" {{\n{lines}\n}}\n"));
    let analysis = analyse("p.policy", &files, &Settings::default());
    let (passed, failed) = (analysis.counts.tests_passed, analysis.counts.tests_failed);
    assert_eq!(passed + failed, 1, "{:?}", analysis.findings);
    let said = analysis.findings.iter().filter(|finding| finding.code.name == "failed-expectation");
    let said: Vec<String> = said.map(|finding| finding.message.clone()).collect();
    assert_eq!(said.is_empty(), passed == 1, "{said:?}");
    said
}

#[track_caller]
fn holds(lines: &str) {
    assert_eq!(found(lines), Vec::<String>::new());
}

#[track_caller]
fn fails(lines: &str, message: &str) {
    assert_eq!(found(lines), [message]);
}

const CASE: &str =
    "given plan is basic, severity is critical, kind is fault, channel is phone\nreceived 2026-12-24 11:00\n";

#[test]
fn a_deadline_is_held_against_the_calendar() {
    holds(&format!("{CASE}expect answer by 2026-12-25 11:00, under answer/critical/basic"));
    fails(
        &format!("{CASE}expect answer by 2026-12-24 15:00"),
        "this test expects `answer` by 2026-12-24 15:00, and it is due Fri 2026-12-25 11:00",
    );
    fails(
        &format!("{CASE}expect answer by 2026-12-25 11:00, under answer/normal/basic"),
        "this test expects `answer/normal/basic` to decide, and it is `answer/critical/basic`",
    );
}

#[test]
fn a_changed_fact_keeps_the_start_unless_the_clock_restarts() {
    let lines = "given plan is premium, severity is normal\nreceived 2026-04-13 10:00\nseverity becomes critical 2026-04-13 10:20\n";
    holds(&format!("{lines}expect answer by 2026-04-13 10:30; expect again by 2026-04-13 18:20"));
}

#[test]
fn a_pause_takes_open_time_out() {
    let lines = "given plan is premium, severity is normal\nreceived 2026-04-13 10:00\nasked 2026-04-13 11:00\nreplied 2026-04-13 14:00\n";
    holds(&format!("{lines}expect answer by 2026-04-13 17:00; expect handling is new"));
}

#[test]
fn time_alone_closes_what_waits() {
    let lines = "given plan is premium, severity is normal\nreceived 2026-04-13 10:00\nasked 2026-04-13 11:00\nresponded 2026-05-01 10:00\n";
    holds(&format!("{lines}expect handling is closed"));
    fails(
        &format!("{lines}expect handling is waiting"),
        "this test expects `handling is waiting`, and `handling` is `closed`",
    );
}

/// The line of the process that is shown beside the first finding of a test of these lines, and the way that it tells.
fn way(lines: &str) -> (String, String) {
    let text = format!("{POLICY}\ntest \"T\" {{\n{lines}\n}}\n");
    let mut files = Memory::default();
    files.insert("p.policy", text.clone());
    let analysis = analyse("p.policy", &files, &Settings::default());
    let finding = analysis.findings.iter().find(|finding| finding.code.name == "failed-expectation").unwrap();
    let line = finding.related.first().map(|related| text[related.span.range()].to_owned());
    (line.unwrap_or_default(), finding.note.clone().unwrap_or_default())
}

#[test]
fn a_state_that_was_not_expected_says_the_way_there() {
    let lines =
        "given plan is premium, severity is normal\nreceived 2026-04-13 10:00\nasked 2026-04-13 11:00\n";
    let number = |line: &str| POLICY.lines().position(|known| known.trim() == line).unwrap() + 1;
    let (asked, timed) = ("new becomes waiting on asked", "waiting becomes closed after 14 days");
    let first =
        format!("`new` Mon 2026-04-13 10:00, then `waiting` Mon 2026-04-13 11:00 by line {}", number(asked));
    assert_eq!(
        way(&format!("{lines}expect handling is closed")),
        (
            asked.to_owned(),
            format!(
                "the way there: {first}; it becomes `closed` Mon 2026-04-27 11:00, after the last thing that happens \
                 in this case; to look then, add an event that comes later, as `updated`"
            )
        )
    );
    assert_eq!(
        way(&format!("{lines}responded 2026-05-01 10:00\nexpect handling is waiting")),
        (
            timed.to_owned(),
            format!("the way there: {first}, then `closed` Mon 2026-04-27 11:00 by line {}", number(timed))
        )
    );
}

#[test]
fn a_request_that_never_left_its_first_state_says_what_nobody_answered() {
    let lines =
        "given plan is premium, severity is normal\nreceived 2026-04-13 10:00\nexpect intake is ready";
    let (line, way) = way(lines);
    assert_eq!(line, "");
    assert_eq!(
        way,
        "the way there: `unread` Mon 2026-04-13 10:00; it waits there, since `whole` has no answer in this case"
    );
    let no = lines.replace("severity is normal", "severity is normal, not whole");
    assert_eq!(self::way(&no).0, "check whole \"Is it whole?\" by us, otherwise becomes lost");
}

#[test]
fn a_rhythm_holds_at_each_of_its_instants() {
    let lines =
        "given plan is premium, severity is normal\nreceived 2026-04-13 10:00\nresponded 2026-04-13 11:00\n";
    holds(&format!(
        "{lines}expect news by 2026-04-13 13:00; expect news by 2026-04-13 17:00; expect news by 2026-04-14 11:00"
    ));
    holds(&format!("{lines}updated 2026-04-13 12:00\nexpect news by 2026-04-13 14:00"));
    fails(
        "given plan is premium, severity is normal\nreceived 2026-04-13 10:00\nexpect news by 2026-04-13 13:00",
        "this test expects `news` by 2026-04-13 13:00, and its clock starts with `responded`, which does not happen",
    );
}

#[test]
fn steps_run_on_the_clock_that_they_guard() {
    holds(&format!(
        "{CASE}expect late notifies lead at 2026-12-24 13:00, under late/half\n\
         expect late notifies boss at 2026-12-25 11:00; expect late notifies boss at 2026-12-25 12:00"
    ));
    fails(
        &format!("{CASE}responded 2026-12-24 12:00\nexpect late notifies lead at 2026-12-24 13:00"),
        "this test expects `late` to notify `lead` at 2026-12-24 13:00, and they need not be told, since the promise was kept before",
    );
}

#[test]
fn coverage_and_what_there_is_instead() {
    holds("given kind is question\nexpect not covered, instead advice");
    fails(
        "given kind is question\nexpect covered",
        "this test expects `covered`, and the case is not covered",
    );
}

#[test]
fn a_fact_that_is_not_given_may_have_any_value() {
    holds("given severity is critical\nexpect fix none; expect seats up to 1 when plan is basic");
    fails(
        "given severity is critical\nreceived 2026-04-13 10:00\nexpect answer by 2026-04-13 10:30",
        "this test expects `answer` by 2026-04-13 10:30, and it is due Mon 2026-04-13 14:00",
    );
}

#[test]
fn channels_are_open_or_closed_at_the_last_instant() {
    holds(&format!("{CASE}expect phone open"));
    fails(
        &format!("{CASE}responded 2026-12-24 14:00\nexpect phone open"),
        "this test expects `phone` to be open, and it is closed until Fri 2026-12-25 09:00",
    );
    holds("given plan is premium, severity is critical\nexpect phone open");
}

#[test]
fn grants_limits_prices_and_costs_are_worked_out() {
    holds(
        "given plan is premium, nodes is 1_001, term is 2 years\n\
         expect seats 3; expect fixes yes; expect licences 15; expect contract EUR 1_800",
    );
    fails("given plan is basic\nexpect fixes yes", "this test expects `fixes` yes, and it is not granted");
    fails("given plan is premium\nexpect seats 5", "this test expects `seats` 5, and it is 3");
    fails(
        "given term is 1 year\nexpect contract EUR 900",
        "this test expects `contract` to be EUR 900, and it is EUR 1000",
    );
    holds("given kind is question\nreceived 2026-04-13 10:00\nexpect advice EUR 50 for 10 minutes");
    holds("given kind is question\nreceived 2026-04-13 20:00\nexpect advice EUR 262.50 for 100 minutes");
}

#[test]
fn events_before_the_receipt_have_no_answer() {
    let said = found(
        "given plan is basic, severity is normal\nreceived 2026-04-13 10:00\nresponded 2026-04-13 09:00\nexpect answer 2 business days",
    );
    assert_eq!(
        said,
        [
            "`responded`, at 2026-04-13T09:00:00+02:00, comes before the request was received, at 2026-04-13T10:00:00+02:00"
        ]
    );
}
