//! What seems to belong to one person: a mailbox with a first name and a family name.
//!
//! In: texts. Out: the places of such mailboxes. Whoever has a mailbox of a team has none of these words in common with people.

use std::ops::Range;

/// Words of mailboxes that several people read.
const SHARED: [&str; 44] = [
    "support",
    "help",
    "helpdesk",
    "desk",
    "service",
    "services",
    "servicedesk",
    "info",
    "sales",
    "team",
    "office",
    "contact",
    "security",
    "billing",
    "admin",
    "complaints",
    "complaint",
    "first",
    "second",
    "third",
    "line",
    "level",
    "customer",
    "customers",
    "care",
    "privacy",
    "legal",
    "it",
    "hr",
    "noreply",
    "reply",
    "no",
    "account",
    "accounts",
    "success",
    "incident",
    "incidents",
    "on",
    "call",
    "abuse",
    "data",
    "protection",
    "emergency",
    "feedback",
];

/// The mail addresses in a text that seem to be those of one person.
pub fn mailboxes(content: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for (at, _) in content.match_indices('@') {
        let before = |c: char| !(c.is_alphanumeric() || "._-+".contains(c));
        let start = content[..at]
            .rfind(before)
            .map_or(0, |place| place + content[place..].chars().next().map_or(1, char::len_utf8));
        let end = content[at + 1..]
            .find(|c: char| !(c.is_alphanumeric() || ".-".contains(c)))
            .map_or(content.len(), |length| at + 1 + length);
        if is_person(&content[start..at]) && content[at + 1..end].contains('.') {
            let written = content[start..end].trim_end_matches('.');
            found.push(start..start + written.len());
        }
    }
    found
}

/// Whether the name of a mailbox is that of a person: two names, or an initial and a name, with a dot between them.
fn is_person(local: &str) -> bool {
    let parts: Vec<&str> = local.split('.').collect();
    let [first, last] = parts.as_slice() else { return false };
    let plain = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_alphabetic() || c == '-');
    let shared = |part: &str| part.split('-').any(|word| SHARED.contains(&word.to_lowercase().as_str()));
    plain(first) && plain(last) && last.chars().count() > 1 && !shared(first) && !shared(last)
}

#[cfg(test)]
mod tests {
    use super::is_person;

    #[test]
    fn mailboxes_of_teams_are_not_those_of_people() {
        for shared in ["support", "first.line", "customer.care", "help-desk", "data.protection", "x"] {
            assert!(!is_person(shared), "{shared}");
        }
        for own in ["anna.jansen", "j.smith", "Marie-Claire.Dupont"] {
            assert!(is_person(own), "{own}");
        }
    }
}
