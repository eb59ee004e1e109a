//! The format: its schema, its digest, its bytes, and the shape of each area.

use super::document;
use super::full::full;
use super::support;
use crate::emit::rules::{RuleSetDocument, digest_of, json, rules, schema, yaml};
use crate::hir::{Audience, Published};
use serde_json::{Value, json};
use smol_str::SmolStr;

fn document() -> RuleSetDocument {
    rules(&full(), &Published { audience: Audience::Everybody }, &support::sources()).unwrap()
}

fn built() -> Value {
    serde_json::to_value(document()).unwrap()
}

fn faults(document: &Value) -> Vec<String> {
    let schema = serde_json::from_str(&schema()).unwrap();
    document::faults(document, &schema, &digest_of(document).unwrap())
}

/// The fields of an object that are not the words that every clause has.
fn own(object: &Value) -> Value {
    let mut object = object.clone();
    let fields = object.as_object_mut().unwrap();
    fields.retain(|name, _| !["audience", "anchor", "source"].contains(&name.as_str()));
    object
}

#[test]
fn a_rule_set_meets_its_schema_its_digest_and_its_promises() {
    for audience in [Audience::Everybody, Audience::Internal] {
        let document = rules(&full(), &Published { audience }, &support::sources()).unwrap();
        let read: Value = serde_json::from_str(&json(&document).unwrap()).unwrap();
        assert_eq!(faults(&read), Vec::<String>::new());
    }
}

#[test]
fn a_changed_figure_changes_the_digest_and_is_noticed() {
    let mut changed = built();
    changed["commitments"][0]["entries"][0]["promise"]["within"] = json!("PT2H");
    assert_eq!(faults(&changed).len(), 1);
    changed["commitments"][0]["entries"][0]["promise"] = json!({ "within": 2 });
    assert_eq!(faults(&changed).len(), 2);
}

#[test]
fn two_runs_give_the_same_bytes() {
    assert_eq!(json(&document()).unwrap(), json(&document()).unwrap());
    assert_eq!(yaml(&document()).unwrap(), yaml(&document()).unwrap());
}

#[test]
fn yaml_says_the_same() {
    let read: Value = serde_yaml::from_str(&yaml(&document()).unwrap()).unwrap();
    assert_eq!(read, built());
}

#[test]
fn words_times_and_dates_stand_in_quotes_in_yaml() {
    let mut document = document();
    let title = ["no", "13:00", "2026-12-24", "Off", "plain words", "- a list\n- of lines"];
    let texts = ["no", "en", "y", "de", "fr", "es"].map(SmolStr::new);
    document.policy.clause.title = Some(texts.into_iter().zip(title.map(SmolStr::new)).collect());
    let text = yaml(&document).unwrap();
    let start = text.find("  title:").unwrap();
    let end = text.find("  audience:").unwrap();
    assert_eq!(
        &text[start..end],
        concat!(
            "  title:\n",
            "    de: \"Off\"\n",
            "    en: \"13:00\"\n",
            "    es: |-\n      - a list\n      - of lines\n",
            "    fr: plain words\n",
            "    \"no\": \"no\"\n",
            "    \"y\": \"2026-12-24\"\n",
        )
    );
    assert_eq!(serde_yaml::from_str::<Value>(&text).unwrap(), serde_json::to_value(&document).unwrap());
}

#[test]
fn the_head_names_format_tool_source_and_language() {
    let built = built();
    assert_eq!((&built["format"], &built["formatVersion"]), (&json!("avouch/rules"), &json!(1)));
    assert_eq!(built["generator"]["name"], json!("avouch"));
    assert_eq!(built["sources"][0]["file"], json!("small.policy"));
    assert_eq!(built["policy"]["languages"], json!([{ "language": "en", "informal": false }]));
    assert_eq!(built["policy"]["business"], json!({ "word": "business", "calendar": "office" }));
}

#[test]
fn the_lines_of_a_calendar_come_in_the_order_in_which_they_count() {
    let calendar = &built()["calendars"][0];
    let lines: Vec<Value> = calendar["lines"].as_array().unwrap().iter().map(own).collect();
    assert_eq!(
        lines,
        [
            json!({
                "layer": "weekly", "effect": "open", "kind": "weekly", "days": ["Mon", "Tue", "Wed"],
                "hours": [{ "from": "09:00", "to": "17:00" }], "id": "week"
            }),
            json!({
                "layer": "yearlyDays", "effect": "closed", "kind": "dates",
                "dates": { "from": "--12-28", "to": "--01-03" }, "id": "years"
            }),
            json!({
                "layer": "datedHours", "effect": "closed", "kind": "dates",
                "dates": { "from": "2026-12-24", "to": "2026-12-24" },
                "hours": [{ "from": "13:00", "to": "24:00" }], "id": "eve"
            }),
        ]
    );
    assert_eq!(calendar["zone"], json!("Europe/Amsterdam"));
    assert_eq!(calendar["holidays"], json!({ "areas": ["NL"] }));
    assert_eq!(calendar["businessDays"], json!({ "reading": "hours", "hours": "8", "said": true }));
}

