//! Which rule decides where, and what is said of those that do not; and facts that follow from others.

use super::*;

#[test]
fn an_exception_stands_above_a_narrower_base_rule() {
    let space = desk();
    let rules = [
        base(&space, "severity=critical", 1),
        base(&space, "severity=high,normal", 2),
        base(&space, "severity=critical plan=premium channel=phone", 3),
        except(&space, "severity=critical channel=phone", 4),
    ];
    let found = resolve(&space, &CaseSet::everything(), &rules).unwrap();
    assert_eq!(
        regions(&space, &found),
        [
            (0, "severity=critical channel=email".to_owned()),
            (1, "severity=high,normal".to_owned()),
            (3, "severity=critical channel=phone".to_owned()),
        ]
    );
    assert_eq!(found.unreachable, [Redundant { rule: 2, by: vec![3] }]);
    assert!(found.conflicts.is_empty() && found.gaps.is_empty());
}

#[test]
fn rules_that_cross_and_differ_conflict_in_the_cases_they_share() {
    let space = desk();
    let rules = [
        base(&space, "severity=critical", 1),
        base(&space, "plan=premium", 2),
        base(&space, "channel=phone", 1),
    ];
    let found = resolve(&space, &CaseSet::everything(), &rules).unwrap();
    let told: Vec<_> =
        found.conflicts.iter().map(|c| (c.first, c.second, summary(&space, &c.cases))).collect();
    assert_eq!(
        told,
        [
            (0, 1, "severity=critical plan=premium".to_owned()),
            (1, 2, "plan=premium channel=phone".to_owned())
        ]
    );
    assert_eq!(found.conflicts[0].witness.classes, [0, 2, 0]);
    assert_eq!(summary(&space, &found.gaps), "severity=high,normal plan=basic,standard channel=email");
}

#[test]
fn equal_sets_with_different_promises_conflict_and_with_the_same_repeat() {
    let space = desk();
    let rules = [
        base(&space, "severity=critical", 1),
        base(&space, "severity=critical", 1),
        base(&space, "severity=high", 1),
        base(&space, "severity=high", 2),
    ];
    let found = resolve(&space, &CaseSet::everything(), &rules).unwrap();
    assert_eq!(found.repeated, [Redundant { rule: 1, by: vec![0] }]);
    assert_eq!(found.conflicts.len(), 1);
    assert_eq!((found.conflicts[0].first, found.conflicts[0].second), (2, 3));
    assert_eq!(regions(&space, &found), [(0, "severity=critical".to_owned())]);
}

#[test]
fn narrowness_is_judged_within_the_domain_and_what_is_possible() {
    let space = desk();
    let rules = [base(&space, "plan=premium", 1), base(&space, "severity=critical", 2)];
    let domain = set(&space, "plan=premium | plan=standard severity=high");
    let found = resolve(&space, &domain, &rules).unwrap();
    assert!(found.conflicts.is_empty());
    assert_eq!(regions(&space, &found)[1], (1, "severity=critical plan=premium".to_owned()));
}

#[test]
fn a_narrower_base_rule_with_the_same_promise_adds_nothing_unless_it_decides_between_others() {
    let space = desk();
    let narrow = base(&space, "severity=critical plan=premium", 1);
    let rules = [base(&space, "severity=critical", 1), narrow.clone()];
    let found = resolve(&space, &CaseSet::everything(), &rules).unwrap();
    assert_eq!(found.adds_nothing, [Redundant { rule: 1, by: vec![0] }]);
    let rules = [base(&space, "severity=critical", 1), narrow, base(&space, "plan=premium", 2)];
    let found = resolve(&space, &CaseSet::everything(), &rules).unwrap();
    assert!(found.adds_nothing.is_empty() && found.conflicts.is_empty());
}

#[test]
fn a_rule_adds_nothing_where_its_conflicts_would_be_the_same_without_it() {
    let space = space(&[("kind", &["a", "b", "c", "d", "p"])]);
    let rules = [
        base(&space, "kind=a,b", 1),
        base(&space, "kind=a,p", 2),
        base(&space, "kind=b,p", 2),
        base(&space, "kind=a,b,c", 1),
        base(&space, "kind=a,b,d", 2),
    ];
    let found = resolve(&space, &CaseSet::everything(), &rules).unwrap();
    assert_eq!(found.adds_nothing, [Redundant { rule: 0, by: vec![3] }]);
}

