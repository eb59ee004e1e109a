//! What is told as a sentence, or in another place than its own: in processes, tests and the header.

use super::{BASE, found, said};

#[test]
fn what_belongs_elsewhere_is_told_its_place() {
    let plan = |line: &str| said(&format!("plan basic \"Basic\"\nplan gold \"Gold\" {line}"));
    assert_eq!(
        plan("extends basic"),
        ["what this plan says stands between braces", "write `{ extends basic }`"]
    );
    assert_eq!(
        plan("{ account manager }"),
        [
            "`account` is not a word of a plan",
            "write `grants account-manager`; if nothing is called so yet, declare it as well: `entitlement account-manager \"…\"`"
        ]
    );
    assert_eq!(plan("{ extend basic }")[1], "change `extend` to `extends`");
    assert_eq!(plan("{ free }")[1], "write `price none`");
    assert_eq!(
        said("entitlement billing \"Billing\" on all plans"),
        ["a plan says itself what it grants", "write `grants` and this name in the plan that has it"]
    );
    let process = |line: &str| {
        said(&format!(
            "process work \"Work\" {{\n  state new \"New\"\n  state closed \"Closed\"\n  new becomes closed on resolved\n  {line}\n}}"
        ))
    };
    assert_eq!(
        process("closed never reopens")[1],
        "leave it out: a state that no line leads out of is the last one; for readers, say it in the state: `note \"…\"`"
    );
    assert_eq!(process("closed reopens never"), process("closed never reopens"));
    assert_eq!(
        process("closed cannot become new")[1],
        "leave it out: a request goes no way that no line leads; for readers, say it in the state: `note \"…\"`"
    );
    assert_eq!(process("customer may reopen it")[0], "a process says how requests move on");
    assert_eq!(
        process("new sends \"a reminder\" twice")[1],
        "write `new sends \"a reminder\" after 3 days` for the first, with your figure, and such a line for each other"
    );
    for (told, event) in [
        ("when the customer replies", "replied"),
        ("once we answer", "responded"),
        ("when it has been solved", "resolved"),
        ("as soon as support confirms it", "acknowledged"),
    ] {
        let [message, fix] = process(&format!("closed becomes new {told}"));
        assert_eq!(message, "an event that a step waits for stands behind `on`");
        assert_eq!(fix, format!("change it to `on {event}`"));
    }
    // What nobody told is not made up.
    assert!(!process("closed becomes new when the customer pays").concat().contains("is customer"));
    assert_eq!(
        process("closed becomes new when it is replied")[1],
        "a step of a process waits for an event with `on replied` in place of `when …`"
    );
    assert_eq!(process("closed reopens on reply")[1], "write `closed becomes … on replied`");
    assert_eq!(process("new becomes closed 7 days later")[1], "change it to `after 7 days`");
    let header = BASE.replace("timezone Europe/Amsterdam", "timezone of customer");
    let findings = found(&header);
    assert_eq!(findings[0].message, "the header names one zone, in which the times of the policy are read");
}

#[test]
fn a_case_is_told_line_by_line() {
    let case = |line: &str| said(&format!("test \"A case\" {{ {line} }}"));
    assert_eq!(
        case("received Sunday 10am")[1],
        "write a date of your choice, as `received 2026-11-15 10:00`"
    );
    assert!(case("expect closed 2026-11-12 10:00")[1].starts_with("write `closed 2026-11-12 10:00`"));
    assert_eq!(
        case("expect ticket is solved after 3 days")[0],
        "`expect` asks about the moment of the last line with a date"
    );
    assert_eq!(case("severity is high")[1], "write `given severity is high`");
    assert_eq!(
        case("received 2026-11-12 10:00; expect office open")[1],
        "expect it of a channel that is open at these hours, as one with `open office`"
    );
    // What is expected is no case, and what is so at a time stands nowhere.
    assert!(!case("expect is critical").concat().contains("given expect"));
    assert!(!case("severity is high 2026-11-12").concat().contains("given severity"));
    assert_eq!(case("given received 2026-11-12 10:00")[1], "take `given` out");
}

#[test]
fn lines_of_other_declarations_in_a_section_are_told_where_they_belong() {
    let section = |line: &str| said(&format!("section costs \"Costs\" {{\n  {line}\n}}"));
    assert_eq!(
        section("excludes travel \"Travel\""),
        ["`excludes` is not a word of a section", "put the line between the braces of `scope { … }`"]
    );
    assert_eq!(section("runs 1 year, then renews")[1], "put the line between the braces of a plan");
    // Who must do something is not known to the parser.
    assert!(section("supplier delivers \"the parts\"")[0].starts_with("after `supplier` comes `may`"));
}

#[test]
fn what_is_said_of_a_line_stands_in_its_braces() {
    let line = "scope { excludes travel \"Travel\" when severity is low instead visits }";
    assert_eq!(
        said(line),
        ["what `instead` says of this line stands between braces", "write `{ instead visits }`"]
    );
    let plan = |line: &str| said(&format!("plan gold \"Gold\" {{ {line} }}"));
    assert_eq!(plan("runs 1 year, renews silently, notice 3 months")[1], "write `then renews`");
    assert_eq!(plan("runs 1 year, renewed automatically")[1], "write `then renews`");
}

#[test]
fn a_rate_is_money_or_a_number_of_times_and_its_hours_a_calendar() {
    let offer = |line: &str| {
        said(&format!(
            "calendar weekend \"Weekend\" {{ open Sat..Sun 00:00..24:00 }}\noffer work \"Work\" {{\n  rate EUR 100 per hour\n  {line}\n}}"
        ))
    };
    assert_eq!(offer("rate 150% during weekend")[1], "write `1.5 times`");
    assert_eq!(offer("rate +25% during weekend")[1], "write `1.25 times`");
    assert_eq!(
        offer("rate 50% during weekend")[1],
        "write `1.5 times` for half as much again, or `0.5 times` for half of it"
    );
    assert_eq!(offer("rate 2 times in weekend")[1], "write `during weekend`, if `weekend` is a calendar");
    assert!(offer("rate 2 times in the weekend")[1].starts_with("write `outside office`"));
    assert_eq!(
        said("price fee \"Fee\" { EUR 5 per year, billed a year ahead }")[1],
        "say the rest in a text of its own, as `note \"Billed a year ahead.\"`"
    );
}

#[test]
fn a_number_says_that_it_is_one_and_its_ranges_are_conditions() {
    let fact = |body: &str| said(&format!("fact distance \"Distance\" {{ {body} }}"));
    assert_eq!(fact("number \"km\""), ["a fact that is a number says so", "write `is a number`"]);
    assert!(fact("number of km")[1].starts_with("write `is a number`; what is counted is said in the title"));
    let travel = |label: &str| {
        said(&format!(
            "fact distance \"Distance\" {{ is a number }}\nprice travel \"Travel\" {{\n| distance | price |\n|---|---|\n| {label} | EUR 20 |\n}}"
        ))
    };
    assert_eq!(
        travel("under 25"),
        [
            "`under 25` is a range, and a label is one number",
            "write a line for each range in place of the table, with a condition: `… when distance is less than 25`"
        ]
    );
    assert!(travel("25..50")[1].ends_with("`… when distance is at least 25 and distance is at most 50`"));
}
