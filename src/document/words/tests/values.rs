//! Values in both languages.

use super::fixture::{both, date, name, said};
use crate::hir::Grant;
use crate::source::Span;
use crate::time::ClockTime;
use crate::value::{
    Amount, BusinessWord, Clock, Day, Decimal, Duration, Figure, Measure, Money, Period, Pick, Promise,
    Quantity, Rate, ReleaseStep, Strength, Unit, Which,
};

fn elapsed(amount: u32, unit: Unit) -> Duration {
    Duration { amount, unit, clock: Clock::Elapsed, span: Span::default() }
}

fn business(amount: u32, unit: Unit) -> Duration {
    Duration { clock: Clock::Business(BusinessWord::Business), ..elapsed(amount, unit) }
}

fn extended(amount: u32, unit: Unit) -> Duration {
    Duration { clock: Clock::of(name("extended")), ..elapsed(amount, unit) }
}

#[test]
fn lengths_of_time_have_their_clock_and_their_plural() {
    let working = Duration { clock: Clock::Business(BusinessWord::Working), ..elapsed(2, Unit::Day) };
    let table = [
        (elapsed(1, Unit::Second), "1 second", "1 seconde"),
        (elapsed(30, Unit::Minute), "30 minutes", "30 minuten"),
        (elapsed(1, Unit::Hour), "1 hour", "1 uur"),
        (elapsed(24, Unit::Hour), "24 hours", "24 uur"),
        (elapsed(1, Unit::Day), "1 day", "1 dag"),
        (elapsed(14, Unit::Day), "14 days", "14 dagen"),
        (elapsed(2, Unit::Week), "2 weeks", "2 weken"),
        (elapsed(3, Unit::Month), "3 months", "3 maanden"),
        (elapsed(2, Unit::Quarter), "2 quarters", "2 kwartalen"),
        (elapsed(5, Unit::Year), "5 years", "5 jaar"),
        (elapsed(1000, Unit::Hour), "1,000 hours", "1.000 uur"),
        (business(1, Unit::Hour), "1 business hour", "1 werkuur"),
        (business(4, Unit::Hour), "4 business hours", "4 werkuren"),
        (business(1, Unit::Day), "1 business day", "1 werkdag"),
        (business(2, Unit::Day), "2 business days", "2 werkdagen"),
        (business(30, Unit::Minute), "30 business minutes", "30 werkminuten"),
        (working, "2 working days", "2 werkdagen"),
        (extended(4, Unit::Hour), "4 hours of Extended hours", "4 uur volgens Ruime openingstijden"),
    ];
    both(&table, |wording, duration| wording.duration(duration).text());
}

#[test]
fn rhythms_leave_out_the_number_one() {
    let table = [
        (elapsed(2, Unit::Hour), "every 2 hours", "elke 2 uur"),
        (elapsed(1, Unit::Hour), "every hour", "elk uur"),
        (elapsed(1, Unit::Month), "every month", "elke maand"),
        (elapsed(1, Unit::Quarter), "every quarter", "elk kwartaal"),
        (elapsed(1, Unit::Year), "every year", "elk jaar"),
        (business(1, Unit::Day), "every business day", "elke werkdag"),
        (business(1, Unit::Hour), "every business hour", "elk werkuur"),
        (business(3, Unit::Day), "every 3 business days", "elke 3 werkdagen"),
        (
            extended(2, Unit::Hour),
            "every 2 hours of Extended hours",
            "elke 2 uur volgens Ruime openingstijden",
        ),
    ];
    both(&table, |wording, duration| wording.every(duration).text());
}

#[test]
fn ranges_say_the_unit_once() {
    let table = [
        ((elapsed(24, Unit::Hour), elapsed(48, Unit::Hour)), "24 to 48 hours", "24 tot 48 uur"),
        ((business(1, Unit::Day), business(2, Unit::Day)), "1 to 2 business days", "1 tot 2 werkdagen"),
        (
            (elapsed(4, Unit::Hour), business(1, Unit::Day)),
            "4 hours to 1 business day",
            "4 uur tot 1 werkdag",
        ),
    ];
    both(&table, |wording, (from, to)| wording.range(from, to).text());
}

