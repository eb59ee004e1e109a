//! Conditions as clauses, in both languages.

use super::fixture::both;
use super::written::{all, any, cond, holds, is, is_not, nodes, not, on_date, order, test, years};
use crate::source::Span;
use crate::value::{Condition, Operand, Operator};

fn when(table: &[(Condition, &str, &str)]) {
    both(table, |wording, written| wording.when(&cond(written)).unwrap().text());
}

#[test]
fn one_fact_is_held_against_one_value() {
    when(&[
        (is("plan", &["premium"]), "if your plan is Premium", "als uw pakket Premium is"),
        (is("severity", &["critical"]), "if the severity is Critical", "als de ernst Kritiek is"),
        (is("channel", &["phone"]), "if the channel is Telephone", "als het kanaal Telefoon is"),
        (is("kind", &["incident"]), "if the kind of request is Incident", "als het soort verzoek Storing is"),
        (is("product", &["studio"]), "if the product is Studio", "als het product Studio is"),
        (is("release", &["7.0"]), "if the release is 7.0", "als de release 7.0 is"),
        (
            is("phase", &["full"]),
            "if the release is in the phase Full support",
            "als de release in de fase Volledige support is",
        ),
        (years(Operator::Is, 2), "if the contract runs for 2 years", "als het contract 2 jaar loopt"),
        (is("region", &["eu"]), "if your region is Europe", "als uw regio Europa is"),
        (is("language", &["nl"]), "if your request is in Dutch", "als uw verzoek in het Nederlands is"),
        (
            is("change", &["weaker"]),
            "if a change leaves our promises weaker",
            "als een wijziging voor u nadelig is",
        ),
        (
            is_not("change", &["weaker", "mixed"]),
            "if a change does not leave our promises weaker or partly weaker",
            "als een wijziging voor u niet nadelig of deels nadelig is",
        ),
        (
            is("intake", &["waiting-for-customer"]),
            "if your request has the state “Waiting for you”",
            "als uw verzoek de status ‘Wacht op u’ heeft",
        ),
        (
            is("software-assurance", &["current"]),
            "if Software Assurance is Current",
            "als Software Assurance Actueel is",
        ),
    ]);
}

#[test]
fn values_of_one_fact_are_one_list() {
    when(&[
        (
            is("plan", &["basic", "standard"]),
            "if your plan is Basic or Standard",
            "als uw pakket Basis of Standaard is",
        ),
        (
            any([is("plan", &["basic"]), is("plan", &["standard"])]),
            "if your plan is Basic or Standard",
            "als uw pakket Basis of Standaard is",
        ),
        (
            any([is("plan", &["basic"]), is("plan", &["basic", "standard"]), is("plan", &["premium"])]),
            "if your plan is Basic, Standard or Premium",
            "als uw pakket Basis, Standaard of Premium is",
        ),
        (
            all([is_not("plan", &["basic"]), is_not("plan", &["standard"])]),
            "if your plan is neither Basic nor Standard",
            "als uw pakket noch Basis noch Standaard is",
        ),
        (is_not("plan", &["basic"]), "if your plan is not Basic", "als uw pakket niet Basis is"),
        (
            is_not("phase", &["full"]),
            "if the release is not in the phase Full support",
            "als de release niet in de fase Volledige support is",
        ),
        (
            is_not("language", &["en"]),
            "if your request is not in English",
            "als uw verzoek niet in het Engels is",
        ),
        (
            is_not("intake", &["new"]),
            "if your request does not have the state “New”",
            "als uw verzoek niet de status ‘Nieuw’ heeft",
        ),
    ]);
}

