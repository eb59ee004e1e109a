//! The notice to customers says of everything what it was and what it is, in every language that there are words for.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop where the tool may not")]

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

/// Edits of `tests/compare/base.policy` whose changes are no figures.
const EDITS: &[(&str, &str)] = &[
    ("| some     | later   |", "| some     | now     |"),
    ("proposed by customer; confirmed by us", "proposed by customer; confirmed by engineer"),
    ("waiting becomes closed after 14 days", "waiting becomes closed after 7 days"),
    ("by engineer, otherwise becomes waiting", "by team-lead, otherwise becomes closed"),
    ("closed becomes accepted on replied within 30 days", ""),
    ("south \"South\" { only when not remote }", "south \"South\" { only when not remote and not rented }"),
    ("waiting sends \"a reminder\" after 7 days", "waiting sends \"a reminder\" after 10 days"),
    (
        "rate     EUR 150 per hour, in steps of 15 minutes",
        "rate     EUR 160 per hour, in steps of 30 minutes",
    ),
];

/// The notices of the edited policy, in each of its languages.
fn notices(languages: &str) -> Vec<String> {
    notices_of(languages, EDITS)
}

fn notices_of(languages: &str, edits: &[(&str, &str)]) -> Vec<String> {
    let base = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/compare/base.policy");
    let old = fs::read_to_string(base)
        .unwrap()
        .replace("written in     en, nl", &format!("written in {languages}"));
    let mut new = old.clone();
    for (from, to) in edits {
        new = new.replacen(from, to, 1);
    }
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("old.policy"), &old).unwrap();
    fs::write(folder.path().join("new.policy"), &new).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_avouch"));
    command.args(["diff", "old.policy", "new.policy", "--notice", "notice.md"]).current_dir(folder.path());
    let output = command.env_clear().env("AVOUCH_TODAY", "2026-11-22").stdin(Stdio::null()).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let name = |(at, tag): (usize, &str)| {
        if at == 0 { "notice.md".to_owned() } else { format!("notice.{tag}.md") }
    };
    let names = languages.split(", ").enumerate().map(name);
    names.map(|name| fs::read_to_string(folder.path().join(name)).unwrap()).collect()
}

/// The notice of the changes from one policy to another.
fn notice_between(old: &str, new: &str) -> String {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in [("old.policy", old), ("new.policy", new)] {
        let head = "policy a \"A\" { effective 2026-01-01; timezone UTC; business hours office }
calendar office \"Office\" { open Mon..Fri 09:00..17:00; open on holidays }
channel mail \"Mail\" { address \"help@northwind.eu\" }
internal channel post \"Secret desk\" { address \"Road 1, Utrecht\" }\n";
        fs::write(folder.path().join(name), head.to_owned() + text).unwrap();
    }
    let mut command = Command::new(env!("CARGO_BIN_EXE_avouch"));
    command.args(["diff", "old.policy", "new.policy", "--notice", "notice.md"]).current_dir(folder.path());
    let output = command.env_clear().env("AVOUCH_TODAY", "2026-11-22").stdin(Stdio::null()).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    fs::read_to_string(folder.path().join("notice.md")).unwrap()
}

#[test]
fn a_length_that_goes_both_ways_is_shown_by_what_is_counted_from_an_instant() {
    let edits = [("on replied within 30 days", "on replied within 1 month")];
    let expected = [
        ("Counted from", "the time ended on"),
        ("Gerekend vanaf", "liep de termijn tot"),
        ("Compté à partir du", "le délai prenait fin le"),
    ];
    for (notice, (from, ended)) in notices_of("en, nl, fr", &edits).iter().zip(expected) {
        assert_eq!((notice.matches(from).count(), notice.matches(ended).count()), (2, 2), "{notice}");
        assert_eq!(notice.matches("## ").count(), 2, "one part, after the contents: {notice}");
    }
}

