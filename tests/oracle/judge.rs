//! What a policy means, by definition and case by case.
//!
//! In: the model. Out: which cases can occur, which mistakes there are outside of rules, and for each thing that has rules
//! what holds in every case and which of its rules are at fault. Nothing here is clever: every question is put to every
//! case.

use super::grids::meet;
use super::layers::{Layered, Origin, Rule, Verdict};
use super::model::{Case, Columns, Cond, Grid, Key, Kind, Label, Line, Op, Policy, What};
use super::values::Val;
use std::collections::BTreeSet;

/// A policy with its cases.
pub struct Judge<'p> {
    pub policy: &'p Policy,
    /// Every combination of values.
    pub combinations: Vec<Case>,
    /// Those that can occur.
    pub cases: Vec<Case>,
}

impl<'p> Judge<'p> {
    pub fn new(policy: &'p Policy) -> Self {
        let combinations = policy.combinations();
        let mut judge = Self { policy, combinations, cases: Vec::new() };
        judge.cases = judge.combinations.iter().filter(|case| judge.can_occur(case)).cloned().collect();
        judge
    }

    fn can_occur(&self, case: &Case) -> bool {
        self.exists(case) && (0..self.policy.facts.len()).all(|fact| self.follows(fact, case))
    }

    /// Whether all values of a case exist in it, derived facts aside.
    fn exists(&self, case: &Case) -> bool {
        let policy = self.policy;
        let there = policy
            .facts
            .iter()
            .zip(case)
            .all(|(fact, value)| fact.values[*value].only.iter().all(|cond| policy.holds(cond, case)));
        there && !self.absent(case)
    }

    /// Whether a table says `no` of the channel of a case.
    fn absent(&self, case: &Case) -> bool {
        let policy = self.policy;
        policy.tables.iter().any(|table| {
            table.only.as_ref().is_none_or(|only| policy.holds(only, case))
                && cells(&table.grid).any(|(row, column)| {
                    let named = table.grid.keys.iter().any(|key| match key {
                        Key::Channels(rows) => {
                            policy.find(Kind::Channel).is_some_and(|fact| rows[row].contains(&case[fact]))
                        }
                        Key::Fact(..) | Key::Things(_) => false,
                    });
                    named
                        && table.grid.cells[row][column] == Val(0)
                        && self.cell_holds(&table.grid, row, column, case)
                })
        })
    }

    fn cell_holds(&self, grid: &Grid, row: usize, column: usize, case: &Case) -> bool {
        self.policy.row_holds(grid, row, case) && self.policy.column_holds(grid, column, case)
    }

    /// What the table of a derived fact says of a case.
    fn derived(&self, fact: usize, case: &Case) -> Option<Vec<usize>> {
        let grid = self.policy.facts[fact].derived.as_ref()?;
        let holding = cells(grid).filter(|(row, column)| self.cell_holds(grid, *row, *column, case));
        Some(holding.map(|(row, column)| grid.cells[row][column].0).collect())
    }

    fn follows(&self, fact: usize, case: &Case) -> bool {
        self.derived(fact, case).is_none_or(|said| said.contains(&case[fact]))
    }

    /// Whether it makes a difference to something which value a fact has.
    fn turns(&self, fact: usize, holds: &dyn Fn(&Case) -> bool) -> bool {
        let values = 0..self.policy.facts[fact].values.len();
        self.combinations.iter().any(|case| {
            let mut other = case.clone();
            values.clone().any(|value| {
                other[fact] = value;
                holds(&other) != holds(case)
            })
        })
    }

    /// Whether some value of a fact is there or not by what another fact is.
    fn depends(&self, fact: usize, on: usize) -> bool {
        let policy = self.policy;
        let values = policy.facts[fact].values.iter();
        let only =
            values.flat_map(|value| &value.only).any(|cond| self.turns(on, &|case| policy.holds(cond, case)));
        let channels = policy.facts[fact].kind == Kind::Channel;
        only || channels
            && policy.tables.iter().any(|table| {
                let within = |case: &Case| table.only.as_ref().is_none_or(|only| policy.holds(only, case));
                let no = cells(&table.grid).filter(|(row, column)| table.grid.cells[*row][*column] == Val(0));
                let mut channel =
                    no.filter(|_| table.grid.keys.iter().any(|key| matches!(key, Key::Channels(_))));
                channel.any(|(row, column)| {
                    self.turns(on, &|case| within(case) && self.cell_holds(&table.grid, row, column, case))
                })
            })
    }

