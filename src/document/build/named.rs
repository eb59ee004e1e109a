//! What of a condition the words beside it say already, so that a reader is not told the same thing twice.
//!
//! In: a condition, and the author's words that stand beside it. Out: the condition without the tests that those words
//! hold: "Incidents" needs no "if the kind of request is incident". What the words leave open is always said.

use super::context::Context;
use super::text;
use crate::cases::CaseSet;
use crate::document::model::plain_text;
use crate::hir::{Clause, Cond};
use crate::value::{Condition, Name, Operand, Operator, Test};
use std::sync::Arc;

/// The fewest letters in which two forms of a word agree: `incident`, `incidents`.
const FEWEST_SHARED: usize = 4;

/// The most letters that the ending of a word has.
const LONGEST_ENDING: usize = 3;

/// What is left of a condition behind a title that names some of its values; `None` when nothing is.
pub fn beside_title(cx: &Context<'_>, title: &str, cond: &Cond) -> Option<Cond> {
    keep(cond, |part, _| !says(cx, title, cond, part, false))
}

/// The same behind a text, which may also say what a value means without its name.
pub fn beside_text(cx: &Context<'_>, words: &str, cond: &Cond) -> Option<Cond> {
    keep(cond, |part, _| !says(cx, words, cond, part, true))
}

/// Whether a condition only asks which kind of request it is.
pub fn is_of_kind(cond: &Cond) -> bool {
    let Some(Condition::Test(test)) = cond.written.as_deref() else { return false };
    test.fact.as_str() == "kind" && test.operator == Operator::Is
}

/// The kinds of request of a condition that asks for nothing else, where all of them may be shown.
pub fn kinds<'a>(cx: &Context<'a>, cond: &Cond) -> Option<Vec<&'a Clause>> {
    let Some(Condition::Test(test)) = cond.written.as_deref().filter(|_| is_of_kind(cond)) else {
        return None;
    };
    values(cx, test).filter(|kinds| kinds.iter().all(|kind| cx.shows(kind)))
}

/// The same in a list of what is covered: what would break a test is excluded in so many words below the list.
pub fn beside_exclusions(cx: &Context<'_>, words: &str, cond: &Cond, excluded: &CaseSet) -> Option<Cond> {
    let is_excluded = |part: &Condition, others: &[&Condition]| {
        let broken = cases(cx, part).map(|cases| cx.program.space.possible().minus(&cases));
        let rest = others.iter().filter_map(|other| cases(cx, other));
        let broken = broken.map(|broken| rest.fold(broken, |whole, other| whole.and(&other)));
        broken.is_some_and(|broken| broken.is_subset_of(excluded))
    };
    keep(cond, |part, others| !says(cx, words, cond, part, true) && !is_excluded(part, others))
}

/// The condition with those of its tests that pass; each is seen with the others of the condition.
fn keep(cond: &Cond, passes: impl Fn(&Condition, &[&Condition]) -> bool) -> Option<Cond> {
    let Some(written) = cond.written.as_deref() else { return Some(cond.clone()) };
    let parts: Vec<&Condition> = match written {
        Condition::All(parts, _) => parts.iter().collect(),
        Condition::Any(..) | Condition::Not(..) | Condition::Test(_) => vec![written],
    };
    let kept = parts.iter().enumerate().filter(|(at, part)| {
        let others: Vec<&Condition> =
            parts.iter().enumerate().filter(|(other, _)| other != at).map(|(_, other)| *other).collect();
        passes(part, &others)
    });
    let mut kept: Vec<Condition> = kept.map(|(_, part)| (*part).clone()).collect();
    if kept.len() == parts.len() {
        return Some(cond.clone());
    }
    let written = match kept.len() {
        0 => return None,
        1 => kept.remove(0),
        _ => Condition::All(kept, written.span()),
    };
    Some(Cond { written: Some(Arc::new(written)), cases: cond.cases.clone() })
}