#[test]
fn what_is_internal_stands_in_no_notice() {
    let rates = "offer advice \"Advice\" { internal rate EUR 150 per hour; internal rate EUR 200 per hour during evening }
internal calendar evening \"Secret hours\" { open Mon..Fri 18:00..22:00; open on holidays }";
    let runs = "plan basic \"Basic\" { internal runs 12 months, notice 1 month via post }";
    let product = "product third \"Third\" { internal notice 6 months via post }";
    let answer = "commitment answer \"Answer\" { from received; until responded; internal within 77 hours }";
    let met = "commitment answer \"Answer\" { from received; until responded; within 1 day; internal met for 77% of requests each month }";
    let seats = "entitlement seats \"Seats\"\nplan basic \"Basic\" { internal grants 77 seats }";
    let duty = "section a \"A\" { internal we must \"answer complaints, Secret Jan does\" within 77 days of received as complaints }";
    let reply = "internal commitment reply \"Reply for Secret churn\" { from received; until responded; within 77 hours }";
    let share = "availability service \"Service\" { internal at least 77% of each month }";
    let churn = "internal fact risk \"Secret risk\" { shaky \"Secretly shaky\"; calm \"Secretly calm\" }
commitment answer \"Answer\" { from received; until responded; internal within 77 hours when risk is shaky }";
    let price = "price fee \"Fee\" { internal EUR 77 per month }";
    for (old, from, to) in [
        (answer, "internal within 77 hours", "within 9 hours"),
        (met, "internal met for 77%", "met for 90%"),
        (met, "77%", "88%"),
        (seats, "internal grants 77", "grants 9"),
        (price, "internal EUR 77", "EUR 9"),
        (
            duty,
            "internal we must \"answer complaints, Secret Jan does\" within 77",
            "we must \"answer complaints\" within 5",
        ),
        (reply, "internal commitment reply \"Reply for Secret churn\"", "commitment reply \"Reply\""),
        (churn, "internal within 77 hours when risk is shaky", "within 9 hours"),
        (share, "internal at least 77%", "at least 90%"),
        (price, "EUR 77", "EUR 88"),
        (price, "internal EUR 77", "CHF 9"),
        (rates, "18:00..22:00", "19:00..23:00"),
        (runs, "internal runs 12 months, notice 1 month via post", "runs 12 months, notice 1 month via mail"),
        (runs, "12 months", "24 months"),
        (product, "6 months", "5 months"),
        (product, "via post", "via mail"),
    ] {
        let new = &old.replace(from, to);
        for (was, is) in [(old, new.as_str()), (new, old)] {
            let notice = notice_between(was, is);
            for secret in ["Secret", "77", "88", "EUR 1", "EUR 2", "24 months", "5 months", "6 months"] {
                assert!(!notice.contains(secret), "{was} to {is}: {secret}\n{notice}");
            }
            // What everybody may read is told, as new to them or as lost.
            let open = [
                ("9 hours", "9 hours"),
                ("9 seats", " 9 "),
                ("EUR 9", "EUR 9"),
                ("CHF 9", "CHF 9"),
                ("90%", "90%"),
            ];
            for (written, told) in open.iter().filter(|(written, _)| new.contains(written)) {
                assert!(notice.contains(told), "{was} to {is}: no {written}\n{notice}");
            }
        }
    }
}

/// The cells of the tables, row by row, without their padding.
fn rows(notice: &str) -> Vec<Vec<String>> {
    let lines = notice.lines().filter(|line| line.starts_with('|') && !line.starts_with("| --"));
    lines
        .map(|line| line.trim_matches('|').split(" | ").map(|cell| cell.trim().to_owned()).collect())
        .collect()
}

#[test]
fn what_is_no_figure_says_what_it_was_and_is() {
    let notice = &notices("en")[0];
    let rows = rows(notice);
    for (what, before, after) in [
        ("Urgency", "Later", "Now"),
        (
            "Severity",
            "You propose the severity. We confirm it.",
            "You propose the severity. The Engineer confirms it.",
        ),
        (
            "Where a request stands (how a request is handled)",
            "From “Waiting for you” to “Closed”: after 14 days",
            "From “Waiting for you” to “Closed”: after 7 days",
        ),
        (
            "Where a request stands (how a request is handled)",
            "Is it complete? The Engineer decides. If not, the request becomes “Waiting for you”.",
            "Is it complete? The Team lead decides. If not, the request becomes “Closed”.",
        ),
        ("Site", "South", "no longer"),
        (
            "Where a request stands (what you are sent)",
            "In “Waiting for you”, after 7 days: a reminder",
            "In “Waiting for you”, after 10 days: a reminder",
        ),
        (
            "Advisory services (rate)",
            "EUR 225 per hour outside Office hours, at least 1 hour, in steps of 15 minutes",
            "EUR 240 per hour outside Office hours, at least 1 hour, in steps of 30 minutes",
        ),
    ] {
        let found = rows.iter().any(|row| row[0] == what && row[2] == before && row[3] == after);
        assert!(found, "{what}: {before} / {after}\n{notice}");
    }
}

