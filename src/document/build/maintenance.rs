//! Planned maintenance: when, and how long ahead it is announced.
//!
//! In: a maintenance. Out: a part with a sentence or a list of its times, and the notice.

use super::calendar;
use super::changes;
use super::clause;
use super::context::Context;
use super::line::{Line, capitalised, sentence};
use crate::document::model::{Block, Item, Section, plain_text};
use crate::hir::{Line as Opening, Maintenance, MaintenanceLine};
use crate::value::Name;

/// The part of a maintenance.
pub fn section(cx: &Context<'_>, name: &Name) -> Option<Section> {
    let maintenance = cx.program.maintenances.get(name)?;
    let mut section = Section::new(&maintenance.clause.anchor, "");
    section.title = capitalised(cx.title(&maintenance.clause));
    section.blocks = blocks(cx, maintenance);
    Some(section)
}

fn blocks(cx: &Context<'_>, maintenance: &Maintenance) -> Vec<Block> {
    let lines: Vec<&MaintenanceLine> =
        maintenance.lines.iter().filter(|line| cx.shows(&line.clause)).collect();
    let mut more = Vec::new();
    if let [only] = lines.as_slice() {
        let when = super::line::joined([when(cx, &only.line), zone(cx, maintenance)], ", ");
        let when = cx.say("maintenance-when", &[("when", when.into())]);
        more.push(clause::statement(cx, &only.clause, when));
    } else if !lines.is_empty() {
        more.push(sentence(zone(cx, maintenance)));
    }
    for kept in maintenance.outside.iter().filter(|kept| cx.shows(&kept.clause)) {
        let calendars = kept.calendars.iter().map(|name| calendar::reference(cx, name)).collect();
        let args = [
            ("calendars", cx.or(calendars).into()),
            ("possible", if kept.where_possible { "yes" } else { "no" }.into()),
        ];
        more.push(clause::statement(cx, &kept.clause, cx.say("maintenance-outside", &args)));
    }
    let notices = maintenance.notices.rules.iter().filter(|rule| cx.shows(&rule.clause));
    more.extend(notices.map(|rule| {
        let notice = changes::notice(cx, &rule.value, "maintenance", rule.clause.when.as_ref());
        clause::around(cx, &rule.clause, notice)
    }));
    let mut blocks: Vec<Block> = clause::opening(cx, &maintenance.clause, more).into_iter().collect();
    if lines.len() > 1 {
        let items = lines.iter().map(|line| {
            let words = clause::statement(cx, &line.clause, when(cx, &line.line));
            Item::clause(&line.clause.anchor, plain_text(&words), words)
        });
        blocks.insert(blocks.len().saturating_sub(1), Block::bullets(items.collect()));
    }
    blocks.extend(clause::closing(cx, &maintenance.clause));
    blocks
}

/// `local time in Amsterdam`, or nothing when no zone is known.
fn zone(cx: &Context<'_>, maintenance: &Maintenance) -> Line {
    let zone = maintenance.zone.as_ref().or(cx.program.policy.zone.as_ref());
    zone.map_or_else(Line::new, |zone| cx.say("zone-local", &[("zone", cx.words.zone(zone).into())]))
}

/// `Sunday, 02:00 to 04:00`, `1 March 2026`.
fn when(cx: &Context<'_>, line: &Opening) -> Line {
    cx.wording().line(line).into()
}
