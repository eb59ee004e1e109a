//! Deadlines held against each other: a higher plan beside a lower one, a graver severity beside a lighter one, an answer beside a
//! solution.

use avouch::diagnostic::Diagnostic;

use super::{answer, by_plan, by_severity, findings, has, messages};

#[test]
fn a_higher_plan_is_slower_only_if_somebody_waits_longer_at_worst() {
    let slower = |basic, premium| has("slower-on-higher-plan", &by_plan(basic, premium));
    assert!(slower("4 hours", "5 hours"));
    assert!(slower("4 hours", "none"));
    assert!(slower("4 hours", "4 business hours"));
    // On Friday evening a day by the clock ends on Saturday, and four open hours end on Monday.
    assert!(slower("24 hours", "4 business hours"));
    assert!(!slower("4 business hours", "4 hours"));
    assert!(!slower("none", "best effort"));
    assert!(!slower("1 day", "24 hours"));
    assert!(!slower("1 business day", "4 business hours"));
    assert!(!slower("2 days", "as decided by us"));
}

#[test]
fn what_is_slower_names_the_receipt_that_shows_it() {
    let found = messages("slower-on-higher-plan", &by_plan("24 hours", "4 business hours"));
    let [message] = found.as_slice() else { panic!("one finding, found {found:?}") };
    let (start, rest) = message.split_once(": received ").expect("a receipt");
    assert_eq!(start, "4 business hours on `premium` can be slower than 24 hours on `basic`");
    assert!(rest.starts_with("Friday 2026-11-27 ") && rest.contains("due Monday 2026-11-30 "), "{rest}");
}

#[test]
fn a_graver_request_without_a_figure_is_worked_on_at_once() {
    let slower = |critical, normal| has("slower-on-graver-severity", &by_severity(critical, normal));
    assert!(slower("8 hours", "4 hours"));
    assert!(!slower("best effort", "4 hours"));
    assert!(!slower("none", "4 hours"));
}

#[test]
fn a_ladder_that_was_declared_upside_down_is_told_once() {
    let ladder = |keyword: &str, figures: [&str; 4]| {
        let values = ["a", "b", "c", "d"];
        let declared: String =
            values.iter().map(|value| format!("{keyword} {value} \"Level {value}\"\n")).collect();
        let rows: String =
            values.iter().zip(figures).map(|(value, figure)| format!("  | {value} | {figure} |\n")).collect();
        format!(
            "{declared}commitment answer \"Answer\" {{\n  from received\n  until responded\n  \
             | {keyword} | answer |\n  |----------|--------|\n{rows}}}\n"
        )
    };
    let told = |text: &str| {
        let found = findings("slower-on-graver-severity", text);
        let one = |finding: &Diagnostic| (finding.message.clone(), finding.help.clone().unwrap_or_default());
        found.iter().map(one).collect::<Vec<_>>()
    };
    let down = ["8 hours", "4 hours", "2 hours", "1 hour"];
    let [(message, help)] = &told(&ladder("priority", down))[..] else { panic!("one finding") };
    assert_eq!(message, "`answer` gets slower step by step the more urgent the request");
    assert_eq!(help, "declare the most urgent first: the order of the priorities says so");
    let [(_, help)] = &told(&ladder("severity", down))[..] else { panic!("one finding") };
    assert_eq!(help, "declare the gravest first: the order of the severities says so");
    // One step that is out of order is no ladder upside down.
    let [(message, help)] = &told(&ladder("priority", ["1 hour", "4 hours", "2 hours", "8 hours"]))[..]
    else {
        panic!("one finding")
    };
    assert_eq!(message, "4 hours for `b` is slower than 2 hours for `c`");
    assert_eq!(help, "exchange the two figures, or the order in which the priorities are declared");
    let two_clocks = told(&ladder("priority", ["1 hour", "2 hours", "4 business hours", "8 hours"]));
    let [(_, help)] = &two_clocks[..] else { panic!("one finding, found {two_clocks:?}") };
    assert_eq!(help, "let both run on one clock, or shorten the time for `c`");
}

#[test]
fn deadlines_that_cross_on_one_clock_are_not_mended_by_another_clock() {
    let help = |answer: &str, repair: &str| {
        let text = format!(
            "commitment answer \"Answer\" {{ from received; until responded; within {answer} }}\n\
             commitment repair \"Repair\" {{ from received; until resolved; {repair} }}\n"
        );
        let found = findings("crossing-deadlines", &text);
        let [finding] = found.as_slice() else { panic!("one finding, found {found:?}") };
        assert!(finding.message.starts_with("`repair` can be due before `answer`: received "), "{finding:?}");
        finding.help.clone().unwrap_or_default()
    };
    assert_eq!(
        help("2 business hours", "by same business day"),
        "what comes late in the day is due on that same day: promise `1 business day`, or let `answer` end within that day too"
    );
    assert_eq!(
        help("4 business hours", "within 8 hours"),
        "let both run on one clock, or give `repair` more time"
    );
}

#[test]
fn a_resolution_and_a_response_on_two_clocks_cross_before_a_weekend() {
    let two = |response: &str, resolution: &str| {
        let first = answer(&format!("  within {response}"));
        format!(
            "{first}commitment repair \"Repair\" {{ from received; until resolved; within {resolution} }}\n"
        )
    };
    let found = |response, resolution| {
        let text = two(response, resolution);
        (has("resolution-before-response", &text), has("crossing-deadlines", &text))
    };
    assert_eq!(found("4 business hours", "8 hours"), (false, true));
    assert_eq!(found("8 business hours", "4 hours"), (true, false));
    assert_eq!(found("4 business hours", "8 business hours"), (false, false));
    assert_eq!(found("4 hours", "8 business hours"), (false, false));
    assert_eq!(found("4 business hours", "30 days"), (false, false));
}
