//! When the phases of a release run, as far as its table says it in dates.
//!
//! In: a product. Out: for each release the pairs of phases that follow one another, with their days. A phase that ends by
//! a rule or is not known yet breaks the chain.

use crate::hir::{Product, Release};
use crate::source::Span;
use crate::time::Date;
use crate::value::{DatePoint, DateRule, Name, PhaseDates};

/// A phase with its days, both included.
#[derive(Clone, Copy, Debug)]
pub struct Run<'p> {
    /// Its name.
    pub name: &'p Name,
    /// The first day; that after the end of the phase before it where the cell says only until when.
    pub from: Option<Date>,
    /// The last day.
    pub to: Date,
    /// The cell.
    pub span: Span,
}

/// Each release with the phases that follow one another.
pub fn pairs(product: &Product) -> Vec<(&Release, Run<'_>, Run<'_>)> {
    let mut found = Vec::new();
    for release in &product.releases {
        let mut before: Option<Run<'_>> = None;
        for (name, dates) in &release.phases {
            let run = match dates {
                PhaseDates::Span(days, span) => match (days.from, days.to) {
                    (DatePoint::Full(from), DatePoint::Full(to)) => {
                        Some(Run { name, from: Some(from), to, span: *span })
                    }
                    (DatePoint::Full(_) | DatePoint::Yearly(_), DatePoint::Yearly(_))
                    | (DatePoint::Yearly(_), DatePoint::Full(_)) => None,
                },
                PhaseDates::Until(DateRule::On(to), span) => {
                    Some(Run { name, from: None, to: *to, span: *span })
                }
                PhaseDates::From(from, span) => Some(Run { name, from: *from, to: Date::MAX, span: *span }),
                PhaseDates::Until(..) | PhaseDates::Unfilled(_) => None,
                PhaseDates::No(_) => continue,
            };
            if let (Some(before), Some(run)) = (before, run) {
                found.push((release, before, run));
            }
            before = run;
        }
    }
    found
}

impl Run<'_> {
    /// What the cell of a phase says that begins when the phase before it ends, and ends as this one does.
    pub fn behind_another(&self) -> String {
        if self.to == Date::MAX { "from then on".to_owned() } else { format!("until {}", self.to) }
    }
}

/// The last day of a release, if all of its phases end on a day.
pub fn end(release: &Release) -> Option<Date> {
    let mut last = None;
    for (_, dates) in &release.phases {
        let to = match dates {
            PhaseDates::Span(days, _) => match days.to {
                DatePoint::Full(to) => to,
                DatePoint::Yearly(_) => return None,
            },
            PhaseDates::Until(DateRule::On(to), _) => *to,
            PhaseDates::Until(..) | PhaseDates::From(..) | PhaseDates::Unfilled(_) => return None,
            PhaseDates::No(_) => continue,
        };
        last = last.max(Some(to));
    }
    last
}
