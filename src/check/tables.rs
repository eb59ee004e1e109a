//! Tables that set several things at once.
//!
//! In: the `table` declarations. Out: the tables as they will be published, and the rules that they give to commitments,
//! entitlements, prices, channels and the routing, for the passes that understand those.

use super::context::Context;
use super::grid::Place;
use super::rules::Draft;
use super::space::readers;
use super::table::Sets;
use super::values::PEOPLE;
use crate::cases::CaseSet;
use crate::diagnostic::registry;
use crate::hir::say;
use crate::hir::{CellValue, Cond, Grant, Opening, Origin, Ref, Rule, RuleSet, SetLine, TableDecl};
use crate::source::Span;
use crate::syntax::ast::{self, Decl, Declaration};
use crate::syntax::cell::{self, GrantCell};
use crate::value::{Amount, Figure, Name, Named};
use indexmap::IndexMap;
use smol_str::SmolStr;
use std::collections::{BTreeMap, BTreeSet};
use thin_vec::ThinVec;

/// The rules that tables give, by what they set.
#[derive(Debug, Default)]
pub struct TableRules {
    /// The tables.
    pub declarations: Named<TableDecl>,
    /// Lines of channels.
    pub openings: BTreeMap<Name, Vec<SetLine<Opening>>>,
    /// The cases for which the cell of a channel is a `?`.
    pub unopened: BTreeMap<Name, CaseSet>,
    /// Who is told first and second.
    pub routing: IndexMap<SmolStr, Draft<Vec<Name>>>,
    figures: BTreeMap<Name, Vec<Rule<Figure>>>,
    grants: BTreeMap<Name, Vec<Rule<Grant>>>,
    amounts: BTreeMap<Name, Vec<Rule<Amount>>>,
    broken: bool,
}

impl TableRules {
    /// What they give to these.
    pub fn of(&self, names: &BTreeSet<&Name>) -> Self {
        fn these<T: Clone>(all: &BTreeMap<Name, T>, names: &BTreeSet<&Name>) -> BTreeMap<Name, T> {
            let these = all.iter().filter(|(name, _)| names.contains(name));
            these.map(|(name, rules)| (name.clone(), rules.clone())).collect()
        }
        Self {
            openings: these(&self.openings, names),
            unopened: these(&self.unopened, names),
            figures: these(&self.figures, names),
            grants: these(&self.grants, names),
            amounts: these(&self.amounts, names),
            broken: self.broken,
            ..Self::default()
        }
    }

    /// The figures of a commitment.
    pub fn figures(&mut self, name: &Name) -> Draft<Figure> {
        Draft {
            rules: self.figures.remove(name).unwrap_or_default(),
            broken: self.broken,
            waiting: ThinVec::new(),
        }
    }

    /// The grants of an entitlement.
    pub fn grants(&mut self, name: &Name) -> Draft<Grant> {
        Draft {
            rules: self.grants.remove(name).unwrap_or_default(),
            broken: self.broken,
            waiting: ThinVec::new(),
        }
    }

    /// The amounts of a price.
    pub fn amounts(&mut self, name: &Name) -> Draft<Amount> {
        Draft {
            rules: self.amounts.remove(name).unwrap_or_default(),
            broken: self.broken,
            waiting: ThinVec::new(),
        }
    }
}

/// Reads all tables that stand on their own.
pub fn tables(context: &mut Context<'_>) -> TableRules {
    let mut rules = TableRules::default();
    for placed in &context.resolved.declarations {
        if let Declaration::Table(decl) = placed.declaration {
            context.reading(readers(placed), |context| table(context, decl, &mut rules));
        }
    }
    rules
}

fn table<'a>(context: &mut Context<'a>, decl: &'a Decl<ast::Plain>, rules: &mut TableRules) {
    let Some(name) = decl.name.clone() else { return };
    let clause = context.declaration(decl);
    let within = clause.when.as_ref().map_or_else(CaseSet::everything, |cond| cond.cases.clone());
    let index = u32::try_from(rules.declarations.len()).unwrap_or(u32::MAX);
    let mut tables = Vec::new();
    for written in decl.body.tables() {
        let Some(grid) = context.grid(written, Sets::Many) else {
            rules.broken = true;
            continue;
        };
        rules.broken |= grid.broken;
        if grid.all_set() {
            context.error(
                &registry::UNREADABLE_TABLE,
                written.header.first().map_or(written.span, |cell| cell.span),
                "this table does not say what it sets",
                "name it in a column, or in the first cell: `entitlement by plan`",
            );
            rules.broken = true;
            continue;
        }
        let anchor = format!("table-{name}");
        let table = context.cells(written, &grid, &anchor, |context, place| {
            let origin = Origin::Table { table: index };
            let cases = place.cases.and(&within);
            let value = read(context, Place { cases, ..place }, origin, rules);
            rules.broken |= value.is_none();
            value
        });
        tables.push(table);
    }
    if tables.is_empty() && decl.body.tables().next().is_none() {
        context.error(
            &registry::UNREADABLE_TABLE,
            name.span,
            format!("the table `{name}` has no rows"),
            "where is the table?",
        );
    }
    rules.declarations.entry(name).or_insert(TableDecl { clause, tables });
}

