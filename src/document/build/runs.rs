//! The items of a section in runs: neighbours of one kind, which are shown as one list or table.
//!
//! In: a section of the program's layout. Out: its runs in order, and the title that the section has.

use super::context::Context;
use super::line::{Line, capitalised};
use crate::document::model::Inline;
use crate::hir::{self, Duty, Ref, SectionItem, Standard};

/// Some things of one kind that stand together.
pub enum Run<'a> {
    /// Declarations of a family.
    Declarations(&'static str, Vec<&'a Ref>),
    /// Duties.
    Duties(Vec<&'a Duty>),
    /// Text, a note or a section.
    Other(&'a SectionItem),
}

/// The author's title, or that of the only declaration inside, or that of the standard section. Where channels would stand and
/// only their hours do, since the author wrote a section about how to get in touch, it is about hours.
pub fn title(cx: &Context<'_>, section: &hir::Section, runs: &[Run<'_>]) -> Line {
    if section.clause.title.is_some() {
        return capitalised(cx.title(&section.clause));
    }
    if let Some(only) = alone(section, runs).and_then(|of| titled(cx, of)) {
        return only;
    }
    match section.standard {
        Some(Standard::Channels) if only_hours(runs) => cx.say("calendar-heading", &[]),
        Some(standard) => vec![Inline::text(cx.wording().standard_section(standard))],
        None => capitalised(cx.title(&section.clause)),
    }
}

fn only_hours(runs: &[Run<'_>]) -> bool {
    !runs.is_empty() && runs.iter().all(|run| matches!(run, Run::Declarations("calendar", _)))
}

fn titled(cx: &Context<'_>, of: &Ref) -> Option<Line> {
    let clause = cx.refers(of).or_else(|| singleton(cx, of))?;
    clause.title.as_ref().map(|_| capitalised(cx.title(clause)))
}

/// The clause of a declaration that has no name.
pub fn singleton<'a>(cx: &Context<'a>, of: &Ref) -> Option<&'a hir::Clause> {
    match of.keyword {
        "scope" => cx.program.scope.as_ref().map(|scope| &scope.clause),
        "queue" => cx.program.queue.as_ref().map(|queue| &queue.clause),
        "changes" => cx.program.changes.as_ref().map(|changes| &changes.clause),
        _ => None,
    }
}

/// The declaration that gives a section which nobody wrote its title: the only one there that can have a part of its own.
pub fn alone<'a>(section: &hir::Section, runs: &[Run<'a>]) -> Option<&'a Ref> {
    if section.clause.title.is_some() || section.standard.is_none() {
        return None;
    }
    let mut large = runs.iter().flat_map(|run| match run {
        Run::Declarations(family, refs) if is_part(family) => refs.as_slice(),
        Run::Declarations(..) | Run::Duties(_) | Run::Other(_) => &[],
    });
    let only = large.next()?;
    large.next().is_none().then_some(*only)
}

/// Whether declarations of a family have parts with a heading.
fn is_part(family: &str) -> bool {
    matches!(
        family,
        "scope"
            | "queue"
            | "changes"
            | "process"
            | "escalation"
            | "maintenance"
            | "availability"
            | "catalogue"
    )
}

/// Which declarations are shown together.
fn family(keyword: &'static str) -> &'static str {
    match keyword {
        "definition" | "party" | "event" | "document" => "terms",
        "plan" | "entitlement" => "plans",
        "severity" | "priority" => "severity",
        other => other,
    }
}

/// Whether all declarations of a family in a section are shown where the first of them stands: lists that readers would
/// look for in one place.
fn is_gathered(family: &str) -> bool {
    matches!(
        family,
        "severity"
            | "channel"
            | "calendar"
            | "fact"
            | "product"
            | "role"
            | "kind"
            | "region"
            | "language"
            | "phase"
    )
}

/// The items of a section that the reader may see, with neighbours of one kind together.
pub fn runs<'a>(cx: &Context<'_>, items: &'a [SectionItem]) -> Vec<Run<'a>> {
    let mut runs: Vec<Run<'a>> = Vec::new();
    for item in items {
        match item {
            SectionItem::Declaration(of) => {
                let shown = cx.refers(of).or_else(|| singleton(cx, of)).is_none_or(|clause| cx.shows(clause));
                let hours = cx.program.calendars.get(&of.name).filter(|_| of.keyword == "calendar");
                if !shown || hours.is_some_and(|hours| !hours.is_shown(&cx.options.published)) {
                    continue;
                }
                let is_severity = of.keyword == "fact" && matches!(of.name.as_str(), "severity" | "priority");
                let family = if is_severity { "severity" } else { family(of.keyword) };
                let together = is_gathered(family);
                let known = runs.iter_mut().rev().take(if together { usize::MAX } else { 1 }).find_map(
                    |run| match run {
                        Run::Declarations(known, refs) if *known == family => Some(refs),
                        Run::Declarations(..) | Run::Duties(_) | Run::Other(_) => None,
                    },
                );
                match known {
                    Some(refs) => refs.push(of),
                    None => runs.push(Run::Declarations(family, vec![of])),
                }
            }
            SectionItem::Duty(duty) if cx.shows(&duty.clause) => match runs.last_mut() {
                Some(Run::Duties(duties)) => duties.push(duty),
                _ => runs.push(Run::Duties(vec![duty])),
            },
            SectionItem::Duty(_) => {}
            SectionItem::Prose(audience, _) | SectionItem::Note(audience, _) => {
                if cx.options.published.shows(audience) {
                    runs.push(Run::Other(item));
                }
            }
            SectionItem::Section(_) => runs.push(Run::Other(item)),
        }
    }
    runs
}

/// The duties of a section that holds several kinds of them and nothing else but words before or notes.
pub fn only_duties<'a>(runs: &[Run<'a>]) -> Option<(Vec<&'a Duty>, Vec<&'a SectionItem>)> {
    let mut duties = Vec::new();
    let mut before = Vec::new();
    for run in runs {
        match run {
            Run::Duties(more) => duties.extend(more),
            Run::Declarations("terms", refs) if refs.iter().all(|of| of.keyword == "event") => {}
            Run::Declarations(..) => return None,
            Run::Other(SectionItem::Note(..)) => {}
            Run::Other(_) if !duties.is_empty() => return None,
            Run::Other(_) => {}
        }
        if let Run::Other(item) = run {
            before.push(*item);
        }
    }
    (duties.len() > 3).then_some((duties, before))
}
