//! Titles within sentences: which of them have an article, and which stand in quotes; and what a table of plans is called.

use super::{HEADER, check, check_dutch, check_language};

const PEOPLE: &str = r#"
calendar weekdays "Monday to Friday, day and night" nl: "Maandag tot en met vrijdag, dag en nacht" { open Mon..Fri 00:00..24:00; open on holidays }
role head "Head of Support" nl: "Hoofd Support"
role lead "Support Manager" nl: "Supportmanager"
role third "Anna Smith" nl: "Anna Smith"
channel portal "Ticket portal" nl: "Ticketportaal" { address "https://northwind.example"; open office }
channel mail "E-mail" nl: "E-mail" { address "help@northwind.example"; open office }
changes { notice 30 days via portal, mail }
commitment reply "Reply" nl: "Antwoord" { from received; until responded; within 4 weekdays hours }
escalation up "Escalation" nl: "Escalatie" { on breach of reply notify head, lead, third }
example "A case" nl: "Een geval" { received 2026-03-04 10:00; replied 2026-03-06 15:00; expect reply by 2026-03-04 14:00 }
"#;

#[test]
fn offices_and_places_have_an_article_and_names_have_none() {
    check(
        PEOPLE,
        &["We announce a change at least 30 days before it takes effect, via the Ticket portal and e-mail."],
    );
    check(
        PEOPLE,
        &[
            "1. When the deadline for the reply passes — We notify the Head of Support, the Support Manager and Anna Smith.",
        ],
    );
    check_dutch(
        PEOPLE,
        &["Wij kondigen een wijziging ten minste 30 dagen van tevoren aan, via het Ticketportaal en e-mail."],
    );
}

#[test]
fn offices_that_are_known_by_letters_or_by_rank_have_an_article_too() {
    let people = PEOPLE
        .replace(r#""Support Manager" nl: "Supportmanager""#, r#""CTO" nl: "CTO""#)
        .replace(r#""Anna Smith" nl: "Anna Smith""#, r#""Vice President" nl: "Vicepresident""#);
    check(
        &people,
        &[
            "1. When the deadline for the reply passes — We notify the Head of Support, the CTO and the Vice President.",
        ],
    );
    check_dutch(
        &people,
        &[
            "1. Als de termijn voor het antwoord verstrijkt — Wij waarschuwen het Hoofd Support, de CTO en de vicepresident.",
        ],
    );
}

#[test]
fn a_title_with_a_comma_does_not_part_its_sentence() {
    check(PEOPLE, &["This happens within 4 hours of “Monday to Friday, day and night”. This is a target."]);
    check_dutch(
        PEOPLE,
        &[
            "Dit gebeurt binnen 4 uur volgens ‘Maandag tot en met vrijdag, dag en nacht’. Dit is een streefwaarde.",
        ],
    );
}

#[test]
fn what_happens_in_an_example_is_a_sentence() {
    let case = |language: usize, line: &str| {
        let policy =
            format!("{HEADER}{PEOPLE}").replace("written in     en, nl", "written in en, nl, de, fr, es, ja");
        check_language(&policy, language, &[line]);
    };
    case(
        0,
        "The case: Received on Wednesday 4 March 2026 at 10:00. You reply on Friday 6 March 2026 at 15:00.",
    );
    case(
        1,
        "Het geval: Ontvangen op woensdag 4 maart 2026 om 10:00 uur. U antwoordt op vrijdag 6 maart 2026 om 15:00 uur.",
    );
    case(3, "Le cas: Reçu le mercredi 4 mars 2026 à 10 h. Vous répondez le vendredi 6 mars 2026 à 15 h.");
}

#[test]
fn a_table_of_nothing_but_prices_is_called_so() {
    let plans =
        "plan basic \"Basic\" { price EUR 5 per month }\nplan gold \"Gold\" { price EUR 9 per month }\n";
    let runs = plans.replace(" }", "; runs 12 months }");
    let grants = format!("entitlement calls \"Calls\"\n{}", plans.replace(" }", "; grants 5 calls }"));
    let header = HEADER.replace("in all languages", "").replace("en, nl", "en, nl, de, fr, es, ja");
    for (policy, language, captions) in [
        (plans, 0, ["table: What each plan costs", "table: What each plan costs"]),
        (plans, 1, ["table: Wat elk pakket kost", "table: Wat elk pakket kost"]),
        (plans, 2, ["table: Was die Tarife kosten", "table: Was die Tarife kosten"]),
        (plans, 3, ["table: Ce que coûte chaque formule", "table: Ce que coûte chaque formule"]),
        (plans, 4, ["table: Qué cuesta cada plan", "table: Qué cuesta cada plan"]),
        (plans, 5, ["table: 各プランの価格", "table: 各プランの価格"]),
        (&runs, 0, ["table: What each plan costs", "table: The terms of each plan"]),
        (&grants, 0, ["table: What each plan costs", "table: What each plan includes"]),
    ] {
        check_language(&format!("{header}{policy}"), language, &captions);
    }
}

#[test]
fn a_channel_that_is_tried_first_has_its_article() {
    let channels = r#"
channel centre "Support centre" nl: "Hulppunt" { address "https://northwind.example"; open office }
channel mail "E-mail" nl: "E-mail" { address "help@northwind.example"; open office }
channel call "Video call" nl: "Videogesprek" { open office; after centre, mail }
changes { notice 30 days via centre }
"#;
    check(
        channels,
        &[
            "Video call: Open during office hours. Only after you have tried the support centre and e-mail.",
            "We announce a change at least 30 days before it takes effect, via the support centre.",
        ],
    );
}

#[test]
fn hours_that_are_no_name_have_a_small_letter_within_a_sentence() {
    let channel = |title: &str| {
        format!(
            "calendar own \"{title}\" {{ open Mon 09:00..12:00; open on holidays }}\nchannel door \"Door\" {{ open own }}\n"
        )
    };
    let said = [
        ("The desk in Sydney", "the desk in Sydney"),
        ("Shorter business hours", "shorter business hours"),
        ("The Hague office", "The Hague office"),
        ("Sydney desk", "Sydney desk"),
    ];
    for (title, within) in said {
        check_language(
            &format!("policy p \"Policy\" {{ timezone UTC }}\n{}", channel(title)),
            0,
            &[&format!("Door: Open during {within}.")],
        );
    }
}

#[test]
fn a_product_with_a_comma_stands_in_quotes_among_others() {
    check_language(
        "policy p \"Policy\" { timezone UTC }\nproduct new \"Cloud\"\nproduct old \"Cloud, older line\"\n",
        0,
        &["Products named in this policy: Cloud and “Cloud, older line”."],
    );
}
