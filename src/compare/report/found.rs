//! The changes of a report.
//!
//! In: a comparison. Out: its changes in their machine shape. The fingerprint of a change stays the same as long as it says the
//! same of the same cases, wherever its lines stand and whatever else changes.

use super::shape::{Found, Proof, Sides, Worst};
use crate::compare::change::{Change, Direction, Reach};
use crate::compare::lines::because;
use crate::compare::{Comparison, say};
use crate::evaluate::{Context, iso_seconds};
use crate::hir::Audience;
use crate::source::Span;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// All changes, those that say the same of the same cases told apart.
pub(super) fn found(comparison: &Comparison<'_>) -> Vec<Found> {
    let mut found: Vec<Found> = comparison.changes.iter().map(|change| told(comparison, change)).collect();
    distinct(&mut found);
    found
}

fn told(comparison: &Comparison<'_>, change: &Change) -> Found {
    let common = &comparison.common;
    let (before, after) = change.sides();
    let cases = cases(comparison, change);
    let wait = |of: fn(Reach) -> i64| {
        let seconds = |reach: Option<Reach>| reach.map(|reach| iso_seconds(of(reach)));
        let sides = (seconds(change.waits.before), seconds(change.waits.after));
        (sides.0.is_some() || sides.1.is_some()).then_some(Worst { before: sides.0, after: sides.1 })
    };
    let clock = &common.new.context.clock;
    let witnesses: Vec<Proof> = change
        .witnesses
        .iter()
        .map(|witness| {
            let (names, _) = common.legend.case(common.space_of(&change.cases), &witness.case, &change.cases);
            Proof {
                direction: witness.direction.word(),
                case: names.into_iter().collect(),
                received: witness.received.map(|at| clock.rfc3339(at)),
                before: witness.before.map(|at| clock.rfc3339(at)),
                after: witness.after.map(|at| clock.rfc3339(at)),
            }
        })
        .collect();
    let first = witnesses.first().cloned().or_else(|| a_case(comparison, change));
    let audience = match &change.readers.audience {
        Audience::Everybody => "public".to_owned(),
        Audience::Internal => "internal".to_owned(),
        Audience::Party(name) => name.to_string(),
    };
    let place = |span: Option<Span>, context: &Context<'_>| {
        span.filter(|span| *span != Span::default()).map(|span| context.place(span))
    };
    let source =
        Sides { old: place(change.old, common.old.context), new: place(change.new, common.new.context) };
    Found {
        policy: common.new.program().policy.clause.name.to_string(),
        id: change.kind.id,
        direction: change.direction.word(),
        area: change.kind.area.name(),
        subject: change.subject.name.to_string(),
        keyword: change.subject.keyword,
        part: change.subject.part.clone(),
        fingerprint: fingerprint(comparison, change, &cases),
        cases,
        before,
        after,
        worst: wait(|reach| reach.worst.0),
        best: wait(|reach| reach.best.0),
        witness: first,
        witnesses: if witnesses.len() > 1 { witnesses } else { Vec::new() },
        audience,
        because: because(common, change).map(|name| name.to_string()),
        source,
        message: say::headline(common, change),
        details: say::details(common, change),
    }
}

fn cases(comparison: &Comparison<'_>, change: &Change) -> Vec<BTreeMap<String, Vec<String>>> {
    let common = &comparison.common;
    if let Some((fact, value)) = change.value() {
        return vec![BTreeMap::from([(fact.to_owned(), vec![value.to_owned()])])];
    }
    let conditions = common.conditions(&change.cases);
    conditions.iter().flat_map(|all| all.iter()).map(|condition| common.named(condition)).collect()
}

/// A case that a change touches, where no instant matters.
fn a_case(comparison: &Comparison<'_>, change: &Change) -> Option<Proof> {
    let common = &comparison.common;
    if change.direction == Direction::Neutral || change.value().is_some() {
        return None;
    }
    let space = common.space_of(&change.cases);
    let case = change.cases.witness(space)?;
    let (names, _) = common.legend.case(space, &case, &change.cases);
    let case = names.into_iter().collect();
    Some(Proof { direction: change.direction.word(), case, received: None, before: None, after: None })
}

/// What a change is, whatever stands around it.
fn fingerprint(
    comparison: &Comparison<'_>,
    change: &Change,
    cases: &[BTreeMap<String, Vec<String>>],
) -> String {
    let (before, after) = change.sides();
    let policy = &comparison.common.new.program().policy.clause.name;
    let mut text = String::new();
    for part in [
        policy.as_str(),
        change.kind.id,
        change.direction.word(),
        change.subject.keyword,
        change.subject.name.as_str(),
        &change.subject.part,
        &format!("{cases:?}"),
        &before.unwrap_or_default(),
        &after.unwrap_or_default(),
    ] {
        text.push_str(part);
        text.push('\n');
    }
    digest(&text)
}

/// So much of a hash as tells texts apart.
pub(super) fn digest(text: &str) -> String {
    let digest = Sha256::digest(text.as_bytes());
    digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// Tells changes that say the same of the same cases apart by their number.
fn distinct(found: &mut [Found]) {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for change in found {
        let count = seen.entry(change.fingerprint.clone()).or_default();
        *count += 1;
        if *count > 1 {
            change.fingerprint = format!("{}-{count}", change.fingerprint);
        }
    }
}
