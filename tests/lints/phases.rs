//! Phases of a life cycle that do not fit together, and what to write in their place.

use super::{findings, findings_of, messages};
use avouch::config::Settings;
use avouch::diagnostic::Profile;

#[test]
fn a_phase_without_an_end_contradicts_a_rule_that_counts_on_its_end() {
    let found = |header: &str, cells: &str, rule: &str| {
        let bars = "---|".repeat(header.matches('|').count() + 2);
        messages(
            "endless-phase",
            &format!(
                "phase early \"Early\"\nphase full \"Full\"\nphase late \"Late\"\nproduct server \"Server\" {{\n  \
                 | release | {header} |\n  |{bars}\n  | 5 | {cells} |\n  {rule}\n}}\n"
            ),
        )
    };
    let never = ["`full` of release `5` has no end, so that `late` never begins"];
    let on = "from 2026-01-01 on";
    assert_eq!(found("full", on, "late ends 2 years after end of full"), never);
    assert_eq!(
        found("full", on, "late ends earlier of 2030-01-01 and first May 31 after end of full"),
        never
    );
    assert_eq!(
        found("early | full", "2026-01-01..2026-12-31 | from then on", "late ends 9 years after release"),
        never
    );
    let own = ["`full` of release `5` has no end, though a rule says when it ends"];
    assert_eq!(found("full", on, "full ends 5 years after release"), own);
    // What the table says of a release counts before a rule, and an earlier phase needs no end of a later one.
    assert_eq!(found("full | late", &format!("{on} | no"), "late ends 2 years after end of full"), [""; 0]);
    assert_eq!(found("full", on, "early ends 2 years after start of full"), [""; 0]);
    assert_eq!(found("full", "2026-01-01..2026-12-31", "late ends 2 years after end of full"), [""; 0]);
}

#[test]
fn a_phase_without_an_end_that_begins_too_late_or_too_early_begins_with_the_end_of_another() {
    let help = |late: &str, finding: &str| {
        let text = format!(
            "phase full \"Full\"\nphase late \"Late\"\nproduct server \"Server\" {{\n  | release | full | late |\n  \
             |---|---|---|\n  | 5 | 2027-01-01..2027-12-31 | {late} |\n}}\n"
        );
        findings(finding, &text).remove(0).help.expect("what to do about it")
    };
    let then = "write `from then on`, which begins when the phase before it ends";
    assert_eq!(help("from 2028-06-01 on", "gap-between-phases"), then);
    assert_eq!(help("from 2027-06-01 on", "overlapping-phases"), then);
    let until = "write `until 2028-12-31`, which begins when the phase before it ends";
    assert_eq!(help("2028-06-01..2028-12-31", "gap-between-phases"), until);
}

/// A product whose table has one phase, and these rules for another.
fn product(release: &str, rules: &str) -> String {
    format!(
        "phase full \"Full\"\nphase late \"Late\"\nproduct server \"Server\" {{\n  \
         | release | full |\n  |---|---|\n  | 5 | {release} |\n{rules}\n}}\n"
    )
}

#[test]
fn a_release_is_over_when_the_phases_that_rules_give_it_are() {
    let strict = Settings { asked: Some(Profile::Strict), ..Settings::default() };
    let ended = |release: &str, rules: &str| {
        let found = findings_of("release-ended", &product(release, rules), &strict);
        found.into_iter().map(|finding| finding.message).collect::<Vec<_>>()
    };
    let over = |day: &str| vec![format!("support of `5` ended on {day}")];
    assert_eq!(ended("2019-04-01..2021-03-31", ""), over("2021-03-31"));
    assert_eq!(ended("2019-04-01..2021-03-31", "late ends 10 years after release"), [""; 0]);
    assert_eq!(ended("2019-04-01..2021-03-31", "late ends 3 years after end of full"), over("2024-03-31"));
    // Where the end is another for some customers, nobody knows the last day.
    let some = "late ends 1 year after end of full when plan is premium";
    assert_eq!(ended("2019-04-01..2021-03-31", &format!("{some}\n}}\n{}#", super::PLANS)), [""; 0]);
    assert_eq!(ended("2019-04-01..2021-03-31", "late ends ?"), [""; 0]);
}

#[test]
fn phases_of_rules_follow_one_another_as_those_of_the_table_do() {
    let reversed = |release: &str, rules: &str| messages("reversed-phases", &product(release, rules));
    let early = ["`late` of release `5` ends on 2024-04-01, before `full` does"];
    assert_eq!(reversed("2019-04-01..2027-03-31", "late ends 5 years after release"), early);
    assert_eq!(reversed("2019-04-01..2027-03-31", "late ends 9 years after release"), [""; 0]);
    // Two rules that contradict each other are said once, and not for each release.
    let text = "phase full \"Full\"\nphase late \"Late\"\nproduct server \"Server\" {\n  \
        | release | beta |\n  |---|---|\n  | 5 | 2019-04-01..2019-12-31 |\n  | 6 | 2021-04-01..2021-12-31 |\n  \
        full ends 5 years after release\n  late ends 4 years after release\n}\nphase beta \"Beta\"\n";
    assert_eq!(
        messages("reversed-phases", text),
        ["`late` of release `5` ends on 2023-04-01, before `full` does"]
    );
}

#[test]
fn what_is_only_for_a_phase_that_has_ended_is_met_by_no_request() {
    let past = |release: &str, lines: &str| {
        messages(
            "promise-past-end",
            &format!("{}{lines}", product(release, "late ends 12 years after release")),
        )
    };
    let phase =
        |what: &str| vec![format!("this {what} is only for the phase `Full`, which ended on 2021-03-31")];
    let (over, goes_on) = ("2019-04-01..2021-03-31", "2019-04-01..2028-03-31");
    let channel = "channel phone \"Phone\" { address \"+31 20 555 0100\"; open office; open always when phase is full }\n";
    assert_eq!(past(over, channel), phase("line of a channel"));
    assert_eq!(past(goes_on, channel), [""; 0]);
    let calendar = "calendar watch \"Watch\" { open office; open always when phase is full; open on holidays }\n\
        channel phone \"Phone\" { address \"+31 20 555 0100\"; open watch }\n";
    assert_eq!(past(over, calendar), phase("line of a calendar"));
    let promise = |phase: &str| {
        super::answer(&format!(
            "  within 2 days\n  except within 1 day when phase is {phase} and release is \"5\""
        ))
    };
    assert_eq!(past(over, &promise("full")), phase("promise"));
    assert_eq!(past(over, &promise("late")), [""; 0]);
    // Another product has no table, so that nobody knows in which phase it is.
    assert_eq!(past(over, &format!("{channel}product agent \"Agent\"\n")), [""; 0]);
}