#[test]
fn exceptions_must_lie_inside_the_base_and_change_something() {
    let space = desk();
    let rules = [
        base(&space, "severity=critical,high", 1),
        except(&space, "severity=high,normal channel=phone", 2),
        except(&space, "severity=critical channel=phone", 1),
    ];
    let found = resolve(&space, &CaseSet::everything(), &rules).unwrap();
    let beyond: Vec<_> =
        found.exceptions_outside_base.iter().map(|p| (p.rule, summary(&space, &p.cases))).collect();
    assert_eq!(beyond, [(1, "severity=normal channel=phone".to_owned())]);
    assert_eq!(found.exceptions_without_effect, [2]);
}

#[test]
fn a_rule_outside_the_domain_is_told_from_one_that_no_case_can_meet() {
    let whole = desk();
    let space = whole.narrowed(&set(&whole, "channel=email | plan=premium")).unwrap();
    let rules = [base(&space, "plan=basic channel=phone", 1), base(&space, "severity=normal", 2)];
    let found = resolve(&space, &set(&space, "severity=critical"), &rules).unwrap();
    assert_eq!((found.impossible, found.outside_domain), (vec![0], vec![1]));
    assert_eq!(summary(&space, &found.gaps), "severity=critical");
}

#[test]
fn a_derived_fact_leaves_only_the_combinations_that_its_rows_give() {
    let whole = space(&[
        ("impact", &["everyone", "some"]),
        ("urgency", &["now", "soon"]),
        ("severity", &["critical", "high", "normal"]),
    ]);
    let row = |when: &str, class| Row { when: set(&whole, when), class };
    let rows = [row("impact=everyone", 0), row("impact=some urgency=now", 1), row("urgency=now", 1)];
    let found = derived(&whole, Dim(2), &rows).unwrap();
    assert_eq!(summary(&whole, &found.gaps), "impact=some urgency=soon");
    let overlaps: Vec<_> =
        found.overlaps.iter().map(|o| (o.first, o.second, summary(&whole, &o.cases))).collect();
    assert_eq!(
        overlaps,
        [(0, 2, "impact=everyone urgency=now".to_owned()), (1, 2, "impact=some urgency=now".to_owned())]
    );
    let space = whole.narrowed(&derived(&whole, Dim(2), &rows[..2]).unwrap().constraint).unwrap();
    assert_eq!(CaseSet::everything().count(&space), 6);
    assert_eq!(summary(&space, &set(&space, "severity=critical urgency=now")), "impact=everyone urgency=now");
}

#[test]
fn a_row_whose_class_cannot_exist_there_is_refused() {
    let whole = space(&[("plan", &["basic", "premium"]), ("severity", &["urgent", "normal"])]);
    let space = whole.narrowed(&set(&whole, "plan=premium | severity=normal")).unwrap();
    let found = derived(&space, Dim(1), &[Row { when: CaseSet::everything(), class: 0 }]).unwrap();
    assert_eq!(found.refused, [(0, set(&space, "plan=basic"))]);
}

#[test]
fn more_than_64_classes_are_cut_and_counted_like_few() {
    let space = wide(3, 150);
    let high = space.is(Dim(1), 70..150);
    let rules = [
        Rule { when: CaseSet::everything(), layer: Layer::Base, value: 0 },
        Rule { when: high.clone(), layer: Layer::Base, value: 1 },
        Rule { when: space.is(Dim(2), [149]), layer: Layer::Except, value: 2 },
    ];
    let found = resolve(&space, &CaseSet::everything(), &rules).unwrap();
    let counts: Vec<u128> = found.regions.iter().map(|region| region.cases.count(&space)).collect();
    assert_eq!(counts, [150 * 70 * 149, 150 * 80 * 149, 150 * 150]);
    assert_eq!(high.not().count(&space), 150 * 70 * 150);
}

#[test]
fn a_table_of_hundreds_of_cells_over_a_thousand_million_cases_is_resolved() {
    let space = wide(10, 8);
    let mut rules = Vec::new();
    for cell in 0..448usize {
        let when = space
            .is(Dim(2), [cell % 8])
            .and(&space.is(Dim(5), [cell / 8 % 8]))
            .and(&space.is(Dim(8), [cell / 64]));
        rules.push(Rule { when, layer: Layer::Base, value: cell });
    }
    for at in 0..52usize {
        let when =
            space.is(Dim(2), [at % 8]).and(&space.is(Dim(8), [at / 8])).and(&space.is(Dim(1), [at % 3]));
        rules.push(Rule { when, layer: Layer::Except, value: 1_000 + at });
    }
    let found = resolve(&space, &CaseSet::everything(), &rules).unwrap();
    assert_eq!(found.regions.len(), 500);
    assert_eq!(found.gaps, space.is(Dim(8), [7]));
    assert!(found.conflicts.is_empty());
}
