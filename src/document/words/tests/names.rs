//! Titles, people, events, places, lists, and the sentences about counting, in both languages.

use super::fixture::{both, name, program, said};
use crate::document::model::{Inline, Target};
use crate::document::words::{Arg, Phrase, Wording, Words, capitalised};
use crate::hir::{BusinessDays, Ref, Standard};
use crate::time::Zone;
use crate::value::{BusinessWord, Decimal};

#[test]
fn facts_that_are_built_in_have_titles_of_the_language() {
    let table = [
        ("plan", "Plan", "Pakket"),
        ("severity", "Severity", "Ernst"),
        ("channel", "Channel", "Kanaal"),
        ("kind", "Kind of request", "Soort verzoek"),
        ("product", "Product", "Product"),
        ("release", "Release", "Release"),
        ("phase", "Phase", "Fase"),
        ("term", "Term", "Looptijd"),
        ("region", "Region", "Regio"),
        ("language", "Language", "Taal"),
        ("received", "Received", "Ontvangen"),
        ("change", "Change", "Wijziging"),
        ("covered", "Covered", "Valt eronder"),
        ("nodes", "Nodes", "Knooppunten"),
        ("unknown-fact", "unknown fact", "unknown fact"),
    ];
    both(&table, |wording, fact| wording.fact(&name(fact)));
}

#[test]
fn values_have_their_titles_or_those_of_the_language() {
    let table = [
        (("severity", "critical"), "Critical", "Kritiek"),
        (("language", "nl"), "Dutch", "Nederlands"),
        (("change", "weaker"), "Weaker", "Nadelig"),
        (("region", "DE-BY"), "Bavaria", "Beieren"),
        (("term", "2 years"), "2 years", "2 jaar"),
        (("release", "7.0"), "7.0", "7.0"),
    ];
    both(&table, |wording, (fact, value)| wording.value(&name(fact), &name(value)).replace('\u{A0}', " "));
}

#[test]
fn people_are_we_and_you_unless_they_have_titles() {
    let table = [
        ("us", "we", "wij"),
        ("customer", "you", "u"),
        ("support-director", "Support director", "Supportdirecteur"),
    ];
    both(&table, |wording, who| wording.subject(&name(who)).text());
    let table = [("us", "us", "ons"), ("customer", "you", "u")];
    both(&table, |wording, who| wording.object(&name(who)).text());
    assert_eq!(said("nl", true, |wording| wording.object(&name("customer")).text()), "je");
}

#[test]
fn events_start_and_stop_clocks_in_whole_clauses() {
    let table = [
        (
            "received",
            "from the moment we receive your request",
            "vanaf het moment dat wij uw verzoek ontvangen",
        ),
        ("noticed", "from the moment you notice it", "vanaf het moment van ‘U merkt het’"),
        (
            "delivery",
            "from the moment of “Delivery of the parts”",
            "vanaf het moment van ‘Levering van de onderdelen’",
        ),
        (
            "severity set",
            "from the moment the severity is set",
            "vanaf het moment dat de ernst wordt bepaald",
        ),
        (
            "severity-changed",
            "from the moment the severity changes",
            "vanaf het moment dat de ernst verandert",
        ),
        (
            "waiting-for-customer",
            "from the moment your request reaches the state “Waiting for you”",
            "vanaf het moment dat uw verzoek de status ‘Wacht op u’ krijgt",
        ),
    ];
    both(&table, |wording, event| wording.since(&name(event)).text());
    let table = [
        ("acknowledged", "until we acknowledge your request", "totdat wij de ontvangst bevestigen"),
        ("responded", "until we respond", "totdat wij reageren"),
        ("updated", "until we send you an update", "totdat wij u een tussenbericht sturen"),
        ("replied", "until you reply", "totdat u antwoordt"),
        ("accepted", "until we accept your request", "totdat wij uw verzoek aannemen"),
        ("resolved", "until your request is resolved", "totdat uw verzoek is opgelost"),
        ("closed", "until your request is closed", "totdat uw verzoek wordt gesloten"),
        ("delivery", "until “Delivery of the parts”", "tot het moment van ‘Levering van de onderdelen’"),
    ];
    both(&table, |wording, event| wording.until(&name(event)).text());
    let table = [
        ("closed", "when your request is closed", "wanneer uw verzoek wordt gesloten"),
        ("noticed", "when you notice it", "bij ‘U merkt het’"),
    ];
    both(&table, |wording, event| wording.at_event(&name(event)).text());
    let table = [
        ("received", "after we received your request", "nadat wij uw verzoek hebben ontvangen"),
        ("replied", "after you replied", "nadat u hebt geantwoord"),
        ("noticed", "after you notice it", "na ‘U merkt het’"),
        ("severity changed", "after the severity changed", "nadat de ernst is veranderd"),
        (
            "new",
            "after your request reached the state “New”",
            "nadat uw verzoek de status ‘Nieuw’ heeft gekregen",
        ),
    ];
    both(&table, |wording, event| wording.after_event(&name(event)).text());
}

#[test]
fn every_built_in_event_has_its_clauses() {
    for tag in Words::languages() {
        let words = Words::load(tag, false).unwrap();
        let events =
            ["received", "acknowledged", "responded", "updated", "replied", "accepted", "resolved", "closed"];
        for event in events {
            assert!(words.has(&format!("event-{event}")), "{event}");
        }
    }
}

