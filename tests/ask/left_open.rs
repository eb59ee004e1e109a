//! What a person is told where a question leaves something open: a fact, a time, or what there is instead.

use std::process::Command;

use super::refused;

/// What `ask` prints for people about a policy.
fn printed(policy: &str, facts: &[&str]) -> String {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("shop.policy"), policy).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_avouch"));
    let output =
        command.current_dir(folder.path()).args(["ask", "shop.policy"]).args(facts).output().unwrap();
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn a_not_without_quotes_is_told_how_to_stand() {
    let said = refused(&["ask", "examples/northwind.policy", "not", "workaround"]);
    assert!(said.contains("help: put both in quotes, as `\"not FACT\"`, or write `FACT=no`"), "{said}");
}

const SHOP: &str = r#"policy shop "Shop" { timezone Europe/Amsterdam; business hours office }
calendar office "Office hours" { open Mon..Fri 09:00..17:00; open on holidays }
plan basic "Basic"
plan gold "Gold" { extends basic }
fact fire "There is a fire" { yes or no }
fact severity "Severity" {
  | fire | severity |
  |------|----------|
  | yes  | high     |
  | no   | low      |
}
severity high "High"
severity low "Low"
kind fault "Fault"
kind course "Course"
kind move "Move"
scope {
  covers faults "Faults" when kind is fault
  excludes courses "Courses" when kind is course
  excludes moves "Moves" when kind is move { instead moving }
}
offer moving "Moving house" { rate EUR 90 per hour }
offer audit "An audit" { rate EUR 900 per day }
price fee "Fee" { EUR 5 per month; except EUR 9 per month when fire }
channel mail "E-mail" { address "help@shop.example"; open office }
channel phone "Telephone" { address "+31 20 555 0100"; open always; only when plan is gold }
"#;

#[test]
fn what_is_not_covered_has_no_offer_but_the_one_named_instead() {
    assert!(!printed(SHOP, &["kind=course", "plan=gold"]).contains("Offers"));
    let said = printed(SHOP, &["kind=move", "plan=gold"]);
    assert!(said.contains("Offers     Moving house") && !said.contains("audit"), "{said}");
    let said = printed(SHOP, &["kind=fault", "plan=gold"]);
    assert!(said.contains("Moving house") && said.contains("An audit"), "{said}");
}

#[test]
fn nothing_is_left_out_because_a_time_or_a_fact_was_not_given() {
    let said = printed(SHOP, &["kind=fault"]);
    assert!(said.contains("E-mail: open during Office hours\n"), "{said}");
    // Neither the fire nor the severity that follows from it decides who may call.
    assert!(said.contains("Telephone: depends on Plan\n"), "{said}");
    assert!(said.contains("Fee   depends on There is a fire\n"), "{said}");
    assert!(printed(SHOP, &["kind=fault", "fire=no"]).contains("Fee   EUR 5 per month\n"));
}

#[test]
fn a_clock_that_waits_for_another_event_is_told_how_to_be_started() {
    let update = "commitment update \"Update\" { from responded; until resolved; every 1 business day }\n\
                  commitment again \"Again\" { from received; until resolved; within 2 business hours }\n";
    let policy = format!("{SHOP}{update}");
    let case = ["kind=fault", "plan=gold", "not fire", "--received", "2026-03-02T10:00"];
    let said = printed(&policy, &case);
    let told = "starts when we respond\n             to have it counted, give `--event responded=TIME`\n";
    assert!(said.contains(told) && said.matches("--event").count() == 1, "{said}");
    let started = [case.as_slice(), &["--event", "responded=2026-03-02T11:00"]].concat();
    assert!(!printed(&policy, &started).contains("--event"));
}

#[test]
fn japanese_names_are_closed_up_as_on_the_page() {
    let policy = r#"policy shop "店" { written in ja; timezone Asia/Tokyo }
calendar office "営業 時間" { open Mon..Fri 09:00..17:00; open on holidays }
severity high "ハイ レベル"
severity low "ロー レベル"
channel portal "サポート ポータル" { address "https://shop.example/help"; open office }
commitment ファースト-レスポンス { from received; until responded; within 1 hour }
"#;
    let said = printed(policy, &["severity=high", "--received", "2026-03-02T10:00"]);
    for name in ["ハイレベル", "サポートポータル", "ファーストレスポンス   "] {
        assert!(said.contains(name), "{said}");
    }
}