/// Whether some words name every value that a test of a condition asks for, or say what it means.
fn says(cx: &Context<'_>, words: &str, cond: &Cond, part: &Condition, by_meaning: bool) -> bool {
    let Condition::Test(test) = part else { return false };
    let asked: Vec<&Clause> = match test.operator {
        Operator::Is => match values(cx, test) {
            Some(values) => values,
            None => return false,
        },
        Operator::Holds => cx.fact(test.fact.as_str()).map(|fact| &fact.clause).into_iter().collect(),
        Operator::AtLeast | Operator::AtMost | Operator::MoreThan | Operator::LessThan => {
            match values_left(cx, test, cond) {
                Some(values) => values,
                None => return false,
            }
        }
        Operator::IsNot | Operator::Before | Operator::After => return false,
    };
    let heard = stems(words);
    let is_named = |clause: &&Clause| {
        let title = plain_text(&cx.title(clause));
        let mut meaning = stems(&title);
        if meaning.iter().all(|stem| heard.iter().any(|other| are_forms(stem, other)))
            || (is_unspaced(&title) && words.contains(&title))
        {
            return true;
        }
        if !by_meaning {
            return false;
        }
        meaning.extend(clause.means.iter().flat_map(|means| stems(&plain_text(&text::inline(cx, means)))));
        let is_known = |stem: &&String| meaning.iter().any(|other| are_forms(stem, other));
        2 * heard.iter().filter(is_known).count() > heard.len()
    };
    !asked.is_empty() && asked.iter().all(is_named)
}

/// The values that a test of named values asks for.
fn values<'a>(cx: &Context<'a>, test: &Test) -> Option<Vec<&'a Clause>> {
    let fact = cx.fact(test.fact.as_str())?;
    let value =
        |name: &Name| fact.values().iter().map(|value| &value.clause).find(|clause| clause.name == *name);
    test.operands
        .iter()
        .map(|operand| if let Operand::Name(name) = operand { value(name) } else { None })
        .collect()
}

/// The values of a ladder that a condition leaves, for a test that names only where they begin or end.
fn values_left<'a>(cx: &Context<'a>, test: &Test, cond: &Cond) -> Option<Vec<&'a Clause>> {
    let fact = cx.fact(test.fact.as_str())?;
    let space = &cx.program.space;
    let dim = space.dim(test.fact.as_str())?;
    let left = |value: &&Clause| {
        let class = space.class(dim, value.name.as_str());
        class.is_some_and(|class| cond.cases.overlaps(&space.is(dim, [class])))
    };
    let values: Vec<&Clause> = fact.values().iter().map(|value| &value.clause).filter(left).collect();
    (!values.is_empty()).then_some(values)
}

/// The cases of a condition on named values and yes/no facts; `None` for any other.
fn cases(cx: &Context<'_>, part: &Condition) -> Option<CaseSet> {
    let space = &cx.program.space;
    match part {
        Condition::Not(inner, _) => cases(cx, inner).map(|cases| space.possible().minus(&cases)),
        Condition::Test(test) => {
            let dim = space.dim(test.fact.as_str())?;
            let classes = || {
                test.operands
                    .iter()
                    .map(|operand| match operand {
                        Operand::Name(name) => space.class(dim, name.as_str()),
                        Operand::Text(..)
                        | Operand::Number(..)
                        | Operand::Duration(_)
                        | Operand::Date(..)
                        | Operand::Instant(..)
                        | Operand::Bool(..) => None,
                    })
                    .collect::<Option<Vec<usize>>>()
            };
            match test.operator {
                Operator::Holds => Some(space.is(dim, [0])),
                Operator::Is => Some(space.is(dim, classes()?)),
                Operator::IsNot => Some(space.possible().minus(&space.is(dim, classes()?))),
                Operator::AtLeast
                | Operator::AtMost
                | Operator::MoreThan
                | Operator::LessThan
                | Operator::Before
                | Operator::After => None,
            }
        }
        Condition::All(..) | Condition::Any(..) => None,
    }
}

/// The words of a text without what languages change within them: capitals, and one vowel or two.
fn stems(text: &str) -> Vec<String> {
    let words = text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words
        .map(|word| {
            let mut stem = String::with_capacity(word.len());
            for letter in word.to_lowercase().chars() {
                if !stem.ends_with(letter) {
                    stem.push(letter);
                }
            }
            stem
        })
        .collect()
}

/// Whether a title is in a script that puts no spaces between its words, in which nobody can see where they end.
fn is_unspaced(title: &str) -> bool {
    title.chars().all(|letter| letter >= '\u{2E80}')
}

/// Whether two stems are forms of one word: the same, or one with an ending.
fn are_forms(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    short == long
        || (short.chars().count() >= FEWEST_SHARED
            && long.strip_prefix(short).is_some_and(|ending| ending.chars().count() <= LONGEST_ENDING))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_agree_in_their_forms_and_not_in_their_first_letters() {
        let agree = |one: &str, other: &str| are_forms(&stems(one)[0], &stems(other)[0]);
        assert!(agree("Incident", "incidents"));
        assert!(agree("probleem", "Problemen"));
        assert!(!agree("in", "incident"));
        assert!(!agree("form", "formality"));
    }
}
