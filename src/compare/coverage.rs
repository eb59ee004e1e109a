//! What is covered, and where those can turn whose request is not.
//!
//! In: the scopes of both versions. Out: changes.

use super::change::{Change, Said, Subject};
use super::finder::{Finder, Item, subject};
use super::kinds;
use super::regions::moved;
use super::wording;
use crate::cases::{CaseSet, TooComplex};
use crate::hir::{Exclusion, Scope, SetLine};
use crate::value::Name;

/// Compares what is covered.
pub fn compare(finder: &mut Finder<'_>) -> Result<(), TooComplex> {
    let (old, new) = (finder.common.old.program(), finder.common.new.program());
    let (was, is) = (old.scope.as_ref(), new.scope.as_ref());
    let Some(shown) = is.or(was) else { return Ok(()) };
    let of = Subject { title: "Coverage".to_owned(), ..subject(&shown.clause) };
    let covered = |scope: Option<&'_ Scope>| scope.map(|scope| scope.covered.clone());
    let (before, after) = (covered(was), covered(is));
    let (lost, gained) = moved(&finder.common, before.as_ref(), after.as_ref())?;
    let (span, place) = (was.map(|scope| scope.clause.span), is.map(|scope| scope.clause.span));
    let (covered, not) = (|| Said::Covered(true), || Said::Covered(false));
    let change = Change::new(&kinds::COVERAGE.back, of.clone()).within(lost).from_to(covered(), not());
    finder.add(change.at(span, place))?;
    let change = Change::new(&kinds::COVERAGE.forth, of.clone()).within(gained).from_to(not(), covered());
    finder.add(change.at(span, place))?;
    let (Some(was), Some(is)) = (was, is) else { return Ok(()) };
    wording::clauses(finder, &was.clause, &is.clause)?;
    lines(finder, was, is)?;
    let (before, after) = (ways(was), ways(is));
    // Where something is covered now, nobody has to turn elsewhere.
    let uncovered = |scope: &Scope| scope.covered.not();
    let (first, second) =
        (finder.common.old.carry(&uncovered(was))?, finder.common.new.carry(&uncovered(is))?);
    let still = first.try_and(&second)?;
    let found = finder.changes.len();
    let before: Vec<Item<'_>> = before.iter().map(|way| way.item()).collect();
    let names = finder.common.names.clone();
    let before: Vec<Item<'_>> = before
        .into_iter()
        .map(|item| {
            let key = match &item.said {
                Said::Names(keyword, found) => {
                    found.iter().map(|name| names.new_of(keyword, name).to_string()).collect()
                }
                _ => item.key.clone(),
            };
            Item { key, ..item }
        })
        .collect();
    let after: Vec<Item<'_>> = after.iter().map(|way| way.item()).collect();
    finder.held(&kinds::INSTEAD, true, &of, &before, &after)?;
    let mut kept = Vec::new();
    for change in finder.changes.drain(found..) {
        let cases = change.cases.try_and(&still)?;
        if !cases.is_empty() {
            kept.push(Change { cases, ..change });
        }
    }
    finder.changes.extend(kept);
    Ok(())
}

/// A place to turn to, with the cases in which a line names it.
struct Way<'a> {
    line: &'a SetLine<Exclusion>,
    keyword: &'static str,
    name: &'a Name,
    cases: CaseSet,
}

impl Way<'_> {
    fn item(&self) -> Item<'_> {
        Item {
            key: self.name.to_string(),
            said: Said::Names(self.keyword, vec![self.name.clone()]),
            when: Some(&self.cases),
            audience: &self.line.clause.audience,
            span: self.line.span,
        }
    }
}

fn ways(scope: &Scope) -> Vec<Way<'_>> {
    let mut found = Vec::new();
    for line in &scope.excludes {
        for (to, when) in &line.value.instead {
            let cases = when
                .as_ref()
                .map_or_else(|| line.when.cases.clone(), |when| line.when.cases.and(&when.cases));
            found.push(Way { line, keyword: to.keyword, name: &to.name, cases });
        }
    }
    found
}

/// The words of the lines; what they cover was compared as a whole.
fn lines(finder: &mut Finder<'_>, was: &Scope, is: &Scope) -> Result<(), TooComplex> {
    for line in &is.covers {
        let name = finder.common.names.old_of("covers", &line.clause.name);
        if let Some(before) = was.covers.iter().find(|known| known.clause.name == name) {
            wording::clauses(finder, &before.clause, &line.clause)?;
        }
    }
    for line in &is.excludes {
        let name = finder.common.names.old_of("exclusion", &line.clause.name);
        if let Some(before) = was.excludes.iter().find(|known| known.clause.name == name) {
            wording::clauses(finder, &before.clause, &line.clause)?;
        }
    }
    Ok(())
}
