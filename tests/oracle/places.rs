//! The cases of a policy in the program that was compiled from it, and what the program says of them beyond rules.
//!
//! In: the judge and the program. Out: the place of each case in the space, and every difference in what can occur, what is
//! covered, what follows from what, and when channels are open.

use super::judge::Judge;
use super::model::{Case, Fact, Kind, Policy};
use super::values::CALENDARS;
use avouch::cases;
use avouch::hir::{FactKind, Opening, Program};
use std::collections::BTreeSet;

/// A compiled policy beside what it means.
pub struct Compared<'a> {
    pub judge: &'a Judge<'a>,
    pub program: &'a Program,
    /// The possible cases in the classes of the program.
    pub places: Vec<cases::Case>,
}

impl<'a> Compared<'a> {
    pub fn policy(&self) -> &'a Policy {
        self.judge.policy
    }

    /// Finds the place of every case in the program's space; what can occur is the same in both.
    pub fn placed(mut self, faults: &mut Vec<String>) -> Option<Self> {
        let names: BTreeSet<&str> = self.program.facts.keys().map(avouch::value::Name::as_str).collect();
        let known: BTreeSet<&str> = self.policy().facts.iter().map(|fact| fact.name).collect();
        if names != known {
            faults.push(format!("the facts are {known:?}, not {names:?}"));
            return None;
        }
        for case in &self.judge.combinations {
            let Some(place) = self.place(case) else {
                faults.push(format!("the space has no place for {}", self.told(case)));
                return None;
            };
            let possible = self.judge.cases.contains(case);
            if self.program.space.possible().contains(&place) != possible {
                faults.push(format!("it is {possible} that this can occur: {}", self.told(case)));
                return None;
            }
            if possible {
                self.places.push(place);
            }
        }
        Some(self)
    }

    fn place(&self, case: &Case) -> Option<cases::Case> {
        let class = |(name, fact): (&avouch::value::Name, &avouch::hir::Fact)| {
            let at = self.policy().facts.iter().position(|fact| *name == *fact.name)?;
            let value = &self.policy().facts[at].values[case[at]];
            match &fact.kind {
                FactKind::Values(values) => {
                    values.iter().position(|known| Some(known.clause.name.as_str()) == value.text)
                }
                FactKind::YesNo => Some(case[at]),
                FactKind::Date(stretches) | FactKind::Number(stretches) | FactKind::Duration(stretches) => {
                    stretches.iter().position(|stretch| {
                        stretch.low.is_none_or(|low| low <= value.point)
                            && stretch.high.is_none_or(|high| value.point <= high)
                    })
                }
            }
        };
        let classes = self.program.facts.iter().map(class).collect::<Option<_>>()?;
        Some(cases::Case { classes })
    }

    pub fn told(&self, case: &Case) -> String {
        told(self.policy(), case)
    }

    pub fn covered(&self, faults: &mut Vec<String>) {
        let Some(scope) = &self.program.scope else { return };
        for (case, place) in self.judge.cases.iter().zip(&self.places) {
            let covered = self.policy().covers(case);
            if scope.covered.contains(place) != covered {
                faults.push(format!("it is {covered} that this is covered: {}", self.told(case)));
            }
        }
    }

    pub fn derived(&self, faults: &mut Vec<String>) {
        for (at, fact) in self.policy().facts.iter().enumerate() {
            let told = self.program.facts.get(fact.name).and_then(|fact| fact.derived.as_ref());
            if told.is_some() != fact.derived.is_some() {
                faults.push(format!("whether `{}` follows from others", fact.name));
            }
            let Some(told) = told else { continue };
            let dim = self.program.space.dim(fact.name).unwrap();
            for (case, place) in self.judge.cases.iter().zip(&self.places) {
                let says: Vec<usize> = told
                    .values
                    .iter()
                    .filter(|(_, set)| set.contains(place))
                    .map(|(class, _)| *class)
                    .collect();
                if says != [place.class(dim).unwrap()] {
                    faults.push(format!("`{}` is {} here: {}", fact.name, case[at], self.told(case)));
                }
            }
        }
    }

    pub fn openings(&self, faults: &mut Vec<String>) {
        let Some(fact) = self.policy().find(Kind::Channel) else { return };
        for (channel, value) in self.policy().facts[fact].values.iter().enumerate() {
            let hours = &self.program.channels.get(value.text.unwrap()).unwrap().hours;
            let openings = self.judge.openings(channel);
            for (at, place) in self.places.iter().enumerate() {
                let case = &self.judge.cases[at];
                let there = value.only.iter().all(|cond| self.policy().holds(cond, case));
                let parts: Vec<&Vec<usize>> = hours
                    .regions
                    .iter()
                    .filter(|(cases, _)| cases.contains(place))
                    .map(|(_, lines)| lines)
                    .collect();
                if parts.len() != usize::from(there) {
                    faults.push(format!("{} parts for {:?}: {}", parts.len(), value.text, self.told(case)));
                }
                let Some(lines) = parts.first() else { continue };
                let (mut open, mut refused) = (Vec::new(), false);
                for line in *lines {
                    match &hours.lines[*line].value {
                        Opening::Calendars(names) => {
                            open.extend(
                                names
                                    .iter()
                                    .filter_map(|name| CALENDARS.iter().position(|known| *name == **known)),
                            );
                        }
                        Opening::No => refused = true,
                        Opening::AsDecided(_) => faults.push("nobody decides".to_owned()),
                    }
                }
                open.sort_unstable();
                open.dedup();
                if (&open, refused) != (&openings[at].0, openings[at].1) {
                    faults.push(format!(
                        "{:?} is open {:?}, not {open:?}: {}",
                        value.text,
                        openings[at],
                        self.told(case)
                    ));
                }
            }
        }
    }
}

/// A case in words.
pub fn told(policy: &Policy, case: &Case) -> String {
    let side = |(fact, value): (&Fact, &usize)| {
        let value = &fact.values[*value];
        let said = value.text.map_or_else(|| format!("~{}", value.point), str::to_owned);
        format!("{} {said}", fact.name)
    };
    policy.facts.iter().zip(case).map(side).collect::<Vec<_>>().join(", ")
}
