//! The forms of numbers, dates, times, lengths and lists in the languages that the other tables do not speak.

use super::fixture::{date, name, program};
use crate::document::model::Target;
use crate::document::words::{Links, Wording, Words};
use crate::hir::Ref;
use crate::source::Span;
use crate::time::{ClockTime, MonthDay};
use crate::value::{
    BusinessWord, Clock, ClockSpan, DatePoint, DateSpan, Day, Decimal, Duration, Money, Promise, Unit, Which,
};

struct Unlinked;

impl Links for Unlinked {
    fn target(&self, _: &Ref) -> Option<Target> {
        None
    }
}

/// What German, French, Spanish and Japanese make of something, with `~` for spaces that do not break.
fn in_four(say: impl Fn(&Wording<'_>) -> String) -> [String; 4] {
    let program = program();
    ["de", "fr", "es", "ja"].map(|tag| {
        let wording = Wording::new(Words::load(tag, false).unwrap(), &program, tag, &Unlinked);
        say(&wording).replace(['\u{A0}', '\u{202F}'], "~")
    })
}

fn days(from: &str, to: &str) -> DateSpan {
    DateSpan { from: DatePoint::Full(date(from)), to: DatePoint::Full(date(to)) }
}

fn time(hour: u8, minute: u8) -> ClockTime {
    if hour == 24 { ClockTime::DAY_END } else { ClockTime::new(hour, minute, 0).unwrap() }
}

fn lasts(amount: u32, unit: Unit, clock: Clock) -> Duration {
    Duration { amount, unit, clock, span: Span::default() }
}

#[test]
fn dates_are_written_in_the_order_of_the_language() {
    assert_eq!(
        in_four(|wording| wording.words.full_date(date("2026-03-01"))),
        [
            "Sonntag, 1.~März 2026",
            "dimanche 1er~mars 2026",
            "domingo, 1~de~marzo de 2026",
            "2026年3月1日\u{FF08}日\u{FF09}"
        ]
    );
    assert_eq!(
        in_four(|wording| wording.words.date_span(days("2026-12-24", "2026-12-26"))),
        [
            "24. bis 26.~Dezember 2026",
            "du 24 au 26~décembre 2026",
            "del 24 al 26~de~diciembre de 2026",
            "2026年12月24日〜26日"
        ]
    );
    assert_eq!(
        in_four(|wording| wording.words.date_span_in_sentence(days("2026-12-24", "2027-01-02"))),
        [
            "vom 24.~Dezember 2026 bis zum 2.~Januar 2027",
            "du 24~décembre 2026 au 2~janvier 2027",
            "del 24~de~diciembre de 2026 al 2~de~enero de 2027",
            "2026年12月24日から2027年1月2日まで",
        ]
    );
    let summer = DateSpan {
        from: DatePoint::Yearly(MonthDay { month: 7, day: 1 }),
        to: DatePoint::Yearly(MonthDay { month: 8, day: 31 }),
    };
    assert_eq!(
        in_four(|wording| wording.words.date_span(summer)),
        [
            "1.~Juli bis 31.~August",
            "du 1er~juillet au 31~août",
            "del 1~de~julio al 31~de~agosto",
            "7月1日〜8月31日"
        ]
    );
}

#[test]
fn times_are_written_as_people_say_them() {
    let span =
        |from, to| move |wording: &Wording<'_>| wording.words.clock_span_in_sentence(ClockSpan { from, to });
    assert_eq!(
        in_four(span(time(9, 0), time(17, 30))),
        ["von 09:00 bis 17:30~Uhr", "de 9~h à 17~h~30", "de 9:00 a 17:30", "9:00〜17:30"]
    );
    assert_eq!(
        in_four(span(time(22, 0), time(24, 0))),
        ["von 22:00 bis 24:00~Uhr", "de 22~h à minuit", "de 22:00 a medianoche", "22:00〜24:00"]
    );
    assert_eq!(
        in_four(|wording| wording.words.clock_time(ClockTime::new(14, 0, 1).unwrap())),
        ["14:00:01", "14~h~00~min~01~s", "14:00:01", "14:00:01"]
    );
}

#[test]
fn numbers_and_money_have_the_signs_of_the_language() {
    let number = |units, scale| move |wording: &Wording<'_>| wording.words.number(Decimal { units, scale });
    assert_eq!(in_four(number(12_345_675, 2)), ["123.456,75", "123~456,75", "123.456,75", "123,456.75"]);
    assert_eq!(in_four(number(1000, 0)), ["1.000", "1~000", "1000", "1,000"]);
    assert_eq!(
        in_four(|wording| wording.words.share(Decimal { units: 999, scale: 1 })),
        ["99,9~%", "99,9~%", "99,9~%", "99.9%"]
    );
    let money =
        |currency: &str| Money { currency: currency.into(), amount: Decimal { units: 45005, scale: 1 } };
    assert_eq!(
        in_four(|wording| wording.words.money(&money("EUR"))),
        ["4.500,50~€", "4~500,50~€", "4500,50~€", "4,500.50ユーロ"]
    );
    assert_eq!(
        in_four(|wording| wording.words.money(&money("SEK"))),
        ["4.500,50~SEK", "4~500,50~SEK", "4500,50~SEK", "4,500.50~SEK"]
    );
}

#[test]
fn lengths_of_time_agree_in_number_and_case() {
    let business = || Clock::Business(BusinessWord::Business);
    let of = |amount, unit, clock: fn() -> Clock| {
        move |wording: &Wording<'_>| {
            wording
                .promise_in_sentence(&Promise::Within { from: None, to: lasts(amount, unit, clock()) })
                .text()
        }
    };
    assert_eq!(
        in_four(of(1, Unit::Day, || Clock::Elapsed)),
        ["innerhalb von 1~Tag", "sous 1~jour", "en un plazo de 1~día", "1日以内"]
    );
    assert_eq!(
        in_four(of(3, Unit::Month, || Clock::Elapsed)),
        ["innerhalb von 3~Monaten", "sous 3~mois", "en un plazo de 3~meses", "3か月以内"]
    );
    assert_eq!(
        in_four(|wording| wording.duration(&lasts(2, Unit::Day, business())).text()),
        ["2~Arbeitstage", "2~jours~ouvrés", "2~días~laborables", "2営業日"]
    );
    assert_eq!(
        in_four(|wording| wording.every(&lasts(1, Unit::Day, business())).text()),
        ["jeden Arbeitstag", "chaque jour ouvré", "cada día laborable", "1営業日ごと"]
    );
    assert_eq!(
        in_four(|wording| wording.every(&lasts(2, Unit::Hour, Clock::Elapsed)).text()),
        ["alle 2~Stunden", "toutes les 2~heures", "cada 2~horas", "2時間ごと"]
    );
    let next = |timed| {
        Promise::By(Day { which: Which::Next, clock: Clock::Business(BusinessWord::Business), time: timed })
    };
    assert_eq!(
        in_four(|wording| wording.promise_in_sentence(&next(None)).text()),
        [
            "bis zum Ende des nächsten Arbeitstags",
            "avant la fin du jour ouvré suivant",
            "antes del final del siguiente día laborable",
            "翌営業日の終わりまで",
        ]
    );
}

