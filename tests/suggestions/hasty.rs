//! Lines as somebody types them who has read the first pages and thinks of the policy, not of the language.

use super::{commitment, found, said};

#[test]
fn the_order_of_a_queue_is_understood_in_other_words() {
    let message = "behind `order` stand the facts that decide, with commas between them";
    let order = "write `order severity, received`";
    assert_eq!(said("queue { order by severity then arrival }"), [message, order]);
    assert_eq!(said("queue { order by severity and then by date }"), [message, order]);
    let arrival = "write `order received`, the oldest first";
    assert_eq!(
        said("queue \"Tickets\" { first come, first served }"),
        ["`first` is not a word of `queue`", arrival]
    );
    assert_eq!(said("queue { served in order of arrival }")[1], arrival);
    assert_eq!(
        said("queue tickets \"Tickets\" { order received }"),
        ["`queue` is there once in a policy, and has no name", "take `tickets` out"]
    );
    assert!(said("queue { served by the librarian on duty }")[1].contains("`order`"));
}

#[test]
fn work_that_is_quoted_has_no_rate() {
    let help = "write `proposal first`, if you quote before any work";
    assert_eq!(said("offer work \"Work\" { rate as quoted }"), ["`as quoted` is no amount", help]);
    assert_eq!(said("offer work \"Work\" { rate on request }"), ["`on request` is no amount", help]);
}

#[test]
fn between_two_numbers_is_said_with_both_of_them() {
    let fees = |condition: &str| {
        format!(
            "fact late \"Days late\" {{ is a number }}\nprice fee \"Fee\" {{\n  EUR 1\n  except EUR 5 when {condition}\n}}"
        )
    };
    assert_eq!(
        said(&fees("late is between 8 and 28")),
        [
            "what lies between two values is said with `is at least` and `is at most`",
            "change it to `late is at least 8 and late is at most 28`"
        ]
    );
    assert!(
        found(&format!("{}{}", super::BASE, fees("late is at least 8 and late is at most 28"))).is_empty()
    );
}

#[test]
fn a_name_of_several_words_is_one_finding_whoever_uses_it() {
    let kinds = "kind old product \"Old\"\nkind old plugin \"Older\"\nkind new \"New\"";
    let scope = "scope { covers new \"New\" when kind is new; excludes old \"Old\" when kind is old-product { note \"Gone.\" } }";
    let findings = found(&format!("{}{kinds}\n{scope}\n", super::BASE));
    let messages: Vec<&str> = findings.iter().map(|finding| finding.message.as_str()).collect();
    assert_eq!(messages, ["a name is one word, or several that are joined by hyphens"; 2]);
}

#[test]
fn a_word_that_cannot_be_a_name_does_not_spoil_the_table() {
    let table = commitment(
        "from received; until responded\n  | severity | reply |\n  |---|---|\n  | critical | 1 hour |\n  \
         | normal | 4 hours |\n  | other | 3 business days |",
    );
    assert_eq!(
        said(&format!("severity other \"Other\"\n{table}")),
        ["after `severity` comes a name, not `other`", "write a name such as `severity-other`"]
    );
}

#[test]
fn the_head_of_a_first_column_is_told_by_its_rows() {
    let table = |first: &str, value: &str| {
        commitment(&format!(
            "from received; until responded\n  | {first} | reply |\n  |---|---|\n  | {value} | 1 hour |\n  | normal | 4 hours |"
        ))
    };
    let message = "the first column of a table is about a fact, and `category` is none";
    assert_eq!(said(&table("category", "critical")), [message, "change it to `severity`"]);
    assert_eq!(said(&table("category", "Critical"))[1], "change it to `severity`");
    assert!(said(&table("category", "grave"))[1].starts_with("begin it with what its rows are values of"));
}

#[test]
fn half_a_day_and_a_season_are_written_with_both_ends() {
    let line = |line: &str| {
        format!(
            "calendar desk \"Desk\" {{\n  open Mon..Fri 09:00..18:00\n  open on holidays\n  {line}\n}}\nchannel counter \"Counter\" {{ address \"1 Square\"; open desk }}"
        )
    };
    assert_eq!(
        said(&line("closed 24 December at 1pm")),
        [
            "hours on a day are written from when to when",
            "write both times, as `closed Dec 24 13:00..24:00`; `24:00` is the end of the day"
        ]
    );
    assert!(said(&line("closed Dec 24 until 13:00"))[1].contains("`closed Dec 24 00:00..13:00`"));
    assert!(said(&line("from 1 June to 31 August"))[1].contains("in Jun 1..Aug 31"));
}

#[test]
fn what_is_had_instead_may_be_one_of_three() {
    let scope = "kind a \"A\"\nkind b \"B\"\nscope { covers a \"A\" when kind is a; excludes b \"B\" when kind is b { instead advice } }";
    assert_eq!(
        said(scope),
        [
            "there is no offer called `advice`",
            "declare it, as `offer advice \"…\"`, `party advice \"…\"` or `document advice \"…\"`"
        ]
    );
}

#[test]
fn the_only_calendar_and_the_country_of_the_zone_are_named() {
    let text = "policy a \"A\" { timezone Europe/Berlin }\ncalendar desk \"Desk\" { open Mon..Fri 09:00..17:00 }\n\
        commitment reply \"Reply\" { from received; until responded; within 2 business days }\n";
    let helps: Vec<String> = found(text).into_iter().filter_map(|finding| finding.help).collect();
    assert_eq!(helps, ["write `business hours desk` in the header"]);
    let text = text.replace("Europe/Berlin }", "Europe/Berlin; business hours desk }");
    let helps: Vec<String> = found(&text).into_iter().filter_map(|finding| finding.help).collect();
    assert!(helps.contains(&"write `closed on holidays DE`, or `open on holidays`".to_owned()), "{helps:?}");
}

