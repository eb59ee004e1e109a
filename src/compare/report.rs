//! A comparison as plain data for printers: the machine shape, with words for people beside it.
//!
//! In: a comparison and the notice that it asks for. Out: a [`Report`] that holds no program. The fingerprint of a change stays
//! the same as long as it says the same of the same cases, wherever its lines stand and whatever else changes.

use super::change::{Change, Direction, Reach};
use super::gate::Gate;
use super::{Comparison, say};
use crate::evaluate::{Context, Place, Theirs};
use crate::hir::{Audience, Program};
use crate::time::Date;
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// The changes of one policy.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Report {
    /// The name of the policy, as it is now.
    pub policy: String,
    /// Its title.
    pub title: String,
    /// The file of the older version; none where the policy is new.
    pub old_file: Option<String>,
    /// The file of the newer version; none where the policy is gone.
    pub new_file: Option<String>,
    /// The older version.
    pub old_version: Option<String>,
    /// The newer version.
    pub new_version: Option<String>,
    /// The first day of the newer version.
    pub effective: Option<String>,
    /// What changed.
    pub changes: Vec<Found>,
    /// The same in lines for people.
    #[serde(skip)]
    pub lines: Vec<Line>,
    /// For which customers it is said, where that is not for all.
    pub note: Option<String>,
    /// That the newer version counts from an earlier day than the older one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dated: Option<String>,
    /// The notice that is due and given.
    pub notice: Span,
}

/// A notice that is due and given.
#[derive(Clone, Debug, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Span {
    /// How long ahead; null where none is due.
    pub required: Option<String>,
    /// How long there is between the announcement and the first day; null where one of them is not known.
    pub given: Option<String>,
    /// Whether that is enough.
    pub satisfied: bool,
    /// Whether changes to the worse ask for it, or only others.
    pub worse: bool,
    /// Whether what changes for the worse is announced long enough.
    #[serde(skip)]
    pub worse_satisfied: bool,
    /// In words.
    #[serde(skip)]
    pub words: Option<String>,
    /// By which channels.
    pub via: Vec<String>,
    /// The day of the announcement.
    pub announced: Option<String>,
    /// The first day on which the newer version may count.
    pub earliest: Option<String>,
    /// The line that asks for it, in the older version.
    pub source: Option<Place>,
}

/// One change.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Found {
    /// The policy.
    pub policy: String,
    /// Its kind.
    pub id: &'static str,
    /// `weaker`, `stronger`, `mixed`, `neutral`.
    pub direction: &'static str,
    /// What it is about.
    pub area: &'static str,
    /// The name of what changed.
    pub subject: String,
    /// Its keyword.
    pub keyword: &'static str,
    /// What of it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub part: String,
    /// The cases, each a box of facts with their values; one without facts is every case.
    pub cases: Vec<BTreeMap<String, Vec<String>>>,
    /// What was said.
    pub before: Option<String>,
    /// What is said now.
    pub after: Option<String>,
    /// The longest wait.
    pub worst: Option<Worst>,
    /// The shortest wait.
    pub best: Option<Worst>,
    /// A case that shows it.
    pub witness: Option<Proof>,
    /// One for each way that it goes.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub witnesses: Vec<Proof>,
    /// For whom the clause is: `public`, `internal`, or a party.
    pub audience: String,
    /// The calendar whose change is all that this one comes from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub because: Option<String>,
    /// What stays the same as long as the change does.
    pub fingerprint: String,
    /// Where it stands.
    pub source: Sides<Place>,
    /// In one line.
    pub message: String,
    /// The lines that prove it.
    #[serde(skip)]
    pub details: Vec<String>,
}

/// A line that people read: one change, or several that come from one.
#[derive(Clone, Debug)]
pub struct Line {
    /// Which way it goes.
    pub direction: &'static str,
    /// The kinds of the changes in it.
    pub id: String,
    /// For whom it is.
    pub audience: String,
    /// In one line.
    pub message: String,
    /// The lines that prove it.
    pub details: Vec<String>,
    /// Where it stands in the newer version.
    pub place: Option<Place>,
}

impl Line {
    /// The line of one change.
    pub fn of(found: &Found) -> Self {
        Self {
            direction: found.direction,
            id: found.id.to_owned(),
            audience: found.audience.clone(),
            message: found.message.clone(),
            details: found.details.clone(),
            place: found.source.new.clone(),
        }
    }
}

/// Something before and after.
#[derive(Clone, Debug, Serialize)]
pub struct Sides<T> {
    /// In the older version.
    pub old: Option<T>,
    /// In the newer version.
    pub new: Option<T>,
}

/// A length of time before and after, in ISO 8601.
#[derive(Clone, Debug, Serialize)]
pub struct Worst {
    /// In the older version.
    pub before: Option<String>,
    /// In the newer version.
    pub after: Option<String>,
}

/// A case, and perhaps an instant.
#[derive(Clone, Debug, Serialize)]
pub struct Proof {
    /// `weaker` or `stronger`: which way it goes for this case.
    pub direction: &'static str,
    /// The facts that matter.
    pub case: BTreeMap<String, String>,
    /// When the request is received.
    pub received: Option<String>,
    /// When it was due.
    pub before: Option<String>,
    /// When it is due now.
    pub after: Option<String>,
}

/// A comparison as a report.
pub fn report(comparison: &Comparison<'_>, gate: &Gate) -> Report {
    let (old, new) = (comparison.common.old.context, comparison.common.new.context);
    let version = |program: &Program| {
        program.policy.version.as_ref().map(|version| version.original.content.to_string())
    };
    let clause = &new.program.policy.clause;
    let mut found: Vec<Found> = comparison.changes.iter().map(|change| told(comparison, change)).collect();
    distinct(&mut found);
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
    let digest = Sha256::digest(format!("{}\n{}", clause.name, kind.id).as_bytes());
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
        fingerprint: digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect(),
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

fn told(comparison: &Comparison<'_>, change: &Change) -> Found {
    let common = &comparison.common;
    let (before, after) = change.sides();
    let cases = cases(comparison, change);
    let wait = |of: fn(Reach) -> i64| {
        let seconds = |reach: Option<Reach>| reach.map(|reach| iso(of(reach)));
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
    let place = |span: Option<crate::source::Span>, context: &Context<'_>| {
        span.filter(|span| *span != crate::source::Span::default()).map(|span| context.place(span))
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
        because: super::lines::because(common, change).map(|name| name.to_string()),
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

/// Seconds in ISO 8601, as hours, minutes and seconds.
fn iso(seconds: i64) -> String {
    crate::evaluate::iso_seconds(seconds)
}