#[test]
fn orders_are_lists_of_the_values_meant_while_these_are_few() {
    when(&[
        (
            order("severity", Operator::AtLeast, "high"),
            "if the severity is Critical or High",
            "als de ernst Kritiek of Hoog is",
        ),
        (
            order("severity", Operator::MoreThan, "high"),
            "if the severity is Critical",
            "als de ernst Kritiek is",
        ),
        (
            order("severity", Operator::LessThan, "normal"),
            "if the severity is Low or Trivial",
            "als de ernst Laag of Klein is",
        ),
        (
            order("severity", Operator::AtLeast, "low"),
            "if the severity is Low or higher",
            "als de ernst Laag of hoger is",
        ),
        (
            order("severity", Operator::AtMost, "high"),
            "if the severity is High or lower",
            "als de ernst Hoog of lager is",
        ),
        (
            order("plan", Operator::AtLeast, "standard"),
            "if your plan is Standard or Premium",
            "als uw pakket Standaard of Premium is",
        ),
        (order("plan", Operator::LessThan, "standard"), "if your plan is Basic", "als uw pakket Basis is"),
        (
            not(order("plan", Operator::AtLeast, "premium")),
            "unless your plan is Premium",
            "tenzij uw pakket Premium is",
        ),
        (
            order("release", Operator::AtLeast, "8.0"),
            "if the release is 8.0 or later",
            "als de release 8.0 of later is",
        ),
        (
            order("release", Operator::LessThan, "9.0"),
            "if the release is 7.0 or 8.0",
            "als de release 7.0 of 8.0 is",
        ),
    ]);
}

#[test]
fn numbers_dates_and_terms_are_compared_in_their_own_words() {
    when(&[
        (
            nodes(Operator::AtLeast, 1000),
            "if the value for “Nodes” is at least 1,000",
            "als de waarde van ‘Knooppunten’ ten minste 1.000 is",
        ),
        (
            nodes(Operator::LessThan, 500),
            "if the value for “Nodes” is less than 500",
            "als de waarde van ‘Knooppunten’ minder dan 500 is",
        ),
        (
            all([nodes(Operator::MoreThan, 10), nodes(Operator::AtMost, 500)]),
            "if the value for “Nodes” is more than 10 and at most 500",
            "als de waarde van ‘Knooppunten’ meer dan 10 en ten hoogste 500 is",
        ),
        (
            on_date("received", Operator::Before, "2026-05-01"),
            "if we receive your request before 1 May 2026",
            "als wij uw verzoek vóór 1 mei 2026 ontvangen",
        ),
        (
            on_date("received", Operator::After, "2026-05-01"),
            "if we receive your request after 1 May 2026",
            "als wij uw verzoek na 1 mei 2026 ontvangen",
        ),
        (
            on_date("received", Operator::Is, "2026-05-01"),
            "if we receive your request on 1 May 2026",
            "als wij uw verzoek op 1 mei 2026 ontvangen",
        ),
        (
            all([
                on_date("received", Operator::AtLeast, "2026-05-01"),
                on_date("received", Operator::AtMost, "2026-05-31"),
            ]),
            "if we receive your request from 1 to 31 May 2026",
            "als wij uw verzoek van 1 tot en met 31 mei 2026 ontvangen",
        ),
        (
            on_date("customer-since", Operator::Before, "2020-01-01"),
            "if the date for “Customer since” is before 1 January 2020",
            "als de datum bij ‘Klant sinds’ vóór 1 januari 2020 ligt",
        ),
        (
            any([
                on_date("received", Operator::Before, "2026-05-01"),
                not(on_date("received", Operator::Before, "2026-06-01")),
            ]),
            "if we receive your request before 1 May 2026 or we receive your request on or after 1 June 2026",
            "als wij uw verzoek vóór 1 mei 2026 ontvangen of wij uw verzoek op of na 1 juni 2026 ontvangen",
        ),
        (
            years(Operator::AtLeast, 2),
            "if the contract runs for at least 2 years",
            "als het contract ten minste 2 jaar loopt",
        ),
        (
            years(Operator::MoreThan, 1),
            "if the contract runs for more than 1 year",
            "als het contract langer dan 1 jaar loopt",
        ),
    ]);
}

