//! Sentences that were read aloud in each language, of policies that people wrote down.

use super::{Audience, check_language, document, flat, program};

/// The places of the languages in the header.
pub(super) const ENGLISH: usize = 0;
pub(super) const DUTCH: usize = 1;
pub(super) const GERMAN: usize = 2;
pub(super) const FRENCH: usize = 3;
pub(super) const SPANISH: usize = 4;
pub(super) const JAPANESE: usize = 5;

/// A policy in six languages, whose titles are the same in all of them.
pub(super) fn policy(lines: &str) -> String {
    format!(
        "policy p \"P\" in all languages {{\n  written in en, nl, de, fr, es, ja\n  timezone Europe/Madrid\n  \
         business hours desk\n}}\n{}",
        lines.replace('~', "in all languages")
    )
}

pub(super) fn says(lines: &str, language: usize, expected: &[&str]) {
    check_language(&policy(lines), language, expected);
}

pub(super) fn page(lines: &str, language: usize) -> String {
    flat::text(&document(&program(&policy(lines)), Audience::Everybody, language))
}

const HOURS: &str = r#"
calendar desk "Desk" ~ { open Mon..Fri 09:00..17:00; open on holidays }
calendar watch "Watch" ~ { open always when severity is critical; open on holidays }
severity critical "Critical" ~
severity normal "Normal" ~
plan basic "Basic" ~
plan plus "Plus" ~ { extends basic }
channel email "Mail" ~ { address "a@b.org" ~; open desk when plan is basic; open always when plan is plus }
channel phone "Phone" ~ { address "+31 20 555 0100" ~; open desk, watch }
"#;

#[test]
fn hours_by_plan_are_a_sentence() {
    says(HOURS, ENGLISH, &["Mail: a@b.org / On Basic: open during desk. On Plus: open at any time."]);
    says(HOURS, DUTCH, &["Mail: a@b.org / Met Basic: open tijdens Desk. Met Plus: altijd open."]);
    says(
        HOURS,
        GERMAN,
        &["Mail: a@b.org / Mit Basic während der Zeiten „Desk“ geöffnet. Mit Plus rund um die Uhr geöffnet."],
    );
    says(
        HOURS,
        FRENCH,
        &["Mail: a@b.org / Avec Basic, ouvert pendant « Desk ». Avec Plus, ouvert à tout moment."],
    );
    says(
        HOURS,
        SPANISH,
        &["Mail: a@b.org / Con Basic, abierto durante «Desk». Con Plus, abierto en todo momento."],
    );
    says(
        HOURS,
        JAPANESE,
        &["Mail: a@b.org / Basicの場合、受付時間は「Desk」です。Plusの場合、24時間365日受付。"],
    );
}

#[test]
fn a_calendar_for_some_cases_says_so_at_its_channel_and_in_the_table() {
    let of = |language, phone: &str, row: &str| says(HOURS, language, &[phone, row]);
    of(
        ENGLISH,
        "Phone: +31 20 555 0100 / Open during desk. For critical requests: open during Watch.",
        "| Watch (for critical requests) | All day ×2 |",
    );
    of(
        DUTCH,
        "Phone: +31 20 555 0100 / Open tijdens Desk. Bij ernst critical: open tijdens Watch.",
        "| Watch (bij ernst critical) | De hele dag ×2 |",
    );
    of(
        GERMAN,
        "Phone: +31 20 555 0100 / Geöffnet: Desk. Bei Schweregrad Critical während der Zeiten „Watch“ geöffnet.",
        "| Watch (bei Schweregrad Critical) | Ganztägig ×2 |",
    );
    of(
        FRENCH,
        "Phone: +31 20 555 0100 / Ouvert : Desk. Pour la gravité critical, ouvert pendant « Watch ».",
        "| Watch (pour la gravité critical) | Toute la journée ×2 |",
    );
    of(
        SPANISH,
        "Phone: +31 20 555 0100 / Abierto: Desk. Para la gravedad critical, abierto durante «Watch».",
        "| Watch (para la gravedad critical) | Todo el día ×2 |",
    );
    of(
        JAPANESE,
        "Phone: +31 20 555 0100 / 受付時間：Desk。重大度がCriticalの場合、受付時間は「Watch」です。",
        "| Watch (重大度がCriticalの場合) | 終日 ×2 |",
    );
}

