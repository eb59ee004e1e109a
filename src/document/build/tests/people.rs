//! Duties, processes, the queue, facts, questions, examples, contact.

use super::{HEADER, check, check_dutch, check_language, document, flat, program};
use crate::hir::Audience;

const DUTIES: &str = r#"
severity critical "Critical" nl: "Kritiek"
severity normal "Normal" nl: "Normaal"
section conduct "How we work" nl: "Hoe wij werken" {
  we will "be polite" nl: "beleefd zijn" as courtesy
  we will "check that you are satisfied" nl: "nagaan of u tevreden bent" on closed, because "we care" nl: "het doet ertoe"
  we will not "ask for your password" nl: "om uw wachtwoord vragen", except "never mind" nl: "laat maar"
  customer must "call us" nl: "ons bellen" as call when severity is critical
  customer must "delete what we sent" nl: "verwijderen wat wij stuurden" within 30 days of closed
  we may "ask you for" nl: "u vragen om" { item system "your system" nl: "uw systeem"; item logs "log files" nl: "logbestanden" }
}
section small "A small one" nl: "Een kleine" { we will "answer for it" nl: "ervoor instaan" }
"#;

#[test]
fn duties_are_grouped_by_who_and_how() {
    check(
        DUTIES,
        &[
            "### What we will do",
            "- Be polite.",
            "- Check that you are satisfied when your request is closed, because we care.",
            "### What we will not do",
            "- Ask for your password, except never mind.",
            "### What we ask of you",
            "- Call us if the severity is critical.",
            "- Delete what we sent within 30 days after your request was closed.",
            "### What we may do",
            "- Ask you for:",
            "  - Your system",
            "  - Log files",
            "We will answer for it.",
        ],
    );
    check_dutch(
        DUTIES,
        &[
            "### Wat wij doen",
            "- Beleefd zijn.",
            "### Wat wij van u vragen",
            "- Ons bellen als de ernst kritiek is.",
            "- Verwijderen wat wij stuurden binnen 30 dagen nadat uw verzoek is gesloten.",
            "Wij zullen ervoor instaan.",
        ],
    );
}

#[test]
fn a_lone_duty_with_an_exception_says_when_it_holds_in_a_second_sentence() {
    let lone = r#"
severity critical "Critical" nl: "Kritiek"
section conduct "Conduct" nl: "Gedrag" { we will not "mend bugs" nl: "fouten verhelpen", except "those that block" nl: "wat blokkeert" when severity is critical }
"#;
    check(lone, &["We will not mend bugs, except those that block. This holds if the severity is critical."]);
    check_dutch(
        lone,
        &[
            "Wij doen het volgende niet: fouten verhelpen, behalve wat blokkeert. Dit geldt als de ernst kritiek is.",
        ],
    );
}

#[test]
fn names_that_begin_small_stay_small() {
    let page = |title: &str, shown: &str| {
        check(&format!("definition tool \"{title}\" nl: \"x\" {{ means \"it\" nl: \"x\" }}\n"), &[shown]);
    };
    page("iPhone", "iPhone: It.");
    page("v1.0", "v1.0: It.");
    page("tool", "Tool: It.");
}

#[test]
fn readers_are_addressed_as_the_header_says() {
    let policy = r#"
policy p "Beleid" { written in nl informal; timezone Europe/Amsterdam }
calendar office "Kantooruren" { open Mon..Fri 09:00..17:00; open on holidays }
offer advies "Advies" { rate EUR 100 per hour; proposal first }
commitment reactie "Reactie" { from received; until responded; within 4 hours }
"#;
    check_language(
        policy,
        0,
        &[
            "Je krijgt eerst een voorstel.",
            "De tijd loopt vanaf het moment dat wij je verzoek ontvangen totdat wij reageren.",
        ],
    );
}

