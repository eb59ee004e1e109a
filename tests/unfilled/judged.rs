//! What is proved, tested and shown by examples where a line waits: what the line may change is held open, the rest is judged.

use avouch::analysis::{Memory, analyse};
use avouch::config::Settings;
use avouch::diagnostic::Level;

use super::{POLICY, sound};

#[test]
fn nothing_is_proved_that_a_line_without_its_condition_may_refute() {
    let proved = |line: &str| {
        let mut files = Memory::default();
        let lines = format!(
            "commitment late \"Late\" {{ from received; until responded; within 2 hours\n{line}\n}}\n\
             ensure \"Soon\" {{ late within 4 hours }}\nensure \"Sooner\" {{ reply within 5 hours }}\n"
        );
        files.insert("care.policy", format!("{POLICY}{lines}"));
        analyse("care.policy", &files, &Settings::default()).counts.ensures_proved
    };
    assert_eq!(proved(""), 2);
    assert_eq!(proved("except within 3 days when ?"), 1);
}

/// How many sentences of a policy with these lines are proved, how many examples and tests passed, and what is wrong.
pub fn judged(lines: &str) -> (usize, usize, Vec<String>) {
    let mut files = Memory::default();
    files.insert("care.policy", format!("{POLICY}{lines}\n"));
    let analysis = analyse("care.policy", &files, &Settings::default());
    let errors = analysis.findings.into_iter().filter(|one| one.level == Level::Error);
    let counts = analysis.counts;
    (counts.ensures_proved, counts.tests_passed, errors.map(|one| one.message).collect())
}

#[test]
fn nothing_is_proved_or_refuted_of_hours_and_steps_that_wait() {
    let desk = |more: &str| {
        format!("calendar desk \"Desk\" {{ open Mon..Fri 09:00..17:00; open on holidays\n{more}\n}}\n")
    };
    let open = "ensure \"Open\" { desk open at least 40 hours each week }";
    assert_eq!(judged(&format!("{}{open}", desk(""))).0, 1);
    let inner =
        format!("calendar inner \"Inner\" {{ open on holidays; closed ? }}\n{}", desk("closed inner"));
    for hours in [desk("closed ?"), desk("closed Mon..Fri 09:00..20:00 when ?"), inner] {
        assert_eq!(judged(&format!("{hours}{open}")), (0, 0, Vec::new()), "{hours}");
        let due = "ensure \"Due\" { reply due while desk is open }";
        assert_eq!(judged(&format!("{hours}{due}")), (0, 0, Vec::new()), "{hours}");
    }
    let told = "ensure \"Told\" { up notifies lead before breach of reply }";
    let up = |lines: &str| judged(&format!("escalation up \"Up\" {{ {lines} }}\n{told}"));
    assert_eq!(up("at 50% of reply notify lead").0, 1);
    assert_eq!(up("only when ?; at 50% of reply notify lead"), (0, 0, Vec::new()));
    assert_eq!(up("at 50% of reply notify lead when ?"), (0, 0, Vec::new()));
}

#[test]
fn a_test_of_what_is_not_known_yet_is_held_open() {
    let late = |line: &str, expected: &str| {
        judged(&format!(
            "commitment late \"Late\" {{ from received; until responded; within 4 hours\n{line}\n}}\n\
             test \"T\" {{ given plan is gold, severity is low; received 2027-03-01 10:00\n{expected} }}"
        ))
    };
    let by = "expect late by 2027-03-01 14:00";
    assert_eq!(late("", by), (0, 1, Vec::new()));
    assert_eq!(late("except within 2 days when plan is ?", by), (0, 0, Vec::new()));
    assert_eq!(late("except within 2 days when plan is ?", "expect late 4 hours"), (0, 0, Vec::new()));
    let wrong = late("except within 2 days when plan is ?", &format!("{by}; expect reply 1 hour")).2;
    assert_eq!(wrong.len(), 1, "{wrong:?}");
}