#[test]
fn a_channel_stands_in_quotes_where_it_is_an_ordinary_word_that_wants_an_article() {
    let lines = |phone: &str, other: &str| {
        format!(
            "calendar desk \"Desk\" ~ {{ open Mon..Fri 09:00..17:00; open on holidays }}\n\
             channel phone \"{phone}\" ~ {{ address \"+31 20 555 0100\" ~ }}\n\
             channel second \"{other}\" ~ {{ address \"a@b.org\" ~ }}\n\
             commitment reply \"Reply\" ~ {{ from received; until responded; within 4 hours\n\
             except within 1 hour when channel is phone\nexcept within 2 hours when channel is second }}\n"
        )
    };
    says(
        &lines("Téléphone", "Zendesk"),
        FRENCH,
        &["- Sous 1 heure si le canal est « Téléphone ».", "- Sous 2 heures si le canal est Zendesk."],
    );
    says(
        &lines("Correo electrónico", "Jira"),
        SPANISH,
        &[
            "- En un plazo de 1 hora si el canal es «Correo electrónico».",
            "- En un plazo de 2 horas si el canal es Jira.",
        ],
    );
}

#[test]
fn what_a_change_does_to_promises_can_be_denied() {
    let lines = "calendar desk \"Desk\" ~ { open Mon..Fri 09:00..17:00; open on holidays }\n\
        channel email \"Mail\" ~ { address \"a@b.org\" ~ }\n\
        changes \"Changes\" ~ { notice 30 days via email; except notice none when change is neutral }\n\
        section s \"S\" ~ { we will \"tell you\" ~ when not change is neutral }\n";
    says(
        lines,
        ENGLISH,
        &[
            "We announce a change at least 30 days before it takes effect, via mail. If a change leaves our promises unchanged, it can take effect without notice.",
            "We will tell you unless a change leaves our promises unchanged.",
        ],
    );
}

#[test]
fn a_condition_that_is_a_clause_stands_before_its_hours() {
    let lines = r#"
calendar desk "Desk" ~ { open Mon..Fri 09:00..17:00; open on holidays }
kind fault "Fault" ~
kind wish "Wish" ~
channel email "Mail" ~ { address "a@b.org" ~; open desk when kind is fault; open always when kind is wish }
"#;
    says(
        lines,
        GERMAN,
        &[
            "Mail: a@b.org / Wenn die Art der Anfrage Fault ist, während der Zeiten „Desk“ geöffnet. Wenn die Art der Anfrage Wish ist, rund um die Uhr geöffnet.",
        ],
    );
}

const PEOPLE: &str = r#"
calendar desk "Desk" ~ { open Mon..Fri 09:00..17:00; open on holidays }
channel email "Mail" ~ { address "a@b.org" ~ }
role lead "Team lead" ~
role boss "Director" ~
party maker "The maker" ~ { third party }
escalation path "Hand-over" ~ { to lead; then boss, maker }
escalation late "Delay" ~ { on received notify lead }
"#;

#[test]
fn somebody_of_whom_nothing_is_said_is_no_entry_and_no_place_to_go_to() {
    let english = page(PEOPLE, ENGLISH);
    let end = english.split_once("How to reach us\n").expect("a section").1;
    assert!(end.starts_with("Mail: a@b.org\n"), "{english}");
    assert!(!english.contains("Words we use") && !english.contains("amed in this policy"), "{english}");
    let built = document(&program(&policy(PEOPLE)), Audience::Everybody, ENGLISH);
    let steps = built.sections.iter().find(|section| section.anchor.as_str() == "escalation");
    assert!(!format!("{steps:?}").contains("Link"), "{steps:?}");
}