#[test]
fn no_language_only_says_that_something_changed() {
    let languages = "en, nl, de, fr, es, ja";
    for (notice, words) in
        notices(languages).iter().zip(["changed", "gewijzigd", "geändert", "modifié", "modificado", "変更"])
    {
        let rows = rows(notice);
        assert!(rows.len() > EDITS.len() / 2, "{notice}");
        assert!(rows.iter().all(|row| row.iter().all(|cell| cell != words)), "{notice}");
    }
}

#[test]
fn the_steps_in_which_time_is_charged_are_not_the_least_that_is() {
    let rate = "rate     EUR 150 per hour, in steps of 15 minutes";
    let steps = [(rate, "rate     EUR 150 per hour, in steps of 30 minutes")];
    let aspects = [
        "steps in which time is charged",
        "stappen waarin tijd wordt berekend",
        "Schritte, in denen Zeit berechnet wird",
        "tranches de temps facturées",
        "fracciones de tiempo que se cobran",
        "料金計算の時間単位",
    ];
    for (notice, aspect) in notices_of("en, nl, de, fr, es, ja", &steps).iter().zip(aspects) {
        let rows = rows(notice);
        let found = rows.iter().any(|row| row[0].contains(aspect) && row[2] != row[3]);
        assert!(found, "{aspect}\n{notice}");
    }
}

/// The name of a plan alone would not say what of it changes.
#[test]
fn the_price_of_a_plan_is_told_as_its_price() {
    let edits = [("price   EUR 1_000 per year", "price   EUR 1_200 per year")];
    let expected = ["(price)", "(prijs)", "(Preis)", "(prix)", "(precio)", "価格"];
    for (notice, aspect) in notices_of("en, nl, de, fr, es, ja", &edits).iter().zip(expected) {
        let rows = rows(notice);
        let told = rows.iter().filter(|row| row[0].starts_with("Standard") && row[0].contains(aspect));
        assert_eq!(told.filter(|row| row[2] != row[3]).count(), 1, "{aspect}\n{notice}");
    }
    let base = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/compare/base.policy"));
    let (old, folder) = (base.unwrap(), tempfile::tempdir().unwrap());
    fs::write(folder.path().join("old.policy"), &old).unwrap();
    fs::write(folder.path().join("new.policy"), old.replacen(edits[0].0, edits[0].1, 1)).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_avouch"));
    command.args(["diff", "old.policy", "new.policy"]).current_dir(folder.path());
    let output = command.env_clear().env("AVOUCH_TODAY", "2026-11-22").stdin(Stdio::null()).output().unwrap();
    let text = String::from_utf8_lossy(&output.stdout);
    assert!(text.contains("Standard, price: EUR 1000 per year becomes EUR 1200 per year"), "{text}");
}

#[test]
fn a_cut_off_is_told_in_every_language() {
    let edits = [("cut-off 15:00", "cut-off 14:00")];
    let expected = [
        ("latest time of receipt", "What arrives after 14:00 counts as received on the next open day"),
        ("uiterste tijd van ontvangst", "Wat na 14:00"),
        ("Annahmeschluss", "Was nach 14:00"),
        ("heure limite de réception", "Ce qui arrive après 14"),
        ("hora límite de recepción", "Lo que llega después de las 14:00"),
        ("受付の締切時刻", "14:00より後に届いたもの"),
    ];
    for (notice, (aspect, is)) in notices_of("en, nl, de, fr, es, ja", &edits).iter().zip(expected) {
        let rows = rows(notice);
        let row = rows.iter().find(|row| row[0].contains(aspect)).unwrap_or_else(|| panic!("{notice}"));
        assert!(row[2].contains("15") && row[3].contains(is), "{row:?}");
    }
}

