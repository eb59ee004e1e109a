//! A policy as the generator knows it, and what each of its parts means for one case.
//!
//! A case is one value for every fact. Numbers and dates have a value at each threshold that a condition may name, one
//! below, one above and one between, so that all stretches that can be told apart are there.

use super::values::Val;

/// A value for every fact, by its position.
pub type Case = Vec<usize>;

#[derive(Clone, Debug, Default)]
pub struct Policy {
    pub facts: Vec<Fact>,
    /// The cases that can occur, so that most conditions are drawn to hold in some of them.
    pub cases: Vec<Case>,
    pub scope: Option<Scope>,
    pub things: Vec<Thing>,
    pub tables: Vec<TableDecl>,
    /// What each plan grants, in the order of the file: plan, thing, line.
    pub grants: Vec<(usize, usize, Line)>,
    /// The `open` lines of each channel: channel, calendars, condition.
    pub openings: Vec<(usize, Vec<usize>, Option<When>)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Severity,
    Plan,
    Request,
    Channel,
    Named,
    YesNo,
    Number,
    Date,
}

#[derive(Clone, Debug)]
pub struct Fact {
    pub name: &'static str,
    pub kind: Kind,
    pub values: Vec<Value>,
    /// The table that it follows from; its cells are values of the fact.
    pub derived: Option<Grid>,
}

#[derive(Clone, Debug)]
pub struct Value {
    /// Its name, or the text of a threshold; none for a value between thresholds.
    pub text: Option<&'static str>,
    /// Its place among dates (days) and numbers (billionths).
    pub point: i64,
    /// In which cases it exists: the values of `only when` lines.
    pub only: Vec<Cond>,
    /// The plans right below it.
    pub extends: Vec<usize>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Op {
    Holds,
    Is,
    IsNot,
    AtLeast,
    AtMost,
    More,
    Less,
}

#[derive(Clone, Debug)]
pub enum Cond {
    Test { fact: usize, op: Op, values: Vec<usize> },
    Covered,
    All(Vec<Cond>),
    Any(Vec<Cond>),
    Not(Box<Cond>),
}

/// `when` or `unless` with a condition.
#[derive(Clone, Debug)]
pub struct When {
    pub unless: bool,
    pub cond: Cond,
}

#[derive(Clone, Debug, Default)]
pub struct Scope {
    pub covers: Vec<Option<When>>,
    /// With the `only when` in its body.
    pub excludes: Vec<(Option<When>, Option<Cond>)>,
}

/// A line that gives a value.
#[derive(Clone, Debug)]
pub struct Line {
    pub value: Val,
    pub except: bool,
    pub name: Option<String>,
    pub when: Option<When>,
    /// `only when` in the body of the line.
    pub only: Option<Cond>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    Commitment,
    Price,
    Entitlement,
}

#[derive(Clone, Debug)]
pub struct Thing {
    pub what: What,
    pub name: &'static str,
    pub only: Vec<Cond>,
    pub lines: Vec<Line>,
    pub grids: Vec<Grid>,
    /// Whether the tables stand before the lines.
    pub tables_first: bool,
}

/// A `table` that sets several things.
#[derive(Clone, Debug)]
pub struct TableDecl {
    pub name: &'static str,
    pub only: Option<Cond>,
    pub grid: Grid,
    /// Whether it stands before the things that it sets.
    pub first: bool,
}

#[derive(Clone, Debug)]
pub struct Grid {
    pub keys: Vec<Key>,
    pub columns: Columns,
    pub cells: Vec<Vec<Val>>,
}

#[derive(Clone, Debug)]
pub enum Key {
    /// A fact with a label for each row.
    Fact(usize, Vec<Label>),
    /// The things that each row sets.
    Things(Vec<Vec<usize>>),
    /// The channels that each row speaks of.
    Channels(Vec<Vec<usize>>),
}

#[derive(Clone, Debug)]
pub enum Columns {
    /// A label for each column, and whether the header says of which fact.
    Matrix { fact: usize, labels: Vec<Label>, by: bool },
    /// The things that the columns set.
    Sets(Vec<usize>),
    /// The fact that follows from the keys.
    Result,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Label {
    Values(Vec<usize>),
    Other,
    Any,
}

impl Policy {
    pub fn find(&self, kind: Kind) -> Option<usize> {
        self.facts.iter().position(|fact| fact.kind == kind)
    }

    /// Every combination of values.
    pub fn combinations(&self) -> Vec<Case> {
        let mut all: Vec<Case> = vec![Vec::new()];
        for fact in &self.facts {
            let longer = |case: &Case| {
                let case = case.clone();
                (0..fact.values.len()).map(move |value| [case.as_slice(), &[value]].concat())
            };
            all = all.iter().flat_map(longer).collect();
        }
        all
    }

    pub fn holds(&self, cond: &Cond, case: &Case) -> bool {
        match cond {
            Cond::Covered => self.covers(case),
            Cond::All(parts) => parts.iter().all(|part| self.holds(part, case)),
            Cond::Any(parts) => parts.iter().any(|part| self.holds(part, case)),
            Cond::Not(inner) => !self.holds(inner, case),
            Cond::Test { fact, op, values } => self.test(*fact, *op, values, case[*fact]),
        }
    }

