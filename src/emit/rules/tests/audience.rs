//! What one audience gets of a policy that has more to say.

use super::full::{HUSH, full};
use super::support::{self, is, rule, rule_set, values, within};
use crate::cases::CaseSet;
use crate::emit::rules::{json, rules};
use crate::hir::{Audience, Layer, Program, Published};
use crate::value::Unit;
use serde_json::{Value, json};

fn build(program: &Program, audience: Audience) -> Value {
    let document = rules(program, &Published { audience }, &support::sources()).unwrap();
    serde_json::to_value(document).unwrap()
}

#[test]
fn a_public_rule_set_contains_no_byte_of_what_is_for_us() {
    let public = rules(&full(), &Published { audience: Audience::Everybody }, &support::sources()).unwrap();
    let text = json(&public).unwrap();
    let around: Vec<&str> = text.lines().filter(|line| line.contains(HUSH)).collect();
    assert_eq!(around, Vec::<&str>::new());
    let ours = rules(&full(), &Published { audience: Audience::Internal }, &support::sources()).unwrap();
    for part in
        ["hush-vip", "hush-vips", "hush-kind", "hush-response", "hush-lead", "hush-night", "hush-section"]
    {
        assert!(json(&ours).unwrap().contains(part), "{part}");
    }
}

#[test]
fn without_a_hidden_exception_the_base_holds_everywhere() {
    let public = build(&full(), Audience::Everybody);
    let entries = public["commitments"][0]["entries"].as_array().unwrap();
    assert_eq!(entries.len(), 1);
    assert_eq!((&entries[0]["when"], &entries[0]["id"]), (&json!({}), &json!("first-response/all")));
    let ours = build(&full(), Audience::Internal);
    let whens: Vec<&Value> =
        ours["commitments"][0]["entries"].as_array().unwrap().iter().map(|entry| &entry["when"]).collect();
    assert_eq!(whens, [&json!({ "hush-vip": ["no"] }), &json!({ "hush-vip": ["yes"] })]);
}

#[test]
fn where_only_a_hidden_rule_settles_a_case_nothing_is_promised() {
    let mut program = support::program(vec![values("plan", &["a", "b"]), values("kind", &["x", "y"])]);
    let space = program.space.clone();
    let (a, x) = (is(&space, "plan", &["a"]), is(&space, "kind", &["x"]));
    let mut hidden = rule("r/hidden", 5, within(3, Unit::Hour), Layer::Except, a.and(&x));
    hidden.clause = support::internal(hidden.clause);
    let rules = vec![
        rule("r/a", 3, within(1, Unit::Hour), Layer::Base, a),
        rule("r/x", 4, within(2, Unit::Hour), Layer::Base, x),
        hidden,
    ];
    let mut commitment = full().commitments.values().next().unwrap().clone();
    commitment.rules = rule_set(&space, &CaseSet::everything(), rules);
    program.commitments.insert(support::name("r"), commitment);
    let public = build(&program, Audience::Everybody);
    let whens = |list: &Value| -> Value {
        list.as_array().unwrap().iter().map(|entry| entry["when"].clone()).collect()
    };
    let built = &public["commitments"][0];
    assert_eq!(
        whens(&built["entries"]),
        json!([{ "plan": ["a"], "kind": ["y"] }, { "plan": ["b"], "kind": ["x"] }])
    );
    assert_eq!(
        whens(&built["gaps"]),
        json!([{ "plan": ["a"], "kind": ["x"] }, { "plan": ["b"], "kind": ["y"] }])
    );
}

#[test]
fn a_party_gets_what_is_for_it_and_says_so() {
    let mut program = full();
    let role = program.roles.get_mut("lead").unwrap();
    role.clause.audience = Audience::Party(support::name("partner").into());
    let theirs = build(&program, Audience::Party(support::name("partner").into()));
    assert_eq!(theirs["audience"], json!({ "party": "partner" }));
    assert_eq!(theirs["roles"][0]["audience"], json!({ "party": "partner" }));
    assert_eq!(build(&program, Audience::Everybody)["roles"], json!([]));
    assert_eq!(build(&program, Audience::Party(support::name("reseller").into()))["roles"], json!([]));
}

#[test]
fn only_files_that_something_shown_came_from_are_named() {
    let mut sources = support::sources();
    let other = sources.add(crate::source::Source::new("hush.policy", "x"));
    let mut program = full();
    program.roles.get_mut("hush-lead").unwrap().clause.span.file = other;
    let files = |audience| {
        let document = rules(&program, &Published { audience }, &sources).unwrap();
        document.sources.into_iter().map(|source| source.file).collect::<Vec<_>>()
    };
    assert_eq!(files(Audience::Everybody), ["small.policy"]);
    assert_eq!(files(Audience::Internal), ["small.policy", "hush.policy"]);
}