    /// The mistakes outside of rules that make it idle to look further, by the names of their findings.
    pub fn mistakes(&self) -> BTreeSet<&'static str> {
        let policy = self.policy;
        let mut mistakes = BTreeSet::new();
        if policy.conditions().iter().any(|(cond, _)| compares_unrelated(policy, cond)) {
            mistakes.insert("unrelated-plans");
            return mistakes;
        }
        for (at, fact) in policy.facts.iter().enumerate() {
            let Some(grid) = &fact.derived else { continue };
            // What follows later does not yet count for what this follows from.
            let before: Vec<&Case> = self
                .combinations
                .iter()
                .filter(|case| self.exists(case) && (0..at).all(|earlier| self.follows(earlier, case)))
                .collect();
            if overlapping(policy, grid, before.iter().copied()) {
                // A row that is there twice is not read, so nothing more can be asked for.
                mistakes.insert("overlapping-labels");
                return mistakes;
            }
            for case in &before {
                let said = self.derived(at, case).unwrap_or_default();
                if said.is_empty() {
                    mistakes.insert("partial-fact");
                }
                let fits = |value: usize, free: &[usize]| {
                    before.iter().any(|other| {
                        let same =
                            |fact: usize| other[fact] == case[fact] || fact == at || free.contains(&fact);
                        other[at] == value && (0..case.len()).all(same)
                    })
                };
                let wrong = |(row, column): (usize, usize)| {
                    let value = grid.cells[row][column].0;
                    // What is only there for some values of this fact refuses the others, unless the row names it.
                    let refuses = |fact: &usize| {
                        let named = self.turns(*fact, &|case| self.cell_holds(grid, row, column, case));
                        *fact != at && !named && self.depends(*fact, at)
                    };
                    !fits(value, &[]) && {
                        let free: Vec<usize> = (0..case.len()).filter(refuses).collect();
                        !fits(value, &free)
                    }
                };
                let mut holding =
                    cells(grid).filter(|(row, column)| self.cell_holds(grid, *row, *column, case));
                if holding.any(wrong) {
                    mistakes.insert("case-ruled-out");
                }
            }
        }
        // A fact that follows wrongly may be anything, so that it causes no findings elsewhere.
        if !mistakes.is_empty() {
            return mistakes;
        }
        if self.cases.is_empty() {
            mistakes.insert("impossible-condition");
            return mistakes;
        }
        let own = policy.facts.iter().filter_map(|fact| fact.derived.as_ref());
        let own: Vec<*const Grid> = own.map(std::ptr::from_ref).collect();
        for grid in policy.grids().filter(|grid| !own.contains(&std::ptr::from_ref(*grid))) {
            if overlapping(policy, grid, self.cases.iter()) {
                mistakes.insert("overlapping-labels");
            }
        }
        if !self.impossible().is_empty() {
            mistakes.insert("impossible-condition");
        }
        mistakes
    }

    /// The conditions that no case can meet.
    pub fn impossible(&self) -> Vec<&'p Cond> {
        let policy = self.policy;
        let met =
            |cond: &Cond, unless: bool| self.cases.iter().any(|case| policy.holds(cond, case) != unless);
        policy
            .conditions()
            .into_iter()
            .filter(|(cond, unless)| !met(cond, *unless))
            .map(|(cond, _)| cond)
            .collect()
    }

    fn each(&self, holds: impl Fn(&Case) -> bool) -> Vec<bool> {
        self.cases.iter().map(holds).collect()
    }

    fn of_line(&self, line: &Line, origin: Origin, also: impl Fn(&Case) -> bool) -> Rule {
        let policy = self.policy;
        let cases = self.each(|case| {
            also(case)
                && policy.meets(line.when.as_ref(), case)
                && line.only.as_ref().is_none_or(|only| policy.holds(only, case))
        });
        Rule { value: line.value, except: line.except, origin, cases }
    }

    fn of_cells(
        &self,
        thing: usize,
        grid: &Grid,
        origin: Origin,
        only: Option<&Cond>,
        rules: &mut Vec<Rule>,
    ) {
        for (row, column) in cells(grid) {
            let sets = match (&grid.columns, grid.keys.first()) {
                (Columns::Sets(things), _) => things[column] == thing,
                (Columns::Matrix { .. }, Some(Key::Things(rows))) => rows[row].contains(&thing),
                (Columns::Matrix { .. }, Some(Key::Fact(..))) => origin == Origin::OwnTable,
                (Columns::Matrix { .. } | Columns::Result, _) => false,
            };
            if sets {
                let cases = self.each(|case| {
                    self.cell_holds(grid, row, column, case)
                        && only.is_none_or(|only| self.policy.holds(only, case))
                });
                rules.push(Rule { value: grid.cells[row][column], except: false, origin, cases });
            }
        }
    }

    /// The rules of a thing, in the order of the file; for entitlements those of tables, then those of each plan.
    pub fn rules(&self, thing: usize) -> Vec<Rule> {
        let policy = self.policy;
        let said = &policy.things[thing];
        let mut rules = Vec::new();
        let tables = |first: bool, rules: &mut Vec<Rule>| {
            for table in policy.tables.iter().filter(|table| table.first == first) {
                self.of_cells(thing, &table.grid, Origin::Table, table.only.as_ref(), rules);
            }
        };
        tables(true, &mut rules);
        if said.what == What::Entitlement {
            tables(false, &mut rules);
            self.granted(thing, &mut rules);
            return rules;
        }
        let own = |rules: &mut Vec<Rule>| {
            said.grids.iter().for_each(|grid| self.of_cells(thing, grid, Origin::OwnTable, None, rules));
        };
        if said.tables_first {
            own(&mut rules);
        }
        rules.extend(said.lines.iter().map(|line| self.of_line(line, Origin::Line, |_| true)));
        if !said.tables_first {
            own(&mut rules);
        }
        tables(false, &mut rules);
        rules
    }

    /// What every plan grants of a thing: its own grants, or else all that those right below it grant.
    fn granted(&self, thing: usize, rules: &mut Vec<Rule>) {
        let Some(fact) = self.policy.find(Kind::Plan) else { return };
        for plan in 0..self.policy.facts[fact].values.len() {
            let own = !self.own_grants(thing, plan).is_empty();
            let origin = if own { Origin::Line } else { Origin::Inherited };
            for grant in self.grants_of(fact, thing, plan) {
                let line = &self.policy.grants[grant].2;
                rules.push(self.of_line(line, origin, |case| case[fact] == plan));
            }
        }
    }

    fn own_grants(&self, thing: usize, plan: usize) -> Vec<usize> {
        let all = self.policy.grants.iter().enumerate();
        all.filter(|(_, (of, what, _))| *of == plan && *what == thing).map(|(at, _)| at).collect()
    }

    /// The grants of a plan: its own, or else those of the plans right below it; the nearest first.
    fn grants_of(&self, fact: usize, thing: usize, plan: usize) -> Vec<usize> {
        let mut grants = Vec::new();
        let mut level = vec![plan];
        while !level.is_empty() {
            let mut below = Vec::new();
            for plan in level {
                let own = self.own_grants(thing, plan);
                if own.is_empty() {
                    below.extend(&self.policy.facts[fact].values[plan].extends);
                }
                grants.extend(own.into_iter().filter(|grant| !grants.contains(grant)).collect::<Vec<_>>());
            }
            level = below;
        }
        grants
    }

    /// What the rules of a thing mean.
    pub fn verdict(&self, thing: usize, rules: &[Rule]) -> Verdict {
        let said = &self.policy.things[thing];
        let domain = self.each(|case| said.only.iter().all(|cond| self.policy.holds(cond, case)));
        let layered = Layered { what: said.what, rules, domain: &domain };
        layered.verdict(self.cases.len())
    }

    /// The lines of a channel's hours that hold in each case: tables first, by their calendars.
    pub fn openings(&self, channel: usize) -> Vec<(Vec<usize>, bool)> {
        let policy = self.policy;
        self.cases
            .iter()
            .map(|case| {
                let mut open: Vec<usize> = Vec::new();
                let mut refused = false;
                for table in &policy.tables {
                    let here = table.only.as_ref().is_none_or(|only| policy.holds(only, case));
                    let Some(rows) = table.grid.keys.iter().find_map(|key| match key {
                        Key::Channels(rows) => Some(rows),
                        Key::Fact(..) | Key::Things(_) => None,
                    }) else {
                        continue;
                    };
                    for (row, column) in cells(&table.grid) {
                        if here
                            && rows[row].contains(&channel)
                            && self.cell_holds(&table.grid, row, column, case)
                        {
                            let calendars = table.grid.cells[row][column].calendars();
                            refused |= calendars.is_empty();
                            open.extend(calendars);
                        }
                    }
                }
                for (_, calendars, when) in policy.openings.iter().filter(|(of, ..)| *of == channel) {
                    if policy.meets(when.as_ref(), case) {
                        open.extend(calendars);
                    }
                }
                open.sort_unstable();
                open.dedup();
                (open, refused)
            })
            .collect()
    }
}

