//! Small spaces, and what is to be said of sets and rules over them.
//!
//! Sets are written `severity=critical plan=basic,standard`, with ` | ` between boxes, and printed in the same way.

use super::*;

fn space(facts: &[(&str, &[&str])]) -> Space {
    let dimension = |(name, classes): &(&str, &[&str])| Dimension {
        name: (*name).into(),
        classes: classes.iter().map(|class| (*class).into()).collect(),
    };
    Space::new(facts.iter().map(dimension).collect()).unwrap()
}

fn desk() -> Space {
    space(&[
        ("severity", &["critical", "high", "normal"]),
        ("plan", &["basic", "standard", "premium"]),
        ("channel", &["email", "phone"]),
    ])
}

/// A space of `count` facts with `size` values each.
fn wide(count: u16, size: usize) -> Space {
    let dimension = |at| Dimension {
        name: format!("fact-{at}").into(),
        classes: (0..size).map(|class| format!("value-{class}").into()).collect(),
    };
    Space::new((0..count).map(dimension).collect()).unwrap()
}

fn set(space: &Space, text: &str) -> CaseSet {
    let side = |side: &str| {
        let (name, labels) = side.split_once('=').unwrap();
        let dim = space.dim(name).unwrap();
        space.is(dim, labels.split(',').map(|label| space.class(dim, label).unwrap()))
    };
    let part =
        |text: &str| text.split_whitespace().map(side).fold(CaseSet::everything(), |all, one| all.and(&one));
    text.split('|').map(part).fold(CaseSet::nothing(), |all, one| all.or(&one))
}

fn text(space: &Space, conditions: &[Condition]) -> String {
    let side = |(dim, classes): &(Dim, ClassSet)| {
        let labels: Vec<&str> =
            classes.iter().map(|class| space.label(*dim, class).unwrap().as_str()).collect();
        format!("{}={}", space.dimensions()[dim.index()].name, labels.join(","))
    };
    let all = |condition: &Condition| condition.sides.iter().map(side).collect::<Vec<_>>().join(" ");
    conditions.iter().map(all).collect::<Vec<_>>().join(" | ")
}

fn summary(space: &Space, set: &CaseSet) -> String {
    text(space, &set.summary(space).unwrap())
}

fn base(space: &Space, when: &str, value: usize) -> Rule {
    Rule { when: set(space, when), layer: Layer::Base, value }
}

fn except(space: &Space, when: &str, value: usize) -> Rule {
    Rule { when: set(space, when), layer: Layer::Except, value }
}

fn regions(space: &Space, found: &Resolution) -> Vec<(usize, String)> {
    found.regions.iter().map(|region| (region.rule, summary(space, &region.cases))).collect()
}

#[test]
fn a_set_has_one_form_however_it_was_built() {
    let space = desk();
    let one = set(&space, "severity=critical | plan=premium");
    let two = set(&space, "severity=high,normal plan=basic,standard").not();
    assert_eq!(one, two);
    assert_eq!(text(&space, &one.boxes().unwrap()), "severity=critical | severity=high,normal plan=premium");
}

#[test]
fn sets_that_share_no_case_are_one_set_as_when_they_are_combined() {
    let space = desk();
    let parts = |texts: &[&str]| texts.iter().map(|text| set(&space, text)).collect::<Vec<_>>();
    for texts in [
        &[
            "severity=critical plan=basic",
            "severity=critical plan=standard,premium",
            "plan=basic severity=high",
        ][..],
        &["severity=critical", "severity=high,normal channel=phone", "severity=normal channel=email"],
        &["plan=basic | channel=phone plan=premium", "plan=standard", "channel=email plan=premium"],
        &["channel=phone"],
        &[],
    ] {
        let sets = parts(texts);
        let combined = sets.iter().fold(CaseSet::nothing(), |all, one| all.or(one));
        assert_eq!(CaseSet::union_of_apart(&sets), Some(combined), "{texts:?}");
    }
    for texts in [
        &["severity=critical", "plan=basic"][..],
        &["channel=phone plan=basic", "plan=basic,standard channel=phone,email severity=high"],
        &["severity=high", "severity=high"],
    ] {
        assert_eq!(CaseSet::union_of_apart(&parts(texts)), None, "{texts:?}");
    }
    let wide = wide(2, 100);
    let cells: Vec<CaseSet> = (0..100)
        .flat_map(|row| [0..40, 40..100].map(|columns| (row, columns)))
        .map(|(row, columns)| wide.is(Dim(0), [row]).and(&wide.is(Dim(1), columns)))
        .collect();
    assert_eq!(CaseSet::union_of_apart(&cells), Some(CaseSet::everything()));
    assert_eq!(CaseSet::union_of_apart(&cells[1..]), Some(cells[0].not()));
    assert_eq!(
        CaseSet::union_of_apart([&CaseSet::nothing(), &CaseSet::everything()]),
        Some(CaseSet::everything())
    );
}

