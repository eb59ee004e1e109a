//! Tables at random: keys with lists, `other` and `any`, rows left out, columns left out, things in columns or rows.
//!
//! In: choices and the facts. Out: a [`Grid`]. Rows that are for the same case are mostly taken out again, since they are
//! an error of their own.

use super::choices::Choices;
use super::model::{Columns, Fact, Grid, Key, Kind, Label, Policy};
use super::values::Val;

/// What a table is to set.
pub enum Sets<'a> {
    /// One thing, in a matrix if a fact is left for it.
    One(usize),
    /// Several things, side by side.
    Columns(Vec<usize>),
    /// These things or channels, one or several to a row, in a matrix.
    Rows(&'a [usize], bool),
}

/// A table whose cells are drawn by `cell`; none if no fact can be its key.
pub fn grid(
    choices: &mut Choices,
    policy: &Policy,
    sets: &Sets<'_>,
    mut cell: impl FnMut(&mut Choices) -> Val,
) -> Option<Grid> {
    let channels = matches!(sets, Sets::Rows(_, true));
    let usable = (0..policy.facts.len()).filter(|fact| match policy.facts[*fact].kind {
        Kind::Date => false,
        Kind::Channel => !channels,
        Kind::Severity | Kind::Plan | Kind::Request | Kind::Named | Kind::YesNo | Kind::Number => true,
    });
    let usable = usable.collect();
    let mut facts = choices.shuffled(usable);
    let (mut keys, columns) = match sets {
        Sets::One(thing) => {
            let first = facts.pop()?;
            let mut used = vec![first];
            if facts.len() > 1 && choices.chance(25) {
                used.extend(facts.pop());
            }
            let columns = match facts.pop().filter(|_| choices.chance(55)) {
                Some(fact) => matrix(choices, policy, fact),
                None => Columns::Sets(vec![*thing]),
            };
            (rows(choices, policy, &used), columns)
        }
        Sets::Columns(things) => {
            let used: Vec<usize> = facts.into_iter().take(1 + usize::from(choices.chance(40))).collect();
            (!used.is_empty()).then_some(())?;
            (rows(choices, policy, &used), Columns::Sets(things.clone()))
        }
        Sets::Rows(named, channels) => {
            let fact = facts.pop()?;
            let used: Vec<usize> = facts.into_iter().take(choices.below(3)).collect();
            let mut keys = if used.is_empty() { Vec::new() } else { rows(choices, policy, &used) };
            let names: Vec<Vec<usize>> = if used.is_empty() {
                let split = choices.chance(70);
                if split { named.iter().map(|name| vec![*name]).collect() } else { vec![named.to_vec()] }
            } else {
                (0..length(&keys))
                    .map(|_| if choices.chance(15) { named.to_vec() } else { vec![*choices.one(named)] })
                    .collect()
            };
            let mut columns = matrix(choices, policy, fact);
            if *channels {
                // Without `by` the word is the fact of this name.
                keys.push(Key::Channels(names));
                if let Columns::Matrix { by, .. } = &mut columns {
                    *by = true;
                }
            } else {
                keys.insert(0, Key::Things(names));
            }
            (keys, columns)
        }
    };
    if !choices.chance(6) {
        apart(policy, &mut keys);
    }
    let across = match &columns {
        Columns::Matrix { labels, .. } => labels.len(),
        Columns::Sets(things) => things.len(),
        Columns::Result => 1,
    };
    let cells = (0..length(&keys)).map(|_| (0..across).map(|_| cell(choices)).collect()).collect();
    Some(Grid { keys, columns, cells })
}

/// The table of a derived fact over two others; mostly for all of their values.
pub fn derived(choices: &mut Choices, facts: &[Fact], fact: usize, inputs: [usize; 2]) -> Grid {
    let count = facts[fact].values.len();
    let all = |fact: usize| 0..facts[fact].values.len();
    let policy = Policy { facts: facts.to_vec(), ..Policy::default() };
    let cell = |choices: &mut Choices| Val(choices.below(count));
    if choices.chance(40) {
        let mut labels = groups(choices, all(inputs[0]).collect(), facts[inputs[0]].kind);
        if choices.chance(10) && labels.len() > 1 {
            labels.pop();
        }
        let mut across = groups(choices, all(inputs[1]).collect(), facts[inputs[1]].kind);
        if choices.chance(5) && across.len() > 1 {
            across.pop();
        }
        let cells = labels.iter().map(|_| across.iter().map(|_| cell(choices)).collect()).collect();
        let columns = Columns::Matrix { fact: inputs[1], labels: across, by: true };
        return Grid { keys: vec![Key::Fact(inputs[0], labels)], columns, cells };
    }
    let mut keys = rows(choices, &policy, &inputs);
    if !choices.chance(4) {
        apart(&policy, &mut keys);
    }
    if !choices.chance(10) {
        complete(&policy, &mut keys, inputs);
    }
    let cells = (0..length(&keys)).map(|_| vec![cell(choices)]).collect();
    Grid { keys, columns: Columns::Result, cells }
}

