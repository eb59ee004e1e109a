//! What changed between two versions, for people, for other programs, and for the review of a change.
//!
//! In: the reports of the policies that were compared. Out: text. Nothing is judged here; the words of each change come with it.

mod github;
mod json;
mod markdown;
mod pretty;

pub use github::github;
pub use json::json;
pub use markdown::markdown;
pub use pretty::pretty;

use crate::compare::{Found, Report};

/// What was compared with what, and what came of it.
#[derive(Clone, Debug, Default)]
pub struct Outcome {
    /// What the older version was named.
    pub old: String,
    /// What the newer version was named.
    pub new: String,
    /// One report for each policy.
    pub reports: Vec<Report>,
}

/// How many changes go which way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Summary {
    /// Worse for customers.
    pub weaker: usize,
    /// Better for customers.
    pub stronger: usize,
    /// Better for some and worse for others.
    pub mixed: usize,
    /// Neither.
    pub neutral: usize,
}

impl Summary {
    /// Counts changes.
    pub fn of<'a>(changes: impl IntoIterator<Item = &'a Found>) -> Self {
        let mut summary = Self::default();
        for change in changes {
            match change.direction {
                "weaker" => summary.weaker += 1,
                "stronger" => summary.stronger += 1,
                "mixed" => summary.mixed += 1,
                _ => summary.neutral += 1,
            }
        }
        summary
    }

    /// Whether nothing changed.
    pub fn is_empty(self) -> bool {
        self == Self::default()
    }

    /// `1 weaker, 1 stronger, 1 mixed`.
    pub fn words(self) -> String {
        let parts = [
            (self.weaker, "weaker"),
            (self.stronger, "stronger"),
            (self.mixed, "mixed"),
            (self.neutral, "neutral"),
        ];
        let parts: Vec<String> = parts
            .iter()
            .filter(|(count, _)| *count > 0)
            .map(|(count, word)| format!("{count} {word}"))
            .collect();
        if parts.is_empty() { "no changes".to_owned() } else { parts.join(", ") }
    }
}

impl Outcome {
    /// All changes.
    pub fn changes(&self) -> impl Iterator<Item = &Found> {
        self.reports.iter().flat_map(|report| &report.changes)
    }

    /// How many there are.
    pub fn summary(&self) -> Summary {
        Summary::of(self.changes())
    }

    /// The report whose notice says most: one that is not given, and of those one that is due.
    pub fn notice(&self) -> Option<&Report> {
        self.reports.iter().max_by_key(|report| {
            let notice = &report.notice;
            (!notice.worse_satisfied, !notice.satisfied, notice.required.is_some())
        })
    }
}

/// What a policy is called with its versions: `Northwind Support, 2026.1 to 2026.2`.
fn heading(report: &Report) -> String {
    let versions = match (&report.old_version, &report.new_version) {
        (Some(old), Some(new)) if old != new => format!(", {old} to {new}"),
        (_, Some(version)) | (Some(version), None) => format!(", {version}"),
        (None, None) => String::new(),
    };
    format!("{}{versions}", report.title)
}

/// That a notice is missing, if it is, in one line.
pub fn missing_notice(report: &Report) -> Option<String> {
    let notice = &report.notice;
    if notice.satisfied {
        return None;
    }
    let words = notice.words.as_deref()?;
    let what = if notice.worse { "weaker promises" } else { "changes" };
    let line = notice
        .source
        .as_ref()
        .map_or_else(String::new, |place| format!(" ({}, line {})", place.file, place.line));
    if report.new_file.is_none() {
        return Some(gone(notice, words, &line));
    }
    let given = match (&report.effective, &notice.announced) {
        (None, _) => "the new version does not say from when it counts (`effective`)".to_owned(),
        (Some(effective), None) => {
            format!("it is not known when this is announced; the new version counts from {effective}")
        }
        (Some(effective), Some(announced)) => {
            let days: i64 = notice
                .given
                .as_deref()
                .map(|given| given.replace(['P', 'D'], ""))
                .and_then(|days| days.parse().ok())
                .unwrap_or(0);
            match days {
                days if days < 0 => {
                    format!("the new version counts from {effective}, which is before {announced}")
                }
                0 => format!("the new version counts from {effective}, the day of the announcement"),
                1 => format!("1 day is left before {effective}"),
                days => format!("{days} days are left before {effective}"),
            }
        }
    };
    let earliest = notice.earliest.as_deref().map_or_else(String::new, |day| {
        format!(
            "; announced on {}, they can count from {day}",
            notice.announced.as_deref().unwrap_or("that day")
        )
    });
    Some(format!("{what} need a notice of {words}{line}, and {given}{earliest}"))
}

/// The same for a policy that is taken away.
fn gone(notice: &crate::compare::Span, words: &str, line: &str) -> String {
    let announced = notice.announced.as_deref().unwrap_or("that day");
    let earliest = notice.earliest.as_deref().map_or_else(String::new, |day| {
        format!("; announced on {announced}, it can be taken away on {day} (`--announced {announced}`)")
    });
    format!("taking a policy away needs a notice of {words}{line}, and it is gone already{earliest}")
}