#[test]
fn a_sentence_waits_for_the_hours_that_it_touches_and_for_no_others() {
    let shop = "calendar shop \"Shop\" { open Mon..Fri 09:00..17:00; open on holidays; closed ? }\n\
                calendar counter \"Counter\" { open shop; open on holidays }\n\
                commitment late \"Late\" { from received; until responded; within 4 counter hours }\n\
                channel desk \"Desk\" { address \"desk\"; self-service; open shop }\n";
    let with = |lines: &str, sentence: &str| judged(&format!("{lines}{shop}ensure \"It\" {{ {sentence} }}"));
    let waits = (0, 0, Vec::new());
    for sentence in [
        "reply within 4 hours",
        "office open at least 40 hours each week",
        "reply never slower on a graver severity",
    ] {
        assert_eq!(with("", sentence).0, 1, "{sentence}");
    }
    // What is wrong without those hours is wrong.
    for sentence in
        ["reply within 1 hour", "some channel is open at all times", "reply due while office is open"]
    {
        assert_eq!(with("", sentence).2.len(), 1, "{sentence}");
    }
    for sentence in [
        "late within 1 hour",
        "late due before reply",
        "late due while office is open",
        "reply due while counter is open",
        "counter open at least 1 hours each week",
        "shop never overlaps office",
        "every public promise has an open channel",
    ] {
        assert_eq!(with("", sentence), waits, "{sentence}");
    }
    let fax = "channel fax \"Fax\" { address \"+31 20 555 0199\"; open counter when severity is high }\n";
    assert_eq!(with(fax, "some channel is open at all times"), waits);
    let up = "escalation up \"Up\" { on received notify lead; on breach of late notify lead when severity is low }\n";
    assert_eq!(with(up, "up notifies lead before breach of reply"), waits);
}

#[test]
fn business_hours_that_are_not_known_yet_are_not_those_of_the_wall() {
    let policy = |lines: &str| {
        let analysis = sound(&format!(
            "policy care \"Care\" {{ timezone Europe/Amsterdam; business hours ? }}\n\
             commitment reply \"Reply\" {{ from received; until responded; within 4 business hours }}\n\
             commitment word \"Word\" {{ from received; until updated; within 4 hours }}\n{lines}\n"
        ));
        (analysis.counts.ensures_proved, analysis.counts.tests_passed)
    };
    assert_eq!(policy("ensure \"It\" { reply within 5 hours }"), (0, 0));
    assert_eq!(policy("ensure \"It\" { reply within 1 hour }"), (0, 0));
    assert_eq!(policy("ensure \"It\" { word within 5 hours }"), (1, 0));
    let test =
        |expected: &str| policy(&format!("test \"T\" {{ received 2027-03-01 10:00; expect {expected} }}"));
    assert_eq!(test("reply by 2027-03-01 14:00"), (0, 0));
    assert_eq!(test("reply by 2027-03-01 15:00"), (0, 0));
    assert_eq!(test("word by 2027-03-01 14:00"), (0, 1));
}

#[test]
fn a_sentence_about_what_is_covered_waits_for_the_lines_that_may_change_it() {
    let with = |scope: &str, sentence: &str| {
        let sentence = format!("ensure \"It\" {{ {sentence} }}");
        judged(&format!("scope {{ covers highs \"Highs\" when severity is high; {scope} }}\n{sentence}"))
    };
    let (holds, fails) = ("reply within 30 minutes", "reply within 10 minutes");
    assert_eq!(with("", holds).0, 1);
    assert_eq!(with("", fails).2.len(), 1);
    let waits = (0, 0, Vec::new());
    assert_eq!(with("covers more \"More\" when ?", holds), waits);
    assert_eq!(with("covers more \"More\" when ?", fails).2.len(), 1);
    assert_eq!(with("excludes some \"Some\" when ?", holds).0, 1);
    assert_eq!(with("excludes some \"Some\" when ?", fails), waits);
    assert_eq!(with("covers more \"More\" when ?", "office open at least 40 hours each week").0, 1);
}

