//! Which cases can exist: values that exist only sometimes, channels that some cases do not have, and facts that follow
//! from others.
//!
//! In: the facts and the declarations. Out: the space of cases, narrowed to what is possible, the covered cases, and the
//! tables of derived facts. Conditions are read here before their clauses are; what is wrong with them is reported there.

use super::absent;
use super::census;
use super::context::Context;
use super::derived::Tables;
use super::facts::{ByName, FactInfo, Values};
use super::grid::{Grid, Place};
use super::measure::{Measure, intervals};
use super::table::{Sets, headers};
use crate::cases::{self, CaseSet, Dimension, Space};
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::{Ends, FactWords, Legend, spoken};
use crate::resolve::{Resolved, narrower};
use crate::source::Span;
use crate::syntax::ast::{self, Body, Common, Declaration};
use crate::value::Name;
use smol_str::SmolStr;
use std::collections::BTreeSet;
use std::sync::Arc;

/// A context whose space knows what can exist, and the derived facts; none when there are too many facts.
pub fn build<'a>(
    resolved: &'a Resolved<'a>,
    findings: &mut Vec<Diagnostic>,
) -> Option<(Context<'a>, Tables)> {
    let headers = headers(resolved);
    let facts = census::collect(resolved, &headers, findings);
    let facts: ByName<Arc<FactInfo<'a>>> =
        facts.into_iter().map(|(name, fact)| (name, Arc::new(fact))).collect();
    let mut dimensions = Vec::with_capacity(facts.len());
    let mut legend = Legend::default();
    for fact in facts.values() {
        let (classes, titles) = labels(fact);
        dimensions.push(Dimension { name: fact.name.text.clone(), classes });
        let yes_no = matches!(fact.values, Values::YesNo);
        let ends = match fact.values {
            Values::Cut(Measure::Date, ..) => Some(Ends::DATES),
            Values::Cut(..) => Some(Ends::NUMBERS),
            Values::Named(_) | Values::YesNo => None,
        };
        legend.facts.push(FactWords { name: fact.name.as_str().to_owned(), yes_no, titles, ends });
    }
    // A fact without any value was reported; it must not make every case impossible.
    for dimension in &mut dimensions {
        if dimension.classes.is_empty() {
            dimension.classes.push(SmolStr::new_static("?"));
        }
    }
    let Ok(space) = Space::new(dimensions) else {
        let place =
            resolved.declarations.first().map_or_else(Span::default, |placed| placed.declaration.mark());
        let finding = Diagnostic::new(
            &registry::TOO_COMPLEX,
            place,
            format!("this policy has more than {} facts", cases::MOST_DIMENSIONS),
        );
        findings.push(finding.label("too many facts").help("divide it into several policies"));
        return None;
    };
    let mut context = Context::new(resolved, headers, facts, space, legend);
    context.covered = context.quietly(scope);
    let limits = context.quietly(existence);
    let whole = context.space.clone();
    for (cases, span) in &limits.constraints {
        context.narrow(cases, *span);
    }
    let tables = context.derive(&limits.restricted);
    absent::absent(&mut context, &whole, &limits, &tables);
    context.settled = true;
    Some((context, tables))
}

fn labels(fact: &FactInfo<'_>) -> (Vec<SmolStr>, Vec<SmolStr>) {
    match &fact.values {
        Values::Named(values) => values
            .iter()
            .map(|value| (value.name.text.clone(), spoken(value.title, &value.name).into()))
            .unzip(),
        Values::YesNo => (vec!["yes".into(), "no".into()], vec!["yes".into(), "no".into()]),
        Values::Cut(measure, cuts, words) => intervals(*measure, cuts, words)
            .into_iter()
            .map(|interval| (SmolStr::from(interval.label.as_str()), interval.label.into()))
            .unzip(),
    }
}

/// The covered cases: what the lines of the scope add up to, less what they take away.
fn scope(context: &mut Context<'_>) -> CaseSet {
    let mut covers: Option<CaseSet> = None;
    let mut excludes = CaseSet::nothing();
    for placed in &context.resolved.declarations {
        let Declaration::Scope(scope) = placed.declaration else { continue };
        for statement in scope.body.own() {
            let cases = match &statement.when {
                Some(condition) => context.cases(condition),
                None => Some(CaseSet::everything()),
            };
            let Some(cases) = cases else { continue };
            let only = statement.body.as_ref().and_then(|body| domain(context, body));
            let cases = only.map_or_else(|| cases.clone(), |only| cases.and(&only));
            match &statement.kind {
                Some(ast::Scope::Covers { .. }) => {
                    covers = Some(covers.unwrap_or_else(CaseSet::nothing).or(&cases));
                }
                Some(ast::Scope::Excludes { .. }) => excludes = excludes.or(&cases),
                None => {}
            }
        }
    }
    covers.unwrap_or_else(CaseSet::everything).minus(&excludes)
}