#[test]
fn conditions_that_name_every_value_are_everything() {
    let space = desk();
    assert!(set(&space, "severity=critical,high,normal").is_everything());
    assert!(space.is(Dim(0), []).is_empty());
}

#[test]
fn a_summary_leaves_out_what_does_not_matter_and_may_overlap() {
    let space = desk();
    let either = set(&space, "severity=critical | plan=premium");
    assert_eq!(summary(&space, &either), "severity=critical | plan=premium");
    assert_eq!(summary(&space, &CaseSet::everything()), "");
    assert_eq!(CaseSet::everything().summary(&space).unwrap().len(), 1);
    assert_eq!(CaseSet::nothing().summary(&space).unwrap().len(), 0);
    let rest = either.not().and(&set(&space, "severity=normal"));
    assert_eq!(summary(&space, &rest), "severity=normal plan=basic,standard");
}

#[test]
fn what_cannot_exist_is_neither_counted_nor_named() {
    let whole = desk();
    let space = whole.narrowed(&set(&whole, "channel=email | plan=premium")).unwrap();
    assert_eq!(CaseSet::everything().count(&whole), 18);
    assert_eq!(CaseSet::everything().count(&space), 12);
    // Only premium has the telephone, so the plan need not be said.
    assert_eq!(summary(&space, &set(&space, "channel=phone plan=premium")), "channel=phone");
    assert_eq!(set(&space, "channel=phone").witness(&space).unwrap().classes, [0, 2, 1]);
    assert_eq!(set(&space, "channel=phone plan=basic").witness(&space), None);
}

#[test]
fn a_witness_is_the_first_case_and_tells_what_matters() {
    let space = desk();
    let set = set(&space, "severity=high,normal channel=phone");
    let case = set.witness(&space).unwrap();
    assert_eq!(case.classes, [1, 0, 1]);
    assert_eq!(case.what_matters(&space, &set), Ok(vec![(Dim(0), 1), (Dim(2), 1)]));
}

#[test]
fn forgetting_and_fixing_a_dimension_make_it_matter_no_more() {
    let space = desk();
    let cells = set(&space, "severity=critical plan=premium | severity=high plan=premium,standard");
    assert_eq!(cells.forget(Dim(0)), set(&space, "plan=premium,standard"));
    assert_eq!(cells.given(Dim(0), 0), set(&space, "plan=premium"));
    assert_eq!(cells.given(Dim(0), 2), CaseSet::nothing());
    assert_eq!(
        cells.restrict(Dim(0), &space.classes(Dim(0), [0])),
        set(&space, "severity=critical plan=premium")
    );
}

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
fn a_partition_names_the_sets_that_hold_in_each_part() {
    let space = desk();
    let sets = [set(&space, "plan=premium"), set(&space, "plan=premium,standard channel=phone")];
    let parts = partition(&space, &set(&space, "severity=normal"), &sets).unwrap();
    let told: Vec<_> = parts.iter().map(|part| (summary(&space, &part.cases), part.sets.clone())).collect();
    assert_eq!(
        told,
        [
            ("severity=normal plan=basic | severity=normal plan=standard channel=email".to_owned(), vec![]),
            ("severity=normal plan=standard channel=phone".to_owned(), vec![1]),
            ("severity=normal plan=premium channel=email".to_owned(), vec![0]),
            ("severity=normal plan=premium channel=phone".to_owned(), vec![0, 1]),
        ]
    );
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
fn a_dimension_without_classes_leaves_no_case() {
    let space = space(&[("plan", &[]), ("severity", &["critical"])]);
    assert_eq!(CaseSet::everything().count(&space), 0);
    assert_eq!(CaseSet::everything().witness(&space), None);
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
fn counts_stay_at_the_largest_number_once_they_reach_it() {
    let space = wide(60, 20);
    assert_eq!(CaseSet::everything().count(&space), u128::MAX);
    assert_eq!(CaseSet::nothing().count(&space), 0);
    assert_eq!(wide(10, 8).is(Dim(3), [1, 2]).count(&wide(10, 8)), 2 * 8u128.pow(9));
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

#[test]
fn conditions_entangled_beyond_the_limit_are_refused_and_do_not_hang() {
    let space = wide(60, 20);
    let mut all = Ok(CaseSet::nothing());
    for at in 0..30 {
        let pair = space.is(Dim(at), [1]).and(&space.is(Dim(at + 30), [1]));
        all = all.and_then(|all| all.try_or(&pair));
    }
    assert_eq!(all, Err(TooComplex));
    let sets: Vec<CaseSet> = (0..20).map(|at| space.is(Dim(at), [1])).collect();
    assert_eq!(partition(&space, &CaseSet::everything(), &sets), Err(TooComplex));
    assert_eq!(
        Space::new(vec![Dimension { name: "fact".into(), classes: Vec::new() }; 501]),
        Err(TooComplex)
    );
}
