//! Words of everyday speech, in any language, where the policy has one of its own: one finding for each, that says which.

use super::{commitment, found, said};

#[test]
fn a_name_of_nothing_in_capitals_is_one_finding() {
    assert_eq!(
        said(&commitment("from received; until responded; within 4 hours when Urgency is high")),
        ["there is no fact called `urgency`", "declare it with its values: `fact urgency \"…\" { … }`"]
    );
    assert_eq!(
        said(&commitment("from received; until responded; within 4 hours when Severty is normal")),
        ["there is no fact called `severty`", "change it to `severity`"]
    );
    let table = |head: &str| {
        commitment(&format!(
            "from received; until responded\n  | {head} | reply |\n  |---|---|\n  | a | 1 hour |\n  | b | 2 hours |"
        ))
    };
    let message = |head: &str| format!("the first column of a table is about a fact, and `{head}` is none");
    assert_eq!(said(&table("Urgency"))[0], message("Urgency"));
    assert_eq!(said(&table("Request level"))[0], message("Request level"));
    // The place is the name alone, and not all of its condition.
    let text =
        "commitment reply \"Reply\" { from received; until responded; within 4 hours when Urgency is high }";
    let [finding] = found(&format!("{}{text}\n", super::BASE)).try_into().unwrap();
    assert_eq!((finding.span.end - finding.span.start) as usize, "Urgency".len());
}

#[test]
fn a_name_that_is_declared_keeps_the_finding_about_its_capitals() {
    let text = commitment("from received; until responded; within 4 hours when severity is Normal");
    let findings = found(&format!("{}{text}\n", super::BASE));
    assert!(findings.iter().any(|finding| finding.message == "a name is written `normal`, not `Normal`"));
}

#[test]
fn what_is_no_time_is_no_calendar() {
    let open = |said: &str| format!("channel chat \"Chat\" {{ address \"b@b.example\"; open {said} }}");
    let help = |words: &str| {
        format!(
            "name a calendar, `always` if there is no hour when it is closed, and say the rest in words: `note \"{words}.\"`"
        )
    };
    assert_eq!(
        said(&open("best-effort")),
        ["there is no calendar called `best-effort`".to_owned(), help("Best effort")]
    );
    assert_eq!(said(&open("op-afspraak"))[1], help("Op afspraak"));
    assert_eq!(said(&open("effort"))[1], "declare it: `calendar effort \"…\"`");
}

#[test]
fn days_of_any_language_are_named_in_english() {
    let desk = |lines: &str| {
        format!(
            "calendar desk \"Desk\" {{ open Mon..Sun 09:00..17:00; open on holidays; {lines} }}\nchannel chat \"Chat\" {{ address \"b@b.example\"; open desk }}"
        )
    };
    let hours = |days: &str| {
        format!(
            "write the days and the hours, as `open {days} 09:00..17:30`, or `?` until the hours are known"
        )
    };
    let message = "`za`, `zo` are days of the week, and no calendars";
    assert_eq!(said(&desk("open za, zo")), [message.to_owned(), hours("Sat, Sun")]);
    assert_eq!(said(&desk("open Sa, So"))[1], hours("Sat, Sun"));
    assert_eq!(said(&desk("closed za, zo")), [message, "change it to `Sat, Sun`"]);
    // Saturday and Tuesday, or Saturday and Sunday.
    assert_eq!(said(&desk("closed sa, di"))[1], "write the days in English, as `Mon`, `Tue` or `Sat..Sun`");
}

#[test]
fn what_comes_in_the_plural_comes_so() {
    let desk = |line: &str| format!("calendar desk \"Desk\" {{ {line}; open on holidays }}");
    assert_eq!(
        said(&desk("open Mon..Fri \"Shop\"")),
        [
            "after `open Mon..Fri` come hours such as `09:00..17:30`, not `\"Shop\"`",
            "write the hours, as `09:00..17:30`, or `?` until they are known"
        ]
    );
    assert_eq!(
        said("maintenance weekly \"Weekly\" { on Mon..Fri }")[0],
        "after `on Mon..Fri` come hours such as `09:00..17:30`, but the line ends"
    );
}

#[test]
fn working_time_is_offered_in_the_word_of_the_header() {
    let policy = |word: &str, length: &str| {
        let base = super::BASE.replace("business hours office", &format!("{word} hours office"));
        let text =
            format!("{base}{}\n", commitment(&format!("from received; until responded; within {length}")));
        let findings = found(&text);
        let [finding] = findings.as_slice() else { panic!("one finding, and not {findings:#?}") };
        let [fix] = finding.fixes.as_slice() else { panic!("one fix") };
        [finding.message.clone(), fix.title.clone(), fix.edits[0].text.clone()]
    };
    assert_eq!(
        policy("working", "3 werkdagen"),
        [
            "a length of time is written `3 working days`, not `3 werkdagen`",
            "change `3 werkdagen` to `3 working days`",
            "3 working days"
        ]
    );
    assert_eq!(policy("working", "4 hours (business)")[2], "4 working hours");
    assert_eq!(policy("business", "3 werkdagen")[2], "3 business days");
}

#[test]
fn holidays_are_those_of_the_country_of_the_zone() {
    let policy = |zone: &str, line: &str| {
        let text =
            format!("calendar desk \"Desk\" {{ timezone {zone}; open Mon..Fri 09:00..17:00; {line} }}");
        said(&text)[1].clone()
    };
    assert_eq!(
        policy("Europe/Berlin", "no holidays"),
        "write `closed on holidays DE`, with the code of the country or region"
    );
    assert!(policy("Europe/Paris", "open on holidays FR").contains("`closed on holidays FR` closes on them"));
    assert!(policy("Europe/Berlin", "closed on holidays").contains("as `DE`, for `?`"));
    assert!(policy("Europe/Amsterdam", "no holidays").contains("`closed on holidays NL`"));
}

#[test]
fn a_price_that_is_told_on_request_is_no_name() {
    let help = "write `as decided by us` where you quote each time, `as agreed in order-form` where a `document` that you declare says it, or `?` until it is known";
    assert_eq!(said("price fee \"Fee\" { negotiable }"), ["there is no price called `negotiable`", help]);
    assert_eq!(said("price fee \"Fee\" { POA }")[1], help);
}

#[test]
fn days_in_a_channel_belong_to_a_calendar() {
    assert_eq!(
        said("channel chat \"Chat\" { address \"b@b.example\"; open za, zo }"),
        [
            "`za`, `zo` are days of the week, and no calendars",
            "declare a `calendar` with these days and their hours, and name it here, as `open desk`"
        ]
    );
}
