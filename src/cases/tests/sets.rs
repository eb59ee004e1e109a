//! What is said of sets, and of their parts.

use super::*;

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
fn thousands_of_sets_that_share_no_case_are_a_part_each() {
    let space = wide(2, 4_000);
    let sets: Vec<CaseSet> = (1..4_000).map(|class| space.is(Dim(0), [class])).collect();
    let domain = space.is(Dim(1), [7]);
    let parts = partition(&space, &domain, &sets).unwrap();
    assert_eq!(parts.len(), 4_000);
    assert_eq!((&parts[0].cases, parts[0].sets.as_slice()), (&domain.and(&space.is(Dim(0), [0])), &[][..]));
    assert_eq!((&parts[9].cases, parts[9].sets.as_slice()), (&domain.and(&sets[8]), &[8][..]));
}

#[test]
fn a_dimension_without_classes_leaves_no_case() {
    let space = space(&[("plan", &[]), ("severity", &["critical"])]);
    assert_eq!(CaseSet::everything().count(&space), 0);
    assert_eq!(CaseSet::everything().witness(&space), None);
}

#[test]
fn counts_stay_at_the_largest_number_once_they_reach_it() {
    let space = wide(60, 20);
    assert_eq!(CaseSet::everything().count(&space), u128::MAX);
    assert_eq!(CaseSet::nothing().count(&space), 0);
    assert_eq!(wide(10, 8).is(Dim(3), [1, 2]).count(&wide(10, 8)), 2 * 8u128.pow(9));
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
