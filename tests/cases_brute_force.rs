//! Every answer about sets of cases and layered rules is compared with one found by looking at each case in turn.
//!
//! Spaces, sets and rules are drawn at random and small enough to be enumerated. `AVOUCH_PROPERTY_CASES` sets how many
//! are drawn for each property.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop where the tool may not")]

mod brute;

use avouch::cases::{CaseSet, Condition, Dim, Layer, Row, Rule, derived, partition, resolve};
use brute::{Truth, World, world};
use proptest::prelude::*;
use std::collections::BTreeSet;

fn config() -> ProptestConfig {
    let cases =
        std::env::var("AVOUCH_PROPERTY_CASES").ok().and_then(|number| number.parse().ok()).unwrap_or(2_000);
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn set_algebra_is_exact(world in world(2), dim in 0..4usize, class in 0..4usize) {
        let (a, b) = (world.set(0), world.set(1));
        let (x, y) = (world.truth(0), world.truth(1));
        let dim = Dim(u16::try_from(dim % world.space.dimensions().len()).unwrap());
        let class = class % world.space.size(dim);
        let lacking = |truth: &Truth, choose: &dyn Fn(usize) -> bool| -> Truth {
            world.cases.iter().map(|case| (0..world.space.size(dim)).any(|class| {
                let mut other = case.clone();
                other.classes[dim.index()] = class;
                choose(class) && truth[world.position(&other)]
            })).collect()
        };
        for (set, truth) in [
            (a.and(&b), zip(&x, &y, |x, y| x && y)),
            (a.or(&b), zip(&x, &y, |x, y| x || y)),
            (a.minus(&b), zip(&x, &y, |x, y| x && !y)),
            (a.not(), x.iter().map(|x| !x).collect()),
            (a.forget(dim), lacking(&x, &|_| true)),
            (a.given(dim, class), lacking(&x, &|other| other == class)),
            (
                a.restrict(dim, &world.space.classes(dim, [class])),
                zip(&x, &world.where_is(dim, class), |x, y| x && y),
            ),
        ] {
            prop_assert_eq!(world.table(&set), truth.clone());
            // Built from its cases one by one, it is the same data.
            prop_assert_eq!(&world.set_of(&truth), &set);
            prop_assert_eq!(set.is_empty(), !truth.contains(&true));
            prop_assert_eq!(set.is_everything(), !truth.contains(&false));
            for dim in world.space.dims() {
                let matters = lacking_any(&world, &truth, dim);
                prop_assert_eq!(set.dims().contains(&dim), matters);
            }
        }
        prop_assert_eq!(a.try_and(&b), Ok(a.and(&b)));
        prop_assert_eq!(a.try_or(&b), CaseSet::try_union([&a, &b]));
        prop_assert_eq!(a.try_minus(&b), Ok(a.minus(&b)));
        prop_assert_eq!(a.is_subset_of(&b), within(&x, &y));
        prop_assert_eq!(a.overlaps(&b), meet(&x, &y));
        prop_assert_eq!(a.same_as(&b), x == y);
    }

    #[test]
    fn counts_witnesses_and_boxes_are_exact(world in world(1)) {
        let set = world.set(0);
        let truth = world.possible_truth(&world.truth(0));
        prop_assert_eq!(set.count(&world.space), truth.iter().filter(|held| **held).count() as u128);
        let first = truth.iter().position(|held| *held).map(|at| world.cases[at].clone());
        prop_assert_eq!(set.witness(&world.space), first);
        // What cannot exist makes no difference to the normal form, nor does the way in which the set was built.
        let without = world.set_of(&truth);
        prop_assert_eq!(&set.normal(&world.space), &without);
        let boxes = set.normal(&world.space).boxes().unwrap();
        let held: Vec<usize> = world.cases.iter().map(|case| {
            boxes.iter().filter(|part| part.contains(case)).count()
        }).collect();
        prop_assert_eq!(held, truth.iter().map(|held| usize::from(*held)).collect::<Vec<_>>());
        for part in &boxes {
            prop_assert!(part.sides.iter().all(|(_, classes)| !classes.is_empty() && !classes.is_all()));
            prop_assert!(part.sides.is_sorted_by(|one, two| one.0 < two.0));
            prop_assert!(set.holds_all_of(part));
        }
    }

    #[test]
    fn what_matters_is_enough_and_none_of_it_is_idle(world in world(1), at in any::<prop::sample::Index>()) {
        let set = world.set(0);
        let case = &world.cases[at.index(world.cases.len())];
        let kept = case.what_matters(&world.space, &set).unwrap();
        prop_assert!(set.contains(case) || kept.is_empty());
        let enough = |kept: &[(Dim, usize)]| world.cases.iter().all(|other| {
            !world.space.possible().contains(other)
                || set.contains(other)
                || kept.iter().any(|(dim, class)| other.class(*dim) != Some(*class))
        });
        if set.contains(case) {
            prop_assert!(enough(&kept));
            for idle in 0..kept.len() {
                let mut fewer = kept.clone();
                fewer.remove(idle);
                prop_assert!(!enough(&fewer));
            }
        }
    }

    #[test]
    fn a_summary_holds_exactly_the_set_and_nothing_idle(world in world(1)) {
        let set = world.set(0);
        let truth = world.possible_truth(&world.truth(0));
        let summary = set.summary(&world.space).unwrap();
        let holds = |conditions: &[Condition]| -> Truth {
            world.possible_truth(&world.cases.iter().map(|case| {
                conditions.iter().any(|condition| condition.contains(case))
            }).collect())
        };
        prop_assert_eq!(holds(&summary), truth.clone());
        prop_assert!(summary.len() <= set.normal(&world.space).boxes().unwrap().len());
        prop_assert_eq!(&world.set_of(&truth).summary(&world.space).unwrap(), &summary);
        for (at, condition) in summary.iter().enumerate() {
            let mut others = summary.clone();
            others.remove(at);
            prop_assert_ne!(holds(&others), truth.clone());
            for side in 0..condition.sides.len() {
                let (dim, classes) = condition.sides[side].clone();
                for class in classes.iter() {
                    let mut one = condition.clone();
                    one.sides[side].1 = world.space.classes(dim, [class]);
                    prop_assert!(holds(&[one]).contains(&true), "a class that cannot occur is named");
                }
                let mut wider = condition.clone();
                wider.sides.remove(side);
                prop_assert!(!within(&holds(&[wider]), &truth), "a dimension is named that does not matter");
            }
        }
    }

    #[test]
    fn rules_resolve_as_they_do_case_by_case(
        world in world(10),
        kinds in prop::collection::vec((any::<bool>(), 0..3usize), 0..=8),
        inside in any::<bool>(),
    ) {
        let domain = if inside { world.set(8) } else { CaseSet::everything() };
        let field = world.possible_truth(&world.table(&domain));
        let layer = |except: bool| if except { Layer::Except } else { Layer::Base };
        let rules: Vec<Rule> = kinds.iter().enumerate().map(|(at, (except, value))| {
            Rule { when: world.set(at), layer: layer(*except), value: *value }
        }).collect();
        let judge = Judge {
            active: (0..rules.len()).map(|at| zip(&world.truth(at), &field, |x, y| x && y)).collect(),
            rules: &rules,
        };
        let found = resolve(&world.space, &domain, &rules).unwrap();
        prop_assert_eq!(&found, &resolve(&world.space, &domain, &rules).unwrap());

        let all = || 0..rules.len();
        let stands: Vec<Truth> = all().map(|at| {
            (0..world.cases.len()).map(|case| judge.standing(case, None).contains(&at)).collect()
        }).collect();
        let idle = |truth: &Truth| !truth.contains(&true);
        let set = |truth: &Truth| world.set_of(truth);

        let deciding = |case: usize| {
            let standing = judge.standing(case, None);
            (judge.promises(case, None).len() == 1).then(|| standing[0])
        };
        let regions: Vec<(usize, CaseSet)> = all().filter_map(|rule| {
            let truth = (0..world.cases.len()).map(|case| deciding(case) == Some(rule)).collect();
            (!idle(&truth)).then(|| (rule, set(&truth)))
        }).collect();
        prop_assert_eq!(found.regions.iter().map(|r| (r.rule, r.cases.clone())).collect::<Vec<_>>(), regions);

        let mut conflicts = Vec::new();
        for first in all() {
            for second in first + 1..rules.len() {
                let both = zip(&stands[first], &stands[second], |x, y| x && y);
                if rules[first].value != rules[second].value && !idle(&both) {
                    let witness = world.cases[both.iter().position(|held| *held).unwrap()].clone();
                    conflicts.push((first, second, set(&both), witness));
                }
            }
        }
        let told = found.conflicts.iter().map(|c| (c.first, c.second, c.cases.clone(), c.witness.clone()));
        prop_assert_eq!(told.collect::<Vec<_>>(), conflicts);

        let gaps = (0..world.cases.len()).map(|case| field[case] && judge.standing(case, None).is_empty()).collect();
        prop_assert_eq!(&found.gaps, &set(&gaps));

        let possible = |at: usize| !idle(&world.possible_truth(&world.truth(at)));
        let (outside, impossible): (Vec<_>, Vec<_>) = all().filter(|at| idle(&judge.active[*at])).partition(|at| possible(*at));
        prop_assert_eq!(&found.outside_domain, &outside);
        prop_assert_eq!(&found.impossible, &impossible);

        let mut unreachable = Vec::new();
        let mut repeated = Vec::new();
        let mut beyond = Vec::new();
        let mut without_effect = Vec::new();
        let mut adds_nothing = Vec::new();
        for rule in all().filter(|rule| !idle(&judge.active[*rule])) {
            let Rule { layer, value, .. } = rules[rule];
            if idle(&stands[rule]) {
                let above = all().filter(|other| judge.ranks_above(*other, rule));
                unreachable.push((rule, cover(&judge.active[rule], above, &judge.active).0));
            } else {
                let earlier = all().filter(|other| *other < rule && rules[*other].value == value);
                let (by, rest) = cover(&stands[rule], earlier, &stands);
                if idle(&rest) {
                    repeated.push((rule, by));
                }
            }
            if layer == Layer::Except {
                let base = |case: usize| all().any(|at| rules[at].layer == Layer::Base && judge.active[at][case]);
                let part: Truth = (0..world.cases.len()).map(|case| judge.active[rule][case] && !base(case)).collect();
                if !idle(&part) {
                    beyond.push((rule, set(&part)));
                }
            }
            let same = (0..world.cases.len()).all(|case| {
                judge.promises(case, None) == judge.promises(case, Some(rule))
            });
            if same && !idle(&stands[rule]) {
                match layer {
                    Layer::Except => without_effect.push(rule),
                    Layer::Base => {
                        let by: Vec<usize> = all().filter(|other| {
                            rules[*other].value == value && judge.narrower(rule, *other)
                                && (0..world.cases.len()).any(|case| {
                                    stands[rule][case] && judge.standing(case, Some(rule)).contains(other)
                                })
                        }).collect();
                        if !by.is_empty() {
                            adds_nothing.push((rule, by));
                        }
                    }
                }
            }
        }
        prop_assert_eq!(found.unreachable.iter().map(|r| (r.rule, r.by.clone())).collect::<Vec<_>>(), unreachable);
        prop_assert_eq!(found.repeated.iter().map(|r| (r.rule, r.by.clone())).collect::<Vec<_>>(), repeated);
        let told = found.exceptions_outside_base.iter().map(|part| (part.rule, part.cases.clone()));
        prop_assert_eq!(told.collect::<Vec<_>>(), beyond);
        prop_assert_eq!(&found.exceptions_without_effect, &without_effect);
        prop_assert_eq!(found.adds_nothing.iter().map(|r| (r.rule, r.by.clone())).collect::<Vec<_>>(), adds_nothing);
    }

    #[test]
    fn a_partition_tells_for_each_case_which_sets_hold(world in world(6)) {
        let domain = world.set(5);
        let field = world.possible_truth(&world.truth(5));
        let sets: Vec<CaseSet> = (0..5).map(|at| world.set(at)).collect();
        let parts = partition(&world.space, &domain, &sets).unwrap();
        for (at, case) in world.cases.iter().enumerate() {
            let here: Vec<&Vec<usize>> =
                parts.iter().filter(|part| part.cases.contains(case)).map(|part| &part.sets).collect();
            let held: Vec<usize> = (0..5).filter(|set| world.truth(*set)[at]).collect();
            prop_assert_eq!(here, if field[at] { vec![&held] } else { vec![] });
        }
        let different: BTreeSet<&Vec<usize>> = parts.iter().map(|part| &part.sets).collect();
        prop_assert_eq!(different.len(), parts.len());
        prop_assert!(parts.iter().all(|part| !part.cases.is_empty()));
        prop_assert!(parts.is_sorted_by_key(|part| part.cases.witness(&world.space)));
    }

    #[test]
    fn derived_facts_are_as_their_rows_say_case_by_case(
        world in world(4),
        target in 0..4usize,
        classes in prop::collection::vec(0..4usize, 0..=4),
    ) {
        let target = Dim(u16::try_from(target % world.space.dimensions().len()).unwrap());
        let size = world.space.size(target);
        let rows: Vec<Row> = classes.iter().enumerate()
            .map(|(at, class)| Row { when: world.set(at), class: class % size }).collect();
        let found = derived(&world.space, target, &rows).unwrap();
        let some = |case: usize, holds: &dyn Fn(usize) -> bool| (0..size).any(|class| {
            let mut other = world.cases[case].clone();
            other.classes[target.index()] = class;
            holds(world.position(&other))
        });
        let truths: Vec<Truth> = (0..rows.len()).map(|at| world.truth(at)).collect();
        let possible = world.table(world.space.possible());
        let row_holds = |row: usize, case: usize| some(case, &|at| truths[row][at]);
        let exists = |case: usize| some(case, &|at| possible[at]);
        let each = |holds: &dyn Fn(usize) -> bool| -> Truth { (0..world.cases.len()).map(holds).collect() };
        let all = || 0..rows.len();

        let constraint = each(&|case| {
            let told: Vec<usize> = all().filter(|row| row_holds(*row, case)).collect();
            told.is_empty() || told.iter().any(|row| world.cases[case].class(target) == Some(rows[*row].class))
        });
        prop_assert_eq!(world.table(&found.constraint), constraint);
        let gaps = each(&|case| exists(case) && !all().any(|row| row_holds(row, case)));
        prop_assert_eq!(world.table(&found.gaps), gaps);
        let mut overlaps = Vec::new();
        let mut refused = Vec::new();
        let mut unmet = Vec::new();
        for first in all() {
            for second in first + 1..rows.len() {
                let both = each(&|case| exists(case) && row_holds(first, case) && row_holds(second, case));
                if both.contains(&true) {
                    overlaps.push((first, second, both));
                }
            }
            let misfits = each(&|case| exists(case) && row_holds(first, case)
                && !some(case, &|at| possible[at] && world.cases[at].class(target) == Some(rows[first].class)));
            if misfits.contains(&true) {
                refused.push((first, misfits));
            }
            if !each(&|case| exists(case) && row_holds(first, case)).contains(&true) {
                unmet.push(first);
            }
        }
        let told: Vec<_> = found.overlaps.iter().map(|o| (o.first, o.second, world.table(&o.cases))).collect();
        prop_assert_eq!(told, overlaps);
        let told: Vec<_> = found.refused.iter().map(|(row, cases)| (*row, world.table(cases))).collect();
        prop_assert_eq!(told, refused);
        prop_assert_eq!(&found.unmet, &unmet);
    }
}