#[test]
fn a_ladder_of_our_own_is_no_complaint() {
    let of =
        |language, heading: &str, first: &str, then: &str| says(PEOPLE, language, &[heading, first, then]);
    of(
        ENGLISH,
        "## 2 Escalation",
        "1. A request goes first to the team lead.",
        "2. Then it goes to the director or the maker (an independent third party).",
    );
    of(
        DUTCH,
        "## 2 Escalatie",
        "1. Een verzoek gaat eerst naar de team lead.",
        "2. Daarna gaat het naar de director of The maker (een onafhankelijke derde).",
    );
    of(
        GERMAN,
        "## 2 Eskalation",
        "1. Zuerst zuständig: Team lead.",
        "2. Danach zuständig: Director oder The maker (ein unabhängiger Dritter).",
    );
    of(
        FRENCH,
        "## 2 Escalade",
        "1. Premier responsable : Team lead.",
        "2. Responsable suivant : Director ou The maker (un tiers indépendant).",
    );
    of(
        SPANISH,
        "## 2 Escalado",
        "1. Primer responsable: Team lead.",
        "2. Siguiente responsable: Director o The maker (un tercero independiente).",
    );
    of(
        JAPANESE,
        "## 2 エスカレーション",
        "1. まずTeam leadが対応します。",
        "2. 次にDirectorまたはThe maker（独立した第三者）が対応します。",
    );
    let raised = format!("{PEOPLE}escalation complaint \"Complaints\" ~ {{ raised by customer; to boss }}\n");
    says(&raised, ENGLISH, &["## 2 Escalation and complaints"]);
}

#[test]
fn a_clock_is_not_explained_by_a_calendar_of_its_own_name() {
    let of = |language, title: &str, expected: &str| {
        let lines = format!(
            "calendar desk \"{title}\" ~ {{ open Mon..Fri 09:00..17:00; open on holidays }}\n\
             commitment reply \"Reply\" ~ {{ from received; until responded; within 4 business hours }}\n"
        );
        let page = page(&lines, language);
        assert!(page.contains(expected), "no `{expected}` in\n{page}");
    };
    of(ENGLISH, "Business hours", "- Business hours run only during our opening hours. They stop");
    of(ENGLISH, "Office hours", "- Business hours run only during office hours. They stop");
    let lines = r#"
calendar desk "Desk" ~ { open Mon..Fri 09:00..17:00; open on holidays }
calendar watch "Hours of the watch" ~ { open Mon..Sun 09:00..17:00; open on holidays }
commitment reply "Reply" ~ { from received; until responded; within 4 watch hours }
"#;
    let other = page(lines, ENGLISH);
    assert!(other.contains(" run only during those hours."), "{other}");
    of(DUTCH, "Werkuren", "- Werkuren lopen alleen tijdens onze openingstijden. Ze stoppen");
    of(GERMAN, "Arbeitsstunden", "- Arbeitsstunden laufen nur während unserer Öffnungszeiten. Bei");
    of(
        FRENCH,
        "Heures ouvrées",
        "- Les heures ouvrées ne courent que pendant nos horaires d’ouverture. Elles",
    );
    of(
        SPANISH,
        "Horas laborables",
        "- Las horas laborables solo corren durante nuestro horario de atención. Se",
    );
    of(JAPANESE, "営業時間", "- 営業時間は、当社の受付時間の間だけ数えます。");
}

#[test]
fn kinds_of_one_list_are_read_in_one_way() {
    let lines = |second: &str| {
        format!(
            "calendar desk \"Desk\" ~ {{ open Mon..Fri 09:00..17:00; open on holidays }}\n\
             kind fault \"Fault\" ~\nkind change \"Customisation\" ~\nkind course \"Training\" ~\n\
             scope {{\n  covers faults \"Faults\" ~ when kind is fault\n  \
             excludes change \"{second}\" ~ when kind is change\n  \
             excludes course \"Long courses\" ~ when kind is course\n}}\n"
        )
    };
    let plain = ["- Customisation and features.", "- Long courses."];
    for language in [ENGLISH, DUTCH, GERMAN, FRENCH, SPANISH] {
        says(&lines("Customisation and features"), language, &plain);
    }
    says(
        &lines("Customisation and features"),
        JAPANESE,
        &["- Customisation and features。", "- Long courses。"],
    );
    says(
        &lines("Making it yours"),
        ENGLISH,
        &[
            "- Making it yours if the kind of request is customisation.",
            "- Long courses if the kind of request is training.",
        ],
    );
}