#[test]
fn a_process_says_its_states_its_checks_and_its_ways() {
    check(
        r#"
role manager "Manager"
event found "We know the cause"
process intake "Where a request stands" {
  state new "New"
  state open "Open" { "We work on it." }
  state waiting "Waiting for you"
  check complete "Is it complete?" by manager, otherwise becomes waiting
  new becomes open when complete
  waiting becomes new on replied
  waiting sends "a reminder" after 7 days
  waiting becomes open after 14 days
  open becomes waiting on found
}
queue "The order of work" { order received, except "an easy answer can go first" }
"#,
        &[
            "A request is always in one of these states:",
            "- New",
            "- Open: We work on it.",
            "First we check one thing:",
            "1. Is it complete? — The manager decides. If not, the request becomes “Waiting for you”.",
            "This is how a request moves on:",
            "1. From “New” to “Open”: as soon as the answer to “Is it complete?” is yes.",
            "2. From “Waiting for you” to “New”: when you reply.",
            "3. From “Waiting for you” to “Open”: after 14 days.",
            "4. From “Open” to “Waiting for you”: when we know the cause.",
            "- In “Waiting for you”, after 7 days: a reminder.",
            "### The order of work",
            "We take requests in this order: the oldest first. Exception: an easy answer can go first.",
        ],
    );
}

#[test]
fn a_queue_says_of_numbers_and_dates_which_come_first() {
    let policy = r#"
fact votes "Votes" nl: "Stemmen" { is a number }
fact since "Customer since" nl: "Klant sinds" { is a date }
queue "Wishes" nl: "Wensen" { order votes, since }
"#;
    check(
        policy,
        &[
            "We take requests in this order: by votes, the highest number first, then by customer since, the earliest date first.",
        ],
    );
    check_dutch(
        policy,
        &[
            "Wij nemen verzoeken in deze volgorde: naar stemmen, het hoogste aantal eerst, daarna naar klant sinds, de vroegste datum eerst.",
        ],
    );
}

#[test]
fn a_share_of_a_compound_has_the_article_of_its_last_part() {
    let policy = r#"
price care "Care contract" nl: "Onderhoudscontract" { EUR 180 per year }
price later "Joining later" nl: "Later instappen" { 50% of care }
"#;
    check_dutch(policy, &["Later instappen: EUR 90 per jaar, berekend als 50% van het onderhoudscontract."]);
}

#[test]
fn what_is_only_usual_is_said_to_be_usual_and_an_author_can_write_the_clause_of_an_event() {
    let policy = r#"
event more "We need more" nl: "wij meer nodig hebben"
event end "The contract ends" nl: "Einde van het contract"
process intake "Where a request stands" nl: "Waar een verzoek staat" {
  state new "New" nl: "Nieuw"
  state open "Open" nl: "Open"
  usually new sends "a receipt" nl: "een bevestiging"
  new becomes open on more
  open becomes new on end
}
queue "The order of work" nl: "De volgorde" { usually order received }
"#;
    check(
        policy,
        &[
            "1. From “New” to “Open”: when we need more.",
            "2. From “Open” to “New”: when the contract ends.",
            "- In “New”: usually a receipt.",
            "We usually take requests in this order: the oldest first.",
        ],
    );
    check_dutch(
        policy,
        &[
            "1. Van ‘Nieuw’ naar ‘Open’: wanneer wij meer nodig hebben.",
            "2. Van ‘Open’ naar ‘Nieuw’: bij ‘einde van het contract’.",
            "- Bij ‘Nieuw’: meestal een bevestiging.",
            "Wij nemen verzoeken meestal in deze volgorde: het oudste eerst.",
        ],
    );
}

#[test]
fn facts_say_their_values_and_who_decides_them() {
    check(
        r#"
fact assurance "Assurance" { current "Current"; lapsed "Lapsed"; means "A yearly agreement."; confirmed by us }
fact workaround "A workaround exists" { yes or no; proposed by customer }
fact reach "Reach" { wide "Wide"; small "Small"
  | workaround | reach |
  |------------|-------|
  | yes        | small |
  | no         | wide  |
}
"#,
        &[
            "These facts decide what applies to a request:",
            "- Assurance: Current or Lapsed. A yearly agreement. We confirm it.",
            "- A workaround exists: Yes or no. You propose it.",
            "### Reach",
            "| A workaround exists | Reach |",
            "| Yes | Small |",
            "| No | Wide |",
        ],
    );
}