/// Whether a condition compares a plan with one that is not in one order with it.
pub fn compares_unrelated(policy: &Policy, cond: &Cond) -> bool {
    match cond {
        Cond::Covered => false,
        Cond::All(parts) | Cond::Any(parts) => parts.iter().any(|part| compares_unrelated(policy, part)),
        Cond::Not(inner) => compares_unrelated(policy, inner),
        Cond::Test { fact, op, values } => {
            policy.facts[*fact].kind == Kind::Plan
                && !matches!(op, Op::Holds | Op::Is | Op::IsNot)
                && !policy.comparable(*fact, values[0])
        }
    }
}

fn cells(grid: &Grid) -> impl Iterator<Item = (usize, usize)> + '_ {
    grid.cells.iter().enumerate().flat_map(|(row, cells)| (0..cells.len()).map(move |column| (row, column)))
}

/// Whether two rows of a table are for one case, or two columns for one value.
fn overlapping<'c>(policy: &Policy, grid: &Grid, cases: impl Iterator<Item = &'c Case> + Clone) -> bool {
    let rows = (0..grid.rows()).any(|row| {
        (0..row).any(|other| {
            meet(policy, &grid.keys, row, other)
                && cases
                    .clone()
                    .any(|case| policy.row_holds(grid, row, case) && policy.row_holds(grid, other, case))
        })
    });
    let columns = match &grid.columns {
        Columns::Matrix { fact, labels, .. } => {
            let values = |label: &Label| policy.values_of(*fact, label, labels);
            (0..labels.len()).any(|at| {
                labels[..at]
                    .iter()
                    .any(|other| values(other).iter().any(|value| values(&labels[at]).contains(value)))
            })
        }
        Columns::Sets(_) | Columns::Result => false,
    };
    rows || columns
}