/// Adds a row for every pair of values that has none.
fn complete(policy: &Policy, keys: &mut [Key], inputs: [usize; 2]) {
    let labels = |keys: &[Key], at: usize| match &keys[at] {
        Key::Fact(_, labels) => labels.clone(),
        Key::Things(_) | Key::Channels(_) => Vec::new(),
    };
    // Naming a value takes it out of `other`, so what is missing is looked for again after each row.
    loop {
        let (one, two) = (labels(keys, 0), labels(keys, 1));
        let holds = |a: usize, b: usize| {
            one.iter().zip(&two).any(|(x, y)| {
                policy.values_of(inputs[0], x, &one).contains(&a)
                    && policy.values_of(inputs[1], y, &two).contains(&b)
            })
        };
        let values = |at: usize| 0..policy.facts[inputs[at]].values.len();
        let missing = values(0).flat_map(|a| values(1).map(move |b| (a, b))).find(|(a, b)| !holds(*a, *b));
        let Some((a, b)) = missing else { return };
        for (key, value) in keys.iter_mut().zip([a, b]) {
            if let Key::Fact(_, labels) = key {
                labels.push(Label::Values(vec![value]));
            }
        }
    }
}

fn length(keys: &[Key]) -> usize {
    keys.first().map_or(0, |key| match key {
        Key::Fact(_, labels) => labels.len(),
        Key::Things(rows) | Key::Channels(rows) => rows.len(),
    })
}

fn matrix(choices: &mut Choices, policy: &Policy, fact: usize) -> Columns {
    let Fact { kind, values, .. } = &policy.facts[fact];
    let mut labels = groups(choices, (0..values.len()).collect(), *kind);
    if choices.chance(20) && labels.len() > 1 {
        labels.pop();
    }
    // Whose values `yes` and numbers are has to be said.
    let by = matches!(kind, Kind::YesNo | Kind::Number) || labels == [Label::Other] || choices.chance(50);
    Columns::Matrix { fact, labels, by }
}

/// Key columns with labels at random.
fn rows(choices: &mut Choices, policy: &Policy, facts: &[usize]) -> Vec<Key> {
    let all = |fact: usize| (0..policy.facts[fact].values.len()).collect::<Vec<_>>();
    let kind = |fact: usize| policy.facts[fact].kind;
    let mut columns: Vec<Vec<Label>> = vec![Vec::new(); facts.len()];
    if choices.chance(25) {
        for _ in 0..=choices.below(4) {
            for (column, fact) in columns.iter_mut().zip(facts) {
                let named = nameable(&all(*fact), kind(*fact), policy, *fact);
                column.push(match choices.below(6) {
                    0 => Label::Any,
                    1 => Label::Other,
                    _ if named.is_empty() => Label::Any,
                    _ => Label::Values((0..=choices.below(2)).map(|_| *choices.one(&named)).collect()),
                });
            }
        }
    } else {
        for group in groups(choices, all(facts[0]), kind(facts[0])) {
            let Some(second) = facts.get(1) else {
                columns[0].push(group);
                continue;
            };
            let inner = if choices.chance(35) {
                vec![Label::Any]
            } else {
                groups(choices, all(*second), kind(*second))
            };
            for label in inner {
                columns[0].push(group.clone());
                columns[1].push(label);
            }
        }
        if choices.chance(20) && columns[0].len() > 1 {
            let gone = choices.below(columns[0].len());
            columns.iter_mut().for_each(|column| drop(column.remove(gone)));
        }
    }
    facts.iter().zip(columns).map(|(fact, labels)| Key::Fact(*fact, labels)).collect()
}

/// The values of a fact in groups, the last perhaps as `other`.
fn groups(choices: &mut Choices, values: Vec<usize>, kind: Kind) -> Vec<Label> {
    // Between thresholds there is nothing to name.
    let named: Vec<usize> = values.iter().copied().filter(|at| kind != Kind::Number || at % 2 == 1).collect();
    let mut groups: Vec<Vec<usize>> = Vec::new();
    let ordered = if choices.chance(40) { choices.shuffled(named) } else { named };
    for value in ordered {
        match groups.last_mut() {
            Some(group) if choices.chance(30) => group.push(value),
            _ => groups.push(vec![value]),
        }
    }
    let mut labels: Vec<Label> = groups.into_iter().map(Label::Values).collect();
    if kind == Kind::Number {
        if choices.chance(80) {
            labels.push(Label::Other);
        }
    } else if choices.chance(25) {
        labels.pop();
        labels.push(Label::Other);
    }
    labels
}

fn nameable(values: &[usize], kind: Kind, policy: &Policy, fact: usize) -> Vec<usize> {
    let text = |value: &usize| kind != Kind::Number || policy.facts[fact].values[*value].text.is_some();
    values.iter().copied().filter(text).collect()
}

/// Takes out rows that are for the same values as one before them.
fn apart(policy: &Policy, keys: &mut [Key]) {
    while let Some(gone) =
        (0..length(keys)).find(|row| (0..*row).any(|other| meet(policy, keys, *row, other)))
    {
        for key in &mut *keys {
            match key {
                Key::Fact(_, labels) => drop(labels.remove(gone)),
                Key::Things(rows) | Key::Channels(rows) => drop(rows.remove(gone)),
            }
        }
    }
}

/// Whether two rows are for the same values, whether or not these can occur together.
pub fn meet(policy: &Policy, keys: &[Key], one: usize, other: usize) -> bool {
    keys.iter().all(|key| match key {
        Key::Fact(fact, labels) => {
            let values = policy.values_of(*fact, &labels[one], labels);
            policy.values_of(*fact, &labels[other], labels).iter().any(|value| values.contains(value))
        }
        Key::Things(rows) | Key::Channels(rows) => rows[one].iter().any(|name| rows[other].contains(name)),
    })
}
