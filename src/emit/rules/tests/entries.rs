//! Entries: disjoint, and exactly the cases of the program.

use super::support::{self, cond, fact, is, rule, rule_set, values, within};
use crate::cases::{CaseSet, Condition, Dim, Space};
use crate::emit::rules::build::View;
use crate::emit::rules::rules;
use crate::hir::{Audience, Commitment, FactKind, Interval, Layer, Program, Published};
use crate::time::Date;
use crate::value::{Name, Unit};
use proptest::prelude::*;
use serde_json::{Value, json};
use thin_vec::ThinVec;

const PUBLIC: Published = Published { audience: Audience::Everybody };

fn commitment(rules: crate::hir::RuleSet<crate::value::Figure>) -> Commitment {
    Commitment {
        clause: support::clause("commitment", "first-response"),
        from: None,
        until: None,
        paused: ThinVec::new(),
        pauses_wait: false,
        restarts: ThinVec::new(),
        rules,
        tables: Vec::new(),
        met: ThinVec::new(),
        credits: ThinVec::new(),
        claimed: None,
    }
}

fn entries(program: &mut Program, set: crate::hir::RuleSet<crate::value::Figure>) -> Value {
    program.commitments.insert(support::name("first-response"), commitment(set));
    let document = rules(program, &PUBLIC, &support::sources()).unwrap();
    serde_json::to_value(document).unwrap()["commitments"][0].clone()
}

fn whens(entries: &Value) -> Value {
    let when = |entry: &Value| entry["when"].clone();
    entries.as_array().unwrap().iter().map(when).collect()
}

#[test]
fn an_exception_is_taken_out_of_the_base_and_each_entry_names_its_rule() {
    let mut program = program();
    let space = program.space.clone();
    let premium = is(&space, "plan", &["premium"]);
    let set = rule_set(
        &space,
        &CaseSet::everything(),
        vec![
            rule("first-response/general", 3, within(1, Unit::Day), Layer::Base, CaseSet::everything()),
            rule("first-response/by-phone", 5, within(15, Unit::Minute), Layer::Except, premium),
        ],
    );
    let built = entries(&mut program, set);
    assert_eq!(
        built["entries"][0],
        json!({
            "when": { "plan": ["basic", "standard"] },
            "promise": { "within": "P1D", "clock": "elapsed" },
            "strength": "target",
            "id": "first-response/general",
            "audience": "everybody",
            "anchor": "first-response-general",
            "source": { "file": "small.policy", "line": 3 }
        })
    );
    assert_eq!(built["entries"][1]["when"], json!({ "plan": ["premium"] }));
    assert_eq!(built["entries"][1]["id"], json!("first-response/by-phone"));
    assert_eq!((&built["domain"], &built["gaps"]), (&Value::Null, &Value::Null));
}

fn program() -> Program {
    support::program(vec![
        values("plan", &["basic", "standard", "premium"]),
        values("severity", &["critical", "high", "normal"]),
    ])
}

#[test]
fn what_no_rule_decides_is_listed_as_a_gap_and_what_is_outside_the_domain_is_not() {
    let mut program = program();
    let space = program.space.clone();
    let critical = is(&space, "severity", &["critical"]);
    let basic = is(&space, "plan", &["basic"]);
    let rules = vec![rule("r", 3, within(1, Unit::Day), Layer::Base, basic)];
    let built = entries(&mut program, rule_set(&space, &critical, rules));
    assert_eq!(whens(&built["domain"]), json!([{ "severity": ["critical"] }]));
    assert_eq!(whens(&built["entries"]), json!([{ "plan": ["basic"], "severity": ["critical"] }]));
    assert_eq!(whens(&built["gaps"]), json!([{ "plan": ["standard", "premium"], "severity": ["critical"] }]));
}

#[test]
fn a_case_that_cannot_occur_lets_an_entry_name_fewer_facts() {
    let mut program = program();
    // A value that exists only in some cases: severity critical only on premium.
    let space = program.space.clone();
    let only = is(&space, "severity", &["critical"]).not().or(&is(&space, "plan", &["premium"]));
    program.space = space.narrowed(&only).unwrap();
    let space = program.space.clone();
    let critical = is(&space, "severity", &["critical"]);
    let rules = vec![
        rule("a", 3, within(1, Unit::Hour), Layer::Base, critical.clone()),
        rule("b", 4, within(1, Unit::Day), Layer::Base, critical.not()),
    ];
    let built = entries(&mut program, rule_set(&space, &CaseSet::everything(), rules));
    assert_eq!(
        whens(&built["entries"]),
        json!([{ "severity": ["critical"] }, { "severity": ["high", "normal"] }])
    );
}

