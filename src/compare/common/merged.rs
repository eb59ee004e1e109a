//! The facts of two programs as one list.
//!
//! In: the facts of both. Out: each fact once, matched by its name and by the names that it had, with its values or, where it is
//! measured, cut wherever either program cuts it; and for each of its classes in a program the common ones.

use crate::compare::names::Names;
use crate::hir::{Fact, FactKind, FactValue, Interval, Program};
use smol_str::SmolStr;
use std::collections::BTreeMap;

/// A fact of either program, or of both.
pub(super) struct Merged {
    pub(super) fact: Fact,
    pub(super) old: Option<usize>,
    pub(super) new: Option<usize>,
    pub(super) labels: Vec<SmolStr>,
    pub(super) old_classes: Vec<Vec<usize>>,
    pub(super) new_classes: Vec<Vec<usize>>,
}

/// The facts of both programs: those of the newer one first, in its order.
pub(super) fn merged(old: &Program, new: &Program, names: &Names) -> Vec<Merged> {
    let mut merged = Vec::new();
    let mut taken = vec![false; old.facts.len()];
    for (at, fact) in new.facts.values().enumerate() {
        let before = names.old_of("fact", &fact.clause.name);
        let before = old.facts.get_full(&before).filter(|(_, _, before)| alike(&before.kind, &fact.kind));
        let before = before.map(|(index, _, fact)| (index, fact));
        if let Some((index, _)) = before {
            taken[index] = true;
        }
        merged.push(merge(before, Some((at, fact)), fact, names));
    }
    for (at, fact) in old.facts.values().enumerate().filter(|(at, _)| !taken[*at]) {
        merged.push(merge(Some((at, fact)), None, fact, names));
    }
    merged
}

fn alike(one: &FactKind, other: &FactKind) -> bool {
    std::mem::discriminant(one) == std::mem::discriminant(other)
}

fn merge(old: Option<(usize, &Fact)>, new: Option<(usize, &Fact)>, shown: &Fact, names: &Names) -> Merged {
    let fact = shown.clone();
    let at = |side: Option<(usize, &Fact)>| side.map(|(at, _)| at);
    let kind = |side: Option<(usize, &Fact)>| side.map(|(_, fact)| fact.kind.clone());
    let (kind, labels, old_classes, new_classes) = match (kind(old), kind(new)) {
        (Some(one), Some(other)) => kinds(one, other, fact.clause.name.as_str(), names),
        (one, other) => {
            let is_old = one.is_some();
            let only = one.or(other).unwrap_or(FactKind::YesNo);
            let labels = labels(&only);
            let classes: Vec<Vec<usize>> = (0..labels.len()).map(|class| vec![class]).collect();
            let (before, after) = if is_old { (classes, Vec::new()) } else { (Vec::new(), classes) };
            (only, labels, before, after)
        }
    };
    Merged { fact: Fact { kind, ..fact }, old: at(old), new: at(new), labels, old_classes, new_classes }
}

fn labels(kind: &FactKind) -> Vec<SmolStr> {
    let found: Vec<SmolStr> = match kind {
        FactKind::Values(values) => values.iter().map(|value| value.clause.name.text.clone()).collect(),
        FactKind::YesNo => vec!["yes".into(), "no".into()],
        FactKind::Date(cuts) | FactKind::Number(cuts) | FactKind::Duration(cuts) => {
            cuts.iter().map(|cut| cut.label.as_str().into()).collect()
        }
    };
    // A fact without any value makes no case impossible.
    if found.is_empty() { vec!["?".into()] } else { found }
}

type Kinds = (FactKind, Vec<SmolStr>, Vec<Vec<usize>>, Vec<Vec<usize>>);