#[test]
fn coverage_says_by_which_lines_and_what_can_be_had_instead() {
    let scope = &built()["scope"];
    assert_eq!(
        scope["entries"],
        json!([
            { "when": { "kind": ["incident"] }, "covered": true, "coveredBy": ["all"] },
            { "when": { "kind": ["how-to"] }, "covered": false, "coveredBy": ["all"], "excludedBy": ["set-up"] }
        ])
    );
    assert_eq!(scope["excludes"][0]["instead"], json!([{ "kind": "offer", "id": "advice" }]));
    assert_eq!(scope["excludes"][0]["cases"], json!([{ "when": { "kind": ["how-to"] } }]));
}

#[test]
fn the_narrower_rate_comes_first() {
    let offer = &built()["offers"][0];
    assert_eq!(offer["entries"], json!([{ "when": {}, "rates": ["advice/2", "advice/1"] }]));
    assert_eq!(
        own(&offer["rates"][0]),
        json!({
            "amount": { "money": { "currency": "EUR", "amount": "150" }, "per": { "every": 1, "unit": "hour" } },
            "id": "advice/1"
        })
    );
    assert_eq!(
        own(&offer["rates"][1]),
        json!({ "amount": { "times": "1.5" }, "outside": "office", "id": "advice/2" })
    );
    assert_eq!(offer["by"], json!(["lead"]));
}

#[test]
fn a_grant_has_its_limit_and_its_plan_lists_it() {
    let built = built();
    assert_eq!(
        own(&built["entitlements"][0]["entries"][0]),
        json!({
            "when": { "plan": ["premium"] },
            "granted": true,
            "limit": { "count": "5", "per": { "every": 500, "thing": "nodes" }, "atMost": "15" },
            "unusedLapse": true,
            "id": "contacts/premium"
        })
    );
    assert_eq!(built["plans"][0]["grants"], Value::Null);
    assert_eq!(built["plans"][1]["grants"], json!(["contacts"]));
    assert_eq!(built["plans"][1]["below"], json!(["basic"]));
}

#[test]
fn lengths_are_iso_8601_and_name_their_calendar() {
    let built = built();
    assert_eq!(
        built["commitments"][0]["claimedWithin"],
        json!({ "duration": "P6M", "clock": "business", "calendar": "office" })
    );
    assert_eq!(
        own(&built["changes"]["notices"]["entries"][0]),
        json!({
            "when": {},
            "ahead": { "duration": "P30D", "clock": "business", "calendar": "office" },
            "via": ["phone"],
            "id": "changes/notice"
        })
    );
}

#[test]
fn steps_of_an_escalation_name_their_moment_and_their_people() {
    let steps = &built()["escalations"][0]["steps"];
    assert_eq!(steps[0]["at"], json!({ "percent": "50", "of": "first-response" }));
    assert_eq!(steps[0]["notify"], json!(["lead"]));
    assert_eq!(
        steps[1]["at"],
        json!({ "turn": 1, "answersWithin": { "duration": "P5D", "clock": "business", "calendar": "office" } })
    );
}

#[test]
fn sections_refer_to_what_they_publish_and_texts_to_what_they_quote() {
    let built = built();
    assert_eq!(
        built["sections"][0]["items"],
        json!([
            { "declaration": { "kind": "commitment", "id": "first-response" } },
            { "text": { "text": { "en": "We answer within {first-response}." }, "audience": "everybody" } },
            { "duty": "duty-1" }
        ])
    );
    assert_eq!(
        built["quotations"],
        json!([{ "quotation": "{first-response}", "of": { "kind": "commitment", "id": "first-response" } }])
    );
    assert_eq!(
        own(&built["duties"][0]),
        json!({
            "id": "duty-1", "subject": "us", "verb": "will", "what": { "en": "be kind" },
            "within": { "duration": "P1W", "clock": "business", "calendar": "office", "of": "received" }
        })
    );
}