#[test]
fn a_fact_that_sets_a_price_is_not_said_to_decide_what_applies() {
    check(
        r#"
fact member "You are a member" { yes or no }
price fee "Fee" { EUR 2 per month; except EUR 1 per month when member }
"#,
        &["## 2 Prices", "This fact decides what something costs:", "- You are a member: Yes or no."],
    );
}

#[test]
fn kinds_that_are_covered_without_words_are_listed_by_their_titles() {
    check(
        r#"
kind platform "General questions"
kind access "Trouble with access"
kind billing "Invoices"
kind wish "Wish"
plan basic "Basic"
scope {
  covers when kind is one of platform, access
  covers when kind is one of billing, wish, because "they are yours"
  covers when kind is wish and plan is basic
}
"#,
        &[
            "We cover:",
            "- General questions.",
            "- Trouble with access.",
            "- Invoices and Wish, because they are yours.",
            "- We cover your request if the kind of request is wish and your plan is Basic.",
        ],
    );
}

#[test]
fn examples_print_the_case_and_what_the_author_states() {
    check(
        r#"
severity critical "Critical"
severity normal "Normal"
plan basic "Basic"
channel phone "Telephone" { address "+31 20 555 0100"; open office }
kind fault "Fault"
kind wish "Wish"
scope { covers faults "Faults" when kind is fault; excludes wishes "Wishes" when kind is wish { instead advice } }
offer advice "Advice"
commitment response "Response" { from received; until responded; within 4 business hours as quick }
example "A call" {
  given plan is basic, severity is normal, channel is phone, kind is fault
  received 2026-12-24 11:30
  severity becomes critical 2026-12-24 12:00
  expect covered
  expect phone open
  expect response by 2026-12-24 15:30, under response/quick
}
example "A wish" { given kind is wish; expect not covered, instead advice, because "it is new" }
"#,
        &[
            "example: A call",
            "The case: Basic, normal, telephone, fault. Received on Thursday 24 December 2026 at 11:30. Severity becomes critical on Thursday 24 December 2026 at 12:00.",
            "Answer: Your request is covered. / Telephone: open. / Response by Thursday 24 December 2026 at 15:30.",
            "Why: Response: 4 business hours.",
            "example: A wish",
            "Answer: Your request is not covered; instead: Advice, because it is new.",
        ],
    );
}

#[test]
fn questions_lead_to_what_they_are_about_and_are_told_to_machines() {
    check(
        r#"
commitment response "Response" { from received; until responded; within 4 business hours }
question soon "How soon?" { about response; answer "Within {response when received is after 2026-01-01}, in {office}: {office open}." }
"#,
        &[
            "### How soon?",
            "Within 4 business hours, in office hours: Monday to Friday from 09:00 to 17:30. See response.",
            "How soon?: Within 4 business hours, in office hours: Monday to Friday from 09:00 to 17:30.",
        ],
    );
}

#[test]
fn channels_are_said_once_and_found_where_contact_was() {
    let program =
        program(&format!(r#"{HEADER}channel email "E-mail" {{ address "a@p.example"; open office }}"#));
    let document = document(&program, Audience::Everybody, 0);
    let text = flat::text(&document);
    assert!(text.contains("## 1 How to reach us") && !text.contains("Contact"), "{text}");
    assert_eq!(text.matches("a@p.example").count(), 1, "{text}");
    let first = format!("{:?}", document.sections.first());
    assert!(first.contains(r#"Place(Anchor("contact"))"#), "{first}");
}

#[test]
fn hours_without_channels_stand_under_their_own_name() {
    let own = r#"section contact "How to reach us" { channel email "E-mail" { address "a@p.example"; open office } }"#;
    let text = flat::text(&document(&program(&format!("{HEADER}{own}")), Audience::Everybody, 0));
    assert_eq!(text.matches("How to reach us").count(), 1, "{text}");
    assert!(text.contains("## 1 Opening hours\n"), "{text}");
}

#[test]
fn contact_is_made_of_people_with_addresses() {
    check(
        r#"
role manager "Manager" { address "m@p.example" }
role lead "Team lead"
"#,
        &["## 2 Contact", "Manager: m@p.example"],
    );
}
