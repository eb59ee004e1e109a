//! A failing policy, made smaller: whatever can go without the failure going is taken out.
//!
//! In: a policy and a test that it fails. Out: a policy that fails too, with fewer lines, tables, rows and conditions.

use super::model::{Cond, Grid, Key, Line, Policy, When};

/// The smallest policy that is found and still fails.
pub fn reduced(mut policy: Policy, fails: impl Fn(&Policy) -> bool) -> Policy {
    loop {
        let smaller = steps(&policy).into_iter().find(&fails);
        match smaller {
            Some(smaller) => policy = smaller,
            None => return policy,
        }
    }
}

/// Every policy that is one step smaller.
fn steps(policy: &Policy) -> Vec<Policy> {
    let mut all = Vec::new();
    let mut step = |change: &dyn Fn(&mut Policy)| {
        let mut smaller = policy.clone();
        change(&mut smaller);
        all.push(smaller);
    };
    step(&|policy| policy.scope = None);
    without(policy.tables.len(), &mut step, |policy, at| drop(policy.tables.remove(at)));
    without(policy.grants.len(), &mut step, |policy, at| drop(policy.grants.remove(at)));
    without(policy.openings.len(), &mut step, |policy, at| drop(policy.openings.remove(at)));
    for (thing, said) in policy.things.iter().enumerate() {
        without(said.lines.len(), &mut step, |policy, at| drop(policy.things[thing].lines.remove(at)));
        without(said.grids.len(), &mut step, |policy, at| drop(policy.things[thing].grids.remove(at)));
        without(said.only.len(), &mut step, |policy, at| drop(policy.things[thing].only.remove(at)));
        for grid in 0..said.grids.len() {
            without(said.grids[grid].rows(), &mut step, |policy, row| {
                gone(&mut policy.things[thing].grids[grid], row);
            });
        }
        for line in 0..said.lines.len() {
            lines(&said.lines[line], &mut step, &|policy| &mut policy.things[thing].lines[line]);
        }
    }
    for grant in 0..policy.grants.len() {
        lines(&policy.grants[grant].2, &mut step, &|policy| &mut policy.grants[grant].2);
    }
    for table in 0..policy.tables.len() {
        step(&|policy| policy.tables[table].only = None);
        without(policy.tables[table].grid.rows(), &mut step, |policy, row| {
            gone(&mut policy.tables[table].grid, row);
        });
    }
    for (fact, said) in policy.facts.iter().enumerate() {
        for (value, said) in said.values.iter().enumerate() {
            without(said.only.len(), &mut step, |policy, at| {
                drop(policy.facts[fact].values[value].only.remove(at));
            });
            for (at, cond) in said.only.iter().enumerate() {
                for part in parts(cond) {
                    step(&|policy| policy.facts[fact].values[value].only[at] = part.clone());
                }
            }
        }
    }
    if let Some(scope) = &policy.scope {
        without(scope.covers.len(), &mut step, |policy, at| {
            drop(policy.scope.as_mut().map(|scope| scope.covers.remove(at)));
        });
        without(scope.excludes.len(), &mut step, |policy, at| {
            drop(policy.scope.as_mut().map(|scope| scope.excludes.remove(at)));
        });
    }
    // A step that changes nothing would be taken for ever.
    let before = format!("{policy:?}");
    all.retain(|smaller| format!("{smaller:?}") != before);
    all
}

type Step<'s> = dyn FnMut(&dyn Fn(&mut Policy)) + 's;

fn without(count: usize, step: &mut Step<'_>, gone: impl Fn(&mut Policy, usize)) {
    for at in 0..count {
        step(&|policy| gone(policy, at));
    }
}

fn lines(line: &Line, step: &mut Step<'_>, find: &dyn Fn(&mut Policy) -> &mut Line) {
    step(&|policy| find(policy).only = None);
    step(&|policy| find(policy).name = None);
    step(&|policy| find(policy).when = None);
    if let Some(When { unless, cond }) = &line.when {
        for part in parts(cond) {
            step(&|policy| find(policy).when = Some(When { unless: *unless, cond: part.clone() }));
        }
    }
}

fn parts(cond: &Cond) -> Vec<Cond> {
    match cond {
        Cond::All(parts) | Cond::Any(parts) => parts.clone(),
        Cond::Not(inner) => vec![(**inner).clone()],
        Cond::Test { fact, op, values } if values.len() > 1 => {
            values.iter().map(|value| Cond::Test { fact: *fact, op: *op, values: vec![*value] }).collect()
        }
        Cond::Test { .. } | Cond::Covered => Vec::new(),
    }
}

fn gone(grid: &mut Grid, row: usize) {
    grid.cells.remove(row);
    for key in &mut grid.keys {
        match key {
            Key::Fact(_, labels) => drop(labels.remove(row)),
            Key::Things(rows) | Key::Channels(rows) => drop(rows.remove(row)),
        }
    }
}
