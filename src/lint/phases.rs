//! When the phases of a release run, as far as it follows from its table and from the rules for all releases.
//!
//! In: a product. Out: for each release the pairs of phases that follow one another, with their days; or the cases that are over on a
//! day. A phase whose end is not known, or depends on the case, breaks the chain.

use crate::cases::CaseSet;
use crate::hir::{Fact, Product, Program, Release, life};
use crate::source::Span;
use crate::time::Date;
use crate::value::{DatePoint, Name, PhaseDates};
use std::collections::BTreeMap;

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
#[derive(Clone, Copy, Debug)]
pub struct Over<'p> {
    /// The class of the release.
    release: usize,
    /// The phase with its class; `None` is the whole release.
    pub phase: Option<(usize, &'p Name)>,
    /// Its last day.
    pub on: Date,
    /// Where it is said.
    pub span: Span,
}

impl Over<'_> {
    /// The cases of some of these.
    pub fn cases<'o>(program: &Program, some: impl IntoIterator<Item = &'o Over<'o>>) -> CaseSet {
        let space = &program.space;
        let mut by_phase: BTreeMap<Option<usize>, Vec<usize>> = BTreeMap::new();
        for one in some {
            by_phase.entry(one.phase.map(|(class, _)| class)).or_default().push(one.release);
        }
        let Some(releases) = space.dim("release") else { return CaseSet::nothing() };
        by_phase.into_iter().fold(CaseSet::nothing(), |all, (phase, classes)| {
            let cases = space.is(releases, classes);
            let in_phase = phase.zip(space.dim("phase")).map(|(class, dim)| space.is(dim, [class]));
            all.or(&in_phase.map_or_else(|| cases.clone(), |phase| cases.and(&phase)))
        })
    }
}

/// The releases that are over on a day, and the phases of others that are; a name that several products share is over when all of
/// its releases are.
pub fn over(program: &Program, today: Date) -> Vec<Over<'_>> {
    let Some(dim) = program.space.dim("release") else { return Vec::new() };
    let mut by_name: BTreeMap<usize, Vec<(&Product, usize)>> = BTreeMap::new();
    for product in program.products.values() {
        for (at, release) in product.releases.iter().enumerate() {
            if let Some(class) = program.space.class(dim, release.clause.name.as_str()) {
                by_name.entry(class).or_default().push((product, at));
            }
        }
    }
    // Without a table nobody knows in which phase a product is.
    let has_table =
        |name: &Name| program.products.get(name).is_some_and(|product| !product.releases.is_empty());
    let products = program.facts.get("product").map(Fact::values).unwrap_or_default();
    let phases = program.space.dim("phase");
    let phases = phases.filter(|_| products.iter().all(|product| has_table(&product.clause.name)));
    let mut found = Vec::new();
    for (class, same) in by_name {
        let Some((product, at)) = same.first().copied() else { continue };
        let Some(release) = product.releases.get(at) else { continue };
        let latest = |end: &dyn Fn(&Product, usize) -> Option<Date>| {
            let ends: Option<Vec<Date>> = same.iter().map(|(product, at)| end(product, *at)).collect();
            ends?.into_iter().max().filter(|on| *on < today)
        };
        if let Some(on) = latest(&life::last_day) {
            found.push(Over { release: class, phase: None, on, span: release.clause.span });
            continue;
        }
        for (phase, span) in named(product, at, release) {
            let Some(of_phase) = phases.and_then(|dim| program.space.class(dim, phase.as_str())) else {
                continue;
            };
            if let Some(on) = latest(&|product, at| life::ends(product, at, phase)) {
                found.push(Over { release: class, phase: Some((of_phase, phase)), on, span });
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
