//! The fields of things that a text can quote: `{email address}`, `{policy version}`.
//!
//! In: what is quoted, and the program. Out: which fields its kind has, and whether it says something in one of them. A
//! field belongs here once the document can print it.

use super::context::Context;
use crate::hir::{Program, Ref};

/// The fields that can be quoted, by the keyword of what has them; everything has [`COMMON`] besides.
const FIELDS: [(&str, &[&str]); 13] = [
    ("policy", &["edition", "version", "effective", "publisher", "timezone"]),
    ("calendar", &["open"]),
    ("channel", &["address", "open"]),
    ("plan", &["price"]),
    ("offer", &["rate"]),
    ("role", &["address"]),
    ("party", &["address"]),
    ("document", &["address"]),
    ("availability", &["at-least"]),
    ("product", &["notice"]),
    ("maintenance", &["notice"]),
    ("changes", &["notice", "review"]),
    ("scope", &[]),
];

/// The fields of everything.
const COMMON: [&str; 2] = ["title", "means"];

/// The fields of a kind.
pub fn fields(keyword: &str) -> impl Iterator<Item = &'static str> {
    let own = FIELDS.iter().find(|(known, _)| *known == keyword).map_or(&[][..], |(_, fields)| fields);
    own.iter().copied().chain(COMMON)
}

/// Whether there is something to quote in this field.
pub fn says(context: &Context<'_>, program: &Program, of: &Ref, field: &str) -> bool {
    let name = of.name.as_str();
    let policy = &program.policy;
    // What is not known yet is said to be so.
    if waits(program, of, field) {
        return true;
    }
    match (of.keyword, field) {
        (_, "title") => true,
        (_, "means") => context.resolved.parts.explained.contains(&(of.keyword, name)),
        ("policy", "edition") => policy.edition.is_some(),
        ("policy", "version") => policy.version.is_some(),
        ("policy", "effective") => policy.effective.is_some(),
        ("policy", "publisher") => policy.publisher.is_some(),
        ("policy", "timezone") => policy.zone.is_some(),
        ("calendar", "open") => name == crate::resolve::ALWAYS || program.calendars.contains_key(name),
        ("channel", "address") => {
            program.channels.get(name).is_some_and(|channel| !channel.addresses.is_empty())
        }
        ("channel", "open") => {
            program.channels.get(name).is_some_and(|channel| !channel.hours.lines.is_empty())
        }
        ("plan", "price") => program.plans.get(name).is_some_and(|plan| !plan.price.rules.is_empty()),
        ("offer", "rate") => program.offers.get(name).is_some_and(|offer| !offer.rates.is_empty()),
        ("role", "address") => program.roles.get(name).is_some_and(|role| !role.addresses.is_empty()),
        ("party", "address") => program.parties.get(name).is_some_and(|party| !party.addresses.is_empty()),
        ("document", "address") => {
            program.documents.get(name).is_some_and(|document| !document.addresses.is_empty())
        }
        ("availability", "at-least") => {
            program.availabilities.get(name).is_some_and(|service| !service.shares.rules.is_empty())
        }
        ("product", "notice") => {
            program.products.get(name).is_some_and(|product| !product.notices.rules.is_empty())
        }
        ("maintenance", "notice") => {
            program.maintenances.get(name).is_some_and(|maintenance| !maintenance.notices.rules.is_empty())
        }
        ("changes", "notice") => {
            program.changes.as_ref().is_some_and(|changes| !changes.notices.rules.is_empty())
        }
        ("changes", "review") => program.changes.as_ref().is_some_and(|changes| changes.review.is_some()),
        _ => false,
    }
}

/// Whether a line of what is quoted waits for something that is not known yet.
fn waits(program: &Program, of: &Ref, field: &str) -> bool {
    let name = of.name.as_str();
    let clause = match of.keyword {
        "policy" => return program.policy.unfilled.contains(&field),
        "channel" => program.channels.get(name).map(|channel| &channel.clause),
        "plan" => program.plans.get(name).map(|plan| &plan.clause),
        "offer" => program.offers.get(name).map(|offer| &offer.clause),
        "role" => program.roles.get(name).map(|role| &role.clause),
        "party" => program.parties.get(name).map(|party| &party.clause),
        "document" => program.documents.get(name).map(|document| &document.clause),
        "availability" => program.availabilities.get(name).map(|service| &service.clause),
        "maintenance" => program.maintenances.get(name).map(|maintenance| &maintenance.clause),
        "changes" => program.changes.as_ref().map(|changes| &changes.clause),
        _ => None,
    };
    clause.is_some_and(|clause| clause.unfilled)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::ast::Declaration;

    #[test]
    fn every_kind_with_fields_is_a_declaration() {
        assert!(FIELDS.iter().all(|(name, _)| Declaration::KEYWORDS.contains(name)));
    }
}
