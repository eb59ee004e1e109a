//! Cases in words, for findings: "plan Premium, severity Critical".
//!
//! In: the facts with the titles of their values, and sets of cases. Out: short texts in the order of the facts. Only what
//! matters for the set is said.

use super::{Fact, FactKind, facts::spoken};
use crate::cases::{Case, CaseSet, ClassSet, Condition, Space};
use crate::value::Named;
use smol_str::SmolStr;
use std::fmt::Write;

/// The words for the dimensions of a space.
#[derive(Clone, Debug, Default)]
pub struct Legend {
    /// One for each dimension.
    pub facts: Vec<FactWords>,
}

/// The words for one fact.
#[derive(Clone, Debug)]
pub struct FactWords {
    /// The name of the fact.
    pub name: String,
    /// Whether it is said by its name alone, with `not` before it when it does not hold.
    pub yes_no: bool,
    /// The titles of its values, by class.
    pub titles: Vec<SmolStr>,
    /// The words for the ends of a stretch, where its classes are points and what lies between them.
    pub ends: Option<Ends>,
}

/// The words before the ends of a stretch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ends {
    /// Before the lowest that is in it.
    pub least: &'static str,
    /// Before the highest that is in it.
    pub most: &'static str,
    /// Before the highest that is below it.
    pub above: &'static str,
    /// Before the lowest that is above it.
    pub below: &'static str,
}

impl Ends {
    /// Of numbers and lengths of time.
    pub const NUMBERS: Self =
        Self { least: "at least", most: "at most", above: "more than", below: "less than" };
    /// Of dates.
    pub const DATES: Self = Self { least: "from", most: "up to", above: "after", below: "before" };
}

/// A case in two forms: facts and values by name, and in words.
pub type Told = (Vec<(String, String)>, String);

impl Legend {
    /// The words of the facts of a program.
    pub fn of(facts: &Named<Fact>) -> Self {
        let words = facts.values().map(|fact| {
            let titles = match &fact.kind {
                FactKind::Values(values) => values
                    .iter()
                    .map(|value| spoken(value.clause.title.as_deref(), &value.clause.name).into())
                    .collect(),
                FactKind::YesNo => vec!["yes".into(), "no".into()],
                FactKind::Date(stretches) | FactKind::Number(stretches) | FactKind::Duration(stretches) => {
                    stretches.iter().map(|stretch| stretch.label.as_str().into()).collect()
                }
            };
            let yes_no = matches!(fact.kind, FactKind::YesNo);
            let ends = match fact.kind {
                FactKind::Date(_) => Some(Ends::DATES),
                FactKind::Number(_) | FactKind::Duration(_) => Some(Ends::NUMBERS),
                FactKind::Values(_) | FactKind::YesNo => None,
            };
            FactWords { name: fact.clause.name.as_str().to_owned(), yes_no, titles, ends }
        });
        Self { facts: words.collect() }
    }

    /// A case as far as it matters for being in the set.
    pub fn case(&self, space: &Space, case: &Case, set: &CaseSet) -> Told {
        let matters = case.what_matters(space, set).unwrap_or_default();
        let mut names = Vec::new();
        let mut words = Vec::new();
        for (dim, class) in matters {
            let Some(dimension) = space.dimensions().get(dim.index()) else { continue };
            let label = space.label(dim, class).map_or_else(String::new, ToString::to_string);
            names.push((dimension.name.to_string(), label));
            words.push(self.side(dim.index(), &ClassSet::of(space.size(dim), [class])));
        }
        if words.is_empty() {
            words.push("every case".to_owned());
        }
        (names, words.join(", "))
    }

    /// A set in the fewest conditions, and how many kinds of case these are.
    pub fn summary(&self, space: &Space, set: &CaseSet) -> Option<(usize, String)> {
        let conditions = set.summary(space).ok()?;
        let kinds = conditions.iter().map(Condition::kinds).fold(0_usize, usize::saturating_add);
        Some((kinds, self.conditions(&conditions)))
    }

    /// Conditions in words, the first few of them.
    pub fn conditions(&self, conditions: &[Condition]) -> String {
        let words: Vec<String> =
            conditions.iter().take(4).map(|condition| self.condition(condition)).collect();
        let mut text = words.join("; ");
        if conditions.len() > words.len() {
            let _ = write!(text, "; and {} more", conditions.len() - words.len());
        }
        text
    }

