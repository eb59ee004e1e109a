//! What is told as a sentence, or in another place than its own: in processes, tests and the header.

use super::{BASE, commitment, found, said};

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
    assert_eq!(said("role role board \"Board\"")[1], "take one `role` out");
    assert_eq!(said("role board board \"Board\"")[1], "take one `board` out");
    assert_eq!(
        said("test \"T\" {\n  received 2026-03-02\n  expect covered\n}"),
        [
            "when something happens is a date and a time",
            "write a time behind the date, as `received 2026-03-02 10:00`"
        ]
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
    assert_eq!(
        fact("number of km"),
        ["this is written `is a number`, not `number of km`", "change it to `is a number`"]
    );
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

#[test]
fn a_line_that_begins_with_a_name_is_told_its_form() {
    let product = |line: &str| {
        said(&format!("phase full \"Full support\"\nproduct app \"App\" {{ {line} }}"))[1].clone()
    };
    assert_eq!(
        product("full 6 months from purchase"),
        "the form is `<phase> ends <date, or so long after another>`"
    );
    // Of a line that may be so many things it says too much.
    assert_eq!(said("section costs \"Costs\" { supplier delivers \"the parts\" }")[1], "");
}

#[test]
fn what_is_meant_and_what_goes_without_saying_have_their_place() {
    assert_eq!(
        said("phase full \"Full support\" \"We answer your questions.\""),
        [
            "what this phase means stands between braces",
            "write `means \"We answer your questions.\"` between braces"
        ]
    );
    assert_eq!(
        said("price fee \"Fee\" { EUR 10 when severity is low; EUR 15 otherwise }"),
        ["a line without a condition holds wherever no narrower line does", "take `otherwise` out"]
    );
}

#[test]
fn a_text_of_the_header_behind_a_word_of_another_place_is_told_where_it_is_said() {
    for (line, help) in [
        (
            "contact \"help@n.example\"",
            "declare it below these braces, as `channel email \"E-mail\" { address \"help@n.example\"; open always }`",
        ),
        (
            "status \"Draft\"",
            "say it with the version, as `version \"1 (draft)\"`, or in words for your own people, as `internal note \"This is a draft.\"`",
        ),
        ("department \"IT\"", "write `publisher \"IT\"`"),
    ] {
        let word = line.split(' ').next().unwrap_or_default();
        let header = BASE.replacen("  timezone", &format!("  {line}\n  timezone"), 1);
        let findings = found(&header);
        let [finding] = findings.as_slice() else { panic!("one finding, and not {findings:#?}") };
        assert_eq!(finding.message, format!("`{word}` is not a word of the header of a policy"));
        assert_eq!(finding.help.as_deref(), Some(help), "{line}");
        // A party of this name can be spoken to in the header as well.
        assert!(found(&format!("{header}party {word} \"Them\"\n")).is_empty(), "{line}");
    }
}

#[test]
fn a_word_of_another_language_in_front_of_a_step_is_no_party() {
    let up = "role lead \"Lead\" { address \"l@n.example\" }\nescalation up \"Up\" { elke 2 hours after breach of reply notify lead }\n";
    let [message, fix] =
        said(&format!("{}{up}", commitment("from received; until responded; within 4 hours\n")));
    assert_eq!(message, "the words of a policy are English in every language: `every`, not `elke`");
    assert_eq!(fix, "change it to `every`");
}

#[test]
fn a_name_of_several_words_is_joined_and_an_article_is_no_party() {
    assert_eq!(
        said("kind custom scripts \"Custom scripts\""),
        ["a name is one word, or several that are joined by hyphens", "change it to `custom-scripts`"]
    );
    assert_eq!(
        said("section work \"Work\" { the customer must \"tell us which version it is\" }"),
        ["there is no party called `the`", "take `the` out"]
    );
}

#[test]
fn a_second_text_behind_a_title_belongs_between_braces() {
    assert_eq!(
        said("severity low \"Low\" \"Questions and wishes.\""),
        [
            "what this severity means stands between braces",
            "write `means \"Questions and wishes.\"` between braces"
        ]
    );
    assert_eq!(
        said("section work \"Work\" \"We are kind.\""),
        ["what this section says stands between braces", "write `\"We are kind.\"` between braces"]
    );
}

#[test]
fn a_number_in_the_place_of_a_name_is_the_one_that_ends_with_it() {
    let graves = "severity p1 \"P1\" { means \"Down.\" }\nseverity p2 \"P2\" { means \"Up.\" }\nscope { excludes small \"Small\" when severity is ";
    let base = BASE.split("severity critical").next().unwrap_or_default();
    let fix = |value: &str| {
        let findings = found(&format!("{base}{graves}{value} }}\n"));
        let [finding] = findings.as_slice() else { panic!("one finding, and not {findings:#?}") };
        finding.help.clone().unwrap_or_else(|| finding.fixes[0].title.clone())
    };
    assert_eq!(fix("2"), "change it to `p2`");
    assert_eq!(fix("3"), "it can be `p1` or `p2`");
}
