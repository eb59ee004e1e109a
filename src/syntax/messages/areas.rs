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
    for finding in findings.iter_mut() {
        let mut edits = finding.fixes.iter().flat_map(|fix| &fix.edits);
        let asks = finding.note.is_none() && edits.any(|edit| edit.text.contains("holidays ?"));
        let shows = finding.help.as_ref().is_some_and(|help| help.contains("`closed on holidays NL`"));
        let Some(zone) = (asks || shows).then(|| zone(file, finding.span)).flatten() else { continue };
        in_country_of(zone, finding);
        if asks {
            finding.note = area_by_zone(zone);
        }
    }
}

/// Names the country of a time zone where a finding shows how holidays are written by that of another one.
pub fn in_country_of(zone: &Zone, finding: &mut Diagnostic) {
    let Some(area) = Area::of_zone(zone) else { return };
    let titles = finding.fixes.iter_mut().map(|fix| &mut fix.title);
    for text in titles.chain(&mut finding.help) {
        *text = text.replace("`closed on holidays NL`", &format!("`closed on holidays {}`", area.code()));
        *text = text.replace(", as `NL`, for `?`", &format!(", as `{}`, for `?`", area.code()));
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
