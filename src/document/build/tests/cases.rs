//! What becomes of one case, in each language: where its process begins and ends, what examples answer, and what is not covered.

use super::aloud::{DUTCH, ENGLISH, FRENCH, GERMAN, JAPANESE, SPANISH, page, policy, says};
use super::{Audience, document, flat, program};

const DESK: &str = "calendar desk \"Desk\" ~ { open Mon..Fri 09:00..17:00; open on holidays }\n";

/// Three states, and a fourth that a line may lead out of.
fn process(last: &str) -> String {
    format!(
        r#"{DESK}
process way "Way" ~ {{
  state new "New" ~
  state open "Open" ~
  state closed "Closed" ~
  state refused "Refused" ~
  check complete "Complete?" ~ by us, otherwise becomes refused
  new becomes open when complete
  open becomes closed on resolved
  {last}
}}
"#
    )
}

#[test]
fn a_process_says_where_a_request_begins_and_where_it_ends() {
    let of = |language, expected: &str| says(&process(""), language, &[expected]);
    of(ENGLISH, "A request begins as “New” and ends as “Closed” or “Refused”.");
    of(DUTCH, "Een verzoek begint met de status ‘New’ en eindigt met de status ‘Closed’ of ‘Refused’.");
    of(GERMAN, "Eine Anfrage beginnt mit dem Status „New“ und endet mit dem Status „Closed“ oder „Refused“.");
    of(FRENCH, "Une demande commence à l’état « New » et se termine à l’état « Closed » ou « Refused ».");
    of(SPANISH, "Una solicitud empieza en el estado «New» y termina en el estado «Closed» o «Refused».");
    of(JAPANESE, "お問い合わせの状態は「New」から始まり、「Closed」または「Refused」で終わります。");
}

#[test]
fn a_state_that_a_line_leads_out_of_is_no_end() {
    says(
        &process("refused becomes new on replied"),
        ENGLISH,
        &["A request begins as “New” and ends as “Closed”."],
    );
    // It is no end for readers who do not see that line either.
    let hidden = process("internal closed becomes new on replied\n  internal refused becomes new on replied");
    let of = |language, expected: &str| says(&hidden, language, &[expected]);
    of(ENGLISH, "A request begins as “New”.");
    of(DUTCH, "Een verzoek begint met de status ‘New’.");
    of(GERMAN, "Eine Anfrage beginnt mit dem Status „New“.");
    of(FRENCH, "Une demande commence à l’état « New ».");
    of(SPANISH, "Una solicitud empieza en el estado «New».");
    of(JAPANESE, "お問い合わせの状態は「New」から始まります。");
    // Nor is it told that there is such a line, even if it is open for a time only.
    let hidden = page(&process("internal closed becomes new on replied within 30 days"), ENGLISH);
    assert!(hidden.contains("A request begins as “New” and ends as “Refused”."), "{hidden}");
    assert!(!hidden.contains("the time in which it can go on"), "{hidden}");
}

#[test]
fn a_state_that_is_left_for_a_time_only_is_an_end_then() {
    let lines = process("closed becomes open on replied within 30 days");
    let of = |language, expected: &str| says(&lines, language, &[expected]);
    of(
        ENGLISH,
        "A request begins as “New” and ends as “Refused”. It also ends as “Closed” once the time in which it can go on from \
         there has passed.",
    );
    of(
        DUTCH,
        "Een verzoek begint met de status ‘New’ en eindigt met de status ‘Refused’. Het eindigt ook met de status ‘Closed’ \
         zodra de tijd voorbij is waarin het van daaruit verder kan.",
    );
    of(
        GERMAN,
        "Eine Anfrage beginnt mit dem Status „New“ und endet mit dem Status „Refused“. Sie endet auch mit dem Status \
         „Closed“, sobald die Zeit vorbei ist, in der es von dort weitergehen kann.",
    );
    of(
        FRENCH,
        "Une demande commence à l’état « New » et se termine à l’état « Refused ». Elle se termine aussi à l’état « Closed » \
         une fois passé le délai dans lequel elle peut encore avancer.",
    );
    of(
        SPANISH,
        "Una solicitud empieza en el estado «New» y termina en el estado «Refused». También termina en el estado «Closed» una \
         vez pasado el plazo en el que aún puede avanzar.",
    );
    of(
        JAPANESE,
        "お問い合わせの状態は「New」から始まり、「Refused」で終わります。次へ進める期間が過ぎると、「Closed」でも終わります。",
    );
    let both = process(
        "closed becomes open on replied within 30 days\n  refused becomes new on replied within 2 days",
    );
    says(
        &both,
        ENGLISH,
        &[
            "A request begins as “New”. It ends as “Closed” or “Refused” once the time in which it can go on from there has \
           passed.",
        ],
    );
}

