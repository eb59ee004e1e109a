//! Changes in JSON, `avouch/changes`. Fields may be added, never changed.

use super::{Outcome, Summary};
use crate::compare::{Found, Report, Span};
use serde::Serialize;

/// The version of the shape.
const VERSION: u32 = 1;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Document<'a> {
    format: &'static str,
    format_version: u32,
    old: &'a str,
    new: &'a str,
    changes: Vec<&'a Found>,
    summary: Summary,
    notice: Option<&'a Span>,
    policies: Vec<Policy<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    advice: Option<Advice<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Policy<'a> {
    #[serde(rename = "policy")]
    name: &'a str,
    title: &'a str,
    old_file: Option<&'a str>,
    new_file: Option<&'a str>,
    old_version: Option<&'a str>,
    new_version: Option<&'a str>,
    effective: Option<&'a str>,
    summary: Summary,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    dated: Option<&'a str>,
    notice: &'a Span,
}

#[derive(Serialize)]
struct Advice<'a> {
    old: &'a str,
    changes: Vec<&'a Found>,
    summary: Summary,
}

fn policy(report: &Report) -> Policy<'_> {
    Policy {
        name: &report.policy,
        title: &report.title,
        old_file: report.old_file.as_deref(),
        new_file: report.new_file.as_deref(),
        old_version: report.old_version.as_deref(),
        new_version: report.new_version.as_deref(),
        effective: report.effective.as_deref(),
        summary: Summary::of(&report.changes),
        note: report.note.as_deref(),
        dated: report.dated.as_deref(),
        notice: &report.notice,
    }
}

/// Changes for other programs; those against a second baseline, which only advises, stand apart.
pub fn json(outcome: &Outcome, advice: Option<&Outcome>) -> Result<String, serde_json::Error> {
    let document = Document {
        format: "avouch/changes",
        format_version: VERSION,
        old: &outcome.old,
        new: &outcome.new,
        changes: outcome.changes().collect(),
        summary: outcome.summary(),
        notice: outcome.notice().map(|report| &report.notice),
        policies: outcome.reports.iter().map(policy).collect(),
        advice: advice.map(|advice| Advice {
            old: &advice.old,
            changes: advice.changes().collect(),
            summary: advice.summary(),
        }),
    };
    let mut text = serde_json::to_string_pretty(&document)?;
    text.push('\n');
    Ok(text)
}