#[test]
fn a_calendar_is_one_row_with_what_it_moves_in_every_language() {
    let edits = [("open   Mon..Fri 09:00..17:30", "open   Mon..Fri 09:00..16:30")];
    let expected = [
        "(hours: E-mail and Portal)|So these deadlines fall later: First response, 4 business hours (Standard",
        "(tijden: E-mail en Portal)|Hierdoor lopen deze termijnen later af: First response, 4 werkuren (Standard",
        "(Zeiten: E-mail und Portal)|Dadurch enden diese Fristen später: First response, 4 Arbeitsstunden (Standard",
        "(horaires : E-mail et Portal)|Ces délais prennent donc fin plus tard : First response, 4 heures ouvrées (Standard",
        "(horario: E-mail y Portal)|Por ello, estos plazos vencen más tarde: First response, 4 horas laborables (Standard",
        "（時間帯：E-mailおよびPortal）|これにより、次の期限が遅くなります：First response",
    ];
    for (notice, expected) in notices_of("en, nl, de, fr, es, ja", &edits).iter().zip(expected) {
        let rows = rows(notice);
        let (what, moved) = expected.split_once('|').unwrap();
        let found: Vec<_> = rows.iter().filter(|row| row[0].contains(what)).collect();
        assert_eq!(found.len(), 1, "{notice}");
        assert!(found[0][3].contains(moved) && found[0][2] != found[0][3], "{moved}\n{notice}");
        assert!(rows.iter().all(|row| !row[0].starts_with("First response")), "{notice}");
        // Some figures move both ways; they stand in the part for those, by the name of the calendar; the telephone is
        // not for all, and a step that comes so long before is a gain.
        assert_eq!(rows.iter().filter(|row| row[0].starts_with("Office hours")).count(), 4, "{notice}");
        assert!(rows.iter().all(|row| row[2] != row[3]), "{notice}");
    }
}

#[test]
fn a_day_more_on_which_nobody_works_is_told_as_that_day_or_as_one_of_them() {
    let office = "open   Mon..Fri 09:00..17:30";
    let once = [(office, "open   Mon..Fri 09:00..17:30\n  closed 2026-12-24")];
    let yearly = [(office, "open   Mon..Fri 09:00..17:30\n  closed Dec 24")];
    let expected = [
        ("Thu 24 Dec 2026, 09:00 to 17:30", ", among others", "Closed"),
        ("do 24 dec 2026, 09:00 tot 17:30", ", onder andere", "Gesloten"),
        ("Do, 24. Dez. 2026, 09:00–17:30 Uhr", ", unter anderem", "Geschlossen"),
        ("jeu. 24 déc. 2026, 9 h – 17 h 30", ", entre autres", "Fermé"),
        ("jue, 24 dic 2026, de 9:00 a 17:30", ", entre otros", "Cerrado"),
        ("2026年12月24日（木）、9:00〜17:30", "など", "休業"),
    ];
    let all = "en, nl, de, fr, es, ja";
    for ((one, many), (day, others, closed)) in
        notices_of(all, &once).iter().zip(notices_of(all, &yearly)).zip(expected)
    {
        let told = |notice: &str, day: &str| {
            rows(notice).iter().any(|row| row[2] == day && row[3].starts_with(closed))
        };
        assert!(told(one, day), "{day}\n{one}");
        assert!(told(&many, &format!("{day}{others}")), "{others}\n{many}");
    }
}

#[test]
fn a_rate_that_counts_at_more_hours_is_not_a_higher_rate() {
    let edits = [("open   Mon..Fri 09:00..17:30", "open   Mon..Fri 09:00..16:30")];
    let expected = [
        ("(rate at some hours)", "For the first time on Mon 2 Mar 2026, 16:30"),
        ("(tarief op sommige uren)", "Voor het eerst op ma 2 mrt 2026, 16:30"),
        ("(Satz zu manchen Zeiten)", "Zum ersten Mal am Mo, 2. März 2026, 16:30 Uhr"),
        ("(tarif à certaines heures)", "Pour la première fois le lun. 2 mars 2026, 16 h 30"),
        ("(tarifa a ciertas horas)", "Por primera vez el lun, 2 mar 2026, 16:30 h"),
        ("一部の時間帯の料金", "初回は2026年3月2日（月）16:30です"),
    ];
    for (notice, (aspect, first)) in notices_of("en, nl, de, fr, es, ja", &edits).iter().zip(expected) {
        let rows = rows(notice);
        assert!(
            rows.iter().any(|row| row[0].contains(aspect) && row[3].contains(first)),
            "{first}\n{notice}"
        );
    }
}