/// The meaning of layered rules, told for one case at a time.
struct Judge<'a> {
    rules: &'a [Rule],
    active: Vec<Truth>,
}

impl Judge<'_> {
    fn narrower(&self, inner: usize, outer: usize) -> bool {
        self.rules[inner].layer == self.rules[outer].layer
            && self.active[inner].contains(&true)
            && within(&self.active[inner], &self.active[outer])
            && self.active[inner] != self.active[outer]
    }

    fn ranks_above(&self, above: usize, below: usize) -> bool {
        (self.rules[above].layer == Layer::Except && self.rules[below].layer == Layer::Base)
            || self.narrower(above, below)
    }

    fn standing(&self, case: usize, gone: Option<usize>) -> Vec<usize> {
        let active: Vec<usize> =
            (0..self.rules.len()).filter(|at| Some(*at) != gone && self.active[*at][case]).collect();
        let beaten = |at: usize| active.iter().any(|other| self.ranks_above(*other, at));
        active.iter().copied().filter(|at| !beaten(*at)).collect()
    }

    fn promises(&self, case: usize, gone: Option<usize>) -> BTreeSet<usize> {
        self.standing(case, gone).iter().map(|at| self.rules[*at].value).collect()
    }
}

fn cover(target: &Truth, candidates: impl Iterator<Item = usize>, sets: &[Truth]) -> (Vec<usize>, Truth) {
    let mut rest = target.clone();
    let mut taken = Vec::new();
    for candidate in candidates {
        if meet(&rest, &sets[candidate]) {
            rest = zip(&rest, &sets[candidate], |x, y| x && !y);
            taken.push(candidate);
        }
    }
    (taken, rest)
}

fn zip(one: &Truth, two: &Truth, both: impl Fn(bool, bool) -> bool) -> Truth {
    one.iter().zip(two).map(|(x, y)| both(*x, *y)).collect()
}

fn within(one: &Truth, two: &Truth) -> bool {
    one.iter().zip(two).all(|(x, y)| !x || *y)
}

fn meet(one: &Truth, two: &Truth) -> bool {
    one.iter().zip(two).any(|(x, y)| *x && *y)
}

/// Whether some two cases that differ only in `dim` are told apart.
fn lacking_any(world: &World, truth: &Truth, dim: Dim) -> bool {
    world.cases.iter().enumerate().any(|(at, case)| {
        let mut other = case.clone();
        other.classes[dim.index()] = 0;
        truth[at] != truth[world.position(&other)]
    })
}
