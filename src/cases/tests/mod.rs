//! Small spaces, and what is to be said of sets and rules over them.
//!
//! Sets are written `severity=critical plan=basic,standard`, with ` | ` between boxes, and printed in the same way.

mod rules;
mod sets;

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