#[test]
fn states_without_lines_between_them_have_no_beginning_and_no_end() {
    let lines =
        format!("{DESK}process way \"Way\" ~ {{ state open \"Open\" ~; state closed \"Closed\" ~ }}\n");
    assert!(!page(&lines, ENGLISH).contains("begins as"));
}

#[test]
fn a_way_that_waits_for_nothing_is_open_at_once() {
    let lines = process("refused becomes closed");
    says(&lines, ENGLISH, &["3. From “Refused” to “Closed”: at once."]);
    says(&lines, DUTCH, &["3. Van ‘Refused’ naar ‘Closed’: meteen."]);
    says(&lines, GERMAN, &["3. Von „Refused“ zu „Closed“: sofort."]);
}

const ANSWERS: &str = r#"
plan basic "Basic" ~
plan plus "Plus" ~ { extends basic; grants portal }
entitlement portal "Portal" ~
severity grave "Grave" ~
severity light "Light" ~
kind fault "Fault" ~
kind wish "Wish" ~
scope { covers when kind is fault; excludes wishes "Wishes" ~ when kind is wish }
example "One" ~ {
  given plan is plus, severity is light, kind is fault, complete
  received 2026-03-02 10:00
  resolved 2026-03-03 10:00
  expect covered
  expect way is closed
  expect way is not one of new, open
  expect severity is light
  expect complete
  expect portal yes
}
example "Two" ~ { given plan is basic, kind is wish; expect not covered; expect portal no }
example "Three" ~ { given plan is basic, severity is light, kind is fault; expect covered, severity is light }
"#;

#[test]
fn what_an_example_answers_has_a_subject() {
    let lines = format!("{}{ANSWERS}", process(""));
    let of = |language, case: &str, answer: &str, second: &str| {
        let page = page(&lines, language);
        for line in [case, answer, second] {
            assert!(page.contains(line), "no\n  {line}\nin\n{page}");
        }
    };
    of(
        ENGLISH,
        "Plus, light, fault. Complete? Yes. Received on",
        "Your request is covered. / Your request has the state “Closed”. / Your request has neither the state “New” nor \
         “Open”. / The severity is light. / Complete? Yes. / Portal: included.",
        "Your request is not covered. / Portal: not included.",
    );
    assert!(page(&lines, ENGLISH).contains("Answer: Your request is covered, the severity is light."));
    of(
        DUTCH,
        "Complete? Ja. Ontvangen op",
        "Uw verzoek valt onder dit beleid. / Uw verzoek heeft de status ‘Closed’. / Uw verzoek heeft noch de status \
         ‘New’ noch ‘Open’. / De ernst is light. / Complete? Ja. / Portal: inbegrepen.",
        "Uw verzoek valt niet onder dit beleid. / Portal: niet inbegrepen.",
    );
    of(
        GERMAN,
        "Complete? Ja. Eingang am",
        "Ihre Anfrage ist abgedeckt. / Ihre Anfrage hat den Status „Closed“. / Ihre Anfrage hat weder den Status „New“ \
         noch „Open“. / Der Schweregrad ist Light. / Complete? Ja. / Portal: inbegriffen.",
        "Ihre Anfrage ist nicht abgedeckt. / Portal: nicht inbegriffen.",
    );
    of(
        FRENCH,
        "Complete ? Oui. Reçu le",
        "Votre demande est couverte. / Votre demande est à l’état « Closed ». / Votre demande n’est à l’état ni « New » \
         ni « Open ». / La gravité est light. / Complete ? Oui. / Portal : inclus.",
        "Votre demande n’est pas couverte. / Portal : non inclus.",
    );
    of(
        SPANISH,
        "Complete? Sí. Recibido el",
        "Su solicitud está cubierta. / Su solicitud está en el estado «Closed». / Su solicitud no está ni en el estado \
         «New» ni «Open». / La gravedad es light. / Complete? Sí. / Portal: incluido.",
        "Su solicitud no está cubierta. / Portal: no incluido.",
    );
    of(
        JAPANESE,
        "Complete?はい。",
        "お問い合わせは対象です。 / お問い合わせの状態は「Closed」です。 / お問い合わせの状態は「New」と「Open」のいずれでもありません。 / \
         重大度はLightです。",
        "お問い合わせは対象外です。",
    );
}