#[test]
fn every_standard_section_and_every_built_in_fact_has_words() {
    for tag in ["en", "nl"] {
        let words = Words::load(tag, false).unwrap();
        for (section, id) in Standard::ALL {
            assert_ne!(words.known(&format!("section-{id}")), None, "{section:?}");
        }
        let facts = [
            "plan", "severity", "priority", "channel", "kind", "product", "release", "phase", "term",
            "region", "language", "received", "change",
        ];
        for fact in facts {
            for key in [format!("fact-{fact}"), format!("fact-{fact}-subject"), format!("when-{fact}")] {
                assert!(words.has(&key), "{key}");
            }
        }
    }
}

#[test]
fn lists_end_in_and_or_or() {
    for (parts, english, dutch) in [
        (&["a"][..], "a", "a"),
        (&["a", "b"], "a and b", "a en b"),
        (&["a", "b", "c"], "a, b and c", "a, b en c"),
        (&["a", "b", "c", "d"], "a, b, c and d", "a, b, c en d"),
        (&[], "", ""),
    ] {
        both(&[(parts, english, dutch)], |wording, parts| wording.words.and(parts.iter().copied()).text());
    }
    both(&[(["a", "b", "c"], "a, b or c", "a, b of c")], |wording, parts| wording.words.or(*parts).text());
    both(&[(["a", "b", "c"], "a, b, c", "a, b, c")], |wording, parts| wording.words.commas(*parts).text());
}

#[test]
fn areas_have_names_and_others_are_shown_as_they_are() {
    let table = [
        (vec!["NL"], "public holidays in the Netherlands", "feestdagen in Nederland"),
        (
            vec!["NL", "DE-BY"],
            "public holidays in the Netherlands and Bavaria",
            "feestdagen in Nederland en Beieren",
        ),
        (vec!["US"], "public holidays in the United States", "feestdagen in de Verenigde Staten"),
        (vec!["ZZ"], "public holidays in ZZ", "feestdagen in ZZ"),
    ];
    both(&table, |wording, codes| wording.words.holidays(codes.iter().copied()).text());
}

#[test]
fn zones_are_known_by_their_cities() {
    let table = [
        ("Europe/Amsterdam", "local time in Amsterdam", "plaatselijke tijd in Amsterdam"),
        ("America/Los_Angeles", "local time in Los Angeles", "plaatselijke tijd in Los Angeles"),
        ("Europe/London", "local time in London", "plaatselijke tijd in Londen"),
        ("America/Sao_Paulo", "local time in São Paulo", "plaatselijke tijd in São Paulo"),
    ];
    both(&table, |wording, zone| wording.words.local_time(&Zone::new(zone).unwrap()));
}

#[test]
fn each_reading_of_business_days_has_its_own_sentence() {
    let readings = [
        BusinessDays::EndAtClose,
        BusinessDays::KeepTime,
        BusinessDays::KeepTimeNextOpening,
        BusinessDays::KeepTimeUntilClose,
        BusinessDays::RollToOpening,
        BusinessDays::IncludeReceipt,
        BusinessDays::Hours(Decimal::whole(8)),
        BusinessDays::ScheduleDay,
    ];
    for tag in ["en", "nl"] {
        let words = Words::load(tag, false).unwrap();
        let said = readings.map(|reading| words.business_days(reading, BusinessWord::Business));
        for (at, sentence) in said.iter().enumerate() {
            assert!(sentence.ends_with('.') && !said[..at].contains(sentence), "{sentence}");
        }
    }
    both(&[((), "One working day is 8 working hours.", "Eén werkdag is 8 werkuren.")], |wording, ()| {
        wording.words.business_days(BusinessDays::Hours(Decimal::whole(8)), BusinessWord::Working)
    });
}

#[test]
fn titles_are_linked_where_the_page_shows_the_thing() {
    let program = program();
    let links = |of: &Ref| (of.keyword == "document").then(|| Target::anchor(of.name.as_str()));
    let wording = Wording::new(Words::load("en", false).unwrap(), &program, "en", &links);
    assert_eq!(
        wording.as_agreed(&name("eula")).inlines(),
        [Inline::text("as agreed in "), Inline::link(Target::anchor("eula"), "Licence agreement")]
    );
    assert_eq!(
        wording.title("role", &name("support-director")).inlines(),
        [Inline::text("Support director")]
    );
}

#[test]
fn texts_of_authors_cannot_pass_for_places() {
    let words = Words::load("en", false).unwrap();
    let odd = "\u{FDD0}0\u{FDD2} { $x } ~";
    let said = words.say("list-and", &[("first", Arg::from(odd)), ("second", "b".into())]);
    assert_eq!(said, format!("{odd} and b"));
}

#[test]
fn phrases_get_a_capital_even_within_a_link() {
    assert_eq!(capitalised("every hour"), "Every hour");
    assert_eq!(capitalised("élan"), "Élan");
    let linked = Phrase::from(Inline::link(Target::anchor("x"), "office hours")).capitalised();
    assert_eq!(linked.text(), "Office hours");
}

#[test]
fn labels_keep_the_places_that_the_printer_fills() {
    let labels = Words::load("en", false).unwrap().labels();
    assert_eq!(labels.link_to_section, "Link to section {number}, {title}");
    assert_eq!(labels.scroll_hint, "The table has {columns} columns; it scrolls sideways.");
}

#[test]
fn facts_with_a_title_of_the_policy_are_called_by_it() {
    let mut program = program();
    let own = program.facts[&name("nodes")].clause.title.clone();
    program.facts[&name("severity")].clause.title = own;
    let links = |_: &Ref| None;
    let wording = Wording::new(Words::load("en", false).unwrap(), &program, "en", &links);
    assert_eq!(wording.fact(&name("severity")), "Nodes");
}