/// What is said of where things exist.
#[derive(Default)]
pub struct Limits {
    /// What can exist together, each with the place that says so.
    pub constraints: Vec<(CaseSet, Span)>,
    /// Where each value of a fact exists that says `only when`, with the fact.
    pub domains: Vec<(SmolStr, Name, CaseSet)>,
    /// Each fact of which a value does not exist everywhere, with the cases that decide it.
    pub restricted: Vec<(SmolStr, CaseSet)>,
}

/// The cases in which each value that exists only sometimes can exist.
fn existence(context: &mut Context<'_>) -> Limits {
    let mut limits = Limits::default();
    for placed in &context.resolved.declarations {
        let declaration = placed.declaration;
        let Some(name) = declaration.name() else { continue };
        if let Declaration::Fact(fact) = declaration {
            values(context, fact, &mut limits);
        }
        if let Declaration::Process(process) = declaration {
            states(context, process, &mut limits);
        }
        if let Declaration::Table(table) = declaration {
            absences(context, table, &mut limits);
        }
        if let Declaration::Product(product) = declaration {
            releases(context, product, &mut limits.constraints);
        }
        let domain = only(context, declaration);
        constrain(context, declaration.keyword(), name, domain, &mut limits);
    }
    limits
}

/// The cases in which a value that has a declaration of its own exists; none when that is not said.
pub fn only(context: &mut Context<'_>, declaration: &Declaration) -> Option<CaseSet> {
    if let Declaration::Severity(decl)
    | Declaration::Priority(decl)
    | Declaration::Kind(decl)
    | Declaration::Region(decl)
    | Declaration::Language(decl)
    | Declaration::Phase(decl) = declaration
    {
        return domain(context, &decl.body);
    }
    if let Declaration::Plan(decl) = declaration {
        return domain(context, &decl.body);
    }
    if let Declaration::Channel(decl) = declaration {
        return domain(context, &decl.body);
    }
    if let Declaration::Product(decl) = declaration {
        return domain(context, &decl.body);
    }
    None
}

/// What all `only when` lines of a body leave; `None` when there are none or one of them is wrong.
fn domain<S>(context: &mut Context<'_>, body: &Body<S>) -> Option<CaseSet> {
    let mut cases: Option<CaseSet> = None;
    for statement in body.common() {
        if let (Some(Common::Only {}), Some(condition)) = (&statement.kind, &statement.when) {
            let here = context.cases(condition)?;
            cases = Some(cases.unwrap_or_else(CaseSet::everything).and(&here));
        }
    }
    cases
}

fn constrain(context: &Context<'_>, fact: &str, value: &Name, domain: Option<CaseSet>, limits: &mut Limits) {
    if let Some(domain) = domain
        && let Some(is) = context.value(fact, value.as_str())
    {
        limits.constraints.push((domain.or(&is.not()), value.span));
        limits.restricted.push((fact.into(), domain.clone()));
        limits.domains.push((fact.into(), value.clone(), domain));
    }
}

fn values(context: &mut Context<'_>, fact: &ast::Decl<ast::Fact>, limits: &mut Limits) {
    let Some(owner) = &fact.name else { return };
    for statement in fact.body.own() {
        let Some(ast::Fact::Value { name, .. }) = &statement.kind else { continue };
        let cases = statement.body.as_ref().and_then(|body| domain(context, body));
        constrain(context, owner.as_str(), name, cases, limits);
    }
}

fn states(context: &mut Context<'_>, process: &ast::Decl<ast::Process>, limits: &mut Limits) {
    let Some(owner) = &process.name else { return };
    for statement in process.body.own() {
        if let (Some(ast::Process::State { name, .. }), Some(body)) = (&statement.kind, &statement.body) {
            let cases = domain(context, body);
            constrain(context, owner.as_str(), name, cases, limits);
        }
    }
}

