//! Facts that follow from others by a table.
//!
//! In: the facts whose declarations have a table. Out: what each value of them means, and the space narrowed to what can
//! exist then; findings about circles, and about tables that leave cases out.

use super::context::Context;
use super::facts::{FactInfo, Values, answer};
use super::grid::Grid;
use super::labels::{has_value, once_as_written};
use super::table::Sets;
use super::tables::waits;
use crate::cases::{self, CaseSet, Dim};
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::{CellValue, Derived};
use crate::syntax::ast;
use crate::syntax::cell;
use crate::value::{Name, Operand};
use indexmap::IndexMap;
use smol_str::SmolStr;
use std::sync::Arc;

/// What deriving facts found, by the name of the fact.
pub type Tables = IndexMap<SmolStr, Derived>;

/// A derived fact that has not been worked out yet.
struct Waiting<'a> {
    fact: Arc<FactInfo<'a>>,
    table: &'a ast::Table,
    /// The facts that its table names.
    inputs: Vec<SmolStr>,
}

impl<'a> Context<'a> {
    /// Works out the derived facts, each after those that it follows from.
    ///
    /// `restricted` names each fact of which a value does not exist everywhere, with the cases that decide it.
    pub(super) fn derive(&mut self, restricted: &[(SmolStr, CaseSet)]) -> Tables {
        let derived: Vec<Arc<FactInfo<'a>>> = self
            .facts
            .values()
            .filter(|fact| {
                fact.declared.as_ref().is_some_and(|(decl, _)| decl.body.tables().next().is_some())
            })
            .cloned()
            .collect();
        let mut tables = Tables::new();
        let mut waiting: Vec<Waiting<'a>> = Vec::new();
        for fact in derived {
            let Some((decl, _)) = fact.declared.clone() else { continue };
            let mut all = decl.body.tables();
            let Some(table) = all.next() else { continue };
            if let Some(second) = all.next() {
                self.report(super::context::repeated("the table of a fact", second.span, table.span));
            }
            // What is wrong with its rows is told once the facts that it follows from are known.
            let inputs = self
                .quietly(|context| context.derived_grid(&fact, table))
                .map(|grid| grid.facts().map(|input| input.name.text.clone()).collect());
            match inputs {
                Some(inputs) => waiting.push(Waiting { fact, table, inputs }),
                None => drop(self.derived_grid(&fact, table)),
            }
        }
        while !waiting.is_empty() {
            let names: Vec<SmolStr> = waiting.iter().map(|waiting| waiting.fact.name.text.clone()).collect();
            let ready =
                waiting.iter().position(|waiting| waiting.inputs.iter().all(|input| !names.contains(input)));
            let Some(at) = ready else {
                for waiting in &waiting {
                    self.derived_grid(&waiting.fact, waiting.table);
                }
                self.circle(&waiting);
                break;
            };
            let Waiting { fact, table, .. } = waiting.remove(at);
            let Some(grid) = self.derived_grid(&fact, table) else { continue };
            if let Some(derived) = self.follow(&fact, table, &grid, restricted) {
                tables.insert(fact.name.text.clone(), derived);
            }
        }
        tables
    }