#[test]
fn a_state_is_quoted_as_its_process_calls_it() {
    let lines = format!(
        r#"{DESK}
process way "Way" ~ {{ state new "New" ~; state busy "Working" ~; new becomes busy on acknowledged }}
section words "Words" ~ {{ "We are working on it." ~ }}
example "One" ~ {{ given way is busy; received 2026-03-02 10:00; expect way is busy }}
"#
    );
    says(&lines, ENGLISH, &["Answer: Your request has the state “Working”."]);
}

#[test]
fn several_kinds_that_are_not_covered_follow_their_title() {
    let scope = |instead: &str| {
        format!(
            "{DESK}{instead}kind fault \"Fault\" ~\nkind course \"Course\" ~\nkind order \"Order\" ~\nkind wish \"Wish\" ~\n\
             scope {{\n  covers faults \"Faults\" ~ when kind is fault\n  \
             excludes remainder \"All else\" ~ when kind is one of course, order, wish {}\n}}\n",
            if instead.is_empty() { "" } else { "{ instead advice }" }
        )
    };
    let plain = scope("");
    says(&plain, ENGLISH, &["- All else: course, order and wish."]);
    says(&plain, DUTCH, &["- All else: course, order en wish."]);
    says(&plain, GERMAN, &["- All else: Course, Order und Wish."]);
    says(&plain, FRENCH, &["- All else : course, order et wish."]);
    says(&plain, SPANISH, &["- All else: course, order y wish."]);
    says(&plain, JAPANESE, &["- All else：Course、OrderおよびWish。"]);
    let table = scope("offer advice \"Advice\" ~ { rate EUR 1 per hour }\n");
    says(&table, ENGLISH, &["| All else (Course, order and wish) | Advice |"]);
}

#[test]
fn hours_that_nobody_keeps_are_not_published() {
    let lines = format!(
        "{DESK}calendar spare \"Spare\" ~ {{ open Sat 10:00..12:00; open on holidays }}\n\
         channel post \"Post\" ~ {{ address \"a@b.org\" ~; open desk }}\n"
    );
    let before = page(&lines, ENGLISH);
    assert!(before.contains("| Desk |") && !before.contains("Spare"), "{before}");
    let kept = page(&lines.replace("open desk }", "open desk, spare }"), ENGLISH);
    assert!(kept.contains("| Spare |"), "{kept}");
}

#[test]
fn what_only_others_are_told_is_neither_granted_nor_denied() {
    let lines = format!(
        "{DESK}plan basic \"Basic\" ~ {{ grants up to 2 calls per year }}\n\
         plan plus \"Plus\" ~ {{ internal grants talks; internal grants up to 9 calls per year; grants portal }}\n\
         entitlement talks \"Talks\" ~\nentitlement portal \"Portal\" ~\nentitlement calls \"Calls\" ~\n"
    );
    let program = program(&policy(&lines));
    let public = flat::text(&document(&program, Audience::Everybody, ENGLISH));
    assert!(public.contains("| Portal | No | Yes |") && !public.contains("Talks"), "{public}");
    let ours = flat::text(&document(&program, Audience::Internal, ENGLISH));
    assert!(ours.contains("| Talks | No | Yes |"), "{ours}");
    for (language, cell) in [
        (ENGLISH, "Not stated"),
        (DUTCH, "Niet genoemd"),
        (GERMAN, "Nicht angegeben"),
        (FRENCH, "Non précisé"),
    ] {
        let page = flat::text(&document(&program, Audience::Everybody, language));
        assert!(page.contains(&format!("| {cell} |")), "{cell}\n{page}");
    }
}

#[test]
fn a_single_plan_includes_nothing_that_only_others_are_told() {
    let lines = format!(
        "{DESK}plan basic \"Basic\" ~ {{ internal grants talks; grants portal }}\nentitlement talks \"Talks\" ~\n\
         entitlement portal \"Portal\" ~\n"
    );
    let public = page(&lines, ENGLISH);
    assert!(public.contains("- Portal.") && !public.contains("Talks"), "{public}");
}
