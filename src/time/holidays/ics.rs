//! Reads the events of an `.ics` file (RFC 5545) as holidays.
//!
//! In: text, with lines that are folded or not. Out: days, with the line of every event that cannot be read. All that is
//! asked of an event is when it is and what it is called; alarms, tasks and the rest of a file are passed over.

use super::ics_event::Event;
use super::list::Days;
use super::read::Problem;

/// A line of the file, put together again where it was folded.
pub(super) struct Property {
    /// Where it begins, from 1.
    pub line: usize,
    /// Its name in capitals.
    pub name: String,
    /// Its parameters: names in capitals, and values without their quotes.
    pub parameters: Vec<(String, String)>,
    /// What it says.
    pub value: String,
}

impl Property {
    /// The value of a parameter.
    pub fn parameter(&self, name: &str) -> Option<&str> {
        self.parameters.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

/// Adds the days of all events.
pub(super) fn read(text: &str, days: &mut Days) {
    let mut open: Vec<String> = Vec::new();
    let mut event: Option<Event> = None;
    let mut last = 1;
    for (line, content) in unfolded(text) {
        last = line;
        if days.has_too_many() {
            return;
        }
        if content.trim().is_empty() {
            continue;
        }
        let Some(property) = property(line, &content) else {
            days.problems.push(Problem::new(line, "expected a property, its name and `:`"));
            continue;
        };
        let component = property.value.trim().to_ascii_uppercase();
        match property.name.as_str() {
            "BEGIN" => {
                if component == "VEVENT" && event.is_none() {
                    event = Some(Event::new(line));
                }
                open.push(component);
            }
            "END" => {
                if open.pop().is_none_or(|begun| begun != component) {
                    days.problems
                        .push(Problem::new(line, format!("`END:{component}` ends nothing that has begun")));
                    return;
                }
                if component == "VEVENT"
                    && let Some(event) = event.take()
                {
                    event.finish(days);
                }
            }
            _ => {
                // What stands within an alarm of an event is not the event's.
                if let Some(event) =
                    event.as_mut().filter(|_| open.last().is_some_and(|name| name == "VEVENT"))
                {
                    event.take(property);
                }
            }
        }
    }
    if let Some(name) = open.last() {
        days.problems.push(Problem::new(last, format!("`END:{name}` is missing")));
    }
}

/// Lines with their numbers; one that begins with a blank or a tab goes on with the line before.
fn unfolded(text: &str) -> Vec<(usize, String)> {
    let mut lines: Vec<(usize, String)> = Vec::new();
    for (index, line) in text.lines().enumerate() {
        match (line.strip_prefix([' ', '\t']), lines.last_mut()) {
            (Some(rest), Some((_, before))) => before.push_str(rest),
            _ => lines.push((index + 1, line.to_owned())),
        }
    }
    lines
}

/// `NAME;PARAMETER="value":what it says`.
fn property(line: usize, content: &str) -> Option<Property> {
    let mut quoted = false;
    let mut parts: Vec<&str> = Vec::new();
    let mut begin = 0;
    let mut value = None;
    for (at, c) in content.char_indices() {
        match c {
            '"' => quoted = !quoted,
            ';' if !quoted => {
                parts.push(&content[begin..at]);
                begin = at + 1;
            }
            ':' if !quoted => {
                parts.push(&content[begin..at]);
                value = Some(&content[at + 1..]);
                break;
            }
            _ => {}
        }
    }
    let (name, parameters) = parts.split_first()?;
    let parameters = parameters.iter().filter_map(|part| part.split_once('='));
    Some(Property {
        line,
        name: name.trim().to_ascii_uppercase(),
        parameters: parameters
            .map(|(name, value)| (name.to_ascii_uppercase(), value.trim_matches('"').to_owned()))
            .collect(),
        value: value?.to_owned(),
    })
}