    fn derived_grid(&mut self, fact: &Arc<FactInfo<'a>>, table: &'a ast::Table) -> Option<Grid<'a>> {
        let audience = fact.declared.as_ref().map(|(_, audience)| audience.clone())?;
        let sets = Sets::One("fact", fact.name.as_str(), fact.name.as_str());
        self.reading(audience, |context| context.grid(table, sets))
    }

    fn circle(&mut self, waiting: &[Waiting<'a>]) {
        let Some(Waiting { fact, .. }) = waiting.first() else { return };
        let names: Vec<String> = waiting.iter().map(|waiting| format!("`{}`", waiting.fact.name)).collect();
        let mut finding = Diagnostic::new(
            &registry::CIRCULAR_FACT,
            fact.name.span,
            format!("{} follow from one another in a circle", names.join(" and ")),
        )
        .label("depends on itself in the end")
        .help("let one of them be said by somebody instead of by a table");
        if waiting.len() == 1 {
            finding.message = format!("`{}` follows from itself", fact.name);
        }
        for other in waiting.iter().skip(1) {
            finding = finding.related(other.fact.name.span, "part of the circle");
        }
        self.report(finding);
    }

    pub(super) fn follow(
        &mut self,
        fact: &Arc<FactInfo<'a>>,
        table: &'a ast::Table,
        grid: &Grid<'a>,
        restricted: &[(SmolStr, CaseSet)],
    ) -> Option<Derived> {
        let audience = fact.declared.as_ref().map(|(_, audience)| audience.clone())?;
        let mut rows = Vec::new();
        let mut spans = Vec::new();
        let mut broken = grid.broken;
        let mut unknown = CaseSet::nothing();
        let anchor = format!("fact-{}", fact.name);
        let owner = fact.name.clone();
        let lone = grid.all_set().then(|| owner.clone());
        let written = self.reading(audience, |context| {
            context.matrix_cells(table, grid, &anchor, lone.as_ref(), |context, place| {
                if waits(context, place.cell, owner.as_str()) {
                    unknown = unknown.or(&place.cases);
                    return None;
                }
                let mut read = cell::names(place.cell);
                if read.value.iter().flatten().any(|name| !has_value(fact, name)) {
                    once_as_written(fact, place.cell, &mut read);
                }
                let names = context.take(read);
                let class = names.and_then(|names| {
                    let [name] = names.as_slice() else {
                        context.error(
                            &registry::WRONG_TYPE,
                            place.cell.span,
                            format!("a case has one value of `{owner}`"),
                            "more than one",
                        );
                        return None;
                    };
                    let test = crate::value::Test {
                        fact: Name::new(owner.as_str(), place.cell.span),
                        operator: crate::value::Operator::Is,
                        operands: vec![said(fact, name)],
                        span: place.cell.span,
                    };
                    Some((context.classes(fact, &test)?.first()?, name.clone()))
                });
                let Some((class, name)) = class else {
                    broken = true;
                    return None;
                };
                rows.push(cases::Row { when: place.cases, class });
                spans.push(place.cell.span);
                Some(CellValue::Value(name))
            })
        });
        let answer = cases::derived(&self.space, fact.dim, &rows);
        let found = self.decided(answer, fact.name.span)?;
        if !broken {
            self.partial(fact, &found.gaps.minus(&unknown));
        }
        // A channel that is only there for some values of this fact refuses the others; the values exist all the same. A row that
        // names the channel speaks of it alone.
        let following: Vec<Dim> = restricted
            .iter()
            .filter(|(other, cases)| *other != owner.text && cases.dims().contains(&fact.dim))
            .filter_map(|(other, _)| self.facts.get(other).map(|other| other.dim))
            .collect();
        for (row, refused) in &found.refused {
            let Some(said) = rows.get(*row) else { continue };
            let class = self.space.is(fact.dim, [said.class]);
            let there = self.space.possible().and(&class).forget(fact.dim);
            let named = said.when.dims();
            let others = following.iter().filter(|dim| !named.contains(dim));
            let there = others.fold(there, |there, dim| there.forget(*dim));
            let refused = refused.minus(&there);
            let (Some(span), Some(case)) = (spans.get(*row), refused.witness(&self.space)) else { continue };
            let (names, words) = self.legend.case(&self.space, &case, &refused);
            let finding = Diagnostic::new(
                &registry::CASE_RULED_OUT,
                *span,
                "this value does not exist in some of the cases of its row",
            )
            .label("not there")
            .case(names, words);
            self.report(finding);
        }
        // A broken table says nothing of the cases that it left out.
        let constraint = if broken { CaseSet::everything() } else { found.constraint };
        self.narrow(&constraint, fact.name.span);
        let mut values: Vec<(usize, CaseSet)> = Vec::new();
        for class in 0..fact.size() {
            let sets: Vec<&CaseSet> =
                rows.iter().filter(|row| row.class == class).map(|row| &row.when).collect();
            let union = CaseSet::try_union(sets);
            values.push((class, self.decided(union, fact.name.span)?));
        }
        Some(Derived { table: written, values })
    }

    pub(super) fn partial(&mut self, fact: &FactInfo<'a>, gaps: &CaseSet) {
        let Some(case) = gaps.witness(&self.space) else { return };
        let (names, words) = self.legend.case(&self.space, &case, gaps);
        let words = self.legend.summary(&self.space, gaps).map_or(words, |(_, text)| text);
        let finding = Diagnostic::new(
            &registry::PARTIAL_FACT,
            fact.name.span,
            format!("the table of `{}` leaves cases out", fact.name),
        )
        .label("has no value there")
        .cases(names, words)
        .help("add a row for them; `other` is every value that a column does not name");
        self.report(finding);
    }
}

