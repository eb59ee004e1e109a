//! Phases of a life cycle that do not fit together, and what to write in their place.

use super::{findings, messages};

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