#[test]
fn lists_join_their_last_part_as_the_language_does() {
    let of = |parts: &'static [&'static str]| {
        move |wording: &Wording<'_>| wording.words.and(parts.iter().copied()).text()
    };
    assert_eq!(in_four(of(&["A", "B", "C"])), ["A, B und C", "A, B et C", "A, B y C", "A、BおよびC"]);
    assert_eq!(in_four(of(&["Preguntas", "Incidencias"]))[2], "Preguntas e Incidencias");
    assert_eq!(in_four(of(&["A", "Índices"]))[2], "A e Índices");
    assert_eq!(in_four(|wording| wording.words.or(["siete", "ocho"]).text())[2], "siete u ocho");
}

#[test]
fn readers_are_addressed_as_the_policy_says() {
    let program = program();
    let said = |tag, informal| {
        let wording = Wording::new(Words::load(tag, informal).unwrap(), &program, tag, &Unlinked);
        wording.words.word("fact-plan-subject") + ", " + &wording.until(&name("replied")).text()
    };
    assert_eq!(said("de", false), "Ihr Tarif, bis zu Ihrer Antwort");
    assert_eq!(said("de", true), "dein Tarif, bis zu deiner Antwort");
    assert_eq!(said("fr", false), "votre formule, jusqu’à votre réponse");
    assert_eq!(said("fr", true), "ta formule, jusqu’à ta réponse");
    assert_eq!(said("es", false), "su plan, hasta su respuesta");
    assert_eq!(said("es", true), "tu plan, hasta tu respuesta");
    assert_eq!(said("ja", true), said("ja", false), "Japanese knows the polite form only");
    let decided = |tag, informal| {
        let wording = Wording::new(Words::load(tag, informal).unwrap(), &program, tag, &Unlinked);
        wording.as_decided(&super::fixture::name("customer")).text()
    };
    let tags = ["de", "fr", "es", "nl"];
    assert_eq!(
        tags.map(|tag| decided(tag, false)),
        ["nach Ihrem Ermessen", "à votre appréciation", "a su criterio", "naar uw oordeel"]
    );
    assert_eq!(
        tags.map(|tag| decided(tag, true)),
        ["nach deinem Ermessen", "à ton appréciation", "a tu criterio", "naar jouw oordeel"]
    );
}