/// The classes of a fact that both programs have.
fn kinds(old: FactKind, new: FactKind, fact: &str, names: &Names) -> Kinds {
    let same = |kind: FactKind| {
        let labels = labels(&kind);
        let classes: Vec<Vec<usize>> = (0..labels.len()).map(|class| vec![class]).collect();
        (kind, labels, classes.clone(), classes)
    };
    match (old, new) {
        (FactKind::Values(before), FactKind::Values(after)) => values(&before, after, fact, names),
        (FactKind::Date(before), FactKind::Date(after)) => {
            let (cuts, labels, old, new) = cuts(&before, &after, ("before", "after"));
            (FactKind::Date(cuts), labels, old, new)
        }
        (FactKind::Number(before), FactKind::Number(after)) => {
            let (cuts, labels, old, new) = cuts(&before, &after, ("less than", "more than"));
            (FactKind::Number(cuts), labels, old, new)
        }
        (FactKind::Duration(before), FactKind::Duration(after)) => {
            let (cuts, labels, old, new) = cuts(&before, &after, ("less than", "more than"));
            (FactKind::Duration(cuts), labels, old, new)
        }
        (
            FactKind::Values(_)
            | FactKind::YesNo
            | FactKind::Date(_)
            | FactKind::Number(_)
            | FactKind::Duration(_),
            new,
        ) => same(new),
    }
}

fn values(before: &[FactValue], after: Vec<FactValue>, fact: &str, names: &Names) -> Kinds {
    let mut all = after;
    let count = all.len();
    let mut old = Vec::with_capacity(before.len());
    for value in before {
        let renamed = names.new_of(fact, &value.clause.name);
        let place = all[..count].iter().position(|known| known.clause.name == renamed);
        old.push(vec![place.unwrap_or_else(|| {
            all.push(value.clone());
            all.len() - 1
        })]);
    }
    let kind = FactKind::Values(all);
    let labels = labels(&kind);
    let new =
        if count == 0 && before.is_empty() { vec![vec![0]] } else { (0..count).map(|at| vec![at]).collect() };
    (kind, labels, old, new)
}

type Cut = (Vec<Interval>, Vec<SmolStr>, Vec<Vec<usize>>, Vec<Vec<usize>>);

/// Both ways to cut a measured fact, as one that is at least as fine.
fn cuts(before: &[Interval], after: &[Interval], (below, above): (&str, &str)) -> Cut {
    let both = || before.iter().chain(after);
    let mut lows: Vec<Option<i64>> = both().map(|interval| interval.low).collect();
    lows.sort_unstable();
    lows.dedup();
    let words: BTreeMap<i64, &str> = both()
        .filter_map(|interval| {
            Some((interval.low.filter(|low| interval.high == Some(*low))?, interval.label.as_str()))
        })
        .collect();
    let mut all = Vec::with_capacity(lows.len());
    for (at, low) in lows.iter().enumerate() {
        let next = lows.get(at + 1).copied().flatten();
        let high = next.and_then(|next| next.checked_sub(1));
        let exact = low.filter(|low| high == Some(*low)).and_then(|low| words.get(&low));
        let over = low.and_then(|low| words.get(&(low - 1)));
        let under = high.and_then(|high| words.get(&(high + 1)));
        let label = match (exact, over, under) {
            (Some(exact), _, _) => (*exact).to_owned(),
            (None, Some(over), Some(under)) => format!("between {over} and {under}"),
            (None, None, Some(under)) => format!("{below} {under}"),
            (None, Some(over), None) => format!("{above} {over}"),
            (None, None, None) => "any".to_owned(),
        };
        all.push(Interval { label, low: *low, high });
    }
    let within = |interval: &Interval| {
        let inside = |(_, part): &(usize, &Interval)| {
            interval.low.is_none_or(|low| part.low.is_some_and(|own| own >= low))
                && interval.high.is_none_or(|high| part.high.is_some_and(|own| own <= high))
        };
        all.iter().enumerate().filter(inside).map(|(at, _)| at).collect::<Vec<usize>>()
    };
    let (old, new) = (before.iter().map(within).collect(), after.iter().map(within).collect());
    let labels = all.iter().map(|interval| interval.label.as_str().into()).collect();
    (all, labels, old, new)
}