#[test]
fn yes_and_no_are_said_in_the_words_of_the_fact() {
    when(&[
        (holds("covered"), "if your request is covered", "als uw verzoek onder dit beleid valt"),
        (not(holds("covered")), "unless your request is covered", "tenzij uw verzoek onder dit beleid valt"),
        (
            holds("complete"),
            "if the answer to “Is the request complete?” is yes",
            "als het antwoord op ‘Is het verzoek volledig?’ ja is",
        ),
        (holds("workaround"), "if there is a workaround", "als ‘Er is een omweg’ geldt"),
        (
            test("workaround", Operator::Is, vec![Operand::Bool(false, Span::default())]),
            "if it is not so that there is a workaround",
            "als ‘Er is een omweg’ niet geldt",
        ),
        (holds("backup"), "if “A backup” applies", "als ‘Een reservekopie’ geldt"),
        (holds("call"), "if you telephone us as well", "als u zich houdt aan: ons ook bellen"),
        (not(holds("call")), "unless you telephone us as well", "tenzij u zich houdt aan: ons ook bellen"),
        (holds("courtesy"), "if we keep to this: be polite", "als wij ons houden aan: beleefd zijn"),
        (
            holds("discretion"),
            "if we do not discuss your request with others",
            "als wij het volgende niet doen: uw verzoek met anderen bespreken",
        ),
        (
            all([not(holds("call")), is("plan", &["premium"])]),
            "if your plan is Premium and you do not telephone us as well",
            "als uw pakket Premium is en u zich niet houdt aan: ons ook bellen",
        ),
    ]);
}

#[test]
fn commas_and_either_take_the_place_of_brackets() {
    let critical = || is("severity", &["critical"]);
    let phone = || is("channel", &["phone"]);
    let premium = || is("plan", &["premium"]);
    let studio = || is("product", &["studio"]);
    when(&[
        (
            all([critical(), phone()]),
            "if the severity is Critical and the channel is Telephone",
            "als de ernst Kritiek is en het kanaal Telefoon is",
        ),
        (
            all([critical(), phone(), premium()]),
            "if the severity is Critical, the channel is Telephone and your plan is Premium",
            "als de ernst Kritiek is, het kanaal Telefoon is en uw pakket Premium is",
        ),
        (
            any([phone(), premium()]),
            "if the channel is Telephone or your plan is Premium",
            "als het kanaal Telefoon is of uw pakket Premium is",
        ),
        (
            all([critical(), any([phone(), premium()])]),
            "if the severity is Critical and either the channel is Telephone or your plan is Premium",
            "als de ernst Kritiek is en ofwel het kanaal Telefoon is ofwel uw pakket Premium is",
        ),
        (
            all([any([phone(), premium()]), critical()]),
            "if the severity is Critical and either the channel is Telephone or your plan is Premium",
            "als de ernst Kritiek is en ofwel het kanaal Telefoon is ofwel uw pakket Premium is",
        ),
        (
            any([all([critical(), phone()]), premium()]),
            "if the severity is Critical and the channel is Telephone, or your plan is Premium",
            "als de ernst Kritiek is en het kanaal Telefoon is, of uw pakket Premium is",
        ),
        (
            all([studio(), any([all([critical(), phone()]), premium()])]),
            "if the product is Studio, the severity is Critical and the channel is Telephone, or the product is Studio and your plan is Premium",
            "als het product Studio is, de ernst Kritiek is en het kanaal Telefoon is, of het product Studio is en uw pakket Premium is",
        ),
        (
            not(any([critical(), phone()])),
            "unless the severity is Critical or the channel is Telephone",
            "tenzij de ernst Kritiek is of het kanaal Telefoon is",
        ),
        (
            all([premium(), not(any([critical(), phone()]))]),
            "if your plan is Premium, the severity is not Critical and the channel is not Telephone",
            "als uw pakket Premium is, de ernst niet Kritiek is en het kanaal niet Telefoon is",
        ),
        (
            all([any([phone(), premium()]), any([critical(), studio()])]),
            "if either the channel is Telephone or your plan is Premium, and either the severity is Critical or the product is Studio",
            "als ofwel het kanaal Telefoon is ofwel uw pakket Premium is, en ofwel de ernst Kritiek is ofwel het product Studio is",
        ),
    ]);
}
