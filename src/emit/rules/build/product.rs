//! Products, releases, phases.

use super::super::RulesError;
use super::calendar::dates;
use super::clause::clause;
use super::context::Context;
use super::service::notices;
use super::value::length;
use crate::emit::rules::types::{
    DateRule, Latest, PhaseEnd, PhaseOfRelease, PhaseRuns, Product, Release, ReleaseOf, True,
};
use crate::hir;
use crate::value;
use crate::value::{PhaseDates, ReleaseStep};

/// The products that the audience sees.
pub fn products(cx: &Context<'_>) -> Result<Vec<Product>, RulesError> {
    cx.each(cx.program.products.values(), |product| &product.clause, |said| product(cx, said))
}

fn product(cx: &Context<'_>, said: &hir::Product) -> Result<Product, RulesError> {
    let latest = said.supports.as_ref().filter(|(_, clause)| cx.shows(clause));
    Ok(Product {
        clause: clause(cx, &said.clause)?,
        releases: cx.each(
            &said.releases,
            |release| &release.clause,
            |release| {
                let phases = release.phases.iter().filter_map(|(phase, dates)| {
                    Some(PhaseOfRelease { phase: cx.name(&["phase"], phase)?, runs: runs(cx, dates) })
                });
                Ok(Release { clause: clause(cx, &release.clause)?, phases: phases.collect() })
            },
        )?,
        supports_latest: latest
            .map(|(releases, said)| {
                Ok::<_, RulesError>(Latest { releases: *releases, clause: clause(cx, said)? })
            })
            .transpose()?,
        phase_ends: cx.each(
            &said.ends,
            |end| &end.clause,
            |end| {
                Ok(PhaseEnd {
                    phase: end.phase.to_string(),
                    ends: date_rule(cx, &end.rule),
                    clause: clause(cx, &end.clause)?,
                })
            },
        )?,
        notices: notices(cx, &said.notices, said.clause.when.as_ref())?,
    })
}

fn runs(cx: &Context<'_>, said: &PhaseDates) -> PhaseRuns {
    match said {
        PhaseDates::Span(span, _) => PhaseRuns::Dates { dates: dates(*span) },
        PhaseDates::Until(rule, _) => PhaseRuns::Until { until: date_rule(cx, rule) },
        PhaseDates::From(Some(from), _) => PhaseRuns::From { from: from.to_string() },
        PhaseDates::From(None, _) => PhaseRuns::Onwards { onwards: True },
        PhaseDates::No(_) => PhaseRuns::No { no: True },
        PhaseDates::Unfilled(_) => PhaseRuns::Unfilled { unfilled: True },
    }
}

fn date_rule(cx: &Context<'_>, rule: &value::DateRule) -> DateRule {
    let inner = |rule| Box::new(date_rule(cx, rule));
    let both = |one, two| vec![date_rule(cx, one), date_rule(cx, two)];
    match rule {
        value::DateRule::On(date) => DateRule::Date { date: date.to_string() },
        value::DateRule::Release => DateRule::Release { release: ReleaseOf::This },
        value::DateRule::Later(ReleaseStep::Next) => DateRule::Release { release: ReleaseOf::Next },
        value::DateRule::Later(ReleaseStep::SecondNext) => {
            DateRule::Release { release: ReleaseOf::SecondNext }
        }
        value::DateRule::StartOf(phase) => DateRule::StartOf { start_of: phase.to_string() },
        value::DateRule::EndOf(phase) => DateRule::EndOf { end_of: phase.to_string() },
        value::DateRule::After(duration, rule) => {
            DateRule::Later { length: length(cx, duration), after: inner(rule) }
        }
        value::DateRule::FirstAfter(day, rule) => {
            DateRule::First { first: day.to_string(), after: inner(rule) }
        }
        value::DateRule::Earlier(one, two) => DateRule::Earlier { earlier: both(one, two) },
        value::DateRule::LaterOf(one, two) => DateRule::LaterOf { later: both(one, two) },
        value::DateRule::Unfilled => DateRule::Unfilled { unfilled: True },
    }
}