fn within(duration: Duration) -> Promise {
    Promise::Within { from: None, to: duration }
}

fn by(which: Which, clock: Clock, time: Option<ClockTime>) -> Promise {
    Promise::By(Day { which, clock, time })
}

#[expect(clippy::too_many_lines, reason = "a table")]
fn promises() -> Vec<(Promise, [&'static str; 4])> {
    let day = || Clock::Business(BusinessWord::Business);
    let noon = ClockTime::new(12, 0, 0);
    vec![
        (
            within(business(4, Unit::Hour)),
            ["4 business hours", "within 4 business hours", "4 werkuren", "binnen 4 werkuren"],
        ),
        (
            Promise::Within { from: Some(Box::new(elapsed(24, Unit::Hour))), to: elapsed(48, Unit::Hour) },
            ["24 to 48 hours", "within 24 to 48 hours", "24 tot 48 uur", "binnen 24 tot 48 uur"],
        ),
        (
            by(Which::Next, day(), None),
            [
                "next business day",
                "by the end of the next business day",
                "volgende werkdag",
                "uiterlijk aan het eind van de volgende werkdag",
            ],
        ),
        (
            by(Which::Next, day(), noon),
            [
                "next business day, 12:00",
                "by 12:00 on the next business day",
                "volgende werkdag, 12:00 uur",
                "uiterlijk om 12:00 uur op de volgende werkdag",
            ],
        ),
        (
            by(Which::Same, day(), None),
            [
                "same business day",
                "by the end of the same business day",
                "dezelfde werkdag",
                "uiterlijk aan het eind van dezelfde werkdag",
            ],
        ),
        (
            by(Which::Same, Clock::Elapsed, None),
            [
                "same day",
                "by the end of the same day",
                "dezelfde dag",
                "uiterlijk aan het eind van dezelfde dag",
            ],
        ),
        (
            by(Which::Next, Clock::of(name("extended")), None),
            [
                "next day of Extended hours",
                "by the end of the next day of Extended hours",
                "volgende dag volgens Ruime openingstijden",
                "uiterlijk aan het eind van de volgende dag volgens Ruime openingstijden",
            ],
        ),
        (
            Promise::Release(ReleaseStep::Next),
            [
                "the next release",
                "in the next release",
                "de eerstvolgende release",
                "in de eerstvolgende release",
            ],
        ),
        (
            Promise::Every(business(1, Unit::Day)),
            ["every business day", "every business day", "elke werkdag", "elke werkdag"],
        ),
        (
            Promise::BestEffort,
            ["best effort", "as soon as we can", "naar beste vermogen", "zo snel als wij kunnen"],
        ),
        (
            Promise::None,
            ["none promised", "without a promised time", "geen toezegging", "zonder toegezegde termijn"],
        ),
        (Promise::No, ["not applicable", "not applicable", "niet van toepassing", "niet van toepassing"]),
        (
            Promise::AsAgreed(name("eula")),
            [
                "as agreed in Licence agreement",
                "as agreed in Licence agreement",
                "zoals afgesproken in Licentieovereenkomst",
                "zoals afgesproken in Licentieovereenkomst",
            ],
        ),
        (
            Promise::AsDecided(name("us")),
            ["as decided by us", "as decided by us", "naar ons oordeel", "naar ons oordeel"],
        ),
        (
            Promise::AsDecided(name("support-director")),
            [
                "as decided by Support director",
                "as decided by Support director",
                "zoals besloten door Supportdirecteur",
                "zoals besloten door Supportdirecteur",
            ],
        ),
        (Promise::Unfilled, ["not known yet", "not known yet", "nog niet bekend", "nog niet bekend"]),
    ]
}

#[test]
fn promises_have_a_form_for_cells_and_one_for_sentences() {
    for (promise, [english, english_sentence, dutch, dutch_sentence]) in promises() {
        both(&[(promise.clone(), english, dutch)], |wording, promise| wording.promise(promise).text());
        both(&[(promise, english_sentence, dutch_sentence)], |wording, promise| {
            wording.promise_in_sentence(promise).text()
        });
    }
}

#[test]
fn strength_is_said_where_the_author_says_it() {
    let figure =
        |strength| Figure { promise: within(elapsed(30, Unit::Minute)), strength, span: Span::default() };
    let table = [
        (figure(None), "30 minutes", "30 minuten"),
        (figure(Some(Strength::Guaranteed)), "30 minutes, guaranteed", "30 minuten, gegarandeerd"),
        (figure(Some(Strength::Target)), "30 minutes, as a target", "30 minuten, als streven"),
        (figure(Some(Strength::Usual)), "usually 30 minutes", "meestal 30 minuten"),
    ];
    both(&table, |wording, figure| wording.figure(figure).text());
    let table = [
        (
            figure(Some(Strength::Guaranteed)),
            "within 30 minutes, guaranteed",
            "binnen 30 minuten, gegarandeerd",
        ),
        (figure(Some(Strength::Usual)), "usually within 30 minutes", "meestal binnen 30 minuten"),
    ];
    both(&table, |wording, figure| wording.figure_in_sentence(figure).text());
}

fn limit(count: i64) -> Quantity {
    let count = Some(Decimal::whole(count));
    Quantity { count, unit: None, per: None, at_a_time: false, at_most: None, span: Span::default() }
}

fn per(every: u32, unit: Unit) -> Measure {
    Measure { every, what: Period::Time(unit) }
}

fn per_thing(every: u32, thing: &str) -> Measure {
    Measure { every, what: Period::Thing(name(thing)) }
}

#[test]
fn limits_and_grants_read_as_one_would_say_them() {
    let lapsing = |quantity| Grant::Limit { quantity, unused_lapse: true };
    let plain = |quantity| Grant::Limit { quantity, unused_lapse: false };
    let table = [
        (Grant::Yes, "Yes", "Ja"),
        (Grant::No, "No", "Nee"),
        (Grant::Unfilled, "not known yet", "nog niet bekend"),
        (plain(limit(3)), "3", "3"),
        (plain(Quantity { count: None, ..limit(0) }), "unlimited", "onbeperkt"),
        (
            plain(Quantity { per: Some(per(1, Unit::Year)), ..limit(10) }),
            "up to 10 per year",
            "maximaal 10 per jaar",
        ),
        (
            plain(Quantity { per: Some(per(2, Unit::Year)), ..limit(1) }),
            "up to 1 every 2 years",
            "maximaal 1 per 2 jaar",
        ),
        (plain(Quantity { at_a_time: true, ..limit(1) }), "up to 1 at a time", "maximaal 1 tegelijk"),
        (
            plain(Quantity {
                per: Some(per_thing(500, "nodes")),
                at_most: Some(Decimal::whole(15)),
                ..limit(5)
            }),
            "5 for each 500 nodes, at most 15",
            "5 per 500 knooppunten, maximaal 15",
        ),
        (
            plain(Quantity { per: Some(per_thing(1, "request")), ..limit(2) }),
            "2 per request",
            "2 per verzoek",
        ),
        (
            plain(Quantity { per: Some(per_thing(10, "user")), ..limit(1) }),
            "1 for each 10 users",
            "1 per 10 gebruikers",
        ),
        (
            plain(Quantity { per: Some(per_thing(1, "build-agent")), ..limit(2) }),
            "2 per build agent",
            "2 per build agent",
        ),
        (
            lapsing(Quantity { unit: Some(Unit::Hour), per: Some(per(1, Unit::Quarter)), ..limit(12) }),
            "12 hours per quarter; unused hours lapse",
            "12 uur per kwartaal; ongebruikte uren vervallen",
        ),
        (
            lapsing(Quantity { per: Some(per(1, Unit::Year)), ..limit(4) }),
            "up to 4 per year; what is not used lapses",
            "maximaal 4 per jaar; wat niet is gebruikt, vervalt",
        ),
    ];
    both(&table, |wording, grant| wording.grant(grant).text());
}

fn euros(amount: &str) -> Money {
    Money { currency: "EUR".into(), amount: Decimal::parse(amount).unwrap() }
}

fn rate(amount: &str, per: Option<Measure>) -> Amount {
    Amount::Rate(Rate { money: euros(amount), per }, Span::default())
}

fn pick(pick: Pick, of: Vec<Amount>) -> Amount {
    Amount::Pick { pick, of, span: Span::default() }
}

#[test]
fn money_and_computed_prices_read_as_one_would_say_them() {
    let fifth = |per| Amount::Share {
        share: Decimal::whole(20),
        of: name("licence-fee"),
        per,
        span: Span::default(),
    };
    let term = |years| Amount::Term(elapsed(years, Unit::Year));
    let table = [
        (rate("1000", None), "EUR 1,000", "EUR 1.000"),
        (rate("1234567", None), "EUR 1,234,567", "EUR 1.234.567"),
        (rate("4500.5", None), "EUR 4,500.50", "EUR 4.500,50"),
        (rate("0.05", None), "EUR 0.05", "EUR 0,05"),
        (rate("150", Some(per(1, Unit::Hour))), "EUR 150 per hour", "EUR 150 per uur"),
        (
            rate("10", Some(per_thing(500, "nodes"))),
            "EUR 10 for each 500 nodes",
            "EUR 10 per 500 knooppunten",
        ),
        (fifth(None), "20% of Licence fee", "20% van Licentieprijs"),
        (fifth(Some(per(1, Unit::Year))), "20% of Licence fee per year", "20% van Licentieprijs per jaar"),
        (
            Amount::Times(Decimal::parse("1.5").unwrap(), Span::default()),
            "1.5 times the usual rate",
            "1,5 keer het gewone tarief",
        ),
        (
            pick(Pick::Higher, vec![fifth(None), rate("10000", Some(per(1, Unit::Year)))]),
            "the higher of 20% of Licence fee and EUR 10,000 per year",
            "het hoogste van 20% van Licentieprijs en EUR 10.000 per jaar",
        ),
        (
            pick(Pick::Higher, vec![rate("1", None), rate("2", None), rate("3", None)]),
            "the highest of EUR 1, EUR 2 and EUR 3",
            "het hoogste van EUR 1, EUR 2 en EUR 3",
        ),
        (
            pick(Pick::Average, vec![term(1), term(3)]),
            "the average of the price for 1 year and the price for 3 years",
            "het gemiddelde van de prijs voor 1 jaar en de prijs voor 3 jaar",
        ),
        (
            pick(Pick::Lower, vec![term(1), term(3)]),
            "the lower of the price for 1 year and the price for 3 years",
            "het laagste van de prijs voor 1 jaar en de prijs voor 3 jaar",
        ),
        (
            pick(Pick::Sum, vec![rate("1", None), rate("2", None)]),
            "the sum of EUR 1 and EUR 2",
            "de som van EUR 1 en EUR 2",
        ),
        (Amount::Named(name("licence-fee")), "Licence fee", "Licentieprijs"),
        (Amount::None(Span::default()), "free of charge", "gratis"),
        (Amount::No(Span::default()), "not available", "niet beschikbaar"),
        (
            Amount::AsAgreed(name("eula"), Span::default()),
            "as agreed in Licence agreement",
            "zoals afgesproken in Licentieovereenkomst",
        ),
        (Amount::Unfilled(Span::default()), "not known yet", "nog niet bekend"),
    ];
    both(&table, |wording, amount| wording.amount(amount).text());
}

#[test]
fn numbers_have_the_signs_of_the_language() {
    let table = [
        ("99.9", "99.9%", "99,9%"),
        ("99.950", "99.95%", "99,95%"),
        ("100", "100%", "100%"),
        ("1000.5", "1,000.5%", "1.000,5%"),
    ];
    both(&table, |wording, share| wording.words.share(Decimal::parse(share).unwrap()));
}

#[test]
fn units_are_joined_to_their_numbers_by_no_break_spaces() {
    let program = super::fixture::program();
    let words = crate::document::words::Words::load("en", false).unwrap();
    let links = |_: &crate::hir::Ref| None;
    let wording = crate::document::words::Wording::new(words, &program, "en", &links);
    assert_eq!(wording.duration(&business(4, Unit::Hour)).text(), "4\u{A0}business hours");
    assert_eq!(words.money(&euros("1000")), "EUR\u{A0}1,000");
    assert_eq!(words.date(date("2026-03-01")), "1\u{A0}March 2026");
    assert_eq!(said("en", false, |wording| wording.words.date(date("2026-03-01"))), "1 March 2026");
}
