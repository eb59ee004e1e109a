//! When the phases of a release run, as far as it follows from its table and from the rules for all releases.
//!
//! In: a product. Out: for each release the pairs of phases that follow one another, with their days; or the cases that are over on a
//! day. A phase whose end is not known, or depends on the case, breaks the chain.

use crate::cases::{CaseSet, ClassSet};
use crate::hir::{Fact, Product, Program, Release, life};
use crate::source::Span;
use crate::time::Date;
use crate::value::{DatePoint, Name, PhaseDates};

/// A phase with its days, both included.
#[derive(Clone, Copy, Debug)]
pub struct Run<'p> {
    /// Its name.
    pub name: &'p Name,
    /// The first day; that after the end of the phase before it where only its end is said.
    pub from: Option<Date>,
    /// The last day.
    pub to: Date,
    /// The cell, or the rule for all releases.
    pub span: Span,
    /// Whether it is such a rule.
    pub ruled: bool,
}

/// Each release with the phases that follow one another.
pub fn pairs(product: &Product) -> Vec<(&Release, Run<'_>, Run<'_>)> {
    let mut found = Vec::new();
    for (at, release) in product.releases.iter().enumerate() {
        let mut before: Option<Run<'_>> = None;
        let table = release.phases.iter().filter(|(_, dates)| !matches!(dates, PhaseDates::No(_)));
        let table = table.map(|(name, dates)| of_cell(product, at, name, dates));
        let ruled = life::ruled(product, at).into_iter().map(|end| {
            let to = life::ends(product, at, &end.phase).filter(|_| end.clause.when.is_none())?;
            Some(Run { name: &end.phase, from: None, to, span: end.clause.span, ruled: true })
        });
        for run in table.chain(ruled) {
            if let (Some(before), Some(run)) = (before, run) {
                found.push((release, before, run));
            }
            before = run;
        }
    }
    found
}

/// The phase of a release that a cell of the table says.
fn of_cell<'p>(product: &Product, at: usize, name: &'p Name, dates: &PhaseDates) -> Option<Run<'p>> {
    let run = |from: Option<Date>, to: Date, span: Span| Run { name, from, to, span, ruled: false };
    match dates {
        PhaseDates::Span(days, span) => match (days.from, days.to) {
            (DatePoint::Full(from), DatePoint::Full(to)) => Some(run(Some(from), to, *span)),
            (DatePoint::Full(_) | DatePoint::Yearly(_), DatePoint::Yearly(_))
            | (DatePoint::Yearly(_), DatePoint::Full(_)) => None,
        },
        PhaseDates::Until(_, span) => life::ends(product, at, name).map(|to| run(None, to, *span)),
        PhaseDates::From(from, span) => Some(run(*from, Date::MAX, *span)),
        PhaseDates::Unfilled(_) | PhaseDates::No(_) => None,
    }
}

impl Run<'_> {
    /// What the cell of a phase says that begins when the phase before it ends, and ends as this one does.
    pub fn behind_another(&self) -> String {
        if self.to == Date::MAX { "from then on".to_owned() } else { format!("until {}", self.to) }
    }
}

/// What no request meets any more: a release, or a phase of it.
#[derive(Clone, Debug)]
pub struct Over<'p> {
    /// Its cases.
    pub cases: CaseSet,
    /// Its last day.
    pub on: Date,
    /// Where it is said.
    pub span: Span,
    /// The phase; `None` is the whole release.
    pub phase: Option<&'p Name>,
}

/// The releases that are over on a day, and the phases of others that are; a name that several products share is over when all of
/// its releases are.
pub fn over(program: &Program, today: Date) -> Vec<Over<'_>> {
    let Some(dim) = program.space.dim("release") else { return Vec::new() };
    let all = program.products.values().flat_map(|product| {
        product.releases.iter().enumerate().map(move |(at, release)| (product, at, release))
    });
    let all: Vec<(&Product, usize, &Release)> = all.collect();
    // Without a table nobody knows in which phase a product is.
    let has_table =
        |name: &Name| program.products.get(name).is_some_and(|product| !product.releases.is_empty());
    let products = program.facts.get("product").map(Fact::values).unwrap_or_default();
    let in_tables = products.iter().all(|product| has_table(&product.clause.name));
    let mut found = Vec::new();
    for (place, (product, at, release)) in all.iter().enumerate() {
        let name = &release.clause.name;
        let Some(class) = program.space.class(dim, name.as_str()) else { continue };
        let same = |(.., other): &&(&Product, usize, &Release)| other.clause.name == *name;
        if all[..place].iter().any(|other| same(&other)) {
            continue;
        }
        let same: Vec<_> = all.iter().filter(same).collect();
        let last =
            same.iter().map(|(product, at, _)| life::last_day(product, *at)).collect::<Option<Vec<_>>>();
        let cases = CaseSet::is(dim, ClassSet::of(program.space.size(dim), [class]));
        if let Some(on) = last.and_then(|ends| ends.into_iter().max()).filter(|on| *on < today) {
            found.push(Over { cases, on, span: release.clause.span, phase: None });
        } else if let Some(phases) = program.space.dim("phase").filter(|_| in_tables) {
            for (phase, span) in named(product, *at, release) {
                let Some(class) = program.space.class(phases, phase.as_str()) else { continue };
                let ends = same.iter().map(|(product, at, _)| life::ends(product, *at, phase));
                let on = ends.collect::<Option<Vec<_>>>().and_then(|ends| ends.into_iter().max());
                if let Some(on) = on.filter(|on| *on < today) {
                    let cases = cases.and(&program.space.is(phases, [class]));
                    found.push(Over { cases, on, span, phase: Some(phase) });
                }
            }
        }
    }
    found
}

/// The phases that the table of a release names or a rule for every case, and where.
fn named<'p>(product: &'p Product, at: usize, release: &'p Release) -> Vec<(&'p Name, Span)> {
    let ruled = life::ruled(product, at).into_iter();
    let table = release.phases.iter().map(|(phase, dates)| (phase, dates.span()));
    table.chain(ruled.map(|end| (&end.phase, end.clause.span))).collect()
}