    fn test(&self, fact: usize, op: Op, values: &[usize], has: usize) -> bool {
        match op {
            Op::Holds => has == 0,
            Op::Is => values.contains(&has),
            Op::IsNot => !values.contains(&has),
            Op::AtLeast => has == values[0] || self.more(fact, has, values[0]),
            Op::AtMost => has == values[0] || self.more(fact, values[0], has),
            Op::More => self.more(fact, has, values[0]),
            Op::Less => self.more(fact, values[0], has),
        }
    }

    /// Whether one value of a fact is more than another.
    fn more(&self, fact: usize, one: usize, other: usize) -> bool {
        let Fact { kind, values, .. } = &self.facts[fact];
        match kind {
            // The gravest is declared first.
            Kind::Severity => one < other,
            Kind::Plan => self.above(fact, one, other),
            Kind::Number | Kind::Date => values[one].point > values[other].point,
            Kind::Request | Kind::Channel | Kind::Named | Kind::YesNo => panic!("no order"),
        }
    }

    /// Whether a plan extends another one in the end.
    pub fn above(&self, fact: usize, high: usize, low: usize) -> bool {
        self.facts[fact].values[high].extends.iter().any(|next| *next == low || self.above(fact, *next, low))
    }

    /// Whether a plan is in one order with all others.
    pub fn comparable(&self, fact: usize, plan: usize) -> bool {
        let mut others = (0..self.facts[fact].values.len()).filter(|other| *other != plan);
        others.all(|other| self.above(fact, plan, other) || self.above(fact, other, plan))
    }

    pub fn meets(&self, when: Option<&When>, case: &Case) -> bool {
        when.is_none_or(|when| self.holds(&when.cond, case) != when.unless)
    }

    pub fn covers(&self, case: &Case) -> bool {
        let Some(scope) = &self.scope else { return true };
        let added =
            scope.covers.is_empty() || scope.covers.iter().any(|when| self.meets(when.as_ref(), case));
        let taken = scope.excludes.iter().any(|(when, only)| {
            self.meets(when.as_ref(), case) && only.as_ref().is_none_or(|only| self.holds(only, case))
        });
        added && !taken
    }

    /// The values that a label names, among those of its column.
    pub fn values_of(&self, fact: usize, label: &Label, column: &[Label]) -> Vec<usize> {
        let all = 0..self.facts[fact].values.len();
        let named = |value: &usize| {
            column.iter().any(|label| matches!(label, Label::Values(values) if values.contains(value)))
        };
        match label {
            Label::Any => all.collect(),
            Label::Values(values) => values.clone(),
            Label::Other => all.filter(|value| !named(value)).collect(),
        }
    }

    /// Whether a row of a grid is for a case.
    pub fn row_holds(&self, grid: &Grid, row: usize, case: &Case) -> bool {
        grid.keys.iter().all(|key| match key {
            Key::Fact(fact, labels) => self.values_of(*fact, &labels[row], labels).contains(&case[*fact]),
            Key::Things(_) | Key::Channels(_) => true,
        })
    }

    /// Whether a column of a grid is for a case.
    pub fn column_holds(&self, grid: &Grid, column: usize, case: &Case) -> bool {
        match &grid.columns {
            Columns::Matrix { fact, labels, .. } => {
                self.values_of(*fact, &labels[column], labels).contains(&case[*fact])
            }
            Columns::Sets(_) | Columns::Result => true,
        }
    }

    /// What the cells of a table give a value to; none for the hours of channels.
    pub fn set_by(&self, grid: &Grid) -> Option<What> {
        let named = match (&grid.columns, grid.keys.first()) {
            (Columns::Sets(things), _) => things.first(),
            (Columns::Matrix { .. }, Some(Key::Things(rows))) => rows.iter().flatten().next(),
            (Columns::Matrix { .. } | Columns::Result, _) => None,
        };
        named.map(|thing| self.things[*thing].what)
    }

    /// Every table.
    pub fn grids(&self) -> impl Iterator<Item = &Grid> {
        let facts = self.facts.iter().filter_map(|fact| fact.derived.as_ref());
        let own = self.things.iter().flat_map(|thing| &thing.grids);
        facts.chain(own).chain(self.tables.iter().map(|table| &table.grid))
    }

    /// Every condition that is checked on its own, with whether it stands after `unless`.
    pub fn conditions(&self) -> Vec<(&Cond, bool)> {
        let mut plain: Vec<&Cond> = Vec::new();
        let mut whens: Vec<&When> = Vec::new();
        plain.extend(self.facts.iter().flat_map(|fact| &fact.values).flat_map(|value| &value.only));
        if let Some(scope) = &self.scope {
            whens.extend(scope.covers.iter().flatten());
            whens.extend(scope.excludes.iter().filter_map(|(when, _)| when.as_ref()));
            plain.extend(scope.excludes.iter().filter_map(|(_, only)| only.as_ref()));
        }
        plain.extend(self.things.iter().flat_map(|thing| &thing.only));
        let lines = self.things.iter().flat_map(|thing| &thing.lines);
        for line in lines.chain(self.grants.iter().map(|(.., line)| line)) {
            whens.extend(&line.when);
            plain.extend(&line.only);
        }
        plain.extend(self.tables.iter().filter_map(|table| table.only.as_ref()));
        whens.extend(self.openings.iter().filter_map(|(.., when)| when.as_ref()));
        let plain = plain.into_iter().map(|cond| (cond, false));
        plain.chain(whens.into_iter().map(|when| (&when.cond, when.unless))).collect()
    }
}

impl Grid {
    pub fn rows(&self) -> usize {
        self.cells.len()
    }
}