    fn condition(&self, condition: &Condition) -> String {
        let sides: Vec<String> =
            condition.sides.iter().map(|(dim, classes)| self.side(dim.index(), classes)).collect();
        if sides.is_empty() { "every case".to_owned() } else { sides.join(", ") }
    }

    fn side(&self, dim: usize, classes: &ClassSet) -> String {
        let Some(fact) = self.facts.get(dim) else { return String::new() };
        if fact.yes_no {
            return if classes.contains(0) { fact.name.clone() } else { format!("not {}", fact.name) };
        }
        let title = |class: usize| fact.titles.get(class).map_or_else(String::new, SmolStr::to_string);
        let others = classes.not();
        if classes.count() > 3 && others.count() <= 2 {
            let others: Vec<String> = others.iter().map(title).collect();
            return format!("{} other than {}", fact.name, join(&others));
        }
        let titles: Vec<String> = match fact.ends {
            Some(ends) => fact.stretches(ends, classes),
            None => classes.iter().map(title).collect(),
        };
        format!("{} {}", fact.name, join(&titles))
    }
}

impl FactWords {
    /// Points and what lies between them, each run of them as one: "at least 50" for "50" and "more than 50".
    fn stretches(&self, ends: Ends, classes: &ClassSet) -> Vec<String> {
        let classes: Vec<usize> = classes.iter().collect();
        let runs = classes.chunk_by(|one, next| one + 1 == *next);
        let title = |class: usize| self.titles.get(class).map_or("", SmolStr::as_str);
        let is_point = |class: usize| title(class).starts_with(|c: char| c.is_ascii_digit() || c == '-');
        let run = |run: &[usize]| {
            let (first, last) = (*run.first()?, *run.last()?);
            if first == last {
                return Some(title(first).to_owned());
            }
            let low = match first {
                point if is_point(point) => Some(format!("{} {}", ends.least, title(point))),
                first => first.checked_sub(1).map(|point| format!("{} {}", ends.above, title(point))),
            };
            let high = match last {
                point if is_point(point) => Some(format!("{} {}", ends.most, title(point))),
                last => (last + 1 < self.titles.len()).then(|| format!("{} {}", ends.below, title(last + 1))),
            };
            match (low, high) {
                (Some(low), Some(high)) => Some(format!("{low} and {high}")),
                (low, high) => Some(low.or(high).unwrap_or_else(|| "any".to_owned())),
            }
        };
        runs.filter_map(run).collect()
    }
}

/// "A", "A or B", "A, B or C".
pub fn join(words: &[String]) -> String {
    match words {
        [] => String::new(),
        [one] => one.clone(),
        [firsts @ .., last] => format!("{} or {last}", firsts.join(", ")),
    }
}

impl Condition {
    /// How many combinations of the values that it names it holds.
    fn kinds(&self) -> usize {
        self.sides.iter().map(|(_, classes)| classes.count()).fold(1, usize::saturating_mul)
    }
}

#[cfg(test)]
mod tests {
    use super::{Ends, FactWords};
    use crate::cases::ClassSet;

    #[test]
    fn a_run_of_points_and_gaps_is_one_stretch() {
        let titles = ["less than 25", "25", "between 25 and 50", "50", "more than 50"];
        let words = FactWords {
            name: "distance".to_owned(),
            yes_no: false,
            titles: titles.map(Into::into).to_vec(),
            ends: Some(Ends::NUMBERS),
        };
        let said = |classes: &[usize]| {
            words.stretches(Ends::NUMBERS, &ClassSet::of(5, classes.iter().copied())).join("; ")
        };
        assert_eq!(said(&[3, 4]), "at least 50");
        assert_eq!(said(&[0, 1]), "at most 25");
        assert_eq!(said(&[0, 1, 2]), "less than 50");
        assert_eq!(said(&[2, 3, 4]), "more than 25");
        assert_eq!(said(&[1, 2]), "at least 25 and less than 50");
        assert_eq!(said(&[2, 3]), "more than 25 and at most 50");
        assert_eq!(said(&[0, 3]), "less than 25; 50");
        assert_eq!(said(&[2]), "between 25 and 50");
        assert_eq!(said(&[0, 1, 2, 3, 4]), "any");
    }
}
