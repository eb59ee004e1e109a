//! Calendars as they are written, with those that they are made of.
//!
//! In: a program and the name of a calendar or of a maintenance. Out: on what its lines depend, whether its hours are filled in,
//! and whether a calendar of each version is seen to say the same. When it is open, `hours.rs` says.

use crate::cases::CaseSet;
use crate::hir::{Calendar, Holidays, Line, Program};
use crate::value::Name;

/// How deep calendars are followed that are made of calendars.
const DEEPEST: usize = 16;

/// The conditions of the lines of a calendar, and of those that it is made of.
pub fn gather<'a>(program: &'a Program, name: &Name, seen: &mut Vec<&'a Name>, found: &mut Vec<&'a CaseSet>) {
    if let Some(maintenance) = program.maintenances.get(name) {
        found.extend(maintenance.lines.iter().filter_map(|line| Some(&line.clause.when.as_ref()?.cases)));
    }
    let Some((name, calendar)) = program.calendars.get_key_value(name) else { return };
    if seen.contains(&name) {
        return;
    }
    seen.push(name);
    for line in &calendar.lines {
        found.push(&line.when.cases);
        for name in line.line.parts() {
            gather(program, name, seen, found);
        }
    }
}

/// Whether the hours of a calendar or a maintenance, or of what it is made of, are not filled in yet. Hours that are known beside
/// others that are not count as they stand, so that nobody loses them in silence.
pub fn is_unfilled(program: &Program, name: &Name) -> bool {
    fn visit(program: &Program, name: &Name, depth: usize) -> bool {
        if program.maintenances.get(name).is_some_and(|maintenance| maintenance.clause.unfilled) {
            return true;
        }
        let Some(calendar) = program.calendars.get(name) else { return false };
        let made_of = |line: &Line| line.parts().iter().any(|name| visit(program, name, depth - 1));
        let waits = calendar.clause.unfilled && !calendar.lines.iter().any(|line| line.line.opens());
        waits || (depth > 0 && calendar.lines.iter().any(|line| made_of(&line.line)))
    }
    visit(program, name, DEEPEST)
}

/// Whether the hours of a calendar are written in another way, whatever is open by them. Other calendars tell their own hours.
pub fn is_reworded(was: &Calendar, is: &Calendar) -> bool {
    let words = |calendar: &Calendar| -> Vec<String> {
        let lines = calendar.lines.iter().map(|line| match &line.line {
            Line::Calendars { names, .. } => format!("{} calendars", names.len()),
            Line::Within(_) => "within".to_owned(),
            line => format!("{line:-?}"),
        });
        lines.chain([format!("{:-?}", calendar.holidays)]).collect()
    };
    words(was) != words(is)
}

/// Whether two calendars are seen to be the same: line for line, with all that they are made of. Calendars that say the same in
/// other words may not be.
pub fn is_same(old: &Program, new: &Program, was: &Name, is: &Name) -> bool {
    fn visit(old: &Program, new: &Program, was: &Name, is: &Name, depth: usize) -> bool {
        // Places do not matter, and are not shown with this sign.
        let shown = |line: &Line| format!("{line:-?}");
        let (before, after) = match (old.calendars.get(was), new.calendars.get(is)) {
            (Some(before), Some(after)) => (before, after),
            (Some(_), None) | (None, Some(_)) => return false,
            (None, None) => {
                let lines = |program: &Program, name: &Name| {
                    program.maintenances.get(name).map(|of| format!("{:-?} {:-?}", of.zone, of.lines))
                };
                return was == is && lines(old, was) == lines(new, is);
            }
        };
        let by_file = matches!(before.holidays, Some(Holidays::From(_)));
        let rest = |calendar: &Calendar| {
            let Calendar { zone, zone_of_customer, holidays, cut_off, business_days, .. } = calendar;
            format!("{zone:?} {zone_of_customer} {holidays:-?} {cut_off:?} {:?}", business_days.value)
        };
        if by_file || depth == 0 || before.lines.len() != after.lines.len() || rest(before) != rest(after) {
            return false;
        }
        before.lines.iter().zip(&after.lines).all(|(one, other)| {
            let parts = match (&one.line, &other.line) {
                (Line::Calendars { names, .. }, Line::Calendars { names: others, .. }) => {
                    names.len() == others.len()
                        && names.iter().zip(others).all(|(was, is)| visit(old, new, was, is, depth - 1))
                }
                (Line::Within(was), Line::Within(is)) => visit(old, new, was, is, depth - 1),
                _ => true,
            };
            parts && shown(&one.line) == shown(&other.line) && one.when.cases == other.when.cases
        })
    }
    let same_facts = old.space == new.space;
    old.policy.zone == new.policy.zone && same_facts && visit(old, new, was, is, DEEPEST)
}