#[test]
fn an_example_of_what_waits_is_held_open_and_of_the_rest_is_not() {
    let (open, fails) = ((0, 0, 0), (0, 0, 1));
    let with = |lines: &str, case: &str| {
        let test = format!("test \"T\" {{ given plan is basic, severity is low; {case} }}");
        let (proved, passed, errors) = judged(&format!("{lines}\n{test}"));
        (proved, passed, errors.len())
    };
    let at = "received 2027-03-01 10:00";
    let prices = "price fee \"Fee\" { ? }\nprice half \"Half\" { 50% of fee }\nprice most \"Most\" { higher of fee and EUR 5 }\n\
                  price sure \"Sure\" { EUR 5; except ? when severity is high }\nprice late \"Late\" { EUR 5; except EUR 6 when ? }";
    for name in ["fee", "half", "most", "late"] {
        assert_eq!(with(prices, &format!("expect {name} EUR 5")), open, "{name}");
    }
    assert_eq!(with(prices, "expect sure EUR 5"), (0, 1, 0));
    assert_eq!(with(prices, "expect sure EUR 6"), fails);

    let scope =
        |lines: &str, expected: &str| with(&format!("scope {{ {lines} }}"), &format!("expect {expected}"));
    let more = "covers when severity is high; covers when ?";
    assert_eq!(scope(more, "covered"), open);
    assert_eq!(scope(more, "not covered"), open);
    let less = "covers; excludes lows \"Lows\" when severity is low; excludes more \"More\" when ?";
    assert_eq!(scope(less, "not covered"), (0, 1, 0));
    assert_eq!(scope(less, "covered"), fails);

    let offers = "offer advice \"Advice\" { rate EUR ? per hour }\noffer visit \"Visit\" { rate EUR 60 per hour; rate EUR 90 per hour outside shop }\n\
                  offer call \"Call\" { rate EUR 60 per hour }\ncalendar shop \"Shop\" { open Mon..Fri 09:00..17:00; open on holidays; closed ? }\n\
                  channel desk \"Desk\" { address \"desk\"; open shop }\ncommitment fix \"Fix\" { from received; until resolved; within 4 shop hours }\n\
                  escalation up \"Up\" { at 50% of fix notify lead; at 50% of reply notify lead as sure }\n\
                  escalation over \"Over\" { on breach of reply notify lead when ? }";
    for expected in [
        "advice EUR 60 for 1 hour",
        "visit EUR 60 for 1 hour",
        "desk open",
        "desk closed",
        "fix by 2027-03-01 14:00",
        "up notifies lead at 2027-03-01 11:00",
        "over notifies lead at 2027-03-01 14:00",
    ] {
        assert_eq!(with(offers, &format!("{at}; expect {expected}")), open, "{expected}");
    }
    for expected in ["call EUR 60 for 1 hour", "phone open", "up notifies lead at 2027-03-01 12:00"] {
        assert_eq!(with(offers, &format!("{at}; expect {expected}")), (0, 1, 0), "{expected}");
    }
    assert_eq!(with(offers, &format!("{at}; expect phone closed")), fails);

    let way = |line: &str| {
        format!(
            "process way \"Way\" {{ state new \"New\"; state done \"Done\"; new becomes done on responded; {line} }}"
        )
    };
    let late =
        "commitment late \"Late\" { from received; until resolved; within 4 hours; paused while done }\n";
    let done = format!("{at}; responded 2027-03-01 11:00; expect way is done");
    assert_eq!(with(&way(""), &done), (0, 1, 0));
    assert_eq!(with(&way("done becomes new after ?"), &done), open);
    let due = format!("{at}; expect late by 2027-03-01 14:00");
    assert_eq!(with(&format!("{late}{}", way("")), &due), (0, 1, 0));
    assert_eq!(with(&format!("{late}{}", way("done becomes new after ?")), &due), open);
}
