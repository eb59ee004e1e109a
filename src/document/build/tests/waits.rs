//! Sentences about what is not known yet, read aloud in each language.

use super::aloud::{DUTCH, ENGLISH, FRENCH, GERMAN, JAPANESE, SPANISH, policy};
use super::{Audience, document, flat};
use crate::source::{Source, Sources};
use crate::{check, syntax};

/// The page of a policy in which something waits, which says all of these words.
fn unfinished(lines: &str, language: usize, expected: &[&str]) -> String {
    let mut sources = Sources::default();
    let id = sources.add(Source::new("p.policy", policy(lines)));
    let parsed = syntax::parse(id, sources.get(id));
    let program = check::program(&[(id, &parsed.file)]).program.expect("a program");
    let page = flat::text(&document(&program, Audience::Everybody, language));
    for words in expected {
        assert!(page.contains(words), "no `{words}` in\n{page}");
    }
    page
}

#[test]
fn a_time_that_is_not_known_yet_reads_on_in_a_duty() {
    let lines = "section s \"S\" ~ { customer must \"call\" ~ within ? of received }\n";
    let of = |language, expected: &str| {
        let mut sources = Sources::default();
        let id = sources.add(Source::new("p.policy", policy(lines)));
        let parsed = syntax::parse(id, sources.get(id));
        let unfinished = check::program(&[(id, &parsed.file)]).program.expect("a program");
        let page = flat::text(&document(&unfinished, Audience::Everybody, language));
        assert!(page.contains(expected), "no `{expected}` in\n{page}");
    };
    of(ENGLISH, "call within a time that is not known yet after we received your request.");
    of(DUTCH, "call binnen een tijd die nog niet bekend is nadat wij uw verzoek hebben ontvangen.");
    of(GERMAN, "call (innerhalb einer noch nicht bekannten Frist nach Eingang Ihrer Anfrage).");
    of(FRENCH, "call (dans un délai à préciser à compter de la réception de votre demande).");
    of(SPANISH, "call (en un plazo por determinar tras la recepción de su solicitud).");
    of(JAPANESE, "call（お問い合わせの受付後未定の期間内）");
}

#[test]
fn what_is_not_known_yet_is_named() {
    let lines = r#"
calendar desk "Desk" ~ { open Mon..Fri 09:00..17:00; closed on holidays ? }
channel email "Mail" ~ { address ? }
channel phone "Phone" ~ { address "+31 20 555 0100" ~; open ? }
maintenance weekly "Upkeep" ~ { on Sun 02:00..04:00; notice ? }
changes "Changes" ~ { notice ? via email }
role boss "Director" ~
escalation complaint "Complaint" ~ { raised by customer; to boss, answers within ? }
"#;
    let of = |language, expected: &[&str]| {
        let page = unfinished(lines, language, expected);
        assert!(!page.contains('…'), "{page}");
    };
    of(
        ENGLISH,
        &[
            "Mail: The address is not known yet.",
            "The opening hours are not known yet.",
            "The public holidays are not known yet.",
            "We announce the maintenance ahead; how long ahead is not known yet.",
            "Turn to the director; the time for an answer is not known yet.",
            "We announce a change before it takes effect, via mail; how long before is not known yet.",
        ],
    );
    of(
        DUTCH,
        &[
            "Het adres is nog niet bekend.",
            "Wij kondigen het onderhoud van tevoren aan; hoelang van tevoren is nog niet bekend.",
            "Wij kondigen een wijziging van tevoren aan, via mail; hoelang van tevoren is nog niet bekend.",
        ],
    );
    of(
        GERMAN,
        &[
            "Die Adresse ist noch nicht bekannt.",
            "Wir kündigen die Wartung im Voraus an; wie lange im Voraus, ist noch nicht bekannt.",
        ],
    );
    of(
        FRENCH,
        &[
            "L’adresse reste à préciser.",
            "Nous annonçons la maintenance à l’avance ; le préavis reste à préciser.",
        ],
    );
    of(
        SPANISH,
        &[
            "La dirección está por determinar.",
            "Anunciamos el mantenimiento con antelación; el plazo está por determinar.",
        ],
    );
    of(JAPANESE, &["連絡先は未定です。", "実施前にお知らせします（時期は未定です）。"]);
}

#[test]
fn a_notice_that_is_not_known_yet_is_told_behind_how_a_plan_goes_on() {
    let lines = "plan gold \"Gold\" ~ { runs 1 year, then renews, notice ? }\nplan day \"Day\" ~ { runs 1 day, notice ? }\n";
    let of = |language, expected: [&str; 2]| drop(unfinished(lines, language, &expected));
    of(
        ENGLISH,
        [
            "renewed unless cancelled before the end; how long before is not known yet",
            "can be cancelled; how long ahead is not known yet",
        ],
    );
    of(
        DUTCH,
        [
            "verlengd tenzij voor het einde opgezegd; hoelang van tevoren is nog niet bekend",
            "opzegbaar; de opzegtermijn is nog niet bekend",
        ],
    );
    of(
        GERMAN,
        [
            "sofern nicht vor Ablauf gekündigt; die Kündigungsfrist ist noch nicht bekannt",
            "kündbar; die Kündigungsfrist ist noch nicht bekannt",
        ],
    );
    of(
        FRENCH,
        [
            "sauf résiliation avant l’échéance ; le préavis reste à préciser",
            "résiliable ; le préavis reste à préciser",
        ],
    );
    of(
        SPANISH,
        [
            "salvo cancelación antes del final; el plazo de preaviso está por determinar",
            "cancelable; el plazo de preaviso está por determinar",
        ],
    );
    of(JAPANESE, ["以後自動更新（解約は事前に通知、時期は未定）", "（解約は事前に通知、時期は未定）"]);
}