/// A channel that has `no` in a table does not exist there.
fn absences<'a>(context: &mut Context<'a>, decl: &'a ast::Decl<ast::Plain>, limits: &mut Limits) {
    let within = domain(context, &decl.body).unwrap_or_else(CaseSet::everything);
    for table in decl.body.tables() {
        let channels = table.header.iter().any(|header| header.text.starts_with("channel"));
        let Some(grid) = channels.then(|| all_rows(context, table)).flatten() else { continue };
        context.cells(table, &grid, "", |context, place: Place<'_>| {
            if place.thing.keyword == "channel"
                && place.cell.text == "no"
                && let Some(is) = context.value("channel", place.thing.name.as_str())
            {
                let absent = is.and(&place.cases).and(&within);
                limits.constraints.push((absent.not(), place.cell.span));
                limits.restricted.push(("channel".into(), absent));
            }
            None
        });
    }
}

/// A table with all of its rows: which of them are for the same case is asked once it is known what can exist.
fn all_rows<'a>(context: &mut Context<'a>, table: &'a ast::Table) -> Option<Grid<'a>> {
    let nothing = context.space.narrowed(&CaseSet::nothing()).ok()?;
    let space = std::mem::replace(&mut context.space, nothing);
    let grid = context.grid(table, Sets::Many);
    context.space = space;
    grid
}

/// A release exists for the products that have it.
fn releases(
    context: &mut Context<'_>,
    product: &ast::Decl<ast::Product>,
    constraints: &mut Vec<(CaseSet, Span)>,
) {
    let Some(name) = &product.name else { return };
    let (Some(is), Some(fact)) = (context.value("product", name.as_str()), context.facts.get("release"))
    else {
        return;
    };
    let Values::Named(values) = &fact.values else { return };
    let own: BTreeSet<Name> = product.body.tables().flat_map(census::release_names).collect();
    let classes = values.iter().enumerate().filter_map(|(class, value)| {
        let fits = if own.is_empty() { value.name == *census::NO_RELEASE } else { own.contains(&value.name) };
        fits.then_some(class)
    });
    let allowed = context.space.is(fact.dim, classes);
    constraints.push((allowed.or(&is.not()), name.span));
}

impl Context<'_> {
    /// The cases in which a fact has this value.
    pub fn value(&self, fact: &str, value: &str) -> Option<CaseSet> {
        let fact = self.facts.get(fact)?;
        let class = self.space.class(fact.dim, value)?;
        Some(self.space.is(fact.dim, [class]))
    }

    pub(super) fn narrow(&mut self, cases: &CaseSet, span: Span) {
        let narrowed = self.space.narrowed(cases);
        if let Some(space) = self.decided(narrowed, span) {
            if space.possible().is_empty() && !self.space.possible().is_empty() {
                self.error(
                    &registry::IMPOSSIBLE_CONDITION,
                    span,
                    "with this condition no case is left that can exist",
                    "excludes every case",
                );
                return;
            }
            self.space = space;
        }
    }
}

/// The readers of a declaration.
pub fn readers(placed: &crate::resolve::Placed<'_>) -> crate::hir::Audience {
    narrower(&placed.outer, placed.declaration.audience())
}

#[cfg(test)]
mod tests {
    use crate::check::trial::{BASE, check};

    #[test]
    fn only_when_in_the_body_of_a_line_of_the_scope_counts() {
        let scope = "fact known \"Known\" { yes or no }\n\
            scope { excludes old \"Old\" when severity is high { only when known } }\n";
        let program = check(&format!("{BASE}{scope}")).program.expect("the policy has a header");
        let is = |fact: &str, value: &str| {
            let dim = program.space.dim(fact).expect("there is such a fact");
            program.space.is(dim, program.space.class(dim, value))
        };
        let covered = program.scope.expect("there is a scope").covered;
        assert_eq!(covered, is("severity", "high").and(&is("known", "yes")).not());
    }

    #[test]
    fn a_channel_is_absent_by_a_row_that_meets_another_only_where_nothing_can_be() {
        // Both rows are for `grave` and `known`, which do not go together.
        let text = "fact known \"Known\" { yes or no }\nfact paid \"Paid\" { yes or no }\n\
            severity grave \"Grave\" { only when not known }\n\
            table hours \"Hours\" {\n  | severity | known | channel by paid | yes | no |\n  |---|---|---|---|---|\n  \
            | grave | any | email | office | office |\n  | any | yes | email | no | no |\n}\n";
        let checked = check(&format!("{BASE}{text}"));
        assert_eq!(checked.findings, []);
        let program = checked.program.expect("the policy has a header");
        let is = |fact: &str, value: &str| {
            let dim = program.space.dim(fact).expect("there is such a fact");
            program.space.is(dim, program.space.class(dim, value))
        };
        assert!(!program.space.possible().overlaps(&is("known", "yes").and(&is("channel", "email"))));
    }
}