#[test]
fn two_entries_that_could_both_take_a_case_that_cannot_occur_do_not_share_it() {
    let mut program = support::program(vec![values("a", &["x", "y"]), values("b", &["x", "y"])]);
    let space = program.space.clone();
    let (ax, bx) = (is(&space, "a", &["x"]), is(&space, "b", &["x"]));
    // Only (x, y), (y, x) and (y, y) occur, so each of the first two could be told by one fact.
    program.space = space.narrowed(&ax.and(&bx).not()).unwrap();
    let view = View::new(&program, &PUBLIC).unwrap();
    let lists = view.lists(&[ax, bx], &[Dim(0), Dim(1)].into()).unwrap();
    assert_eq!(serde_json::to_value(lists).unwrap(), json!([[{ "a": ["x"] }], [{ "a": ["y"], "b": ["x"] }]]));
}

fn cut(label: &str, low: Option<i64>, high: Option<i64>) -> Interval {
    Interval { label: label.to_owned(), low, high }
}

#[test]
fn dates_numbers_and_lengths_are_told_by_their_bounds() {
    let day = Date::new(2026, 3, 1).unwrap().number();
    let half = 500_000_000;
    let mut program = support::program(vec![
        fact(
            "received",
            FactKind::Date(vec![cut("before", None, Some(day - 1)), cut("from", Some(day), None)]),
        ),
        fact(
            "nodes",
            FactKind::Number(vec![
                cut("under", Some(0), Some(half - 1)),
                cut("at", Some(half), Some(half)),
                cut("over", Some(half + 1), None),
            ]),
        ),
        fact("term", FactKind::Duration(vec![cut("short", None, Some(59)), cut("minute", Some(60), None)])),
    ]);
    let space = program.space.clone();
    let cases = is(&space, "received", &["before"]).and(&is(&space, "nodes", &["under", "over"])).and(&is(
        &space,
        "term",
        &["short"],
    ));
    let set = rule_set(
        &space,
        &CaseSet::everything(),
        vec![rule("r", 3, within(1, Unit::Day), Layer::Base, cases)],
    );
    let built = entries(&mut program, set);
    assert_eq!(
        whens(&built["entries"]),
        json!([{
            "received": [{ "max": "2026-02-28" }],
            "nodes": [{ "min": "0", "below": "0.5" }, { "above": "0.5" }],
            "term": [{ "below": "PT60S" }]
        }])
    );
    let document = rules(&program, &PUBLIC, &support::sources()).unwrap();
    let facts = serde_json::to_value(document.facts).unwrap();
    assert_eq!(
        facts[1]["stretches"],
        json!([
            { "label": "under", "min": "0", "below": "0.5" },
            { "label": "at", "min": "0.5", "max": "0.5" },
            { "label": "over", "above": "0.5" }
        ])
    );
}

#[test]
fn neighbouring_stretches_are_joined() {
    let cuts = vec![cut("under", None, Some(9)), cut("at", Some(10), Some(10)), cut("over", Some(11), None)];
    let mut program = support::program(vec![fact("nodes", FactKind::Number(cuts))]);
    let space = program.space.clone();
    let cases = is(&space, "nodes", &["under", "at"]);
    let set = rule_set(
        &space,
        &CaseSet::everything(),
        vec![rule("r", 3, within(1, Unit::Day), Layer::Base, cases)],
    );
    let built = entries(&mut program, set);
    assert_eq!(whens(&built["entries"]), json!([{ "nodes": [{ "max": "0.00000001" }] }]));
}

/// A set of cases as a list of boxes, each with a bit for every class of every dimension.
type Boxes = Vec<[u8; 4]>;

const SIZES: [usize; 4] = [3, 2, 4, 2];
const FACTS: [&str; 4] = ["a", "b", "c", "d"];

fn boxes(most: usize) -> impl Strategy<Value = Boxes> {
    prop::collection::vec(prop::array::uniform4(1_u8..16), 0..most)
}

fn set(space: &Space, boxes: &Boxes) -> CaseSet {
    let one = |bits: &[u8; 4]| {
        let side = |(dim, bits): (Dim, &u8)| {
            (dim, space.classes(dim, (0..space.size(dim)).filter(move |class| bits >> class & 1 == 1)))
        };
        let sides = space.dims().zip(bits).map(side).collect();
        Condition { sides }.cases()
    };
    boxes.iter().map(one).fold(CaseSet::nothing(), |all, one| all.or(&one))
}

fn matches(when: &Value, case: &[usize]) -> bool {
    when.as_object().unwrap().iter().all(|(fact, allowed)| {
        let at = FACTS.iter().position(|known| known == fact).unwrap();
        allowed.as_array().unwrap().contains(&json!(format!("v{}", case[at])))
    })
}

