//! A channel that is open shorter on a plan than on one below it.
//!
//! Only hours that lie within those of the lower plan are told, at every instant of some weeks: a higher plan that opens at
//! other hours is another thing, and not less. Neither is one that has a channel of its own in their place.

use super::Context;
use crate::cases::{Case, CaseSet};
use crate::diagnostic::{Diagnostic, registry};
use crate::evaluate::{self, union};
use crate::hir::{Channel, Opening};
use crate::lint::{deadlines, ladders, reach};
use crate::source::Span;
use crate::time::{Instant, Schedule};
use std::sync::Arc;

/// An opening of less than this much means nothing to anybody.
const LEAST: i64 = 1800;

/// Looks at every channel whose hours depend on the plan.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let program = context.program;
    let Some(dim) = program.space.dim("plan") else { return };
    let depends = |channel: &&Channel| {
        channel.hours.regions.len() > 1
            && channel.hours.regions.iter().any(|(cases, _)| cases.dims().contains(&dim))
    };
    let mut channels = program.channels.values().filter(depends).peekable();
    if channels.peek().is_none() {
        return;
    }
    let pairs = ladders::plans(program);
    for channel in channels {
        let mut told: Vec<usize> = Vec::new();
        for (pair, high, low) in &pairs {
            let Some((line, at, case, cases)) = shorter(context, channel, *pair) else { continue };
            if told.contains(&line) {
                continue;
            }
            told.push(line);
            let span = channel.hours.lines.get(line).map_or(channel.clause.name.span, |line| line.span);
            findings.push(finding(context, channel, (high, low), span, (at, &case, &cases)));
        }
    }
}

/// A line that only the lower plan has, and when it makes the difference.
fn shorter(
    context: &Context<'_>,
    channel: &Channel,
    pair: ladders::Pair,
) -> Option<(usize, Instant, Case, CaseSet)> {
    let program = context.program;
    let regions = &channel.hours.regions;
    for (above, above_lines) in regions {
        let above = above.given(pair.dim, pair.above);
        for (below, below_lines) in regions.iter().filter(|(_, lines)| lines != above_lines) {
            let cases = reach::without_channel(program, &above.and(&below.given(pair.dim, pair.below)));
            let with = cases.and(&program.space.is(pair.dim, [pair.above])).and(program.space.possible());
            let Some(case) = with.witness(&program.space) else { continue };
            let Some(line) = below_lines.iter().find(|line| !above_lines.contains(line)) else { continue };
            let anyhow =
                reach::without_channel(program, &deadlines::alone(&program.space, &case)).forget(pair.dim);
            let of = |class: usize| anyhow.and(&program.space.is(pair.dim, [class]));
            let Some(high) = hours(context, channel, above_lines, &of(pair.above)) else { continue };
            let Some(low) = hours(context, channel, below_lines, &of(pair.below)) else { continue };
            let own = || has_its_own(context, channel, &of(pair.above), &of(pair.below));
            if let Some(at) = only_below(context, &high, &low).filter(|_| !own()) {
                return Some((*line, at, case, with));
            }
        }
    }
    None
}

/// Whether another channel on which people answer is there for the higher plan alone.
fn has_its_own(context: &Context<'_>, channel: &Channel, above: &CaseSet, below: &CaseSet) -> bool {
    let others = context.program.channels.values().filter(|other| other.clause.name != channel.clause.name);
    others.filter(|other| !other.self_service && reach::is_limited(other)).any(|other| {
        let exists = reach::exists(context.program, other);
        exists.overlaps(above) && !exists.overlaps(below)
    })
}

/// The hours that some lines make in a case; none where somebody decides, or where the channel does not exist.
fn hours(context: &Context<'_>, channel: &Channel, lines: &[usize], case: &CaseSet) -> Option<Arc<Schedule>> {
    let mut parts = Vec::new();
    for line in lines {
        match &channel.hours.lines.get(*line)?.value {
            Opening::Calendars(names) => {
                for name in names {
                    parts.push(evaluate::schedule(context.time(), name, case).ok()?);
                }
            }
            Opening::AsDecided(_) | Opening::No => return None,
        }
    }
    (!parts.is_empty()).then(|| union(context.time(), parts))
}

/// When the lower hours are open and the higher ones are not, if the higher ones are never open alone.
fn only_below(context: &Context<'_>, high: &Schedule, low: &Schedule) -> Option<Instant> {
    let (from, to) = deadlines::weeks(context)?;
    let (high, low) = (high.stretches(from, to).ok()?, low.stretches(from, to).ok()?);
    let within =
        |one: &crate::time::Stretch| low.iter().any(|wide| wide.from <= one.from && one.to <= wide.to);
    // Hours that nobody knows yet are no hours at all.
    if high.is_empty() || !high.iter().all(within) {
        return None;
    }
    low.iter().find_map(|wide| {
        let mut at = wide.from;
        for narrow in high.iter().filter(|narrow| narrow.to > wide.from && narrow.from < wide.to) {
            if narrow.from.seconds() - at.seconds() >= LEAST {
                return Some(at);
            }
            at = at.max(narrow.to);
        }
        (wide.to.seconds() - at.seconds() >= LEAST).then_some(at)
    })
}

fn finding(
    context: &Context<'_>,
    channel: &Channel,
    (high, low): (&crate::value::Name, &crate::value::Name),
    span: Span,
    (at, case, cases): (Instant, &Case, &CaseSet),
) -> Diagnostic {
    let program = context.program;
    let name = &channel.clause.name;
    let finding = Diagnostic::new(
        &registry::SHORTER_ON_HIGHER_PLAN,
        span,
        format!(
            "{}, `{name}` is open on `{low}` and closed on `{high}`, which is above it",
            deadlines::told(context, at)
        ),
    )
    .label(format!("not on `{high}`"))
    .instant(context.time().rfc(at))
    .help(format!("say `when plan is at least {low}`, so that `{high}` has these hours too"));
    let (names, words) = context.legend().case(&program.space, case, cases);
    if words == "every case" { finding } else { finding.case(names, words) }
}
