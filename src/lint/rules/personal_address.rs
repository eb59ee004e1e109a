//! A mailbox that seems to belong to one person, in a text for everybody.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::Audience;

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

/// Looks at every mail address in texts for everybody.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    for passage in &context.prose().passages {
        let content = passage.piece.content.as_str();
        if *passage.place.audience != Audience::Everybody || !content.contains('@') {
            continue;
        }
        for (at, _) in content.match_indices('@') {
            let before = |c: char| !(c.is_alphanumeric() || "._-+".contains(c));
            let start = content[..at]
                .rfind(before)
                .map_or(0, |place| place + content[place..].chars().next().map_or(1, char::len_utf8));
            let end = content[at + 1..]
                .find(|c: char| !(c.is_alphanumeric() || ".-".contains(c)))
                .map_or(content.len(), |length| at + 1 + length);
            let local = &content[start..at];
            if is_person(local) && content[at + 1..end].contains('.') {
                let written = content[start..end].trim_end_matches('.');
                findings.push(
                    Diagnostic::new(
                        &registry::PERSONAL_ADDRESS,
                        passage.piece.place(start..start + written.len()),
                        format!("`{written}` seems to be one person's mailbox"),
                    )
                    .label("published for everybody")
                    .help("name a mailbox that several people read, or keep it among `internal` lines"),
                );
            }
        }
    }
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