fn read(
    context: &mut Context<'_>,
    place: Place<'_>,
    origin: Origin,
    rules: &mut TableRules,
) -> Option<CellValue> {
    let Ref { keyword, name: thing } = place.thing.clone();
    let (cell, span) = (place.cell, place.cell.span);
    match keyword {
        "commitment" => {
            let figure = context.take(cell::figure(cell))?;
            context.figure(&figure, thing.as_str())?;
            let rule = context.cell_rule(place, figure.clone(), origin);
            rules.figures.entry(thing.clone()).or_default().push(rule);
            Some(CellValue::Figure(figure))
        }
        "entitlement" => {
            let read = context.take(cell::grant(cell))?;
            let grant = grant(context, read, span, &thing);
            let rule = context.cell_rule(place, grant.clone(), origin);
            rules.grants.entry(thing.clone()).or_default().push(rule);
            Some(CellValue::Grant(Box::new(grant)))
        }
        "price" => {
            let amount = context.take(cell::amount(cell))?;
            context.amount(&amount, thing.as_str(), &|_| false)?;
            let rule = context.cell_rule(place, amount.clone(), origin);
            rules.amounts.entry(thing.clone()).or_default().push(rule);
            Some(CellValue::Amount(Box::new(amount)))
        }
        // The readers of promises, amounts and grants know a `?` themselves.
        _ if waits(context, cell, thing.as_str()) => {
            if keyword == "channel" {
                let unopened = rules.unopened.entry(thing).or_insert_with(CaseSet::nothing);
                *unopened = unopened.or(&place.cases);
            }
            None
        }
        "channel" => {
            let calendars = if cell.text == "no" {
                Vec::new()
            } else {
                let names = context.take(cell::names(cell))?;
                let known = context.names(&["calendar"], &names);
                if known.len() != names.len() {
                    return None;
                }
                known
            };
            let opening =
                if calendars.is_empty() { Opening::No } else { Opening::Calendars(calendars.clone()) };
            let rule = context.cell_rule(place, opening, origin);
            let mut line = SetLine { value: rule.value, clause: rule.clause, when: rule.when, span };
            line.clause.name = Name { text: rule.path, span };
            rules.openings.entry(thing.clone()).or_default().push(line);
            Some(CellValue::Calendars(calendars))
        }
        _ => {
            let names = context.take(cell::names(cell))?;
            let people = context.names(&PEOPLE, &names);
            if people.len() != names.len() {
                return None;
            }
            let rule = context.cell_rule(place, people.clone(), origin);
            rules.routing.entry(thing.text.clone()).or_default().rules.push(rule);
            Some(CellValue::People(people))
        }
    }
}

/// Whether what a cell says is not known yet.
pub fn waits(context: &mut Context<'_>, cell: &ast::Cell, of: &str) -> bool {
    let waits = cell.text == "?";
    if waits {
        context.unfilled.push((cell.span, of.to_owned()));
    }
    waits
}

/// A grant as a cell says it.
fn grant(context: &mut Context<'_>, read: GrantCell, span: Span, thing: &Name) -> Grant {
    match read {
        GrantCell::Yes => Grant::Yes,
        GrantCell::No => Grant::No,
        GrantCell::Unfilled => {
            context.unfilled.push((span, thing.to_string()));
            Grant::Unfilled
        }
        GrantCell::Quantity(quantity, unused_lapse) => {
            let counted = context.counted(quantity.per.as_ref());
            if counted { Grant::Limit { quantity, unused_lapse } } else { Grant::Unfilled }
        }
    }
}

/// The routing of all tables, resolved.
pub fn routing(context: &mut Context<'_>, rules: &mut TableRules) -> IndexMap<SmolStr, RuleSet<Vec<Name>>> {
    let broken = rules.broken;
    let mut routing = IndexMap::new();
    for (column, mut draft) in std::mem::take(&mut rules.routing) {
        draft.broken |= broken;
        let mark = draft.rules.first().map_or_else(Default::default, |rule| rule.span);
        let what = || format!("`{column}`");
        // What the tables speak of is all that is claimed, so nothing is missing outside of it.
        let sets: Vec<&CaseSet> = draft.rules.iter().map(|rule| &rule.when.cases).collect();
        let spoken = CaseSet::try_union(sets);
        let Some(cases) = context.decided(spoken, mark) else { continue };
        let domain = Cond { written: None, cases };
        let set =
            context.resolve(&what, Some(&domain), draft, |a, b| a == b, |names| say::names(names), mark);
        routing.insert(column, set);
    }
    routing
}
