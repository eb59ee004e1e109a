//! In which phase of its life a release is on a day.
//!
//! In: the product and its release, where they are known, and the day of the request. Out: the phase, where it follows from what
//! the policy says; that every phase is over; or that nobody knows yet.

use super::known::Known;
use crate::cases::Dim;
use crate::hir::{Program, life};
use crate::time::Date;
use crate::value::{Name, ReleaseStep};

/// What follows for the phase of a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Phase {
    /// The dimension of the phase, its class and its name.
    Is(Dim, usize, Name),
    /// Every phase of the release is over.
    Over(Over),
    /// Nobody knows yet; it is surely none of these classes.
    Unfilled(Vec<usize>),
    /// It does not follow; it is surely none of these classes.
    Unsaid(Vec<usize>),
}

/// A release of which every phase is over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Over {
    /// The product.
    pub product: Name,
    /// Its release.
    pub release: Name,
    /// The last phase.
    pub phase: Name,
    /// The day on which that ended.
    pub on: Date,
}

/// The phase, where it follows from product, release and day.
pub fn phase(program: &Program, known: &Known, day: Date) -> Phase {
    found(program, known, day).unwrap_or(Phase::Unsaid(Vec::new()))
}

fn found(program: &Program, known: &Known, day: Date) -> Option<Phase> {
    let space = &program.space;
    let dim = space.dim("phase")?;
    if known.is_said(program, dim) {
        return None;
    }
    let product = program.products.get(&only(program, known, "product")?)?;
    let name = only(program, known, "release")?;
    let at = product.releases.iter().position(|release| release.clause.name == name)?;
    let left = known.left(program);
    let not_in = || {
        let names = life::not_in(product, at, day, &left);
        names.iter().filter_map(|phase| space.class(dim, phase.as_str())).collect()
    };
    Some(match life::stand(program, product, at, day, &left) {
        life::Stand::In(phase) => {
            let class = space.class(dim, phase.as_str())?;
            left.overlaps(&space.is(dim, [class])).then_some(Phase::Is(dim, class, phase))?
        }
        life::Stand::Over(phase, on) => {
            Phase::Over(Over { product: product.clause.name.clone(), release: name, phase, on })
        }
        life::Stand::Unfilled => Phase::Unfilled(not_in()),
        life::Stand::Unsaid => Phase::Unsaid(not_in()),
    })
}

/// The release of the product that comes out next after a day, or the one after it, with its day.
pub fn coming(program: &Program, known: &Known, day: Date, step: ReleaseStep) -> Option<(Name, Name, Date)> {
    let name = only(program, known, "product").or_else(|| match program.products.len() {
        1 => program.products.keys().next().cloned(),
        _ => None,
    })?;
    let product = program.products.get(&name)?;
    let mut coming: Vec<(Date, &Name)> = product
        .releases
        .iter()
        .filter_map(|release| Some((life::out(release)?, &release.clause.name)))
        .filter(|(out, _)| *out > day)
        .collect();
    coming.sort_by_key(|(out, _)| *out);
    let ahead = match step {
        ReleaseStep::Next => 0,
        ReleaseStep::SecondNext => 1,
    };
    coming.get(ahead).map(|(out, release)| (name.clone(), (*release).clone(), *out))
}

/// The only value that a fact has left.
fn only(program: &Program, known: &Known, fact: &str) -> Option<Name> {
    let dim = program.space.dim(fact)?;
    let left = known.left(program);
    let mut classes =
        (0..program.space.size(dim)).filter(|class| left.overlaps(&program.space.is(dim, [*class])));
    let (class, None) = (classes.next()?, classes.next()) else { return None };
    program.facts.get(fact)?.values().get(class).map(|value| value.clause.name.clone())
}
