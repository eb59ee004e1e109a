//! Public holidays of which nobody says whose: what the time zone of the policy suggests.
//!
//! In: a file and what was found in it. Out: the same findings; those that ask for a country or region name the one whose clocks
//! the calendar keeps, and one of its regions.

use crate::diagnostic::Diagnostic;
use crate::source::Span;
use crate::syntax::ast::{self, Body, Declaration, Entry, Item};
use crate::time::{Zone, holidays::Area};

/// What a time zone suggests where nobody said whose holidays are meant.
pub fn area_by_zone(zone: &Zone) -> Option<String> {
    Area::of_zone(zone).map(Area::suggested)
}

/// Lets the findings of a file that ask whose holidays are meant say what its time zone suggests.
pub(in crate::syntax) fn suggest(file: &ast::File, findings: &mut [Diagnostic]) {
    for finding in findings.iter_mut().filter(|finding| finding.note.is_none()) {
        let mut edits = finding.fixes.iter().flat_map(|fix| &fix.edits);
        if edits.any(|edit| edit.text.contains("holidays ?")) {
            finding.note = zone(file, finding.span).and_then(area_by_zone);
        }
    }
}

/// The zone whose clocks are kept at a place: that of the calendar, or else that of the header.
fn zone(file: &ast::File, at: Span) -> Option<&Zone> {
    let declared = || {
        file.items.iter().filter_map(|item| match item {
            Item::Declaration(declaration) => Some(declaration),
            Item::Use(_) => None,
        })
    };
    let of_calendar = declared().find_map(|declaration| {
        let Declaration::Calendar(calendar) = declaration else { return None };
        let here = calendar.body.span.start <= at.start && at.end <= calendar.body.span.end;
        own(&calendar.body).filter(|_| here).find_map(|line| {
            if let ast::Calendar::Timezone { zone } = line { Some(&zone.value) } else { None }
        })
    });
    of_calendar.or_else(|| declared().find_map(header_zone))
}

/// The zone of the header, where a declaration is one.
pub fn header_zone(declaration: &Declaration) -> Option<&Zone> {
    let Declaration::Policy(header) = declaration else { return None };
    own(&header.body)
        .find_map(|line| if let ast::Policy::Timezone { zone } = line { Some(&zone.value) } else { None })
}

fn own<S>(body: &Body<S>) -> impl Iterator<Item = &S> {
    body.entries.iter().filter_map(|entry| match entry {
        Entry::Own(statement) => statement.kind.as_ref(),
        Entry::Common(_) | Entry::Table(_) | Entry::Declaration(_) => None,
    })
}

#[cfg(test)]
mod tests {
    use crate::source::{Source, Sources};

    /// What is said of public holidays of which nobody says whose.
    fn note(header: &str, calendar: &str) -> Option<String> {
        let text = format!(
            "policy p \"P\" {{ {header} }}\n\
             calendar office \"Office hours\" {{ {calendar} open Mon..Fri 09:00..17:00; closed on public holidays }}\n"
        );
        let mut sources = Sources::default();
        let id = sources.add(Source::new("p.policy", text.as_str()));
        let parsed = crate::syntax::parse(id, sources.get(id));
        assert_eq!(parsed.findings.len(), 1, "{:?}", parsed.findings);
        parsed.findings[0].note.clone()
    }

    #[test]
    fn the_time_zone_suggests_whose_holidays_are_meant() {
        let german = "the time zone suggests `DE` (Germany), or one of its regions, as `DE-BB` (Brandenburg)";
        let note = |header, calendar| note(header, calendar).unwrap_or_default();
        assert_eq!(note("timezone Europe/Berlin", ""), german);
        assert_eq!(note("timezone Europe/Amsterdam", "timezone Europe/Berlin;"), german);
        assert_eq!(note("timezone Europe/Amsterdam", ""), "the time zone suggests `NL` (Netherlands)");
    }

    #[test]
    fn no_time_zone_suggests_nothing() {
        assert_eq!(note("version \"1\"", ""), None);
        assert_eq!(note("timezone UTC", ""), None);
    }
}