#[test]
fn a_policy_without_promises_has_no_response_times() {
    let lines = r#"
calendar desk "Desk" ~ { open Mon..Fri 09:00..17:00; open on holidays }
priority high "High" ~
priority low "Low" ~
"#;
    let headings = [
        (ENGLISH, "## 2 How requests are classified"),
        (DUTCH, "## 2 Hoe verzoeken worden ingedeeld"),
        (GERMAN, "## 2 Einstufung von Anfragen"),
        (FRENCH, "## 2 Classement des demandes"),
        (SPANISH, "## 2 Clasificación de las solicitudes"),
        (JAPANESE, "## 2 お問い合わせの分類"),
    ];
    for (language, heading) in headings {
        says(lines, language, &[heading]);
    }
    let reply = "commitment reply \"Reply\" ~ { from received; until responded; within 4 hours }\n";
    says(&format!("{lines}{reply}"), ENGLISH, &["## 2 Response times"]);
}

#[test]
fn a_value_that_is_a_sentence_is_quoted_within_one() {
    let of = |language, title: &str, expected: &str| {
        let lines = format!(
            "calendar desk \"Desk\" ~ {{ open Mon..Fri 09:00..17:00; open on holidays }}\n\
             severity stopped \"{title}\" ~\nseverity normal \"Normal\" ~\n\
             channel phone \"Phone\" ~ {{ address \"+31 20 555 0100\" ~ }}\n\
             channel email \"Mail\" ~ {{ address \"a@b.org\" ~ }}\n\
             commitment reply \"Reply\" ~ {{ from received; until responded; within 4 hours\n\
             except within 1 hour when severity is stopped and channel is phone }}\n"
        );
        let page = page(&lines, language);
        assert!(page.contains(expected), "no `{expected}` in\n{page}");
    };
    of(
        ENGLISH,
        "Bookings have stopped",
        "if the severity is “Bookings have stopped” and the channel is phone",
    );
    of(ENGLISH, "P1, critical", "if the severity is “P1, critical” and");
    of(ENGLISH, "Very High", "if the severity is Very High and");
    of(ENGLISH, "Urgent matter", "if the severity is urgent matter and");
    of(DUTCH, "Boekingen zijn gestopt", "als de ernst ‘Boekingen zijn gestopt’ is en");
    of(GERMAN, "Buchungen stehen still", "wenn der Schweregrad „Buchungen stehen still“ ist und");
    of(FRENCH, "Les réservations sont bloquées", "si la gravité est « Les réservations sont bloquées » et");
    of(SPANISH, "Las reservas están paradas", "si la gravedad es «Las reservas están paradas» y");
    of(JAPANESE, "予約ができない", "重大度が「予約ができない」");
    of(JAPANESE, "重大", "重大度が重大");
    let lines = r#"
calendar desk "Desk" ~ { open Mon..Fri 09:00..17:00; open on holidays }
plan basic "Basic" ~
plan duty "Mit Bereitschaft" ~ { extends basic }
plan clock "Rund um die Uhr" ~ { extends duty }
channel phone "Telefon" ~ { address "+31 20 555 0100" ~; open desk when plan is duty; open always when plan is clock }
section s "S" ~ { customer must "anrufen" ~ when plan is one of basic, clock }
"#;
    says(
        lines,
        GERMAN,
        &[
            "Telefon: +31 20 555 0100 / Mit „Mit Bereitschaft“ während der Zeiten „Desk“ geöffnet. Mit „Rund um die Uhr“ rund um die Uhr geöffnet.",
            "Sie müssen anrufen, wenn Ihr Tarif „Basic“ oder „Rund um die Uhr“ ist.",
        ],
    );
}