#[test]
fn one_more_channel_stands_beside_the_others() {
    let edits = [("notice 30 days via email", "notice 30 days via email, portal")];
    let notice = &notices_of("en", &edits)[0];
    assert!(rows(notice).iter().any(|row| row[2] == "as until now" && row[3] == "also Portal"), "{notice}");
}

/// Whether a row says what changes, what was and what is in these words.
fn has_row(notice: &str, cells: [&str; 3]) -> bool {
    rows(notice).iter().any(|row| [&row[0], &row[2], &row[3]] == cells)
}

#[test]
fn a_state_in_which_the_time_stood_still_is_told_as_that() {
    let edits = [("  paused while waiting\n", "")];
    let aspects = [
        "(when the time stands still)",
        "(wanneer de tijd stilstaat)",
        "(wann die Zeit stillsteht)",
        "(quand le temps s’arrête)",
        "(cuándo se detiene el tiempo)",
        "時間が止まるとき",
    ];
    for (notice, aspect) in notices_of("en, nl, de, fr, es, ja", &edits).iter().zip(aspects) {
        let rows = rows(notice);
        // In quotation marks, since it would otherwise read as a word of the row.
        let quoted = |words: &str| words.contains("Waiting for you") && words != "Waiting for you";
        let found = rows.iter().any(|row| row[0].contains(aspect) && quoted(&row[2]));
        assert!(found, "{aspect}\n{notice}");
    }
}

#[test]
fn how_something_is_announced_and_how_often_it_comes_is_told_as_that() {
    let edits = [
        ("  notice 5 days via email", "  notice 5 days via phone"),
        ("review every 6 months", "review every 1 year"),
    ];
    let expected = [
        ("(how it is announced)", "every 6 months", "every year"),
        ("(hoe het wordt aangekondigd)", "elke 6 maanden", "elk jaar"),
        ("(wie es angekündigt wird)", "alle 6 Monate", "jedes Jahr"),
        ("(comment c’est annoncé)", "tous les 6 mois", "chaque année"),
        ("(cómo se anuncia)", "cada 6 meses", "cada año"),
        ("お知らせの方法", "6か月ごと", "年ごと"),
    ];
    for (notice, (how, was, is)) in notices_of("en, nl, de, fr, es, ja", &edits).iter().zip(expected) {
        let rows = rows(notice);
        assert!(rows.iter().any(|row| row[0].contains(how) && row[2] != row[3]), "{how}\n{notice}");
        let plain = |words: &str| words.replace('\u{a0}', " ");
        assert!(rows.iter().any(|row| plain(&row[2]) == was && plain(&row[3]) == is), "{was}\n{notice}");
    }
}

#[test]
fn hours_that_are_lost_do_not_head_what_is_gained() {
    let office = "open   Mon..Fri 09:00..17:30";
    let edits = [(office, "open   Mon..Fri 09:00..17:30\n  closed Dec 24")];
    let notice = &notices_of("en", &edits)[0];
    let (lost, gained) = notice.split_once("## What you gain").unwrap();
    assert!(lost.contains("| Closed"), "{lost}");
    assert!(!gained.contains("Closed") && !gained.contains("09:00"), "{gained}");
    let row = &rows(gained)[1];
    assert_eq!((row[0].as_str(), row[2].as_str()), ("Office hours", "as until now"));
    assert!(row[3].contains("4 business hours before the deadline for Visit"), "{gained}");
    assert_eq!(notice.matches("Counted from").count(), 1, "a step before a deadline has none: {notice}");
}