/// What the only finding says about lines of a test beside a process, a fact and a promise.
fn tested(lines: &str) -> [String; 2] {
    let policy = "event asked \"We ask\"\nprocess tickets \"Tickets\" {\n  state pending \"Pending\"\n  state solved \"Solved\"\n  \
        state closed \"Closed\"\n  pending becomes solved on resolved\n  solved becomes closed after 7 days\n}\n\
        fact urgent \"Urgent\" { yes or no }\ncommitment reply \"Reply\" { from received; until responded; within 2 business hours; except within 1 business hour when urgent }\n";
    said(&format!("{policy}test \"T\" {{\n  received 2026-03-02 10:00\n  {lines}\n}}"))
}

#[test]
fn the_state_of_a_request_is_expected_with_its_process() {
    assert_eq!(
        tested("expect tickets closed"),
        ["`tickets` is a process, and is not open or closed", "write `expect tickets is closed`"]
    );
    let about = "which asks about the last thing that happens in the case";
    assert_eq!(
        tested("expect closed by 2026-03-17 10:00"),
        [
            "`closed` is a state, and only a commitment is due by a time".to_owned(),
            format!("write `expect tickets is closed`, {about}")
        ]
    );
    assert_eq!(
        tested("expect tickets by 2026-03-17 10:00")[1],
        format!("write `expect tickets is …`, {about}")
    );
    assert!(tested("expect solved on 2026-03-17 10:00")[1].contains("expected as `expect … is solved`"));
    assert_eq!(tested("expect urgent closed")[1], "write `expect urgent` or `expect not urgent`");
    assert_eq!(tested("expect severity closed")[1], "write `expect severity is critical`");
}

#[test]
fn a_date_is_written_without_its_weekday() {
    assert_eq!(
        tested("responded Monday 2026-03-02 11:00\n  expect reply 2 business hours when not urgent"),
        [
            "a date stands without its weekday, as `2026-03-02 11:00`",
            "change `Monday 2026-03-02 11:00` to `2026-03-02 11:00`"
        ]
    );
    assert!(
        tested("responded Tuesday, 2 March 2026 11am\n  expect reply 2 business hours when not urgent")[0]
            .contains("is a Monday, not a Tuesday")
    );
    assert!(tested("responded Monday 11am")[1].contains("write a date of your choice"));
}

#[test]
fn a_fact_that_is_yes_or_no_is_said_so_in_many_ways() {
    for words in ["is yes/no", "yes / no", "is a boolean", "true or false", "is either yes or no"] {
        let fact = format!("fact fire \"Fire\" {{ {words} }}\n");
        let use_of_it = "commitment reply \"Reply\" { from received; until responded; within 2 business hours; except within 1 business hour when fire }";
        assert_eq!(
            said(&(fact + use_of_it)),
            [format!("this is written `yes or no`, not `{words}`"), "change it to `yes or no`".to_owned()]
        );
    }
}

#[test]
fn a_step_that_waits_for_a_deed_is_told_of_events() {
    let process = |when: &str| {
        format!(
            "process tickets \"Tickets\" {{\n  state new \"New\"\n  state done \"Done\"\n  new becomes done {when}\n}}"
        )
    };
    let [message, help] = said(&process("when we ask"));
    assert_eq!(message, "an event that a step waits for stands behind `on`");
    assert!(help.contains("`event asked \"We ask you something\"`"), "{help}");
    assert_eq!(said(&process("when we answer"))[1], "change it to `on responded`");
}

#[test]
fn a_case_that_must_not_be_is_told_how_it_can_be_ruled_out() {
    let [message, help] = said(
        "fact fire \"Fire\" { yes or no }\nensure \"Never\" { no case is both severity is critical and not fire }",
    );
    assert_eq!(message, "there is a case that is both");
    assert!(help.contains("write `no` in the cells that are for them"), "{help}");
}

#[test]
fn what_is_free_and_what_is_agreed_is_said_in_the_place_of_an_amount() {
    assert_eq!(
        said("plan basic \"Open\" { price free }"),
        ["there is no price called `free`", "change it to `none`"]
    );
    let [message, help] = said("plan large \"Large\" { price as agreed }");
    assert_eq!(message, "what is agreed stands in a document");
    assert!(help.contains("`as agreed in order-form`"), "{help}");
    assert!(
        found(&format!(
            "{}plan basic \"Open\" {{ price none }}\nplan large \"Large\" {{ extends basic; price as agreed in order-form }}\n\
             document order-form \"Order form\" {{ address \"https://a.example/order\" }}\n",
            super::BASE
        ))
        .is_empty()
    );
}

#[test]
fn small_letters_behind_a_name_may_go_on_from_it() {
    let quoted_safely = |text: &str| {
        let slips = found(text).into_iter().filter(|one| one.message == "a text stands between quotes");
        slips.flat_map(|one| one.fixes).map(|fix| fix.safe).collect::<Vec<_>>()
    };
    // The page would say "training".
    assert_eq!(quoted_safely("scope { excludes long training }"), [false]);
    assert_eq!(quoted_safely("scope { excludes training Long courses }"), [true]);
    assert_eq!(quoted_safely("channel mail \"Mail\" { address help@desk.example }"), [true]);
}
