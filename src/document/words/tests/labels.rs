//! Conditions as remarks and labels, and sets of cases, in both languages.

use super::fixture::{both, program, said};
use super::written::{all, any, cond, holds, is, is_not, nodes, not, on_date, years};
use crate::hir::Cond;
use crate::value::{Condition, Operator};

#[test]
fn remarks_are_short_where_every_fact_has_a_short_form() {
    let table = [
        (is("plan", &["standard", "premium"]), "on Standard and Premium", "met Standaard en Premium"),
        (is_not("plan", &["basic"]), "on Standard and Premium", "met Standaard en Premium"),
        (is("severity", &["critical"]), "for Critical requests", "bij ernst Kritiek"),
        (is("channel", &["phone"]), "via Telephone", "via Telefoon"),
        (is("product", &["studio", "server"]), "for Studio and Server", "voor Studio en Server"),
        (is("language", &["nl"]), "in Dutch", "in het Nederlands"),
        (years(Operator::Is, 2), "for a term of 2 years", "bij een looptijd van 2 jaar"),
        (
            all([is("plan", &["premium"]), is("severity", &["critical"])]),
            "on Premium, for Critical requests",
            "met Premium, bij ernst Kritiek",
        ),
        (holds("covered"), "if your request is covered", "als uw verzoek onder dit beleid valt"),
        (
            any([is("plan", &["premium"]), is("channel", &["phone"])]),
            "if your plan is Premium or the channel is Telephone",
            "als uw pakket Premium is of het kanaal Telefoon is",
        ),
    ];
    both(&table, |wording, written| wording.on(&cond(written)).unwrap().text());
}

#[test]
fn labels_name_values_alone_where_they_speak_for_themselves() {
    let table = [
        (
            all([is("severity", &["critical"]), is("plan", &["premium"])]),
            "Critical, Premium",
            "Kritiek, Premium",
        ),
        (is("plan", &["basic", "standard"]), "Basic or Standard", "Basis of Standaard"),
        (is_not("plan", &["basic"]), "not Basic", "niet Basis"),
        (
            is("software-assurance", &["current"]),
            "Software Assurance: Current",
            "Software Assurance: Actueel",
        ),
        (holds("complete"), "Is the request complete? yes", "Is het verzoek volledig? ja"),
        (not(holds("call")), "telephone us as well: no", "ons ook bellen: nee"),
        (nodes(Operator::AtLeast, 500), "Nodes: at least 500", "Knooppunten: ten minste 500"),
        (
            any([all([is("severity", &["critical"]), is("plan", &["premium"])]), is("channel", &["phone"])]),
            "Critical, Premium; or Telephone",
            "Kritiek, Premium; of Telefoon",
        ),
    ];
    both(&table, |wording, written| wording.label_of_written(written).text());
}

#[test]
fn sets_of_cases_that_nobody_wrote_are_described_in_the_fewest_conditions() {
    let program = program();
    let space = &program.space;
    let set = |fact: &str, classes: &[usize]| space.is(space.dim(fact).unwrap(), classes.iter().copied());
    let table = [
        (set("severity", &[0]).and(&set("plan", &[2])), "Premium, Critical", "Premium, Kritiek"),
        (
            set("severity", &[2]).and(&set("plan", &[0, 1])),
            "Basic or Standard, Normal",
            "Basis of Standaard, Normaal",
        ),
        (set("severity", &[0, 1, 2, 3]), "not Trivial", "niet Klein"),
        (set("workaround", &[1]), "There is a workaround: no", "Er is een omweg: nee"),
        (set("nodes", &[1, 2]), "Nodes: at least 500", "Knooppunten: ten minste 500"),
        (set("nodes", &[2]), "Nodes: more than 500", "Knooppunten: meer dan 500"),
        (set("nodes", &[0]), "Nodes: less than 500", "Knooppunten: minder dan 500"),
        (set("nodes", &[1]), "Nodes: 500", "Knooppunten: 500"),
        (set("term", &[2]), "Term: more than 2 years", "Looptijd: langer dan 2 jaar"),
        (set("term", &[1]), "2 years", "2 jaar"),
        (set("received", &[1]), "Received: from 1 to 31 May 2026", "Ontvangen: van 1 tot en met 31 mei 2026"),
        (set("severity", &[0]).or(&set("plan", &[2])), "Critical or Premium", "Kritiek of Premium"),
    ];
    both(&table, |wording, cases| wording.label_of_cases(cases).unwrap().text());
}

#[test]
fn what_always_holds_is_not_said() {
    for tag in ["en", "nl"] {
        said(tag, false, |wording| {
            assert_eq!(wording.when(&Cond::always()), None);
            assert_eq!(wording.on(&Cond::always()), None);
            assert_eq!(wording.label(&Cond::always()), None);
            String::new()
        });
    }
}

#[test]
fn readers_who_are_addressed_informally_read_je() {
    let informal =
        |written: &Condition| said("nl", true, |wording| wording.when(&cond(written)).unwrap().text());
    assert_eq!(informal(&is("plan", &["premium"])), "als je pakket Premium is");
    assert_eq!(informal(&holds("call")), "als je je houdt aan: ons ook bellen");
    assert_eq!(
        informal(&on_date("received", Operator::Before, "2026-05-01")),
        "als wij je verzoek vóór 1 mei 2026 ontvangen"
    );
}
