//! A comparison as plain data for printers: the machine shape, with words for people beside it.
//!
//! In: a comparison and the notice that it asks for. Out: a [`Report`] that holds no program (`shape.rs`), with each of its
//! changes (`found.rs`).

mod found;
mod shape;

pub use shape::{Found, Line, Proof, Report, Sides, Span, Worst};

use super::Comparison;
use super::change::Direction;
use super::gate::Gate;
use crate::evaluate::{Context, Place, Theirs};
use crate::hir::Program;
use crate::time::Date;
use std::collections::BTreeMap;

/// A comparison as a report.
pub fn report(comparison: &Comparison<'_>, gate: &Gate) -> Report {
    let (old, new) = (comparison.common.old.context, comparison.common.new.context);
    let version = |program: &Program| {
        program.policy.version.as_ref().map(|version| version.original.content.to_string())
    };
    let clause = &new.program.policy.clause;
    let found = found::found(comparison);
    Report {
        policy: clause.name.to_string(),
        title: crate::hir::spoken(clause.title.as_deref(), &clause.name).to_owned(),
        old_file: Some(old.place(old.program.policy.clause.span).file),
        new_file: Some(new.place(clause.span).file),
        old_version: version(old.program),
        new_version: version(new.program),
        effective: gate.effective.map(|date| date.to_string()),
        lines: super::lines::lines(comparison, &found),
        changes: found,
        note: customers(old, new),
        dated: dated(old.program, new.program),
        notice: notice(gate, old),
    }
}

/// That a version counts from before the one that it takes the place of.
fn dated(old: &Program, new: &Program) -> Option<String> {
    let (was, is) = old.policy.effective.zip(new.policy.effective)?;
    (is < was).then(|| {
        format!(
            "the new version counts from {is}, which is before the old one did ({was}): look at `effective`"
        )
    })
}

/// What was taken for the customer, where calendars do not say it, and on which clocks times are shown, where these changed.
fn customers(old: &Context<'_>, new: &Context<'_>) -> Option<String> {
    let theirs = Theirs::of_all(old.program).or(Theirs::of_all(new.program));
    let zone = new.clock.zone();
    let taken = match (theirs.zone, theirs.holidays) {
        (false, false) => None,
        (true, false) => Some(format!("in {zone}")),
        (false, true) => Some("without holidays of their own".to_owned()),
        (true, true) => Some(format!("in {zone} without holidays of their own")),
    };
    let taken = taken.map(|taken| format!("hours and deadlines were compared for customers {taken}"));
    let shown = (old.clock.zone() != zone).then(|| format!("all times are those of {zone}"));
    let both: Vec<String> = taken.into_iter().chain(shown).collect();
    (!both.is_empty()).then(|| both.join("; "))
}

/// A policy that is in one version only, as a report with one change.
pub fn alone(context: &Context<'_>, newer: bool, gate: &Gate) -> Report {
    let clause = &context.program.policy.clause;
    let twin = &super::kinds::POLICY;
    let kind = if newer { &twin.forth } else { &twin.back };
    let title = crate::hir::spoken(clause.title.as_deref(), &clause.name).to_owned();
    let place = context.place(clause.span);
    let version = context.program.policy.version.as_ref();
    let version = version.map(|version| version.original.content.to_string());
    let effective = context.program.policy.effective.filter(|_| newer);
    let side =
        |of: Option<Place>| if newer { Sides { old: None, new: of } } else { Sides { old: of, new: None } };
    let found = Found {
        policy: clause.name.to_string(),
        id: kind.id,
        direction: kind.direction.unwrap_or(Direction::Mixed).word(),
        area: kind.area.name(),
        subject: clause.name.to_string(),
        keyword: "policy",
        part: String::new(),
        cases: vec![BTreeMap::new()],
        before: None,
        after: None,
        worst: None,
        best: None,
        witness: None,
        witnesses: Vec::new(),
        audience: "public".to_owned(),
        because: None,
        fingerprint: found::digest(&format!("{}\n{}", clause.name, kind.id)),
        source: side(Some(place.clone())),
        message: format!(
            "{title}: {}",
            if newer { "there is a new policy" } else { "a policy is gone altogether" }
        ),
        details: Vec::new(),
    };
    Report {
        policy: clause.name.to_string(),
        title,
        old_file: (!newer).then(|| place.file.clone()),
        new_file: newer.then_some(place.file),
        old_version: version.clone().filter(|_| !newer),
        new_version: version.filter(|_| newer),
        effective: effective.map(|date| date.to_string()),
        lines: vec![Line::of(&found)],
        changes: vec![found],
        note: None,
        dated: None,
        notice: notice(gate, context),
    }
}

fn notice(gate: &Gate, old: &Context<'_>) -> Span {
    let due = gate.notice();
    let day = |date: Option<Date>| date.map(|date| date.to_string());
    Span {
        required: due.map(|notice| notice.required.iso()),
        given: gate.given().map(|days| if days < 0 { format!("-P{}D", -days) } else { format!("P{days}D") }),
        satisfied: due.is_none_or(|notice| notice.satisfied),
        worse: gate.worse.is_some(),
        worse_satisfied: gate.worse.as_ref().is_none_or(|notice| notice.satisfied),
        words: due.map(super::gate::words),
        via: due.map(|notice| notice.channels.iter().map(ToString::to_string).collect()).unwrap_or_default(),
        announced: day(gate.announced),
        earliest: day(due.and_then(|notice| notice.earliest)),
        source: due.map(|notice| old.place(notice.span)),
    }
}
