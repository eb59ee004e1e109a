//! A promise by the clock on the wall that runs out while no channel is open: who asks at 03:00 on a Sunday is promised an answer
//! before anybody can have read the question.
//!
//! A channel that takes requests at any hour is enough, and so is one on which somebody decides; one on which customers help
//! themselves is not.

use super::Context;
use crate::cases::{Case, CaseSet};
use crate::diagnostic::{Diagnostic, registry};
use crate::evaluate::{self, union};
use crate::hir::{Channel, Commitment, Opening, Rule, say};
use crate::lint::{deadlines, reach};
use crate::time::{ClockTime, Instant, Schedule, Weekday};
use crate::value::{Clock, Duration, Figure, Promise, Unit};
use std::cell::OnceCell;
use std::sync::Arc;

/// How many kinds of case of one promise are looked at.
const MOST: usize = 6;

/// Looks at the promises of every commitment that begins with the receipt.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let program = context.program;
    if program.channels.values().all(|channel| channel.hours.lines.is_empty()) {
        return;
    }
    let channels: OnceCell<Vec<(&Channel, CaseSet)>> = OnceCell::new();
    let received = |commitment: &&Commitment| commitment.from.as_ref().is_none_or(|from| *from == "received");
    for commitment in program.commitments.values().filter(received) {
        for region in &commitment.rules.regions {
            let Some(rule) = commitment.rules.rules.get(region.rule) else { continue };
            let Some((length, seconds)) = elapsed(rule) else { continue };
            // A note beside the figure says that the closed hours are known about.
            if !rule.clause.notes.is_empty() {
                continue;
            }
            let covered = program.scope.as_ref().map(|scope| region.cases.and(&scope.covered));
            let cases = covered.unwrap_or_else(|| region.cases.clone());
            let cases = reach::without_channel(program, &cases);
            let channels = channels.get_or_init(|| {
                let people = program.channels.values().filter(|channel| !channel.self_service);
                people.map(|channel| (channel, reach::exists(program, channel))).collect()
            });
            if let Some((case, at)) = unattended(context, channels, cases, seconds) {
                findings.push(finding(context, rule, length, (&case, at)));
            }
        }
    }
}

/// A promise by the clock on the wall, in seconds.
fn elapsed(rule: &Rule<Figure>) -> Option<(&Duration, i64)> {
    let Promise::Within { to, .. } = &rule.value.promise else { return None };
    let short = matches!(to.unit, Unit::Second | Unit::Minute | Unit::Hour | Unit::Day);
    to.seconds().filter(|_| short && to.clock == Clock::Elapsed).map(|seconds| (to, seconds))
}

/// A case and an instant from which on no channel is open for so long.
fn unattended(
    context: &Context<'_>,
    channels: &[(&Channel, CaseSet)],
    mut left: CaseSet,
    seconds: i64,
) -> Option<(Case, Instant)> {
    let program = context.program;
    for _ in 0..MOST {
        let case = left.witness(&program.space)?;
        let alone = deadlines::alone(&program.space, &case);
        let anyhow = reach::without_channel(program, &alone);
        // What is alike for all channels has one answer.
        let mut alike = CaseSet::everything();
        let mut calendars: Vec<Arc<Schedule>> = Vec::new();
        let mut always = false;
        for (channel, exists) in channels {
            if !exists.overlaps(&anyhow) {
                alike = alike.minus(exists);
                continue;
            }
            alike = alike.and(exists);
            always |= opened(context, channel, &anyhow, &mut alike, &mut calendars);
        }
        if !always && !calendars.is_empty() {
            let hours = union(context.time(), calendars);
            if let Some(at) = closed_for(context, &hours, seconds) {
                return Some((case, at));
            }
        }
        left = left.minus(&alike.or(&anyhow));
    }
    None
}

/// Adds the calendars of a channel in one case; true if it is open at any time, as far as can be said.
fn opened(
    context: &Context<'_>,
    channel: &Channel,
    case: &CaseSet,
    alike: &mut CaseSet,
    calendars: &mut Vec<Arc<Schedule>>,
) -> bool {
    if channel.hours.lines.is_empty() {
        return true;
    }
    let mut always = false;
    for (region, lines) in &channel.hours.regions {
        let region = reach::without_channel(context.program, region);
        if !region.overlaps(case) {
            *alike = alike.minus(&region);
            continue;
        }
        *alike = alike.and(&region);
        for line in lines.iter().filter_map(|line| channel.hours.lines.get(*line)) {
            let Opening::Calendars(names) = &line.value else {
                always |= matches!(line.value, Opening::AsDecided(_));
                continue;
            };
            for name in names {
                match evaluate::schedule(context.time(), name, case) {
                    Ok(schedule) if schedule.is_always_open() => always = true,
                    Ok(schedule) => calendars.push(schedule),
                    Err(_) => always = true,
                }
            }
        }
    }
    always
}

/// A time from which on a calendar is closed for so long: 03:00 on a Sunday if it is closed then, or a full hour.
fn closed_for(context: &Context<'_>, hours: &Schedule, seconds: i64) -> Option<Instant> {
    let (from, _) = deadlines::weeks(context)?;
    // One weekend is enough.
    let to = from.plus(9 * 86_400)?;
    let open = hours.stretches(from, to).ok()?;
    let clock = &context.time().clock;
    let mut first = None;
    for pair in open.windows(2) {
        let [before, after] = pair else { continue };
        let (closes, opens) = (before.to, after.from);
        if opens.seconds() - closes.seconds() < seconds {
            continue;
        }
        let mut at = closes.plus((3600 - closes.seconds() % 3600) % 3600)?;
        while at.seconds() + seconds <= opens.seconds() {
            first = first.or(Some(at));
            let local = clock.local(at);
            if local.date.weekday() == Weekday::Sunday && Some(local.time) == ClockTime::new(3, 0, 0) {
                return Some(at);
            }
            at = at.plus(3600)?;
        }
        first = first.or(Some(closes));
    }
    first
}

fn finding(
    context: &Context<'_>,
    rule: &Rule<Figure>,
    length: &Duration,
    (case, at): (&Case, Instant),
) -> Diagnostic {
    let program = context.program;
    let (names, words) = context.legend().case(&program.space, case, &rule.when.cases);
    let message =
        format!("no channel is open for {} from {} on", say::duration(length), deadlines::told(context, at));
    let word = program.policy.business.as_ref().map_or("business", |business| business.word.value.word());
    let finding = Diagnostic::new(&registry::UNATTENDED_HOURS, rule.span, message)
        .instant(context.time().rfc(at))
        .label("by the clock on the wall, so it runs out while nobody is there")
        .help(format!(
            "promise open time, as in `4 {word} hours`, or open a channel at all hours for these cases"
        ));
    if words == "every case" { finding } else { finding.case(names, words) }
}