/// What a cell of the table of a fact says: an answer where the fact is yes or no, and a name otherwise.
fn said(fact: &FactInfo<'_>, name: &Name) -> Operand {
    match (&fact.values, answer(name)) {
        (Values::YesNo, Some(answer)) => Operand::Bool(answer, name.span),
        (Values::YesNo | Values::Named(_) | Values::Cut(..), _) => Operand::Name(name.clone()),
    }
}

#[cfg(test)]
mod tests {
    use crate::check::trial::{BASE, check, codes};

    #[test]
    fn a_value_that_is_not_known_yet_leaves_no_case_out() {
        let table = |last: &str| {
            let rows = "  | users | severity |\n  |---|---|\n  | one | low |\n";
            format!("{BASE}fact users \"Users\" {{ one; several }}\nfact severity {{\n{rows}{last}}}\n")
        };
        assert_eq!(codes(&table("")), ["partial-fact severity"]);
        assert_eq!(codes(&table("  | several | none |\n")), ["unknown-value none"]);
        let draft = check(&table("  | several | ? |\n"));
        assert_eq!(draft.findings, []);
        let program = draft.program.expect("the policy has a header");
        assert_eq!(program.unfilled.len(), 1);
        let is = |fact: &str, value: &str| {
            let dim = program.space.dim(fact).expect("there is such a fact");
            program.space.is(dim, program.space.class(dim, value))
        };
        let several = is("users", "several");
        assert!(program.space.possible().overlaps(&several.and(&is("severity", "high"))));
        assert!(program.space.possible().overlaps(&several.and(&is("severity", "low"))));
    }

    #[test]
    fn a_table_of_yes_and_no_makes_a_yes_no_fact_whether_that_is_said_or_not() {
        let fact = |said: &str, answer: &str| {
            format!(
                "{BASE}fact at-once \"We begin at once\" {{\n{said}  | severity | at-once |\n  |---|---|\n  \
                 | high | yes |\n  | low | {answer} |\n}}\n\
                 commitment visit \"Visit\" {{\n  from received\n  until responded\n  within 4 hours when at-once\n  \
                 within 8 hours when not at-once\n}}\n"
            )
        };
        for said in ["", "  yes or no\n"] {
            assert_eq!(codes(&fact(said, "no")), Vec::<String>::new(), "{said}");
        }
        assert_eq!(codes(&fact("  yes or no\n", "perhaps")), ["wrong-type perhaps"]);
    }

    #[test]
    fn what_is_only_there_for_some_values_of_a_fact_leaves_its_other_values_alone() {
        let fact = "fact users \"Users\" { one; several }\n\
            fact severity {\n  | users | severity |\n  |---|---|\n  | one | low |\n  | several | high |\n}\n";
        let hotline = "channel hotline \"Hotline\" { address \"+31 20 555 0100\"; only when severity is high; open office }\n";
        assert_eq!(codes(&format!("{BASE}{fact}{hotline}")), Vec::<String>::new());
        let table = "channel hotline \"Hotline\" { address \"+31 20 555 0100\" }\ntable hours \"Hours\" {\n  \
            | channel by severity | high | low |\n  |---|---|---|\n  | hotline | office | no |\n}\n";
        assert_eq!(codes(&format!("{BASE}{fact}{table}")), Vec::<String>::new());
        // A value that is not there for some users is one thing, and a row that gives it to them another.
        let grave = "severity grave \"Grave\" { only when users is one }\n";
        let wrong = fact.replace("one | low", "one | high").replace("several | high", "several | grave");
        assert_eq!(codes(&format!("{BASE}{grave}{wrong}{hotline}")), ["case-ruled-out grave"]);
    }

    #[test]
    fn rows_that_meet_only_where_another_derived_fact_cannot_be_are_apart() {
        let text = "fact grade \"Grade\" {\n  first \"First\"\n  second \"Second\"\n  | severity | grade |\n  |---|---|\n  \
            | any | second |\n}\n\
            fact rank \"Rank\" {\n  upper \"Upper\"\n  lower \"Lower\"\n  | severity | grade | rank |\n  |---|---|---|\n  \
            | any | first | lower |\n  | high, low | any | lower |\n}\n";
        assert_eq!(codes(&format!("{BASE}{text}")), Vec::<String>::new());
    }
}