fn cases() -> Vec<Vec<usize>> {
    SIZES.iter().fold(vec![Vec::new()], |all, size| {
        all.iter().flat_map(|case| (0..*size).map(|class| [case.as_slice(), &[class]].concat())).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3000, failure_persistence: None, ..ProptestConfig::default() })]

    /// The one promise of the format: for every case that can occur and that the reader can tell, exactly the entry of
    /// the set that the case is in; and no two entries share a case, whether or not it can occur.
    #[test]
    fn entries_are_disjoint_and_hold_exactly_the_cases_of_their_sets(
        possible in boxes(4),
        first in boxes(4),
        second in boxes(4),
        hidden_fact in 0_usize..5,
        hidden_value in 0_usize..3,
    ) {
        let names: Vec<String> = (0..4).map(|class| format!("v{class}")).collect();
        let facts = FACTS.iter().zip(SIZES).enumerate().map(|(at, (fact, size))| {
            let named: Vec<&str> = names.iter().take(size).map(String::as_str).collect();
            let mut fact = values(fact, &named);
            if at == hidden_fact {
                fact.clause = support::internal(fact.clause);
            }
            if let (0, 1.., FactKind::Values(values)) = (at, hidden_value, &mut fact.kind) {
                let value = &mut values[hidden_value];
                value.clause = support::internal(value.clause.clone());
            }
            fact
        });
        let mut program = support::program(facts.collect());
        program.space = program.space.narrowed(&set(&program.space, &possible).not()).unwrap();
        let space = &program.space;
        let one = set(space, &first);
        let two = set(space, &second).minus(&one);
        let rest = one.or(&two).not();
        let sets = [one, two, rest];
        let view = View::new(&program, &PUBLIC).unwrap();
        let lists = view.lists(&sets, &[Dim(2)].into()).unwrap();
        let lists: Vec<Vec<Value>> = lists
            .iter()
            .map(|list| list.iter().map(|when| serde_json::to_value(when).unwrap()).collect())
            .collect();
        let occurs = |case: &[usize]| {
            let seen = hidden_value == 0 || hidden_fact == 0 || case[0] != hidden_value;
            seen && space.possible().contains(&crate::cases::Case { classes: case.to_vec() })
        };
        for case in cases() {
            let holding: Vec<usize> = lists
                .iter()
                .enumerate()
                .flat_map(|(at, list)| list.iter().filter(|when| matches(when, &case)).map(move |_| at))
                .collect();
            prop_assert!(holding.len() <= 1, "{case:?} matches {holding:?}");
            // What the reader cannot tell apart from this case.
            let alike: Vec<Vec<usize>> = cases()
                .into_iter()
                .filter(|other| (0..4).all(|at| at == hidden_fact || other[at] == case[at]))
                .filter(|other| occurs(other))
                .collect();
            if alike.is_empty() {
                continue;
            }
            let surely = |set: &CaseSet| {
                alike.iter().all(|other| set.contains(&crate::cases::Case { classes: other.clone() }))
            };
            let expected: Vec<usize> = (0..3).filter(|at| surely(&sets[*at])).collect();
            prop_assert_eq!(holding, expected, "{:?}", case);
        }
    }
}

#[test]
fn what_follows_is_told_by_the_facts_that_it_follows_from() {
    let mut program = support::program(vec![
        values("impact", &["everyone", "some"]),
        values("severity", &["critical", "high"]),
    ]);
    let space = program.space.clone();
    let (everyone, critical) = (is(&space, "impact", &["everyone"]), is(&space, "severity", &["critical"]));
    let follows = everyone.and(&critical).or(&everyone.not().and(&critical.not()));
    program.space = space.narrowed(&follows).unwrap();
    let table = crate::hir::Table {
        keys: Vec::new(),
        by: None,
        columns: Vec::new(),
        rows: Vec::new(),
        span: support::line(2),
    };
    let derived = crate::hir::Derived { table, values: vec![(0, everyone.clone()), (1, everyone.not())] };
    program.facts.get_mut(&Name::new("severity", support::line(1))).unwrap().derived = Some(derived);
    let rules_on_severity = rule_set(
        &program.space.clone(),
        &CaseSet::everything(),
        vec![rule("r", 3, within(1, Unit::Day), Layer::Base, critical)],
    );
    let built = entries(&mut program, rules_on_severity);
    // The author spoke of severity, so the entry does not speak of impact.
    assert_eq!(whens(&built["entries"]), json!([{ "severity": ["critical"] }]));
    let document = rules(&program, &PUBLIC, &support::sources()).unwrap();
    let facts = serde_json::to_value(document.facts).unwrap();
    assert_eq!(
        facts[1]["derived"],
        json!([
            { "when": { "impact": ["everyone"] }, "value": "critical" },
            { "when": { "impact": ["some"] }, "value": "high" }
        ])
    );
}

#[test]
fn a_condition_that_always_holds_is_left_out() {
    let program = program();
    let view = View::new(&program, &PUBLIC).unwrap();
    assert_eq!(view.cond(Some(&cond(CaseSet::everything()))).unwrap(), None);
    assert_eq!(view.cond(Some(&cond(CaseSet::nothing()))).unwrap(), Some(Vec::new()));
}
