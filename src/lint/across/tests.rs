//! Pairs of small policies, and what is found between them.

use super::{Summary, differences};
use crate::source::{Source, Sources};
use crate::{check, syntax};

const HEAD: &str = "publisher \"Northwind\"; timezone Europe/Amsterdam; business hours office }\n\
    product studio \"Studio\"\n";
const OFFICE: &str =
    "calendar office \"Office hours\" { open Mon..Fri 09:00..17:00; closed on holidays NL; cut-off 15:00 }\n";

fn policy(name: &str, text: &str) -> String {
    format!("policy {name} \"A policy\" {{ {HEAD}{text}")
}

/// The names of what is found between policies, with the number of the policy.
fn found(texts: &[String]) -> Vec<(usize, &'static str)> {
    let summaries: Vec<Summary> = texts
        .iter()
        .enumerate()
        .map(|(number, text)| {
            let mut sources = Sources::default();
            let id = sources.add(Source::new(format!("{number}.policy"), text.as_str()));
            let parsed = syntax::parse(id, sources.get(id));
            let program = check::program(&[(id, &parsed.file)]).program.expect("a program");
            Summary::of(&program, &sources).expect("a policy in which nothing is wrong")
        })
        .collect();
    let all: Vec<&Summary> = summaries.iter().collect();
    differences(&all).into_iter().map(|difference| (difference.policy, difference.code.name)).collect()
}

fn promise(figure: &str) -> String {
    format!("{OFFICE}commitment answer \"Answer\" {{ from received; until responded; within {figure} }}\n")
}

#[test]
fn two_policies_with_one_name_are_told_at_the_second() {
    let one = policy("support", OFFICE);
    assert_eq!(found(&[one.clone(), one.clone()]), [(1, "duplicate-policy")]);
    let later = one.replace("publisher", "version \"2\"; publisher");
    assert_eq!(found(&[one.clone(), later]), []);
    let dutch = one.replace("publisher", "written in nl; publisher");
    assert_eq!(found(&[one.clone(), dutch]), []);
    assert_eq!(found(&[one.clone(), one.replace("Northwind", "Southwind")]), []);
}

#[test]
fn two_ends_of_the_day_are_told_and_two_desks_are_not() {
    let one = policy("a", OFFICE);
    let other = policy("b", &OFFICE.replace("17:00", "18:00"));
    assert_eq!(found(&[one.clone(), other.clone()]), [(1, "differing-hours")]);
    assert_eq!(found(&[one.clone(), other.replace("Office hours", "Night desk")]), []);
    assert_eq!(found(&[one.clone(), other.replace("Europe/Amsterdam", "Europe/Berlin")]), []);
    let cut = policy("b", &OFFICE.replace("15:00", "16:00"));
    assert_eq!(found(&[one, cut]), [(1, "differing-cut-offs")]);
}

#[test]
fn one_promise_in_two_units_is_told_for_one_product_only() {
    let one = policy("a", &promise("48 hours"));
    let other = policy("b", &promise("48 business hours"));
    assert_eq!(found(&[one.clone(), other.clone()]), [(1, "differing-promises")]);
    assert_eq!(found(&[one.clone(), other.replace("product studio", "product server")]), []);
    assert_eq!(found(&[one.clone(), policy("b", &promise("48 hours"))]), []);
    // Versions of one policy differ, and that is no contradiction.
    assert_eq!(
        found(&[one, other.replace("policy b", "policy a").replace("publisher", "version \"2\"; publisher")]),
        []
    );
}

#[test]
fn promises_for_cases_that_only_one_policy_knows_are_left_alone() {
    let kinds = "kind fault \"Fault\"\nkind complaint \"Complaint\"\n";
    let narrow = promise("4 hours").replace("within 4 hours", "within 4 hours when kind is complaint");
    let one = policy("a", &promise("2 days"));
    assert_eq!(found(&[one, policy("b", &format!("{kinds}{narrow}"))]), []);
}

#[test]
fn two_addresses_and_two_meanings_are_told() {
    let channel = |address: &str| {
        format!(
            "{OFFICE}channel email \"E-mail\" {{ address \"{address}@northwind.example\"; open office }}\n"
        )
    };
    let (one, other) = (policy("a", &channel("help")), policy("b", &channel("support")));
    assert_eq!(found(&[one.clone(), other.clone()]), [(1, "differing-addresses")]);
    assert_eq!(found(&[one, other.replace("product studio", "product server")]), []);
    let word = |means: &str| format!("{OFFICE}definition day \"Business day\" {{ means \"{means}\" }}\n");
    let (one, other) = (policy("a", &word("A day of work.")), policy("b", &word("Monday to Friday.")));
    assert_eq!(found(&[one.clone(), other.clone()]), [(1, "differing-definitions")]);
    assert_eq!(found(&[one.clone(), policy("b", &word("A day of work"))]), []);
    assert_eq!(found(&[one, other.replace("publisher", "written in nl; publisher")]), []);
}