#[test]
fn a_day_that_is_lost_is_told_beside_longer_hours() {
    let office = "open   Mon..Fri 09:00..17:30";
    let edits = [(office, "open   Mon..Fri 09:00..18:00\n  closed 2026-12-24")];
    let expected = ["Thu 24 Dec 2026, 09:00 to 17:30: Closed.", "do 24 dec 2026, 09:00 tot 17:30: Gesloten."];
    for (notice, expected) in notices_of("en, nl", &edits).iter().zip(expected) {
        assert!(notice.contains(expected), "{notice}");
    }
}

#[test]
fn the_only_channel_of_a_notice_is_replaced_by_another() {
    let edits = [("notice 30 days via email", "notice 30 days via portal")];
    let notice = &notices_of("en", &edits)[0];
    assert_eq!(
        rows(notice).iter().filter(|row| row[2] == "E-mail" && row[3] == "Portal").count(),
        2,
        "{notice}"
    );
    assert!(!notice.contains("also"), "{notice}");
}

#[test]
fn rates_that_move_with_their_calendar_do_not_say_the_same_twice() {
    let edits =
        [("closed on holidays NL\n}\ncalendar workshop", "closed on holidays BE\n}\ncalendar workshop")];
    for notice in notices_of("en, nl, de, fr, es, ja", &edits) {
        assert!(rows(&notice).iter().all(|row| row[2] != row[3]), "{notice}");
    }
    let rate =
        ["Advisory services (rate)", "EUR 225 per hour outside Office hours", "the same, at other hours"];
    assert!(has_row(&notices_of("en", &edits)[0], rate));
}

#[test]
fn a_figure_that_moves_alone_is_told_once() {
    let with = |days: &str| {
        format!(
            "calendar desk \"Desk\" {{ open Mon..Fri 09:00..17:00; open on holidays; business days {days} }}
commitment answer \"Answer\" {{ from received; until responded; within 2 desk days }}"
        )
    };
    let notice = notice_between(&with("end at close"), &with("keep the time"));
    assert_eq!(notice.matches("then it is due on").count(), notice.matches("A request received on").count());
    let examples: Vec<&str> = notice.split("A request received on").skip(1).collect();
    assert!(!examples.is_empty(), "{notice}");
    for (at, one) in examples.iter().enumerate() {
        let first = &one[..one.find(';').unwrap()];
        assert!(examples[at + 1..].iter().all(|other| !other.starts_with(first)), "{notice}");
    }
}

#[test]
fn the_event_with_which_a_clock_starts_is_no_bare_word() {
    let edits = [("  from  received\n  until closed", "  from  accepted\n  until resolved")];
    for (notice, words) in notices_of("en, nl, de", &edits).iter().zip([
        [
            "from the moment we receive your request",
            "from the moment we accept your request",
            "until your request is resolved",
        ],
        [
            "vanaf het moment dat wij uw verzoek ontvangen",
            "uw verzoek aannemen",
            "totdat uw verzoek is opgelost",
        ],
        ["ab dem Eingang Ihrer Anfrage", "ab der Annahme Ihrer Anfrage", "bis zur Lösung Ihrer Anfrage"],
    ]) {
        for word in words {
            assert!(notice.contains(word), "{word}\n{notice}");
        }
        for bare in ["received", "accepted", "resolved", "closed"] {
            assert!(rows(notice).iter().all(|row| row[2] != bare && row[3] != bare), "{notice}");
        }
    }
}

#[test]
fn nobody_and_nothing_are_called_so() {
    let edits = [
        ("  cut-off 15:00\n", ""),
        ("  at 50% of first-response    notify team-lead\n", ""),
        ("calendar office \"Office hours\" {", "calendar office \"Office hours\" {\n  cut-off 16:00"),
        (
            "  on breach of first-response notify director\n",
            "  on breach of first-response notify director\n  1 hour after breach of first-response notify engineer\n",
        ),
    ];
    for (notice, (cut_off, nobody)) in notices_of("en, nl, de", &edits).iter().zip([
        ("none", "nobody"),
        ("geen", "niemand"),
        ("keiner", "niemand"),
    ]) {
        for word in [cut_off, nobody] {
            assert!(rows(notice).iter().any(|row| row[2] == word), "{word}\n{notice}");
        }
    }
}
